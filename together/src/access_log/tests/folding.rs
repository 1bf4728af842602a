//! From lines to days, and from lines to counts.

use kernel::area::{Area, Areas};
use kernel::id::{AccountId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::log::{Counted, Look};
use platform::audit::Detail;

use super::table::LIMITS;
use crate::access_log::folding::{Who, by_day, one};
use crate::access_log::patterns::{Tally, tally};

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

fn look(n: u128, at: Timestamp, account: Option<u128>, act: &str) -> Look {
    Look {
        id: RowId::from_bits(n),
        event: format!("event {n}"),
        at,
        role: if account.is_some() { Role::Gp } else { Role::Person },
        account: account.map(AccountId::from_bits),
        name: "Åshild Lie".into(),
        title: String::new(),
        organisation_name: "Sentrum legekontor".into(),
        act: act.into(),
        part: "plan".into(),
        purpose: "treatment".into(),
        outcome: "shown".into(),
        detail: Detail { areas: Areas::NONE.with(Area::Body).bits(), basis: "grant".into(), ..Detail::default() },
    }
}

#[test]
fn one_person_and_day_is_one_group() {
    let noon = at("2026-11-20T11:00:00Z");
    let mut denied = look(4, noon.plus_minutes(-5), Some(1), "look");
    denied.outcome = "denied".into();
    let mut listed = look(5, noon.plus_minutes(-9), Some(1), "look");
    listed.detail = Detail { areas: Areas::ALL.bits(), listed: true, ..listed.detail };
    let looks = [
        look(1, noon, None, "look"),
        look(2, noon.plus_minutes(-1), Some(1), "look"),
        look(3, noon.plus_minutes(-2), Some(1), "look"),
        denied,
        listed,
        look(6, noon.plus_minutes(-10), Some(2), "look"),
        look(7, noon.plus_days(-1), Some(1), "edit-line"),
    ];
    let days = by_day(&looks);
    assert_eq!(days.len(), 2);
    let today = &days[0].groups;
    assert_eq!(today.len(), 4, "the GP, the GP's denied try, the other, and the person's own line");
    assert!(matches!(&today[0].who, Who::Account(account, _) if *account == AccountId::from_bits(1)));
    assert_eq!((today[0].events, today[0].deeds.len()), (3, 2));
    assert_eq!(today[0].areas, Areas::NONE.with(Area::Body), "a list opens nothing, whatever was shared");
    assert!(today[1].denied);
    let mut own = look(8, noon, Some(1), "take");
    own.detail = Detail { areas: Areas::ALL.bits(), basis: "written-here".into(), ..own.detail };
    let group = one(&[own, look(9, noon, Some(1), "look")]).expect("a group");
    assert!(group.own_records && group.areas == Areas::NONE.with(Area::Body), "a record of one's own is not the plan");
    assert_eq!(today[3].who, Who::Own, "the person's own line stands last");
    assert_eq!(days[1].groups[0].deeds[0].act, "edit-line");
}

#[test]
fn what_one_request_did_counts_once() {
    let noon = at("2026-11-20T11:00:00Z");
    let mut second = look(2, noon, Some(1), "look");
    second.part = "team".into();
    let group = one(&[look(1, noon, Some(1), "look"), second]).expect("a group");
    assert_eq!((group.events, group.deeds.len()), (1, 2));
    let mut lists = [look(1, noon, Some(1), "look"), look(1, noon, Some(1), "look")];
    lists[1].part = "team".into();
    lists.iter_mut().for_each(|look| look.detail.listed = true);
    assert_eq!(one(&lists).expect("a group").deeds.len(), 1, "two lists of one request read alike");
    assert_eq!(one(&[]), None);
}

#[test]
fn the_machine_is_not_a_person() {
    let mut line = look(1, at("2026-11-20T11:00:00Z"), None, "delete");
    line.role = Role::Admin;
    assert_eq!(Who::of(&line), Who::Machine);
    line.role = Role::Visitor;
    assert_eq!(Who::of(&line), Who::Own, "whoever asked for help without saying who they are");
}

fn counted(event: &str, at: Timestamp, outcome: &str, subject: &str) -> Counted {
    Counted { event: event.into(), at, account: AccountId::from_bits(1), outcome: outcome.into(), subject: subject.into() }
}

#[test]
fn lists_are_not_looks_and_a_request_counts_once() {
    let (noon, night) = (at("2026-11-20T11:00:00Z"), at("2026-11-20T22:00:00Z"));
    let lines = [
        counted("list", noon, "shown", "a"),
        counted("list", noon, "shown", "b"),
        counted("one", noon, "shown", "a"),
        counted("one", noon, "shown", "a"),
        counted("late", night, "shown", "a"),
        counted("edit", noon, "changed", "a"),
        counted("try", noon, "denied", "b"),
    ];
    let tallies = tally(&lines, &LIMITS);
    let of = |subject: &str, at: Timestamp| {
        tallies.get(&(AccountId::from_bits(1), at.day(), subject.to_owned())).copied().unwrap_or_default()
    };
    assert_eq!(of("a", noon), Tally { looks: 2, changes: 1, denied: 0, night: 1 });
    assert_eq!(of("b", noon), Tally { looks: 0, changes: 0, denied: 1, night: 0 });
}
