//! Holidays against almanacs, and deadlines counted by hand.

use proptest::prelude::*;

use super::*;

fn day(stored: &str) -> Day {
    Day::parse(stored).unwrap()
}

#[test]
fn easter_falls_where_the_almanac_has_it() {
    let easters = [
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2031-04-13",
        "2032-03-28",
        "2033-04-17",
        "2034-04-09",
        "2035-03-25",
    ];
    for (year, stored) in (2020..).zip(easters) {
        assert_eq!(easter(year), Some(day(stored)));
    }
}

#[test]
fn the_earliest_and_the_latest_easters_are_right() {
    for stored in ["1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"]
    {
        let (year, _, _) = day(stored).parts();
        assert_eq!(easter(year), Some(day(stored)));
    }
    assert_eq!(easter(1582), None);
}

#[test]
fn the_holidays_of_2026_are_these() {
    let stored: Vec<String> =
        holidays(2026).into_iter().map(|(day, holiday)| format!("{} {}", day.stored(), holiday.key())).collect();
    let expected = [
        "2026-01-01 new-year",
        "2026-04-02 maundy-thursday",
        "2026-04-03 good-friday",
        "2026-04-05 easter-sunday",
        "2026-04-06 easter-monday",
        "2026-05-01 labour-day",
        "2026-05-14 ascension",
        "2026-05-17 constitution-day",
        "2026-05-24 whit-sunday",
        "2026-05-25 whit-monday",
        "2026-12-25 christmas",
        "2026-12-26 second-christmas",
    ];
    assert_eq!(stored, expected);
}

#[test]
fn two_holidays_may_meet_on_one_day() {
    let on_17_may: Vec<Holiday> =
        holidays(2027).into_iter().filter(|(on, _)| *on == day("2027-05-17")).map(|(_, holiday)| holiday).collect();
    assert_eq!(on_17_may, [Holiday::ConstitutionDay, Holiday::WhitMonday]);
    assert_eq!(holiday(day("2027-05-17")), Some(Holiday::ConstitutionDay));
}

#[test]
fn weekends_and_holidays_are_no_working_days() {
    for off in ["2026-11-21", "2026-11-22", "2026-04-02", "2026-05-14", "2026-12-25", "2027-01-01", "2028-05-17"] {
        assert!(!is_working_day(day(off)), "{off}");
    }
    for on in ["2026-11-20", "2026-11-23", "2026-04-07", "2026-05-15"] {
        assert!(is_working_day(day(on)), "{on}");
    }
}

#[test]
fn short_days_are_known_and_count_as_working_days() {
    let cases = [
        ("2026-04-01", ShortDay::HolyWednesday),
        ("2026-04-04", ShortDay::EasterEve),
        ("2026-05-23", ShortDay::WhitEve),
        ("2026-12-24", ShortDay::ChristmasEve),
        ("2026-12-31", ShortDay::NewYearsEve),
    ];
    for (stored, short) in cases {
        assert_eq!(short_day(day(stored)), Some(short), "{stored}");
        assert_eq!(holiday(day(stored)), None, "{stored}");
    }
    assert!(is_working_day(day("2026-12-24")), "a Thursday");
    assert!(!is_working_day(day("2026-04-04")), "a Saturday");
    assert_eq!(short_day(day("2026-12-23")), None);
}

#[test]
fn ten_working_days_step_over_easter() {
    assert_eq!(add_working_days(day("2026-03-26"), 10), day("2026-04-14"));
}

#[test]
fn working_days_are_counted_from_the_day_after() {
    let cases = [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-22", 1, "2026-11-23"),
        ("2026-12-23", 3, "2026-12-29"),
        ("2026-12-30", 2, "2027-01-04"),
        ("2027-05-14", 1, "2027-05-18"),
    ];
    for (from, count, to) in cases {
        assert_eq!(add_working_days(day(from), count), day(to), "{count} after {from}");
    }
}

#[test]
fn a_promise_for_a_day_off_moves_to_the_next_working_day() {
    assert_eq!(next_working_day(day("2026-04-02")), day("2026-04-07"));
    assert_eq!(next_working_day(day("2026-04-07")), day("2026-04-07"));
}

#[test]
fn counting_stops_at_the_end_of_the_calendar() {
    assert_eq!(add_working_days(day("9999-12-30"), u16::MAX), day("9999-12-31"));
}

#[test]
fn keys_are_distinct() {
    let keys: Vec<&str> = Holiday::ALL.map(Holiday::key).into_iter().chain(ShortDay::ALL.map(ShortDay::key)).collect();
    let distinct: std::collections::BTreeSet<&str> = keys.iter().copied().collect();
    assert_eq!(distinct.len(), keys.len());
}

proptest! {
    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april(year in 1583i16..=9999) {
        let easter = easter(year).unwrap();
        prop_assert_eq!(easter.weekday(), 7);
        prop_assert!(easter >= Day::of(year, 3, 22).unwrap() && easter <= Day::of(year, 4, 25).unwrap());
    }

    #[test]
    fn every_year_has_twelve_holidays_and_five_short_days_that_are_none_of_them(year in 1583i16..=9999) {
        prop_assert_eq!(holidays(year).len(), 12);
        let first = Day::of(year, 1, 1).unwrap();
        let short: Vec<Day> = (0..366).map(|days| first.plus(days)).filter(|day| day.parts().0 == year)
            .filter(|day| short_day(*day).is_some()).collect();
        prop_assert_eq!(short.len(), 5);
    }

    #[test]
    fn as_many_working_days_lie_between_as_were_added(days in 0i32..20_000, count in 0u16..60) {
        let from = Day::of(2000, 1, 1).unwrap().plus(days);
        let to = add_working_days(from, count);
        let between = (1..=to.since(from)).filter(|later| is_working_day(from.plus(*later))).count();
        prop_assert_eq!(between, usize::from(count));
        prop_assert!(count == 0 || is_working_day(to));
    }
}
