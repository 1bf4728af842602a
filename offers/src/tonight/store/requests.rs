//! One request for a place tonight: its row, who holds it, and the relation that lets the office see who asked.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::access::relations::{self, Duty, NewRelation};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::desk::{Caseworker, caseworker};
use crate::tonight::rules::{Case, Refusal, State};
use crate::tonight::traits::Trait;

const TABLE: &str = "tonight_request";
/// Rows on one page of a list.
pub const PAGE: usize = 25;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whose.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Which office decides.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// In their own words.
    pub words: Option<String>,
    /// What they wish of the place.
    pub wishes: Vec<Trait>,
    /// Where it stands.
    pub case: Case,
    /// Who holds it.
    pub holder: Caseworker,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// From which evening the nights are counted; nothing before the first.
    pub counted_from: Option<Day>,
    /// When it goes away, for somebody who has not said who they are.
    pub delete_at: Timestamp,
    /// The relation that was made for it, if one had to be.
    pub relation: Option<String>,
    /// For an optimistic change.
    pub version: i64,
}

/// A request to be written.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// Random id.
    pub id: RowId,
    /// Which office decides.
    pub organisation: OrganisationId,
    /// Who asked for them; nothing when they asked themselves.
    pub asked_by: Option<AccountId>,
    /// In their own words.
    pub words: Option<String>,
    /// What they wish.
    pub wishes: Vec<Trait>,
    /// Who holds it from the first second.
    pub holder: AccountId,
    /// By when it is decided.
    pub decide_by: Timestamp,
    /// When it goes away.
    pub delete_at: Timestamp,
}

/// Writes a request, and the relation its office needs.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &NewRequest, relation: u128, now: Timestamp) -> Result<(), Error> {
    let words = new.words.as_deref().map(|words| permit.seal(Cell::new(TABLE, new.id.as_str(), "words"), words));
    let relation = serve(tx, permit, &new.organisation, relation, now)?;
    tx.run(
        "INSERT INTO tonight_request (person_id, request_id, organisation_id, asked_by, words, wishes, state, holder_id,
           asked_at, decide_by, delete_at, relation_id, version)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9, $10, $11, 1)",
        args![
            permit.person(),
            &new.id,
            &new.organisation,
            new.asked_by.as_ref().map(AccountId::as_str),
            words.transpose()?,
            Trait::stored(&new.wishes),
            &new.holder,
            now,
            new.decide_by,
            new.delete_at,
            relation,
        ],
    )?;
    Ok(())
}

static OF_A_PERSON: ForMany = ForMany::new(
    "SELECT r.request_id, r.organisation_id, o.name, o.phone, r.words, r.wishes, r.state, r.decide_by, r.closed_at,
       r.holder_id, a.name, a.phone, r.asked_at, r.counted_from, r.delete_at, r.relation_id, r.version, r.person_id
     FROM tonight_request r
     JOIN organisation o ON o.organisation_id = r.organisation_id
     LEFT JOIN account a ON a.account_id = r.holder_id
     WHERE r.person_id = $1 AND ($2 = '' OR r.organisation_id = $3)",
);

/// Those of these persons' requests that the permits cover, in no order. The permits are one asker's.
///
/// # Errors
/// A fault when the database says no.
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<Vec<Request>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let organisation = permits.first().and_then(Permit::written_by).map_or("", OrganisationId::as_str);
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_A_PERSON, &persons, args![organisation, organisation])? {
        let person = row.parsed(17, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.push(read(permit, row)?);
        }
    }
    Ok(found)
}

/// One person's requests that the permit covers, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Request>, Error> {
    let mut found = of_each(tx, std::slice::from_ref(permit))?;
    found.sort_by(|a, b| b.asked_at.cmp(&a.asked_at).then_with(|| a.id.cmp(&b.id)));
    Ok(found)
}

/// One request.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn load(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Request, Error> {
    of_each(tx, std::slice::from_ref(permit))?.into_iter().find(|request| request.id == *id).ok_or(Error::Missing)
}

