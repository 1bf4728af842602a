//! Registering somebody who stands there.

use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use testkit::{Town, both_databases, on_sqlite};

use super::{Centre, tells};
use crate::people::CHARTER;

fn registered(page: &testkit::Page) -> PersonId {
    let to = page.location.clone().expect("registered");
    PersonId::parse(to.trim_start_matches("/ny/")).unwrap_or_else(|| panic!("{to}: {}", page.html))
}

#[test]
fn a_name_is_enough_and_nothing_is_kept_in_the_clear() {
    both_databases(&[&CHARTER], async |town| {
        let centre = Centre::open(&town);
        let mut nurse = centre.browser(&town);
        let form = nurse.get("/ny").await;
        assert!(form.says("Du kan si nei, og få hjelp likevel."));
        assert!(form.says("ikke har hatt kontakt på 90 dager"));
        for name in ["Aase", "Øystein", "Ánde", "Čiŋil"] {
            nurse.get("/ny").await;
            let page = nurse.post("/ny", &[("name", name), ("year", "1979"), ("phone", "")]).await;
            let person = registered(&page);
            assert!(page.says(&format!("{name} er registrert")), "{}", page.html);
            assert!(page.says("Du kan si nei"));
            let key = town.app.keys().find(&person).expect("the key store answers");
            assert!(key.is_some(), "a person has a key");
            assert!(town.tables_with(name).is_empty(), "{name} lies open");
        }
        assert_eq!(town.rows("person").len(), 4);
        assert_eq!(town.rows("access_relation").len(), 4);
    });
}

#[test]
fn a_form_sent_twice_registers_one_person_and_asks_nothing_about_them() {
    both_databases(&[&CHARTER], async |town| {
        let mut nurse = Centre::open(&town).browser(&town);
        nurse.get("/ny").await;
        let said = [("name", "Siv"), ("year", "1984"), ("phone", "")];
        let first = nurse.post_only("/ny", &said).await;
        let again = nurse.post_only("/ny", &said).await;
        assert_eq!((first.status, &first.location), (again.status, &again.location), "{}", again.html);
        assert_eq!(town.rows("person").len(), 1);
    });
}

#[test]
fn whoever_says_no_name_gets_the_next_number_of_the_day() {
    both_databases(&[&CHARTER], async |town| {
        let (centre, other) = (Centre::open(&town), Centre::open(&town));
        for (at, number) in [(&centre, "Nr. 1"), (&centre, "Nr. 2"), (&other, "Nr. 1")] {
            let mut nurse = at.browser(&town);
            nurse.get("/ny").await;
            let page = nurse.post("/ny", &[("name", ""), ("year", ""), ("phone", ""), ("numbered", "yes")]).await;
            assert!(page.says(&format!("{number} er registrert")), "{}", page.html);
        }
        town.wait_days(1);
        let mut nurse = centre.browser(&town);
        nurse.get("/ny").await;
        let page = nurse.post("/ny", &[("name", ""), ("year", ""), ("phone", ""), ("numbered", "yes")]).await;
        assert!(page.says("Nr. 1 er registrert"), "a new day counts from one");
    });
}

#[test]
fn what_was_typed_stands_there_after_an_error() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let mut nurse = Centre::open(&town).browser(&town);
        nurse.get("/ny").await;
        let page = nurse.post("/ny", &[("name", "Siv"), ("year", "84"), ("phone", "ring ikke")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("value=\"Siv\"") && page.says("value=\"84\"") && page.says("value=\"ring ikke\""));
        assert!(page.says("Skriv året med fire tall"));
        let page = nurse.post("/ny", &[("name", "Siv 410184 12345"), ("year", ""), ("phone", "")]).await;
        assert!(page.says("Vi trenger ikke fødselsnummer"), "{}", page.html);
        assert!(town.rows("person").is_empty());
    });
}

