//! Sessions: an opener in a cookie, its hash in a row. Ended means refused at the next request.

mod device;
mod own;
mod visit;

pub use device::Device;
pub use own::{
    Known, Whose, end_all, end_in, end_one, ended, ended_between, handle, lock, lock_when_quiet, running, unlock, whose,
};
pub use visit::{CameBy, NEW_DEVICE_S, OWN_LOCK_S, QUIET_S, Visit, WARNING_S};

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;

use crate::app::App;
use crate::args;
use crate::audit::Attested;
use crate::ctx::{Actor, Contact, Door, Employer};
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};
use crate::keys::{hex, keyed_hash};

/// How long a session lasts: a shift for staff, the person's own for two weeks, a code for an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Ten hours.
    Shift,
    /// Fourteen days.
    Own,
    /// One hour.
    Code,
}

impl Life {
    const fn seconds(self) -> i64 {
        match self {
            Life::Shift => 10 * 3600,
            Life::Own => 14 * 86_400,
            Life::Code => 3600,
        }
    }
}

/// For whom a session is opened.
#[derive(Clone, Debug)]
pub enum Holder {
    /// The person, through a door.
    Person(PersonId, Door),
    /// An employee or an invited relative.
    Account(AccountId, Role),
}

/// Opens a session and gives the cookie's value, which is stored nowhere.
///
/// # Errors
/// A fault when the database says no.
pub fn open(tx: &mut Tx<'_>, opener: &str, holder: &Holder, life: Life, now: Timestamp) -> Result<(), Fault> {
    open_as(tx, opener, &Opening { holder: holder.clone(), life, ..Opening::default() }, now)
}

/// A session to be opened, with how it came to be.
#[derive(Clone, Debug)]
pub struct Opening {
    /// For whom.
    pub holder: Holder,
    /// How long it lasts.
    pub life: Life,
    /// Through which door.
    pub came_by: CameBy,
    /// On what kind of device.
    pub device: Device,
    /// On a screen that many use: the clock closes it.
    pub kiosk: bool,
    /// Whether it locks itself when it has been quiet: there is a PIN to open it with.
    pub locks: bool,
}

impl Opening {
    /// A person's session through a door, on the device that asks.
    #[must_use]
    pub fn of(person: PersonId, came_by: CameBy, ctx: &crate::ctx::Ctx) -> Opening {
        Opening {
            holder: Holder::Person(person, Door::Full),
            life: Life::Own,
            came_by,
            device: ctx.device,
            kiosk: ctx.shared_screen,
            locks: false,
        }
    }
}

impl Default for Opening {
    /// Nobody's: a visitor's code, for an hour, to be filled in.
    fn default() -> Opening {
        Opening {
            holder: Holder::Person(PersonId::from_bits(0), Door::Code),
            life: Life::Code,
            came_by: CameBy::Other,
            device: Device::Other,
            kiosk: false,
            locks: false,
        }
    }
}

/// As [`open`], with all that is known of the session.
///
/// # Errors
/// A fault when the database says no.
pub fn open_as(tx: &mut Tx<'_>, opener: &str, opening: &Opening, now: Timestamp) -> Result<(), Fault> {
    let (role, door, person, account) = match &opening.holder {
        Holder::Person(person, door) => (Role::Person, *door, Some(person.as_str()), None),
        Holder::Account(account, role) => (*role, Door::Full, None, Some(account.as_str())),
    };
    let door = if door == Door::Code { "code" } else { "full" };
    tx.add(
        "INSERT INTO session (session_hash, role, door, person_id, account_id, started_at, ends_at, device, came_by,
           kiosk_at, lock_after_s)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            hash(opener),
            role.key(),
            door,
            person,
            account,
            now,
            now.plus_s(opening.life.seconds()),
            opening.device.key(),
            opening.came_by.key(),
            opening.kiosk.then_some(now),
            opening.locks.then_some(OWN_LOCK_S),
        ],
    )?;
    Ok(())
}

