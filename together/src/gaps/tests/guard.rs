//! Ends, silence and owners who leave, on both databases.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::args;
use platform::charter::Charter;
use platform::jobs::JobRun;
use testkit::{Town, both_databases};

use crate::gaps::CHARTER;

const CATALOGUE: &[&Charter] = crate::CATALOGUE;

struct Case {
    jon: PersonId,
    ward: OrganisationId,
    unit: OrganisationId,
    ola: AccountId,
    inger: AccountId,
    anna: AccountId,
}

fn case(town: &Town) -> Case {
    let ward = town.organisation(OrganisationKind::Detox, "Avrusning");
    let unit = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let case = Case {
        jon: town.person("Jon"),
        ola: town.employee(&unit, Role::Coordinator, "Ola Vik"),
        inger: town.employee(&unit, Role::Leader, "Inger Haug"),
        anna: town.employee(&ward, Role::DetoxNurse, "Anna Holm"),
        ward,
        unit,
    };
    town.serves(&case.ward, &case.jon);
    case
}

/// As if another part had told it.
fn told(town: &Town, job: &str, person: &PersonId, subject: &str) {
    let found = CHARTER.jobs.iter().find(|known| known.name == job).expect("a job of this name");
    let fact = Some((Some(person.clone()), subject.to_owned()));
    let run = JobRun { app: &town.app, ctx: town.app.machine(), part: &CHARTER, fact };
    (found.run)(&run).unwrap_or_else(|error| panic!("{error:?}"));
}

/// The owners of what is open, by account.
fn owners(town: &Town) -> Vec<String> {
    let open = town.rows("gaps_item").into_iter().filter(|row| row.text_or_null(9).expect("a time or none").is_none());
    open.map(|row| row.text(4).expect("an owner").to_owned()).collect()
}

#[test]
fn an_end_without_a_step_has_an_owner_by_name_until_somebody_accepts() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        // Nobody has a duty, and the ward has no leader of its own: the municipality's has it.
        told(&town, "gaps-stay-ended", &case.jon, "stay1");
        assert_eq!(owners(&town), [case.inger.as_str()]);
        let mut inger = town.as_account(&case.inger, Role::Leader);
        let list = inger.get("/brudd").await;
        assert!(list.says("Et opphold tok slutt") && !list.says("Jon"), "a leader sees no person: {}", list.html);
        let path = list.attribute("href=\"/brudd/").map(|_| town.rows("gaps_item")).expect("a row");
        let id = path.first().expect("an item").text(1).expect("an id").to_owned();
        let page = format!("/brudd/{id}");
        let one = inger.get(&page).await;
        assert!(!one.says("Jon") && one.says("Gi til"), "{}", one.html);
        let wrong = inger.post(&page, &[("act", "take")]).await;
        assert!(wrong.status == 409 && wrong.says("En leder gir det videre"), "{}", wrong.html);
        let given = inger.post(&page, &[("act", "give"), ("who", case.anna.as_str())]).await;
        assert!(given.says("Anna Holm, Avrusning, passer på."), "{}", given.html);

        // The same end told twice is one item; a coordinator who comes later may take it.
        told(&town, "gaps-stay-ended", &case.jon, "stay1");
        assert_eq!(owners(&town), [case.anna.as_str()]);
        town.duty(&case.unit, &case.jon, None, Duty::Serving);
        town.duty(&case.unit, &case.jon, Some(&case.ola), Duty::Coordinator);
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        ola.get(&page).await;
        assert!(ola.post(&page, &[("act", "take")]).await.says("Ola Vik, Kommunen, passer på."));
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        assert_eq!(anna.get(&page).await.status, 404, "it is another organisation's now");
        let wordless = ola.post(&page, &[("act", "close"), ("how", "step")]).await;
        assert_eq!(wordless.status, 422, "who has said yes to what must be written: {}", wordless.html);
        let closed = ola.post(&page, &[("act", "close"), ("how", "step"), ("words", "Blå hus har sagt ja fra mandag.")]).await;
        assert_eq!(closed.location.as_deref(), Some("/brudd"));
        assert!(owners(&town).is_empty() && town.tables_with("Blå hus").is_empty(), "closed, and sealed");
        let again = ola.post(&page, &[("act", "close"), ("how", "step"), ("words", "En gang til")]).await;
        assert!(again.status == 409 && again.says("Dette er avsluttet."), "{}", again.html);

        // A step that was accepted just before is enough for the next end.
        told(&town, "gaps-tenancy-ended", &case.jon, "home1");
        assert!(owners(&town).is_empty(), "he has a place");
        town.wait_days(20);
        told(&town, "gaps-referral-closed", &case.jon, "ref1");
        assert_eq!(owners(&town), [case.ola.as_str()], "that was long ago; now it is the coordinator's");
        told(&town, "gaps-accepted", &case.jon, "baton1");
        assert!(owners(&town).is_empty(), "somebody has accepted");
        told(&town, "gaps-refused", &case.jon, "baton1");
        assert_eq!(owners(&town), [case.ola.as_str()], "and could not after all");
    });
}

