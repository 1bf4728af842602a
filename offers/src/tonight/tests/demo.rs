//! The demo city fills, on both databases, and its pages answer for those who work there and for Jon.

use std::collections::BTreeMap;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::{OrganisationKind, Persona};
use platform::demo::City;
use testkit::{Town, both_databases};

use crate::tonight::{CHARTER, demo};

fn city(town: &Town, persons: usize) -> City {
    let mut city = City::default();
    let mut organisations: BTreeMap<&'static str, (OrganisationId, String)> = BTreeMap::new();
    for kind in OrganisationKind::ALL {
        organisations.insert(kind.key(), (town.organisation(kind, kind.key()), kind.key().to_owned()));
    }
    let mut accounts: BTreeMap<&'static str, (AccountId, String)> = BTreeMap::new();
    for persona in Persona::ALL {
        let Some(kind) = persona.organisation else { continue };
        let (organisation, _) = &organisations[kind.key()];
        accounts.insert(persona.key, (town.employee(organisation, persona.role, persona.key), persona.key.to_owned()));
    }
    city.organisations = organisations;
    city.accounts = accounts;
    city.jon = Some(town.person("Jon"));
    city.newcomer = Some(town.person("Maria"));
    city.others = (0..persons).map(|n| town.person(&format!("Person {n}"))).collect::<Vec<PersonId>>();
    city
}

#[test]
fn the_demo_city_has_places_of_every_age_and_people_who_wait_and_stay() {
    both_databases(&[&CHARTER], async |town| {
        let city = city(&town, 38);
        demo::fill(&town.app, &city).expect("the city fills");
        let persona = |key: &str| Persona::parse(key).expect("a persona");
        let as_staff = |key: &str| town.as_account(&city.accounts[key].0, persona(key).role);
        let board = as_staff("nav").get("/i-natt").await;
        for said in ["Må avgjøres i dag", "Uten navn", "Over tre måneder siden", "er det tre måneder.", "Blå hus", "Gammelt tall"]
        {
            assert!(board.says(said), "{said}: {}", board.html);
        }
        let board = as_staff("volunteer").get("/i-natt").await;
        assert!(board.status == 200 && board.says("Kompass nattrom") && !board.says("Uten navn"), "{}", board.html);
        assert!(town.visitor().get("/i-natt").await.says("Blå hus"));
        assert!(!town.visitor().get("/i-natt").await.says("Kvinnehuset"));
    });
}
