//! Offers of a home: what was offered with which follow-up, and what the person said to it.

use std::collections::HashMap;

use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

use super::covered;
use crate::housing::fit::Support;
use crate::housing::rules::{NoReason, OfferState, Why};

const TABLE: &str = "housing_offer";

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: RowId,
    /// Of which wait.
    pub need: RowId,
    /// Which home.
    pub unit: RowId,
    /// Its name and address.
    pub name: String,
    /// Its part of the town.
    pub part_of_town: String,
    /// The rules of the house.
    pub house_rules: String,
    /// The follow-up that was part of it.
    pub support: Support,
    /// Hours of it in a week.
    pub support_hours: i64,
    /// Why it was offered out of turn.
    pub why: Option<Why>,
    /// When it was offered.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// When somebody calls if there is no answer.
    pub answer_by: Day,
    /// Where it stands.
    pub state: OfferState,
    /// When the person answered.
    pub answered_at: Option<Timestamp>,
    /// Why no, when they said why.
    pub reason: Option<NoReason>,
    /// In their own words.
    pub words: Option<String>,
}

/// An offer to be written.
#[derive(Clone, Debug)]
pub struct NewOffer<'a> {
    /// Random id.
    pub id: &'a RowId,
    /// Of which wait.
    pub need: &'a RowId,
    /// Which home.
    pub unit: &'a RowId,
    /// The follow-up that is part of it.
    pub support: (Support, i64),
    /// Why out of turn.
    pub why: Option<Why>,
    /// By whom.
    pub by: &'a AccountId,
    /// When somebody calls.
    pub answer_by: Day,
}

/// Writes an offer.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &NewOffer<'_>, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO housing_offer (person_id, offer_id, need_id, unit_id, support, support_hours, why, offered_at, offered_by,
           answer_by, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')",
        args![
            permit.person(),
            new.id,
            new.need,
            new.unit,
            new.support.0.key(),
            new.support.1,
            new.why.map(Why::key),
            now,
            new.by,
            new.answer_by,
        ],
    )?;
    Ok(())
}

static OF_A_PERSON: ForMany = ForMany::new(
    "SELECT f.offer_id, f.need_id, f.unit_id, u.name, u.part_of_town, u.house_rules, f.support, f.support_hours, f.why,
       f.offered_at, a.name, f.answer_by, f.state, f.answered_at, f.reason, f.words, f.person_id
     FROM housing_offer f
     JOIN housing_unit u ON u.unit_id = f.unit_id
     LEFT JOIN account a ON a.account_id = f.offered_by
     WHERE f.person_id = $1 AND ($2 = '' OR u.organisation_id = $3)",
);

/// The offers to these persons that the permits cover, each person's newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<HashMap<PersonId, Vec<Offer>>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let organisation = covered(permits.first());
    let mut found: HashMap<PersonId, Vec<Offer>> = HashMap::new();
    for row in &tx.rows_for(&OF_A_PERSON, &persons, args![organisation, organisation])? {
        let person = row.parsed(16, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.entry(person).or_default().push(read(permit, row)?);
        }
    }
    for offers in found.values_mut() {
        offers.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.id.cmp(&a.id)));
    }
    Ok(found)
}

/// As [`of_each`], for one person.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Offer>, Error> {
    Ok(of_each(tx, std::slice::from_ref(permit))?.remove(permit.person()).unwrap_or_default())
}

fn read(permit: &Permit, row: &Row) -> Result<Offer, Error> {
    let id = row.parsed(0, RowId::parse)?;
    Ok(Offer {
        need: row.parsed(1, RowId::parse)?,
        unit: row.parsed(2, RowId::parse)?,
        name: row.text(3)?.to_owned(),
        part_of_town: row.text(4)?.to_owned(),
        house_rules: row.text(5)?.to_owned(),
        support: row.parsed(6, Support::parse)?,
        support_hours: row.int(7)?,
        why: row.parsed_or_null(8, Why::parse)?,
        at: row.time(9)?,
        by: row.text_or_null(10)?.unwrap_or_default().to_owned(),
        answer_by: row.parsed(11, Day::parse)?,
        state: row.parsed(12, OfferState::parse)?,
        answered_at: row.time_or_null(13)?,
        reason: row.parsed_or_null(14, NoReason::parse)?,
        words: permit.open_or_null(Cell::new(TABLE, id.as_str(), "words"), row.blob_or_null(15)?)?,
        id,
    })
}

/// What became of an offer that stood as it was seen. False when somebody was first.
///
/// # Errors
/// A fault when the database says no.
pub fn settle(
    tx: &mut Tx<'_>,
    permit: &Permit,
    seen: &Offer,
    state: OfferState,
    (reason, words): (Option<NoReason>, Option<&str>),
    now: Timestamp,
) -> Result<bool, Error> {
    let words = words.map(|words| permit.seal(Cell::new(TABLE, seen.id.as_str(), "words"), words)).transpose()?;
    let touched = tx.run(
        "UPDATE housing_offer SET state = $1, answered_at = $2, reason = COALESCE($3, reason), words = COALESCE($4, words)
         WHERE person_id = $5 AND offer_id = $6 AND state = $7",
        args![state.key(), now, reason.map(NoReason::key), words, permit.person(), &seen.id, seen.state.key()],
    )?;
    Ok(touched == 1)
}
