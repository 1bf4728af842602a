//! The demo's personas.

use super::*;

/// The keys as the outside interface fixes them.
const FIXED: [&str; 23] = [
    "person",
    "person-new",
    "coordinator",
    "mo-nurse",
    "gp",
    "nav",
    "lar-doctor",
    "lar-outlet",
    "pharmacy",
    "detox-nurse",
    "tsb",
    "room-staff",
    "drug-checker",
    "outreach",
    "housing",
    "dental",
    "child-responsible",
    "volunteer",
    "next-of-kin",
    "advisory-unit",
    "leader",
    "privacy-contact",
    "admin",
];

#[test]
fn every_persona_that_the_outside_holds_on_to_exists_and_no_other() {
    assert_eq!(Persona::ALL.map(|persona| persona.key), FIXED);
    for key in FIXED {
        assert_eq!(Persona::parse(key).unwrap().key, key);
    }
    assert_eq!(Persona::parse("police"), None);
}

#[test]
fn a_persona_has_a_workplace_exactly_when_the_role_is_at_work() {
    for persona in Persona::ALL {
        assert_eq!(persona.organisation.is_some(), persona.role.is_staff(), "{}", persona.key);
    }
}

#[test]
fn every_role_that_works_or_is_helped_has_a_persona() {
    let without = [Role::Visitor, Role::Guardian];
    for role in Role::ALL {
        let has_one = Persona::ALL.iter().any(|persona| persona.role == role);
        assert_eq!(has_one, !without.contains(&role), "{}", role.key());
    }
}

#[test]
fn kinds_of_organisation_are_read_back_from_their_keys_and_all_are_in_the_demo() {
    for kind in OrganisationKind::ALL {
        assert_eq!(OrganisationKind::parse(kind.key()), Some(kind));
        assert!(Persona::ALL.iter().any(|persona| persona.organisation == Some(kind)), "{}", kind.key());
    }
    assert_eq!(OrganisationKind::parse("police"), None);
}

#[test]
fn the_table_says_which_classes_a_persona_may_ever_see() {
    let classes = |key: &str| -> Vec<&str> { Persona::parse(key).unwrap().classes().map(Class::key).collect() };
    assert_eq!(classes("gp"), ["journal", "welfare", "own", "open"]);
    assert_eq!(classes("nav"), ["journal", "welfare", "own", "open"]);
    assert_eq!(classes("housing"), ["welfare", "own", "anonymous", "open"]);
    assert_eq!(classes("volunteer"), ["own", "open"]);
    assert_eq!(classes("next-of-kin"), ["own", "open"]);
    assert_eq!(classes("drug-checker"), ["anonymous", "open"]);
    assert_eq!(classes("advisory-unit"), ["reaction", "open"]);
    for key in ["leader", "privacy-contact", "admin"] {
        assert_eq!(classes(key), ["open"]);
    }
}
