//! The rules, one line a case.

use kernel::language::Language;
use kernel::refusal::Refusal as _;
use platform::frame::Wording;

use crate::meetings::CHARTER;
use crate::meetings::rules::{Becomes, By, Command, MAX_ITEMS, Origin, Phase, Refusal, State, becomes, decide};

fn state(phase: Phase) -> State {
    State { phase, person_absent: false, read: false, seen: false, items: 2 }
}

#[test]
fn who_may_do_what_and_when() {
    use By::{Leader, Member, Person};
    use Command::{Answer, Begin, Cancel, Choose, Close, Confirm, Disagree, Drop, Propose, Read, Undo, Write};
    use Phase::{Called, Cancelled, Closed, Running};
    let write = |seen| Write { seen, is: 4 };
    let close = Close { next_is_said: true };
    let cases: [(Phase, By, Command, Result<(), Refusal>); 41] = [
        (Called, Person, Propose, Ok(())),
        (Called, Member, Propose, Ok(())),
        (Running, Leader, Propose, Ok(())),
        (Closed, Person, Propose, Err(Refusal::Over)),
        (Cancelled, Person, Propose, Err(Refusal::Cancelled)),
        (Called, Person, Drop(Origin::Person), Ok(())),
        (Called, Person, Drop(Origin::Staff), Ok(())),
        (Called, Leader, Drop(Origin::Staff), Ok(())),
        (Called, Leader, Drop(Origin::Person), Err(Refusal::TheirWords)),
        (Called, Member, Drop(Origin::Staff), Err(Refusal::NotLeader)),
        (Called, Person, Choose, Ok(())),
        (Called, Leader, Choose, Err(Refusal::NotPerson)),
        (Closed, Person, Choose, Err(Refusal::Over)),
        (Called, Member, Answer, Ok(())),
        (Running, Member, Answer, Err(Refusal::Begun)),
        (Called, Leader, Begin, Ok(())),
        (Called, Member, Begin, Err(Refusal::NotLeader)),
        (Called, Person, Begin, Err(Refusal::NotLeader)),
        (Running, Leader, Begin, Err(Refusal::Begun)),
        (Closed, Leader, Begin, Err(Refusal::Over)),
        (Called, Leader, Cancel, Ok(())),
        (Running, Leader, Cancel, Err(Refusal::Begun)),
        (Called, Member, Cancel, Err(Refusal::NotLeader)),
        (Running, Leader, write(4), Ok(())),
        (Running, Leader, write(3), Err(Refusal::Stale)),
        (Called, Leader, write(4), Err(Refusal::NotBegun)),
        (Closed, Leader, write(4), Err(Refusal::Over)),
        (Running, Member, write(4), Err(Refusal::NotLeader)),
        (Running, Leader, Undo, Ok(())),
        (Running, Member, Undo, Err(Refusal::NotLeader)),
        (Running, Leader, Read, Ok(())),
        (Called, Leader, Read, Err(Refusal::NotBegun)),
        (Running, Leader, Disagree, Ok(())),
        (Closed, Person, Disagree, Ok(())),
        (Called, Person, Disagree, Err(Refusal::NotBegun)),
        (Closed, Leader, Disagree, Err(Refusal::Over)),
        (Running, Member, Disagree, Err(Refusal::NotLeader)),
        (Running, Leader, close, Err(Refusal::ReadFirst)),
        (Running, Person, close, Err(Refusal::NotLeader)),
        (Closed, Person, Confirm, Ok(())),
        (Running, Person, Confirm, Err(Refusal::NotBegun)),
    ];
    for (n, (phase, by, command, expected)) in cases.into_iter().enumerate() {
        assert_eq!(decide(&state(phase), by, command), expected, "case {n}");
    }
    assert_eq!(decide(&state(Closed), Leader, Confirm), Err(Refusal::NotPerson));
    let full = State { items: MAX_ITEMS, ..state(Called) };
    assert_eq!(decide(&full, Person, Propose), Err(Refusal::Full));
}

#[test]
fn it_ends_only_when_it_has_been_read_up_and_the_next_is_said() {
    let close = |next_is_said| Command::Close { next_is_said };
    let read = State { read: true, ..state(Phase::Running) };
    assert_eq!(decide(&read, By::Leader, close(true)), Ok(()));
    assert_eq!(decide(&read, By::Leader, close(false)), Err(Refusal::NextFirst));
    let absent = State { person_absent: true, ..state(Phase::Running) };
    assert_eq!(decide(&absent, By::Leader, close(true)), Ok(()), "nobody to read it up to");
}

#[test]
fn whoever_was_not_there_is_asked_and_never_told() {
    assert_eq!(becomes(true, true, true), Becomes::Task);
    assert_eq!(becomes(true, true, false), Becomes::Question);
    assert_eq!(becomes(true, false, true), Becomes::Line, "somebody without a workplace here");
    assert_eq!(becomes(false, false, false), Becomes::Line);
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
    for phase in Phase::ALL {
        assert_eq!(Phase::parse(phase.key()), Some(phase));
    }
    for origin in [Origin::Person, Origin::Staff] {
        assert_eq!(Origin::parse(origin.key()), Some(origin));
    }
}
