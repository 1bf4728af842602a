//! The baton: a hand-over as a pure protocol. Whoever sends holds until the receiver has said yes *and* has met the person; there
//! is exactly one holder until an erasure or a death is recorded, and none after. A model checker walks this very code
//! (`tests/model.rs`), with lost, repeated and reordered answers.

mod state;
mod terms;
mod words;

use kernel::time::Timestamp;

pub use state::{Change, Command, Phase, Receiver, State, Worker};
pub use terms::Terms;
pub use words::{Cause, Event, Kept, Refusal, Returned};

/// Decides.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: &State, command: &Command, now: Timestamp) -> Result<Change, Refusal> {
    match command {
        Command::Erase if state.phase == Phase::Gone => Ok(state.same()),
        Command::Erase => Ok(gone(state, Event::Erased)),
        _ if state.phase == Phase::Gone => Err(Refusal::Over),
        Command::Die(by) => about_death(state, by),
        Command::Tick => Ok(tick(state, now)),
        Command::Agree(_) | Command::Withdraw => persons(state, command, now),
        Command::Accept(..) | Command::Refuse(..) | Command::Ask(..) => answers(state, command, now),
        Command::GiveBack(by) | Command::Met(by) | Command::Miss(by) => meeting(state, command, by, now),
        Command::Write { by, .. }
        | Command::Offer { by, .. }
        | Command::TakeBack(by)
        | Command::Answer(by)
        | Command::TakeOn(by)
        | Command::Depart(by)
        | Command::Keep(by, _) => {
            state.is_senders(by)?;
            if state.is_final() { Err(Refusal::Over) } else { senders(state, command, by, now) }
        }
    }
}

fn gone(state: &State, event: Event) -> Change {
    let gone = state.on(Phase::Gone, None, event);
    Change { state: State { agreed: false, ..gone.state }, ..gone }
}

fn about_death(state: &State, by: &Worker) -> Result<Change, Refusal> {
    let knows = state.holder().is_some_and(|holder| holder.organisation == by.organisation);
    if knows || state.receiver() == Some(&by.organisation) { Ok(gone(state, Event::Died)) } else { Err(Refusal::NotYours) }
}

/// What the sender's side does while it is open.
fn senders(state: &State, command: &Command, by: &Worker, now: Timestamp) -> Result<Change, Refusal> {
    match command {
        Command::Write { ready, meet_at, .. } => Ok(write(state, *ready, *meet_at, now)),
        Command::Offer { to, .. } => offer(state, to, now),
        Command::TakeBack(_) => match state.phase {
            Phase::Offered(_) | Phase::Asked(_) => Ok(state.back(Returned::TakenBack, now)),
            _ => Err(Refusal::NobodyAsked),
        },
        Command::Answer(_) => match &state.phase {
            Phase::Asked(to) => {
                Ok(Change { state: State { phase: Phase::Offered(to.clone()), ..state.clone() }, event: Some(Event::Answered) })
            }
            _ => Err(Refusal::NobodyAsked),
        },
        Command::TakeOn(_) if state.sender == *by => Ok(state.same()),
        Command::TakeOn(_) => Ok(Change { state: State { sender: by.clone(), ..state.clone() }, event: Some(Event::TakenOn) }),
        Command::Depart(_) if state.departed => Ok(state.same()),
        Command::Depart(_) => Ok(depart(state, now)),
        Command::Keep(_, why) => Ok(state.on(Phase::Kept(*why), None, Event::Kept(*why))),
        _ => Err(Refusal::NotYours),
    }
}

/// Lines that are written anew have not been said yes to: the person is asked once more.
fn write(state: &State, ready: bool, meet_at: Option<Timestamp>, now: Timestamp) -> Change {
    let due_at = match (&state.phase, meet_at) {
        (Phase::Accepted(_), Some(meet)) => Some(state.terms.meet_by(meet.max(now))),
        _ => state.due_at,
    };
    let round = state.round + 1;
    Change { state: State { ready, meet_at, due_at, round, agreed: false, ..state.clone() }, event: Some(Event::Written) }
}

fn offer(state: &State, to: &Receiver, now: Timestamp) -> Result<Change, Refusal> {
    match state.phase {
        Phase::Planned | Phase::Returned(_) | Phase::Missed(_) => {}
        Phase::Accepted(_) => return Err(Refusal::Taken),
        _ => return Err(Refusal::AlreadyOffered),
    }
    if !state.ready {
        return Err(Refusal::LinesMissing);
    }
    if to.organisation == state.sender.organisation {
        return Err(Refusal::OwnHouse);
    }
    let made = state.on(Phase::Offered(to.clone()), Some(state.terms.answer_by(now)), Event::Offered);
    // A yes is to one receiver. Another one is another question.
    Ok(Change { state: State { round: state.round + 1, agreed: false, ..made.state }, ..made })
}

