//! Kari makes an appointment, Jon answers it, it is moved, and it is told how it went; others see nothing of it.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Browser, Page, Town, both_databases};

use crate::appointments::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

struct Around {
    jon: PersonId,
    centre: OrganisationId,
    kari: AccountId,
    sara: AccountId,
    nav: OrganisationId,
}

/// Kari at the MO centre sees what is about safety; Sara at NAV sees housing.
fn around(town: &Town) -> Around {
    let jon = town.person("Jon");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let nav = town.organisation(OrganisationKind::Nav, "NAV");
    let sara = town.employee(&nav, Role::Nav, "Sara Berg");
    town.serves(&centre, &jon);
    town.serves(&nav, &jon);
    drop(town.share(&jon, &centre, &[Area::Safety]));
    drop(town.share(&jon, &nav, &[Area::Housing]));
    Around { jon, centre, kari, sara, nav }
}

const MADE: [(&str, &str); 6] = [
    ("omrade", "safety"),
    ("hva", "Samtale"),
    ("dato", "21.11.2026"),
    ("klokka", "10.30"),
    ("sted", "Rom 2"),
    ("vei", "Bak biblioteket"),
];

async fn made(town: &Town, around: &Around) -> (Browser, Page, String) {
    let mut kari = town.as_account(&around.kari, Role::MoNurse);
    let path = format!("/avtaler/ny/{}", around.jon);
    kari.get(&path).await;
    let page = kari.post(&path, &MADE).await;
    assert_eq!(page.status, 200, "{}", page.html);
    let one = page.location.clone().unwrap_or_else(|| panic!("{}", page.html));
    (kari, page, one)
}

fn facts(town: &Town) -> Vec<String> {
    let kinds = town
        .rows("fact")
        .iter()
        .map(|row| row.cells().iter().map(|cell| format!("{cell:?}")).collect::<String>())
        .collect::<Vec<_>>();
    let known = ["AppointmentMade", "AppointmentChanged", "AppointmentAnswered", "AppointmentMissed", "AppointmentSoon"];
    known
        .iter()
        .flat_map(|kind| kinds.iter().filter(|row| row.contains(kind)).map(|_| (*kind).to_owned()).collect::<Vec<_>>())
        .collect()
}

#[test]
fn it_is_made_answered_moved_and_told() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut kari, page, one) = made(&town, &around).await;
        assert!(page.says("Lørdag") || page.says("I morgen kl. 10.30"), "{}", page.html);
        assert_eq!(town.tables_with("biblioteket"), Vec::<String>::new(), "sealed");

        let mut jon = town.as_person(&around.jon);
        let list = jon.get("/avtaler").await;
        assert!(
            list.says("Kari Nes, MO-senteret") && list.says("Bak biblioteket") && list.says("Kan jeg få en annen tid?"),
            "{}",
            list.html
        );
        let mine = format!("/avtaler/mine/{}", one.rsplit('/').next().expect("an id"));
        let answered = jon.post(&mine, &[("svar", "yes")]).await;
        assert!(answered.says("Du svarte «Jeg kommer»."), "{}", answered.html);
        let changed = jon.post(&mine, &[("svar", "other")]).await;
        assert!(changed.says("Du svarte «Kan jeg få en annen tid?»."));
        assert!(kari.get(&one).await.says("Vil ha en annen tid"));

        let moved = kari.post(&one, &[("dato", "24.11.2026"), ("klokka", "12"), ("sted", "Rom 3"), ("sett", "1")]).await;
        assert!(moved.says("Flyttet av Kari Nes, MO-senteret") && moved.says("Rom 3"), "{}", moved.html);
        assert!(jon.get("/avtaler").await.says("Flyttet av Kari Nes"));
        kari.get(&one).await;
        let early = kari.post(&format!("{one}/gikk"), &[("gikk", "met")]).await;
        assert!(early.status == 409 && early.says("Avtalen har ikke vært ennå."), "{}", early.html);

        town.wait_days(5);
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        assert!(kari.get("/avtaler").await.says("Møttes dere?"));
        kari.post(&format!("{one}/gikk"), &[("gikk", "missed"), ("fra", "liste")]).await;
        let mut jon = town.as_person(&around.jon);
        assert!(jon.get("/avtaler").await.says("Dere fikk ikke møtt hverandre. Det går bra."));
        jon.get("/avtaler").await;
        assert_eq!(jon.post(&mine, &[("svar", "yes")]).await.status, 409);
        assert_eq!(
            facts(&town),
            ["AppointmentMade", "AppointmentChanged", "AppointmentAnswered", "AppointmentAnswered", "AppointmentMissed"]
        );
    });
}

