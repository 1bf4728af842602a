//! Time as it is stored, and the two nights a year when the clock in Norway jumps.

use proptest::prelude::*;

use super::*;

fn at(stored: &str) -> Timestamp {
    Timestamp::parse(stored).unwrap()
}

fn day(stored: &str) -> Day {
    Day::parse(stored).unwrap()
}

#[test]
fn a_day_lasts_23_hours_when_summer_time_begins_and_25_when_it_ends() {
    let hours = |stored: &str| day(stored).end().since_s(day(stored).at(Clock::MIDNIGHT)) / 3600;
    assert_eq!(hours("2026-03-28"), 24);
    assert_eq!(hours("2026-03-29"), 23);
    assert_eq!(hours("2026-10-25"), 25);
    assert_eq!(hours("2026-10-26"), 24);
}

#[test]
fn the_hour_that_is_skipped_in_march_is_moved_forward() {
    let spring = day("2026-03-29");
    assert_eq!(spring.at(Clock::at(1, 59)), at("2026-03-29T00:59:00Z"));
    assert_eq!(spring.at(Clock::at(2, 30)), at("2026-03-29T01:30:00Z"));
    assert_eq!(spring.at(Clock::at(2, 30)).clock(), Clock::at(3, 30));
    assert_eq!(spring.at(Clock::at(3, 0)), at("2026-03-29T01:00:00Z"));
}

#[test]
fn the_hour_that_comes_twice_in_october_is_the_first_of_them() {
    let autumn = day("2026-10-25");
    assert_eq!(autumn.at(Clock::at(2, 30)), at("2026-10-25T00:30:00Z"));
    assert_eq!(at("2026-10-25T00:30:00Z").clock(), Clock::at(2, 30));
    assert_eq!(at("2026-10-25T01:30:00Z").clock(), Clock::at(2, 30));
    assert_eq!(autumn.at(Clock::at(3, 0)), at("2026-10-25T02:00:00Z"));
}

#[test]
fn the_day_is_the_day_in_norway() {
    assert_eq!(at("2026-11-22T22:59:59Z").day(), day("2026-11-22"));
    assert_eq!(at("2026-11-22T23:00:00Z").day(), day("2026-11-23"));
    assert_eq!(at("2026-07-01T21:59:59Z").day(), day("2026-07-01"));
    assert_eq!(at("2026-07-01T22:00:00Z").day(), day("2026-07-02"));
}

#[test]
fn an_instant_is_read_from_any_zone_and_stored_in_one() {
    assert_eq!(at("2026-11-22T06:30:00+01:00").stored(), "2026-11-22T05:30:00Z");
    assert_eq!(at("2026-11-22T05:30:00.999Z").stored(), "2026-11-22T05:30:00Z");
    for text in ["", "2026-11-22", "05:30", "2026-11-22T05:30:00", "2026-02-30T05:30:00Z"] {
        assert_eq!(Timestamp::parse(text), None, "{text}");
    }
}

#[test]
fn weeks_start_on_monday_and_are_numbered_as_in_the_almanac() {
    assert_eq!((day("2026-11-23").weekday(), day("2026-11-23").week()), (1, 48));
    assert_eq!((day("2026-11-22").weekday(), day("2026-11-22").week()), (7, 47));
    assert_eq!(day("2027-01-01").week(), 53);
}

#[test]
fn a_month_later_is_the_last_day_where_the_day_does_not_exist() {
    assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
    assert_eq!(day("2028-01-31").plus_months(1), day("2028-02-29"));
    assert_eq!(day("2026-08-31").plus_months(6), day("2027-02-28"));
}

#[test]
fn the_ends_of_the_calendar_hold() {
    let last = Timestamp::from_unix_s(i64::MAX);
    assert_eq!(last.plus_s(i64::MAX), last);
    assert_eq!(last.plus_days(i64::MAX), last);
    assert_eq!(last.plus_minutes(i64::MAX), last);
    assert_eq!(day("9999-12-31").plus(1), day("9999-12-31"));
    assert!(Timestamp::from_unix_s(i64::MIN) < Timestamp::from_unix_s(0));
}

#[test]
fn a_clock_beyond_midnight_stands_at_the_last_minute() {
    assert_eq!(Clock::at(24, 0).parts(), (23, 59));
    assert_eq!(Clock::at(255, 255).parts(), (23, 59));
    assert_eq!(Clock::from_minutes(1440).minutes(), 1439);
}

/// Seconds from the year 0 to the year 9999: what fits in twenty characters.
fn seconds() -> impl Strategy<Value = i64> {
    -62_167_219_200i64..253_402_207_200
}

proptest! {
    #[test]
    fn text_order_is_time_order(one in seconds(), other in seconds()) {
        let (one, other) = (Timestamp::from_unix_s(one), Timestamp::from_unix_s(other));
        prop_assert_eq!(one.stored().cmp(&other.stored()), one.cmp(&other));
    }

    #[test]
    fn neighbouring_seconds_are_ordered_as_text(second in seconds()) {
        let now = Timestamp::from_unix_s(second);
        prop_assert!(now.stored() < now.plus_s(1).stored());
    }

    #[test]
    fn an_instant_is_read_back_from_twenty_characters(second in seconds()) {
        let now = Timestamp::from_unix_s(second);
        prop_assert_eq!(now.stored().len(), 20);
        prop_assert_eq!(Timestamp::parse(&now.stored()), Some(now));
        prop_assert_eq!(now.unix_s(), second);
    }

    #[test]
    fn an_instant_lies_within_its_day_in_norway(second in 0i64..4_000_000_000) {
        let now = Timestamp::from_unix_s(second);
        let today = now.day();
        prop_assert!(today.at(Clock::MIDNIGHT) <= now && now < today.end());
    }

    #[test]
    fn a_day_and_a_clock_give_back_themselves_where_the_clock_does_not_jump(days in 0i32..30_000, minutes in 0u16..1440) {
        let day = Day::of(1990, 1, 1).unwrap().plus(days);
        let clock = Clock::from_minutes(minutes);
        let at = day.at(clock);
        prop_assert_eq!(at.day(), day);
        let (_, month, _) = day.parts();
        let may_jump = month == 3 && day.weekday() == 7 && (120..180).contains(&minutes);
        prop_assert!(at.clock() == clock || may_jump);
    }

    #[test]
    fn days_are_read_back_and_counted(days in -700_000i32..2_900_000, more in 0i32..10_000) {
        let day = Day::of(1970, 1, 1).unwrap().plus(days);
        prop_assert_eq!(Day::parse(&day.stored()), Some(day));
        prop_assert_eq!(day.plus(more).since(day), more);
    }
}

#[test]
fn a_day_is_read_the_ways_people_write_it() {
    let today = Day::of(2026, 11, 20).expect("a day");
    let wanted = Day::of(2026, 11, 26);
    for typed in ["26.11.2026", "26.11.26", "26/11", "26.11", "26.11.", "261126", "26 nov", "26. november 2026", "2026-11-26"] {
        assert_eq!(Day::read(typed, today), wanted, "{typed}");
    }
    assert_eq!(Day::read("1/3", today), Day::of(2027, 3, 1), "without a year it is the next one");
    for typed in ["", "31.2.2026", "tirsdag", "26", "26.13.2026", "1.2.3.4", "0.1.2026"] {
        assert_eq!(Day::read(typed, today), None, "{typed}");
    }
}
