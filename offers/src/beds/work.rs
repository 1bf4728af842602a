//! What people do with places: each command from the desk to the rows, in one commit.

use kernel::capacity::Places;
use kernel::id::{OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::relations::{self, Duty, NewRelation};
use platform::access::{Desk, Permit, duties};
use platform::db::Tx;
use platform::error::Error;

use super::choices::NextStep;
use super::rules::{self, Board, Command, Question, Refusal, Step};
use super::store::stays::{self, NewStay, Stay};
use super::store::units::{self, About, Count, Touch, Unit};
use super::{STAY_BEGAN, STAY_ENDED, baton, limits};

/// A question as it was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// To which unit.
    pub unit: RowId,
    /// Cannot wait.
    pub acute: bool,
    /// What comes after.
    pub next_step: Option<NextStep>,
    /// What the ward should know.
    pub words: Option<String>,
    /// The person has said yes to being named there.
    pub said_yes: bool,
}

/// Asks a unit for a place. From then on the ward may know who it is about, for as long as a question stands.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn ask(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, asked: &Asked) -> Result<RowId, Error> {
    let unit = units::one(tx, &asked.unit)?;
    let own_ward = desk.ctx().actor.employer.as_ref().is_some_and(|employer| employer.id == unit.organisation);
    let question = Question {
        by_person: permit.is_own(),
        acute: asked.acute,
        next_step: asked.next_step,
        said_yes: asked.said_yes || own_ward,
        without_referral: unit.about.without_referral,
        unit_closed: unit.about.closed,
        open_already: stays::is_open(tx, permit, &unit.id)?,
    };
    let next_step = rules::ask(&question).map_err(|no| Error::refused(&no))?;
    let limits = limits::load(tx, desk.now())?;
    let relation = know(tx, desk, permit, &unit, limits.asking_days)?;
    let new = NewStay {
        unit: &unit.id,
        ward: &unit.organisation,
        area: unit.about.kind.area(),
        acute: asked.acute,
        next_step,
        words: asked.words.as_deref(),
        relation: relation.as_deref(),
    };
    let stay = stays::insert(tx, desk, permit, &new)?;
    units::count(tx, &unit.id, unit.board, desk.now().day(), Count::Asked)?;
    Ok(stay)
}

/// Lets the ward know who it is about: a relation with an end. One that runs already is enough.
fn know(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, unit: &Unit, days: i64) -> Result<Option<String>, Error> {
    let running = relations::running(tx, permit, desk.now())?;
    if running.iter().any(|one| one.organisation == unit.organisation && one.until_at.is_none()) {
        return Ok(None);
    }
    serve(tx, desk, permit, &unit.organisation, Some(desk.now().plus_days(days))).map(Some)
}

fn serve(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    ward: &OrganisationId,
    until_at: Option<Timestamp>,
) -> Result<String, Error> {
    let new = NewRelation {
        id: kernel::id::hex(desk.bits()),
        organisation: ward.clone(),
        account: None,
        duty: Duty::Serving,
        from_at: desk.now(),
        until_at,
    };
    relations::begin(tx, permit.person(), &new)?;
    Ok(new.id)
}

/// How long the ward may know: without an end while the person is here, some days after they have gone, no longer when the
/// question was taken back. A ward that served the person before they came is no business of the stay's.
fn known_until(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    stay: &mut Stay,
    until: Option<Timestamp>,
) -> Result<(), Error> {
    let Some(relation) = stay.relation.clone() else { return Ok(()) };
    duties::end_at(tx, permit, &relation, until.unwrap_or(desk.now()))?;
    if until.is_none() {
        stay.relation = Some(serve(tx, desk, permit, &stay.organisation, None)?);
    }
    Ok(())
}

/// What somebody does with a stay.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// The version the page showed.
    pub seen: i64,
    /// What.
    pub command: Command,
    /// The planned last day, when it is said.
    pub leaving_on: Option<Day>,
}

