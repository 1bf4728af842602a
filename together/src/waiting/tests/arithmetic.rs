//! Deadlines against a table of worked cases: each day was counted by hand on a calendar.

use kernel::time::Timestamp;

use super::day;
use crate::waiting::facts::{Care, Facts, Injecting, Problem, youngest};
use crate::waiting::limits::{Ground, Kind, Name, Rule, Rules, Unit, after, open_day_on_or_before, working_days_left};

#[test]
fn working_days_skip_weekends_and_holidays() {
    for (from, days, last, why) in [
        ("2026-11-20", 10, "2026-12-04", "a Friday in November"),
        ("2026-11-21", 10, "2026-12-04", "a Saturday counts from Monday"),
        ("2027-03-19", 10, "2027-04-07", "over Easter: three days off, and two weekends"),
        ("2027-03-24", 10, "2027-04-12", "the Wednesday before Easter"),
        ("2027-03-28", 10, "2027-04-12", "Easter Sunday, the night the clocks go forward"),
        ("2026-12-17", 10, "2027-01-04", "over Christmas and the turn of the year; Christmas Eve is a working day"),
        ("2026-12-31", 10, "2027-01-15", "the last day of the year"),
        ("2027-01-01", 10, "2027-01-15", "New Year's Day gives the same"),
        ("2028-02-21", 10, "2028-03-06", "over a leap day, which is a Tuesday"),
        ("2028-02-28", 1, "2028-02-29", "onto the leap day"),
        ("2027-02-26", 1, "2027-03-01", "a year without a leap day"),
        ("2027-05-03", 10, "2027-05-19", "May: Ascension, and 17 May on Whit Monday"),
        ("2027-04-30", 1, "2027-05-03", "1 May on a Saturday"),
        ("2027-10-29", 5, "2027-11-05", "the week the clocks go back"),
        ("2026-12-23", 5, "2026-12-31", "a habit of five working days over Christmas"),
    ] {
        assert_eq!(after(day(from), days, Unit::WorkingDays), day(last), "{why}");
        assert_eq!(working_days_left(day(from), day(last)), i32::from(days), "{why}: counted back");
    }
    assert_eq!(working_days_left(day("2026-12-04"), day("2026-12-04")), 0, "the last day itself");
    assert_eq!(working_days_left(day("2026-12-05"), day("2026-12-04")), 0, "past");
}

#[test]
fn days_and_weeks_are_plain_days_over_every_turn() {
    for (from, amount, unit, last, why) in [
        ("2026-11-20", 6, Unit::Weeks, "2027-01-01", "six weeks over the turn of the year"),
        ("2027-12-07", 12, Unit::Weeks, "2028-02-29", "twelve weeks end on a leap day"),
        ("2027-03-01", 4, Unit::Weeks, "2027-03-29", "over the night the clocks go forward"),
        ("2027-10-18", 2, Unit::Weeks, "2027-11-01", "over the night the clocks go back"),
        ("2028-02-22", 7, Unit::Days, "2028-02-29", "seven days to a leap day"),
        ("2028-02-23", 7, Unit::Days, "2028-03-01", "and past it"),
        ("2026-12-15", 21, Unit::Days, "2027-01-05", "twenty-one days over Christmas"),
        ("2026-11-20", 0, Unit::Days, "2026-11-20", "nought days is the same day"),
    ] {
        assert_eq!(after(day(from), amount, unit), day(last), "{why}");
    }
}