fn read(permit: &Permit, row: &Row) -> Result<Request, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let state = match row.text(6)? {
        "waiting" => State::Waiting { decide_by: row.time(7)? },
        "given" => State::Given,
        "staying" => State::Staying,
        "declined" => State::Declined,
        "closed" => State::Closed { at: row.time(8)? },
        _ => return Err(Error::fault("a request for tonight is in an unknown state")),
    };
    let holder = caseworker(row, 9, 3)?;
    Ok(Request {
        person: permit.person().clone(),
        organisation: row.parsed(1, OrganisationId::parse)?,
        organisation_name: row.text(2)?.to_owned(),
        words: permit.open_or_null(Cell::new(TABLE, id.as_str(), "words"), row.blob_or_null(4)?)?,
        wishes: Trait::read(row.text(5)?),
        case: Case { state, holder: holder.account.clone() },
        holder,
        asked_at: row.time(12)?,
        counted_from: row.parsed_or_null(13, Day::parse)?,
        delete_at: row.time(14)?,
        relation: row.text_or_null(15)?.map(str::to_owned),
        version: row.int(16)?,
        id,
    })
}

/// Saves what a request has become, if nobody else has changed it since it was loaded.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn save(
    tx: &mut Tx<'_>,
    permit: &Permit,
    before: &Request,
    after: &Case,
    counted_from: Option<Day>,
    delete_at: Timestamp,
) -> Result<(), Error> {
    let decide_by = if let State::Waiting { decide_by } = after.state { Some(decide_by) } else { None };
    let closed_at = if let State::Closed { at } = after.state { Some(at) } else { None };
    let saved = tx.run(
        "UPDATE tonight_request SET state = $1, holder_id = $2, decide_by = COALESCE($3, decide_by), closed_at = $4,
           counted_from = $5, delete_at = $6, version = version + 1
         WHERE person_id = $7 AND request_id = $8 AND version = $9",
        args![
            after.state.key(),
            &after.holder,
            decide_by,
            closed_at,
            counted_from,
            delete_at,
            permit.person(),
            &before.id,
            before.version,
        ],
    )?;
    if saved == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Makes sure that the office serves the person, and answers with the relation when one had to be made.
fn serve(
    tx: &mut Tx<'_>,
    permit: &Permit,
    organisation: &OrganisationId,
    bits: u128,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let running = relations::running(tx, permit, now)?;
    if running.iter().any(|relation| relation.organisation == *organisation && relation.duty == Duty::Serving) {
        return Ok(None);
    }
    let id = kernel::id::hex(bits);
    let new = NewRelation {
        id: id.clone(),
        organisation: organisation.clone(),
        account: None,
        duty: Duty::Serving,
        from_at: now,
        until_at: None,
    };
    relations::begin(tx, permit.person(), &new)?;
    Ok(Some(id))
}

/// Where on a list one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The time the list is sorted by, as stored.
    pub at: String,
    /// The request, so that two of the same second are not lost.
    pub request: String,
}

/// A page of a list: whose and which, unseen; and where the next page begins.
pub type Page = (Vec<(PersonId, RowId)>, Option<After>);

/// What waits for a decision, the first due first.
///
/// # Errors
/// A fault when the database says no.
pub fn waiting(tx: &mut Tx<'_>, organisation: &OrganisationId, after: Option<&After>) -> Result<Page, Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.request.as_str()));
    let rows = tx.rows(
        "SELECT person_id, request_id, decide_by FROM tonight_request
         WHERE organisation_id = $1 AND state = 'waiting' AND (decide_by, request_id) > ($2, $3)
         ORDER BY decide_by, request_id LIMIT 26",
        args![organisation, at, id],
    )?;
    paged(&rows)
}

