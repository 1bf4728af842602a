//! Relations: which organisation serves the person, and who in it holds which duty. Rows only; the rules are `team`'s.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::time::Timestamp;

use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};

/// What somebody is to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// The organisation serves or treats the person.
    Serving,
    /// The coordinator.
    Coordinator,
    /// The responsible professional: contact doctor, GP or the like.
    Responsible,
    /// Stands in for the responsible professional, with dates.
    Substitute,
    /// The person's own contact: first name and phone on every page.
    Contact,
}

impl Duty {
    /// All duties.
    pub const ALL: [Duty; 5] = [Duty::Serving, Duty::Coordinator, Duty::Responsible, Duty::Substitute, Duty::Contact];

    /// As stored, and in the wording (`duty-coordinator`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Duty::Serving => "serving",
            Duty::Coordinator => "coordinator",
            Duty::Responsible => "responsible",
            Duty::Substitute => "substitute",
            Duty::Contact => "contact",
        }
    }

    /// The duty with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Duty> {
        Duty::ALL.into_iter().find(|duty| duty.key() == key)
    }
}

/// One relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Who in it; nothing for the organisation as a whole.
    pub account: Option<AccountId>,
    /// Their name.
    pub name: Option<String>,
    /// Their phone, or the organisation's.
    pub phone: String,
    /// The account has ended, so the duty is vacant.
    pub account_ended: bool,
    /// What they are to the person.
    pub duty: Duty,
    /// From when.
    pub from_at: Timestamp,
    /// Until when, if an end was set.
    pub until_at: Option<Timestamp>,
}

/// A relation to be made.
#[derive(Clone, Debug)]
pub struct NewRelation {
    /// Random id.
    pub id: String,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Who in it.
    pub account: Option<AccountId>,
    /// What they are to the person.
    pub duty: Duty,
    /// From when.
    pub from_at: Timestamp,
    /// Until when.
    pub until_at: Option<Timestamp>,
}

/// The relations that run now, by duty and then by age.
///
/// # Errors
/// A fault when the database says no.
pub fn running(tx: &mut Tx<'_>, permit: &Permit, now: Timestamp) -> Result<Vec<Relation>, Error> {
    let rows = tx.rows(
        "SELECT r.relation_id, r.organisation_id, o.name, r.account_id, a.name, a.phone, o.phone, a.ended_at, r.kind,
           r.from_at, r.until_at
         FROM access_relation r
         JOIN organisation o ON o.organisation_id = r.organisation_id
         LEFT JOIN account a ON a.account_id = r.account_id
         WHERE r.person_id = $1 AND r.ended_at IS NULL AND r.from_at <= $2 AND (r.until_at IS NULL OR r.until_at > $3)
         ORDER BY r.kind, r.from_at, r.relation_id",
        args![permit.person(), now, now],
    )?;
    Ok(rows.iter().map(|row| read(row, now)).collect::<Result<_, Fault>>()?)
}

fn read(row: &Row, now: Timestamp) -> Result<Relation, Fault> {
    let own_phone = row.text_or_null(5)?.filter(|phone| !phone.is_empty());
    Ok(Relation {
        id: row.text(0)?.to_owned(),
        organisation: row.parsed(1, OrganisationId::parse)?,
        organisation_name: row.text(2)?.to_owned(),
        account: row.parsed_or_null(3, AccountId::parse)?,
        name: row.text_or_null(4)?.map(str::to_owned),
        phone: own_phone.map_or_else(|| row.text(6), Ok)?.to_owned(),
        account_ended: row.time_or_null(7)?.is_some_and(|ended| ended <= now),
        duty: row.parsed(8, Duty::parse)?,
        from_at: row.time(9)?,
        until_at: row.time_or_null(10)?,
    })
}

/// Writes a relation.
///
/// # Errors
/// A fault when the database says no.
pub fn begin(tx: &mut Tx<'_>, person: &PersonId, new: &NewRelation) -> Result<(), Error> {
    tx.add(
        "INSERT INTO access_relation (person_id, relation_id, organisation_id, account_id, kind, from_at, until_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            person,
            new.id.as_str(),
            &new.organisation,
            new.account.as_ref().map(AccountId::as_str),
            new.duty.key(),
            new.from_at,
            new.until_at,
        ],
    )?;
    Ok(())
}

/// Ends a relation. False when it had ended already.
///
/// # Errors
/// A fault when the database says no.
pub fn end(tx: &mut Tx<'_>, permit: &Permit, relation: &str, now: Timestamp) -> Result<bool, Error> {
    let ended = tx.run(
        "UPDATE access_relation SET ended_at = $1 WHERE person_id = $2 AND relation_id = $3 AND ended_at IS NULL",
        args![now, permit.person(), relation],
    )?;
    Ok(ended > 0)
}

/// Lets every organisation that serves the other record of the same person serve this one too, and tells which relations
/// were begun for it. That it is the same person has been proven by whoever asks; the rule is the part `people`'s.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn carry_over(
    tx: &mut Tx<'_>,
    own: &Permit,
    from: &PersonId,
    mut new_id: impl FnMut() -> String,
    now: Timestamp,
) -> Result<Vec<String>, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT DISTINCT theirs.organisation_id FROM access_relation theirs
         WHERE theirs.person_id = $1 AND theirs.ended_at IS NULL AND (theirs.until_at IS NULL OR theirs.until_at > $2)
           AND NOT EXISTS (SELECT 1 FROM access_relation mine
             WHERE mine.person_id = $3 AND mine.organisation_id = theirs.organisation_id AND mine.ended_at IS NULL
               AND (mine.until_at IS NULL OR mine.until_at > $4))
         ORDER BY theirs.organisation_id",
        args![from, now, own.person(), now],
    )?;
    let mut begun = Vec::new();
    for row in &rows {
        let new = NewRelation {
            id: new_id(),
            organisation: row.parsed(0, OrganisationId::parse)?,
            account: None,
            duty: Duty::Serving,
            from_at: now,
            until_at: None,
        };
        begin(tx, own.person(), &new)?;
        begun.push(new.id);
    }
    Ok(begun)
}
