//! Sharing as rules. Nothing here knows a table, a page or a clock: the state says what is so, the command what the person
//! wants, and the answer is what is so afterwards, or a no with its reason.

use kernel::area::Areas;
use kernel::calendar::add_working_days;
use kernel::time::{Day, Timestamp};
use platform::access::consent_records::RecordKind;

use super::limits::Limits;
use super::refusal::Refusal;

/// What somebody sees, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which areas.
    pub areas: Areas,
    /// Until when at the latest; every share has an end.
    pub until: Timestamp,
    /// It also ends when the service no longer serves the person.
    pub while_serving: bool,
}

/// How it is now, as far as one command is about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What runs towards the receiver in question.
    pub running: Vec<Share>,
    /// The receiver's role may see such things at all, and somebody is in it.
    pub can_receive: bool,
    /// The receiver's organisation serves the person.
    pub serving: bool,
    /// The person has blocked the employee in question.
    pub blocked: bool,
    /// Areas closed to everyone.
    pub closed: Areas,
    /// Sharing between health personnel is objected to.
    pub objected: bool,
    /// The consent records that hold.
    pub records: Vec<RecordKind>,
    /// The change that may be undone.
    pub past: Option<Past>,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// How it was before.
    pub before: Change,
    /// When it was made.
    pub made_at: Timestamp,
    /// It has been undone.
    pub undone: bool,
    /// Something newer has been said about the same thing.
    pub overtaken: bool,
}

/// Until when, as the person chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// One week.
    Week,
    /// So long as the person goes there, and not beyond the long limit.
    Long,
    /// To and including a day.
    Date(Day),
}

/// What the person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Share exactly these areas, instead of what was shared before.
    Share(Areas, Until),
    /// Stop sharing.
    Stop,
    /// Let an employee see nothing more.
    Block,
    /// Lift the block.
    Lift,
    /// Close areas to everyone.
    Close(Areas),
    /// Open areas again.
    Open(Areas),
    /// Object to sharing between health personnel.
    Object,
    /// Take the objection back.
    TakeBack,
    /// Say yes to what is put on record.
    Give(RecordKind),
    /// Take the yes back.
    Withdraw(RecordKind),
    /// Make it as it was before a change.
    Undo,
}

/// How one thing is afterwards. It is also how a thing was before, so that undoing is the same act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Exactly these shares run towards the receiver.
    Shares(Vec<Share>),
    /// The employee is blocked, or not.
    Blocked(bool),
    /// Exactly these areas are closed.
    Closed(Areas),
    /// The objection stands, or not.
    Objected(bool),
    /// The consent is on record, or not.
    Recorded(RecordKind, bool),
}

/// Decides.
///
/// # Errors
/// A [`Refusal`] that says what stands in the way.
pub fn decide(state: &State, command: &Command, limits: &Limits, now: Timestamp) -> Result<Change, Refusal> {
    match command {
        Command::Share(areas, until) => share(state, *areas, *until, limits, now),
        Command::Stop if state.running.is_empty() => Err(Refusal::AlreadyEnded),
        Command::Stop => Ok(Change::Shares(Vec::new())),
        Command::Block if state.blocked => Err(Refusal::AlreadyBlocked),
        Command::Block => Ok(Change::Blocked(true)),
        Command::Lift if !state.blocked => Err(Refusal::NotBlocked),
        Command::Lift => Ok(Change::Blocked(false)),
        Command::Close(areas) if areas.is_empty() => Err(Refusal::NothingChosen),
        Command::Close(areas) if state.closed.or(*areas) == state.closed => Err(Refusal::AlreadyClosed),
        Command::Close(areas) => Ok(Change::Closed(state.closed.or(*areas))),
        Command::Open(areas) if state.closed.and(*areas).is_empty() => Err(Refusal::NotClosed),
        Command::Open(areas) => Ok(Change::Closed(minus(state.closed, *areas))),
        Command::Object if state.objected => Err(Refusal::AlreadyObjected),
        Command::Object => Ok(Change::Objected(true)),
        Command::TakeBack if !state.objected => Err(Refusal::NotObjected),
        Command::TakeBack => Ok(Change::Objected(false)),
        Command::Give(kind) if state.records.contains(kind) => Err(Refusal::AlreadyGiven),
        Command::Give(kind) => Ok(Change::Recorded(*kind, true)),
        Command::Withdraw(kind) if !state.records.contains(kind) => Err(Refusal::NotGiven),
        Command::Withdraw(kind) => Ok(Change::Recorded(*kind, false)),
        Command::Undo => undo(state, limits, now),
    }
}

