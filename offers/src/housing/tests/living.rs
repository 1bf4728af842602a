//! The store and the acts on both databases: the wait, two who offer at once, a warning, and the end.

use kernel::class::Class;
use kernel::language::Language;
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::charter::{Accept, Charter, Table};
use platform::db::{Migration, Tx};
use platform::error::Error;
use testkit::both_databases;

use super::{Team, refused};
use crate::housing::CHARTER;
use crate::housing::acts::{self, Answer, Ending, Warned};
use crate::housing::fit::Trait;
use crate::housing::rules::{EndReason, NoReason, WarningKind, Why};
use crate::housing::store::{needs, offers, tenancies, warnings};

#[test]
fn a_no_keeps_the_date_and_the_home_is_free_for_the_next_one() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let (jon, maria) = (town.person("Jon"), town.person("Maria"));
        let home = team.home("Fjellveien 12", &[Trait::OwnDoor]);
        team.wants(&jon, &[Trait::OwnDoor]);
        team.wants(&maria, &[]);
        let since = |person: &kernel::id::PersonId| {
            team.run(&team.as_own(person), |tx, desk| {
                let own = desk.own(tx)?;
                Ok(needs::waiting_of(tx, &own)?.map(|need| (need.asked_at, need.state)))
            })
        };
        let before = since(&jon).expect("a wait");
        team.offers(&jon, &home).expect("an offer");
        assert_eq!(refused(team.offers(&maria, &home)), "housing-unit-taken");
        let words = Some("For langt unna.".to_owned());
        team.says(&jon, Answer::No(Some(NoReason::Place), words)).expect("a no");
        assert_eq!(since(&jon).expect("a wait"), before);
        assert_eq!(refused(team.offers(&jon, &home)), "housing-declined-this");
        // Jon has said no to it, so nobody who could live there has waited longer.
        team.offers(&maria, &home).expect("the next one");
        team.says(&maria, Answer::No(None, None)).expect("a no without a reason is as good");
    });
}

#[test]
fn out_of_turn_takes_a_reason_that_the_person_reads() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let (jon, maria) = (town.person("Jon"), town.person("Maria"));
        let home = team.home("Fjellveien 12", &[Trait::OwnDoor]);
        team.wants(&jon, &[Trait::OwnDoor]);
        team.wants(&maria, &[]);
        assert_eq!(refused(team.offers(&maria, &home)), "housing-waited-longer");
        let (person, unit) = (maria.clone(), home.clone());
        team.run(&team.as_per(), move |tx, desk| acts::offer(tx, desk, &person, &unit, Some(Why::Danger)))
            .expect("with a reason");
        let page = town.as_person(&maria).get("/min-bolig").await;
        assert!(page.says("Utenom tur: der de bor nå, er farlig."), "{}", page.html);
        // Nobody before her needs what this home has: then it is in turn, and no reason is kept.
        let plain = team.home("Bakkegata 4", &[]);
        let lise = town.person("Lise");
        team.wants(&lise, &[]);
        let (person, unit) = (lise.clone(), plain.clone());
        team.run(&team.as_per(), move |tx, desk| acts::offer(tx, desk, &person, &unit, Some(Why::Danger))).expect("in turn");
        let kept = team.run(&team.as_own(&lise), |tx, desk| {
            let own = desk.own(tx)?;
            Ok(offers::all(tx, &own)?.first().map(|offer| offer.why))
        });
        assert_eq!(kept.expect("an offer"), Some(None));
    });
}

