//! What stands out among employees' looks, as counts: for the privacy contact, who then asks the employee.
//!
//! Nothing here is a score, and nothing here knows a name or what was read: a person is a number that leads nowhere without
//! their key. A count over a limit is a reason to ask and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use kernel::id::AccountId;
use kernel::time::{Day, Timestamp};
use platform::access::log::Counted;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::limits::Limits;

/// What stood out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// More persons in one day than the limit.
    ManyPersons,
    /// One person looked at again and again, and nothing written.
    SamePerson,
    /// Looks at night.
    Night,
    /// Tries that were denied.
    Denied,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::ManyPersons, Kind::SamePerson, Kind::Night, Kind::Denied];

    /// In rows, forms and wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::ManyPersons => "many-persons",
            Kind::SamePerson => "same-person",
            Kind::Night => "night",
            Kind::Denied => "denied",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// What one employee did with one person in one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Requests in which something was shown.
    pub looks: i64,
    /// Requests in which something was changed.
    pub changes: i64,
    /// Tries that were denied.
    pub denied: i64,
    /// Of the looks, those at night.
    pub night: i64,
}

/// Counts lines: by employee, day and person. A request that showed several persons is a list, which everyone must see to
/// find anybody, and is not counted as a look at each.
#[must_use]
pub fn tally(lines: &[Counted], limits: &Limits) -> BTreeMap<(AccountId, Day, String), Tally> {
    let mut subjects: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in lines {
        subjects.entry(&line.event).or_default().insert(&line.subject);
    }
    let mut seen = BTreeSet::new();
    let mut tallies: BTreeMap<(AccountId, Day, String), Tally> = BTreeMap::new();
    for line in lines {
        let is_list = subjects.get(line.event.as_str()).is_some_and(|subjects| subjects.len() > 1);
        let first = seen.insert((line.event.as_str(), line.subject.as_str(), line.outcome.as_str()));
        if !first || (is_list && line.outcome == "shown") {
            continue;
        }
        let tally = tallies.entry((line.account.clone(), line.at.day(), line.subject.clone())).or_default();
        match line.outcome.as_str() {
            "shown" => {
                tally.looks += 1;
                tally.night += i64::from(is_night(line.at, limits));
            }
            "denied" => tally.denied += 1,
            _ => tally.changes += 1,
        }
    }
    tallies
}

/// By the clock on the wall in Norway.
fn is_night(at: Timestamp, limits: &Limits) -> bool {
    let (hour, _) = at.clock().parts();
    hour >= limits.night_from || hour < limits.night_until
}

/// Adds counts to those that are there.
///
/// # Errors
/// A fault when the database says no.
pub fn add(tx: &mut Tx<'_>, account: &AccountId, day: Day, number: &str, tally: Tally) -> Result<(), Error> {
    tx.run(
        "INSERT INTO access_log_tally (account_id, day, number, looks, changes, denied, night)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (account_id, day, number) DO UPDATE SET looks = access_log_tally.looks + excluded.looks,
           changes = access_log_tally.changes + excluded.changes, denied = access_log_tally.denied + excluded.denied,
           night = access_log_tally.night + excluded.night",
        args![account, day, number, tally.looks, tally.changes, tally.denied, tally.night],
    )?;
    Ok(())
}

/// How far the count has come in the log.
///
/// # Errors
/// A fault when the database says no.
pub fn reached(tx: &mut Tx<'_>) -> Result<i64, Error> {
    let row = tx.row("SELECT position FROM access_log_reading WHERE name = 'tally'", &[])?;
    Ok(row.map_or(Ok(0), |row| row.int(0))?)
}

/// Keeps how far it has come.
///
/// # Errors
/// A fault when the database says no.
pub fn reach(tx: &mut Tx<'_>, position: i64) -> Result<(), Error> {
    tx.run(
        "INSERT INTO access_log_reading (name, position) VALUES ('tally', $1)
         ON CONFLICT (name) DO UPDATE SET position = excluded.position",
        args![position],
    )?;
    Ok(())
}

