//! `/brudd`: what lacks a next step, the oldest first. Leaders see where and who has it, and no person.

use askama::Template;
use kernel::id::PersonId;
use kernel::role::Role;
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use crate::gaps::CHARTER;
use crate::gaps::store::Gap;
use crate::gaps::store::lists::{self, After, Which};

use super::SETS;

/// A row as drawn.
pub struct Row {
    /// Where it leads.
    pub href: String,
    /// Who, or where.
    pub title: String,
    /// What ended.
    pub text: String,
    /// Since when, and who has it.
    pub meta: String,
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

#[derive(Template)]
#[template(path = "gaps/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    sections: Vec<Section>,
    whole: bool,
    sets: bool,
}

/// The lists somebody in this role has.
fn lists_of(role: Role) -> &'static [Which] {
    match role {
        Role::Leader => &[Which::Mine, Which::Led],
        role if role.is_staff() && kernel::access::role_may_ever(role, CHARTER.class) => &[Which::Mine, Which::Ours],
        _ => &[],
    }
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let only = Which::parse(asked.query.get("liste"));
    let (after, say) = (After::read(asked.query.get("etter")), asked.say());
    let sets = SETS.contains(&asked.ctx.actor.role);
    let t = say.clone();
    let sections = asked.view(&CHARTER, move |tx, desk| {
        let mut sections = Vec::new();
        for which in lists_of(desk.ctx().actor.role) {
            if only.is_none_or(|only| only == *which) {
                sections.extend(section(tx, desk, &say, *which, &after)?);
            }
        }
        Ok(sections)
    });
    Reply::page(&ListPage { frame: asked.frame(), t, sections: sections.await?, whole: only.is_none(), sets })
}

/// One list; nothing when there is none of it.
pub fn section(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, which: Which, after: &After) -> Result<Option<Section>, Error> {
    let actor = &desk.ctx().actor;
    let me = actor.account.as_ref().ok_or(Error::SignIn)?;
    let (mut found, next) = lists::page(tx, which, (me, actor.employer_id()?), after, desk.now())?;
    if which == Which::Ours {
        found.retain(|gap| gap.open.owner.account != *me);
    }
    let rows = rows(tx, desk, say, which, &found)?;
    let next = next.map(|next| format!("/brudd?liste={}&etter={next}", which.key()));
    let title = say.t(&format!("gaps-list-{}", which.key()));
    Ok((!rows.is_empty() || next.is_some()).then_some(Section { title, rows, next }))
}

fn rows(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, which: Which, found: &[Gap]) -> Result<Vec<Row>, Error> {
    let leads = desk.ctx().actor.role == Role::Leader;
    let mut persons: Vec<PersonId> = found.iter().map(|gap| gap.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = if leads { Vec::new() } else { desk.people(tx, &persons)? };
    let drawn = found.iter().filter_map(|gap| {
        let permit = permits.iter().find(|permit| *permit.person() == gap.person);
        let name = permit.map(|permit| permit.card().name.clone().unwrap_or_else(|| say.t("gaps-the-person")));
        let title = if leads { say.with("gaps-row-at", "where", &gap.organisation_name) } else { name? };
        let since = say.with("gaps-since", "when", say.when(gap.open.since, desk.now()));
        let meta = if which == Which::Mine { since } else { format!("{since} {}", owner(say, gap)) };
        let text = say.t(&format!("gaps-cause-{}", gap.open.cause.key()));
        Some(Row { href: format!("/brudd/{}", gap.id), title, text, meta })
    });
    Ok(drawn.collect())
}

/// «Ola Vik, Kommunen, passer på.»
pub fn owner(say: &Say, gap: &Gap) -> String {
    say.with2("gaps-owner", "name", &gap.owner_name, "where", &gap.organisation_name)
}

/// Whom to call.
pub fn phone(gap: &Gap) -> ContactItem {
    contact_item(&gap.owner_name, &gap.phone)
}
