//! Tables: one line a case.

use kernel::refusal::Refusal as _;
use kernel::time::{Day, Timestamp};
use platform::form::Form;

use crate::people::CHARTER;
use crate::people::card::{phone, read_about, read_door, year};
use crate::people::limits::Limits;
use crate::people::names::{first, folded, holds_identity_number};
use crate::people::rules::{Account, AccountCommand, Ground, Protector, Refusal, decide_account, may_lift, may_protect};

const LIMITS: Limits = Limits { closing_days: 30, link_undo_days: 30, link_code_minutes: 15, drop_in_days: 90 };

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

fn today() -> Day {
    Day::of(2026, 11, 20).expect("a day")
}

#[test]
fn a_name_is_compared_as_it_is_said() {
    for (one, other, same) in [
        ("Åse", "Aase", true),
        ("ÅSE", "åse", true),
        ("A\u{30a}se", "Åse", true),
        ("  Per   Arne ", "per arne", true),
        ("Ánde", "A\u{301}nde", true),
        ("Čiŋil", "ČIŊIL", true),
        ("C\u{30c}iŋil", "Čiŋil", true),
        ("Øystein", "øystein", true),
        ("Øystein", "Oystein", false),
        ("Ánde", "Ande", false),
        ("Anne", "Anne-Marie", false),
    ] {
        assert_eq!(folded(one) == folded(other), same, "{one} and {other}");
    }
    assert_eq!(first("Per Arne"), "per");
    assert_eq!(first(""), "");
}

#[test]
fn a_national_number_is_known_and_a_phone_is_not_taken_for_one() {
    for (text, is) in [
        ("01018412345", true),
        ("010184 12345", true),
        ("410184 12345", true),
        ("Kari 010184-12345", true),
        ("41234567", false),
        ("41 23 45 67", false),
        ("1984", false),
        ("Storgata 12, 5015 Bergen", false),
        ("", false),
    ] {
        assert_eq!(holds_identity_number(text), is, "{text}");
    }
}

#[test]
fn a_phone_is_taken_as_people_write_it() {
    for (typed, stored) in [
        ("41234567", Ok(Some("+4741234567"))),
        (" 412 34 567 ", Ok(Some("+4741234567"))),
        ("+47 41 23 45 67", Ok(Some("+4741234567"))),
        ("004741234567", Ok(Some("+4741234567"))),
        ("+46 70 123 45 67", Ok(Some("+46701234567"))),
        ("", Ok(None)),
        ("   ", Ok(None)),
        ("12", Err("form-phone")),
        ("ring meg", Err("form-phone")),
        ("410184 12345", Err("people-no-number")),
    ] {
        let read = phone(typed);
        let read = read.as_ref().map(Option::as_deref).map_err(|error| error.key);
        assert_eq!(read, stored, "{typed}");
    }
}

#[test]
fn a_year_has_four_digits_and_lies_behind_us() {
    for (typed, is) in [
        ("1984", Ok(Some(1984))),
        (" 1984 ", Ok(Some(1984))),
        ("", Ok(None)),
        ("2026", Ok(Some(2026))),
        ("2027", Err("people-year-form")),
        ("84", Err("people-year-form")),
        ("1884", Err("people-year-form")),
        ("+984", Err("people-year-form")),
        ("nitti", Err("people-year-form")),
        ("01018412345", Err("people-no-number")),
    ] {
        assert_eq!(year(typed, today()).map_err(|error| error.key), is, "{typed}");
    }
}

fn form(fields: &str) -> Form {
    Form::read(fields.as_bytes()).expect("a form")
}

#[test]
fn all_of_om_meg_may_stand_empty() {
    let about = read_about(&form(""), today()).expect("nothing is needed");
    assert_eq!((about.name, about.aliases.len(), about.phone), (None, 0, None));
}

