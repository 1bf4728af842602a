//! Who holds what comes in at the housing service, and the numbers it works by. Nothing here is about a person.

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
    /// Days an offer stands before somebody calls.
    pub answer_days: i32,
    /// Days between visits where nothing else is agreed.
    pub visit_days: i32,
    /// Days in which a warning is met.
    pub help_days: i32,
    /// For how long a home that stands free is believed to do so.
    pub ages: capacity::Limits,
}

/// The numbers that hold today. One that is missing is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn limits(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM housing_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    let ages = capacity::Limits::new(numbers.find("ageing-minutes")?, numbers.find("grey-minutes")?);
    Ok(Limits {
        answer_days: numbers.find("answer-days")?,
        visit_days: numbers.find("visit-days")?,
        help_days: numbers.find("help-days")?,
        ages: ages.ok_or_else(|| Error::fault("the ages of a free home cannot be meant"))?,
    })
}

/// Somebody who works there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Account.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// Own phone, or the service's.
    pub phone: String,
}

/// The housing service of a municipality, and who holds what comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Who holds what comes in.
    pub holder: Worker,
}

/// The service: its own default, else the first who works there. Nothing only where nobody does.
///
/// # Errors
/// A fault when the database says no.
pub fn service(tx: &mut Tx<'_>, municipality: &str, now: Timestamp) -> Result<Option<Service>, Error> {
    let rows = tx.rows(
        "SELECT o.organisation_id, o.name, o.phone, a.account_id, a.name, a.phone,
           CASE WHEN k.default_account_id = a.account_id THEN 0 ELSE 1 END AS second_choice
         FROM organisation o
         JOIN account a ON a.organisation_id = o.organisation_id
         LEFT JOIN housing_desk k ON k.municipality = $1
         WHERE a.role = 'housing' AND (a.ended_at IS NULL OR a.ended_at > $2)
           AND (k.organisation_id IS NULL OR k.organisation_id = o.organisation_id)
         ORDER BY second_choice, o.organisation_id NULLS LAST, a.account_id LIMIT 1",
        args![municipality, now],
    )?;
    let read = |row: &Row| -> Result<Service, Fault> {
        Ok(Service {
            organisation: row.parsed(0, OrganisationId::parse)?,
            name: row.text(1)?.to_owned(),
            holder: worker(row, 3, 2)?,
        })
    };
    Ok(rows.first().map(read).transpose()?)
}

/// The one in these columns: account, name, phone; with the service's phone where they have none.
pub(super) fn worker(row: &Row, first: usize, office_phone: usize) -> Result<Worker, Fault> {
    let own = row.text_or_null(first + 2)?.filter(|phone| !phone.is_empty());
    Ok(Worker {
        account: row.parsed(first, AccountId::parse)?,
        name: row.text_or_null(first + 1)?.unwrap_or_default().to_owned(),
        phone: own.map_or_else(|| row.text(office_phone), Ok)?.to_owned(),
    })
}

/// Says who holds what comes in.
///
/// # Errors
/// A fault when the database says no.
pub fn set_default(tx: &mut Tx<'_>, municipality: &str, organisation: &OrganisationId, account: &AccountId) -> Result<(), Error> {
    tx.run(
        "INSERT INTO housing_desk (municipality, organisation_id, default_account_id) VALUES ($1, $2, $3)
         ON CONFLICT (municipality) DO UPDATE SET organisation_id = excluded.organisation_id,
           default_account_id = excluded.default_account_id",
        args![municipality, organisation, account],
    )?;
    Ok(())
}
