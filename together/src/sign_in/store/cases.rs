//! Ways back in: who began, who has spoken for the person, how it stands.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::sign_in::rules::{CASE_S, Case, Helper, Proof};

/// Whom a case is about, as whoever began it searched: there may be nobody.
///
/// # Errors
/// A fault when the database says no.
pub fn whose(tx: &mut Tx<'_>, case: &RowId) -> Result<Option<PersonId>, Fault> {
    let row = tx.row("SELECT person_id FROM sign_in_case WHERE case_id = $1", args![case])?;
    row.map(|row| row.parsed(0, PersonId::parse)).transpose()
}

/// Begins a case.
///
/// # Errors
/// A fault when the database says no.
pub fn begin(
    tx: &mut Tx<'_>,
    person: &PersonId,
    id: &RowId,
    by: (&AccountId, &OrganisationId),
    now: Timestamp,
) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO sign_in_case (person_id, case_id, account_id, organisation_id, started_at, tries)
         VALUES ($1, $2, $3, $4, $5, 0)",
        args![person, id, by.0, by.1, now],
    )?;
    Ok(())
}

/// A case as it stands.
///
/// # Errors
/// [`Error::Missing`] when there is none, or a fault.
pub fn load(tx: &mut Tx<'_>, person: &PersonId, id: &RowId) -> Result<Case, Error> {
    let row = tx.row(
        "SELECT account_id, organisation_id, started_at, tries, proof, proven_at, done_at FROM sign_in_case
         WHERE person_id = $1 AND case_id = $2",
        args![person, id],
    )?;
    let row = row.ok_or(Error::Missing)?;
    let proof = row.parsed_or_null(4, Proof::parse)?;
    Ok(Case {
        begun_by: row.parsed(0, AccountId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        started_at: row.time(2)?,
        tries: row.int(3)?,
        spoken: spoken(tx, person, id)?,
        proof: proof.zip(row.time_or_null(5)?),
        done_at: row.time_or_null(6)?,
    })
}

fn spoken(tx: &mut Tx<'_>, person: &PersonId, id: &RowId) -> Result<Vec<(Helper, Timestamp)>, Fault> {
    let rows = tx.rows(
        "SELECT v.account_id, a.organisation_id, a.name, a.hpr_number, v.spoken_at FROM sign_in_vouch v
         JOIN account a ON a.account_id = v.account_id
         WHERE v.person_id = $1 AND v.case_id = $2 ORDER BY v.spoken_at, v.account_id",
        args![person, id],
    )?;
    rows.iter().map(|row| Ok((helper(row)?, row.time(4)?))).collect()
}

fn helper(row: &Row) -> Result<Helper, Fault> {
    Ok(Helper {
        account: row.parsed(0, AccountId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        name: row.text(2)?.to_owned(),
        hpr_number: row.text_or_null(3)?.map(str::to_owned),
        is_contact: false,
    })
}

/// An employee as a helper, while their account runs.
///
/// # Errors
/// A fault when the database says no.
pub fn as_helper(tx: &mut Tx<'_>, account: &AccountId, now: Timestamp) -> Result<Option<Helper>, Fault> {
    let row = tx.row(
        "SELECT account_id, organisation_id, name, hpr_number FROM account
         WHERE account_id = $1 AND organisation_id IS NOT NULL AND (ended_at IS NULL OR ended_at > $2)",
        args![account, now],
    )?;
    row.as_ref().map(helper).transpose()
}

/// One more try stands.
///
/// # Errors
/// A fault when the database says no.
pub fn count_try(tx: &mut Tx<'_>, person: &PersonId, id: &RowId) -> Result<(), Fault> {
    tx.run("UPDATE sign_in_case SET tries = tries + 1 WHERE person_id = $1 AND case_id = $2", args![person, id])?;
    Ok(())
}

/// It has been shown who they are.
///
/// # Errors
/// A fault when the database says no.
pub fn prove(tx: &mut Tx<'_>, person: &PersonId, id: &RowId, proof: Proof, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "UPDATE sign_in_case SET proof = $1, proven_at = $2
         WHERE person_id = $3 AND case_id = $4 AND proof IS NULL",
        args![proof.key(), now, person, id],
    )?;
    Ok(())
}

/// A door has been opened with it.
///
/// # Errors
/// A fault when the database says no.
pub fn finish(tx: &mut Tx<'_>, person: &PersonId, id: &RowId, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "UPDATE sign_in_case SET done_at = $1 WHERE person_id = $2 AND case_id = $3 AND done_at IS NULL",
        args![now, person, id],
    )?;
    Ok(())
}

/// Somebody speaks for the person, with the reason they wrote. Speaking again after it has run out begins anew. Where there
/// is nobody to speak for, the row stands all the same, without words, so that both look alike.
///
/// # Errors
/// A fault when the database says no.
pub fn speak(
    tx: &mut Tx<'_>,
    person: &PersonId,
    id: &RowId,
    by: (&AccountId, Option<&Permit>, &str),
    now: Timestamp,
) -> Result<(), Error> {
    let (account, permit, reason) = by;
    let row = format!("{id} {account}");
    let sealed = permit.map(|permit| permit.seal(Cell::new("sign_in_vouch", &row, "reason"), reason)).transpose()?;
    tx.run(
        "INSERT INTO sign_in_vouch (person_id, case_id, account_id, reason, spoken_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id, case_id, account_id) DO UPDATE
           SET reason = excluded.reason, spoken_at = excluded.spoken_at",
        args![person, id, account, sealed, now],
    )?;
    Ok(())
}

/// Cases in which somebody has spoken and one more is needed, that this employee could speak in: at the same place, or as
/// the named contact. Ids only.
///
/// # Errors
/// A fault when the database says no.
pub fn asking(
    tx: &mut Tx<'_>,
    me: &AccountId,
    organisation: &OrganisationId,
    now: Timestamp,
) -> Result<Vec<(PersonId, RowId)>, Fault> {
    let since = now.plus_s(-CASE_S);
    let rows = tx.rows(
        "SELECT c.person_id, c.case_id AS case_id, c.started_at AS started_at FROM sign_in_case c
         JOIN sign_in_vouch v ON v.person_id = c.person_id AND v.case_id = c.case_id
         WHERE c.organisation_id = $1 AND c.started_at > $2 AND c.proven_at IS NULL AND c.done_at IS NULL
           AND v.account_id <> $3
         UNION
         SELECT c.person_id, c.case_id AS case_id, c.started_at AS started_at FROM sign_in_case c
         JOIN sign_in_vouch v ON v.person_id = c.person_id AND v.case_id = c.case_id
         JOIN access_relation r ON r.person_id = c.person_id
         WHERE r.account_id = $4 AND r.kind = 'contact' AND r.ended_at IS NULL
           AND (r.until_at IS NULL OR r.until_at > $5)
           AND c.started_at > $6 AND c.proven_at IS NULL AND c.done_at IS NULL AND v.account_id <> $7
         ORDER BY started_at, case_id LIMIT 20",
        args![organisation, since, me, me, now, since, me],
    )?;
    rows.iter().map(|row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?))).collect()
}
