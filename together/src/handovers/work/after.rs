//! What follows when something has happened to a baton: the facts, and what other parts are handed in the same commit.

use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::{Value, json};

use super::yes_sayer;
use crate::handovers::rules::{Change, Event, Returned};
use crate::handovers::store::searches;
use crate::handovers::store::{Handover, lines};
use crate::handovers::{DEPARTURE_UNPLANNED, HANDOVER_ACCEPTED, HANDOVER_OFFERED, HANDOVER_PASSED, HANDOVER_REFUSED, limits};

/// Hands something to whoever takes it. Without such a part, or where it says no, the baton goes on without.
fn hand(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, kind: &str, content: &Value) -> Result<(), Error> {
    match desk.hand(tx, permit, kind, content) {
        Err(Error::Fault(fault)) => Err(Error::Fault(fault)),
        _ => Ok(()),
    }
}

/// Tells the facts, and does what belongs to the same moment.
pub(super) fn follows(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Handover, change: &Change) -> Result<(), Error> {
    tell(tx, desk, permit.person(), one, change)?;
    if change.event.is_some() && change.state.is_final() {
        searches::stop(tx, desk, permit, &one.id)?;
    }
    match change.event {
        Some(Event::Accepted) => first_meeting(tx, desk, permit, one, change),
        Some(Event::Passed) => serve(tx, desk, permit, change),
        Some(Event::Missed) => look(tx, desk, permit, one, "missed"),
        Some(Event::Departed) => look(tx, desk, permit, one, "departed"),
        _ => Ok(()),
    }
}

/// Tells the facts alone: what the clock does.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &kernel::id::PersonId,
    one: &Handover,
    change: &Change,
) -> Result<(), Error> {
    let kind = match change.event {
        Some(Event::Offered) => HANDOVER_OFFERED,
        Some(Event::Accepted) => HANDOVER_ACCEPTED,
        Some(Event::Returned(Returned::TakenBack)) => return Ok(()),
        Some(Event::Returned(_)) => HANDOVER_REFUSED,
        Some(Event::Passed) => HANDOVER_PASSED,
        Some(Event::Departed) => DEPARTURE_UNPLANNED,
        _ => return Ok(()),
    };
    desk.of(&super::CHARTER).tell(tx, kind, Some(person), one.id.as_str())
}

/// The first meeting becomes an appointment, where appointments are kept.
fn first_meeting(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Handover, change: &Change) -> Result<(), Error> {
    let Some(at) = change.state.meet_at.filter(|at| *at > desk.now()) else { return Ok(()) };
    let place = lines::load(tx, permit, &one.id)?.meet_who.unwrap_or_default();
    let content = json!({
        "area": one.area.key(),
        "with": desk.ctx().actor.name,
        "place": place,
        "at": at.stored(),
        "title": desk.app().say(desk.ctx().language).t("handovers-first-meeting"),
    });
    hand(tx, desk, permit, "appointment", &content)
}

/// From «met» on the receiver serves the person, and has a name there.
fn serve(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, change: &Change) -> Result<(), Error> {
    let Some(by) = yes_sayer(&change.state) else { return Ok(()) };
    let content = json!({ "organisation": by.organisation.as_str(), "account": by.account.as_str() });
    hand(tx, desk, permit, "serving", &content)
}

/// The outreach team looks, today, when the person has said yes to it; and knows for some days who it is.
fn look(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Handover, why: &str) -> Result<(), Error> {
    if one.looks_at.is_none() {
        return Ok(());
    }
    let Some((team, _)) = searches::team(tx)? else { return Ok(()) };
    searches::begin(tx, desk, permit, &one.id, &team, why)?;
    let until = desk.now().plus_days(limits::load(tx, desk.now())?.look_days);
    hand(tx, desk, permit, "serving", &json!({ "organisation": team.as_str(), "account": null, "until": until.stored() }))
}
