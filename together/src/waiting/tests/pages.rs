//! The pages: who reads what, who writes, and that a breach is told once and hidden never.

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::charter::Place;
use platform::jobs;
use serde_json::json;
use testkit::{Town, both_databases, on_sqlite};

use super::{CATALOGUE, begin, case, hand_over, own, panel, staff};

fn facts_told(town: &Town, kind: &str) -> usize {
    town.rows("fact").iter().filter(|row| row.text(1).expect("a kind") == kind).count()
}

#[test]
fn from_received_to_begun_with_a_date_that_the_clinician_writes() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let facts = json!({ "problem": "opioids", "injecting": "yes" });
        let id = begin(&town, &case, "specialist", "2026-11-16", &facts);
        let mut jon = town.as_person(&case.jon);
        let page = jon.get("/ventetid").await;
        assert!(page.says("Ruspoliklinikken har fått det."), "{}", page.html);
        assert!(page.says("Svaret: senest mandag 30. november. Det er 6 hverdager igjen."), "{}", page.html);
        assert!(page.says("Maja Ruud på Ruspoliklinikken har det nå.") && page.says("Det er loven."), "{}", page.html);

        let path = format!("/folk/{}/ventetid/{id}", case.jon);
        let mut maja = town.as_account(&case.maja, Role::Tsb);
        let form = maja.get(&path).await;
        assert!(form.says("Veilederen foreslår start senest mandag 14. desember."), "four weeks: {}", form.html);
        let suggested =
            maja.post(&path, &[("act", "suggest"), ("problem", "opioids"), ("injecting", "groin-or-neck"), ("units", "")]).await;
        assert!(suggested.status == 200 && suggested.says("start senest mandag 30. november"), "{}", suggested.html);
        let later = [
            ("act", "assess"),
            ("problem", "opioids"),
            ("injecting", "yes"),
            ("units", ""),
            ("on", "20.11.2026"),
            ("right", "yes"),
            ("latest", "21.12.2026"),
            ("words", ""),
        ];
        let refused = maja.post(&path, &later).await;
        assert!(refused.status == 409 && refused.says("Datoen er senere enn veilederen foreslår."), "{}", refused.html);
        assert!(refused.says("value=\"21.12.2026\""), "nothing typed is lost");
        let mut with_reason = later;
        with_reason[7] = ("words", "Ønsker å vente til over jul med datteren.");
        let assessed = maja.post(&path, &with_reason).await;
        assert!(assessed.says("Har rett til hjelp hos Ruspoliklinikken."), "{}", assessed.html);
        assert!(jon.get("/ventetid").await.says("Hjelpen: senest mandag 21. desember."));

        maja.get(&path).await;
        assert_eq!(maja.post(&path, &[("act", "offer"), ("to", "10.12.2026")]).await.status, 200);
        maja.get(&path).await;
        let half = maja.post(&path, &[("act", "move"), ("to", "18.12.2026"), ("words", "")]).await;
        assert!(half.status == 422 && half.says("Velg en av dem."), "who caused it has to be said: {}", half.html);
        maja.post(&path, &[("act", "move"), ("to", "18.12.2026"), ("cause", "service"), ("words", "Syk behandler")]).await;
        let page = jon.get("/ventetid").await;
        assert!(page.says("Flyttet fra torsdag 10. desember til fredag 18. desember, av dem som gir hjelpen."), "{}", page.html);

        town.wait_days(28);
        let mut maja = town.as_account(&case.maja, Role::Tsb);
        maja.get(&path).await;
        let begun = maja.post(&path, &[("act", "start"), ("on", "18.12.2026"), ("care", "inpatient")]).await;
        assert!(begun.says("Planen for hjelpen: senest fredag 25. desember"), "seven days: {}", begun.html);
        assert_eq!(facts_told(&town, "WaitBreached"), 0);
        assert_eq!(town.rows("waiting_step").len(), 5, "received, assessed, offered, moved, begun");
    });
}

