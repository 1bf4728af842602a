//! The life of a clock by table.

use kernel::refusal::Refusal as _;

use super::day;
use crate::waiting::facts::Care;
use crate::waiting::limits::{Kind, Name};
use crate::waiting::rules::{Assessment, CausedBy, Command, Due, Ending, Refusal, State, breached_by, decide};

const OUT: Care = Care::Outpatient;

fn assess(on: &str, latest: &str, suggested: Option<&str>, reasoned: bool) -> Command {
    let came_to = Assessment::Right { latest: day(latest) };
    Command::Assess { on: day(on), came_to, suggested: suggested.map(day), reasoned }
}

#[test]
fn each_step_leads_on_or_is_refused_for_its_reason() {
    let (received, today) = (day("2026-11-02"), day("2026-11-20"));
    let latest = Some(day("2026-12-20"));
    let no_right = Command::Assess { on: day("2026-11-10"), came_to: Assessment::NoRight, suggested: None, reasoned: false };
    let (assessed, offered) = (State::Assessed { latest }, State::Offered { latest, on: day("2026-12-01") });
    let (started, over) = (State::Started { on: day("2026-11-16"), care: OUT }, State::Over { ending: Ending::Finished });
    let decided = State::Decided { care: OUT, on: day("2026-11-18"), evaluated: None };
    let moved = Command::Move { to: day("2026-12-05"), caused_by: CausedBy::Service };
    let start = |on: &str| Command::Start { on: day(on), care: OUT };
    for (state, command, came_to) in [
        (State::Received, assess("2026-11-10", "2026-12-20", None, false), Ok(assessed)),
        (State::Received, assess("2026-11-10", "2026-12-20", Some("2026-12-20"), false), Ok(assessed)),
        (State::Received, assess("2026-11-10", "2026-12-20", Some("2026-12-19"), true), Ok(assessed)),
        (State::Received, assess("2026-11-10", "2026-12-20", Some("2026-12-19"), false), Err(Refusal::SayWhyLater)),
        (State::Received, assess("2026-11-01", "2026-12-20", None, false), Err(Refusal::BeforeReceived)),
        (State::Received, assess("2026-11-10", "2026-11-01", None, false), Err(Refusal::BeforeReceived)),
        (State::Received, assess("2026-11-21", "2026-12-20", None, false), Err(Refusal::NotYetDay)),
        (State::Received, no_right.clone(), Ok(State::Over { ending: Ending::NoRight })),
        (State::Received, Command::TakeOn { on: today }, Ok(State::Assessed { latest: None })),
        (State::Received, start("2026-11-16"), Err(Refusal::NotYet)),
        (State::Received, Command::Offer { on: day("2026-12-01") }, Err(Refusal::NotYet)),
        (assessed, no_right, Err(Refusal::Done)),
        (assessed, Command::Offer { on: day("2026-12-01") }, Ok(offered)),
        (assessed, moved.clone(), Err(Refusal::NotYet)),
        (assessed, start("2026-11-16"), Ok(started)),
        (offered, Command::Offer { on: day("2026-12-02") }, Err(Refusal::Done)),
        (offered, moved.clone(), Ok(State::Offered { latest, on: day("2026-12-05") })),
        (offered, start("2026-11-16"), Ok(started)),
        (offered, start("2026-11-21"), Err(Refusal::NotYetDay)),
        (started, Command::Decide { on: day("2026-11-18") }, Ok(decided)),
        (started, Command::Decide { on: day("2026-11-15") }, Err(Refusal::NotYet)),
        (started, start("2026-11-17"), Err(Refusal::Done)),
        (started, Command::Evaluate { on: day("2026-11-18") }, Err(Refusal::NotYet)),
        (decided, Command::Decide { on: day("2026-11-19") }, Err(Refusal::Done)),
        (decided, Command::Evaluate { on: day("2026-11-17") }, Err(Refusal::NotYet)),
        (
            decided,
            Command::Evaluate { on: today },
            Ok(State::Decided { care: OUT, on: day("2026-11-18"), evaluated: Some(today) }),
        ),
        (decided, Command::End(Ending::Finished), Ok(over)),
        (over, Command::End(Ending::Withdrawn), Err(Refusal::Over)),
        (over, moved, Err(Refusal::Over)),
    ] {
        assert_eq!(decide(state, &command, received, today), came_to, "{state:?} {command:?}");
    }
}

#[test]
fn a_breach_is_of_law_and_counts_from_the_day_after_the_last() {
    let due = |name, kind| Some(Due { name, on: day("2026-11-20"), kind });
    let start = |on: &str| Command::Start { on: day(on), care: OUT };
    let law = due(Name::LatestStart, Kind::Law);
    assert_eq!(breached_by(law, &start("2026-11-20")), None, "the last day is kept");
    assert_eq!(breached_by(law, &start("2026-11-21")), law);
    assert_eq!(breached_by(due(Name::Decision, Kind::Advice), &start("2026-12-01")), None, "advice is no law");
    let late = assess("2026-11-21", "2026-12-20", None, false);
    assert_eq!(breached_by(due(Name::Assessment, Kind::Law), &late).map(|due| due.name), Some(Name::Assessment));
    assert_eq!(breached_by(law, &late), None);
    assert_eq!(breached_by(None, &late), None);
}

#[test]
fn every_refusal_has_a_key_of_its_own() {
    let mut keys: Vec<&str> = Refusal::ALL.iter().map(Refusal::key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Refusal::ALL.len());
}
