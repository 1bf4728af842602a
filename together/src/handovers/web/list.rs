//! `/overtakelser`: what is about to fail comes first. Names stand only where the asker may know them.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::role::Role;
use platform::access::{Desk, Permit, Settled};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use crate::handovers::store::lists::{self, After, Listed, Which};
use crate::handovers::store::searches::{self, Outcome};
use crate::handovers::work::may_hand_over;
use crate::handovers::{CHARTER, shown};

/// Pages of a list that are looked through for those that may be seen, and how many are opened at once.
const PAGES: usize = 8;
const AT_ONCE: usize = 5;

/// A row as drawn.
pub struct Row {
    /// Where it leads; nothing for those who may not open it.
    pub href: Option<String>,
    /// Who, or from where to where.
    pub title: String,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub meta: String,
    /// Whom to call, for those who may not open it.
    pub phone: Option<ContactItem>,
}

/// A list as drawn.
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Where it goes on.
    pub next: Option<String>,
}

/// Somebody to be looked for.
struct Look {
    action: String,
    name: String,
    text: String,
    meta: String,
    phone: ContactItem,
    person: String,
}

#[derive(Template)]
#[template(path = "handovers/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    sections: Vec<Section>,
    looks: Vec<Look>,
    whole: bool,
}

/// The lists that somebody in this role has.
fn lists_of(role: Role) -> Vec<Which> {
    match role {
        Role::Leader => vec![Which::AsLeader],
        Role::Coordinator => vec![Which::AsUnit, Which::ToUs, Which::FromUs],
        role if may_hand_over(role) => vec![Which::ToUs, Which::FromUs],
        _ => Vec::new(),
    }
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let only = Which::parse(asked.query.get("liste"));
    let (after, say) = (After::read(asked.query.get("etter")), asked.say());
    let t = say.clone();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let mut sections = Vec::new();
        for which in lists_of(desk.ctx().actor.role) {
            if only.is_none_or(|only| only == which) {
                sections.extend(section(tx, desk, &say, which, &after)?);
            }
        }
        let looks = if only.is_none() { looks(tx, desk, &say)? } else { Vec::new() };
        Ok((sections, looks))
    });
    let (sections, looks) = found.await?;
    Reply::page(&ListPage { frame: asked.frame(), t, sections, looks, whole: only.is_none() })
}

/// One list; nothing when there is none of it. A page without anything to see still says where it goes on.
pub fn section(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, which: Which, after: &After) -> Result<Option<Section>, Error> {
    let employer = desk.ctx().actor.employer_id()?.clone();
    let (listed, next) = lists::page(tx, which, &employer, after)?;
    let rows = rows(tx, desk, say, which, &listed)?;
    let next = next.map(|next| format!("/overtakelser?liste={}&etter={next}", which.key()));
    let title = say.t(&format!("handovers-list-{}", which.key()));
    Ok((!rows.is_empty() || next.is_some()).then_some(Section { title, rows, next }))
}

/// The first of a list that the asker may see, at most so many. Those they may not see stand in nobody's way: the next ones are
/// looked for, a few at a time, since whoever is opened stands in the log as looked at.
pub fn first(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, which: Which, most: usize) -> Result<Vec<Row>, Error> {
    let employer = desk.ctx().actor.employer_id()?.clone();
    let (mut found, mut after) = (Vec::new(), After::default());
    for _ in 0..PAGES {
        let (listed, next) = lists::page(tx, which, &employer, &after)?;
        for some in listed.chunks(AT_ONCE) {
            if found.len() < most {
                found.extend(rows(tx, desk, say, which, some)?);
            }
        }
        match next.filter(|_| found.len() < most) {
            Some(next) => after = After::read(&next),
            None => break,
        }
    }
    found.truncate(most);
    Ok(found)
}

/// Rows with names for those who may know them; from where to where, and whom to call, for those who lead.
pub fn rows(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, which: Which, listed: &[Listed]) -> Result<Vec<Row>, Error> {
    let nameless = matches!(which, Which::AsLeader | Which::AsUnit);
    let mut persons: Vec<PersonId> = listed.iter().map(|one| one.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = if nameless { Vec::new() } else { desk.people(tx, &persons)? };
    let now = desk.now();
    let found = listed.iter().filter_map(|one| {
        let permit = permits.iter().find(|permit| *permit.person() == one.person);
        let to = one.to.clone().unwrap_or_else(|| say.t("handovers-step-nobody"));
        let phase = if one.departed && one.phase == "planned" { "departed" } else { one.phase.as_str() };
        let key = if one.step > 0 { "handovers-row-late" } else { "handovers-row-due" };
        let row = Row {
            href: permit.map(|_| format!("/overtakelser/{}", one.id)),
            title: permit.map_or_else(|| from_to(say, one, &to), |permit| shown::name_of(say, permit)),
            text: say.with2(&format!("handovers-row-{phase}"), "from", &one.from, "to", &to),
            meta: say.with(key, "when", say.when(one.due_at, now)),
            phone: permit.is_none().then(|| contact_item(&one.holder, &one.phone)),
        };
        // What an employee may not open is not on their list: the person decides.
        (nameless || permit.is_some()).then_some(row)
    });
    Ok(found.collect())
}

fn from_to(say: &Say, one: &Listed, to: &str) -> String {
    say.with2("handovers-row-from-to", "from", &one.from, "to", to)
}

fn looks(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say) -> Result<Vec<Look>, Error> {
    let employer = desk.ctx().actor.employer_id()?.clone();
    if !may_hand_over(desk.ctx().actor.role) {
        return Ok(Vec::new());
    }
    let open = searches::open(tx, &employer)?;
    let persons: Vec<PersonId> = open.iter().map(|one| one.person.clone()).collect();
    let permits = desk.people(tx, &persons)?;
    let find = |person: &PersonId| permits.iter().find(|permit| permit.person() == person);
    let draw = |one: &searches::Search, permit: &Permit| Look {
        action: format!("/overtakelser/let/{}", one.id),
        name: shown::name_of(say, permit),
        text: say.t(&format!("handovers-look-{}", one.why)),
        meta: say.with("handovers-row-due", "when", say.near_day(one.due_at.plus_s(-1).day(), desk.now().day())),
        phone: contact_item(&one.holder.0, &one.holder.1),
        person: permit.person().to_string(),
    };
    Ok(open.iter().filter_map(|one| find(&one.person).map(|permit| draw(one, permit))).collect())
}

/// How looking for somebody went.
pub async fn looked(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["outcome"])?;
    let id = RowId::parse(asked.param("search")).ok_or(Error::Missing)?;
    let outcome = Outcome::parse(asked.form.get("outcome")).ok_or_else(|| Error::field("outcome", "form-choose"))?;
    let settled = asked.change(&CHARTER, "look-for", move |tx, desk| {
        let employer = desk.ctx().actor.employer_id()?.clone();
        let person = searches::whose(tx, &id, &employer)?;
        let permit = desk.person(tx, &person)?;
        searches::end(tx, desk, &permit, &id, outcome)?;
        Ok(Settled::to("/overtakelser"))
    });
    Ok(Reply::to(settled.await?.to))
}
