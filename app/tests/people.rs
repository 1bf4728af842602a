//! `/folk`: nobody who shares something is left out, however many they are.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use testkit::{Town, both_databases};

#[test]
fn everyone_who_shares_is_on_some_page() {
    both_databases(&[&app::house::CHARTER], async |town: Town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let mut all = BTreeSet::new();
        for n in 0..103 {
            let person = town.person(&format!("Navn {n}"));
            drop(town.share(&person, &centre, &[Area::Safety]));
            all.insert(person.to_string());
        }
        let mut kari = town.as_account(&nurse, Role::MoNurse);
        let first = kari.get("/folk").await;
        let second = kari.get(&first.attribute("href=\"/folk?deler=").expect("a next page")).await;
        let met = |html: &str| -> Vec<String> {
            let rows = html.split("href=\"/folk/").skip(1);
            rows.filter_map(|row| row.split('"').next().filter(|id| id.len() == 32).map(str::to_owned)).collect()
        };
        let (here, there) = (met(&first.html), met(&second.html));
        assert_eq!((here.len(), there.len()), (100, 3));
        assert_eq!(here.into_iter().chain(there).collect::<BTreeSet<_>>(), all);
        assert!(second.attribute("href=\"/folk?deler=").is_none(), "that was all");
    });
}