/// Does it: the stay, the board, the figures, the baton and the fact in one commit.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn act(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, act: &Act) -> Result<Stay, Error> {
    let mut stay = stays::one(tx, desk, permit, id)?;
    may(desk, permit, &stay, act.command)?;
    let unit = units::one(tx, &stay.unit)?;
    let (now, limits) = (desk.now(), limits::load(tx, desk.now())?);
    let change = rules::decide(&stay.case, act.seen, act.command, unit.board, limits.come_days, now);
    let change = change.map_err(|no| Error::refused(&no))?;
    stay.case.state = change.state;
    stay.leaving_on = act.leaving_on.or(stay.leaving_on);
    match act.command {
        Command::SayNo(why) => stay.no = Some((now, why)),
        Command::Offer(_) => (stay.no, stay.coming_at) = (None, None),
        Command::SayComing => stay.coming_at = Some(now),
        Command::NotCome => {}
        Command::Begin => {
            stay.begun_at = Some(now);
            known_until(tx, desk, permit, &mut stay, None)?;
        }
        Command::End(how) => {
            stay.over_at = Some(now);
            stay.how = Some(how);
            known_until(tx, desk, permit, &mut stay, Some(now.plus_days(limits.following_days)))?;
        }
        Command::Withdraw => {
            stay.over_at = Some(now);
            known_until(tx, desk, permit, &mut stay, Some(now))?;
        }
    }
    if let (Command::End(how), Some(held)) = (act.command, change.baton) {
        baton::keep(tx, desk, permit, &mut stay, (how, held))?;
    }
    if !stays::save(tx, desk, permit, &stay)? {
        return Err(Error::refused(&Refusal::Changed));
    }
    board(tx, desk, &unit, change.board, act.command)?;
    match act.command {
        Command::Begin => desk.tell(tx, STAY_BEGAN, Some(permit.person()), id.as_str())?,
        Command::End(_) => desk.tell(tx, STAY_ENDED, Some(permit.person()), id.as_str())?,
        _ => {}
    }
    Ok(stay)
}

/// The ward acts on its own stays; a question is taken back by the person or by whoever asked.
fn may(desk: &Desk<'_>, permit: &Permit, stay: &Stay, command: Command) -> Result<(), Error> {
    let here = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let allowed = match command {
        Command::SayComing => permit.is_own(),
        Command::Withdraw => permit.is_own() || (here.is_some() && here == stay.asked_from.as_ref()),
        _ => !permit.is_own() && here == Some(&stay.organisation),
    };
    if allowed { Ok(()) } else { Err(Error::refused(&Refusal::NotYours)) }
}

fn board(tx: &mut Tx<'_>, desk: &Desk<'_>, unit: &Unit, moved: Board, command: Command) -> Result<(), Error> {
    let now = match moved {
        Board::Stays => unit.board,
        Board::Taken(now) | Board::Back(now) => {
            // Read in this very commit, so another version means that two took the last place at the same moment.
            if !units::set(tx, desk, unit, now, Touch::Moves)? {
                return Err(Error::refused(&Refusal::Full));
            }
            now
        }
    };
    let count = if matches!(command, Command::SayNo(_)) { Count::Refused } else { Count::Board };
    units::count(tx, &unit.id, now, desk.now().day(), count)
}

/// One of one's own units. It is about nobody, so there is no permit to ask for: whose it is decides.
fn own_unit(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<Unit, Error> {
    let unit = units::one(tx, id)?;
    if *desk.ctx().actor.employer_id()? != unit.organisation {
        return Err(Error::refused(&Refusal::NotYours));
    }
    desk.note_nobody();
    Ok(unit)
}

/// The number is right: one tap.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn confirm(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, seen: i64) -> Result<(), Error> {
    let unit = own_unit(tx, desk, id)?;
    if unit.version != seen {
        return Err(Error::refused(&Refusal::Changed));
    }
    number(tx, desk, &unit, unit.board)
}

/// One more or one less is free: one tap.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn step(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, seen: i64, step: Step) -> Result<(), Error> {
    let unit = own_unit(tx, desk, id)?;
    let board = rules::step(unit.board, unit.version, seen, step).map_err(|no| Error::refused(&no))?;
    number(tx, desk, &unit, board)
}

fn number(tx: &mut Tx<'_>, desk: &Desk<'_>, unit: &Unit, board: Places) -> Result<(), Error> {
    if !units::set(tx, desk, unit, board, Touch::Confirms)? {
        return Err(Error::refused(&Refusal::Changed));
    }
    units::count(tx, &unit.id, board, desk.now().day(), Count::Board)
}

/// Writes what a unit is and how many places it has; a new one when there is no id.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn describe(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    known: Option<(&RowId, i64)>,
    about: &About,
    board: Places,
) -> Result<RowId, Error> {
    let Some((id, seen)) = known else {
        let id = units::insert(tx, desk, desk.ctx().actor.employer_id()?, about, board)?;
        desk.note_nobody();
        units::count(tx, &id, board, desk.now().day(), Count::Board)?;
        return Ok(id);
    };
    let unit = own_unit(tx, desk, id)?;
    if unit.version != seen {
        return Err(Error::refused(&Refusal::Changed));
    }
    number(tx, desk, &unit, board)?;
    units::describe(tx, desk, id, about)?;
    Ok(id.clone())
}
