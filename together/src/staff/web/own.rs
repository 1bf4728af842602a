//! `/min-konto`: what an employee's own account is, how they come in, and where they are signed in.

use askama::Template;
use kernel::id::AccountId;
use platform::access::Settled;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say, initials};
use platform::keys::{hex, keyed_hash};
use platform::secret;
use platform::session::{self, Holder, Life};
use platform::web::{Asked, Reply, session_cookie};

use super::invitation::chosen;
use crate::staff::CHARTER;
use crate::staff::pin::{Tried, too_many, try_pin};
use crate::staff::store::accounts::{self, Account, Session};
use crate::staff::store::doors;

#[derive(Template)]
#[template(path = "staff/pages/own.html")]
struct OwnPage {
    frame: Frame,
    t: Say,
    initials: String,
    name: String,
    work: String,
    facts: Vec<(String, String)>,
    pin: Option<String>,
    sessions: Vec<SessionRow>,
    others: Vec<(String, String)>,
}

struct SessionRow {
    key: String,
    since: String,
    until: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "staff/pages/pin.html")]
struct PinPage {
    frame: Frame,
    t: Say,
    again: Again,
    has: bool,
}

/// The account of whoever asks.
pub fn me(asked: &Asked) -> Result<AccountId, Error> {
    asked.ctx.actor.account.clone().ok_or(Error::SignIn)
}

/// What a session is called in a form: not its opener, and not the hash it is kept under.
fn session_key(hash: &[u8]) -> String {
    hex(&keyed_hash(b"session in a form", hash)).chars().take(24).collect()
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (id, here) = (me(&asked)?, asked.ctx.actor.session.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let now = desk.now();
        let account = accounts::load(tx, &id)?;
        let (pin, sessions) = (doors::pin_chosen_at(tx, &id)?, accounts::sessions(tx, &id, now)?);
        Ok((account, pin, sessions, accounts::same_somebody(tx, &id, now)?))
    });
    let (account, pin, sessions, others) = found.await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let row = |session: &Session| SessionRow {
        key: session_key(&session.hash),
        since: t.when(session.started_at, now),
        until: t.when(session.ends_at, now),
        here: here.as_ref() == Some(&session.hash),
    };
    let other = |account: &Account| (account.id.as_str().to_owned(), work(&t, account));
    let page = OwnPage {
        frame: asked.frame(),
        initials: initials(&account.who.name),
        work: work(&t, &account),
        facts: facts(&t, &account),
        pin: pin.map(|at| t.near_day(at.day(), now.day())),
        sessions: sessions.iter().map(row).collect(),
        others: others.iter().map(other).collect(),
        name: account.who.name,
        t,
    };
    Reply::page(&page)
}

/// «sykepleier, MO-senteret».
fn work(t: &Say, account: &Account) -> String {
    format!("{}, {}", t.t(&format!("staff-role-{}", account.role.key())), account.organisation_name)
}

fn facts(t: &Say, account: &Account) -> Vec<(String, String)> {
    let who = &account.who;
    let given = [
        ("staff-field-title", Some(who.title.clone()).filter(|title| !title.is_empty())),
        ("staff-field-phone", Some(platform::frame::contact_item("", &who.phone).phone_shown).filter(|phone| !phone.is_empty())),
        ("staff-field-department", who.department.clone()),
        ("staff-field-hpr", who.hpr_number.clone()),
        ("staff-field-authorisation", who.authorisation.clone()),
        ("staff-field-entity", who.legal_entity.clone()),
        ("staff-field-place", who.point_of_care.clone()),
        ("staff-field-until", account.ended_at.map(|end| t.date_with_year(end.plus_s(-1).day()))),
    ];
    given.into_iter().filter_map(|(key, value)| Some((t.t(key), value?))).collect()
}

/// The form for another PIN.
pub async fn pin_form(asked: Asked) -> Result<Reply, Error> {
    draw_pin(&asked, Again::default()).await
}

async fn draw_pin(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let id = me(asked)?;
    let has = asked.app.db().read(move |tx| Ok(doors::pin_chosen_at(tx, &id)?.is_some())).await?;
    let status = again.status.unwrap_or(200);
    Ok(Reply::page(&PinPage { frame: asked.frame(), t: asked.say(), again, has })?.status(status))
}

/// Another PIN; the old one is asked for, where there is one.
pub async fn change_pin(asked: Asked) -> Result<Reply, Error> {
    match try_change_pin(&asked).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw_pin(&asked, Again::of(&asked.say(), error)?).await,
    }
}

async fn try_change_pin(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["old", "pin", "again"])?;
    let id = me(asked)?;
    chosen(asked.form.get("pin"), asked.form.get("again"))?;
    // Sent again because nobody heard the answer: what was chosen then stands, and no further try is counted.
    if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
        return Ok(first);
    }
    let mine = id.clone();
    let has = asked.app.db().read(move |tx| Ok(doors::pin_chosen_at(tx, &mine)?.is_some())).await?;
    if has {
        match try_pin(&asked.app, &id, asked.form.get("old")).await? {
            Tried::Right => {}
            Tried::Wrong => return Err(Error::field("old", "staff-pin-wrong")),
            Tried::Wait(_) => return Err(too_many()),
        }
    }
    let kept = secret::keep(&asked.app, asked.form.get("pin")).await?;
    let settled = asked.change(&CHARTER, "choose-pin", move |tx, desk| {
        doors::keep_pin(tx, &id, &kept, desk.now())?;
        desk.note_nobody();
        Ok(Settled::to("/min-konto"))
    });
    settled.await
}

/// Ends one of one's own sessions.
pub async fn end_session(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["session"])?;
    let (id, key) = (me(&asked)?, asked.form.get("session").to_owned());
    let settled = asked.change(&CHARTER, "end-session", move |tx, desk| {
        let open = accounts::sessions(tx, &id, desk.now())?;
        let found = open.into_iter().find(|session| session_key(&session.hash) == key).ok_or(Error::Missing)?;
        accounts::end_session(tx, &id, &found.hash, desk.now())?;
        desk.note_nobody();
        Ok(Settled::to("/min-konto"))
    });
    Ok(Reply::to(settled.await?.to))
}

/// «Jobber nå som …»: the session here ends and one in the other job begins.
pub async fn switch(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["account"])?;
    let (id, here) = (me(&asked)?, asked.ctx.actor.session.clone());
    let other = AccountId::parse(asked.form.get("account")).ok_or(Error::Missing)?;
    let opener = session::opener(&asked.app);
    let settled = asked.change(&CHARTER, "switch-job", move |tx, desk| {
        let now = desk.now();
        let mine = accounts::same_somebody(tx, &id, now)?;
        let to = mine.into_iter().find(|account| account.id == other).ok_or(Error::Missing)?;
        if let Some(here) = &here {
            accounts::end_session(tx, &id, here, now)?;
        }
        session::open(tx, &opener, &Holder::Account(to.id, to.role), Life::Shift, now)?;
        desk.note_nobody();
        Ok(Settled::to("/i-dag").keeping(&opener))
    });
    let opener = settled.await?.keep.ok_or_else(|| Error::fault("a switch opened no session"))?;
    Ok(Reply::to("/i-dag").cookie(session_cookie(&asked.app, &opener)))
}
