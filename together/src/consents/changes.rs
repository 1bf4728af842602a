//! What the person has changed, in their own order: to be asked about once more, and undone.

use kernel::area::Areas;
use kernel::id::{GrantId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::access::grants::Grant;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::limits::Limits;
use super::party::{Around, Subject};
use super::store::Saving;

/// A list of changes has an end.
const MOST_CHANGES: usize = 50;

/// A change as it stands in its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its id.
    pub id: RowId,
    /// Its place in the person's own order.
    pub number: i64,
    /// What was done: the key of its sentence.
    pub kind: String,
    /// About what.
    pub subject: Subject,
    /// The areas it was about.
    pub areas: Areas,
    /// When.
    pub made_at: Timestamp,
    /// The change it undid.
    pub undoes: Option<RowId>,
    /// When it was itself undone.
    pub undone: bool,
    /// The person has said that it is right.
    pub confirmed: bool,
    /// It was made less than a day after somebody had come in by card and PIN or by vouching (P-21).
    pub on_new_device: bool,
}

/// The number of the newest change about this.
pub(super) fn newest_about(tx: &mut Tx<'_>, own: &Permit, subject: &Subject) -> Result<i64, Error> {
    let row = tx.row(
        "SELECT max(number) FROM consents_change WHERE person_id = $1 AND subject = $2",
        args![own.person(), subject.stored()],
    )?;
    Ok(row.map(|row| row.int_or_null(0)).transpose()?.flatten().unwrap_or(0))
}

/// The grants that ran before a change.
pub(super) fn grants_before<'a>(
    tx: &mut Tx<'_>,
    own: &Permit,
    around: &'a Around,
    change: &RowId,
) -> Result<Vec<&'a Grant>, Error> {
    let rows = tx.rows(
        "SELECT grant_id FROM consents_change_grant WHERE person_id = $1 AND change_id = $2",
        args![own.person(), change],
    )?;
    let ids: Vec<GrantId> = rows.iter().map(|row| row.parsed(0, GrantId::parse)).collect::<Result<_, Fault>>()?;
    Ok(around.grants.iter().filter(|grant| ids.contains(&grant.id)).collect())
}

/// Writes the line by which the person finds a change again.
pub(super) fn note(
    tx: &mut Tx<'_>,
    own: &Permit,
    saving: &Saving<'_>,
    id: &RowId,
    kind: &str,
    areas: Areas,
    now: Timestamp,
) -> Result<(), Error> {
    let last = tx.row("SELECT max(number) FROM consents_change WHERE person_id = $1", args![own.person()])?;
    let number = 1 + last.map(|row| row.int_or_null(0)).transpose()?.flatten().unwrap_or(0);
    tx.run(
        "INSERT INTO consents_change (person_id, change_id, number, kind, subject, areas, made_at, undoes)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            own.person(),
            id,
            number,
            kind,
            saving.subject.stored(),
            areas.bits(),
            now,
            saving.undoes.map(|made| made.id.as_str()),
        ],
    )?;
    if let Some(made) = saving.undoes {
        tx.run(
            "UPDATE consents_change SET undone_at = $1 WHERE person_id = $2 AND change_id = $3",
            args![now, own.person(), &made.id],
        )?;
    }
    Ok(())
}

/// How a change is marked that was made on a new device.
const NEW_DEVICE: &str = "signed-in-new-device";

/// Notes how a change was made: a share from a new device is looked at once more.
pub(super) fn note_form(tx: &mut Tx<'_>, own: &Permit, id: &RowId, form: &str) -> Result<(), Error> {
    tx.run("UPDATE consents_change SET form = $1 WHERE person_id = $2 AND change_id = $3", args![form, own.person(), id])?;
    Ok(())
}

/// One change.
///
/// # Errors
/// [`Error::Missing`] when it is not this person's, or a fault.
pub fn change(tx: &mut Tx<'_>, own: &Permit, id: &RowId) -> Result<Made, Error> {
    let row = tx.row(
        "SELECT change_id, number, kind, subject, areas, made_at, undoes, undone_at, confirmed_at, form
         FROM consents_change WHERE person_id = $1 AND change_id = $2",
        args![own.person(), id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?)?)
}

/// The changes of the last week that stand, newest first: what the person is asked about once more.
///
/// # Errors
/// A fault when the database says no.
pub fn recent(tx: &mut Tx<'_>, own: &Permit, limits: &Limits, now: Timestamp) -> Result<Vec<Made>, Error> {
    let rows = tx.rows(
        "SELECT change_id, number, kind, subject, areas, made_at, undoes, undone_at, confirmed_at, form
         FROM consents_change WHERE person_id = $1 AND made_at > $2 AND undone_at IS NULL AND undoes IS NULL
         ORDER BY number DESC",
        args![own.person(), now.plus_days(-i64::from(limits.undo_days))],
    )?;
    Ok(rows.iter().take(MOST_CHANGES).map(read).collect::<Result<_, Fault>>()?)
}

fn read(row: &Row) -> Result<Made, Fault> {
    Ok(Made {
        id: row.parsed(0, RowId::parse)?,
        number: row.int(1)?,
        kind: row.text(2)?.to_owned(),
        subject: row.parsed(3, Subject::parse)?,
        areas: Areas::from_bits(row.int(4)?),
        made_at: row.time(5)?,
        undoes: row.parsed_or_null(6, RowId::parse)?,
        undone: row.text_or_null(7)?.is_some(),
        confirmed: row.text_or_null(8)?.is_some(),
        on_new_device: row.text_or_null(9)? == Some(NEW_DEVICE),
    })
}

/// The person says that the change is right: it is asked about no more.
///
/// # Errors
/// A fault when the database says no.
pub fn confirm(tx: &mut Tx<'_>, own: &Permit, id: &RowId, now: Timestamp) -> Result<bool, Error> {
    let confirmed = tx.run(
        "UPDATE consents_change SET confirmed_at = $1 WHERE person_id = $2 AND change_id = $3 AND confirmed_at IS NULL",
        args![now, own.person(), id],
    )?;
    Ok(confirmed > 0)
}
