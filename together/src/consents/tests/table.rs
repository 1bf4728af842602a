//! The rules, one line a case.

use kernel::area::{Area, Areas};
use kernel::refusal::Refusal as _;
use kernel::time::{Day, Timestamp};
use platform::access::consent_records::RecordKind;
use platform::frame::keys;

use crate::consents::CHARTER;
use crate::consents::limits::Limits;
use crate::consents::refusal::Refusal;
use crate::consents::rules::{Change, Command, Door, Past, Share, State, Until, Verdict, decide, ends_soon, open, review};

pub const LIMITS: Limits = Limits {
    short_days: 7,
    long_months: 6,
    longest_months: 12,
    remind_days: 14,
    undo_days: 7,
    emergency_hours: 4,
    review_working_days: 1,
};

/// Friday 20 November 2026, 10.00 in Norway.
pub fn now() -> Timestamp {
    Timestamp::parse(testkit::START).expect("START is an instant")
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn areas(of: &[Area]) -> Areas {
    of.iter().copied().collect()
}

pub fn open_state() -> State {
    State { can_receive: true, ..State::default() }
}

fn share(of: &[Area], until: Timestamp) -> Share {
    Share { areas: areas(of), until, while_serving: false }
}

fn sharing(of: &[Area], days: i64) -> State {
    State { running: vec![share(of, now().plus_days(days))], ..open_state() }
}

#[test]
fn a_share_ends_when_the_person_says() {
    let body = areas(&[Area::Body]);
    let cases = [
        (Until::Week, false, day("2026-11-27"), false),
        (Until::Long, false, day("2027-05-20"), false),
        (Until::Long, true, day("2027-05-20"), true),
        (Until::Date(day("2026-11-21")), true, day("2026-11-21"), false),
        (Until::Date(day("2027-11-20")), false, day("2027-11-20"), false),
    ];
    for (until, serving, last, while_serving) in cases {
        let state = State { serving, ..open_state() };
        let given = Share { areas: body, until: last.end(), while_serving };
        let change = decide(&state, &Command::Share(body, until), &LIMITS, now());
        assert_eq!(change, Ok(Change::Shares(vec![given])), "{until:?}");
    }
}

#[test]
fn what_cannot_be_shared_is_refused_with_its_reason() {
    let (body, none) = (areas(&[Area::Body]), Areas::NONE);
    let closed = State { closed: body, ..open_state() };
    let blocked = State { blocked: true, ..open_state() };
    let same = State { running: vec![share(&[Area::Body], day("2026-11-27").end())], ..open_state() };
    let date = |text| Until::Date(day(text));
    let cases = [
        (open_state(), none, Until::Week, Refusal::NothingChosen),
        (open_state(), body, date("2026-11-20"), Refusal::DateInThePast),
        (open_state(), body, date("2025-06-01"), Refusal::DateInThePast),
        (open_state(), body, date("2027-11-21"), Refusal::TooLong),
        (closed, body, Until::Week, Refusal::AreaClosed),
        (State::default(), body, Until::Week, Refusal::CannotReceive),
        (blocked, body, Until::Week, Refusal::ReceiverBlocked),
        (same, body, Until::Week, Refusal::NothingChanged),
    ];
    for (state, of, until, refusal) in cases {
        assert_eq!(decide(&state, &Command::Share(of, until), &LIMITS, now()), Err(refusal));
    }
}

#[test]
fn a_change_replaces_everything_that_ran() {
    let state = State { running: vec![share(&[Area::Body], now().plus_days(3)); 2], ..open_state() };
    let change = decide(&state, &Command::Share(areas(&[Area::Teeth]), Until::Week), &LIMITS, now());
    assert_eq!(change, Ok(Change::Shares(vec![share(&[Area::Teeth], day("2026-11-27").end())])));
}

#[test]
fn each_thing_is_done_once_and_taken_back_once() {
    let teeth = areas(&[Area::Teeth]);
    let on = State { blocked: true, closed: teeth, objected: true, records: vec![RecordKind::Plan], ..sharing(&[Area::Body], 3) };
    let off = open_state();
    let plan = RecordKind::Plan;
    let cases = [
        (&off, Command::Stop, Err(Refusal::AlreadyEnded)),
        (&on, Command::Stop, Ok(Change::Shares(Vec::new()))),
        (&off, Command::Block, Ok(Change::Blocked(true))),
        (&on, Command::Block, Err(Refusal::AlreadyBlocked)),
        (&on, Command::Lift, Ok(Change::Blocked(false))),
        (&off, Command::Lift, Err(Refusal::NotBlocked)),
        (&off, Command::Close(teeth), Ok(Change::Closed(teeth))),
        (&on, Command::Close(teeth), Err(Refusal::AlreadyClosed)),
        (&on, Command::Close(areas(&[Area::Money])), Ok(Change::Closed(areas(&[Area::Money, Area::Teeth])))),
        (&on, Command::Close(Areas::NONE), Err(Refusal::NothingChosen)),
        (&on, Command::Open(teeth), Ok(Change::Closed(Areas::NONE))),
        (&off, Command::Open(teeth), Err(Refusal::NotClosed)),
        (&off, Command::Object, Ok(Change::Objected(true))),
        (&on, Command::Object, Err(Refusal::AlreadyObjected)),
        (&on, Command::TakeBack, Ok(Change::Objected(false))),
        (&off, Command::TakeBack, Err(Refusal::NotObjected)),
        (&off, Command::Give(plan), Ok(Change::Recorded(plan, true))),
        (&on, Command::Give(plan), Err(Refusal::AlreadyGiven)),
        (&on, Command::Give(RecordKind::Confidential), Ok(Change::Recorded(RecordKind::Confidential, true))),
        (&on, Command::Withdraw(plan), Ok(Change::Recorded(plan, false))),
        (&off, Command::Withdraw(plan), Err(Refusal::NotGiven)),
    ];
    for (state, command, outcome) in cases {
        assert_eq!(decide(state, &command, &LIMITS, now()), outcome, "{command:?}");
    }
}

fn past(before: Change) -> Past {
    Past { before, made_at: now().plus_minutes(-10), undone: false, overtaken: false }
}

#[test]
fn undoing_makes_it_as_it_was_while_that_is_still_possible() {
    let had = vec![share(&[Area::Body, Area::Teeth], now().plus_days(40))];
    let ran_out = vec![share(&[Area::Body], now().plus_minutes(-1))];
    let stopped = |had: &Vec<Share>| State { past: Some(past(Change::Shares(had.clone()))), ..open_state() };
    let with = |edit: &dyn Fn(&mut Past)| {
        let mut past = past(Change::Shares(had.clone()));
        edit(&mut past);
        State { past: Some(past), ..open_state() }
    };
    let first_share = State { past: Some(past(Change::Shares(Vec::new()))), ..sharing(&[Area::Body], 3) };
    let cases = [
        (stopped(&had), Ok(Change::Shares(had.clone()))),
        (first_share.clone(), Ok(Change::Shares(Vec::new()))),
        (State { running: Vec::new(), ..first_share }, Err(Refusal::AlreadyEnded)),
        (stopped(&ran_out), Err(Refusal::NothingLeft)),
        (State { blocked: true, ..stopped(&had) }, Err(Refusal::ReceiverBlocked)),
        (with(&|past| past.undone = true), Err(Refusal::AlreadyUndone)),
        (with(&|past| past.overtaken = true), Err(Refusal::Overtaken)),
        (with(&|past| past.made_at = now().plus_days(-7)), Err(Refusal::UndoTooLate)),
        (with(&|past| past.made_at = now().plus_days(-7).plus_s(1)), Ok(Change::Shares(had.clone()))),
        (open_state(), Err(Refusal::UndoTooLate)),
        (State { past: Some(past(Change::Blocked(false))), ..open_state() }, Ok(Change::Blocked(false))),
    ];
    for (n, (state, outcome)) in cases.into_iter().enumerate() {
        assert_eq!(decide(&state, &Command::Undo, &LIMITS, now()), outcome, "case {n}");
    }
}

#[test]
fn an_emergency_is_short_reviewed_and_never_for_the_blocked() {
    let door = Door { exists: true, blocked: false, open: false };
    let times = open(door, &LIMITS, now()).expect("it opens");
    assert_eq!(times.until, now().plus_minutes(240));
    // Opened on a Friday: reviewed by the end of Monday.
    assert_eq!(times.review_due, day("2026-11-23").end());
    assert_eq!(open(Door { blocked: true, ..door }, &LIMITS, now()), Err(Refusal::BlockedCannotOpen));
    assert_eq!(open(Door { exists: false, ..door }, &LIMITS, now()), Err(Refusal::BlockedCannotOpen));
    assert_eq!(open(Door { open: true, ..door }, &LIMITS, now()), Err(Refusal::AlreadyOpen));
    assert_eq!(review(false, Verdict::InOrder), Ok(Verdict::InOrder));
    assert_eq!(review(true, Verdict::FollowedUp), Err(Refusal::AlreadyReviewed));
    assert!(Verdict::ALL.into_iter().all(|verdict| Verdict::parse(verdict.key()) == Some(verdict)));
}

#[test]
fn the_person_is_asked_two_weeks_before_the_end() {
    assert!(ends_soon(now().plus_days(14), &LIMITS, now()));
    assert!(!ends_soon(now().plus_days(14).plus_s(1), &LIMITS, now()));
    assert!(!ends_soon(now(), &LIMITS, now()), "what has ended is not about to");
}

#[test]
fn every_refusal_has_a_sentence_and_a_way_on_in_every_language() {
    for (language, text) in CHARTER.wording {
        let keys = keys(text);
        for refusal in Refusal::ALL {
            let key = format!("refusal-{}", refusal.key());
            assert!(keys.contains(&key), "{} lacks {key}", language.code());
            assert!(keys.contains(&format!("{key}-remedy")), "{} lacks {key}-remedy", language.code());
        }
    }
}
