use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Day;
use platform::charter::{Charter, PanelAsk, Place};
use platform::door;
use proptest::prelude::*;
use testkit::{Page, Town, both_databases};

use super::CHARTER;
use super::jobs;
use super::rules::*;

const CATALOGUE: &[&Charter] = &[&CHARTER];

fn home(town: &Town, person: &kernel::id::PersonId, place: Place) -> String {
    let mut actor = platform::ctx::Actor::visitor();
    (actor.role, actor.door, actor.person) = (Role::Person, platform::ctx::Door::Full, Some(person.clone()));
    let ctx = platform::ctx::Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let panel = CHARTER.panels.iter().find(|panel| panel.place == place).expect("a panel");
        (panel.draw)(tx, &PanelAsk { desk, permit: Some(&own), say: &say })
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}")).unwrap_or_default().replace('\u{a0}', " ")
}

/// Somebody has answered the person's request for help.
fn answered(town: &Town, person: &kernel::id::PersonId) {
    let fact = Some((Some(person.clone()), String::new()));
    let run = platform::jobs::JobRun { app: &town.app, ctx: town.app.machine(), part: &CHARTER, fact };
    jobs::ask(&run).unwrap_or_else(|error| panic!("{error:?}"));
}

async fn answer(town: &Town, path: &str, answers: [&str; 3]) -> Page {
    let mut anyone = town.visitor();
    anyone.get(path).await;
    let [heard, needed, other] = answers;
    anyone.post(path, &[("heard", heard)]).await;
    anyone.post(path, &[("heard", heard), ("needed", needed)]).await;
    anyone.post(path, &[("heard", heard), ("needed", needed), ("else", other)]).await
}

#[test]
fn three_taps_without_a_name_become_three_sums_and_nothing_else() {
    both_databases(CATALOGUE, async |town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let path = format!("/tilbakemelding/{centre}");
        let mut anyone = town.visitor();
        assert!(anyone.get("/tilbakemelding").await.says("MO-senteret"));
        let first = anyone.get(&path).await;
        assert!(first.says("Ble du hørt?") && !first.html.contains("<textarea"), "{}", first.html);
        let lines_before = town.rows("audit_line").len();
        let second = anyone.post(&path, &[("heard", "yes")]).await;
        assert!(second.says("Fikk du det du trengte?") && second.location.is_none(), "{}", second.html);
        assert!(town.rows("feedback_count").is_empty(), "nothing is kept before all three are answered");
        let third = anyone.post(&path, &[("heard", "yes"), ("needed", "no")]).await;
        assert!(third.says("Noe annet?"), "{}", third.html);
        let given = [("heard", "yes"), ("needed", "no"), ("else", "wrong")];
        let thanks = anyone.post(&path, &given).await;
        assert!(thanks.says("MO-senteret ser bare tall."), "{}", thanks.html);
        assert_eq!(town.rows("feedback_count").len(), 3);
        assert_eq!(town.rows("audit_line").len(), lines_before, "the log is told nothing");

        let forged = anyone.post(&path, &[("heard", "maybe")]).await;
        assert!(forged.says("Ble du hørt?"), "an answer that is not ours asks again");
        assert_eq!(anyone.get("/tilbakemelding/00000000000000000000000000000000").await.status, 404);
        let unit = town.organisation(OrganisationKind::AdvisoryUnit, "Rådgivende enhet");
        assert_eq!(anyone.get(&format!("/tilbakemelding/{unit}")).await.status, 404);
        assert!(!anyone.get(&path).await.says("Dette gjorde vi"), "a month that runs is not shown");
    });
}

#[test]
fn the_sums_have_no_column_that_could_point_at_somebody() {
    both_databases(CATALOGUE, async |town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        answer(&town, &format!("/tilbakemelding/{centre}"), ["yes", "yes", "good"]).await;
        answer(&town, &format!("/tilbakemelding/{centre}"), ["yes", "some", "good"]).await;
        let sql = CHARTER.migrations.first().expect("a migration").sql;
        let table = sql.split("CREATE TABLE feedback_count").nth(1).and_then(|rest| rest.split(");").next()).expect("it");
        let columns: Vec<&str> = table
            .lines()
            .filter_map(|line| line.trim().split(' ').next())
            .filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_') && !word.is_empty())
            .collect();
        assert_eq!(columns, ["organisation_id", "month", "question", "answer", "n"]);
        let sums = town.rows("feedback_count");
        assert_eq!(sums.len(), 4, "two who answered alike stand in one sum");
        assert_eq!(sums.iter().map(|row| row.int(4).expect("a sum")).sum::<i64>(), 6);
    });
}

#[test]
fn somebody_is_asked_for_two_weeks_and_once() {
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon");
        let run = |person: &kernel::id::PersonId| answered(&town, person);
        run(&jon);
        assert!(home(&town, &jon, Place::Home).contains("Hvordan gikk det?"));
        run(&jon);
        assert_eq!(town.rows("feedback_ask").len(), 1, "one question at a time");
        let mut person = town.as_person(&jon);
        person.get("/tilbakemelding").await;
        let on = person.post("/hvordan-gikk-det", &[("answer", "yes")]).await;
        assert_eq!(on.location.as_deref(), Some("/tilbakemelding"));
        assert_eq!(home(&town, &jon, Place::Home), "");
        run(&jon);
        town.wait_days(15);
        assert_eq!(home(&town, &jon, Place::Home), "", "after two weeks nobody is asked");
        town.run_jobs();
        assert!(town.rows("feedback_ask").is_empty());
    });
}