/// Who stays somewhere, the longest count first.
///
/// # Errors
/// A fault when the database says no.
pub fn staying(tx: &mut Tx<'_>, organisation: &OrganisationId, after: Option<&After>) -> Result<Page, Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.request.as_str()));
    let rows = tx.rows(
        "SELECT person_id, request_id, COALESCE(counted_from, '') AS since FROM tonight_request
         WHERE organisation_id = $1 AND state IN ('given', 'staying')
           AND (COALESCE(counted_from, ''), request_id) > ($2, $3)
         ORDER BY COALESCE(counted_from, ''), request_id LIMIT 26",
        args![organisation, at, id],
    )?;
    paged(&rows)
}

fn paged(rows: &[Row]) -> Result<Page, Error> {
    let shown = rows.get(..PAGE).unwrap_or(rows);
    let read = shown.iter().map(|row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?)));
    let read = read.collect::<Result<Vec<_>, Fault>>()?;
    let next = match (rows.len() > PAGE, shown.last()) {
        (true, Some(last)) => Some(After { at: last.text(2)?.to_owned(), request: last.text(1)?.to_owned() }),
        _ => None,
    };
    Ok((read, next))
}

/// How many stay somewhere whose count began on or before this day, by who holds them: numbers for those who lead.
///
/// # Errors
/// A fault when the database says no.
pub fn counted_since(tx: &mut Tx<'_>, organisation: &OrganisationId, day: Day) -> Result<Vec<(String, i64)>, Error> {
    let rows = tx.rows(
        "SELECT a.name, CAST(count(r.request_id) AS BIGINT) FROM tonight_request r
         JOIN account a ON a.account_id = r.holder_id
         WHERE r.organisation_id = $1 AND r.state IN ('given', 'staying') AND r.counted_from <= $2
         GROUP BY a.account_id, a.name ORDER BY a.name, a.account_id LIMIT 50",
        args![organisation, day],
    )?;
    let read = rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?)));
    Ok(read.collect::<Result<_, Fault>>()?)
}

/// Whose request this is, when it is one of this office's.
///
/// # Errors
/// A fault when the database says no.
pub fn whose(tx: &mut Tx<'_>, organisation: &OrganisationId, request: &RowId) -> Result<Option<PersonId>, Error> {
    let row = tx.row(
        "SELECT person_id FROM tonight_request WHERE request_id = $1 AND organisation_id = $2",
        args![request, organisation],
    )?;
    Ok(row.map(|row| row.parsed(0, PersonId::parse)).transpose()?)
}

/// Persons who have not said who they are, or whose row is gone, and whose time here is over: up to fifty.
///
/// # Errors
/// A fault when the database says no.
pub fn unnamed_and_over(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(PersonId, bool)>, Error> {
    let rows = tx.rows(
        "SELECT r.person_id, max(p.person_id) AS there FROM tonight_request r LEFT JOIN person p ON p.person_id = r.person_id
         WHERE r.delete_at <= $1 AND (p.person_id IS NULL OR (p.provisional_until IS NOT NULL AND p.provisional_until <= $2))
         GROUP BY r.person_id ORDER BY r.person_id LIMIT 50",
        args![now, now],
    )?;
    let read = rows.iter().map(|row| Ok((row.parsed(0, PersonId::parse)?, row.text_or_null(1)?.is_some())));
    Ok(read.collect::<Result<_, Fault>>()?)
}

/// Removes everything this part keeps about somebody.
///
/// # Errors
/// A fault when the database says no.
pub fn remove_all(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Fault> {
    tx.run("DELETE FROM tonight_opened WHERE person_id = $1", args![person])?;
    tx.run("DELETE FROM tonight_decision WHERE person_id = $1", args![person])?;
    tx.run("DELETE FROM tonight_request WHERE person_id = $1", args![person])?;
    Ok(())
}

/// Whether the person has a request there that is not over.
///
/// # Errors
/// A fault when the database says no.
pub fn is_open(tx: &mut Tx<'_>, permit: &Permit, organisation: &OrganisationId) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT request_id FROM tonight_request
         WHERE person_id = $1 AND organisation_id = $2 AND state IN ('waiting', 'given', 'staying')
         ORDER BY request_id LIMIT 1",
        args![permit.person(), organisation],
    )?;
    Ok(row.is_some())
}
