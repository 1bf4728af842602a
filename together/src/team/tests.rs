use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::duties::Held;
use platform::access::relations::Duty;
use platform::charter::{Charter, PanelAsk, Place};
use platform::door;
use proptest::prelude::*;
use testkit::{Page, Town, both_databases};

use super::CHARTER;
use super::rules::*;

const CATALOGUE: &[&Charter] = &[&CHARTER];

struct Case {
    jon: PersonId,
    office: OrganisationId,
    ola: AccountId,
    berit: AccountId,
}

fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let office = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let ola = town.employee(&office, Role::Coordinator, "Ola Vik");
    let berit = town.employee(&office, Role::Coordinator, "Berit Fjell");
    town.serves(&office, &jon);
    Case { jon, office, ola, berit }
}

/// The panels of a place, as this account or person sees them.
fn panels(town: &Town, person: Option<&PersonId>, account: Option<(&AccountId, &OrganisationId, Role)>, place: Place) -> String {
    let mut actor = platform::ctx::Actor::visitor();
    actor.door = platform::ctx::Door::Full;
    match account {
        Some((account, office, role)) => {
            (actor.role, actor.account) = (role, Some(account.clone()));
            actor.employer = Some(platform::ctx::Employer { id: office.clone(), name: "Stedet".into(), kind: None });
        }
        None => (actor.role, actor.person) = (Role::Person, person.cloned()),
    }
    let ctx = platform::ctx::Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let permit = person.map(|person| desk.person(tx, person)).transpose()?;
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == place) {
            let ask = PanelAsk { desk, permit: permit.as_ref(), say: &say };
            html.push_str(&(panel.draw)(tx, &ask)?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}")).replace('\u{a0}', " ")
}

#[test]
fn one_coordinator_is_given_handed_on_and_missed() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let lag = format!("/folk/{}/lag", case.jon);
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        assert!(ola.get(&lag).await.says("også den som sier nei til individuell plan"));
        ola.get(&format!("{lag}/coordinator")).await;
        let given = ola.post(&format!("{lag}/coordinator"), &[("who", case.ola.as_str()), ("note", "Jon liker å ringe.")]).await;
        assert!(given.says("Ola Vik") && given.says("Siden 20. november.") && given.says("Jon liker å ringe."), "{}", given.html);

        let mut jon = town.as_person(&case.jon);
        let team = jon.get("/laget").await;
        assert!(team.says("Ola Vik") && team.says("Kommunen, koordinator") && team.says("tel:+4755000001"), "{}", team.html);

        // Handed on in ten days: until then Ola has it, and Jon sees who takes over.
        ola.get(&format!("{lag}/coordinator")).await;
        let fields = [("who", case.berit.as_str()), ("from", "30.11.2026")];
        let handed = ola.post(&format!("{lag}/coordinator"), &fields).await;
        assert!(handed.says("Fra 20. november til 29. november.") && handed.says("Tar over 30. november."), "{}", handed.html);
        let again = ola.post(&format!("{lag}/coordinator"), &fields).await;
        assert_eq!(again.status, 409, "a second successor is refused: {}", again.html);
        assert!(again.says("Personen har en koordinator.") && again.says("value=\"30.11.2026\""), "{}", again.html);
        let aside = panels(&town, Some(&case.jon), None, Place::HomeAside);
        assert!(aside.contains("Ola Vik, Kommunen") && aside.contains("Tar over 30. november"), "{aside}");

        town.wait_days(12);
        let mut jon = town.as_person(&case.jon);
        let aside = panels(&town, Some(&case.jon), None, Place::HomeAside);
        assert!(aside.contains("Berit Fjell, Kommunen") && aside.contains("Til 30. november"), "{aside}");

        // Berit leaves: Jon is told in plain words, and the municipality sees it today.
        let berit = case.berit.clone();
        let now = town.now();
        town.app
            .db()
            .write_here(move |tx| {
                tx.run("UPDATE account SET ended_at = $1 WHERE account_id = $2", platform::args![now, &berit])?;
                Ok(())
            })
            .expect("an account ends");
        assert!(jon.get("/laget").await.says("Du har ingen koordinator siden 2. desember. Kommunen skal finne en ny."));
        let home = panels(&town, Some(&case.jon), None, Place::Home);
        assert!(home.contains("Du har ingen koordinator siden 2. desember."), "{home}");
        let today = panels(&town, None, Some((&case.ola, &case.office, Role::Coordinator)), Place::Today);
        assert!(today.contains("Jon") && today.contains("Mangler koordinator siden 2. desember"), "{today}");

        // Somebody else steps in, and the alert is gone.
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        ola.get(&format!("{lag}/coordinator")).await;
        let stepped_in = ola.post(&format!("{lag}/coordinator"), &[("who", case.ola.as_str())]).await;
        assert_eq!(stepped_in.status, 200, "{}", stepped_in.html);
        let today = panels(&town, None, Some((&case.ola, &case.office, Role::Coordinator)), Place::Today);
        assert!(!today.contains("Mangler"), "{today}");
        let mine = panels(&town, None, Some((&case.ola, &case.office, Role::Coordinator)), Place::TodayAside);
        assert!(mine.contains("Jon") && mine.contains("koordinator"), "{mine}");
        assert!(town.rows("fact").iter().any(|row| row.text(1).is_ok_and(|kind| kind == "TeamChanged")));
    });
}

