//! The rules by table, random commands over the wait, and why a home is offered or not.

use kernel::refusal::Refusal as _;
use kernel::time::Day;
use proptest::prelude::*;
use testkit::Town;

use crate::housing::CHARTER;
use crate::housing::fit::{Because, Facts, Support, Trait, Wanted, because, has_all_musts};
use crate::housing::rules::{Case, Command, EndReason, Home, NeedState, NoReason, OfferState, Refusal, WarningKind, Why, decide};

const FREE: Home = Home { free: true, declined: false, waited_longer: false, why: None };

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn case(state: NeedState, offer: Option<OfferState>) -> Case {
    Case { state, offer, asked_on: day("2026-05-08") }
}

#[test]
fn what_can_be_done_while_one_waits() {
    use NeedState::{Housed, Waiting, Withdrawn};
    use OfferState::{Open, Yes};
    use Refusal::{NotAnswered, NotWaiting, NothingOffered, OfferOpen};
    for (command, expected) in [
        (Command::Offer(FREE), [Ok((Waiting, Some(Open))), Err(OfferOpen), Err(OfferOpen)]),
        (Command::Yes, [Err(NothingOffered), Ok((Waiting, Some(Yes))), Err(NothingOffered)]),
        (Command::No, [Err(NothingOffered), Ok((Waiting, None)), Ok((Waiting, None))]),
        (Command::TakeBack, [Err(NothingOffered), Ok((Waiting, None)), Ok((Waiting, None))]),
        (Command::MoveIn, [Err(NothingOffered), Err(NotAnswered), Ok((Housed, None))]),
        (Command::Withdraw, [Ok((Withdrawn, None)), Ok((Withdrawn, None)), Ok((Withdrawn, None))]),
    ] {
        for (offer, expected) in [None, Some(Open), Some(Yes)].into_iter().zip(expected) {
            let became = decide(case(Waiting, offer), command).map(|case| (case.state, case.offer));
            assert_eq!(became, expected, "{command:?} with {offer:?}");
        }
        for over in [Housed, Withdrawn] {
            assert_eq!(decide(case(over, None), command), Err(NotWaiting), "{command:?} when {over:?}");
        }
    }
}

#[test]
fn a_home_is_offered_when_it_is_free_not_declined_and_nobody_has_waited_longer_without_a_reason() {
    for (home, expected) in [
        (FREE, None),
        (Home { free: false, ..FREE }, Some(Refusal::UnitTaken)),
        (Home { declined: true, ..FREE }, Some(Refusal::DeclinedThis)),
        (Home { waited_longer: true, ..FREE }, Some(Refusal::WaitedLonger)),
        (Home { waited_longer: true, why: Some(Why::Danger), ..FREE }, None),
    ] {
        assert_eq!(decide(case(NeedState::Waiting, None), Command::Offer(home)).err(), expected, "{home:?}");
    }
}

fn any_command() -> impl Strategy<Value = Command> {
    (0u8..5, any::<bool>(), any::<bool>()).prop_map(|(n, free, declined)| match n {
        0 => Command::Offer(Home { free, declined, ..FREE }),
        1 => Command::Yes,
        2 => Command::No,
        3 => Command::TakeBack,
        _ => Command::MoveIn,
    })
}

proptest! {
    #[test]
    fn nothing_that_happens_changes_the_date_and_no_no_ends_the_wait(commands in prop::collection::vec(any_command(), 0..60)) {
        let first = case(NeedState::Waiting, None);
        let mut now = first;
        for command in commands {
            let Ok(after) = decide(now, command) else { continue };
            prop_assert_eq!(after.asked_on, first.asked_on);
            prop_assert!(after.state == NeedState::Waiting || command == Command::MoveIn);
            now = after;
        }
    }

    #[test]
    fn a_fact_is_said_whatever_the_others_are_and_nothing_is_added_up(
        musts in prop::collection::vec(0usize..8, 0..8),
        has in prop::collection::vec(0usize..8, 0..8),
    ) {
        let pick = |several: &[usize]| several.iter().map(|n| Trait::ALL[*n]).collect::<Vec<_>>();
        let wanted = Wanted { wishes: vec![], musts: pick(&musts), support: Support::Visits };
        let home = Facts { traits: pick(&has), support: Support::Visits, free_from: Some(day("2026-11-01")), held: false, declined_on: None };
        let all = because(&wanted, &home, day("2026-11-20"));
        for one in Trait::ALL {
            let said = (all.contains(&Because::Has(one)), all.contains(&Because::LacksMust(one)));
            let must = wanted.musts.contains(&one);
            let there = home.traits.contains(&one);
            prop_assert_eq!(said, (must && there, must && !there));
        }
        prop_assert_eq!(has_all_musts(&wanted.musts, &home.traits), !all.iter().any(|one| one.stands_against()));
    }
}

#[test]
fn why_a_home_is_offered_and_why_not_is_said_in_one_order() {
    let wanted = Wanted { wishes: vec![Trait::Calm, Trait::NearBus], musts: vec![Trait::OwnDoor], support: Support::Visits };
    let home = Facts {
        traits: vec![Trait::NearBus],
        support: Support::Always,
        free_from: Some(day("2026-12-01")),
        held: true,
        declined_on: Some(day("2026-10-28")),
    };
    let all = because(&wanted, &home, day("2026-11-20"));
    assert_eq!(
        all,
        [
            Because::LacksMust(Trait::OwnDoor),
            Because::Lacks(Trait::Calm),
            Because::Has(Trait::NearBus),
            Because::SupportOther(Support::Always),
            Because::FreeFrom(day("2026-12-01")),
            Because::Held,
            Because::Declined(day("2026-10-28")),
        ]
    );
}

#[test]
fn a_hand_over_is_asked_for_where_somebody_has_to_take_over() {
    for (reason, expected) in [
        (EndReason::Moved, Some("moving")),
        (EndReason::OwnNotice, Some("moving")),
        (EndReason::Eviction, Some("eviction")),
        (EndReason::Treatment, Some("moving")),
        (EndReason::Prison, None),
        (EndReason::Died, None),
    ] {
        assert_eq!(reason.handover_from(), expected, "{reason:?}");
    }
}

#[test]
fn everything_has_words_in_three_languages() {
    testkit::on_sqlite(&[&CHARTER], &async |town: Town| {
        for language in kernel::language::Language::ALL {
            let say = town.app.say(language);
            let mut keys: Vec<String> = Vec::new();
            for refusal in Refusal::ALL {
                keys.extend([format!("refusal-{}", refusal.key()), format!("refusal-{}-remedy", refusal.key())]);
            }
            keys.extend(Trait::ALL.map(|one| format!("housing-trait-{}", one.key())));
            keys.extend(Support::ALL.map(|one| format!("housing-support-{}", one.key())));
            keys.extend(Why::ALL.map(|one| format!("housing-why-{}", one.key())));
            keys.extend(NoReason::ALL.map(|one| format!("housing-no-{}", one.key())));
            keys.extend(NoReason::ALL.map(|one| format!("housing-next-{}", one.key())));
            keys.extend(WarningKind::ALL.map(|one| format!("housing-warning-{}", one.key())));
            keys.extend(EndReason::ALL.map(|one| format!("housing-end-{}", one.key())));
            keys.extend(OfferState::ALL.map(|one| format!("housing-offer-{}", one.key())));
            for key in keys {
                assert!(say.has(&key), "{key} in {}", language.code());
            }
        }
    });
}
