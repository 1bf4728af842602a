//! Day places: the rules by table, and as people use them on both databases.

use kernel::area::Area;
use kernel::capacity::Places;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Day;
use testkit::{Browser, Page, Town, both_databases};

use super::CHARTER;
use super::rules::{Board, Case, Command, Refusal, State, Tap, UnitKind, Why, ask, decide, tap};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn places(free: u16) -> Places {
    Places::new(3, free).expect("places")
}

#[test]
fn a_question_goes_from_asked_to_over() {
    let today = day("2026-11-20");
    let placed = State::Placed { start_on: today };
    let becomes = |free| Board::Becomes(places(free));
    for (state, command, expected) in [
        (State::Asked, Command::SayYes(today), Ok((placed, becomes(0)))),
        (State::Asked, Command::SayYes(today.plus(-1)), Err(Refusal::StartDay)),
        (State::Asked, Command::SayYes(today.plus(91)), Err(Refusal::StartDay)),
        (State::Asked, Command::SayNo(Why::Full), Ok((State::Asked, Board::Stays))),
        (State::Asked, Command::Leave, Ok((State::Withdrawn, Board::Stays))),
        (State::Asked, Command::End, Err(Refusal::NotWaiting)),
        (placed, Command::Leave, Ok((State::Ended, becomes(2)))),
        (placed, Command::End, Ok((State::Ended, becomes(2)))),
        (placed, Command::SayYes(today), Err(Refusal::NotWaiting)),
        (placed, Command::SayNo(Why::Full), Err(Refusal::NotWaiting)),
        (State::Ended, Command::Leave, Err(Refusal::Over)),
        (State::Withdrawn, Command::SayYes(today), Err(Refusal::Over)),
    ] {
        let case = Case { state, version: 2 };
        assert_eq!(decide(&case, 2, command, places(1), (today, 90)), expected, "{state:?} {command:?}");
    }
    let waits = Case { state: State::Asked, version: 2 };
    assert_eq!(decide(&waits, 1, Command::SayYes(today), places(1), (today, 90)), Err(Refusal::Changed));
    assert_eq!(decide(&waits, 2, Command::SayYes(today), places(0), (today, 90)), Err(Refusal::Full));
    let all_free = decide(&Case { state: placed, version: 2 }, 2, Command::End, places(3), (today, 90));
    assert_eq!(all_free, Ok((State::Ended, Board::Stays)));
}

#[test]
fn an_offer_may_be_asked_by_everyone_who_wants_to() {
    for (closed, open_already, agreed, expected) in [
        (false, false, true, Ok(())),
        (true, false, true, Err(Refusal::UnitClosed)),
        (false, true, true, Err(Refusal::AskedAlready)),
        (false, false, false, Err(Refusal::NoYes)),
    ] {
        assert_eq!(ask(closed, open_already, agreed), expected);
    }
    assert_eq!(tap(places(1), 4, 4, Tap::Up), Ok(places(2)));
    assert_eq!(tap(places(1), 4, 4, Tap::Right), Ok(places(1)));
    assert_eq!(tap(places(3), 4, 4, Tap::Up), Err(Refusal::BoardEnd));
    assert_eq!(tap(places(0), 4, 4, Tap::Down), Err(Refusal::BoardEnd));
    assert_eq!(tap(places(1), 5, 4, Tap::Right), Err(Refusal::Changed));
}

#[test]
fn every_choice_has_words_in_three_languages() {
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        let mut keys: Vec<String> = UnitKind::ALL.map(|kind| format!("day-places-kind-{}", kind.key())).to_vec();
        for no in Refusal::ALL {
            keys.extend([format!("refusal-{}", no.key()), format!("refusal-{}-remedy", no.key())]);
        }
        for why in Why::ALL {
            keys.extend(["why", "own-no", "state-no"].map(|group| format!("day-places-{group}-{}", why.key())));
        }
        for group in ["own", "state"] {
            keys.extend(["asked", "starts", "placed", "ended", "withdrawn"].map(|at| format!("day-places-{group}-{at}")));
        }
        for key in keys {
            assert!(say.has(&key), "{key} has no wording in {}", language.code());
        }
    }
    assert!(UnitKind::ALL.into_iter().all(|kind| UnitKind::parse(kind.key()) == Some(kind)));
    assert!(Why::ALL.into_iter().all(|why| Why::parse(why.key()) == Some(why)));
}

struct Cafe {
    cafe: OrganisationId,
    bo: AccountId,
    jon: PersonId,
}

fn cafe(town: &Town) -> Cafe {
    let cafe = town.organisation(OrganisationKind::Voluntary, "Kafé Kompass");
    let bo = town.employee(&cafe, Role::Volunteer, "Bo Strand");
    Cafe { bo, jon: town.person("Jon Kvitrev"), cafe }
}

fn hidden(page: &Page, name: &str) -> String {
    page.attribute(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} on {}", page.html))
}

impl Cafe {
    fn bo(&self, town: &Town) -> Browser {
        town.as_account(&self.bo, Role::Volunteer)
    }

