use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Place;
use testkit::{Page, both_databases, on_sqlite};

use super::{CATALOGUE, Eyes, case, panels};
use crate::crisis_card::rules::MAX_WORDS;

/// The addresses of the lines on a page, in order.
fn lines(page: &Page) -> Vec<String> {
    let rest = page.html.split("href=\"/krisekort/linje/").skip(1);
    rest.map(|rest| format!("/krisekort/linje/{}", rest.split('"').next().expect("an address"))).collect()
}

fn boxes(page: &Page) -> Vec<String> {
    let rest = page.html.split("name=\"show\" value=\"").skip(1);
    rest.map(|rest| rest.split('"').next().expect("a value").to_owned()).collect()
}

#[test]
fn a_card_grows_from_one_small_question_and_is_sealed() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        let empty = jon.get("/krisekort").await;
        assert!(
            empty.says("Hva hjelper deg når det er tungt?") && empty.html.matches("<textarea").count() == 1,
            "{}",
            empty.html
        );
        let back = jon.post("/krisekort/ny/hard/helps", &[("words", "")]).await;
        assert!(back.status == 422 && back.says("Skriv noe her."), "{}", back.html);
        let long = "å".repeat(MAX_WORDS + 1);
        let back = jon.post("/krisekort/ny/hard/helps", &[("words", &long)]).await;
        assert!(back.status == 422 && back.says(&format!("{long}</textarea>")), "nothing typed is lost");
        let card = jon.post("/krisekort/ny/hard/helps", &[("words", "Kvitrev på taket")]).await;
        assert!(card.says("Kvitrev på taket") && card.says("Angre"), "{}", card.html);

        // Step by step: two questions a page, either may be left empty.
        let step = jon.get("/krisekort/steg/2").await;
        assert!(step.says("Du har skrevet:") && step.says("Kvitrev på taket"), "{}", step.html);
        let next = jon.post("/krisekort/steg/2", &[("signs", "Jeg blir stille"), ("helps", "")]).await;
        assert_eq!(next.location.as_deref(), Some("/krisekort/steg/3"));
        jon.get("/krisekort/steg/7").await;
        let nameless = jon.post("/krisekort/steg/7", &[("call", ""), ("phone", "55 00 12 40")]).await;
        assert!(nameless.status == 422 && nameless.says("value=\"55 00 12 40\""), "{}", nameless.html);
        let card = jon.post("/krisekort/steg/7", &[("call", "Hanne"), ("phone", "55 00 12 40")]).await;
        assert!(card.says("Jeg blir stille") && card.says("Hanne") && card.says("tel:+4755001240"), "{}", card.html);
        let call = card.html.find("Hanne").expect("Hanne stands there");
        let (doctor, danger) = (card.html.find("tel:116117").expect("116 117"), card.html.find("tel:113").expect("113"));
        assert!(call < doctor && doctor < danger, "the emergency numbers stand last");
        assert_eq!(jon.get("/krisekort/steg/8").await.status, 404);
        assert_eq!(jon.get("/krisekort/ny/fine/call").await.status, 404);
        assert!(town.tables_with("Kvitrev").is_empty(), "{:?}", town.tables_with("Kvitrev"));
        assert!(town.tables_with("55 00 12 40").is_empty());
    });
}