#[test]
fn the_leader_replies_and_everyone_reads_it() {
    both_databases(CATALOGUE, async |town| {
        let city = town.organisation(OrganisationKind::Municipality, "Kommunen");
        let inger = town.employee(&city, Role::Leader, "Inger Haug");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let path = format!("/tilbakemelding/{centre}");
        let month = Month::of(town.now().day());
        for n in 0..14 {
            answer(&town, &path, [if n < 8 { "yes" } else { "no" }, "yes", "nothing"]).await;
        }
        town.wait_days(15);
        let page = town.visitor().get(&path).await;
        assert!(!page.says("Ja: 8"), "numbers with a zero beside them could be worked out: {}", page.html);
        let reply = format!("/tilbakemeldinger/{centre}/{}", month.as_str());
        let mut leader = town.as_account(&inger, Role::Leader);
        assert_eq!(leader.get(&reply).await.status, 200);
        let half = leader.post(&reply, &[("said", "Det er trangt"), ("did", ""), ("seen", "0")]).await;
        assert!(half.status == 422 && half.says("Det er trangt</textarea>"), "{}", half.html);
        let list = leader.post(&reply, &[("said", "Det er trangt"), ("did", "Et rom til"), ("seen", "0")]).await;
        assert!(list.says("MO-senteret") && list.says("Besvart"), "{}", list.html);
        leader.get(&reply).await;
        let stale = leader.post(&reply, &[("said", "Annet"), ("did", "Annet"), ("seen", "0")]).await;
        assert!(stale.status == 409 && stale.says("En annen har svart"), "{}", stale.html);
        let open = town.visitor().get(&path).await;
        assert!(open.says("Det er trangt") && open.says("Et rom til") && open.says("Inger Haug"), "{}", open.html);
        let jon = town.person("Jon");
        assert!(!home(&town, &jon, Place::HomeAside).contains("Et rom til"));
        town.serves(&centre, &jon);
        assert!(home(&town, &jon, Place::HomeAside).contains("Et rom til"), "those around the person");

        // Another municipality's leader does not lead it, and no month that still runs is replied to.
        let own = town.employee(&centre, Role::Leader, "Ola");
        let gone = town.as_account(&inger, Role::Leader).get(&reply).await;
        assert_eq!(gone.status, 404, "the centre has a leader of its own now");
        let running = format!("/tilbakemeldinger/{centre}/{}", Month::of(town.now().day()).as_str());
        assert_eq!(town.as_account(&own, Role::Leader).get(&running).await.status, 404);
    });
}

#[test]
fn numbers_by_table() {
    use Shown::{Few, LeftOut, Number};
    let big = [20, 20, 20];
    let shown = Some([Number(20), Number(20), Number(20)]);
    let rows = [
        ([20, 20, 20], shown),
        ([30, 26, 4], Some([Number(30), LeftOut, Few])),
        ([4, 30, 26], Some([Few, Number(30), LeftOut])),
        ([50, 2, 8], Some([Number(50), Few, LeftOut])),
        ([56, 3, 1], Some([Number(56), Few, Few])),
        ([60, 0, 0], None),
        ([52, 4, 4], None),
        ([55, 0, 5], None),
        ([2, 1, 1], None),
    ];
    for (counts, expected) in rows {
        assert_eq!(published([counts, big, big]).map(|[first, ..]| first), expected, "{counts:?}");
    }
}

proptest! {
    /// Whoever knows the sum and the rule cannot tell a hidden number, whatever the numbers were.
    #[test]
    fn no_hidden_number_can_be_worked_out(a in 0i64..30, b in 0i64..30, c in 0i64..30) {
        let counts = [a, b, c];
        let Some([row, ..]) = published([counts; 3]) else { return Ok(()) };
        let total: i64 = counts.iter().sum();
        for (at, shown) in row.iter().enumerate() {
            if let Shown::Number(n) = shown {
                prop_assert!(*n >= FEW && counts[at] == *n);
                continue;
            }
            // Every other table with the same sum that would be shown in just the same way.
            let mut could = std::collections::BTreeSet::new();
            for x in 0..=total {
                for y in 0..=(total - x) {
                    let other = [x, y, total - x - y];
                    if published([other; 3]).is_some_and(|[same, ..]| same == row) {
                        could.insert(other[at]);
                    }
                }
            }
            prop_assert!(could.len() > 1, "{counts:?} is shown as {row:?}");
        }
    }
}

#[test]
fn refusals_and_months() {
    let today = Day::of(2026, 11, 20).expect("a day");
    let (last, this) = (Month::parse("2026-10").expect("a month"), Month::of(today));
    assert_eq!(shown_months(today).first(), Some(&last));
    assert_eq!(may_reply(true, &last, today, (0, 0)), Ok(()));
    assert_eq!(may_reply(false, &last, today, (0, 0)), Err(Refusal::NotLed));
    assert_eq!(may_reply(true, &this, today, (0, 0)), Err(Refusal::Month));
    assert_eq!(may_reply(true, &last, today, (0, 1)), Err(Refusal::Changed));
    assert!(Month::parse("2026-13").is_none() && Month::parse("2026-1").is_none());
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        for key in Refusal::ALL.iter().map(|no| no.key()) {
            assert!(say.has(&format!("refusal-{key}")) && say.has(&format!("refusal-{key}-remedy")), "{key}");
        }
        for question in Question::ALL {
            for answer in question.answers() {
                assert!(say.has(&format!("feedback-{}-{answer}", question.key())));
            }
        }
    }
}
