use std::collections::BTreeSet;

use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Timestamp;
use proptest::prelude::*;

use crate::crisis_card::CHARTER;
use crate::crisis_card::following::{self, Cause, Change, Open, Outcome, Worker};
use crate::crisis_card::rules::*;

fn now() -> Timestamp {
    Timestamp::parse(testkit::START).expect("a time")
}

fn id(n: u128) -> RowId {
    RowId::from_bits(n)
}

fn new_line(words: &str) -> NewLine {
    NewLine { zone: Zone::Hard, slot: Slot::Helps, words: words.into(), phone: None }
}

/// Keeps a card as the store does: each save is a new version, and no version is changed.
#[derive(Default)]
struct Keeper {
    card: Card,
    next: u128,
}

impl Keeper {
    fn run(&mut self, command: &Command, at: Timestamp) -> Result<(), Refusal> {
        let saves = decide(&self.card, command, 60, at)?;
        self.next += 1;
        let change = id(self.next);
        for save in saves {
            let (entry, number) = match save.entry {
                Some(entry) => {
                    let there = self.card.entries.iter_mut().find(|one| one.id == entry).expect("the line is there");
                    (there.said, there.version) = (save.said.clone(), there.version + 1);
                    (entry, there.version)
                }
                None => {
                    self.next += 1;
                    let entry = id(self.next);
                    let said = save.said.clone();
                    self.card.entries.push(Entry { id: entry.clone(), zone: save.zone, slot: save.slot, said, version: 1 });
                    (entry, 1)
                }
            };
            let version = Version { entry, number, change: change.clone(), what: save.what, said: save.said, at };
            self.card.versions.insert(0, version);
        }
        Ok(())
    }

    fn last_change(&self) -> RowId {
        self.card.versions.first().expect("a change").change.clone()
    }

    fn words(&self) -> Vec<String> {
        self.card.standing().map(|entry| entry.said.words.clone()).collect()
    }
}

#[test]
fn a_change_is_taken_back_within_the_hour_and_not_later() {
    let mut keeper = Keeper::default();
    keeper.run(&Command::Add(vec![new_line("Te"), new_line("Musikk")]), now()).expect("two lines at once");
    let te = keeper.card.entries.first().expect("a line").id.clone();
    let reword = Command::Reword { entry: te.clone(), words: "Kaffe".into(), phone: None, seen: 1 };
    keeper.run(&reword, now()).expect("worded anew");
    let change = keeper.last_change();
    assert_eq!(decide(&keeper.card, &Command::Undo(change.clone()), 60, now().plus_minutes(61)), Err(Refusal::NotUndoable));
    keeper.run(&Command::Undo(change.clone()), now().plus_minutes(59)).expect("taken back");
    assert_eq!(keeper.words(), ["Te", "Musikk"]);
    assert_eq!(decide(&keeper.card, &Command::Undo(change), 60, now()), Err(Refusal::ChangedSince));
    let undo = keeper.last_change();
    assert_eq!(decide(&keeper.card, &Command::Undo(undo), 60, now()), Err(Refusal::NotUndoable), "an undo is not undone");
    keeper.run(&Command::TakeOut { entry: te, seen: 3 }, now()).expect("taken out");
    assert_eq!(keeper.words(), ["Musikk"]);
    keeper.run(&Command::Undo(keeper.last_change()), now()).expect("put back");
    assert_eq!(keeper.words(), ["Te", "Musikk"]);
}

#[test]
fn what_was_written_together_is_taken_back_together_or_not_at_all() {
    let mut keeper = Keeper::default();
    keeper.run(&Command::Add(vec![new_line("Te"), new_line("Musikk")]), now()).expect("two lines");
    let both = keeper.last_change();
    let musikk = keeper.card.entries.last().expect("a line").id.clone();
    keeper.run(&Command::Reword { entry: musikk, words: "Stillhet".into(), phone: None, seen: 1 }, now()).expect("anew");
    assert_eq!(decide(&keeper.card, &Command::Undo(both.clone()), 60, now()), Err(Refusal::ChangedSince));
    keeper.run(&Command::Undo(keeper.last_change()), now()).expect("the newest first");
    assert_eq!(keeper.words(), ["Te", "Musikk"]);
}

