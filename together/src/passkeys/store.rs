//! Load and save: keys of persons and of accounts, and tries that are not finished.

use kernel::id::{AccountId, PersonId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::app::App;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;
use webauthn_rs::prelude::Passkey;

use super::ceremony::{self, hash, written};
use super::rules::Standing;

/// A kept key, as its holder sees it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub id: RowId,
    /// The half that checks.
    pub key: Passkey,
    /// When it was added.
    pub made_at: Timestamp,
    /// When it was used last.
    pub used_at: Option<Timestamp>,
}

const STATE: &str = "passkeys_ceremony";
const ACCOUNT: &str = "passkeys_account";

fn cell(id: &RowId) -> Cell<'_> {
    Cell::new("passkeys_person", id.as_str(), "kept")
}

/// Remembers a question until its answer comes.
///
/// # Errors
/// A fault when the database says no.
pub fn remember(tx: &mut Tx<'_>, app: &App, id: &str, state: &str, until: Timestamp) -> Result<(), Fault> {
    let sealed = ceremony::seal(app, STATE, id, state)?;
    tx.run(
        "INSERT INTO passkeys_ceremony (ceremony_hash, state, until_at) VALUES ($1, $2, $3)",
        args![app.keys().lookup("passkey-ceremony", id), sealed, until],
    )?;
    Ok(())
}

/// Takes what was remembered away: an answer is looked at once.
///
/// # Errors
/// A fault when the database says no.
pub fn recall(tx: &mut Tx<'_>, app: &App, id: &str, now: Timestamp) -> Result<Option<String>, Fault> {
    let row = tx.row(
        "DELETE FROM passkeys_ceremony WHERE ceremony_hash = $1 AND until_at > $2 RETURNING state",
        args![app.keys().lookup("passkey-ceremony", id), now],
    )?;
    row.map(|row| ceremony::open(app, STATE, id, row.blob(0)?)).transpose()
}

/// The person's own keys, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn of_person(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Kept>, Error> {
    let rows = tx.rows(
        "SELECT key_id, kept, made_at, used_at FROM passkeys_person WHERE person_id = $1 ORDER BY made_at DESC, key_id LIMIT 50",
        args![permit.person()],
    )?;
    let read = |row: &Row| {
        let id = row.parsed(0, RowId::parse)?;
        let key = ceremony::read(&permit.open(cell(&id), row.blob(1)?)?)?;
        Ok(Kept { key, made_at: row.time(2)?, used_at: row.time_or_null(3)?, id })
    };
    rows.iter().map(read).collect()
}

/// An account's keys, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn of_account(tx: &mut Tx<'_>, app: &App, account: &AccountId) -> Result<Vec<Kept>, Error> {
    let rows = tx.rows(
        "SELECT key_id, kept, made_at, used_at FROM passkeys_account WHERE account_id = $1 ORDER BY made_at DESC, key_id LIMIT 50",
        args![account],
    )?;
    let read = |row: &Row| {
        let id = row.parsed(0, RowId::parse)?;
        let key = ceremony::read(&ceremony::open(app, ACCOUNT, id.as_str(), row.blob(1)?)?)?;
        Ok(Kept { key, made_at: row.time(2)?, used_at: row.time_or_null(3)?, id })
    };
    rows.iter().map(read).collect()
}

/// Keeps a person's new key.
///
/// # Errors
/// A fault, also when somebody has this key already.
pub fn add_to_person(
    tx: &mut Tx<'_>,
    app: &App,
    permit: &Permit,
    id: &RowId,
    key: &Passkey,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO passkeys_person (person_id, key_id, hash, kept, made_at) VALUES ($1, $2, $3, $4, $5)",
        args![permit.person(), id, hash(app, key.cred_id()), permit.seal(cell(id), &written(key)?)?, now],
    )?;
    Ok(())
}

/// Keeps an account's new key.
///
/// # Errors
/// A fault, also when somebody has this key already.
pub fn add_to_account(
    tx: &mut Tx<'_>,
    app: &App,
    account: &AccountId,
    id: &RowId,
    key: &Passkey,
    now: Timestamp,
) -> Result<(), Error> {
    let sealed = ceremony::seal(app, ACCOUNT, id.as_str(), &written(key)?)?;
    tx.run(
        "INSERT INTO passkeys_account (account_id, key_id, hash, kept, made_at) VALUES ($1, $2, $3, $4, $5)",
        args![account, id, hash(app, key.cred_id()), sealed, now],
    )?;
    Ok(())
}

