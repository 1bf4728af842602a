//! What was changed, in one sentence, and the way back: undo, and «it is right».

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::consents::changes;
use crate::consents::party;
use crate::consents::rules::{Command, decide};
use crate::consents::store::{self, Saving};
use crate::consents::{CHARTER, limits, words};

#[derive(Template)]
#[template(path = "consents/pages/done.html")]
struct Done {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    title: String,
    sentence: String,
    told: String,
    can_undo: bool,
}

fn change_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("change")).ok_or(Error::Missing)
}

/// The page after a change.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let id = change_id(&asked)?;
    page(asked, id, None).await
}

async fn page(asked: Asked, id: RowId, error: Option<Error>) -> Result<Reply, Error> {
    let say = asked.say();
    let again = error.map(|error| Again::of(&say, error)).transpose()?.unwrap_or_default();
    let status = again.status.unwrap_or(200);
    let done = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let now = desk.now();
            let around = store::around(tx, &own, now)?;
            let limits = limits::load(tx, now)?;
            let made = changes::change(tx, &own, &id)?;
            let party = party::of_change(tx, &own, &around, &made, now)?;
            let state = store::to_undo(tx, &own, &around, &made, party.as_ref(), now)?;
            let can_undo = made.undoes.is_none() && decide(&state, &Command::Undo, &limits, now).is_ok();
            let who = words::subject(tx, &say, &own, &around, &made.subject, now)?;
            let suffix = words::record_suffix(&made.subject);
            let values = [("who", who.clone()), ("Who", words::at_start(&who)), ("areas", words::listed(&say, made.areas))];
            let in_words = |part: &str| say.put(&format!("consents-{part}-{}{suffix}", made.kind), &values);
            Ok(Done {
                title: say.t(if made.undoes.is_some() { "consents-undone" } else { "consents-done" }),
                sentence: in_words("done"),
                told: in_words("told"),
                frame: Frame::new(desk.app(), desk.ctx(), "/deling/ferdig"),
                again,
                id: id.to_string(),
                can_undo,
                t: say,
            })
        })
        .await?;
    Ok(Reply::page(&done)?.status(status))
}

/// Makes it as it was.
pub async fn undo(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = change_id(&asked)?;
    let undone = id.clone();
    let settled = asked
        .change(&CHARTER, "undo", move |tx, desk| {
            let own = desk.own(tx)?;
            let now = desk.now();
            let around = store::around(tx, &own, now)?;
            let limits = limits::load(tx, now)?;
            let made = changes::change(tx, &own, &undone)?;
            let party = party::of_change(tx, &own, &around, &made, now)?;
            let state = store::to_undo(tx, &own, &around, &made, party.as_ref(), now)?;
            let change = decide(&state, &Command::Undo, &limits, now)?;
            let subject = made.subject.clone();
            let saving = Saving { subject, party: party.as_ref(), change: &change, state: &state, undoes: Some(&made) };
            let new = store::save(tx, desk, &own, &around, &saving)?;
            Ok(Settled::to(format!("/deling/ferdig/{new}")))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, id, Some(error)).await,
    }
}

/// It is right: asked about no more.
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["fra"])?;
    let id = change_id(&asked)?;
    let back = if asked.form.get("fra") == "hjem" { "/hjem" } else { "/deling" };
    let settled = asked
        .change(&CHARTER, "confirm", move |tx, desk| {
            let own = desk.own(tx)?;
            changes::confirm(tx, &own, &id, desk.now())?;
            Ok(Settled::to(back))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
