//! The guard: an end without an accepted next step has an owner, by name, until somebody accepts. Never nobody.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;

/// What came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A stay.
    StayEnded,
    /// A tenancy.
    TenancyEnded,
    /// A referral was closed.
    ReferralClosed,
    /// Somebody who was to take over said no.
    HandoverRefused,
    /// Somebody left without it being planned.
    Departed,
    /// Several appointments came to nothing.
    Missed,
    /// Nobody has been in touch.
    Silence,
}

impl Cause {
    /// All seven.
    pub const ALL: [Cause; 7] = [
        Cause::StayEnded,
        Cause::TenancyEnded,
        Cause::ReferralClosed,
        Cause::HandoverRefused,
        Cause::Departed,
        Cause::Missed,
        Cause::Silence,
    ];

    /// As stored, in what other parts hand over, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Cause::StayEnded => "stay-ended",
            Cause::TenancyEnded => "tenancy-ended",
            Cause::ReferralClosed => "referral-closed",
            Cause::HandoverRefused => "handover-refused",
            Cause::Departed => "departed",
            Cause::Missed => "missed",
            Cause::Silence => "silence",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.key() == key)
    }

    /// Whether a step that was accepted before the end is enough. Somebody who said no, or who left, needs a new one.
    #[must_use]
    pub const fn may_be_met_before(self) -> bool {
        matches!(self, Cause::StayEnded | Cause::TenancyEnded | Cause::ReferralClosed | Cause::Missed)
    }
}

/// Why it is this one who owns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The coordinator.
    Coordinator,
    /// The responsible professional, or whoever stands in.
    Responsible,
    /// The leader of the service that it ended in.
    Leader,
    /// The coordinating unit.
    Unit,
    /// Somebody took it, or was given it.
    Taken,
}

impl Ground {
    /// All five.
    pub const ALL: [Ground; 5] = [Ground::Coordinator, Ground::Responsible, Ground::Leader, Ground::Unit, Ground::Taken];

    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ground::Coordinator => "coordinator",
            Ground::Responsible => "responsible",
            Ground::Leader => "leader",
            Ground::Unit => "unit",
            Ground::Taken => "taken",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|ground| ground.key() == key)
    }
}

/// Whoever owns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// By account: never an organisation alone.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// Why they.
    pub ground: Ground,
}

/// Who owns it: the coordinator, else the responsible professional, else the leader, else the coordinating unit. Nothing only
/// where nobody at all works.
#[must_use]
pub fn choose(candidates: &[Owner]) -> Option<&Owner> {
    candidates.iter().min_by_key(|owner| owner.ground)
}

/// How it was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Somebody has said yes to the next step.
    Step,
    /// Somebody was in touch.
    InTouch,
    /// The person does not want a next step now.
    SaidNo,
}

impl How {
    /// All three.
    pub const ALL: [How; 3] = [How::Step, How::InTouch, How::SaidNo];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            How::Step => "step",
            How::InTouch => "in-touch",
            How::SaidNo => "said-no",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.key() == key)
    }
}

/// An open item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What ended.
    pub cause: Cause,
    /// Who has it.
    pub owner: Owner,
    /// The owner works there no more.
    pub owner_left: bool,
    /// Where its leader works.
    pub leader: Option<OrganisationId>,
    /// Since when.
    pub since: Timestamp,
}

/// Whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Account.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// They coordinate.
    pub coordinates: bool,
    /// They lead, and see no person.
    pub leads: bool,
}

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Take it.
    Take,
    /// Give it to somebody who works in the same organisation.
    Give(Owner),
    /// Close it.
    Close(How),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It has another owner.
    Owned(Owner),
    /// It is closed.
    Closed(How),
    /// It was so already.
    Same,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is closed.
    Closed,
    /// It is another organisation's.
    NotYours,
    /// Whoever leads gives it to somebody who meets the person.
    NotLeader,
    /// They do not work there.
    NotColleague,
    /// Being in touch is not enough for this one.
    NotEnough,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 5] =
        [Refusal::Closed, Refusal::NotYours, Refusal::NotLeader, Refusal::NotColleague, Refusal::NotEnough];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Closed => "gaps-closed",
            Refusal::NotYours => "gaps-not-yours",
            Refusal::NotLeader => "gaps-not-leader",
            Refusal::NotColleague => "gaps-not-colleague",
            Refusal::NotEnough => "gaps-not-enough",
        }
    }
}

/// Decides about an item; `None` is one that is closed.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: Option<&Open>, asker: &Asker, command: &Command) -> Result<Change, Refusal> {
    let open = state.ok_or(Refusal::Closed)?;
    let mine = open.owner.account == asker.account;
    let ours = open.owner.organisation == asker.organisation;
    let led = asker.leads && open.leader.as_ref() == Some(&asker.organisation);
    if !(mine || ours || led || asker.coordinates) {
        return Err(Refusal::NotYours);
    }
    match command {
        Command::Give(to) if led || mine => {
            let there = to.organisation == open.owner.organisation || led;
            if there { Ok(Change::Owned(to.clone())) } else { Err(Refusal::NotColleague) }
        }
        Command::Give(_) => Err(Refusal::NotYours),
        _ if asker.leads => Err(Refusal::NotLeader),
        Command::Take if mine => Ok(Change::Same),
        Command::Take => Ok(Change::Owned(Owner {
            account: asker.account.clone(),
            organisation: asker.organisation.clone(),
            ground: Ground::Taken,
        })),
        Command::Close(How::InTouch) if open.cause != Cause::Silence => Err(Refusal::NotEnough),
        Command::Close(how) => Ok(Change::Closed(*how)),
    }
}

/// When silence is too long.
#[must_use]
pub fn silent_at(last: Timestamp, days: i64) -> Timestamp {
    last.plus_days(days)
}
