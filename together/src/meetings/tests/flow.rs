//! A meeting from the call to the minutes.

use kernel::role::Role;
use testkit::{Browser, Page, Town, both_databases};

use super::town::{Around, CATALOGUE, around, called, facts, taken, theirs, topic, topics};

/// A meeting that goes on with two topics, Ola and Kari there, Sara not; the first topic is Jon's own.
async fn running(town: &Town, around: &Around, person: bool) -> (Browser, String, Vec<String>) {
    let (mut ola, id) = called(town, around).await;
    let path = theirs(around, &id);
    topic(&mut ola, &path, "everyday-work", "Noe å gjøre om dagen").await;
    let mut jon = town.as_person(&around.jon);
    topic(&mut jon, &format!("/moter/mitt/{id}"), "housing", "Hva skjer med rommet?").await;
    ola.get(&path).await;
    let mut fields = vec![("her", around.ola.as_str()), ("her", around.kari.as_str())];
    if person {
        fields.push(("personen", "ja"));
    }
    let page = ola.post(&format!("{path}/start"), &fields).await;
    assert_eq!(page.status, 200, "{}", page.html);
    let items = topics(&page, &path);
    assert_eq!(items.len(), 2, "{}", page.html);
    (ola, path, items)
}

async fn write(browser: &mut Browser, path: &str, item: &str, fields: &[(&str, &str)]) -> Page {
    browser.get(path).await;
    browser.post(&format!("{path}/sak/{item}"), fields).await
}

/// What tasks were told: each with who has it, and whether that is agreed.
fn each_decision_is_a_task_of_whoever_agreed(kari: &str) {
    let tasks = taken("task");
    let told = |n: usize, key: &str| tasks[n].get(key).cloned().unwrap_or_default();
    assert_eq!(tasks.len(), 4, "{tasks:?}");
    assert_eq!((told(0, "words"), told(0, "agreed"), told(0, "due")), ("Ringe utleier".into(), true.into(), "2026-11-24".into()));
    assert_eq!((told(1, "words"), told(1, "agreed")), ("Bekrefte bostøtten".into(), false.into()), "a question, never a task");
    assert_eq!((told(2, "account"), told(2, "agreed")), (kari.into(), true.into()));
    assert_eq!((told(3, "organisation"), told(3, "agreed")), (serde_json::Value::Null, false.into()), "Jon did not agree");
}

