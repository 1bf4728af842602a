//! The demo city fills, on both databases, and its pages answer for those who work there and for Jon.

use std::collections::BTreeMap;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::{OrganisationKind, Persona};
use platform::demo::City;
use testkit::{Town, both_databases};

use crate::housing::{CHARTER, demo};

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
fn jon_has_one_no_behind_him_an_offer_before_him_and_the_date_he_asked() {
    both_databases(&[&CHARTER], async |town| {
        let city = city(&town, 38);
        demo::fill(&town.app, &city).expect("the city fills");
        let mut jon = town.as_person(city.jon().expect("Jon"));
        let page = jon.get("/min-bolig").await;
        for said in [
            "Du har ventet siden 8. mai 2026.",
            "Du har fått et tilbud",
            "Fjellveien 12",
            "Ikke trygt for meg",
            "1 har ventet lenger.",
        ] {
            assert!(page.says(said), "{said}: {}", page.html);
        }
        let role = Persona::parse("housing").expect("a persona").role;
        let mut per = town.as_account(&city.accounts["housing"].0, role);
        let list = per.get("/bolig").await;
        for said in ["Husleia er sen", "Venter på bolig", "Jon", "Bor i et av hjemmene", "Har fått et tilbud."] {
            assert!(list.says(said), "{said}: {}", list.html);
        }
        assert!(per.get("/bolig/hjem").await.says("Kvinnetunet 2"));
    });
}
