use kernel::id::{AccountId, OrganisationId};
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Timestamp;
use proptest::prelude::*;

use super::super::choices::Ready;
use super::super::promise::Promise;
use super::super::rules::{ANSWERING, Case, Command, Holder, Next, Refusal, State, decide};
use super::super::store::desks::may_answer;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

fn now() -> Timestamp {
    at("2026-11-20T10:00:00Z")
}

fn someone(organisation: u128, account: u128) -> Holder {
    Holder { organisation: OrganisationId::from_bits(organisation), account: AccountId::from_bits(account) }
}

fn promise() -> Promise {
    Promise { from: at("2026-11-20T09:00:00Z"), until: at("2026-11-20T13:00:00Z") }
}

fn next() -> Next {
    Next { on_duty: someone(1, 9), promise: Promise { from: now(), until: at("2026-11-20T14:00:00Z") } }
}

fn waiting() -> State {
    State::Waiting { holder: someone(1, 1), promise: promise() }
}

fn taken() -> State {
    State::Taken { holder: someone(1, 1), promise: promise() }
}

fn answered() -> State {
    State::Answered { holder: someone(1, 1) }
}

fn closed() -> State {
    State::Closed { last: someone(1, 1), at: now() }
}

fn after(state: State, command: Command) -> Result<State, Refusal> {
    decide(&Case { state, urgent_at: None }, command, now()).map(|case| case.state)
}

#[test]
fn each_state_meets_each_command_as_the_table_says() {
    let (me, other) = (someone(1, 1), someone(1, 2));
    let elsewhere = someone(2, 3);
    let by_other = State::Taken { holder: other.clone(), promise: promise() };
    let again = State::Taken { holder: me.clone(), promise: next().promise };
    let anew = State::Waiting { holder: next().on_duty, promise: next().promise };
    let table = [
        (waiting(), Command::Take(other.clone()), Ok(by_other.clone())),
        (taken(), Command::Take(me.clone()), Ok(taken())),
        (taken(), Command::Take(other.clone()), Err(Refusal::TakenByAnother)),
        (answered(), Command::Take(other.clone()), Err(Refusal::TakenByAnother)),
        (closed(), Command::Take(me.clone()), Err(Refusal::Closed)),
        (waiting(), Command::PassOn(other.clone()), Ok(by_other.clone())),
        (taken(), Command::PassOn(other.clone()), Ok(by_other.clone())),
        (taken(), Command::PassOn(me.clone()), Err(Refusal::SameHolder)),
        (taken(), Command::PassOn(elsewhere.clone()), Ok(State::Waiting { holder: elsewhere.clone(), promise: promise() })),
        (answered(), Command::PassOn(other.clone()), Ok(State::Answered { holder: other.clone() })),
        (closed(), Command::PassOn(other.clone()), Err(Refusal::Closed)),
        (waiting(), Command::HolderGone(other.clone()), Ok(State::Waiting { holder: other.clone(), promise: promise() })),
        (taken(), Command::HolderGone(other.clone()), Ok(State::Waiting { holder: other.clone(), promise: promise() })),
        (answered(), Command::HolderGone(other.clone()), Ok(State::Answered { holder: other.clone() })),
        (closed(), Command::HolderGone(other.clone()), Err(Refusal::Closed)),
        (waiting(), Command::Reply(other.clone()), Ok(State::Answered { holder: other.clone() })),
        (taken(), Command::Reply(me.clone()), Ok(answered())),
        (taken(), Command::Reply(other.clone()), Err(Refusal::TakenByAnother)),
        (answered(), Command::Reply(me.clone()), Ok(answered())),
        (closed(), Command::Reply(me), Err(Refusal::Closed)),
        (waiting(), Command::Answer(Ready::Come, next()), Err(Refusal::NothingToAnswer)),
        (answered(), Command::Answer(Ready::Come, next()), Ok(answered())),
        (answered(), Command::Answer(Ready::Fine, next()), Ok(answered())),
        (answered(), Command::Answer(Ready::CallMe, next()), Ok(again.clone())),
        (answered(), Command::Answer(Ready::OtherDay, next()), Ok(again.clone())),
        (answered(), Command::Answer(Ready::NoThanks, next()), Ok(closed())),
        (waiting(), Command::Answer(Ready::NoThanks, next()), Ok(closed())),
        (closed(), Command::Answer(Ready::NoThanks, next()), Ok(closed())),
        (closed(), Command::Answer(Ready::Come, next()), Ok(anew.clone())),
        (waiting(), Command::Write(next()), Ok(waiting())),
        (taken(), Command::Write(next()), Ok(taken())),
        (answered(), Command::Write(next()), Ok(again)),
        (closed(), Command::Write(next()), Ok(anew)),
        (waiting(), Command::Close, Err(Refusal::Unanswered)),
        (taken(), Command::Close, Err(Refusal::Unanswered)),
        (answered(), Command::Close, Ok(closed())),
        (closed(), Command::Close, Err(Refusal::Closed)),
        (closed(), Command::MarkUrgent, Err(Refusal::Closed)),
    ];
    for (state, command, expected) in table {
        let line = format!("{} {command:?}", state.key());
        assert_eq!(after(state, command), expected, "{line}");
    }
}