#[test]
fn the_same_person_is_offered_only_among_those_one_may_see() {
    both_databases(&[&CHARTER], async |town| {
        let (centre, other) = (Centre::open(&town), Centre::open(&town));
        let known = town.person("Aase");
        tells(&town, &known, &[("name", "Aase"), ("year", "1984"), ("phone", "")]).await;
        town.serves(&centre.id, &known);
        let fields = [("name", "Åse"), ("year", "1984"), ("phone", "")];

        let mut nurse = centre.browser(&town);
        nurse.get("/ny").await;
        let page = nurse.post("/ny", &fields).await;
        assert_eq!(page.status, 200);
        assert!(page.says("Er det samme person?") && page.says(&format!("/folk/{known}")), "{}", page.html);
        assert_eq!(town.rows("person").len(), 1, "nothing is written before the answer");
        let again = [("name", "Åse"), ("year", "1984"), ("phone", ""), ("new-person", "yes")];
        let page = nurse.post("/ny", &again).await;
        registered(&page);

        let mut stranger = other.browser(&town);
        stranger.get("/ny").await;
        let page = stranger.post("/ny", &fields).await;
        registered(&page);
        assert!(!page.says("Er det samme person?"), "a stranger's hit is no hit");
    });
}

#[test]
fn a_registration_runs_out_unless_somebody_keeps_it() {
    both_databases(&[&CHARTER], async |town| {
        let centre = Centre::open(&town);
        let mut nurse = centre.browser(&town);
        nurse.get("/ny").await;
        let page = nurse.post("/ny", &[("name", "Siv"), ("year", ""), ("phone", "")]).await;
        let person = registered(&page);
        town.wait_days(80);
        let mut nurse = centre.browser(&town);
        nurse.get("/ny").await;
        let kept = nurse.post_only(&format!("/folk/{person}/behold"), &[]).await;
        assert_eq!(kept.location, Some(format!("/folk/{person}")));
        town.wait_days(20);
        town.run_jobs();
        assert!(town.rows("people_closing").is_empty(), "it was kept");
        town.wait_days(70);
        town.run_jobs();
        assert_eq!(town.rows("people_closing").len(), 1);
        let facts = town.rows("fact");
        assert!(facts.iter().any(|fact| fact.text(1).is_ok_and(|kind| kind == "AccountClosed")));
        let mut nurse = centre.browser(&town);
        assert_eq!(nurse.get(&format!("/ny/{person}")).await.status, 403, "nobody sees a closed record");
    });
}

#[test]
fn a_registration_that_became_the_persons_own_does_not_run_out() {
    both_databases(&[&CHARTER], async |town| {
        let mut nurse = Centre::open(&town).browser(&town);
        nurse.get("/ny").await;
        let page = nurse.post("/ny", &[("name", "Siv"), ("year", ""), ("phone", "")]).await;
        tells(&town, &registered(&page), &[("name", "Siv")]).await;
        town.wait_days(100);
        town.run_jobs();
        assert!(town.rows("people_closing").is_empty());
    });
}

#[test]
fn another_service_cannot_keep_what_is_not_theirs() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let mut nurse = Centre::open(&town).browser(&town);
        nurse.get("/ny").await;
        let person = registered(&nurse.post("/ny", &[("name", "Siv"), ("year", ""), ("phone", "")]).await);
        let housing = town.organisation(OrganisationKind::Housing, "Boligteamet");
        let worker = town.employee(&housing, Role::Housing, "Per Lie");
        let mut worker = town.as_account(&worker, Role::Housing);
        worker.get("/ny").await;
        assert_eq!(worker.post_only(&format!("/folk/{person}/behold"), &[]).await.status, 403);
        town.serves(&housing, &person);
        worker.get("/ny").await;
        assert_eq!(worker.post_only(&format!("/folk/{person}/behold"), &[]).await.status, 409);
    });
}

#[test]
fn a_form_sent_twice_makes_one_person() {
    both_databases(&[&CHARTER], async |town| {
        let mut nurse = Centre::open(&town).browser(&town);
        nurse.get("/ny").await;
        let token = nurse.token();
        let fields = [("name", "Siv"), ("year", ""), ("phone", ""), ("new-person", "yes"), ("token", &token)];
        let first = registered(&nurse.post("/ny", &fields).await);
        let second = registered(&nurse.post("/ny", &fields).await);
        assert_eq!(first, second);
        assert_eq!(town.rows("person").len(), 1);
    });
}
