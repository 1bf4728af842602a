//! Closing areas to everyone, and objecting to sharing between health personnel.

use askama::Template;
use kernel::area::{Area, Areas};
use platform::access::closed;
use platform::error::Error;
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::acts::{Act, ask, perform};
use crate::consents::CHARTER;

/// An area as a row.
struct AreaRow {
    key: &'static str,
    name: String,
}

#[derive(Template)]
#[template(path = "consents/pages/close.html")]
struct Close {
    frame: Frame,
    t: Say,
    again: Again,
    open: Vec<AreaRow>,
    closed: Vec<AreaRow>,
}

/// The areas that are open, to be closed, and those that are closed, to be opened.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    page(asked, None).await
}

async fn page(asked: Asked, error: Option<Error>) -> Result<Reply, Error> {
    let now = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            closed::now(tx, &own)
        })
        .await?;
    let t = asked.say();
    let again = error.map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let row = |area: Area| AreaRow { key: area.key(), name: t.t(&format!("area-{}", area.key())) };
    let (closed, open) = Area::ALL.into_iter().partition::<Vec<_>, _>(|area| now.areas.has(*area));
    let (open, closed) = (open.into_iter().map(row).collect(), closed.into_iter().map(row).collect());
    let status = again.status.unwrap_or(200);
    Ok(Reply::page(&Close { frame: asked.frame(), again, open, closed, t })?.status(status))
}

/// The areas of a form; one that is not ours is a form we cannot use.
///
/// # Errors
/// A field error.
pub fn chosen(form: &Form) -> Result<Areas, Error> {
    let read = |key: &str| Area::parse(key).ok_or_else(|| Error::field("omrade", "form-choose"));
    form.all("omrade").map(read).collect()
}

/// Asks once more, and with the yes closes or opens.
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["gjor", "omrade", "bekreft"])?;
    let areas = match chosen(&asked.form) {
        Ok(areas) if !areas.is_empty() => areas,
        Ok(_) => return page(asked, Some(Error::field("omrade", "refusal-consents-nothing-chosen"))).await,
        Err(error) => return page(asked, Some(error)).await,
    };
    let act = if asked.form.get("gjor") == "apne" { Act::Open(areas) } else { Act::Close(areas) };
    if asked.form.has("bekreft") { perform(asked, act).await } else { ask(asked, act).await }
}

/// Asks about the objection: to make it, or, where it stands, to take it back.
pub async fn ask_objection(asked: Asked) -> Result<Reply, Error> {
    let objected = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            Ok(closed::now(tx, &own)?.objected_at.is_some())
        })
        .await?;
    ask(asked, if objected { Act::TakeBack } else { Act::Object }).await
}

/// Objects, or takes it back.
pub async fn object(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["gjor", "bekreft"])?;
    let act = if asked.form.get("gjor") == "trekk" { Act::TakeBack } else { Act::Object };
    perform(asked, act).await
}
