use kernel::id::{AccountId, OrganisationId};
use kernel::language::Language;
use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;

use crate::handovers::CHARTER;
use crate::handovers::rules::{Cause, Command, Event, Kept, Phase, Receiver, Refusal, Returned, State, Terms, Worker, decide};

const TERMS: Terms = Terms { answer_minutes: 240, opens: 480, closes: 960, meet_minutes: 240 };

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

fn worker(account: u128, organisation: u128) -> Worker {
    Worker { account: AccountId::from_bits(account), organisation: OrganisationId::from_bits(organisation) }
}

fn anna() -> Worker {
    worker(1, 1)
}

fn kari() -> Worker {
    worker(2, 2)
}

fn siri() -> Worker {
    worker(3, 2)
}

fn ola() -> Worker {
    worker(4, 3)
}

fn to(worker: &Worker) -> Receiver {
    Receiver { organisation: worker.organisation.clone(), account: None }
}

fn monday() -> Timestamp {
    at("2026-11-16T09:00:00Z")
}

fn begun() -> State {
    State::begun(anna(), TERMS, monday().plus_days(1))
}

/// After these commands, each of which must be taken.
fn after(commands: &[Command]) -> State {
    commands.iter().fold(begun(), |state, command| {
        decide(&state, command, monday()).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}")).state
    })
}

fn write(by: &Worker) -> Command {
    Command::Write { by: by.clone(), ready: true, meet_at: Some(monday().plus_days(1)) }
}

fn offered() -> Vec<Command> {
    vec![write(&anna()), Command::Offer { by: anna(), to: to(&kari()) }, Command::Agree(2)]
}

fn accepted() -> Vec<Command> {
    [offered(), vec![Command::Accept(kari(), 2)]].concat()
}

#[test]
fn every_no_has_a_case_and_two_sentences_in_each_language() {
    let unready = Command::Offer { by: anna(), to: to(&kari()) };
    let met = [accepted(), vec![Command::Met(kari())]].concat();
    let cases: Vec<(Vec<Command>, Command, Refusal)> = vec![
        (vec![], write(&kari()), Refusal::NotYours),
        (offered(), Command::Accept(ola(), 2), Refusal::NotAsked),
        (accepted(), Command::Met(ola()), Refusal::NotAsked),
        (offered(), Command::Accept(kari(), 1), Refusal::Stale),
        (offered(), Command::Agree(1), Refusal::Stale),
        (accepted(), Command::Accept(siri(), 2), Refusal::Taken),
        (accepted(), Command::Refuse(siri(), 2), Refusal::Taken),
        (accepted(), Command::Offer { by: anna(), to: to(&ola()) }, Refusal::Taken),
        (offered()[..2].to_vec(), Command::Accept(kari(), 2), Refusal::NotAgreed),
        (offered(), Command::Met(kari()), Refusal::NotAccepted),
        (offered(), Command::Offer { by: anna(), to: to(&ola()) }, Refusal::AlreadyOffered),
        (vec![], unready, Refusal::LinesMissing),
        (vec![write(&anna())], Command::Offer { by: anna(), to: to(&anna()) }, Refusal::OwnHouse),
        (vec![write(&anna())], Command::TakeBack(anna()), Refusal::NobodyAsked),
        (vec![write(&anna())], Command::Agree(1), Refusal::NobodyAsked),
        (met, write(&anna()), Refusal::Over),
        (vec![Command::Erase], write(&anna()), Refusal::Over),
    ];
    let elsewhere = [Refusal::ThereIsOne, Refusal::NotThisRole, Refusal::NotThem];
    for (before, command, refusal) in &cases {
        assert_eq!(decide(&after(before), command, monday()), Err(*refusal), "{command:?}");
    }
    let app = testkit::Place::sqlite();
    let app = testkit::app_on(&[&CHARTER], &app.url, &app.keys_url);
    for refusal in Refusal::ALL {
        assert!(cases.iter().any(|(.., tried)| *tried == refusal) || elsewhere.contains(&refusal), "{refusal:?} has no case");
        for language in [Language::Nb, Language::Nn, Language::En] {
            let key = format!("refusal-{}", refusal.key());
            assert!(app.say(language).has(&key) && app.say(language).has(&format!("{key}-remedy")), "{key}");
        }
    }
    for cause in Cause::ALL {
        assert!(
            Cause::parse(cause.key()) == Some(cause) && app.say(Language::Nb).has(&format!("handovers-cause-{}", cause.key()))
        );
    }
}

#[test]
fn the_sender_holds_until_yes_and_met_and_a_yes_alone_moves_nothing() {
    for commands in [vec![], offered(), accepted(), [accepted(), vec![Command::Miss(kari())]].concat()] {
        assert_eq!(after(&commands).holder(), Some(&anna()), "{commands:?}");
    }
    let met = after(&[accepted(), vec![Command::Met(siri())]].concat());
    assert_eq!(met.holder(), Some(&kari()), "a colleague may meet; whoever said yes holds it");
    assert!(met.is_final() && met.due_at.is_none());
    assert_eq!(after(&[accepted(), vec![Command::Die(kari())]].concat()).holder(), None);
    assert_eq!(after(&[offered(), vec![Command::Erase]].concat()).holder(), None);
    let kept = after(&[offered(), vec![Command::Keep(anna(), Kept::SaidNo)]].concat());
    assert!(kept.is_final() && kept.holder() == Some(&anna()), "even then somebody holds it");
}

