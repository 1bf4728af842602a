//! The three pages are there for everyone, in three languages, and leave no part out.

use kernel::language::Language;
use platform::charter::Charter;
use testkit::{Town, on_sqlite};

use super::CHARTER;
use crate::CATALOGUE;

/// A part of another crate that has no words here.
static UNTOLD: Charter = Charter {
    key: "untold",
    purpose: "Keeps something nobody has put into words yet.",
    retention: &[platform::charter::Retention { table: "untold_thing", kept: "three moons", ground: "a test" }],
    tables: &[platform::charter::Table { name: "untold_thing", personal: false }],
    class: kernel::class::Class::Anonymous,
    legal_basis: "A test.",
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

#[test]
fn anyone_reads_the_three_pages_in_three_languages() {
    on_sqlite(CATALOGUE, &async |town: Town| {
        for (language, titles) in [
            (Language::Nb, ["Kort om dine opplysninger", "Tilgjengelighet", "Om Varde"]),
            (Language::Nn, ["Kort om opplysningane dine", "Tilgjenge", "Om Varde"]),
            (Language::En, ["Your information in short", "Accessibility", "About Varde"]),
        ] {
            let mut visitor = Town::speaking(town.visitor(), language);
            for (path, title) in ["/personvern", "/tilgjengelighet", "/om"].into_iter().zip(titles) {
                let page = visitor.get(path).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.says(&format!("<h1>{title}</h1>")) && !page.says("[about-"), "{path}: {}", page.html);
            }
        }
    });
}

#[test]
fn every_part_that_keeps_something_stands_in_the_list() {
    on_sqlite(CATALOGUE, &async |town: Town| {
        let page = town.visitor().get("/personvern").await;
        assert!(page.says("Åpent for alle") && page.says("Steder og tider") && page.says("Så lenge stedet finnes."));
        assert!(!page.says("Helsehjelp</h3>"), "a class without parts is not told of");
    });
}

#[test]
fn a_part_without_words_is_told_of_in_english() {
    on_sqlite(&[&CHARTER, &UNTOLD], &async |town: Town| {
        let page = town.visitor().get("/personvern").await;
        assert!(page.says("Uten navn") && page.says("lang=\"en\">Keeps something nobody has put into words yet."));
        assert!(page.says("lang=\"en\">three moons"));
        let english = Town::speaking(town.visitor(), Language::En).get("/personvern").await;
        assert!(english.says(">three moons") && !english.says("lang=\"en\">three moons"));
    });
}
