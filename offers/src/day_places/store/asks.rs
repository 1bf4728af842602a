//! Questions: rows to cases and back. Those who run an offer read the name somebody chose, and no other.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::day_places::rules::{Case, State, Why};

/// The area a place in a day offer belongs to.
pub const AREA: Area = Area::EverydayWork;
/// Questions on one page of an offer's list.
pub const PAGE: usize = 25;
/// Questions of one person that are read.
const MOST: usize = 50;

/// A question for a place.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Its id.
    pub id: RowId,
    /// To which offer.
    pub unit: RowId,
    /// What it is called.
    pub unit_name: String,
    /// Where one calls.
    pub unit_phone: String,
    /// Where it stands.
    pub case: Case,
    /// What they want to be called there.
    pub called: String,
    /// What they wrote.
    pub words: Option<String>,
    /// When.
    pub asked_at: Timestamp,
    /// Who asked for them; nothing when it was the person.
    pub asked_by: Option<String>,
    /// Where they work: besides the person, those who may take it back.
    pub asked_from: Option<OrganisationId>,
    /// The last no, and why.
    pub no: Option<(Timestamp, Why)>,
    /// When it was over.
    pub over_at: Option<Timestamp>,
}

static OF_EACH: ForMany = ForMany::new(
    "SELECT k.person_id, k.ask_id, k.unit_id, u.name, u.phone, k.organisation_id, k.state, k.called, k.words, k.asked_at, a.name,
       k.asked_from, k.no_at, k.no_why, k.start_on, k.over_at, k.version
     FROM day_places_ask k
     JOIN day_places_unit u ON u.unit_id = k.unit_id
     LEFT JOIN account a ON a.account_id = k.asked_by
     WHERE k.person_id = $1",
);

fn state(row: &Row) -> Result<State, Fault> {
    Ok(match row.text(6)? {
        "asked" => State::Asked,
        "placed" => State::Placed { start_on: row.parsed(14, Day::parse)? },
        "ended" => State::Ended,
        "withdrawn" => State::Withdrawn,
        _ => return Err(Fault::new("a question stands somewhere nobody knows")),
    })
}

fn cell<'a>(id: &'a RowId, column: &'static str) -> Cell<'a> {
    Cell::new("day_places_ask", id.as_str(), column)
}

fn read(permit: &Permit, row: &Row) -> Result<Ask, Error> {
    let id = row.parsed(1, RowId::parse)?;
    let no = match (row.time_or_null(12)?, row.parsed_or_null(13, Why::parse)?) {
        (Some(at), Some(why)) => Some((at, why)),
        _ => None,
    };
    Ok(Ask {
        unit: row.parsed(2, RowId::parse)?,
        unit_name: row.text(3)?.to_owned(),
        unit_phone: row.text(4)?.to_owned(),
        case: Case { state: state(row)?, version: row.int(16)? },
        called: permit.open(cell(&id, "called"), row.blob(7)?)?,
        words: permit.open_or_null(cell(&id, "words"), row.blob_or_null(8)?)?,
        asked_at: row.time(9)?,
        asked_by: row.text_or_null(10)?.map(str::to_owned),
        asked_from: row.parsed_or_null(11, OrganisationId::parse)?,
        no,
        over_at: row.time_or_null(15)?,
        id,
    })
}

/// For whom questions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// The person, those it is shared with, and whoever asked for them.
    Around,
    /// Those who run the offer, with permits of [`Desk::who_asked_to_come`]: their own questions and no other.
    Offer,
}

fn of_each(tx: &mut Tx<'_>, desk: &Desk<'_>, permits: &[Permit], eyes: Eyes) -> Result<Vec<Ask>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let here = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_EACH, &persons, &[])? {
        let person = row.parsed(0, PersonId::parse)?;
        let Some(permit) = permits.iter().find(|permit| *permit.person() == person) else { continue };
        let (owner, from) = (row.parsed(5, OrganisationId::parse)?, row.parsed_or_null(11, OrganisationId::parse)?);
        let shown = match eyes {
            Eyes::Offer => here == Some(&owner),
            Eyes::Around => permit.sees(Some(AREA)) || (permit.knows_card() && here.is_some() && here == from.as_ref()),
        };
        if shown {
            found.push(read(permit, row)?);
        }
    }
    found.sort_by(|a: &Ask, b: &Ask| b.asked_at.cmp(&a.asked_at).then_with(|| a.id.cmp(&b.id)));
    Ok(found)
}

/// The questions of one person that the permit shows, the newest first.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Ask>, Error> {
    let mut found = of_each(tx, desk, std::slice::from_ref(permit), Eyes::Around)?;
    found.truncate(MOST);
    Ok(found)
}

/// One question.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn one(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, eyes: Eyes) -> Result<Ask, Error> {
    let found = of_each(tx, desk, std::slice::from_ref(permit), eyes)?;
    found.into_iter().find(|ask| ask.id == *id).ok_or(Error::Missing)
}

