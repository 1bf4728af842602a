//! The rules by table, and what holds whatever happens.

use kernel::capacity::Places;
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;
use proptest::prelude::*;

use crate::beds::CHARTER;
use crate::beds::choices::{How, Journey, NextStep, UnitKind, Why};
use crate::beds::rules::{Baton, Board, Case, Change, Command, Question, Refusal, State, Step, ask, decide, step};

const COME_DAYS: i64 = 30;

fn now() -> Timestamp {
    Timestamp::parse(testkit::START).expect("a time")
}

fn places(free: u16) -> Places {
    Places::new(4, free).expect("places")
}

fn case(state: State) -> Case {
    Case { state, version: 3, journey: Journey::None }
}

fn offered() -> State {
    State::Offered { come_at: now().plus_days(1) }
}

#[test]
fn a_stay_goes_from_the_question_to_the_day_somebody_goes_on() {
    use Command::{Begin, End, NotCome, Offer, SayComing, SayNo, Withdraw};
    let tomorrow = now().plus_days(1);
    let stays = |state| Ok((state, Board::Stays));
    let taken = |state| Ok((state, Board::Taken(places(1))));
    let back = |state| Ok((state, Board::Back(places(3))));
    for (state, command, expected) in [
        (State::Asked, SayNo(Why::Full), stays(State::Asked)),
        (State::Asked, Offer(tomorrow), taken(State::Offered { come_at: tomorrow })),
        (State::Asked, Begin, taken(State::Begun)),
        (State::Asked, Withdraw, stays(State::Withdrawn)),
        (State::Asked, NotCome, Err(Refusal::NotWaiting)),
        (State::Asked, End(How::Planned), Err(Refusal::NotHere)),
        (State::Asked, Offer(now().plus_days(31)), Err(Refusal::ComeTime)),
        (State::Asked, Offer(now().plus_minutes(-6)), Err(Refusal::ComeTime)),
        (offered(), SayComing, stays(offered())),
        (State::Asked, SayComing, Err(Refusal::NotWaiting)),
        (State::Begun, SayComing, Err(Refusal::NotWaiting)),
        (offered(), Begin, stays(State::Begun)),
        (offered(), NotCome, back(State::Asked)),
        (offered(), SayNo(Why::OtherService), back(State::Asked)),
        (offered(), Withdraw, back(State::Withdrawn)),
        (offered(), Offer(tomorrow), Err(Refusal::NotWaiting)),
        (offered(), End(How::Planned), Err(Refusal::NotHere)),
        (State::Begun, End(How::Moved), back(State::Ended)),
        (State::Begun, Begin, Err(Refusal::NotWaiting)),
        (State::Begun, Withdraw, Err(Refusal::NotWaiting)),
        (State::Begun, SayNo(Why::Full), Err(Refusal::NotWaiting)),
        (State::Ended, End(How::Planned), Err(Refusal::Over)),
        (State::Withdrawn, Offer(tomorrow), Err(Refusal::Over)),
    ] {
        let came = decide(&case(state), 3, command, places(2), COME_DAYS, now());
        assert_eq!(came.map(|change| (change.state, change.board)), expected, "{state:?} {command:?}");
    }
}

#[test]
fn whoever_was_second_is_told_and_a_full_board_gives_nobody_a_place() {
    let offer = Command::Offer(now().plus_days(1));
    assert_eq!(decide(&case(State::Asked), 2, offer, places(2), COME_DAYS, now()), Err(Refusal::Changed));
    assert_eq!(decide(&case(State::Asked), 3, offer, places(0), COME_DAYS, now()), Err(Refusal::Full));
    assert_eq!(decide(&case(State::Asked), 3, Command::Begin, places(0), COME_DAYS, now()), Err(Refusal::Full));
    // Somebody counted the place as free by hand before the stay ended: there is no more to give back.
    let ended = decide(&case(State::Begun), 3, Command::End(How::Planned), places(4), COME_DAYS, now());
    assert_eq!(ended.map(|change| change.board), Ok(Board::Stays));
}

#[test]
fn nobody_goes_without_somebody_who_holds_the_baton() {
    for (journey, baton) in [
        (Journey::None, Baton::Kept),
        (Journey::Offered, Baton::HandedOver),
        (Journey::Accepted, Baton::HandedOver),
        (Journey::Passed, Baton::HandedOver),
    ] {
        for how in How::ALL {
            let here = Case { journey, ..case(State::Begun) };
            let ended = decide(&here, 3, Command::End(how), places(0), COME_DAYS, now());
            assert_eq!(ended.map(|change| change.baton), Ok(Some(baton)), "{journey:?} {how:?}");
        }
    }
}

