//! Loads what the rules need and saves what they decide.

pub mod beside;
pub mod lines;
pub mod lists;
pub mod searches;

use kernel::area::Area;
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::limits;
use super::rules::{Cause, Change, Kept, Phase, Receiver, Returned, State, Worker};

/// Somebody by name, with a phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The employee; empty where only an organisation was asked.
    pub name: String,
    /// The organisation.
    pub organisation: String,
    /// The employee's phone, or the organisation's.
    pub phone: String,
}

/// A hand-over, with the names that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Its id.
    pub id: RowId,
    /// Why.
    pub cause: Cause,
    /// The area of life under which it is shared.
    pub area: Area,
    /// What the rules must know.
    pub state: State,
    /// Who sends.
    pub sender: Named,
    /// The sender works there no more.
    pub sender_left: bool,
    /// Who was asked last, or has said yes.
    pub receiver: Option<Named>,
    /// The ids of whoever was asked last.
    pub asked: (Option<AccountId>, Option<OrganisationId>),
    /// When the person said yes to showing it.
    pub agreed_at: Option<Timestamp>,
    /// When it was recorded that the person had left.
    pub departed_at: Option<Timestamp>,
    /// Who sees it because it is late.
    pub above: Above,
    /// The grant that the person's yes made.
    pub grant: Option<GrantId>,
    /// When the person is to leave.
    pub departs_at: Option<Timestamp>,
    /// When the person said yes to being looked for.
    pub looks_at: Option<Timestamp>,
    /// When the specialist doctor ticked the way back.
    pub way_back_at: Option<Timestamp>,
    /// Which of the six lines the person keeps from the receiver, as bits.
    pub hidden: i64,
    /// When it was begun.
    pub made_at: Timestamp,
    /// When it was over.
    pub done_at: Option<Timestamp>,
    /// Version.
    pub version: i64,
}

impl Handover {
    /// Whether this organisation sends it.
    #[must_use]
    pub fn is_sent_by(&self, organisation: Option<&OrganisationId>) -> bool {
        organisation == Some(&self.state.sender.organisation)
    }

    /// Whether the person has opened it to this organisation: asked, or having said yes.
    #[must_use]
    pub fn is_open_to(&self, organisation: Option<&OrganisationId>) -> bool {
        self.state.agreed && organisation.is_some() && organisation == self.state.receiver()
    }
}

/// The hand-overs this permit shows, newest first: all for the person, those of the asker's own organisation, and those that
/// the person has said yes to showing them. The grant is asked each time, so a yes that was taken back is a no at once.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Handover>, Error> {
    let mut found = of_person(tx, permit.person(), desk.now())?;
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    found.retain(|one| permit.is_own() || one.is_sent_by(employer) || (one.is_open_to(employer) && permit.sees(Some(one.area))));
    Ok(found)
}

/// One of them for the clock, which sees no text and needs no permit.
///
/// # Errors
/// A denial for anyone but the machine; [`Error::Missing`].
pub fn for_the_clock(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId) -> Result<Handover, Error> {
    if !desk.ctx().is_machine() {
        return Err(Error::Denied(kernel::access::Reason::Wall));
    }
    of_person(tx, person, desk.now())?.into_iter().find(|one| one.id == *id).ok_or(Error::Missing)
}

fn of_person(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<Vec<Handover>, Error> {
    let rows = tx.rows(
        "SELECT b.handover_id, b.cause, b.area, b.sender, b.sender_organisation, b.phase, b.how, b.receiver,
           b.receiver_organisation, b.round, b.step, b.due_at, b.meet_at, b.ready_at, b.agreed_at, b.departed_at, b.departs_at,
           b.looks_at, b.way_back_at, b.grant_id, b.hidden, b.made_at, b.done_at, b.version, s.name, s.phone, s.ended_at,
           so.name, so.phone, r.name, r.phone, ro.name, ro.phone, b.leader_organisation, b.unit_organisation
         FROM handovers_baton b
         JOIN account s ON s.account_id = b.sender
         JOIN organisation so ON so.organisation_id = b.sender_organisation
         LEFT JOIN account r ON r.account_id = b.receiver
         LEFT JOIN organisation ro ON ro.organisation_id = b.receiver_organisation
         WHERE b.person_id = $1 ORDER BY b.made_at DESC, b.handover_id LIMIT 50",
        args![person],
    )?;
    let mut found = rows.iter().map(|row| read(row, now)).collect::<Result<Vec<_>, Fault>>()?;
    // Each goes by the numbers of the day it was begun; most were begun on the same.
    let mut known: Vec<(kernel::time::Day, super::rules::Terms)> = Vec::new();
    for one in &mut found {
        let day = one.made_at.day();
        let there = known.iter().find(|(of, _)| *of == day).map(|(_, terms)| *terms);
        one.state.terms = match there {
            Some(terms) => terms,
            None => limits::load(tx, one.made_at)?.terms,
        };
        known.push((day, one.state.terms));
    }
    Ok(found)
}

/// The hand-over with this id.
///
/// # Errors
/// [`Error::Missing`] also for one that this permit does not show.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Handover, Error> {
    all(tx, desk, permit)?.into_iter().find(|one| one.id == *id).ok_or(Error::Missing)
}

