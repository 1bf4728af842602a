//! `/ventetid/oversikt`: one list over all services, the oldest breach first.

use std::collections::HashMap;

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::role::Role;
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::{one, shown};
use crate::waiting::CHARTER;
use crate::waiting::store;
use crate::waiting::store::clocks::Clock;
use crate::waiting::store::lists::{self, After, Listed, Page};

/// Which clocks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Mine,
    ForUs,
    FromUs,
}

impl Which {
    const ALL: [Which; 3] = [Which::Mine, Which::ForUs, Which::FromUs];

    const fn key(self) -> &'static str {
        match self {
            Which::Mine => "mine",
            Which::ForUs => "til",
            Which::FromUs => "fra",
        }
    }

    /// What was asked for; else what somebody in this role looks for first.
    fn of(asked: &Asked) -> Which {
        let first = if asked.ctx.actor.role == Role::Coordinator { Which::Mine } else { Which::ForUs };
        Which::ALL.into_iter().find(|which| which.key() == asked.query.get("vis")).unwrap_or(first)
    }
}

/// One on the list.
pub struct Row {
    /// Address.
    pub href: String,
    /// The person.
    pub name: String,
    /// Who was asked, and where it stands.
    pub text: String,
    /// What is due.
    pub due: String,
}

#[derive(Template)]
#[template(path = "waiting/pages/overview.html")]
struct OverviewPage {
    frame: Frame,
    t: Say,
    choices: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    unseen: usize,
    first: bool,
    start: String,
    next: Option<String>,
    to_referrals: bool,
}

/// The list.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (which, after, say) = (Which::of(&asked), read_after(asked.query.get("etter")), asked.say());
    let (first, words) = (after.is_none(), say.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let page = load(tx, desk, which, after.as_ref())?;
        let (rows, unseen) = rows(tx, desk, &words, &page.clocks)?;
        Ok((rows, unseen, page.next))
    });
    let (rows, unseen, next) = found.await?;
    let start = |which: Which| format!("/ventetid/oversikt?vis={}", which.key());
    let choice = |one: Which| (start(one), say.t(&format!("waiting-which-{}", one.key())), one == which);
    let frame = asked.frame();
    let page = OverviewPage {
        choices: Which::ALL.into_iter().map(choice).collect(),
        rows,
        // That somebody one follows waits for something they do not share is not told, not even as a number. What was asked of
        // one's own service is known there.
        unseen: if which == Which::Mine { 0 } else { unseen },
        first,
        start: start(which),
        next: next.map(|next| format!("{}&etter={}-{}", start(which), next.due.stored(), next.id)),
        to_referrals: frame.leads_to("/henvisninger"),
        frame,
        t: say,
    };
    Reply::page(&page)
}

fn load(tx: &mut Tx<'_>, desk: &Desk<'_>, which: Which, after: Option<&After>) -> Result<Page, Error> {
    let actor = &desk.ctx().actor;
    let (Some(me), Some(us)) = (&actor.account, &actor.employer) else { return Ok(Page::default()) };
    match which {
        Which::Mine => lists::of_mine(tx, me, after, desk.now().day()),
        Which::ForUs => lists::for_us(tx, &us.id, after),
        Which::FromUs => lists::from_us(tx, &us.id, after),
    }
}

/// Those of these clocks that the asker may see, in words, and how many they may not.
///
/// # Errors
/// A fault.
pub fn rows(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, clocks: &[Listed]) -> Result<(Vec<Row>, usize), Error> {
    let mut persons: Vec<PersonId> = clocks.iter().map(|listed| listed.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let seen: HashMap<RowId, Clock> =
        store::clocks::of_each(tx, desk, &permits)?.into_iter().map(|clock| (clock.id.clone(), clock)).collect();
    let today = desk.now().day();
    let mut rows = Vec::new();
    for listed in clocks {
        let permit = permits.iter().find(|permit| *permit.person() == listed.person);
        if let (Some(permit), Some(clock)) = (permit, seen.get(&listed.id)) {
            rows.push(row(say, permit, clock, today));
        }
    }
    let unseen = clocks.len() - rows.len();
    Ok((rows, unseen))
}

fn row(say: &Say, permit: &Permit, clock: &Clock, today: Day) -> Row {
    let drawn = shown::clock(say, clock, &[], &[], today, false);
    Row {
        href: one::path(&clock.person, &clock.id),
        name: permit.card().name.clone().unwrap_or_else(|| say.t("waiting-the-person")),
        text: drawn.state,
        due: drawn.due,
    }
}

/// Where on the list one is: a day and a random id.
fn read_after(text: &str) -> Option<After> {
    let (due, id) = (text.get(..10)?, text.get(11..)?);
    Some(After { due: Day::parse(due)?, id: RowId::parse(id)? })
}
