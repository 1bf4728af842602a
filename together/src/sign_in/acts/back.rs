//! The way back in, with two people: found, shown who they are, old sessions ended, and in.

use kernel::code::Code;
use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::relations::{self, Duty};
use platform::access::{AtTheDoor, Desk, Permit};
use platform::app::App;
use platform::db::Tx;
use platform::error::Error;
use platform::session::{Whose, end_all, end_in, open_as};

use super::door::{REPLACED, digits_hash};
use super::{Knock, came_by, no, opening, own};
use crate::sign_in::limits::{self, Guessed};
use crate::sign_in::rules::{Case, Change, Command, Helper, Proof, Refusal, decide};
use crate::sign_in::store::{cards, cases, digits, secrets};
use crate::sign_in::{CAME_IN_AGAIN, VOUCHED_FOR, card};

/// The employee who acts.
///
/// # Errors
/// A denial for somebody without an account or a workplace.
pub fn me(desk: &Desk<'_>) -> Result<AccountId, Error> {
    desk.ctx().actor.employer_id()?;
    desk.ctx().actor.account.clone().ok_or(Error::SignIn)
}

/// Begins a case for somebody who stands here. Where there is nobody it begins all the same: nothing that follows tells.
///
/// # Errors
/// A denial or a fault.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<RowId, Error> {
    let (me, employer) = (me(desk)?, desk.ctx().actor.employer_id()?.clone());
    let id = RowId::from_bits(desk.bits());
    if desk.at_the_door(tx, person, None)?.is_none() {
        desk.note_nobody();
    }
    cases::begin(tx, person, &id, (&me, &employer), desk.now())?;
    Ok(id)
}

/// A case and whom it is about, for whoever began it.
///
/// # Errors
/// [`Error::Missing`] for anyone else, or a fault.
pub fn mine(tx: &mut Tx<'_>, account: Option<&AccountId>, id: &RowId) -> Result<(PersonId, Case), Error> {
    let (person, case) = any(tx, id)?;
    if Some(&case.begun_by) == account { Ok((person, case)) } else { Err(Error::Missing) }
}

fn any(tx: &mut Tx<'_>, id: &RowId) -> Result<(PersonId, Case), Error> {
    let person = cases::whose(tx, id)?.ok_or(Error::Missing)?;
    let case = cases::load(tx, &person, id)?;
    Ok((person, case))
}

fn ruled(case: &Case, command: &Command, now: Timestamp) -> Result<Change, Error> {
    decide(case, command, now).map_err(no)
}

/// Counts a try at PIN, own words or card, and finds what is kept. Too many at one person are answered like five in one case.
///
/// # Errors
/// A refusal, [`Error::Missing`] or a fault.
pub fn knock(
    tx: &mut Tx<'_>,
    app: &App,
    account: Option<&AccountId>,
    id: &RowId,
    shown: Option<&Code>,
    now: Timestamp,
) -> Result<Knock, Error> {
    let (person, case) = mine(tx, account, id)?;
    ruled(&case, &Command::Try, now)?;
    let guessed = match shown {
        Some(code) => Guessed::card(app, code, Some(&person))?,
        None => Guessed::person(app, &person)?,
    };
    if guessed.begin(tx, now)?.is_some() {
        return Err(no(Refusal::NoTriesLeft));
    }
    cases::count_try(tx, &person, id)?;
    let kept = secrets::find(tx, &person)?.map(|secret| secret.kept);
    Ok(Knock { wait_s: None, person: Some(person), kept })
}

/// PIN or own words were typed on the turned screen.
///
/// # Errors
/// A refusal or a fault.
pub fn with_own(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, knock: &Knock, right: bool) -> Result<(), Error> {
    let (person, case) = mine(tx, desk.ctx().actor.account.as_ref(), id)?;
    let kept = secrets::find(tx, &person)?.map(|secret| secret.kept);
    let known = desk.at_the_door(tx, &person, None)?.is_some();
    let right = known && right && kept.is_some() && kept == knock.kept;
    match ruled(&case, &Command::Own { right }, desk.now())? {
        Change::Proven(proof) => proven(tx, desk, &person, id, proof),
        _ => Ok(()),
    }
}

/// The card was shown to the employee who began, who says whether they know the person.
///
/// # Errors
/// A refusal or a fault.
pub fn with_card(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, code: &Code, knows: bool, reason: &str) -> Result<(), Error> {
    let (person, case) = mine(tx, desk.ctx().actor.account.as_ref(), id)?;
    let holder = cards::holder(tx, &card::hash(desk.app(), code))?;
    let known = desk.at_the_door(tx, &person, Some(reason))?.is_some();
    let right = known && holder.as_ref() == Some(&person);
    let command = Command::Card { right, knows, by: me(desk)? };
    match ruled(&case, &command, desk.now())? {
        Change::Proven(proof) => proven(tx, desk, &person, id, proof),
        _ => Ok(()),
    }
}

