//! Free text and phone numbers.

use proptest::prelude::*;

use super::*;

fn shown(typed: &str) -> Option<String> {
    Phone::parse(typed).map(|phone| phone.shown().replace('\u{a0}', " "))
}

fn stored(typed: &str) -> Option<String> {
    Phone::parse(typed).map(|phone| phone.stored().to_owned())
}

#[test]
fn space_around_a_text_goes_and_line_ends_become_one_kind() {
    assert_eq!(Text::parse("  to linjer\r\nog en til\rslutt \n", 100).unwrap().as_str(), "to linjer\nog en til\nslutt");
}

#[test]
fn a_text_of_nothing_but_space_is_empty() {
    for typed in ["", " ", "\r\n\t "] {
        assert_eq!(Text::parse(typed, 10), Err(TextFault::Empty));
        assert_eq!(Text::parse_optional(typed, 10), Ok(None));
    }
}

#[test]
fn a_text_may_fill_its_room_to_the_last_character_and_no_further() {
    assert_eq!(Text::parse("blåbærø", 7).unwrap().as_str(), "blåbærø");
    assert_eq!(Text::parse("blåbærøl", 7), Err(TextFault::TooLong { max: 7, was: 8 }));
}

#[test]
fn what_cannot_be_shown_is_refused() {
    for typed in ["a\0b", "a\u{7}b", "a\tb", "a\u{1b}[31mb", "a\u{85}b"] {
        assert_eq!(Text::parse(typed, 10), Err(TextFault::Control), "{typed:?}");
    }
}

#[test]
fn letters_of_all_languages_are_kept() {
    for typed in ["Ánde", "Čiŋil", "Øystein Åse", "李", "😀"] {
        assert_eq!(Text::parse(typed, 20).unwrap().as_str(), typed);
    }
}

#[test]
fn a_norwegian_number_is_shown_in_pairs() {
    for typed in ["41234567", "412 34 567", "41 23 45 67", "+47 412 34 567", "004741234567", "(+47) 41-23-45-67"] {
        assert_eq!(stored(typed).as_deref(), Some("+4741234567"), "{typed}");
        assert_eq!(shown(typed).as_deref(), Some("41 23 45 67"), "{typed}");
    }
    assert_eq!(shown("55565758").as_deref(), Some("55 56 57 58"));
}

#[test]
fn a_freephone_number_is_shown_as_three_two_three() {
    assert_eq!(stored("800 12 345").as_deref(), Some("+4780012345"));
    assert_eq!(shown("80012345").as_deref(), Some("800 12 345"));
}

#[test]
fn short_numbers_are_kept_as_they_are_dialled() {
    for number in ["113", "112", "1881", "08588"] {
        assert_eq!(stored(number).as_deref(), Some(number));
        assert_eq!(shown(number).as_deref(), Some(number));
    }
    assert_eq!(stored("116 117").as_deref(), Some("116117"));
    assert_eq!(shown("116117").as_deref(), Some("116 117"));
}

#[test]
fn a_foreign_number_keeps_its_country_code() {
    assert_eq!(stored("0046 70 123 45 67").as_deref(), Some("+46701234567"));
    assert_eq!(shown("+46701234567").as_deref(), Some("+46701234567"));
}

#[test]
fn the_spaces_of_a_shown_number_are_hard() {
    assert!(!Phone::parse("41234567").unwrap().shown().contains(' '));
}

#[test]
fn what_is_not_a_phone_number_is_refused() {
    let wrong = [
        "",
        "+",
        "00",
        "12",
        "1234567",
        "01234567",
        "12345678",
        "412345678",
        "+47 1234 5678",
        "+47 412 34 56",
        "+4 1",
        "ring meg",
        "41 23 45 6x",
        "41+234567",
        "+0 123 456 789",
        "+1234567890123456",
        "999",
        "4123",
        "412345",
        "+++++++++++++++++++++++++++++++++++++++++++++++",
    ];
    for typed in wrong {
        assert_eq!(Phone::parse(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn a_text_that_is_taken_is_taken_again_unchanged(typed in "(?s).{0,60}", max in 1usize..60) {
        if let Ok(text) = Text::parse(&typed, max) {
            prop_assert!(text.as_str().chars().count() <= max);
            prop_assert_eq!(Text::parse(text.as_str(), max), Ok(text));
        }
    }

    #[test]
    fn a_stored_number_is_read_back(typed in "[+0-9 ]{0,18}") {
        if let Some(phone) = Phone::parse(&typed) {
            prop_assert_eq!(Phone::parse(phone.stored()), Some(phone.clone()));
            prop_assert_eq!(Phone::parse(&phone.shown()), Some(phone));
        }
    }
}