#[test]
fn silence_is_somebodys_and_each_service_sets_its_own_number() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        town.duty(&case.unit, &case.jon, Some(&case.ola), Duty::Coordinator);
        told(&town, "gaps-in-touch", &case.jon, "message1");
        town.wait_days(13);
        town.run_jobs();
        assert!(owners(&town).is_empty(), "thirteen days are not fourteen");
        town.wait_days(2);
        town.run_jobs();
        assert_eq!(owners(&town), [case.ola.as_str()]);
        town.run_jobs();
        assert_eq!(owners(&town).len(), 1, "once");
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        assert!(ola.get("/brudd").await.says("Ingen har hatt kontakt på en stund"));
        told(&town, "gaps-in-touch", &case.jon, "message2");
        assert!(owners(&town).is_empty(), "somebody was in touch");
        ola.get("/brudd/stillhet").await;
        let wrong = ola.post("/brudd/stillhet", &[("days", "1")]).await;
        assert!(wrong.status == 422 && wrong.says("Skriv et tall fra 2 til 120."), "{}", wrong.html);
        assert!(ola.post("/brudd/stillhet", &[("days", "30")]).await.says("value=\"30\""));
        town.wait_days(20);
        town.run_jobs();
        assert!(owners(&town).is_empty(), "their own number is thirty");
        town.wait_days(11);
        town.run_jobs();
        assert_eq!(owners(&town), [case.ola.as_str()]);
        let anna = town.as_account(&case.anna, Role::DetoxNurse).get("/brudd/stillhet").await;
        assert_ne!(anna.status, 200, "a nurse does not set it");
    });
}

#[test]
fn whoever_leaves_is_followed_by_somebody_else_and_a_series_of_misses_is_an_end() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let berit = town.employee(&case.unit, Role::Coordinator, "Berit Fjell");
        town.duty(&case.unit, &case.jon, Some(&berit), Duty::Coordinator);
        for subject in ["a", "b"] {
            told(&town, "gaps-missed", &case.jon, subject);
        }
        assert!(owners(&town).is_empty());
        told(&town, "gaps-missed", &case.jon, "b");
        assert!(owners(&town).is_empty(), "the same one told twice");
        told(&town, "gaps-missed", &case.jon, "c");
        assert_eq!(owners(&town), [berit.as_str()]);
        let (now, gone) = (town.now(), berit.clone());
        let leave = move |tx: &mut platform::db::Tx<'_>| {
            tx.run("UPDATE account SET ended_at = $1 WHERE account_id = $2", args![now, &gone])?;
            Ok(())
        };
        town.app.db().write_here(leave).expect("somebody leaves");
        town.wait_minutes(11);
        town.run_jobs();
        let owners = owners(&town);
        assert!(owners.len() == 1 && owners[0] != berit.as_str(), "never nobody: {owners:?}");
    });
}

#[test]
fn two_who_take_the_same_item_at_once_are_both_told_who_has_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let berit = town.employee(&case.unit, Role::Coordinator, "Berit Fjell");
        town.duty(&case.unit, &case.jon, None, Duty::Serving);
        town.duty(&case.unit, &case.jon, Some(&case.ola), Duty::Coordinator);
        told(&town, "gaps-stay-ended", &case.jon, "stay1");
        let id = town.rows("gaps_item").first().expect("an item").text(1).expect("an id").to_owned();
        let page = format!("/brudd/{id}");
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        let mut berit_here = town.as_account(&berit, Role::Coordinator);
        ola.get(&page).await;
        berit_here.get(&page).await;
        let close = [("act", "close"), ("how", "said-no")];
        let (first, second) = testkit::at_once(ola.post_only(&page, &close), berit_here.post_only(&page, &close)).await;
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        let loser = if first.status == 409 { first } else { second };
        assert!(loser.says("En annen har ordnet det."), "{}", loser.html);
    });
}

#[test]
fn another_part_hands_over_an_end_with_the_place_it_ended_in() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let chief = town.employee(&case.ward, Role::Leader, "Turid Vik");
        let employer = platform::ctx::Employer { id: case.ward.clone(), name: "Avrusning".into(), kind: None };
        let mut actor = platform::ctx::Actor::visitor();
        (actor.role, actor.door, actor.account) = (Role::DetoxNurse, platform::ctx::Door::Full, Some(case.anna.clone()));
        actor.employer = Some(employer);
        let ctx = platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes());
        let hand = |cause: &'static str| {
            let (person, ward) = (case.jon.clone(), case.ward.to_string());
            platform::door::execute_here(&town.app, &ctx, &CHARTER, "next-step", move |tx, desk| {
                let permit = desk.person(tx, &person)?;
                let accept = CHARTER.accepts.first().expect("it takes ends");
                (accept.take)(tx, desk, &permit, &serde_json::json!({ "cause": cause, "owner_organisation": ward }))
            })
        };
        assert!(!hand("stay-ended").expect("an item").is_empty());
        assert!(hand("score").is_err(), "a cause that is not ours");
        assert_eq!(owners(&town), [chief.as_str()], "the ward's own leader");
    });
}
