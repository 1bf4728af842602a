//! Closing the account, and opening it again.

use testkit::{Town, both_databases, on_sqlite};

use super::{Centre, tells};
use crate::people::CHARTER;

#[test]
fn closed_at_once_for_everyone_and_open_again_as_it_was() {
    both_databases(&[&CHARTER], async |town| {
        let centre = Centre::open(&town);
        let person = town.person("Siv");
        town.serves(&centre.id, &person);
        tells(&town, &person, &[("name", "Siv")]).await;
        let look = format!("/folk/{person}/adresse");
        assert_eq!(centre.browser(&town).get(&look).await.status, 200);

        let (mut phone, mut kiosk) = (town.as_person(&person), town.as_person(&person));
        kiosk.get("/meg").await;
        let page = phone.get("/meg/avslutt").await;
        assert!(page.says("De første 30 dagene kan du angre"), "{}", page.html);
        let closed = phone.post("/meg/avslutt", &[]).await;
        assert_eq!(closed.location.as_deref(), Some("/avsluttet"));
        assert!(closed.says("Kontoen er lukket"));
        assert_eq!(phone.get("/meg").await.status, 401, "signed out here");
        assert_eq!(kiosk.get("/meg").await.status, 401, "and everywhere else");
        assert_eq!(centre.browser(&town).get(&look).await.status, 403, "gone for staff at once");
        let mut nurse = centre.browser(&town);
        nurse.get("/folk/sok").await;
        let found = nurse.post("/folk/sok", &[("name", "Siv"), ("year", "1984"), ("number", "")]).await;
        assert!(!found.says(person.as_str()), "not found by a search");

        town.wait_days(12);
        let mut back = town.as_person(&person);
        let turned = back.get("/meg").await;
        assert_eq!((turned.status, turned.location.as_deref()), (303, Some("/meg/avslutt")), "the one open page");
        let page = back.get("/meg/avslutt").await;
        assert!(page.says("Du lukket den 20. november 2026") && page.says("20. desember 2026"), "{}", page.html);
        back.post_only("/meg/apne", &[]).await;
        assert!(back.get("/meg").await.says("value=\"Siv\""), "as it was");
        assert_eq!(centre.browser(&town).get(&look).await.status, 200);
        let rows = town.rows("people_closing");
        assert_eq!(rows.len(), 1);
        assert!(rows[0].text_or_null(3).expect("a cell").is_some(), "undone");
        let kinds: Vec<_> = town.rows("fact").iter().map(|fact| fact.text(1).expect("a kind").to_owned()).collect();
        assert!(kinds.contains(&"AccountClosed".to_owned()) && kinds.contains(&"AccountReopened".to_owned()));
    });
}

#[test]
fn after_the_last_day_it_is_too_late() {
    both_databases(&[&CHARTER], async |town| {
        let person = town.person("Siv");
        let mut own = town.as_person(&person);
        own.get("/meg/avslutt").await;
        own.post("/meg/avslutt", &[]).await;
        town.wait_days(30);
        let mut own = town.as_person(&person);
        own.get("/meg/avslutt").await;
        let page = own.post("/meg/apne", &[]).await;
        assert_eq!(page.status, 409);
        assert!(page.says("Dagene er gått"), "{}", page.html);
    });
}

#[test]
fn one_may_close_open_and_close_again() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let person = town.person("Siv");
        for _ in 0..2 {
            let mut own = town.as_person(&person);
            own.get("/meg/avslutt").await;
            assert_eq!(own.post_only("/meg/avslutt", &[]).await.status, 303);
            let mut own = town.as_person(&person);
            own.get("/meg/avslutt").await;
            assert_eq!(own.post_only("/meg/apne", &[]).await.status, 303);
            town.wait_days(1);
        }
        assert_eq!(town.rows("people_closing").len(), 2);
    });
}
