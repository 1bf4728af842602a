//! Finding somebody again: those one may see, and for anybody else a reason and the same answer.

use kernel::code::Code;
use platform::access::lookups;
use testkit::{Page, Town, both_databases, on_sqlite};

use super::{Centre, tells};
use crate::people::CHARTER;

async fn search(town: &Town, centre: &Centre, name: &str, year: &str, number: &str) -> Page {
    let mut nurse = centre.browser(town);
    nurse.get("/folk/sok").await;
    nurse.post("/folk/sok", &[("name", name), ("year", year), ("number", number)]).await
}

#[test]
fn those_one_helps_are_found_by_what_they_are_called() {
    both_databases(&[&CHARTER], async |town| {
        let centre = Centre::open(&town);
        let person = town.person("Kim");
        town.serves(&centre.id, &person);
        tells(&town, &person, &[("name", "Čiŋil Ánde"), ("aliases", "Øystein\nRødtopp")]).await;
        for (name, year, number, found) in [
            ("Čiŋil", "1984", "", true),
            ("čiŋil", "1984", "", true),
            ("Čiŋil", "1985", "", false),
            ("Čiŋil", "", "", false),
            ("Čiŋil Ánde", "", "", true),
            ("ØYSTEIN", "", "", true),
            ("rødtopp", "1984", "", true),
            ("rødtopp", "1990", "", false),
            ("", "", "+47 412 34 567", true),
            ("", "", "41234568", false),
            ("Rød", "", "", false),
        ] {
            let page = search(&town, &centre, name, year, number).await;
            assert_eq!(page.says(person.as_str()), found, "{name} {year} {number}: {}", page.html);
        }
    });
}

#[test]
fn a_card_finds_whoever_carries_it() {
    both_databases(&[&CHARTER], async |town| {
        let centre = Centre::open(&town);
        let (mine, other) = (town.person("Kim"), town.person("Lise"));
        town.serves(&centre.id, &mine);
        let (code, foreign) = (Code::from_bits(7), Code::from_bits(8));
        for (person, code) in [(&mine, &code), (&other, &foreign)] {
            let hash = town.app.keys().lookup(lookups::CARD, &code.canonical());
            let person = person.clone();
            let kept = town.app.db().write_here(move |tx| lookups::keep(tx, &person, lookups::CARD, &hash));
            kept.unwrap_or_else(|error| panic!("{error:?}"));
        }
        assert!(search(&town, &centre, "", "", &code.shown()).await.says(mine.as_str()));
        let page = search(&town, &centre, "", "", &foreign.shown()).await;
        assert!(!page.says(other.as_str()), "somebody else's card finds nobody");
    });
}

#[test]
fn anybody_else_asks_for_a_reason_and_the_answer_is_alike() {
    both_databases(&[&CHARTER], async |town| {
        let centre = Centre::open(&town);
        let person = town.person("Kim");
        tells(&town, &person, &[("name", "Rolf")]).await;
        let mut answers = Vec::new();
        for name in ["Rolf", "Torvald"] {
            let page = search(&town, &centre, name, "1984", "").await;
            assert!(page.says("Ingen av dem dere hjelper, passer."), "{}", page.html);
            assert!(!page.says(person.as_str()));
            let mut nurse = centre.browser(&town);
            nurse.get("/folk/sok").await;
            let fields = [("name", name), ("year", "1984"), ("number", ""), ("reason", "Leter etter en som er savnet")];
            let page = nurse.post("/folk/sok/grunn", &fields).await;
            assert!(page.says("Det er skrevet ned."), "{}", page.html);
            let without_token: Vec<_> = page
                .html
                .split("name=\"token\" value=\"")
                .map(|part| part.split_once('"').map_or(part, |(_, rest)| rest).to_owned())
                .collect();
            answers.push((page.status, without_token));
        }
        assert_eq!(answers[0], answers[1], "the answer says nothing about whether there is anybody");
        let key = town.app.keys().find(&person).expect("the key store answers").expect("a key");
        let lines = town.rows("audit_line");
        let told: Vec<_> = lines.iter().filter(|line| line.cells().contains(&key.subject().into())).collect();
        let told = told.iter().filter(|line| line.cells().contains(&"look-for".into())).count();
        assert_eq!(told, 1, "the person's log says who looked, and why");
        assert!(town.tables_with("savnet").is_empty(), "the reason is sealed");
    });
}

#[test]
fn a_search_for_nothing_and_a_reason_that_is_missing_come_back() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let centre = Centre::open(&town);
        let page = search(&town, &centre, "", "", "").await;
        assert_eq!(page.status, 422);
        assert!(page.says("Skriv et navn eller et nummer."));
        let page = search(&town, &centre, "Siv", "", "12").await;
        assert_eq!(page.status, 422);
        assert!(page.says("value=\"Siv\"") && page.says("value=\"12\""));
        let mut nurse = centre.browser(&town);
        nurse.get("/folk/sok").await;
        let page = nurse.post("/folk/sok/grunn", &[("name", "Siv"), ("year", ""), ("number", ""), ("reason", " ")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("value=\"Siv\""));
    });
}