#[test]
fn two_who_move_it_at_once_one_wins_and_the_other_keeps_what_was_typed() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut kari, _, one) = made(&town, &around).await;
        let mut again = kari.clone();
        again.get(&one).await;
        kari.post(&one, &[("dato", "24.11.2026"), ("klokka", "12.00"), ("sted", "Rom 3"), ("sett", "1")]).await;
        let second = again.post(&one, &[("dato", "25.11.2026"), ("klokka", "14.00"), ("sted", "Rom 9"), ("sett", "1")]).await;
        assert!(second.status == 409 && second.says("En annen endret avtalen før deg."), "{}", second.html);
        assert!(second.says("Rom 9") && second.says("25.11.2026"), "what was typed stands there: {}", second.html);
    });
}

#[test]
fn others_see_nothing_of_it_and_a_reminder_is_told_once() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (_, _, one) = made(&town, &around).await;
        let mut sara = town.as_account(&around.sara, Role::Nav);
        assert_eq!(sara.get(&one).await.status, 403, "another area");
        assert_eq!(
            sara.get(&format!("/avtaler/{}/{}", around.jon, "0".repeat(32))).await.status,
            403,
            "the same for one that never was"
        );
        assert!(!sara.get("/avtaler").await.says("Jon"));
        let fields = [("omrade", "safety"), ("hva", "Samtale"), ("dato", "21.11.2026"), ("klokka", "9"), ("sted", "NAV")];
        sara.get(&format!("/avtaler/ny/{}", around.jon)).await;
        assert_eq!(
            sara.post(&format!("/avtaler/ny/{}", around.jon), &fields).await.status,
            403,
            "not in an area that is not shared"
        );
        let stranger = town.employee(&around.nav, Role::Nav, "Guro");
        assert_eq!(town.as_account(&stranger, Role::Nav).get(&one).await.status, 403);

        town.run_jobs();
        assert_eq!(facts(&town).len(), 1, "more than a day before is too early");
        town.wait_minutes(60 * 2);
        town.run_jobs();
        town.wait_minutes(30);
        town.run_jobs();
        assert_eq!(facts(&town), ["AppointmentMade", "AppointmentSoon"]);
    });
}

#[test]
fn what_cannot_be_read_comes_back_with_everything_that_was_typed() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        let path = format!("/avtaler/ny/{}", around.jon);
        kari.get(&path).await;
        let fields = [("omrade", "safety"), ("hva", "Samtale om noe"), ("dato", "i morra"), ("klokka", "25.00"), ("sted", "")];
        let page = kari.post(&path, &fields).await;
        assert!(page.status == 422 && page.says("Samtale om noe") && page.says("i morra"), "{}", page.html);
        let past = [("omrade", "safety"), ("hva", "Samtale"), ("dato", "19.11.2026"), ("klokka", "10"), ("sted", "Rom 2")];
        let page = kari.post(&path, &past).await;
        assert!(page.status == 409 && page.says("Velg en tid som ikke har vært"), "{}", page.html);
    });
}

