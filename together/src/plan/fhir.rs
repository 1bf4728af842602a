//! The plan as another system reads it: CarePlan, its goals, and a Task for each thing somebody does.

use platform::leaving::{Along, Cells, TakeAlong, concept, resource};
use serde_json::{Value, json};

/// The part's share of what is taken along.
pub const ALONG: TakeAlong = TakeAlong { part: "plan", resources };

const ACHIEVEMENT: &str = "http://terminology.hl7.org/CodeSystem/goal-achievement";

fn resources(along: &Along<'_>) -> Vec<Value> {
    let goals: Vec<Value> = along.rows("plan_goal").iter().map(|row| goal(along, row)).collect();
    let tasks: Vec<Value> = along.rows("plan_measure").iter().map(|row| task(along, row)).collect();
    let begun = !goals.is_empty() || !tasks.is_empty();
    // A plan that is not an individual plan has no row of its own.
    let simple = begun.then(Cells::new);
    let plan = along.rows("plan_plan").first().or(simple.as_ref()).map(|row| plan(along, row, &goals, &tasks));
    plan.into_iter().chain(goals).chain(tasks).collect()
}

fn plan(along: &Along<'_>, row: &Cells, goals: &[Value], tasks: &[Value]) -> Value {
    let ended = row.contains_key("completed_at") || row.contains_key("declined_at");
    let notes = along.rows("plan_part").iter().map(|part| json!({ "text": part.get("words"), "time": part.get("changed_at") }));
    resource(
        "CarePlan",
        &format!("{}-plan", along.person.as_str()),
        json!({
            "status": if ended { "completed" } else { "active" },
            "intent": "plan",
            "category": [{ "text": if row.get("kind").is_some_and(|kind| kind == "individual") { "Individuell plan" } else { "Plan" } }],
            "subject": along.subject(),
            "created": row.get("started_at"),
            "period": { "start": row.get("period_from"), "end": row.get("period_until") },
            "goal": goals.iter().filter_map(reference).collect::<Vec<_>>(),
            "activity": tasks.iter().filter_map(reference).map(|task| json!({ "reference": task })).collect::<Vec<_>>(),
            "note": notes.collect::<Vec<_>>(),
        }),
    )
}

fn reference(resource: &Value) -> Option<Value> {
    let (kind, id) = (resource.get("resourceType")?.as_str()?, resource.get("id")?.as_str()?);
    Some(json!({ "reference": format!("{kind}/{id}") }))
}

fn goal(along: &Along<'_>, row: &Cells) -> Value {
    let id = row.get("goal_id").map_or("", String::as_str);
    let evaluations =
        along.rows("plan_evaluation").iter().filter(|evaluation| evaluation.get("goal_id").is_some_and(|of| of == id));
    let newest = evaluations.max_by_key(|evaluation| evaluation.get("at").cloned());
    resource(
        "Goal",
        id,
        json!({
            "lifecycleStatus": lifecycle(row, newest),
            "achievementStatus": newest.map(achievement),
            "description": { "text": row.get("words") },
            "subject": along.subject(),
            "startDate": day(row.get("made_at")),
            "expressedBy": author(along, row),
            "note": notes(along, id),
        }),
    )
}

fn lifecycle(row: &Cells, newest: Option<&Cells>) -> &'static str {
    match (row.get("answer").map(String::as_str), newest.and_then(|newest| newest.get("achievement")).map(String::as_str)) {
        _ if row.contains_key("retracted_at") => "cancelled",
        (Some("no"), _) => "rejected",
        (Some("none") | None, _) if row.get("origin").is_none_or(|origin| origin != "person") => "proposed",
        (_, Some("reached")) => "completed",
        (_, Some("changed")) => "cancelled",
        _ => "active",
    }
}

fn achievement(evaluation: &Cells) -> Value {
    let code = match evaluation.get("achievement").map(String::as_str) {
        Some("reached") => "achieved",
        Some("begun" | "far") => "improving",
        Some("changed") => "not-attainable",
        _ => "in-progress",
    };
    concept(ACHIEVEMENT, code)
}

fn task(along: &Along<'_>, row: &Cells) -> Value {
    let id = row.get("measure_id").map_or("", String::as_str);
    let status = match row.get("status").map(String::as_str) {
        _ if row.contains_key("retracted_at") => "cancelled",
        Some("ongoing") => "in-progress",
        Some("done") => "completed",
        Some("not-now") => "on-hold",
        Some("agreed") => "accepted",
        _ => "requested",
    };
    let who = row.get("who").map(|who| json!({ "display": who })).or_else(|| along.named(row.get("who_id")));
    let mine = row.get("who_kind").is_some_and(|kind| kind == "me");
    resource(
        "Task",
        id,
        json!({
            "status": status,
            "intent": "plan",
            "description": row.get("words"),
            "for": along.subject(),
            "focus": row.get("goal_id").map(|goal| json!({ "reference": format!("Goal/{goal}") })),
            "authoredOn": row.get("made_at"),
            "requester": author(along, row),
            "owner": if mine { Some(along.subject()) } else { who },
            "executionPeriod": { "end": row.get("due_on") },
            "note": notes(along, id),
        }),
    )
}

/// Who said it: the person, an employee by name, or whoever the paper named.
fn author(along: &Along<'_>, row: &Cells) -> Value {
    let own = row.get("origin").is_some_and(|origin| origin == "person") || !row.contains_key("account_id");
    let named = row.get("author").map(|author| json!({ "display": author }));
    named.or_else(|| along.named(row.get("account_id"))).filter(|_| !own).unwrap_or_else(|| along.subject())
}

fn notes(along: &Along<'_>, line: &str) -> Vec<Value> {
    let comments = along.rows("plan_comment").iter().filter(|comment| comment.get("line_id").is_some_and(|of| of == line));
    comments.map(|comment| json!({ "text": comment.get("words"), "time": comment.get("at") })).collect()
}

fn day(at: Option<&String>) -> Option<&str> {
    at.and_then(|at| at.get(..10))
}
