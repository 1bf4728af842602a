//! The rules, one line a case.

use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;

use crate::access_log::limits::Limits;
use crate::access_log::rules::{Change, Command, Refusal, State, decide, is_late};

pub const LIMITS: Limits = Limits {
    answer_days: 7,
    open_questions: 3,
    pattern_days: 7,
    tally_kept_days: 30,
    day_persons: 2,
    same_person: 3,
    outside_hours: 1,
    denied_tries: 1,
    night_from: 22,
    night_until: 6,
};

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

#[test]
fn each_command_in_each_state() {
    let now = at("2026-11-20T20:30:00Z");
    let due = at("2026-11-27T23:00:00Z");
    let plain = State::default();
    let someone = State { employee: true, ..State::default() };
    let cases = [
        ("asking", plain.clone(), Command::Ask, Ok(Change::Asked { due })),
        ("about oneself", State { nobody_else: true, ..plain.clone() }, Command::Ask, Err(Refusal::NobodyLooked)),
        ("twice", State { waits: true, ..plain.clone() }, Command::Ask, Err(Refusal::AlreadyAsked)),
        ("a third", State { open: 2, ..plain.clone() }, Command::Ask, Ok(Change::Asked { due })),
        ("a fourth", State { open: 3, ..plain.clone() }, Command::Ask, Err(Refusal::ManyQuestions)),
        ("answering", plain.clone(), Command::Answer, Ok(Change::Answered)),
        ("again", State { answered: true, ..plain.clone() }, Command::Answer, Err(Refusal::AlreadyAnswered)),
        ("reading", State { answered: true, ..plain.clone() }, Command::Read, Ok(Change::Read)),
        ("rereading", State { answered: true, read: true, ..plain.clone() }, Command::Read, Ok(Change::Nothing)),
        ("too early", plain.clone(), Command::Read, Err(Refusal::NoAnswerYet)),
        ("blocking", someone.clone(), Command::Block, Ok(Change::Blocked)),
        ("blocked", State { blocked: true, ..someone }, Command::Block, Ok(Change::Nothing)),
        ("a relative", plain, Command::Block, Err(Refusal::NobodyToBlock)),
    ];
    for (case, state, command, expected) in cases {
        assert_eq!(decide(&state, command, &LIMITS, now), expected, "{case}");
    }
    assert!(!is_late(due, due.plus_s(-1)) && is_late(due, due), "the whole of the last day is promised");
}

#[test]
fn every_refusal_says_why_and_what_to_do() {
    let wordings = [include_str!("../text/nb.ftl"), include_str!("../text/nn.ftl"), include_str!("../text/en.ftl")];
    for refusal in Refusal::ALL {
        for text in wordings {
            for key in [format!("refusal-{} =", refusal.key()), format!("refusal-{}-remedy =", refusal.key())] {
                assert!(text.contains(&key), "{key}");
            }
        }
    }
}
