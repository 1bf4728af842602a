//! Deciding, and what the person says to it.

use kernel::id::RowId;
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit, provisional};
use platform::db::Tx;
use platform::error::Error;

use super::{in_force, let_go, me, open, ruled, still_as_seen};
use crate::tonight::NIGHT_GIVEN;
use crate::tonight::nights::{counts_from, evening_of};
use crate::tonight::rules::{Case, Command, Offered, Refusal};
use crate::tonight::store::decisions::{self, Decision, NewDecision, Said};
use crate::tonight::store::places;
use crate::tonight::store::requests::{self, Request};
use crate::tonight::store::{desk as office, slips};
use crate::tonight::traits::Quality;

/// A concrete place, for so many nights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub id: RowId,
    /// How many nights.
    pub nights: i64,
    /// A word to the person.
    pub words: Option<String>,
}

/// «Jeg tar den.»
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let after = ruled(&found.case, Command::Take(me(desk)?), desk.now())?;
    requests::save(tx, &permit, &found, &after, found.counted_from, found.delete_at)
}

/// What the rules have to know of a place before somebody is sent there.
fn offered(place: &places::Place, decisions: &[Decision]) -> Offered {
    let said_no =
        |one: &Decision| one.said == Some(Said::NotSafe) && one.given.as_ref().is_some_and(|given| given.place == place.id);
    Offered {
        closed: place.closed,
        unfit: matches!(place.quality, Some((Quality::Unfit, _))),
        unsafe_for_them: decisions.iter().any(said_no),
    }
}

/// Keeps somebody who has not said who they are for as long as the contact goes on.
fn kept(tx: &mut Tx<'_>, permit: &Permit, now: Timestamp) -> Result<Timestamp, Error> {
    let until = now.plus_days(office::limits(tx, now)?.kept_days);
    provisional::keep_until(tx, permit, until)?;
    Ok(until)
}

/// Gives a place: the decision, with the right to complain. The last place is given once; whoever comes second is told.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn give(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, place: &Place, seen: i64) -> Result<RowId, Error> {
    let (permit, found) = open(tx, desk, request)?;
    let (now, me) = (desk.now(), me(desk)?);
    let (target, so_far) = (places::load(tx, &place.id)?, decisions::all(tx, &permit)?);
    let after = ruled(&found.case, Command::Give(me.clone(), offered(&target, &so_far)), now)?;
    still_as_seen(&found, seen)?;
    places::take(tx, &place.id)?;
    let limits = office::limits(tx, now)?;
    let night = evening_of(now);
    let slip = slips::give(tx, &place.id, night)?;
    let id = RowId::from_bits(desk.bits());
    let new = NewDecision {
        id: id.clone(),
        request,
        place: Some((&place.id, slip)),
        from: night,
        through: night.plus(days(place.nights - 1)),
        words: place.words.as_deref(),
        by: &me,
        complain_by: now.day().plus(7 * limits.complaint_weeks),
    };
    decisions::insert(tx, &permit, &new, now)?;
    let before = earlier_stay(tx, &permit, &so_far)?;
    let counted = found.counted_from.unwrap_or_else(|| counts_from(before, night, limits.gap_days));
    let until = kept(tx, &permit, now)?;
    requests::save(tx, &permit, &found, &after, Some(counted), until)?;
    desk.tell(tx, NIGHT_GIVEN, Some(permit.person()), id.as_str())?;
    Ok(id)
}

fn days(nights: i64) -> i32 {
    i32::try_from(nights.max(0)).unwrap_or(0)
}

/// From which evening the last stay was counted, and the morning it ended.
fn earlier_stay(tx: &mut Tx<'_>, permit: &Permit, decisions: &[Decision]) -> Result<Option<(Day, Day)>, Error> {
    let ended = decisions.iter().filter_map(|one| Some((one.span()?, one.left?, &one.request)));
    let Some((span, left, request)) = ended.max_by_key(|(_, left, _)| *left) else { return Ok(None) };
    let of_request = requests::all(tx, permit)?.into_iter().find(|one| one.id == *request);
    let counted = of_request.and_then(|one| one.counted_from).unwrap_or(span.from);
    Ok(Some((counted, left)))
}

/// Decides with a no, and says why in words the person can read.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn decline(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, words: &str, seen: i64) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let (now, me) = (desk.now(), me(desk)?);
    let after = ruled(&found.case, Command::Decline(me.clone()), now)?;
    still_as_seen(&found, seen)?;
    let limits = office::limits(tx, now)?;
    let new = NewDecision {
        id: RowId::from_bits(desk.bits()),
        request,
        place: None,
        from: evening_of(now),
        through: evening_of(now),
        words: Some(words),
        by: &me,
        complain_by: now.day().plus(7 * limits.complaint_weeks),
    };
    decisions::insert(tx, &permit, &new, now)?;
    let until = kept(tx, &permit, now)?;
    requests::save(tx, &permit, &found, &after, found.counted_from, until)
}

