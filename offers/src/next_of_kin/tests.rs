//! What those who worry are told, and that nothing is asked of them.

use kernel::language::Language;
use kernel::text::Phone;
use kernel::time::Day;
use testkit::{Town, both_databases, on_sqlite};

use super::CHARTER;
use super::rules::{Caution, Certainty, Line, Whom, caution};
use super::store;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn line(certainty: Certainty, seen: Option<&str>) -> Line {
    Line {
        key: "kin".into(),
        whom: Whom::Adult,
        number: Phone::parse("80040567").expect("a number"),
        certainty,
        seen_on: seen.map(day),
    }
}

#[test]
fn a_number_nobody_has_looked_at_for_a_year_is_shown_with_a_caution() {
    let today = day("2026-11-20");
    for (certainty, seen, expected) in [
        (Certainty::Confirmed, Some("2026-11-20"), Caution::Seen(day("2026-11-20"))),
        (Certainty::Read, Some("2025-11-20"), Caution::Seen(day("2025-11-20"))),
        (Certainty::Read, Some("2025-11-19"), Caution::Check),
        (Certainty::Read, None, Caution::Check),
        (Certainty::Unsure, Some("2026-11-20"), Caution::Check),
        (Certainty::Unsure, None, Caution::Check),
    ] {
        assert_eq!(caution(&line(certainty, seen), today), expected, "{certainty:?} {seen:?}");
    }
}

#[test]
fn a_number_reaches_those_it_is_for() {
    for (whom, adult, young, overdose) in [
        (Whom::Adult, true, false, false),
        (Whom::Young, false, true, false),
        (Whom::Everyone, true, true, false),
        (Whom::Overdose, false, false, true),
    ] {
        let reached = [Whom::Adult, Whom::Young, Whom::Overdose].map(|reader| whom.includes(reader));
        assert_eq!(reached, [adult, young, overdose], "{whom:?}");
    }
}

#[test]
fn a_later_row_takes_the_place_of_an_earlier_one_on_its_day() {
    both_databases(&[&CHARTER], async |town| {
        town.app
            .db()
            .write_here(|tx| {
                tx.run(
                    "INSERT INTO next_of_kin_line (line_key, valid_from, valid_until, position, whom, number, certainty,
                       seen_on, source)
                     VALUES ('kin', '2027-01-01', NULL, 1, 'adult', '55000001', 'confirmed', '2027-01-01', 'test')",
                    &[],
                )?;
                Ok(())
            })
            .expect("a row");
        let number = |on: &str| {
            let on = day(on);
            let lines = town.app.db().read_here(|tx| store::lines(tx, on)).expect("rows");
            lines.into_iter().find(|line| line.key == "kin").map(|line| line.number.stored().to_owned())
        };
        assert_eq!(number("2025-12-31"), None);
        assert_eq!(number("2026-12-31").as_deref(), Some("+4780040567"));
        assert_eq!(number("2027-01-01").as_deref(), Some("+4755000001"));
    });
}

#[test]
fn the_pages_ask_for_nothing_and_stand_in_three_languages() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        for (language, title, quiet) in [
            (Language::Nb, "Er du bekymret for noen?", "Vi kan ikke si om vi kjenner en person."),
            (Language::Nn, "Er du uroleg for nokon?", "Vi kan ikkje seie om vi kjenner ein person."),
            (Language::En, "Are you worried about someone?", "We cannot say whether we know a person."),
        ] {
            let mut visitor = Town::speaking(town.visitor(), language);
            let page = visitor.get("/parorende").await;
            assert!(page.status == 200 && page.says(title) && page.says(quiet), "{}", page.html);
            assert!(page.says("tel:+4780040567") && page.says("800 40 567") && page.says("/parorende/ung"));
            let young = visitor.get("/parorende/ung").await;
            assert!(young.status == 200 && young.says("116 111") && !young.says("800 40 567"));
            for page in [page, young] {
                let main = page.html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("main");
                assert!(!main.contains("<form") && !main.contains("<input") && !main.contains("[next_of_kin"));
                assert_eq!(main.matches("<h1").count(), 1);
            }
        }
    });
}

#[test]
fn a_number_that_is_not_known_for_sure_says_so() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let page = town.visitor().get("/parorende").await;
        assert!(page.says("Sist sjekket 22. november 2026.") && page.says("Sjekk nummeret før du ringer."));
        town.wait_days(400);
        assert!(!town.visitor().get("/parorende").await.says("Sist sjekket"));
    });
}
