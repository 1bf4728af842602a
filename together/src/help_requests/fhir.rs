//! Requests for help as another system reads them: what was said, each a Communication.

use platform::leaving::{Along, Cells, TakeAlong, resource};
use serde_json::{Value, json};

/// The part's share of what is taken along.
pub const ALONG: TakeAlong = TakeAlong { part: "help_requests", resources };

fn resources(along: &Along<'_>) -> Vec<Value> {
    let asked = along.rows("help_requests_request").iter().map(|row| request(along, row));
    let said = along.rows("help_requests_line").iter().map(|row| line(along, row));
    asked.chain(said).collect()
}

fn request(along: &Along<'_>, row: &Cells) -> Value {
    let words = row.get("words").or_else(|| row.get("need"));
    let receiver = along.named(row.get("organisation_id"));
    resource(
        "Communication",
        row.get("request_id").map_or("", String::as_str),
        json!({
            "status": "completed",
            "subject": along.subject(),
            "sender": along.subject(),
            "recipient": receiver.map(|receiver| vec![receiver]),
            "sent": row.get("asked_at"),
            "payload": words.map(|words| vec![json!({ "contentString": words })]),
        }),
    )
}

fn line(along: &Along<'_>, row: &Cells) -> Value {
    let request = row.get("request_id").map_or("", String::as_str);
    let step = row.get("step").map_or("0", String::as_str);
    let words = row.get("words").or_else(|| row.get("answers")).filter(|words| !words.is_empty());
    let sender = row.get("account_id").map_or_else(|| Some(along.subject()), |id| along.named(Some(id)));
    resource(
        "Communication",
        &format!("{request}-{step}"),
        json!({
            "status": "completed",
            "subject": along.subject(),
            "sender": sender,
            "sent": row.get("at"),
            "partOf": [{ "reference": format!("Communication/{request}") }],
            "payload": words.map(|words| vec![json!({ "contentString": words })]),
        }),
    )
}
