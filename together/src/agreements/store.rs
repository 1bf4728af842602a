//! Agreements between organisations: rows and SQL. Nothing here is about a person.

use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Desk;
use platform::args;
use platform::dated::Numbers;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::rules::{Standing, State, Terms};

/// Rows on one page of a list.
pub const PAGE: usize = 40;

/// Numbers that are set by somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days before the end from which both are reminded.
    pub remind: i32,
    /// The longest an agreement may last, in days.
    pub longest: i32,
}

/// The numbers of a day.
///
/// # Errors
/// A fault that names the rule.
pub fn limits(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM agreement_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    Ok(Limits { remind: numbers.find("remind-days")?, longest: numbers.find("longest-days")? })
}

/// Somebody to talk to about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Phone, their own or the organisation's.
    pub phone: String,
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: RowId,
    /// What the rules must know.
    pub standing: Standing,
    /// What it says.
    pub terms: Terms,
    /// The names of the two: who proposed, who was asked.
    pub names: (String, String),
    /// Whom to talk to at each of the two.
    pub contacts: (Contact, Option<Contact>),
    /// When it was changed last.
    pub changed_at: Timestamp,
    /// Version.
    pub version: i64,
}

/// One agreement.
///
/// # Errors
/// A fault.
pub fn load(tx: &mut Tx<'_>, id: &RowId) -> Result<Option<Agreement>, Error> {
    let row = tx.row(
        "SELECT g.agreement_id, g.proposer_id, g.other_id, g.state, g.waits_on, g.title, g.words, g.from_on, g.until_on, p.name,
           o.name, pc.name, pc.phone, oc.name, oc.phone, p.phone, o.phone, g.changed_at, g.version
         FROM agreement g
         JOIN organisation p ON p.organisation_id = g.proposer_id
         JOIN organisation o ON o.organisation_id = g.other_id
         JOIN account pc ON pc.account_id = g.proposer_contact
         LEFT JOIN account oc ON oc.account_id = g.other_contact
         WHERE g.agreement_id = $1",
        args![id],
    )?;
    Ok(row.map(|row| read(&row)).transpose()?)
}

fn contact(row: &Row, name: usize, own: usize, place: usize) -> Result<Option<Contact>, Fault> {
    let Some(found) = row.text_or_null(name)? else { return Ok(None) };
    let phone = row.text_or_null(own)?.filter(|phone| !phone.is_empty());
    Ok(Some(Contact { name: found.to_owned(), phone: phone.map_or_else(|| row.text(place), Ok)?.to_owned() }))
}

fn read(row: &Row) -> Result<Agreement, Fault> {
    let until = row.parsed(8, Day::parse)?;
    let first = contact(row, 11, 12, 15)?.ok_or_else(|| Fault::new("an agreement has nobody who proposed it"))?;
    Ok(Agreement {
        id: row.parsed(0, RowId::parse)?,
        standing: Standing {
            proposer: row.parsed(1, OrganisationId::parse)?,
            other: row.parsed(2, OrganisationId::parse)?,
            state: row.parsed(3, State::parse)?,
            waits_on: row.parsed_or_null(4, OrganisationId::parse)?,
            until,
        },
        terms: Terms { title: row.text(5)?.to_owned(), words: row.text(6)?.to_owned(), from: row.parsed(7, Day::parse)?, until },
        names: (row.text(9)?.to_owned(), row.text(10)?.to_owned()),
        contacts: (first, contact(row, 13, 14, 16)?),
        changed_at: row.time(17)?,
        version: row.int(18)?,
    })
}

/// Who does something: in which organisation, with which account.
pub struct By<'a> {
    /// The organisation.
    pub organisation: &'a OrganisationId,
    /// The account.
    pub account: &'a AccountId,
}

/// Writes a proposal; the other is to answer.
///
/// # Errors
/// A fault.
pub fn propose(tx: &mut Tx<'_>, desk: &Desk<'_>, by: &By<'_>, other: &OrganisationId, terms: &Terms) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO agreement (agreement_id, proposer_id, other_id, title, words, from_on, until_on, state, waits_on, proposed_at,
           proposed_by, changed_at, proposer_contact, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, $9, $10, $11, $12, 1)",
        args![
            &id,
            by.organisation,
            other,
            terms.title.as_str(),
            terms.words.as_str(),
            terms.from,
            terms.until,
            other,
            desk.now(),
            by.account,
            desk.now(),
            by.account,
        ],
    )?;
    step(tx, desk, (&id, 1), by, ("proposed", None), terms)?;
    Ok(id)
}