fn read(row: &Row, now: Timestamp) -> Result<Handover, Fault> {
    let sender = Worker { account: row.parsed(3, AccountId::parse)?, organisation: row.parsed(4, OrganisationId::parse)? };
    let phase = phase(row)?;
    Ok(Handover {
        id: row.parsed(0, RowId::parse)?,
        cause: row.parsed(1, Cause::parse)?,
        area: row.parsed(2, Area::parse)?,
        state: State {
            sender,
            phase,
            round: row.int(9)?,
            ready: row.text_or_null(13)?.is_some(),
            agreed: row.text_or_null(14)?.is_some(),
            departed: row.text_or_null(15)?.is_some(),
            step: row.int(10)?,
            due_at: row.time_or_null(11)?,
            meet_at: row.time_or_null(12)?,
            terms: super::rules::Terms { answer_minutes: 0, opens: 0, closes: 0, meet_minutes: 0 },
        },
        sender: named(row, 24, 27)?,
        sender_left: row.time_or_null(26)?.is_some_and(|ended| ended <= now),
        receiver: if row.text_or_null(8)?.is_some() { Some(named(row, 29, 31)?) } else { None },
        asked: (row.parsed_or_null(7, AccountId::parse)?, row.parsed_or_null(8, OrganisationId::parse)?),
        agreed_at: row.time_or_null(14)?,
        departed_at: row.time_or_null(15)?,
        above: Above {
            leader: row.parsed_or_null(33, OrganisationId::parse)?,
            unit: row.parsed_or_null(34, OrganisationId::parse)?,
        },
        grant: row.parsed_or_null(19, GrantId::parse)?,
        departs_at: row.time_or_null(16)?,
        looks_at: row.time_or_null(17)?,
        way_back_at: row.time_or_null(18)?,
        hidden: row.int(20)?,
        made_at: row.time(21)?,
        done_at: row.time_or_null(22)?,
        version: row.int(23)?,
    })
}

fn named(row: &Row, account: usize, organisation: usize) -> Result<Named, Fault> {
    let own = row.text_or_null(account + 1)?.filter(|phone| !phone.is_empty());
    Ok(Named {
        name: row.text_or_null(account)?.unwrap_or_default().to_owned(),
        organisation: row.text_or_null(organisation)?.unwrap_or_default().to_owned(),
        phone: own.or(row.text_or_null(organisation + 1)?).unwrap_or_default().to_owned(),
    })
}

fn phase(row: &Row) -> Result<Phase, Fault> {
    let account = row.parsed_or_null(7, AccountId::parse)?;
    let organisation = row.parsed_or_null(8, OrganisationId::parse)?;
    let odd = || Fault::new("a hand-over is in a state that cannot be");
    let receiver = || Ok::<_, Fault>(Receiver { organisation: organisation.clone().ok_or_else(odd)?, account: account.clone() });
    let worker = || {
        let (Some(account), Some(organisation)) = (account.clone(), organisation.clone()) else { return Err(odd()) };
        Ok(Worker { account, organisation })
    };
    Ok(match row.text(5)? {
        "planned" => Phase::Planned,
        "offered" => Phase::Offered(receiver()?),
        "asked" => Phase::Asked(receiver()?),
        "returned" => Phase::Returned(row.parsed(6, Returned::parse)?),
        "accepted" => Phase::Accepted(worker()?),
        "missed" => Phase::Missed(worker()?),
        "passed" => Phase::Passed(worker()?),
        "kept" => Phase::Kept(row.parsed(6, Kept::parse)?),
        "gone" => Phase::Gone,
        _ => return Err(odd()),
    })
}

