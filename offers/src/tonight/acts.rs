//! What happens inside one command: load under a permit, ask the rules, save, tell. Pages and the demo city come through here.

mod asking;
mod deciding;
mod places;

use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit, relations};
use platform::ctx::Door;
use platform::db::Tx;
use platform::error::Error;

pub use asking::{Draft, For, Receipt, ask, find_by_code, forget_tries, take_code};
pub use deciding::{Place, decline, end, extend, give, look_again, not_safe, take, yes};
pub use places::{came, close, confirm, duty, make, mark, may_confirm, missed};

use super::rules::{Case, Command, Refusal, State, decide};
use super::store::decisions::{self, Decision};
use super::store::opened;
use super::store::requests::{self, Request};

/// The first name: what people are called at the counter.
#[must_use]
pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// A request as staff of the deciding office open it.
///
/// # Errors
/// [`Error::Missing`] for a request of another office, [`Error::Denied`] or a fault.
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(Permit, Request), Error> {
    let mine = desk.ctx().actor.employer_id()?.clone();
    let person: PersonId = requests::whose(tx, &mine, request)?.ok_or(Error::Missing)?;
    let permit = desk.person(tx, &person)?;
    let found = requests::load(tx, &permit, request)?;
    Ok((permit, found))
}

/// The person's own permit: signed in, or with the code of this night. The code of another answer does not open this one.
///
/// # Errors
/// [`Error::Missing`] for another code, [`Error::SignIn`], or a fault.
pub fn own(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Permit, Error> {
    let own = desk.own(tx)?;
    let actor = &desk.ctx().actor;
    match (actor.door, &actor.session) {
        (Door::Full, _) => Ok(own),
        (Door::Code, Some(session)) if opened::here(tx, &own, session)? => Ok(own),
        _ => Err(Error::Missing),
    }
}

/// The account that acts.
///
/// # Errors
/// [`Error::SignIn`] for somebody without one.
pub fn me(desk: &Desk<'_>) -> Result<AccountId, Error> {
    desk.ctx().actor.account.clone().ok_or(Error::SignIn)
}

fn ruled(case: &Case, command: Command, now: Timestamp) -> Result<Case, Error> {
    Ok(decide(case, command, now)?)
}

/// What staff saw when they pressed: an older version is refused, so that nothing new is talked over.
fn still_as_seen(request: &Request, seen: i64) -> Result<(), Error> {
    if request.version == seen { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// The decision that holds for a request now: its newest place that the person has not said no to.
#[must_use]
pub fn in_force<'a>(decisions: &'a [Decision], request: &RowId) -> Option<&'a Decision> {
    let of_it = decisions.iter().find(|one| one.request == *request && one.given.is_some());
    of_it.filter(|one| one.said != Some(decisions::Said::NotSafe) && one.left.is_none())
}

/// An office that was asked once stops serving the person when that is over. Somebody who has not said who they are goes away
/// with the relation, and until then can be found again.
fn let_go(tx: &mut Tx<'_>, permit: &Permit, request: &Request, now: Timestamp) -> Result<(), Error> {
    let others = requests::all(tx, permit)?;
    let still = others.iter().any(|other| other.id != request.id && !matches!(other.case.state, State::Closed { .. }));
    match &request.relation {
        Some(made) if !permit.card().provisional && !still => relations::end(tx, permit, made, now).map(drop),
        _ => Ok(()),
    }
}