#[test]
fn the_menu_names_exactly_those_roles_that_the_access_decision_lets_in() {
    let let_in: Vec<Role> = Role::ALL.into_iter().filter(|role| role.is_staff() && may_answer(*role)).collect();
    assert_eq!(let_in, ANSWERING);
}

#[test]
fn urgent_is_marked_once_and_lasts_until_the_answer() {
    let asked = Case { state: waiting(), urgent_at: None };
    let urgent = decide(&asked, Command::MarkUrgent, now()).expect("it can be marked");
    assert_eq!(urgent.urgent_at, Some(now()));
    let later = now().plus_minutes(5);
    assert_eq!(decide(&urgent, Command::MarkUrgent, later).expect("twice is harmless").urgent_at, Some(now()));
    let passed = decide(&urgent, Command::PassOn(someone(2, 3)), later).expect("it can be given on");
    assert_eq!(passed.urgent_at, Some(now()), "it is urgent for the receiver too");
    let replied = decide(&urgent, Command::Reply(someone(1, 1)), later).expect("it can be answered");
    assert_eq!(replied.urgent_at, None);
}

#[test]
fn every_refusal_has_a_sentence_and_a_remedy_in_three_languages() {
    for (language, text) in super::super::CHARTER.wording {
        for refusal in Refusal::ALL {
            for key in [format!("refusal-{} =", refusal.key()), format!("refusal-{}-remedy =", refusal.key())] {
                assert!(text.contains(&key), "{key} in {}", language.code());
            }
        }
    }
}

fn any_holder() -> impl Strategy<Value = Holder> {
    (1_u128..3, 1_u128..4).prop_map(|(organisation, account)| someone(organisation, account))
}

fn any_ready() -> impl Strategy<Value = Ready> {
    prop_oneof![Just(Ready::Come), Just(Ready::Fine), Just(Ready::CallMe), Just(Ready::OtherDay), Just(Ready::NoThanks)]
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        any_holder().prop_map(Command::Take),
        any_holder().prop_map(Command::PassOn),
        any_holder().prop_map(Command::HolderGone),
        Just(Command::MarkUrgent),
        any_holder().prop_map(Command::Reply),
        any_ready().prop_map(|ready| Command::Answer(ready, next())),
        Just(Command::Write(next())),
        Just(Command::Close),
    ]
}

proptest! {
    #[test]
    fn there_is_always_exactly_one_holder_until_it_is_closed(commands in prop::collection::vec(any_command(), 0..40)) {
        let mut case = Case { state: waiting(), urgent_at: None };
        for command in commands {
            let before = case.clone();
            let said = command.clone();
            match decide(&case, command, now()) {
                Err(_) => prop_assert_eq!(&case, &before, "a refusal changes nothing"),
                Ok(after) => case = after,
            }
            let is_closed = matches!(case.state, State::Closed { .. });
            prop_assert_eq!(case.state.holder().is_none(), is_closed);
            let moved = case.state.last_holder() != before.state.last_holder();
            let may_move = match &said {
                Command::Take(to) | Command::PassOn(to) | Command::HolderGone(to) | Command::Reply(to) => case.state.last_holder() == to,
                Command::Answer(_, next) | Command::Write(next) => {
                    matches!(before.state, State::Closed { .. }) && *case.state.last_holder() == next.on_duty
                }
                Command::MarkUrgent | Command::Close => false,
            };
            prop_assert!(!moved || may_move, "{:?} moved it to {:?}", said, case.state.last_holder());
            // A promise that runs is kept or fulfilled, never pushed ahead.
            if let (Some(was), Some(is)) = (before.state.promise(), case.state.promise()) {
                prop_assert_eq!(was, is);
            }
        }
    }
}
