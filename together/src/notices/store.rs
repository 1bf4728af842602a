//! Where somebody wants to be told, and of what. What waits to be sent lies in `outbox`, calendars in `feeds`.

pub mod feeds;
pub mod outbox;

use kernel::id::{AccountId, PersonId};
use kernel::language::Language;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::args;
use platform::dated::Numbers;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::{self, Cell, keyed_hash};

use super::rules::{Channel, Kind, Limits, Quiet, Way};

/// Whose notices: the person's, with a permit of theirs, or an employee's.
#[derive(Clone, Debug)]
pub enum Owner {
    /// The person.
    Person(Permit),
    /// An employee.
    Work(AccountId),
}

/// The same as ids, for jobs that open nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerKey {
    /// The person, or empty.
    pub person: String,
    /// The employee, or empty.
    pub account: String,
}

impl OwnerKey {
    /// The person's.
    #[must_use]
    pub fn person(person: &PersonId) -> OwnerKey {
        OwnerKey { person: person.to_string(), account: String::new() }
    }

    /// An employee's.
    #[must_use]
    pub fn work(account: &AccountId) -> OwnerKey {
        OwnerKey { person: String::new(), account: account.to_string() }
    }

    /// As the key of guesses.
    #[must_use]
    pub fn bytes(&self, what: &str) -> Vec<u8> {
        keyed_hash(b"notices owner", format!("{}|{}|{what}", self.person, self.account).as_bytes()).to_vec()
    }
}

impl Owner {
    /// Whoever asks.
    ///
    /// # Errors
    /// [`Error::SignIn`] for nobody, or a denial.
    pub fn of(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Owner, Error> {
        match &desk.ctx().actor.account {
            Some(account) => Ok(Owner::Work(account.clone())),
            None => Ok(Owner::Person(desk.own(tx)?)),
        }
    }

    /// As ids.
    #[must_use]
    pub fn key(&self) -> OwnerKey {
        match self {
            Owner::Person(permit) => OwnerKey::person(permit.person()),
            Owner::Work(account) => OwnerKey::work(account),
        }
    }

    /// Whether it is the person.
    #[must_use]
    pub fn is_person(&self) -> bool {
        matches!(self, Owner::Person(_))
    }

    fn seal(&self, app: &App, channel: Channel, address: &str) -> Result<Vec<u8>, Error> {
        match self {
            Owner::Person(permit) => permit.seal(cell(channel), address),
            Owner::Work(account) => Ok(keys::seal(&work_key(app, account), &work_place(account, channel), address.as_bytes())?),
        }
    }

    fn open(&self, app: &App, channel: Channel, sealed: &[u8]) -> Result<String, Error> {
        match self {
            Owner::Person(permit) => permit.open(cell(channel), sealed),
            Owner::Work(account) => {
                let bytes = keys::open(&work_key(app, account), &work_place(account, channel), sealed)?;
                String::from_utf8(bytes).map_err(|_| Error::fault("a sealed address is not text"))
            }
        }
    }
}

fn cell(channel: Channel) -> Cell<'static> {
    Cell::new("notices_way", channel.key(), "address")
}

/// Employees have no key of their own. Theirs follows from what a rotation hands on, so that it opens afterwards too.
fn work_key(app: &App, account: &AccountId) -> [u8; 32] {
    keyed_hash(&app.keys().lookup("notices to employees", account.as_str()), b"address")
}

fn work_place(account: &AccountId, channel: Channel) -> Vec<u8> {
    format!("notices_way\u{1f}{account}\u{1f}{}", channel.key()).into_bytes()
}

/// One channel of somebody's.
#[derive(Clone, Debug)]
pub struct Address {
    /// Which.
    pub channel: Channel,
    /// Where to.
    pub address: String,
    /// As the rules know it.
    pub way: Way,
    /// Since when it is refused.
    pub refused_at: Option<Timestamp>,
    /// The hash of the code that was sent.
    pub code_hash: Option<Vec<u8>>,
}

/// What somebody has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Kinds that are switched off.
    pub off: Vec<Kind>,
    /// Hours of quiet.
    pub quiet: Quiet,
    /// In which language.
    pub language: Language,
    /// For an optimistic change; nought while nothing was chosen.
    pub version: i64,
}

impl Choice {
    fn unchosen(limits: &Limits, language: Language) -> Choice {
        Choice { off: Vec::new(), quiet: limits.quiet, language, version: 0 }
    }
}

