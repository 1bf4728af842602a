//! Two records of one person: what happens inside the commands. Why they are put side by side and not poured together is in
//! the decision on merging.

use kernel::code::Code;
use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit, people, provisional, relations};
use platform::charter::takers;
use platform::db::Tx;
use platform::error::Error;
use platform::guess::Limit;

use super::limits;
use super::rules::{self, Link, LinkCommand, Refusal};
use super::store::links::{self, How};

/// Wrong codes that one record may try.
const GUESSES: Limit = Limit { what: "people-link", tries: 5, window_s: 600 };
/// How often a code is drawn again when it is in use.
const DRAWS: usize = 5;

/// What a try at a code came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// The other record is theirs: this link waits for their yes.
    Proven(RowId),
    /// Nothing has this code.
    Wrong,
    /// Too many tries: seconds to wait.
    Wait(i64),
}

fn hash(desk: &Desk<'_>, code: &Code) -> Vec<u8> {
    desk.app().keys().lookup("people-link", &code.canonical())
}

/// Makes the code by which this record proves itself to another. It is shown once and kept as a keyed hash.
///
/// # Errors
/// A denial or a fault.
pub fn offer(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<String, Error> {
    let own = desk.own(tx)?;
    let until = desk.now().plus_minutes(limits::load(tx, desk.now())?.link_code_minutes);
    for _ in 0..DRAWS {
        let code = Code::from_bits(u64::try_from(desk.bits() >> 64).unwrap_or(0));
        let hash = hash(desk, &code);
        if !links::is_offered(tx, &hash)? {
            links::offer(tx, &own, &hash, until)?;
            return Ok(code.shown());
        }
    }
    Err(Error::fault("no free code was drawn"))
}

/// Whose answer a code opens: each part that keeps answers says so, and counts the guess.
fn answer_of(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, code: &Code) -> Result<Option<PersonId>, Error> {
    let content = serde_json::json!({ "code": code.canonical() });
    for (part, accept) in takers(desk.app().catalogue(), "answer-code") {
        if let Some(person) = PersonId::parse(&(accept.take)(tx, &desk.of(part), own, &content)?) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// Tries a code: of another record, or of an answer given to somebody who had not said who they were.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn prove(tx: &mut Tx<'_>, desk: &Desk<'_>, code: &Code) -> Result<Tried, Error> {
    let (own, now) = (desk.own(tx)?, desk.now());
    let guesser = own.person().as_str().as_bytes().to_vec();
    if let Some(seconds) = GUESSES.must_wait_s(tx, &guesser, now)? {
        return Ok(Tried::Wait(seconds));
    }
    let found = match links::take_offer(tx, &hash(desk, code), now)? {
        Some(person) => Some((person, How::Record)),
        None => answer_of(tx, desk, &own, code)?.map(|person| (person, How::Answer)),
    };
    let Some((other, how)) = found else {
        GUESSES.count_wrong(tx, &guesser, now)?;
        return Ok(Tried::Wrong);
    };
    let same = other == *own.person();
    let kept_belongs = links::running(tx, own.person())?.iter().any(|link| link.other == *own.person());
    let other_belongs = !links::running(tx, &other)?.is_empty();
    rules::may_join(same, kept_belongs, other_belongs).map_err(|refusal| Error::refused(&refusal))?;
    GUESSES.forget(tx, &guesser)?;
    let id = RowId::from_bits(desk.bits());
    links::proven(tx, &own, &id, &other, how, now)?;
    Ok(Tried::Proven(id))
}

/// The person says that the two belong together: those who help the one may know the other.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn join(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<(), Error> {
    let (own, now) = (desk.own(tx)?, desk.now());
    let link = links::load(tx, &own, id)?;
    decided(tx, desk, &own, &link, LinkCommand::Join)?;
    if link.how == How::Answer {
        let key = desk.app().keys().find(&link.other)?.ok_or(Error::refused(&Refusal::LinkGone))?;
        if !provisional::claim(tx, &own, &link.other, &key)? {
            return Err(Error::refused(&Refusal::LinkedAlready));
        }
    }
    let begun = relations::carry_over(tx, &own, &link.other, || kernel::id::hex(desk.bits()), now)?;
    links::join(tx, &own, id, &begun, now)
}

/// Takes the two apart again, and what was begun for them.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn undo(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<(), Error> {
    let (own, now) = (desk.own(tx)?, desk.now());
    let link = links::load(tx, &own, id)?;
    decided(tx, desk, &own, &link, LinkCommand::Undo)?;
    for relation in links::undo(tx, &own, id, now)? {
        relations::end(tx, &own, &relation, now)?;
    }
    if link.how == How::Answer {
        let days = limits::load(tx, now)?.closing_days;
        provisional::let_go(tx, &own, &link.other, now.plus_days(days))?;
    }
    Ok(())
}

/// Only the record that goes on joins and takes apart; the other one looks.
fn decided(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, link: &links::Link, command: LinkCommand) -> Result<Link, Error> {
    if link.kept != *own.person() {
        return Err(Error::refused(&Refusal::LinkGone));
    }
    let limits = limits::load(tx, desk.now())?;
    rules::decide_link(link.state, command, &limits, desk.now()).map_err(|refusal| Error::refused(&refusal))
}

/// Goes over to the other record, in the same session.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn turn(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<(), Error> {
    let own = desk.own(tx)?;
    let link = links::load(tx, &own, id)?;
    let to = if link.kept == *own.person() { &link.other } else { &link.kept };
    let session = desk.ctx().actor.session.clone().ok_or(Error::SignIn)?;
    let joined = matches!(link.state, Link::Linked { .. });
    if !joined || !people::turn_session(tx, &own, &session, to)? {
        return Err(Error::refused(&Refusal::LinkGone));
    }
    Ok(())
}
