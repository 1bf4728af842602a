//! The baton, exhausted. The checker walks `rules::decide` itself, the code that runs: answers get lost, come again and come
//! late; two colleagues say yes at once; the person takes the yes back; everything is erased in the middle; time passes.

use std::collections::BTreeSet;

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use stateright::{Checker, HasDiscoveries, Model, Property};

use crate::handovers::rules::{Change, Command, Event, Kept, Phase, Receiver, Refusal, Returned, State, Terms, Worker, decide};

type Decide = fn(&State, &Command, Timestamp) -> Result<Change, Refusal>;

/// Offers and new wordings in one life: three questions are enough for an answer to be one and two questions late.
const ROUNDS: i64 = 3;
/// Answers under way at once.
const IN_THE_AIR: usize = 2;

/// Those who take part. Kari and Siri work at the same place; Ola at another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Who {
    Anna,
    Kari,
    Siri,
    Ola,
}

impl Who {
    fn worker(self) -> Worker {
        let (account, organisation) = match self {
            Who::Anna => (1, 1),
            Who::Kari => (2, 2),
            Who::Siri => (3, 2),
            Who::Ola => (4, 3),
        };
        Worker { account: AccountId::from_bits(account), organisation: OrganisationId::from_bits(organisation) }
    }

    fn receiver(self) -> Receiver {
        Receiver { organisation: self.worker().organisation, account: None }
    }
}

/// What somebody has sent off and cannot call back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Letter {
    Yes(Who, i64),
    No(Who, i64),
    Question(Who, i64),
    GiveBack(Who),
    Met(Who),
    NotMet(Who),
    Agree(i64),
    Withdraw,
}

