//! Its share of the demo city: a register of homes, people who wait by date, Jon with one no behind him and the date he asked,
//! and people who live in the homes, one of them with the rent late.

use kernel::id::{PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::{Day, Timestamp};
use platform::app::App;
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;

use super::CHARTER;
use super::acts::{self, Answer, MoveIn, Warned};
use super::fit::{Support, Trait, Wanted};
use super::rules::{NoReason, WarningKind, Why};
use super::store::desk;
use super::store::needs::Written;
use super::store::tenancies::How;
use super::store::units::{self, About};

/// A home: address, part of town, what it is like, follow-up and hours, rules, landlord, and days until it is free.
type Home = (&'static str, &'static str, &'static [Trait], Support, i64, &'static str, &'static str, Option<i32>);

const HOMES: [Home; 7] = [
    (
        "Fjellveien 12, H0203",
        "Nord",
        &[Trait::OwnDoor, Trait::Animals, Trait::NearBus],
        Support::Visits,
        3,
        "Ro etter kl. 23. Si fra før gjester overnatter.",
        "Kommunale bygg",
        Some(-4),
    ),
    (
        "Bakkegata 4, H0101",
        "Sentrum",
        &[Trait::StepFree, Trait::Furnished, Trait::NearBus],
        Support::Weekdays,
        8,
        "Fellesrom til kl. 22. Ingen regler om gjester på eget rom.",
        "Kommunale bygg",
        Some(-2),
    ),
    (
        "Solsvingen 7",
        "Sør",
        &[Trait::OwnDoor, Trait::Calm, Trait::Animals, Trait::Two],
        Support::Visits,
        2,
        "Eget hus. Snø måkes av leietaker.",
        "Strand eiendom",
        Some(20),
    ),
    (
        "Bakkegata 4, H0102",
        "Sentrum",
        &[Trait::StepFree, Trait::Furnished],
        Support::Weekdays,
        8,
        "Fellesrom til kl. 22. Ingen regler om gjester på eget rom.",
        "Kommunale bygg",
        Some(-30),
    ),
    (
        "Åsveien 31, H0301",
        "Vest",
        &[Trait::OwnDoor, Trait::NearBus],
        Support::Visits,
        2,
        "Ro etter kl. 23.",
        "Strand eiendom",
        Some(-90),
    ),
    (
        "Kvinnetunet 2",
        "Nord",
        &[Trait::WomenOnly, Trait::Calm, Trait::Furnished],
        Support::Always,
        20,
        "Bare kvinner bor og overnatter her.",
        "Stiftelsen Tunet",
        Some(-1),
    ),
    (
        "Havnegata 9, H0402",
        "Sentrum",
        &[Trait::NearBus, Trait::Furnished],
        Support::Always,
        16,
        "Noen er i huset hele døgnet. Besøk til kl. 22.",
        "Kommunale bygg",
        Some(-60),
    ),
];

/// Somebody who waits: since how many days, in which words, what it must have, what would be good, and which follow-up.
type Waits = (i64, Option<&'static str>, &'static [Trait], &'static [Trait], Support);

const WAITING: [Waits; 4] = [
    (310, Some("Jeg vil ha katten med."), &[Trait::Animals], &[Trait::Calm], Support::Visits),
    (120, None, &[Trait::StepFree], &[Trait::Furnished], Support::Weekdays),
    (64, Some("Et sted der jeg kan sove om natta."), &[], &[Trait::Calm, Trait::OwnDoor], Support::Visits),
    (9, Some("Kan bo med andre. Bare ikke alene."), &[], &[Trait::NearBus], Support::Always),
];

/// Fills the city.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let (team, per) = (city.organisation(OrganisationKind::Housing)?.clone(), city.account("housing")?.clone());
    let municipality = app.config().municipality.clone();
    execute_here(app, &app.machine(), &CHARTER, "set-up", move |tx, desk| {
        desk.note_nobody();
        desk::set_default(tx, &municipality, &team, &per)
    })?;
    let homes: Vec<RowId> = HOMES.iter().map(|home| make(app, city, home, now)).collect::<Result<_, Error>>()?;
    let mut served = city.others.iter().enumerate().filter(|(n, _)| n % 6 == 4).map(|(_, person)| person.clone());
    // Two live in homes: they moved in while nobody else waited.
    if let (Some(calm), Some(home)) = (served.next(), homes.get(4)) {
        live(app, city, &calm, home, now, 80)?;
        visited(app, city, &calm, now, 9)?;
    }
    if let (Some(late), Some(home)) = (served.next(), homes.get(6)) {
        live(app, city, &late, home, now, 55)?;
        visited(app, city, &late, now, 16)?;
        warned(app, city, &late, now)?;
    }
    for (waits, person) in WAITING.iter().zip(served.by_ref()) {
        wait(app, city, &person, waits, now)?;
    }
    jon(app, city, &homes, now)
}

fn make(app: &App, city: &City, home: &'static Home, now: Timestamp) -> Result<RowId, Error> {
    let (name, part, traits, support, support_hours, rules, landlord, free) = *home;
    let at = now.plus_days(-3);
    let per = city.as_staff(app, "housing", at)?;
    let about = About {
        name: name.to_owned(),
        part_of_town: part.to_owned(),
        traits: traits.to_vec(),
        support,
        support_hours,
        house_rules: rules.to_owned(),
        landlord: landlord.to_owned(),
        free_from: free.map(|days| now.day().plus(days)),
    };
    execute_here(app, &per, &CHARTER, "make-home", move |tx, desk| acts::make(tx, desk, &about))
}

fn wait(app: &App, city: &City, person: &PersonId, waits: &Waits, now: Timestamp) -> Result<(), Error> {
    let (days, words, musts, wishes, support) = *waits;
    let wanted = Wanted { wishes: wishes.to_vec(), musts: musts.to_vec(), support };
    let written = Written { words: words.map(str::to_owned), wanted };
    // They asked themselves: that is when the service began to serve them.
    let own = city.as_person(app, person, now.plus_days(-days));
    execute_here(app, &own, &CHARTER, "want", move |tx, desk| acts::want(tx, desk, &written))
}

fn day(now: Timestamp, ago: i64) -> Day {
    now.plus_days(-ago).day()
}

/// They were offered this home, said yes, and moved in so many days ago.
fn live(app: &App, city: &City, person: &PersonId, home: &RowId, now: Timestamp, days: i64) -> Result<(), Error> {
    let waits: Waits = (days + 60, None, &[], &[Trait::NearBus], Support::Visits);
    wait(app, city, person, &waits, now)?;
    let (per, about, unit) = (city.as_staff(app, "housing", now.plus_days(-days - 12))?, person.clone(), home.clone());
    execute_here(app, &per, &CHARTER, "offer", move |tx, desk| acts::offer(tx, desk, &about, &unit, None).map(drop))?;
    let own = city.as_person(app, person, now.plus_days(-days - 10));
    execute_here(app, &own, &CHARTER, "answer", |tx, desk| {
        let own = desk.own(tx)?;
        acts::say(tx, desk, &own, &Answer::Yes)
    })?;
    let (per, about) = (city.as_staff(app, "housing", now.plus_days(-days))?, person.clone());
    let plan = "Vi drikker kaffe hver annen tirsdag. Ring hvis naboen bråker. Strøm og husleie går i trekk.";
    let agreed = MoveIn { on: day(now, days), plan: Some(plan.to_owned()), visit_on: None };
    execute_here(app, &per, &CHARTER, "move-in", move |tx, desk| acts::move_in(tx, desk, &about, &agreed))
}

fn visited(app: &App, city: &City, person: &PersonId, now: Timestamp, ago: i64) -> Result<(), Error> {
    let (per, about) = (city.as_staff(app, "housing", now.plus_days(-ago))?, person.clone());
    execute_here(app, &per, &CHARTER, "visit", move |tx, desk| {
        let words = "Kaffe og prat. Ovnen på badet er bestilt reparert.";
        acts::visit(tx, desk, &about, (day(now, ago), How::AtHome, Some(words)), None)
    })
}

fn warned(app: &App, city: &City, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    let (per, about) = (city.as_staff(app, "housing", now.plus_days(-1))?, person.clone());
    let warned = Warned {
        kind: WarningKind::RentLate,
        words: Some("Husleia for november kom ikke. Trekket ble stoppet da ytelsen ble endret.".to_owned()),
        task: "Hjelp tidlig: husleia er sen".to_owned(),
    };
    execute_here(app, &per, &CHARTER, "warn", move |tx, desk| acts::warn(tx, desk, &about, &warned))
}

/// Jon asked himself in the spring, said no to a home he did not feel safe in, and waits on from the same date. He has an
/// offer now.
fn jon(app: &App, city: &City, homes: &[RowId], now: Timestamp) -> Result<(), Error> {
    let jon = city.jon()?.clone();
    let wanted = Wanted { wishes: vec![Trait::Calm, Trait::NearBus], musts: vec![Trait::OwnDoor], support: Support::Visits };
    let written = Written { words: Some("Et sted å bo med egen dør. Ikke for langt fra søstera mi.".to_owned()), wanted };
    let asked = city.as_person(app, &jon, now.plus_days(-196));
    execute_here(app, &asked, &CHARTER, "want", move |tx, desk| acts::want(tx, desk, &written))?;
    let (Some(busy), Some(fits)) = (homes.get(3), homes.first()) else { return Ok(()) };
    offered(app, city, &jon, busy, now.plus_days(-25), Some(Why::TheyWereAsked))?;
    let own = city.as_person(app, &jon, now.plus_days(-23));
    execute_here(app, &own, &CHARTER, "answer", |tx, desk| {
        let own = desk.own(tx)?;
        let words = "Jeg kjenner for mange der. Det blir ikke rolig.".to_owned();
        acts::say(tx, desk, &own, &Answer::No(Some(NoReason::NotSafe), Some(words)))
    })?;
    offered(app, city, &jon, fits, now.plus_days(-1), Some(Why::TheyWereAsked))
}

fn offered(app: &App, city: &City, person: &PersonId, home: &RowId, at: Timestamp, why: Option<Why>) -> Result<(), Error> {
    let (per, about, unit) = (city.as_staff(app, "housing", at)?, person.clone(), home.clone());
    execute_here(app, &per, &CHARTER, "offer", move |tx, desk| {
        let mine = desk.ctx().actor.employer_id()?.clone();
        units::load(tx, &mine, &unit)?;
        acts::offer(tx, desk, &about, &unit, why).map(drop)
    })
}
