//! Boards that say when something has happened: facts are read once in a while over every process that shares the database,
//! and those whose board it may be on are told «something is new», never what.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::time::Timestamp;
use tokio::sync::broadcast;

use crate::app::App;
use crate::args;
use crate::charter::{Concerned, NewsAsk};
use crate::db::Tx;
use crate::error::{Error, Fault};

/// The boards: pages of staff that others change while one looks at them.
pub const BOARDS: [&str; 4] = ["/i-dag", "/innboks", "/overtakelser", "/plasser"];
/// How far back facts are read each time: a long command writes its fact some seconds after the time it bears.
const BACK_S: i64 = 15;
/// More facts than this at once are news for everybody.
const MOST: usize = 50;
/// Boards that one process keeps up to date at once; more than these have the link alone.
const SEATS: usize = 400;
/// Ticks that wait for a board that is slow to take them.
const WAITING: usize = 16;

/// What has happened, for whom: the time of the newest fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    everyone: Option<Timestamp>,
    organisations: HashMap<OrganisationId, Timestamp>,
}

impl Changed {
    /// When something happened that may be on this organisation's boards.
    #[must_use]
    pub fn newest(&self, organisation: &OrganisationId) -> Option<Timestamp> {
        self.organisations.get(organisation).copied().max(self.everyone)
    }

    fn is_empty(&self) -> bool {
        self.everyone.is_none() && self.organisations.is_empty()
    }

    fn note(&mut self, organisation: OrganisationId, at: Timestamp) {
        let newest = self.organisations.entry(organisation).or_insert(at);
        *newest = at.max(*newest);
    }

    fn note_everyone(&mut self, at: Timestamp) {
        self.everyone = self.everyone.max(Some(at));
    }
}

/// What goes to the boards of this process.
#[derive(Clone, Debug)]
pub(crate) enum Beat {
    /// Something has happened.
    News(Changed),
    /// The process is about to stop.
    Closing,
}

/// The boards of this process.
#[derive(Debug)]
pub struct Hub {
    beats: broadcast::Sender<Beat>,
    taken: AtomicUsize,
    closed: AtomicBool,
}

impl Default for Hub {
    fn default() -> Hub {
        Hub { beats: broadcast::channel(WAITING).0, taken: AtomicUsize::new(0), closed: AtomicBool::new(false) }
    }
}

impl Hub {
    /// A seat for one board; nothing when all are taken, and none for a board that comes while the process stops.
    pub(crate) fn sit(&self, app: &App) -> Option<Seat> {
        if self.taken.fetch_add(1, Ordering::SeqCst) >= SEATS {
            self.taken.fetch_sub(1, Ordering::SeqCst);
            return None;
        }
        let seat = Seat { beats: self.beats.subscribe(), app: app.clone() };
        (!self.closed.load(Ordering::SeqCst)).then_some(seat)
    }

    /// How many boards are kept up to date now.
    #[must_use]
    pub fn boards(&self) -> usize {
        self.taken.load(Ordering::SeqCst)
    }

    /// Ends every board's line, so that a process that is told to stop does not wait for them.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        drop(self.beats.send(Beat::Closing));
    }
}

/// A board's seat: given back when it is dropped.
pub(crate) struct Seat {
    pub(crate) beats: broadcast::Receiver<Beat>,
    app: App,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.app.live().taken.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Reads what has happened lately and tells the boards of this process. Costs nothing while nobody looks at one.
///
/// # Errors
/// A fault when the database says no.
pub fn look(app: &App) -> Result<(), Error> {
    if app.live().boards() == 0 {
        return Ok(());
    }
    let since = app.source().now().plus_s(-BACK_S);
    let changed = app.db().read_here(|tx| changed(tx, app, since))?;
    if !changed.is_empty() {
        // A board that has just been left hears nothing, and that is no failure.
        drop(app.live().beats.send(Beat::News(changed)));
    }
    Ok(())
}

/// What has happened after this moment.
///
/// # Errors
/// A fault when the database says no.
pub fn changed(tx: &mut Tx<'_>, app: &App, since: Timestamp) -> Result<Changed, Error> {
    let rows =
        tx.rows("SELECT kind, person_id, subject, at FROM fact WHERE at > $1 ORDER BY at DESC, fact_id LIMIT 51", args![since])?;
    let (mut changed, now) = (Changed::default(), app.source().now());
    for (n, row) in rows.iter().enumerate() {
        let (person, at) = (row.parsed_or_null(1, PersonId::parse)?, row.time(3)?);
        if n >= MOST || person.is_none() {
            changed.note_everyone(at);
        }
        if n < MOST {
            let ask = NewsAsk { person: person.as_ref(), subject: row.text(2)?, now };
            for organisation in whose_board(tx, app, row.text(0)?, &ask)? {
                changed.note(organisation, at);
            }
        }
    }
    Ok(changed)
}

/// The organisations on whose boards a fact may stand: those tied to the person, and those its part says it is news for.
fn whose_board(tx: &mut Tx<'_>, app: &App, kind: &str, ask: &NewsAsk<'_>) -> Result<Vec<OrganisationId>, Error> {
    let mut found = ask.person.map_or(Ok(Vec::new()), |person| tied(tx, person, ask.now))?;
    for concerned in app.news_for(tx, kind, ask)?.unwrap_or_default() {
        match concerned {
            Concerned::Organisation(organisation) => found.push(organisation),
            Concerned::Account(account) => found.extend(workplace(tx, &account)?),
            Concerned::Person(_) => {}
        }
    }
    Ok(found)
}

fn tied(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<Vec<OrganisationId>, Fault> {
    let rows = tx.rows(
        "SELECT organisation_id FROM access_relation WHERE person_id = $1 AND ended_at IS NULL
         UNION
         SELECT COALESCE(g.organisation_id, a.organisation_id) FROM access_grant g
         LEFT JOIN account a ON a.account_id = g.account_id
         WHERE g.person_id = $2 AND g.ended_at IS NULL AND g.until_at > $3
           AND COALESCE(g.organisation_id, a.organisation_id) IS NOT NULL
         ORDER BY 1",
        args![person, person, now],
    )?;
    rows.iter().map(|row| row.parsed(0, OrganisationId::parse)).collect()
}

fn workplace(tx: &mut Tx<'_>, account: &AccountId) -> Result<Option<OrganisationId>, Fault> {
    let row = tx.row("SELECT organisation_id FROM account WHERE account_id = $1", args![account])?;
    row.map_or(Ok(None), |row| row.parsed_or_null(0, OrganisationId::parse))
}
