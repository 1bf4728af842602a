//! Papers as they are taken along: a DocumentReference each, with the paper as it came, byte for byte.

use platform::leaving::{Along, Cells, TakeAlong, resource};
use serde_json::{Value, json};

/// The part's share of what is taken along.
pub const ALONG: TakeAlong = TakeAlong { part: "papers", resources };

fn resources(along: &Along<'_>) -> Vec<Value> {
    along.rows("papers_paper").iter().map(|row| document(along, row)).collect()
}

fn document(along: &Along<'_>, row: &Cells) -> Value {
    let import = row.get("import_id");
    let delivery = along.rows("papers_import").iter().find(|delivery| delivery.get("import_id") == import);
    let from = delivery.and_then(|delivery| delivery.get("sender")).map(|sender| json!({ "display": sender }));
    let came = delivery.and_then(|delivery| delivery.get("received_at"));
    let raw = row.get("raw").map_or("", String::as_str);
    resource(
        "DocumentReference",
        row.get("paper_id").map_or("", String::as_str),
        json!({
            "status": "current",
            "type": { "text": row.get("resource_type") },
            "subject": along.subject(),
            "date": came,
            "author": from.map(|from| vec![from]),
            "content": [{ "attachment": {
                "contentType": "application/fhir+json",
                "language": delivery.and_then(|delivery| delivery.get("language")),
                "data": base64(raw.as_bytes()),
                "size": raw.len(),
            } }],
        }),
    )
}

/// As FHIR wants bytes (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sign = |bits: u32| SIGNS.get(usize::try_from(bits & 63).unwrap_or(0)).map_or('A', |sign| char::from(*sign));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| (bits << 8) | u32::from(chunk.get(at).copied().unwrap_or(0)));
        let signs = [sign(bits >> 18), sign(bits >> 12), sign(bits >> 6), sign(bits)];
        text.extend(signs.iter().take(chunk.len() + 1));
        text.extend(std::iter::repeat_n('=', 3 - chunk.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_are_written_as_the_standard_says() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, written) in cases {
            assert_eq!(base64(plain.as_bytes()), written);
        }
    }
}
