//! When a place is open, who may say so, and that nothing typed is lost.

use std::collections::BTreeMap;

use kernel::id::OrganisationId;
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::text::{Phone, Text};
use kernel::time::{Clock, Day, Timestamp};
use testkit::{Town, both_databases, on_sqlite};

use super::CHARTER;
use super::door::{Beside, Colour, Door, Entry, Material, Wall, Window};
use super::facts::{Facts, address_word, describe};
use super::hours::{DayRule, Hours, HoursFault};
use super::offer::Offer;
use super::rules::{Change, Command, Message, No, OpenState, Opening, State, decide, is_old, open_state};
use super::store::{self, NewPlace};
use super::web::words;

const CLOSED: &str = "stengt";

fn hours(typed: &str) -> Hours {
    Hours::parse(typed).expect("hours")
}

fn rule(typed: &str) -> DayRule {
    DayRule::parse(typed).expect("a rule")
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// A moment on the wall in Norway: `2026-11-20 10.00`.
fn at(text: &str) -> Timestamp {
    let (date, clock) = text.split_once(' ').expect("a day and a clock");
    let (hour, minute) = clock.split_once('.').expect("hour and minute");
    day(date).at(Clock::at(hour.parse().expect("hour"), minute.parse().expect("minute")))
}

/// The same hours every day, and as usual on holidays.
fn every_day(typed: &str) -> Opening {
    Opening {
        week: [const { Hours::CLOSED }; 7].map(|_| hours(typed)),
        holiday: DayRule::Usual,
        eve: DayRule::Usual,
        exceptions: BTreeMap::new(),
    }
}

/// Weekdays 9–20, Saturday 11–17, closed on Sundays, holidays 12–16, eves 10–14.
fn centre() -> Opening {
    let weekday = || hours("9–20");
    Opening {
        week: [weekday(), weekday(), weekday(), weekday(), weekday(), hours("11–17"), Hours::CLOSED],
        holiday: rule("12–16"),
        eve: rule("10–14"),
        exceptions: BTreeMap::new(),
    }
}

fn with(mut opening: Opening, date: &str, typed: &str) -> Opening {
    opening.exceptions.insert(day(date), hours(typed));
    opening
}

#[test]
fn hours_are_read_as_people_write_them() {
    for (typed, stored) in [
        ("10–15", "600-900"),
        ("10-15", "600-900"),
        ("kl. 10.30 til 14", "630-840"),
        ("10:30-14:00", "630-840"),
        ("1030-1400", "630-840"),
        ("fra 8 til 10.30", "480-630"),
        ("18–21, 10–14", "600-840,1080-1260"),
        ("10–14 og 18–21", "600-840,1080-1260"),
        ("20–08", "1200-1920"),
        ("20-24", "1200-1440"),
        ("0–24", "0-1440"),
        ("Døgnåpent", "0-1440"),
        ("heile døgnet", "0-1440"),
        ("Stengt", ""),
        ("closed", ""),
        ("", ""),
        ("  ", ""),
    ] {
        let read = hours(typed);
        assert_eq!(read.stored(), stored, "{typed}");
        assert_eq!(Hours::from_stored(stored), Some(read.clone()), "{typed}");
        assert_eq!(hours(&read.typed()), read, "{typed}");
    }
}

#[test]
fn what_is_not_hours_is_asked_for_again() {
    for typed in ["ti til tre", "10", "25–26", "10.75–12", "10–15–18", "1–2,3–4,5–6,7–8,9–10", "10.3–12", "-1–5", "24–25"]
    {
        assert_eq!(Hours::parse(typed), Err(HoursFault::Unreadable), "{typed}");
    }
    assert_eq!(Hours::parse("10–15, 14–16"), Err(HoursFault::Overlap));
    assert_eq!(DayRule::parse("as usual"), Ok(DayRule::Usual));
    assert_eq!(DayRule::from_stored("usual"), Some(DayRule::Usual));
    assert_eq!(Hours::from_stored("600-x"), None);
}

#[test]
fn a_place_is_open_or_tells_when_it_opens() {
    let open = |until: &str| OpenState::Open { until: at(until) };
    let opens = |from: &str| OpenState::Closed { opens: Some(at(from)) };
    let moved = || with(with(centre(), "2026-11-23", "11–20"), "2026-11-24", CLOSED);
    for (opening, now, expected) in [
        // A Friday, a Saturday and the Sunday after.
        (centre(), "2026-11-20 08.59", opens("2026-11-20 09.00")),
        (centre(), "2026-11-20 09.00", open("2026-11-20 20.00")),
        (centre(), "2026-11-20 19.59", open("2026-11-20 20.00")),
        (centre(), "2026-11-20 20.00", opens("2026-11-21 11.00")),
        (centre(), "2026-11-21 17.00", opens("2026-11-23 09.00")),
        (centre(), "2026-11-22 12.00", opens("2026-11-23 09.00")),
        // A single day beats the weekday, closed or otherwise.
        (moved(), "2026-11-23 10.00", opens("2026-11-23 11.00")),
        (moved(), "2026-11-23 20.00", opens("2026-11-25 09.00")),
        (moved(), "2026-11-24 12.00", opens("2026-11-25 09.00")),
        // Easter 2027: Maundy Thursday 25 March to Easter Monday 29 March, with the eve and the Wednesday before.
        (centre(), "2027-03-24 12.00", open("2027-03-24 14.00")),
        (centre(), "2027-03-25 10.00", opens("2027-03-25 12.00")),
        (centre(), "2027-03-26 13.00", open("2027-03-26 16.00")),
        (centre(), "2027-03-27 11.00", open("2027-03-27 14.00")),
        (centre(), "2027-03-28 16.00", opens("2027-03-29 12.00")),
        (centre(), "2027-03-29 16.00", opens("2027-03-30 09.00")),
        // Christmas: a Thursday eve, two holidays, then a Sunday.
        (centre(), "2026-12-24 09.00", opens("2026-12-24 10.00")),
        (centre(), "2026-12-24 14.00", opens("2026-12-25 12.00")),
        (centre(), "2026-12-26 16.00", opens("2026-12-28 09.00")),
        (with(centre(), "2026-12-24", "10–21"), "2026-12-24 20.00", open("2026-12-24 21.00")),
        (centre(), "2026-12-31 15.00", opens("2027-01-01 12.00")),
        // Ascension Day, 17 May and Whitsun are holidays like any other.
        (centre(), "2027-05-06 10.00", opens("2027-05-06 12.00")),
        (centre(), "2027-05-17 16.30", opens("2027-05-18 09.00")),
        // The night shelter opens in the evening and closes the next morning.
        (every_day("20–08"), "2026-11-20 19.59", opens("2026-11-20 20.00")),
        (every_day("20–08"), "2026-11-20 23.59", open("2026-11-21 08.00")),
        (every_day("20–08"), "2026-11-21 00.00", open("2026-11-21 08.00")),
        (every_day("20–08"), "2026-11-21 07.59", open("2026-11-21 08.00")),
        (every_day("20–08"), "2026-11-21 08.00", opens("2026-11-21 20.00")),
        // Tonight is closed, but last night lasts until this morning.
        (with(every_day("20–08"), "2026-11-21", CLOSED), "2026-11-21 03.00", open("2026-11-21 08.00")),
        (with(every_day("20–08"), "2026-11-21", CLOSED), "2026-11-21 21.00", opens("2026-11-22 20.00")),
        (with(every_day("20–08"), "2026-11-20", "20–10"), "2026-11-21 09.00", open("2026-11-21 10.00")),
        // Hours that meet at midnight are one.
        (with(every_day("18–24"), "2026-11-21", "0–3"), "2026-11-20 23.00", open("2026-11-21 03.00")),
        // Two spans a day.
        (every_day("10–14, 17–19"), "2026-11-20 15.00", opens("2026-11-20 17.00")),
        (every_day("10–14, 17–19"), "2026-11-20 19.00", opens("2026-11-21 10.00")),
        // Never, and always.
        (every_day(CLOSED), "2026-11-20 12.00", OpenState::Closed { opens: None }),
        (every_day("0–24"), "2026-11-20 12.00", OpenState::DayAndNight),
        (with(every_day("0–24"), "2026-11-23", CLOSED), "2026-11-20 12.00", open("2026-11-23 00.00")),
    ] {
        assert_eq!(open_state(&opening, at(now)), expected, "{now}");
    }
}

#[test]
fn the_nights_when_the_clock_is_moved_follow_the_wall() {
    // In October the hour from two to three comes twice: the shelter is open all of it, thirteen hours in all.
    let (evening, morning) = (at("2026-10-24 20.00"), at("2026-10-25 08.00"));
    assert_eq!(morning.since_s(evening), 13 * 3600);
    let shelter = every_day("20–08");
    for minutes in [0, 6 * 60 + 30, 7 * 60 + 30, 13 * 60 - 1] {
        let now = evening.plus_minutes(minutes);
        assert_eq!(open_state(&shelter, now), OpenState::Open { until: morning }, "{minutes}");
    }
    assert!(!open_state(&shelter, morning).is_open());
    // In March the hour from two to three is skipped: what opens in it opens when it would have begun, by the new clock.
    let early = every_day("2.30–6");
    let (opens, closes) = (at("2027-03-28 03.30"), at("2027-03-28 06.00"));
    assert_eq!(open_state(&early, opens), OpenState::Open { until: closes });
    assert_eq!(open_state(&early, opens.plus_s(-1)), OpenState::Closed { opens: Some(opens) });
    // And what would have opened and closed inside it is not open at all that night.
    let none = open_state(&every_day("2.15–2.45"), at("2027-03-28 01.00"));
    assert!(matches!(none, OpenState::Closed { opens: Some(_) }), "{none:?}");
}

fn message(text: &str, until: &str) -> Message {
    Message { text: Text::parse(text, 120).expect("a text"), until: day(until) }
}

fn state() -> State {
    State { opening: with(with(centre(), "2026-11-19", "10–24"), "2026-11-01", CLOSED), message: None, version: 4 }
}

#[test]
fn a_change_counts_and_is_told_field_by_field() {
    let now = at("2026-11-20 13.00");
    let mut opening = with(centre(), "2026-11-20", "9–14");
    opening.week[5] = Hours::CLOSED;
    let command =
        Command::Change { seen: 4, opening: Box::new(opening), message: Some(message("Stengt i dag fra kl. 14", "2026-11-20")) };
    let change = decide(&state(), command, now).expect("a change");
    assert_eq!(change.state.version, 5);
    let told: Vec<_> = change.lines.iter().map(|line| (line.field.as_str(), line.before.as_str(), line.after.as_str())).collect();
    assert_eq!(
        told,
        [
            ("message", "", "Stengt i dag fra kl. 14"),
            ("message-until", "", "2026-11-20"),
            ("saturday", "660-1020", ""),
            ("2026-11-20", "usual", "540-840"),
        ]
    );
    // Last night's hours are kept until they have run out; older days are dropped.
    let days: Vec<Day> = change.state.opening.exceptions.keys().copied().collect();
    assert_eq!(days, [day("2026-11-19"), day("2026-11-20")]);
}

#[test]
fn every_refusal_has_its_case() {
    let now = at("2026-11-20 13.00");
    let asked = |seen, message| Command::Change { seen, opening: Box::new(centre()), message };
    for (command, expected) in [(asked(3, None), No::Stale), (asked(4, Some(message("I går", "2026-11-19"))), No::MessageOver)] {
        assert_eq!(decide(&state(), command, now), Err(expected));
    }
}

#[test]
fn nothing_new_is_no_new_version() {
    let now = at("2026-11-20 13.00");
    let same = Command::Change { seen: 4, opening: Box::new(centre()), message: None };
    let Change { state: after, lines } = decide(&state(), same, now).expect("no change");
    assert_eq!((after.version, lines.len()), (4, 0));
    let confirmed = decide(&state(), Command::Confirm, now).expect("a confirmation");
    assert_eq!((confirmed.state, confirmed.lines.len()), (state(), 0));
    assert!(is_old(now.plus_days(-31), now) && !is_old(now.plus_days(-29), now));
}

#[test]
fn an_offer_and_a_door_are_stored_and_read_again() {
    assert_eq!(Offer::list(&Offer::stored(&Offer::ALL)), Some(Offer::ALL.to_vec()));
    assert_eq!(Offer::list("mat kake"), None);
    let door = green_door();
    assert_eq!(Door::from_stored(&door.stored()), Some(door.clone()));
    let plain = Door { number: None, ..door };
    assert_eq!(Door::from_stored(&plain.stored()), Some(plain));
    for stored in ["", "green wood", "pink wood none level brick lamp -", "green wood none level brick lamp 12345"] {
        assert_eq!(Door::from_stored(stored), None, "{stored}");
    }
}

#[test]
fn every_door_can_be_drawn_and_told_in_every_language() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let mut door = green_door();
        let mut drawn = std::collections::BTreeSet::new();
        let mut look = |door: &Door| {
            let svg = door.picture(Some("Døra <her>".into())).expect("a picture");
            assert!(svg.contains("role=\"img\"") && svg.contains("&#60;her&#62;") && !svg.contains("style="), "{svg}");
            for language in Language::ALL {
                let told = door.in_words(&town.app.say(language));
                assert!(!told.contains('['), "{told}");
            }
            drawn.insert(svg);
        };
        for colour in Colour::ALL {
            door.colour = *colour;
            look(&door);
        }
        for (material, window) in Material::ALL.iter().flat_map(|one| Window::ALL.iter().map(move |two| (one, two))) {
            (door.material, door.window) = (*material, *window);
            look(&door);
        }
        for (wall, entry) in Wall::ALL.iter().flat_map(|one| Entry::ALL.iter().map(move |two| (one, two))) {
            (door.wall, door.entry) = (*wall, *entry);
            look(&door);
        }
        for beside in Beside::ALL {
            door.beside = *beside;
            look(&door);
        }
        // 8 + 15 + 16 + 4 looks, less the three that were seen before.
        assert_eq!(drawn.len(), 40);
    });
}

