//! What has happened with sharing in the demo city: a choice from yesterday, a yes on record, a block, and two emergency
//! openings, one reviewed and one that waits.

use kernel::area::{Area, Areas};
use kernel::id::PersonId;
use platform::access::consent_records::RecordKind;
use platform::access::emergency;
use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;

use super::party::{self, Subject};
use super::rules::{Command, Until, Verdict, decide};
use super::store::{self, Saving};
use super::{CHARTER, limits, web};

/// Fills the part's share, through the door like everyone else.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let (jon, now) = (city.jon()?.clone(), app.source().now());
    let at = |days: i64, minutes: i64| now.plus_days(-days).plus_minutes(-minutes);
    for kind in RecordKind::ALL {
        // A context draws its ids from one seed, so each command has its own.
        let records = city.as_person(app, &jon, at(30, 0));
        general(app, &records, Command::Give(kind), Subject::Record(kind.key().to_owned()))?;
    }
    let dental = city.organisation(kernel::persona::OrganisationKind::Dental)?;
    let teeth = Command::Share(Areas::NONE.with(Area::Teeth), Until::Long);
    towards(app, &city.as_person(app, &jon, at(1, 200)), dental.as_str(), teeth)?;
    let reviewed = open(app, &city.as_staff(app, "detox-nurse", at(20, 30))?, &jon, "Kom bevisstløs i ambulanse")?;
    review(app, &city.as_staff(app, "privacy-contact", at(19, 60))?, &reviewed)?;
    see(app, &city.as_person(app, &jon, at(18, 0)), &reviewed)?;
    open(app, &city.as_staff(app, "tsb", at(0, 300))?, &jon, "Fikk ikke kontakt, lav puls")?;
    if let Some(other) = city.others.first() {
        let ctx = city.as_person(app, other, at(6, 0));
        let colleague = city.account("pharmacy")?.clone();
        general(app, &ctx, Command::Block, Subject::Employee(colleague))?;
    }
    Ok(())
}

fn towards(app: &App, ctx: &Ctx, receiver: &str, command: Command) -> Result<(), Error> {
    let receiver = receiver.to_owned();
    execute_here(app, ctx, &CHARTER, "share", move |tx, desk| {
        let (own, now) = (desk.own(tx)?, desk.now());
        let around = store::around(tx, &own, now)?;
        let party = party::find(tx, &own, &around, &receiver, now)?;
        let state = store::towards(tx, &own, &around, &party, now)?;
        let change = decide(&state, &command, &limits::load(tx, now)?, now)?;
        let subject = party.subject.clone();
        let saving = Saving { subject, party: Some(&party), change: &change, state: &state, undoes: None };
        store::save(tx, desk, &own, &around, &saving).map(drop)
    })
}

fn general(app: &App, ctx: &Ctx, command: Command, subject: Subject) -> Result<(), Error> {
    let key = if matches!(subject, Subject::Employee(_)) { "block" } else { "record" };
    execute_here(app, ctx, &CHARTER, key, move |tx, desk| {
        let (own, now) = (desk.own(tx)?, desk.now());
        let around = store::around(tx, &own, now)?;
        let state = store::general(tx, &own)?;
        let change = decide(&state, &command, &limits::load(tx, now)?, now)?;
        let saving = Saving { subject: subject.clone(), party: None, change: &change, state: &state, undoes: None };
        store::save(tx, desk, &own, &around, &saving).map(drop)
    })
}

fn open(app: &App, ctx: &Ctx, person: &PersonId, reason: &'static str) -> Result<kernel::id::RowId, Error> {
    let person = person.clone();
    execute_here(app, ctx, &CHARTER, "open-emergency", move |tx, desk| web::begin(tx, desk, &person, reason))
}

fn review(app: &App, ctx: &Ctx, id: &kernel::id::RowId) -> Result<(), Error> {
    let id = id.clone();
    execute_here(app, ctx, &CHARTER, "review", move |tx, desk| emergency::review(tx, desk, &id, Verdict::InOrder.key()).map(drop))
}

fn see(app: &App, ctx: &Ctx, id: &kernel::id::RowId) -> Result<(), Error> {
    let id = id.clone();
    execute_here(app, ctx, &CHARTER, "see-emergency", move |tx, desk| {
        let own = desk.own(tx)?;
        emergency::seen(tx, &own, &id, desk.now()).map(drop)
    })
}
