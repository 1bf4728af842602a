//! From a resource to a proposal, or to nothing: pure, and careful to propose only what is still going on.
//!
//! What is proposed is what the sender wrote, unchanged. Where it belongs is filled in only when a code says so.

use kernel::area::Area;
use kernel::text::Text;
use kernel::time::Day;
use platform::charter::{Import, Proposal};
use platform::fhir::element::{at, codings, concept_at, day_text, name_of, text};
use serde_json::{Map, Value, json};

/// The readers of this part: what the charter names.
pub const IMPORTS: &[Import] = &[
    Import { resource_type: "Goal", read: goal },
    Import { resource_type: "CarePlan.activity", read: activity },
    Import { resource_type: "Practitioner", read: practitioner },
    Import { resource_type: "CareTeam.participant", read: participant },
];

/// Longest line of a plan, in characters.
const MAX_LINE: usize = 2000;

/// Goals that are over, or were never agreed to.
const CLOSED_GOALS: [&str; 4] = ["completed", "cancelled", "rejected", "entered-in-error"];
/// Plans that are over.
const CLOSED_PLANS: [&str; 3] = ["completed", "revoked", "entered-in-error"];
/// Activities that are over.
const CLOSED_ACTIVITIES: [&str; 5] = ["completed", "cancelled", "stopped", "entered-in-error", "failed"];

/// HL7's goal categories that name an area.
const GOAL_AREAS: [(&str, Area); 3] = [("dietary", Area::Body), ("physiotherapy", Area::Body), ("safety", Area::Safety)];

/// SNOMED CT codes for plans that name an area and a side of life: psychiatry, diabetes, heart failure, cancer, breathing,
/// burns, fractures, muscles and joints, physiotherapy.
const PLANS: [(&str, Area, &str); 9] = [
    ("736254008", Area::MentalHealth, "mental"),
    ("698360004", Area::Body, "somatic"),
    ("735984001", Area::Body, "somatic"),
    ("736252007", Area::Body, "somatic"),
    ("53950000", Area::Body, "somatic"),
    ("133901003", Area::Body, "somatic"),
    ("385691007", Area::Body, "somatic"),
    ("872781000000100", Area::Body, "somatic"),
    ("91251008", Area::Body, "somatic"),
];

fn goal(goal: &Value) -> Result<Option<Proposal>, String> {
    if text(goal, "lifecycleStatus").is_some_and(|status| CLOSED_GOALS.contains(&status)) {
        return Ok(None);
    }
    let line = readable(concept_at(goal, "description").ok_or("the goal has no description")?)?;
    let category = codings(goal, "category");
    let area = GOAL_AREAS.iter().find(|(code, _)| category.iter().any(|(_, has)| has == code));
    let mut content = content(line, area.map(|(_, area)| *area));
    put(&mut content, "due", text(goal, "target.0.dueDate").and_then(whole_day));
    Ok(Some(Proposal { accept: "plan-goal", line: line.to_owned(), content: Value::Object(content) }))
}

/// One activity of a plan, by itself or as the order or task it refers to.
fn activity(plan: &Value) -> Result<Option<Proposal>, String> {
    let over = |path: &str, closed: &[&str]| text(plan, path).is_some_and(|status| closed.contains(&status));
    let referred = "activity.0.reference.resolved";
    if over("status", &CLOSED_PLANS)
        || over("activity.0.detail.status", &CLOSED_ACTIVITIES)
        || over(&format!("{referred}.status"), &CLOSED_ACTIVITIES)
    {
        return Ok(None);
    }
    let path = |field: &str| format!("{referred}.{field}");
    let line = concept_at(plan, "activity.0.detail.code")
        .or_else(|| text(plan, "activity.0.detail.description"))
        .or_else(|| concept_at(plan, &path("code")))
        .or_else(|| text(plan, &path("description")))
        .or_else(|| text(plan, "activity.0.reference.display"));
    let Some(line) = line.map(readable).transpose()? else { return Ok(None) };
    let category = codings(plan, "category");
    let known = PLANS.iter().find(|(code, ..)| category.iter().any(|(_, has)| has == code));
    let mut content = content(line, known.map(|(_, area, _)| *area));
    put(&mut content, "need", known.map(|(.., need)| *need));
    put(&mut content, "due", text(plan, "activity.0.detail.scheduledPeriod.end").and_then(whole_day));
    put(&mut content, "responsible", responsible(plan).as_deref());
    Ok(Some(Proposal { accept: "plan-measure", line: line.to_owned(), content: Value::Object(content) }))
}

/// What cannot stand as a line of a plan is kept as it came instead.
fn readable(line: &str) -> Result<&str, String> {
    let fits = Text::parse(line, MAX_LINE).is_ok();
    if fits { Ok(line) } else { Err("its words are too long or cannot be shown in a plan".into()) }
}

fn whole_day(date: &str) -> Option<&str> {
    day_text(date).filter(|day| Day::parse(day).is_some())
}

fn responsible(plan: &Value) -> Option<String> {
    let performer = at(plan, "activity.0.detail.performer.0")?;
    text(performer, "display").map(str::to_owned).or_else(|| name_of(performer.get("resolved")?))
}

fn practitioner(practitioner: &Value) -> Result<Option<Proposal>, String> {
    let name = name_of(practitioner).ok_or("the practitioner has no name")?;
    Ok(Some(member(&name, concept_at(practitioner, "qualification.0.code"))))
}

/// A member of a team who stands in the file only as a name; those who have a resource of their own are read from it.
fn participant(team: &Value) -> Result<Option<Proposal>, String> {
    if at(team, "participant.0.member.resolved").is_some() {
        return Ok(None);
    }
    let role = concept_at(team, "participant.0.role");
    Ok(text(team, "participant.0.member.display").map(|name| member(name, role)))
}

fn member(name: &str, role: Option<&str>) -> Proposal {
    let mut content = Map::new();
    put(&mut content, "name", Some(name));
    put(&mut content, "role", role);
    Proposal { accept: "team-member", line: name.to_owned(), content: Value::Object(content) }
}

fn content(line: &str, area: Option<Area>) -> Map<String, Value> {
    let mut content = Map::new();
    put(&mut content, "text", Some(line));
    put(&mut content, "area", area.map(Area::key));
    content
}

fn put(content: &mut Map<String, Value>, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        content.insert(name.to_owned(), json!(value));
    }
}