#[test]
fn what_comes_twice_changes_nothing_the_second_time() {
    for (commands, again) in [
        (accepted(), Command::Accept(kari(), 2)),
        ([offered(), vec![Command::Refuse(siri(), 2)]].concat(), Command::Refuse(siri(), 2)),
        ([accepted(), vec![Command::Met(kari())]].concat(), Command::Met(kari())),
        ([accepted(), vec![Command::Miss(kari())]].concat(), Command::Miss(kari())),
        (offered(), Command::Agree(2)),
        (vec![Command::Depart(anna())], Command::Depart(anna())),
        (vec![Command::Erase], Command::Erase),
    ] {
        let change = decide(&after(&commands), &again, monday()).expect("the same");
        assert_eq!(change.event, None, "{again:?}");
    }
}

#[test]
fn a_colleague_on_the_next_shift_holds_it_and_nobody_else_can_take_it() {
    let lise = worker(9, 1);
    assert_eq!(after(&[Command::TakeOn(lise.clone())]).holder(), Some(&lise));
    assert_eq!(decide(&begun(), &Command::TakeOn(kari()), monday()), Err(Refusal::NotYours));
}

#[test]
fn lines_written_anew_ask_the_person_again() {
    let anew = after(&[accepted(), vec![write(&anna())]].concat());
    assert!(
        !anew.agreed && matches!(anew.phase, Phase::Accepted(_)),
        "the yes of the receiver stands, that of the person does not"
    );
    assert_eq!(decide(&anew, &Command::Agree(2), monday()), Err(Refusal::Stale), "it was to the old lines");
    assert!(after(&[accepted(), vec![write(&anna()), Command::Agree(3)]].concat()).agreed);
}

#[test]
fn a_yes_that_is_taken_back_lets_it_lie_with_the_sender() {
    let withdrawn = after(&[accepted(), vec![Command::Withdraw]].concat());
    assert_eq!(withdrawn.phase, Phase::Returned(Returned::Withdrawn));
    assert!(!withdrawn.agreed && withdrawn.holder() == Some(&anna()) && withdrawn.due_at.is_some());
    let passed = after(&[accepted(), vec![Command::Met(kari()), Command::Withdraw]].concat());
    assert!(!passed.agreed && passed.holder() == Some(&kari()), "a responsibility is not given back by closing a door");
}

#[test]
fn time_takes_it_up_once_and_then_back() {
    let state = after(&offered());
    let due = state.due_at.expect("a time");
    assert_eq!(decide(&state, &Command::Tick, due.plus_s(-1)).expect("calm").event, None);
    let up = decide(&state, &Command::Tick, due).expect("up");
    assert!(up.event == Some(Event::Up) && up.state.step == 1 && matches!(up.state.phase, Phase::Offered(_)));
    let late_yes = decide(&up.state, &Command::Accept(kari(), 2), due).expect("a late yes is welcome").state;
    assert!(late_yes.step == 0);
    let back = decide(&up.state, &Command::Tick, up.state.due_at.expect("a time")).expect("back");
    assert_eq!(back.state.phase, Phase::Returned(Returned::Unanswered));
    assert!(back.state.step == 2 && !back.state.agreed, "it stays on the lists of those above");
}

#[test]
fn four_working_hours_are_counted_over_nights_weekends_and_holidays() {
    // In Norwegian time; in winter one hour before UTC, in summer two.
    for (asked, late, why) in [
        ("2026-11-20T09:31:00Z", "2026-11-20T13:31:00Z", "a Friday morning, as on the ward's page"),
        ("2026-11-20T14:00:00Z", "2026-11-23T10:00:00Z", "an hour before closing on a Friday: three hours on Monday"),
        ("2026-11-21T10:00:00Z", "2026-11-23T11:00:00Z", "a Saturday"),
        ("2026-11-19T21:30:00Z", "2026-11-20T11:00:00Z", "half past ten at night"),
        ("2026-12-23T14:00:00Z", "2026-12-28T10:00:00Z", "before Christmas Eve, Christmas and a weekend"),
        (
            "2026-04-01T12:00:00Z",
            "2026-04-07T10:00:00Z",
            "the Wednesday before Easter is short: on the Tuesday after, in summer time",
        ),
        ("2026-12-31T09:00:00Z", "2027-01-04T11:00:00Z", "New Year's Eve is short, and a weekend follows"),
        ("2028-02-29T12:00:00Z", "2028-03-01T08:00:00Z", "a leap day"),
    ] {
        assert_eq!(TERMS.answer_by(at(asked)).stored(), late, "{why}");
    }
}