/// The sender keeps the baton; what had been arranged stands. A plan that had time has none any more.
fn depart(state: &State, now: Timestamp) -> Change {
    let soon = state.terms.answer_by(now);
    let due_at = match state.phase {
        Phase::Planned => Some(state.due_at.map_or(soon, |due| due.min(soon))),
        _ => state.due_at,
    };
    Change { state: State { departed: true, due_at, ..state.clone() }, event: Some(Event::Departed) }
}

/// What the receiver answers. An answer to an offer that stands no more is none, however late it comes.
fn answers(state: &State, command: &Command, now: Timestamp) -> Result<Change, Refusal> {
    let (Command::Accept(by, round) | Command::Refuse(by, round) | Command::Ask(by, round)) = command else {
        return Err(Refusal::NotAsked);
    };
    if *round != state.round {
        return Err(Refusal::Stale);
    }
    match (&state.phase, command) {
        (Phase::Offered(to) | Phase::Asked(to), _) if to.organisation != by.organisation => Err(Refusal::NotAsked),
        (Phase::Offered(_) | Phase::Asked(_), _) if !state.agreed => Err(Refusal::NotAgreed),
        (Phase::Offered(_) | Phase::Asked(_), Command::Accept(..)) => {
            let meet = state.meet_at.map_or(now, |meet| meet.max(now));
            Ok(state.on(Phase::Accepted(by.clone()), Some(state.terms.meet_by(meet)), Event::Accepted))
        }
        (Phase::Offered(_) | Phase::Asked(_), Command::Refuse(..)) => Ok(state.back(Returned::Refused, now)),
        // The clock runs on while something is asked.
        (Phase::Offered(to), Command::Ask(..)) => {
            Ok(Change { state: State { phase: Phase::Asked(to.clone()), ..state.clone() }, event: Some(Event::Asked) })
        }
        (Phase::Asked(_), Command::Ask(..)) => Ok(state.same()),
        (Phase::Accepted(first) | Phase::Missed(first) | Phase::Passed(first), _) => {
            let again = first == by && matches!(command, Command::Accept(..));
            if again { Ok(state.same()) } else { Err(Refusal::Taken) }
        }
        (Phase::Returned(Returned::Refused), Command::Refuse(..)) => Ok(state.same()),
        _ => Err(Refusal::Stale),
    }
}

/// What follows the yes. Only whoever said it can meet the person, and only meeting passes the baton.
fn meeting(state: &State, command: &Command, by: &Worker, now: Timestamp) -> Result<Change, Refusal> {
    let first = match &state.phase {
        Phase::Accepted(first) | Phase::Missed(first) | Phase::Passed(first) => first,
        Phase::Kept(_) => return Err(Refusal::Over),
        _ => return Err(Refusal::NotAccepted),
    };
    if first.organisation != by.organisation {
        return Err(Refusal::NotAsked);
    }
    match (&state.phase, command) {
        (Phase::Passed(_), Command::Met(_)) | (Phase::Missed(_), Command::Miss(_)) => Ok(state.same()),
        (Phase::Passed(_), _) => Err(Refusal::Over),
        (_, Command::Met(_)) => Ok(state.on(Phase::Passed(first.clone()), None, Event::Passed)),
        (_, Command::Miss(_)) => Ok(state.on(Phase::Missed(first.clone()), Some(now.day().end()), Event::Missed)),
        _ => Ok(state.back(Returned::GivenBack, now)),
    }
}

/// What the person says. A yes that is taken back in the air lets the baton lie where it lies: with the sender.
fn persons(state: &State, command: &Command, now: Timestamp) -> Result<Change, Refusal> {
    let agree = matches!(command, Command::Agree(_));
    if matches!(command, Command::Agree(round) if *round != state.round) {
        return Err(Refusal::Stale);
    }
    match &state.phase {
        _ if agree == state.agreed => Ok(state.same()),
        Phase::Offered(_) | Phase::Asked(_) | Phase::Accepted(_) | Phase::Missed(_) if agree => {
            Ok(Change { state: State { agreed: true, ..state.clone() }, event: Some(Event::Agreed) })
        }
        _ if agree => Err(Refusal::NobodyAsked),
        Phase::Offered(_) | Phase::Asked(_) | Phase::Accepted(_) | Phase::Missed(_) => {
            let back = state.back(Returned::Withdrawn, now);
            Ok(Change { state: State { agreed: false, ..back.state }, ..back })
        }
        _ => Ok(Change { state: State { agreed: false, ..state.clone() }, event: Some(Event::Withdrew) }),
    }
}

/// Time: first up to the leader and the coordinating unit; a question that still lies then goes back as well.
fn tick(state: &State, now: Timestamp) -> Change {
    if state.is_final() || state.due_at.is_none_or(|due| due > now) {
        return state.same();
    }
    let next = Some(state.terms.answer_by(now));
    let up = State { step: (state.step + 1).min(2), due_at: next, ..state.clone() };
    match state.phase {
        Phase::Offered(_) | Phase::Asked(_) if state.step >= 1 => Change {
            state: State { phase: Phase::Returned(Returned::Unanswered), agreed: false, ..up },
            event: Some(Event::Returned(Returned::Unanswered)),
        },
        _ => Change { state: up, event: Some(Event::Up) },
    }
}
