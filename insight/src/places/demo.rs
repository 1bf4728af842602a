//! The demo city's places. All of them are invented, and so are their numbers.

use std::collections::BTreeMap;

use kernel::language::Language;
use kernel::persona::OrganisationKind as Kind;
use kernel::text::{Phone, Text};
use kernel::time::{Clock, Day, Timestamp};
use platform::app::App;
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;

use super::CHARTER;
use super::door::Door;
use super::facts::Facts;
use super::hours::{DayRule, Hours};
use super::offer::Offer;
use super::rules::{Command, Message, Opening, State, decide};
use super::store::{self, DIRECTIONS_CHARS, MESSAGE_CHARS, NAME_CHARS, NewPlace};

/// A place in the demo city, as one would tell of it.
struct Told {
    key: &'static str,
    name: &'static str,
    run_by: Kind,
    phone: &'static str,
    offers: &'static str,
    door: &'static str,
    /// Monday to Friday, Saturday, Sunday.
    hours: [&'static str; 3],
    holiday: &'static str,
    eve: &'static str,
    /// How to walk there, in Bokmål, Nynorsk and English.
    way: [&'static str; 3],
    /// Days since somebody last said that it is right.
    confirmed_days_ago: i64,
}

const PLACES: [Told; 10] = [
    Told {
        key: "mo-senteret",
        name: "MO-senteret",
        run_by: Kind::MoCentre,
        phone: "55000000",
        offers: "mat dusj klar samtale utstyr nesespray sar helse lading",
        door: "green wood round step brick lamp 12",
        hours: ["9–20", "11–17", "11–17"],
        holiday: "12–16",
        eve: "10–14",
        way: [
            "Gå bak biblioteket. Døra er grønn.\nRing på hvis den er låst.",
            "Gå bak biblioteket. Døra er grøn.\nRing på om ho er låst.",
            "Go behind the library. The door is green.\nRing the bell if it is locked.",
        ],
        confirmed_days_ago: 0,
    },
    Told {
        key: "bla-hus",
        name: "Blå hus",
        run_by: Kind::Housing,
        phone: "55000094",
        offers: "overnatting mat dusj klar samtale",
        door: "blue wood half ramp boards bench 4",
        hours: ["20–8", "20–8", "20–9"],
        holiday: "som vanlig",
        eve: "18–10",
        way: [
            "Følg elva opp fra torget. Det blå huset etter broa.\nDu kan komme til kl. 24. Kommer du seinere, ring først.",
            "Følg elva opp frå torget. Det blå huset etter brua.\nDu kan kome til kl. 24. Kjem du seinare, ring først.",
            "Follow the river up from the square. The blue house after the bridge.\nCome before midnight. If you come later, call first.",
        ],
        confirmed_days_ago: 0,
    },
    Told {
        key: "kafe-kompass",
        name: "Kafé Kompass",
        run_by: Kind::Voluntary,
        phone: "55000092",
        offers: "mat samtale lading aktivitet",
        door: "red glass none level plaster plant 31",
        hours: ["10–15", "11–15", "stengt"],
        holiday: "stengt",
        eve: "11–16",
        way: [
            "I Storgata, mellom bakeren og banken. Du trenger ikke kjøpe noe.",
            "I Storgata, mellom bakaren og banken. Du treng ikkje kjøpe noko.",
            "In Storgata, between the bakery and the bank. You do not have to buy anything.",
        ],
        confirmed_days_ago: 1,
    },
    Told {
        key: "brukerrommet",
        name: "Brukerrommet",
        run_by: Kind::ConsumptionRoom,
        phone: "55000080",
        offers: "brukerrom utstyr nesespray sar samtale",
        door: "grey metal small level brick lamp -",
        hours: ["9–21", "11–19", "11–19"],
        holiday: "11–19",
        eve: "10–16",
        way: [
            "Inngang fra gården. Gå gjennom porten ved parken.",
            "Inngang frå garden. Gå gjennom porten ved parken.",
            "The way in is from the yard. Go through the gate by the park.",
        ],
        confirmed_days_ago: 0,
    },
    Told {
        key: "lar-luka",
        name: "LAR-luka",
        run_by: Kind::LarOutlet,
        phone: "55000041",
        offers: "lar nesespray samtale",
        door: "white metal tall level plaster nothing 8",
        hours: ["8–10.30", "9–10", "9–10"],
        holiday: "9–10",
        eve: "8–10",
        way: [
            "Rundt hjørnet for apoteket. Det er roligst etter kl. 09.30.",
            "Rundt hjørnet for apoteket. Det er rolegast etter kl. 09.30.",
            "Round the corner from the pharmacy. It is quietest after 09.30.",
        ],
        confirmed_days_ago: 3,
    },
    Told {
        key: "bussen",
        name: "Bussen på torget",
        run_by: Kind::Outreach,
        phone: "55000082",
        offers: "mat utstyr nesespray sar samtale",
        door: "yellow metal half step vehicle nothing -",
        hours: ["18–23", "18–23", "stengt"],
        holiday: "18–22",
        eve: "16–20",
        way: [
            "Står ved klokka på torget. Regner det mye, står vi under broa.",
            "Står ved klokka på torget. Regnar det mykje, står vi under brua.",
            "Stands by the clock in the square. In heavy rain, under the bridge.",
        ],
        confirmed_days_ago: 1,
    },
    Told {
        key: "provemottaket",
        name: "Prøvemottaket",
        run_by: Kind::DrugChecking,
        phone: "55000081",
        offers: "prove nesespray samtale",
        door: "brown wood small steps brick lamp 2B",
        hours: ["12–18", "stengt", "stengt"],
        holiday: "stengt",
        eve: "stengt",
        way: [
            "Andre dør etter MO-senteret. Du trenger ikke si hvem du er.",
            "Andre dør etter MO-senteret. Du treng ikkje seie kven du er.",
            "The second door after the MO centre. You do not have to say who you are.",
        ],
        confirmed_days_ago: 6,
    },
    Told {
        key: "nav-kontoret",
        name: "NAV-kontoret",
        run_by: Kind::Nav,
        phone: "55000030",
        offers: "penger lading",
        door: "black glass none ramp plaster nothing 50",
        hours: ["10–14", "stengt", "stengt"],
        holiday: "stengt",
        eve: "stengt",
        way: [
            "Tvers over gata for busstoppet. Trekk en lapp og sett deg.",
            "Tvers over gata for busstoppet. Trekk ein lapp og set deg.",
            "Across the street from the bus stop. Take a number and have a seat.",
        ],
        confirmed_days_ago: 12,
    },
    Told {
        key: "tannklinikken",
        name: "Tannklinikken",
        run_by: Kind::Dental,
        phone: "55000091",
        offers: "tenner",
        door: "white glass none level plaster plant 17",
        hours: ["8–15.30", "stengt", "stengt"],
        holiday: "stengt",
        eve: "stengt",
        way: [
            "Første etasje i helsehuset. Onsdager kan du komme uten time fra kl. 12.",
            "Første etasje i helsehuset. Onsdagar kan du kome utan time frå kl. 12.",
            "Ground floor of the health centre. On Wednesdays come without an appointment from 12.",
        ],
        confirmed_days_ago: 20,
    },
    Told {
        key: "verkstedet",
        name: "Verkstedet",
        run_by: Kind::Municipality,
        phone: "55000011",
        offers: "aktivitet mat samtale",
        door: "green metal half level boards bench 6",
        hours: ["10–14, 17–19", "12–15", "stengt"],
        holiday: "stengt",
        eve: "stengt",
        way: [
            "Nede ved kaia, det siste skuret. Du hører sykler og musikk.",
            "Nede ved kaia, det siste skuret. Du høyrer syklar og musikk.",
            "Down on the quay, the last shed. You will hear bicycles and music.",
        ],
        confirmed_days_ago: 41,
    },
];

/// Makes the places, and what has happened to them since.
///
/// # Errors
/// A fault when a line above cannot be read, or the database says no.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    for (position, told) in (1..).zip(&PLACES) {
        let place = place(told, city, position)?;
        // Somebody at work said so at twenty to ten, or just now when the day has not come so far.
        let confirmed = now.plus_days(-told.confirmed_days_ago).day().at(Clock::at(9, 40)).min(now);
        let ctx = city.as_staff(app, "mo-nurse", confirmed)?;
        execute_here(app, &ctx, &CHARTER, "make-place", move |tx, desk| store::insert(tx, &place, desk.now()))?;
    }
    other_hours_on_monday(app, city, now)
}