/// Today's numbers.
///
/// # Errors
/// A fault.
pub fn limits(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    const SQL: &str = "SELECT name, value FROM notices_rule
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $2) ORDER BY from_day DESC, name";
    let numbers = Numbers::read(tx, SQL, now)?;
    let quiet = Quiet::of(numbers.find("quiet-from")?, numbers.find("quiet-until")?);
    Ok(Limits {
        fold_minutes: numbers.find("fold-minutes")?,
        quiet: quiet.ok_or_else(|| Error::fault("the hours of quiet are no hours"))?,
        code_minutes: numbers.find("code-minutes")?,
        codes_an_hour: numbers.find("codes-an-hour")?,
        refused_hours: numbers.find("refused-hours")?,
        kept_days: numbers.find("kept-days")?,
    })
}

/// Somebody's channels, opened.
///
/// # Errors
/// A fault.
pub fn addresses(tx: &mut Tx<'_>, app: &App, owner: &Owner) -> Result<Vec<Address>, Error> {
    let key = owner.key();
    let rows = tx.rows(
        "SELECT channel, address, code_hash, code_until, verified_at, refused_at FROM notices_way
         WHERE person_id = $1 AND account_id = $2 ORDER BY channel",
        args![key.person.as_str(), key.account.as_str()],
    )?;
    rows.iter().map(|row| read(app, owner, row)).collect()
}

fn read(app: &App, owner: &Owner, row: &Row) -> Result<Address, Error> {
    let channel = row.parsed(0, Channel::parse)?;
    Ok(Address {
        channel,
        address: owner.open(app, channel, row.blob(1)?)?,
        code_hash: row.blob_or_null(2)?.map(<[u8]>::to_vec),
        way: Way { named: true, code_until: row.time_or_null(3)?, verified: row.text_or_null(4)?.is_some() },
        refused_at: row.time_or_null(5)?,
    })
}

/// One channel of somebody's, when an address stands there.
///
/// # Errors
/// A fault.
pub fn address(tx: &mut Tx<'_>, app: &App, owner: &Owner, channel: Channel) -> Result<Option<Address>, Error> {
    Ok(addresses(tx, app, owner)?.into_iter().find(|address| address.channel == channel))
}

/// Writes an address that waits for its code. One that stood there is replaced.
///
/// # Errors
/// A fault.
pub fn name(
    tx: &mut Tx<'_>,
    app: &App,
    owner: &Owner,
    channel: Channel,
    address: &str,
    code: (Vec<u8>, Timestamp),
) -> Result<(), Error> {
    let (key, (hash, until)) = (owner.key(), code);
    tx.run(
        "INSERT INTO notices_way (person_id, account_id, channel, address, code_hash, code_until, version)
         VALUES ($1, $2, $3, $4, $5, $6, 1)
         ON CONFLICT (person_id, account_id, channel) DO UPDATE SET address = excluded.address, code_hash = excluded.code_hash,
           code_until = excluded.code_until, verified_at = NULL, refused_at = NULL, version = notices_way.version + 1",
        args![key.person.as_str(), key.account.as_str(), channel.key(), owner.seal(app, channel, address)?, hash, until,],
    )?;
    Ok(())
}

/// The address is somebody's own from now on, and its code is used up.
///
/// # Errors
/// A fault.
pub fn verify(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE notices_way SET verified_at = $1, code_hash = NULL, code_until = NULL, version = version + 1
         WHERE person_id = $2 AND account_id = $3 AND channel = $4",
        args![now, owner.person.as_str(), owner.account.as_str(), channel.key()],
    )?;
    Ok(())
}

/// Takes an address away, with whatever waited to go there. What was sent is forgotten: another address begins anew.
///
/// # Errors
/// A fault.
pub fn remove(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "DELETE FROM notices_way WHERE person_id = $1 AND account_id = $2 AND channel = $3",
        args![owner.person.as_str(), owner.account.as_str(), channel.key()],
    )?;
    outbox::forget_sent(tx, owner, channel)?;
    outbox::drop_waiting(tx, owner, channel, now)
}

/// An address has been refused for so long that it counts as wrong: nothing more is lined up for it.
///
/// # Errors
/// A fault.
pub fn mark_refused(tx: &mut Tx<'_>, owner: &OwnerKey, channel: Channel, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE notices_way SET refused_at = $1 WHERE person_id = $2 AND account_id = $3 AND channel = $4",
        args![now, owner.person.as_str(), owner.account.as_str(), channel.key()],
    )?;
    Ok(())
}

