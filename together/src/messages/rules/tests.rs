use super::*;
use kernel::refusal::Refusal as _;
use proptest::prelude::*;

fn at(minutes: i64) -> Timestamp {
    Timestamp::from_unix_s(1_790_000_000).plus_minutes(minutes)
}

fn kari() -> By {
    By::Account(AccountId::from_bits(1))
}

fn sara() -> By {
    By::Account(AccountId::from_bits(2))
}

fn said(number: i64, by: By, kind: Kind) -> Said {
    Said { number, by, kind, at: at(number), taken_back: false, read: false }
}

fn thread(said: Vec<Said>) -> State {
    State { count: i64::try_from(said.len()).unwrap(), members: 1, said }
}

#[test]
fn the_table() {
    let asked = thread(vec![said(1, By::Person, Kind::Words), said(2, kari(), Kind::Question)]);
    let answered = thread(vec![said(1, kari(), Kind::Question), said(2, By::Person, Kind::Words)]);
    let mut gone = thread(vec![said(1, By::Person, Kind::Words)]);
    gone.said[0].taken_back = true;
    let mut read = thread(vec![said(1, By::Person, Kind::Words)]);
    read.said[0].read = true;
    let mut no_question_any_more = asked.clone();
    no_question_any_more.said[1].taken_back = true;
    let mut answer_taken_back = answered.clone();
    answer_taken_back.said[1].taken_back = true;
    let full = State { count: MAX_MESSAGES, ..asked.clone() };
    let crowded = State { members: MAX_MEMBERS, ..asked.clone() };
    let write = |question| Command::Write { question };
    let take_in = |sees, there| Command::TakeIn { sees, there };
    let yes = Command::Answer(Answer::Yes);
    let cases: Vec<(&str, &State, By, Command, i64, Result<Change, Refusal>)> = vec![
        ("anyone in it writes", &asked, sara(), write(false), 3, Ok(Change::Say(Kind::Words))),
        ("staff ask", &asked, sara(), write(true), 3, Ok(Change::Say(Kind::Question))),
        ("what the person asks needs no mark", &asked, By::Person, write(true), 3, Ok(Change::Say(Kind::Words))),
        ("the person answers", &asked, By::Person, yes.clone(), 3, Ok(Change::Say(Kind::Ready(Answer::Yes)))),
        (
            "an answer taken back leaves the question",
            &answer_taken_back,
            By::Person,
            yes.clone(),
            3,
            Ok(Change::Say(Kind::Ready(Answer::Yes))),
        ),
        ("only the person answers", &asked, kari(), yes.clone(), 3, Err(Refusal::NoQuestion)),
        ("answered once", &answered, By::Person, yes.clone(), 3, Err(Refusal::NoQuestion)),
        ("the question was taken back", &no_question_any_more, By::Person, yes.clone(), 3, Err(Refusal::NoQuestion)),
        ("full for words", &full, kari(), write(false), 3, Err(Refusal::Full)),
        ("full for answers", &full, By::Person, yes, 3, Err(Refusal::Full)),
        ("the sender takes back", &asked, By::Person, Command::TakeBack(1), 10, Ok(Change::TakeBack(1))),
        ("until ten minutes are over", &asked, By::Person, Command::TakeBack(1), 11, Err(Refusal::TooLate)),
        ("nobody takes back another's", &asked, kari(), Command::TakeBack(1), 3, Err(Refusal::NotYours)),
        ("nor one that is not there", &asked, By::Person, Command::TakeBack(7), 3, Err(Refusal::NotYours)),
        ("nor one twice", &gone, By::Person, Command::TakeBack(1), 3, Err(Refusal::Gone)),
        ("nor one that is read", &read, By::Person, Command::TakeBack(1), 3, Err(Refusal::Read)),
        ("somebody more", &asked, By::Person, take_in(true, false), 3, Ok(Change::TakeIn)),
        ("not one who does not see it", &asked, By::Person, take_in(false, false), 3, Err(Refusal::DoesNotSee)),
        ("not one who is there", &asked, By::Person, take_in(true, true), 3, Err(Refusal::There)),
        ("not too many", &crowded, By::Person, take_in(true, false), 3, Err(Refusal::TooMany)),
    ];
    let mut met: Vec<Refusal> = vec![attempt_at(at(1), at(0)).unwrap_err()];
    for (name, state, by, command, minute, expected) in cases {
        assert_eq!(decide(state, &by, &command, at(minute)), expected, "{name}");
        met.extend(expected.err());
    }
    for refusal in Refusal::ALL {
        assert!(met.contains(&refusal), "no case for {}", refusal.key());
    }
}

#[test]
fn an_attempt_is_told_afterwards_and_within_thirty_days() {
    let now = at(0);
    assert_eq!(attempt_at(now, now), Ok(()));
    assert_eq!(attempt_at(now.plus_days(-30), now), Ok(()));
    assert_eq!(attempt_at(now.plus_minutes(1), now), Err(Refusal::When));
    assert_eq!(attempt_at(now.plus_days(-30).plus_s(-1), now), Err(Refusal::When));
}

#[test]
fn keys_come_back() {
    for answer in Answer::ALL {
        assert_eq!(Answer::parse(answer.key()), Some(answer));
        assert_eq!(Kind::parse(Kind::Ready(answer).key()), Some(Kind::Ready(answer)));
    }
    assert_eq!(Kind::parse("question"), Some(Kind::Question));
    assert!(Way::ALL.iter().all(|way| Way::parse(way.key()) == Some(*way)));
    assert!(WhyNot::ALL.iter().all(|why| WhyNot::parse(why.key()) == Some(*why)));
}

proptest! {
    /// Whatever is written and taken back in whatever order: at most one question waits, it is the newest that stands, and
    /// a message that is gone stays gone.
    #[test]
    fn at_most_the_newest_question_waits(steps in prop::collection::vec((0_u8..5, 1_i64..12), 0..40)) {
        let mut state = State::default();
        for (n, (what, which)) in steps.into_iter().enumerate() {
            let now = at(i64::try_from(n).unwrap());
            let (by, command) = match what {
                0 => (By::Person, Command::Write { question: false }),
                1 => (kari(), Command::Write { question: true }),
                2 => (By::Person, Command::Answer(Answer::CallMe)),
                3 => (By::Person, Command::TakeBack(which)),
                _ => (kari(), Command::TakeBack(which)),
            };
            match decide(&state, &by, &command, now) {
                Ok(Change::Say(kind)) => {
                    state.count += 1;
                    state.said.push(Said { number: state.count, by, kind, at: now, taken_back: false, read: false });
                }
                Ok(Change::TakeBack(number)) => {
                    let said = state.said.iter_mut().find(|said| said.number == number).unwrap();
                    prop_assert!(!said.taken_back && said.by == by);
                    said.taken_back = true;
                }
                Ok(Change::TakeIn) | Err(_) => {}
            }
            if let Some(question) = waiting(&state) {
                let later = state.said.iter().filter(|said| said.number > question.number && !said.taken_back);
                prop_assert!(later.clone().all(|said| said.by != By::Person && said.kind != Kind::Question));
            }
        }
    }
}
