//! Inviting somebody who works here, changing what is told about them, and ending their access.

use askama::Template;
use kernel::id::AccountId;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::fields::{self, Typed};
use super::setup::organisation_id;
use crate::staff::acts::Draft;
use crate::staff::rules::{Asker, LINK_DAYS, Standing, roles_in};
use crate::staff::store::accounts::Account;
use crate::staff::store::organisations;
use crate::staff::{CHARTER, acts};

#[derive(Template)]
#[template(path = "staff/pages/person_form.html")]
struct FormPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    action: String,
    place: String,
    account: Option<Known>,
    typed: Typed,
    roles: Vec<(&'static str, String, bool)>,
}

/// Somebody who has an account already.
struct Known {
    id: String,
    name: String,
    ended: Option<String>,
}

#[derive(Template)]
#[template(path = "staff/pages/link.html")]
struct LinkPage {
    frame: Frame,
    t: Say,
    back: String,
    link: String,
    days: i64,
}

/// The empty form.
pub async fn invite_form(asked: Asked) -> Result<Reply, Error> {
    draw_invite(&asked, Again::default()).await
}

async fn draw_invite(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (asker, id) = (acts::asker(&asked.ctx)?, organisation_id(asked)?);
    let organisation = asked.view(&CHARTER, move |tx, _| acts::own_organisation(tx, &asker, &id)).await?;
    let (t, back) = (asked.say(), format!("/oppsett/virksomhet/{}", organisation.id));
    let mut typed = Typed::of(&asked.form);
    if !asked.form.has("entity") {
        typed.entity = organisation.number.clone().unwrap_or_default();
    }
    let roles = fields::roles(&t, roles_in(organisation.kind), &typed.role);
    let status = again.status.unwrap_or(200);
    let page = FormPage {
        frame: asked.frame(),
        again,
        action: format!("{back}/inviter"),
        back,
        place: organisation.name,
        account: None,
        typed,
        roles,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

/// Invites, and shows the link once.
pub async fn invite(asked: Asked) -> Result<Reply, Error> {
    match try_invite(&asked).await {
        Ok(settled) => show_link(&asked, settled),
        Err(error) => draw_invite(&asked, Again::of(&asked.say(), error)?).await,
    }
}

async fn try_invite(asked: &Asked) -> Result<Settled, Error> {
    let (asker, organisation) = (acts::asker(&asked.ctx)?, organisation_id(asked)?);
    let read = fields::read(&asked.form, asked.ctx.now)?;
    let back = format!("/oppsett/virksomhet/{organisation}");
    let draft = Draft { organisation, role: read.role, who: read.who, from: read.from, until: read.until };
    let settled = asked.change(&CHARTER, "invite", move |tx, desk| {
        let opener = acts::invite(tx, desk, &asker, &draft)?;
        Ok(Settled::to(back.clone()).keeping(opener))
    });
    settled.await
}

/// The link, shown once and printable. A form sent again shows it again; nothing else does.
fn show_link(asked: &Asked, settled: Settled) -> Result<Reply, Error> {
    let opener = settled.keep.ok_or_else(|| Error::fault("a link was not kept for its page"))?;
    let link = format!("{}/invitasjon/{opener}", asked.app.config().public_url.trim_end_matches('/'));
    let page = LinkPage { frame: asked.frame(), t: asked.say(), back: settled.to, link, days: LINK_DAYS };
    Reply::page(&page)
}

fn account_id(asked: &Asked) -> Result<AccountId, Error> {
    AccountId::parse(asked.param("account")).ok_or(Error::Missing)
}

/// Somebody's account, to be changed.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw_person(&asked, Again::default()).await
}

async fn draw_person(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (asker, id) = (acts::asker(&asked.ctx)?, account_id(asked)?);
    let found = asked.view(&CHARTER, move |tx, _| {
        let account = acts::own_account(tx, &asker, &id)?;
        let kind = organisations::load(tx, &account.organisation)?.kind;
        Ok((account, kind))
    });
    let (account, kind) = found.await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let typed = if asked.form.has("name") { Typed::of(&asked.form) } else { Typed::from_account(&account) };
    let status = again.status.unwrap_or(200);
    let page = FormPage {
        frame: asked.frame(),
        again,
        back: format!("/oppsett/virksomhet/{}", account.organisation),
        action: format!("/oppsett/ansatt/{}", account.id),
        place: account.organisation_name.clone(),
        roles: fields::roles(&t, roles_in(kind), &typed.role),
        account: Some(known(&t, &account, now)),
        typed,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

fn known(t: &Say, account: &Account, now: Timestamp) -> Known {
    let ended = account.ended_at.filter(|_| account.standing(now) == Standing::Ended);
    Known {
        id: account.id.as_str().to_owned(),
        name: account.who.name.clone(),
        ended: ended.map(|at| t.with("staff-ended-on", "date", t.date_with_year(at.day()))),
    }
}

/// Changes somebody's account.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    let done = match fields::read(&asked.form, asked.ctx.now) {
        Ok(read) => {
            let (role, who, until): (Role, _, _) = (read.role, read.who, read.until);
            act(&asked, "change-staff", move |tx, desk, asker, id| {
                let organisation = acts::change(tx, desk, asker, id, (role, &who, until))?;
                Ok(Settled::to(format!("/oppsett/virksomhet/{organisation}")))
            })
            .await
        }
        Err(error) => Err(error),
    };
    to_or_again(&asked, done).await
}

/// Ends somebody's access now.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let done = act(&asked, "end-staff", |tx, desk, asker, id| {
        let organisation = acts::end_now(tx, desk, asker, id)?;
        Ok(Settled::to(format!("/oppsett/virksomhet/{organisation}")))
    });
    let done = done.await;
    to_or_again(&asked, done).await
}

/// Takes an invitation back.
pub async fn withdraw(asked: Asked) -> Result<Reply, Error> {
    let done = act(&asked, "withdraw-invitation", |tx, desk, asker, id| {
        let organisation = acts::withdraw(tx, desk, asker, id)?;
        Ok(Settled::to(format!("/oppsett/virksomhet/{organisation}")))
    });
    Ok(Reply::to(done.await?.to))
}

/// A new link, for an invitation that waits or for somebody who cannot come in any more.
pub async fn new_link(asked: Asked) -> Result<Reply, Error> {
    let done = act(&asked, "new-link", |tx, desk, asker, id| {
        let opener = acts::new_link(tx, desk, asker, id)?;
        Ok(Settled::to("/oppsett").keeping(opener))
    });
    show_link(&asked, done.await?)
}

async fn act(
    asked: &Asked,
    name: &'static str,
    run: impl Fn(&mut Tx<'_>, &Desk<'_>, &Asker, &AccountId) -> Result<Settled, Error> + Send + 'static,
) -> Result<Settled, Error> {
    let (asker, id) = (acts::asker(&asked.ctx)?, account_id(asked)?);
    let settled = asked.change(&CHARTER, name, move |tx, desk| run(tx, desk, &asker, &id));
    settled.await
}

async fn to_or_again(asked: &Asked, done: Result<Settled, Error>) -> Result<Reply, Error> {
    match done {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw_person(asked, Again::of(&asked.say(), error)?).await,
    }
}