#[test]
fn a_substitute_fills_the_place_until_the_last_day() {
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon");
        let clinic = town.organisation(OrganisationKind::TsbClinic, "Poliklinikken");
        let maja = town.employee(&clinic, Role::Tsb, "Maja Ruud");
        let vetle = town.employee(&clinic, Role::Tsb, "Vetle Ask");
        town.serves(&clinic, &jon);
        let lag = format!("/folk/{jon}/lag");
        let mut maja_here = town.as_account(&maja, Role::Tsb);
        maja_here.get(&format!("{lag}/substitute")).await;
        let dates = [("who", vetle.as_str()), ("from", "21.11.2026"), ("until", "5.12.2026")];
        let nobody = maja_here.post(&format!("{lag}/substitute"), &dates).await;
        assert!(nobody.status == 409 && nobody.says("Dere har ingen ansvarlig å være vikar for."), "{}", nobody.html);
        maja_here.get(&format!("{lag}/responsible")).await;
        maja_here.post(&format!("{lag}/responsible"), &[("who", maja.as_str())]).await;
        maja_here.get(&format!("{lag}/substitute")).await;
        let endless = maja_here.post(&format!("{lag}/substitute"), &[("who", vetle.as_str()), ("from", "21.11.2026")]).await;
        assert!(endless.status == 422 && endless.says("value=\"21.11.2026\""), "{}", endless.html);
        let there = maja_here.post(&format!("{lag}/substitute"), &dates).await;
        assert!(there.says("Vetle Ask") && there.says("Tar over 21. november."), "{}", there.html);

        // Maja's own duty ends while Vetle is there: nothing is vacant until his last day has passed.
        let responsible = town
            .rows("access_relation")
            .iter()
            .find(|row| row.text(4).is_ok_and(|kind| kind == "responsible"))
            .map(|row| row.text(1).expect("an id").to_owned())
            .expect("a responsible professional");
        assert!(there.html.contains(&format!("href=\"{lag}/slutt/{responsible}\"")), "one's own can be ended");
        town.wait_days(3);
        let mut maja_here = town.as_account(&maja, Role::Tsb);
        let end = format!("{lag}/slutt/{responsible}");
        maja_here.get(&end).await;
        assert_eq!(maja_here.post(&end, &[("how", "")]).await.status, 422);
        maja_here.post(&end, &[("how", "left"), ("note", "Ny jobb")]).await;
        let mut person = town.as_person(&jon);
        assert!(!person.get("/laget").await.says("er borte siden"));
        town.wait_days(20);
        let mut person = town.as_person(&jon);
        let page = person.get("/laget").await;
        assert!(page.says("Den som hadde ansvar hos Poliklinikken, er borte siden 6. desember."), "{}", page.html);
        let today = panels(&town, None, Some((&maja, &clinic, Role::Tsb)), Place::Today);
        assert!(today.contains("Mangler ansvarlig siden 6. desember"), "{today}");
    });
}