#[test]
fn every_change_is_kept_and_the_last_hour_is_taken_back() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        jon.get("/krisekort").await;
        let card = jon.post("/krisekort/ny/hard/helps", &[("words", "Te")]).await;
        let line = lines(&card).pop().expect("a line");
        let form = jon.get(&line).await;
        assert_eq!(form.attribute("name=\"seen\" value=\"").as_deref(), Some("1"));
        let card = jon.post(&line, &[("words", "Kaffe"), ("seen", "1")]).await;
        assert!(card.says("Kaffe") && !card.says("Te<"), "{}", card.html);

        // Another page still holds the first version: what was typed there comes back with what stands now.
        let stale = jon.post(&line, &[("words", "Saft"), ("seen", "1")]).await;
        assert_eq!(stale.status, 409, "{}", stale.html);
        assert!(stale.says("Saft</textarea>") && stale.says("Nå står det:") && stale.says("Kaffe"), "{}", stale.html);

        town.wait_minutes(15);
        let card = jon.get("/krisekort").await;
        let change = card.attribute("name=\"change\" value=\"").expect("an undo after fifteen minutes");
        let card = jon.post("/krisekort/angre", &[("change", &change)]).await;
        assert!(card.says("Te") && !card.says("Kaffe"), "{}", card.html);
        let changes = jon.get("/krisekort/endringer").await;
        assert!(changes.says("Kaffe") && changes.says("Angret") && changes.says("Skrevet"), "{}", changes.html);
        assert_eq!(town.rows("crisis_card_version").len(), 3);

        jon.get(&line).await;
        let gone = jon.post(&format!("{line}/ta-bort"), &[("seen", "3")]).await;
        assert!(gone.says("Hva hjelper deg når det er tungt?"), "the card is empty again: {}", gone.html);
        assert_eq!(jon.get(&line).await.status, 404);
        town.wait_minutes(90);
        let late = jon.get("/krisekort").await;
        assert!(!late.html.contains("name=\"change\""), "the hour is over: {}", late.html);
    });
}

#[test]
fn others_see_only_the_ticked_lines_and_only_with_the_area() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        town.serves(&nav, &case.jon);
        let hanne = town.relative();
        let mut jon = town.as_person(&case.jon);
        jon.get("/krisekort").await;
        for (place, words) in [("hard/helps", "Bank på"), ("hard/avoid", "Ikke ring"), ("crisis/helps", "Sitt hos meg")] {
            jon.post(&format!("/krisekort/ny/{place}"), &[("words", words)]).await;
        }
        let centre = Eyes::Staff(&case.kari, &case.centre, Role::MoNurse);
        let see = |eyes: &Eyes<'_>| panels(&town, Some(&case.jon), eyes, Place::OnePerson);
        let _grant = town.share(&case.jon, &case.centre, &[Area::Safety]);
        let _other = town.share(&case.jon, &nav, &[Area::Housing]);
        let _kin = town.share_with(&case.jon, &hanne, &[Area::Safety]);
        assert_eq!(see(&centre), "", "the area alone shows no line");

        let choose = jon.get("/krisekort/deling").await;
        assert!(choose.says("Nå deler du Trygghet med:") && choose.says("MO-senteret"), "{}", choose.html);
        assert!(!choose.says(" checked"), "nothing is ticked from before");
        let ids = boxes(&choose);
        let ticked: Vec<(&str, &str)> = ids.iter().take(2).map(|id| ("show", id.as_str())).collect();
        let card = jon.post("/krisekort/deling", &ticked).await;
        assert!(card.says("2 av 3 linjer vises for dem du har valgt."), "{}", card.html);

        let seen = see(&centre);
        assert!(seen.contains("Bank på") && seen.contains("Ikke ring") && !seen.contains("Sitt hos meg"), "{seen}");
        assert!(!seen.contains("/krisekort"), "no way for others to change it: {seen}");
        assert!(see(&Eyes::Kin(&hanne)).contains("Bank på"));
        let nav_eyes = Eyes::Staff(&sara, &nav, Role::Nav);
        assert_eq!(see(&nav_eyes), "", "another area opens nothing, and nothing tells that there is a card");

        // A new line is not shown before it is ticked.
        jon.get("/krisekort/ny/hard/helps").await;
        jon.post("/krisekort/ny/hard/helps", &[("words", "Hemmelig sted")]).await;
        assert!(!see(&centre).contains("Hemmelig"));
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        assert_ne!(kari.get("/krisekort").await.status, 200, "the card's own page is the person's");
    });
}

