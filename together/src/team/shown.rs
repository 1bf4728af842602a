//! The team in words.

use kernel::time::{Day, Timestamp};
use platform::access::duties::Held;
use platform::access::relations::Duty;
use platform::frame::{ContactItem, Say, contact_item, initials};

use super::rules::{self, Vacancy};

/// Somebody as drawn.
#[derive(Clone, Debug)]
pub struct ShownMember {
    /// The relation.
    pub id: String,
    /// Their name, or the organisation's.
    pub name: String,
    /// Initials.
    pub initials: String,
    /// What they do, in words, and where.
    pub role: String,
    /// Phone, shown and as a link.
    pub phone: ContactItem,
    /// «Siden 12. november», or from and to.
    pub since: String,
    /// Whether somebody has been named.
    pub named: bool,
    /// Whether whoever held it has left.
    pub left: bool,
    /// Which duty.
    pub duty: Duty,
}

/// Date of this year, or with the year.
pub fn date(say: &Say, day: Day, now: Timestamp) -> String {
    if day.parts().0 == now.day().parts().0 { say.date(day) } else { say.date_with_year(day) }
}

/// Draws somebody.
#[must_use]
pub fn member(say: &Say, held: &Held, now: Timestamp) -> ShownMember {
    let name = held.name.clone().unwrap_or_else(|| held.organisation_name.clone());
    let duty = say.t(&format!("team-duty-{}", held.duty.key()));
    let role = if held.name.is_some() { format!("{}, {duty}", held.organisation_name) } else { duty };
    ShownMember {
        id: held.id.clone(),
        initials: initials(&name),
        phone: contact_item(&name, &held.phone),
        role,
        name,
        since: since(say, held, now),
        named: held.account.is_some(),
        left: held.account_ended_at.is_some_and(|ended| ended <= now),
        duty: held.duty,
    }
}

fn since(say: &Say, held: &Held, now: Timestamp) -> String {
    let from = date(say, held.from_at.day(), now);
    match held.until_at {
        _ if held.from_at > now => say.with("team-from", "date", from),
        Some(until) => say.with2("team-from-to", "from", from, "until", date(say, until.plus_s(-1).day(), now)),
        None => say.with("team-since", "date", from),
    }
}

/// Everyone who is there now or takes over later, the coordinator first, those without a name last.
#[must_use]
pub fn members(say: &Say, team: &[Held], now: Timestamp) -> Vec<ShownMember> {
    let place = |duty: Duty| match duty {
        Duty::Contact => 0,
        Duty::Coordinator => 1,
        Duty::Responsible => 2,
        Duty::Substitute => 3,
        Duty::Serving => 4,
    };
    let someone = |held: &Held| {
        let named_there = |other: &Held| other.name.is_some() && other.organisation == held.organisation && other.is_held(now);
        held.duty != Duty::Serving || !team.iter().any(named_there)
    };
    let mut here: Vec<&Held> = team.iter().filter(|held| !rules::is_over(held, now) && someone(held)).collect();
    here.sort_by_key(|held| (place(held.duty), held.from_at > now, held.from_at));
    here.into_iter().map(|held| member(say, held, now)).collect()
}

/// A vacancy as drawn.
#[derive(Clone, Debug)]
pub struct ShownVacancy {
    /// In words.
    pub words: String,
    /// Where to ask.
    pub phone: ContactItem,
}

/// Draws a vacancy for the person.
#[must_use]
pub fn vacancy(say: &Say, vacancy: &Vacancy, now: Timestamp) -> ShownVacancy {
    let key = if vacancy.duty == Duty::Coordinator { "team-vacant-coordinator" } else { "team-vacant-responsible" };
    let since = date(say, vacancy.since.day(), now);
    ShownVacancy {
        words: say.with2(key, "where", &vacancy.organisation_name, "date", since),
        phone: contact_item(&vacancy.organisation_name, &vacancy.phone),
    }
}

/// One step of the baton.
#[derive(Clone, Debug)]
pub struct Step {
    /// `had`, `now` or `next`.
    pub is: &'static str,
    /// «Kari på MO-senteret».
    pub who: String,
    /// When.
    pub when: String,
}

/// Who had the responsibility, who has it, who takes over.
#[must_use]
pub fn baton(say: &Say, team: &[Held], now: Timestamp) -> Vec<Step> {
    let Some(holder) = rules::holder(team, now) else { return Vec::new() };
    let who = |held: &Held| {
        say.with2("team-who-at", "name", held.name.as_deref().unwrap_or_default(), "where", &held.organisation_name)
    };
    let had = rules::before(team, holder, now).map(|held| {
        let until = held.over_at().unwrap_or(now);
        Step { is: "had", who: who(held), when: say.with("team-until", "date", date(say, until.day(), now)) }
    });
    let from = |held: &Held| date(say, held.from_at.day(), now);
    let now_step = Step { is: "now", who: who(holder), when: say.with("team-now-since", "date", from(holder)) };
    let next = rules::after(team, holder, now).map(|held| Step {
        is: "next",
        who: who(held),
        when: say.with("team-takes-over", "date", from(held)),
    });
    had.into_iter().chain([now_step]).chain(next).collect()
}
