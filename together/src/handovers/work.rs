//! What is done with a hand-over, the same from a page, from another part, from the clock and from the demo city: load under
//! the permit, ask the rules, save, tell the others.

mod after;
mod own;

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit, led, receivers};
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Cause, Command, Kept, Phase, Receiver, Refusal, State, Worker, decide};
use super::store::lines::{Departure, Lines};
use super::store::{self, Above, Handover, NewHandover, lines, lists, searches};
use super::{CHARTER, limits};

pub use own::{agree, wish, withdraw};

/// Whether somebody in this role hands people over and takes them over: those who meet people in a service.
#[must_use]
pub fn may_hand_over(role: Role) -> bool {
    role.is_staff() && kernel::access::role_may_ever(role, Class::Own)
}

/// Who may say that there is a way back: a specialist doctor.
#[must_use]
pub const fn may_promise_way_back(role: Role) -> bool {
    matches!(role, Role::LarDoctor | Role::Tsb)
}

fn no(refusal: &Refusal) -> Error {
    Error::refused(refusal)
}

/// Whoever asks, as the rules see them.
///
/// # Errors
/// A denial for somebody without an account or an employer, a refusal for a role that hands nobody over.
pub fn me(desk: &Desk<'_>) -> Result<Worker, Error> {
    let actor = &desk.ctx().actor;
    let account = actor.account.clone().ok_or(Error::SignIn)?;
    let organisation = actor.employer_id()?.clone();
    if may_hand_over(actor.role) { Ok(Worker { account, organisation }) } else { Err(no(&Refusal::NotThisRole)) }
}

/// The one that runs for this person here, if there is one.
///
/// # Errors
/// A fault.
pub fn running(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Option<Handover>, Error> {
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let all = store::all(tx, desk, permit)?;
    Ok(all.into_iter().find(|one| one.is_sent_by(employer) && !one.state.is_final()))
}

/// Begins a hand-over. Whoever begins it holds the baton. A service has one at a time for a person.
///
/// # Errors
/// A refusal.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewHandover) -> Result<RowId, Error> {
    let sender = me(desk)?;
    if running(tx, desk, permit)?.is_some() {
        return Err(no(&Refusal::ThereIsOne));
    }
    let terms = limits::load(tx, desk.now())?.terms;
    let due_at = new.departs_at.unwrap_or_else(|| terms.answer_by(desk.now()));
    store::begin(tx, desk, permit, new, &State::begun(sender, terms, due_at))
}

/// Takes a hand-over from another part, for instance where a stay is planned to end: `{"from": "discharge", "area": "safety",
/// "stay": null}`. Whoever is at work there holds the baton. One that runs already is enough.
///
/// # Errors
/// A refusal for a role that hands nobody over, or a fault for content that is not ours.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let desk = desk.of(&CHARTER);
    let text = |key: &str| content.get(key).and_then(serde_json::Value::as_str);
    let cause = text("from").and_then(Cause::parse).ok_or_else(|| Error::fault("a hand-over came without a cause"))?;
    let area = text("area").and_then(Area::parse).ok_or_else(|| Error::fault("a hand-over came without an area"))?;
    if let Some(one) = running(tx, &desk, permit)? {
        return Ok(one.id.to_string());
    }
    let new = NewHandover { cause, area, stay: text("stay").map(str::to_owned), departs_at: None };
    Ok(begin(tx, &desk, permit, &new)?.to_string())
}

/// The six lines as typed, and what stands beside them.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The lines.
    pub lines: Lines,
    /// When they are to meet.
    pub meet_at: Option<Timestamp>,
    /// When the person is to leave.
    pub departs_at: Option<Timestamp>,
    /// The person has said yes to being looked for.
    pub looks: bool,
}