#[test]
fn danger_to_life_opens_the_whole_card() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        jon.get("/krisekort").await;
        jon.post("/krisekort/ny/crisis/helps", &[("words", "Sitt hos meg")]).await;
        let centre = Eyes::Staff(&case.kari, &case.centre, Role::MoNurse);
        assert_eq!(panels(&town, Some(&case.jon), &centre, Place::OnePerson), "");
        let mut actor = platform::ctx::Actor::visitor();
        (actor.role, actor.door, actor.account) = (Role::MoNurse, platform::ctx::Door::Full, Some(case.kari.clone()));
        let employer = platform::ctx::Employer { id: case.centre.clone(), name: "MO-senteret".into(), kind: None };
        actor.employer = Some(employer);
        let ctx = platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes());
        let (person, until) = (case.jon.clone(), town.now().plus_days(1));
        let opened = platform::door::execute_here(&town.app, &ctx, &super::CHARTER, "open", move |tx, desk| {
            let id = kernel::id::RowId::from_bits(desk.bits());
            let new = platform::access::emergency::NewOpening { id, reason: "Puster tungt".into(), until, review_due: until };
            platform::access::emergency::open(tx, desk, &person, &new).map(drop)
        });
        opened.expect("an emergency opening");
        let seen = panels(&town, Some(&case.jon), &centre, Place::OnePerson);
        assert!(seen.contains("Sitt hos meg"), "{seen}");
    });
}

#[test]
fn the_card_comes_along_on_paper_and_in_a_file_without_links_to_us() {
    on_sqlite(CATALOGUE, &async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        jon.get("/krisekort").await;
        jon.post("/krisekort/ny/hard/helps", &[("words", "Bank på")]).await;
        jon.post("/krisekort/ny/crisis/call", &[("words", "Hanne"), ("phone", "112 etter avtale")]).await;
        let sheet = jon.get("/krisekort/ark").await;
        assert!(sheet.says("Bank på") && sheet.says("Jon. Skrevet ut 20. november 2026."), "{}", sheet.html);
        let wallet = jon.get("/krisekort/lomme").await;
        assert!(wallet.says("Bank på") && wallet.says("Hanne") && wallet.says("tel:113"), "{}", wallet.html);
        assert!(!wallet.html.split("v-folded").nth(1).expect("the card").split("<footer").next().expect("it").contains("Jon"));

        let before = jon.get("/krisekort/last-ned").await;
        assert!(before.says("Den som får tak i telefonen din, kan finne filen og lese den."), "{}", before.html);
        let file = jon.post_only("/krisekort/last-ned", &[]).await;
        assert_eq!(file.status, 200);
        let header = |name: &str| file.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("content-disposition"), "attachment; filename=\"kort.html\"");
        assert!(file.says("Bank på") && file.says("112 etter avtale") && file.says("tel:113"), "{}", file.html);
        let leads_out = ["http", "src=", "<link", "<script", "href=\"/", "@import", "Jon"];
        let found: Vec<_> = leads_out.iter().filter(|piece| file.html.contains(**piece)).collect();
        assert!(found.is_empty(), "{found:?}: {}", file.html);
        let forged = jon.post_only("/krisekort/last-ned", &[("token", "0")]).await;
        assert!(forged.status == 409 && !forged.says("Bank på"));
    });
}

#[test]
fn the_person_is_asked_gently_whether_it_still_fits() {
    on_sqlite(CATALOGUE, &async |town| {
        let case = case(&town);
        let aside = |town: &testkit::Town| panels(town, Some(&case.jon), &Eyes::Own, Place::HomeMore);
        assert!(aside(&town).contains("Skriv ned hva som hjelper når det er tungt."));
        let mut jon = town.as_person(&case.jon);
        jon.get("/krisekort").await;
        jon.post("/krisekort/ny/hard/helps", &[("words", "Bank på")]).await;
        town.wait_days(89);
        assert!(!aside(&town).contains("Stemmer dette fortsatt?"));
        town.wait_days(2);
        assert!(aside(&town).contains("Stemmer dette fortsatt?"));
        let mut jon = town.as_person(&case.jon);
        assert!(jon.get("/krisekort").await.says("Det er en stund siden du så på kortet."));
        let card = jon.post("/krisekort/stemmer", &[]).await;
        assert!(card.says("Sist sett på: i dag."), "{}", card.html);
        assert!(!aside(&town).contains("Stemmer dette fortsatt?"));
    });
}