#[test]
fn from_the_call_to_minutes_that_hold() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, path, items) = running(&town, &around, true).await;
        let page = ola.get(&path).await;
        let own = page.html.find("Hva skjer med rommet?").expect("the own topic");
        assert!(own < page.html.find("Noe å gjøre om dagen").expect("the other"), "the person's own list is first");
        assert!(page.says("Jon vil snakke om dette") && page.says("Sara Berg, NAV (ikke her)"), "{}", page.html);

        let (me, kari, sara) = (around.ola.as_str(), around.kari.as_str(), around.sara.as_str());
        let fields = [
            ("status", "ongoing"),
            ("sett", "1"),
            ("neste", "2"),
            ("b1", "Ringe utleier"),
            ("e1", me),
            ("f1", "24.11."),
            ("b2", "Bekrefte bostøtten"),
            ("e2", sara),
            ("f2", "27.11."),
        ];
        let page = write(&mut ola, &path, &items[0], &fields).await;
        assert!(page.location.as_deref().is_some_and(|to| to.ends_with("#sak-2")), "on to the next: {:?}", page.location);
        let fields = [
            ("status", "agreed"),
            ("sett", "1"),
            ("neste", "3"),
            ("b1", "Bli med på verkstedet"),
            ("e1", kari),
            ("b2", "Prøve tirsdager"),
            ("e2", "person"),
        ];
        write(&mut ola, &path, &items[1], &fields).await;
        assert_eq!(town.tables_with("bostøtten"), Vec::<String>::new(), "sealed");

        let early = ola.post(&format!("{path}/avslutt"), &[("ingen", "ja")]).await;
        assert!(early.status == 409 && early.says("Det er ikke lest opp for personen ennå."), "{}", early.html);
        let read = ola.get(&format!("{path}/les")).await;
        assert!(read.says("Ola Vik, Kommunen: Ringe utleier. Innen tirsdag 24. november."), "{}", read.html);
        assert!(read.says("Vi spør Sara Berg, NAV: Bekrefte bostøtten?") && read.says("Blir et spørsmål"), "{}", read.html);
        let disagrees = [("hvilken", items[1].as_str()), ("nummer", "2"), ("uenig", "Jeg vil heller mandager.")];
        let read = ola.post(&format!("{path}/les"), &disagrees).await;
        assert!(read.says("Jon er ikke enig: Jeg vil heller mandager."), "{}", read.html);
        let end = ola.post(&format!("{path}/les"), &[("stemmer", "ja")]).await;
        assert!(end.says("Når er neste møte?"), "{}", end.html);
        let unsaid = ola.post(&format!("{path}/avslutt"), &[("dato", ""), ("klokka", "")]).await;
        assert!(unsaid.status == 409 && unsaid.says("Si når neste møte er."), "{}", unsaid.html);
        let minutes = ola.post(&format!("{path}/avslutt"), &[("dato", "15.12.2026"), ("klokka", "13")]).await;
        assert!(minutes.says("Gjelder først når Jon har sett det.") && minutes.says("Neste møte"), "{}", minutes.html);

        each_decision_is_a_task_of_whoever_agreed(kari);
        assert_eq!((taken("plan-proposal").len(), taken("appointment").len()), (4, 2), "and the next one is in the calendar");
        assert_eq!((facts(&town, "MeetingCalled"), facts(&town, "MinutesReady")), (2, 1));

        let id = path.rsplit('/').next().expect("an id");
        let mut jon = town.as_person(&around.jon);
        let mine = jon.get(&format!("/moter/mitt/{id}")).await;
        assert!(
            mine.says("Det gjelder når du har sett det.")
                && mine.says("Vi spør deg: Prøve tirsdager?")
                && mine.says("Jon er ikke enig"),
            "{}",
            mine.html
        );
        let seen = jon.post(&format!("/moter/mitt/{id}/stemmer"), &[]).await;
        assert!(seen.says("Du sa at det stemmer"), "{}", seen.html);
        assert_eq!(taken("plan-yes").len(), 3, "yes to what Jon agrees with");
        assert!(ola.get(&path).await.says("Jon sa at det stemmer"));
    });
}

#[test]
fn when_somebody_who_takes_a_decision_says_no_nothing_of_it_has_happened() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, path, items) = running(&town, &around, true).await;
        write(&mut ola, &path, &items[0], &[("sett", "1"), ("b1", "Ringe utleier"), ("b2", "Dette går galt")]).await;
        ola.post(&format!("{path}/les"), &[("stemmer", "ja")]).await;
        let end = ola.post(&format!("{path}/avslutt"), &[("ingen", "ja")]).await;
        assert_eq!(end.status, 500);
        assert!(ola.get(&path).await.says("Enter lagrer"), "it still goes on");
        assert_eq!(facts(&town, "MinutesReady"), 0);
    });
}

#[test]
fn two_who_write_in_one_topic_one_wins_and_the_other_keeps_what_was_typed() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, path, items) = running(&town, &around, true).await;
        let mut other = ola.clone();
        other.get(&path).await;
        write(&mut ola, &path, &items[0], &[("sett", "1"), ("b1", "Ringe utleier")]).await;
        let second = [("sett", "1"), ("b1", "Skrive til utleier"), ("f1", "1.12.")];
        let page = other.post(&format!("{path}/sak/{}", items[0]), &second).await;
        assert!(page.status == 409 && page.says("En annen skrev i denne saken før deg."), "{}", page.html);
        assert!(page.says("Skrive til utleier") && page.says("1.12."), "what was typed stands there: {}", page.html);
        assert!(page.says("name=\"sett\" value=\"2\""), "and can be saved over what is there now");
    });
}

