//! Asking for a place: as oneself, as somebody who does not say who they are, or for somebody who stands in the door.

use kernel::code::Code;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, NewPerson, Permit, lookups};
use platform::db::Tx;
use platform::error::Error;
use platform::guess::Limit;
use platform::keys::PersonKey;

use super::first_name;
use crate::tonight::rules::Refusal;
use crate::tonight::store::desk::{self, Deciding};
use crate::tonight::store::requests::{self, NewRequest};
use crate::tonight::traits::Trait;

/// Under which the code of an answer is looked up.
const CODE: &str = "night-code";
/// Draws of a code before it is our failure.
const DRAWS: usize = 20;
/// Wrong tries of one code.
const OF_A_CODE: Limit = Limit { what: "night-code", tries: 5, window_s: 600 };
/// Wrong tries of any code, over the whole house.
const OF_ALL: Limit = Limit { what: "night-code-all", tries: 300, window_s: 600 };
/// More who ask in an hour than this, over the whole house, is somebody who plays with it.
const ASKED: Limit = Limit { what: "night-asked", tries: 200, window_s: 3600 };

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// In their own words.
    pub words: Option<String>,
    /// What they wish of the place.
    pub wishes: Vec<Trait>,
}

/// For whom.
#[derive(Clone, Copy, Debug)]
pub enum For<'a> {
    /// The person who is signed in.
    Me,
    /// Somebody who does not say who they are, whose key has been made.
    Newcomer(&'a PersonId, &'a PersonKey),
    /// Somebody the asker knows.
    Known(&'a PersonId),
}

/// What the one who asked is told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Whose it is.
    pub person: PersonId,
    /// The request; nothing when there was one that the asker may not see.
    pub request: Option<RowId>,
    /// The code, for somebody who does not say who they are: kept nowhere but here.
    pub code: Option<String>,
    /// First name of whoever holds it.
    pub holder: String,
    /// The office.
    pub office: String,
    /// The phone to call.
    pub phone: String,
    /// By when it is decided.
    pub decide_by: Timestamp,
    /// When it goes away.
    pub delete_at: Option<Timestamp>,
}

/// Asks. There is one holder from the first second: whoever is on duty, else the office's own default.
///
/// # Errors
/// [`Refusal::NobodyDecides`], [`Refusal::AskedAlready`], [`Refusal::Busy`], a denial or a fault.
pub fn ask(tx: &mut Tx<'_>, desk: &Desk<'_>, draft: &Draft, who: For<'_>) -> Result<Receipt, Error> {
    let now = desk.now();
    let limits = desk::limits(tx, now)?;
    let deciding = desk::deciding(tx, &desk.app().config().municipality, now)?.ok_or(Error::from(Refusal::NobodyDecides))?;
    let delete_at = now.plus_days(limits.kept_days);
    let permit = asker(tx, desk, who, &deciding, delete_at)?;
    let told = |request, code, decide_by| Receipt {
        person: permit.person().clone(),
        request,
        code,
        holder: first_name(&deciding.holder.name),
        office: deciding.name.clone(),
        phone: deciding.holder.phone.clone(),
        decide_by,
        delete_at: permit.card().provisional.then_some(delete_at),
    };
    if requests::is_open(tx, &permit, &deciding.organisation)? {
        // Whoever asks for another is told the same, whether it was asked before or not.
        return if permit.is_own() { Err(Refusal::AskedAlready.into()) } else { Ok(told(None, None, limits.decide_by(now))) };
    }
    let new = NewRequest {
        id: RowId::from_bits(desk.bits()),
        organisation: deciding.organisation.clone(),
        asked_by: desk.ctx().actor.account.clone(),
        words: draft.words.clone(),
        wishes: draft.wishes.clone(),
        holder: deciding.holder.account.clone(),
        decide_by: limits.decide_by(now),
        delete_at,
    };
    requests::insert(tx, &permit, &new, desk.bits(), now)?;
    let code = if matches!(who, For::Newcomer(..)) { Some(give_code(tx, desk, permit.person())?) } else { None };
    Ok(told(Some(new.id), code, new.decide_by))
}

fn asker(tx: &mut Tx<'_>, desk: &Desk<'_>, who: For<'_>, deciding: &Deciding, until: Timestamp) -> Result<Permit, Error> {
    let (person, key) = match who {
        For::Me => return desk.own(tx),
        For::Known(person) => return desk.person(tx, person),
        For::Newcomer(person, key) => (person, key),
    };
    if ASKED.must_wait_s(tx, b"all", desk.now())?.is_some() {
        return Err(Refusal::Busy.into());
    }
    ASKED.count_wrong(tx, b"all", desk.now())?;
    let new = NewPerson { language: desk.ctx().language, provisional_until: Some(until), ..NewPerson::default() };
    new.insert(tx, person, key, desk.now())?;
    desk.newcomer(person, key.clone(), Some(deciding.organisation.clone()))
}

fn hash(desk: &Desk<'_>, code: &Code) -> Vec<u8> {
    desk.app().keys().lookup(CODE, &code.canonical())
}

/// A new code. Only its keyed hash is kept.
fn give_code(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<String, Error> {
    for _ in 0..DRAWS {
        let code = Code::from_bits(u64::try_from(desk.bits() >> 64).unwrap_or(0));
        let hash = hash(desk, &code);
        if lookups::find(tx, CODE, &hash)?.is_empty() {
            lookups::keep(tx, person, CODE, &hash)?;
            return Ok(code.shown());
        }
    }
    Err(Error::fault("no free code was drawn"))
}

/// Who asked with this code. A wrong try is counted, and that is why it answers with nothing instead of a refusal: a refusal
/// would take the count back.
///
/// # Errors
/// [`Refusal::Wait`] after too many wrong tries, or a fault.
pub fn find_by_code(tx: &mut Tx<'_>, desk: &Desk<'_>, code: &Code) -> Result<Option<PersonId>, Error> {
    let (hash, now) = (hash(desk, code), desk.now());
    if OF_A_CODE.must_wait_s(tx, &hash, now)?.or(OF_ALL.must_wait_s(tx, b"all", now)?).is_some() {
        return Err(Refusal::Wait.into());
    }
    let found = lookups::find(tx, CODE, &hash)?.into_iter().next();
    if found.is_none() {
        OF_A_CODE.count_wrong(tx, &hash, now)?;
        if OF_ALL.count_wrong(tx, b"all", now)? == OF_ALL.tries {
            tracing::error!("somebody is guessing the codes of the night: the ceiling over all codes has been reached");
        }
    }
    Ok(found)
}

/// Whose answer a code opens, for a person who says that they were the one who asked.
///
/// # Errors
/// A fault.
pub fn take_code(tx: &mut Tx<'_>, desk: &Desk<'_>, _: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let typed = content.get("code").and_then(serde_json::Value::as_str).unwrap_or_default();
    let Some(code) = Code::parse(typed) else { return Ok(String::new()) };
    let found = match find_by_code(tx, desk, &code) {
        Err(Error::Refused(_)) => None,
        other => other?,
    };
    Ok(found.map(|person| person.as_str().to_owned()).unwrap_or_default())
}

/// Removes tries whose window is over.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_tries(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Error> {
    for limit in [OF_A_CODE, OF_ALL, ASKED] {
        limit.forget_old(tx, now)?;
    }
    Ok(())
}
