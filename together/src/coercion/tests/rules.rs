use kernel::id::AccountId;
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Day;
use proptest::prelude::*;

use crate::coercion::CHARTER;
use crate::coercion::rules::{
    Change, Command, Days, Paragraph, RECORDING, Refusal, Standing, State, Unit, decide, is_over, record,
};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn days(from: &str, until: &str, review: &str) -> Days {
    Days { from: day(from), until: day(until), review: day(review) }
}

fn paragraph(longest: Option<(i32, Unit)>, sure: bool) -> Paragraph {
    Paragraph { key: "hol-10-2".into(), longest, sure }
}

#[test]
fn recording_by_table() {
    let months = Some((3, Unit::Months));
    let fine = days("2026-11-01", "2027-02-01", "2026-12-01");
    let long = days("2026-11-01", "2027-02-02", "2026-12-01");
    let table = [
        (Role::DetoxNurse, paragraph(months, true), fine, Ok(())),
        (Role::Tsb, paragraph(months, true), fine, Ok(())),
        (Role::DetoxNurse, paragraph(months, true), long, Err(Refusal::TooLong)),
        (Role::DetoxNurse, paragraph(months, false), long, Ok(())),
        (Role::DetoxNurse, paragraph(None, true), long, Ok(())),
        (Role::DetoxNurse, paragraph(Some((3, Unit::Weeks)), true), days("2026-11-01", "2026-11-22", "2026-11-08"), Ok(())),
        (
            Role::Tsb,
            paragraph(Some((3, Unit::Weeks)), true),
            days("2026-11-01", "2026-11-23", "2026-11-08"),
            Err(Refusal::TooLong),
        ),
        (
            Role::Tsb,
            paragraph(Some((2, Unit::Days)), true),
            days("2026-11-01", "2026-11-04", "2026-11-02"),
            Err(Refusal::TooLong),
        ),
        (Role::Tsb, paragraph(None, true), days("2026-11-02", "2026-11-01", "2026-11-01"), Err(Refusal::Backwards)),
        (Role::Tsb, paragraph(None, true), days("2026-11-02", "2026-11-09", "2026-11-10"), Err(Refusal::ReviewOutside)),
        (Role::Tsb, paragraph(None, true), days("2026-11-02", "2026-11-09", "2026-11-01"), Err(Refusal::ReviewOutside)),
        (Role::Gp, paragraph(None, true), fine, Err(Refusal::NotThisRole)),
        (Role::Coordinator, paragraph(None, true), fine, Err(Refusal::NotThisRole)),
    ];
    for (role, paragraph, days, expected) in table {
        assert_eq!(record(role, &paragraph, days), expected, "{role:?} {paragraph:?} {days:?}");
    }
    assert!(paragraph(months, false).warns(long.from, long.until) && !paragraph(months, false).warns(fine.from, fine.until));
    assert!(!paragraph(months, true).warns(long.from, long.until), "what is sure refuses instead");
}

fn standing(state: State) -> Standing {
    let days = days("2026-11-01", "2026-12-01", "2026-11-20");
    Standing { state, days, holder: AccountId::from_bits(1), holder_left: false }
}

#[test]
fn changes_by_table() {
    let left = Standing { holder_left: true, ..standing(State::Running) };
    let next = day("2026-11-28");
    let table = [
        (standing(State::Running), Command::Review(next), Ok(Change::Reviewed(next))),
        (standing(State::Running), Command::Review(day("2026-12-02")), Err(Refusal::ReviewOutside)),
        (standing(State::Running), Command::Lift, Ok(Change::Over(State::Lifted))),
        (standing(State::Running), Command::Withdraw, Ok(Change::Over(State::Withdrawn))),
        (standing(State::Ended), Command::Withdraw, Ok(Change::Over(State::Withdrawn))),
        (standing(State::Withdrawn), Command::Withdraw, Err(Refusal::Over)),
        (standing(State::Ended), Command::Lift, Err(Refusal::Over)),
        (standing(State::Lifted), Command::Review(next), Err(Refusal::Over)),
        (standing(State::Running), Command::Take, Err(Refusal::InGoodHands)),
        (left, Command::Take, Ok(Change::Held)),
    ];
    for (standing, command, expected) in table {
        assert_eq!(decide(&standing, Role::DetoxNurse, command), expected, "{standing:?} {command:?}");
        assert_eq!(decide(&standing, Role::MoNurse, command), Err(Refusal::NotThisRole));
    }
    let its = days("2026-11-01", "2026-12-01", "2026-11-20");
    assert!(!is_over(its, day("2026-12-01")) && is_over(its, day("2026-12-02")), "the last day counts");
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
            assert!(say.has(&format!("coercion-state-{}", state.key())), "{state:?}");
        }
        for step in ["recorded", "reviewed", "lifted", "withdrawn", "held", "ended"] {
            assert!(say.has(&format!("coercion-step-{step}")), "{step}");
        }
        for paragraph in ["hol-10-2", "hol-10-3", "hol-10-4"] {
            let keys = ["law", "paragraph", "means"].map(|what| format!("coercion-{what}-{paragraph}"));
            assert!(keys.iter().all(|key| say.has(key)), "{paragraph}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_recorded_lasts_longer_than_a_sure_row_and_nobody_else_records(
        role in 0..Role::ALL.len(), length in 0_i32..400, longest in 1_i32..200, review in -5_i32..400,
    ) {
        let from = day("2026-11-01");
        let its = Days { from, until: from.plus(length), review: from.plus(review) };
        let rule = paragraph(Some((longest, Unit::Days)), true);
        let role = Role::ALL[role];
        let may = RECORDING.contains(&role) && length <= longest && (0..=length).contains(&review);
        prop_assert_eq!(record(role, &rule, its).is_ok(), may);
    }
}
