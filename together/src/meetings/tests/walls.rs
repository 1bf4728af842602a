//! Who sees what of a meeting: area by area, and topic by topic where the person says so.

use kernel::role::Role;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, called, theirs, topic, topics};

#[test]
fn each_reads_their_own_areas_and_nobody_else_reads_anything() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, id) = called(&town, &around).await;
        let path = theirs(&around, &id);
        let mut jon = town.as_person(&around.jon);
        let mine = format!("/moter/mitt/{id}");
        topic(&mut jon, &mine, "housing", "Rommet i Nygata").await;
        topic(&mut jon, &mine, "money", "Gjelden min").await;
        topic(&mut jon, &mine, "mental-health", "Hvordan jeg har det").await;
        let mut sara = town.as_account(&around.sara, Role::Nav);
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        for (browser, sees) in
            [(&mut ola, [true, false, false]), (&mut sara, [true, true, false]), (&mut kari, [true, false, false])]
        {
            let page = browser.get(&path).await;
            let there = ["Rommet i Nygata", "Gjelden min", "Hvordan jeg har det"].map(|words| page.says(words));
            assert_eq!(there, sees);
        }
        let mut stranger = town.as_account(&around.stranger, Role::DetoxNurse);
        assert_eq!(stranger.get(&path).await.status, 403, "sees housing, but is not invited");
        assert_eq!(stranger.get(&theirs(&around, &"0".repeat(32))).await.status, 403, "the same for one that never was");
        assert!(!stranger.get("/moter").await.says("Jon"));
        assert_eq!(jon.get(&format!("/moter/mitt/{}", "0".repeat(32))).await.status, 404);
        kari.get(&path).await;
        assert_eq!(kari.post(&format!("{path}/sak"), &[("sak", "Noe"), ("omrade", "money")]).await.status, 403);
        kari.get(&path).await;
        assert_eq!(kari.post(&format!("{path}/start"), &[("personen", "ja")]).await.status, 409, "Ola leads it");
    });
}

#[test]
fn the_person_keeps_somebody_out_of_a_topic_or_of_the_meeting() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, id) = called(&town, &around).await;
        let path = theirs(&around, &id);
        let mut jon = town.as_person(&around.jon);
        let mine = format!("/moter/mitt/{id}");
        let page = topic(&mut jon, &mine, "housing", "Rommet i Nygata").await;
        let item = page.attribute("name=\"hvilken\" value=\"").expect("the topic");
        let out = [("hvilken", item.as_str()), ("uten", around.sara.as_str())];
        let page = jon.post(&format!("{mine}/uten"), &out).await;
        assert!(page.says("Uten Sara Berg, NAV"), "{}", page.html);
        let mut sara = town.as_account(&around.sara, Role::Nav);
        assert!(!sara.get(&path).await.says("Rommet i Nygata"));
        assert!(ola.get(&path).await.says("Uten Sara Berg, NAV"));
        ola.post(&format!("{path}/start"), &[("personen", "ja"), ("her", around.ola.as_str()), ("her", around.sara.as_str())])
            .await;
        let items = topics(&ola.get(&path).await, &path);
        ola.post(&format!("{path}/sak/{}", items[0]), &[("sett", "1"), ("b1", "Ringe utleier")]).await;
        ola.post(&format!("{path}/les"), &[("stemmer", "ja")]).await;
        ola.post(&format!("{path}/avslutt"), &[("ingen", "ja")]).await;
        assert!(!sara.get(&path).await.says("Ringe utleier"), "nor in the minutes");
        assert!(jon.get(&mine).await.says("Ringe utleier"));

        let (_, next) = called(&town, &around).await;
        jon.get(&format!("/moter/mitt/{next}")).await;
        jon.post(&format!("/moter/mitt/{next}/hvem"), &[("ikke", around.sara.as_str())]).await;
        assert_eq!(sara.get(&theirs(&around, &next)).await.status, 403, "not in this meeting");
    });
}

#[test]
fn the_persons_own_words_are_theirs_to_take_away() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut ola, id) = called(&town, &around).await;
        let path = theirs(&around, &id);
        let mut jon = town.as_person(&around.jon);
        let page = topic(&mut jon, &format!("/moter/mitt/{id}"), "housing", "Rommet i Nygata").await;
        let item = page.attribute("name=\"hvilken\" value=\"").expect("the topic");
        ola.get(&path).await;
        let no = ola.post(&format!("{path}/bort"), &[("hvilken", &item)]).await;
        assert!(no.status == 409 && no.says("Dette er personens egne ord."), "{}", no.html);
        let proposed = [("forslag", "housing|task:00000000000000000000000000000001|Sende søknaden på nytt")];
        ola.get(&path).await;
        assert!(ola.post(&format!("{path}/sak"), &proposed).await.says("Sende søknaden på nytt"));
        let said = [("sak", "Hvem kan jeg ringe?"), ("omrade", "people-around"), ("fra", "person")];
        ola.get(&path).await;
        let page = ola.post(&format!("{path}/sak"), &said).await;
        let own = page.html.split("v-voice").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap_or_default();
        assert!(own.contains("Hvem kan jeg ringe?"), "said to the coordinator, and still the person's: {}", page.html);
    });
}

#[test]
fn older_minutes_are_reached_and_a_meeting_nobody_ended_is_among_them() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let path = format!("/moter/ny/{}", around.jon);
        for _ in 0..22 {
            ola.get(&path).await;
            let fields = [
                ("tittel", "Møte"),
                ("dato", "22.11.2026"),
                ("klokka", "13.00"),
                ("sted", "Møterom 3"),
                ("telefon", "55 00 00 18"),
                ("hvem", around.ola.as_str()),
                ("andre", ""),
            ];
            let page = ola.post(&path, &fields).await;
            assert!(page.location.is_some(), "{}", page.html);
        }
        let ended = town.app.db().write_here(|tx| {
            tx.run("UPDATE meetings_meeting SET phase = 'closed', closed_at = '2026-11-22T14:00:00Z'", &[])?;
            let one = "UPDATE meetings_meeting SET phase = 'running', closed_at = NULL
                WHERE meeting_id IN (SELECT min(meeting_id) FROM meetings_meeting)";
            Ok(tx.run(one, &[])?)
        });
        assert_eq!(ended.expect("an answer"), 1);
        town.wait_days(4);
        let mut ola = town.as_account(&around.ola, Role::Coordinator);
        let meetings = |html: &str| html.matches(&format!("href=\"/moter/{}/", around.jon)).count();
        let first = ola.get("/moter").await;
        let older = first.attribute("href=\"/moter?eldre=").unwrap_or_else(|| panic!("{}", first.html));
        let second = ola.get(&older).await;
        assert_eq!((meetings(&first.html), meetings(&second.html)), (20, 2));
        assert!(second.says("Møtet er i gang."), "the one that nobody ended: {}", second.html);
        assert!(second.says("Fra begynnelsen") && second.attribute("href=\"/moter?eldre=").is_none());
    });
}