fn green_door() -> Door {
    Door {
        colour: Colour::Green,
        material: Material::Wood,
        window: Window::Round,
        entry: Entry::Step,
        wall: Wall::Brick,
        beside: Beside::Lamp,
        number: Some(Text::parse("12B", 4).expect("a number")),
    }
}

#[test]
fn hours_are_said_as_one_says_them() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let now = at("2026-11-20 13.00");
        let say = |language| town.app.say(language);
        let [nb, nn, en] = Language::ALL.map(say);
        let plain = |text: String| text.replace('\u{a0}', " ");
        let state = |say, opening: &Opening, now| plain(words::state(say, open_state(opening, now), now));
        for (told, expected) in [
            (state(&nb, &centre(), now), "Åpent nå til kl. 20.00"),
            (state(&nn, &centre(), now), "Ope no til kl. 20.00"),
            (state(&en, &centre(), now), "Open now until 20.00"),
            (state(&nb, &centre(), at("2026-11-20 21.00")), "Stengt. Åpner i morgen kl. 11.00."),
            (state(&nb, &centre(), at("2026-11-21 18.00")), "Stengt. Åpner mandag 23. november kl. 09.00."),
            (state(&en, &centre(), at("2026-11-20 08.00")), "Closed. Opens today at 09.00."),
            (state(&nb, &every_day("20–8"), at("2026-11-20 21.00")), "Åpent nå til kl. 08.00"),
            (state(&nb, &every_day("18–24"), at("2026-11-20 21.00")), "Åpent nå til kl. 24.00"),
            (state(&nb, &every_day("0–24"), now), "Åpent hele døgnet"),
            (state(&nb, &with(every_day("0–24"), "2026-11-23", CLOSED), now), "Åpent nå til mandag 23. november kl. 00.00"),
            (state(&nb, &every_day(CLOSED), now), "Stengt. Vi vet ikke når det åpner."),
            (plain(words::hours(&nb, &hours("10–14, 17–19"))), "kl. 10.00–14.00 og kl. 17.00–19.00"),
            (plain(words::hours(&nb, &hours("20–8"))), "kl. 20.00–08.00 neste dag"),
            (plain(words::confirmed(&nb, at("2026-11-20 09.40"), now)), "Bekreftet i dag kl. 09.40."),
            (plain(words::confirmed(&nb, at("2026-11-19 09.40"), now)), "Bekreftet i går."),
            (
                plain(words::confirmed(&nb, at("2026-10-01 09.40"), now)),
                "Ingen har bekreftet tidene siden 1. oktober. Ring før du går.",
            ),
        ] {
            assert_eq!(told, expected);
        }
        let week: Vec<String> = words::week(&nb, &centre()).into_iter().map(|line| line.days).collect();
        assert_eq!(week, ["Mandag–fredag", "Lørdag", "Søndag"]);
        let christmas = words::other(&nb, &centre(), day("2026-12-20"));
        let christmas: Vec<String> = christmas.into_iter().map(|line| plain(line.days)).collect();
        assert_eq!(christmas[0], "Torsdag 24. desember, julaften");
        assert_eq!(christmas.len(), 5, "{christmas:?}");
    });
}

