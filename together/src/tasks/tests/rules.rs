//! The rules, one line a case.

use kernel::language::Language;
use kernel::refusal::Refusal as _;
use platform::frame::Wording;

use crate::tasks::CHARTER;
use crate::tasks::rules::{By, Change, Command, Refusal, Standing, State, Status, decide, first};

#[test]
fn who_may_do_what_with_a_task() {
    use Standing::{Declined, Proposed, Taken, Withdrawn};
    use Status::{Done, NotBegun, Ongoing, Waiting};
    let set = |status, seen| Command::Set { status, seen };
    let cases: [(Standing, Status, By, Command, Result<Change, Refusal>); 24] = [
        (Proposed, Waiting, By::Owner, Command::Take, Ok(Change::Stands(Taken))),
        (Proposed, Waiting, By::Owner, Command::Decline, Ok(Change::Stands(Declined))),
        (Proposed, Waiting, By::Maker, Command::Take, Err(Refusal::NotYours)),
        (Proposed, Waiting, By::Other, Command::Take, Err(Refusal::NotYours)),
        (Proposed, Waiting, By::Owner, set(Done, 2), Err(Refusal::NotTaken)),
        (Taken, NotBegun, By::Owner, Command::Take, Err(Refusal::Answered)),
        (Taken, NotBegun, By::Owner, Command::Decline, Ok(Change::Stands(Declined))),
        (Taken, Done, By::Owner, Command::Decline, Err(Refusal::Answered)),
        (Declined, Waiting, By::Owner, Command::Take, Err(Refusal::Answered)),
        (Taken, NotBegun, By::Owner, set(Ongoing, 2), Ok(Change::Status(Ongoing))),
        (Taken, Ongoing, By::Owner, set(Done, 1), Err(Refusal::Stale)),
        (Taken, Ongoing, By::Maker, set(Done, 2), Err(Refusal::NotYours)),
        (Taken, Ongoing, By::Other, set(Done, 2), Err(Refusal::NotYours)),
        (Declined, Waiting, By::Owner, set(Done, 2), Err(Refusal::NotTaken)),
        (Proposed, Waiting, By::Maker, Command::Withdraw, Ok(Change::Stands(Withdrawn))),
        (Declined, Waiting, By::Maker, Command::Withdraw, Ok(Change::Stands(Withdrawn))),
        (Taken, NotBegun, By::Maker, Command::Withdraw, Err(Refusal::Answered)),
        (Withdrawn, Waiting, By::Maker, Command::Withdraw, Err(Refusal::Answered)),
        (Proposed, Waiting, By::Owner, Command::Withdraw, Err(Refusal::NotYours)),
        (Withdrawn, Waiting, By::Owner, Command::Take, Err(Refusal::Answered)),
        (Taken, NotBegun, By::Both, Command::Decline, Ok(Change::Stands(Declined))),
        (Taken, NotBegun, By::Both, Command::Withdraw, Err(Refusal::Answered)),
        (Taken, NotBegun, By::Both, set(Done, 2), Ok(Change::Status(Done))),
        (Declined, Waiting, By::Both, Command::Withdraw, Ok(Change::Stands(Withdrawn))),
    ];
    for (n, (standing, status, by, command, expected)) in cases.into_iter().enumerate() {
        assert_eq!(decide(&State { standing, status, version: 2 }, by, command), expected, "case {n}");
    }
}

#[test]
fn nobody_has_a_task_they_have_not_said_yes_to() {
    assert_eq!(first(By::Both, false), Standing::Taken, "one's own");
    assert_eq!(first(By::Maker, false), Standing::Proposed, "another is asked");
    assert_eq!(first(By::Maker, true), Standing::Taken, "another who said yes there");
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
    for status in Status::ALL {
        assert_eq!(Status::parse(status.key()), Some(status));
    }
    for standing in Standing::ALL {
        assert_eq!(Standing::parse(standing.key()), Some(standing));
    }
}
