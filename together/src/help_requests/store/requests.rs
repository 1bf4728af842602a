//! One request: its row, its holders, and the relation that lets the answering organisation see who asked.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::access::relations::{self, Duty, NewRelation};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::help_requests::choices::{Need, Reach, Way};
use crate::help_requests::promise::Promise;
use crate::help_requests::rules::{Case, Holder, Refusal, State};

const TABLE: &str = "help_requests_request";

/// A request for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whose.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// What they need.
    pub need: Need,
    /// In their own words.
    pub words: Option<String>,
    /// How they want the answer.
    pub way: Way,
    /// The number to call.
    pub phone: Option<String>,
    /// Whether a word may be left with somebody else who answers it.
    pub may_leave_word: bool,
    /// Where they come by.
    pub place: Option<String>,
    /// Where it stands, as the rules see it.
    pub case: Case,
    /// The name of whoever holds it, or held it last.
    pub holder_name: String,
    /// Their phone, or the organisation's.
    pub holder_phone: String,
    /// The organisation's name.
    pub organisation_name: String,
    /// When they asked.
    pub asked_at: Timestamp,
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
    /// What they need.
    pub need: Need,
    /// In their own words.
    pub words: Option<String>,
    /// How they want the answer, and what that takes.
    pub reach: Reach,
    /// The place's name, when they come by.
    pub place: Option<String>,
    /// Who holds it from the first second.
    pub holder: Holder,
    /// What was promised.
    pub promise: Promise,
    /// When it goes away.
    pub delete_at: Timestamp,
}

/// Writes a request, its first holder, and the relation its organisation needs.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &NewRequest, relation: u128) -> Result<(), Error> {
    let (id, now) = (new.id.as_str(), new.promise.from);
    let seal = |column, text: Option<&str>| text.map(|text| permit.seal(Cell::new(TABLE, id, column), text)).transpose();
    let relation = serve(tx, permit, &new.holder.organisation, relation, now)?;
    tx.run(
        "INSERT INTO help_requests_request (person_id, request_id, organisation_id, need, words, way, phone,
           may_leave_word_at, place, state, holder_id, promised_from, promised_until, asked_at, delete_at, relation_id,
           version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, $12, $13, $14, $15, 1)",
        args![
            permit.person(),
            &new.id,
            &new.holder.organisation,
            new.need.key(),
            seal("words", new.words.as_deref())?,
            new.reach.way().key(),
            seal("phone", new.reach.phone())?,
            new.reach.may_leave_word().then_some(now),
            new.place.as_deref(),
            &new.holder.account,
            new.promise.from,
            new.promise.until,
            now,
            new.delete_at,
            relation,
        ],
    )?;
    note_holder(tx, permit, &new.id, &new.holder, None, now)
}

static OF_A_PERSON: ForMany = ForMany::new(
    "SELECT r.request_id, r.need, r.words, r.way, r.phone, r.may_leave_word_at, r.place, r.state, r.organisation_id,
       r.holder_id, r.promised_from, r.promised_until, r.urgent_at, r.asked_at, r.closed_at, r.delete_at,
       r.relation_id, r.version, o.name, o.phone, a.name, a.phone, r.person_id
     FROM help_requests_request r
     JOIN organisation o ON o.organisation_id = r.organisation_id
     LEFT JOIN account a ON a.account_id = r.holder_id
     WHERE r.person_id = $1 AND ($2 = '' OR r.organisation_id = $3)",
);

/// One request of this person's, when it is one the permit covers.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn load(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Request, Error> {
    let found = those(tx, std::slice::from_ref(permit), |one| one == id)?.into_iter().next();
    found.ok_or(Error::Missing)
}

/// This person's requests that the permit covers, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Request>, Error> {
    let mut found = those(tx, std::slice::from_ref(permit), |_| true)?;
    found.sort_by(|a, b| b.asked_at.cmp(&a.asked_at).then_with(|| a.id.cmp(&b.id)));
    Ok(found)
}

