use kernel::id::{AccountId, OrganisationId};
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;

use crate::gaps::CHARTER;
use crate::gaps::rules::{Asker, Cause, Change, Command, Ground, How, Open, Owner, Refusal, choose, decide};

fn owner(account: u128, organisation: u128, ground: Ground) -> Owner {
    Owner { account: AccountId::from_bits(account), organisation: OrganisationId::from_bits(organisation), ground }
}

fn open(cause: Cause) -> Open {
    Open {
        cause,
        owner: owner(1, 1, Ground::Coordinator),
        owner_left: false,
        leader: Some(OrganisationId::from_bits(9)),
        since: Timestamp::from_unix_s(0),
    }
}

fn asker(account: u128, organisation: u128) -> Asker {
    Asker {
        account: AccountId::from_bits(account),
        organisation: OrganisationId::from_bits(organisation),
        coordinates: false,
        leads: false,
    }
}

#[test]
fn the_coordinator_comes_before_the_responsible_the_leader_and_the_unit() {
    let all: Vec<Owner> = [Ground::Unit, Ground::Leader, Ground::Responsible, Ground::Coordinator]
        .into_iter()
        .map(|ground| owner(1, 1, ground))
        .collect();
    for fewer in 0..all.len() {
        let there = &all[..=fewer];
        let expected = there.last().map(|owner| owner.ground);
        assert_eq!(choose(there).map(|owner| owner.ground), expected);
    }
    assert_eq!(choose(&[]), None, "only where nobody works at all");
}

#[test]
fn every_no_has_a_case_and_two_sentences() {
    let leader = Asker { leads: true, ..asker(7, 9) };
    let far = owner(5, 5, Ground::Taken);
    let item = open(Cause::StayEnded);
    let cases = [
        (None, asker(1, 1), Command::Take, Refusal::Closed),
        (Some(&item), asker(3, 3), Command::Take, Refusal::NotYours),
        (Some(&item), leader.clone(), Command::Take, Refusal::NotLeader),
        (Some(&item), asker(1, 1), Command::Give(far.clone()), Refusal::NotColleague),
        (Some(&item), asker(1, 1), Command::Close(How::InTouch), Refusal::NotEnough),
    ];
    for (state, asker, command, refusal) in &cases {
        assert_eq!(decide(*state, asker, command), Err(*refusal), "{command:?}");
    }
    let place = testkit::Place::sqlite();
    let app = testkit::app_on(&[&CHARTER], &place.url, &place.keys_url);
    for refusal in Refusal::ALL {
        assert!(cases.iter().any(|(.., tried)| *tried == refusal), "{refusal:?} has no case");
        for language in [Language::Nb, Language::Nn, Language::En] {
            let key = format!("refusal-{}", refusal.key());
            assert!(app.say(language).has(&key) && app.say(language).has(&format!("{key}-remedy")), "{key}");
        }
    }
    for (cause, ground) in Cause::ALL.into_iter().zip(Ground::ALL.into_iter().cycle()) {
        assert_eq!((Cause::parse(cause.key()), Ground::parse(ground.key())), (Some(cause), Some(ground)));
        assert!(app.say(Language::Nb).has(&format!("gaps-cause-{}", cause.key())));
        assert!(app.say(Language::Nb).has(&format!("gaps-ground-{}", ground.key())));
    }
}

#[test]
fn whoever_is_near_takes_it_a_leader_gives_it_and_only_a_step_or_a_no_closes_it() {
    let item = open(Cause::StayEnded);
    let taken = decide(Some(&item), &asker(2, 1), &Command::Take).expect("a colleague takes it");
    assert_eq!(taken, Change::Owned(owner(2, 1, Ground::Taken)));
    assert_eq!(decide(Some(&item), &asker(1, 1), &Command::Take), Ok(Change::Same));
    let leader = Asker { leads: true, ..asker(7, 9) };
    let to = owner(4, 2, Ground::Taken);
    assert_eq!(decide(Some(&item), &leader, &Command::Give(to.clone())), Ok(Change::Owned(to)));
    let coordinator = Asker { coordinates: true, ..asker(8, 8) };
    assert_eq!(decide(Some(&item), &coordinator, &Command::Close(How::Step)), Ok(Change::Closed(How::Step)));
    let silent = open(Cause::Silence);
    assert_eq!(decide(Some(&silent), &asker(1, 1), &Command::Close(How::InTouch)), Ok(Change::Closed(How::InTouch)));
}
