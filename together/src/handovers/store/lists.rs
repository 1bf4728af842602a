//! Lists for those who work: ids only, those that are about to fail first. Names come with the permits.

use kernel::id::{OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::super::rules::Cause;

/// Rows on one page of a list.
pub const PAGE: usize = 25;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that somebody else wants to hand over to us.
    ToUs,
    /// Those that we hold.
    FromUs,
    /// Those that are late, for the sender's leader.
    AsLeader,
    /// Those that are late, for the coordinating unit.
    AsUnit,
}

impl Which {
    /// All four.
    pub const ALL: [Which; 4] = [Which::AsLeader, Which::AsUnit, Which::ToUs, Which::FromUs];

    /// In addresses and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Which::ToUs => "til",
            Which::FromUs => "fra",
            Which::AsLeader => "leder",
            Which::AsUnit => "enhet",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Which> {
        Which::ALL.into_iter().find(|which| which.key() == key)
    }

    const fn sql(self) -> &'static str {
        match self {
            Which::ToUs => {
                "SELECT b.person_id, b.handover_id, b.cause, b.phase, b.due_at, b.meet_at, b.step, s.name, s.phone, so.name,
                   so.phone, ro.name, b.departed_at
                 FROM handovers_baton b JOIN account s ON s.account_id = b.sender
                 JOIN organisation so ON so.organisation_id = b.sender_organisation
                 LEFT JOIN organisation ro ON ro.organisation_id = b.receiver_organisation
                 WHERE b.receiver_organisation = $1 AND b.done_at IS NULL AND b.agreed_at IS NOT NULL
                   AND b.phase IN ('offered', 'asked', 'accepted', 'missed') AND (b.due_at, b.handover_id) > ($2, $3)
                 ORDER BY b.done_at NULLS LAST, b.due_at NULLS LAST, b.handover_id LIMIT 26"
            }
            Which::FromUs => {
                "SELECT b.person_id, b.handover_id, b.cause, b.phase, b.due_at, b.meet_at, b.step, s.name, s.phone, so.name,
                   so.phone, ro.name, b.departed_at
                 FROM handovers_baton b JOIN account s ON s.account_id = b.sender
                 JOIN organisation so ON so.organisation_id = b.sender_organisation
                 LEFT JOIN organisation ro ON ro.organisation_id = b.receiver_organisation
                 WHERE b.sender_organisation = $1 AND b.done_at IS NULL AND (b.due_at, b.handover_id) > ($2, $3)
                 ORDER BY b.done_at NULLS LAST, b.due_at NULLS LAST, b.handover_id LIMIT 26"
            }
            Which::AsLeader => {
                "SELECT b.person_id, b.handover_id, b.cause, b.phase, b.due_at, b.meet_at, b.step, s.name, s.phone, so.name,
                   so.phone, ro.name, b.departed_at
                 FROM handovers_baton b JOIN account s ON s.account_id = b.sender
                 JOIN organisation so ON so.organisation_id = b.sender_organisation
                 LEFT JOIN organisation ro ON ro.organisation_id = b.receiver_organisation
                 WHERE b.leader_organisation = $1 AND b.done_at IS NULL AND (b.due_at, b.handover_id) > ($2, $3)
                 ORDER BY b.done_at NULLS LAST, b.due_at NULLS LAST, b.handover_id LIMIT 26"
            }
            Which::AsUnit => {
                "SELECT b.person_id, b.handover_id, b.cause, b.phase, b.due_at, b.meet_at, b.step, s.name, s.phone, so.name,
                   so.phone, ro.name, b.departed_at
                 FROM handovers_baton b JOIN account s ON s.account_id = b.sender
                 JOIN organisation so ON so.organisation_id = b.sender_organisation
                 LEFT JOIN organisation ro ON ro.organisation_id = b.receiver_organisation
                 WHERE b.unit_organisation = $1 AND b.done_at IS NULL AND (b.due_at, b.handover_id) > ($2, $3)
                 ORDER BY b.done_at NULLS LAST, b.due_at NULLS LAST, b.handover_id LIMIT 26"
            }
        }
    }
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Why.
    pub cause: Cause,
    /// How far it has come, as stored.
    pub phase: String,
    /// When it goes up.
    pub due_at: Timestamp,
    /// When they are to meet.
    pub meet_at: Option<Timestamp>,
    /// How far up it has gone.
    pub step: i64,
    /// Who holds it.
    pub holder: String,
    /// The holder's phone.
    pub phone: String,
    /// The sender's organisation.
    pub from: String,
    /// The receiver's organisation.
    pub to: Option<String>,
    /// Whether the person has left.
    pub departed: bool,
}

