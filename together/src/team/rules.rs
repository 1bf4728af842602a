//! The rules of the team: exactly one coordinator, a responsible professional in each service with a substitute for a time,
//! one contact, and a name for everything that is vacant.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::access::duties::Held;
pub use platform::access::duties::may_know;
use platform::access::relations::Duty;

/// Longest time ahead at which a duty may change hands, in days: longer is a plan, not a hand-over.
pub const MAX_AHEAD_DAYS: i64 = 90;
/// Longest time somebody may stand in for another, in days; after a year it is somebody else's duty.
pub const MAX_SUBSTITUTE_DAYS: i64 = 366;
/// Longest note, in characters.
pub const MAX_NOTE: usize = 1000;

/// Why a duty ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Whoever held it has left: it is vacant until somebody else does it.
    Left,
    /// The person said no to it.
    PersonSaidNo,
    /// It is not needed any more.
    NotNeeded,
    /// It went to somebody else.
    HandedOver,
}

impl Ending {
    /// What staff choose between.
    pub const CHOICES: [Ending; 3] = [Ending::Left, Ending::PersonSaidNo, Ending::NotNeeded];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ending::Left => "left",
            Ending::PersonSaidNo => "person-said-no",
            Ending::NotNeeded => "not-needed",
            Ending::HandedOver => "handed-over",
        }
    }

    /// The one that staff chose, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ending> {
        Ending::CHOICES.into_iter().find(|ending| ending.key() == key)
    }

    /// Whether nobody has to be found.
    #[must_use]
    pub const fn settles(self) -> bool {
        matches!(self, Ending::PersonSaidNo | Ending::NotNeeded)
    }
}

/// Whoever asks for a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Where they work.
    pub organisation: OrganisationId,
    /// Whether they coordinate: the coordinating unit may hand on any duty.
    pub coordinates: bool,
}

/// Somebody for a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appoint {
    /// Which.
    pub duty: Duty,
    /// Who.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// From when.
    pub from: Timestamp,
    /// Until when; a substitute must have an end.
    pub until: Option<Timestamp>,
}

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Give a duty that nobody has.
    Appoint(Appoint),
    /// Let a duty go from one to another at a time; both know until then.
    HandOver {
        /// The relation that ends.
        relation: String,
        /// Who takes over.
        to: Appoint,
    },
    /// End a duty now.
    End {
        /// The relation.
        relation: String,
    },
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new relation.
    Begin(Appoint),
    /// A relation ends at a time that has been set.
    EndAt(String, Timestamp),
    /// A relation ends now.
    EndNow(String),
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is a coordinator.
    CoordinatorThere,
    /// The service has a responsible professional.
    ResponsibleThere,
    /// There is a contact.
    ContactThere,
    /// Somebody stands in already at that time.
    SubstituteThere,
    /// The asker's organisation does not serve the person.
    NotServing,
    /// They do not work where the asker works.
    NotColleague,
    /// The duty is another organisation's.
    NotYours,
    /// It is over, or there never was one.
    NoSuchDuty,
    /// A substitute needs a first and a last day.
    SubstituteDates,
    /// There is nobody to stand in for.
    NobodyToStandInFor,
    /// They hold it already.
    SamePerson,
    /// The time is over, or too far ahead.
    When,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 12] = [
        Refusal::CoordinatorThere,
        Refusal::ResponsibleThere,
        Refusal::ContactThere,
        Refusal::SubstituteThere,
        Refusal::NotServing,
        Refusal::NotColleague,
        Refusal::NotYours,
        Refusal::NoSuchDuty,
        Refusal::SubstituteDates,
        Refusal::NobodyToStandInFor,
        Refusal::SamePerson,
        Refusal::When,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::CoordinatorThere => "team-coordinator-there",
            Refusal::ResponsibleThere => "team-responsible-there",
            Refusal::ContactThere => "team-contact-there",
            Refusal::SubstituteThere => "team-substitute-there",
            Refusal::NotServing => "team-not-serving",
            Refusal::NotColleague => "team-not-colleague",
            Refusal::NotYours => "team-not-yours",
            Refusal::NoSuchDuty => "team-no-such-duty",
            Refusal::SubstituteDates => "team-substitute-dates",
            Refusal::NobodyToStandInFor => "team-nobody-to-stand-in-for",
            Refusal::SamePerson => "team-same-person",
            Refusal::When => "team-when",
        }
    }
}