/// A share is asked for in the order in which a person can mend it: whom first, then what, then until when.
fn share(state: &State, areas: Areas, until: Until, limits: &Limits, now: Timestamp) -> Result<Change, Refusal> {
    can_receive(state)?;
    if areas.is_empty() {
        return Err(Refusal::NothingChosen);
    }
    if minus(areas, state.closed).is_empty() {
        return Err(Refusal::AreaClosed);
    }
    let share = Share { areas, until: end(until, limits, now)?, while_serving: until == Until::Long && state.serving };
    if state.running == [share.clone()] {
        return Err(Refusal::NothingChanged);
    }
    Ok(Change::Shares(vec![share]))
}

fn can_receive(state: &State) -> Result<(), Refusal> {
    if !state.can_receive {
        Err(Refusal::CannotReceive)
    } else if state.blocked {
        Err(Refusal::ReceiverBlocked)
    } else {
        Ok(())
    }
}

/// The end of a share: the last day counts to midnight.
pub fn end(until: Until, limits: &Limits, now: Timestamp) -> Result<Timestamp, Refusal> {
    let today = now.day();
    match until {
        Until::Week => Ok(today.plus(limits.short_days).end()),
        Until::Long => Ok(today.plus_months(limits.long_months).end()),
        Until::Date(day) if day <= today => Err(Refusal::DateInThePast),
        Until::Date(day) if day > today.plus_months(limits.longest_months) => Err(Refusal::TooLong),
        Until::Date(day) => Ok(day.end()),
    }
}

fn undo(state: &State, limits: &Limits, now: Timestamp) -> Result<Change, Refusal> {
    let past = state.past.as_ref().ok_or(Refusal::UndoTooLate)?;
    if past.undone {
        return Err(Refusal::AlreadyUndone);
    }
    if past.overtaken {
        return Err(Refusal::Overtaken);
    }
    if now >= past.made_at.plus_days(limits.undo_days.into()) {
        return Err(Refusal::UndoTooLate);
    }
    let Change::Shares(had) = &past.before else { return Ok(past.before.clone()) };
    let left: Vec<Share> = had.iter().filter(|share| share.until > now).cloned().collect();
    if had.is_empty() {
        return if state.running.is_empty() { Err(Refusal::AlreadyEnded) } else { Ok(Change::Shares(left)) };
    }
    can_receive(state)?;
    if left.is_empty() { Err(Refusal::NothingLeft) } else { Ok(Change::Shares(left)) }
}

fn minus(areas: Areas, taken: Areas) -> Areas {
    taken.iter().fold(areas, Areas::without)
}

/// How an emergency opening stands to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Door {
    /// There is somebody to open for.
    pub exists: bool,
    /// The person has blocked this employee.
    pub blocked: bool,
    /// This employee has opened already.
    pub open: bool,
}

/// When an opening closes by itself, and when somebody must have looked at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// It closes.
    pub until: Timestamp,
    /// It must have been reviewed.
    pub review_due: Timestamp,
}

/// Decides about an emergency opening. A block and a person who does not exist get the same no, so that neither shows.
///
/// # Errors
/// A [`Refusal`].
pub fn open(door: Door, limits: &Limits, now: Timestamp) -> Result<Times, Refusal> {
    if !door.exists || door.blocked {
        Err(Refusal::BlockedCannotOpen)
    } else if door.open {
        Err(Refusal::AlreadyOpen)
    } else {
        let due = add_working_days(now.day(), limits.review_working_days);
        Ok(Times { until: now.plus_minutes(i64::from(limits.emergency_hours) * 60), review_due: due.end() })
    }
}

/// What a review comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was as it should be.
    InOrder,
    /// Somebody follows it up.
    FollowedUp,
}

impl Verdict {
    /// Both.
    pub const ALL: [Verdict; 2] = [Verdict::InOrder, Verdict::FollowedUp];

    /// As stored, in the form and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Verdict::InOrder => "in-order",
            Verdict::FollowedUp => "followed-up",
        }
    }

    /// The verdict with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.key() == key)
    }
}

/// Decides about a review: an opening is reviewed once.
///
/// # Errors
/// A [`Refusal`].
pub fn review(reviewed: bool, verdict: Verdict) -> Result<Verdict, Refusal> {
    if reviewed { Err(Refusal::AlreadyReviewed) } else { Ok(verdict) }
}

/// Whether a share is so near its end that the person is asked about it.
#[must_use]
pub fn ends_soon(until: Timestamp, limits: &Limits, now: Timestamp) -> bool {
    now < until && until <= now.plus_days(limits.remind_days.into())
}
