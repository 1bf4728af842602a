//! `/bolig`: those who need help with their home today, those who wait by the date they asked, and those who live somewhere.

use std::collections::HashMap;

use askama::Template;
use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::word;
use crate::housing::CHARTER;
use crate::housing::acts::on_the_table;
use crate::housing::store::needs::{self, After};
use crate::housing::store::warnings::{self, Listed};
use crate::housing::store::{offers, tenancies, units};

#[derive(Template)]
#[template(path = "housing/pages/queue.html")]
struct QueuePage {
    frame: Frame,
    t: Say,
    risks: Vec<RiskRow>,
    waiting: Vec<Row>,
    waiting_next: Option<String>,
    living: Vec<Row>,
    living_next: Option<String>,
    free: i64,
}

/// Somebody on a list.
pub(in crate::housing) struct Row {
    pub(in crate::housing) href: String,
    pub(in crate::housing) name: String,
    pub(in crate::housing) line: String,
    pub(in crate::housing) meta: String,
    pub(in crate::housing) late: bool,
}

/// A home that somebody may lose.
pub(in crate::housing) struct RiskRow {
    pub(in crate::housing) href: String,
    pub(in crate::housing) name: String,
    pub(in crate::housing) line: String,
    pub(in crate::housing) late: bool,
}

/// Where on a list one is, from its address.
pub(super) fn after(text: &str) -> Option<After> {
    let (id, at) = text.split_once('-')?;
    RowId::parse(id).map(|id| After { at: at.to_owned(), id: id.to_string() })
}

/// The other way.
pub(super) fn key(after: &After) -> String {
    format!("{}-{}", after.id, after.at.replace(':', "%3A"))
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let t = asked.say();
    let say = t.clone();
    let (wait_after, live_after) = (after(asked.query.get("venter")), after(asked.query.get("bor")));
    let (risks, waiting, waiting_next, living, living_next, free) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let mine = desk.ctx().actor.employer_id()?.clone();
            let risks = at_risk(tx, desk, &say)?;
            let (ids, waiting_next) = needs::queue(tx, &mine, wait_after.as_ref())?;
            let waiting = waiting_rows(tx, desk, &say, &ids)?;
            let (ids, living_next) = tenancies::lived_in(tx, &mine, live_after.as_ref())?;
            let living = living_rows(tx, desk, &say, &ids)?;
            let free = units::can_be_offered(tx, &mine)?;
            Ok((risks, waiting, waiting_next, living, living_next, free))
        })
        .await?;
    let (waiting_next, living_next) = (waiting_next.as_ref().map(key), living_next.as_ref().map(key));
    Reply::page(&QueuePage { frame: asked.frame(), t, risks, waiting, waiting_next, living, living_next, free })
}

fn permits_of(tx: &mut Tx<'_>, desk: &Desk<'_>, persons: impl Iterator<Item = PersonId>) -> Result<Vec<Permit>, Error> {
    let mut persons: Vec<PersonId> = persons.collect();
    persons.sort();
    persons.dedup();
    desk.people(tx, &persons)
}

fn name(t: &Say, permit: &Permit) -> String {
    permit.card().name.clone().unwrap_or_else(|| t.t("housing-unnamed"))
}

/// Those who may lose their home unless somebody helps, the first due first.
pub(in crate::housing) fn at_risk(tx: &mut Tx<'_>, desk: &Desk<'_>, t: &Say) -> Result<Vec<RiskRow>, Error> {
    let mine = desk.ctx().actor.employer_id()?.clone();
    let open = warnings::open(tx, &mine)?;
    let permits = permits_of(tx, desk, open.iter().map(|one| one.person.clone()))?;
    let today = desk.now().day();
    let row = |one: &Listed| {
        let permit = permits.iter().find(|permit| *permit.person() == one.person)?;
        let what = t.t(&format!("housing-warning-{}", one.kind.key()));
        let helps = t.with2("housing-helps", "name", &one.helper, "date", t.day(one.help_by, today));
        Some(RiskRow {
            href: format!("/bolig/en/{}", one.person),
            name: name(t, permit),
            line: format!("{what}. {helps}"),
            late: one.help_by < today,
        })
    };
    Ok(open.iter().filter_map(row).collect())
}

fn waiting_rows(tx: &mut Tx<'_>, desk: &Desk<'_>, t: &Say, ids: &[(PersonId, RowId)]) -> Result<Vec<Row>, Error> {
    let permits = permits_of(tx, desk, ids.iter().map(|(person, _)| person.clone()))?;
    let all = needs::of_each(tx, &permits)?;
    let offers = offers::of_each(tx, &permits)?;
    let (none, today) = (Vec::new(), desk.now().day());
    let row = |(person, id): &(PersonId, RowId)| {
        let permit = permits.iter().find(|permit| permit.person() == person)?;
        let need = all.iter().find(|need| need.id == *id)?;
        let table = on_the_table(need, offers.get(person).unwrap_or(&none));
        let musts: Vec<String> = need.wanted.musts.iter().map(|one| word(t, *one)).collect();
        let line = match table {
            Some(offer) => t.t(&format!("housing-table-{}", offer.state.key())),
            None => t.t("housing-table-none"),
        };
        let wants = if musts.is_empty() { t.t("housing-no-musts") } else { t.with("housing-musts", "what", musts.join(", ")) };
        Some(Row {
            href: format!("/bolig/en/{person}"),
            name: name(t, permit),
            line: format!("{} {line}", t.with("housing-waits-since", "date", t.date_with_year(need.asked_at.day()))),
            meta: wants,
            late: table.is_some_and(|offer| offer.answer_by < today),
        })
    };
    Ok(ids.iter().filter_map(row).collect())
}

fn living_rows(tx: &mut Tx<'_>, desk: &Desk<'_>, t: &Say, ids: &[(PersonId, RowId)]) -> Result<Vec<Row>, Error> {
    let permits = permits_of(tx, desk, ids.iter().map(|(person, _)| person.clone()))?;
    let found: HashMap<_, _> = tenancies::of_each(tx, &permits)?;
    let now = desk.now();
    let row = |(person, id): &(PersonId, RowId)| {
        let permit = permits.iter().find(|permit| permit.person() == person)?;
        let tenancy = found.get(person)?.iter().find(|one| one.id == *id)?;
        let shown = super::shown::tenancy(t, permit, tenancy, now);
        Some(Row {
            href: format!("/bolig/en/{person}"),
            name: name(t, permit),
            line: format!("{}. {}", shown.title, shown.span),
            meta: format!("{} · {}", shown.visit, shown.support),
            late: shown.visit_is_late,
        })
    };
    Ok(ids.iter().filter_map(row).collect())
}
