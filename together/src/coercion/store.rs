//! Decisions: rows and SQL. Only the person's permit, or that of the very organisation that recorded one, opens them: they
//! have no area, and what has no area cannot be shared.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::dated::Numbers;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{Days, Paragraph, Standing, State, Unit};

/// Rows on one page of a list.
pub const PAGE: usize = 40;

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: RowId,
    /// What the rules must know.
    pub standing: Standing,
    /// Which paragraph.
    pub paragraph: String,
    /// The body that decided.
    pub body: String,
    /// Who is told.
    pub told: String,
    /// The place that carries it out.
    pub organisation_name: String,
    /// Its phone.
    pub phone: String,
    /// The name of whoever sees to it.
    pub holder_name: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// Version.
    pub version: i64,
}

/// What happened to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// As a wording key: `coercion-step-<what>`.
    pub what: String,
    /// The reason that was given.
    pub words: Option<String>,
    /// Who did it; nothing for the clock.
    pub name: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// The paragraphs of a day, in their order.
///
/// # Errors
/// A fault.
pub fn paragraphs(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<Paragraph>, Error> {
    let rows = tx.rows(
        "SELECT paragraph, longest, unit, certainty FROM coercion_paragraph
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY place, paragraph, valid_from DESC",
        args![now.day(), now.day()],
    )?;
    let mut found: Vec<Paragraph> = Vec::new();
    for row in &rows {
        let paragraph = paragraph(row)?;
        // The newest row of a paragraph comes first and is the one that holds.
        if found.iter().all(|one| one.key != paragraph.key) {
            found.push(paragraph);
        }
    }
    Ok(found)
}

fn paragraph(row: &Row) -> Result<Paragraph, Fault> {
    let amount = row.int_or_null(1)?.and_then(|amount| i32::try_from(amount).ok());
    Ok(Paragraph {
        key: row.text(0)?.to_owned(),
        longest: amount.zip(row.parsed_or_null(2, Unit::parse)?),
        sure: row.text(3)? == "sure",
    })
}

/// How many days before a day somebody is reminded of it.
///
/// # Errors
/// A fault that names the rule.
pub fn remind_days(tx: &mut Tx<'_>, now: Timestamp) -> Result<i32, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM coercion_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    numbers.find("remind-days")
}

/// Every decision this permit opens, the newest first: all of the person's for the person, else those of the asker's own
/// organisation.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, permit: &Permit, now: Timestamp) -> Result<Vec<Decision>, Error> {
    let rows = tx.rows(
        "SELECT d.decision_id, d.state, d.from_on, d.until_on, d.review_on, d.holder, h.ended_at, d.paragraph, d.body, d.told,
           o.name, o.phone, h.name, d.recorded_at, d.ended_at, d.version, d.organisation_id
         FROM coercion_decision d
         JOIN organisation o ON o.organisation_id = d.organisation_id
         JOIN account h ON h.account_id = d.holder
         WHERE d.person_id = $1 ORDER BY d.recorded_at DESC, d.decision_id LIMIT 100",
        args![permit.person()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let organisation: OrganisationId = row.parsed(16, OrganisationId::parse)?;
        let written_here = permit.sees(None) && permit.written_by() == Some(&organisation);
        if permit.is_own() || written_here {
            found.push(read(permit, row, now)?);
        }
    }
    Ok(found)
}

fn read(permit: &Permit, row: &Row, now: Timestamp) -> Result<Decision, Error> {
    let id: RowId = row.parsed(0, RowId::parse)?;
    let open = |column, at| permit.open(Cell::new("coercion_decision", id.as_str(), column), row.blob(at)?);
    Ok(Decision {
        standing: Standing {
            state: row.parsed(1, State::parse)?,
            days: Days {
                from: row.parsed(2, Day::parse)?,
                until: row.parsed(3, Day::parse)?,
                review: row.parsed(4, Day::parse)?,
            },
            holder: row.parsed(5, AccountId::parse)?,
            holder_left: row.time_or_null(6)?.is_some_and(|ended| ended <= now),
        },
        paragraph: row.text(7)?.to_owned(),
        body: open("body", 8)?,
        told: open("told", 9)?,
        organisation_name: row.text(10)?.to_owned(),
        phone: row.text(11)?.to_owned(),
        holder_name: row.text(12)?.to_owned(),
        recorded_at: row.time(13)?,
        ended_at: row.time_or_null(14)?,
        version: row.int(15)?,
        id,
    })
}

/// A decision to be recorded.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// Which paragraph.
    pub paragraph: String,
    /// The body that decided.
    pub body: String,
    /// Who is told.
    pub told: String,
    /// Its days.
    pub days: Days,
}