/// Keeps what it is handed: tasks and hand-overs, as the house's own parts for them would.
static HANDED: Charter = Charter {
    key: "handed",
    class: Class::Welfare,
    purpose: "Keeps what another part hands over.",
    legal_basis: "None.",
    accepts: &[Accept { kind: "task", take: keep_task }, Accept { kind: "handover", take: keep_handover }],
    tables: &[Table { name: "handed_row", personal: true }],
    migrations: &[Migration {
        part: "handed",
        number: 1,
        sql: "CREATE TABLE handed_row (\n  person_id TEXT NOT NULL,\n  kind TEXT NOT NULL,\n  content TEXT NOT NULL,\n  PRIMARY KEY (person_id, kind)\n);",
    }],
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

fn keep(tx: &mut Tx<'_>, permit: &Permit, kind: &'static str, content: &serde_json::Value) -> Result<String, Error> {
    tx.run(
        "INSERT INTO handed_row (person_id, kind, content) VALUES ($1, $2, $3)",
        platform::args![permit.person(), kind, content.to_string()],
    )?;
    Ok("handed".into())
}

fn keep_task(tx: &mut Tx<'_>, _: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    keep(tx, permit, "task", content)
}

fn keep_handover(tx: &mut Tx<'_>, _: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    keep(tx, permit, "handover", content)
}

fn handed(town: &testkit::Town, kind: &'static str) -> Option<serde_json::Value> {
    let row = town
        .app
        .db()
        .read_here(|tx| Ok(tx.row("SELECT content FROM handed_row WHERE kind = $1", platform::args![kind])?))
        .expect("rows");
    row.map(|row| serde_json::from_str(row.text(0).expect("text")).expect("JSON"))
}

fn facts(town: &testkit::Town) -> Vec<String> {
    let rows = town.app.db().read_here(|tx| Ok(tx.rows("SELECT kind FROM fact ORDER BY fact_id", &[])?)).expect("rows");
    rows.iter().map(|row| row.text(0).expect("text").to_owned()).collect()
}

#[test]
fn a_warning_becomes_a_task_for_a_named_person_and_the_end_asks_somebody_to_take_over() {
    both_databases(&[&CHARTER, &HANDED], async |town| {
        let team = Team::in_town(&town);
        let jon = team.lives("Jon", "Fjellveien 12");
        let (person, kind) = (jon.clone(), WarningKind::RentLate);
        let warned = Warned { kind, words: Some("Trekket stoppet.".into()), task: "Hjelp tidlig: husleia er sen".into() };
        team.run(&team.as_per(), move |tx, desk| acts::warn(tx, desk, &person, &warned)).expect("a warning");
        let task = handed(&town, "task").expect("a task");
        assert_eq!(task["words"], "Hjelp tidlig: husleia er sen");
        assert_eq!(task["account"], team.per.as_str());
        assert_eq!(task["due"], "2026-11-23");
        assert!(!task.to_string().contains("Trekket"), "what was seen stays with the home");
        let person = jon.clone();
        let ending = Ending {
            on: Day::parse("2026-11-20").expect("a day"),
            reason: EndReason::Eviction,
            words: Some("Fikk ikke hjelp i tide.".into()),
            needs_another: true,
        };
        team.run(&team.as_per(), move |tx, desk| acts::end(tx, desk, &person, &ending, 1)).expect("the end");
        let handover = handed(&town, "handover").expect("a hand-over");
        assert_eq!((&handover["from"], &handover["area"]), (&"eviction".into(), &"housing".into()));
        let mut told = facts(&town);
        told.sort();
        assert_eq!(told, ["TenancyAtRisk", "TenancyBegan", "TenancyEnded"]);
        let waits = team.run(&team.as_own(&jon), |tx, desk| {
            let own = desk.own(tx)?;
            Ok((needs::waiting_of(tx, &own)?.is_some(), tenancies::running(tx, &own)?.is_none()))
        });
        assert_eq!(waits.expect("a wait"), (true, true));
        let page = town.as_person(&jon).get("/min-bolig").await;
        assert!(page.says("Der jeg har bodd") && page.says("Måtte flytte ut"), "{}", page.html);
    });
}

#[test]
fn without_parts_for_tasks_and_hand_overs_a_warning_is_held_by_name_all_the_same() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let jon = team.lives("Jon", "Fjellveien 12");
        let person = jon.clone();
        let warned = Warned { kind: WarningKind::Complaint, words: None, task: "Hjelp".into() };
        team.run(&team.as_per(), move |tx, desk| acts::warn(tx, desk, &person, &warned)).expect("a warning");
        let person = jon.clone();
        let open = team.run(&team.as_per(), move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            Ok(warnings::all(tx, &permit)?.into_iter().map(|one| (one.helper, one.id)).collect::<Vec<_>>())
        });
        let open = open.expect("warnings");
        assert_eq!(open[0].0, "Per Lie");
        for expected in [None, Some("housing-settled")] {
            let (person, id) = (jon.clone(), open[0].1.clone());
            let outcome =
                team.run(&team.as_per(), move |tx, desk| acts::settle(tx, desk, &person, &id, Some("Avtalt nedbetaling.")));
            match expected {
                None => outcome.expect("helped"),
                Some(key) => assert_eq!(refused(outcome), key),
            }
        }
        let person = jon.clone();
        let ending = Ending { on: town.now().day(), reason: EndReason::Moved, words: None, needs_another: false };
        team.run(&team.as_per(), move |tx, desk| acts::end(tx, desk, &person, &ending, 1)).expect("the end");
        let person = jon.clone();
        let again = Ending { on: town.now().day(), reason: EndReason::Moved, words: None, needs_another: false };
        let outcome = team.run(&team.as_per(), move |tx, desk| acts::end(tx, desk, &person, &again, 2));
        assert_eq!(refused(outcome), "housing-tenancy-ended");
    });
}

#[test]
fn the_same_moment_answered_twice_is_answered_once() {
    both_databases(&[&CHARTER], async |town| {
        let team = Team::in_town(&town);
        let jon = town.person("Jon");
        let home = team.home("Fjellveien 12", &[]);
        team.wants(&jon, &[]);
        team.offers(&jon, &home).expect("an offer");
        assert_eq!(refused(team.offers(&jon, &team.home("Bakkegata 4", &[]))), "housing-offer-open");
        team.says(&jon, Answer::Yes).expect("a yes");
        assert_eq!(refused(team.says(&jon, Answer::Yes)), "housing-nothing-offered");
        team.moves_in(&jon);
        assert_eq!(refused(team.says(&jon, Answer::Yes)), "housing-not-waiting");
        let person = jon.clone();
        let wants_again = team.run(&team.as_per(), move |tx, desk| acts::take_back(tx, desk, &person));
        assert_eq!(refused(wants_again), "housing-not-waiting");
    });
}
