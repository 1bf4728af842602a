//! `/nodapning/{person}`: health personnel open what keeps somebody alive, with a reason the person reads.

use askama::Template;
use kernel::access::Reason;
use kernel::id::{PersonId, RowId};
use platform::access::emergency::{self, NewOpening};
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::consents::refusal::Refusal;
use crate::consents::rules::{self, Door};
use crate::consents::{CHARTER, limits};

/// What an employee may write: one line that the person can read.
const REASON_CHARS: usize = 80;

#[derive(Template)]
#[template(path = "consents/pages/emergency.html")]
struct Emergency {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    reason: String,
    hours: u16,
}

/// The form. It is the same for everyone, and does not look whether there is somebody to open for.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(asked, String::new(), None).await
}

async fn page(asked: Asked, reason: String, error: Option<Error>) -> Result<Reply, Error> {
    let id = asked.person()?.to_string();
    let t = asked.say();
    let again = error.map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let limits = asked.view(&CHARTER, |tx, desk| limits::load(tx, desk.now())).await?;
    let status = again.status.unwrap_or(200);
    let page = Emergency { frame: asked.frame(), again, id, reason, hours: limits.emergency_hours, t };
    Ok(Reply::page(&page)?.status(status))
}

/// Opens.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["grunn"])?;
    let person = asked.person()?;
    let typed = asked.form.get("grunn").to_owned();
    let reason = match asked.form.text("grunn", REASON_CHARS) {
        Ok(reason) => reason.as_str().to_owned(),
        Err(error) => return page(asked, typed, Some(Error::Invalid(vec![error]))).await,
    };
    let settled = asked
        .change(&CHARTER, "open-emergency", move |tx, desk| {
            begin(tx, desk, &person, &reason)?;
            Ok(Settled::to(format!("/folk/{person}")))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, typed, Some(error)).await,
    }
}

/// Opens for this employee, as the rules and the access decision allow.
///
/// # Errors
/// A refusal that says the same whether the person has blocked this employee or is not there at all.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, reason: &str) -> Result<RowId, Error> {
    let standing = emergency::standing(tx, desk, person)?;
    let limits = limits::load(tx, desk.now())?;
    let door = Door { exists: standing.exists, blocked: standing.blocked, open: standing.open_until.is_some() };
    let times = rules::open(door, &limits, desk.now()).inspect_err(|refusal| {
        if *refusal == Refusal::BlockedCannotOpen {
            // Asked only so that the attempt stands in the log, where the person can read it.
            drop(desk.person(tx, person));
        }
    })?;
    let id = RowId::from_bits(desk.bits());
    let opening = NewOpening { id: id.clone(), reason: reason.to_owned(), until: times.until, review_due: times.review_due };
    emergency::open(tx, desk, person, &opening).map(|_| id).map_err(|error| match error {
        Error::Denied(Reason::Blocked | Reason::Erased | Reason::Silence) => Refusal::BlockedCannotOpen.into(),
        other => other,
    })
}

/// The person has seen that somebody opened.
pub async fn seen(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = RowId::parse(asked.param("opening")).ok_or(Error::Missing)?;
    let settled = asked
        .change(&CHARTER, "see-emergency", move |tx, desk| {
            let own = desk.own(tx)?;
            emergency::seen(tx, &own, &id, desk.now())?;
            Ok(Settled::to("/hjem"))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