/// Writes the six lines. Nothing happens when they say what they said: the person's yes stands.
///
/// # Errors
/// A refusal.
pub fn write(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, written: &Written) -> Result<(), Error> {
    let one = store::find(tx, desk, permit, id)?;
    let same = lines::load(tx, permit, id)? == written.lines && one.state.meet_at == written.meet_at && one.state.round > 0;
    if !same {
        let ready = written.lines.say_enough(written.meet_at);
        let command = Command::Write { by: me(desk)?, ready, meet_at: written.meet_at };
        let change = decide(&one.state, &command, desk.now()).map_err(|refusal| no(&refusal))?;
        store::save(tx, desk, permit.person(), &one, &change, &Above::default())?;
        lines::save(tx, desk, permit, id, &written.lines)?;
    }
    beside(tx, desk, permit, &one, written.departs_at, written.looks)
}

/// What stands beside the lines: when the person is to leave, and their yes to being looked for. Without it nobody is looked for any
/// more.
fn beside(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    one: &Handover,
    departs_at: Option<Timestamp>,
    looks: bool,
) -> Result<(), Error> {
    let looks_at = looks.then(|| one.looks_at.unwrap_or(desk.now()));
    lines::set_beside(tx, permit, &one.id, departs_at, looks_at)?;
    if looks { Ok(()) } else { searches::stop(tx, desk, permit, &one.id) }
}

/// What somebody at work chose.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Ask somebody to take over.
    Offer(OrganisationId, Option<AccountId>),
    /// Take the question back.
    TakeBack,
    /// Answer what was asked.
    Answer(String),
    /// Hold it from now on, instead of a colleague.
    TakeOn,
    /// It is not handed over after all.
    Keep(Kept),
    /// The person is dead.
    Die,
    /// Yes to this offer.
    Accept(i64),
    /// No, because.
    Refuse(i64, String),
    /// A question first.
    Ask(i64, String),
    /// Yes was said, and cannot be kept.
    GiveBack(String),
    /// They have met.
    Met,
    /// They have not.
    Miss,
}

impl Chosen {
    fn command(&self, by: Worker) -> Command {
        match self {
            Chosen::Offer(organisation, account) => {
                Command::Offer { by, to: Receiver { organisation: organisation.clone(), account: account.clone() } }
            }
            Chosen::TakeBack => Command::TakeBack(by),
            Chosen::Answer(_) => Command::Answer(by),
            Chosen::TakeOn => Command::TakeOn(by),
            Chosen::Keep(why) => Command::Keep(by, *why),
            Chosen::Die => Command::Die(by),
            Chosen::Accept(round) => Command::Accept(by, *round),
            Chosen::Refuse(round, _) => Command::Refuse(by, *round),
            Chosen::Ask(round, _) => Command::Ask(by, *round),
            Chosen::GiveBack(_) => Command::GiveBack(by),
            Chosen::Met => Command::Met(by),
            Chosen::Miss => Command::Miss(by),
        }
    }

    fn words(&self) -> Option<&str> {
        match self {
            Chosen::Answer(words) | Chosen::Refuse(_, words) | Chosen::Ask(_, words) | Chosen::GiveBack(words) => Some(words),
            _ => None,
        }
    }
}

/// Does what was chosen.
///
/// # Errors
/// A refusal; [`Error::Missing`] for one that is not shown to the asker.
pub fn act(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, chosen: &Chosen) -> Result<PersonId, Error> {
    let person = lists::whose(tx, id)?;
    let permit = desk.person(tx, &person)?;
    let one = seen(tx, desk, &permit, id, chosen)?;
    let by = me(desk)?;
    if let Chosen::Offer(organisation, account) = chosen {
        there(tx, desk, organisation, account.as_ref())?;
    }
    let change = decide(&one.state, &chosen.command(by), desk.now()).map_err(|refusal| no(&refusal))?;
    store::save(tx, desk, &person, &one, &change, &Above::default())?;
    if let (Some(words), true) = (chosen.words(), change.event.is_some()) {
        store::beside::say(tx, &permit, &one.id, one.version + 1, words)?;
    }
    after::follows(tx, desk, &permit, &one, &change)?;
    Ok(person)
}