/// The channels through which somebody can be told now: shown to be theirs, and not refused. Opens no address.
///
/// # Errors
/// A fault.
pub fn reachable(tx: &mut Tx<'_>, owner: &OwnerKey) -> Result<Vec<Channel>, Error> {
    let rows = tx.rows(
        "SELECT channel FROM notices_way
         WHERE person_id = $1 AND account_id = $2 AND verified_at IS NOT NULL AND refused_at IS NULL ORDER BY channel",
        args![owner.person.as_str(), owner.account.as_str()],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, Channel::parse)).collect::<Result<_, Fault>>()?)
}

/// What somebody has chosen, or what holds for whoever has not.
///
/// # Errors
/// A fault.
pub fn choice(tx: &mut Tx<'_>, owner: &OwnerKey, limits: &Limits, language: Language) -> Result<Choice, Error> {
    let row = tx.row(
        "SELECT switched_off, quiet_from, quiet_until, language, version FROM notices_choice
         WHERE person_id = $1 AND account_id = $2",
        args![owner.person.as_str(), owner.account.as_str()],
    )?;
    let Some(row) = row else { return Ok(Choice::unchosen(limits, language)) };
    let hour = |at| Ok::<u8, Fault>(u8::try_from(row.int(at)?).unwrap_or(0));
    Ok(Choice {
        off: row.text(0)?.split(' ').filter_map(Kind::parse).collect(),
        quiet: Quiet::of(hour(1)?, hour(2)?).unwrap_or(limits.quiet),
        language: row.parsed(3, Language::parse)?,
        version: row.int(4)?,
    })
}

/// Keeps what somebody has chosen; no when it was changed meanwhile.
///
/// # Errors
/// A fault.
pub fn choose(tx: &mut Tx<'_>, owner: &OwnerKey, choice: &Choice) -> Result<bool, Error> {
    let off: Vec<&str> = choice.off.iter().map(|kind| kind.key()).collect();
    let changed = tx.run(
        "INSERT INTO notices_choice (person_id, account_id, switched_off, quiet_from, quiet_until, language, version)
         VALUES ($1, $2, $3, $4, $5, $6, 1)
         ON CONFLICT (person_id, account_id) DO UPDATE SET switched_off = excluded.switched_off,
           quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language,
           version = notices_choice.version + 1
         WHERE notices_choice.version = $7",
        args![
            owner.person.as_str(),
            owner.account.as_str(),
            off.join(" "),
            i64::from(choice.quiet.from),
            i64::from(choice.quiet.until),
            choice.language.code(),
            choice.version,
        ],
    )?;
    Ok(changed > 0)
}

/// The employees of an organisation who have a channel of their own.
///
/// # Errors
/// A fault.
pub fn at_work(tx: &mut Tx<'_>, organisation: &str, now: Timestamp) -> Result<Vec<AccountId>, Error> {
    let rows = tx.rows(
        "SELECT a.account_id FROM account a
         WHERE a.organisation_id = $1 AND (a.ended_at IS NULL OR a.ended_at > $2)
           AND EXISTS (SELECT 1 FROM notices_way w WHERE w.account_id = a.account_id AND w.verified_at IS NOT NULL)
         ORDER BY a.account_id LIMIT 500",
        args![organisation, now],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, AccountId::parse)).collect::<Result<_, Fault>>()?)
}

/// Whether an employee still works here, and has not been blocked by the person.
///
/// # Errors
/// A fault.
pub fn may_be_told(tx: &mut Tx<'_>, account: &AccountId, person: Option<&PersonId>, now: Timestamp) -> Result<bool, Error> {
    let works = tx.row(
        "SELECT account_id FROM account WHERE account_id = $1 AND (ended_at IS NULL OR ended_at > $2)",
        args![account, now],
    )?;
    let Some(person) = person else { return Ok(works.is_some()) };
    let blocked = tx.row(
        "SELECT block_id FROM access_block WHERE person_id = $1 AND account_id = $2 AND lifted_at IS NULL",
        args![person, account],
    )?;
    Ok(works.is_some() && blocked.is_none())
}

/// Whether a person is here: neither erased nor about to leave.
///
/// # Errors
/// A fault.
pub fn is_here(tx: &mut Tx<'_>, person: &PersonId) -> Result<bool, Error> {
    let row =
        tx.row("SELECT person_id FROM person WHERE person_id = $1 AND erased_at IS NULL AND closed_at IS NULL", args![person])?;
    Ok(row.is_some())
}