/// A place that is run by an organisation of the town.
fn build(town: &Town, organisation: &OrganisationId, key: &str, opening: Opening, offers: &[Offer]) {
    let new = NewPlace {
        key: key.into(),
        organisation: organisation.clone(),
        position: 1,
        facts: Facts {
            name: Text::parse(&format!("Stedet {key}"), 60).expect("a name"),
            phone: Phone::parse("55000000"),
            offers: offers.to_vec(),
            door: green_door(),
            directions: vec![(Language::Nb, Text::parse("Bak biblioteket.", 100).expect("a text"))],
        },
        state: State { opening, message: None, version: 1 },
    };
    let now = town.now();
    town.app.db().write_here(move |tx| store::insert(tx, &new, now)).expect("a place");
}

#[test]
fn what_is_saved_is_what_is_loaded_and_the_second_writer_is_told() {
    both_databases(&[&CHARTER], async |town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        build(&town, &centre_id, "mo", with(centre(), "2026-12-24", "10–13"), &[Offer::Food, Offer::Shower]);
        let load = || {
            let today = town.now().day();
            town.app.db().read_here(|tx| store::one(tx, "mo", Language::Nn, today)).expect("rows").expect("a place")
        };
        let place = load();
        assert_eq!(place.state.opening, with(centre(), "2026-12-24", "10–13"));
        let facts = &place.facts;
        assert_eq!((place.run_by.as_str(), facts.offers.len(), &facts.door), ("MO-senteret", 2, &green_door()));
        assert_eq!(facts.directions, [(Language::Nb, Text::parse("Bak biblioteket.", 100).expect("a text"))]);
        let command = Command::Change { seen: 1, opening: Box::new(centre()), message: Some(message("Ny dør", "2026-11-21")) };
        let now = town.now();
        let change = decide(&place.state, command, now).expect("a change");
        let save =
            |change: Change| town.app.db().write_here(move |tx| store::save(tx, "mo", 1, &change, "Kari", now)).expect("a save");
        assert!(save(change.clone()));
        assert_eq!(load().state, change.state);
        assert!(!save(change), "the same version is not taken twice");
        let past = town.app.db().read_here(|tx| store::changes(tx, "mo")).expect("rows");
        let fields: Vec<&str> = past.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(fields, ["message", "message-until", "2026-12-24"]);
        // The message goes away by itself the day after.
        town.wait_days(2);
        assert_eq!(load().state.message, None);
    });
}