#[test]
fn a_breach_is_found_once_told_once_and_stays() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let id = begin(&town, &case, "specialist", "2026-11-06", &json!({}));
        jobs::run_due(&town.app).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(facts_told(&town, "WaitBreached"), 0, "the tenth working day is kept");
        town.wait_days(1);
        jobs::run_due(&town.app).unwrap_or_else(|error| panic!("{error:?}"));
        town.wait_days(1);
        jobs::run_due(&town.app).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!((facts_told(&town, "WaitBreached"), town.rows("waiting_breach").len()), (1, 1));
        let own_page = town.as_person(&case.jon).get("/ventetid").await;
        assert!(own_page.says("Det er ikke din feil. Du kan klage.") && own_page.says("Helfo"), "{}", own_page.html);
        let maja = staff(&town, &case.maja, &case.clinic, Role::Tsb);
        assert!(panel(&town, &maja, None, Place::Today).contains("Fristbrudd: Svaret skulle vært gjort senest"));

        // Assessed at last: the limit is met, the breach stays. A second one, of the start, is told when it is written late.
        let path = format!("/folk/{}/ventetid/{id}", case.jon);
        let mut browser = town.as_account(&case.maja, Role::Tsb);
        browser.get(&path).await;
        let late = [
            ("act", "assess"),
            ("problem", "gambling"),
            ("injecting", "no"),
            ("units", ""),
            ("on", "22.11.2026"),
            ("right", "yes"),
            ("latest", "27.11.2026"),
            ("words", ""),
        ];
        let assessed = browser.post(&path, &late).await;
        assert!(assessed.says("Fristbrudd: Svaret skulle vært gjort senest"), "{}", assessed.html);
        town.wait_days(20);
        let mut browser = town.as_account(&case.maja, Role::Tsb);
        browser.get(&path).await;
        let begun = browser.post(&path, &[("act", "start"), ("on", "1.12.2026"), ("care", "outpatient")]).await;
        assert!(begun.says("Fristbrudd: Hjelpen skulle vært gjort senest"), "{}", begun.html);
        assert!(begun.says("Planen for hjelpen: senest tirsdag 22. desember"), "gambling has the same pathway: {}", begun.html);
        assert_eq!((facts_told(&town, "WaitBreached"), town.rows("waiting_breach").len()), (2, 2));
    });
}

#[test]
fn the_coordinator_has_one_list_over_all_services_oldest_breach_first_page_by_page() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
        let ola = town.employee(&municipality, Role::Coordinator, "Ola Vik");
        town.duty(&municipality, &case.jon, Some(&ola), Duty::Coordinator);
        let _shared = town.share(&case.jon, &municipality, &[Area::MentalHealth]);
        begin(&town, &case, "specialist", "2026-11-16", &json!({}));
        begin(&town, &case, "other", "2026-10-30", &json!({}));
        begin(&town, &case, "specialist", "2026-10-20", &json!({}));
        for _ in 0..40 {
            begin(&town, &case, "other", "2026-11-19", &json!({}));
        }
        let mut browser = town.as_account(&ola, Role::Coordinator);
        let first = browser.get("/ventetid/oversikt").await;
        let places: Vec<usize> = ["Fristbrudd: Svaret", "Over tiden: Svaret", "Venter på vurdering hos Ruspoliklinikken</"]
            .iter()
            .filter_map(|words| first.html.replace('\u{a0}', " ").find(words))
            .collect();
        assert!(places.len() >= 2 && places.is_sorted(), "{places:?} {}", first.html);
        assert_eq!(first.html.matches("class=\"v-row\"").count(), 40);
        let next = first.attribute("href=\"/ventetid/oversikt?vis=mine&#38;etter=");
        let next = next.or_else(|| first.attribute("href=\"/ventetid/oversikt?vis=mine&amp;etter=")).expect("a next page");
        let second = browser.get(&next.replace("&#38;", "&").replace("&amp;", "&")).await;
        assert_eq!(second.html.matches("class=\"v-row\"").count(), 3, "{}", second.html);
    });
}

