//! What is done with an agreement, the same from a page and from the demo city.

use kernel::access::Reason;
use kernel::id::{AccountId, OrganisationId, RowId};
use platform::access::{Desk, receivers};
use platform::db::Tx;
use platform::error::Error;

use super::rules::{self, Change, Command, Refusal, State, Terms};
use super::store::{self, Agreement, By, Saving};

fn no(refusal: Refusal) -> Error {
    Error::refused(&refusal)
}

/// Who speaks, and for which organisation.
fn me<'a>(desk: &'a Desk<'_>) -> Result<(&'a OrganisationId, &'a AccountId), Error> {
    let actor = &desk.ctx().actor;
    Ok((actor.employer_id()?, actor.account.as_ref().ok_or(Error::SignIn)?))
}

/// Proposes an agreement to another organisation.
///
/// # Errors
/// The [`Refusal`].
pub fn propose(tx: &mut Tx<'_>, desk: &Desk<'_>, other: &OrganisationId, terms: &Terms) -> Result<RowId, Error> {
    desk.note_nobody();
    let (organisation, account) = me(desk)?;
    receivers::organisation(tx, other)?.ok_or_else(|| Error::field("other", "form-choose"))?;
    rules::propose(desk.ctx().actor.role, organisation, other).map_err(no)?;
    rules::fair(terms, store::limits(tx, desk.now())?.longest, desk.now().day()).map_err(no)?;
    store::propose(tx, desk, &By { organisation, account }, other, terms)
}

/// An agreement as far as the asker may read it: the two parties read it from the first proposal, and every employee reads what
/// has been agreed.
///
/// # Errors
/// [`Error::Missing`], or a denial.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<Agreement, Error> {
    desk.nobody()?;
    let one = store::load(tx, id)?.ok_or(Error::Missing)?;
    let party = desk.ctx().actor.employer.as_ref().is_some_and(|employer| one.standing.counterpart(&employer.id).is_some());
    let open = one.standing.runs(desk.now().day());
    if party || open { Ok(one) } else { Err(Error::Denied(Reason::Silence)) }
}

/// Answers, changes, takes back or ends. `seen` is the version the asker had before them.
///
/// # Errors
/// The [`Refusal`]; [`Refusal::Changed`] when the other was first.
pub fn change(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    id: &RowId,
    seen: i64,
    (command, words): (&Command, Option<&str>),
) -> Result<(), Error> {
    desk.note_nobody();
    let one = find(tx, desk, id)?;
    let (organisation, account) = me(desk)?;
    let today = desk.now().day();
    let change = rules::decide(&one.standing, desk.ctx().actor.role, organisation, command, today).map_err(no)?;
    if seen != one.version {
        return Err(no(Refusal::Changed));
    }
    let what = change.key();
    let stays = Saving { state: one.standing.state, waits_on: None, terms: &one.terms, what, words };
    let saving = match &change {
        Change::Agreed => Saving { state: State::Agreed, ..stays },
        Change::Declined => Saving { state: State::Declined, ..stays },
        Change::TakenBack => Saving { state: State::TakenBack, ..stays },
        Change::Ended => Saving { state: State::Ended, ..stays },
        Change::Changed(terms, other) => {
            rules::fair(terms, store::limits(tx, desk.now())?.longest, today).map_err(no)?;
            Saving { waits_on: Some(other), terms, ..stays }
        }
    };
    if store::save(tx, desk, &By { organisation, account }, &one, &saving)? { Ok(()) } else { Err(no(Refusal::Changed)) }
}