impl Letter {
    fn command(self) -> Command {
        match self {
            Letter::Yes(who, round) => Command::Accept(who.worker(), round),
            Letter::No(who, round) => Command::Refuse(who.worker(), round),
            Letter::Question(who, round) => Command::Ask(who.worker(), round),
            Letter::GiveBack(who) => Command::GiveBack(who.worker()),
            Letter::Met(who) => Command::Met(who.worker()),
            Letter::NotMet(who) => Command::Miss(who.worker()),
            Letter::Agree(round) => Command::Agree(round),
            Letter::Withdraw => Command::Withdraw,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Act {
    Write,
    Offer(Who),
    TakeBack,
    Answer,
    Depart,
    Keep,
    Send(Letter),
    Deliver(Letter),
    Lose(Letter),
    Later,
    Die,
    Erase,
}

/// The hand-over, the hour, what is under way, and what was told to whom: the last four are only for looking on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    state: State,
    hour: usize,
    air: BTreeSet<Letter>,
    /// Who has been told that they take over.
    told_yes: BTreeSet<Who>,
    /// Whoever took over has met the person.
    met: bool,
    /// A no was taken in, and the sender has done nothing about it yet.
    refused: bool,
    /// Which question the person said yes to.
    agreed_to: Option<i64>,
}

struct Town {
    decide: Decide,
    hours: Vec<Timestamp>,
    terms: Terms,
}

impl Town {
    fn with(decide: Decide) -> Town {
        let terms = Terms { answer_minutes: 240, opens: 8 * 60, closes: 16 * 60, meet_minutes: 240 };
        let mut at = Timestamp::parse("2026-11-16T07:00:00Z").expect("a Monday at eight");
        let mut hours = vec![at];
        for _ in 0..3 {
            at = terms.answer_by(at);
            hours.push(at);
        }
        Town { decide, hours, terms }
    }

    fn now(&self, world: &World) -> Timestamp {
        self.hours.get(world.hour).copied().expect("an hour")
    }

    /// Does it. A no changes nothing; that somebody was told yes is noted.
    fn take(&self, world: &mut World, letter: Option<Letter>, command: &Command) {
        let Ok(change) = (self.decide)(&world.state, command, self.now(world)) else { return };
        world.state = change.state;
        if matches!(change.event, Some(Event::Offered | Event::Returned(_))) {
            world.told_yes.clear();
        }
        match letter {
            Some(Letter::Yes(who, _)) => drop(world.told_yes.insert(who)),
            Some(Letter::Met(_)) => world.met = true,
            Some(Letter::No(..)) => world.refused = true,
            Some(Letter::Agree(round)) => world.agreed_to = Some(round),
            Some(_) => {}
            None => world.refused &= matches!(command, Command::Tick),
        }
    }

    /// What whoever takes part may send off: those who are asked, those who were told yes, and the person.
    fn letters(&self, world: &World) -> Vec<Letter> {
        let (state, round) = (&world.state, world.state.round);
        let mut letters = vec![Letter::Agree(round), Letter::Withdraw];
        for who in [Who::Kari, Who::Siri, Who::Ola] {
            let asked = matches!(&state.phase, Phase::Offered(to) | Phase::Asked(to) if *to == who.receiver());
            if asked {
                letters.extend([Letter::Yes(who, round), Letter::No(who, round)]);
            }
            if asked && who == Who::Kari {
                letters.push(Letter::Question(who, round));
            }
            if world.told_yes.contains(&who) {
                letters.extend([Letter::Met(who), Letter::NotMet(who), Letter::GiveBack(who)]);
            }
        }
        letters
    }

    /// From here a straight road leads to a baton that has been passed, or it is over.
    fn can_be_passed(&self, world: &World) -> bool {
        let (mut state, now, anna) = (world.state.clone(), self.now(world), Who::Anna.worker());
        for _ in 0..8 {
            let command = match &state.phase {
                _ if state.is_final() => return true,
                Phase::Planned | Phase::Returned(_) if !state.ready => {
                    Command::Write { by: anna.clone(), ready: true, meet_at: Some(now) }
                }
                Phase::Planned | Phase::Returned(_) => Command::Offer { by: anna.clone(), to: Who::Kari.receiver() },
                Phase::Offered(_) | Phase::Asked(_) if !state.agreed => Command::Agree(state.round),
                Phase::Offered(to) | Phase::Asked(to) => {
                    let who = if *to == Who::Ola.receiver() { Who::Ola } else { Who::Siri };
                    Command::Accept(who.worker(), state.round)
                }
                Phase::Accepted(by) | Phase::Missed(by) => Command::Met(by.clone()),
                Phase::Passed(_) | Phase::Kept(_) | Phase::Gone => return true,
            };
            match (self.decide)(&state, &command, now) {
                Ok(change) => state = change.state,
                Err(_) => return false,
            }
        }
        false
    }
}

impl Model for Town {
    type State = World;
    type Action = Act;

    fn init_states(&self) -> Vec<World> {
        let begun = State::begun(Who::Anna.worker(), self.terms, self.hours.get(2).copied().expect("an hour"));
        vec![World {
            state: begun,
            hour: 0,
            air: BTreeSet::new(),
            told_yes: BTreeSet::new(),
            met: false,
            refused: false,
            agreed_to: None,
        }]
    }

    fn actions(&self, world: &World, acts: &mut Vec<Act>) {
        if world.state.round < ROUNDS {
            acts.extend([Act::Write, Act::Offer(Who::Kari), Act::Offer(Who::Ola)]);
        }
        acts.extend([Act::TakeBack, Act::Answer, Act::Depart, Act::Keep, Act::Die, Act::Erase]);
        if world.hour + 1 < self.hours.len() {
            acts.push(Act::Later);
        }
        if world.air.len() < IN_THE_AIR {
            acts.extend(self.letters(world).into_iter().filter(|letter| !world.air.contains(letter)).map(Act::Send));
        }
        acts.extend(world.air.iter().flat_map(|letter| [Act::Deliver(*letter), Act::Lose(*letter)]));
    }

    fn next_state(&self, before: &World, act: Act) -> Option<World> {
        let (mut world, anna) = (before.clone(), Who::Anna.worker());
        match act {
            Act::Write => {
                let meet_at = self.hours.last().copied();
                self.take(&mut world, None, &Command::Write { by: anna, ready: true, meet_at });
            }
            Act::Offer(who) => self.take(&mut world, None, &Command::Offer { by: anna, to: who.receiver() }),
            Act::TakeBack => self.take(&mut world, None, &Command::TakeBack(anna)),
            Act::Answer => self.take(&mut world, None, &Command::Answer(anna)),
            Act::Depart => self.take(&mut world, None, &Command::Depart(anna)),
            Act::Keep => self.take(&mut world, None, &Command::Keep(anna, Kept::Stays)),
            Act::Die => self.take(&mut world, None, &Command::Die(anna)),
            Act::Erase => self.take(&mut world, None, &Command::Erase),
            Act::Send(letter) => drop(world.air.insert(letter)),
            Act::Lose(letter) => drop(world.air.remove(&letter)),
            // It stays in the air, so that it can come once more.
            Act::Deliver(letter) => self.take(&mut world, Some(letter), &letter.command()),
            Act::Later => {
                world.hour += 1;
                self.take(&mut world, None, &Command::Tick);
            }
        }
        (world != *before).then_some(world)
    }

    fn properties(&self) -> Vec<Property<Town>> {
        vec![
            Property::always(ONE_HOLDER, |_, world: &World| (world.state.phase == Phase::Gone) == world.state.holder().is_none()),
            Property::always(ONE_YES, |_, world: &World| world.told_yes.len() <= 1),
            Property::always(YES_AND_MET, |_, world: &World| match &world.state.phase {
                Phase::Passed(to) => world.met && world.told_yes.iter().any(|who| who.worker() == *to),
                _ => true,
            }),
            Property::always(NO_IS_KEPT, |_, world: &World| {
                let lies = world.state.phase == Phase::Returned(Returned::Refused) && world.state.due_at.is_some();
                !world.refused || lies || world.state.phase == Phase::Gone
            }),
            Property::always(LATE_IS_SEEN, |town: &Town, world: &World| {
                world.state.is_final() || world.state.due_at.is_some_and(|due| due > town.now(world))
            }),
            Property::always(RIGHT_YES, |_, world: &World| !world.state.agreed || world.agreed_to == Some(world.state.round)),
            Property::always(CAN_END, Town::can_be_passed),
            Property::sometimes("passed", |_, world: &World| matches!(world.state.phase, Phase::Passed(_))),
            Property::sometimes("gone up", |_, world: &World| world.state.step > 0),
            Property::sometimes("erased while a yes is on its way", |_, world: &World| {
                world.state.phase == Phase::Gone && world.air.iter().any(|letter| matches!(letter, Letter::Yes(..)))
            }),
            Property::sometimes("withdrawn after the yes", |_, world: &World| {
                world.state.phase == Phase::Returned(Returned::Withdrawn) && world.state.departed
            }),
        ]
    }
}

const ONE_HOLDER: &str = "there is one holder until it is erased, and none after";
const ONE_YES: &str = "only one is told that they take over";
const YES_AND_MET: &str = "the baton is passed to whoever said yes, after they have met";
const NO_IS_KEPT: &str = "a no lies with the sender until the sender does something";
const LATE_IS_SEEN: &str = "what is late has gone up";
const RIGHT_YES: &str = "the person's yes is to the question they were asked";
const CAN_END: &str = "whatever has happened, it can still be passed";

#[test]
fn the_baton_has_one_holder_whatever_is_lost_repeated_or_late() {
    let checked = Town::with(decide).checker().threads(2).spawn_bfs().join();
    checked.assert_properties();
    println!(
        "baton: {} unique states, {} steps, {} deep",
        checked.unique_state_count(),
        checked.state_count(),
        checked.max_depth()
    );
    assert!(checked.unique_state_count() > 10_000, "the town is too quiet to prove anything");
}

/// A fault that is planted, and the property that must find it.
fn finds(fault: Decide, property: &'static str) {
    let checked = Town::with(fault).checker().threads(2).finish_when(HasDiscoveries::AnyOf([property].into())).spawn_bfs().join();
    let found = checked.discovery(property);
    let path = found.unwrap_or_else(|| panic!("nobody noticed: {property}")).into_actions();
    println!("found after {} states, {} steps: {path:?}", checked.unique_state_count(), path.len());
}

#[test]
fn a_baton_that_is_passed_on_yes_alone_is_found() {
    finds(
        |state, command, now| {
            let change = decide(state, command, now)?;
            let Phase::Accepted(by) = &change.state.phase else { return Ok(change) };
            let phase = Phase::Passed(by.clone());
            Ok(Change { state: State { phase, due_at: None, ..change.state.clone() }, event: Some(Event::Passed) })
        },
        YES_AND_MET,
    );
}

#[test]
fn a_second_yes_that_is_taken_is_found() {
    finds(
        |state, command, now| match (&state.phase, command) {
            (Phase::Accepted(first), Command::Accept(by, round)) if *round == state.round && first != by => {
                let state = State { phase: Phase::Accepted(by.clone()), ..state.clone() };
                Ok(Change { state, event: Some(Event::Accepted) })
            }
            _ => decide(state, command, now),
        },
        ONE_YES,
    );
}

#[test]
fn a_no_that_is_lost_is_found() {
    finds(
        |state, command, now| {
            let change = decide(state, command, now)?;
            let lost = matches!(command, Command::Refuse(..));
            Ok(if lost { Change { state: state.clone(), event: change.event } } else { change })
        },
        NO_IS_KEPT,
    );
}
