//! The rules by table, random commands, and the count of nights.

use kernel::id::AccountId;
use kernel::refusal::Refusal as _;
use kernel::time::{Day, Timestamp};
use proptest::prelude::*;
use testkit::Town;

use crate::tonight::CHARTER;
use crate::tonight::nights::{Alarm, Span, alarm, counts_from, evening_of, nights};
use crate::tonight::rules::{Case, Command, Offered, Refusal, State, decide};
use crate::tonight::traits::{Quality, Trait, beside};

const FIT: Offered = Offered { closed: false, unfit: false, unsafe_for_them: false };

fn now() -> Timestamp {
    Timestamp::parse("2026-11-20T19:40:00Z").expect("an instant")
}

fn who(n: u128) -> AccountId {
    AccountId::from_bits(n)
}

fn waiting() -> State {
    State::Waiting { decide_by: now().day().end() }
}

fn all_states() -> [State; 5] {
    [waiting(), State::Given, State::Staying, State::Declined, State::Closed { at: now() }]
}

#[test]
fn what_can_be_done_in_which_state() {
    use Refusal::{Closed, Decided, NotStaying, NothingGiven};
    let again = waiting();
    for (command, expected) in [
        (Command::Give(who(2), FIT), [Ok("given"), Err(Decided), Err(Decided), Err(Decided), Err(Closed)]),
        (Command::Decline(who(2)), [Ok("declined"), Err(Decided), Err(Decided), Err(Decided), Err(Closed)]),
        (Command::Yes, [Err(NothingGiven), Ok("staying"), Ok("staying"), Err(NothingGiven), Err(Closed)]),
        (Command::NotSafe(now().day().end()), [Err(NothingGiven), Ok("waiting"), Ok("waiting"), Err(NothingGiven), Err(Closed)]),
        (Command::Extend(who(2), FIT), [Err(NotStaying), Ok("given"), Ok("staying"), Err(NotStaying), Err(Closed)]),
        (Command::End, [Ok("closed"), Ok("closed"), Ok("closed"), Ok("closed"), Err(Closed)]),
        (Command::Take(who(2)), [Ok("waiting"), Ok("given"), Ok("staying"), Err(Closed), Err(Closed)]),
    ] {
        for (state, expected) in all_states().into_iter().zip(expected) {
            let case = Case { state, holder: who(1) };
            let became = decide(&case, command.clone(), now()).map(|case| case.state.key());
            assert_eq!(became, expected, "{command:?} in {state:?}");
        }
    }
    assert!(again.is_open());
}

#[test]
fn nobody_is_sent_to_a_place_that_is_closed_or_unfit_or_not_safe_for_them() {
    let case = Case { state: waiting(), holder: who(1) };
    for (place, expected) in [
        (Offered { closed: true, ..FIT }, Refusal::PlaceClosed),
        (Offered { unfit: true, ..FIT }, Refusal::Unfit),
        (Offered { unsafe_for_them: true, ..FIT }, Refusal::UnsafeForThem),
    ] {
        assert_eq!(decide(&case, Command::Give(who(2), place), now()), Err(expected));
    }
}

#[test]
fn every_refusal_says_what_one_can_do_in_three_languages() {
    testkit::on_sqlite(&[&CHARTER], &async |town: Town| {
        for language in kernel::language::Language::ALL {
            let say = town.app.say(language);
            for refusal in Refusal::ALL {
                let key = format!("refusal-{}", refusal.key());
                assert!(say.has(&key) && say.has(&format!("{key}-remedy")), "{key} in {}", language.code());
            }
            for one in Trait::ALL {
                assert!(say.has(&format!("tonight-trait-{}", one.key())));
            }
            for one in Quality::ALL {
                assert!(say.has(&format!("tonight-quality-{}", one.key())) && say.has(&format!("tonight-mark-{}", one.key())));
            }
            for state in all_states() {
                assert!(say.has(&format!("tonight-state-{}", state.key())) && say.has(&format!("tonight-mine-{}", state.key())));
            }
        }
    });
}