#[test]
fn a_visitor_finds_a_place_that_is_open_and_has_what_they_need() {
    both_databases(&[&CHARTER], async |town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        build(&town, &centre_id, "mo", centre(), &[Offer::Food, Offer::NasalSpray]);
        build(&town, &centre_id, "natt", every_day("20–8"), &[Offer::Night]);
        let mut visitor = town.visitor();
        let all = visitor.get("/steder").await;
        assert_eq!(all.status, 200);
        assert!(all.says("Ett sted er åpent nå.") && all.says("Åpent nå til kl. 20.00"), "{}", all.html);
        assert!(all.says("Stengt. Åpner i dag kl. 20.00.") && all.says("href=\"/steder?hva=nesespray\""));
        let open = all.html.find("Stedet mo").expect("the open place");
        assert!(open < all.html.find("Stedet natt").expect("the closed place"), "open places come first");
        let beds = visitor.get("/steder?hva=overnatting").await;
        assert!(beds.says("Stedet natt") && !beds.says("Stedet mo"));
        let none = visitor.get("/steder?hva=overnatting&apent=ja").await;
        assert!(none.says("Vi fant ikke noe sted nå.") && none.says("href=\"/steder\""));
        let one = visitor.get("/steder/mo").await;
        for said in ["Bak biblioteket.", "role=\"img\"", "Grønn dør av tre.", "tel:+4755000000", "55 00 00 00", "Nesespray"] {
            assert!(one.says(said), "{said}");
        }
        assert!(!one.says("/endre"), "a visitor is not offered what they may not do");
        assert_eq!(visitor.get("/steder/finnes-ikke").await.status, 404);
        assert_eq!(visitor.get("/steder?hva=%3Cb%3E").await.status, 200);
    });
}

