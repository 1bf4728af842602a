use serde_json::json;

use super::element::{concept, day_text, human_name, number, quantity, value_of};
use super::{Index, patient_named, read, references};

const SMALL: &str = r#"{
  "resourceType": "Bundle",
  "type": "transaction",
  "entry": [
    {
      "fullUrl": "urn:uuid:a",
      "resource": {"resourceType": "Patient",   "id": "p1"}
    },
    { "resource": { "resourceType" : "Observation", "id": "o1",
        "subject": {"reference": "urn:uuid:a"} } },
    { "request": {"method": "DELETE", "url": "Observation/o2"} }
  ]
}"#;

#[test]
fn a_bundle_keeps_every_byte_of_its_resources_and_knows_their_lines() {
    let bundle = read(SMALL.as_bytes()).expect("a bundle");
    let raws: Vec<_> = bundle.entries.iter().map(|entry| entry.resource.as_ref().map(|found| found.raw)).collect();
    assert_eq!(raws[0], Some(r#"{"resourceType": "Patient",   "id": "p1"}"#));
    assert!(SMALL.contains(raws[1].expect("the second")));
    assert_eq!(raws[2], None);
    assert_eq!(bundle.entries.iter().map(|entry| entry.line).collect::<Vec<_>>(), [5, 9, 11]);
}

#[test]
fn a_broken_file_is_told_by_line_and_column() {
    let cases: [(&str, usize, &str); 9] = [
        (&SMALL[..120], 7, "ends too early"),
        ("{\n\"resourceType\": \"Bundle\",\n\"type\": \"batch\",,\n}", 3, "not JSON"),
        ("[1, 2]", 1, "not shaped"),
        ("{\"resourceType\": \"Patient\"}", 1, "single resource"),
        ("{\"type\": \"batch\"}", 1, "resourceType is missing"),
        ("{\"resourceType\": \"Bundle\", \"type\": \"history\"}", 1, "only bundles of type"),
        (
            "{\"resourceType\": \"Bundle\", \"type\": \"batch\",\n \"entry\": [\n {\"resource\": {\"id\": \"x\"}}]}",
            3,
            "no resourceType",
        ),
        ("{\"resourceType\": \"Bundle\", \"type\": \"batch\", \"entry\": 4}", 1, "not shaped"),
        ("", 1, "ends too early"),
    ];
    for (text, line, reason) in cases {
        let fault = read(text.as_bytes()).expect_err(text);
        assert_eq!(fault.line, line, "{text}: {fault}");
        assert!(fault.reason.contains(reason), "{text}: {fault}");
    }
}

fn with_resource(inside: &str) -> String {
    format!(
        "{{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[\n{{\"resource\":\n{{\"resourceType\":\"Basic\",\n{inside}}}}}]}}"
    )
}

#[test]
fn a_fault_inside_a_resource_has_the_line_of_the_file() {
    let deep = format!("\"x\":{}{}", "[".repeat(4000), "]".repeat(4000));
    let fault = read(with_resource(&deep).as_bytes()).expect_err("too deep");
    assert_eq!((fault.line, fault.reason.contains("recursion limit")), (4, true));

    let huge = read(with_resource("\"x\": 1e999").as_bytes()).expect_err("too large a number");
    assert_eq!((huge.line, huge.reason.contains("number out of range")), (4, true));
    assert!(read(with_resource(&format!("\"x\": {}", "9".repeat(300))).as_bytes()).is_ok());

    let mut bytes = with_resource("\"x\": \"abc\"").into_bytes();
    let at = bytes.windows(3).position(|three| three == b"abc").expect("abc");
    bytes[at] = 0xff;
    let fault = read(&bytes).expect_err("not UTF-8");
    assert_eq!((fault.line, fault.column), (4, 7));
    assert!(fault.reason.contains("UTF-8"));
}

#[test]
fn what_stands_in_the_file_is_never_repeated() {
    for text in ["{\"resourceType\": {\"Kari\": 1}}", "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":\"Kari\"}"] {
        assert!(!read(text.as_bytes()).expect_err(text).to_string().contains("Kari"));
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_json() {
    let marked = [b"\xef\xbb\xbf", SMALL.as_bytes()].concat();
    assert_eq!(read(&marked).expect("a bundle").entries.len(), 3);
}

#[test]
fn references_are_followed_inside_the_bundle_only() {
    let bundle = read(SMALL.as_bytes()).expect("a bundle");
    let index = Index::of(&bundle);
    for (reference, entry) in [
        ("urn:uuid:a", Some(0)),
        ("Patient/p1", Some(0)),
        ("Patient/p1/_history/3", Some(0)),
        ("https://elsewhere.example/fhir/Patient/p1", None),
        ("Patient?identifier=x|y", None),
        ("urn:uuid:nowhere", None),
    ] {
        assert_eq!(index.find(reference), entry, "{reference}");
    }
    assert_eq!(references(&json!({"a": [{"reference": "x"}, {"b": {"reference": "y"}}]})), ["x", "y"]);
    for (reference, id) in [
        ("Patient/7", Some("7")),
        ("https://elsewhere.example/fhir/Patient/7/_history/1", Some("7")),
        ("urn:uuid:a", None),
        ("Group/7", None),
        ("Patient?identifier=a/b", None),
    ] {
        assert_eq!(patient_named(reference), id, "{reference}");
    }
}

#[test]
fn elements_are_put_into_words() {
    assert_eq!(concept(&json!({"coding": [{"code": "1"}, {"display": "Vekt"}]})), Some("Vekt"));
    assert_eq!(concept(&json!({"text": " ", "coding": [{"code": "1"}]})), Some("1"));
    assert_eq!(human_name(&json!({"given": ["Ola", "Per"], "family": "Vik"})), Some("Ola Per Vik".into()));
    assert_eq!(day_text("2013-05-30T16:37:44+00:00"), Some("2013-05-30"));
    assert_eq!(day_text("2013-05"), Some("2013-05"));
    assert_eq!(day_text("i fjor"), None);
    let amount = json!({"value": 175.804_081_600_987_9, "unit": "cm"});
    assert_eq!(quantity(&amount, ','), Some("175,8 cm".into()));
    assert_eq!(value_of(&json!({"valueQuantity": amount}), '.'), Some("175.8 cm".into()));
    assert_eq!(value_of(&json!({"valueString": "Ja"}), ','), Some("Ja".into()));
    let shown = |text: &str| number(&serde_json::from_str(text).expect("a number"), ',');
    assert_eq!([shown("7"), shown("0.125"), shown("6.6789"), shown("-0.00001")], ["7", "0,125", "6,68", "0"]);
}