#[test]
fn a_unit_may_be_asked_when_what_comes_after_is_said_and_the_person_has_said_yes() {
    let by_staff = Question {
        by_person: false,
        acute: false,
        next_step: Some(NextStep::Outpatient),
        said_yes: true,
        without_referral: false,
        unit_closed: false,
        open_already: false,
    };
    let by_person = Question { by_person: true, said_yes: false, next_step: None, without_referral: true, ..by_staff };
    let unclear = Some(NextStep::Unclear);
    for (question, expected) in [
        (by_staff, Ok(NextStep::Outpatient)),
        (Question { next_step: None, ..by_staff }, Err(Refusal::NoNextStep)),
        (Question { next_step: unclear, ..by_staff }, Err(Refusal::NoNextStep)),
        (Question { next_step: unclear, acute: true, ..by_staff }, Ok(NextStep::Unclear)),
        (Question { next_step: None, acute: true, ..by_staff }, Ok(NextStep::Unclear)),
        (Question { said_yes: false, ..by_staff }, Err(Refusal::NoYes)),
        (Question { unit_closed: true, ..by_staff }, Err(Refusal::UnitClosed)),
        (Question { open_already: true, ..by_staff }, Err(Refusal::AskedAlready)),
        (by_person, Ok(NextStep::Unclear)),
        (Question { without_referral: false, ..by_person }, Err(Refusal::NeedsReferral)),
        (Question { next_step: Some(NextStep::Lar), ..by_person }, Ok(NextStep::Lar)),
    ] {
        assert_eq!(ask(&question), expected, "{question:?}");
    }
}

#[test]
fn one_tap_moves_the_number_by_one_for_whoever_saw_it() {
    assert_eq!(step(places(2), 5, 5, Step::Up), Ok(places(3)));
    assert_eq!(step(places(2), 5, 5, Step::Down), Ok(places(1)));
    assert_eq!(step(places(4), 5, 5, Step::Up), Err(Refusal::BoardEnd));
    assert_eq!(step(places(0), 5, 5, Step::Down), Err(Refusal::BoardEnd));
    assert_eq!(step(places(2), 6, 5, Step::Up), Err(Refusal::Changed));
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::SayNo(Why::Full)),
        (0_i64..40).prop_map(|days| Command::Offer(now().plus_days(days))),
        Just(Command::NotCome),
        Just(Command::Begin),
        Just(Command::SayComing),
        Just(Command::End(How::Unplanned)),
        Just(Command::Withdraw),
    ]
}

proptest! {
    #[test]
    fn a_held_place_is_always_given_back_and_a_baton_is_named_exactly_when_somebody_goes(
        commands in prop::collection::vec(any_command(), 0..40),
    ) {
        let (mut one, mut board) = (Case { state: State::Asked, version: 0, journey: Journey::None }, places(2));
        for command in commands {
            let came = decide(&one, one.version, command, board, COME_DAYS, now());
            let Ok(Change { state, board: moved, baton }) = came else { continue };
            if let Board::Taken(now) | Board::Back(now) = moved {
                board = now;
            }
            prop_assert_eq!(baton.is_some(), state == State::Ended);
            one = Case { state, version: one.version + 1, ..one };
            let holds = matches!(one.state, State::Offered { .. } | State::Begun);
            prop_assert_eq!(board.free(), if holds { 1 } else { 2 });
        }
    }
}

#[test]
fn every_choice_has_words_in_three_languages() {
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        let mut keys: Vec<String> = Vec::new();
        for no in Refusal::ALL {
            keys.extend([format!("refusal-{}", no.key()), format!("refusal-{}-remedy", no.key())]);
        }
        keys.extend(UnitKind::ALL.map(|kind| format!("beds-kind-{}", kind.key())));
        for step in NextStep::ALL {
            keys.extend([format!("beds-next-{}", step.key()), format!("beds-next-choice-{}", step.key())]);
        }
        for why in Why::ALL {
            keys.extend(["why", "why-choice", "own-no"].map(|group| format!("beds-{group}-{}", why.key())));
        }
        for how in How::ALL {
            keys.extend(["how", "state-ended"].map(|group| format!("beds-{group}-{}", how.key())));
        }
        for journey in Journey::ALL {
            keys.extend(["journey", "own-journey", "baton"].map(|group| format!("beds-{group}-{}", journey.key())));
        }
        for shelf in crate::beds::store::lists::Shelf::ALL {
            keys.extend(["", "-title", "-none"].map(|end| format!("beds-shelf-{}{end}", shelf.key())));
        }
        for key in keys {
            assert!(say.has(&key), "{key} has no wording in {}", language.code());
        }
    }
}

#[test]
fn what_is_stored_is_read_back() {
    for kind in UnitKind::ALL {
        assert_eq!(UnitKind::parse(kind.key()), Some(kind));
    }
    for step in NextStep::ALL {
        assert_eq!(NextStep::parse(step.key()), Some(step));
    }
    for journey in Journey::ALL {
        assert_eq!(Journey::parse(journey.key()), Some(journey));
    }
    assert!(Why::ALL.into_iter().all(|why| Why::parse(why.key()) == Some(why)));
    assert!(How::ALL.into_iter().all(|how| How::parse(how.key()) == Some(how)));
}