#[test]
fn refusals_of_the_card_each_have_their_case() {
    let mut keeper = Keeper::default();
    keeper.run(&Command::Add(vec![new_line("Te")]), now()).expect("a line");
    let te = keeper.card.entries.first().expect("a line").id.clone();
    let full: Vec<NewLine> = (0..MAX_LINES).map(|n| new_line(&format!("{n}"))).collect();
    let stale = Command::Reword { entry: te.clone(), words: "Kaffe".into(), phone: None, seen: 7 };
    let cases = [
        (Command::Add(full), Refusal::Full),
        (stale, Refusal::Changed),
        (Command::TakeOut { entry: id(999), seen: 1 }, Refusal::NoSuchLine),
        (Command::Show(vec![id(999)]), Refusal::NoSuchLine),
        (Command::Undo(id(999)), Refusal::NotUndoable),
    ];
    for (command, refusal) in cases {
        assert_eq!(decide(&keeper.card, &command, 60, now()), Err(refusal), "{command:?}");
    }
    let same = Command::Reword { entry: te, words: "Te".into(), phone: None, seen: 1 };
    assert_eq!(decide(&keeper.card, &same, 60, now()), Ok(Vec::new()), "the same words make no new version");
}

#[test]
fn a_card_is_asked_about_when_it_has_not_been_touched_for_long() {
    let mut keeper = Keeper::default();
    assert!(!is_old(&keeper.card, 90, now()), "an empty card is not old");
    keeper.run(&Command::Add(vec![new_line("Te")]), now()).expect("a line");
    assert!(!is_old(&keeper.card, 90, now().plus_days(89)) && is_old(&keeper.card, 90, now().plus_days(90)));
    keeper.card.looked_at = Some(now().plus_days(80));
    assert!(!is_old(&keeper.card, 90, now().plus_days(100)));
}

proptest! {
    /// Whatever is done: a new line is shown to nobody, only what is ticked is shown, and everything ever written is there.
    #[test]
    fn nothing_is_shown_unasked_and_nothing_is_lost(steps in proptest::collection::vec((0u8..5, 0usize..6), 1..40)) {
        let mut keeper = Keeper::default();
        let mut written: BTreeSet<String> = BTreeSet::new();
        for (n, (what, which)) in steps.into_iter().enumerate() {
            let words = format!("linje {n}");
            let entry = keeper.card.entries.get(which).map(|entry| (entry.id.clone(), entry.version));
            let command = match (what, entry) {
                (0, _) | (_, None) => Command::Add(vec![new_line(&words)]),
                (1, Some((entry, seen))) => Command::Reword { entry, words: words.clone(), phone: None, seen },
                (2, Some((entry, seen))) => Command::TakeOut { entry, seen },
                (3, Some((entry, _))) => Command::Show(vec![entry]),
                (_, Some(_)) => Command::Undo(keeper.last_change()),
            };
            let shown_before: BTreeSet<RowId> = keeper.card.standing().filter(|one| one.said.shown).map(|one| one.id.clone()).collect();
            if keeper.run(&command, now()).is_ok() {
                if matches!(command, Command::Add(_) | Command::Reword { .. }) {
                    written.insert(words);
                }
                if let Command::Show(ticked) = &command {
                    let shown: Vec<RowId> = keeper.card.standing().filter(|one| one.said.shown).map(|one| one.id.clone()).collect();
                    prop_assert_eq!(&shown, ticked);
                }
                if matches!(command, Command::Add(_)) {
                    let shown: BTreeSet<RowId> = keeper.card.standing().filter(|one| one.said.shown).map(|one| one.id.clone()).collect();
                    prop_assert_eq!(shown, shown_before);
                }
            }
        }
        let kept: BTreeSet<String> = keeper.card.versions.iter().map(|version| version.said.words.clone()).collect();
        prop_assert_eq!(kept, written);
    }
}

fn worker(n: u128, organisation: u128, role: Role) -> Worker {
    Worker { account: AccountId::from_bits(n), organisation: OrganisationId::from_bits(organisation), role }
}

fn open() -> Open {
    Open {
        cause: Cause::Concern,
        organisation: OrganisationId::from_bits(1),
        holder: AccountId::from_bits(1),
        holder_left: false,
        offered_to: Some(AccountId::from_bits(2)),
        due_at: now().plus_days(1),
    }
}

#[test]
fn a_follow_up_begins_with_whoever_worries_and_only_in_roles_that_meet_people() {
    for role in Role::ALL {
        let may = following::begin(&[], role, Cause::Concern).is_ok();
        let never = [Role::Visitor, Role::Person, Role::NextOfKin, Role::Guardian, Role::Volunteer, Role::DrugChecker];
        let leads = [Role::AdvisoryUnit, Role::Leader, Role::PrivacyContact, Role::Admin];
        assert_eq!(may, !never.contains(&role) && !leads.contains(&role), "{role:?}");
    }
    assert_eq!(following::begin(&[], Role::Volunteer, Cause::Overdose), Err(following::Refusal::NotThisRole));
    assert_eq!(following::begin(&[Cause::Concern], Role::Gp, Cause::Concern), Err(following::Refusal::ThereIsOne));
    assert_eq!(following::begin(&[Cause::Concern], Role::Gp, Cause::Overdose), Ok(()));
}

