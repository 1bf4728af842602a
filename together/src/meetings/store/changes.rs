//! The last changes of a meeting, sealed, so that they can be undone.

use kernel::id::{AccountId, RowId};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::items::{Item, Written};
use crate::meetings::rules::{MAX_UNDO, ONE_CHANGE_S};

/// The number of the newest change, the topic and whether it saved itself, and by whom and when.
struct Newest {
    number: i64,
    item: RowId,
    automatic: bool,
    account: Option<String>,
    at: kernel::time::Timestamp,
    undone: bool,
}

fn newest(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<Option<Newest>, Error> {
    let row = tx.row(
        "SELECT number, item_id, automatic, account_id, at, undone_at FROM meetings_change
         WHERE person_id = $1 AND meeting_id = $2 ORDER BY number DESC LIMIT 1",
        args![permit.person(), meeting],
    )?;
    let read = |row: Row| {
        Ok::<_, Fault>(Newest {
            number: row.int(0)?,
            item: row.parsed(1, RowId::parse)?,
            automatic: row.text_or_null(2)?.is_some(),
            account: row.text_or_null(3)?.map(str::to_owned),
            at: row.time(4)?,
            undone: row.time_or_null(5)?.is_some(),
        })
    };
    Ok(row.map(read).transpose()?)
}

/// Notes what stood there before a change, so that it can be undone. What saves itself while somebody types is one change.
///
/// # Errors
/// A fault.
pub fn note(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    meeting: &RowId,
    item: &Item,
    automatic: bool,
) -> Result<(), Error> {
    let account = desk.ctx().actor.account.as_ref().map(AccountId::as_str);
    let last = newest(tx, permit, meeting)?;
    let same = last.as_ref().is_some_and(|last| {
        let fresh = desk.now().since_s(last.at) < ONE_CHANGE_S && !last.undone;
        last.automatic && fresh && last.item == item.id && last.account.as_deref() == account
    });
    if same {
        return Ok(());
    }
    let number = last.map_or(1, |last| last.number + 1);
    let row = format!("{meeting}-{number}");
    tx.run(
        "INSERT INTO meetings_change (person_id, meeting_id, number, item_id, account_id, was, automatic, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            permit.person(),
            meeting,
            number,
            &item.id,
            account,
            permit.seal(Cell::new("meetings_change", &row, "was"), &Written::of(item).to_text())?,
            automatic.then_some("yes"),
            desk.now(),
        ],
    )?;
    tx.run(
        "DELETE FROM meetings_change WHERE person_id = $1 AND meeting_id = $2 AND number <= $3",
        args![permit.person(), meeting, number - MAX_UNDO],
    )?;
    Ok(())
}

/// The last change that has not been undone: its number, its topic, and what stood there before.
///
/// # Errors
/// A fault.
pub fn last_change(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<Option<(i64, RowId, Written)>, Error> {
    let row = tx.row(
        "SELECT number, item_id, was FROM meetings_change
         WHERE person_id = $1 AND meeting_id = $2 AND undone_at IS NULL ORDER BY number DESC LIMIT 1",
        args![permit.person(), meeting],
    )?;
    let Some(row) = row else { return Ok(None) };
    let (number, item) = (row.int(0)?, row.parsed(1, RowId::parse)?);
    let text = permit.open(Cell::new("meetings_change", &format!("{meeting}-{number}"), "was"), row.blob(2)?)?;
    let was = Written::from_text(&text).ok_or_else(|| Error::fault("a change cannot be read back"))?;
    Ok(Some((number, item, was)))
}

/// How many changes can be undone now.
///
/// # Errors
/// A fault.
pub fn undoable(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<i64, Error> {
    let row = tx.row(
        "SELECT COUNT(*) FROM meetings_change WHERE person_id = $1 AND meeting_id = $2 AND undone_at IS NULL",
        args![permit.person(), meeting],
    )?;
    Ok(row.map_or(Ok(0), |row| row.int(0))?)
}

/// Notes that a change was undone.
///
/// # Errors
/// A fault.
pub fn undone(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, meeting: &RowId, number: i64) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_change SET undone_at = $1 WHERE person_id = $2 AND meeting_id = $3 AND number = $4",
        args![desk.now(), permit.person(), meeting, number],
    )?;
    Ok(())
}
