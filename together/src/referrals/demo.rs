//! The demo city's referrals: Jon waits for the clinic, a small association has been sent a link, somebody is asked for a yes,
//! and one has lain too long.

use kernel::area::{Area, Areas};
use kernel::calendar::is_working_day;
use kernel::id::{PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Command, Why};
use super::store::referrals::Draft;
use super::{CHARTER, link, work};

/// Fills the referrals.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    jon(app, city, now)?;
    for (n, days) in [(10, 26), (20, 24)] {
        if let Some(person) = city.others.get(n) {
            let words = "Ønsker samtaler hos dere. Har hatt tunge måneder og vil ha noen å snakke med fast.";
            let clinic = to(city, OrganisationKind::TsbClinic, Area::MentalHealth, words, "{}")?;
            ask_and_yes(app, city, "coordinator", person, &clinic, now.plus_days(-days))?;
        }
    }
    if let Some(person) = city.others.get(30) {
        let housing = to(city, OrganisationKind::Housing, Area::Housing, "Trenger et sted å bo fra nyttår.", "{}")?;
        let id = ask_and_yes(app, city, "coordinator", person, &housing, now.plus_days(-3))?;
        act(app, city, "housing", person, &id, now.plus_days(-1), (&Command::Question, Some("Er det et dyr med i flyttingen?")))?;
    }
    let Some(newcomer) = &city.newcomer else { return Ok(()) };
    let cafe =
        to(city, OrganisationKind::Voluntary, Area::EverydayWork, "Jeg vil gjerne være med på turgruppa på onsdager.", "{}")?;
    self_sent(app, city, newcomer, &cafe, now.plus_days(-2)).map(drop)
}

/// Jon: the clinic since six working days, a no from NAV, a link to a small association, and a question for his yes.
fn jon(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let jon = city.jon()?;
    let words = "Jon vil trappe ned og ønsker samtaler ved siden av LAR. Han vil helst ha timer etter klokka 12.";
    let facts = r#"{"problem":"opioids","injecting":"yes","units_a_day":null,"pregnant":false}"#;
    let clinic = to(city, OrganisationKind::TsbClinic, Area::MentalHealth, words, facts)?;
    ask_and_yes(app, city, "mo-nurse", jon, &clinic, working_days_ago(now, 6))?;
    let money = to(city, OrganisationKind::Nav, Area::Money, "Jon trenger hjelp til å lage en avtale om gjeld.", "{}")?;
    let refused = ask_and_yes(app, city, "coordinator", jon, &money, now.plus_days(-40))?;
    let no = Command::Refuse(Why::SomethingFirst);
    let reason = Some("Be om gjeldsrådgivning på skranken først. Den har ingen ventetid.");
    act(app, city, "nav", jon, &refused, now.plus_days(-36), (&no, reason))?;
    let fishing = Draft {
        receiver: None,
        receiver_name: Some("Byfjordens fiskelag".into()),
        area: Area::EverydayWork,
        areas: Areas::NONE,
        words: "Jon fisket før og vil gjerne bli med på en tur i uka. Han har utstyr selv.".into(),
        facts: "{}".into(),
        phone_shown: true,
    };
    let by_link = ask_and_yes(app, city, "mo-nurse", jon, &fishing, now.plus_days(-4))?;
    let (ctx, person) = (city.as_staff(app, "mo-nurse", now.plus_days(-4))?, jon.clone());
    door::execute_here(app, &ctx, &CHARTER, "make-link", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        link::make(tx, desk, &permit, &by_link).map(drop)
    })?;
    let teeth = to(
        city,
        OrganisationKind::Dental,
        Area::Teeth,
        "Jon har vondt i en jeksel og gruer seg. Han vil ha med seg noen.",
        "{}",
    )?;
    ask(app, city, "mo-nurse", jon, &teeth, now.plus_minutes(-180)).map(drop)
}

/// The day so many working days ago, at the same time of day.
fn working_days_ago(now: Timestamp, days: i32) -> Timestamp {
    let (mut back, mut left) = (0, days);
    while left > 0 {
        left -= i32::from(is_working_day(now.plus_days(-back).day()));
        back += 1;
    }
    now.plus_days(-back)
}

fn to(city: &City, kind: OrganisationKind, area: Area, words: &str, facts: &str) -> Result<Draft, Error> {
    Ok(Draft {
        receiver: Some(city.organisation(kind)?.clone()),
        receiver_name: None,
        area,
        areas: Areas::NONE.with(area),
        words: words.to_owned(),
        facts: facts.to_owned(),
        phone_shown: false,
    })
}

fn ask(app: &App, city: &City, persona: &str, person: &PersonId, draft: &Draft, at: Timestamp) -> Result<RowId, Error> {
    let (ctx, person, draft) = (city.as_staff(app, persona, at)?, person.clone(), draft.clone());
    door::execute_here(app, &ctx, &CHARTER, "ask-service", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::write(tx, desk, &permit, &draft, true)
    })
}

fn ask_and_yes(app: &App, city: &City, persona: &str, person: &PersonId, draft: &Draft, at: Timestamp) -> Result<RowId, Error> {
    let id = ask(app, city, persona, person, draft, at.plus_minutes(-90))?;
    let (ctx, yes) = (city.as_person(app, person, at), id.clone());
    door::execute_here(app, &ctx, &CHARTER, "answer-referral", move |tx, desk| {
        let own = desk.own(tx)?;
        work::act(tx, desk, &own, &yes, &Command::Yes, None)
    })?;
    Ok(id)
}

fn self_sent(app: &App, city: &City, person: &PersonId, draft: &Draft, at: Timestamp) -> Result<RowId, Error> {
    let (ctx, draft) = (city.as_person(app, person, at), draft.clone());
    door::execute_here(app, &ctx, &CHARTER, "ask-service", move |tx, desk| {
        let own = desk.own(tx)?;
        work::write(tx, desk, &own, &draft, true)
    })
}

fn act(
    app: &App,
    city: &City,
    persona: &str,
    person: &PersonId,
    id: &RowId,
    at: Timestamp,
    (command, words): (&Command, Option<&'static str>),
) -> Result<(), Error> {
    let (ctx, person, id, command) = (city.as_staff(app, persona, at)?, person.clone(), id.clone(), command.clone());
    door::execute_here(app, &ctx, &CHARTER, "answer-referral", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::act(tx, desk, &permit, &id, &command, words)
    })
}
