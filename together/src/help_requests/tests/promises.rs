use kernel::time::{Clock, Timestamp};

use super::super::promise::{Hours, Nudge, Opening, Promise};
use super::hours;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

fn until(asked: &str, minutes: i64) -> String {
    hours().promise(at(asked), minutes).expect("it opens").until.stored()
}

#[test]
fn a_promise_counts_opening_minutes_only() {
    // Friday 20 November 2026; Norway is an hour ahead of UTC, open 8 to 16.
    for (asked, minutes, expected, why) in [
        ("2026-11-20T09:00:00Z", 240, "2026-11-20T13:00:00Z", "the same day"),
        ("2026-11-20T09:02:10Z", 60, "2026-11-20T10:05:00Z", "said in whole five minutes"),
        ("2026-11-20T14:00:00Z", 240, "2026-11-23T10:00:00Z", "over the weekend"),
        ("2026-11-20T14:58:00Z", 2, "2026-11-20T15:00:00Z", "never later than closing"),
        ("2026-11-21T11:00:00Z", 60, "2026-11-23T08:00:00Z", "asked while closed"),
        ("2026-11-20T03:00:00Z", 60, "2026-11-20T08:00:00Z", "asked at night"),
        ("2026-12-23T14:30:00Z", 60, "2026-12-28T07:30:00Z", "Christmas is stepped over"),
        ("2026-03-31T13:30:00Z", 60, "2026-04-07T06:30:00Z", "Easter is stepped over, in summer time"),
    ] {
        assert_eq!(until(asked, minutes), expected, "{why}");
    }
}

#[test]
fn who_never_opens_promises_nothing() {
    assert_eq!(Hours::default().promise(at("2026-11-20T09:00:00Z"), 60), None);
    let upside_down = Opening { weekday: 5, opens: Clock::at(16, 0), closes: Clock::at(8, 0) };
    assert_eq!(Hours(vec![upside_down]).promise(at("2026-11-20T03:00:00Z"), 60), None);
}

#[test]
fn the_next_opening_is_said_only_when_it_is_closed() {
    assert_eq!(hours().opens_next(at("2026-11-20T09:00:00Z")), None);
    assert_eq!(hours().opens_next(at("2026-11-20T16:00:00Z")), Some(at("2026-11-23T07:00:00Z")));
    assert_eq!(hours().opens_next(at("2026-11-20T05:00:00Z")), Some(at("2026-11-20T07:00:00Z")));
}

#[test]
fn the_nudge_grows_with_the_time_that_is_gone() {
    let promise = Promise { from: at("2026-11-20T09:00:00Z"), until: at("2026-11-20T10:40:00Z") };
    for (minute, left, nudge) in
        [(0, 100, Nudge::Calm), (49, 51, Nudge::Calm), (50, 50, Nudge::Half), (79, 21, Nudge::Half), (80, 20, Nudge::Late)]
    {
        let now = promise.from.plus_minutes(minute);
        assert_eq!((promise.left_percent(now), promise.nudge(now)), (left, nudge), "{minute} min");
    }
    assert_eq!(promise.nudge(promise.until), Nudge::Late);
    assert_eq!(promise.nudge(promise.until.plus_s(1)), Nudge::Broken);
    assert_eq!(promise.left_percent(promise.from.plus_minutes(-10)), 100);
}