/// The hand-over as the asker may see it. Somebody who answers an offer that was taken back or went to others meanwhile is
/// told just that, and not that the page does not exist.
fn seen(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, chosen: &Chosen) -> Result<Handover, Error> {
    match store::find(tx, desk, permit, id) {
        Err(Error::Missing) if matches!(chosen, Chosen::Accept(_) | Chosen::Refuse(..) | Chosen::Ask(..)) => {
            let was = store::beside::was_asked(tx, permit, id, desk.ctx().actor.employer_id()?)?;
            Err(if was { no(&Refusal::Stale) } else { Error::Missing })
        }
        other => other,
    }
}

/// Whoever is asked is there to answer.
fn there(tx: &mut Tx<'_>, desk: &Desk<'_>, organisation: &OrganisationId, account: Option<&AccountId>) -> Result<(), Error> {
    let house = receivers::organisation(tx, organisation)?.ok_or_else(|| no(&Refusal::NotThem))?;
    let meets = house.kind.main_role().is_some_and(may_hand_over);
    let works = match account {
        None => true,
        Some(account) => receivers::holder(tx, account)?.is_some_and(|holder| {
            let at_work = holder.ended_at.is_none_or(|ended| ended > desk.now());
            at_work && may_hand_over(holder.role) && holder.organisation.is_some_and(|at| at.id == *organisation)
        }),
    };
    if meets && works { Ok(()) } else { Err(no(&Refusal::NotThem)) }
}

/// Somebody left without it being planned. The one that runs here, or a new one, keeps the baton with the sender.
///
/// # Errors
/// A refusal.
pub fn depart(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, area: Area, left: &Departure) -> Result<RowId, Error> {
    let permit = desk.person(tx, person)?;
    let id = match running(tx, desk, &permit)? {
        Some(one) => one.id,
        None => begin(tx, desk, &permit, &NewHandover { cause: Cause::Unplanned, area, stay: None, departs_at: None })?,
    };
    let one = store::find(tx, desk, &permit, &id)?;
    let change = decide(&one.state, &Command::Depart(me(desk)?), desk.now()).map_err(|refusal| no(&refusal))?;
    store::save(tx, desk, person, &one, &change, &Above::default())?;
    lines::depart(tx, desk, &permit, &id, left)?;
    after::follows(tx, desk, &permit, &one, &change)?;
    Ok(id)
}

/// The specialist doctor ticks the way back, or takes the tick away.
///
/// # Errors
/// A refusal for another role.
pub fn way_back(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, yes: bool) -> Result<PersonId, Error> {
    if !may_promise_way_back(desk.ctx().actor.role) {
        return Err(no(&Refusal::NotThisRole));
    }
    let person = lists::whose(tx, id)?;
    let permit = desk.person(tx, &person)?;
    lines::set_way_back(tx, desk, &permit, id, yes)?;
    Ok(person)
}

/// Lets time pass for one: what is late goes up, what lies goes back, and a yes that was taken back on another page counts.
///
/// # Errors
/// A fault.
pub fn tick(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId) -> Result<(), Error> {
    let one = store::for_the_clock(tx, desk, person, id)?;
    let late = one.state.due_at.is_some_and(|due| due <= desk.now());
    let command = if late { Command::Tick } else { Command::Withdraw };
    let change = decide(&one.state, &command, desk.now()).map_err(|refusal| no(&refusal))?;
    let above = above(tx, &one.state.sender.organisation, desk.now())?;
    store::save(tx, desk, person, &one, &change, &above)?;
    after::tell(tx, desk, person, &one, &change)
}

/// The sender's leader and the coordinating unit.
fn above(tx: &mut Tx<'_>, sender: &OrganisationId, now: Timestamp) -> Result<Above, Error> {
    let leader = led::led_from(tx, sender, now)?.map(|house| house.id);
    let unit = led::coordinating_unit(tx, sender)?.map(|house| house.id);
    Ok(Above { leader, unit })
}

/// Who the phase names as receiver, for what is to be told.
pub(super) fn yes_sayer(state: &State) -> Option<&Worker> {
    match &state.phase {
        Phase::Accepted(by) | Phase::Missed(by) | Phase::Passed(by) => Some(by),
        _ => None,
    }
}
