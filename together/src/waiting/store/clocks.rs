//! One clock and its steps.

use kernel::access::Basis;
use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rows;
use super::steps::{Step, step};
use crate::waiting::facts::{Care, Facts};
use crate::waiting::limits::Rules;
use crate::waiting::rules::{Due, Ending, State, due};

/// A day no clock reaches: stands where no limit runs, so that lists can be ordered by day.
const NO_DAY: &str = "9999-12-31";

/// A clock.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// The referral it counts for.
    pub referral: RowId,
    /// `specialist` or `other`: which rows it keeps.
    pub route: String,
    /// The area of life it is about.
    pub area: Area,
    /// The service that asked; nothing when the person did.
    pub sender: Option<OrganisationId>,
    /// The service that was asked; nothing when it has no account here.
    pub receiver: Option<OrganisationId>,
    /// What the receiver is called.
    pub receiver_name: String,
    /// The receiver's phone, where it is known.
    pub phone: Option<String>,
    /// Who has it: there, or, where it goes by link, with whoever asked.
    pub holder: Option<String>,
    /// Where they work.
    pub held_at: String,
    /// What the guideline asks about.
    pub facts: Facts,
    /// The rules it keeps.
    pub rules: Rules,
    /// When the referral came.
    pub received: Day,
    /// Where it stands.
    pub state: State,
    /// What is due next.
    pub due: Option<Due>,
    /// The days that are behind it.
    pub past: Past,
    /// Version.
    pub version: i64,
}

/// Days that have been written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// When it was assessed, or taken on.
    pub assessed: Option<Day>,
    /// What the guideline suggested then.
    pub suggested: Option<Day>,
    /// The latest start.
    pub latest: Option<Day>,
    /// Why it is later than suggested.
    pub later_why: Option<String>,
    /// The day that was offered.
    pub offered: Option<Day>,
    /// When help began.
    pub started: Option<Day>,
    /// When the decision was made.
    pub decided: Option<Day>,
    /// The last evaluation.
    pub evaluated: Option<Day>,
    /// When it was over.
    pub ended: Option<Day>,
}

/// A clock to be begun.
#[derive(Clone, Debug)]
pub struct NewClock {
    /// The referral.
    pub referral: RowId,
    /// `specialist` or `other`.
    pub route: String,
    /// The area.
    pub area: Area,
    /// Who asked.
    pub sender: Option<OrganisationId>,
    /// Who was asked.
    pub receiver: Option<OrganisationId>,
    /// Its name, when it has no account.
    pub receiver_name: Option<String>,
    /// Who has it.
    pub holder: Option<AccountId>,
    /// When it came.
    pub received: Day,
    /// What is known.
    pub facts: Facts,
}

/// Whether a permit shows a clock: the person's, that of the two services between which it runs, and that of those with whom
/// its area is shared at work. A relative is told by the person. An emergency opens what keeps somebody alive; a wait is not that.
#[must_use]
pub fn sees(desk: &Desk<'_>, permit: &Permit, clock: &Clock) -> bool {
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let between = employer.is_some() && (clock.sender.as_ref() == employer || clock.receiver.as_ref() == employer);
    let shared = permit.basis() != Basis::Emergency && permit.sees(Some(clock.area));
    permit.is_own() || between || (shared && desk.ctx().actor.role.is_staff())
}

static OF_EACH: ForMany = ForMany::new(
    "SELECT c.person_id, c.clock_id, c.referral_id, c.route, c.area, c.sender_id, c.receiver_id, c.receiver_name, o.name,
       o.phone, a.name, c.facts, s.frozen, c.received_on, c.state, c.assessed_on, c.suggested_on, c.latest_on,
       c.later_why, c.offered_on, c.started_on, c.care, c.decided_on, c.evaluated_on, c.ended_on, c.ending, c.version, w.name
     FROM waiting_clock c
     JOIN waiting_rule_set s ON s.rule_set = c.rule_set
     LEFT JOIN organisation o ON o.organisation_id = c.receiver_id
     LEFT JOIN account a ON a.account_id = c.holder
     LEFT JOIN organisation w ON w.organisation_id = a.organisation_id
     WHERE c.person_id = $1",
);

