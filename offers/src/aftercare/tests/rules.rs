use kernel::id::{AccountId, OrganisationId};
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::{Day, Timestamp};
use proptest::prelude::*;

use crate::aftercare::CHARTER;
use crate::aftercare::asking::{Cause, READY, RHYTHMS, next_question};
use crate::aftercare::line::{Line, STATUSES, status};
use crate::aftercare::rules::{By, Change, Command, FOLLOWING, Refusal, Stage, Standing, Worker, begin, decide, lies};

fn worker(n: u128, place: u128, role: Role) -> Worker {
    Worker { account: AccountId::from_bits(n), organisation: OrganisationId::from_bits(place), role }
}

fn kari() -> Worker {
    worker(1, 1, Role::MoNurse)
}

fn plan(stage: Stage) -> Standing {
    let holder = Some(kari().account);
    Standing { stage, organisation: OrganisationId::from_bits(1), holder, holder_left: false, met: false }
}

#[test]
fn beginning_by_table() {
    let staff = |role| By::Staff(worker(1, 1, role));
    let table = [
        (None, By::Person, Ok(Stage::Running)),
        (None, staff(Role::DetoxNurse), Ok(Stage::Asked)),
        (Some(Stage::Declined), staff(Role::DetoxNurse), Ok(Stage::Asked)),
        (Some(Stage::Ended), By::Person, Ok(Stage::Running)),
        (Some(Stage::Asked), By::Person, Err(Refusal::ThereIsOne)),
        (Some(Stage::Running), staff(Role::MoNurse), Err(Refusal::ThereIsOne)),
        (None, staff(Role::Volunteer), Err(Refusal::NotThisRole)),
        (None, staff(Role::Leader), Err(Refusal::NotThisRole)),
    ];
    for (newest, by, expected) in table {
        assert_eq!(begin(newest, &by), expected, "{newest:?} {by:?}");
    }
}

#[test]
fn what_the_person_decides_by_table() {
    let place = OrganisationId::from_bits(7);
    let table = [
        (Stage::Asked, Command::Yes, Ok(Change::Begun)),
        (Stage::Asked, Command::No, Ok(Change::Declined)),
        (Stage::Running, Command::Yes, Err(Refusal::Answered)),
        (Stage::Declined, Command::No, Err(Refusal::Answered)),
        (Stage::Running, Command::Stop, Ok(Change::Ended)),
        (Stage::Asked, Command::Stop, Err(Refusal::NotRunning)),
        (Stage::Running, Command::Rhythm(None), Ok(Change::Rhythm(None))),
        (Stage::Ended, Command::Rhythm(Some(3)), Err(Refusal::NotRunning)),
        (Stage::Running, Command::Move(place.clone()), Ok(Change::Moved(place.clone()))),
        (Stage::Asked, Command::Move(place), Err(Refusal::NotRunning)),
        (Stage::Running, Command::Met, Err(Refusal::NotYours)),
        (Stage::Running, Command::Take, Err(Refusal::NotYours)),
    ];
    for (stage, command, expected) in table {
        assert_eq!(decide(&plan(stage), &By::Person, &command), expected, "{stage:?} {command:?}");
    }
}

#[test]
fn what_colleagues_decide_by_table() {
    let day = Day::of(2026, 12, 1).expect("a day");
    let left = Standing { holder_left: true, ..plan(Stage::Running) };
    let nobody = Standing { holder: None, ..plan(Stage::Asked) };
    let met = Standing { met: true, ..plan(Stage::Running) };
    let siri = worker(2, 1, Role::MoNurse);
    let table = [
        (plan(Stage::Running), kari(), Command::Take, Err(Refusal::InGoodHands)),
        (left, siri.clone(), Command::Take, Ok(Change::Held(siri.account.clone()))),
        (nobody, siri.clone(), Command::Take, Ok(Change::Held(siri.account.clone()))),
        (plan(Stage::Running), kari(), Command::Give(siri.clone()), Ok(Change::Held(siri.account))),
        (plan(Stage::Running), kari(), Command::Give(worker(3, 2, Role::MoNurse)), Err(Refusal::NotThem)),
        (plan(Stage::Running), kari(), Command::Give(worker(3, 1, Role::Admin)), Err(Refusal::NotThem)),
        (plan(Stage::Asked), kari(), Command::Leaves(day), Ok(Change::Leaves(day))),
        (plan(Stage::Asked), kari(), Command::Met, Err(Refusal::NotRunning)),
        (plan(Stage::Running), kari(), Command::Met, Ok(Change::Met)),
        (met, kari(), Command::Met, Err(Refusal::HasMet)),
        (plan(Stage::Running), kari(), Command::End, Ok(Change::Ended)),
        (plan(Stage::Ended), kari(), Command::Take, Err(Refusal::NotRunning)),
        (plan(Stage::Running), worker(4, 2, Role::MoNurse), Command::Met, Err(Refusal::NotYours)),
        (plan(Stage::Running), worker(4, 1, Role::Volunteer), Command::Met, Err(Refusal::NotYours)),
        (plan(Stage::Asked), kari(), Command::Yes, Err(Refusal::NotYours)),
    ];
    for (plan, me, command, expected) in table {
        assert_eq!(decide(&plan, &By::Staff(me), &command), expected, "{plan:?} {command:?}");
    }
}

