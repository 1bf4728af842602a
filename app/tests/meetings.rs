//! A meeting's decisions become tasks, lines in the plan and the next appointment: in every part, or in none.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use kernel::area::Area;
use kernel::id::{AccountId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use testkit::{Browser, Town, both_databases};

struct Around {
    jon: PersonId,
    ola: AccountId,
    sara: AccountId,
}

/// Ola coordinates; Sara works at NAV. Both see housing.
fn around(town: &Town) -> Around {
    let jon = town.person("Jon");
    let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let ola = town.employee(&municipality, Role::Coordinator, "Ola Vik");
    let nav = town.organisation(OrganisationKind::Nav, "NAV");
    let sara = town.employee(&nav, Role::Nav, "Sara Berg");
    for (place, account, duty) in [(&municipality, &ola, Duty::Coordinator), (&nav, &sara, Duty::Responsible)] {
        town.serves(place, &jon);
        town.duty(place, &jon, Some(account), duty);
        drop(town.share(&jon, place, &[Area::Housing]));
    }
    Around { jon, ola, sara }
}

/// Ola calls a meeting, Jon takes Sara in; it begins with those who are there.
async fn begun(town: &Town, around: &Around, here: &[&AccountId]) -> (Browser, String, String) {
    let mut ola = town.as_account(&around.ola, Role::Coordinator);
    let call = format!("/moter/ny/{}", around.jon);
    ola.get(&call).await;
    let fields = [("tittel", "Møte"), ("dato", "20.11.2026"), ("klokka", "13"), ("sted", "Rom 3"), ("hvem", around.ola.as_str())];
    let page = ola.post(&call, &fields).await;
    let path = page.location.clone().unwrap_or_else(|| panic!("{}", page.html));
    let mine = path.replace(around.jon.as_str(), "mitt");
    let mut jon = town.as_person(&around.jon);
    jon.get(&mine).await;
    jon.post(&format!("{mine}/hvem"), &[("med", around.sara.as_str())]).await;
    jon.post(&format!("{mine}/sak"), &[("sak", "Et sted å bo"), ("omrade", "housing")]).await;
    ola.get(&path).await;
    let mut fields: Vec<(&str, &str)> = here.iter().map(|account| ("her", account.as_str())).collect();
    fields.push(("personen", "ja"));
    let page = ola.post(&format!("{path}/start"), &fields).await;
    let item = page.attribute(&format!("action=\"{path}/sak/")).unwrap_or_else(|| panic!("{}", page.html));
    let item = item.rsplit('/').next().expect("an id").to_owned();
    (ola, path, item)
}

#[test]
fn what_was_decided_stands_in_every_part() {
    both_databases(&app::catalogue(), async |town: Town| {
        let around = around(&town);
        let (mut ola, path, item) = begun(&town, &around, &[&around.ola]).await;
        let fields = [
            ("sett", "1"),
            ("status", "ongoing"),
            ("b1", "Ringe utleier"),
            ("e1", around.ola.as_str()),
            ("f1", "24.11.2026"),
            ("b2", "Bekrefte bostøtten"),
            ("e2", around.sara.as_str()),
            ("f2", "27.11.2026"),
        ];
        ola.post(&format!("{path}/sak/{item}"), &fields).await;
        ola.post(&format!("{path}/les"), &[("stemmer", "ja")]).await;
        let minutes = ola.post(&format!("{path}/avslutt"), &[("dato", "15.12.2026"), ("klokka", "13")]).await;
        assert!(minutes.says("Gjelder først når Jon har sett det."), "{}", minutes.html);

        let mine = ola.get("/oppgaver").await;
        assert!(mine.says("Ringe utleier") && mine.says("Ikke begynt"), "{}", mine.html);
        let asked = town.as_account(&around.sara, Role::Nav).get("/oppgaver").await;
        assert!(asked.says("Noen spør deg") && asked.says("Bekrefte bostøtten"), "asked, for she was not there: {}", asked.html);
        let mut jon = town.as_person(&around.jon);
        let plan = jon.get("/planen").await;
        assert!(plan.says("Ringe utleier") && plan.says("Bekrefte bostøtten"), "proposals: {}", plan.html);
        assert!(jon.get("/avtaler").await.says("15. desember kl. 13.00"), "the next one is in the calendar");
        let own = path.replace(around.jon.as_str(), "mitt");
        jon.get(&own).await;
        jon.post(&format!("{own}/stemmer"), &[]).await;
        let plan = jon.get("/planen").await;
        assert!(!plan.says("venter på svar") && plan.says("Ringe utleier"), "{}", plan.html);
        let seen = town
            .rows("plan_measure")
            .iter()
            .filter(|row| row.cells().iter().any(|cell| format!("{cell:?}").contains("\"yes\"")))
            .count();
        assert_eq!(seen, 2, "the yes to the minutes is the yes to both lines");
    });
}

#[test]
fn what_is_past_its_day_stands_ready_before_a_meeting_and_is_done_when_it_is_said_there() {
    both_databases(&app::catalogue(), async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let task = format!("/oppgaver/ny/{}", around.jon);
        ola.get(&task).await;
        ola.post(&task, &[("hva", "Sende søknaden"), ("omrade", "housing"), ("hvem", "me"), ("dato", "21.11.2026")]).await;
        town.wait_days(3);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let call = format!("/moter/ny/{}", around.jon);
        ola.get(&call).await;
        let fields = [("tittel", "Møte"), ("dato", "26.11.2026"), ("klokka", "13"), ("sted", "Rom 3")];
        let ready = ola.post(&call, &fields).await;
        assert!(ready.says("Over fristen") && ready.says("Sende søknaden"), "{}", ready.html);
        let path = ready.location.clone().expect("the meeting");
        let value = ready.attribute("name=\"forslag\" value=\"").expect("a way onto the list");
        let taken_up = ola.post(&format!("{path}/sak"), &[("forslag", &value)]).await;
        let begun = ola.post(&format!("{path}/start"), &[("personen", "ja"), ("her", around.ola.as_str())]).await;
        assert!(taken_up.says("Andre saker") && begun.says("1. Sende søknaden"), "{}", begun.html);
        let item = begun.attribute(&format!("action=\"{path}/sak/")).expect("a topic");
        let item = item.rsplit('/').next().expect("an id");
        ola.post(&format!("{path}/sak/{item}"), &[("sett", "1"), ("status", "done")]).await;
        ola.post(&format!("{path}/les"), &[("stemmer", "ja")]).await;
        ola.post(&format!("{path}/avslutt"), &[("ingen", "ja")]).await;
        assert!(!ola.get("/oppgaver").await.says("Sende søknaden"), "the task is done too");
    });
}