#[test]
fn the_person_may_say_no_to_a_contact_and_ask_for_another() {
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        town.serves(&centre, &jon);
        town.duty(&centre, &jon, Some(&kari), Duty::Contact);
        let other = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&other, Role::Nav, "Sara Berg");
        town.serves(&other, &jon);
        let home = panels(&town, Some(&jon), None, Place::Home);
        assert!(home.contains("Din kontakt er") && home.contains("Kari Nes") && home.contains("55 00 00 01"), "{home}");

        let mut person = town.as_person(&jon);
        let form = person.get("/laget/kontakt").await;
        assert!(form.says("De som jobber hos MO-senteret, kan lese dette."), "{}", form.html);
        let long = "å".repeat(MAX_NOTE + 1);
        let back = person.post("/laget/kontakt", &[("words", &long)]).await;
        assert!(back.status == 422 && back.says(&format!("{long}</textarea>")));
        let sent = person.post("/laget/kontakt", &[("words", "Helst en Kvitrev til")]).await;
        assert!(sent.says("Helst en Kvitrev til") && sent.says("Sendt 20. november.") && sent.says("Kari Nes"), "{}", sent.html);
        assert!(town.rows("fact").iter().any(|row| row.text(1).is_ok_and(|kind| kind == "ContactChangeWished")));

        let lag = format!("/folk/{jon}/lag");
        let today = panels(&town, None, Some((&kari, &centre, Role::MoNurse)), Place::Today);
        assert!(today.contains("Ønsker en annen kontakt") && !today.contains("Kvitrev"), "the name and no more: {today}");
        let mut kari_here = town.as_account(&kari, Role::MoNurse);
        let page = kari_here.get(&lag).await;
        assert!(page.says("Helst en Kvitrev til"), "{}", page.html);
        let elsewhere = town.as_account(&sara, Role::Nav).get(&lag).await;
        assert!(elsewhere.status == 200 && !elsewhere.says("Kvitrev") && !elsewhere.says("Kari Nes"), "{}", elsewhere.html);
        assert!(!panels(&town, None, Some((&sara, &other, Role::Nav)), Place::Today).contains("Jon"));
        let action = page.attribute(&format!("action=\"{lag}/onske/")).expect("a wish to see to");
        let mut sara_here = town.as_account(&sara, Role::Nav);
        sara_here.get(&lag).await;
        assert_eq!(sara_here.post(&action, &[]).await.status, 404, "it was not sent to NAV");
        kari_here.post(&action, &[]).await;
        assert!(person.get("/laget").await.says("De så på det 20. november."));

        person.get("/laget/kontakt").await;
        let gone = person.post("/laget/kontakt", &[("words", "Nå"), ("at-once", "yes")]).await;
        assert!(!gone.says("MO-senteret, kontakt"), "{}", gone.html);
        assert!(panels(&town, Some(&jon), None, Place::Home).contains("Du har ingen kontakt nå."));
        assert_eq!(person.get("/laget/kontakt").await.status, 404);
        assert_eq!(town.tables_with("Kvitrev"), Vec::<String>::new(), "a wish is sealed");
    });
}

