use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;

use crate::sign_in::rules::{
    CASE_S, CHOOSE_S, Case, Change, Command, Helper, Proof, Refusal, TRIES, VOUCH_S, decide, may_give_first,
};
use crate::sign_in::secrets::{Kind, compared, objection};

fn now() -> Timestamp {
    Timestamp::parse(testkit::START).expect("an instant")
}

fn helper(account: u128, organisation: u128, name: &str) -> Helper {
    Helper {
        account: AccountId::from_bits(account),
        organisation: OrganisationId::from_bits(organisation),
        name: name.into(),
        hpr_number: None,
        is_contact: false,
    }
}

fn begun() -> Case {
    Case {
        begun_by: AccountId::from_bits(1),
        organisation: OrganisationId::from_bits(1),
        started_at: now(),
        tries: 0,
        spoken: Vec::new(),
        proof: None,
        done_at: None,
    }
}

fn after(one: Helper, ago_s: i64) -> Case {
    Case { spoken: vec![(one, now().plus_s(-ago_s))], ..begun() }
}

fn card(right: bool, knows: bool, by: u128) -> Command {
    Command::Card { right, knows, by: AccountId::from_bits(by) }
}

#[test]
fn the_way_back_by_table() {
    let (kari, ola, per) = (helper(1, 1, "Kari"), helper(2, 1, "Ola"), helper(3, 2, "Per"));
    let contact = Helper { is_contact: true, ..per.clone() };
    let twice = Helper { hpr_number: Some("1234567".into()), ..helper(4, 1, "Kari Nes") };
    let twice_elsewhere = Helper { hpr_number: Some("1234567".into()), ..helper(5, 1, "K. Nes") };
    let shown = Case { proof: Some((Proof::Own, now())), ..begun() };
    let speak = |helper: &Helper| Command::SpeakFor(helper.clone());
    let choose = Command::Choose { ends: true };
    let late = now().plus_s(CASE_S);
    let cases = [
        ("a try", begun(), Command::Try, now(), Ok(Change::Tried)),
        ("a sixth try", Case { tries: TRIES, ..begun() }, Command::Try, now(), Err(Refusal::NoTriesLeft)),
        ("the PIN", begun(), Command::Own { right: true }, now(), Ok(Change::Proven(Proof::Own))),
        ("a wrong PIN", begun(), Command::Own { right: false }, now(), Err(Refusal::NoMatch)),
        ("card and tick", begun(), card(true, true, 1), now(), Ok(Change::Proven(Proof::CardAndKnown))),
        ("card without tick", begun(), card(true, false, 1), now(), Err(Refusal::CardAlone)),
        ("another's card", begun(), card(false, true, 1), now(), Err(Refusal::NoMatch)),
        ("the card elsewhere", begun(), card(true, true, 2), now(), Err(Refusal::NotHereNorContact)),
        ("one speaks", begun(), speak(&kari), now(), Ok(Change::Spoken)),
        ("the same again", after(kari.clone(), 60), speak(&kari), now(), Err(Refusal::SameHelper)),
        ("the same with two accounts", after(twice, 60), speak(&twice_elsewhere), now(), Err(Refusal::SameHelper)),
        ("the same name", after(helper(8, 1, "kari"), 60), speak(&kari), now(), Err(Refusal::SameHelper)),
        ("a second one", after(kari.clone(), 60), speak(&ola), now(), Ok(Change::Proven(Proof::Vouched))),
        ("the contact", after(kari.clone(), 60), speak(&contact), now(), Ok(Change::Proven(Proof::Vouched))),
        ("not the contact", after(kari.clone(), 60), speak(&per), now(), Err(Refusal::NotHereNorContact)),
        ("after it ran out", after(kari.clone(), VOUCH_S), speak(&ola), now(), Ok(Change::Spoken)),
        ("the same after it ran out", after(kari.clone(), VOUCH_S), speak(&kari), now(), Ok(Change::Spoken)),
        (
            "two contacts from afar",
            after(contact.clone(), 60),
            speak(&Helper { is_contact: true, ..helper(9, 2, "Eva") }),
            now(),
            Err(Refusal::NotHereNorContact),
        ),
        ("choosing too soon", begun(), choose.clone(), now(), Err(Refusal::NotProven)),
        ("choosing", shown.clone(), choose.clone(), now(), Ok(Change::Chosen)),
        ("shown twice", shown.clone(), Command::Own { right: true }, now(), Err(Refusal::AlreadyProven)),
        ("too late", begun(), Command::Own { right: true }, late, Err(Refusal::Over)),
        ("choosing too late", shown.clone(), choose.clone(), now().plus_s(CHOOSE_S), Err(Refusal::Over)),
        ("choosing twice", Case { done_at: Some(now()), ..shown }, choose, now(), Err(Refusal::Over)),
    ];
    for (name, case, command, at, expected) in cases {
        assert_eq!(decide(&case, &command, at), expected, "{name}");
    }
}

#[test]
fn a_pin_that_anybody_would_try_first_is_refused() {
    let pin = |typed| objection(Kind::Pin, typed, Some(1984));
    for easy in ["1234", "4321", "0000", "99999999", "1212", "2580", "1984", "4891", "319845", "123456", "112233"] {
        assert_eq!(pin(easy), Some("sign-in-pin-easy"), "{easy}");
    }
    for short in ["", "123", "123456789"] {
        assert_eq!(pin(short), Some("sign-in-pin-length"), "{short}");
    }
    assert_eq!(pin("73a1"), Some("sign-in-pin-digits"));
    for good in ["7391", "73 91", "80264", "19750317"] {
        assert_eq!(pin(good), None, "{good}");
    }
    assert_eq!(compared(" 73 91 "), "7391");
}

#[test]
fn own_words_are_a_line_and_not_a_word() {
    let words = |typed: &str| objection(Kind::Phrase, typed, None);
    for short in ["", "hei", "1234567890123", "aaaaaaaaaaaaaa"] {
        assert_eq!(words(short), Some("sign-in-phrase-short"), "{short}");
    }
    assert_eq!(words(&"ord ".repeat(30)), Some("form-too-long"));
    assert_eq!(words("Bikkja mi het Laika"), None);
    assert_eq!(compared("Bikkja mi"), "Bikkja mi");
}

#[test]
fn nobody_is_given_a_second_first_card() {
    for (has_doors, serving, answer) in [
        (false, true, Ok(())),
        (false, false, Err(Refusal::NotServing)),
        (true, true, Err(Refusal::HasDoors)),
        (true, false, Err(Refusal::HasDoors)),
    ] {
        assert_eq!(may_give_first(has_doors, serving), answer, "{has_doors} {serving}");
    }
}
