//! The six lines, what was recorded when somebody left, and what has happened: sealed under the person's own key.

use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

/// The six lines, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// 1: where the person sleeps tonight.
    pub tonight: Option<String>,
    /// 1: who there knows.
    pub tonight_knows: Option<String>,
    /// 2: whom they meet first, and where.
    pub meet_who: Option<String>,
    /// 3: until when there is medicine.
    pub medicine_until: Option<String>,
    /// 3: where it goes on.
    pub medicine_at: Option<String>,
    /// 4: the nasal spray has been given.
    pub spray: bool,
    /// 4: they have talked about tolerating less.
    pub tolerance: bool,
    /// 5: how to reach the person.
    pub reach: Option<String>,
    /// 6: whom they can call at night.
    pub night_name: Option<String>,
    /// 6: the number.
    pub night_phone: Option<String>,
}

impl Lines {
    /// Whether they say what they must: where tonight, whom to meet, how to be reached, and whom to call at night. Not everyone
    /// has medicine or wants the spray.
    #[must_use]
    pub fn say_enough(&self, meet_at: Option<Timestamp>) -> bool {
        let must = [&self.tonight, &self.meet_who, &self.reach, &self.night_phone];
        must.into_iter().all(Option::is_some) && meet_at.is_some()
    }

    /// Without the lines whose bit is set: what the person keeps from the receiver.
    #[must_use]
    pub fn without(mut self, hidden: i64) -> Lines {
        let is_hidden = |line: i64| hidden & (1 << (line - 1)) != 0;
        if is_hidden(1) {
            (self.tonight, self.tonight_knows) = (None, None);
        }
        if is_hidden(3) {
            (self.medicine_until, self.medicine_at) = (None, None);
        }
        if is_hidden(4) {
            (self.spray, self.tolerance) = (false, false);
        }
        if is_hidden(5) {
            self.reach = None;
        }
        if is_hidden(6) {
            (self.night_name, self.night_phone) = (None, None);
        }
        self
    }
}

const TABLE: &str = "handovers_lines";

/// The lines of a hand-over; empty ones before anything is written.
///
/// # Errors
/// A fault.
pub fn load(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Lines, Error> {
    let row = tx.row(
        "SELECT tonight, tonight_knows, meet_who, medicine_until, medicine_at, reach, night_name, night_phone, spray_at,
           tolerance_at
         FROM handovers_lines WHERE person_id = $1 AND handover_id = $2",
        args![permit.person(), id],
    )?;
    let Some(row) = row else { return Ok(Lines::default()) };
    let open =
        |at: usize, column: &'static str| permit.open_or_null(Cell::new(TABLE, id.as_str(), column), row.blob_or_null(at)?);
    Ok(Lines {
        tonight: open(0, "tonight")?,
        tonight_knows: open(1, "tonight_knows")?,
        meet_who: open(2, "meet_who")?,
        medicine_until: open(3, "medicine_until")?,
        medicine_at: open(4, "medicine_at")?,
        reach: open(5, "reach")?,
        night_name: open(6, "night_name")?,
        night_phone: open(7, "night_phone")?,
        spray: row.text_or_null(8)?.is_some(),
        tolerance: row.text_or_null(9)?.is_some(),
    })
}

/// Writes them over those that stood there.
///
/// # Errors
/// A fault.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, lines: &Lines) -> Result<(), Error> {
    let seal = |column: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| permit.seal(Cell::new(TABLE, id.as_str(), column), text)).transpose()
    };
    let now = desk.now();
    tx.run("DELETE FROM handovers_lines WHERE person_id = $1 AND handover_id = $2", args![permit.person(), id])?;
    tx.run(
        "INSERT INTO handovers_lines (person_id, handover_id, tonight, tonight_knows, meet_who, medicine_until, medicine_at, reach,
           night_name, night_phone, spray_at, tolerance_at, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            permit.person(),
            id,
            seal("tonight", &lines.tonight)?,
            seal("tonight_knows", &lines.tonight_knows)?,
            seal("meet_who", &lines.meet_who)?,
            seal("medicine_until", &lines.medicine_until)?,
            seal("medicine_at", &lines.medicine_at)?,
            seal("reach", &lines.reach)?,
            seal("night_name", &lines.night_name)?,
            seal("night_phone", &lines.night_phone)?,
            lines.spray.then_some(now),
            lines.tolerance.then_some(now),
            now,
        ],
    )?;
    Ok(())
}

/// Sets what stands beside the lines: when the person leaves, and whether they said yes to being looked for.
///
/// # Errors
/// A fault.
pub fn set_beside(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: &RowId,
    departs_at: Option<Timestamp>,
    looks_at: Option<Timestamp>,
) -> Result<(), Error> {
    tx.run(
        "UPDATE handovers_baton SET departs_at = $1, looks_at = $2 WHERE person_id = $3 AND handover_id = $4",
        args![departs_at, looks_at, permit.person(), id],
    )?;
    Ok(())
}

/// The person's yes: the grant it made, and which lines they keep for themselves.
///
/// # Errors
/// A fault.
pub fn set_shown(
    tx: &mut Tx<'_>,
    own: &Permit,
    id: &RowId,
    grant: Option<&kernel::id::GrantId>,
    hidden: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE handovers_baton SET grant_id = $1, hidden = $2 WHERE person_id = $3 AND handover_id = $4",
        args![grant.map(kernel::id::GrantId::as_str), hidden, own.person(), id],
    )?;
    Ok(())
}

