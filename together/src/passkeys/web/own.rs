//! One's own passkeys: which there are, adding one, removing one. The same page for the person, a relative and an employee.

use askama::Template;
use kernel::id::{AccountId, RowId};
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, PASSKEY, Say};
use platform::web::{Asked, Reply};

use super::Asking;
use crate::passkeys::CHARTER;
use crate::passkeys::ceremony::{self, NewFor};
use crate::passkeys::rules::{Refusal, TRY_MINUTES, one_more};
use crate::passkeys::store::{self, Kept};

#[derive(Template)]
#[template(path = "passkeys/pages/own.html")]
struct OwnPage {
    frame: Frame,
    t: Say,
    again: Again,
    script: &'static str,
    asking: Option<Asking>,
    base: &'static str,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    made: String,
    used: String,
}

/// Where the pages of whoever asks are.
fn base(asked: &Asked) -> &'static str {
    if asked.ctx.actor.role.is_staff() { "/min-konto/nokler" } else { "/mine-nokler" }
}

/// The keys of whoever asks: an account's when there is an account, else the person's own.
fn mine(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Kept>, Error> {
    match &desk.ctx().actor.account {
        Some(account) => store::of_account(tx, desk.app(), account),
        None => {
            let permit = desk.own(tx)?;
            store::of_person(tx, &permit)
        }
    }
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default(), None).await
}

async fn draw(asked: &Asked, again: Again, asking: Option<Asking>) -> Result<Reply, Error> {
    let kept = asked.view(&CHARTER, |tx, desk| mine(tx, desk)).await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let row = |one: &Kept| Row {
        id: one.id.to_string(),
        made: t.with("passkeys-made", "when", t.near_day(one.made_at.day(), now.day())),
        used: one
            .used_at
            .map_or_else(|| t.t("passkeys-never-used"), |at| t.with("passkeys-used", "when", t.near_day(at.day(), now.day()))),
    };
    let status = again.status.unwrap_or(200);
    let page = OwnPage {
        frame: asked.frame(),
        again,
        script: PASSKEY,
        asking,
        base: base(asked),
        rows: kept.iter().map(row).collect(),
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

/// Whom a new key would be for.
async fn new_for(asked: &Asked) -> Result<NewFor, Error> {
    let kept = asked.view(&CHARTER, |tx, desk| mine(tx, desk)).await?;
    one_more(kept.len()).map_err(|refusal| Error::refused(&refusal))?;
    let actor = &asked.ctx.actor;
    let holder = actor.account.as_ref().map(AccountId::as_str).or(actor.person.as_ref().map(kernel::id::PersonId::as_str));
    // A device may be borrowed or looked at: only an employee's name is shown on it.
    let name = if actor.role.is_staff() { actor.name.clone() } else { "Varde".to_owned() };
    let has = kept.into_iter().map(|one| one.key).collect();
    Ok(NewFor { holder: holder.ok_or(Error::SignIn)?.to_owned(), name, has })
}

/// The question for a new key.
pub async fn start(asked: Asked) -> Result<Reply, Error> {
    match try_start(&asked).await {
        Ok(settled) => draw(&asked, Again::default(), settled.keep.as_deref().and_then(Asking::of)).await,
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?, None).await,
    }
}

async fn try_start(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let (app, to) = (asked.app.clone(), base(asked));
    let question = ceremony::ask_for_new(&app, &new_for(asked).await?)?;
    let settled = asked.change(&CHARTER, "ask-new-passkey", move |tx, desk| {
        let id = ceremony::try_id(desk.bits());
        store::remember(tx, &app, &id, &question.state, desk.now().plus_minutes(TRY_MINUTES))?;
        let asking = Asking { id, options: question.options.clone() };
        Ok(Settled::to(to).keeping(asking.kept()))
    });
    settled.await
}

/// The device's answer: the key is kept.
pub async fn add(asked: Asked) -> Result<Reply, Error> {
    match try_add(&asked).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?, None).await,
    }
}

async fn try_add(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["try", "answer"])?;
    let (app, to, id) = (asked.app.clone(), base(asked), asked.form.get("try").to_owned());
    let answer = asked.form.get("answer").to_owned();
    let settled = asked.change(&CHARTER, "add-passkey", move |tx, desk| {
        let (now, no) = (desk.now(), || Error::refused(&Refusal::NotAdded));
        let state = store::recall(tx, &app, &id, now)?.ok_or_else(no)?;
        let key = ceremony::new_key(&app, &state, &answer)?;
        one_more(mine(tx, desk)?.len()).map_err(|refusal| Error::refused(&refusal))?;
        if store::is_known(tx, &app, &key)? {
            return Err(no());
        }
        let row = RowId::from_bits(desk.bits());
        match &desk.ctx().actor.account {
            Some(account) => store::add_to_account(tx, &app, account, &row, &key, now)?,
            None => {
                let permit = desk.own(tx)?;
                store::add_to_person(tx, &app, &permit, &row, &key, now)?;
            }
        }
        desk.note_nobody();
        Ok(Settled::to(to))
    });
    settled.await
}

/// Removes one.
pub async fn remove(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["key"])?;
    let (to, id) = (base(&asked), RowId::parse(asked.form.get("key")).ok_or(Error::Missing)?);
    let settled = asked.change(&CHARTER, "remove-passkey", move |tx, desk| {
        let gone = match &desk.ctx().actor.account {
            Some(account) => store::remove_from_account(tx, account, &id)?,
            None => {
                let permit = desk.own(tx)?;
                store::remove_from_person(tx, &permit, &id)?
            }
        };
        desk.note_nobody();
        if gone { Ok(Settled::to(to)) } else { Err(Error::Missing) }
    });
    Ok(Reply::to(settled.await?.to))
}
