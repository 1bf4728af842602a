//! The demo city's waits: Jon's has four working days left, one has passed its limit, and one has been offered a start that
//! was moved. The clocks themselves began with the referrals.

use kernel::id::{PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::facts::{Facts, Problem};
use super::rules::{Assessment, CausedBy, Command};
use super::store::lists;
use super::work::{self, Beside};
use super::{CHARTER, jobs};

/// Fills the waits.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let clinic = city.organisation(OrganisationKind::TsbClinic)?.clone();
    let page = app.db().read_here(move |tx| lists::for_us(tx, &clinic, None))?;
    let of = |person: Option<&PersonId>| {
        page.clocks.iter().find(|listed| Some(&listed.person) == person).map(|listed| (listed.person.clone(), listed.id.clone()))
    };
    if let Some((person, id)) = of(city.others.get(20)) {
        offered(app, city, &person, &id, now)?;
    }
    jobs::find_breaches(&JobRun { app, ctx: app.machine(), part: &CHARTER, fact: None })
}

fn offered(app: &App, city: &City, person: &PersonId, id: &RowId, now: Timestamp) -> Result<(), Error> {
    let at = |days: i64| now.plus_days(days);
    let right = Command::Assess {
        on: at(-19).day(),
        came_to: Assessment::Right { latest: at(12).day() },
        suggested: None,
        reasoned: false,
    };
    let gambling = Facts { problem: Some(Problem::Gambling), ..Facts::default() };
    let moved = Beside { words: Some("Behandleren ble syk.".into()), facts: None };
    act(app, city, person, id, at(-19), &right, Beside { words: None, facts: Some(gambling) })?;
    act(app, city, person, id, at(-15), &Command::Offer { on: at(2).day() }, Beside::default())?;
    act(app, city, person, id, at(-2), &Command::Move { to: at(9).day(), caused_by: CausedBy::Service }, moved)
}

fn act(
    app: &App,
    city: &City,
    person: &PersonId,
    id: &RowId,
    at: Timestamp,
    command: &Command,
    beside: Beside,
) -> Result<(), Error> {
    let ctx = city.as_staff(app, "tsb", at)?;
    let (person, id, command) = (person.clone(), id.clone(), command.clone());
    door::execute_here(app, &ctx, &CHARTER, "write-wait", move |tx, desk| work::change(tx, desk, &person, &id, &command, &beside))
}