/// «Jeg kjenner personen.» Gives whoever says it no access. True when that was enough.
///
/// # Errors
/// A refusal, [`Error::Missing`] or a fault.
pub fn speak_for(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, reason: &str) -> Result<bool, Error> {
    let (person, case) = any(tx, id)?;
    let there = desk.at_the_door(tx, &person, Some(reason))?;
    let helper = helper(tx, desk, there.as_ref())?;
    let account = helper.account.clone();
    let change = ruled(&case, &Command::SpeakFor(helper), desk.now())?;
    let permit = there.as_ref().map(|there| &there.permit);
    cases::speak(tx, &person, id, (&account, permit, reason), desk.now())?;
    desk.tell(tx, VOUCHED_FOR, permit.map(Permit::person), id.as_str())?;
    match change {
        Change::Proven(_) if there.is_none() => Err(no(Refusal::NobodyFound)),
        Change::Proven(proof) => proven(tx, desk, &person, id, proof).map(|()| true),
        _ => Ok(false),
    }
}

fn helper(tx: &mut Tx<'_>, desk: &Desk<'_>, there: Option<&AtTheDoor>) -> Result<Helper, Error> {
    let me = me(desk)?;
    let helper = cases::as_helper(tx, &me, desk.now())?.ok_or(Error::SignIn)?;
    let is_contact = match there {
        Some(there) => contacts(tx, &there.permit, desk.now())?.iter().any(|one| one.account.as_ref() == Some(&me)),
        None => false,
    };
    Ok(Helper { is_contact, ..helper })
}

/// The person's named contacts who are still at work.
///
/// # Errors
/// A fault when the database says no.
pub fn contacts(tx: &mut Tx<'_>, permit: &Permit, now: Timestamp) -> Result<Vec<relations::Relation>, Error> {
    let mut around = relations::running(tx, permit, now)?;
    around.retain(|relation| relation.duty == Duty::Contact && !relation.account_ended);
    Ok(around)
}

/// Whether this employee may be asked to speak in this case at all: otherwise it is not there for them.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn may_be_asked(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<(PersonId, Case), Error> {
    let (me, employer) = (me(desk)?, desk.ctx().actor.employer_id()?.clone());
    let (person, case) = any(tx, id)?;
    let spoke = case.spoken.iter().any(|(helper, _)| helper.account == me);
    let asked = case.begun_by == me || case.organisation == employer || spoke;
    let asked = asked || cases::asking(tx, &me, &employer, desk.now())?.iter().any(|(_, asking)| asking == id);
    if asked { Ok((person, case)) } else { Err(Error::Missing) }
}

/// All old sessions end in the same commit in which it is shown who they are.
fn proven(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId, proof: Proof) -> Result<(), Error> {
    let now = desk.now();
    cases::prove(tx, person, id, proof, now)?;
    end_all(tx, &Whose::Person(person.clone()), None, id.as_str(), now)?;
    Guessed::person(desk.app(), person)?.was_right(tx)?;
    let (_, case) = any(tx, id)?;
    Ok(limits::search_was_right(tx, desk.app(), &case.begun_by)?)
}

/// «Bruke skjermen her»: the person's session takes the place of the employee's in this browser.
///
/// # Errors
/// A refusal or a fault.
pub fn here(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, opener: &str) -> Result<(), Error> {
    let (person, proof) = chosen(tx, desk, id, true)?;
    cases::finish(tx, &person, id, desk.now())?;
    if let Some(staff) = &desk.ctx().actor.session {
        end_in(tx, staff, REPLACED, desk.now())?;
    }
    let locks = secrets::find(tx, &person)?.is_some();
    // An employee's screen is one that many use, whatever it was before.
    let opening = platform::session::Opening { kiosk: true, ..opening(desk, &person, came_by(proof), locks) };
    open_as(tx, opener, &opening, desk.now())?;
    desk.tell(tx, CAME_IN_AGAIN, Some(&person), id.as_str())
}

/// «Ny telefon»: six digits, kept nowhere but in the answer.
///
/// # Errors
/// A refusal or a fault.
pub fn phone(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<String, Error> {
    let (person, proof) = chosen(tx, desk, id, false)?;
    for _ in 0..card::DRAWS {
        let drawn = format!("{:06}", desk.bits() % 1_000_000);
        let hash = digits_hash(desk.app(), &drawn);
        if !digits::is_taken(tx, &hash, desk.now())? {
            digits::give(tx, &person, id, &hash, proof, desk.now())?;
            return Ok(drawn);
        }
    }
    Err(Error::fault("no free digits were drawn"))
}

/// «Nytt kort»: the old one opens nothing any more.
///
/// # Errors
/// A refusal or a fault.
pub fn new_card(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<String, Error> {
    let (person, _) = chosen(tx, desk, id, false)?;
    own::new_card(tx, desk, &person)
}

fn chosen(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, ends: bool) -> Result<(PersonId, Proof), Error> {
    let (person, case) = mine(tx, desk.ctx().actor.account.as_ref(), id)?;
    ruled(&case, &Command::Choose { ends }, desk.now())?;
    let (proof, _) = case.proof.ok_or_else(|| no(Refusal::NotProven))?;
    if desk.at_the_door(tx, &person, None)?.is_none() {
        return Err(no(Refusal::NobodyFound));
    }
    Ok((person, proof))
}
