//! `/i-natt` for staff: what waits for the office's decision, who stays where and for how long, and the places.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::ask::Ticks;
use super::shown::{ClockView, CountView, PlaceView, Reader, clock, count, decision, own_words, place, word};
use crate::tonight::CHARTER;
use crate::tonight::acts::{first_name, in_force};
use crate::tonight::rules::{ASKING, DECIDING};
use crate::tonight::store::decisions::{self, Decision};
use crate::tonight::store::desk::{self, Limits};
use crate::tonight::store::places;
use crate::tonight::store::requests::{self, After, Request};
use crate::tonight::traits::Trait;

#[derive(Template)]
#[template(path = "tonight/pages/board.html")]
struct BoardPage {
    frame: Frame,
    t: Say,
    decides: bool,
    asks: bool,
    runs: bool,
    office: Option<Office>,
    waiting: Rows,
    staying: Rows,
    filters: Ticks,
    places: Vec<PlaceView>,
    next_places: Option<String>,
}

/// The office that decides, for those who work elsewhere.
struct Office {
    holder: String,
    phone: platform::frame::ContactItem,
    on_duty: bool,
}

/// One page of a list, and where the next begins.
#[derive(Default)]
pub(in crate::tonight) struct Rows {
    pub(in crate::tonight) rows: Vec<RowView>,
    pub(in crate::tonight) next: Option<String>,
}

/// One request on a list.
pub(in crate::tonight) struct RowView {
    pub(in crate::tonight) request: String,
    pub(in crate::tonight) name: String,
    pub(in crate::tonight) own: (String, bool),
    pub(in crate::tonight) wishes: String,
    pub(in crate::tonight) clock: Option<ClockView>,
    pub(in crate::tonight) place: Option<String>,
    pub(in crate::tonight) lines: Vec<String>,
    pub(in crate::tonight) count: Option<CountView>,
    pub(in crate::tonight) held: String,
}

/// Where on the list of places one is.
pub(super) fn after_place(text: &str) -> Option<(String, RowId)> {
    let (id, name) = text.split_once('-')?;
    Some((name.to_owned(), RowId::parse(id)?))
}

/// The other way.
pub(super) fn place_key((name, id): &(String, RowId)) -> String {
    let plain: String = name.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte))
        } else {
            out.push_str(&format!("%{byte:02X}"))
        }
        out
    });
    format!("{id}-{plain}")
}

fn after_row(text: &str) -> Option<After> {
    let (id, at) = text.split_once('-')?;
    RowId::parse(id).map(|id| After { at: at.to_owned(), request: id.to_string() })
}

fn row_key(after: &After) -> String {
    format!("{}-{}", after.request, after.at.replace(':', "%3A"))
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let role = asked.ctx.actor.role;
    let decides = DECIDING.contains(&role) && asked.ctx.actor.employer.is_some();
    let wanted: Vec<Trait> = asked.query.all("vil").filter_map(Trait::parse).collect();
    let (t, now) = (asked.say(), asked.ctx.now);
    let (waiting_after, staying_after) = (after_row(asked.query.get("venter")), after_row(asked.query.get("bor")));
    let (say, wished, after) = (t.clone(), wanted.clone(), after_place(asked.query.get("etter")));
    let (office, waiting, staying, places, next) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let limits = desk::limits(tx, now)?;
            let municipality = &desk.app().config().municipality;
            let office = desk::deciding(tx, municipality, now)?;
            let (mut waiting, mut staying) = (Rows::default(), Rows::default());
            if decides {
                let mine = desk.ctx().actor.employer_id()?.clone();
                let (ids, next) = requests::waiting(tx, &mine, waiting_after.as_ref())?;
                waiting = Rows { rows: rows(tx, desk, &say, &ids, &limits)?, next: next.as_ref().map(row_key) };
                let (ids, next) = requests::staying(tx, &mine, staying_after.as_ref())?;
                staying = Rows { rows: rows(tx, desk, &say, &ids, &limits)?, next: next.as_ref().map(row_key) };
            }
            let (found, next) = places::page(tx, municipality, after.as_ref())?;
            let fitting = found.iter().filter(|one| wished.iter().all(|wish| one.traits.contains(wish)));
            let drawn: Vec<_> = fitting.map(|one| place(&say, one, &limits, now, Reader::Staff)).collect();
            Ok((office, waiting, staying, drawn, next))
        })
        .await?;
    let office = office.map(|office| Office {
        holder: t.with2("tonight-holder", "name", &office.holder.name, "office", &office.name),
        phone: platform::frame::contact_item(&office.holder.name, &office.holder.phone),
        on_duty: office.on_duty,
    });
    let filters = Trait::ALL.iter().map(|one| (one.key(), word(&t, *one), wanted.contains(one))).collect();
    let next_places = next.as_ref().map(place_key);
    let (asks, runs) = (ASKING.contains(&role), super::RUNS.admits(role, platform::ctx::Door::Full));
    let page = BoardPage { frame: asked.frame(), t, decides, asks, runs, office, waiting, staying, filters, places, next_places };
    Reply::page(&page)
}

/// The requests on a list with one permit a person, drawn. What may not be seen is not there.
pub(in crate::tonight) fn rows(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    t: &Say,
    ids: &[(PersonId, RowId)],
    limits: &Limits,
) -> Result<Vec<RowView>, Error> {
    let mut persons: Vec<PersonId> = ids.iter().map(|(person, _)| person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let all = requests::of_each(tx, &permits)?;
    let decided = decisions::of_each(tx, &permits)?;
    let none = Vec::new();
    let mut drawn = Vec::new();
    for (person, id) in ids {
        let permit = permits.iter().find(|permit| permit.person() == person);
        let request = all.iter().find(|request| request.id == *id);
        if let (Some(permit), Some(request)) = (permit, request) {
            let theirs: Vec<Request> = all.iter().filter(|one| one.person == *person).cloned().collect();
            let decisions = decided.get(person).unwrap_or(&none);
            drawn.push(row(t, permit, request, &theirs, decisions, limits, desk.now()));
        }
    }
    Ok(drawn)
}

#[expect(clippy::too_many_arguments, reason = "one row of one list, drawn in one place")]
fn row(
    t: &Say,
    permit: &Permit,
    request: &Request,
    theirs: &[Request],
    decisions: &[Decision],
    limits: &Limits,
    now: Timestamp,
) -> RowView {
    let current = in_force(decisions, &request.id).map(|one| decision(t, permit, one, now));
    let wishes: Vec<String> = request.wishes.iter().map(|one| word(t, *one)).collect();
    RowView {
        request: request.id.to_string(),
        name: permit.card().name.clone().unwrap_or_else(|| t.t("tonight-unnamed")),
        own: own_words(t, request),
        wishes: wishes.join(" · "),
        clock: clock(t, request, now),
        place: current.as_ref().map(|current| current.title.clone()),
        lines: current.map(|current| current.lines).unwrap_or_default(),
        count: count(t, request, decisions, theirs, limits, now),
        held: t.with2("tonight-row-held", "name", first_name(&request.holder.name), "when", t.when(request.asked_at, now)),
    }
}
