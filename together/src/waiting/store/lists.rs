//! Lists over many persons: ids and days only, page by page; the names come with the permits.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Day;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

/// Clocks on one page.
pub const PAGE: usize = 40;

/// Where on a list one is: the last clock shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// What was due.
    pub due: Day,
    /// Its id.
    pub id: RowId,
}

/// A clock on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// What is due next.
    pub due: Day,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The clocks, the first due first: breaches stand on top, the oldest first.
    pub clocks: Vec<Listed>,
    /// Where the next page begins.
    pub next: Option<After>,
}

fn start(after: Option<&After>) -> (String, String) {
    after.map_or_else(|| (String::new(), String::new()), |after| (after.due.stored(), after.id.to_string()))
}

fn page(rows: &[Row]) -> Result<Page, Error> {
    let mut clocks: Vec<Listed> = rows
        .iter()
        .map(|row| {
            Ok(Listed {
                person: row.parsed(0, PersonId::parse)?,
                id: row.parsed(1, RowId::parse)?,
                due: row.parsed(2, Day::parse)?,
            })
        })
        .collect::<Result<_, Fault>>()?;
    let more = clocks.len() > PAGE;
    clocks.truncate(PAGE);
    let next = clocks.last().filter(|_| more).map(|last| After { due: last.due, id: last.id.clone() });
    Ok(Page { clocks, next })
}

/// What those wait for whom an employee coordinates, or is contact or responsible for: over all services.
///
/// # Errors
/// A fault.
pub fn of_mine(tx: &mut Tx<'_>, me: &AccountId, after: Option<&After>, today: Day) -> Result<Page, Error> {
    let (due, id) = start(after);
    let now = today.end();
    let rows = tx.rows(
        "SELECT DISTINCT c.person_id, c.clock_id, c.due_on FROM access_relation r
         JOIN waiting_clock c ON c.person_id = r.person_id
         WHERE r.account_id = $1 AND r.ended_at IS NULL AND r.from_at <= $2 AND (r.until_at IS NULL OR r.until_at > $3)
           AND c.ended_on IS NULL AND (c.due_on, c.clock_id) > ($4, $5)
         ORDER BY c.due_on, c.clock_id LIMIT 41",
        args![me, now, now, due, id],
    )?;
    page(&rows)
}

/// What waits for a service.
///
/// # Errors
/// A fault.
pub fn for_us(tx: &mut Tx<'_>, us: &OrganisationId, after: Option<&After>) -> Result<Page, Error> {
    let (due, id) = start(after);
    let rows = tx.rows(
        "SELECT person_id, clock_id, due_on FROM waiting_clock
         WHERE receiver_id = $1 AND ended_on IS NULL AND (due_on, clock_id) > ($2, $3)
         ORDER BY due_on, clock_id LIMIT 41",
        args![us, due, id],
    )?;
    page(&rows)
}

/// What a service has asked others for.
///
/// # Errors
/// A fault.
pub fn from_us(tx: &mut Tx<'_>, us: &OrganisationId, after: Option<&After>) -> Result<Page, Error> {
    let (due, id) = start(after);
    let rows = tx.rows(
        "SELECT person_id, clock_id, due_on FROM waiting_clock
         WHERE sender_id = $1 AND ended_on IS NULL AND (due_on, clock_id) > ($2, $3)
         ORDER BY due_on, clock_id LIMIT 41",
        args![us, due, id],
    )?;
    page(&rows)
}