#[test]
fn the_pages_stand_in_three_languages() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        build(&town, &centre_id, "mo", with(centre(), "2026-11-21", CLOSED), &Offer::ALL);
        let nurse = town.employee(&centre_id, Role::MoNurse, "Kari Nes");
        for (language, title, directions) in [
            (Language::Nb, "Steder og tider", "<div><p>Bak"),
            (Language::Nn, "Stader og tider", "<div lang=\"nb\"><p>Bak"),
            (Language::En, "Places and hours", "<div lang=\"nb\"><p>Bak"),
        ] {
            let mut browser = Town::speaking(town.as_account(&nurse, Role::MoNurse), language);
            for path in ["/steder", "/steder/mo", "/steder/mo/endre", "/steder/mo/om", "/steder/nytt"] {
                let page = browser.get(path).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(!page.says("[places-"), "{path}");
            }
            assert!(browser.get("/steder").await.says(title));
            assert!(browser.get("/steder/mo").await.html.contains(directions));
        }
    });
}

/// The fields of the form as the page showed them, with some of them changed.
fn typed<'a>(version: &'a str, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("versjon", version),
        ("beskjed", ""),
        ("beskjed-til", ""),
        ("i-dag", ""),
        ("mandag", "09.00–20.00"),
        ("tirsdag", "09.00–20.00"),
        ("onsdag", "09.00–20.00"),
        ("torsdag", "09.00–20.00"),
        ("fredag", "09.00–20.00"),
        ("lordag", "11.00–17.00"),
        ("sondag", "stengt"),
        ("helligdag", "12.00–16.00"),
        ("aften", "10.00–14.00"),
        ("andre-dager", ""),
    ];
    let now = |(name, value): (&'a str, &'a str)| {
        (name, changed.iter().find(|(field, _)| *field == name).map_or(value, |(_, new)| new))
    };
    usual.into_iter().map(now).collect()
}

