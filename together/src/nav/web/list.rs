//! `/nav` for an office: what persons have asked of it, and what it has promised an answer to.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use crate::nav::CHARTER;
use crate::nav::store::{self, After, Listed, PAGE};

/// A row of a list.
pub struct Row {
    /// Where it leads.
    pub href: String,
    /// Their name.
    pub name: String,
    /// What it is.
    pub text: String,
    /// By when.
    pub meta: String,
}

#[derive(Template)]
#[template(path = "nav/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    asked: Vec<Row>,
    more_asked: Option<String>,
    promised: Vec<Row>,
    more_promised: Option<String>,
    unseen: usize,
}

/// What an office must see to.
pub struct Found {
    /// What persons have asked.
    pub asked: Vec<Row>,
    more_asked: Option<String>,
    /// Answers it has promised.
    pub promised: Vec<Row>,
    more_promised: Option<String>,
    unseen: usize,
}

/// The lists.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (tasks, answers) = (read_after(asked.query.get("gjor")), read_after(asked.query.get("svar")));
    let say = asked.say();
    let found = asked.view(&CHARTER, move |tx, desk| load(tx, desk, &say, tasks.as_ref(), answers.as_ref())).await?;
    let Found { asked: tasks, more_asked, promised, more_promised, unseen } = found;
    Reply::page(&ListPage { frame: asked.frame(), t: asked.say(), asked: tasks, more_asked, promised, more_promised, unseen })
}

fn read_after(text: &str) -> Option<After> {
    let (day, id) = text.split_once('_')?;
    Some(After { day: Day::parse(day)?, id: RowId::parse(id)? })
}

/// Loads both lists. Whoever the office no longer helps is counted and not named.
pub fn load(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, tasks: Option<&After>, answers: Option<&After>) -> Result<Found, Error> {
    let office = desk.ctx().actor.employer_id()?.clone();
    let (mut asked, mut promised) = (store::asked_of(tx, &office, tasks)?, store::promised(tx, &office, answers)?);
    let (more_asked, more_promised) = (cut(&mut asked, "gjor"), cut(&mut promised, "svar"));
    let mut persons: Vec<PersonId> = asked.iter().chain(&promised).map(|one| one.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let today = desk.now().day();
    let row = |one: &Listed, what: &str| {
        let permit: &Permit = permits.iter().find(|permit| *permit.person() == one.person && permit.sees(None))?;
        let late = if one.day < today { "nav-row-late" } else { "nav-row-by" };
        Some(Row {
            href: format!("/folk/{}/nav", one.person),
            name: permit.card().name.clone().unwrap_or_else(|| say.t("nav-the-person")),
            text: say.t(what),
            meta: say.with(late, "day", say.near_day(one.day, today)),
        })
    };
    let unseen = persons.iter().filter(|person| !permits.iter().any(|permit| permit.person() == *person && permit.sees(None)));
    Ok(Found {
        unseen: unseen.count(),
        asked: asked.iter().filter_map(|one| row(one, "nav-row-asked")).collect(),
        promised: promised.iter().filter_map(|one| row(one, "nav-row-promised")).collect(),
        more_asked,
        more_promised,
    })
}

fn cut(rows: &mut Vec<Listed>, name: &str) -> Option<String> {
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    rows.last().filter(|_| more).map(|last| format!("/nav?{name}={}_{}", last.day.stored(), last.id))
}