/// As stored: the phase, and what belongs to it.
fn as_stored(phase: &Phase) -> (&'static str, Option<&'static str>) {
    match phase {
        Phase::Planned => ("planned", None),
        Phase::Offered(_) => ("offered", None),
        Phase::Asked(_) => ("asked", None),
        Phase::Returned(why) => ("returned", Some(why.key())),
        Phase::Accepted(_) => ("accepted", None),
        Phase::Missed(_) => ("missed", None),
        Phase::Passed(_) => ("passed", None),
        Phase::Kept(why) => ("kept", Some(why.key())),
        Phase::Gone => ("gone", None),
    }
}

/// Who is asked or has said yes; what came back keeps the last one, so that the sender sees from whom.
fn asked(one: &Handover, after: &State) -> (Option<AccountId>, Option<OrganisationId>) {
    match &after.phase {
        Phase::Offered(to) | Phase::Asked(to) => (to.account.clone(), Some(to.organisation.clone())),
        Phase::Accepted(by) | Phase::Missed(by) | Phase::Passed(by) => (Some(by.account.clone()), Some(by.organisation.clone())),
        _ => one.asked.clone(),
    }
}

/// What somebody begins.
#[derive(Clone, Debug)]
pub struct NewHandover {
    /// Why.
    pub cause: Cause,
    /// The area under which it is shared.
    pub area: Area,
    /// The stay it belongs to.
    pub stay: Option<String>,
    /// When the person is to leave.
    pub departs_at: Option<Timestamp>,
}

/// Begins one.
///
/// # Errors
/// A fault.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewHandover, state: &State) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO handovers_baton (person_id, handover_id, cause, area, stay_id, sender, sender_organisation, phase, round,
           step, due_at, departs_at, hidden, made_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', 0, 0, $8, $9, 0, $10, 1)",
        args![
            permit.person(),
            &id,
            new.cause.key(),
            new.area.key(),
            new.stay.as_deref(),
            &state.sender.account,
            &state.sender.organisation,
            state.due_at,
            new.departs_at,
            desk.now(),
        ],
    )?;
    happened(tx, desk, permit.person(), &id, 1, "begun")?;
    Ok(id)
}

/// Who leads and who coordinates, for what has gone up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Above {
    /// Where the sender's leader works.
    pub leader: Option<OrganisationId>,
    /// The coordinating unit.
    pub unit: Option<OrganisationId>,
}

/// Saves what was decided. A machine that lets time pass has no permit, and needs none: no text is touched.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    one: &Handover,
    change: &Change,
    above: &Above,
) -> Result<(), Error> {
    let Some(event) = change.event else { return Ok(()) };
    let (now, state) = (desk.now(), &change.state);
    let ((phase, how), (receiver, organisation)) = (as_stored(&state.phase), asked(one, state));
    let leader = above.leader.as_ref().or(one.above.leader.as_ref()).filter(|_| state.step > 0);
    let unit = above.unit.as_ref().or(one.above.unit.as_ref()).filter(|_| state.step > 0);
    let touched = tx.run(
        "UPDATE handovers_baton SET sender = $1, phase = $2, how = $3, receiver = $4, receiver_organisation = $5, round = $6,
           step = $7, due_at = $8, meet_at = $9, ready_at = $10, agreed_at = $11, departed_at = $12, leader_organisation = $13,
           unit_organisation = $14, done_at = $15, version = $16
         WHERE person_id = $17 AND handover_id = $18 AND version = $19",
        args![
            &state.sender.account,
            phase,
            how,
            receiver.as_ref().map(AccountId::as_str),
            organisation.as_ref().map(OrganisationId::as_str),
            state.round,
            state.step,
            state.due_at,
            state.meet_at,
            state.ready.then_some(now),
            state.agreed.then(|| one.agreed_at.unwrap_or(now)),
            state.departed.then(|| one.departed_at.unwrap_or(now)),
            leader.map(OrganisationId::as_str),
            unit.map(OrganisationId::as_str),
            state.is_final().then(|| one.done_at.unwrap_or(now)),
            one.version + 1,
            person,
            &one.id,
            one.version,
        ],
    )?;
    if touched != 1 {
        return Err(Fault::retry("a hand-over was changed meanwhile").into());
    }
    happened(tx, desk, person, &one.id, one.version + 1, event.key())
}

fn happened(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId, number: i64, what: &str) -> Result<(), Error> {
    let actor = &desk.ctx().actor;
    tx.run(
        "INSERT INTO handovers_event (person_id, handover_id, number, what, account_id, organisation_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            person,
            id,
            number,
            what,
            actor.account.as_ref().map(AccountId::as_str),
            actor.employer.as_ref().map(|employer| employer.id.as_str()),
            desk.now(),
        ],
    )?;
    Ok(())
}