#[test]
fn following_up_by_table() {
    use following::Command::*;
    let (kari, siri, tor) = (worker(1, 1, Role::MoNurse), worker(2, 1, Role::MoNurse), worker(3, 1, Role::Coordinator));
    let (elsewhere, helper) = (worker(4, 2, Role::MoNurse), worker(5, 1, Role::Volunteer));
    let late = now().plus_days(2);
    let held = |who: &Worker| Ok(Change::Held(who.account.clone()));
    let table = [
        (Some(open()), &kari, Offer(siri.clone()), now(), Ok(Change::Offered(siri.account.clone()))),
        (Some(open()), &kari, Offer(kari.clone()), now(), Err(following::Refusal::NotThem)),
        (Some(open()), &kari, Offer(elsewhere.clone()), now(), Err(following::Refusal::NotThem)),
        (Some(open()), &kari, Offer(helper.clone()), now(), Err(following::Refusal::NotThem)),
        (Some(open()), &siri, Offer(tor.clone()), now(), Err(following::Refusal::NotYours)),
        (Some(open()), &siri, Accept, now(), held(&siri)),
        (Some(open()), &siri, Decline, now(), Ok(Change::Declined)),
        (Some(open()), &tor, Accept, now(), Err(following::Refusal::NotAsked)),
        (Some(open()), &tor, Take, now(), Err(following::Refusal::InGoodHands)),
        (Some(open()), &tor, Take, late, held(&tor)),
        (Some(Open { holder_left: true, ..open() }), &tor, Take, now(), held(&tor)),
        (Some(open()), &elsewhere, Take, late, Err(following::Refusal::NotThem)),
        (Some(open()), &kari, Tried, now(), Ok(Change::Tried)),
        (Some(open()), &tor, Tried, now(), Err(following::Refusal::NotYours)),
        (Some(open()), &kari, End(Outcome::Talked), now(), Ok(Change::Ended(Outcome::Talked))),
        (Some(open()), &siri, End(Outcome::SaidNo), now(), Err(following::Refusal::NotYours)),
        (None, &kari, Tried, now(), Err(following::Refusal::Over)),
    ];
    for (state, me, command, at, expected) in table {
        assert_eq!(following::decide(state.as_ref(), me, &command, at), expected, "{command:?} by {:?}", me.account);
    }
}

proptest! {
    /// Whatever happens, in whatever order: one holder at every moment until it is over, and it moves only to whoever said yes.
    #[test]
    fn there_is_one_holder_until_it_is_over(steps in proptest::collection::vec((1u128..4, 0u8..6, 1u128..4, 0i64..3000), 1..60)) {
        let mut state = Some(Open { offered_to: None, ..open() });
        for (who, what, other, minutes) in steps {
            let (me, to) = (worker(who, 1, Role::MoNurse), worker(other, 1, Role::MoNurse));
            let command = match what {
                0 => following::Command::Offer(to),
                1 => following::Command::Accept,
                2 => following::Command::Decline,
                3 => following::Command::Take,
                4 => following::Command::Tried,
                _ => following::Command::End(Outcome::Talked),
            };
            let Ok(change) = following::decide(state.as_ref(), &me, &command, now().plus_minutes(minutes)) else { continue };
            let open = state.as_mut().expect("what is over changes no more");
            match change {
                Change::Held(by) => {
                    prop_assert_eq!(&by, &me.account);
                    (open.holder, open.offered_to) = (by, None);
                }
                Change::Offered(to) => {
                    prop_assert_eq!(&open.holder, &me.account);
                    open.offered_to = Some(to);
                }
                Change::Declined => open.offered_to = None,
                Change::Tried => {}
                Change::Ended(_) => {
                    prop_assert_eq!(&open.holder, &me.account);
                    state = None;
                }
            }
        }
    }
}

#[test]
fn every_refusal_zone_slot_and_cause_has_words_in_three_languages() {
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        let card = Refusal::ALL.iter().map(|no| no.key());
        for key in card.chain(following::Refusal::ALL.iter().map(|no| no.key())) {
            assert!(say.has(&format!("refusal-{key}")) && say.has(&format!("refusal-{key}-remedy")), "{key}");
        }
        for zone in Zone::ALL {
            for slot in crate::crisis_card::shown::slots_of(zone) {
                assert!(say.has(&format!("crisis-ask-{}-{}", zone.key(), slot.key())));
            }
        }
        for cause in Cause::ALL {
            assert!(say.has(&format!("crisis-cause-{}", cause.key())) && say.has(&format!("crisis-followed-{}", cause.key())));
        }
    }
}
