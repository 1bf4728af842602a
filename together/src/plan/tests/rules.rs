use super::*;

fn me() -> AccountId {
    AccountId::from_bits(1)
}

fn line(origin: Origin, answer: Answer, status: Option<Status>) -> Line {
    let account = (origin == Origin::Staff).then(me);
    Line { origin, account, answer, retracted: false, status, version: 3 }
}

fn edit(new_words: bool, status: Option<Status>, seen: i64) -> Command {
    Command::Edit { new_words, new_area: false, status, seen }
}

#[test]
fn who_may_do_what_with_a_line() {
    let staff = By::Staff(me());
    let colleague = By::Staff(AccountId::from_bits(2));
    let own = line(Origin::Person, Answer::Yes, None);
    let paper = line(Origin::Paper, Answer::Yes, None);
    let proposal = line(Origin::Staff, Answer::None, None);
    let agreed = line(Origin::Staff, Answer::Yes, Some(Status::NotBegun));
    let waiting = line(Origin::Staff, Answer::None, Some(Status::NotBegun));
    let gone = Line { retracted: true, ..own.clone() };
    let cases: Vec<(&str, &Line, &By, Command, Result<Change, Refusal>)> = vec![
        ("the person rewords their own", &own, &By::Person, edit(true, None, 3), Ok(Change::Edited(Answer::Yes))),
        ("the person's new words are a yes", &proposal, &By::Person, edit(true, None, 3), Ok(Change::Edited(Answer::Yes))),
        ("staff reword a proposal and need a new yes", &agreed, &staff, edit(true, None, 3), Ok(Change::Edited(Answer::None))),
        ("a colleague may help with a proposal", &proposal, &colleague, edit(true, None, 3), Ok(Change::Edited(Answer::None))),
        ("staff reword nothing the person wrote", &own, &staff, edit(true, None, 3), Err(Refusal::TheirWords)),
        ("whoever was not first is told", &own, &By::Person, edit(true, None, 2), Err(Refusal::Stale)),
        ("nobody begins without a yes", &waiting, &staff, edit(false, Some(Status::Ongoing), 3), Err(Refusal::NeedsYes)),
        ("an appointment is a beginning", &waiting, &staff, edit(false, Some(Status::Agreed), 3), Err(Refusal::NeedsYes)),
        ("laying aside needs no yes", &waiting, &staff, edit(false, Some(Status::NotNow), 3), Ok(Change::Edited(Answer::None))),
        ("with a yes it begins", &agreed, &staff, edit(false, Some(Status::Ongoing), 3), Ok(Change::Edited(Answer::Yes))),
        ("new words and a beginning in one", &agreed, &staff, edit(true, Some(Status::Ongoing), 3), Err(Refusal::NeedsYes)),
        ("a yes", &proposal, &By::Person, Command::Answer(Answer::Yes), Ok(Change::Answered(Answer::Yes))),
        ("a no", &proposal, &By::Person, Command::Answer(Answer::No), Ok(Change::Answered(Answer::No))),
        ("taken back", &agreed, &By::Person, Command::Answer(Answer::None), Ok(Change::Answered(Answer::None))),
        ("nobody answers for the person", &proposal, &staff, Command::Answer(Answer::Yes), Err(Refusal::NotYours)),
        ("own words are taken back", &own, &By::Person, Command::Retract, Ok(Change::Retracted)),
        ("papers are the person's", &paper, &By::Person, Command::Retract, Ok(Change::Retracted)),
        ("a proposal is answered, not removed", &proposal, &By::Person, Command::Retract, Err(Refusal::NotYours)),
        ("whoever proposed may take it back", &proposal, &staff, Command::Retract, Ok(Change::Retracted)),
        ("a colleague may not", &proposal, &colleague, Command::Retract, Err(Refusal::NotYours)),
        ("what is gone is not changed", &gone, &By::Person, edit(true, None, 3), Err(Refusal::Retracted)),
        ("nor answered", &gone, &By::Person, Command::Answer(Answer::Yes), Err(Refusal::Retracted)),
        ("nor talked about", &gone, &staff, Command::Comment, Err(Refusal::Retracted)),
        ("talking is free", &own, &staff, Command::Comment, Ok(Change::Added)),
        ("so is saying how it goes", &own, &By::Person, Command::Evaluate, Ok(Change::Added)),
    ];
    for (what, line, by, command, expected) in cases {
        assert_eq!(decide(line, by, &command), expected, "{what}");
    }
    assert_eq!(room_for_one_more(MAX_LINES), Err(Refusal::Full));
    assert_eq!(room_for_one_more(MAX_LINES - 1), Ok(()));
}

