//! Planted faults in wording files.

use super::*;

fn planted(nb: &str, nn: &str, en: &str) -> Tree {
    Tree::planted(&[
        ("together/src/plan/text/nb.ftl", nb),
        ("together/src/plan/text/nn.ftl", nn),
        ("together/src/plan/text/en.ftl", en),
    ])
}

fn said(faults: Vec<Fault>) -> Vec<String> {
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn a_message_that_one_language_lacks_is_found() {
    let both = "### scope: person\na = Hei\nb = Her\n";
    let one = "### scope: person\na = Hei\n";
    assert_eq!(said(completeness(&planted(both, both, one))), ["together/src/plan/text/en.ftl: b is missing"]);
    assert!(completeness(&planted(both, both, both)).is_empty());
}

#[test]
fn other_values_other_readers_and_doubles_are_found() {
    let first = "### scope: person\na = Hei, { $name }\n";
    let other = "### scope: person\na = Hei, { $who }\n";
    let staff = "### scope: staff\na = Hei, { $name }\n";
    let twice = "### scope: person\na = Hei, { $name }\na = Hallo, { $name }\n";
    for wrong in [other, staff, twice] {
        assert_eq!(completeness(&planted(first, first, wrong)).len(), 1, "{wrong}");
    }
}

#[test]
fn two_series_in_one_folder_are_compared_apart() {
    let tree = Tree::planted(&[
        ("platform/text/nb.ftl", "a = Hei"),
        ("platform/text/nn.ftl", "a = Hei"),
        ("platform/text/en.ftl", "a = Hi"),
        ("platform/text/dates.nb.ftl", "b = I dag"),
        ("platform/text/dates.nn.ftl", "b = I dag"),
    ]);
    assert_eq!(said(completeness(&tree)), ["platform/text/dates.: en.ftl is missing"]);
}

#[test]
fn a_missing_language_is_found() {
    let tree = Tree::planted(&[("together/src/plan/text/nb.ftl", "### scope: person\na = Hei")]);
    assert_eq!(completeness(&tree).len(), 2);
}

#[test]
fn a_file_that_does_not_say_who_reads_it_is_found() {
    assert_eq!(reading(&planted("a = Hei\nb = Her", "### scope: person\na = Hei", "## scope: staff\na = Hi")).len(), 1);
}

#[test]
fn a_word_that_hurts_is_found_in_every_choice() {
    let nb = "### scope: person\na = { $n ->\n    [one] En narkoman\n   *[other] Noen\n}\nb =\n    .label = Du er ren nå\n";
    let found = said(reading(&planted(nb, "### scope: person\na = Hei", "### scope: person\na = Hi")));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].contains("b.label"), "{found:?}");
}

#[test]
fn a_word_may_stand_where_a_reason_is_given() {
    let nb = "### scope: person\n# word: vedtak – it can be appealed\na = Dette er et vedtak\n";
    assert!(reading(&planted(nb, "### scope: person\na = Hei", "### scope: person\na = Hi")).is_empty());
}

#[test]
fn a_long_sentence_is_found_for_the_person_and_let_pass_for_staff() {
    let sentence = "a = Vi ser på det du har sagt i dag og så får du svar av oss før kvelden kommer til deg";
    let for_person = format!("### scope: person\n{sentence}");
    let for_staff = format!("### scope: person\n## scope: staff\n{sentence}");
    let calm = "### scope: person\na = Hei";
    assert_eq!(reading(&planted(&for_person, calm, calm)).len(), 1);
    assert!(reading(&planted(&for_staff, calm, calm)).is_empty());
}

#[test]
fn heavy_text_is_found_in_norwegian_by_lix_and_in_english_by_sentences() {
    let heavy: String = (0..10).map(|at| format!("a{at} = Behandlingsplan utarbeides tverrfaglig\n")).collect();
    let wordy: String =
        (0..3).map(|at| format!("a{at} = We will look at what you said and then we will call you back\n")).collect();
    let light: String = (0..10).map(|at| format!("a{at} = Du er hos oss nå\n")).collect();
    let with = |text: &str| format!("### scope: person\n{text}");
    let found = said(reading(&planted(&with(&heavy), &with(&light), &with(&wordy))));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("LIX") && found[1].contains("words a sentence"), "{found:?}");
}

#[test]
fn text_between_gate_and_target_is_a_note() {
    let middling: String =
        (0..10).map(|at| format!("a{at} = Du får svaret her hos Kari\nb{at} = Du snakker direkte\n")).collect();
    let tree = planted(&format!("### scope: person\n{middling}"), "### scope: person\na = Hei", "### scope: person\na = Hi");
    assert!(reading(&tree).is_empty(), "{:?}", said(reading(&tree)));
    assert_eq!(notes(&tree).len(), 1, "{:?}", notes(&tree));
}