/// Those of these requests that are the persons' and that the permits cover, for a list, in no order.
///
/// # Errors
/// A fault when the database says no.
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit], ids: &[&RowId]) -> Result<Vec<Request>, Error> {
    those(tx, permits, |one| ids.contains(&one))
}

/// The permits are one asker's: all of them cover the same organisation's rows.
fn those(tx: &mut Tx<'_>, permits: &[Permit], asked: impl Fn(&RowId) -> bool) -> Result<Vec<Request>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let organisation = permits.first().and_then(Permit::written_by).map_or("", OrganisationId::as_str);
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_A_PERSON, &persons, args![organisation, organisation])? {
        let person = row.parsed(22, PersonId::parse)?;
        let permit = permits.iter().find(|permit| *permit.person() == person);
        if let Some(permit) = permit.filter(|_| row.parsed(0, RowId::parse).is_ok_and(|id| asked(&id))) {
            found.push(read(permit, row)?);
        }
    }
    Ok(found)
}

fn read(permit: &Permit, row: &Row) -> Result<Request, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let open = |column, at| permit.open_or_null(Cell::new(TABLE, id.as_str(), column), row.blob_or_null(at)?);
    let own_phone = row.text_or_null(21)?.filter(|phone| !phone.is_empty());
    Ok(Request {
        person: permit.person().clone(),
        need: row.parsed(1, Need::parse)?,
        words: open("words", 2)?,
        way: row.parsed(3, Way::parse)?,
        phone: open("phone", 4)?,
        may_leave_word: row.text_or_null(5)?.is_some(),
        place: row.text_or_null(6)?.map(str::to_owned),
        case: case(row)?,
        holder_name: row.text_or_null(20)?.unwrap_or_default().to_owned(),
        holder_phone: own_phone.map_or_else(|| row.text(19), Ok)?.to_owned(),
        organisation_name: row.text(18)?.to_owned(),
        asked_at: row.time(13)?,
        delete_at: row.time(15)?,
        relation: row.text_or_null(16)?.map(str::to_owned),
        version: row.int(17)?,
        id,
    })
}

fn case(row: &Row) -> Result<Case, Fault> {
    let holder = Holder { organisation: row.parsed(8, OrganisationId::parse)?, account: row.parsed(9, AccountId::parse)? };
    let promise = Promise { from: row.time(10)?, until: row.time(11)? };
    let state = match row.text(7)? {
        "waiting" => State::Waiting { holder, promise },
        "taken" => State::Taken { holder, promise },
        "answered" => State::Answered { holder },
        "closed" => State::Closed { last: holder, at: row.time(14)? },
        _ => return Err(Fault::new("a request for help is in an unknown state")),
    };
    Ok(Case { state, urgent_at: row.time_or_null(12)? })
}

/// Saves what a request has become, if nobody else has changed it since it was loaded, and writes down a new holder.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn save(
    tx: &mut Tx<'_>,
    permit: &Permit,
    before: &Request,
    after: &Case,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<(), Error> {
    let holder = after.state.last_holder();
    let promise = after.state.promise();
    let closed_at = if let State::Closed { at, .. } = after.state { Some(at) } else { None };
    let saved = tx.run(
        "UPDATE help_requests_request SET organisation_id = $1, state = $2, holder_id = $3,
           promised_from = COALESCE($4, promised_from), promised_until = COALESCE($5, promised_until), urgent_at = $6,
           closed_at = $7, version = version + 1
         WHERE person_id = $8 AND request_id = $9 AND version = $10",
        args![
            &holder.organisation,
            after.state.key(),
            &holder.account,
            promise.map(|promise| promise.from),
            promise.map(|promise| promise.until),
            after.urgent_at,
            closed_at,
            permit.person(),
            &before.id,
            before.version,
        ],
    )?;
    if saved == 0 {
        return Err(Error::refused(&Refusal::Changed));
    }
    if holder != before.case.state.last_holder() {
        note_holder(tx, permit, &before.id, holder, by, now)?;
    }
    Ok(())
}

