//! Who answers: rows that the municipality sets. Nothing here is about a person who asks.

use kernel::access::{Aspect, Decision, Situation, decide};
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::{Clock, Timestamp};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::help_requests::choices::Need;
use crate::help_requests::promise::{Hours, Opening, Promise};
use crate::help_requests::rules::{Holder, Next, Refusal};

/// An organisation that answers requests for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    /// Which.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Who holds what comes in when nobody is on duty.
    pub default_account: AccountId,
    /// Within how many opening minutes it answers.
    pub promise_minutes: i64,
    /// Where one can come by, in its own words; nothing when one cannot.
    pub place: Option<String>,
    /// When it is open.
    pub hours: Hours,
}

/// A place one can come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose.
    pub organisation: OrganisationId,
    /// What it is called.
    pub name: String,
}

/// A colleague who can be given a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub account: AccountId,
    /// Name.
    pub name: String,
}

/// The organisation that answers this need here.
///
/// # Errors
/// A fault when the database says no.
pub fn for_need(tx: &mut Tx<'_>, municipality: &str, need: Need) -> Result<Option<OrganisationId>, Fault> {
    let row = tx.row(
        "SELECT organisation_id FROM help_requests_route WHERE municipality = $1 AND need = $2",
        args![municipality, need.key()],
    )?;
    row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()
}

/// How an organisation answers.
///
/// # Errors
/// A fault when the database says no.
pub fn answering(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Option<Answering>, Fault> {
    let row = tx.row(
        "SELECT o.name, d.default_account_id, d.promise_minutes, d.place
         FROM help_requests_desk d JOIN organisation o ON o.organisation_id = d.organisation_id
         WHERE d.organisation_id = $1",
        args![organisation],
    )?;
    let Some(row) = row else { return Ok(None) };
    let hours = tx.rows(
        "SELECT weekday, opens_minute, closes_minute FROM help_requests_hours WHERE organisation_id = $1
         ORDER BY weekday, opens_minute",
        args![organisation],
    )?;
    Ok(Some(Answering {
        organisation: organisation.clone(),
        name: row.text(0)?.to_owned(),
        default_account: row.parsed(1, AccountId::parse)?,
        promise_minutes: row.int(2)?,
        place: row.text_or_null(3)?.map(str::to_owned),
        hours: Hours(hours.iter().map(opening).collect::<Result<_, Fault>>()?),
    }))
}

fn opening(row: &Row) -> Result<Opening, Fault> {
    let minutes = |at| Ok::<_, Fault>(Clock::from_minutes(u16::try_from(row.int(at)?).unwrap_or(0)));
    Ok(Opening { weekday: i8::try_from(row.int(0)?).unwrap_or(0), opens: minutes(1)?, closes: minutes(2)? })
}

/// Places one can come by here, by name.
///
/// # Errors
/// A fault when the database says no.
pub fn places(tx: &mut Tx<'_>, municipality: &str) -> Result<Vec<Place>, Fault> {
    let rows = tx.rows(
        "SELECT organisation_id, place FROM help_requests_desk
         WHERE municipality = $1 AND place IS NOT NULL ORDER BY place, organisation_id",
        args![municipality],
    )?;
    rows.iter()
        .map(|row| Ok(Place { organisation: row.parsed(0, OrganisationId::parse)?, name: row.text(1)?.to_owned() }))
        .collect()
}

/// The other organisations that a request can be given to, by name.
///
/// # Errors
/// A fault when the database says no.
pub fn others(tx: &mut Tx<'_>, mine: &OrganisationId) -> Result<Vec<(OrganisationId, String)>, Fault> {
    let rows = tx.rows(
        "SELECT o.organisation_id, o.name FROM help_requests_desk d
         JOIN organisation o ON o.organisation_id = d.organisation_id
         WHERE o.organisation_id <> $1 ORDER BY o.name, o.organisation_id",
        args![mine],
    )?;
    rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.text(1)?.to_owned()))).collect()
}