/// What is to stand in an agreement after a change.
pub struct Saving<'a> {
    /// Where it stands.
    pub state: State,
    /// Who is to answer.
    pub waits_on: Option<&'a OrganisationId>,
    /// What it says.
    pub terms: &'a Terms,
    /// What happened.
    pub what: &'static str,
    /// The reason.
    pub words: Option<&'a str>,
}

/// Saves a change, and keeps what stood there. False when it was changed since it was read.
///
/// # Errors
/// A fault.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, by: &By<'_>, one: &Agreement, saving: &Saving<'_>) -> Result<bool, Error> {
    // Whoever answers for an organisation is the one to talk to there.
    let proposer = *by.organisation == one.standing.proposer;
    let touched = tx.run(
        "UPDATE agreement SET state = $1, waits_on = $2, title = $3, words = $4, from_on = $5, until_on = $6, changed_at = $7,
           proposer_contact = COALESCE($8, proposer_contact), other_contact = COALESCE($9, other_contact), version = $10
         WHERE agreement_id = $11 AND version = $12",
        args![
            saving.state.key(),
            saving.waits_on.map(OrganisationId::as_str),
            saving.terms.title.as_str(),
            saving.terms.words.as_str(),
            saving.terms.from,
            saving.terms.until,
            desk.now(),
            Some(by.account.as_str()).filter(|_| proposer),
            Some(by.account.as_str()).filter(|_| !proposer),
            one.version + 1,
            &one.id,
            one.version,
        ],
    )?;
    if touched != 1 {
        return Ok(false);
    }
    step(tx, desk, (&one.id, one.version + 1), by, (saving.what, saving.words), saving.terms)?;
    Ok(true)
}

fn step(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    (id, number): (&RowId, i64),
    by: &By<'_>,
    (what, words): (&str, Option<&str>),
    terms: &Terms,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO agreement_step (agreement_id, number, what, organisation_id, account_id, words, title, terms, from_on, until_on, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            id,
            number,
            what,
            by.organisation,
            by.account,
            words,
            terms.title.as_str(),
            terms.words.as_str(),
            terms.from,
            terms.until,
            desk.now(),
        ],
    )?;
    Ok(())
}

/// What happened to an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// As a wording key: `agreements-step-<what>`.
    pub what: String,
    /// Who did it, and where they work.
    pub who: (String, String),
    /// The reason.
    pub words: Option<String>,
    /// What stood there then.
    pub terms: Terms,
    /// When.
    pub at: Timestamp,
}