fn place(told: &Told, city: &City, position: i64) -> Result<NewPlace, Error> {
    let hours = |typed: &str| Hours::parse(typed).map_err(|_| unreadable());
    let rule = |typed: &str| DayRule::parse(typed).map_err(|_| unreadable());
    let [weekday, saturday, sunday] = told.hours;
    let (weekday, saturday, sunday) = (hours(weekday)?, hours(saturday)?, hours(sunday)?);
    let week = [weekday.clone(), weekday.clone(), weekday.clone(), weekday.clone(), weekday, saturday, sunday];
    let opening = Opening { week, holiday: rule(told.holiday)?, eve: rule(told.eve)?, exceptions: BTreeMap::new() };
    let directions = Language::ALL.into_iter().zip(told.way);
    let directions: Option<Vec<(Language, Text)>> =
        directions.map(|(language, way)| Some((language, Text::parse(way, DIRECTIONS_CHARS).ok()?))).collect();
    Ok(NewPlace {
        key: told.key.into(),
        organisation: city.organisation(told.run_by)?.clone(),
        position,
        facts: Facts {
            name: Text::parse(told.name, NAME_CHARS).map_err(|_| unreadable())?,
            phone: Phone::parse(told.phone),
            offers: Offer::list(told.offers).ok_or_else(unreadable)?,
            door: Door::from_stored(told.door).ok_or_else(unreadable)?,
            directions: directions.ok_or_else(unreadable)?,
        },
        state: State { opening, message: None, version: 1 },
    })
}

/// The MO centre has told of a meeting on Monday, when it opens later.
fn other_hours_on_monday(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let monday = next_monday(now.day());
    let text = "Mandag åpner vi kl. 11. Vi har møte først.";
    let message = Text::parse(text, MESSAGE_CHARS).map(|text| Message { text, until: monday }).map_err(|_| unreadable())?;
    let late = Hours::parse("11–20").map_err(|_| unreadable())?;
    let ctx = city.as_staff(app, "mo-nurse", now)?;
    execute_here(app, &ctx, &CHARTER, "change-place", move |tx, desk| {
        let language = desk.ctx().language;
        let place = store::one(tx, "mo-senteret", language, desk.now().day())?.ok_or(Error::Missing)?;
        let mut opening = place.state.opening.clone();
        opening.exceptions.insert(monday, late.clone());
        let opening = Box::new(opening);
        let command = Command::Change { seen: place.state.version, opening, message: Some(message.clone()) };
        let change = decide(&place.state, command, desk.now()).map_err(|no| Error::refused(&no))?;
        store::save(tx, "mo-senteret", place.state.version, &change, &desk.ctx().actor.name, desk.now())?;
        desk.note_nobody();
        Ok(())
    })
}

fn next_monday(today: Day) -> Day {
    today.plus(8 - i32::from(today.weekday()))
}

fn unreadable() -> Error {
    Error::fault("a place of the demo city cannot be read")
}
