//! What several pages show alike: facts as sentences, an offer, a home, and where somebody lives.

use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::frame::{ContactItem, Say, contact_item};

use crate::housing::acts::first_name;
use crate::housing::fit::{Because, Support, Trait, Wanted, because};
use crate::housing::rules::OfferState;
use crate::housing::store::offers::Offer;
use crate::housing::store::tenancies::{Tenancy, Visit};
use crate::housing::store::units::Unit;
use crate::housing::store::warnings::Warning;

/// A fact about a home in words.
pub fn word(t: &Say, one: Trait) -> String {
    t.t(&format!("housing-trait-{}", one.key()))
}

/// The follow-up in words, with its hours.
pub fn support(t: &Say, support: Support, hours: i64) -> String {
    let level = t.t(&format!("housing-support-{}", support.key()));
    if hours > 0 { t.with2("housing-support-hours", "level", level, "n", hours) } else { level }
}

/// One sentence of why.
pub fn sentence(t: &Say, one: Because) -> String {
    match one {
        Because::Has(fact) => t.with("housing-because-has", "what", word(t, fact)),
        Because::Lacks(fact) => t.with("housing-because-lacks", "what", word(t, fact)),
        Because::LacksMust(fact) => t.with("housing-because-lacks-must", "what", word(t, fact)),
        Because::SupportAsWanted(level) => {
            t.with("housing-because-support-same", "what", t.t(&format!("housing-support-{}", level.key())))
        }
        Because::SupportOther(level) => {
            t.with("housing-because-support-other", "what", t.t(&format!("housing-support-{}", level.key())))
        }
        Because::FreeNow => t.t("housing-because-free"),
        Because::FreeFrom(day) => t.with("housing-because-free-from", "date", t.date_with_year(day)),
        Because::LivedIn => t.t("housing-because-lived-in"),
        Because::Held => t.t("housing-because-held"),
        Because::Declined(day) => t.with("housing-because-declined", "date", t.date_with_year(day)),
    }
}

/// A home beside what one person wants.
pub struct FitView {
    /// Its id, for the form of the service.
    pub id: String,
    /// What it is called: to the service the address, to the person its part of the town until they have said yes.
    pub title: String,
    /// The follow-up.
    pub support: String,
    /// Whether nothing stands against it.
    pub fits: bool,
    /// It is the one that lies on the person's table.
    pub offered: bool,
    /// Why, or why not, as sentences.
    pub because: Vec<String>,
}

/// A home laid beside what one person wants.
pub fn fit(t: &Say, wanted: &Wanted, unit: &Unit, offers: &[Offer], today: Day, with_address: bool) -> FitView {
    let of_it = |state| offers.iter().find(|offer| offer.unit == unit.id && offer.state == state);
    let mine = of_it(OfferState::Open).or(of_it(OfferState::Yes)).is_some();
    let declined_on = of_it(OfferState::No).and_then(|offer| offer.answered_at).map(Timestamp::day);
    let all = because(wanted, &unit.facts(mine, declined_on), today);
    FitView {
        id: unit.id.to_string(),
        title: if with_address { unit.name.clone() } else { t.with("housing-a-home-in", "part", &unit.part_of_town) },
        support: support(t, unit.support, unit.support_hours),
        fits: !all.iter().any(|one| one.stands_against()),
        offered: mine,
        because: all.into_iter().map(|one| sentence(t, one)).collect(),
    }
}

/// An offer as drawn.
pub struct OfferView {
    /// What it is called.
    pub title: String,
    /// The follow-up that is part of it.
    pub support: String,
    /// The rules of the house.
    pub house_rules: String,
    /// When and by whom.
    pub offered: String,
    /// Why it came out of turn.
    pub why: Option<String>,
    /// Until when it stands before somebody calls.
    pub until: String,
    /// Where it stands.
    pub state: String,
    /// `open`, `yes` …
    pub key: &'static str,
    /// Why no.
    pub reason: Option<String>,
    /// In their own words.
    pub words: Option<String>,
    /// What the reason means for the next offer: for the service.
    pub next: Option<String>,
}

