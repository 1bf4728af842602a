//! Referrals: asking another service for help with the person's yes; answered with yes, no with a reason, or a question.

mod demo;
mod holding;
mod jobs;
mod limits;
mod link;
mod news;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// The person has said yes, and another service has it. Subject: the referral.
pub const REFERRAL_SENT: &str = "ReferralSent";
/// The other service has said yes or no, or has asked something. Subject: the referral.
pub const REFERRAL_ANSWERED: &str = "ReferralAnswered";
/// A referral that was sent is over. Subject: the referral.
pub const REFERRAL_CLOSED: &str = "ReferralClosed";

const REFERRAL: &str = "referrals_referral";
const EVENT: &str = "referrals_event";
const LINK: &str = "referrals_link";
const SHARED: &str = "who was asked for what, and what they answered, must be found again while help is given (R-16, R-18)";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: SHARED }
}
const LINKS: Retention = Retention {
    table: LINK,
    kept: "as long again as the link could be used (rule row link-days)",
    ground: "a keyed hash; kept a while so that a forgotten link is answered like a wrong one",
};

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "referrals",
    class: Class::Own,
    purpose: "One service asks another for help for a person who has said yes, or the person asks; and everyone sees who has it.",
    legal_basis: "The person's consent (GDPR art. 6 (1) a and 9 (2) a): the yes opens what it names; helse- og \
                  omsorgstjenesteloven § 3-4 and helsepersonelloven § 25 on working together (R-16, R-18).",
    retention: &[kept(REFERRAL), kept(EVENT), LINKS],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(45, "/henvisninger", "referrals-lists-title", &[])],
    panels: &[
        Panel { place: Place::Home, order: 12, draw: web::home },
        Panel { place: Place::Today, order: 12, draw: web::today },
        Panel { place: Place::TodayAside, order: 40, draw: web::to_lists },
        Panel { place: Place::OnePerson, order: 21, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 20, draw: web::to_ask },
    ],
    tells: &[REFERRAL_SENT, REFERRAL_ANSWERED, REFERRAL_CLOSED],
    jobs: &[
        Job { name: "referrals-pass-on", every_minutes: Some(30), run: jobs::pass_on },
        Job { name: "referrals-forget-links", every_minutes: Some(1440), run: jobs::forget },
    ],
    tables: &[personal(REFERRAL), personal(EVENT), personal(LINK), Table { name: "referrals_rule", personal: false }],
    migrations: &[Migration { part: "referrals", number: 1, sql: include_str!("migrations/001_referrals.sql") }],
    news: news::NEWS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
