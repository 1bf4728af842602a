//! «Om meg»: what the person says, kept sealed, and by what they are found again.

use testkit::{Town, both_databases, on_sqlite};

use super::{Centre, about, tells};
use crate::people::CHARTER;

#[test]
fn what_is_saved_comes_back_as_it_was_written() {
    both_databases(&[&CHARTER], async |town| {
        for name in ["Aase", "Åse", "Øystein", "Ánde", "Čiŋil"] {
            let person = town.person("Kim");
            tells(&town, &person, &[("name", name)]).await;
            let page = town.as_person(&person).get("/meg").await;
            for text in [
                format!("value=\"{name}\""),
                "Rødtopp\nÅsa</textarea>".into(),
                "Si Åse, ikke fru".into(),
                "value=\"41 23 45 67\"".into(),
                "value=\"1984\"".into(),
                "Bak biblioteket".into(),
                "value=\"no-address\" checked".into(),
                "value=\"paper\" checked".into(),
            ] {
                assert!(page.says(&text), "{text} in {}", page.html);
            }
        }
        for needle in ["Rødtopp", "ikke fru", "41234567", "biblioteket", "no-address", "Čiŋil"] {
            assert!(town.tables_with(needle).is_empty(), "{needle} lies open");
        }
    });
}

#[test]
fn everything_can_be_taken_away_again() {
    both_databases(&[&CHARTER], async |town| {
        let person = town.person("Kim");
        tells(&town, &person, &[]).await;
        let before = town.rows("person_lookup").len();
        assert_eq!(before, 5, "first name with year, the name, two nicknames and the phone");
        let empty: Vec<_> = about(&[]).into_iter().map(|(name, _)| (name, "")).collect();
        let mut own = town.as_person(&person);
        own.get("/meg").await;
        assert_eq!(own.post("/meg", &empty).await.status, 200);
        assert!(town.rows("person_lookup").is_empty(), "nobody is found by what they have taken back");
        assert!(town.rows("people_alias").is_empty());
    });
}

#[test]
fn what_was_typed_stands_there_after_an_error() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let person = town.person("Kim");
        let mut own = town.as_person(&person);
        own.get("/meg").await;
        let page = own.post("/meg", &about(&[("year", "8"), ("about", "Si Siv <b>"), ("aliases", "En\nTo")])).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Si Siv <b>") && page.says("En\nTo") && page.says("value=\"8\""), "{}", page.html);
        assert!(page.says("Skriv året med fire tall"));
        assert!(town.rows("people_card").is_empty());
    });
}

#[test]
fn the_language_follows_the_person() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let person = town.person("Kim");
        let mut own = town.as_person(&person);
        own.get("/meg").await;
        let page = own.post("/meg", &about(&[("language", "nn")])).await;
        assert!(page.says("Det er lagra."), "{}", page.html);
    });
}

#[test]
fn nobody_else_can_open_or_change_it() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let mut nurse = Centre::open(&town).browser(&town);
        nurse.get("/ny").await;
        assert_eq!(nurse.get("/meg").await.status, 403);
        assert_eq!(nurse.post_only("/meg", &about(&[])).await.status, 403);
        assert_eq!(town.visitor().get("/meg").await.status, 401);
    });
}
