//! The rules of following up: somebody worries for a life, or somebody survived an overdose, and one named person gets in
//! touch. It says that, who and when, and no more: what a clinician finds stands in their own record. There is no score.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Timestamp;

/// Why somebody is followed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// «I worry for their life.»
    Concern,
    /// An overdose they survived.
    Overdose,
}

impl Cause {
    /// Both.
    pub const ALL: [Cause; 2] = [Cause::Concern, Cause::Overdose];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Cause::Concern => "concern",
            Cause::Overdose => "overdose",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.key() == key)
    }
}

/// How it ended. Not having reached the person is no ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They have talked.
    Talked,
    /// The person is helped somewhere else, and somebody there has confirmed it.
    HelpedElsewhere,
    /// The person does not want it.
    SaidNo,
}

impl Outcome {
    /// All three.
    pub const ALL: [Outcome; 3] = [Outcome::Talked, Outcome::HelpedElsewhere, Outcome::SaidNo];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Outcome::Talked => "talked",
            Outcome::HelpedElsewhere => "helped-elsewhere",
            Outcome::SaidNo => "said-no",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// Somebody who may hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Account.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// In which role.
    pub role: Role,
}

/// A follow-up that is not over. It has one holder at every moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Why.
    pub cause: Cause,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Who has it.
    pub holder: AccountId,
    /// The holder works there no more.
    pub holder_left: bool,
    /// Who has been asked to take it.
    pub offered_to: Option<AccountId>,
    /// By when.
    pub due_at: Timestamp,
}

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask a colleague to take it. Until they say yes it stays where it is.
    Offer(Worker),
    /// Say yes.
    Accept,
    /// Say no.
    Decline,
    /// Take what lies.
    Take,
    /// Tried, and did not reach them.
    Tried,
    /// End it.
    End(Outcome),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A colleague is asked.
    Offered(AccountId),
    /// Nobody is asked any more.
    Declined,
    /// It has a new holder.
    Held(AccountId),
    /// A try is noted.
    Tried,
    /// It is over.
    Ended(Outcome),
}

impl Change {
    /// As stored in the list of what happened, and in the wording.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Change::Offered(_) => "offered",
            Change::Declined => "declined",
            Change::Held(_) => "held",
            Change::Tried => "tried",
            Change::Ended(_) => "ended",
        }
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This role follows nobody up.
    NotThisRole,
    /// There is one already.
    ThereIsOne,
    /// It is over.
    Over,
    /// Somebody else has it.
    NotYours,
    /// Nobody has asked you.
    NotAsked,
    /// They cannot take it: not a colleague in such a role, or the one who has it.
    NotThem,
    /// Whoever has it is there, and there is time.
    InGoodHands,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 7] = [
        Refusal::NotThisRole,
        Refusal::ThereIsOne,
        Refusal::Over,
        Refusal::NotYours,
        Refusal::NotAsked,
        Refusal::NotThem,
        Refusal::InGoodHands,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotThisRole => "crisis-not-this-role",
            Refusal::ThereIsOne => "crisis-there-is-one",
            Refusal::Over => "crisis-over",
            Refusal::NotYours => "crisis-not-yours",
            Refusal::NotAsked => "crisis-not-asked",
            Refusal::NotThem => "crisis-not-them",
            Refusal::InGoodHands => "crisis-in-good-hands",
        }
    }
}

/// Whether somebody in this role follows people up: those who meet people in a service. Volunteers and relatives call for
/// help, and nobody lays it on them.
#[must_use]
pub const fn may_follow_up(role: Role) -> bool {
    role.is_staff() && kernel::access::role_may_ever(role, kernel::class::Class::Own) && !matches!(role, Role::Volunteer)
}

/// Decides whether a follow-up begins. Whoever worries holds it from the first second. `there` are those that run in the same
/// organisation.
///
/// # Errors
/// The [`Refusal`].
pub fn begin(there: &[Cause], role: Role, cause: Cause) -> Result<(), Refusal> {
    if !may_follow_up(role) {
        Err(Refusal::NotThisRole)
    } else if there.contains(&cause) {
        Err(Refusal::ThereIsOne)
    } else {
        Ok(())
    }
}

/// Decides about a follow-up; `None` is one that is over.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: Option<&Open>, me: &Worker, command: &Command, now: Timestamp) -> Result<Change, Refusal> {
    let open = state.ok_or(Refusal::Over)?;
    if !can_hold(open, me) {
        return Err(Refusal::NotThem);
    }
    let mine = open.holder == me.account;
    match command {
        Command::Offer(to) if mine => offer(open, to),
        Command::Tried if mine => Ok(Change::Tried),
        Command::End(outcome) if mine => Ok(Change::Ended(*outcome)),
        Command::Offer(_) | Command::Tried | Command::End(_) => Err(Refusal::NotYours),
        Command::Accept if asked(open, me) => Ok(Change::Held(me.account.clone())),
        Command::Decline if asked(open, me) => Ok(Change::Declined),
        Command::Accept | Command::Decline => Err(Refusal::NotAsked),
        Command::Take if mine || lies(open, now) => Ok(Change::Held(me.account.clone())),
        Command::Take => Err(Refusal::InGoodHands),
    }
}

fn can_hold(open: &Open, worker: &Worker) -> bool {
    worker.organisation == open.organisation && may_follow_up(worker.role)
}

fn asked(open: &Open, me: &Worker) -> bool {
    open.offered_to.as_ref() == Some(&me.account)
}

fn offer(open: &Open, to: &Worker) -> Result<Change, Refusal> {
    if can_hold(open, to) && to.account != open.holder { Ok(Change::Offered(to.account.clone())) } else { Err(Refusal::NotThem) }
}

/// Whether it lies: whoever had it is gone, or the time is over. Then any colleague may take it, and their own hand is the yes.
#[must_use]
pub fn lies(open: &Open, now: Timestamp) -> bool {
    open.holder_left || open.due_at <= now
}