/// What has happened to one, oldest first.
///
/// # Errors
/// A fault.
pub fn steps(tx: &mut Tx<'_>, id: &RowId) -> Result<Vec<Step>, Error> {
    let rows = tx.rows(
        "SELECT s.what, a.name, o.name, s.words, s.title, s.terms, s.from_on, s.until_on, s.at
         FROM agreement_step s
         JOIN account a ON a.account_id = s.account_id
         JOIN organisation o ON o.organisation_id = s.organisation_id
         WHERE s.agreement_id = $1 ORDER BY s.number LIMIT 200",
        args![id],
    )?;
    let read = |row: &Row| {
        Ok(Step {
            what: row.text(0)?.to_owned(),
            who: (row.text(1)?.to_owned(), row.text(2)?.to_owned()),
            words: row.text_or_null(3)?.map(str::to_owned),
            terms: Terms {
                title: row.text(4)?.to_owned(),
                words: row.text(5)?.to_owned(),
                from: row.parsed(6, Day::parse)?,
                until: row.parsed(7, Day::parse)?,
            },
            at: row.time(8)?,
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// An agreement on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: RowId,
    /// About what.
    pub title: String,
    /// The names of the two.
    pub names: (String, String),
    /// Where it stands.
    pub state: State,
    /// Its last day.
    pub until: Day,
    /// Whether it waits for the asker's organisation.
    pub ours_to_answer: bool,
    /// When it was changed last.
    pub changed_at: Timestamp,
}

/// Where on a list one is: the last row shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// What the list is ordered by.
    pub at: String,
    /// Which row.
    pub id: String,
}

fn listed(row: &Row, mine: Option<&OrganisationId>) -> Result<Listed, Fault> {
    let waits_on: Option<OrganisationId> = row.parsed_or_null(6, OrganisationId::parse)?;
    Ok(Listed {
        id: row.parsed(0, RowId::parse)?,
        title: row.text(1)?.to_owned(),
        names: (row.text(2)?.to_owned(), row.text(3)?.to_owned()),
        state: row.parsed(4, State::parse)?,
        until: row.parsed(5, Day::parse)?,
        ours_to_answer: waits_on.is_some() && waits_on.as_ref() == mine,
        changed_at: row.time(7)?,
    })
}

/// The agreements that hold, the first to end first: the register, which is open to all. One more than a page holds, when there
/// are more.
///
/// # Errors
/// A fault.
pub fn running(tx: &mut Tx<'_>, today: Day, after: Option<&After>) -> Result<Vec<Listed>, Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT g.agreement_id, g.title, p.name, o.name, g.state, g.until_on, g.waits_on, g.changed_at FROM agreement g
         JOIN organisation p ON p.organisation_id = g.proposer_id
         JOIN organisation o ON o.organisation_id = g.other_id
         WHERE g.state = 'agreed' AND g.until_on >= $1 AND (g.until_on, g.agreement_id) > ($2, $3)
         ORDER BY g.until_on, g.agreement_id LIMIT 41",
        args![today, at, id],
    )?;
    Ok(rows.iter().map(|row| listed(row, None)).collect::<Result<_, Fault>>()?)
}

/// What an organisation has proposed, been asked, agreed and left, the newest first. One more than a page holds, when there are
/// more.
///
/// # Errors
/// A fault.
pub fn ours(tx: &mut Tx<'_>, mine: &OrganisationId, after: Option<&After>) -> Result<Vec<Listed>, Error> {
    let (at, id) = after.map_or(("9999", ""), |after| (after.at.as_str(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT g.agreement_id, g.title, p.name, o.name, g.state, g.until_on, g.waits_on, g.changed_at
         FROM (
           SELECT proposed.agreement_id FROM (SELECT agreement_id FROM agreement
             WHERE proposer_id = $1 AND (changed_at, agreement_id) < ($2, $3)
             ORDER BY changed_at DESC, agreement_id DESC LIMIT 41) proposed
           UNION
           SELECT asked.agreement_id FROM (SELECT agreement_id FROM agreement
             WHERE other_id = $4 AND (changed_at, agreement_id) < ($5, $6)
             ORDER BY changed_at DESC, agreement_id DESC LIMIT 41) asked
         ) listed JOIN agreement g ON g.agreement_id = listed.agreement_id
         JOIN organisation p ON p.organisation_id = g.proposer_id
         JOIN organisation o ON o.organisation_id = g.other_id
         ORDER BY g.changed_at DESC, g.agreement_id DESC LIMIT 41",
        args![mine, at, id, mine, at, id],
    )?;
    Ok(rows.iter().map(|row| listed(row, Some(mine))).collect::<Result<_, Fault>>()?)
}

/// What waits for this organisation's answer, and what of its own ends soon.
///
/// # Errors
/// A fault.
pub fn pressing(tx: &mut Tx<'_>, mine: &OrganisationId, today: Day, near: Day) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT g.agreement_id, g.title, p.name, o.name, g.state, g.until_on, g.waits_on, g.changed_at FROM agreement g
         JOIN organisation p ON p.organisation_id = g.proposer_id
         JOIN organisation o ON o.organisation_id = g.other_id
         WHERE (g.proposer_id = $1 OR g.other_id = $2)
           AND ((g.state = 'proposed' AND g.waits_on = $3) OR (g.state = 'agreed' AND g.until_on >= $4 AND g.until_on <= $5))
         ORDER BY g.until_on, g.agreement_id LIMIT 20",
        args![mine, mine, mine, today, near],
    )?;
    Ok(rows.iter().map(|row| listed(row, Some(mine))).collect::<Result<_, Fault>>()?)
}
