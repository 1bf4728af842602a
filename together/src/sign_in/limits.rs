//! How often somebody may guess. Tries are counted before they are looked at, so that many at once do not slip through, and
//! taken back when they turn out right.
//!
//! Five in a quarter of an hour, fifteen in a day, forty in a month, for each card and for each person: four digits then
//! stand against a month of guessing with less than one chance in two hundred, and the person can read of every try.

use kernel::code::Code;
use kernel::id::{AccountId, PersonId};
use kernel::time::Timestamp;
use platform::app::App;
use platform::db::Tx;
use platform::error::{Error, Fault};
use platform::guess::Limit;
use platform::keys::keyed_hash;

const QUARTER_S: i64 = 15 * 60;
const DAY_S: i64 = 86_400;

/// Wrong tries of one card.
pub const OF_A_CARD: [Limit; 3] = three("sign-in-card", "sign-in-card-day", "sign-in-card-month");
/// Wrong tries at one person, by whatever card, door or screen.
pub const OF_A_PERSON: [Limit; 3] = three("sign-in-person", "sign-in-person-day", "sign-in-person-month");
/// Wrong tries over the whole house: loud, because somebody is searching.
pub const OF_ALL: Limit = Limit { what: "sign-in-all", tries: 300, window_s: QUARTER_S };
/// Wrong six digits over the whole house. They live ten minutes and there are few, so few tries are right for many.
pub const OF_DIGITS: [Limit; 2] = [
    Limit { what: "sign-in-digits", tries: 12, window_s: 600 },
    Limit { what: "sign-in-digits-day", tries: 120, window_s: DAY_S },
];
/// Searches of one employee that have not led to anybody coming in.
pub const OF_SEARCH: Limit = Limit { what: "sign-in-search", tries: 20, window_s: 3600 };

const ALL: &[u8] = b"all";

const fn three(short: &'static str, day: &'static str, month: &'static str) -> [Limit; 3] {
    [
        Limit { what: short, tries: 5, window_s: QUARTER_S },
        Limit { what: day, tries: 15, window_s: DAY_S },
        Limit { what: month, tries: 40, window_s: 30 * DAY_S },
    ]
}

/// What is guessed at: a card, a person, or both.
#[derive(Clone, Debug, Default)]
pub struct Guessed {
    card: Option<Vec<u8>>,
    person: Option<Vec<u8>>,
}

impl Guessed {
    /// A try with this card, at whoever holds it.
    ///
    /// # Errors
    /// A fault when the key store cannot be read.
    pub fn card(app: &App, code: &Code, person: Option<&PersonId>) -> Result<Guessed, Error> {
        let card = Some(app.keys().lookup("guess-card", &code.canonical()));
        Ok(Guessed { card, person: person.map(|person| person_key(app, person)).transpose()?.flatten() })
    }

    /// A try at this person.
    ///
    /// # Errors
    /// As [`Guessed::card`].
    pub fn person(app: &App, person: &PersonId) -> Result<Guessed, Error> {
        Ok(Guessed { card: None, person: person_key(app, person)? })
    }

    fn each(&self) -> impl Iterator<Item = (&'static Limit, &[u8])> {
        let card = self.card.iter().flat_map(|key| OF_A_CARD.iter().map(move |limit| (limit, key.as_slice())));
        let person = self.person.iter().flat_map(|key| OF_A_PERSON.iter().map(move |limit| (limit, key.as_slice())));
        card.chain(person).chain(std::iter::once((&OF_ALL, ALL)))
    }

    /// Counts a try before it is looked at. The seconds to wait, when nobody's try is looked at now.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn begin(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<Option<i64>, Fault> {
        let mut wait = None;
        for (limit, key) in self.each() {
            wait = wait.max(limit.must_wait_s(tx, key, now)?);
        }
        if wait.is_some() {
            return Ok(wait);
        }
        for (limit, key) in self.each() {
            let so_far = limit.count_wrong(tx, key, now)?;
            if limit == &OF_ALL && so_far == OF_ALL.tries {
                tracing::error!("somebody is guessing cards: the ceiling over the whole house has been reached");
            }
        }
        Ok(None)
    }

    /// The try was right: it and the wrong ones before it are forgotten, but not those of others.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn was_right(&self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        for (limit, key) in self.each() {
            if limit == &OF_ALL { limit.take_back(tx, key)? } else { limit.forget(tx, key)? }
        }
        Ok(())
    }
}

/// The name of a person among the tries: only their own key gives it, so that nothing leads back once that is erased.
fn person_key(app: &App, person: &PersonId) -> Result<Option<Vec<u8>>, Error> {
    let key = app.keys().find(person)?;
    Ok(key.map(|key| keyed_hash(key.subject().as_bytes(), b"guesses").to_vec()))
}

/// Counts a try at six digits. The seconds to wait, when none is looked at now.
///
/// # Errors
/// A fault when the database says no.
pub fn begin_digits(tx: &mut Tx<'_>, now: Timestamp) -> Result<Option<i64>, Fault> {
    for limit in &OF_DIGITS {
        if let Some(wait) = limit.must_wait_s(tx, ALL, now)? {
            return Ok(Some(wait));
        }
    }
    for limit in &OF_DIGITS {
        limit.count_wrong(tx, ALL, now)?;
    }
    Ok(None)
}

/// The six digits were right.
///
/// # Errors
/// A fault when the database says no.
pub fn digits_were_right(tx: &mut Tx<'_>) -> Result<(), Fault> {
    OF_DIGITS.iter().try_for_each(|limit| limit.take_back(tx, ALL))
}

/// Counts a search of this employee. The seconds to wait, when there have been too many.
///
/// # Errors
/// A fault when the database says no.
pub fn begin_search(tx: &mut Tx<'_>, app: &App, account: &AccountId, now: Timestamp) -> Result<Option<i64>, Fault> {
    let key = search_key(app, account);
    let wait = OF_SEARCH.must_wait_s(tx, &key, now)?;
    if wait.is_none() {
        OF_SEARCH.count_wrong(tx, &key, now)?;
    }
    Ok(wait)
}

/// Somebody this employee searched for has come in.
///
/// # Errors
/// A fault when the database says no.
pub fn search_was_right(tx: &mut Tx<'_>, app: &App, account: &AccountId) -> Result<(), Fault> {
    OF_SEARCH.take_back(tx, &search_key(app, account))
}

fn search_key(app: &App, account: &AccountId) -> Vec<u8> {
    app.keys().lookup("guess-search", account.as_str())
}

/// Removes tries whose window is over.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_old(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
    let all = OF_A_CARD.iter().chain(&OF_A_PERSON).chain(&OF_DIGITS).chain([&OF_ALL, &OF_SEARCH]);
    all.into_iter().try_for_each(|limit| limit.forget_old(tx, now))
}