#[test]
fn whoever_has_no_part_in_it_sees_nothing_and_only_the_service_asked_writes() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let id = begin(&town, &case, "specialist", "2026-11-16", &json!({}));
        let path = format!("/folk/{}/ventetid/{id}", case.jon);
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        assert_eq!(town.as_account(&sara, Role::Nav).get(&path).await.status, 403, "no relation, no grant");
        town.serves(&nav, &case.jon);
        assert_eq!(town.as_account(&sara, Role::Nav).get(&path).await.status, 404, "served, and nothing shared");
        let about = staff(&town, &sara, &nav, Role::Nav);
        assert_eq!(panel(&town, &about, Some(&case.jon), Place::OnePerson), "");
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        assert!(kari.get(&path).await.says("Venter på vurdering"), "whoever asked sees it");
        let written = kari.post(&path, &[("act", "offer"), ("to", "10.12.2026")]).await;
        assert!(written.status == 409 && written.says("Det er den tjenesten som er spurt, som skriver her."), "{}", written.html);
        assert_eq!(town.as_account(&case.kari, Role::MoNurse).get("/ventetid").await.status, 403);
        assert!(panel(&town, &own(&town, &case.jon), Some(&case.jon), Place::Home).contains("Det du venter på"));
    });
}

#[test]
fn two_who_write_at_once_do_not_both_win() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let id = begin(&town, &case, "specialist", "2026-11-16", &json!({}));
        let path = format!("/folk/{}/ventetid/{id}", case.jon);
        let vetle = town.employee(&case.clinic, Role::Tsb, "Vetle Ask");
        let (mut one, mut other) = (town.as_account(&case.maja, Role::Tsb), town.as_account(&vetle, Role::Tsb));
        let (_, _) = (one.get(&path).await, other.get(&path).await);
        let say = |latest| {
            [
                ("act", "assess"),
                ("injecting", "no"),
                ("units", ""),
                ("on", "20.11.2026"),
                ("right", "yes"),
                ("latest", latest),
                ("words", ""),
            ]
        };
        assert_eq!(one.post(&path, &say("1.12.2026")).await.status, 200);
        let late = other.post(&path, &say("8.12.2026")).await;
        assert!(late.status == 409 && late.says("Kanskje en kollega kom først."), "{}", late.html);
        assert!(late.says("tirsdag 1. desember"), "what was written first stands: {}", late.html);
    });
}

#[test]
fn what_happens_to_the_referral_happens_to_its_clock() {
    on_sqlite(CATALOGUE, &async |town| {
        let case = case(&town);
        let referral = "0".repeat(31) + "7";
        let content = json!({
            "referral": referral, "area": "housing", "route": "other", "sender": case.centre.as_str(),
            "receiver_name": "Byfjordens fiskelag", "received_on": "2026-11-20",
        });
        let id = hand_over(&town, &case.jon, &content);
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/ventetid").await.says("Byfjordens fiskelag er spurt."));
        assert_eq!(hand_over(&town, &case.jon, &json!({ "referral": referral, "did": "answered" })), id);
        assert!(jon.get("/ventetid").await.says("Byfjordens fiskelag har sagt ja."));
        hand_over(&town, &case.jon, &json!({ "referral": referral, "did": "withdrawn" }));
        let page = jon.get("/ventetid").await;
        assert!(page.says("Du venter ikke på svar fra noen nå.") && page.says("Du tok det tilbake."), "{}", page.html);
        assert_eq!(panel(&town, &own(&town, &case.jon), Some(&case.jon), Place::Home), "");
    });
}

#[test]
fn what_the_coordinator_may_not_see_stands_in_nobodys_way() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
        let ola = town.employee(&municipality, Role::Coordinator, "Ola Vik");
        town.serves(&municipality, &case.jon);
        town.duty(&municipality, &case.jon, Some(&ola), Duty::Coordinator);
        drop(town.share(&case.jon, &municipality, &[Area::Housing]));
        for _ in 0..6 {
            begin(&town, &case, "specialist", "2026-11-02", &json!({}));
        }
        let ola = staff(&town, &ola, &municipality, Role::Coordinator);
        assert_eq!(panel(&town, &ola, None, Place::Today), "", "what is not shared is not told, not even as a number");
        let content = json!({
            "referral": kernel::id::RowId::from_bits(town.app.source().id_bits()).as_str(), "area": "housing",
            "route": "specialist", "sender": case.centre.as_str(), "receiver": case.clinic.as_str(),
            "holder": case.maja.as_str(), "received_on": "2026-11-18", "facts": {},
        });
        let id = hand_over(&town, &case.jon, &content);
        let drawn = panel(&town, &ola, None, Place::Today);
        assert!(drawn.contains(&format!("/folk/{}/ventetid/{id}", case.jon)), "{drawn}");
    });
}
