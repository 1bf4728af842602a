//! The codes and their word list.

use proptest::prelude::*;

use super::*;

fn words() -> Vec<&'static str> {
    WORDS.lines().collect()
}

/// Whether one word becomes the other when a single letter is changed, added or left out.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same_start = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same_start..], &long[same_start..]);
    match long.len() - short.len() {
        0 => short.is_empty() || short[1..] == long[1..],
        1 => *short == long[1..],
        _ => false,
    }
}

#[test]
fn there_are_2048_words_in_alphabetical_order_and_none_twice() {
    let words = words();
    assert_eq!(words.len(), WORD_COUNT);
    assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn a_word_has_three_to_eight_letters_from_a_to_z() {
    for word in words() {
        assert!((3..=8).contains(&word.len()), "{word}");
        assert!(word.bytes().all(|letter| letter.is_ascii_lowercase()), "{word}");
    }
}

#[test]
fn no_word_becomes_another_by_one_misheard_letter() {
    let words = words();
    for (place, one) in words.iter().enumerate() {
        for other in &words[place + 1..] {
            assert!(!one_letter_apart(one, other), "{one} and {other}");
        }
    }
}

#[test]
fn no_word_is_about_drugs() {
    let forbidden = ["dop", "hasj", "heroin", "kokain", "kanyle", "pille", "royk", "spiss", "sprut", "snus", "vinflas"];
    for word in words() {
        assert!(forbidden.iter().all(|part| !word.contains(part)), "{word}");
    }
}

#[test]
fn a_code_is_read_however_it_is_written() {
    let code = Code::parse("kano hest 47").unwrap();
    let spellings = [
        "kano · hest · 47",
        "KANO HEST 47",
        "Kano-Hest-47",
        "kano.hest.47",
        "  kano\u{a0}hest   4 7 ",
        "kano, hest, 47",
        "kano hest47",
        "kano–hest–47.",
    ];
    for spelling in spellings {
        assert_eq!(Code::parse(spelling).as_ref(), Some(&code), "{spelling}");
    }
}

#[test]
fn a_code_is_shown_with_middle_dots_and_hashed_with_spaces() {
    let code = Code::parse("Kano Hest 7 0").unwrap();
    assert_eq!(code.shown(), "kano · hest · 70");
    assert_eq!(code.canonical(), "kano hest 70");
}

#[test]
fn what_is_not_a_code_is_refused() {
    let wrong = [
        "",
        "kano",
        "kano hest",
        "kano hest 4",
        "kano hest 470",
        "kano 47",
        "47 kano hest",
        "kano 47 hest",
        "kano 4 hest 7",
        "kano hest bok 47",
        "kano xyzzy 47",
        "kanohest 47",
        "kano hest +47",
        "kano hest ٤٧",
        "<kano> hest 47",
    ];
    for text in wrong {
        assert_eq!(Code::parse(text), None, "{text}");
    }
    assert_eq!(Code::parse(&format!("kano hest {}47", " ".repeat(200))), None);
}

#[test]
fn each_bit_counts_as_a_word_or_a_digit() {
    assert_eq!(Code::from_bits(0).canonical(), format!("{0} {0} 00", words()[0]));
    assert_eq!(Code::from_bits(1).canonical(), format!("{} {} 00", words()[1], words()[0]));
    assert_eq!(Code::from_bits(1 << 11).canonical(), format!("{} {} 00", words()[0], words()[1]));
    assert_eq!(Code::from_bits(99 << 22).canonical(), format!("{0} {0} 99", words()[0]));
    assert_eq!(Code::from_bits(2047 | 2047 << 11).canonical(), format!("{0} {0} 00", words()[2047]));
}

proptest! {
    #[test]
    fn every_code_is_read_back_from_both_spellings(bits: u64) {
        let code = Code::from_bits(bits);
        prop_assert_eq!(Code::parse(&code.shown()), Some(code.clone()));
        prop_assert_eq!(Code::parse(&code.canonical()), Some(code));
    }

    #[test]
    fn no_text_breaks_the_reading(text in ".{0,90}") {
        if let Some(code) = Code::parse(&text) {
            prop_assert_eq!(Code::parse(&code.shown()), Some(code));
        }
    }
}
