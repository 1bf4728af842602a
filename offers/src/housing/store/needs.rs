//! What somebody wants of a home, and since when they wait. The date is written once and no statement changes it.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::access::relations::{self, Duty, NewRelation};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::covered;
use super::desk::{Worker, worker};
use crate::housing::fit::{Support, Trait, Wanted};
use crate::housing::rules::{NeedState, Refusal};

const TABLE: &str = "housing_need";
/// Rows on one page of a list.
pub const PAGE: usize = 25;

/// A need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Whose.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Which service holds it.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Since when they wait.
    pub asked_at: Timestamp,
    /// In their own words.
    pub words: Option<String>,
    /// What they want first.
    pub wanted: Wanted,
    /// Where it stands.
    pub state: NeedState,
    /// Who holds it.
    pub holder: Worker,
    /// The relation that was made for it, if one had to be.
    pub relation: Option<String>,
    /// For an optimistic change.
    pub version: i64,
}

/// What is written down of a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// In their own words.
    pub words: Option<String>,
    /// What they want first.
    pub wanted: Wanted,
}

/// Writes a need, and the relation its service needs.
///
/// # Errors
/// A fault when the database says no.
#[expect(clippy::too_many_arguments, reason = "one row of one table, written in one place")]
pub fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: &RowId,
    (organisation, holder): (&OrganisationId, &AccountId),
    filled_with: Option<&AccountId>,
    written: &Written,
    relation: u128,
    now: Timestamp,
) -> Result<(), Error> {
    let relation = serve(tx, permit, organisation, relation, now)?;
    let wanted = &written.wanted;
    tx.run(
        "INSERT INTO housing_need (person_id, need_id, organisation_id, asked_at, filled_with, words, wishes, musts, support,
           state, holder_id, relation_id, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, 1)",
        args![
            permit.person(),
            id,
            organisation,
            now,
            filled_with.map(AccountId::as_str),
            sealed(permit, id, written)?,
            Trait::stored(&wanted.wishes),
            Trait::stored(&wanted.musts),
            wanted.support.key(),
            holder,
            relation,
        ],
    )?;
    Ok(())
}

fn sealed(permit: &Permit, id: &RowId, written: &Written) -> Result<Option<Vec<u8>>, Error> {
    written.words.as_deref().map(|words| permit.seal(Cell::new(TABLE, id.as_str(), "words"), words)).transpose()
}

/// Writes the need anew, with the same date.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn rewrite(
    tx: &mut Tx<'_>,
    permit: &Permit,
    need: &Need,
    filled_with: Option<&AccountId>,
    written: &Written,
) -> Result<(), Error> {
    let wanted = &written.wanted;
    let saved = tx.run(
        "UPDATE housing_need SET filled_with = COALESCE($1, filled_with), words = $2, wishes = $3, musts = $4, support = $5,
           version = version + 1
         WHERE person_id = $6 AND need_id = $7 AND version = $8",
        args![
            filled_with.map(AccountId::as_str),
            sealed(permit, &need.id, written)?,
            Trait::stored(&wanted.wishes),
            Trait::stored(&wanted.musts),
            wanted.support.key(),
            permit.person(),
            &need.id,
            need.version,
        ],
    )?;
    if saved == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

static OF_A_PERSON: ForMany = ForMany::new(
    "SELECT n.need_id, n.organisation_id, o.name, o.phone, n.asked_at, n.words, n.wishes, n.musts, n.support, n.state,
       n.holder_id, a.name, a.phone, n.relation_id, n.version, n.person_id
     FROM housing_need n
     JOIN organisation o ON o.organisation_id = n.organisation_id
     LEFT JOIN account a ON a.account_id = n.holder_id
     WHERE n.person_id = $1 AND ($2 = '' OR n.organisation_id = $3)",
);

/// The needs of these persons that the permits cover, in no order. The permits are one asker's.
///
/// # Errors
/// A fault when the database says no.
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<Vec<Need>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let organisation = covered(permits.first());
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_A_PERSON, &persons, args![organisation, organisation])? {
        let person = row.parsed(15, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.push(read(permit, row)?);
        }
    }
    Ok(found)
}

/// One person's needs, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Need>, Error> {
    let mut found = of_each(tx, std::slice::from_ref(permit))?;
    found.sort_by(|a, b| b.asked_at.cmp(&a.asked_at).then_with(|| a.id.cmp(&b.id)));
    Ok(found)
}

