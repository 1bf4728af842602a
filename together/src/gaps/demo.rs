//! The demo city's open items: one for the coordinator, one for a leader, and somebody nobody has written to for a while.

use kernel::id::PersonId;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Cause, How};
use super::store::signs;
use super::{CHARTER, work};

/// Fills them.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    for (n, cause, subject) in
        [(20, Cause::StayEnded, "demo-stay"), (4, Cause::TenancyEnded, "demo-home"), (30, Cause::Silence, "silence")]
    {
        if let Some(person) = city.others.get(n) {
            ended(app, person, cause, subject)?;
        }
    }
    let jon = city.jon()?.clone();
    let days = 14;
    door::execute_here(app, &app.machine(), &CHARTER, "guard", move |tx, desk| {
        signs::in_touch(tx, &jon, desk.now().plus_days(-1), days)
    })?;
    accepted(app, city)
}

/// Something ended, and nobody has said yes to the next step.
fn ended(app: &App, person: &PersonId, cause: Cause, subject: &'static str) -> Result<(), Error> {
    let person = person.clone();
    door::execute_here(app, &app.machine(), &CHARTER, "guard", move |tx, desk| {
        let permit = desk.delivery(tx, &person)?;
        work::open(tx, desk, &permit, (cause, subject), None).map(drop)
    })
}

/// What ended for Jon has found its next step: it stands in the history.
fn accepted(app: &App, city: &City) -> Result<(), Error> {
    let jon = city.jon()?.clone();
    ended(app, &jon, Cause::ReferralClosed, "demo-referral")?;
    door::execute_here(app, &app.machine(), &CHARTER, "guard", move |tx, desk| {
        let permit = desk.delivery(tx, &jon)?;
        signs::accepted(tx, desk, &permit, "noted", "demo-referral", Some("Ola Vik har sagt ja til å følge opp fra torsdag."))?;
        work::close_by(tx, desk, &jon, How::Step)
    })
}
