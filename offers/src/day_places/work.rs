//! What people do with day places: each command from the desk to the rows, in one commit.

use kernel::capacity::Places;
use kernel::id::RowId;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;

use super::limits;
use super::rules::{self, Board, Command, Refusal, State, Tap};
use super::store::asks::{self, Eyes};
use super::store::units::{self, About, Unit};

/// A question as it was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Of which offer.
    pub unit: RowId,
    /// What they want to be called there.
    pub called: String,
    /// What the offer should know.
    pub words: Option<String>,
    /// The person has said yes to it; their own question is one.
    pub agreed: bool,
}

/// Asks for a place.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn ask(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, asked: &Asked) -> Result<RowId, Error> {
    let unit = units::one(tx, &asked.unit)?;
    let open_already = asks::is_open(tx, permit, &unit.id)?;
    let agreed = permit.is_own() || asked.agreed;
    rules::ask(unit.about.closed, open_already, agreed).map_err(|no| Error::refused(&no))?;
    asks::insert(tx, desk, permit, (&unit.id, &unit.organisation), (&asked.called, asked.words.as_deref()))
}

/// Answers, leaves or ends: the question and the number in one commit.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn act(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (id, eyes): (&RowId, Eyes),
    (seen, command): (i64, Command),
) -> Result<(), Error> {
    let mut ask = asks::one(tx, desk, permit, id, eyes)?;
    let here = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let allowed = match command {
        // To see a place because it was shared is not to give it up.
        Command::Leave => permit.is_own() || (here.is_some() && here == ask.asked_from.as_ref()),
        _ => eyes == Eyes::Offer,
    };
    if !allowed {
        return Err(Error::refused(&Refusal::NotYours));
    }
    let unit = units::one(tx, &ask.unit)?;
    let start_days = limits::load(tx, desk.now())?.start_days;
    let decided = rules::decide(&ask.case, seen, command, unit.board, (desk.now().day(), start_days));
    let (state, board) = decided.map_err(|no| Error::refused(&no))?;
    ask.case.state = state;
    match command {
        Command::SayNo(why) => ask.no = Some((desk.now(), why)),
        Command::SayYes(_) => ask.no = None,
        Command::Leave | Command::End => ask.over_at = Some(desk.now()),
    }
    if !asks::save(tx, desk, permit, &ask)? {
        return Err(Error::refused(&Refusal::Changed));
    }
    if let Board::Becomes(board) = board
        && !units::set(tx, desk, &unit, board, false)?
    {
        // Read in this very commit, so another version means that two took the last place at the same moment.
        return Err(Error::refused(if matches!(state, State::Placed { .. }) { &Refusal::Full } else { &Refusal::Changed }));
    }
    Ok(())
}

/// One of one's own offers. It is about nobody, so there is no permit to ask for: whose it is decides.
fn own_unit(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<Unit, Error> {
    let unit = units::one(tx, id)?;
    if *desk.ctx().actor.employer_id()? != unit.organisation {
        return Err(Error::refused(&Refusal::NotYours));
    }
    desk.note_nobody();
    Ok(unit)
}

/// One tap on the number.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn tap(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, seen: i64, tap: Tap) -> Result<(), Error> {
    let unit = own_unit(tx, desk, id)?;
    let board = rules::tap(unit.board, unit.version, seen, tap).map_err(|no| Error::refused(&no))?;
    set(tx, desk, &unit, board)
}

fn set(tx: &mut Tx<'_>, desk: &Desk<'_>, unit: &Unit, board: Places) -> Result<(), Error> {
    if units::set(tx, desk, unit, board, true)? { Ok(()) } else { Err(Error::refused(&Refusal::Changed)) }
}

/// Writes what an offer is and how many places it has; a new one when there is no id.
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
        desk.note_nobody();
        return units::insert(tx, desk, about, board);
    };
    let unit = own_unit(tx, desk, id)?;
    if unit.version != seen {
        return Err(Error::refused(&Refusal::Changed));
    }
    set(tx, desk, &unit, board)?;
    units::describe(tx, desk, id, about)?;
    Ok(id.clone())
}
