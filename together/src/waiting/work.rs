//! What is done to a clock, the same from a page, from the part that keeps referrals and from the demo city.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::Value;

use super::WAIT_BREACHED;
use super::facts::{Facts, youngest};
use super::rules::{self, Assessment, Command, Ending, Refusal, State, breached_by};
use super::store::breaches;
use super::store::clocks::{self, Clock, NewClock};
use super::store::steps::Step;

/// What somebody writes beside a command.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Why.
    pub words: Option<String>,
    /// What is known now, when the assessment has found out more.
    pub facts: Option<Facts>,
}

/// Changes a clock. Only the service that was asked keeps it; where that service has no account here, the one that asked
/// writes down what it has been told.
///
/// # Errors
/// A refusal; [`Error::Missing`] for a clock the asker does not see.
pub fn change(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    id: &RowId,
    command: &Command,
    beside: &Beside,
) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    let clock = clocks::find(tx, desk, &permit, id)?;
    if !keeps(desk, &clock) {
        return Err(Error::refused(&Refusal::NotYours));
    }
    let command = match (command, &beside.facts) {
        // The suggestion is reckoned here, from the rules the clock keeps: what the form says about it counts for nothing.
        (Command::Assess { on, came_to, .. }, facts) => {
            let facts = facts.as_ref().unwrap_or(&clock.facts);
            let suggested = clock.rules.suggest(clock.received, facts).map(|found| found.on);
            Command::Assess { on: *on, came_to: *came_to, suggested, reasoned: beside.words.is_some() }
        }
        (other, _) => other.clone(),
    };
    apply(tx, desk, &permit, clock, &command, beside)
}

/// Whether the asker's service writes in this clock.
#[must_use]
pub fn keeps(desk: &Desk<'_>, clock: &Clock) -> bool {
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    employer.is_some() && clock.receiver.as_ref().or(clock.sender.as_ref()) == employer
}

fn apply(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    mut clock: Clock,
    command: &Command,
    beside: &Beside,
) -> Result<(), Error> {
    let today = desk.now().day();
    let state = rules::decide(clock.state, command, clock.received, today).map_err(|no| Error::refused(&no))?;
    let late = breached_by(clock.due, command);
    let was = match clock.state {
        State::Offered { on, .. } => Some(on),
        _ => None,
    };
    if let Some(facts) = &beside.facts {
        clock.facts = facts.clone();
    }
    let past = &mut clock.past;
    match command {
        Command::Assess { on, came_to, suggested, .. } => {
            (past.assessed, past.suggested) = (Some(*on), *suggested);
            if let Assessment::Right { latest } = came_to {
                past.latest = Some(*latest);
                past.later_why = beside.words.clone().filter(|_| suggested.is_some_and(|suggested| *latest > suggested));
            }
        }
        Command::TakeOn { on } => past.assessed = Some(*on),
        Command::Offer { on } => past.offered = Some(*on),
        Command::Move { to, .. } => past.offered = Some(*to),
        Command::Start { on, .. } => past.started = Some(*on),
        Command::Decide { on } => past.decided = Some(*on),
        Command::Evaluate { on } => past.evaluated = Some(*on),
        Command::End(_) => {}
    }
    if matches!(state, State::Over { .. }) {
        past.ended = Some(today);
    }
    clock.state = state;
    let caused_by = if let Command::Move { caused_by, .. } = command { Some(*caused_by) } else { None };
    let step = Step {
        on: command.day(),
        was: was.filter(|_| caused_by.is_some()),
        caused_by,
        words: beside.words.clone(),
        ..Step::of(command.key())
    };
    clocks::save(tx, desk, permit, &clock, &step)?;
    if let Some(due) = late {
        tell_breach(tx, desk, permit, &clock.id, due)?;
    }
    Ok(())
}

/// Writes a breach and tells of it, once.
///
/// # Errors
/// A fault.
pub fn tell_breach(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, clock: &RowId, due: rules::Due) -> Result<(), Error> {
    if breaches::found(tx, desk, permit, clock, due)? {
        desk.tell(tx, WAIT_BREACHED, Some(permit.person()), clock.as_str())?;
    }
    Ok(())
}

/// Takes what the part that keeps referrals hands over, in its own commit. Without `did` a clock begins:
/// `{"referral", "area", "route": "specialist" or "other", "sender", "receiver", "receiver_name", "holder", "received_on",
/// "facts": {"problem", "injecting", "units_a_day", "pregnant"}}`. Else something happened to the referral: `{"referral",
/// "did": "held" | "answered" | "refused" | "withdrawn" | "finished", "holder"}`.
///
/// # Errors
/// A fault for content that cannot be read.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &Value) -> Result<String, Error> {
    let desk = desk.of(&super::CHARTER);
    let text = |name: &str| content.get(name).and_then(Value::as_str);
    let lacking = || Error::fault("a clock was handed over without what it must have");
    let referral = text("referral").and_then(RowId::parse).ok_or_else(lacking)?;
    let Some(did) = text("did") else {
        let new = read_new(desk.now().day(), permit, referral, content).ok_or_else(lacking)?;
        return clocks::begin(tx, &desk, permit, &new).map(|id| id.to_string());
    };
    let Some(clock) = clocks::of_referral(tx, permit, &referral)? else { return Ok(String::new()) };
    let id = clock.id.to_string();
    if did == "held" {
        let holder = text("holder").and_then(AccountId::parse).ok_or_else(lacking)?;
        clocks::hold(tx, permit, &referral, &holder)?;
    } else if let Some(command) = command_of(did, &clock, desk.now().day()).ok_or_else(lacking)? {
        apply(tx, &desk, permit, clock, &command, &Beside::default())?;
    }
    Ok(id)
}

/// What an answer to a referral is to its clock. A yes of the specialist service is not yet an assessment: that is written on
/// the clock, with its date. Nothing for what no longer changes a clock; no command at all for a word that is not ours.
fn command_of(did: &str, clock: &Clock, today: Day) -> Option<Option<Command>> {
    let runs = !matches!(clock.state, State::Over { .. });
    let waits = clock.state == State::Received;
    match did {
        "answered" => Some((waits && clock.route == "other").then_some(Command::TakeOn { on: today })),
        "refused" => Some(runs.then_some(Command::End(Ending::Refused))),
        "withdrawn" => Some(runs.then_some(Command::End(Ending::Withdrawn))),
        "finished" => Some(runs.then_some(Command::End(Ending::Finished))),
        _ => None,
    }
}

fn read_new(today: Day, permit: &Permit, referral: RowId, content: &Value) -> Option<NewClock> {
    let text = |name: &str| content.get(name).and_then(Value::as_str);
    let mut facts: Facts = match content.get("facts") {
        Some(facts) => serde_json::from_value(facts.clone()).ok()?,
        None => Facts::default(),
    };
    let received = text("received_on").map_or(Some(today), Day::parse)?;
    // The card is read here and its year is not kept: an age that was true on the day is.
    facts.age = facts.age.or(permit.card().birth_year.map(|born| youngest(born, received.parts().0)));
    let route = text("route").filter(|route| ["specialist", "other"].contains(route))?;
    Some(NewClock {
        referral,
        route: route.to_owned(),
        area: text("area").and_then(Area::parse)?,
        sender: text("sender").and_then(OrganisationId::parse),
        receiver: text("receiver").and_then(OrganisationId::parse),
        receiver_name: text("receiver_name").map(str::to_owned),
        holder: text("holder").and_then(AccountId::parse),
        received,
        facts,
    })
}
