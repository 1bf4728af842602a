//! From lines to what a person can read: by day, and within the day by who it was. Pure: it knows no table and no words.

use kernel::access::Basis;
use kernel::area::Areas;
use kernel::id::AccountId;
use kernel::role::Role;
use kernel::time::{Day, Timestamp};
use platform::access::log::Look;
use platform::audit::BY_LINK;

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The person, signed in or with a code.
    Own,
    /// The service itself: nightly jobs and deliveries. No human being saw anything.
    Machine,
    /// An employee or a relative, and where they worked then.
    Account(AccountId, String),
    /// Whoever held a link that the person has agreed to, and what they are called.
    Link(String),
}

impl Who {
    /// Whoever a line names.
    #[must_use]
    pub fn of(look: &Look) -> Who {
        if look.detail.basis == BY_LINK {
            return Who::Link(look.detail.reason.clone().unwrap_or_default());
        }
        match (look.role, &look.account) {
            (_, Some(account)) => Who::Account(account.clone(), look.organisation_name.clone()),
            (Role::Person | Role::Visitor, None) => Who::Own,
            (_, None) => Who::Machine,
        }
    }
}

/// What was done, once or several times the same day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// By which part.
    pub part: String,
    /// `look`, or the command's name.
    pub act: String,
    /// `shown`, `changed`, `denied` or `refused`.
    pub outcome: String,
    /// Only the name on a list.
    pub listed: bool,
    /// When, the newest first; a request counts once.
    pub times: Vec<Timestamp>,
}

/// A ground, with the grant it rested on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// A key of the access decision's basis or reason.
    pub basis: String,
    /// The grant.
    pub grant: Option<String>,
}

/// Everything one did in one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Who.
    pub who: Who,
    /// They tried and were denied.
    pub denied: bool,
    /// The newest line: whose page is the group's.
    pub newest: Look,
    /// What they did, the newest first.
    pub deeds: Vec<Deed>,
    /// The areas that were open, all in all.
    pub areas: Areas,
    /// What their own service had written was open. Its areas say nothing about the plan.
    pub own_records: bool,
    /// On which grounds.
    pub grounds: Vec<Ground>,
    /// What was written as the reason.
    pub reasons: Vec<String>,
    /// Requests.
    pub events: usize,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogDay {
    /// Which.
    pub day: Day,
    /// Others first, in the order of their newest line; then the person and the machine, one line each.
    pub groups: Vec<Group>,
}

/// Folds lines that come the newest first.
#[must_use]
pub fn by_day(looks: &[Look]) -> Vec<LogDay> {
    let mut days: Vec<LogDay> = Vec::new();
    for look in looks {
        let day = look.at.day();
        match days.last_mut().filter(|last| last.day == day) {
            Some(last) => last.take(look),
            None => {
                let mut new = LogDay { day, groups: Vec::new() };
                new.take(look);
                days.push(new);
            }
        }
    }
    for day in &mut days {
        day.groups.sort_by_key(|group| !matches!(group.who, Who::Account(..) | Who::Link(_)));
    }
    days
}

/// What one did in a day as a group: the page of one look.
#[must_use]
pub fn one(event: &[Look]) -> Option<Group> {
    let (first, rest) = event.split_first()?;
    let mut group = Group::of(first);
    let who = group.who.clone();
    rest.iter().filter(|look| Who::of(look) == who).for_each(|look| group.take(look));
    Some(group)
}

impl LogDay {
    fn take(&mut self, look: &Look) {
        let (who, denied) = (Who::of(look), look.outcome == "denied");
        match self.groups.iter_mut().find(|group| group.who == who && group.denied == denied) {
            Some(group) => group.take(look),
            None => self.groups.push(Group::of(look)),
        }
    }
}

impl Group {
    fn of(look: &Look) -> Group {
        let mut group = Group {
            who: Who::of(look),
            denied: look.outcome == "denied",
            newest: look.clone(),
            deeds: Vec::new(),
            areas: Areas::NONE,
            own_records: false,
            grounds: Vec::new(),
            reasons: Vec::new(),
            events: 0,
        };
        group.take(look);
        group
    }

    fn take(&mut self, look: &Look) {
        if self.events == 0 || !self.has_time(look.at) {
            self.events += 1;
        }
        if look.detail.basis == Basis::WrittenHere.key() {
            self.own_records |= !look.detail.listed;
        } else if !look.detail.listed {
            self.areas = self.areas.or(Areas::from_bits(look.detail.areas));
        }
        let ground = Ground { basis: look.detail.basis.clone(), grant: look.detail.grant.clone() };
        if !self.grounds.contains(&ground) {
            self.grounds.push(ground);
        }
        if let Some(reason) = look.detail.reason.as_ref().filter(|reason| !self.reasons.contains(reason)) {
            self.reasons.push(reason.clone());
        }
        // Lists and tries read alike whichever part they came through.
        let alike = look.detail.listed || matches!(look.outcome.as_str(), "denied" | "refused");
        let same = |deed: &&mut Deed| {
            deed.outcome == look.outcome
                && deed.listed == look.detail.listed
                && (alike || (deed.part == look.part && deed.act == look.act))
        };
        match self.deeds.iter_mut().find(same) {
            Some(deed) if deed.times.contains(&look.at) => {}
            Some(deed) => deed.times.push(look.at),
            None => self.deeds.push(Deed {
                part: look.part.clone(),
                act: look.act.clone(),
                outcome: look.outcome.clone(),
                listed: look.detail.listed,
                times: vec![look.at],
            }),
        }
    }

    fn has_time(&self, at: Timestamp) -> bool {
        self.deeds.iter().any(|deed| deed.times.contains(&at))
    }

    /// Nothing of the person's was open: only who they are, on lists.
    #[must_use]
    pub fn only_listed(&self) -> bool {
        self.deeds.iter().all(|deed| deed.listed)
    }
}