#[test]
fn a_start_is_suggested_on_a_day_when_a_clinic_is_open_and_never_later() {
    for (on, open) in [
        ("2027-01-01", "2026-12-31"),
        ("2026-12-26", "2026-12-24"),
        ("2027-03-29", "2027-03-24"),
        ("2027-05-17", "2027-05-14"),
        ("2026-11-22", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
    ] {
        assert_eq!(open_day_on_or_before(day(on)), day(open), "{on}");
    }
}

#[test]
fn a_referral_came_on_the_day_it_was_in_norway() {
    for (at, on) in [
        ("2026-12-31T22:59:59Z", "2026-12-31"),
        ("2026-12-31T23:00:00Z", "2027-01-01"),
        ("2027-03-27T23:30:00Z", "2027-03-28"),
        ("2027-03-28T21:59:00Z", "2027-03-28"),
        ("2027-03-28T22:00:00Z", "2027-03-29"),
        ("2027-10-30T22:00:00Z", "2027-10-31"),
        ("2027-10-31T22:59:00Z", "2027-10-31"),
        ("2028-02-28T23:00:00Z", "2028-02-29"),
    ] {
        assert_eq!(Timestamp::parse(at).expect("an instant").day(), day(on), "{at}");
    }
}

fn row(name: Name, problem: Option<Problem>, ground: Ground, threshold: Option<i64>, amount: u16, unit: Unit) -> Rule {
    let valid_from = "2020-01-01".into();
    Rule { name, problem, ground, threshold, amount, unit, kind: Kind::Advice, source: "a test".into(), sure: true, valid_from }
}

fn guideline() -> Rules {
    let weeks = |problem, ground, threshold, amount| row(Name::Guideline, Some(problem), ground, threshold, amount, Unit::Weeks);
    let days = |name, ground, amount| row(name, None, ground, None, amount, Unit::Days);
    Rules(vec![
        weeks(Problem::Alcohol, Ground::Any, None, 6),
        weeks(Problem::Alcohol, Ground::UnitsOver, Some(20), 2),
        weeks(Problem::Alcohol, Ground::YoungerThan, Some(23), 4),
        weeks(Problem::Opioids, Ground::Any, None, 12),
        weeks(Problem::Opioids, Ground::Injecting, None, 4),
        weeks(Problem::Opioids, Ground::GroinOrNeck, None, 2),
        weeks(Problem::Opioids, Ground::YoungerThan, Some(23), 4),
        days(Name::Decision, Ground::Outpatient, 21),
        days(Name::Decision, Ground::Inpatient, 7),
        days(Name::Decision, Ground::PregnantOutpatient, 7),
        days(Name::NextEvaluation, Ground::Outpatient, 56),
        days(Name::AfterDetox, Ground::Inpatient, 0),
    ])
}

#[test]
fn the_row_that_gives_the_earliest_day_is_suggested_and_nothing_is_guessed() {
    let facts = |problem, injecting, units_a_day, age| Facts { problem, injecting, units_a_day, age, pregnant: false };
    let (alcohol, opioids) = (Some(Problem::Alcohol), Some(Problem::Opioids));
    for (known, weeks, why) in [
        (facts(alcohol, Injecting::No, None, None), Some(6), "alcohol"),
        (facts(alcohol, Injecting::No, Some(20), None), Some(6), "twenty units are not more than twenty"),
        (facts(alcohol, Injecting::No, Some(21), None), Some(2), "twenty-one are"),
        (facts(alcohol, Injecting::No, None, Some(22)), Some(4), "younger than twenty-three"),
        (facts(alcohol, Injecting::No, None, Some(23)), Some(6), "twenty-three is not younger"),
        (facts(alcohol, Injecting::No, Some(30), Some(19)), Some(2), "the shorter of two"),
        (facts(alcohol, Injecting::GroinOrNeck, None, None), Some(6), "a row of another problem does not count"),
        (facts(opioids, Injecting::No, None, None), Some(12), "opioids"),
        (facts(opioids, Injecting::Yes, None, None), Some(4), "injecting"),
        (facts(opioids, Injecting::GroinOrNeck, None, None), Some(2), "in groin or neck"),
        (facts(opioids, Injecting::No, Some(40), Some(30)), Some(12), "units do not count here"),
        (facts(Some(Problem::Gambling), Injecting::No, None, Some(19)), None, "gambling has no weeks in the guideline"),
        (facts(Some(Problem::Other), Injecting::Yes, None, None), None, "neither has anything else"),
        (facts(None, Injecting::Yes, Some(40), Some(19)), None, "and nothing is known"),
    ] {
        let received = day("2027-01-11");
        let suggested = guideline().suggest(received, &known).map(|found| found.on);
        assert_eq!(suggested, weeks.map(|weeks| received.plus(weeks * 7)), "{why}");
    }
    let christmas = guideline().suggest(day("2026-12-11"), &facts(alcohol, Injecting::No, Some(40), None));
    assert_eq!(christmas.map(|found| found.on), Some(day("2026-12-24")), "Christmas Day is too late, and nobody is there");
}

#[test]
fn whoever_is_pregnant_has_their_own_row_where_there_is_one() {
    let on = |name, care, pregnant| guideline().pathway(name, day("2027-02-01"), care, pregnant).map(|(on, _)| on);
    assert_eq!(on(Name::Decision, Care::Outpatient, false), Some(day("2027-02-22")));
    assert_eq!(on(Name::Decision, Care::Outpatient, true), Some(day("2027-02-08")));
    assert_eq!(on(Name::Decision, Care::Inpatient, true), Some(day("2027-02-08")), "no row of their own: the usual one");
    assert_eq!(on(Name::NextEvaluation, Care::Outpatient, true), Some(day("2027-03-29")));
    assert_eq!(on(Name::AfterDetox, Care::Inpatient, false), Some(day("2027-02-01")));
    assert_eq!(on(Name::AfterDetox, Care::Outpatient, false), None, "without a row there is no limit");
}

#[test]
fn somebody_is_as_young_as_the_year_of_birth_allows() {
    assert_eq!((youngest(2004, 2027), youngest(2003, 2027), youngest(2027, 2027)), (22, 23, 0));
}
