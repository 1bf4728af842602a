//! Making a task at one's own workplace, or asking somebody around the person to take one.

use askama::Template;
use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId};
use platform::access::receivers::around;
use platform::access::{Desk, Permit, Settled, duties};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::list::read_task;
use crate::tasks::CHARTER;
use crate::tasks::store::Owner;
use crate::tasks::work::{self, Typed};

/// Somebody who could do it.
struct Choice {
    /// `me`, `person`, `a:` and an account, or `o:` and an organisation.
    key: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "tasks/pages/make.html")]
struct MakePage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    back: String,
    path: String,
    areas: Vec<(&'static str, String, bool)>,
    owners: Vec<Choice>,
    words: String,
    date: String,
}

/// Colleagues, and the services around the person that whoever asks may know of.
fn who_could(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<(String, String)>, Error> {
    let employer = desk.ctx().actor.employer_id()?.clone();
    let me = desk.ctx().actor.account.clone();
    let mut found = Vec::new();
    for colleague in duties::colleagues(tx, &employer, desk.now())? {
        if Some(&colleague.account) != me.as_ref() {
            found.push((format!("a:{}", colleague.account), colleague.name));
        }
    }
    let mut known: Vec<OrganisationId> = Vec::new();
    for held in duties::all(tx, permit)? {
        if held.is_held(desk.now()) && duties::may_know(permit, &held) && held.organisation != employer {
            known.push(held.organisation.clone());
        }
    }
    let places = around(tx, permit)?;
    let others = places.into_iter().filter(|place| known.contains(&place.id));
    found.extend(others.map(|place| (format!("o:{}", place.id), place.name)));
    Ok(found)
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, say) = (asked.person()?, asked.say());
    let about = person.clone();
    let (name, open, others) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            let others = who_could(tx, desk, &permit)?;
            Ok((permit.card().name.clone(), permit.areas(), others))
        })
        .await?;
    let name = name.unwrap_or_else(|| say.t("tasks-the-person"));
    let typed = asked.form.get("hvem").to_owned();
    let first = [("me".to_owned(), say.t("tasks-me")), ("person".to_owned(), name.clone())];
    let owners = first.into_iter().chain(others);
    let area = |area: Area| (area.key(), say.t(&format!("area-{}", area.key())), asked.form.get("omrade") == area.key());
    let page = MakePage {
        frame: asked.frame(),
        back: format!("/folk/{person}"),
        path: format!("/oppgaver/ny/{person}"),
        areas: open.iter().map(area).collect(),
        owners: owners.map(|(key, name)| Choice { chosen: key == typed, key, name }).collect(),
        words: asked.form.get("hva").to_owned(),
        date: asked.form.get("dato").to_owned(),
        name,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Makes it.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_make(&asked).await;
    asked.settled(outcome, draw).await
}

/// Who was chosen: only somebody the page offers.
fn chosen(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, key: &str) -> Result<Owner, Error> {
    let nobody = || Error::field("hvem", "form-choose");
    match key {
        "person" => Ok(Owner::Person),
        "me" => work::owner(tx, None, desk.ctx().actor.account.as_ref())?.ok_or_else(nobody),
        key => {
            if !who_could(tx, desk, permit)?.iter().any(|(offered, _)| offered == key) {
                return Err(nobody());
            }
            let place = key.strip_prefix("o:").and_then(OrganisationId::parse);
            let account = key.strip_prefix("a:").and_then(AccountId::parse);
            work::owner(tx, place.as_ref(), account.as_ref())?.ok_or_else(nobody)
        }
    }
}

async fn try_make(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["hva", "dato", "omrade", "hvem"])?;
    let person = asked.person()?;
    let area = Area::parse(asked.form.get("omrade")).ok_or(FieldError::new("omrade", "form-choose"));
    let (area, words, due) = match (area, read_task(asked)) {
        (Ok(area), Ok((words, due))) => (area, words, due),
        (area, read) => {
            let wrong = read.err().into_iter().flatten().chain(area.err());
            return Err(Error::Invalid(wrong.collect()));
        }
    };
    let key = asked.form.get("hvem").to_owned();
    let settled = asked.change(&CHARTER, "make", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let owner = chosen(tx, desk, &permit, &key)?;
        let typed = Typed { area: Some(area), words: words.clone(), owner, due, has_said_yes: false };
        let id = work::make(tx, desk, &permit, &typed)?;
        Ok(Settled::to(format!("/oppgaver/{person}/{id}")))
    });
    settled.await
}