#[test]
fn a_team_is_seen_only_as_far_as_it_is_shared() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let hatch = town.organisation(OrganisationKind::LarOutlet, "Luka");
        let tuva = town.employee(&hatch, Role::LarOutlet, "Tuva Dahl");
        town.serves(&hatch, &case.jon);
        town.duty(&hatch, &case.jon, Some(&tuva), Duty::Responsible);
        town.duty(&case.office, &case.jon, Some(&case.berit), Duty::Coordinator);
        let room = town.organisation(OrganisationKind::ConsumptionRoom, "Rommet");
        let leif = town.employee(&room, Role::RoomStaff, "Leif Aune");
        town.duty(&room, &case.jon, Some(&leif), Duty::Substitute);
        let kin = town.relative();
        let _grant = town.share_with(&case.jon, &kin, &[Area::PeopleAround]);
        let asker = (&case.ola, &case.office, Role::Coordinator);

        let seen = panels(&town, Some(&case.jon), Some(asker), Place::OnePerson);
        assert!(seen.contains("Ikke noe her nå") && !seen.contains("Tuva") && !seen.contains("Berit"), "{seen}");
        let page = town.as_account(&case.ola, Role::Coordinator).get(&format!("/folk/{}/lag", case.jon)).await;
        assert!(page.says("Berit Fjell") && !page.says("Tuva") && !page.says("Luka") && !page.says("Rommet"), "{}", page.html);
        let hers = town.as_account(&tuva, Role::LarOutlet).get(&format!("/folk/{}/lag", case.jon)).await;
        assert!(hers.says("Tuva Dahl") && hers.says("Berit Fjell") && !hers.says("Leif"), "{}", hers.html);

        let _grant = town.share(&case.jon, &case.office, &[Area::PeopleAround]);
        let seen = panels(&town, Some(&case.jon), Some(asker), Place::OnePerson);
        assert!(seen.contains("Berit Fjell") && !seen.contains("Tuva") && !seen.contains("Luka"), "{seen}");
        let _grant = town.share(&case.jon, &case.office, &[Area::Medicines]);
        let seen = panels(&town, Some(&case.jon), Some(asker), Place::OnePerson);
        assert!(seen.contains("Tuva Dahl") && !seen.contains("Leif Aune"), "{seen}");

        let stranger = town.organisation(OrganisationKind::Dental, "Tannklinikken");
        let dentist = town.employee(&stranger, Role::Dental, "Åse Lund");
        assert_eq!(town.as_account(&dentist, Role::Dental).get(&format!("/folk/{}/lag", case.jon)).await.status, 403);
        assert_eq!(town.as_account(&kin, Role::NextOfKin).get(&format!("/folk/{}/lag", case.jon)).await.status, 403);
        assert_eq!(town.visitor().get("/laget").await.status, 401);
    });
}

#[test]
fn a_no_is_no_vacancy() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        town.duty(&case.office, &case.jon, Some(&case.ola), Duty::Coordinator);
        let lag = format!("/folk/{}/lag", case.jon);
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        let page: Page = ola.get(&lag).await;
        let end = page.attribute(&format!("href=\"{lag}/slutt/")).expect("a duty to end");
        ola.get(&end).await;
        ola.post(&end, &[("how", "person-said-no")]).await;
        assert!(!ola.get(&lag).await.says("Koordinator mangler"));
        assert!(!panels(&town, None, Some((&case.ola, &case.office, Role::Coordinator)), Place::Today).contains("Jon"));
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/laget").await.says("Du kan si ja eller nei."));
        // Offered again later, and lost again: now it counts.
        ola.get(&format!("{lag}/coordinator")).await;
        ola.post(&format!("{lag}/coordinator"), &[("who", case.ola.as_str())]).await;
        town.wait_days(1);
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        let page = ola.get(&lag).await;
        let end = page.attribute(&format!("href=\"{lag}/slutt/")).expect("a duty to end");
        ola.get(&end).await;
        let ended = ola.post(&end, &[("how", "left")]).await;
        assert!(ended.says("Koordinator mangler siden 21. november."), "{}", ended.html);
    });
}