fn any_command() -> impl Strategy<Value = Command> {
    (0u8..7, 0u128..4).prop_map(|(n, account)| match n {
        0 => Command::Take(who(account)),
        1 => Command::Give(who(account), FIT),
        2 => Command::Decline(who(account)),
        3 => Command::Yes,
        4 => Command::NotSafe(now().day().end()),
        5 => Command::Extend(who(account), FIT),
        _ => Command::End,
    })
}

proptest! {
    #[test]
    fn whatever_happens_it_is_held_until_it_is_over_and_can_always_come_to_an_end(
        commands in prop::collection::vec(any_command(), 0..40),
    ) {
        let mut case = Case { state: waiting(), holder: who(9) };
        for command in commands {
            if let Ok(after) = decide(&case, command, now()) {
                case = after;
            }
            let over = matches!(case.state, State::Closed { .. });
            prop_assert!(over || decide(&case, Command::End, now()).is_ok());
            prop_assert!(case.state.is_open() || over || case.state == State::Declined);
        }
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn nights_are_counted_from_evening_to_morning() {
    let span = |from: &str, left: Option<&str>| Span { from: day(from), left: left.map(day) };
    for (spans, expected) in [
        (vec![], 0),
        (vec![span("2026-11-20", None)], 1),
        (vec![span("2026-11-18", None)], 3),
        (vec![span("2026-11-18", Some("2026-11-20"))], 2),
        (vec![span("2026-11-18", Some("2026-11-18"))], 0),
        (vec![span("2026-11-01", Some("2026-11-05")), span("2026-11-10", None)], 15),
    ] {
        assert_eq!(nights(&spans, day("2026-11-20")), expected, "{spans:?}");
    }
}

#[test]
fn a_short_break_does_not_start_the_count_anew() {
    let before = Some((day("2026-09-01"), day("2026-11-01")));
    for (begins, expected) in [("2026-11-01", "2026-09-01"), ("2026-11-15", "2026-09-01"), ("2026-11-16", "2026-11-16")] {
        assert_eq!(counts_from(before, day(begins), 14), day(expected), "{begins}");
    }
    assert_eq!(counts_from(None, day("2026-11-20"), 14), day("2026-11-20"));
}

#[test]
fn three_months_are_told_before_and_after() {
    let since = day("2026-08-31");
    let on = day("2026-11-30");
    for (today, expected) in [
        ("2026-11-08", Alarm::Calm),
        ("2026-11-09", Alarm::Soon { on }),
        ("2026-11-29", Alarm::Soon { on }),
        ("2026-11-30", Alarm::Over { on }),
        ("2027-02-01", Alarm::Over { on }),
    ] {
        assert_eq!(alarm(since, day(today), 3, 21), expected, "{today}");
    }
}

#[test]
fn after_midnight_it_is_still_the_night_before() {
    for (at, expected) in [
        ("2026-11-20T18:00:00Z", "2026-11-20"),
        ("2026-11-21T01:30:00Z", "2026-11-20"),
        ("2026-11-21T04:59:00Z", "2026-11-20"),
        ("2026-11-21T05:00:00Z", "2026-11-21"),
    ] {
        assert_eq!(evening_of(Timestamp::parse(at).expect("an instant")), day(expected), "{at}");
    }
}

#[test]
fn wishes_are_laid_beside_a_place_as_facts() {
    let wishes = [Trait::Animals, Trait::OwnRoom];
    let (has, lacks) = beside(&wishes, &[Trait::OwnRoom, Trait::Couples]);
    assert_eq!((has, lacks), (vec![Trait::OwnRoom], vec![Trait::Animals]));
    for one in Trait::ALL {
        assert_eq!(Trait::parse(one.key()), Some(one));
        assert_eq!(Trait::read(&Trait::stored(&[one])), vec![one]);
    }
}
