//! SMS through a gateway that listens on this machine.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use platform::mail::Outcome;
use platform::sms::{Text, send};

use super::town::{after_minutes, message, sms, with_server};

/// A gateway that answers so, and keeps what it was sent.
fn gateway(answer: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/rest/mtsms", listener.local_addr().expect("an address"));
    let got: Arc<Mutex<Vec<String>>> = Arc::default();
    let kept = got.clone();
    std::thread::spawn(move || {
        for mut line in listener.incoming().flatten() {
            let (mut text, mut some) = (Vec::new(), [0; 1024]);
            while !text.ends_with(b"}") {
                match line.read(&mut some) {
                    Ok(n) if n > 0 => text.extend_from_slice(&some[..n]),
                    _ => break,
                }
            }
            kept.lock().expect("the lock").push(String::from_utf8_lossy(&text).into_owned());
            drop(line.write_all(answer.as_bytes()));
        }
    });
    (url, got)
}

const TAKEN: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n{\"ids\":[1]}";

#[test]
fn what_the_gateway_answers_says_how_far_it_came() {
    for (answer, outcome) in [
        (TAKEN, Outcome::Delivered),
        ("HTTP/1.1 422 Unprocessable Entity\r\ncontent-length: 0\r\n\r\n", Outcome::Refused),
        ("HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n", Outcome::Later),
        ("HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n", Outcome::Unreached),
        ("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n", Outcome::Unreached),
        ("", Outcome::Unknown),
    ] {
        let (url, got) = gateway(answer);
        let text = Text { id: "r3f", to: "+4790000001", body: "Det er noe nytt til deg." };
        assert_eq!(send(&sms(&url), &text), outcome, "{answer}");
        let request = got.lock().expect("the lock")[0].clone();
        assert!(request.starts_with("POST /rest/mtsms HTTP/1.1\r\n"), "{request}");
        assert!(request.to_lowercase().contains("authorization: token n0kkel"), "{request}");
        let body: serde_json::Value = serde_json::from_str(request.split("\r\n\r\n").nth(1).expect("a body")).expect("JSON");
        assert_eq!(body["recipients"][0]["msisdn"], 4_790_000_001_u64);
        assert_eq!((&body["sender"], &body["userref"]), (&"Beskjed".into(), &"r3f".into()));
    }
    let text = Text { id: "r3f", to: "+4790000001", body: "x" };
    assert_eq!(send(&sms("http://127.0.0.1:9/x"), &text), Outcome::Unreached);
}

#[test]
fn a_number_is_shown_to_be_ones_own_and_rung_without_a_word() {
    let (url, got) = gateway(TAKEN);
    let url = url.clone();
    with_server(
        move |config| config.sms = Some(sms(&url)),
        async |town, _| {
            let jon = town.person("Jon Sortland");
            let mut browser = town.as_person(&jon);
            let before = got.lock().expect("the lock").len();
            browser.get("/varsling").await;
            browser.post("/varsling/sms", &[("sms", "900 00 123")]).await;
            let code: String = got.lock().expect("the lock")[before]
                .split("Koden er ")
                .nth(1)
                .expect("a code")
                .chars()
                .take(7)
                .filter(char::is_ascii_digit)
                .collect();
            let page = browser.post("/varsling/sms/kode", &[("kode-sms", &code)]).await;
            assert_eq!(page.location.as_deref(), Some("/varsling"), "{}", page.html);
            message(&town, &jon);
            after_minutes(&town, 1);
            let sent = got.lock().expect("the lock").clone().split_off(before);
            assert_eq!(sent.len(), 2);
            let body: serde_json::Value = serde_json::from_str(sent[1].split("\r\n\r\n").nth(1).expect("a body")).expect("JSON");
            assert_eq!(body["message"], "Det er noe nytt til deg. Logg inn der du pleier.");
            assert!(town.tables_with("90000123").is_empty(), "the number is sealed");
        },
    );
}