/// A fresh opener: 256 random bits as hexadecimal.
#[must_use]
pub fn opener(app: &App) -> String {
    hex(&app.source().bytes())
}

/// The hash under which an opener is kept.
#[must_use]
pub fn hash(opener: &str) -> Vec<u8> {
    keyed_hash(b"opener", opener.as_bytes()).to_vec()
}

/// Ends one session.
///
/// # Errors
/// A fault when the database says no.
pub async fn end(app: &App, session: Vec<u8>, now: Timestamp) -> Result<(), Error> {
    let ended = app.db().write(move |tx| {
        tx.run("UPDATE session SET ended_at = $1 WHERE session_hash = $2 AND ended_at IS NULL", args![now, session.clone()])?;
        Ok(())
    });
    ended.await
}

/// Who holds this cookie now; a visitor when nobody does any more, or when the person has been erased.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, opener: &str, now: Timestamp) -> Result<Actor, Error> {
    let key = hash(opener);
    // A row for each contact the person has; nearly everyone has one or none.
    let rows = tx.rows(
        "SELECT s.role, s.door, s.person_id, s.account_id, a.name, o.organisation_id, o.name, o.kind, c.name, c.phone, co.phone,
           s.started_at, s.came_by, s.kiosk_at, s.locked_at, s.last_used_at, s.lock_after_s,
           a.hpr_number, a.authorisation, a.legal_entity, a.point_of_care, a.department
         FROM session s
         LEFT JOIN account a ON a.account_id = s.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         LEFT JOIN person p ON p.person_id = s.person_id
         LEFT JOIN access_relation r ON r.person_id = s.person_id AND r.kind = 'contact' AND r.ended_at IS NULL
           AND (r.until_at IS NULL OR r.until_at > $1)
         LEFT JOIN account c ON c.account_id = r.account_id AND c.ended_at IS NULL
         LEFT JOIN organisation co ON co.organisation_id = r.organisation_id
         WHERE s.session_hash = $2 AND s.ended_at IS NULL AND s.ends_at > $3
           AND (a.ended_at IS NULL OR a.ended_at > $4)
           AND (s.person_id IS NULL OR (p.person_id IS NOT NULL AND p.erased_at IS NULL))
         ORDER BY r.from_at DESC, r.relation_id",
        args![now, key.clone(), now, now],
    )?;
    let Some(row) = rows.first() else { return Ok(Actor::visitor()) };
    let mut actor = read(row, key)?;
    actor.visit = visit(row, now)?;
    if actor.visit.is_over(now) {
        return Ok(Actor::visitor());
    }
    if actor.visit.locked {
        // Whoever holds a locked screen is nobody until they have shown that they know the PIN.
        return Ok(Actor { session: actor.session, visit: actor.visit, ..Actor::visitor() });
    }
    actor.contact = rows.iter().find_map(|row| contact(row).transpose()).transpose()?;
    Ok(actor)
}

/// Whether a session still runs and is not locked: for a line that stays open longer than a request.
///
/// # Errors
/// A fault when the database says no.
pub fn is_open(tx: &mut Tx<'_>, session: &[u8], now: Timestamp) -> Result<bool, Fault> {
    let row = tx.row(
        "SELECT s.started_at, s.came_by, s.kiosk_at, s.locked_at, s.last_used_at, s.lock_after_s, s.account_id FROM session s
         LEFT JOIN account a ON a.account_id = s.account_id
         WHERE s.session_hash = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND (a.ended_at IS NULL OR a.ended_at > $3)",
        args![session.to_vec(), now, now],
    )?;
    let Some(row) = row else { return Ok(false) };
    let visit = Visit {
        since: Some(row.time(0)?),
        came_by: row.parsed_or_null(1, CameBy::parse)?.unwrap_or_default(),
        kiosk: row.text_or_null(2)?.is_some(),
        locked: row.text_or_null(3)?.is_some(),
        of_staff: row.text_or_null(6)?.is_some(),
        last_used: row.time_or_null(4)?,
        lock_after_s: row.int_or_null(5)?,
    };
    Ok(!visit.locked && !visit.is_over(now) && !visit.is_quiet_too_long(now))
}