/// Keeps a request longer, because the contact goes on.
///
/// # Errors
/// A fault when the database says no.
pub fn keep_until(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, until: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE help_requests_request SET delete_at = $1 WHERE person_id = $2 AND request_id = $3 AND delete_at < $4",
        args![until, permit.person(), id, until],
    )?;
    Ok(())
}

fn note_holder(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: &RowId,
    holder: &Holder,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO help_requests_holder (person_id, request_id, step, organisation_id, account_id, by_account_id, at)
         VALUES ($1, $2, (SELECT count(step) + 1 FROM help_requests_holder WHERE person_id = $3 AND request_id = $4),
           $5, $6, $7, $8)",
        args![permit.person(), id, permit.person(), id, &holder.organisation, &holder.account, by.map(AccountId::as_str), now,],
    )?;
    Ok(())
}

/// Who has held a request, first to last: name, organisation and from when.
///
/// # Errors
/// A fault when the database says no.
pub fn holders(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Vec<(String, String, Timestamp)>, Error> {
    let rows = tx.rows(
        "SELECT a.name, o.name, h.at FROM help_requests_holder h
         JOIN account a ON a.account_id = h.account_id
         JOIN organisation o ON o.organisation_id = h.organisation_id
         WHERE h.person_id = $1 AND h.request_id = $2 ORDER BY h.step",
        args![permit.person(), id],
    )?;
    let held = rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.time(2)?)));
    Ok(held.collect::<Result<_, Fault>>()?)
}

/// Makes sure that the organisation serves the person, and answers with the relation when one had to be made.
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

/// The relation follows the request to another organisation.
///
/// # Errors
/// A fault when the database says no.
pub fn follow(
    tx: &mut Tx<'_>,
    permit: &Permit,
    before: &Request,
    to: &OrganisationId,
    bits: u128,
    now: Timestamp,
) -> Result<(), Error> {
    let relation = serve(tx, permit, to, bits, now)?;
    tx.run(
        "UPDATE help_requests_request SET relation_id = $1 WHERE person_id = $2 AND request_id = $3",
        args![relation, permit.person(), &before.id],
    )?;
    let from = &before.case.state.last_holder().organisation;
    if let Some(made) = &before.relation {
        end_if_last(tx, permit, from, made, now)?;
    }
    Ok(())
}

/// Ends the relation that a request made, unless another open request in the same organisation still needs it.
///
/// # Errors
/// A fault when the database says no.
pub fn end_if_last(
    tx: &mut Tx<'_>,
    permit: &Permit,
    organisation: &OrganisationId,
    relation: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let other = tx.row(
        "SELECT request_id FROM help_requests_request
         WHERE person_id = $1 AND organisation_id = $2 AND state <> 'closed' ORDER BY request_id LIMIT 1",
        args![permit.person(), organisation],
    )?;
    match other {
        None => relations::end(tx, permit, relation, now).map(|_| ()),
        // It is handed to the one that still needs it, and ends with that one.
        Some(row) => {
            tx.run(
                "UPDATE help_requests_request SET relation_id = $1 WHERE person_id = $2 AND request_id = $3",
                args![relation, permit.person(), row.text(0)?],
            )?;
            Ok(())
        }
    }
}

/// Begins the relation again for a request that was closed and is asked anew.
///
/// # Errors
/// A fault when the database says no.
pub fn serve_again(tx: &mut Tx<'_>, permit: &Permit, request: &Request, bits: u128, now: Timestamp) -> Result<(), Error> {
    let organisation = request.case.state.last_holder().organisation.clone();
    if let Some(made) = serve(tx, permit, &organisation, bits, now)? {
        tx.run(
            "UPDATE help_requests_request SET relation_id = $1 WHERE person_id = $2 AND request_id = $3",
            args![made, permit.person(), &request.id],
        )?;
    }
    Ok(())
}
