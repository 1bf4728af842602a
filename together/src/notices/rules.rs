//! The rules of notices: what one can be told of, when a notice leaves, what happens when it does not get through, and how
//! an address is shown to be one's own. Pure.

use kernel::time::{Clock, Timestamp};
use platform::mail::Outcome;

#[cfg(test)]
mod tests;

/// What somebody can be told of. One switch each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something was written to them.
    Messages,
    /// A request for help was answered.
    Answers,
    /// An appointment was made.
    Appointments,
    /// A meeting was called, or its minutes are ready.
    Meetings,
    /// A referral was sent.
    Referrals,
    /// Somebody is asked to take over.
    Handovers,
    /// Somebody has been given a task.
    Tasks,
}

impl Kind {
    /// All, in the order they stand on the page.
    pub const ALL: [Kind; 7] =
        [Kind::Messages, Kind::Answers, Kind::Appointments, Kind::Meetings, Kind::Referrals, Kind::Handovers, Kind::Tasks];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Messages => "messages",
            Kind::Answers => "answers",
            Kind::Appointments => "appointments",
            Kind::Meetings => "meetings",
            Kind::Referrals => "referrals",
            Kind::Handovers => "handovers",
            Kind::Tasks => "tasks",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The facts that are news of this kind.
    #[must_use]
    pub const fn facts(self) -> &'static [&'static str] {
        match self {
            Kind::Messages => &["MessageSent"],
            Kind::Answers => &["HelpAnswered"],
            Kind::Appointments => &["AppointmentMade"],
            Kind::Meetings => &["MeetingCalled", "MinutesReady"],
            Kind::Referrals => &["ReferralSent"],
            Kind::Handovers => &["HandoverOffered"],
            Kind::Tasks => &["TaskMade"],
        }
    }

    /// The kind of a fact.
    #[must_use]
    pub fn of_fact(fact: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.facts().contains(&fact))
    }

    /// Whether this is something the person is told of: tasks lie with those who help.
    #[must_use]
    pub const fn is_for_person(self) -> bool {
        !matches!(self, Kind::Tasks)
    }

    /// Whether this is something an employee is told of.
    #[must_use]
    pub const fn is_for_staff(self) -> bool {
        !matches!(self, Kind::Answers)
    }
}

/// The way a notice takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// E-mail.
    Mail,
    /// SMS.
    Sms,
}

impl Channel {
    /// Both.
    pub const ALL: [Channel; 2] = [Channel::Mail, Channel::Sms];

    /// As stored, in addresses and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Channel::Mail => "epost",
            Channel::Sms => "sms",
        }
    }

    /// The channel with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.key() == key)
    }
}

/// Hours in which nothing is sent, on the wall in Norway. From and until are the same when there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// From this hour, 0 to 23.
    pub from: u8,
    /// Until this hour, 0 to 23.
    pub until: u8,
}

impl Quiet {
    /// From hours; nothing for what no clock shows.
    #[must_use]
    pub fn of(from: u8, until: u8) -> Option<Quiet> {
        (from < 24 && until < 24).then_some(Quiet { from, until })
    }

    /// Whether there are any.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.from == self.until
    }

    /// The first moment from `at` on that is not quiet.
    #[must_use]
    pub fn over(self, at: Timestamp) -> Timestamp {
        let (minute, from, until) = (at.clock().minutes(), u16::from(self.from) * 60, u16::from(self.until) * 60);
        let over_midnight = from > until;
        let is_quiet = match (self.is_none(), over_midnight) {
            (true, _) => false,
            (false, true) => minute >= from || minute < until,
            (false, false) => minute >= from && minute < until,
        };
        if !is_quiet {
            return at;
        }
        let day = if over_midnight && minute >= from { at.day().plus(1) } else { at.day() };
        day.at(Clock::from_minutes(until))
    }
}

/// Dated numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// What happens within so many minutes after a notice goes into the next one.
    pub fold_minutes: i64,
    /// The hours of quiet for whoever has not chosen.
    pub quiet: Quiet,
    /// How long a code holds.
    pub code_minutes: i64,
    /// How many codes one may ask for in an hour.
    pub codes_an_hour: i64,
    /// How long an address must have been refused before it counts as wrong.
    pub refused_hours: i64,
    /// How long it is kept that a notice was sent.
    pub kept_days: i64,
}

