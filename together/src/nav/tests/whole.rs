//! A person and NAV, on both databases, through the pages.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Day;
use platform::charter::{Accept, Charter};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use platform::error::Error;
use testkit::{Town, both_databases, on_sqlite};

use crate::nav::{CHARTER, work};

const CATALOGUE: &[&Charter] = &[&CHARTER];

pub struct Case {
    pub jon: PersonId,
    pub nav: OrganisationId,
    pub sara: AccountId,
}

pub fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let nav = town.organisation(OrganisationKind::Nav, "NAV");
    let sara = town.employee(&nav, Role::Nav, "Sara Berg");
    town.serves(&nav, &jon);
    Case { jon, nav, sara }
}

pub fn line(area: &'static str, words: &'static str) -> [(&'static str, &'static str); 6] {
    [
        ("area", area),
        ("words", words),
        ("status", "waiting"),
        ("applied", "12.11.2026"),
        ("answer_by", "25.11.2026"),
        ("answer", ""),
    ]
}

#[test]
fn each_writes_their_own_lines_and_a_late_answer_is_said_to_be_late() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let page = format!("/folk/{}/nav", case.jon);
        let mut sara = town.as_account(&case.sara, Role::Nav);
        sara.get(&format!("{page}/ny")).await;
        let written = sara.post(&format!("{page}/ny"), &line("money", "Økonomisk sosialhjelp")).await;
        assert!(written.says("Økonomisk sosialhjelp") && written.says("Svar senest onsdag 25. november."), "{}", written.html);
        let mut jon = town.as_person(&case.jon);
        let own = jon.get("/nav").await;
        assert!(own.says("Økonomisk sosialhjelp") && own.says("Sara Berg i NAV skrev dette i dag."), "{}", own.html);
        let theirs = written.attribute("href=\"/folk/").expect("a line to change");
        let id = written.html.split("/nav/linje/").nth(1).and_then(|rest| rest.split('"').next()).expect("an id").to_owned();
        assert!(theirs.starts_with("/folk/"));
        assert_eq!(jon.get(&format!("/nav/linje/{id}")).await.status, 404, "NAV's line is NAV's to change");
        jon.get("/nav/ny").await;
        assert_eq!(jon.post("/nav/ny", &line("medicines", "Noe annet")).await.status, 422, "there is no such section");
        jon.post("/nav/ny", &line("everyday-work", "Jeg vil på kjøkkenet")).await;
        let backwards = jon
            .post(
                "/nav/ny",
                &[
                    ("area", "money"),
                    ("words", "Bostøtte"),
                    ("status", "waiting"),
                    ("applied", "2.12.2026"),
                    ("answer_by", "1.12.2026"),
                    ("answer", ""),
                ],
            )
            .await;
        assert!(backwards.status == 409 && backwards.says("Bostøtte"), "{}", backwards.html);
        town.wait_days(6);
        let late = town.as_person(&case.jon).get("/nav").await;
        assert!(late.says("Du skulle ha fått svar i går. Ring og spør."), "{}", late.html);
        let mut sara = town.as_account(&case.sara, Role::Nav);
        let list = sara.get("/nav").await;
        assert!(list.says("Jon") && list.says("Skulle vært gjort i går"), "{}", list.html);
        sara.get(&format!("{page}/linje/{id}")).await;
        let fields = [
            ("seen", "1"),
            ("area", "money"),
            ("words", "Økonomisk sosialhjelp"),
            ("status", "done"),
            ("applied", ""),
            ("answer_by", ""),
            ("answer", "Du får 6 000 kroner."),
        ];
        let answered = sara.post(&format!("{page}/linje/{id}"), &fields).await;
        assert!(answered.says("Du får 6 000 kroner.") && answered.says("Svar kom i dag."), "{}", answered.html);
        let stale = sara.post(&format!("{page}/linje/{id}"), &fields).await;
        assert!(stale.status == 409 && stale.says("Linja ble endret på en annen side."), "{}", stale.html);
        assert!(!sara.get("/nav").await.says("Venter på svar på en søknad."));
        assert!(town.tables_with("sosialhjelp").is_empty() && town.tables_with("6 000").is_empty(), "words are sealed");
    });
}

#[test]
fn tasks_go_both_ways_and_a_no_costs_nothing() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let page = format!("/folk/{}/nav", case.jon);
        let mut sara = town.as_account(&case.sara, Role::Nav);
        sara.get(&page).await;
        sara.post(&page, &[("act", "ask"), ("area", "housing"), ("words", "Send leiekontrakten"), ("due", "1.12.2026")]).await;
        let mut jon = town.as_person(&case.jon);
        let asked = jon.get("/nav").await;
        assert!(asked.says("Send leiekontrakten") && asked.says("Sara Berg spør. Senest tirsdag 1. desember"), "{}", asked.html);
        let task = asked.attribute("name=\"task\" value=\"").expect("a task");
        let no = jon.post("/nav", &[("act", "no"), ("task", &task)]).await;
        assert!(no.says("Det ble nei i dag"), "{}", no.html);
        assert_eq!(jon.post("/nav", &[("act", "done"), ("task", &task)]).await.status, 409);
        let sent = jon.post("/nav", &[("act", "ask"), ("area", "money"), ("words", "Åpne brevene med meg"), ("due", "")]).await;
        assert!(sent.says("Åpne brevene med meg") && sent.says("Senest fredag 4. desember"), "{}", sent.html);
        let list = sara.get("/nav").await;
        assert!(list.says("Jon") && list.says("Har bedt dere om noe."), "{}", list.html);
        let theirs = sara.get(&page).await.attribute("name=\"task\" value=\"").expect("a task");
        let done = sara.post(&page, &[("act", "done"), ("task", &theirs)]).await;
        assert!(done.says("Gjort i dag"), "{}", done.html);
        assert!(!sara.get("/nav").await.says("Har bedt dere om noe."));
        let empty = sara.post(&page, &[("act", "ask"), ("area", ""), ("words", "Uten del"), ("due", "")]).await;
        assert!(empty.status == 422 && empty.says("Uten del"), "{}", empty.html);
        let siri = town.person("Siri");
        let mut siri = town.as_person(&siri);
        assert!(siri.get("/nav").await.says("Når du får hjelp av NAV her, kan du be dem om ting."));
        let alone = siri.post("/nav", &[("act", "ask"), ("area", "money"), ("words", "Hei"), ("due", "")]).await;
        assert!(alone.status == 409 && alone.says("ring NAV"), "{}", alone.html);
    });
}

