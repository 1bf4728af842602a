//! What holds whatever the person does, in whatever order.

use kernel::area::Areas;
use kernel::time::Timestamp;
use platform::access::consent_records::RecordKind;
use proptest::prelude::*;

use super::table::{LIMITS, now, open_state};
use crate::consents::rules::{Change, Command, Past, Share, State, Until, decide};

fn command() -> impl Strategy<Value = Command> {
    let areas = || (0_i64..0x1ff).prop_map(Areas::from_bits);
    let until =
        prop_oneof![Just(Until::Week), Just(Until::Long), (-30_i32..500).prop_map(|days| Until::Date(now().day().plus(days))),];
    let record = || prop_oneof![Just(RecordKind::Plan), Just(RecordKind::Confidential)];
    prop_oneof![
        4 => (areas(), until).prop_map(|(areas, until)| Command::Share(areas, until)),
        2 => Just(Command::Stop),
        1 => Just(Command::Block),
        1 => Just(Command::Lift),
        1 => areas().prop_map(Command::Close),
        1 => areas().prop_map(Command::Open),
        1 => Just(Command::Object),
        1 => Just(Command::TakeBack),
        1 => record().prop_map(Command::Give),
        1 => record().prop_map(Command::Withdraw),
    ]
}

/// What the change would find if it were made now.
fn before(state: &State, change: &Change) -> Change {
    match change {
        Change::Shares(_) => Change::Shares(state.running.clone()),
        Change::Blocked(_) => Change::Blocked(state.blocked),
        Change::Closed(_) => Change::Closed(state.closed),
        Change::Objected(_) => Change::Objected(state.objected),
        Change::Recorded(kind, _) => Change::Recorded(*kind, state.records.contains(kind)),
    }
}

fn apply(mut state: State, change: &Change) -> State {
    match change {
        Change::Shares(shares) => state.running.clone_from(shares),
        Change::Blocked(on) => state.blocked = *on,
        Change::Closed(areas) => state.closed = *areas,
        Change::Objected(on) => state.objected = *on,
        Change::Recorded(kind, on) => {
            state.records.retain(|held| held != kind);
            state.records.extend(on.then_some(*kind));
            state.records.sort();
        }
    }
    state
}

fn seen(state: &State, at: Timestamp) -> Areas {
    let running = state.running.iter().filter(|share: &&Share| share.until > at);
    running.fold(Areas::NONE, |sum, share| sum.or(share.areas))
}

proptest! {
    #[test]
    fn what_is_stopped_is_never_seen(commands in prop::collection::vec(command(), 1..30)) {
        let mut state = open_state();
        for command in commands {
            let Ok(change) = decide(&state, &command, &LIMITS, now()) else { continue };
            state = apply(state, &change);
            if command == Command::Stop {
                prop_assert_eq!(seen(&state, now()), Areas::NONE);
            }
            if let Command::Share(areas, _) = command {
                prop_assert_eq!(seen(&state, now()), areas, "exactly what was ticked, and nothing from before");
            }
            let last = state.running.iter().map(|share| share.until).max();
            let furthest = now().day().plus_months(12).end();
            prop_assert!(last.is_none_or(|last| last <= furthest), "every share has an end");
        }
    }

    #[test]
    fn undoing_restores_exactly(commands in prop::collection::vec(command(), 1..30), wait in 0_i64..6 * 86_400) {
        let mut state = open_state();
        for command in commands {
            let Ok(change) = decide(&state, &command, &LIMITS, now()) else { continue };
            let was = state.clone();
            let past = Past { before: before(&state, &change), made_at: now(), undone: false, overtaken: false };
            state = apply(state, &change);
            state.records.sort();
            let then = now().plus_s(wait);
            let after = State { past: Some(past), ..state.clone() };
            // A share may have run out meanwhile, and a block stands in the way of sharing again: both are refused.
            if let Ok(back) = decide(&after, &Command::Undo, &LIMITS, then) {
                let restored = apply(state.clone(), &back);
                prop_assert_eq!(seen(&restored, then), seen(&was, then));
                prop_assert_eq!((restored.blocked, restored.closed, restored.objected), (was.blocked, was.closed, was.objected));
                let mut had = was.records.clone();
                had.sort();
                prop_assert_eq!(restored.records, had);
            }
        }
    }
}