    async fn offer(&self, town: &Town, free: &str) -> String {
        let mut bo = self.bo(town);
        bo.get("/plasser/dag/ny").await;
        let fields = [
            ("versjon", ""),
            ("name", "Middag sammen"),
            ("kind", "activity"),
            ("what", "Vi lager mat."),
            ("days", "tirsdag"),
            ("phone", "55 00 00 92"),
            ("total", "2"),
            ("free", free),
        ];
        let made = bo.post("/plasser/dag/ny", &fields).await;
        assert!(made.status == 200 && made.says("Middag sammen"), "{}", made.html);
        town.rows("day_places_unit").last().expect("an offer").text(0).expect("an id").to_owned()
    }
}

async fn ask_as(town: &Town, person: &PersonId, unit: &str, called: &str) -> String {
    let mut own = town.as_person(person);
    assert!(own.get("/dagtilbud").await.says("Du kan komme selv om du bruker rusmidler."));
    let asked = own.post("/dagtilbud", &[("unit", unit), ("called", called), ("words", "Lager fiskesuppe")]).await;
    assert!(asked.says("Middag sammen har fått spørsmålet ditt."), "{}", asked.html);
    let rows = town.rows("day_places_ask");
    let mine = rows.iter().find(|row| row.text(0).ok() == Some(person.as_str())).expect("a question");
    mine.text(1).expect("an id").to_owned()
}

#[test]
fn one_asks_under_a_name_of_ones_own_and_is_told_yes_or_why_not() {
    both_databases(&[&CHARTER], async |town| {
        let case = cafe(&town);
        let unit = case.offer(&town, "1").await;
        let mut jon = town.as_person(&case.jon);
        jon.get("/dagtilbud").await;
        let nameless = jon.post("/dagtilbud", &[("unit", &unit), ("called", ""), ("words", "Hei")]).await;
        assert!(nameless.status == 422 && nameless.says("Hei"), "{}", nameless.html);
        let id = ask_as(&town, &case.jon, &unit, "Han med lua").await;
        assert!(town.tables_with("Han med lua").is_empty() && town.tables_with("fiskesuppe").is_empty(), "sealed");

        let mut bo = case.bo(&town);
        let list = bo.get("/dagplasser").await;
        assert!(list.says("Han med lua") && !list.says("Kvitrev"), "{}", list.html);
        let here = format!("/dagplasser/{id}");
        let page = bo.get(&here).await;
        assert!(page.says("Lager fiskesuppe") && !page.says("Kvitrev") && !page.says(case.jon.as_str()), "{}", page.html);
        let version = hidden(&page, "versjon");
        let no = bo.post(&format!("{here}/nei"), &[("versjon", &version), ("why", "meet-first")]).await;
        assert!(no.says("vil møtes først. Spørsmålet står."), "{}", no.html);
        assert!(jon.get("/dagtilbud").await.says("vil gjerne møte deg først. Ring dem. Spørsmålet ditt står fortsatt."));
        let version = hidden(&no, "versjon");
        let yes = bo.post(&format!("{here}/ja"), &[("versjon", &version), ("start", "24.11.2026")]).await;
        assert!(yes.says("Begynner på Middag sammen tirsdag 24. november") && yes.says("Fullt"), "{}", yes.html);
        let own = jon.get("/dagtilbud").await;
        assert!(own.says("Du har plass på Middag sammen. Du begynner tirsdag 24. november."), "{}", own.html);
        assert!(!own.says("Bo Strand"), "a number is confirmed by a place, not by a person");
        let version = hidden(&own, "versjon");
        let left = jon.post(&format!("/dagtilbud/{id}/trekk"), &[("versjon", &version)]).await;
        assert!(left.says("Du har hatt plass på Middag sammen."), "{}", left.html);
        assert_eq!(town.rows("day_places_unit")[0].int(8).expect("free"), 1);
        let late = bo.post(&format!("{here}/slutt"), &[("versjon", &version)]).await;
        assert!(late.status == 409 && late.says("Dette er over."), "{}", late.html);
    });
}

#[test]
fn two_give_the_last_place_and_the_other_is_told() {
    both_databases(&[&CHARTER], async |town| {
        let case = cafe(&town);
        let unit = case.offer(&town, "1").await;
        let siri = town.person("Siri");
        let one = ask_as(&town, &case.jon, &unit, "Jonny").await;
        let two = ask_as(&town, &siri, &unit, "Sola").await;
        let mut answers = Vec::new();
        let mut waiting = Vec::new();
        for id in [one, two] {
            let mut bo = case.bo(&town);
            let here = format!("/dagplasser/{id}");
            let version = hidden(&bo.get(&here).await, "versjon");
            let (tell, hear) = std::sync::mpsc::channel();
            std::thread::spawn(move || {
                let fields = [("versjon", version.as_str()), ("start", "24.11.2026")];
                let page = testkit::runtime().block_on(bo.post(&format!("{here}/ja"), &fields));
                drop(tell.send(page));
            });
            waiting.push(hear);
        }
        for hear in waiting {
            answers.push(hear.recv().expect("an answer"));
        }
        let won = answers.iter().filter(|page| page.says("Begynner på Middag sammen")).count();
        let told = answers.iter().filter(|page| page.status == 409 && page.says("Alle plassene er tatt.")).count();
        assert_eq!((won, told), (1, 1), "{}\n{}", answers[0].html, answers[1].html);
    });
}