mod keeper {
    //! A part that keeps everybody's tasks.

    use super::{Accept, Charter, Error};

    pub static CHARTER: Charter = Charter {
        key: "keeper",
        accepts: &[Accept {
            kind: "task",
            take: |_, _, permit, content| {
                let fine = permit.is_own() && content.get("area").and_then(|area| area.as_str()) == Some("money");
                if fine { Ok("kept".into()) } else { Err(Error::fault("a task was handed over in another shape")) }
            },
        }],
        ..Charter::BLANK
    };
}

#[test]
fn where_a_part_keeps_everybodys_tasks_they_stand_there_and_only_there() {
    on_sqlite(&[&CHARTER, &keeper::CHARTER], &async |town: Town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        jon.get("/nav").await;
        let sent = jon.post("/nav", &[("act", "ask"), ("area", "money"), ("words", "Åpne brevene"), ("due", "1.12.2026")]).await;
        assert_eq!(sent.status, 200);
        assert!(town.rows("nav_task").is_empty());
    });
}

#[test]
fn a_long_list_is_read_page_by_page() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        for n in 0..43 {
            let person = town.person(&format!("Person{n:02}x"));
            town.serves(&case.nav, &person);
            let mut own = town.as_person(&person);
            own.get("/nav").await;
            own.post("/nav", &[("act", "ask"), ("area", "money"), ("words", "Ring meg"), ("due", "")]).await;
        }
        let mut sara = town.as_account(&case.sara, Role::Nav);
        let first = sara.get("/nav").await;
        let next = first.attribute("href=\"/nav?gjor=").expect("a next page");
        let second = sara.get(&next).await;
        let on = |html: &str| (0..43).filter(|n| html.contains(&format!("Person{n:02}x"))).count();
        assert_eq!((on(&first.html), on(&second.html)), (40, 3));
    });
}

/// Somebody in an office asks the person for all of these, in one commit past the pages.
fn ask(town: &Town, jon: &PersonId, (account, office): (&AccountId, &OrganisationId), words: Vec<String>, due: Option<Day>) {
    let employer = Some(Employer { id: office.clone(), name: "NAV".into(), kind: Some(OrganisationKind::Nav) });
    let actor = Actor { role: Role::Nav, door: Door::Full, account: Some(account.clone()), employer, ..Actor::visitor() };
    let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let jon = jon.clone();
    let asked = door::execute_here(&town.app, &ctx, &CHARTER, "task", move |tx, desk| {
        let party = work::nav(tx, desk, &jon)?;
        words.iter().try_for_each(|words| work::ask(tx, desk, &party, (Area::Money, words), due))
    });
    asked.unwrap_or_else(|error| panic!("{error:?}"));
}

#[test]
fn what_was_ended_last_stands_there_however_much_has_been_ended() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let office = (&case.sara, &case.nav);
        ask(&town, &case.jon, office, (0..61).map(|n| format!("Gammel sak {n:02}")).collect(), None);
        let now = town.now();
        let ended = town.app.db().write_here(move |tx| {
            Ok(tx.run("UPDATE nav_task SET done_at = $1, ending = 'done' WHERE done_at IS NULL", platform::args![now])?)
        });
        assert_eq!(ended.expect("an answer"), 61);
        town.wait_days(1);
        ask(&town, &case.jon, office, vec!["Ny sak".into()], None);
        let mut jon = town.as_person(&case.jon);
        let task = jon.get("/nav").await.attribute("name=\"task\" value=\"").expect("a task");
        let ended = jon.post("/nav", &[("act", "no"), ("task", &task)]).await;
        assert!(ended.says("Ny sak") && ended.says("Det ble nei i dag"), "{}", ended.html);
        assert!(ended.html.find("Ny sak") < ended.html.find("Gammel sak"), "the newest first: {}", ended.html);
    });
}

#[test]
fn what_waits_with_another_office_hides_nothing_of_this_one() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let other = town.organisation(OrganisationKind::Nav, "NAV i nabobyen");
        let liv = town.employee(&other, Role::Nav, "Liv Moe");
        town.serves(&other, &case.jon);
        let tomorrow = town.now().day().plus(1);
        ask(&town, &case.jon, (&liv, &other), (0..60).map(|n| format!("Deres sak {n:02}")).collect(), Some(tomorrow));
        ask(&town, &case.jon, (&case.sara, &case.nav), vec!["Vår sak".into()], Some(tomorrow.plus(1)));
        let page = town.as_account(&case.sara, Role::Nav).get(&format!("/folk/{}/nav", case.jon)).await;
        assert!(page.says("Vår sak") && !page.says("Deres sak"), "{}", page.html);
    });
}

/// Used by the walls.
pub const AREAS: [Area; 3] = [Area::Money, Area::Housing, Area::EverydayWork];
