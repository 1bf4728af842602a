//! What belongs to no other part: who the person is, who has looked, and the bundle around it all.

use platform::leaving::{Along, Looked, TakeAlong, concept, resource};
use serde_json::{Value, json};

/// The part's own share of what is taken along.
pub const ALONG: TakeAlong = TakeAlong { part: "leaving", resources };

const AUDIT: &str = "http://terminology.hl7.org/CodeSystem/audit-event-type";

/// The bundle of what every part adds, readable by itself: each resource has an address, and refers to the others by theirs.
pub fn bundle(along: &Along<'_>, parts: &[TakeAlong]) -> Value {
    let resources = parts.iter().flat_map(|part| (part.resources)(along));
    let entries: Vec<Value> = resources
        .map(|resource| {
            let field = |name: &str| resource.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let address = format!("{}/fhir/{}/{}", along.house, field("resourceType"), field("id"));
            json!({ "fullUrl": address, "resource": resource })
        })
        .collect();
    json!({
        "resourceType": "Bundle",
        "id": format!("{}-{}", along.person.as_str(), along.at.unix_s()),
        "type": "collection",
        "timestamp": along.at.stored(),
        "entry": entries,
    })
}

fn resources(along: &Along<'_>) -> Vec<Value> {
    let looks = along.log.iter().enumerate().map(|(n, looked)| look(along, n, looked));
    std::iter::once(patient(along)).chain(looks).collect()
}

fn patient(along: &Along<'_>) -> Value {
    let row = along.rows("person").first();
    let cell = |name: &str| row.and_then(|row| row.get(name));
    resource(
        "Patient",
        along.person.as_str(),
        json!({
            "name": cell("name").map(|name| vec![json!({ "use": "usual", "text": name })]),
            "telecom": cell("phone").map(|phone| vec![json!({ "system": "phone", "value": phone })]),
            "birthDate": cell("birth_year"),
            "communication": cell("language").map(|language| vec![json!({
                "language": concept("urn:ietf:bcp:47", language), "preferred": true,
            })]),
        }),
    )
}

fn look(along: &Along<'_>, number: usize, looked: &Looked) -> Value {
    let own = looked.purpose == "own";
    let refused = matches!(looked.outcome.as_str(), "denied" | "refused");
    let who = if own { along.subject() } else { json!({ "display": looked.name.as_ref().unwrap_or(&looked.role) }) };
    let organisation = looked.organisation.as_ref().map(|name| json!({ "text": name }));
    resource(
        "AuditEvent",
        &format!("{}-look-{number}", along.person.as_str()),
        json!({
            "type": { "system": AUDIT, "code": "rest" },
            "action": if looked.outcome == "changed" { "U" } else { "R" },
            "recorded": looked.at.stored(),
            "outcome": if refused { "4" } else { "0" },
            "outcomeDesc": looked.outcome,
            "purposeOfEvent": [{ "text": looked.purpose }],
            "agent": [{
                "role": [{ "text": looked.role }],
                "who": who,
                "requestor": true,
                "policy": [looked.detail.basis],
            }, organisation.map(|name| json!({ "type": name, "requestor": false }))],
            "source": { "observer": { "display": "Varde" } },
            "entity": [{ "what": along.subject(), "description": looked.part }],
        }),
    )
}