#[test]
fn what_saves_itself_is_one_change_and_the_last_ten_can_be_undone() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, path, items) = running(&town, &around, true).await;
        let typed = ["Ri", "Ringe", "Ringe utleier"];
        for (n, words) in (1..).zip(typed) {
            let seen = n.to_string();
            let page = write(&mut ola, &path, &items[0], &[("sett", &seen), ("auto", "yes"), ("b1", words), ("f1", "24.")]).await;
            assert!(page.status == 200 && page.says(&format!("data-version=\"{}\"", n + 1)), "{}", page.html);
        }
        assert!(ola.get(&path).await.says("Angre siste (1)"), "typing is one change");
        let page = ola.post(&format!("{path}/angre"), &[]).await;
        assert!(!page.says("Ringe utleier") && !page.says("Angre siste"), "{}", page.html);
        ola.get(&path).await;
        let page = ola.post(&format!("{path}/angre"), &[]).await;
        assert!(page.status == 409 && page.says("Det er ikke mer å angre."), "{}", page.html);
        for n in 5..17 {
            let (seen, words) = (n.to_string(), format!("Vedtak {n}"));
            write(&mut ola, &path, &items[0], &[("sett", &seen), ("b1", &words)]).await;
        }
        assert!(ola.get(&path).await.says("Angre siste (10)"));
        let page = ola.post(&format!("{path}/angre"), &[]).await;
        assert!(page.says("Vedtak 15") && page.says("Angre siste (9)"), "{}", page.html);
    });
}

#[test]
fn without_the_person_nothing_becomes_theirs_to_do() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, path, items) = running(&town, &around, false).await;
        let page = ola.get(&path).await;
        assert!(page.says("Jon er ikke her. Hva har Jon sagt ja til?"), "{}", page.html);
        assert!(page.says("Jon deler dette med dere: Bolig · Folk rundt meg · Hverdag og jobb."), "{}", page.html);
        write(&mut ola, &path, &items[0], &[("sett", "1"), ("b1", "Se på rommet"), ("e1", "person")]).await;
        let minutes = ola.post(&format!("{path}/avslutt"), &[("ingen", "ja")]).await;
        assert!(minutes.says("Jon var ikke der.") && minutes.says("Vi spør Jon: Se på rommet?"), "{}", minutes.html);
        assert_eq!(taken("task")[0].get("agreed"), Some(&false.into()));
    });
}

#[test]
fn an_apology_is_seen_and_it_can_be_cancelled() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, id) = called(&town, &around).await;
        let path = theirs(&around, &id);
        let mut sara = town.as_account(&around.sara, Role::Nav);
        assert!(sara.get("/moter").await.says("Jon"));
        sara.get(&path).await;
        let page = sara.post(&format!("{path}/svar"), &[("svar", "no"), ("hvorfor", "Er på kurs.")]).await;
        assert!(page.says("Kan ikke «Er på kurs.»"), "{}", page.html);
        let page = ola.get(&path).await;
        assert!(page.says("Kan ikke «Er på kurs.»") && page.says("Får brev") && page.says("55 00 00 18"), "{}", page.html);
        ola.post(&format!("{path}/avlys"), &[]).await;
        assert_eq!(facts(&town, "MeetingCancelled"), 1);
        assert!(town.as_person(&around.jon).get("/moter").await.says("Avlyst"));
        sara.get(&path).await;
        assert_eq!(sara.post(&format!("{path}/svar"), &[("svar", "yes")]).await.status, 409);
    });
}

#[test]
fn a_reminder_is_told_once_two_days_before() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        called(&town, &around).await;
        town.run_jobs();
        assert_eq!(facts(&town, "MeetingSoon"), 0, "51 hours before");
        town.wait_minutes(60 * 4);
        town.run_jobs();
        town.wait_minutes(30);
        town.run_jobs();
        assert_eq!(facts(&town, "MeetingSoon"), 1);
    });
}
