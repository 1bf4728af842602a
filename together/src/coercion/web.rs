//! The pages of decisions.

mod one;
mod own;
pub mod panels;
mod staff;

use kernel::role::Role;
use kernel::time::{Day, Timestamp};
use platform::error::Error;
use platform::frame::Say;
use platform::web::{Asked, Reply, Route, Who, get, post};

use super::rules::{Paragraph, RECORDING, State, Unit, is_over};
use super::store::Decision;

const STAFF: Who = Who::Roles(RECORDING);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/vedtak", Who::AnyOf(&[Who::Person, STAFF]), |asked| asked.answer(either)),
    get("/folk/{person}/vedtak", STAFF, |asked| asked.answer(staff::about)),
    get("/folk/{person}/vedtak/nytt", STAFF, |asked| asked.answer(staff::new)),
    post("/folk/{person}/vedtak/nytt", STAFF, |asked| asked.answer(staff::record)),
    get("/folk/{person}/vedtak/{decision}", STAFF, |asked| asked.answer(one::show)),
    post("/folk/{person}/vedtak/{decision}", STAFF, |asked| asked.answer(one::act)),
];

/// One address for both: what was decided about the person, and what a colleague sees to.
async fn either(asked: Asked) -> Result<Reply, Error> {
    match asked.ctx.actor.role {
        Role::Person => own::show(asked).await,
        _ => staff::list(asked).await,
    }
}

fn day(say: &Say, day: Day) -> String {
    say.date_with_year(day)
}

/// From when until when.
fn period(say: &Say, one: &Decision) -> String {
    let days = one.standing.days;
    say.with2("coercion-period", "from", day(say, days.from), "until", day(say, days.until))
}

/// Where it stands.
fn state(say: &Say, one: &Decision, now: Timestamp) -> String {
    let at = one.ended_at.map_or(one.standing.days.until, Timestamp::day);
    match one.standing.state {
        State::Running if is_over(one.standing.days, now.day()) => say.with("coercion-state-ended", "day", day(say, at)),
        State::Running if now.day() < one.standing.days.from => say.t("coercion-state-coming"),
        state => say.with(&format!("coercion-state-{}", state.key()), "day", day(say, at)),
    }
}

/// The longest time of a paragraph, and whether it is sure.
fn longest(say: &Say, paragraph: &Paragraph) -> String {
    let sure = if paragraph.sure { "sure" } else { "unsure" };
    match paragraph.longest {
        Some((amount, unit)) => {
            let time = say.with(&format!("coercion-longest-{}", Unit::key(unit)), "n", amount);
            say.with(&format!("coercion-longest-{sure}"), "time", time)
        }
        None => say.t("coercion-longest-none"),
    }
}