#[test]
fn a_colleague_asks_with_a_yes_and_only_those_it_is_shared_with_see_it() {
    both_databases(&[&CHARTER], async |town| {
        let case = cafe(&town);
        let unit = case.offer(&town, "2").await;
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari");
        let mut kari = town.as_account(&kari, Role::MoNurse);
        let path = format!("/folk/{}/dagplass", case.jon);
        assert_ne!(kari.get(&path).await.status, 200, "no relation, no page");
        town.serves(&centre, &case.jon);
        kari.get(&path).await;
        let fields = [("unit", unit.as_str()), ("called", "Jonny"), ("words", "")];
        let no_yes = kari.post(&path, &fields).await;
        assert!(no_yes.status == 409 && no_yes.says("Personen må si ja først.") && no_yes.says("Jonny"), "{}", no_yes.html);
        let agreed = [fields.as_slice(), &[("yes", "yes")]].concat();
        let asked = kari.post(&path, &agreed).await;
        assert!(asked.says("Spør om plass: Middag sammen") && asked.says("Ta tilbake spørsmålet"), "{}", asked.html);
        let again = kari.post(&path, &agreed).await;
        assert!(again.status == 409 && again.says("Det er alt spurt om plass her."), "{}", again.html);

        let id = town.rows("day_places_ask")[0].text(1).expect("an id").to_owned();
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara");
        let mut sara = town.as_account(&sara, Role::Nav);
        assert_eq!(sara.get(&format!("/dagplasser/{id}")).await.status, 404, "another who runs offers");
        assert!(!sara.get("/dagplasser").await.says("Jonny"));
        town.serves(&nav, &case.jon);
        assert!(!sara.get(&path).await.says("Spør om plass: Middag"), "to serve is not to be told");
        drop(town.share(&case.jon, &nav, &[Area::EverydayWork]));
        let shared = sara.get(&path).await;
        assert!(shared.says("Spør om plass: Middag sammen") && !shared.says("Ta tilbake spørsmålet"), "{}", shared.html);
        let not_hers = sara.post(&format!("{path}/{id}/trekk"), &[("versjon", "1")]).await;
        assert!(not_hers.status == 409 && not_hers.says("Dette er andre sitt tilbud."), "{}", not_hers.html);

        let mut bo = case.bo(&town);
        assert_ne!(bo.get(&path).await.status, 200, "a volunteer knows nobody for having been asked by them");
        assert!(bo.get("/dagplasser").await.says("Jonny"));
        assert!(!town.rows("day_places_unit").is_empty() && case.cafe.as_str().len() == 32);
    });
}

#[test]
fn the_number_is_confirmed_by_hand_and_ages_by_the_day() {
    both_databases(&[&CHARTER], async |town| {
        let case = cafe(&town);
        let unit = case.offer(&town, "1").await;
        let mut bo = case.bo(&town);
        let page = bo.get("/plasser/dag").await;
        assert!(page.says("Bekreftet kl. 10.00 av Bo Strand") && !page.says("snart gammelt"), "{}", page.html);
        let version = hidden(&page, "versjon");
        town.wait_days(3);
        assert!(case.bo(&town).get("/plasser/dag").await.says("Tallet er snart gammelt."));
        town.wait_days(4);
        let mut bo = case.bo(&town);
        assert!(bo.get("/plasser/dag").await.says("Gammelt tall. Ring før du regner med det."));
        let path = format!("/plasser/dag/{unit}/tall");
        let up = bo.post(&path, &[("versjon", &version), ("hva", "opp"), ("til", "dag")]).await;
        assert!(up.says("2 ledige") && !up.says("Gammelt"), "{}", up.html);
        let stale = bo.post(&path, &[("versjon", &version), ("hva", "stemmer"), ("til", "dag")]).await;
        assert!(stale.status == 409 && stale.says("Noen andre var her før deg."), "{}", stale.html);
    });
}

#[test]
fn a_long_list_is_paged_by_key() {
    both_databases(&[&CHARTER], async |town| {
        let case = cafe(&town);
        let unit = case.offer(&town, "2").await;
        let names: Vec<String> = (0..28).map(|n| format!("Gjest{n:02}x")).collect();
        for name in &names {
            let person = town.person("Kvitrev");
            ask_as(&town, &person, &unit, name).await;
        }
        let mut bo = case.bo(&town);
        let (mut path, mut read, mut pages) = ("/dagplasser".to_owned(), String::new(), 0);
        loop {
            let page = bo.get(&path).await;
            pages += 1;
            read.push_str(&page.html);
            match page.attribute("href=\"/dagplasser?etter=") {
                Some(next) => path = next,
                None => break,
            }
        }
        assert_eq!(pages, 2);
        for name in &names {
            assert_eq!(read.matches(&format!(">{name}<")).count(), 1, "{name}");
        }
        assert!(!read.contains("Kvitrev"));
    });
}