/// Whether a relation is over at this moment.
#[must_use]
pub fn is_over(held: &Held, now: Timestamp) -> bool {
    held.over_at().is_some_and(|over| over <= now)
}

/// Decides about a duty.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(team: &[Held], asker: &Asker, command: &Command, now: Timestamp) -> Result<Vec<Change>, Refusal> {
    let serves = |held: &Held| held.organisation == asker.organisation && held.is_held(now);
    if !team.iter().any(serves) {
        return Err(Refusal::NotServing);
    }
    match command {
        Command::Appoint(new) => {
            at_a_time(new, now)?;
            colleague(asker, new)?;
            nobody_there(team, new, None, now)?;
            Ok(vec![Change::Begin(new.clone())])
        }
        Command::HandOver { relation, to } => {
            at_a_time(to, now)?;
            colleague(asker, to)?;
            let old = theirs(team, asker, relation, now)?;
            if old.duty != to.duty || old.duty == Duty::Substitute {
                return Err(Refusal::NoSuchDuty);
            }
            if old.account.as_ref() == Some(&to.account) {
                return Err(Refusal::SamePerson);
            }
            nobody_there(team, to, Some(old), now)?;
            Ok(vec![Change::EndAt(old.id.clone(), to.from), Change::Begin(to.clone())])
        }
        Command::End { relation } => Ok(vec![Change::EndNow(theirs(team, asker, relation, now)?.id.clone())]),
    }
}

/// The relation, when it is the asker's to change: their own organisation's, or any for the coordinating unit.
fn theirs<'a>(team: &'a [Held], asker: &Asker, relation: &str, now: Timestamp) -> Result<&'a Held, Refusal> {
    let found = team.iter().find(|held| held.id == relation && held.duty != Duty::Serving && !ended(held, now));
    let found = found.ok_or(Refusal::NoSuchDuty)?;
    if found.organisation == asker.organisation || asker.coordinates { Ok(found) } else { Err(Refusal::NotYours) }
}

/// Ended by somebody or by its date. A duty whose holder has left is vacant, and can still be handed on or closed.
fn ended(held: &Held, now: Timestamp) -> bool {
    [held.until_at, held.ended_at].into_iter().flatten().any(|over| over <= now)
}

fn colleague(asker: &Asker, new: &Appoint) -> Result<(), Refusal> {
    if new.organisation == asker.organisation { Ok(()) } else { Err(Refusal::NotColleague) }
}

fn at_a_time(new: &Appoint, now: Timestamp) -> Result<(), Refusal> {
    if new.from < now || new.from > now.plus_days(MAX_AHEAD_DAYS) {
        return Err(Refusal::When);
    }
    match (new.duty, new.until) {
        (Duty::Serving, _) => Err(Refusal::NoSuchDuty),
        (Duty::Substitute, Some(until)) if until > new.from && until <= new.from.plus_days(MAX_SUBSTITUTE_DAYS) => Ok(()),
        (Duty::Substitute, _) => Err(Refusal::SubstituteDates),
        (_, Some(_)) => Err(Refusal::When),
        (_, None) => Ok(()),
    }
}

/// Nobody else holds the duty at any moment from `new.from` on. `old` gives way at that moment.
fn nobody_there(team: &[Held], new: &Appoint, old: Option<&Held>, now: Timestamp) -> Result<(), Refusal> {
    let gives_way = |held: &Held| old.is_some_and(|old| old.id == held.id);
    let lasts_into = |held: &&Held| {
        let before = new.until.is_some_and(|until| held.from_at >= until);
        !gives_way(held) && !before && held.over_at().is_none_or(|over| over > new.from)
    };
    let same_service = |held: &&Held| held.organisation == new.organisation;
    let mut there = team.iter().filter(|held| held.duty == new.duty).filter(lasts_into);
    match new.duty {
        Duty::Coordinator if there.next().is_some() => Err(Refusal::CoordinatorThere),
        Duty::Contact if there.next().is_some() => Err(Refusal::ContactThere),
        Duty::Responsible if there.any(|held| same_service(&held)) => Err(Refusal::ResponsibleThere),
        Duty::Substitute if there.any(|held| same_service(&held)) => Err(Refusal::SubstituteThere),
        Duty::Substitute => stands_in(team, new, now),
        _ => Ok(()),
    }
}