#[test]
fn an_employee_sees_their_own_and_nobodys_and_what_is_untold_however_many_are_told() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let centre = town.organisation(OrganisationKind::MoCentre, "Nattsenteret");
        let (ola, per) = (town.employee(&centre, Role::MoNurse, "Ola"), town.employee(&centre, Role::MoNurse, "Per"));
        town.serves(&centre, &around.jon);
        drop(town.share(&around.jon, &centre, &[Area::Safety]));
        let path = format!("/avtaler/ny/{}", around.jon);
        let mut made = Vec::new();
        for (whose, account, count) in [('o', &ola, 33), ('p', &per, 1)] {
            let mut browser = town.as_account(account, Role::MoNurse);
            browser.get(&path).await;
            for n in 0..count {
                let (title, clock) = (format!("Time {whose}-{n}"), format!("{}.{:02}", 9 + n / 6, n % 6 * 10));
                let fields = [
                    ("omrade", "safety"),
                    ("hva", title.as_str()),
                    ("dato", "21.11.2026"),
                    ("klokka", &clock),
                    ("sted", "Rom 2"),
                ];
                made.push(browser.post(&path, &fields).await.location.expect("made"));
            }
        }
        let nobodys = kernel::id::RowId::parse(made[32].rsplit('/').next().expect("an id")).expect("an id");
        let touched = town.app.db().write_here(move |tx| {
            let sql = "UPDATE appointments_appointment SET account_id = NULL WHERE appointment_id = $1";
            Ok(tx.run(sql, platform::args![&nobodys])?)
        });
        assert_eq!(touched.expect("an answer"), 1);

        let mut browser = town.as_account(&ola, Role::MoNurse);
        let first = browser.get("/avtaler").await;
        assert!(first.says("Time o-0") && first.says("Time o-29") && !first.says("Time o-30"), "{}", first.html);
        assert!(!first.says("Time p-0"), "a colleague's");
        let second = browser.get(&first.attribute("href=\"/avtaler?fra=").expect("a next page")).await;
        assert!(second.says("Time o-30") && second.says("Time o-32"), "nobody's is there too: {}", second.html);

        town.wait_days(2);
        let mut browser = town.as_account(&ola, Role::MoNurse);
        for one in &made[..31] {
            browser.get("/avtaler").await;
            browser.post(&format!("{one}/gikk"), &[("gikk", "met"), ("fra", "liste")]).await;
        }
        let left = browser.get("/avtaler").await;
        assert!(left.says("Møttes dere?") && left.says("Time o-31") && left.says("Time o-32"), "{}", left.html);
        assert!(!left.says("Time o-30") && !left.says("Time p-0"));
    });
}

/// What the part shows there of Jon's, as this actor meets it.
fn panel(town: &Town, around: &Around, actor: Actor, place: Place) -> String {
    let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let permit = desk.person(tx, &around.jon)?;
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == place) {
            html.push_str(&(panel.draw)(tx, &PanelAsk { desk, permit: Some(&permit), say: &say })?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn what_is_cancelled_hides_nothing_that_stands() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        let path = format!("/avtaler/ny/{}", around.jon);
        let mut made = Vec::new();
        for (title, date) in
            [("Time en", "21.11.2026"), ("Time to", "22.11.2026"), ("Time tre", "23.11.2026"), ("Time fire", "24.11.2026")]
        {
            kari.get(&path).await;
            let fields = [("omrade", "safety"), ("hva", title), ("dato", date), ("klokka", "10.30"), ("sted", "Rom 2")];
            made.push(kari.post(&path, &fields).await.location.expect("made"));
        }
        for one in &made[..3] {
            kari.get(one).await;
            let off = kari.post(&format!("{one}/avlys"), &[("sett", "1")]).await;
            assert!(off.says("Avlyst av Kari Nes"), "{}", off.html);
        }
        let own = Actor { role: Role::Person, door: Door::Full, person: Some(around.jon.clone()), ..Actor::visitor() };
        let employer = Some(Employer { id: around.centre.clone(), name: "MO-senteret".into(), kind: None });
        let nurse =
            Actor { role: Role::MoNurse, door: Door::Full, account: Some(around.kari.clone()), employer, ..Actor::visitor() };

        let home = panel(&town, &around, own.clone(), Place::Home);
        assert!(home.contains("Time fire") && !home.contains("Avlyst"), "the next one that stands: {home}");
        let one_person = panel(&town, &around, nurse, Place::OnePerson);
        assert!(one_person.contains("Time fire"), "{one_person}");
        assert!(one_person.contains("Time en") && one_person.contains("Time to") && !one_person.contains("Time tre"));
        assert!(one_person.find("Time en") < one_person.find("Time fire"), "as the days come: {one_person}");
        let list = town.as_person(&around.jon).get("/avtaler").await;
        assert!(list.says("Time en") && list.says("Avlyst av Kari Nes") && list.says("Time fire"), "{}", list.html);

        kari.get(&made[3]).await;
        kari.post(&format!("{}/avlys", made[3]), &[("sett", "1")]).await;
        let home = panel(&town, &around, own, Place::Home);
        assert!(home.contains("Time en") && home.contains("Avlyst av Kari Nes"), "none stands, and that is said: {home}");
    });
}
