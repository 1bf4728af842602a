//! The person's own pages: the plan, one area, the sheet to print, and what has changed.

use std::collections::BTreeSet;

use askama::Template;
use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{grants, relations};
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::line::{ShownChange, changed};
use super::reader;
use crate::plan::rules::Kind;
use crate::plan::shown::{self, ShownArea, ShownPlan};
use crate::plan::{CHARTER, store};

#[derive(Template)]
#[template(path = "plan/pages/plan.html")]
struct PlanPage {
    frame: Frame,
    t: Say,
    plan: ShownPlan,
    areas: Vec<ShownArea>,
    shares: usize,
    individual_key: &'static str,
}

#[derive(Template)]
#[template(path = "plan/pages/sheet.html")]
struct SheetPage {
    frame: Frame,
    t: Say,
    plan: ShownPlan,
    areas: Vec<ShownArea>,
    more: bool,
    printed: String,
    contact: Option<ContactItem>,
}

#[derive(Template)]
#[template(path = "plan/pages/area.html")]
struct AreaPage {
    frame: Frame,
    t: Say,
    area: ShownArea,
}

#[derive(Template)]
#[template(path = "plan/pages/changes.html")]
struct ChangesPage {
    frame: Frame,
    t: Say,
    changes: Vec<ShownChange>,
    older: Option<String>,
}

/// Every area, and the lines without one when there are any.
fn areas(reader: &shown::Reader<'_>, plan: &store::Plan) -> Vec<ShownArea> {
    let unmapped = plan.entries.iter().any(|entry| entry.area.is_none());
    let all = Area::ALL.into_iter().map(Some).chain(unmapped.then_some(None));
    all.map(|area| shown::area(reader, plan, area)).collect()
}

/// The plan.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let plan = store::load(tx, &own)?;
        let head = store::head(tx, &own, desk.now())?;
        let given = grants::all(tx, &own)?;
        let running = given.iter().filter(|grant| grants::is_running(grant, desk.now()));
        let receivers: BTreeSet<_> = running.map(|grant| (&grant.account, &grant.organisation)).collect();
        let shares = receivers.len();
        Ok((own, plan, head, shares))
    });
    let (own, plan, head, shares) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &own, &say);
    let page = PlanPage {
        frame: asked.frame(),
        plan: shown::whole(&reader, &plan),
        areas: areas(&reader, &plan),
        shares,
        individual_key: if head.kind == Kind::Individual { "plan-individual-is" } else { "plan-individual-is-not" },
        t: say.clone(),
    };
    Reply::page(&page)
}

/// The plan on one sheet of paper.
pub async fn sheet(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let plan = store::load(tx, &own)?;
        let around = relations::running(tx, &own, desk.now())?;
        let contact = around.into_iter().find(|held| held.duty == relations::Duty::Contact && !held.account_ended);
        Ok((own, plan, contact))
    });
    let (own, plan, contact) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &own, &say);
    let (on_sheet, with_areas, more) = shown::sheet(shown::whole(&reader, &plan));
    let page = SheetPage {
        frame: asked.frame(),
        plan: on_sheet,
        areas: if with_areas { areas(&reader, &plan) } else { Vec::new() },
        more,
        printed: say.with2(
            "plan-printed",
            "name",
            own.card().name.as_deref().unwrap_or_default(),
            "date",
            say.date_with_year(asked.ctx.now.day()),
        ),
        contact: contact.map(|held| contact_item(held.name.as_deref().unwrap_or_default(), &held.phone)),
        t: say.clone(),
    };
    Reply::page(&page)
}

/// One area: what the person wants, who does what and when, and how it has gone.
pub async fn area(asked: Asked) -> Result<Reply, Error> {
    let key = asked.param("area");
    let area = if key == "annet" { None } else { Some(Area::parse(key).ok_or(Error::Missing)?) };
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let plan = store::load(tx, &own)?;
        Ok((own, plan))
    });
    let (own, plan) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &own, &say);
    Reply::page(&AreaPage { frame: asked.frame(), area: shown::area(&reader, &plan, area), t: say.clone() })
}

/// What has changed, newest first, a page at a time.
pub async fn changes(asked: Asked) -> Result<Reply, Error> {
    let before = before(&asked)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let (changes, more) = store::revisions(tx, &own, (before.0, &before.1))?;
        Ok((own, changes, more))
    });
    let (own, changes, more) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &own, &say);
    let last = changes.last().filter(|_| more);
    let older = last.map(|last| format!("/planen/endringer?for={}_{}", last.at.stored(), last.id));
    let page = ChangesPage {
        frame: asked.frame(),
        changes: changes.iter().map(|change| changed(&reader, change)).collect(),
        older,
        t: say.clone(),
    };
    Reply::page(&page)
}

/// Where in the list one is: the time and id of the last line of the page before.
fn before(asked: &Asked) -> Result<(Timestamp, String), Error> {
    let place = asked.query.get("for");
    if place.is_empty() {
        return Ok((asked.ctx.now.plus_days(1), String::new()));
    }
    let (at, id) = place.split_once('_').ok_or(Error::Missing)?;
    let at = Timestamp::parse(at).ok_or(Error::Missing)?;
    let id = RowId::parse(id).ok_or(Error::Missing)?;
    Ok((at, id.as_str().to_owned()))
}