#[test]
fn a_side_is_quiet_when_it_is_named_and_nobody_does_anything() {
    let goal = line(Origin::Person, Answer::Yes, None);
    let going = line(Origin::Staff, Answer::Yes, Some(Status::Ongoing));
    let asked = line(Origin::Staff, Answer::None, Some(Status::NotBegun));
    let refused = line(Origin::Staff, Answer::No, Some(Status::NotBegun));
    let done = line(Origin::Staff, Answer::Yes, Some(Status::Done));
    let later = line(Origin::Staff, Answer::Yes, Some(Status::NotNow));
    let cases: [(&str, &[(Need, &Line)], &[Need]); 8] = [
        ("nothing named", &[], &[]),
        ("a wish and nothing done", &[(Need::Mental, &goal)], &[Need::Mental]),
        ("a wish and something done", &[(Need::Mental, &goal), (Need::Mental, &going)], &[]),
        ("another side does not count", &[(Need::Mental, &goal), (Need::Substance, &going)], &[Need::Mental]),
        ("a proposal is not active", &[(Need::Somatic, &asked)], &[Need::Somatic]),
        ("a no closes it", &[(Need::Somatic, &refused)], &[]),
        ("done is done", &[(Need::Social, &done)], &[]),
        ("laid aside is still named", &[(Need::Social, &later)], &[Need::Social]),
    ];
    for (what, lines, expected) in cases {
        let sides: Vec<Side<'_>> = lines.iter().map(|(need, line)| Side { need: *need, line }).collect();
        assert_eq!(quiet_sides(&sides).collect::<Vec<_>>(), expected, "{what}");
    }
    assert!(Area::ALL.into_iter().all(|area| Need::ALL.contains(&Need::of(Some(area)))));
}

fn head(kind: Kind) -> Head {
    let started_at = kernel::time::Timestamp::from_unix_s(0);
    Head { kind, started_at, period: None, declined_at: None, completed_at: None, version: 2 }
}

fn day(month: i8) -> Day {
    Day::of(2027, month, 1).expect("a day")
}

#[test]
fn the_plan_as_a_whole() {
    let period =
        |from, until, revise| PlanCommand::SetPeriod(Period { from: day(from), until: day(until), revise: day(revise) }, 2);
    let good = Period { from: day(1), until: day(6), revise: day(3) };
    let cases = [
        (Kind::Light, PlanCommand::Grow, Ok(PlanChange::Grown)),
        (Kind::Individual, PlanCommand::Grow, Ok(PlanChange::Grown)),
        (Kind::Individual, PlanCommand::StayLight, Ok(PlanChange::Light)),
        (Kind::Light, PlanCommand::Complete(vec![]), Err(Refusal::NotIndividual)),
        (Kind::Light, PlanCommand::WritePart, Err(Refusal::NotIndividual)),
        (Kind::Individual, PlanCommand::WritePart, Ok(PlanChange::Written)),
        (Kind::Individual, PlanCommand::Complete(vec![]), Ok(PlanChange::Completed)),
        (Kind::Individual, PlanCommand::Complete(vec![IpPart::Period, IpPart::Consent]), Err(Refusal::Missing(IpPart::Period))),
        (Kind::Individual, period(1, 6, 3), Ok(PlanChange::Period(good))),
        (Kind::Individual, period(6, 1, 3), Err(Refusal::Period)),
        (Kind::Individual, period(1, 6, 7), Err(Refusal::Period)),
        (Kind::Individual, PlanCommand::SetPeriod(good, 1), Err(Refusal::Stale)),
    ];
    for (kind, command, expected) in cases {
        assert_eq!(decide_plan(&head(kind), &command), expected, "{command:?}");
    }
}