/// Records one; whoever records it sees to it.
///
/// # Errors
/// A denial for somebody without an employer, or a fault.
pub fn record(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewDecision) -> Result<RowId, Error> {
    let (id, actor) = (RowId::from_bits(desk.bits()), &desk.ctx().actor);
    let seal = |column, text: &str| permit.seal(Cell::new("coercion_decision", id.as_str(), column), text);
    tx.run(
        "INSERT INTO coercion_decision (person_id, decision_id, organisation_id, holder, paragraph, body, told, from_on, until_on,
           review_on, state, recorded_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'running', $11, 1)",
        args![
            permit.person(),
            &id,
            actor.employer_id()?,
            actor.account.as_ref().ok_or(Error::SignIn)?,
            new.paragraph.as_str(),
            seal("body", &new.body)?,
            seal("told", &new.told)?,
            new.days.from,
            new.days.until,
            new.days.review,
            desk.now(),
        ],
    )?;
    step(tx, desk, permit, &id, 1, ("recorded", None))?;
    Ok(id)
}

/// What is to stand in a decision after a change.
#[derive(Clone, Debug)]
pub struct Saving<'a> {
    /// Where it stands.
    pub state: State,
    /// When it is looked at again.
    pub review: Day,
    /// Who sees to it.
    pub holder: AccountId,
    /// What happened.
    pub what: &'static str,
    /// The reason.
    pub words: Option<&'a str>,
}

/// Saves a change over the version it was read with, and keeps what happened.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Decision, saving: &Saving<'_>) -> Result<(), Error> {
    let ended_at = if saving.state == State::Running { None } else { one.ended_at.or(Some(desk.now())) };
    let touched = tx.run(
        "UPDATE coercion_decision SET state = $1, review_on = $2, holder = $3, ended_at = $4, version = $5,
           review_reminded_at = CASE WHEN review_on = $6 THEN review_reminded_at ELSE NULL END
         WHERE person_id = $7 AND decision_id = $8 AND version = $9",
        args![
            saving.state.key(),
            saving.review,
            &saving.holder,
            ended_at,
            one.version + 1,
            saving.review,
            permit.person(),
            &one.id,
            one.version,
        ],
    )?;
    if touched != 1 {
        return Err(Fault::retry("a decision was changed meanwhile").into());
    }
    step(tx, desk, permit, &one.id, one.version + 1, (saving.what, saving.words))
}

fn step(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    id: &RowId,
    number: i64,
    (what, words): (&str, Option<&str>),
) -> Result<(), Error> {
    let place = format!("{id}/{number}");
    let sealed = words.map(|words| permit.seal(Cell::new("coercion_step", &place, "words"), words)).transpose()?;
    let by = desk.ctx().actor.account.as_ref().map(AccountId::as_str);
    tx.run(
        "INSERT INTO coercion_step (person_id, decision_id, number, what, words, account_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![permit.person(), id, number, what, sealed, by, desk.now()],
    )?;
    Ok(())
}

