//! What the team keeps beside the relations: who appointed whom with which note, why a duty ended, and wishes for another
//! contact. The relations themselves lie with the house.

use std::collections::HashMap;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::relations::{Duty, NewRelation, begin, end};
use platform::access::{Desk, Permit, duties};
use platform::args;
use platform::db::{ForMany, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{Change, Ending, Settled};

/// A wish for another contact, in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Its id.
    pub id: RowId,
    /// Whom it was sent to.
    pub organisation: OrganisationId,
    /// What it says.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// When somebody there said that they had seen it.
    pub seen_at: Option<Timestamp>,
}

/// Saves what was decided, with the note and the reason that go with it.
///
/// # Errors
/// A fault.
pub fn save(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    changes: &[Change],
    (ending, note): (Ending, Option<&str>),
) -> Result<(), Error> {
    for change in changes {
        match change {
            Change::Begin(new) => {
                let id = kernel::id::hex(desk.bits());
                let relation = NewRelation {
                    id: id.clone(),
                    organisation: new.organisation.clone(),
                    account: Some(new.account.clone()),
                    duty: new.duty,
                    from_at: new.from,
                    until_at: new.until,
                };
                begin(tx, permit.person(), &relation)?;
                appointed(tx, desk, permit, &id, note)?;
                filled(tx, permit, new.duty, &new.organisation, desk.now())?;
            }
            Change::EndAt(relation, at) => {
                duties::end_at(tx, permit, relation, *at)?;
                ended(tx, desk, permit, relation, Ending::HandedOver, None)?;
            }
            Change::EndNow(relation) => {
                end(tx, permit, relation, desk.now())?;
                ended(tx, desk, permit, relation, ending, note)?;
            }
        }
    }
    Ok(())
}

fn appointed(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, relation: &str, note: Option<&str>) -> Result<(), Error> {
    let cell = Cell::new("team_appointment", relation, "note");
    tx.run(
        "INSERT INTO team_appointment (person_id, relation_id, account_id, note, at) VALUES ($1, $2, $3, $4, $5)",
        args![
            permit.person(),
            relation,
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            note.map(|note| permit.seal(cell, note)).transpose()?,
            desk.now(),
        ],
    )?;
    Ok(())
}

fn ended(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    relation: &str,
    how: Ending,
    note: Option<&str>,
) -> Result<(), Error> {
    let held = duties::all(tx, permit)?.into_iter().find(|held| held.id == relation);
    let Some(held) = held else { return Err(Error::Missing) };
    let id = RowId::from_bits(desk.bits());
    let cell = Cell::new("team_ending", id.as_str(), "note");
    tx.run(
        "INSERT INTO team_ending (person_id, ending_id, relation_id, organisation_id, duty, how, note, account_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            permit.person(),
            &id,
            relation,
            &held.organisation,
            held.duty.key(),
            how.key(),
            note.map(|note| permit.seal(cell, note)).transpose()?,
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            desk.now(),
        ],
    )?;
    Ok(())
}

/// A duty that is held again is no longer settled by an earlier no.
fn filled(tx: &mut Tx<'_>, permit: &Permit, duty: Duty, organisation: &OrganisationId, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE team_ending SET filled_at = $1
         WHERE person_id = $2 AND duty = $3 AND (duty = 'coordinator' OR organisation_id = $4) AND filled_at IS NULL",
        args![now, permit.person(), duty.key(), organisation],
    )?;
    Ok(())
}

static SETTLED: ForMany =
    ForMany::new("SELECT duty, organisation_id, how, person_id FROM team_ending WHERE person_id = $1 AND filled_at IS NULL");

/// The duties of a person that need nobody any more. It asks only that, and is asked before anybody is shown.
///
/// # Errors
/// A fault.
pub fn settled(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Settled>, Error> {
    Ok(settled_of_each(tx, std::slice::from_ref(person))?.remove(person).unwrap_or_default())
}

/// As [`settled`], for everyone on a list at once. Whoever has none is left out.
///
/// # Errors
/// A fault.
pub fn settled_of_each(tx: &mut Tx<'_>, persons: &[PersonId]) -> Result<HashMap<PersonId, Vec<Settled>>, Error> {
    let mut found: HashMap<PersonId, Vec<Settled>> = HashMap::new();
    for row in &tx.rows_for(&SETTLED, persons, &[])? {
        if Ending::parse(row.text(2)?).is_some_and(Ending::settles) {
            let one = Settled { duty: row.parsed(0, Duty::parse)?, organisation: row.parsed(1, OrganisationId::parse)? };
            found.entry(row.parsed(3, PersonId::parse)?).or_default().push(one);
        }
    }
    Ok(found)
}

/// The note with which a duty was given.
///
/// # Errors
/// A fault.
pub fn note_of(tx: &mut Tx<'_>, permit: &Permit, relation: &str) -> Result<Option<String>, Error> {
    let row =
        tx.row("SELECT note FROM team_appointment WHERE person_id = $1 AND relation_id = $2", args![permit.person(), relation])?;
    let Some(row) = row else { return Ok(None) };
    permit.open_or_null(Cell::new("team_appointment", relation, "note"), row.blob_or_null(0)?)
}

/// Writes a wish for another contact.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn wish(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, organisation: &OrganisationId, words: &str) -> Result<RowId, Error> {
    if !own.is_own() {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO team_wish (person_id, wish_id, organisation_id, words, at) VALUES ($1, $2, $3, $4, $5)",
        args![own.person(), &id, organisation, own.seal(Cell::new("team_wish", id.as_str(), "words"), words)?, desk.now(),],
    )?;
    Ok(id)
}

/// The wishes this permit shows: all for the person, else those that were sent to one's own organisation.
///
/// # Errors
/// A fault.
pub fn wishes(tx: &mut Tx<'_>, permit: &Permit, employer: Option<&OrganisationId>) -> Result<Vec<Wish>, Error> {
    let rows = tx.rows(
        "SELECT wish_id, organisation_id, words, at, seen_at FROM team_wish
         WHERE person_id = $1 ORDER BY at DESC, wish_id LIMIT 50",
        args![permit.person()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let organisation = row.parsed(1, OrganisationId::parse)?;
        if !permit.is_own() && employer != Some(&organisation) {
            continue;
        }
        let id = row.parsed(0, RowId::parse)?;
        let words = permit.open(Cell::new("team_wish", id.as_str(), "words"), row.blob(2)?)?;
        found.push(Wish { id, organisation, words, at: row.time(3)?, seen_at: row.time_or_null(4)? });
    }
    Ok(found)
}

/// Those who have sent a wish to this organisation that nobody there has seen to. Ids only.
///
/// # Errors
/// A fault.
pub fn who_wishes(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT DISTINCT person_id FROM team_wish WHERE organisation_id = $1 AND seen_at IS NULL
         ORDER BY person_id LIMIT 100",
        args![organisation],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}

/// Somebody in the organisation has seen to a wish.
///
/// # Errors
/// [`Error::Missing`] when there is none that was sent to them.
pub fn seen(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, wish: &RowId) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE team_wish SET seen_at = $1, seen_by = $2
         WHERE person_id = $3 AND wish_id = $4 AND organisation_id = $5 AND seen_at IS NULL",
        args![
            desk.now(),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            permit.person(),
            wish,
            desk.ctx().actor.employer_id()?,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(Error::Missing) }
}