fn stands_in(team: &[Held], new: &Appoint, now: Timestamp) -> Result<(), Refusal> {
    let responsible =
        team.iter().find(|held| held.duty == Duty::Responsible && held.organisation == new.organisation && !is_over(held, now));
    match responsible {
        None => Err(Refusal::NobodyToStandInFor),
        Some(held) if held.account.as_ref() == Some(&new.account) => Err(Refusal::SamePerson),
        Some(_) => Ok(()),
    }
}

/// Something nobody holds that somebody held before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// Which duty.
    pub duty: Duty,
    /// Where it was held last.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Its phone.
    pub phone: String,
    /// Since when.
    pub since: Timestamp,
}

/// A duty that needs nobody any more: the person said no, or it is not needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Which duty.
    pub duty: Duty,
    /// In which organisation.
    pub organisation: OrganisationId,
}

/// What is vacant: a coordinator anywhere, a responsible professional in each service that had one. A substitute fills the
/// place while they are there.
#[must_use]
pub fn vacancies(team: &[Held], settled: &[Settled], now: Timestamp) -> Vec<Vacancy> {
    let mut found: Vec<Vacancy> = Vec::new();
    let was_held = |held: &&Held| held.over_at().is_some_and(|over| held.from_at < over && over <= now);
    for held in team.iter().filter(was_held) {
        let duty = match held.duty {
            Duty::Coordinator => Duty::Coordinator,
            Duty::Responsible | Duty::Substitute => Duty::Responsible,
            Duty::Serving | Duty::Contact => continue,
        };
        let same = |organisation: &OrganisationId| duty == Duty::Coordinator || *organisation == held.organisation;
        let fills = |other: &Held| match duty {
            Duty::Coordinator => other.duty == Duty::Coordinator,
            _ => matches!(other.duty, Duty::Responsible | Duty::Substitute),
        };
        let is_filled = team.iter().any(|other| fills(other) && same(&other.organisation) && other.is_held(now));
        let is_settled = settled.iter().any(|one| one.duty == duty && same(&one.organisation));
        if is_filled || is_settled {
            continue;
        }
        let since = held.over_at().unwrap_or(now);
        match found.iter_mut().find(|vacancy| vacancy.duty == duty && same(&vacancy.organisation)) {
            Some(vacancy) if vacancy.since >= since => {}
            Some(vacancy) => *vacancy = vacancy_of(duty, held, since),
            None => found.push(vacancy_of(duty, held, since)),
        }
    }
    found
}

fn vacancy_of(duty: Duty, held: &Held, since: Timestamp) -> Vacancy {
    Vacancy {
        duty,
        organisation: held.organisation.clone(),
        organisation_name: held.organisation_name.clone(),
        phone: held.phone.clone(),
        since,
    }
}

/// Who has the daily responsibility now: the contact, else whoever stands in, else the responsible professional, else the
/// coordinator. The newest of a kind.
#[must_use]
pub fn holder(team: &[Held], now: Timestamp) -> Option<&Held> {
    let order = [Duty::Contact, Duty::Substitute, Duty::Responsible, Duty::Coordinator];
    order.iter().find_map(|duty| newest(team, |held| held.duty == *duty && held.name.is_some() && held.is_held(now)))
}

/// Who had it before: the last of the same duty who is over.
#[must_use]
pub fn before<'a>(team: &'a [Held], holder: &Held, now: Timestamp) -> Option<&'a Held> {
    let same = |held: &&Held| held.duty == holder.duty && held.id != holder.id && is_over(held, now) && held.name.is_some();
    team.iter().filter(same).max_by_key(|held| held.over_at())
}

/// Who takes over: the next of the same duty.
#[must_use]
pub fn after<'a>(team: &'a [Held], holder: &Held, now: Timestamp) -> Option<&'a Held> {
    let next = |held: &&Held| held.duty == holder.duty && held.from_at > now && !is_over(held, now);
    team.iter().filter(next).min_by_key(|held| held.from_at)
}

fn newest(team: &[Held], is: impl Fn(&Held) -> bool) -> Option<&Held> {
    team.iter().filter(|held| is(held)).max_by_key(|held| held.from_at)
}