/// Takes away what is older than it is kept.
///
/// # Errors
/// A fault when the database says no.
pub fn forget(tx: &mut Tx<'_>, before: Day) -> Result<(), Error> {
    tx.run("DELETE FROM access_log_tally WHERE day < $1", args![before])?;
    tx.run("DELETE FROM access_log_spoken WHERE asked_at < $1", args![before.end()])?;
    Ok(())
}

/// Something that stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// By whom.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
    /// Their phone, to ask.
    pub phone: String,
    /// How many.
    pub count: i64,
    /// On which day, or towards which numbered person.
    pub about: String,
    /// When they were asked about it.
    pub spoken_at: Option<Timestamp>,
}

/// What stands out since a day, by employee: of each kind at most a hundred, those with the highest counts.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, limits: &Limits, since: Day) -> Result<Vec<Finding>, Error> {
    let mut counted = Vec::new();
    for (kind, rows) in [
        (Kind::ManyPersons, tx.rows(MANY_PERSONS, args![since, limits.day_persons])?),
        (Kind::SamePerson, tx.rows(SAME_PERSON, args![since, limits.same_person])?),
        (Kind::Night, tx.rows(NIGHT, args![since, limits.outside_hours])?),
        (Kind::Denied, tx.rows(DENIED, args![since, limits.denied_tries])?),
    ] {
        for row in &rows {
            counted.push((kind, row.parsed(0, AccountId::parse)?, row.text(1)?.to_owned(), row.int(2)?));
        }
    }
    let mut found = Vec::new();
    for (kind, account, about, count) in counted {
        let who = tx.row(
            "SELECT a.name, COALESCE(o.name, ''), a.phone, s.asked_at
             FROM account a
             LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
             LEFT JOIN access_log_spoken s ON s.account_id = a.account_id AND s.kind = $1
             WHERE a.account_id = $2 AND a.organisation_id IS NOT NULL",
            args![kind.key(), &account],
        )?;
        if let Some(row) = who {
            found.push(finding(&row, kind, account, about, count)?);
        }
    }
    found.sort_by(|a, b| (&a.name, &a.account).cmp(&(&b.name, &b.account)));
    Ok(found)
}

fn finding(row: &Row, kind: Kind, account: AccountId, about: String, count: i64) -> Result<Finding, Fault> {
    Ok(Finding {
        kind,
        account,
        name: row.text(0)?.to_owned(),
        organisation_name: row.text(1)?.to_owned(),
        phone: row.text(2)?.to_owned(),
        count,
        about,
        spoken_at: row.time_or_null(3)?,
    })
}

const MANY_PERSONS: &str = "SELECT account_id, day, CAST(count(number) AS BIGINT) AS persons FROM access_log_tally
     WHERE day >= $1 AND looks > 0 GROUP BY account_id, day HAVING count(number) > $2
     ORDER BY persons DESC, account_id, day LIMIT 100";

const SAME_PERSON: &str = "SELECT account_id, number, CAST(sum(looks) AS BIGINT) AS looks FROM access_log_tally
     WHERE day >= $1 GROUP BY account_id, number HAVING CAST(sum(looks) AS BIGINT) > $2
       AND CAST(sum(changes) AS BIGINT) = 0
     ORDER BY looks DESC, account_id, number LIMIT 100";

const NIGHT: &str = "SELECT account_id, '' AS about, CAST(sum(night) AS BIGINT) AS looks FROM access_log_tally
     WHERE day >= $1 GROUP BY account_id HAVING CAST(sum(night) AS BIGINT) > $2
     ORDER BY looks DESC, account_id LIMIT 100";

const DENIED: &str = "SELECT account_id, '' AS about, CAST(sum(denied) AS BIGINT) AS tries FROM access_log_tally
     WHERE day >= $1 GROUP BY account_id HAVING CAST(sum(denied) AS BIGINT) > $2
     ORDER BY tries DESC, account_id LIMIT 100";

/// Notes that the employee has been asked about it.
///
/// # Errors
/// A fault when the database says no.
pub fn spoken(tx: &mut Tx<'_>, account: &AccountId, kind: Kind, by: &AccountId, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO access_log_spoken (account_id, kind, asked_at, asked_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, kind) DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by",
        args![account, kind.key(), now, by],
    )?;
    Ok(())
}