#[test]
fn each_field_of_om_meg_has_its_own_error() {
    let long = "å".repeat(201);
    for (fields, field, key) in [
        (format!("about={long}"), "about", "form-too-long"),
        (format!("place={long}"), "place", "form-too-long"),
        (format!("name={long}"), "name", "form-too-long"),
        ("aliases=a%0Ab%0Ac%0Ad%0Ae%0Af".into(), "aliases", "people-aliases-many"),
        ("about=010184+12345".into(), "about", "people-no-number"),
        ("name=01018412345".into(), "name", "people-no-number"),
        ("living=castle".into(), "living", "form-choose"),
        ("letters=pigeon".into(), "letters", "form-choose"),
        ("language=fr".into(), "language", "form-choose"),
        ("phone=12".into(), "phone", "form-phone"),
        ("year=1".into(), "year", "people-year-form"),
    ] {
        let errors = read_about(&form(&fields), today()).expect_err("it cannot be used");
        assert_eq!((errors[0].field, errors[0].key, errors.len()), (field, key, 1), "{fields}");
    }
}

#[test]
fn a_text_of_two_hundred_letters_is_taken_whatever_letters_they_are() {
    let text = "ŋ".repeat(200);
    let about = read_about(&form(&format!("about={text}")), today()).expect("it fits");
    assert_eq!(about.about.as_deref(), Some(text.as_str()));
}

#[test]
fn at_the_door_one_is_called_something_or_gets_a_number() {
    for (fields, is) in [
        ("name=Siv", Ok(Some("Siv"))),
        ("numbered=yes", Ok(None)),
        ("name=Siv&numbered=yes", Ok(None)),
        ("", Err("people-name-or-number")),
        ("name=++", Err("people-name-or-number")),
        ("year=1984", Err("people-name-or-number")),
        ("name=01018412345", Err("people-no-number")),
    ] {
        let read = read_door(&form(fields), today());
        let read = read.as_ref().map(|door| door.name.as_deref()).map_err(|errors| errors[0].key);
        assert_eq!(read, is, "{fields}");
    }
}

#[test]
fn an_account_is_closed_once_and_opened_until_the_day_it_is_deleted() {
    let now = at("2026-11-20T09:00:00Z");
    let closed = Account::Closed { since: now, due: now.plus_days(30) };
    for (account, command, days, is) in [
        (Account::Open, AccountCommand::Close, 0, Ok(closed)),
        (closed, AccountCommand::Close, 1, Err(Refusal::AlreadyClosed)),
        (Account::Open, AccountCommand::Reopen, 0, Err(Refusal::NotClosed)),
        (closed, AccountCommand::Reopen, 0, Ok(Account::Open)),
        (closed, AccountCommand::Reopen, 29, Ok(Account::Open)),
        (closed, AccountCommand::Reopen, 30, Err(Refusal::TooLate)),
    ] {
        assert_eq!(decide_account(account, command, &LIMITS, now.plus_days(days)), is, "{account:?} {command:?} {days}");
    }
}

#[test]
fn who_may_protect_an_address_and_who_may_lift_it() {
    let (mine, other) = (Protector::Employee { serving: true }, Protector::Employee { serving: false });
    for (standing, by, set, lift) in [
        (None, Protector::Person, Ok(()), Err(Refusal::NotProtected)),
        (None, mine, Ok(()), Err(Refusal::NotProtected)),
        (None, other, Err(Refusal::NotServing), Err(Refusal::NotServing)),
        (Some(Ground::Own), Protector::Person, Err(Refusal::AlreadyProtected), Ok(())),
        (Some(Ground::Own), mine, Err(Refusal::AlreadyProtected), Err(Refusal::SetByOthers)),
        (Some(Ground::Own), other, Err(Refusal::NotServing), Err(Refusal::NotServing)),
        (Some(Ground::Confidential), Protector::Person, Err(Refusal::AlreadyProtected), Err(Refusal::SetByOthers)),
        (Some(Ground::Strict), mine, Err(Refusal::AlreadyProtected), Ok(())),
        (Some(Ground::Threat), mine, Err(Refusal::AlreadyProtected), Ok(())),
        (Some(Ground::Threat), other, Err(Refusal::NotServing), Err(Refusal::NotServing)),
    ] {
        assert_eq!(may_protect(standing, by), set, "{standing:?} {by:?}");
        assert_eq!(may_lift(standing, by), lift, "{standing:?} {by:?}");
    }
}

#[test]
fn every_refusal_has_a_sentence_and_a_remedy() {
    for refusal in Refusal::ALL {
        for (language, text) in CHARTER.wording {
            for key in [format!("refusal-{} =", refusal.key()), format!("refusal-{}-remedy =", refusal.key())] {
                assert!(text.contains(&key), "{key} in {language:?}");
            }
        }
    }
}
