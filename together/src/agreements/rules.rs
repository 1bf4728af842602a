//! The rules of agreements between organisations. Whoever proposes has no more say than whoever is asked: the same terms can be
//! changed by either, and hold when the one who did not write them last says yes.

use kernel::id::OrganisationId;
use kernel::role::Role;
use kernel::time::Day;

/// Longest title, in characters.
pub const MAX_TITLE: usize = 120;
/// Longest text, in characters.
pub const MAX_TERMS: usize = 4000;
/// Longest reason, in characters.
pub const MAX_REASON: usize = 600;

/// What two organisations agree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// About what, in one line.
    pub title: String,
    /// What each does.
    pub words: String,
    /// From.
    pub from: Day,
    /// To and including.
    pub until: Day,
}

/// Where an agreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is proposed; one of the two is to answer.
    Proposed,
    /// Both have said yes.
    Agreed,
    /// One has said no, with a reason.
    Declined,
    /// Whoever proposed it took it back.
    TakenBack,
    /// One of the two ended it before its day, with a reason.
    Ended,
}

impl State {
    /// All five.
    pub const ALL: [State; 5] = [State::Proposed, State::Agreed, State::Declined, State::TakenBack, State::Ended];

    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Proposed => "proposed",
            State::Agreed => "agreed",
            State::Declined => "declined",
            State::TakenBack => "taken-back",
            State::Ended => "ended",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// What the rules must know of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who proposed it.
    pub proposer: OrganisationId,
    /// Who was asked.
    pub other: OrganisationId,
    /// Where it stands.
    pub state: State,
    /// Who is to answer.
    pub waits_on: Option<OrganisationId>,
    /// The last day of the terms.
    pub until: Day,
}

impl Standing {
    /// The other of the two; nothing for whoever is neither.
    #[must_use]
    pub fn counterpart(&self, of: &OrganisationId) -> Option<&OrganisationId> {
        if *of == self.proposer {
            Some(&self.other)
        } else if *of == self.other {
            Some(&self.proposer)
        } else {
            None
        }
    }

    /// Whether it holds on this day.
    #[must_use]
    pub fn runs(&self, today: Day) -> bool {
        self.state == State::Agreed && today <= self.until
    }
}

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Yes to what stands there.
    Yes,
    /// No, with a reason.
    No,
    /// Yes, if it is like this instead.
    Change(Terms),
    /// Take back what one wrote.
    TakeBack,
    /// End it before its day, with a reason.
    End,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both have said yes.
    Agreed,
    /// One has said no.
    Declined,
    /// New terms, and the other is to answer.
    Changed(Terms, OrganisationId),
    /// Taken back.
    TakenBack,
    /// Ended.
    Ended,
}

impl Change {
    /// As stored in the list of what happened, and in the wording.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Change::Agreed => "agreed",
            Change::Declined => "declined",
            Change::Changed(..) => "changed",
            Change::TakenBack => "taken-back",
            Change::Ended => "ended",
        }
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This role speaks for no organisation.
    NotThisRole,
    /// It takes two.
    WithYourself,
    /// It ends before it begins.
    Backwards,
    /// It lasts longer than anybody will read it.
    TooLong,
    /// It is over before anybody has said yes.
    PastAlready,
    /// It is not for this organisation to answer now.
    NotYours,
    /// It has been answered.
    Answered,
    /// It was changed on another page.
    Changed,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 8] = [
        Refusal::NotThisRole,
        Refusal::WithYourself,
        Refusal::Backwards,
        Refusal::TooLong,
        Refusal::PastAlready,
        Refusal::NotYours,
        Refusal::Answered,
        Refusal::Changed,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotThisRole => "agreements-not-this-role",
            Refusal::WithYourself => "agreements-with-yourself",
            Refusal::Backwards => "agreements-backwards",
            Refusal::TooLong => "agreements-too-long",
            Refusal::PastAlready => "agreements-past-already",
            Refusal::NotYours => "agreements-not-yours",
            Refusal::Answered => "agreements-answered",
            Refusal::Changed => "agreements-changed",
        }
    }
}

/// Whether somebody in this role may propose and answer for their organisation: everyone who works there but those who keep
/// the system or guard privacy. A volunteer as much as a leader; the name stands beside what they did.
#[must_use]
pub const fn may_speak(role: Role) -> bool {
    role.is_staff() && !matches!(role, Role::Admin | Role::PrivacyContact)
}

/// Whether terms can be proposed today.
///
/// # Errors
/// The [`Refusal`].
pub fn fair(terms: &Terms, longest_days: i32, today: Day) -> Result<(), Refusal> {
    if terms.until < terms.from {
        Err(Refusal::Backwards)
    } else if terms.until < today {
        Err(Refusal::PastAlready)
    } else if terms.until.since(terms.from) > longest_days {
        Err(Refusal::TooLong)
    } else {
        Ok(())
    }
}

/// Decides whether a proposal may be made.
///
/// # Errors
/// The [`Refusal`].
pub fn propose(role: Role, mine: &OrganisationId, other: &OrganisationId) -> Result<(), Refusal> {
    if !may_speak(role) {
        Err(Refusal::NotThisRole)
    } else if mine == other {
        Err(Refusal::WithYourself)
    } else {
        Ok(())
    }
}

/// Decides about an agreement.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(standing: &Standing, role: Role, mine: &OrganisationId, command: &Command, today: Day) -> Result<Change, Refusal> {
    if !may_speak(role) {
        return Err(Refusal::NotThisRole);
    }
    let counterpart = standing.counterpart(mine).ok_or(Refusal::NotYours)?;
    let asked = standing.waits_on.as_ref() == Some(mine);
    match (standing.state, command) {
        (State::Proposed, Command::Yes) if asked && standing.until < today => Err(Refusal::PastAlready),
        (State::Proposed, Command::Yes) if asked => Ok(Change::Agreed),
        (State::Proposed, Command::No) if asked => Ok(Change::Declined),
        (State::Proposed, Command::Change(terms)) if asked => Ok(Change::Changed(terms.clone(), counterpart.clone())),
        (State::Proposed, Command::TakeBack) if !asked => Ok(Change::TakenBack),
        (State::Proposed, Command::Yes | Command::No | Command::Change(_) | Command::TakeBack) => Err(Refusal::NotYours),
        (State::Agreed, Command::End) if standing.runs(today) => Ok(Change::Ended),
        _ => Err(Refusal::Answered),
    }
}