/// Whose question it is, when it was asked of the asker's own organisation: a permit that opens the name they chose.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn at_the_offer(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<Permit, Error> {
    let here = desk.ctx().actor.employer_id()?;
    let row = tx.row("SELECT person_id FROM day_places_ask WHERE ask_id = $1 AND organisation_id = $2", args![id, here])?;
    let person = row.ok_or(Error::Missing)?.parsed(0, PersonId::parse)?;
    desk.who_asked_to_come(tx, std::slice::from_ref(&person))?.into_iter().next().ok_or(Error::Missing)
}

/// Where on a list one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The row's place.
    pub place: i64,
    /// When it was asked.
    pub at: Timestamp,
    /// Its id.
    pub id: RowId,
}

/// A page of what was asked of an organisation: those who wait, the oldest first, or those who have a place. By key, and
/// where the next page begins.
///
/// # Errors
/// A fault.
pub fn page(tx: &mut Tx<'_>, desk: &Desk<'_>, placed: bool, after: Option<&After>) -> Result<(Vec<Ask>, Option<After>), Error> {
    let first = After { place: -1, at: Timestamp::from_unix_s(0), id: RowId::from_bits(0) };
    let After { place, at, id } = after.unwrap_or(&first);
    let state = if placed { "placed" } else { "asked" };
    let rows = tx.rows(
        "SELECT person_id, place, asked_at, ask_id FROM day_places_ask
         WHERE organisation_id = $1 AND state = $2 AND (place, asked_at, ask_id) > ($3, $4, $5)
         ORDER BY place, asked_at, ask_id LIMIT 26",
        args![desk.ctx().actor.employer_id()?, state, *place, *at, id],
    )?;
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let mut keys = Vec::new();
    let mut persons = Vec::new();
    for row in shown {
        keys.push(After { place: row.int(1)?, at: row.time(2)?, id: row.parsed(3, RowId::parse)? });
        persons.push(row.parsed(0, PersonId::parse)?);
    }
    persons.sort();
    persons.dedup();
    let permits = desk.who_asked_to_come(tx, &persons)?;
    let mut asks = of_each(tx, desk, &permits, Eyes::Offer)?;
    let place_of = |ask: &Ask| keys.iter().position(|key| key.id == ask.id);
    asks.retain(|ask| place_of(ask).is_some());
    asks.sort_by_key(place_of);
    let next = keys.last().filter(|_| rows.len() > PAGE).cloned();
    Ok((asks, next))
}

/// Whether the person has a question or a place here already.
///
/// # Errors
/// A fault.
pub fn is_open(tx: &mut Tx<'_>, permit: &Permit, unit: &RowId) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT ask_id FROM day_places_ask WHERE person_id = $1 AND unit_id = $2 AND state IN ('asked', 'placed')",
        args![permit.person(), unit],
    )?;
    Ok(row.is_some())
}

/// Writes a question.
///
/// # Errors
/// A fault.
pub fn insert(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (unit, owner): (&RowId, &OrganisationId),
    (called, words): (&str, Option<&str>),
) -> Result<RowId, Error> {
    let (id, actor) = (RowId::from_bits(desk.bits()), &desk.ctx().actor);
    let words = words.map(|words| permit.seal(cell(&id, "words"), words)).transpose()?;
    let employer = actor.employer.as_ref().map(|employer| employer.id.as_str().to_owned());
    tx.run(
        "INSERT INTO day_places_ask (person_id, ask_id, unit_id, organisation_id, state, place, asked_at, called, words, asked_by,
           asked_from, version)
         VALUES ($1, $2, $3, $4, 'asked', 0, $5, $6, $7, $8, $9, 1)",
        args![
            permit.person(),
            &id,
            unit,
            owner,
            desk.now(),
            permit.seal(cell(&id, "called"), called)?,
            words,
            actor.account.as_ref().filter(|_| !permit.is_own()).map(AccountId::as_str),
            employer.filter(|_| !permit.is_own()),
        ],
    )?;
    Ok(id)
}

/// Writes where a question stands, when nobody was there in between. Whoever has been told no stands after those who have not
/// been answered.
///
/// # Errors
/// A fault. False when the version is another.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, ask: &Ask) -> Result<bool, Error> {
    let start_on = match ask.case.state {
        State::Placed { start_on } => Some(start_on),
        _ => None,
    };
    let touched = tx.run(
        "UPDATE day_places_ask SET state = $1, place = $2, no_at = $3, no_why = $4, start_on = COALESCE($5, start_on),
           over_at = $6, acted_by = COALESCE($7, acted_by), version = version + 1
         WHERE person_id = $8 AND ask_id = $9 AND version = $10",
        args![
            ask.case.state.key(),
            i64::from(ask.no.is_some() && ask.case.state == State::Asked),
            ask.no.map(|(at, _)| at),
            ask.no.map(|(_, why)| why.key()),
            start_on,
            ask.over_at,
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            permit.person(),
            &ask.id,
            ask.case.version,
        ],
    )?;
    Ok(touched == 1)
}