fn read(row: &Row, session: Vec<u8>) -> Result<Actor, Fault> {
    let employer = match row.parsed_or_null(5, OrganisationId::parse)? {
        None => None,
        Some(id) => Some(Employer { id, name: row.text(6)?.to_owned(), kind: OrganisationKind::parse(row.text(7)?) }),
    };
    Ok(Actor {
        role: row.parsed(0, Role::parse)?,
        door: if row.text(1)? == "code" { Door::Code } else { Door::Full },
        person: row.parsed_or_null(2, PersonId::parse)?,
        account: row.parsed_or_null(3, AccountId::parse)?,
        name: row.text_or_null(4)?.unwrap_or_default().to_owned(),
        employer,
        attested: attested(row)?,
        contact: None,
        session: Some(session),
        visit: Visit::default(),
    })
}

fn attested(row: &Row) -> Result<Attested, Fault> {
    let told = |column: usize| row.text_or_null(column).map(|told| told.filter(|told| !told.is_empty()).map(str::to_owned));
    Ok(Attested {
        hpr_number: told(17)?,
        authorisation: told(18)?,
        legal_entity: told(19)?,
        point_of_care: told(20)?,
        department: told(21)?,
    })
}

fn visit(row: &Row, now: Timestamp) -> Result<Visit, Fault> {
    let mut visit = Visit {
        since: Some(row.time(11)?),
        came_by: row.parsed_or_null(12, CameBy::parse)?.unwrap_or_default(),
        kiosk: row.text_or_null(13)?.is_some(),
        locked: row.text_or_null(14)?.is_some(),
        of_staff: row.text_or_null(3)?.is_some(),
        last_used: row.time_or_null(15)?,
        lock_after_s: row.int_or_null(16)?,
    };
    visit.locked |= visit.is_quiet_too_long(now);
    Ok(visit)
}

/// Where a locked screen is opened again: a page of the part that keeps the PIN.
#[must_use]
pub fn unlocking_page(visit: &Visit) -> Option<&'static str> {
    match (visit.locked, visit.of_staff) {
        (false, _) => None,
        (true, false) => Some(LOCKED),
        (true, true) => Some(LOCKED_STAFF),
    }
}

/// The person's page for opening a locked screen.
pub const LOCKED: &str = "/las";
/// The same for employees.
pub const LOCKED_STAFF: &str = "/inn/ansatt/las";
/// Asks whether somebody is still there. Looking at it is not being there.
pub const STILL_THERE: &str = "/er-du-der";
/// Where a shared screen ends up by itself.
pub const CLOSED: &str = "/lukket";

/// Notes that a session was used: seldom, so that looking costs nothing, and on a shared screen at every step.
///
/// # Errors
/// A fault when the database says no.
pub async fn note_use(app: &App, ctx: &crate::ctx::Ctx, path: &str) -> Result<(), Error> {
    let (now, is_use) = (ctx.now, path != STILL_THERE && path != CLOSED);
    match ctx.actor.session.clone() {
        Some(session) if is_use && ctx.actor.visit.is_to_be_noted(now) => {
            app.db().write(move |tx| Ok(own::used(tx, &session, now)?)).await
        }
        _ => Ok(()),
    }
}

/// The person's contact: an employee's name and phone are not the person's data.
fn contact(row: &Row) -> Result<Option<Contact>, Fault> {
    let Some(name) = row.text_or_null(8)? else { return Ok(None) };
    let direct = Some(row.text(9)?).filter(|phone| !phone.is_empty());
    let phone = direct.map_or_else(|| row.text(10), Ok)?;
    Ok(Some(Contact { name: name.to_owned(), phone: phone.to_owned() }))
}
