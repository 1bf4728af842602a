//! The rules, one line a case.

use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;
use platform::frame::Wording;

use crate::appointments::CHARTER;
use crate::appointments::rules::{Answer, By, Change, Command, Refusal, Standing, State, decide};

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

const NOW: &str = "2026-11-20T09:00:00Z";
const TOMORROW: &str = "2026-11-21T09:30:00Z";
const YESTERDAY: &str = "2026-11-19T09:30:00Z";

#[test]
fn who_may_do_what_with_an_appointment() {
    use Standing::{Cancelled, Met, Missed, Planned};
    let other = at("2026-11-24T09:00:00Z");
    let to = |seen| Command::Move { to: other, seen };
    let cases: [(&str, Standing, By, Command, Result<Change, Refusal>); 22] = [
        (TOMORROW, Planned, By::Person, Command::Answer(Answer::Yes), Ok(Change::Answered(Answer::Yes))),
        (TOMORROW, Planned, By::Person, Command::Answer(Answer::No), Ok(Change::Answered(Answer::No))),
        (TOMORROW, Planned, By::Maker, Command::Answer(Answer::Yes), Err(Refusal::NotYours)),
        (TOMORROW, Planned, By::Other, Command::Answer(Answer::Yes), Err(Refusal::NotYours)),
        (YESTERDAY, Planned, By::Person, Command::Answer(Answer::Yes), Err(Refusal::Over)),
        (YESTERDAY, Met, By::Person, Command::Answer(Answer::Yes), Err(Refusal::Over)),
        (TOMORROW, Cancelled, By::Person, Command::Answer(Answer::Yes), Err(Refusal::Cancelled)),
        (TOMORROW, Planned, By::Maker, to(3), Ok(Change::Moved(other))),
        (TOMORROW, Planned, By::Maker, to(2), Err(Refusal::Stale)),
        (TOMORROW, Planned, By::Other, to(3), Err(Refusal::NotYours)),
        (TOMORROW, Planned, By::Person, to(3), Err(Refusal::NotYours)),
        (YESTERDAY, Planned, By::Maker, to(3), Err(Refusal::Over)),
        (TOMORROW, Planned, By::Maker, Command::Move { to: at(YESTERDAY), seen: 3 }, Err(Refusal::When)),
        (TOMORROW, Planned, By::Maker, Command::Move { to: at("2029-11-20T09:00:00Z"), seen: 3 }, Err(Refusal::When)),
        (TOMORROW, Planned, By::Maker, Command::Cancel { seen: 3 }, Ok(Change::Cancelled)),
        (TOMORROW, Planned, By::Maker, Command::Cancel { seen: 4 }, Err(Refusal::Stale)),
        (TOMORROW, Cancelled, By::Maker, Command::Cancel { seen: 3 }, Err(Refusal::Cancelled)),
        (TOMORROW, Planned, By::Maker, Command::Tell { met: true }, Err(Refusal::NotYet)),
        (YESTERDAY, Planned, By::Maker, Command::Tell { met: true }, Ok(Change::Told(Met))),
        (YESTERDAY, Met, By::Maker, Command::Tell { met: false }, Ok(Change::Told(Missed))),
        (YESTERDAY, Planned, By::Person, Command::Tell { met: true }, Err(Refusal::NotYours)),
        ("2026-09-01T09:00:00Z", Planned, By::Maker, Command::Tell { met: true }, Err(Refusal::Over)),
    ];
    for (n, (time, standing, by, command, expected)) in cases.into_iter().enumerate() {
        let state = State { at: at(time), standing, version: 3 };
        assert_eq!(decide(&state, by, command, at(NOW)), expected, "case {n}");
    }
}

#[test]
fn every_refusal_has_a_sentence_and_a_remedy() {
    let wording = Wording::read(&[&CHARTER]).expect("the wording can be read");
    for language in Language::ALL {
        let say = wording.say(language);
        for refusal in Refusal::ALL {
            for key in [format!("refusal-{}", refusal.key()), format!("refusal-{}-remedy", refusal.key())] {
                assert!(say.has(&key), "{key} in {}", language.code());
            }
        }
    }
}

#[test]
fn the_keys_are_read_back() {
    for answer in [Answer::None].into_iter().chain(Answer::READY) {
        assert_eq!(Answer::parse(answer.key()), Some(answer));
    }
    for standing in Standing::ALL {
        assert_eq!(Standing::parse(standing.key()), Some(standing));
    }
}
