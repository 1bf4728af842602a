//! The inbox: what the organisation has promised to answer, oldest promise first.

use askama::Template;
use kernel::id::{OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::{ClockView, Own, clock, phone_shown, reached, said};
use crate::help_requests::CHARTER;
use crate::help_requests::choices::Ready;
use crate::help_requests::promise::Nudge;
use crate::help_requests::rules::State;
use crate::help_requests::store::lines::{self, Line};
use crate::help_requests::store::lists::{self, Listed, Shelf};
use crate::help_requests::store::requests::{self, Request};

/// Rows on a page of a shelf. The urgent ones stand on top of the first page, and have pages of their own when they are more.
const PAGE: usize = 25;
/// One more is asked for, to see whether there is more.
const ASKED_FOR: i64 = 26;

#[derive(Template)]
#[template(path = "help_requests/pages/inbox.html")]
struct InboxPage {
    frame: Frame,
    t: Say,
    shelf: Shelf,
    urgent: Vec<PromiseRow>,
    more_urgent: Option<String>,
    rows: Vec<PromiseRow>,
    next: Option<String>,
}

/// One request on a list of staff.
pub struct PromiseRow {
    /// Its address.
    pub request: String,
    /// What is left of the promise.
    pub clock: Option<ClockView>,
    /// What they need.
    pub own: Own,
    /// How, since when, who has it.
    pub meta: String,
    /// What the person answered last.
    pub answer: Option<String>,
    /// «Haster».
    pub urgent: bool,
    /// Nobody has taken it yet.
    pub free: bool,
    /// A word about the time, when it runs out.
    pub nudge: Option<String>,
}

/// `/innboks`.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let shelf = match asked.query.get("vis") {
        "svart" => Shelf::Answered,
        "haster" => Shelf::Urgent,
        _ => Shelf::Owed,
    };
    let after = read_place(asked.query.get("etter"));
    let (t, first) = (asked.say(), after.is_none());
    let say = t.clone();
    let (urgent, more_urgent, rows, next) = asked
        .view(&CHARTER, move |tx, desk| {
            let mine = desk.ctx().actor.employer_id()?.clone();
            let on_top = first && shelf == Shelf::Owed;
            let (urgent, more) = if on_top { page(tx, &mine, Shelf::Urgent, None)? } else { (Vec::new(), None) };
            let (rows, next) = page(tx, &mine, shelf, after.as_ref())?;
            Ok((draw(tx, desk, &say, &urgent)?, more, draw(tx, desk, &say, &rows)?, next))
        })
        .await?;
    Reply::page(&InboxPage { frame: asked.frame(), t, shelf, urgent, more_urgent, rows, next })
}

/// A page of a shelf, and the address where it goes on.
fn page(
    tx: &mut Tx<'_>,
    mine: &OrganisationId,
    shelf: Shelf,
    after: Option<&(Timestamp, RowId)>,
) -> Result<(Vec<Listed>, Option<String>), Error> {
    let mut listed = lists::page(tx, mine, shelf, after, ASKED_FOR)?;
    let more = listed.len() > PAGE;
    listed.truncate(PAGE);
    let which = match shelf {
        Shelf::Urgent => "vis=haster&",
        Shelf::Owed => "",
        Shelf::Answered => "vis=svart&",
    };
    let next = listed.last().filter(|_| more);
    let next = next.map(|last| format!("/innboks?{which}etter={}.{}", last.at.stored(), last.request));
    Ok((listed, next))
}

/// Where in the list one is: a time and an id, never a word about anybody.
fn read_place(text: &str) -> Option<(Timestamp, RowId)> {
    let (at, id) = text.split_once('.')?;
    Some((Timestamp::parse(at)?, RowId::parse(id)?))
}

/// Opens what stands on a list, one permit a person, and draws it. What may not be seen is not there.
pub fn draw(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, listed: &[Listed]) -> Result<Vec<PromiseRow>, Error> {
    let opened = open(tx, desk, listed)?;
    let mut permits: Vec<Permit> = opened.iter().map(|(permit, _)| permit.clone()).collect();
    permits.sort_by(|a, b| a.person().cmp(b.person()));
    permits.dedup_by(|a, b| a.person() == b.person());
    let last = lines::last_of_each(tx, &permits)?;
    let drawn = opened.iter().map(|(permit, request)| row(permit, request, last.get(&request.id), say, desk.now()));
    Ok(drawn.collect())
}

/// The requests on a list, each with its permit, in the list's order.
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, listed: &[Listed]) -> Result<Vec<(Permit, Request)>, Error> {
    let mut persons: Vec<PersonId> = listed.iter().map(|listed| listed.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let ids: Vec<&RowId> = listed.iter().map(|listed| &listed.request).collect();
    let mut opened = Vec::new();
    for request in requests::of_each(tx, &permits, &ids)? {
        let permit = permits.iter().find(|permit| *permit.person() == request.person);
        opened.extend(permit.map(|permit| (permit.clone(), request)));
    }
    opened.sort_by_key(|(_, request)| ids.iter().position(|id| **id == request.id));
    Ok(opened)
}

fn row(permit: &Permit, request: &Request, last: Option<&Line>, t: &Say, now: Timestamp) -> PromiseRow {
    let state = &request.case.state;
    let free = matches!(state, State::Waiting { .. });
    let promise = state.promise();
    let who = if free { "help-row-free" } else { "help-row-holder" };
    let held = t.with2(who, "name", &request.holder_name, "phone", phone_shown(&request.holder_phone));
    let asked = t.with("help-row-asked", "when", t.when(request.asked_at, now));
    let name = permit.card().name.clone().map(|name| format!("{name} · ")).unwrap_or_default();
    PromiseRow {
        request: request.id.to_string(),
        clock: promise.map(|promise| clock(t, promise, now)),
        own: said(t, request),
        meta: format!("{name}{} · {asked} · {held}", reached(t, request)),
        answer: last.filter(|line| line.account.is_none()).map(|line| answer(line, t)),
        urgent: request.case.urgent_at.is_some(),
        free,
        nudge: promise.filter(|_| free).and_then(|promise| nudge(t, promise.nudge(now))),
    }
}

fn nudge(t: &Say, nudge: Nudge) -> Option<String> {
    match nudge {
        Nudge::Calm | Nudge::Broken => None,
        Nudge::Half => Some(t.t("help-nudge-half")),
        Nudge::Late => Some(t.t("help-nudge-late")),
    }
}

/// What the person answered: in their own words, else the ready answer they tapped.
fn answer(line: &Line, t: &Say) -> String {
    let tapped = |ready: &Ready| t.t(&ready.label());
    line.words.clone().or_else(|| line.answers.first().map(tapped)).unwrap_or_default()
}
