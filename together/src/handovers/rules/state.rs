//! Where a hand-over can be, what can be done to it, and what comes of it.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;

use super::{Event, Kept, Refusal, Returned, Terms};

/// Somebody at work.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Worker {
    /// Their account.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
}

/// Who is asked to take over. Anybody in the organisation may answer: one who is asked by name may be off duty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Receiver {
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Who in it was meant.
    pub account: Option<AccountId>,
}

/// How far it has come. Each variant holds only what is true in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The six lines are being written.
    Planned,
    /// Somebody is asked.
    Offered(Receiver),
    /// The receiver has asked something first.
    Asked(Receiver),
    /// It came back. The sender looks for another way.
    Returned(Returned),
    /// The receiver has said yes. They have not met yet.
    Accepted(Worker),
    /// They were to meet, and did not.
    Missed(Worker),
    /// They have met. The receiver holds it.
    Passed(Worker),
    /// It is not handed over after all: the sender goes on holding it.
    Kept(Kept),
    /// Erased, or the person is dead: nobody holds it.
    Gone,
}

/// A hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// Who holds it until it is passed.
    pub sender: Worker,
    /// How far it has come.
    pub phase: Phase,
    /// Counts what is asked: a new offer, or lines written anew, is a new question, and an answer to an earlier one is none.
    pub round: i64,
    /// The six lines say what they must.
    pub ready: bool,
    /// The person has said yes to showing them to this receiver.
    pub agreed: bool,
    /// The person left without it being planned.
    pub departed: bool,
    /// How far up it has gone: 0 nobody, 1 the leader and the coordinating unit, 2 still there and late again.
    pub step: i64,
    /// When it goes further up. Nothing when it is over.
    pub due_at: Option<Timestamp>,
    /// When they are to meet.
    pub meet_at: Option<Timestamp>,
    /// The numbers of the day it was begun: a new rule changes new clocks and no old ones.
    pub terms: Terms,
}

/// What somebody does, or what time does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// The six lines are written, or written anew.
    Write {
        /// Who.
        by: Worker,
        /// Whether they say what they must.
        ready: bool,
        /// When they are to meet.
        meet_at: Option<Timestamp>,
    },
    /// The sender asks somebody to take over.
    Offer {
        /// Who asks.
        by: Worker,
        /// Who is asked.
        to: Receiver,
    },
    /// The sender takes the question back.
    TakeBack(Worker),
    /// The sender answers what the receiver asked.
    Answer(Worker),
    /// A colleague of the sender's holds it from now on: a new shift.
    TakeOn(Worker),
    /// The person left without it being planned.
    Depart(Worker),
    /// It is not handed over after all.
    Keep(Worker, Kept),
    /// The receiver says yes to this offer.
    Accept(Worker, i64),
    /// The receiver says no to it.
    Refuse(Worker, i64),
    /// The receiver asks something first.
    Ask(Worker, i64),
    /// The receiver said yes, and cannot after all.
    GiveBack(Worker),
    /// They have met.
    Met(Worker),
    /// They were to meet, and did not.
    Miss(Worker),
    /// The person says yes to showing the lines as they stand to whoever is asked now.
    Agree(i64),
    /// The person takes that back.
    Withdraw,
    /// Everything about the person is erased.
    Erase,
    /// The person is dead.
    Die(Worker),
    /// Time has passed.
    Tick,
}

/// What comes of it: the new state, and what happened; nothing happened when it had been done before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The state from now on.
    pub state: State,
    /// What happened.
    pub event: Option<Event>,
}

impl State {
    /// A hand-over that begins. Whoever begins it holds it.
    #[must_use]
    pub fn begun(sender: Worker, terms: Terms, due_at: Timestamp) -> State {
        State {
            sender,
            phase: Phase::Planned,
            round: 0,
            ready: false,
            agreed: false,
            departed: false,
            step: 0,
            due_at: Some(due_at),
            meet_at: None,
            terms,
        }
    }

    /// The one who holds the baton.
    #[must_use]
    pub fn holder(&self) -> Option<&Worker> {
        match &self.phase {
            Phase::Passed(to) => Some(to),
            Phase::Gone => None,
            _ => Some(&self.sender),
        }
    }

    /// Whether nothing more is to be done.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self.phase, Phase::Passed(_) | Phase::Kept(_) | Phase::Gone)
    }

    /// Who is asked, or has said yes.
    #[must_use]
    pub fn receiver(&self) -> Option<&OrganisationId> {
        match &self.phase {
            Phase::Offered(to) | Phase::Asked(to) => Some(&to.organisation),
            Phase::Accepted(by) | Phase::Missed(by) | Phase::Passed(by) => Some(&by.organisation),
            Phase::Planned | Phase::Returned(_) | Phase::Kept(_) | Phase::Gone => None,
        }
    }

    pub(super) fn is_senders(&self, by: &Worker) -> Result<(), Refusal> {
        if by.organisation == self.sender.organisation { Ok(()) } else { Err(Refusal::NotYours) }
    }

    /// On to a new phase, with a clock of its own.
    pub(super) fn on(&self, phase: Phase, due_at: Option<Timestamp>, event: Event) -> Change {
        Change { state: State { phase, due_at, step: 0, ..self.clone() }, event: Some(event) }
    }

    pub(super) fn back(&self, why: Returned, now: Timestamp) -> Change {
        let due_at = Some(self.terms.answer_by(now));
        self.on(Phase::Returned(why), due_at, Event::Returned(why))
    }

    pub(super) fn same(&self) -> Change {
        Change { state: self.clone(), event: None }
    }
}