#[test]
fn each_of_the_nine_parts_is_missed_when_it_is_not_there() {
    let whole = PartFacts { written: IpPart::ALL.to_vec(), goal: true, measure: true, coordinator: true, period: true };
    assert_eq!(missing(IpPart::ALL, &whole), []);
    assert_eq!(missing(IpPart::ALL, &PartFacts::default()), IpPart::ALL);
    for part in IpPart::ALL {
        let mut less = whole.clone();
        less.written.retain(|one| one != part);
        match part {
            IpPart::Coordinator => less.coordinator = false,
            IpPart::Measures => less.measure = false,
            IpPart::Period => less.period = false,
            _ => {}
        }
        assert_eq!(missing(IpPart::ALL, &less), [*part]);
        assert_eq!(
            decide_plan(&head(Kind::Individual), &PlanCommand::Complete(missing(IpPart::ALL, &less))),
            Err(Refusal::Missing(*part))
        );
    }
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        (any::<bool>(), any::<bool>(), proptest::option::of(any_of(Status::ALL)), 0..6_i64)
            .prop_map(|(new_words, new_area, status, seen)| Command::Edit { new_words, new_area, status, seen }),
        any_of(Answer::ALL).prop_map(Command::Answer),
        Just(Command::Retract),
        Just(Command::Comment),
    ]
}

proptest! {
    /// Whatever two people do in whatever order, nothing goes on without the person's yes, and nobody but the person has
    /// ever given it.
    #[test]
    fn nothing_goes_on_without_the_persons_yes(
        commands in proptest::collection::vec((any::<bool>(), any_command()), 0..40),
    ) {
        let mut line = line(Origin::Staff, Answer::None, Some(Status::NotBegun));
        for (by_person, command) in commands {
            let by = if by_person { By::Person } else { By::Staff(me()) };
            let before = line.clone();
            match decide(&line, &by, &command) {
                Ok(Change::Edited(answer)) => {
                    line.answer = answer;
                    if let Command::Edit { status: Some(status), .. } = command { line.status = Some(status); }
                    line.version += 1;
                }
                Ok(Change::Answered(answer)) => { line.answer = answer; line.version += 1; }
                Ok(Change::Retracted) => line.retracted = true,
                Ok(Change::Added) | Err(_) => {}
            }
            if line.answer == Answer::Yes && before.answer != Answer::Yes {
                prop_assert!(by_person);
            }
            if is_active(&line) {
                prop_assert_eq!(line.answer, Answer::Yes);
            }
            let began = line.status.is_some_and(Status::is_doing) && line.status != before.status;
            prop_assert!(!began || line.answer == Answer::Yes);
        }
    }
}

#[test]
fn a_plan_has_a_limit() {
    on_sqlite(CATALOGUE, &async |town: Town| {
        let case = case(&town, &[]);
        let mut ctx = platform::ctx::Ctx::new(town.now(), Language::Nb, platform::ctx::Actor::visitor(), [5; 32]);
        (ctx.actor.role, ctx.actor.door) = (Role::Person, platform::ctx::Door::Full);
        ctx.actor.person = Some(case.jon.clone());
        let typed = work::Typed { words: "Ett til".into(), area: None, step: None };
        let filled = door::execute_here(&town.app, &ctx, &CHARTER, "fill", move |tx, desk| {
            let own = desk.own(tx)?;
            for _ in store::count(tx, &own)?..MAX_LINES {
                work::add(tx, desk, &own, &typed)?;
            }
            work::add(tx, desk, &own, &typed)
        });
        assert!(matches!(filled, Err(Error::Refused("plan-full"))));
        assert_eq!(town.rows("plan_goal").len(), 0, "a refused command leaves nothing behind");
    });
}
