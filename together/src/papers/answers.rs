//! The person's answers to proposals: a yes hands over to the part that takes such a proposal, in the same commit.

use kernel::id::RowId;
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::charter::{Accept, Charter};
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Change, Command, Refusal, State, decide};
use super::store::{self, Answer, Proposed};

/// What is added to a kind of proposal to name its undoing: a part that takes `plan-goal` and can take one out again also
/// accepts `plan-goal-undo`, and is handed `{"id": …}` with the id it gave.
const UNDO: &str = "-undo";

/// The part that takes this kind of proposal.
fn taker(app: &App, kind: &str) -> Option<(&'static Charter, &'static Accept)> {
    app.catalogue().iter().find_map(|part| part.accepts.iter().find(|accept| accept.kind == kind).map(|accept| (*part, accept)))
}

/// Answers proposals; they get one answer together.
///
/// # Errors
/// The refusal, or what the part that takes the proposal answers: then none of them is answered.
pub fn give(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, proposals: &[Proposed], command: Command) -> Result<RowId, Error> {
    let answer = RowId::from_bits(desk.bits());
    for proposal in proposals {
        let change = decide(&proposal.state, command, desk.now()).map_err(|no| Error::refused(&no))?;
        let made = match change {
            Change::HandOver => Some(hand_over(tx, desk, permit, proposal)?),
            _ => None,
        };
        let kept = store::answer(tx, permit, &proposal.id, &Answer { id: &answer, made: made.as_deref(), at: desk.now() })?;
        if !kept {
            return Err(Error::refused(&Refusal::Answered));
        }
    }
    Ok(answer)
}

fn hand_over(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, proposal: &Proposed) -> Result<String, Error> {
    let (part, accept) = taker(desk.app(), &proposal.accept).ok_or_else(|| Error::refused(&Refusal::NobodyTakes))?;
    let content = serde_json::from_str(&proposal.content).map_err(|_| Error::fault("a proposal cannot be read"))?;
    (accept.take)(tx, &desk.of(part), permit, &content)
}

/// Undoes an answer, for every proposal it was about.
///
/// # Errors
/// The refusal, or what the part that took the proposal answers: then nothing is undone.
pub fn undo(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, answer: &RowId) -> Result<(), Error> {
    let proposals = store::answered(tx, permit, answer)?;
    if proposals.is_empty() {
        return Err(Error::refused(&Refusal::NotAnswered));
    }
    for proposal in proposals {
        let back = taker(desk.app(), &format!("{}{UNDO}", proposal.accept));
        let state = match proposal.state {
            State::Accepted { at, made, .. } => State::Accepted { at, made, returnable: back.is_some() },
            other => other,
        };
        let change = decide(&state, Command::Undo, desk.now()).map_err(|no| Error::refused(&no))?;
        if let (Change::TakeBack(id), Some((part, accept))) = (change, back) {
            (accept.take)(tx, &desk.of(part), permit, &serde_json::json!({ "id": id }))?;
        }
        store::reopen(tx, permit, &proposal.id)?;
    }
    Ok(())
}

/// Whether an answer can be undone as far as the parts that took it are concerned.
#[must_use]
pub fn can_be_undone(app: &App, proposals: &[Proposed]) -> bool {
    let returnable = |proposal: &Proposed| match proposal.state {
        State::Accepted { .. } => taker(app, &format!("{}{UNDO}", proposal.accept)).is_some(),
        _ => true,
    };
    proposals.iter().all(returnable)
}