#[test]
fn nobody_is_asked_at_night_and_whoever_asks_before_noon_is_called_the_same_day() {
    let at = |text: &str| Timestamp::parse(text).expect("a time");
    let late = at("2026-11-20T22:10:00Z");
    let next = next_question(late, Some(7)).expect("a question");
    assert_eq!((next.clock().parts(), next.day().since(late.day())), ((10, 0), 7));
    assert_eq!((next_question(late, None), next_question(late, Some(0))), (None, None));
    let day = |text: &str| Day::parse(text).expect("a day");
    let table = [
        (Cause::Asked, "2026-11-20T09:00:00Z", "2026-11-20"),
        (Cause::Asked, "2026-11-20T14:00:00Z", "2026-11-23"),
        (Cause::Asked, "2026-11-21T09:00:00Z", "2026-11-23"),
        (Cause::Silent, "2026-11-20T09:00:00Z", "2026-11-23"),
        (Cause::Ahead, "2026-11-20T09:00:00Z", "2026-11-27"),
    ];
    for (cause, now, due) in table {
        assert_eq!(cause.due(at(now)), day(due), "{cause:?} {now}");
    }
}

#[test]
fn every_word_is_there() {
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        let mut keys: Vec<String> = Refusal::ALL.iter().map(|no| format!("refusal-{}", no.key())).collect();
        keys.extend(Refusal::ALL.iter().map(|no| format!("refusal-{}-remedy", no.key())));
        keys.extend(Line::ALL.iter().flat_map(|line| ["", "-help"].map(|end| format!("aftercare-line-{}{end}", line.key()))));
        keys.extend(READY.iter().map(|answer| format!("aftercare-answer-{answer}")));
        keys.extend(RHYTHMS.iter().map(|days| format!("aftercare-rhythm-{days}")));
        keys.extend(STATUSES.iter().map(|status| format!("status-{status}")));
        keys.extend(Stage::ALL.iter().map(|stage| format!("aftercare-stage-{}", stage.key())));
        for cause in Cause::ALL {
            keys.push(format!("aftercare-why-{}", cause.key()));
            let told = ["own", "staff"].into_iter().flat_map(|who| ["", "-late"].map(|late| (who, late)));
            keys.extend(told.map(|(who, late)| format!("aftercare-call-{who}-{}{late}", cause.key())));
        }
        for key in keys {
            assert!(say.has(&key), "{key} in {language:?}");
        }
    }
    assert!(STATUSES.iter().all(|key| status(key) == Some(*key)) && status("risk").is_none());
    assert!(Line::ALL.iter().all(|line| Line::parse(line.key()) == Some(*line)));
}

proptest! {
    #[test]
    fn only_a_colleague_who_may_ever_holds_a_plan(role in 0..Role::ALL.len(), place in 1_u128..3, gone in any::<bool>()) {
        let me = worker(9, place, Role::ALL[role]);
        let standing = Standing { holder_left: gone, ..plan(Stage::Running) };
        let taken = decide(&standing, &By::Staff(me.clone()), &Command::Take);
        let may = place == 1 && FOLLOWING.contains(&me.role) && lies(&standing);
        prop_assert_eq!(taken.is_ok(), may);
    }
}
