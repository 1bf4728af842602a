//! When a notice leaves, what comes after a try, and what may be done with an address.

use kernel::refusal::Refusal as _;
use kernel::time::{Clock, Day, Timestamp};
use proptest::prelude::*;

use super::*;

/// A moment on the wall in Norway: `2026-11-20 10.00`.
fn at(text: &str) -> Timestamp {
    let (day, clock) = text.split_once(' ').expect("a day and a clock");
    let (hour, minute) = clock.split_once('.').expect("hour and minute");
    let clock = Clock::at(hour.parse().expect("hour"), minute.parse().expect("minute"));
    Day::parse(day).expect("a day").at(clock)
}

const LIMITS: Limits = Limits {
    fold_minutes: 30,
    quiet: Quiet { from: 21, until: 8 },
    code_minutes: 15,
    codes_an_hour: 5,
    refused_hours: 24,
    kept_days: 30,
};
const NIGHT: Quiet = LIMITS.quiet;
const NEVER: Quiet = Quiet { from: 0, until: 0 };
const NOON: Quiet = Quiet { from: 11, until: 13 };

#[test]
fn a_notice_leaves_at_once_but_not_close_after_the_last_and_not_in_quiet_hours() {
    for (now, last, quiet, leaves) in [
        ("2026-11-20 10.00", None, NIGHT, "2026-11-20 10.00"),
        ("2026-11-20 10.10", Some("2026-11-20 10.00"), NIGHT, "2026-11-20 10.30"),
        ("2026-11-20 10.30", Some("2026-11-20 10.00"), NIGHT, "2026-11-20 10.30"),
        ("2026-11-20 20.59", None, NIGHT, "2026-11-20 20.59"),
        ("2026-11-20 21.00", None, NIGHT, "2026-11-21 08.00"),
        ("2026-11-20 23.40", None, NIGHT, "2026-11-21 08.00"),
        ("2026-11-21 07.59", None, NIGHT, "2026-11-21 08.00"),
        ("2026-11-20 20.50", Some("2026-11-20 20.40"), NIGHT, "2026-11-21 08.00"),
        ("2026-11-20 03.00", None, NEVER, "2026-11-20 03.00"),
        ("2026-11-20 12.00", None, NOON, "2026-11-20 13.00"),
        ("2026-11-20 13.00", None, NOON, "2026-11-20 13.00"),
        // The clocks go back at three: eight on the wall is eight on the wall.
        ("2026-10-24 22.00", None, NIGHT, "2026-10-25 08.00"),
        ("2026-03-28 22.00", None, NIGHT, "2026-03-29 08.00"),
    ] {
        assert_eq!(due(at(now), last.map(at), quiet, &LIMITS), at(leaves), "{now}, {last:?}, {quiet:?}");
    }
}

#[test]
fn what_comes_after_a_try() {
    let now = at("2026-11-20 10.00");
    let again = |when: &str| Next::Again(at(when), None);
    for (outcome, tries, refused, next) in [
        (Outcome::Delivered, 1, None, Next::Over(End::Sent)),
        (Outcome::Delivered, 7, Some("2026-11-19 10.00"), Next::Over(End::Sent)),
        (Outcome::Unreached, 1, None, again("2026-11-20 10.01")),
        (Outcome::Unreached, 2, None, again("2026-11-20 10.05")),
        (Outcome::Later, 3, None, again("2026-11-20 10.15")),
        (Outcome::Unknown, 4, None, again("2026-11-20 11.00")),
        (Outcome::Unreached, 5, None, again("2026-11-20 14.00")),
        (Outcome::Unreached, 500, None, again("2026-11-20 14.00")),
        // A no must last a day, and a try that says something else begins the day anew.
        (Outcome::Refused, 1, None, Next::Again(at("2026-11-21 08.00"), Some(now))),
        (Outcome::Refused, 2, Some("2026-11-19 22.00"), Next::Again(at("2026-11-21 08.00"), Some(at("2026-11-19 22.00")))),
        (Outcome::Refused, 3, Some("2026-11-19 10.00"), Next::Over(End::Refused)),
        (Outcome::Unreached, 3, Some("2026-11-19 10.00"), again("2026-11-20 10.15")),
    ] {
        assert_eq!(after(outcome, tries, refused.map(at), now, NIGHT, &LIMITS), next, "{outcome:?}, {tries}, {refused:?}");
    }
    let late = at("2026-11-20 20.58");
    assert_eq!(after(Outcome::Unreached, 2, None, late, NIGHT, &LIMITS), again("2026-11-21 08.00"), "not into the night either");
}

#[test]
fn an_address_is_named_shown_to_be_ones_own_and_taken_away() {
    let now = at("2026-11-20 10.00");
    let waiting = Way { named: true, code_until: Some(at("2026-11-20 10.15")), verified: false };
    let old = Way { code_until: Some(now), ..waiting };
    let own = Way { named: true, code_until: None, verified: true };
    let none = Way::default();
    for (way, set_up, command, outcome) in [
        (none, true, Command::Name, Ok(Change::Named(at("2026-11-20 10.15")))),
        (own, true, Command::Name, Ok(Change::Named(at("2026-11-20 10.15")))),
        (none, false, Command::Name, Err(Refusal::NotSetUp)),
        (waiting, true, Command::Confirm { right: true }, Ok(Change::Verified)),
        (waiting, true, Command::Confirm { right: false }, Err(Refusal::WrongCode)),
        (old, true, Command::Confirm { right: true }, Err(Refusal::OldCode)),
        (own, true, Command::Confirm { right: false }, Ok(Change::Verified)),
        (none, true, Command::Confirm { right: true }, Err(Refusal::NoAddress)),
        (own, false, Command::Remove, Ok(Change::Removed)),
        (none, true, Command::Remove, Ok(Change::Removed)),
    ] {
        assert_eq!(decide(&way, set_up, command, now, &LIMITS), outcome, "{way:?}, {command:?}");
    }
}

#[test]
fn every_refusal_has_a_name_of_its_own_and_every_fact_a_kind() {
    let all = [
        Refusal::NotSetUp,
        Refusal::TooManyCodes,
        Refusal::WrongCode,
        Refusal::OldCode,
        Refusal::TooManyTries,
        Refusal::NoAddress,
        Refusal::Changed,
    ];
    let keys: std::collections::BTreeSet<&str> = all.iter().map(Refusal::key).collect();
    assert_eq!(keys.len(), all.len());
    for kind in Kind::ALL {
        assert_eq!(Kind::parse(kind.key()), Some(kind));
        assert!(kind.facts().iter().all(|fact| Kind::of_fact(fact) == Some(kind)));
    }
    assert_eq!(Kind::of_fact("HelpAsked"), None);
}

proptest! {
    /// Whenever somebody is told, it is neither before the event nor in their quiet hours; and quiet hours never hold a
    /// notice for a whole day and night.
    #[test]
    fn quiet_hours_are_kept(minutes in 0_i64..600_000, from in 0_u8..24, until in 0_u8..24) {
        let (now, quiet) = (at("2026-01-01 00.00").plus_minutes(minutes), Quiet { from, until });
        let leaves = due(now, None, quiet, &LIMITS);
        prop_assert!(leaves >= now && leaves.since_s(now) <= 25 * 3600);
        prop_assert_eq!(quiet.over(leaves), leaves);
    }
}