#[test]
fn those_who_work_there_close_early_and_everyone_sees_it() {
    both_databases(&[&CHARTER], async |town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        build(&town, &centre_id, "mo", centre(), &[Offer::Food]);
        let nurse = town.employee(&centre_id, Role::MoNurse, "Kari Nes");
        let mut kari = town.as_account(&nurse, Role::MoNurse);
        assert!(kari.get("/steder/mo").await.says("/steder/mo/endre"));
        let form = kari.get("/steder/mo/endre").await;
        assert!(form.says("value=\"09.00–20.00\"") && form.says("Ingen endringer ennå."), "{}", form.html);
        let fields = typed(
            "1",
            &[("beskjed", "Stengt i dag fra kl. 14"), ("i-dag", "9–14"), ("andre-dager", "24.12.2026 10–13\r\n31.12 stengt")],
        );
        let token = kari.token();
        let saved = kari.post("/steder/mo/endre", &fields).await;
        assert_eq!(saved.location.as_deref(), Some("/steder/mo?lagret=ja"));
        assert!(saved.says("Lagret. Alle ser det nå.") && saved.says("Bekreftet i dag kl. 10.00."));
        let seen = town.visitor().get("/steder/mo").await;
        assert!(seen.says("Åpent nå til kl. 14.00") && seen.says("Stengt i dag fra kl. 14"), "{}", seen.html);
        let history = kari.get("/steder/mo/endre").await;
        assert!(history.says("Kari Nes, i dag kl. 10.00.") && history.says("31.12.2026 stengt"), "{}", history.html);
        // The same form once more is the same answer, and nothing is changed twice.
        let mut again = fields.clone();
        again.push(("token", &token));
        let replay = kari.post("/steder/mo/endre", &again).await;
        assert_eq!(replay.location.as_deref(), Some("/steder/mo?lagret=ja"));
        assert_eq!(town.rows("places_change").len(), 5);
        town.wait_days(1);
        let tomorrow = town.visitor().get("/steder/mo").await;
        assert!(tomorrow.says("Stengt. Åpner i dag kl. 11.00.") && !tomorrow.says("Stengt i dag fra kl. 14"));
    });
}

#[test]
fn what_came_too_late_or_wrong_is_still_on_the_page() {
    both_databases(&[&CHARTER], async |town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        build(&town, &centre_id, "mo", centre(), &[Offer::Food]);
        let (kari, ola) =
            (town.employee(&centre_id, Role::MoNurse, "Kari Nes"), town.employee(&centre_id, Role::Coordinator, "Ola Dal"));
        let (mut kari, mut ola) = (town.as_account(&kari, Role::MoNurse), town.as_account(&ola, Role::Coordinator));
        kari.get("/steder/mo/endre").await;
        ola.get("/steder/mo/endre").await;
        kari.post("/steder/mo/endre", &typed("1", &[("sondag", "12–15")])).await;
        let late = ola.post_only("/steder/mo/endre", &typed("1", &[("beskjed", "Vi maler i dag")])).await;
        assert_eq!(late.status, 409);
        assert!(late.says("Noen andre endret stedet mens du skrev.") && late.says("Søndag:"), "{}", late.html);
        assert!(late.says("value=\"Vi maler i dag\"") && late.says("name=\"versjon\" value=\"2\""));
        let knowing = ola.post("/steder/mo/endre", &typed("2", &[("beskjed", "Vi maler i dag"), ("sondag", "12–15")])).await;
        assert!(knowing.says("Vi maler i dag") && knowing.location.is_some());
        for (field, wrong, sentence) in [
            ("fredag", "ti til tre", "Skriv tidene slik: 10–15."),
            ("helligdag", "10–15, 14–16", "To av tidene dekker hverandre."),
            ("andre-dager", "24.12.2020 10–13", "Skriv en kommende dag på hver linje"),
            ("beskjed-til", "i morgen", "Skriv datoen slik"),
        ] {
            let fields = typed("3", &[("beskjed", "Det jeg skrev"), (field, wrong)]);
            let back = ola.post_only("/steder/mo/endre", &fields).await;
            assert_eq!(back.status, 422, "{field}");
            assert!(back.says(sentence) && back.says(wrong) && back.says("Det jeg skrev"), "{field}: {}", back.html);
        }
        let yesterday = typed("3", &[("beskjed", "For sent"), ("beskjed-til", "1.11.2026")]);
        let over = ola.post_only("/steder/mo/endre", &yesterday).await;
        assert_eq!(over.status, 409);
        assert!(over.says("Beskjeden slutter før i dag.") && over.says("value=\"For sent\""));
        let foreign = ola.post_only("/steder/mo/endre", &[("versjon", "3"), ("pris", "1")]).await;
        assert_eq!(foreign.status, 422);
    });
}