/// When a notice about something that happens now may leave: at once, but never close after the last one and never in
/// quiet hours.
#[must_use]
pub fn due(now: Timestamp, last_sent: Option<Timestamp>, quiet: Quiet, limits: &Limits) -> Timestamp {
    let earliest = last_sent.map_or(now, |sent| now.max(sent.plus_minutes(limits.fold_minutes)));
    quiet.over(earliest)
}

/// Minutes until the next try after so many: short at first, never more than four hours, and never given up, since there is
/// at most one notice waiting for each address.
#[must_use]
pub const fn pause_minutes(tries: i64) -> i64 {
    match tries {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        _ => 240,
    }
}

/// How a notice ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The other side has it.
    Sent,
    /// The address has been refused for as long as it takes to be sure.
    Refused,
    /// Whoever it was for has switched it off, or is gone.
    Dropped,
}

impl End {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            End::Sent => "sent",
            End::Refused => "refused",
            End::Dropped => "dropped",
        }
    }
}

/// What comes after a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is over.
    Over(End),
    /// Another try, not before this; with the first refusal so far.
    Again(Timestamp, Option<Timestamp>),
}

/// What comes after a try that went so. An unknown outcome is tried again as the same letter: at least once, and told apart
/// from a second one by its Message-ID.
#[must_use]
pub fn after(
    outcome: Outcome,
    tries: i64,
    refused_since: Option<Timestamp>,
    now: Timestamp,
    quiet: Quiet,
    limits: &Limits,
) -> Next {
    let later = |minutes: i64| quiet.over(now.plus_minutes(minutes));
    match outcome {
        Outcome::Delivered => Next::Over(End::Sent),
        Outcome::Refused => {
            let since = refused_since.unwrap_or(now);
            if now.since_s(since) >= limits.refused_hours * 3600 {
                return Next::Over(End::Refused);
            }
            // Half the time it takes to be sure: a server that was set up wrong for an hour condemns nobody.
            Next::Again(later(limits.refused_hours * 30), Some(since))
        }
        Outcome::Later | Outcome::Unreached | Outcome::Unknown => Next::Again(later(pause_minutes(tries)), None),
    }
}

/// What is known of one channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// An address stands there.
    pub named: bool,
    /// A code was sent and holds until then.
    pub code_until: Option<Timestamp>,
    /// The address was shown to be one's own.
    pub verified: bool,
}

/// What somebody does with a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Names an address; a code is sent there.
    Name,
    /// Types the code; says whether it was right.
    Confirm {
        /// It was the one that was sent.
        right: bool,
    },
    /// Takes the address away.
    Remove,
}

/// What becomes of the channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The address stands there, and waits for its code until then.
    Named(Timestamp),
    /// It is one's own from now on.
    Verified,
    /// It is gone.
    Removed,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The house has no way out of this kind.
    NotSetUp,
    /// So many codes have been asked for that somebody may be flooded.
    TooManyCodes,
    /// Another code was sent.
    WrongCode,
    /// The code holds no more.
    OldCode,
    /// So many wrong codes that one must wait.
    TooManyTries,
    /// There is no address any more: it was taken away elsewhere.
    NoAddress,
    /// Somebody changed the same choices meanwhile.
    Changed,
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotSetUp => "notices-not-set-up",
            Refusal::TooManyCodes => "notices-too-many-codes",
            Refusal::WrongCode => "notices-wrong-code",
            Refusal::OldCode => "notices-old-code",
            Refusal::TooManyTries => "notices-too-many-tries",
            Refusal::NoAddress => "notices-no-address",
            Refusal::Changed => "notices-changed",
        }
    }
}

/// Decides about a channel.
///
/// # Errors
/// A [`Refusal`].
pub fn decide(way: &Way, set_up: bool, command: Command, now: Timestamp, limits: &Limits) -> Result<Change, Refusal> {
    match command {
        Command::Name if !set_up => Err(Refusal::NotSetUp),
        Command::Name => Ok(Change::Named(now.plus_minutes(limits.code_minutes))),
        Command::Confirm { .. } if !way.named => Err(Refusal::NoAddress),
        // Sent twice: it is done, and stays so.
        Command::Confirm { .. } if way.verified => Ok(Change::Verified),
        Command::Confirm { .. } if way.code_until.is_none_or(|until| until <= now) => Err(Refusal::OldCode),
        Command::Confirm { right: false } => Err(Refusal::WrongCode),
        Command::Confirm { right: true } => Ok(Change::Verified),
        Command::Remove => Ok(Change::Removed),
    }
}