/// Whether anybody has this key.
///
/// # Errors
/// A fault when the database says no.
pub fn is_known(tx: &mut Tx<'_>, app: &App, key: &Passkey) -> Result<bool, Fault> {
    let hash = hash(app, key.cred_id());
    let row = tx.row(
        "SELECT key_id FROM passkeys_person WHERE hash = $1 UNION SELECT key_id FROM passkeys_account WHERE hash = $2",
        args![hash.clone(), hash],
    )?;
    Ok(row.is_some())
}

/// Removes a person's key.
///
/// # Errors
/// A fault when the database says no.
pub fn remove_from_person(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<bool, Fault> {
    let gone = tx.run("DELETE FROM passkeys_person WHERE person_id = $1 AND key_id = $2", args![permit.person(), id])?;
    Ok(gone > 0)
}

/// Removes an account's key.
///
/// # Errors
/// A fault when the database says no.
pub fn remove_from_account(tx: &mut Tx<'_>, account: &AccountId, id: &RowId) -> Result<bool, Fault> {
    let gone = tx.run("DELETE FROM passkeys_account WHERE account_id = $1 AND key_id = $2", args![account, id])?;
    Ok(gone > 0)
}

/// Whose a key is, found by its hash before anybody is signed in.
#[derive(Clone, Debug)]
pub enum Owner {
    /// A person's.
    Person(PersonId),
    /// An employee's or a relative's.
    Account {
        /// Which.
        account: AccountId,
        /// In which role they come in.
        role: Role,
        /// When the key was made.
        made_at: Timestamp,
        /// Where the account stands.
        standing: Standing,
    },
}

/// The key with this hash, with whose it is.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, app: &App, hash: Vec<u8>) -> Result<Option<(RowId, Passkey, Owner)>, Error> {
    let row = tx.row(
        "SELECT k.key_id, k.kept, k.account_id, a.role, k.made_at, a.ended_at, a.doors_from
         FROM passkeys_account k JOIN account a ON a.account_id = k.account_id WHERE k.hash = $1",
        args![hash.clone()],
    )?;
    if let Some(row) = row {
        let id = row.parsed(0, RowId::parse)?;
        let key = ceremony::read(&ceremony::open(app, ACCOUNT, id.as_str(), row.blob(1)?)?)?;
        let owner = Owner::Account {
            account: row.parsed(2, AccountId::parse)?,
            role: row.parsed(3, Role::parse)?,
            made_at: row.time(4)?,
            standing: Standing { ended_at: row.time_or_null(5)?, doors_from: row.time_or_null(6)? },
        };
        return Ok(Some((id, key, owner)));
    }
    let row = tx.row(
        "SELECT k.key_id, k.kept, k.person_id FROM passkeys_person k JOIN person p ON p.person_id = k.person_id
         WHERE k.hash = $1 AND p.erased_at IS NULL",
        args![hash],
    )?;
    let Some(row) = row else { return Ok(None) };
    let (id, person) = (row.parsed(0, RowId::parse)?, row.parsed(2, PersonId::parse)?);
    // Without the person's key nothing of theirs can be read any more, this neither.
    let Some(own) = app.keys().find(&person)? else { return Ok(None) };
    let key = ceremony::read(&own.open(cell(&id), row.blob(1)?)?)?;
    Ok(Some((id, key, Owner::Person(person))))
}

/// Keeps a key as it is after it was used.
///
/// # Errors
/// A fault when the database says no.
pub fn used(tx: &mut Tx<'_>, app: &App, id: &RowId, key: &Passkey, owner: &Owner, now: Timestamp) -> Result<(), Error> {
    let text = written(key)?;
    match owner {
        Owner::Person(person) => {
            let own = app.keys().find(person)?.ok_or(Error::Missing)?;
            tx.run(
                "UPDATE passkeys_person SET kept = $1, used_at = $2 WHERE person_id = $3 AND key_id = $4",
                args![own.seal(cell(id), &text)?, now, person, id],
            )?;
        }
        Owner::Account { account, .. } => {
            tx.run(
                "UPDATE passkeys_account SET kept = $1, used_at = $2 WHERE account_id = $3 AND key_id = $4",
                args![ceremony::seal(app, ACCOUNT, id.as_str(), &text)?, now, account, id],
            )?;
        }
    }
    Ok(())
}

/// Removes tries that are over, and keys that open nothing: of accounts that have ended or were given new doors.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_old(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
    tx.run("DELETE FROM passkeys_ceremony WHERE until_at <= $1", args![now])?;
    tx.run("DELETE FROM passkeys_account WHERE account_id IN (SELECT account_id FROM account WHERE ended_at <= $1)", args![now])?;
    tx.run(
        "DELETE FROM passkeys_account WHERE EXISTS (SELECT a.account_id FROM account a
           WHERE a.account_id = passkeys_account.account_id AND a.doors_from > passkeys_account.made_at)",
        args![],
    )?;
    Ok(())
}