#[test]
fn the_pages_stand_in_three_languages() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        town.duty(&case.office, &case.jon, Some(&case.ola), Duty::Coordinator);
        town.duty(&case.office, &case.jon, Some(&case.berit), Duty::Contact);
        let lag = format!("/folk/{}/lag", case.jon);
        for language in Language::ALL {
            let mut jon = Town::speaking(town.as_person(&case.jon), language);
            for path in ["/laget", "/laget/kontakt"] {
                let page = jon.get(path).await;
                assert!(page.status == 200 && !page.html.contains("[team-"), "{path} {}", page.html);
                assert_eq!(page.html.matches("<h1").count(), 1);
            }
            let mut ola = Town::speaking(town.as_account(&case.ola, Role::Coordinator), language);
            let end = ola.get(&lag).await.attribute(&format!("href=\"{lag}/slutt/")).expect("a duty");
            for path in ["", "/coordinator", "/responsible", "/substitute", "/contact"]
                .map(|end| format!("{lag}{end}"))
                .iter()
                .chain([&end])
            {
                let page = ola.get(path).await;
                assert!(page.status == 200 && !page.html.contains("[team-"), "{path} {}", page.html);
            }
            assert_eq!(ola.get(&format!("{lag}/serving")).await.status, 404);
        }
    });
}

mod rules {
    use super::*;

    fn at(days: i64) -> Timestamp {
        Timestamp::parse(testkit::START).expect("START is an instant").plus_days(days)
    }

    fn office(n: u128) -> OrganisationId {
        OrganisationId::from_bits(n)
    }

    fn someone(n: u128) -> AccountId {
        AccountId::from_bits(n)
    }

    fn held(id: &str, duty: Duty, organisation: u128, account: Option<u128>, from: i64, until: Option<i64>) -> Held {
        Held {
            id: id.into(),
            duty,
            organisation: office(organisation),
            organisation_name: "Stedet".into(),
            organisation_kind: Some(OrganisationKind::Municipality),
            account: account.map(someone),
            name: account.map(|_| "Noen".into()),
            title: String::new(),
            phone: String::new(),
            from_at: at(from),
            until_at: until.map(at),
            ended_at: None,
            account_ended_at: None,
        }
    }

    fn appoint(duty: Duty, account: u128, from: i64, until: Option<i64>) -> Appoint {
        Appoint { duty, account: someone(account), organisation: office(1), from: at(from), until: until.map(at) }
    }

    fn me() -> Asker {
        Asker { organisation: office(1), coordinates: false }
    }