#[test]
fn others_may_look_and_not_touch() {
    both_databases(&[&CHARTER], async |town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let other = town.organisation(OrganisationKind::Outreach, "Uteteamet");
        build(&town, &centre_id, "mo", centre(), &[Offer::Food]);
        let team = town.employee(&other, Role::Outreach, "Anna Li");
        let mut team = town.as_account(&team, Role::Outreach);
        let page = team.get("/steder/mo").await;
        assert!(page.status == 200 && !page.says("/endre"));
        assert_eq!(team.get("/steder/mo/endre").await.status, 403);
        assert_eq!(team.post_only("/steder/mo/endre", &typed("1", &[("sondag", "1–2")])).await.status, 403);
        assert_eq!(team.post_only("/steder/mo/bekreft", &[]).await.status, 403);
        let nav = town.employee(&centre_id, Role::Nav, "Per Moe");
        assert_eq!(town.as_account(&nav, Role::Nav).get("/steder/mo/endre").await.status, 403);
        assert_eq!(town.visitor().get("/steder/mo/endre").await.status, 401);
        assert_eq!(town.rows("places_change").len(), 0);
        let nurse = town.employee(&centre_id, Role::MoNurse, "Kari Nes");
        town.wait_days(40);
        let mut nurse = town.as_account(&nurse, Role::MoNurse);
        let old = nurse.get("/steder/mo").await;
        assert!(old.says("Ingen har bekreftet tidene siden 20. november. Ring før du går."), "{}", old.html);
        let today = nurse.post("/steder/mo/bekreft", &[]).await;
        assert!(today.says("Bekreftet i dag kl. 10.00."));
    });
}

#[test]
fn an_address_is_a_plain_word() {
    for (typed, expected) in [
        ("mo-senteret", Some("mo-senteret")),
        (" Bussen2 ", Some("bussen2")),
        ("nytt", None),
        ("blå-hus", None),
        ("a", None),
        ("-hus", None),
        ("hus-", None),
        ("et sted", None),
        ("en-adresse-som-er-altfor-lang-til-aa-si", None),
    ] {
        assert_eq!(address_word(typed).as_deref(), expected, "{typed}");
    }
}

#[test]
fn a_new_description_is_told_fact_by_fact() {
    let old = Facts {
        name: Text::parse("MO", 60).expect("a name"),
        phone: Phone::parse("55000000"),
        offers: vec![Offer::Food],
        door: green_door(),
        directions: Vec::new(),
    };
    let way = (Language::En, Text::parse("Behind the library.", 100).expect("a text"));
    let door = Door { colour: Colour::Red, ..green_door() };
    let new = Facts { phone: None, offers: vec![Offer::Food, Offer::Talk], door, directions: vec![way], ..old.clone() };
    let told = describe(&old, 3, 3, &new).expect("a change");
    let fields: Vec<&str> = told.iter().map(|line| line.field.as_str()).collect();
    assert_eq!(fields, ["phone", "offers", "door", "way-en"]);
    assert_eq!(describe(&old, 3, 3, &old), Ok(Vec::new()));
    assert_eq!(describe(&old, 3, 2, &new), Err(No::Stale));
}

/// The fields of a place's description.
fn described<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("versjon", "1"),
        ("ord", "varmestua"),
        ("navn", "Varmestua"),
        ("telefon", "55 00 00 07"),
        ("gir", "mat"),
        ("farge", "red"),
        ("materiale", "wood"),
        ("vindu", "small"),
        ("inngang", "ramp"),
        ("vegg", "boards"),
        ("ved", "plant"),
        ("nummer", "7"),
        ("vei-nb", "Ved kirka."),
        ("vei-nn", ""),
        ("vei-en", ""),
    ];
    let now = |(name, value): (&'a str, &'a str)| {
        (name, changed.iter().find(|(field, _)| *field == name).map_or(value, |(_, new)| new))
    };
    usual.into_iter().map(now).collect()
}

