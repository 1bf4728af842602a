//! The demo city's cards: Jon has filled his and shows most of it; somebody is followed up today, and somebody is asked to
//! take over.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::duties;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::following::{Cause, Command as Follow, Outcome};
use super::rules::{Command, NewLine, Slot, Zone};
use super::work::{self, Chosen};
use super::{CHARTER, store};

type Line = (Zone, Slot, &'static str, Option<&'static str>);

/// What stands on Jon's card. All of it is invented.
const JON: [Line; 15] = [
    (Zone::Fine, Slot::Signs, "Jeg lager mat og svarer på meldinger.", None),
    (Zone::Fine, Slot::Helps, "Gå tur med hunden til Hanne.", None),
    (Zone::Fine, Slot::Helps, "Stå opp før ni.", None),
    (Zone::Hard, Slot::Signs, "Jeg slutter å ta telefonen.", None),
    (Zone::Hard, Slot::Signs, "Jeg sover ikke to netter på rad.", None),
    (Zone::Hard, Slot::Helps, "Kom innom. Ikke ring, bank på.", None),
    (Zone::Hard, Slot::Helps, "Snakk om noe helt annet først.", None),
    (Zone::Hard, Slot::Avoid, "Ikke spør hvorfor. Ikke kom to stykker.", None),
    (Zone::Hard, Slot::Call, "Hanne, søstera mi", Some("55 00 12 40")),
    (Zone::Hard, Slot::Safe, "Stua på MO-senteret.", None),
    (Zone::Crisis, Slot::Signs, "Jeg sier at alt er bra, og låser døra.", None),
    (Zone::Crisis, Slot::Helps, "Sitt hos meg. Du trenger ikke si noe.", None),
    (Zone::Crisis, Slot::Avoid, "Ikke hold meg fast.", None),
    (Zone::Crisis, Slot::Call, "Kari på MO-senteret", Some("55 00 00 00")),
    (Zone::Crisis, Slot::Safe, "Hos Hanne.", None),
];

/// Fills the cards.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    card(app, city, now)?;
    let jon = city.jon()?;
    let over = begin(app, city, "mo-nurse", jon, Cause::Overdose, now.plus_days(-40))?;
    act(app, city, "mo-nurse", jon, &over, now.plus_days(-39), &Chosen::Mine(Follow::End(Outcome::Talked)))?;
    begin(app, city, "mo-nurse", jon, Cause::Concern, now.plus_minutes(-200))?;
    if let Some(person) = city.others.first() {
        let late = begin(app, city, "mo-nurse", person, Cause::Overdose, now.plus_days(-3))?;
        act(app, city, "mo-nurse", person, &late, now.plus_days(-1), &Chosen::Mine(Follow::Tried))?;
    }
    if let Some(person) = city.others.get(10) {
        let held = begin(app, city, "coordinator", person, Cause::Concern, now.plus_minutes(-90))?;
        if let Some(colleague) = colleague(app, city)? {
            act(app, city, "coordinator", person, &held, now.plus_minutes(-40), &Chosen::Ask(colleague))?;
        }
    }
    Ok(())
}

fn card(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let jon = city.jon()?;
    let line =
        |(zone, slot, words, phone): Line| NewLine { zone, slot, words: words.to_owned(), phone: phone.map(str::to_owned) };
    let lines = Command::Add(JON.into_iter().map(line).collect());
    let written = city.as_person(app, jon, now.plus_days(-34));
    door::execute_here(app, &written, &CHARTER, "write-on-card", move |tx, desk| work::change_card(tx, desk, &lines).map(drop))?;
    let shown = city.as_person(app, jon, now.plus_days(-33));
    door::execute_here(app, &shown, &CHARTER, "show-card", move |tx, desk| {
        let own = desk.own(tx)?;
        let card = store::load(tx, &own)?;
        // How he is when all is well is nobody's business.
        let ids = card.standing().filter(|entry| entry.zone != Zone::Fine).map(|entry| entry.id.clone()).collect();
        work::change_card(tx, desk, &Command::Show(ids)).map(drop)
    })?;
    let looked = city.as_person(app, jon, now.plus_days(-8));
    door::execute_here(app, &looked, &CHARTER, "look-at-card", move |tx, desk| {
        let own = desk.own(tx)?;
        store::look_at(tx, desk, &own)
    })
}

fn begin(app: &App, city: &City, persona: &str, person: &PersonId, cause: Cause, at: Timestamp) -> Result<RowId, Error> {
    let (ctx, person) = (city.as_staff(app, persona, at)?, person.clone());
    door::execute_here(app, &ctx, &CHARTER, "follow-up", move |tx, desk| work::begin(tx, desk, &person, cause))
}

fn act(
    app: &App,
    city: &City,
    persona: &str,
    person: &PersonId,
    id: &RowId,
    at: Timestamp,
    chosen: &Chosen,
) -> Result<(), Error> {
    let (ctx, person, id, chosen) = (city.as_staff(app, persona, at)?, person.clone(), id.clone(), chosen.clone());
    door::execute_here(app, &ctx, &CHARTER, "follow-up", move |tx, desk| work::change(tx, desk, &person, &id, &chosen))
}

/// Another coordinator in the municipality.
fn colleague(app: &App, city: &City) -> Result<Option<kernel::id::AccountId>, Error> {
    let municipality = city.organisation(kernel::persona::OrganisationKind::Municipality)?.clone();
    let (me, now) = (city.account("coordinator")?.clone(), app.source().now());
    let all = app.db().read_here(move |tx| duties::colleagues(tx, &municipality, now))?;
    let other = all.into_iter().find(|one| one.account != me && super::following::may_follow_up(one.role));
    Ok(other.map(|one| one.account))
}