/// An offer in words. With a protected address the home has a name only to the person.
pub fn offer(t: &Say, permit: &Permit, one: &Offer, now: Timestamp) -> OfferView {
    let today = now.day();
    let shown = permit.is_own() || permit.knows_whereabouts();
    let answered = one.answered_at.map(|at| t.date_with_year(at.day())).unwrap_or_default();
    OfferView {
        title: if shown { one.name.clone() } else { t.t("housing-address-hidden") },
        support: support(t, one.support, one.support_hours),
        house_rules: one.house_rules.clone(),
        offered: t.with2("housing-offered", "when", t.near_day(one.at.day(), today), "name", first_name(&one.by)),
        why: one.why.map(|why| t.t(&format!("housing-why-{}", why.key()))),
        until: t.with("housing-answer-by", "date", t.day(one.answer_by, today)),
        state: t.with(&format!("housing-offer-{}", one.state.key()), "date", answered),
        key: one.state.key(),
        reason: one.reason.map(|reason| t.t(&format!("housing-no-{}", reason.key()))),
        words: one.words.clone(),
        next: one.reason.map(|reason| t.t(&format!("housing-next-{}", reason.key()))),
    }
}

/// Where somebody lives, or has lived.
pub struct TenancyView {
    /// The home.
    pub title: String,
    /// From when, and until when.
    pub span: String,
    /// The follow-up.
    pub support: String,
    /// The rules of the house.
    pub house_rules: String,
    /// The plan.
    pub plan: Option<String>,
    /// The next visit.
    pub visit: String,
    /// Whether that day has passed.
    pub visit_is_late: bool,
    /// Who holds it.
    pub holder: ContactItem,
    /// How it ended.
    pub end: Option<String>,
    /// What was said about the end.
    pub end_words: Option<String>,
}

/// A tenancy in words. With a protected address the home has a name only to the person.
pub fn tenancy(t: &Say, permit: &Permit, one: &Tenancy, now: Timestamp) -> TenancyView {
    let today = now.day();
    let shown = permit.is_own() || permit.knows_whereabouts();
    let began = t.date_with_year(one.began_on);
    TenancyView {
        title: if shown { one.name.clone() } else { t.t("housing-address-hidden") },
        span: match one.ended {
            Some((on, _)) => t.with2("housing-lived-from-to", "from", began, "to", t.date_with_year(on)),
            None => t.with("housing-lives-since", "from", began),
        },
        support: support(t, one.support, one.support_hours),
        house_rules: one.house_rules.clone(),
        plan: one.plan.clone(),
        visit: t.with("housing-next-visit", "date", t.day(one.visit_on, today)),
        visit_is_late: one.ended.is_none() && one.visit_on < today,
        holder: contact_item(&one.holder.name, &one.holder.phone),
        end: one.ended.map(|(_, reason)| t.t(&format!("housing-end-{}", reason.key()))),
        end_words: one.end_words.clone(),
    }
}

/// A visit in one line, and what was talked about.
pub fn visit(t: &Say, one: &Visit, today: Day) -> (String, Option<String>) {
    let how = t.t(&format!("housing-visit-{}", one.how.key()));
    let line = [t.near_day(one.on, today), how, one.name.clone()].join(" · ");
    (line, one.words.clone())
}

/// A warning as drawn.
pub struct WarningView {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: String,
    /// What was seen.
    pub words: Option<String>,
    /// Who helps, and by when; or when somebody had.
    pub helps: String,
    /// Whether it waits for help.
    pub waits: bool,
    /// What was done.
    pub done: Option<String>,
}

/// A warning in words.
pub fn warning(t: &Say, one: &Warning, now: Timestamp) -> WarningView {
    let helps = match one.settled_at {
        Some(at) => t.with("housing-helped", "when", t.when(at, now)),
        None => t.with2("housing-helps", "name", &one.helper, "date", t.day(one.help_by, now.day())),
    };
    WarningView {
        id: one.id.to_string(),
        kind: t.t(&format!("housing-warning-{}", one.kind.key())),
        words: one.words.clone(),
        helps,
        waits: one.settled_at.is_none(),
        done: one.settled_words.clone(),
    }
}
