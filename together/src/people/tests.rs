//! The rules by table, the store on both databases, and what each page shows to whom.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on says so")]

mod closing;
mod door;
mod linking;
mod me;
mod protection;
mod rules;
mod search;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use testkit::{Browser, Town};

/// An MO-centre with a nurse.
struct Centre {
    id: OrganisationId,
    nurse: AccountId,
}

impl Centre {
    fn open(town: &Town) -> Centre {
        let id = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let nurse = town.employee(&id, Role::MoNurse, "Kari Nes");
        Centre { id, nurse }
    }

    fn browser(&self, town: &Town) -> Browser {
        town.as_account(&self.nurse, Role::MoNurse)
    }
}

/// The whole of «Om meg», with these fields changed.
fn about<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("name", "Åse"),
        ("aliases", "Rødtopp\nÅsa"),
        ("about", "Si Åse, ikke fru"),
        ("phone", "412 34 567"),
        ("year", "1984"),
        ("language", "nb"),
        ("living", "no-address"),
        ("place", "Bak biblioteket"),
        ("letters", "paper"),
    ];
    let of = |name: &str| changed.iter().find(|(field, _)| *field == name).map(|(_, value)| *value);
    usual.into_iter().map(|(name, value)| (name, of(name).unwrap_or(value))).collect()
}

/// The person fills in their page.
async fn tells(town: &Town, person: &PersonId, changed: &[(&str, &str)]) {
    let mut own = town.as_person(person);
    own.get("/meg").await;
    let page = own.post("/meg", &about(changed)).await;
    assert_eq!(page.location.as_deref(), Some("/meg?lagret=ja"), "{}", page.html);
}