/// Where on a list one is: the last row shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// When it goes up, as stored.
    pub due: String,
    /// Which.
    pub id: String,
}

impl After {
    /// From an address: `2026-11-20T14:30:00Z.0123…`.
    #[must_use]
    pub fn read(text: &str) -> After {
        let (due, id) = text.split_once('.').unwrap_or_default();
        let good = Timestamp::parse(due).is_some() && RowId::parse(id).is_some();
        if good { After { due: due.to_owned(), id: id.to_owned() } } else { After::default() }
    }
}

/// One page of a list, and where the next one begins.
///
/// # Errors
/// A fault.
pub fn page(
    tx: &mut Tx<'_>,
    which: Which,
    organisation: &OrganisationId,
    after: &After,
) -> Result<(Vec<Listed>, Option<String>), Error> {
    let rows = tx.rows(which.sql(), args![organisation, after.due.as_str(), after.id.as_str()])?;
    let mut listed = rows.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    let more = listed.len() > PAGE;
    listed.truncate(PAGE);
    let next = listed.last().filter(|_| more).map(|last| format!("{}.{}", last.due_at.stored(), last.id));
    Ok((listed, next))
}

fn read(row: &Row) -> Result<Listed, Fault> {
    let own = row.text_or_null(8)?.filter(|phone| !phone.is_empty());
    Ok(Listed {
        person: row.parsed(0, PersonId::parse)?,
        id: row.parsed(1, RowId::parse)?,
        cause: row.parsed(2, Cause::parse)?,
        phase: row.text(3)?.to_owned(),
        due_at: row.time(4)?,
        meet_at: row.time_or_null(5)?,
        step: row.int(6)?,
        holder: row.text(7)?.to_owned(),
        phone: own.map_or_else(|| row.text(10), Ok)?.to_owned(),
        from: row.text(9)?.to_owned(),
        to: row.text_or_null(11)?.map(str::to_owned),
        departed: row.text_or_null(12)?.is_some(),
    })
}

/// Whom a hand-over is about: an address carries its id only.
///
/// # Errors
/// [`Error::Missing`].
pub fn whose(tx: &mut Tx<'_>, id: &RowId) -> Result<PersonId, Error> {
    let row = tx.row("SELECT person_id FROM handovers_baton WHERE handover_id = $1", args![id])?;
    Ok(row.ok_or(Error::Missing)?.parsed(0, PersonId::parse)?)
}

/// Those whose clock has run out, and those whose yes was taken back on another page. A hundred at a time.
///
/// # Errors
/// A fault.
pub fn due(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let late = tx.rows(
        "SELECT person_id, handover_id FROM handovers_baton WHERE done_at IS NULL AND due_at <= $1
         ORDER BY due_at NULLS LAST, handover_id LIMIT 100",
        args![now],
    )?;
    let closed = tx.rows(
        "SELECT b.person_id, b.handover_id FROM handovers_baton b
         JOIN access_grant g ON g.person_id = b.person_id AND g.grant_id = b.grant_id
         WHERE b.done_at IS NULL AND b.agreed_at IS NOT NULL AND (g.ended_at IS NOT NULL OR g.until_at <= $1)
         ORDER BY b.handover_id LIMIT 100",
        args![now],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(late.iter().chain(&closed).map(read).collect::<Result<_, Fault>>()?)
}