/// The need that waits, if one does.
///
/// # Errors
/// A fault when the database says no.
pub fn waiting_of(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Need>, Error> {
    Ok(all(tx, permit)?.into_iter().find(|need| need.state == NeedState::Waiting))
}

fn read(permit: &Permit, row: &Row) -> Result<Need, Error> {
    let id = row.parsed(0, RowId::parse)?;
    Ok(Need {
        person: permit.person().clone(),
        organisation: row.parsed(1, OrganisationId::parse)?,
        organisation_name: row.text(2)?.to_owned(),
        asked_at: row.time(4)?,
        words: permit.open_or_null(Cell::new(TABLE, id.as_str(), "words"), row.blob_or_null(5)?)?,
        wanted: Wanted {
            wishes: Trait::read(row.text(6)?),
            musts: Trait::read(row.text(7)?),
            support: row.parsed(8, Support::parse)?,
        },
        state: row.parsed(9, NeedState::parse)?,
        holder: worker(row, 10, 3)?,
        relation: row.text_or_null(13)?.map(str::to_owned),
        version: row.int(14)?,
        id,
    })
}

/// Saves where it stands. The date is not among what can be saved.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn save(tx: &mut Tx<'_>, permit: &Permit, need: &Need, state: NeedState, now: Timestamp) -> Result<(), Error> {
    let closed_at = (state != NeedState::Waiting).then_some(now);
    let saved = tx.run(
        "UPDATE housing_need SET state = $1, closed_at = $2, version = version + 1
         WHERE person_id = $3 AND need_id = $4 AND version = $5",
        args![state.key(), closed_at, permit.person(), &need.id, need.version],
    )?;
    if saved == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Makes sure that the service serves the person, and answers with the relation when one had to be made.
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
    /// What the list is sorted by, as stored.
    pub at: String,
    /// The row, so that two of the same moment are not lost.
    pub id: String,
}

/// Those who wait, the one who asked first first: whose and which, unseen.
///
/// # Errors
/// A fault when the database says no.
pub fn queue(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    after: Option<&After>,
) -> Result<(Vec<(PersonId, RowId)>, Option<After>), Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT person_id, need_id, asked_at FROM housing_need
         WHERE organisation_id = $1 AND state = 'waiting' AND (asked_at, need_id) > ($2, $3)
         ORDER BY asked_at, need_id LIMIT 26",
        args![organisation, at, id],
    )?;
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let read = shown.iter().map(|row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?)));
    let found = read.collect::<Result<Vec<_>, Fault>>()?;
    let next = match (rows.len() > PAGE, shown.last()) {
        (true, Some(last)) => Some(After { at: last.text(2)?.to_owned(), id: last.text(1)?.to_owned() }),
        _ => None,
    };
    Ok((found, next))
}

/// What those who asked before this moment must have of a home: those with nothing on the table who have not said no to it.
/// Facts without a name, to be asked whether somebody has waited longer.
///
/// # Errors
/// A fault when the database says no.
pub fn musts_before(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    before: &Need,
    unit: &RowId,
) -> Result<Vec<Vec<Trait>>, Error> {
    let rows = tx.rows(
        "SELECT n.musts FROM housing_need n
         WHERE n.organisation_id = $1 AND n.state = 'waiting' AND (n.asked_at, n.need_id) < ($2, $3)
           AND NOT EXISTS (SELECT 1 FROM housing_offer f
             WHERE f.person_id = n.person_id AND f.need_id = n.need_id
               AND (f.state IN ('open', 'yes') OR (f.state = 'no' AND f.unit_id = $4)))
         ORDER BY n.asked_at, n.need_id LIMIT 1000",
        args![organisation, before.asked_at, &before.id, unit],
    )?;
    Ok(rows.iter().map(|row| row.text(0).map(Trait::read)).collect::<Result<_, Fault>>()?)
}

/// How many waited before this one: their place by date, said to the person.
///
/// # Errors
/// A fault when the database says no.
pub fn place_by_date(tx: &mut Tx<'_>, need: &Need) -> Result<i64, Error> {
    let row = tx.row(
        "SELECT CAST(count(need_id) AS BIGINT) FROM housing_need
         WHERE organisation_id = $1 AND state = 'waiting' AND (asked_at, need_id) < ($2, $3)",
        args![&need.organisation, need.asked_at, &need.id],
    )?;
    Ok(row.ok_or(Fault::new("a count gave no row"))?.int(0)? + 1)
}

/// Since when somebody waits, for those with whom they share the area: a date, and nothing else of the row.
///
/// # Errors
/// A fault when the database says no.
pub fn waits_since(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Timestamp>, Error> {
    let row = tx.row(
        "SELECT asked_at FROM housing_need WHERE person_id = $1 AND state = 'waiting' ORDER BY asked_at, need_id LIMIT 1",
        args![permit.person()],
    )?;
    Ok(row.map(|row| row.time(0)).transpose()?)
}
