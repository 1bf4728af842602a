//! The protocol by table, and over every combination.

use kernel::id::AccountId;
use kernel::refusal::Refusal as _;

use crate::referrals::rules::{Able, By, Command, End, Refusal, State, Why, decide, holder};

const STATES: [State; 6] =
    [State::Drafted, State::Awaiting, State::Sent, State::Questioned, State::Accepted, State::Closed(End::Done)];
const ALL_BY: [By; 4] = [By::Person, By::Sender, By::Receiver, By::Link];

fn commands() -> Vec<Command> {
    vec![
        Command::Rewrite,
        Command::Ask,
        Command::Yes,
        Command::No,
        Command::Withdraw,
        Command::TakeBack,
        Command::MakeLink,
        Command::Question,
        Command::Answer,
        Command::Accept,
        Command::Refuse(Why::NoRoom),
        Command::Take(AccountId::from_bits(1)),
        Command::Finish,
    ]
}

#[test]
fn each_act_leads_on_or_is_refused_for_its_reason() {
    use By::{Link, Person, Receiver, Sender};
    let refuse = Command::Refuse(Why::NoRoom);
    let refused = State::Closed(End::Refused(Why::NoRoom));
    for (state, by, by_link, command, came_to) in [
        (State::Drafted, Sender, false, Command::Rewrite, Ok(State::Drafted)),
        (State::Drafted, Sender, false, Command::Ask, Ok(State::Awaiting)),
        (State::Drafted, Sender, false, Command::TakeBack, Ok(State::Closed(End::TakenBack))),
        (State::Drafted, Person, false, Command::Yes, Err(Refusal::NothingAsked)),
        (State::Drafted, Person, false, Command::Withdraw, Ok(State::Closed(End::PersonSaidNo))),
        (State::Drafted, Receiver, false, Command::Accept, Err(Refusal::PersonFirst)),
        (State::Awaiting, Person, false, Command::Yes, Ok(State::Sent)),
        (State::Awaiting, Person, false, Command::No, Ok(State::Closed(End::PersonSaidNo))),
        (State::Awaiting, Sender, false, Command::Yes, Err(Refusal::NotYours)),
        (State::Awaiting, Sender, false, Command::Rewrite, Err(Refusal::Asked)),
        (State::Awaiting, Sender, false, Command::TakeBack, Ok(State::Closed(End::TakenBack))),
        (State::Awaiting, Receiver, false, refuse.clone(), Err(Refusal::PersonFirst)),
        (State::Awaiting, Sender, true, Command::MakeLink, Err(Refusal::PersonFirst)),
        (State::Sent, Person, false, Command::Yes, Err(Refusal::Answered)),
        (State::Sent, Sender, false, Command::TakeBack, Err(Refusal::Asked)),
        (State::Sent, Sender, false, Command::MakeLink, Err(Refusal::NoLink)),
        (State::Sent, Sender, true, Command::MakeLink, Ok(State::Sent)),
        (State::Sent, Receiver, false, Command::Question, Ok(State::Questioned)),
        (State::Sent, Receiver, false, Command::Accept, Ok(State::Accepted)),
        (State::Sent, Receiver, false, refuse.clone(), Ok(refused)),
        (State::Sent, Sender, false, Command::Accept, Err(Refusal::NotYours)),
        (State::Sent, Sender, true, Command::Accept, Ok(State::Accepted)),
        (State::Sent, Link, true, Command::Question, Ok(State::Questioned)),
        (State::Sent, Link, true, Command::Take(AccountId::from_bits(1)), Err(Refusal::NotYours)),
        (State::Sent, Sender, false, Command::Answer, Err(Refusal::NothingAsked)),
        (State::Questioned, Person, false, Command::Answer, Ok(State::Sent)),
        (State::Questioned, Sender, false, Command::Answer, Ok(State::Sent)),
        (State::Questioned, Receiver, false, Command::Question, Err(Refusal::Answered)),
        (State::Questioned, Receiver, false, Command::Accept, Ok(State::Accepted)),
        (State::Questioned, Sender, true, Command::MakeLink, Err(Refusal::Answered)),
        (State::Accepted, Receiver, false, Command::Accept, Err(Refusal::Answered)),
        (State::Accepted, Receiver, false, refuse, Err(Refusal::Answered)),
        (State::Accepted, Receiver, false, Command::Finish, Ok(State::Closed(End::Done))),
        (State::Accepted, Sender, false, Command::Finish, Err(Refusal::NotYours)),
        (State::Accepted, Sender, true, Command::Finish, Ok(State::Closed(End::Done))),
        (State::Accepted, Person, false, Command::Withdraw, Ok(State::Closed(End::Withdrawn))),
        (State::Closed(End::Done), Person, false, Command::Withdraw, Err(Refusal::Over)),
    ] {
        assert_eq!(decide(state, by, by_link, &command), came_to, "{state:?} {by:?} {by_link} {command:?}");
    }
}

#[test]
fn nothing_reaches_the_other_service_without_the_persons_yes() {
    for state in STATES {
        for by in ALL_BY {
            for by_link in [false, true] {
                for command in commands() {
                    let Ok(next) = decide(state, by, by_link, &command) else { continue };
                    let with = |state: State| state.is_with_receiver();
                    if !with(state) && with(next) {
                        assert_eq!((state, by, &command), (State::Awaiting, By::Person, &Command::Yes));
                    }
                }
            }
        }
    }
}

#[test]
fn the_person_can_take_it_back_from_every_state_that_is_not_over() {
    for state in STATES.into_iter().filter(|state| !state.is_over()) {
        let back = decide(state, By::Person, false, &Command::Withdraw);
        assert!(back.is_ok_and(State::is_over), "{state:?}");
    }
}

#[test]
fn every_state_has_a_way_out_and_what_is_over_has_none() {
    for state in STATES {
        let moves = ALL_BY.into_iter().flat_map(|by| commands().into_iter().map(move |command| (by, command)));
        let ends = moves.into_iter().any(|(by, command)| decide(state, by, false, &command).is_ok_and(|next| next.is_over()));
        assert_eq!(ends, !state.is_over(), "{state:?}");
    }
}

#[test]
fn whoever_holds_fewest_of_those_who_meet_people_holds_it() {
    let able = |n: u128, main_role, holds| Able { account: AccountId::from_bits(n), main_role, holds };
    let chosen = |list: &[Able]| holder(list).cloned();
    assert_eq!(chosen(&[]), None);
    assert_eq!(chosen(&[able(1, true, 3), able(2, true, 1)]), Some(AccountId::from_bits(2)));
    assert_eq!(chosen(&[able(1, true, 3), able(2, false, 0)]), Some(AccountId::from_bits(1)), "the role that meets people first");
    assert_eq!(chosen(&[able(2, false, 0), able(1, false, 0)]), Some(AccountId::from_bits(1)), "always the same one");
}

#[test]
fn every_refusal_has_a_key_of_its_own_and_every_state_its_way_to_storage_and_back() {
    let mut keys: Vec<&str> = Refusal::ALL.iter().map(Refusal::key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Refusal::ALL.len());
    for state in STATES.into_iter().chain([State::Closed(End::Refused(Why::Other)), State::Closed(End::Withdrawn)]) {
        let why = if let State::Closed(End::Refused(why)) = state { Some(why) } else { None };
        assert_eq!(State::parse(state.key(), why), Some(state));
    }
}
