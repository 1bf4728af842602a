//! The grant: who may see which areas, why and until when. Rows only; the rules are the part `consents`'.

use kernel::area::Areas;
use kernel::id::{AccountId, GrantId, OrganisationId};
use kernel::language::Language;
use kernel::time::Timestamp;

use super::facts::{Receiver, subject_and_bond};
use super::permit::Permit;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::Error;
use crate::keys::Cell;

/// One grant as the person gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// The one employee or relative it is for.
    pub account: Option<AccountId>,
    /// Or the organisation.
    pub organisation: Option<OrganisationId>,
    /// What the person calls the receiver, where there is no account name to show.
    pub receiver_name: Option<String>,
    /// Which areas.
    pub areas: Areas,
    /// Why, as a wording key that the receiver's service has set.
    pub why: String,
    /// Which version of the text the person said yes to.
    pub text_version: String,
    /// In which language.
    pub language: Language,
    /// How it was given: `signed-in`, `kiosk`, `with-staff`.
    pub form: String,
    /// It also ends when the organisation no longer serves the person.
    pub while_serving: bool,
    /// When.
    pub given_at: Timestamp,
    /// Until when; every grant has an end.
    pub until_at: Timestamp,
    /// When the person ended it.
    pub ended_at: Option<Timestamp>,
}

/// Every grant this person has given, newest first.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn all(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Grant>, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT grant_id, account_id, organisation_id, receiver_name, areas, why, text_version, language, form, given_at,
           until_at, ended_at, while_serving
         FROM access_grant WHERE person_id = $1 ORDER BY given_at DESC, grant_id",
        args![own.person()],
    )?;
    rows.iter().map(|row| read(own, row)).collect()
}

fn read(own: &Permit, row: &Row) -> Result<Grant, Error> {
    let id = row.parsed(0, GrantId::parse)?;
    let receiver_name = own.open_or_null(Cell::new("access_grant", id.as_str(), "receiver_name"), row.blob_or_null(3)?)?;
    Ok(Grant {
        account: row.parsed_or_null(1, AccountId::parse)?,
        organisation: row.parsed_or_null(2, OrganisationId::parse)?,
        receiver_name,
        areas: Areas::from_bits(row.int(4)?),
        why: row.text(5)?.to_owned(),
        text_version: row.text(6)?.to_owned(),
        language: row.parsed(7, Language::parse)?,
        form: row.text(8)?.to_owned(),
        given_at: row.time(9)?,
        until_at: row.time(10)?,
        ended_at: row.time_or_null(11)?,
        while_serving: row.text_or_null(12)?.is_some(),
        id,
    })
}

/// Writes a new grant.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn give(tx: &mut Tx<'_>, own: &Permit, grant: &Grant) -> Result<(), Error> {
    must_be_own(own)?;
    let cell = Cell::new("access_grant", grant.id.as_str(), "receiver_name");
    let name = grant.receiver_name.as_deref().map(|name| own.seal(cell, name)).transpose()?;
    tx.add(
        "INSERT INTO access_grant (person_id, grant_id, account_id, organisation_id, receiver_name, areas, why,
           text_version, language, form, given_at, until_at, while_serving)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            own.person(),
            &grant.id,
            grant.account.as_ref().map(AccountId::as_str),
            grant.organisation.as_ref().map(OrganisationId::as_str),
            name,
            grant.areas.bits(),
            grant.why.as_str(),
            grant.text_version.as_str(),
            grant.language.code(),
            grant.form.as_str(),
            grant.given_at,
            grant.until_at,
            grant.while_serving.then_some("while-serving"),
        ],
    )?;
    Ok(())
}

/// Ends a running grant now. False when it had ended already.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn end(tx: &mut Tx<'_>, own: &Permit, grant: &GrantId, now: Timestamp) -> Result<bool, Error> {
    must_be_own(own)?;
    let ended = tx.run(
        "UPDATE access_grant SET ended_at = $1 WHERE person_id = $2 AND grant_id = $3 AND ended_at IS NULL",
        args![now, own.person(), grant],
    )?;
    Ok(ended > 0)
}

/// The organisation a grant is for gives it up: it has said no to what it was given for. False when it had ended already, or
/// is another's. It only ever closes, so it asks for no yes.
///
/// # Errors
/// A fault when the database says no.
pub fn give_up(
    tx: &mut Tx<'_>,
    permit: &Permit,
    receiver: &OrganisationId,
    grant: &GrantId,
    now: Timestamp,
) -> Result<bool, Error> {
    let ended = tx.run(
        "UPDATE access_grant SET ended_at = $1
         WHERE person_id = $2 AND grant_id = $3 AND organisation_id = $4 AND ended_at IS NULL",
        args![now, permit.person(), grant, receiver],
    )?;
    Ok(ended > 0)
}

/// Whether this receiver once had a grant and has none now: all that whoever was shared with is told.
///
/// # Errors
/// A fault when the database says no.
pub fn has_ended(tx: &mut Tx<'_>, permit: &Permit, receiver: &Receiver, now: Timestamp) -> Result<bool, Error> {
    let found = subject_and_bond(tx, permit.person(), receiver, now)?;
    Ok(found.is_some_and(|(_, tied)| tied.only_ended_grants()))
}

pub(super) fn must_be_own(own: &Permit) -> Result<(), Error> {
    if own.is_own() { Ok(()) } else { Err(Error::Denied(kernel::access::Reason::NotShared)) }
}

/// A grant that has ended or run out is of no more use to the receiver than none.
#[must_use]
pub fn is_running(grant: &Grant, now: Timestamp) -> bool {
    grant.ended_at.is_none() && grant.given_at <= now && now < grant.until_at
}