    #[test]
    fn who_may_hold_what() {
        use Duty::{Contact, Coordinator, Responsible, Serving, Substitute};
        let serving = held("s", Serving, 1, None, -10, None);
        let there = |more: &[Held]| [std::slice::from_ref(&serving), more].concat();
        let coordinator = held("c", Coordinator, 1, Some(7), -5, None);
        let theirs = held("t", Coordinator, 2, Some(8), -5, None);
        let responsible = held("r", Responsible, 1, Some(7), -5, None);
        let next = held("n", Coordinator, 1, Some(9), 10, None);
        let leaving = Held { until_at: Some(at(10)), ..coordinator.clone() };
        let substitute = held("u", Substitute, 1, Some(9), 0, Some(14));
        let left = Held { account_ended_at: Some(at(-1)), ..coordinator.clone() };
        let over = |to, from| Command::HandOver { relation: "c".into(), to: appoint(Coordinator, to, from, None) };
        let new = |duty, account, from, until| Command::Appoint(appoint(duty, account, from, until));
        let end = |id: &str| Command::End { relation: id.into() };
        let cases: Vec<(&str, Vec<Held>, Command, Option<Refusal>)> = vec![
            ("the first coordinator", there(&[]), new(Coordinator, 9, 0, None), None),
            ("a second is refused", there(&[coordinator.clone()]), new(Coordinator, 9, 0, None), Some(Refusal::CoordinatorThere)),
            ("also later", there(&[coordinator.clone()]), new(Coordinator, 9, 30, None), Some(Refusal::CoordinatorThere)),
            ("also elsewhere", there(&[theirs.clone()]), new(Coordinator, 9, 0, None), Some(Refusal::CoordinatorThere)),
            ("but not after one who has left", there(&[left.clone()]), new(Coordinator, 9, 0, None), None),
            ("handed on", there(&[coordinator.clone()]), over(9, 10), None),
            ("handed on at once", there(&[coordinator.clone()]), over(9, 0), None),
            ("not twice", there(&[leaving, next]), over(5, 5), Some(Refusal::CoordinatorThere)),
            ("not to oneself", there(&[coordinator.clone()]), over(7, 5), Some(Refusal::SamePerson)),
            ("not into the past", there(&[coordinator.clone()]), over(9, -1), Some(Refusal::When)),
            ("nor far ahead", there(&[coordinator.clone()]), over(9, 91), Some(Refusal::When)),
            ("not what is not there", there(&[]), over(9, 0), Some(Refusal::NoSuchDuty)),
            (
                "one responsible a service",
                there(&[responsible.clone()]),
                new(Responsible, 9, 0, None),
                Some(Refusal::ResponsibleThere),
            ),
            ("and one in the next", there(&[held("e", Responsible, 2, Some(8), -5, None)]), new(Responsible, 9, 0, None), None),
            (
                "one contact",
                there(&[held("k", Contact, 2, Some(8), -5, None)]),
                new(Contact, 9, 0, None),
                Some(Refusal::ContactThere),
            ),
            ("a substitute for somebody", there(&[responsible.clone()]), new(Substitute, 9, 1, Some(14)), None),
            ("for nobody", there(&[]), new(Substitute, 9, 1, Some(14)), Some(Refusal::NobodyToStandInFor)),
            ("not for oneself", there(&[responsible.clone()]), new(Substitute, 7, 1, Some(14)), Some(Refusal::SamePerson)),
            ("without an end", there(&[responsible.clone()]), new(Substitute, 9, 1, None), Some(Refusal::SubstituteDates)),
            ("backwards", there(&[responsible.clone()]), new(Substitute, 9, 14, Some(1)), Some(Refusal::SubstituteDates)),
            (
                "two at once",
                there(&[responsible.clone(), substitute.clone()]),
                new(Substitute, 5, 7, Some(20)),
                Some(Refusal::SubstituteThere),
            ),
            ("one after the other", there(&[responsible, substitute]), new(Substitute, 5, 14, Some(20)), None),
            ("an end only for substitutes", there(&[]), new(Coordinator, 9, 0, Some(5)), Some(Refusal::When)),
            ("serving is no duty to give", there(&[]), new(Serving, 9, 0, None), Some(Refusal::NoSuchDuty)),
            (
                "only those who serve",
                vec![coordinator.clone()].into_iter().map(|one| Held { organisation: office(2), ..one }).collect(),
                new(Contact, 9, 0, None),
                Some(Refusal::NotServing),
            ),
            ("one's own is ended", there(&[coordinator]), end("c"), None),
            ("one who has left is closed", there(&[left]), end("c"), None),
            ("another's is not", there(&[theirs.clone()]), end("t"), Some(Refusal::NotYours)),
            ("nor handed on", there(&[Held { id: "c".into(), ..theirs }]), over(9, 0), Some(Refusal::NotYours)),
            ("serving is not ended here", there(&[]), end("s"), Some(Refusal::NoSuchDuty)),
        ];
        for (what, team, command, expected) in cases {
            assert_eq!(decide(&team, &me(), &command, at(0)).err(), expected, "{what}");
        }
    }

    #[test]
    fn the_coordinating_unit_may_end_what_another_service_holds_and_nobody_appoints_for_another() {
        let serving = held("s", Duty::Serving, 1, None, -10, None);
        let theirs = held("t", Duty::Coordinator, 2, Some(8), -5, None);
        let end = Command::End { relation: "t".into() };
        let coordinating = Asker { coordinates: true, ..me() };
        assert!(decide(&[serving.clone(), theirs], &coordinating, &end, at(0)).is_ok(), "the coordinating unit may");
        let outside = Appoint { organisation: office(2), ..appoint(Duty::Contact, 9, 0, None) };
        assert_eq!(decide(&[serving], &me(), &Command::Appoint(outside), at(0)), Err(Refusal::NotColleague));
    }