/// More nights in the same place.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn extend(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, nights: i64, seen: i64) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let so_far = decisions::all(tx, &permit)?;
    let current = in_force(&so_far, request).ok_or(Error::from(Refusal::NotStaying))?;
    let given = current.given.as_ref().ok_or(Error::from(Refusal::NotStaying))?;
    let target = places::load(tx, &given.place)?;
    // A place that takes no new ones still keeps those who live there.
    let target = Offered { closed: false, ..offered(&target, &so_far) };
    let after = ruled(&found.case, Command::Extend(me(desk)?, target), desk.now())?;
    still_as_seen(&found, seen)?;
    let first = current.through.max(evening_of(desk.now()).plus(-1));
    decisions::through(tx, &permit, &current.id, first.plus(days(nights)))?;
    let until = kept(tx, &permit, desk.now())?;
    requests::save(tx, &permit, &found, &after, found.counted_from, until)
}

/// The person says yes.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn yes(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(), Error> {
    let (permit, found) = own(tx, desk, request)?;
    let after = ruled(&found.case, Command::Yes, desk.now())?;
    let so_far = decisions::all(tx, &permit)?;
    let current = in_force(&so_far, request).ok_or(Error::from(Refusal::NothingGiven))?;
    decisions::answer(tx, &permit, &current.id, Said::Yes, None, desk.now())?;
    requests::save(tx, &permit, &found, &after, found.counted_from, found.delete_at)
}

/// The person's own request; also opened with the code.
fn own(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(Permit, Request), Error> {
    let permit = super::own(tx, desk)?;
    let found = requests::load(tx, &permit, request)?;
    Ok((permit, found))
}

/// «Det er ikke trygt for meg.» A reason may be given and is not asked for. Another place is owed.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn not_safe(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, words: Option<&str>) -> Result<(), Error> {
    let (permit, found) = own(tx, desk, request)?;
    let now = desk.now();
    let decide_by = office::limits(tx, now)?.decide_by(now);
    let after = ruled(&found.case, Command::NotSafe(decide_by), now)?;
    let so_far = decisions::all(tx, &permit)?;
    let current = in_force(&so_far, request).ok_or(Error::from(Refusal::NothingGiven))?;
    decisions::answer(tx, &permit, &current.id, Said::NotSafe, words, now)?;
    leave(tx, &permit, current, now)?;
    let until = kept(tx, &permit, now)?;
    requests::save(tx, &permit, &found, &after, found.counted_from, until)
}

/// Another place is looked for: nobody came, the place turned out wrong, or the person says by word of mouth that it is not
/// safe for them.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn look_again(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    request: &RowId,
    not_safe: bool,
    words: Option<&str>,
    seen: i64,
) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let now = desk.now();
    let decide_by = office::limits(tx, now)?.decide_by(now);
    let after = ruled(&found.case, Command::NotSafe(decide_by), now)?;
    still_as_seen(&found, seen)?;
    let so_far = decisions::all(tx, &permit)?;
    let current = in_force(&so_far, request).ok_or(Error::from(Refusal::NothingGiven))?;
    if not_safe {
        decisions::answer(tx, &permit, &current.id, Said::NotSafe, words, now)?;
    }
    leave(tx, &permit, current, now)?;
    let until = kept(tx, &permit, now)?;
    requests::save(tx, &permit, &found, &after, found.counted_from, until)
}

/// The nights end, and the place is free for the next one.
fn leave(tx: &mut Tx<'_>, permit: &Permit, current: &Decision, now: Timestamp) -> Result<(), Error> {
    let evening = evening_of(now);
    decisions::left(tx, permit, &current.id, if evening < current.from { current.from } else { evening })?;
    if let Some(given) = &current.given
        && slips::free(tx, &given.place, current.from, given.slip, now)?
    {
        places::give_back(tx, &given.place, current.at)?;
    }
    Ok(())
}

/// It is over: by the person, or by the office when they have moved on.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn end(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, seen: Option<i64>) -> Result<(), Error> {
    let by_person = desk.ctx().actor.person.is_some();
    let (permit, found) = if by_person { own(tx, desk, request)? } else { open(tx, desk, request)? };
    let now = desk.now();
    let after: Case = ruled(&found.case, Command::End, now)?;
    seen.map_or(Ok(()), |seen| still_as_seen(&found, seen))?;
    let so_far = decisions::all(tx, &permit)?;
    if let Some(current) = in_force(&so_far, request) {
        leave(tx, &permit, current, now)?;
    }
    requests::save(tx, &permit, &found, &after, found.counted_from, found.delete_at)?;
    let_go(tx, &permit, &found, now)
}
