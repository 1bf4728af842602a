use kernel::id::OrganisationId;
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Day;
use proptest::prelude::*;

use crate::agreements::CHARTER;
use crate::agreements::rules::{Change, Command, Refusal, Standing, State, Terms, decide, fair, may_speak, propose};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn terms(from: &str, until: &str) -> Terms {
    Terms { title: "Kaffe".into(), words: "To ganger i uka".into(), from: day(from), until: day(until) }
}

fn cafe() -> OrganisationId {
    OrganisationId::from_bits(1)
}

fn town() -> OrganisationId {
    OrganisationId::from_bits(2)
}

fn standing(state: State, waits_on: Option<OrganisationId>) -> Standing {
    Standing { proposer: cafe(), other: town(), state, waits_on, until: day("2027-01-31") }
}

#[test]
fn whoever_works_somewhere_may_propose_to_anybody_else() {
    for role in Role::ALL {
        let may = propose(role, &cafe(), &town());
        assert_eq!(may.is_ok(), may_speak(role), "{role:?}");
        assert_eq!(may.is_err(), may == Err(Refusal::NotThisRole), "{role:?}");
    }
    assert!([Role::Volunteer, Role::Leader, Role::Nav, Role::DetoxNurse].into_iter().all(may_speak));
    assert!(![Role::Person, Role::Visitor, Role::NextOfKin, Role::Admin, Role::PrivacyContact].into_iter().any(may_speak));
    assert_eq!(propose(Role::Volunteer, &cafe(), &cafe()), Err(Refusal::WithYourself));
}

#[test]
fn terms_by_table() {
    let today = day("2026-11-20");
    let table = [
        ("2026-12-01", "2027-12-01", Ok(())),
        ("2026-12-02", "2026-12-01", Err(Refusal::Backwards)),
        ("2026-10-01", "2026-11-19", Err(Refusal::PastAlready)),
        ("2026-10-01", "2026-11-20", Ok(())),
        ("2026-12-01", "2032-12-01", Err(Refusal::TooLong)),
    ];
    for (from, until, expected) in table {
        assert_eq!(fair(&terms(from, until), 1827, today), expected, "{from} {until}");
    }
}

#[test]
fn answers_by_table() {
    let today = day("2026-11-20");
    let new = terms("2026-12-01", "2027-12-01");
    let asked = standing(State::Proposed, Some(town()));
    let back = standing(State::Proposed, Some(cafe()));
    let agreed = standing(State::Agreed, None);
    let over = Standing { until: day("2026-11-19"), ..agreed.clone() };
    let late = Standing { until: day("2026-11-19"), ..asked.clone() };
    let table = [
        (&asked, town(), Command::Yes, Ok(Change::Agreed)),
        (&asked, town(), Command::No, Ok(Change::Declined)),
        (&asked, town(), Command::Change(new.clone()), Ok(Change::Changed(new.clone(), cafe()))),
        (&asked, town(), Command::TakeBack, Err(Refusal::NotYours)),
        (&asked, cafe(), Command::Yes, Err(Refusal::NotYours)),
        (&asked, cafe(), Command::TakeBack, Ok(Change::TakenBack)),
        (&back, cafe(), Command::Yes, Ok(Change::Agreed)),
        (&back, cafe(), Command::Change(new.clone()), Ok(Change::Changed(new, town()))),
        (&back, town(), Command::TakeBack, Ok(Change::TakenBack)),
        (&asked, OrganisationId::from_bits(3), Command::Yes, Err(Refusal::NotYours)),
        (&late, town(), Command::Yes, Err(Refusal::PastAlready)),
        (&agreed, cafe(), Command::End, Ok(Change::Ended)),
        (&agreed, town(), Command::End, Ok(Change::Ended)),
        (&agreed, town(), Command::Yes, Err(Refusal::Answered)),
        (&over, town(), Command::End, Err(Refusal::Answered)),
        (&asked, town(), Command::End, Err(Refusal::Answered)),
    ];
    for (standing, mine, command, expected) in table {
        assert_eq!(decide(standing, Role::Volunteer, &mine, &command, today), expected, "{standing:?} {command:?}");
        assert_eq!(decide(standing, Role::Admin, &mine, &command, today), Err(Refusal::NotThisRole));
    }
    assert!(agreed.runs(day("2027-01-31")) && !agreed.runs(day("2027-02-01")) && !asked.runs(today));
}

#[test]
fn every_word_is_there() {
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        for no in Refusal::ALL {
            assert!(say.has(&format!("refusal-{}", no.key())) && say.has(&format!("refusal-{}-remedy", no.key())), "{no:?}");
        }
        for state in State::ALL {
            assert!(say.has(&format!("agreements-state-{}", state.key())), "{state:?}");
        }
        for step in ["proposed", "changed", "agreed", "declined", "taken-back", "ended"] {
            assert!(say.has(&format!("agreements-step-{step}")), "{step}");
        }
    }
}

proptest! {
    /// Whatever the two do in whatever order: nothing is agreed but by a yes from the one who did not write the terms last.
    #[test]
    fn nobody_says_yes_to_their_own_words(moves in proptest::collection::vec((any::<bool>(), 0..4_u8), 1..30)) {
        let today = day("2026-11-20");
        let mut now = standing(State::Proposed, Some(town()));
        let mut wrote = cafe();
        for (is_cafe, what) in moves {
            let mine = if is_cafe { cafe() } else { town() };
            let command = match what {
                0 => Command::Yes,
                1 => Command::No,
                2 => Command::Change(terms("2026-12-01", "2027-12-01")),
                _ => Command::TakeBack,
            };
            match decide(&now, Role::Leader, &mine, &command, today) {
                Ok(Change::Agreed) => {
                    prop_assert!(mine != wrote);
                    now = standing(State::Agreed, None);
                }
                Ok(Change::Changed(_, to)) => {
                    prop_assert!(mine != wrote && to == wrote);
                    wrote = mine;
                    now = standing(State::Proposed, Some(to));
                }
                Ok(Change::TakenBack) => {
                    prop_assert!(mine == wrote);
                    now = standing(State::TakenBack, None);
                }
                Ok(_) => now = standing(State::Declined, None),
                Err(_) => {}
            }
        }
    }
}
