//! Who decides: the welfare office, who is on duty there, and the numbers it works by. Nothing here is about a person.

use kernel::capacity;
use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::args;
use platform::dated::Numbers;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

/// The numbers that hold today.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Days after the day it was asked on which it must be decided: nought is the same day.
    pub decide_days: i32,
    /// Weeks in which one can complain.
    pub complaint_weeks: i32,
    /// Months a temporary place should not last longer than.
    pub stay_months: i32,
    /// Days before that on which the holder is told.
    pub warn_days: i32,
    /// A break up to so many days does not start the count anew.
    pub gap_days: i32,
    /// For how long a number of free places holds.
    pub ages: capacity::Limits,
    /// Days somebody who has not said who they are is kept.
    pub kept_days: i64,
}

/// The numbers that hold today. One that is missing is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn limits(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM tonight_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    let ages = capacity::Limits::new(numbers.find("ageing-minutes")?, numbers.find("grey-minutes")?);
    Ok(Limits {
        decide_days: numbers.find("decide-days")?,
        complaint_weeks: numbers.find("complaint-weeks")?,
        stay_months: numbers.find("stay-months")?,
        warn_days: numbers.find("stay-warn-days")?,
        gap_days: numbers.find("series-gap-days")?,
        ages: ages.ok_or_else(|| Error::fault("the ages of a number of places cannot be meant"))?,
        kept_days: numbers.find("kept-days")?,
    })
}

impl Limits {
    /// The end of the day on which something asked now must be decided.
    #[must_use]
    pub fn decide_by(&self, asked: Timestamp) -> Timestamp {
        asked.day().plus(self.decide_days).end()
    }
}

/// A caseworker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caseworker {
    /// Account.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// Own phone, or the office's.
    pub phone: String,
}

/// The office that decides in a municipality, and who holds what comes in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The office.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its phone.
    pub phone: String,
    /// Who holds it from the first second.
    pub holder: Caseworker,
    /// Whether they have said that they are on duty, or hold it because nobody has.
    pub on_duty: bool,
}

/// Who decides now in the municipality this house is run for: whoever is on duty, else the one who was set to hold what nobody
/// holds, else the first caseworker there is. Nothing only where no caseworker works at all.
///
/// # Errors
/// A fault when the database says no.
pub fn deciding(tx: &mut Tx<'_>, municipality: &str, now: Timestamp) -> Result<Option<Deciding>, Error> {
    let rows = tx.rows(
        "SELECT o.organisation_id, o.name, o.phone, a.account_id, a.name, a.phone,
           (SELECT max(d.from_at) FROM tonight_duty d
            WHERE d.organisation_id = o.organisation_id AND d.account_id = a.account_id
              AND d.from_at <= $1 AND d.until_at > $2) AS on_duty_from,
           CASE WHEN k.default_account_id = a.account_id THEN 0 ELSE 1 END AS second_choice
         FROM organisation o
         JOIN account a ON a.organisation_id = o.organisation_id
         LEFT JOIN tonight_desk k ON k.municipality = $3
         WHERE a.role = 'nav' AND (a.ended_at IS NULL OR a.ended_at > $4)
           AND (k.organisation_id IS NULL OR k.organisation_id = o.organisation_id)
         ORDER BY on_duty_from DESC NULLS LAST, second_choice, o.organisation_id NULLS LAST, a.account_id LIMIT 1",
        args![now, now, municipality, now],
    )?;
    Ok(rows.first().map(read).transpose()?)
}

fn read(row: &Row) -> Result<Deciding, Fault> {
    Ok(Deciding {
        organisation: row.parsed(0, OrganisationId::parse)?,
        name: row.text(1)?.to_owned(),
        phone: row.text(2)?.to_owned(),
        holder: caseworker(row, 3, 2)?,
        on_duty: row.text_or_null(6)?.is_some(),
    })
}

/// The one in these columns: account, name, phone; with the office's phone where they have none.
pub(super) fn caseworker(row: &Row, first: usize, office_phone: usize) -> Result<Caseworker, Fault> {
    let own = row.text_or_null(first + 2)?.filter(|phone| !phone.is_empty());
    Ok(Caseworker {
        account: row.parsed(first, AccountId::parse)?,
        name: row.text_or_null(first + 1)?.unwrap_or_default().to_owned(),
        phone: own.map_or_else(|| row.text(office_phone), Ok)?.to_owned(),
    })
}

/// Says who holds what nobody is on duty for.
///
/// # Errors
/// A fault when the database says no.
pub fn set_default(tx: &mut Tx<'_>, municipality: &str, organisation: &OrganisationId, account: &AccountId) -> Result<(), Error> {
    tx.run(
        "INSERT INTO tonight_desk (municipality, organisation_id, default_account_id) VALUES ($1, $2, $3)
         ON CONFLICT (municipality) DO UPDATE SET organisation_id = excluded.organisation_id,
           default_account_id = excluded.default_account_id",
        args![municipality, organisation, account],
    )?;
    Ok(())
}

/// Somebody is on duty until then. Whoever was before is relieved.
///
/// # Errors
/// A fault when the database says no.
pub fn go_on_duty(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    account: &AccountId,
    now: Timestamp,
    until: Timestamp,
) -> Result<(), Error> {
    go_off_duty(tx, organisation, now)?;
    tx.run(
        "INSERT INTO tonight_duty (organisation_id, account_id, from_at, until_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, account_id, from_at) DO UPDATE SET until_at = excluded.until_at",
        args![organisation, account, now, until],
    )?;
    Ok(())
}

/// Nobody is on duty from now on: what comes in is held by the default.
///
/// # Errors
/// A fault when the database says no.
pub fn go_off_duty(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE tonight_duty SET until_at = $1 WHERE organisation_id = $2 AND until_at > $3", args![now, organisation, now])?;
    Ok(())
}
