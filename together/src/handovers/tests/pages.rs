//! The walls, the small answers, the way back, and a departure that nothing was planned for.

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::args;
use platform::charter::Place;
use testkit::both_databases;

use super::town::{CATALOGUE, agreed, answered, case, offered, own_path, panels};
use crate::handovers::rules::Refusal;
use kernel::refusal::Refusal as _;

#[test]
fn nobody_sees_it_but_the_sender_the_person_and_whom_the_person_says_yes_to() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        town.serves(&nav, &case.aase);
        // Serving is not enough, and neither is everything else that is shared: only the yes to this.
        town.serves(&case.centre, &case.aase);
        let _all = town.share(&case.aase, &case.centre, &Area::ALL);
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        assert_eq!(kari.get(&path).await.status, 404);
        assert!(panels(&town, Some(&case.aase), Some((&case.kari, &case.centre, Role::MoNurse)), Place::OnePerson).is_empty());
        agreed(&mut town.as_person(&case.aase), &path).await;
        assert!(kari.get(&path).await.says("Blå hus"));
        for (account, role) in [(&sara, Role::Nav), (&case.ola, Role::Coordinator), (&case.inger, Role::Leader)] {
            let page = town.as_account(account, role).get(&path).await;
            assert!(page.status != 200 && !page.says("Blå hus") && !page.says("Aase"), "{role:?}: {}", page.html);
        }
        let other = town.person("Maria");
        assert_ne!(town.as_person(&other).get(&own_path(&path)).await.status, 200);
        assert!(town.tables_with("Blå hus").is_empty(), "sealed");
    });
}

#[test]
fn a_share_that_is_stopped_on_another_page_closes_it_at_once_and_brings_it_back() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        agreed(&mut town.as_person(&case.aase), &path).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        answered(&mut kari, &path, "accept", "").await;
        assert_eq!(kari.get(&path).await.status, 200);
        let (person, now) = (case.aase.clone(), town.now());
        let end = move |tx: &mut platform::db::Tx<'_>| {
            tx.run("UPDATE access_grant SET ended_at = $1 WHERE person_id = $2", args![now, &person])?;
            Ok(())
        };
        town.app.db().write_here(end).expect("the end of a share");
        assert_ne!(kari.get(&path).await.status, 200, "at once");
        town.wait_minutes(2);
        town.run_jobs();
        let back = anna.get(&path).await;
        assert!(back.says("Personen vil ikke vise det til"), "{}", back.html);
    });
}

#[test]
fn a_question_is_answered_lines_may_be_hidden_and_a_late_answer_is_told_why() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        let mut aase = town.as_person(&case.aase);
        let change = format!("{}/endre", own_path(&path));
        let page = aase.get(&change).await;
        let round = page.attribute("name=\"round\" value=\"").expect("a question");
        let wish = [
            ("words", "Jeg vil heller møtes ute."),
            ("hide", "1"),
            ("looks", "yes"),
            ("round", round.as_str()),
            ("act", "agree"),
        ];
        aase.post(&change, &wish).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let seen = kari.get(&path).await;
        assert!(
            !seen.says("I natt sover du") && seen.says("Du har medisin til og med mandag."),
            "one line is kept back: {}",
            seen.html
        );
        let asked = answered(&mut kari, &path, "ask", "Har hun hund?").await;
        assert!(asked.says("har spurt om noe"), "{}", asked.html);
        let page = anna.get(&path).await;
        assert!(page.says("Har hun hund?") && page.says("Jeg vil heller møtes ute."), "{}", page.html);
        let told = anna.post(&path, &[("act", "answer"), ("words", "Ja, en liten.")]).await;
        assert!(told.says("er spurt. Svar før"), "{}", told.html);
        let page = kari.get(&path).await;
        assert!(
            page.says("Ja, en liten.") && !page.says("Jeg vil heller møtes ute."),
            "her wish is for the sender: {}",
            page.html
        );
        let round = kari.get(&path).await.attribute("name=\"round\" value=\"").expect("an offer");
        anna.get(&path).await;
        anna.post(&path, &[("act", "take-back")]).await;
        let late = kari.post(&path, &[("act", "accept"), ("round", &round)]).await;
        assert!(late.status == 409 && late.says("Tilbudet står ikke lenger."), "{}", late.html);
        let nothing = anna.post(&path, &[("act", "take-back")]).await;
        assert!(nothing.status == 409 && nothing.says("Ingen er spurt nå."), "{}", nothing.html);
    });
}

