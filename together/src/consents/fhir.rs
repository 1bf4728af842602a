//! Shares, and consents on record, as another system reads them: each a Consent.

use kernel::area::Areas;
use platform::leaving::{Along, Cells, TakeAlong, concept, resource};
use serde_json::{Value, json};

/// The part's share of what is taken along.
pub const ALONG: TakeAlong = TakeAlong { part: "consents", resources };

const SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
const CATEGORY: &str = "http://loinc.org";

fn resources(along: &Along<'_>) -> Vec<Value> {
    let shares = along.rows("access_grant").iter().map(|row| share(along, row));
    let records = along.rows("access_consent").iter().map(|row| record(along, row));
    shares.chain(records).collect()
}

fn consent(along: &Along<'_>, id: Option<&String>, active: bool, given: Option<&String>, provision: Value) -> Value {
    resource(
        "Consent",
        id.map_or("", String::as_str),
        json!({
            "status": if active { "active" } else { "inactive" },
            "scope": concept(SCOPE, "patient-privacy"),
            "category": [concept(CATEGORY, "59284-0")],
            "patient": along.subject(),
            "dateTime": given,
            "performer": [along.subject()],
            "organization": [{ "display": "Varde" }],
            "policy": [{ "uri": format!("{}/personvern", along.house) }],
            "provision": provision,
        }),
    )
}

fn share(along: &Along<'_>, row: &Cells) -> Value {
    let receiver = row.get("receiver_name").map(|name| json!({ "display": name }));
    let receiver = receiver.or_else(|| along.named(row.get("account_id"))).or_else(|| along.named(row.get("organisation_id")));
    let now = along.at.stored();
    let active = !row.contains_key("ended_at") && row.get("until_at").is_some_and(|until| *until > now);
    let bits = row.get("areas").and_then(|areas| areas.parse().ok()).unwrap_or(0);
    let areas: Vec<Value> = kernel::area::Area::ALL
        .into_iter()
        .filter(|area| Areas::from_bits(bits).has(*area))
        .map(|area| json!({ "system": format!("{}/fhir/CodeSystem/area", along.house), "code": area.key() }))
        .collect();
    let role = concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP");
    let provision = json!({
        "type": "permit",
        "period": { "start": row.get("given_at"), "end": row.get("ended_at").or_else(|| row.get("until_at")) },
        "actor": receiver.map(|reference| vec![json!({ "role": role, "reference": reference })]),
        "securityLabel": areas,
    });
    consent(along, row.get("grant_id"), active, row.get("given_at"), provision)
}

fn record(along: &Along<'_>, row: &Cells) -> Value {
    let code = json!([{ "text": row.get("kind") }]);
    let provision = json!({
        "type": "permit",
        "period": { "start": row.get("given_at"), "end": row.get("withdrawn_at") },
        "code": code,
    });
    consent(along, row.get("consent_id"), !row.contains_key("withdrawn_at"), row.get("given_at"), provision)
}