#[test]
fn a_new_place_is_made_and_described_by_those_who_run_it() {
    both_databases(&[&CHARTER], async |town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let nurse = town.employee(&centre_id, Role::MoNurse, "Kari Nes");
        let mut kari = town.as_account(&nurse, Role::MoNurse);
        assert!(kari.get("/steder").await.says("/steder/nytt"));
        assert!(!town.visitor().get("/steder").await.says("/steder/nytt"));
        kari.get("/steder/nytt").await;
        for (field, wrong, sentence) in [
            ("navn", "", "Skriv noe her."),
            ("ord", "blå", "Skriv 2 til 30 små bokstaver"),
            ("telefon", "ring", "åtte tall"),
            ("farge", "", "Velg en av dem."),
            ("gir", "kake", "Velg en av dem."),
            ("nummer", "12 B", "Skriv høyst fire tegn"),
            ("vei-nb", "", "Skriv noe her."),
        ] {
            let back = kari.post_only("/steder/nytt", &described(&[(field, wrong)])).await;
            assert_eq!(back.status, 422, "{field}");
            assert!(back.says(sentence) && back.says(&format!("href=\"#{field}\"")), "{field}: {}", back.html);
            assert!(field == "vei-nb" || back.says("Ved kirka."), "what was typed is kept: {field}");
        }
        let made = kari.post("/steder/nytt", &described(&[])).await;
        assert_eq!(made.location.as_deref(), Some("/steder/varmestua/endre"));
        let page = town.visitor().get("/steder/varmestua").await;
        assert!(page.says("Stengt. Vi vet ikke når det åpner.") && page.says("Rød dør av tre."), "{}", page.html);
        kari.get("/steder/nytt").await;
        let taken = kari.post_only("/steder/nytt", &described(&[("navn", "En annen")])).await;
        assert!(taken.status == 409 && taken.says("Et annet sted har dette ordet") && taken.says("En annen"));
        kari.get("/steder/varmestua/om").await;
        let saved = kari.post("/steder/varmestua/om", &described(&[("farge", "blue")])).await;
        assert!(saved.says("Lagret.") && saved.says("Blå dør av tre."), "{}", saved.html);
        let history = kari.get("/steder/varmestua/endre").await;
        assert!(history.says("Blå dør av tre.") && history.says("Før: Rød dør av tre."), "{}", history.html);
        kari.get("/steder/varmestua/om").await;
        let late = kari.post_only("/steder/varmestua/om", &described(&[("navn", "For sen")])).await;
        assert!(late.status == 409 && late.says("For sen") && late.says("name=\"versjon\" value=\"2\""));
        let other = town.organisation(OrganisationKind::Housing, "Boligteamet");
        let other = town.employee(&other, Role::Housing, "Ola Dal");
        let mut ola = town.as_account(&other, Role::Housing);
        assert_eq!(ola.get("/steder/varmestua/om").await.status, 403);
        assert_eq!(ola.post_only("/steder/varmestua/om", &described(&[])).await.status, 403);
        assert_eq!(town.visitor().get("/steder/nytt").await.status, 401);
    });
}

#[test]
fn the_front_page_shows_what_is_open_or_opens_first() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let centre_id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let front = |app: &platform::app::App| {
            let ctx = platform::ctx::Ctx::new(app.source().now(), Language::Nb, platform::ctx::Actor::visitor(), [1; 32]);
            let drawn = platform::door::view_here(app, &ctx, &CHARTER, |tx, desk| {
                platform::charter::draw(tx, desk, platform::charter::Place::Front, None)
            });
            drawn.expect("the panel").join("")
        };
        assert_eq!(front(&town.app), "", "without places there is nothing to show");
        build(&town, &centre_id, "mo", centre(), &[Offer::Food]);
        build(&town, &centre_id, "natt", every_day("20–8"), &[Offer::Night]);
        let day = front(&town.app);
        assert!(day.contains("Åpent nå</h2>") && day.contains("Stedet mo") && !day.contains("Stedet natt"), "{day}");
        // On Sunday at ten the centre is closed and the shelter opens first.
        town.wait_days(2);
        let sunday = front(&town.app);
        assert!(sunday.contains("Åpner først</h2>"), "{sunday}");
        assert!(sunday.find("Stedet natt").expect("the shelter") < sunday.find("Stedet mo").expect("the centre"));
    });
}
