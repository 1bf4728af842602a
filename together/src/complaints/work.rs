//! What is done with a letter, the same from a page and from the demo city.

use kernel::code::Code;
use kernel::id::{OrganisationId, PersonId};
use kernel::time::Timestamp;
use platform::access::{Desk, NewPerson, led, lookups, provisional};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::guess::Limit;
use platform::jobs::JobRun;
use platform::keys::PersonKey;

use super::rules::{self, Kind, Refusal};
use super::store::{self, NewLetter};

/// Under which a letter's code is looked up.
const CODE: &str = "letter-code";
/// Draws of a code before it is our failure.
const DRAWS: usize = 20;
/// Wrong tries of one code.
const OF_A_CODE: Limit = Limit { what: "letter-code", tries: 5, window_s: 600 };
/// Wrong tries of any code, over the whole house.
const OF_ALL: Limit = Limit { what: "letter-code-all", tries: 300, window_s: 600 };
/// More letters in an hour than this, over the whole house, come from somebody who plays with it.
const LETTERS: Limit = Limit { what: "letter-sent", tries: 100, window_s: 3600 };

/// What somebody typed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is.
    pub kind: Kind,
    /// About which organisation.
    pub about: OrganisationId,
    /// What it says.
    pub words: String,
    /// Who wrote it, if they say so.
    pub signed: Option<String>,
    /// Whether it is kept among the person's own.
    pub keep: bool,
}

/// What the receipt says.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The code, shown once.
    pub code: String,
    /// Where it is read.
    pub receiver: String,
    /// By when it is answered.
    pub answer_by: Timestamp,
}

/// Sends a letter. Its key must have been made.
///
/// # Errors
/// [`Refusal::NobodyReads`], [`Refusal::Busy`], or a fault.
pub fn send(tx: &mut Tx<'_>, desk: &Desk<'_>, draft: &Draft, letter: (&PersonId, &PersonKey)) -> Result<Receipt, Error> {
    let now = desk.now();
    if LETTERS.must_wait_s(tx, b"all", now)?.is_some() {
        return Err(Error::refused(&Refusal::Busy));
    }
    LETTERS.count_wrong(tx, b"all", now)?;
    let receiver = led::led_from(tx, &draft.about, now)?.ok_or_else(|| Error::refused(&Refusal::NobodyReads))?;
    let limits = store::limits(tx, now)?;
    let kept_until = Some(now.plus_days(limits.kept_days));
    let new = NewPerson { language: desk.ctx().language, provisional_until: kept_until, ..NewPerson::default() };
    new.insert(tx, letter.0, letter.1, now)?;
    let permit = desk.newcomer(letter.0, letter.1.clone(), None)?;
    let answer_by = now.plus_days(limits.answer_days);
    let written = NewLetter {
        kind: draft.kind,
        about: draft.about.clone(),
        receiver: receiver.id.clone(),
        words: draft.words.clone(),
        signed: draft.signed.clone(),
        answer_by,
    };
    store::insert(tx, desk, &permit, &written)?;
    let code = give_code(tx, desk, letter.0)?;
    if draft.keep {
        let own = desk.own(tx)?;
        store::keep(tx, desk, &own, letter.0)?;
    }
    Ok(Receipt { code, receiver: receiver.name, answer_by })
}

fn hash(desk: &Desk<'_>, code: &Code) -> Vec<u8> {
    desk.app().keys().lookup(CODE, &code.canonical())
}

fn give_code(tx: &mut Tx<'_>, desk: &Desk<'_>, letter: &PersonId) -> Result<String, Error> {
    for _ in 0..DRAWS {
        let code = Code::from_bits(u64::try_from(desk.bits() >> 64).unwrap_or(0));
        let hash = hash(desk, &code);
        if lookups::find(tx, CODE, &hash)?.is_empty() {
            lookups::keep(tx, letter, CODE, &hash)?;
            return Ok(code.shown());
        }
    }
    Err(Error::fault("no free code was drawn"))
}

/// The letter with this code. A wrong try is counted, and that is why it answers with nothing instead of a refusal: a
/// refusal would take the count back.
///
/// # Errors
/// [`Refusal::Wait`] after too many wrong tries, or a fault.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, code: &Code) -> Result<Option<PersonId>, Error> {
    let (hash, now) = (hash(desk, code), desk.now());
    if OF_A_CODE.must_wait_s(tx, &hash, now)?.or(OF_ALL.must_wait_s(tx, b"all", now)?).is_some() {
        return Err(Error::refused(&Refusal::Wait));
    }
    let found = lookups::find(tx, CODE, &hash)?.into_iter().next();
    if found.is_none() {
        OF_A_CODE.count_wrong(tx, &hash, now)?;
        if OF_ALL.count_wrong(tx, b"all", now)? == OF_ALL.tries {
            tracing::error!("codes of letters are being guessed: no more are looked at for a while");
        }
    }
    Ok(found)
}

/// Answers a letter.
///
/// # Errors
/// [`Refusal::Answered`], or a denial for whoever it was not written to.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, letter: &PersonId, words: &str) -> Result<(), Error> {
    let receiver = store::receiver_of(tx, letter)?.ok_or(Error::Missing)?;
    let permit = desk.letter_receiver(tx, letter, &receiver)?;
    rules::answer(store::load(tx, &permit)?.state).map_err(|no| Error::refused(&no))?;
    store::answer(tx, desk, &permit, words)
}

/// Letters whose time is over: closed first, then the key, then the rows, so that nothing can be read in between.
///
/// # Errors
/// A fault.
pub fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let over = door::execute_here(run.app, &run.ctx, run.part, "forget", move |tx, desk| {
        let over = lookups::unclaimed(tx, CODE, now)?;
        for letter in &over {
            provisional::close(tx, letter, now)?;
        }
        if !over.is_empty() {
            desk.note_nobody();
        }
        Ok(over)
    })?;
    for letter in &over {
        run.app.keys().erase_here(letter)?;
    }
    door::execute_here(run.app, &run.ctx, run.part, "forget", move |tx, _| {
        for letter in &over {
            store::remove(tx, letter)?;
            provisional::remove(tx, letter)?;
        }
        OF_A_CODE.forget_old(tx, now)?;
        OF_ALL.forget_old(tx, now)?;
        Ok(LETTERS.forget_old(tx, now)?)
    })
}
