//! What waits to be sent. A row is claimed by one conditional update and held for a while; whoever dies with it loses it.

use kernel::id::{AccountId, PersonId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::OwnerKey;
use crate::notices::rules::{Channel, End};

/// How long a claim holds: longer than a mail server may take for all its steps together.
const HELD_S: i64 = 180;

/// A notice that somebody is about to send.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// For whom.
    pub owner: OwnerKey,
    /// Its id, from which its Message-ID follows.
    pub id: String,
    /// Through which channel.
    pub channel: Channel,
    /// When it was made: its date, however often it is sent.
    pub made_at: Timestamp,
    /// The how-manieth try this is.
    pub tries: i64,
    /// Since when the address is refused.
    pub refused_since: Option<Timestamp>,
}

impl Claimed {
    /// The person it is for, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        PersonId::parse(&self.owner.person)
    }

    /// The employee it is for, if it is one.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        AccountId::parse(&self.owner.account)
    }
}

/// Notes that an event has been heard for this channel; no when it was heard before.
///
/// # Errors
/// A fault.
pub fn hear(
    tx: &mut Tx<'_>,
    owner: &OwnerKey,
    channel: Channel,
    (event, notice): (&str, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let added = tx.run(
        "INSERT INTO notices_heard (person_id, account_id, channel, event_id, notice_id, at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person_id, account_id, channel, event_id) DO NOTHING",
        args![owner.person.as_str(), owner.account.as_str(), channel.key(), event, notice, now],
    )?;
    Ok(added > 0)
}

/// The notice that waits for this channel and is in nobody's hands: what happens now goes into it.
///
/// # Errors
/// A fault.
pub fn waiting(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel, now: Timestamp) -> Result<Option<String>, Error> {
    let row = tx.row(
        "SELECT notice_id FROM notices_outbox
         WHERE person_id = $1 AND account_id = $2 AND channel = $3 AND done_at IS NULL
           AND (held_until IS NULL OR held_until < $4)
         ORDER BY made_at, notice_id LIMIT 1",
        args![owner.person.as_str(), owner.account.as_str(), channel.key(), now],
    )?;
    Ok(row.map(|row| row.text(0).map(str::to_owned)).transpose()?)
}

/// When the last notice of this channel left, or is leaving.
///
/// # Errors
/// A fault.
pub fn last_sent(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel) -> Result<Option<Timestamp>, Error> {
    let row = tx.row(
        "SELECT COALESCE(done_at, due_at) FROM notices_outbox
         WHERE person_id = $1 AND account_id = $2 AND channel = $3 AND (ended IS NULL OR ended = 'sent')
         ORDER BY 1 DESC LIMIT 1",
        args![owner.person.as_str(), owner.account.as_str(), channel.key()],
    )?;
    Ok(row.map(|row| row.time(0)).transpose()?)
}

/// Lines up a notice.
///
/// # Errors
/// A fault.
pub fn add(
    tx: &mut Tx<'_>,
    owner: &OwnerKey,
    channel: Channel,
    notice: &str,
    (now, due): (Timestamp, Timestamp),
) -> Result<(), Error> {
    tx.add(
        "INSERT INTO notices_outbox (person_id, account_id, notice_id, channel, made_at, due_at, tries)
         VALUES ($1, $2, $3, $4, $5, $6, 0)",
        args![owner.person.as_str(), owner.account.as_str(), notice, channel.key(), now, due],
    )?;
    Ok(())
}

/// Takes the notice of a channel that has waited longest, for [`HELD_S`].
///
/// # Errors
/// A fault.
pub fn claim(tx: &mut Tx<'_>, channel: Channel, now: Timestamp) -> Result<Option<Claimed>, Error> {
    let row = tx.row(
        "UPDATE notices_outbox SET held_until = $1, tries = tries + 1
         WHERE notice_id = (SELECT notice_id FROM notices_outbox
           WHERE channel = $2 AND done_at IS NULL AND due_at <= $3 AND (held_until IS NULL OR held_until < $4)
           ORDER BY due_at, notice_id LIMIT 1)
         RETURNING person_id, account_id, notice_id, channel, made_at, tries, refused_since",
        args![now.plus_s(HELD_S), channel.key(), now, now],
    )?;
    Ok(row.map(|row| read(&row)).transpose()?)
}

fn read(row: &Row) -> Result<Claimed, Fault> {
    Ok(Claimed {
        owner: OwnerKey { person: row.text(0)?.to_owned(), account: row.text(1)?.to_owned() },
        id: row.text(2)?.to_owned(),
        channel: row.parsed(3, Channel::parse)?,
        made_at: row.time(4)?,
        tries: row.int(5)?,
        refused_since: row.time_or_null(6)?,
    })
}

/// It is over. A second process that still held it finds that out, and changes nothing.
///
/// # Errors
/// A fault.
pub fn end(tx: &mut Tx<'_>, notice: &str, end: End, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE notices_outbox SET done_at = $1, ended = $2, held_until = NULL WHERE notice_id = $3 AND done_at IS NULL",
        args![now, end.key(), notice],
    )?;
    Ok(())
}

/// It is tried again. Nothing happens when somebody else has taken it meanwhile.
///
/// # Errors
/// A fault.
pub fn again(tx: &mut Tx<'_>, claimed: &Claimed, at: Timestamp, refused_since: Option<Timestamp>) -> Result<(), Error> {
    tx.run(
        "UPDATE notices_outbox SET due_at = $1, held_until = NULL, refused_since = $2
         WHERE notice_id = $3 AND tries = $4 AND done_at IS NULL",
        args![at, refused_since, claimed.id.as_str(), claimed.tries],
    )?;
    Ok(())
}

/// Forgets that anything was sent through a channel.
///
/// # Errors
/// A fault.
pub fn forget_sent(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel) -> Result<(), Error> {
    tx.run(
        "DELETE FROM notices_outbox WHERE person_id = $1 AND account_id = $2 AND channel = $3 AND done_at IS NOT NULL",
        args![owner.person.as_str(), owner.account.as_str(), channel.key()],
    )?;
    Ok(())
}

/// What waits for a channel is dropped: nobody wants it any more.
///
/// # Errors
/// A fault.
pub fn drop_waiting(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE notices_outbox SET done_at = $1, ended = 'dropped'
         WHERE person_id = $2 AND account_id = $3 AND channel = $4 AND done_at IS NULL",
        args![now, owner.person.as_str(), owner.account.as_str(), channel.key()],
    )?;
    Ok(())
}

/// Forgets what is over, and what was heard, before this.
///
/// # Errors
/// A fault.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<(), Error> {
    tx.run("DELETE FROM notices_outbox WHERE done_at < $1", args![before])?;
    tx.run("DELETE FROM notices_heard WHERE at < $1", args![before])?;
    Ok(())
}
