use super::{easter_sunday, is_half_day, is_public_holiday, is_working_day, plus_working_days};
use crate::time::Day;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn easter_falls_where_the_almanac_says() {
    for known in [
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2030-04-21",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
    ] {
        let sunday = day(known);
        assert_eq!(easter_sunday(sunday.parts().0), Some(sunday), "{known}");
    }
}

#[test]
fn easter_is_always_a_sunday_between_22_march_and_25_april() {
    for year in 1900..2200 {
        let easter = easter_sunday(year).expect("every year has an Easter");
        assert_eq!(easter.weekday(), 7, "{year}");
        assert!(
            easter >= Day::of(year, 3, 22).expect("a day") && easter <= Day::of(year, 4, 25).expect("a day"),
            "{year}"
        );
    }
}

#[test]
fn the_holidays_of_2026_are_these_twelve() {
    let first = day("2026-01-01");
    let found: Vec<String> =
        (0..365).map(|n| first.plus(n)).filter(|day| is_public_holiday(*day)).map(Day::stored).collect();
    let expected = [
        "2026-01-01",
        "2026-04-02",
        "2026-04-03",
        "2026-04-05",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-17",
        "2026-05-24",
        "2026-05-25",
        "2026-12-25",
        "2026-12-26",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_eves_are_half_days() {
    for eve in ["2026-04-04", "2026-05-23", "2026-12-24", "2026-12-31"] {
        assert!(is_half_day(day(eve)), "{eve}");
        assert!(!is_public_holiday(day(eve)), "{eve}");
    }
    assert!(!is_half_day(day("2026-12-23")));
}

#[test]
fn working_days_step_over_weekends_and_holidays() {
    assert!(is_working_day(day("2026-11-20")) && !is_working_day(day("2026-11-21")));
    assert_eq!(plus_working_days(day("2026-11-20"), 1), day("2026-11-23"));
    assert_eq!(plus_working_days(day("2026-04-01"), 1), day("2026-04-07"));
    assert_eq!(plus_working_days(day("2026-11-20"), 0), day("2026-11-20"));
}
