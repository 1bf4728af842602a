//! Which keys are refused, and how the catalogue looks afterwards.

use super::{catalogue, key};
use crate::house::Tree;

fn said_to(key: &str) -> Result<(), String> {
    let tree = Tree::planted(&[
        ("together/src/plan/mod.rs", "    key: \"plan\",\n    get(\"/planen\", Who::Person)"),
        ("app/src/house/mod.rs", "    key: \"house\",\n    get(\"/i-dag\", Who::Staff)"),
        ("platform/text/nb.ftl", "area-housing = Bolig"),
    ]);
    key::check(&tree, key)
}

#[test]
fn a_key_that_cannot_be_one_is_refused_with_the_remedy() {
    for bad in ["", "Foot_care", "foot-care", "foot2", "_foot", "foot_", "foot__care", "føtter", "../plan", "mod"] {
        let why = said_to(bad).expect_err(bad);
        assert!(why.contains("use ") || why.contains("add a word"), "{why}");
    }
    assert!(said_to(&"a".repeat(41)).is_err());
    assert_eq!(said_to("foot_care"), Ok(()));
}

#[test]
fn a_key_an_address_or_wording_that_is_somebodys_is_refused() {
    for (key, says) in [
        ("plan", "together/src/plan is there already"),
        ("planen", "has the address /planen already"),
        ("i_dag", "has the address /i-dag already"),
        ("house", "is there already"),
        ("area", "has wording that begins with area- already"),
    ] {
        let why = said_to(key).expect_err(key);
        assert!(why.contains(says) && why.contains("choose another key"), "{why}");
    }
}

#[test]
fn the_catalogue_gets_two_words_and_keeps_the_rest() {
    let one =
        "//! Page.\n\npub mod next_of_kin;\n\n/// The parts.\npub const CATALOGUE: &[&Charter] = &[&next_of_kin::CHARTER];\n";
    let two = catalogue::with_part(one, "foot_care").expect("a catalogue");
    assert_eq!(
        two,
        "//! Page.\n\npub mod foot_care;\npub mod next_of_kin;\n\n/// The parts.\npub const CATALOGUE: &[&Charter] = &[&next_of_kin::CHARTER, &foot_care::CHARTER];\n"
    );
    let broken = two.replace("&[&next_of_kin::CHARTER, ", "&[\n    &next_of_kin::CHARTER,\n    ").replace("];", ",\n];");
    let three = catalogue::with_part(&broken, "zebra_crossings").expect("a catalogue");
    assert!(three.ends_with("    &next_of_kin::CHARTER,\n    &foot_care::CHARTER, &zebra_crossings::CHARTER];\n"), "{three}");
    assert!(three.contains("pub mod next_of_kin;\npub mod zebra_crossings;"), "{three}");
    assert_eq!(catalogue::with_part("pub mod a;\n", "b"), None);
}