/// The clocks that these permits show, in one statement: the first due first and those that are over last.
///
/// # Errors
/// A fault.
pub fn of_each(tx: &mut Tx<'_>, desk: &Desk<'_>, permits: &[Permit]) -> Result<Vec<Clock>, Error> {
    let mut found = unseen(tx, permits)?;
    let permit_of = |clock: &Clock| permits.iter().find(|permit| *permit.person() == clock.person);
    found.retain(|clock| permit_of(clock).is_some_and(|permit| sees(desk, permit, clock)));
    Ok(found)
}

fn unseen(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<Vec<Clock>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_EACH, &persons, &[])? {
        let person = row.parsed(0, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.push(read(permit, row)?);
        }
    }
    let last = |clock: &Clock| {
        (matches!(clock.state, State::Over { .. }), clock.due.is_none(), clock.due.map(|due| due.on), clock.id.clone())
    };
    found.sort_by_key(last);
    Ok(found)
}

/// The clocks of one person that the permit shows.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Clock>, Error> {
    of_each(tx, desk, std::slice::from_ref(permit))
}

/// One of them.
///
/// # Errors
/// [`Error::Missing`], the same for one that is not there and one that is not shown.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Clock, Error> {
    all(tx, desk, permit)?.into_iter().find(|clock| clock.id == *id).ok_or(Error::Missing)
}

/// The clock of a referral, for the part that keeps referrals: it has asked for the permit already.
///
/// # Errors
/// A fault.
pub fn of_referral(tx: &mut Tx<'_>, permit: &Permit, referral: &RowId) -> Result<Option<Clock>, Error> {
    Ok(unseen(tx, std::slice::from_ref(permit))?.into_iter().find(|clock| clock.referral == *referral))
}

/// The clock with this id, for the machine.
///
/// # Errors
/// A fault.
pub fn by_id(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Option<Clock>, Error> {
    Ok(unseen(tx, std::slice::from_ref(permit))?.into_iter().find(|clock| clock.id == *id))
}

fn read(permit: &Permit, row: &Row) -> Result<Clock, Error> {
    let id = row.parsed(1, RowId::parse)?;
    let cell = |column| Cell::new("waiting_clock", id.as_str(), column);
    let day = |at| row.parsed_or_null(at, Day::parse);
    let facts = permit.open(cell("facts"), row.blob(11)?)?;
    let facts: Facts = serde_json::from_str(&facts).map_err(|_| Error::fault("what is known about a wait cannot be read"))?;
    let named = permit.open_or_null(cell("receiver_name"), row.blob_or_null(7)?)?;
    let past = Past {
        assessed: day(15)?,
        suggested: day(16)?,
        latest: day(17)?,
        later_why: permit.open_or_null(cell("later_why"), row.blob_or_null(18)?)?,
        offered: day(19)?,
        started: day(20)?,
        decided: day(22)?,
        evaluated: day(23)?,
        ended: day(24)?,
    };
    let (rules, received) = (rows::kept(row.text(12)?)?, row.parsed(13, Day::parse)?);
    let state = state(row.text(14)?, &past, row.parsed_or_null(21, Care::parse)?, row.parsed_or_null(25, Ending::parse)?)?;
    Ok(Clock {
        person: row.parsed(0, PersonId::parse)?,
        referral: row.parsed(2, RowId::parse)?,
        route: row.text(3)?.to_owned(),
        area: row.parsed(4, Area::parse)?,
        sender: row.parsed_or_null(5, OrganisationId::parse)?,
        receiver: row.parsed_or_null(6, OrganisationId::parse)?,
        receiver_name: named.or(row.text_or_null(8)?.map(str::to_owned)).unwrap_or_default(),
        phone: row.text_or_null(9)?.filter(|phone| !phone.is_empty()).map(str::to_owned),
        holder: row.text_or_null(10)?.map(str::to_owned),
        held_at: row.text_or_null(27)?.unwrap_or_default().to_owned(),
        due: due(state, &rules, received, facts.pregnant),
        facts,
        rules,
        received,
        state,
        past,
        version: row.int(26)?,
        id,
    })
}

/// The state is what the days say.
fn state(key: &str, past: &Past, care: Option<Care>, ending: Option<Ending>) -> Result<State, Fault> {
    let latest = past.latest;
    let found = match key {
        "received" => Some(State::Received),
        "assessed" => Some(State::Assessed { latest }),
        "offered" => past.offered.map(|on| State::Offered { latest, on }),
        "started" => past.started.zip(care).map(|(on, care)| State::Started { on, care }),
        "decided" => past.decided.zip(care).map(|(on, care)| State::Decided { care, on, evaluated: past.evaluated }),
        "over" => ending.map(|ending| State::Over { ending }),
        _ => None,
    };
    found.ok_or_else(|| Fault::new("a clock stands in a state that its days do not show"))
}

/// Begins a clock under the rules that hold on the day it began.
///
/// # Errors
/// A fault.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewClock) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let cell = |column| Cell::new("waiting_clock", id.as_str(), column);
    let rules = rows::on(tx, &new.route, new.received)?;
    let rule_set = rows::keep(tx, desk, &rules)?;
    let facts = facts_text(&new.facts)?;
    let first = due(State::Received, &rules, new.received, new.facts.pregnant);
    let named = new.receiver_name.as_deref().map(|name| permit.seal(cell("receiver_name"), name)).transpose()?;
    tx.run(
        "INSERT INTO waiting_clock (person_id, clock_id, referral_id, route, area, sender_id, receiver_id, receiver_name,
           holder, facts, rule_set, received_on, state, due_name, due_kind, due_on, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)",
        args![
            permit.person(),
            &id,
            &new.referral,
            new.route.as_str(),
            new.area.key(),
            new.sender.as_ref().map(OrganisationId::as_str),
            new.receiver.as_ref().map(OrganisationId::as_str),
            named,
            new.holder.as_ref().map(AccountId::as_str),
            permit.seal(cell("facts"), &facts)?,
            rule_set,
            new.received,
            State::Received.key(),
            first.map(|due| due.name.key()),
            first.map(|due| due.kind.key()),
            first.map_or_else(|| NO_DAY.to_owned(), |due| due.on.stored()),
        ],
    )?;
    step(tx, desk, permit, &id, 1, &Step { on: Some(new.received), ..Step::of("received") })?;
    Ok(id)
}

