//! The demo city's share: a small delivery for Jon from the clinic he left ten days ago, so that there is something to answer
//! and something to read.

use platform::app::App;
use platform::demo::City;
use platform::error::Error;
use serde_json::{Value, json};

const JON: &str = "urn:uuid:7d1c0f52-5b0e-4b2c-9a55-0a6f2f6f1a01";
const CLINIC: &str = "urn:uuid:7d1c0f52-5b0e-4b2c-9a55-0a6f2f6f1a02";

/// Hands the delivery to Jon.
///
/// # Errors
/// A fault when it cannot be read or kept.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let Some(jon) = &city.jon else { return Ok(()) };
    let today = app.source().now().day();
    let bundle = delivery(&|days: i32| today.plus(days).stored());
    let done = super::import::deliver(app, bundle.to_string().as_bytes(), jon.clone());
    done.map(|_| ()).map_err(|_| Error::fault("the demo city's papers could not be delivered"))
}

fn delivery(day: &dyn Fn(i32) -> String) -> Value {
    let subject = json!({ "reference": JON });
    let vital = |id: &str, name: &str, rest: Value| {
        let mut observation = json!({
            "resourceType": "Observation", "id": id, "status": "final", "code": { "text": name }, "subject": subject,
            "category": [{ "coding": [{ "code": "vital-signs" }] }], "effectiveDateTime": day(-11),
        });
        if let (Some(to), Value::Object(from)) = (observation.as_object_mut(), rest) {
            to.extend(from);
        }
        json!({ "resource": observation })
    };
    let mmhg = |value: u8| json!({ "value": value, "unit": "mmHg" });
    json!({ "resourceType": "Bundle", "type": "collection", "language": "nb", "entry": [
        { "fullUrl": JON, "resource": {
            "resourceType": "Patient", "id": "demo-jon", "name": [{ "given": ["Jon"] }],
            "managingOrganization": { "reference": CLINIC } } },
        { "fullUrl": CLINIC, "resource": {
            "resourceType": "Organization", "id": "demo-klinikk", "name": "Fjordklinikken, avrusning" } },
        { "resource": {
            "resourceType": "Encounter", "id": "demo-opphold", "status": "finished", "subject": subject,
            "class": { "code": "IMP" }, "type": [{ "text": "Opphold på avrusning" }],
            "period": { "start": day(-19), "end": day(-10) } } },
        { "resource": {
            "resourceType": "Goal", "id": "demo-sove", "lifecycleStatus": "active", "subject": subject,
            "description": { "text": "Sove om natta" }, "startDate": day(-12) } },
        { "resource": {
            "resourceType": "CarePlan", "id": "demo-plan", "status": "active", "intent": "plan", "subject": subject,
            "title": "Plan etter oppholdet", "period": { "start": day(-10) },
            "activity": [
                { "detail": { "status": "scheduled", "description": "Snakke med fastlegen om leddene",
                    "performer": [{ "display": "Fastlegen" }] } },
                { "detail": { "status": "not-started", "description": "Ta blodprøve på nytt",
                    "scheduledPeriod": { "end": day(20) } } },
            ] } },
        vital("demo-vekt", "Vekt", json!({ "valueQuantity": { "value": 71.5, "unit": "kg" } })),
        vital("demo-trykk", "Blodtrykk", json!({ "component": [
            { "code": { "text": "Øvre" }, "valueQuantity": mmhg(128) },
            { "code": { "text": "Nedre" }, "valueQuantity": mmhg(82) },
        ] })),
        { "resource": {
            "resourceType": "Immunization", "id": "demo-vaksine", "status": "completed", "patient": subject,
            "vaccineCode": { "text": "Hepatitt B" }, "occurrenceDateTime": day(-13) } },
    ] })
}