/// What has happened to a decision, oldest first. The permit has opened the decision itself.
///
/// # Errors
/// A fault.
pub fn steps(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Vec<Step>, Error> {
    let rows = tx.rows(
        "SELECT s.number, s.what, s.words, a.name, s.at FROM coercion_step s
         LEFT JOIN account a ON a.account_id = s.account_id
         WHERE s.person_id = $1 AND s.decision_id = $2 ORDER BY s.number LIMIT 200",
        args![permit.person(), id],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let place = format!("{id}/{}", row.int(0)?);
        found.push(Step {
            what: row.text(1)?.to_owned(),
            words: permit.open_or_null(Cell::new("coercion_step", &place, "words"), row.blob_or_null(2)?)?,
            name: row.text_or_null(3)?.map(str::to_owned),
            at: row.time(4)?,
        });
    }
    Ok(found)
}

/// A decision on the list of whoever sees to it. Ids only: the name comes with the permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Its last day.
    pub until: Day,
    /// When it is looked at again.
    pub review: Day,
    /// The asker sees to it; else nobody who is there does.
    pub mine: bool,
    /// The clock has reminded of one of its days.
    pub reminded: bool,
}

/// Where on the list one is: the last row shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Its last day.
    pub until: Day,
    /// Its id.
    pub id: RowId,
}

/// The decisions an employee sees to, and those whose holder has left, the first to end first. One more than a page holds when
/// there are more.
///
/// # Errors
/// A fault.
pub fn for_me(
    tx: &mut Tx<'_>,
    me: &AccountId,
    organisation: &OrganisationId,
    now: Timestamp,
    after: Option<&After>,
) -> Result<Vec<Listed>, Error> {
    let (until, id) = after.map_or((String::new(), ""), |after| (after.until.stored(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT d.person_id, d.decision_id, d.until_on, d.review_on, d.holder, d.review_reminded_at, d.end_reminded_at
         FROM coercion_decision d JOIN account h ON h.account_id = d.holder
         WHERE d.organisation_id = $1 AND d.state = 'running' AND (d.until_on, d.decision_id) > ($2, $3)
           AND (d.holder = $4 OR h.ended_at <= $5)
         ORDER BY d.until_on, d.decision_id LIMIT 41",
        args![organisation, until, id, me, now],
    )?;
    let read = |row: &Row| {
        Ok(Listed {
            person: row.parsed(0, PersonId::parse)?,
            id: row.parsed(1, RowId::parse)?,
            until: row.parsed(2, Day::parse)?,
            review: row.parsed(3, Day::parse)?,
            mine: row.text(4)? == me.as_str(),
            reminded: row.time_or_null(5)?.is_some() || row.time_or_null(6)?.is_some(),
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Persons with a decision whose day has come. Ids only.
///
/// # Errors
/// A fault.
pub fn over(tx: &mut Tx<'_>, today: Day) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT DISTINCT person_id FROM coercion_decision WHERE state = 'running' AND until_on < $1
         ORDER BY person_id LIMIT 200",
        args![today],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}

/// Reminds of the days that are near, each once.
///
/// # Errors
/// A fault.
pub fn remind(tx: &mut Tx<'_>, near: Day, now: Timestamp) -> Result<u64, Error> {
    let reviews = tx.run(
        "UPDATE coercion_decision SET review_reminded_at = $1
         WHERE state = 'running' AND review_on <= $2 AND review_reminded_at IS NULL",
        args![now, near],
    )?;
    let ends = tx.run(
        "UPDATE coercion_decision SET end_reminded_at = $1 WHERE state = 'running' AND until_on <= $2 AND end_reminded_at IS NULL",
        args![now, near],
    )?;
    Ok(reviews + ends)
}

/// The running decisions of a person whose day has come, for the clock: id, version, and what a change leaves as it was.
///
/// # Errors
/// A fault.
pub fn end_those_over(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<(), Error> {
    let rows = tx.rows(
        "SELECT decision_id, version FROM coercion_decision WHERE person_id = $1 AND state = 'running' AND until_on < $2
         ORDER BY decision_id",
        args![permit.person(), desk.now().day()],
    )?;
    for row in &rows {
        let (id, version): (RowId, i64) = (row.parsed(0, RowId::parse)?, row.int(1)?);
        tx.run(
            "UPDATE coercion_decision SET state = 'ended', ended_at = $1, version = $2
             WHERE person_id = $3 AND decision_id = $4 AND version = $5",
            args![desk.now(), version + 1, permit.person(), &id, version],
        )?;
        step(tx, desk, permit, &id, version + 1, ("ended", None))?;
    }
    Ok(())
}