/// Those in an organisation who may answer, by name.
///
/// # Errors
/// A fault when the database says no.
pub fn colleagues(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<Vec<Colleague>, Fault> {
    let rows = tx.rows(
        "SELECT account_id, name, role FROM account
         WHERE organisation_id = $1 AND (ended_at IS NULL OR ended_at > $2) ORDER BY name, account_id",
        args![organisation, now],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        if may_answer(row.parsed(2, Role::parse)?) {
            found.push(Colleague { account: row.parsed(0, AccountId::parse)?, name: row.text(1)?.to_owned() });
        }
    }
    Ok(found)
}

/// Whether this role may read what their own organisation has been asked: the access decision's own answer.
#[must_use]
pub fn may_answer(role: Role) -> bool {
    let served = Situation { relation: kernel::access::Relation::Serving, written_here: true, ..Situation::NOBODY };
    matches!(decide(role, Class::Welfare, None, Aspect::Content, &served), Decision::Permit(_))
}

/// Whether this account is on duty in its organisation now.
///
/// # Errors
/// A fault when the database says no.
pub fn is_on_duty(tx: &mut Tx<'_>, holder: &Holder, now: Timestamp) -> Result<bool, Fault> {
    let row = tx.row(
        "SELECT account_id FROM help_requests_duty
         WHERE organisation_id = $1 AND account_id = $2 AND from_at <= $3 AND until_at > $4",
        args![&holder.organisation, &holder.account, now, now],
    )?;
    Ok(row.is_some())
}

/// Who holds what comes in now: whoever is on duty and holds fewest, else the default, else anyone who may answer. Always
/// a named account that has not ended, or a refusal before anything is promised.
///
/// # Errors
/// [`Refusal::NobodyAnswers`] or a fault.
pub fn holder_now(tx: &mut Tx<'_>, desk: &Answering, now: Timestamp) -> Result<Holder, Error> {
    let able = colleagues(tx, &desk.organisation, now)?;
    let on_duty = tx.rows(
        "SELECT d.account_id, count(r.request_id) FROM help_requests_duty d
         LEFT JOIN help_requests_request r ON r.holder_id = d.account_id AND r.state IN ('waiting', 'taken')
         WHERE d.organisation_id = $1 AND d.from_at <= $2 AND d.until_at > $3
         GROUP BY d.account_id ORDER BY count(r.request_id), d.account_id",
        args![&desk.organisation, now, now],
    )?;
    let on_duty: Vec<AccountId> = on_duty.iter().map(|row| row.parsed(0, AccountId::parse)).collect::<Result<_, Fault>>()?;
    let is_able = |account: &&AccountId| able.iter().any(|colleague| colleague.account == **account);
    let account = on_duty
        .iter()
        .chain([&desk.default_account])
        .find(is_able)
        .or_else(|| able.first().map(|colleague| &colleague.account))
        .ok_or_else(|| Error::refused(&Refusal::NobodyAnswers))?;
    Ok(Holder { organisation: desk.organisation.clone(), account: account.clone() })
}

/// What this organisation would promise somebody who asks now, and who would hold it.
///
/// # Errors
/// [`Refusal::NobodyAnswers`] or a fault.
pub fn next(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<(Answering, Next), Error> {
    let nobody = || Error::refused(&Refusal::NobodyAnswers);
    let desk = answering(tx, organisation)?.ok_or_else(nobody)?;
    let promise: Promise = desk.hours.promise(now, desk.promise_minutes).ok_or_else(nobody)?;
    let on_duty = holder_now(tx, &desk, now)?;
    Ok((desk, Next { on_duty, promise }))
}

/// Sets how an organisation answers; for the set-up page and the demo city.
///
/// # Errors
/// A fault when the database says no.
pub fn set_up(tx: &mut Tx<'_>, municipality: &str, desk: &Answering, needs: &[Need]) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO help_requests_desk (organisation_id, municipality, default_account_id, promise_minutes, place)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation_id) DO UPDATE SET municipality = excluded.municipality,
           default_account_id = excluded.default_account_id, promise_minutes = excluded.promise_minutes,
           place = excluded.place",
        args![&desk.organisation, municipality, &desk.default_account, desk.promise_minutes, desk.place.as_deref(),],
    )?;
    tx.run("DELETE FROM help_requests_hours WHERE organisation_id = $1", args![&desk.organisation])?;
    for opening in &desk.hours.0 {
        tx.run(
            "INSERT INTO help_requests_hours (organisation_id, weekday, opens_minute, closes_minute)
             VALUES ($1, $2, $3, $4)",
            args![
                &desk.organisation,
                i64::from(opening.weekday),
                i64::from(opening.opens.minutes()),
                i64::from(opening.closes.minutes()),
            ],
        )?;
    }
    for need in needs {
        tx.run(
            "INSERT INTO help_requests_route (municipality, need, organisation_id) VALUES ($1, $2, $3)
             ON CONFLICT (municipality, need) DO UPDATE SET organisation_id = excluded.organisation_id",
            args![municipality, need.key(), &desk.organisation],
        )?;
    }
    Ok(())
}

/// Puts somebody on duty.
///
/// # Errors
/// A fault when the database says no.
pub fn put_on_duty(tx: &mut Tx<'_>, holder: &Holder, from: Timestamp, until: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO help_requests_duty (organisation_id, account_id, from_at, until_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, account_id, from_at) DO UPDATE SET until_at = excluded.until_at",
        args![&holder.organisation, &holder.account, from, until],
    )?;
    Ok(())
}

/// How many desks there are, and the names of those at which nobody would hold what comes in now: for `varde doctor`.
///
/// # Errors
/// A fault when the database says no.
pub fn without_holder(tx: &mut Tx<'_>, now: Timestamp) -> Result<(usize, Vec<String>), Error> {
    let rows = tx.rows(
        "SELECT d.organisation_id, o.name FROM help_requests_desk d
         JOIN organisation o ON o.organisation_id = d.organisation_id ORDER BY o.name, d.organisation_id",
        &[],
    )?;
    let mut empty = Vec::new();
    for row in &rows {
        let desk = answering(tx, &row.parsed(0, OrganisationId::parse)?)?;
        let held = desk.map(|desk| holder_now(tx, &desk, now)).transpose();
        match held {
            Ok(Some(_)) => {}
            Err(Error::Fault(fault)) => return Err(Error::Fault(fault)),
            Ok(None) | Err(_) => empty.push(row.text(1)?.to_owned()),
        }
    }
    Ok((rows.len(), empty))
}