fn facts_text(facts: &Facts) -> Result<String, Error> {
    serde_json::to_string(facts).map_err(|_| Error::fault("what is known about a wait cannot be written"))
}

/// Saves where a clock stands now, with one step in its history.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, clock: &Clock, written: &Step) -> Result<(), Error> {
    let cell = |column| Cell::new("waiting_clock", clock.id.as_str(), column);
    let (past, state) = (&clock.past, clock.state);
    let why = past.later_why.as_deref().map(|why| permit.seal(cell("later_why"), why)).transpose()?;
    let care = match state {
        State::Started { care, .. } | State::Decided { care, .. } => Some(care.key()),
        _ => None,
    };
    let ending = if let State::Over { ending } = state { Some(ending.key()) } else { None };
    let next = due(state, &clock.rules, clock.received, clock.facts.pregnant);
    let touched = tx.run(
        "UPDATE waiting_clock SET facts = $1, state = $2, assessed_on = $3, suggested_on = $4, latest_on = $5, later_why = $6,
           offered_on = $7, started_on = $8, care = COALESCE($9, care), decided_on = $10, evaluated_on = $11, ended_on = $12,
           ending = $13, due_name = $14, due_kind = $15, due_on = $16, version = $17
         WHERE person_id = $18 AND clock_id = $19 AND version = $20",
        args![
            permit.seal(cell("facts"), &facts_text(&clock.facts)?)?,
            state.key(),
            past.assessed,
            past.suggested,
            past.latest,
            why,
            past.offered,
            past.started,
            care,
            past.decided,
            past.evaluated,
            past.ended,
            ending,
            next.map(|due| due.name.key()),
            next.map(|due| due.kind.key()),
            next.map_or_else(|| NO_DAY.to_owned(), |due| due.on.stored()),
            clock.version + 1,
            permit.person(),
            &clock.id,
            clock.version,
        ],
    )?;
    if touched != 1 {
        return Err(Fault::retry("a clock was changed meanwhile").into());
    }
    step(tx, desk, permit, &clock.id, clock.version + 1, written)
}

/// Somebody else in the receiving service has it now.
///
/// # Errors
/// A fault.
pub fn hold(tx: &mut Tx<'_>, permit: &Permit, referral: &RowId, holder: &AccountId) -> Result<(), Error> {
    tx.run(
        "UPDATE waiting_clock SET holder = $1 WHERE person_id = $2 AND referral_id = $3",
        args![holder, permit.person(), referral],
    )?;
    Ok(())
}
