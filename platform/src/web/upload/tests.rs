use super::*;
use proptest::prelude::*;

const MARK: &str = "----mark7";

fn body(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (head, content) in parts {
        body.extend_from_slice(format!("--{MARK}\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{MARK}--\r\n").as_bytes());
    body
}

fn is(result: Result<(Form, Option<Upload>), Error>, key: &str) -> bool {
    matches!(result, Err(Error::Invalid(fields)) if fields.iter().any(|field| field.key == key))
}

#[test]
fn fields_and_a_file() {
    let sent =
        body(&[("name=\"words\"", "Hei på deg".as_bytes()), ("name=\"fil\"; filename=\"brev.pdf\"", b"%PDF-1.7\r\n--x\0")]);
    let (form, file) = parts(&sent, MARK, 100, true).unwrap();
    assert_eq!(form.get("words"), "Hei på deg");
    let file = file.unwrap();
    assert_eq!((file.name.as_str(), file.bytes.as_slice(), file.too_large), ("brev.pdf", &b"%PDF-1.7\r\n--x\0"[..], false));
}

#[test]
fn a_file_that_was_not_chosen_is_no_file() {
    let sent = body(&[("name=\"words\"", b"Hei"), ("name=\"fil\"; filename=\"\"", b"")]);
    assert_eq!(parts(&sent, MARK, 100, true).unwrap().1, None);
}

#[test]
fn a_half_body_is_refused_wherever_it_is_cut() {
    let sent = body(&[("name=\"words\"", b"Hei"), ("name=\"fil\"; filename=\"a.txt\"", b"abc")]);
    let end = sent.len() - "--\r\n".len();
    for cut in 0..end {
        assert!(parts(&sent[..cut], MARK, 100, true).is_err(), "cut at {cut}");
    }
    assert!(is(parts(&sent[..end], MARK, 100, true), "form-half-sent"));
}

#[test]
fn a_file_that_is_too_large_leaves_the_words() {
    let sent = body(&[("name=\"words\"", b"Hei"), ("name=\"fil\"; filename=\"a.txt\"", &[b'a'; 200])]);
    for (bytes, whole) in [(sent.as_slice(), true), (&sent[..150], false)] {
        let (form, file) = parts(bytes, MARK, 100, whole).unwrap();
        assert_eq!(form.get("words"), "Hei");
        assert!(file.is_some_and(|file| file.too_large && file.bytes.is_empty()));
    }
    assert!(is(parts(&sent[..70], MARK, 100, false), "error-too-large"), "words alone may be too much");
}

#[test]
fn hostile_names_become_plain_ones() {
    for (name, plain) in [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jon\\brev.pdf", "brev.pdf"),
        ("brev\u{202e}fdp.exe", "brevfdp.exe"),
        ("a%22; filename=%22b.pdf", "a\"; filename=\"b.pdf"),
        ("..", ".."),
    ] {
        let sent = body(&[(&format!("name=\"fil\"; filename=\"{name}\""), b"abc")]);
        assert_eq!(parts(&sent, MARK, 100, true).unwrap().1.unwrap().name, plain);
    }
    let long = format!("{}.pdf", "a".repeat(300));
    assert!(shown(&long).ends_with("aaa.pdf") && shown(&long).chars().count() == NAME_CHARS);
}

#[test]
fn what_is_no_such_form_is_refused() {
    let two = body(&[("name=\"a\"; filename=\"a\"", b"x"), ("name=\"b\"; filename=\"b\"", b"y")]);
    let nameless = body(&[("filename=\"a\"", b"x")]);
    let not_utf8 = body(&[("name=\"words\"", &[0xff, 0xfe])]);
    for sent in [two, nameless, not_utf8, b"words=Hei".to_vec(), Vec::new()] {
        assert!(parts(&sent, MARK, 100, true).is_err());
    }
    let many: Vec<(&str, &[u8])> = vec![("name=\"a\"", b"x"); MAX_FIELDS + 1];
    assert!(is(parts(&body(&many), MARK, 100, true), "error-too-large"));
    for (kind, found) in [
        ("multipart/form-data; boundary=abc", Some("abc")),
        ("multipart/form-data; boundary=\"abc\"; charset=utf-8", Some("abc")),
        ("multipart/form-data", None),
        ("multipart/form-data; boundary=", None),
    ] {
        let request = Request::post("/").header(header::CONTENT_TYPE, kind).body(Body::empty()).unwrap();
        assert_eq!(boundary(&request).as_deref(), found, "{kind}");
    }
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(noise in prop::collection::vec(any::<u8>(), 0..400), whole: bool) {
        let sent = [format!("--{MARK}\r\n").into_bytes(), noise].concat();
        let _ = parts(&sent, MARK, 100, whole);
    }

    #[test]
    fn any_content_comes_back_as_it_was(content in prop::collection::vec(any::<u8>(), 0..200)) {
        let sent = body(&[("name=\"fil\"; filename=\"a.bin\"", &content)]);
        prop_assume!(find(&content, format!("\r\n--{MARK}").as_bytes()).is_none());
        prop_assert_eq!(parts(&sent, MARK, 1000, true).unwrap().1.unwrap().bytes, content);
    }
}