#[test]
fn a_departure_without_a_plan_begins_one_and_what_is_typed_wrong_is_kept() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = format!("/overtakelser/dro/{}", case.aase);
        anna.get(&path).await;
        let half = anna
            .post(&path, &[("left_on", "16.11.2026"), ("left_at", "halv elleve"), ("medicines", "Paracet"), ("spray", "yes")])
            .await;
        assert!(half.status == 422 && half.says("Paracet") && half.says("halv elleve"), "{}", half.html);
        let (hour, minute) = town.now().clock().parts();
        let clock = format!("{hour:02}.{minute:02}");
        let day = super::town::typed_day(&town, 0);
        let done = anna.post(&path, &[("left_on", &day), ("left_at", &clock), ("tolerance", "no"), ("spray", "no")]).await;
        assert!(done.says("Aase dro uten avtale") && done.says("Ikke oppgitt"), "{}", done.html);
        assert!(town.rows("handovers_search").is_empty(), "she has not said yes to being looked for");
        let list = anna.get("/overtakelser").await;
        assert!(list.says("Dro uten avtale. Ingen er spurt."), "{}", list.html);
        let second = anna.get(&format!("/overtakelser/ny/{}", case.aase)).await;
        assert!(second.says("Dere har en overtakelse i gang for personen."), "{}", second.html);
        town.run_jobs();
        let ola = panels(&town, None, Some((&case.ola, &case.town, Role::Coordinator)), Place::Today);
        assert!(ola.contains("Dro uten avtale"), "{ola}");
    });
}

#[test]
fn the_way_back_is_shown_only_when_the_specialist_doctor_has_ticked_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        let mut aase = town.as_person(&case.aase);
        assert!(!aase.get(&own_path(&path)).await.says("Angrer du"));
        let refused = anna.post(&path, &[("act", "way-back")]).await;
        assert!(refused.status == 409 && refused.says("Rollen din kan ikke gjøre dette."), "{}", refused.html);
        town.serves(&case.clinic, &case.aase);
        let mut henrik = town.as_account(&case.henrik, Role::LarDoctor);
        let page = henrik.get(&path).await;
        assert!(page.says("Tilbake innen 48 timer") && !page.says("Blå hus"), "the tick and no line: {}", page.html);
        assert!(henrik.post(&path, &[("act", "way-back")]).await.says("Du eller en kollega har sagt ja."));
        assert!(aase.get(&own_path(&path)).await.says("Du kan komme tilbake innen 48 timer."));
    });
}

#[test]
fn roles_that_meet_nobody_and_places_that_are_not_there_are_refused() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let inger = town.as_account(&case.inger, Role::Leader).get(&format!("/overtakelser/ny/{}", case.aase)).await;
        assert_ne!(inger.status, 200);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = format!("/overtakelser/ny/{}", case.aase);
        anna.get(&path).await;
        let samples = town.organisation(OrganisationKind::DrugChecking, "Prøvemottaket");
        let form = super::town::six_lines("17.11.2026", "10.00", samples.as_str());
        let wrong = anna.post(&path, &form).await;
        assert!(wrong.status == 409 && wrong.says("De kan ikke ta over nå.") && wrong.says("Blå hus"), "{}", wrong.html);
        assert_eq!(Refusal::NotThem.key(), "handovers-not-them");
        let mut empty: Vec<(&str, &str)> = form.iter().copied().filter(|(name, _)| *name != "reach" && *name != "to").collect();
        empty.push(("to", case.centre.as_str()));
        let missing = anna.post(&path, &empty).await;
        assert!(missing.status == 409 && missing.says("Noe mangler i linjene."), "{}", missing.html);
        assert!(town.rows("handovers_baton").is_empty(), "nothing half is left behind");
    });
}

#[test]
fn erased_in_the_middle_nobody_holds_it_and_the_clock_goes_on() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        agreed(&mut town.as_person(&case.aase), &path).await;
        let (person, now) = (case.aase.clone(), town.now());
        let erase = move |tx: &mut platform::db::Tx<'_>| {
            for sql in ["DELETE FROM handovers_baton WHERE person_id = $1", "DELETE FROM handovers_lines WHERE person_id = $1"] {
                tx.run(sql, args![&person])?;
            }
            tx.run("UPDATE person SET erased_at = $1 WHERE person_id = $2", args![now, &person])?;
            Ok(())
        };
        town.app.db().write_here(erase).expect("an erasure");
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        let late = kari.post(&path, &[("act", "accept"), ("round", "2")]).await;
        assert_ne!(late.status, 200);
        town.wait_days(2);
        town.run_jobs();
        assert!(town.rows("handovers_baton").is_empty(), "nothing comes back");
        assert!(!town.as_account(&case.inger, Role::Leader).get("/overtakelser").await.says("Avrusning"));
    });
}