    #[test]
    fn a_vacancy_has_a_name() {
        let coordinator = held("c", Duty::Coordinator, 1, Some(7), -20, Some(-5));
        let gone = Held { until_at: None, account_ended_at: Some(at(-3)), ..coordinator.clone() };
        let responsible = held("r", Duty::Responsible, 1, Some(7), -20, Some(-5));
        let substitute = held("u", Duty::Substitute, 1, Some(8), -6, Some(4));
        let elsewhere = held("e", Duty::Responsible, 2, Some(9), -20, None);
        let settled = [Settled { duty: Duty::Coordinator, organisation: office(1) }];
        let names = |team: &[Held], settled: &[Settled], day| {
            vacancies(team, settled, at(day)).into_iter().map(|one| (one.duty, one.since)).collect::<Vec<_>>()
        };
        assert_eq!(names(&[], &[], 0), []);
        assert_eq!(names(&[coordinator.clone()], &[], 0), [(Duty::Coordinator, at(-5))]);
        assert_eq!(names(&[coordinator.clone()], &settled, 0), []);
        assert_eq!(names(&[gone], &[], 0), [(Duty::Coordinator, at(-3))]);
        assert_eq!(names(&[coordinator], &[], -10), []);
        assert_eq!(names(&[responsible.clone(), elsewhere.clone()], &[], 0), [(Duty::Responsible, at(-5))]);
        assert_eq!(names(&[responsible.clone(), substitute.clone()], &[], 0), []);
        assert_eq!(names(&[responsible, substitute, elsewhere], &[], 5), [(Duty::Responsible, at(4))]);
    }

    #[derive(Clone, Debug)]
    enum Play {
        Appoint(Duty, u128, i64),
        HandOver(usize, u128, i64),
        End(usize),
        Leaves(u128),
        Wait(i64),
    }

    fn any_play() -> impl Strategy<Value = Play> {
        let duty = proptest::sample::select(&[Duty::Coordinator, Duty::Responsible, Duty::Contact][..]);
        prop_oneof![
            (duty, 5_u128..9, 0_i64..40).prop_map(|(duty, who, from)| Play::Appoint(duty, who, from)),
            (0_usize..12, 5_u128..9, 0_i64..40).prop_map(|(which, who, from)| Play::HandOver(which, who, from)),
            (0_usize..12).prop_map(Play::End),
            (5_u128..9).prop_map(Play::Leaves),
            (0_i64..30).prop_map(Play::Wait),
        ]
    }

