//! Those around the person as another system reads them: one CareTeam.

use platform::leaving::{Along, Cells, TakeAlong, resource};
use serde_json::{Value, json};

/// The part's share of what is taken along.
pub const ALONG: TakeAlong = TakeAlong { part: "team", resources };

fn resources(along: &Along<'_>) -> Vec<Value> {
    let relations = along.rows("access_relation");
    if relations.is_empty() {
        return Vec::new();
    }
    let participants: Vec<Value> = relations.iter().map(|row| participant(along, row)).collect();
    let team = resource(
        "CareTeam",
        &format!("{}-team", along.person.as_str()),
        json!({ "status": "active", "subject": along.subject(), "participant": participants }),
    );
    vec![team]
}

fn participant(along: &Along<'_>, row: &Cells) -> Value {
    let organisation = along.named(row.get("organisation_id"));
    let member = along.named(row.get("account_id"));
    json!({
        "role": [{ "text": row.get("kind") }],
        "onBehalfOf": member.as_ref().and(organisation.clone()),
        "member": member.or(organisation),
        "period": { "start": row.get("from_at"), "end": row.get("ended_at").or_else(|| row.get("until_at")) },
    })
}
