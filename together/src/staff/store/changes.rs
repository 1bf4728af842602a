//! What administrators have changed: who, when, what, about whom. The sealed log has the same acts; this page tells them.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::access::Desk;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Fault;

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An organisation was made.
    OrganisationMade,
    /// An organisation was changed.
    OrganisationChanged,
    /// An organisation was closed.
    OrganisationClosed,
    /// A closed organisation was opened again.
    OrganisationReopened,
    /// Somebody was invited.
    Invited,
    /// An invitation was taken back.
    Withdrawn,
    /// An invitation was used.
    Taken,
    /// Somebody was changed: name, role, dates.
    Changed,
    /// Access was ended.
    Ended,
    /// A new link was made for somebody who could not come in.
    NewLink,
    /// Such a link was used: old doors and sessions ended.
    DoorsAnew,
    /// A colleague made a code.
    Code,
    /// Who answers requests for help was changed.
    DeskSetUp,
}

impl What {
    /// All of them, for the wording.
    pub const ALL: [What; 13] = [
        What::OrganisationMade,
        What::OrganisationChanged,
        What::OrganisationClosed,
        What::OrganisationReopened,
        What::Invited,
        What::Withdrawn,
        What::Taken,
        What::Changed,
        What::Ended,
        What::NewLink,
        What::DoorsAnew,
        What::Code,
        What::DeskSetUp,
    ];

    /// As stored and in the wording (`staff-change-invited`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            What::OrganisationMade => "organisation-made",
            What::OrganisationChanged => "organisation-changed",
            What::OrganisationClosed => "organisation-closed",
            What::OrganisationReopened => "organisation-reopened",
            What::Invited => "invited",
            What::Withdrawn => "withdrawn",
            What::Taken => "taken",
            What::Changed => "changed",
            What::Ended => "ended",
            What::NewLink => "new-link",
            What::DoorsAnew => "doors-anew",
            What::Code => "code",
            What::DeskSetUp => "desk",
        }
    }

    fn parse(key: &str) -> Option<What> {
        What::ALL.into_iter().find(|what| what.key() == key)
    }
}

/// A change as told.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its id, for paging.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
    /// Whose act it was; nothing for the operator's command and for somebody who used a link.
    pub by: Option<String>,
    /// The employee it is about.
    pub about: Option<String>,
    /// The organisation it is about.
    pub organisation: Option<String>,
}

/// Notes a change in the same commit, here and in the sealed log.
///
/// # Errors
/// A fault when the database says no.
pub fn note(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    what: What,
    about: Option<&AccountId>,
    organisation: Option<&OrganisationId>,
) -> Result<(), Fault> {
    desk.note_nobody();
    let by = desk.ctx().actor.account.as_ref();
    tx.run(
        "INSERT INTO staff_change (change_id, at, by_account, what, about_account, about_organisation)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![
            kernel::id::hex(desk.bits()),
            desk.now(),
            by.map(AccountId::as_str),
            what.key(),
            about.map(AccountId::as_str),
            organisation.map(OrganisationId::as_str),
        ],
    )?;
    Ok(())
}

/// Notes what another part has told: it has its own line in the sealed log.
///
/// # Errors
/// A fault when the database says no.
pub fn hear(
    tx: &mut Tx<'_>,
    what: What,
    (organisation, by): (Option<&OrganisationId>, Option<&AccountId>),
    bits: u128,
    now: Timestamp,
) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO staff_change (change_id, at, by_account, what, about_organisation) VALUES ($1, $2, $3, $4, $5)",
        args![kernel::id::hex(bits), now, by.map(AccountId::as_str), what.key(), organisation.map(OrganisationId::as_str),],
    )?;
    Ok(())
}

/// Changes from newest to oldest, a page of them before `before`; in one organisation only, when one is named.
///
/// # Errors
/// A fault when the database says no.
pub fn page(tx: &mut Tx<'_>, only: Option<&OrganisationId>, before: (Timestamp, &str), most: i64) -> Result<Vec<Change>, Fault> {
    let (at, id) = before;
    let only = only.map_or("", OrganisationId::as_str);
    let rows = tx.rows(
        "SELECT c.change_id, c.at, c.what, a.name, b.name, i.name, o.name
         FROM staff_change c
         LEFT JOIN account a ON a.account_id = c.by_account
         LEFT JOIN account b ON b.account_id = c.about_account
         LEFT JOIN staff_invitation i ON i.account_id = c.about_account
         LEFT JOIN organisation o ON o.organisation_id = c.about_organisation
         WHERE (c.at, c.change_id) < ($1, $2) AND ($3 = '' OR c.about_organisation = $4)
         ORDER BY c.at DESC, c.change_id DESC LIMIT $5",
        args![at, id, only, only, most],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Change, Fault> {
    let maybe = |at| Ok::<_, Fault>(row.text_or_null(at)?.map(str::to_owned));
    Ok(Change {
        id: row.text(0)?.to_owned(),
        at: row.time(1)?,
        what: row.parsed(2, What::parse)?,
        by: maybe(3)?,
        about: maybe(4)?.or(maybe(5)?),
        organisation: maybe(6)?,
    })
}
