//! A number and its age, case by case.

use proptest::prelude::{Just, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{Age, Expected, Fault, Limits, MAX_EXPECTED_DAYS, MAX_PLACES, Places, age};
use crate::time::Timestamp;

const NOW: i64 = 1_800_000_000;

fn now() -> Timestamp {
    Timestamp::from_unix_s(NOW)
}

#[test]
fn a_number_ages_by_the_limits_it_is_given() {
    let limits = Limits::new(120, 480).expect("limits");
    for (minutes_ago, expected) in [
        (Some(-10), Age::Fresh),
        (Some(0), Age::Fresh),
        (Some(119), Age::Fresh),
        (Some(120), Age::Ageing),
        (Some(479), Age::Ageing),
        (Some(480), Age::Grey),
        (Some(100_000), Age::Grey),
        (None, Age::Grey),
    ] {
        let confirmed = minutes_ago.map(|minutes: i64| now().plus_minutes(-minutes));
        assert_eq!(age(confirmed, now(), limits), expected, "{minutes_ago:?}");
    }
}

#[test]
fn the_last_second_of_a_minute_still_belongs_to_it() {
    let limits = Limits::new(1, 2).expect("limits");
    for (seconds, expected) in [(59, Age::Fresh), (60, Age::Ageing), (119, Age::Ageing), (120, Age::Grey)] {
        assert_eq!(age(Some(now().plus_s(-seconds)), now(), limits), expected, "{seconds}");
    }
}

#[test]
fn limits_that_cannot_be_meant_are_none() {
    for (ageing, grey, good) in
        [(1, 1, true), (60, 240, true), (0, 10, false), (-5, 10, false), (10, 9, false), (i64::MAX, i64::MAX, true)]
    {
        assert_eq!(Limits::new(ageing, grey).is_some(), good, "{ageing} {grey}");
    }
}

#[test]
fn there_are_never_more_free_places_than_places() {
    for (total, free, expected) in [
        (0, 0, Ok(())),
        (8, 0, Ok(())),
        (8, 8, Ok(())),
        (MAX_PLACES, MAX_PLACES, Ok(())),
        (8, 9, Err(Fault::MoreFreeThanTotal)),
        (MAX_PLACES + 1, 0, Err(Fault::TooMany)),
        (u16::MAX, u16::MAX, Err(Fault::TooMany)),
    ] {
        assert_eq!(Places::new(total, free).map(|_| ()), expected, "{total} {free}");
    }
}

#[test]
fn what_was_never_ours_is_not_read_from_storage() {
    for (total, free, good) in [(8, 3, true), (8, 9, false), (-1, 0, false), (8, -1, false), (70_000, 1, false)] {
        assert_eq!(Places::stored(total, free).is_some(), good, "{total} {free}");
    }
}

#[test]
fn a_place_is_taken_and_given_back_and_no_more_than_there_are() {
    let full = Places::new(2, 0).expect("places");
    let empty = Places::new(2, 2).expect("places");
    assert_eq!(full.take(), Err(Fault::Full));
    assert_eq!(empty.give_back(), Err(Fault::Empty));
    assert_eq!(Places::new(0, 0).expect("places").give_back(), Err(Fault::Empty));
    let one = empty.take().expect("one");
    assert_eq!((one.free(), one.taken(), one.is_full()), (1, 1, false));
    let none = one.take().expect("none");
    assert!(none.is_full() && none == full);
    assert_eq!(none.give_back(), Ok(one));
}

#[test]
fn what_is_expected_has_a_number_and_a_time_that_can_be_meant() {
    let places = Places::new(8, 3).expect("places");
    let day = 86_400;
    for (free, seconds, expected) in [
        (1, 60, Ok(())),
        (5, day, Ok(())),
        (6, day, Err(Fault::ExpectedNumber)),
        (0, day, Err(Fault::ExpectedNumber)),
        (1, 0, Err(Fault::ExpectedTime)),
        (1, -60, Err(Fault::ExpectedTime)),
        (1, MAX_EXPECTED_DAYS * day, Ok(())),
        (1, MAX_EXPECTED_DAYS * day + 1, Err(Fault::ExpectedTime)),
    ] {
        let expectation = Expected { free, at: now().plus_s(seconds) };
        assert_eq!(places.expecting(expectation, now()).map(|_| ()), expected, "{free} {seconds}");
    }
}

#[test]
fn an_expectation_falls_away_when_its_time_has_come_or_the_places_are_free() {
    let at = now().plus_minutes(90);
    let places = Places::new(4, 2).expect("places").expecting(Expected { free: 2, at }, now()).expect("expected");
    assert_eq!(places.expected(now()), Some(Expected { free: 2, at }));
    assert_eq!(places.expected(at), None);
    assert_eq!(places.expected(at.plus_days(1)), None);
    let one_back = places.give_back().expect("one");
    assert_eq!(one_back.expected(now()), None, "two more cannot be free when one is taken");
    assert_eq!(one_back.expected_as_written(), Some(Expected { free: 2, at }));
    assert_eq!(one_back.take().expect("one").expected(now()), Some(Expected { free: 2, at }));
}

#[derive(Clone, Copy, Debug)]
enum Play {
    Take,
    GiveBack,
}

proptest! {
    #[test]
    fn whatever_happens_free_and_taken_are_all_there_are(
        total in 0_u16..=MAX_PLACES,
        free in any::<u16>(),
        plays in proptest::collection::vec(prop_oneof![Just(Play::Take), Just(Play::GiveBack)], 0..200),
    ) {
        let Ok(mut places) = Places::new(total, free) else { return Ok(()) };
        for play in plays {
            let next = match play {
                Play::Take => places.take(),
                Play::GiveBack => places.give_back(),
            };
            match next {
                Ok(next) => places = next,
                Err(Fault::Full) => prop_assert!(places.is_full()),
                Err(fault) => { prop_assert_eq!(fault, Fault::Empty); prop_assert_eq!(places.taken(), 0); }
            }
            prop_assert_eq!(places.total(), total);
            prop_assert_eq!(u32::from(places.free()) + u32::from(places.taken()), u32::from(total));
        }
    }

    #[test]
    fn a_number_never_grows_younger(ageing in 1_i64..10_000, more in 0_i64..10_000, first in 0_i64..30_000, later in 0_i64..30_000) {
        let limits = Limits::new(ageing, ageing + more).expect("limits");
        let at = now();
        let (early, late) = (first.min(later), first.max(later));
        prop_assert!(age(Some(at), at.plus_minutes(early), limits) <= age(Some(at), at.plus_minutes(late), limits));
    }
}
