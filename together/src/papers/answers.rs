//! The person's answers to proposals: a yes hands over to the part that takes such a proposal, in the same commit.

use kernel::id::RowId;
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Change, Command, Refusal, State, decide};
use super::store::{self, Answer, Proposed};

/// What is added to a kind of proposal to name its undoing: a part that takes `plan-goal` and can take one out again also
/// accepts `plan-goal-undo`, and is handed `{"id": …}` with the id it gave.
const UNDO: &str = "-undo";

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
    let content = serde_json::from_str(&proposal.content).map_err(|_| Error::fault("a proposal cannot be read"))?;
    desk.hand(tx, permit, &proposal.accept, &content)?.ok_or_else(|| Error::refused(&Refusal::NobodyTakes))
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
        let back = format!("{}{UNDO}", proposal.accept);
        let state = match proposal.state {
            State::Accepted { at, made, .. } => State::Accepted { at, made, returnable: desk.app().takes(&back) },
            other => other,
        };
        let change = decide(&state, Command::Undo, desk.now()).map_err(|no| Error::refused(&no))?;
        if let Change::TakeBack(id) = change {
            desk.hand(tx, permit, &back, &serde_json::json!({ "id": id }))?;
        }
        store::reopen(tx, permit, &proposal.id)?;
    }
    Ok(())
}

/// Whether an answer can be undone as far as the parts that took it are concerned.
#[must_use]
pub fn can_be_undone(app: &App, proposals: &[Proposed]) -> bool {
    let returnable = |proposal: &Proposed| match proposal.state {
        State::Accepted { .. } => app.takes(&format!("{}{UNDO}", proposal.accept)),
        _ => true,
    };
    proposals.iter().all(returnable)
}
