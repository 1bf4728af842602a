//! Asking for a home, being offered one, and saying yes or no.

use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit, relations};
use platform::db::Tx;
use platform::error::Error;

use super::me;
use crate::housing::fit::has_all_musts;
use crate::housing::rules::{Case, Command, Home, NoReason, OfferState, Refusal, Why, decide};
use crate::housing::store::needs::{self, Need, Written};
use crate::housing::store::offers::{self, NewOffer, Offer};
use crate::housing::store::{desk as office, tenancies, units};

/// The person asks for a home, or writes anew what they want. The date is the first one.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn want(tx: &mut Tx<'_>, desk: &Desk<'_>, written: &Written) -> Result<(), Error> {
    let own = desk.own(tx)?;
    put(tx, desk, &own, written)
}

/// The same, written by the housing service together with the person.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn write_down(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, written: &Written) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    put(tx, desk, &permit, written)
}

fn put(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, written: &Written) -> Result<(), Error> {
    let (now, with) = (desk.now(), desk.ctx().actor.account.clone());
    if let Some(need) = needs::waiting_of(tx, permit)? {
        return needs::rewrite(tx, permit, &need, with.as_ref(), written);
    }
    let municipality = &desk.app().config().municipality;
    let service = office::service(tx, municipality, now)?.ok_or(Error::from(Refusal::NobodyHolds))?;
    let id = RowId::from_bits(desk.bits());
    let holder = with.as_ref().unwrap_or(&service.holder.account);
    needs::insert(tx, permit, &id, (&service.organisation, holder), with.as_ref(), written, desk.bits(), now)
}

/// The wait as the rules see it.
fn case(need: &Need, offers: &[Offer]) -> Case {
    let on_the_table =
        offers.iter().find(|offer| offer.need == need.id && matches!(offer.state, OfferState::Open | OfferState::Yes));
    Case { state: need.state, offer: on_the_table.map(|offer| offer.state), asked_on: need.asked_at.day() }
}

/// The offer that lies on the table of a wait.
#[must_use]
pub fn on_the_table<'a>(need: &Need, offers: &'a [Offer]) -> Option<&'a Offer> {
    offers.iter().find(|offer| offer.need == need.id && matches!(offer.state, OfferState::Open | OfferState::Yes))
}

fn theirs(tx: &mut Tx<'_>, permit: &Permit) -> Result<(Need, Vec<Offer>), Error> {
    let need = needs::waiting_of(tx, permit)?.ok_or(Error::from(Refusal::NotWaiting))?;
    let offers = offers::all(tx, permit)?;
    Ok((need, offers))
}

/// Offers a home. Two who offer the same one at once: one is told.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn offer(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, unit: &RowId, why: Option<Why>) -> Result<RowId, Error> {
    let permit = desk.person(tx, person)?;
    let (need, so_far) = theirs(tx, &permit)?;
    let home = units::load(tx, &need.organisation, unit)?;
    let before = needs::musts_before(tx, &need.organisation, &need, unit)?;
    let rules_see = Home {
        free: home.can_be_offered(),
        declined: so_far.iter().any(|offer| offer.unit == *unit && offer.state == OfferState::No),
        waited_longer: before.iter().any(|musts| has_all_musts(musts, &home.traits)),
        why,
    };
    decide(case(&need, &so_far), Command::Offer(rules_see))?;
    let limits = office::limits(tx, desk.now())?;
    let id = RowId::from_bits(desk.bits());
    units::hold(tx, unit, &id)?;
    let new = NewOffer {
        id: &id,
        need: &need.id,
        unit,
        support: (home.support, home.support_hours),
        why: why.filter(|_| rules_see.waited_longer),
        by: &me(desk)?,
        answer_by: desk.now().day().plus(limits.answer_days),
    };
    offers::insert(tx, &permit, &new, desk.now())?;
    Ok(id)
}

/// What the person says to an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No, with a reason or without.
    No(Option<NoReason>, Option<String>),
}

/// The person answers; or the housing service writes down what they said.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn say(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, answer: &Answer) -> Result<(), Error> {
    let (need, so_far) = theirs(tx, permit)?;
    let command = if *answer == Answer::Yes { Command::Yes } else { Command::No };
    decide(case(&need, &so_far), command)?;
    let seen = on_the_table(&need, &so_far).ok_or(Error::from(Refusal::NothingOffered))?;
    match answer {
        Answer::Yes => settle(tx, desk, permit, seen, OfferState::Yes, (None, None)),
        Answer::No(reason, words) => {
            settle(tx, desk, permit, seen, OfferState::No, (*reason, words.as_deref()))?;
            units::let_go(tx, &seen.unit, &seen.id)
        }
    }
}

fn settle(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    seen: &Offer,
    state: OfferState,
    said: (Option<NoReason>, Option<&str>),
) -> Result<(), Error> {
    if offers::settle(tx, permit, seen, state, said, desk.now())? { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// The service takes an offer back: the home is gone, or was offered by mistake.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn take_back(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    let (need, so_far) = theirs(tx, &permit)?;
    decide(case(&need, &so_far), Command::TakeBack)?;
    let seen = on_the_table(&need, &so_far).ok_or(Error::from(Refusal::NothingOffered))?;
    settle(tx, desk, &permit, seen, OfferState::TakenBack, (None, None))?;
    units::let_go(tx, &seen.unit, &seen.id)
}

/// The person no longer wants a home from the municipality. What lies on the table goes back.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn withdraw(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<(), Error> {
    let own = desk.own(tx)?;
    let (need, so_far) = theirs(tx, &own)?;
    let after = decide(case(&need, &so_far), Command::Withdraw)?;
    if let Some(seen) = on_the_table(&need, &so_far) {
        settle(tx, desk, &own, seen, OfferState::TakenBack, (None, None))?;
        units::let_go(tx, &seen.unit, &seen.id)?;
    }
    needs::save(tx, &own, &need, after.state, desk.now())?;
    let lives_here = tenancies::running(tx, &own)?.is_some();
    match &need.relation {
        Some(made) if !lives_here => relations::end(tx, &own, made, desk.now()).map(drop),
        _ => Ok(()),
    }
}

/// They move in: the wait is over, by the rules of the wait.
///
/// # Errors
/// A refusal or a fault.
pub(super) fn moved_in(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<(Need, Offer), Error> {
    let (need, so_far) = theirs(tx, permit)?;
    let after = decide(case(&need, &so_far), Command::MoveIn)?;
    let seen = on_the_table(&need, &so_far).ok_or(Error::from(Refusal::NothingOffered))?.clone();
    settle(tx, desk, permit, &seen, OfferState::MovedIn, (None, None))?;
    needs::save(tx, permit, &need, after.state, desk.now())?;
    Ok((need, seen))
}