    proptest! {
        /// Whatever is given, handed on, ended or left in whatever order: never two coordinators or two contacts at any
        /// moment, and a coordinator who is missing is always named.
        #[test]
        fn never_two_and_never_unnoticed(plays in proptest::collection::vec(any_play(), 0..40)) {
            let mut team = vec![held("s", Duty::Serving, 1, None, -1, None)];
            let mut today = 0;
            for (n, play) in plays.into_iter().enumerate() {
                let command = match play {
                    Play::Appoint(duty, who, from) => Command::Appoint(appoint(duty, who, today + from, None)),
                    Play::HandOver(which, who, from) => {
                        let Some(old) = team.get(which) else { continue };
                        Command::HandOver { relation: old.id.clone(), to: appoint(old.duty, who, today + from, None) }
                    }
                    Play::End(which) => {
                        let Some(old) = team.get(which) else { continue };
                        Command::End { relation: old.id.clone() }
                    }
                    Play::Leaves(who) => {
                        for one in team.iter_mut().filter(|one| one.account == Some(someone(who)) && one.account_ended_at.is_none()) {
                            one.account_ended_at = Some(at(today));
                        }
                        continue;
                    }
                    Play::Wait(days) => { today += days; continue; }
                };
                for change in decide(&team, &me(), &command, at(today)).unwrap_or_default() {
                    match change {
                        Change::Begin(new) => team.push(Held {
                            from_at: new.from,
                            ..held(&n.to_string(), new.duty, 1, None, 0, None)
                        }.with(new.account)),
                        Change::EndAt(id, when) => team.iter_mut().filter(|one| one.id == id).for_each(|one| one.until_at = Some(when)),
                        Change::EndNow(id) => team.iter_mut().filter(|one| one.id == id).for_each(|one| one.ended_at = Some(at(today))),
                    }
                }
            }
            for day in 0..2000 {
                for duty in [Duty::Coordinator, Duty::Contact, Duty::Responsible] {
                    let holders = team.iter().filter(|one| one.duty == duty && one.is_held(at(day))).count();
                    prop_assert!(holders <= 1, "{holders} of {duty:?} on day {day}");
                }
            }
            for day in [today, today + 50, today + 200] {
                let there = team.iter().any(|one| one.duty == Duty::Coordinator && one.is_held(at(day)));
                let was_held = |one: &Held| one.over_at().is_some_and(|over| one.from_at < over && over <= at(day));
                let ever = team.iter().any(|one| one.duty == Duty::Coordinator && was_held(one));
                let named = vacancies(&team, &[], at(day)).iter().any(|one| one.duty == Duty::Coordinator);
                prop_assert_eq!(named, ever && !there, "day {}", day);
            }
        }
    }

    trait With {
        fn with(self, account: AccountId) -> Self;
    }

    impl With for Held {
        fn with(self, account: AccountId) -> Held {
            Held { account: Some(account), ..self }
        }
    }
}

#[test]
fn every_word_has_a_use_and_every_use_a_word() {
    let sources = [
        include_str!("shown.rs"),
        include_str!("web/panels.rs"),
        include_str!("web/person.rs"),
        include_str!("web/staff.rs"),
        include_str!("pages/contact.html"),
        include_str!("pages/end.html"),
        include_str!("pages/give.html"),
        include_str!("pages/home.html"),
        include_str!("pages/home_aside.html"),
        include_str!("pages/one_person.html"),
        include_str!("pages/staff.html"),
        include_str!("pages/team.html"),
        include_str!("pages/to_team.html"),
        include_str!("pages/today.html"),
    ];
    let mut used: std::collections::BTreeSet<String> = sources
        .iter()
        .flat_map(|text| text.split('"'))
        .filter(|word| word.starts_with("team-") && !word.ends_with('-') && *word != "team-ansvar")
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        .map(str::to_owned)
        .collect();
    for refusal in Refusal::ALL {
        used.insert(format!("refusal-{}", refusal.key()));
        used.insert(format!("refusal-{}-remedy", refusal.key()));
    }
    used.extend(Duty::ALL.map(|duty| format!("team-duty-{}", duty.key())));
    for duty in [Duty::Coordinator, Duty::Responsible] {
        used.insert(format!("team-missing-{}", duty.key()));
        used.insert(format!("team-lacks-{}", duty.key()));
    }
    for duty in [Duty::Coordinator, Duty::Responsible, Duty::Substitute, Duty::Contact] {
        used.insert(format!("team-give-{}", duty.key()));
    }
    used.extend(Ending::CHOICES.map(|how| format!("team-ending-{}", how.key())));
    for (language, text) in CHARTER.wording {
        let keys = platform::frame::keys(text);
        for key in &used {
            assert!(keys.contains(key), "{key} has no wording in {}", language.code());
        }
        // What the part did is told in its own words on the page of the log.
        for key in keys.iter().filter(|key| !key.starts_with("team-log")) {
            assert!(used.contains(key), "{key} in {} is never used", language.code());
        }
    }
}
