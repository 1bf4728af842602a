//! `/folk`: those one works with, and one of them.

use askama::Template;
use platform::access::{Desk, Permit};
use platform::charter::{Place, draw};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::frame::{Frame, Say, initials};
use platform::web::{Asked, Reply};

use super::CHARTER;

/// A person as a row.
pub(super) struct Met {
    /// Id, for the address.
    pub(super) id: String,
    /// What they want to be called.
    pub(super) name: Option<String>,
    /// Year of birth.
    pub(super) birth_year: Option<i64>,
    /// For the stone.
    pub(super) initials: String,
}

impl Met {
    pub(super) fn of(permit: &Permit) -> Met {
        let card = permit.card();
        Met {
            id: permit.person().as_str().to_owned(),
            name: card.name.clone(),
            birth_year: card.birth_year,
            initials: card.name.as_deref().map(initials).unwrap_or_default(),
        }
    }
}

/// Everyone whom the asker serves or who shares with them, by name. Those who have only asked for help stand in the inbox.
pub(super) fn meet(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Permit>, Error> {
    let known = desk.whom_i_may_meet(tx)?;
    let mut permits = desk.people(tx, &known)?;
    permits.retain(|permit| !permit.card().provisional);
    permits.sort_by_cached_key(|permit| permit.card().name.as_deref().map(sorting).unwrap_or_default());
    Ok(permits)
}

/// Norwegian order: æ, ø and å last, and aa as å.
fn sorting(name: &str) -> String {
    let lower = name.to_lowercase().replace("aa", "å");
    lower.replace('æ', "{").replace('ø', "|").replace('å', "}")
}

#[derive(Template)]
#[template(path = "house/pages/people.html")]
struct People {
    frame: Frame,
    t: Say,
    people: Vec<Met>,
}

/// The list.
pub(super) async fn list(asked: Asked) -> Result<Reply, Error> {
    let people = door::view(&asked.app, &asked.ctx, &CHARTER, |tx, desk| {
        Ok(meet(tx, desk)?.iter().map(Met::of).collect())
    })
    .await?;
    Reply::page(&People { frame: asked.frame(), t: asked.say(), people })
}

#[derive(Template)]
#[template(path = "house/pages/one.html")]
struct OnePerson {
    frame: Frame,
    t: Say,
    met: Met,
    panels: Vec<String>,
    aside: Vec<String>,
}

/// One person.
pub(super) async fn one(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let (met, panels, aside) = door::view(&asked.app, &asked.ctx, &CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let panels = draw(tx, desk, Place::OnePerson, Some(&permit))?;
        Ok((Met::of(&permit), panels, draw(tx, desk, Place::OnePersonAside, Some(&permit))?))
    })
    .await?;
    Reply::page(&OnePerson { frame: asked.frame(), t: asked.say(), met, panels, aside })
}