/// The specialist doctor says that there is a way back, or no longer.
///
/// # Errors
/// A fault.
pub fn set_way_back(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, yes: bool) -> Result<(), Error> {
    let by = desk.ctx().actor.account.as_ref().map(kernel::id::AccountId::as_str);
    tx.run(
        "UPDATE handovers_baton SET way_back_at = $1, way_back_by = $2 WHERE person_id = $3 AND handover_id = $4",
        args![yes.then_some(desk.now()), by.filter(|_| yes), permit.person(), id],
    )?;
    Ok(())
}

/// Yes, no, or not known: what was done before somebody left in haste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Done {
    /// Both.
    pub const ALL: [Done; 2] = [Done::Yes, Done::No];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Done::Yes => "yes",
            Done::No => "no",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Done> {
        Done::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Somebody left without it being planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// When.
    pub left_at: Timestamp,
    /// Which medicines they got.
    pub medicines: Option<String>,
    /// Whether tolerating less was talked about.
    pub tolerance: Done,
    /// Whether the spray was given.
    pub spray: Done,
    /// What was agreed about contact.
    pub contact: Option<String>,
}

/// Records that somebody left.
///
/// # Errors
/// A fault.
pub fn depart(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, left: &Departure) -> Result<(), Error> {
    let seal = |column: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| permit.seal(Cell::new("handovers_departure", id.as_str(), column), text)).transpose()
    };
    let me = desk.ctx().actor.account.as_ref().ok_or(Error::SignIn)?;
    tx.run(
        "INSERT INTO handovers_departure (person_id, handover_id, left_at, medicines, tolerance, spray, contact, recorded_by,
           recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (person_id, handover_id) DO NOTHING",
        args![
            permit.person(),
            id,
            left.left_at,
            seal("medicines", &left.medicines)?,
            left.tolerance.key(),
            left.spray.key(),
            seal("contact", &left.contact)?,
            me,
            desk.now(),
        ],
    )?;
    Ok(())
}

/// What was recorded when they left.
///
/// # Errors
/// A fault.
pub fn departure(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Option<Departure>, Error> {
    let row = tx.row(
        "SELECT left_at, medicines, tolerance, spray, contact FROM handovers_departure
         WHERE person_id = $1 AND handover_id = $2",
        args![permit.person(), id],
    )?;
    let Some(row) = row else { return Ok(None) };
    let open = |at: usize, column: &'static str| {
        permit.open_or_null(Cell::new("handovers_departure", id.as_str(), column), row.blob_or_null(at)?)
    };
    Ok(Some(Departure {
        left_at: row.time(0)?,
        medicines: open(1, "medicines")?,
        tolerance: row.parsed(2, Done::parse)?,
        spray: row.parsed(3, Done::parse)?,
        contact: open(4, "contact")?,
    }))
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// As a wording key: `handovers-happened-<what>`.
    pub what: String,
    /// Who did it; empty for the person and for time.
    pub name: String,
    /// Where they work.
    pub organisation: String,
    /// What they said with it.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What has happened to one, oldest first: where it is more than a page can hold, the newest of it.
///
/// # Errors
/// A fault.
pub fn history(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Vec<Happened>, Error> {
    history_from(tx, permit, id, 0)
}

/// What a receiver sees of what has happened: from the last offer on, which is the one to them, and nothing of what the person
/// wrote to the sender. Without an offer there is nothing to see.
///
/// # Errors
/// A fault.
pub fn since_offered(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Vec<Happened>, Error> {
    let last = tx.row(
        "SELECT number FROM handovers_event WHERE person_id = $1 AND handover_id = $2 AND what = 'offered'
         ORDER BY number DESC LIMIT 1",
        args![permit.person(), id],
    )?;
    let Some(last) = last else { return Ok(Vec::new()) };
    let mut found = history_from(tx, permit, id, last.int(0)?)?;
    found.retain(|one| one.what != "wished");
    Ok(found)
}

fn history_from(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, first: i64) -> Result<Vec<Happened>, Error> {
    let rows = tx.rows(
        "SELECT e.what, a.name, o.name, e.words, e.at, e.number FROM handovers_event e
         LEFT JOIN account a ON a.account_id = e.account_id
         LEFT JOIN organisation o ON o.organisation_id = e.organisation_id
         WHERE e.person_id = $1 AND e.handover_id = $2 AND e.number >= $3 ORDER BY e.number DESC LIMIT 200",
        args![permit.person(), id, first],
    )?;
    rows.iter().rev().map(|row| happened(permit, id, row)).collect()
}

fn happened(permit: &Permit, id: &RowId, row: &Row) -> Result<Happened, Error> {
    let text = |at: usize| Ok::<_, Fault>(row.text_or_null(at)?.unwrap_or_default().to_owned());
    let place = format!("{id}/{}", row.int(5)?);
    Ok(Happened {
        what: row.text(0)?.to_owned(),
        name: text(1)?,
        organisation: text(2)?,
        words: permit.open_or_null(Cell::new("handovers_event", &place, "words"), row.blob_or_null(3)?)?,
        at: row.time(4)?,
    })
}

/// Whether a specialist doctor has ticked the way back of a hand-over that runs.
///
/// # Errors
/// [`Error::Missing`].
pub fn way_back(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT way_back_at FROM handovers_baton WHERE person_id = $1 AND handover_id = $2 AND done_at IS NULL",
        args![permit.person(), id],
    )?;
    Ok(row.ok_or(Error::Missing)?.text_or_null(0)?.is_some())
}

/// The hand-overs that run for a person: for the specialist doctor, who sees no line of them. Ids only.
///
/// # Errors
/// A fault.
pub fn open_here(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<RowId>, Error> {
    let rows = tx.rows(
        "SELECT handover_id FROM handovers_baton WHERE person_id = $1 AND done_at IS NULL ORDER BY made_at, handover_id LIMIT 5",
        args![permit.person()],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, RowId::parse)).collect::<Result<_, Fault>>()?)
}
