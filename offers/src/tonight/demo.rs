//! Its share of the demo city: five places with numbers of different age, people who wait for a decision today, and people
//! who stay somewhere, one of them for too long.

use kernel::id::{PersonId, RowId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::app::App;
use platform::ctx::{Actor, Ctx};
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;

use super::CHARTER;
use super::acts::{self, Draft, For, Place};
use super::store::desk;
use super::store::places::{self, About};
use super::traits::{Quality, Trait};

/// A place: who speaks for it, name, phone, part of town, traits, places, free, minutes since it was confirmed,
/// the mark and the days since, and whether everyone may read about it.
struct Somewhere {
    persona: &'static str,
    name: &'static str,
    phone: &'static str,
    part: &'static str,
    traits: &'static [Trait],
    total: u16,
    free: u16,
    confirmed_minutes: i64,
    mark: Option<(Quality, i64, &'static str)>,
    open: bool,
}

const PLACES: [Somewhere; 5] = [
    Somewhere {
        persona: "housing",
        name: "Blå hus",
        phone: "+4755000120",
        part: "Sentrum",
        traits: &[Trait::OwnRoom, Trait::StepFree, Trait::AwakeAllNight],
        total: 12,
        free: 5,
        confirmed_minutes: 35,
        mark: Some((Quality::Good, 40, "Rent, rolig og låsbare rom.")),
        open: true,
    },
    Somewhere {
        persona: "volunteer",
        name: "Kompass nattrom",
        phone: "+4755000121",
        part: "Sentrum",
        traits: &[Trait::Couples, Trait::Animals, Trait::AwakeAllNight],
        total: 8,
        free: 3,
        confirmed_minutes: 250,
        mark: Some((Quality::ToMend, 75, "Dusjen i andre etasje skal rettes før jul.")),
        open: true,
    },
    Somewhere {
        persona: "housing",
        name: "Akutt bolig Nordnes",
        phone: "+4755000122",
        part: "Nordnes",
        traits: &[Trait::OwnRoom, Trait::Couples],
        total: 4,
        free: 2,
        confirmed_minutes: 1_500,
        mark: Some((Quality::Good, 120, "To leiligheter med eget bad.")),
        open: false,
    },
    Somewhere {
        persona: "coordinator",
        name: "Kvinnehuset",
        phone: "+4755000123",
        part: "Nord",
        traits: &[Trait::WomenOnly, Trait::OwnRoom, Trait::AwakeAllNight],
        total: 6,
        free: 1,
        confirmed_minutes: 90,
        mark: Some((Quality::Good, 20, "Trygge rom. Noen er på jobb hele natta.")),
        open: false,
    },
    Somewhere {
        persona: "nav",
        name: "Hospitset i Strandgata",
        phone: "+4755000124",
        part: "Sentrum",
        traits: &[Trait::OwnRoom],
        total: 10,
        free: 4,
        confirmed_minutes: 60,
        mark: Some((Quality::Unfit, 12, "Låsene på rommene virker ikke. Ingen sendes hit.")),
        open: false,
    },
];

/// Fills the city.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let nav = city.organisation(OrganisationKind::Nav)?.clone();
    let (sara, municipality) = (city.account("nav")?.clone(), app.config().municipality.clone());
    execute_here(app, &app.machine(), &CHARTER, "set-up", move |tx, desk| {
        desk.note_nobody();
        desk::set_default(tx, &municipality, &nav, &sara)?;
        desk::go_on_duty(tx, &nav, &sara, now.plus_minutes(-120), now.plus_days(60))
    })?;
    let made: Vec<RowId> = PLACES.iter().map(|one| make(app, city, one, now)).collect::<Result<_, Error>>()?;
    waiting(app, now)?;
    staying(app, city, &made, now)
}

fn make(app: &App, city: &City, one: &'static Somewhere, now: Timestamp) -> Result<RowId, Error> {
    let about = About {
        name: one.name.to_owned(),
        phone: one.phone.to_owned(),
        part_of_town: one.part.to_owned(),
        traits: one.traits.to_vec(),
        open_to_all: one.open,
    };
    let early = city.as_staff(app, one.persona, now.plus_days(-200))?;
    let id = execute_here(app, &early, &CHARTER, "make-place", move |tx, desk| acts::make(tx, desk, &about, one.total))?;
    if let Some((quality, days, words)) = one.mark {
        let (checker, id) = (city.as_staff(app, "coordinator", now.plus_days(-days))?, id.clone());
        execute_here(app, &checker, &CHARTER, "mark-place", move |tx, desk| {
            let seen = places::load(tx, &id)?.version;
            acts::mark(tx, desk, &id, quality, Some(words), seen)
        })?;
    }
    confirm(app, city, one, &id, one.free, now.plus_minutes(-one.confirmed_minutes))?;
    Ok(id)
}

fn confirm(app: &App, city: &City, one: &'static Somewhere, id: &RowId, free: u16, at: Timestamp) -> Result<(), Error> {
    let (speaker, id) = (city.as_staff(app, one.persona, at)?, id.clone());
    execute_here(app, &speaker, &CHARTER, "confirm", move |tx, desk| {
        let seen = places::load(tx, &id)?.version;
        acts::confirm(tx, desk, &id, free, one.total, seen)
    })
}

/// Two who have not said who they are, and wait for an answer today.
fn waiting(app: &App, now: Timestamp) -> Result<(), Error> {
    let asked: [(i64, Option<&str>, &[Trait]); 2] = [
        (140, Some("Jeg kan ikke være der jeg var i går. Helst et sted der noen er våkne."), &[Trait::AwakeAllNight]),
        (45, None, &[Trait::Animals]),
    ];
    for (minutes, words, wishes) in asked {
        let person = PersonId::from_bits(app.source().id_bits());
        app.keys().make_here(std::slice::from_ref(&person))?;
        let key = app.keys().find(&person)?.ok_or_else(|| Error::fault("a key that was made is not there"))?;
        let at = now.plus_minutes(-minutes);
        let anyone = Ctx::new(at, Language::Nb, Actor::visitor(), app.source().bytes());
        let draft = Draft { words: words.map(str::to_owned), wishes: wishes.to_vec() };
        execute_here(app, &anyone, &CHARTER, "ask", move |tx, desk| {
            acts::ask(tx, desk, &draft, For::Newcomer(&person, &key)).map(drop)
        })?;
    }
    Ok(())
}

/// Those whom the welfare office serves and who stay somewhere: one since this week, one for almost three months, one for
/// longer than that.
fn staying(app: &App, city: &City, made: &[RowId], now: Timestamp) -> Result<(), Error> {
    let served = city.others.iter().enumerate().filter(|(n, _)| n % 6 == 5).map(|(_, person)| person);
    let stays: [(i64, i64, usize); 3] = [(3, 5, 0), (78, 14, 2), (104, 14, 1)];
    for (person, (days, nights, place)) in served.skip(1).zip(stays) {
        let Some(place) = made.get(place) else { continue };
        let at = now.plus_days(-days);
        // They asked themselves: that is when the office began to serve them.
        let own = city.as_person(app, person, at);
        let draft = Draft { words: None, wishes: vec![Trait::OwnRoom] };
        let request = execute_here(app, &own, &CHARTER, "ask", move |tx, desk| {
            acts::ask(tx, desk, &draft, For::Me).map(|told| told.request)
        })?;
        let Some(request) = request else { continue };
        let given = Place { id: place.clone(), nights, words: Some("Ring meg hvis noe er galt.".to_owned()) };
        let (wanted, later) = (request.clone(), city.as_staff(app, "nav", at.plus_minutes(40))?);
        execute_here(app, &later, &CHARTER, "give", move |tx, desk| {
            let seen = acts::open(tx, desk, &wanted)?.1.version;
            acts::give(tx, desk, &wanted, &given, seen).map(drop)
        })?;
        let own = city.as_person(app, person, at.plus_minutes(90));
        let wanted = request.clone();
        execute_here(app, &own, &CHARTER, "say-yes", move |tx, desk| acts::yes(tx, desk, &wanted))?;
        extend_until(app, city, &request, at, now, nights)?;
    }
    Ok(())
}

/// The office has looked again every second week.
fn extend_until(app: &App, city: &City, request: &RowId, from: Timestamp, now: Timestamp, nights: i64) -> Result<(), Error> {
    let mut at = from.plus_days(nights - 1);
    while at < now {
        let (sara, wanted) = (city.as_staff(app, "nav", at)?, request.clone());
        execute_here(app, &sara, &CHARTER, "extend", move |tx, desk| {
            let seen = acts::open(tx, desk, &wanted)?.1.version;
            acts::extend(tx, desk, &wanted, 14, seen)
        })?;
        at = at.plus_days(14);
    }
    Ok(())
}
