//! The demo city's decisions: one that is over and that Jon can still read, and one that holds for somebody else.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Command, Days};
use super::store::NewDecision;
use super::{CHARTER, work};

/// Fills them.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let (now, jon) = (app.source().now(), city.jon()?);
    let today = now.day();
    let over = NewDecision {
        paragraph: "hol-10-4".into(),
        body: "Jon selv, og overlegen på Avrusning. Samtykket er datert dagen før innleggelsen.".into(),
        told: "Søstera hans, slik han ba om, og statsforvalteren.".into(),
        days: Days { from: today.plus(-62), until: today.plus(-48), review: today.plus(-55) },
    };
    let id = record(app, city, "detox-nurse", jon, (over, now.plus_days(-62)))?;
    change(app, city, "detox-nurse", (jon, &id), (Command::Review(today.plus(-50)), now.plus_days(-56)))?;
    change(app, city, "detox-nurse", (jon, &id), (Command::Lift, now.plus_days(-52)))?;
    // Every sixth of the others is served by the clinic.
    if let Some(other) = city.others.get(3) {
        let holds = NewDecision {
            paragraph: "hol-10-2".into(),
            body: "Helse- og barnevernsnemnda, sak 26-114.".into(),
            told: "Advokaten, og broren som personen har pekt ut.".into(),
            days: Days { from: today.plus(-20), until: today.plus(40), review: today.plus(5) },
        };
        record(app, city, "tsb", other, (holds, now.plus_days(-20)))?;
    }
    Ok(())
}

fn record(app: &App, city: &City, persona: &str, person: &PersonId, (new, at): (NewDecision, Timestamp)) -> Result<RowId, Error> {
    let (ctx, person) = (city.as_staff(app, persona, at)?, person.clone());
    door::execute_here(app, &ctx, &CHARTER, "record-decision", move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        work::record(tx, desk, &permit, &new)
    })
}

fn change(
    app: &App,
    city: &City,
    persona: &str,
    (person, id): (&PersonId, &RowId),
    (command, at): (Command, Timestamp),
) -> Result<(), Error> {
    let (ctx, person, id) = (city.as_staff(app, persona, at)?, person.clone(), id.clone());
    door::execute_here(app, &ctx, &CHARTER, "change-decision", move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        work::change(tx, desk, &permit, &id, (command, None))
    })
}
