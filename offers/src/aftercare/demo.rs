//! The demo city's aftercare: Jon's plan with a question that waits, one that somebody has to call, one nobody holds yet.

use kernel::id::{OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::line::Line;
use super::rules::Command;
use super::store::lines::Typed;
use super::store::{self, calls};
use super::{CHARTER, work};

/// Jon's five lines.
const JON: [(Line, &str, &str, &str); 5] = [
    (Line::Housing, "Hybelen på Møhlenpris til jul. Etter det vil jeg ha noe eget, med egen dør.", "ongoing", "Ola i kommunen"),
    (Line::Activity, "Kafé Kompass tirsdag og torsdag. Jeg steker vafler.", "agreed", "Bo"),
    (Line::Network, "Søstera mi. Og Bo, når det er kveld.", "agreed", ""),
    (Line::Medicine, "LAR-luka hver morgen. Jeg har til og med søndag hjemme.", "ongoing", "LAR-luka"),
    (Line::Contact, "Kari ringer fredager etter lunsj. Ikke før ti.", "agreed", "Kari"),
];

/// Fills the plans.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let jon = city.jon()?;
    plan(app, city, jon, ("mo-nurse", OrganisationKind::MoCentre), now.plus_days(-12))?;
    for (line, words, status, who) in JON {
        write(app, &city.as_person(app, jon, now.plus_days(-11)), line, words, status, who)?;
    }
    act(app, &city.as_staff(app, "mo-nurse", now.plus_days(-9))?, jon, Command::Met)?;
    asked(app, jon, now.plus_days(-7), Some((city, "well")))?;
    promise(app, city, jon, now)?;
    asked(app, jon, now.plus_minutes(-90), None)?;
    // Of the others: one who has not answered, one who has not said yes, one nobody holds.
    if let Some(silent) = city.others.first() {
        plan(app, city, silent, ("mo-nurse", OrganisationKind::MoCentre), now.plus_days(-20))?;
        asked(app, silent, now.plus_days(-4), None)?;
        turn(app, silent, now.plus_days(-1))?;
    }
    if let Some(waits) = city.others.get(3) {
        begin(app, city, waits, ("tsb", OrganisationKind::TsbClinic), now.plus_days(-1))?;
    }
    if let Some(alone) = city.others.get(1) {
        let municipality = city.organisation(OrganisationKind::Municipality)?.clone();
        let own = city.as_person(app, alone, now.plus_days(-2));
        door::execute_here(app, &own, &CHARTER, "change", move |tx, desk| {
            let own = desk.own(tx)?;
            work::begin(tx, desk, &own, &municipality, None).map(drop)
        })?;
    }
    Ok(())
}

type At = (&'static str, OrganisationKind);

fn begin(app: &App, city: &City, person: &PersonId, (persona, kind): At, at: Timestamp) -> Result<(), Error> {
    let (ctx, here) = (city.as_staff(app, persona, at)?, city.organisation(kind)?.clone());
    let (person, leaves): (PersonId, _) = (person.clone(), Some(at.day().plus(2)));
    door::execute_here(app, &ctx, &CHARTER, "change", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let here: &OrganisationId = &here;
        work::begin(tx, desk, &permit, here, leaves).map(drop)
    })
}

fn plan(app: &App, city: &City, person: &PersonId, at: At, when: Timestamp) -> Result<(), Error> {
    begin(app, city, person, at, when)?;
    act(app, &city.as_person(app, person, when.plus_minutes(50)), person, Command::Yes)
}

fn act(app: &App, ctx: &Ctx, person: &PersonId, command: Command) -> Result<(), Error> {
    let person = person.clone();
    door::execute_here(app, ctx, &CHARTER, "change", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::change(tx, desk, &permit, &command)
    })
}

fn write(app: &App, ctx: &Ctx, line: Line, words: &str, status: &'static str, who: &str) -> Result<(), Error> {
    let who = Some(who).filter(|who| !who.is_empty()).map(str::to_owned);
    let typed = Typed { words: Some(words.to_owned()), status, who, seen: 1 };
    door::execute_here(app, ctx, &CHARTER, "write-line", move |tx, desk| {
        let own = desk.own(tx)?;
        work::write(tx, desk, &own, line, &typed)
    })
}

fn machine(app: &App, at: Timestamp) -> Ctx {
    let mut ctx = app.machine();
    ctx.now = at;
    ctx
}

/// A question that was asked then, and perhaps answered an hour later.
fn asked(app: &App, person: &PersonId, at: Timestamp, answer: Option<(&City, &'static str)>) -> Result<(), Error> {
    let about = person.clone();
    door::execute_here(app, &machine(app, at), &CHARTER, "turn", move |tx, desk| {
        let permit = desk.delivery(tx, &about)?;
        let plan = work::open(tx, desk, &permit)?;
        calls::ask(tx, desk, &permit, &plan.id)?;
        store::save(tx, &permit, &store::Plan { next_at: Some(desk.now().plus_days(7)), ..plan })
    })?;
    let Some((city, answer)) = answer else { return Ok(()) };
    let own = city.as_person(app, person, at.plus_minutes(60));
    door::execute_here(app, &own, &CHARTER, "answer", move |tx, desk| {
        let own = desk.own(tx)?;
        let plan = work::open(tx, desk, &own)?;
        let questions = calls::questions(tx, &own, &plan.id)?;
        let waits = calls::open_question(&questions).map(|one| one.id.clone());
        waits.map_or(Ok(()), |id| work::answer(tx, desk, &own, &id, answer))
    })
}

fn turn(app: &App, person: &PersonId, at: Timestamp) -> Result<(), Error> {
    let person = person.clone();
    door::execute_here(app, &machine(app, at), &CHARTER, "turn", move |tx, desk| work::turn(tx, desk, &person))
}

/// The ward lets Jon come back.
fn promise(app: &App, city: &City, jon: &PersonId, now: Timestamp) -> Result<(), Error> {
    let (ward, about, until_on) = (city.as_staff(app, "detox-nurse", now.plus_days(-11))?, jon.clone(), now.day().plus(80));
    let how = "Ring Avrusning, dag eller natt, og si at du har en avtale om å komme tilbake. Da finner vi en seng samme dag \
               eller dagen etter. Du trenger ikke ny henvisning.";
    door::execute_here(app, &ward, &CHARTER, "change", move |tx, desk| {
        let permit = desk.person(tx, &about)?;
        work::offer_return(tx, desk, &permit, until_on, how)
    })?;
    let own = city.as_person(app, jon, now.plus_days(-10));
    door::execute_here(app, &own, &CHARTER, "change", |tx, desk| {
        let own = desk.own(tx)?;
        work::answer_return(tx, desk, &own, true)
    })
}
