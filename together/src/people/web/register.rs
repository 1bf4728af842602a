//! `/ny`: somebody stands at the door. At most three fields, no id, and the same person is not written down twice.

use askama::Template;
use kernel::id::PersonId;
use platform::access::{Permit, Settled};
use platform::door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say, initials};
use platform::web::{Asked, Reply};

use crate::people::card::{AtTheDoor, read_door};
use crate::people::store::card::FoundBy;
use crate::people::store::door as drop_ins;
use crate::people::{CHARTER, acts, limits};

#[derive(Template)]
#[template(path = "people/pages/register.html")]
struct RegisterPage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: Typed,
    days: i64,
}

#[derive(Template)]
#[template(path = "people/pages/same.html")]
struct SamePage {
    frame: Frame,
    t: Say,
    typed: Typed,
    numbered: bool,
    found: Vec<Seen>,
}

#[derive(Template)]
#[template(path = "people/pages/registered.html")]
struct DonePage {
    frame: Frame,
    t: Say,
    href: String,
    name: String,
    kept: Vec<String>,
    until: String,
}

/// What stood in the fields.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) year: String,
    pub(super) phone: String,
}

impl Typed {
    fn of(asked: &Asked) -> Typed {
        let get = |name| asked.form.get(name).to_owned();
        Typed { name: get("name"), year: get("year"), phone: get("phone") }
    }
}

/// Somebody the asker may see already, as a row.
pub(super) struct Seen {
    pub(super) href: String,
    pub(super) initials: String,
    pub(super) name: String,
    pub(super) meta: String,
}

impl Seen {
    pub(super) fn of(t: &Say, permit: &Permit) -> Seen {
        let card = permit.card();
        let name = card.name.clone().unwrap_or_else(|| t.t("people-no-name"));
        Seen {
            href: format!("/folk/{}", permit.person()),
            initials: initials(&name),
            meta: card.birth_year.map(|year| t.with("people-born", "year", year)).unwrap_or_default(),
            name,
        }
    }
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed::default(), Again::default()).await
}

async fn page(asked: &Asked, typed: Typed, again: Again) -> Result<Reply, Error> {
    let days = asked.view(&CHARTER, |tx, desk| limits::load(tx, desk.now())).await?;
    let status = again.status.unwrap_or(200);
    let mut frame = asked.frame();
    frame.path = "/ny".into();
    let page = RegisterPage { frame, t: asked.say(), again, typed, days: days.drop_in_days };
    Ok(Reply::page(&page)?.status(status))
}

/// Registers, after a look whether it is somebody known here.
pub async fn register(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["name", "year", "phone", "numbered", "new-person"])?;
    let typed = Typed::of(&asked);
    match read_door(&asked.form, asked.ctx.now.day()) {
        Err(errors) => page(&asked, typed, Again::of(&asked.say(), Error::Invalid(errors))?).await,
        Ok(said) => {
            let found = if asked.form.has("new-person") { Vec::new() } else { same(&asked, &said).await? };
            if found.is_empty() {
                return match create(&asked, said).await {
                    Ok(settled) => Ok(Reply::to(settled.to)),
                    Err(error) => page(&asked, typed, Again::of(&asked.say(), error)?).await,
                };
            }
            // Sent twice: whoever was just registered is no second person to be told apart from.
            if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
                return Ok(Reply::to(first.to));
            }
            let mut frame = asked.frame();
            frame.path = "/ny".into();
            let numbered = asked.form.has("numbered");
            Reply::page(&SamePage { frame, t: asked.say(), typed, numbered, found })
        }
    }
}

/// Those it may be, among persons the asker may see already. Nobody is told about others.
async fn same(asked: &Asked, said: &AtTheDoor) -> Result<Vec<Seen>, Error> {
    let (t, said) = (asked.say(), said.clone());
    asked
        .view(&CHARTER, move |tx, desk| {
            let by =
                FoundBy { name: said.name.as_deref(), aliases: &[], birth_year: said.birth_year, phone: said.phone.as_deref() };
            Ok(by.met(tx, desk)?.iter().map(|permit| Seen::of(&t, permit)).collect())
        })
        .await
}

/// The key must be durable before anything is sealed; one that no person came of is taken away again.
async fn create(asked: &Asked, said: AtTheDoor) -> Result<Settled, Error> {
    let token = asked.token();
    token.check()?;
    let person = PersonId::from_bits(asked.app.source().id_bits());
    let key = asked.app.keys().make(&person).await?;
    let (id, to) = (person.clone(), format!("/ny/{person}"));
    let settled = door::execute(&asked.app, &asked.ctx, &CHARTER, "register", token, move |tx, desk| {
        acts::register(tx, desk, &id, &key, &said)?;
        Ok(Settled::to(format!("/ny/{id}")))
    })
    .await;
    if !settled.as_ref().is_ok_and(|settled| settled.to == to) {
        asked.app.keys().erase(&person).await?;
    }
    settled
}

/// What has been written down, until when, and that the person may say no.
pub async fn done(asked: Asked) -> Result<Reply, Error> {
    let (person, t) = (asked.person()?, asked.say());
    let href = format!("/folk/{person}");
    let (card, drop_in) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            Ok((permit.card().clone(), drop_ins::load(tx, &permit)?))
        })
        .await?;
    let drop_in = drop_in.ok_or(Error::Missing)?;
    let name = card.name.unwrap_or_else(|| t.t("people-no-name"));
    let mut kept = vec![t.with("people-kept-name", "name", &name)];
    kept.extend(card.birth_year.map(|year| t.with("people-kept-year", "year", year)));
    kept.extend(card.phone.map(|phone| t.with("people-kept-phone", "phone", super::panels::phone_shown(&phone))));
    let until = t.date_with_year(drop_in.keep_until.day());
    Reply::page(&DonePage { frame: asked.frame(), t, href, name, kept, until })
}

/// «Vi har fortsatt kontakt»: kept for a while more.
pub async fn keep(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let person = asked.person()?;
    let settled = asked
        .change(&CHARTER, "keep", move |tx, desk| {
            acts::keep(tx, desk, &person)?;
            Ok(Settled::to(format!("/folk/{person}")))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
