//! What has grown long hides nobody: searches that nobody reports, rows one may not see, and a history of months.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::args;
use platform::charter::Place;
use platform::error::Error;
use testkit::{Browser, Town, both_databases};

use super::town::{CATALOGUE, agreed, answered, case, offered, own_path, panels, six_lines, typed_day};

/// Somebody left last night.
async fn left(town: &Town, person: &PersonId, anna: &mut Browser) {
    let path = format!("/overtakelser/dro/{person}");
    anna.get(&path).await;
    let day = typed_day(town, -1);
    let done = anna.post(&path, &[("left_on", &day), ("left_at", "22.30"), ("tolerance", "yes"), ("spray", "yes")]).await;
    assert!(done.says("dro uten avtale"), "{}", done.html);
}

#[test]
fn searches_that_nobody_reports_are_over_after_their_days_and_hide_no_new_one() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        offered(&town, &case, &mut anna).await;
        left(&town, &case.aase, &mut anna).await;
        let (person, now) = (case.aase.clone(), town.now());
        let one = town.rows("handovers_search").remove(0);
        let (handover, team) = (one.text(2).expect("a baton").to_owned(), one.text(3).expect("a team").to_owned());
        let more = move |tx: &mut platform::db::Tx<'_>| {
            for number in 1..=50 {
                let id = RowId::from_bits(number);
                tx.run(
                    "INSERT INTO handovers_search (person_id, search_id, handover_id, organisation_id, why, due_at, made_at)
                     VALUES ($1, $2, $3, $4, 'missed', $5, $6)",
                    args![&person, &id, handover.as_str(), team.as_str(), now.day().end(), now],
                )?;
            }
            Ok(())
        };
        town.app.db().write_here(more).expect("fifty more");
        town.wait_days(1);
        town.run_jobs();
        let nils = town.as_account(&case.nils, Role::Outreach).get("/overtakelser").await;
        assert!(nils.says("Aase"), "the team still knows who it is: {}", nils.html);
        town.wait_days(2);
        town.run_jobs();
        for row in town.rows("handovers_search") {
            let cells = [7, 8, 9].map(|at| row.text_or_null(at).expect("text").is_some());
            assert_eq!(cells, [true, false, false], "over, and nobody has said how it went");
        }
        let maria = town.person("Maria");
        town.serves(&case.ward, &maria);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = format!("/overtakelser/ny/{maria}");
        anna.get(&path).await;
        anna.post(&path, &six_lines(&typed_day(&town, 1), "10.00", case.centre.as_str())).await;
        left(&town, &maria, &mut anna).await;
        let nils = town.as_account(&case.nils, Role::Outreach).get("/overtakelser").await;
        assert!(nils.says("Maria") && !nils.says("Aase"), "{}", nils.html);
    });
}

#[test]
fn nobody_is_looked_for_when_the_baton_is_passed() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        agreed(&mut town.as_person(&case.aase), &path).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        answered(&mut kari, &path, "accept", "").await;
        answered(&mut kari, &path, "miss", "").await;
        let mut nils = town.as_account(&case.nils, Role::Outreach);
        let list = nils.get("/overtakelser").await;
        assert!(list.says("Kom ikke til første møte.") && list.says("Aase"), "{}", list.html);
        answered(&mut kari, &path, "met", "").await;
        let list = nils.get("/overtakelser").await;
        assert!(!list.says("Aase"), "she has been met: {}", list.html);
        let row = town.rows("handovers_search").remove(0);
        let cells = [7, 8, 9].map(|at| row.text_or_null(at).expect("text").is_some());
        assert_eq!(cells, [true, false, false], "over, and the team has not said how it went");
    });
}

#[test]
fn nobody_is_looked_for_when_the_person_takes_the_yes_to_it_back() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let path = offered(&town, &case, &mut anna).await;
        left(&town, &case.aase, &mut anna).await;
        let mut nils = town.as_account(&case.nils, Role::Outreach);
        assert!(nils.get("/overtakelser").await.says("Aase"));
        let mut aase = town.as_person(&case.aase);
        let change = format!("{}/endre", own_path(&path));
        aase.get(&change).await;
        let kept = aase.post(&change, &[("words", "Ring meg heller."), ("looks", "yes")]).await;
        assert_eq!(kept.status, 200, "{}", kept.html);
        assert!(nils.get("/overtakelser").await.says("Aase"), "the yes still stands");
        aase.get(&change).await;
        aase.post(&change, &[("words", "")]).await;
        assert!(!nils.get("/overtakelser").await.says("Aase"));
    });
}

/// A baton as it stands on lists.
struct Baton<'a> {
    person: &'a PersonId,
    sender: (&'a AccountId, &'a OrganisationId),
    to: Option<&'a OrganisationId>,
    due: Timestamp,
}

fn put(town: &Town, number: u128, baton: &Baton<'_>) {
    let (person, id, due, now) = (baton.person.clone(), RowId::from_bits(number), baton.due, town.now());
    let (account, organisation, to) = (baton.sender.0.clone(), baton.sender.1.clone(), baton.to.cloned());
    let phase = if to.is_some() { "offered" } else { "planned" };
    let written = town.app.db().write_here(move |tx| {
        let receiver = to.as_ref().map(OrganisationId::as_str);
        tx.run(
            "INSERT INTO handovers_baton (person_id, handover_id, cause, area, sender, sender_organisation, phase,
               receiver_organisation, round, step, due_at, agreed_at, hidden, made_at, version)
             VALUES ($1, $2, 'discharge', 'safety', $3, $4, $5, $6, 1, 0, $7, $8, 0, $9, 1)",
            args![&person, &id, &account, &organisation, phase, receiver, due, to.as_ref().map(|_| now), now],
        )?;
        Ok(())
    });
    written.expect("a baton");
}

#[test]
fn a_page_of_those_one_may_not_see_says_where_it_goes_on_and_the_day_looks_past_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let (gone, now, sender) = (town.person("Maria"), town.now(), (&case.anna, &case.ward));
        for number in 1..=30 {
            put(&town, number, &Baton { person: &gone, sender, to: None, due: now.plus_minutes(60) });
        }
        put(&town, 99, &Baton { person: &case.aase, sender, to: None, due: now.plus_days(1) });
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let first = anna.get("/overtakelser").await;
        assert!(!first.says("Aase") && !first.says("Maria") && !first.says("Ingen overtakelser nå."), "{}", first.html);
        let next = first.attribute("href=\"/overtakelser?liste=fra").expect("it goes on");
        let second = anna.get(&next.replace("&#38;", "&").replace("&amp;", "&")).await;
        assert!(second.says("Aase") && !second.says("Maria"), "{}", second.html);
        let today = panels(&town, None, Some((&case.anna, &case.ward, Role::DetoxNurse)), Place::Today);
        assert!(today.contains("Aase") && !today.contains("Maria"), "{today}");
    });
}

#[test]
fn each_list_has_a_place_on_the_day() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        town.serves(&case.centre, &case.aase);
        let now = town.now();
        for number in 1..=6 {
            let (sender, to) = ((&case.anna, &case.ward), Some(&case.centre));
            put(&town, number, &Baton { person: &case.aase, sender, to, due: now.plus_minutes(60) });
        }
        let today = |town: &Town| panels(town, None, Some((&case.kari, &case.centre, Role::MoNurse)), Place::Today);
        assert_eq!(today(&town).matches("er spurt om å ta over").count(), 5, "where there is one list it has all the room");
        let sender = (&case.kari, &case.centre);
        put(&town, 99, &Baton { person: &case.aase, sender, to: None, due: now.plus_days(1) });
        let both = today(&town);
        assert_eq!(both.matches("er spurt om å ta over").count(), 4, "{both}");
        assert_eq!(both.matches("Planlegges. Ingen er spurt.").count(), 1, "{both}");
    });
}

/// The clock writes that it went up, so many times.
fn lies_for_months(town: &Town, person: &PersonId, path: &str, times: i64) {
    let (person, now) = (person.clone(), town.now());
    let id = path.rsplit('/').next().expect("an id").to_owned();
    let written = town.app.db().write_here(move |tx| {
        let row = tx.row("SELECT version FROM handovers_baton WHERE handover_id = $1", args![id.as_str()])?;
        let version = row.ok_or(Error::Missing)?.int(0)?;
        for number in version + 1..=version + times {
            tx.run(
                "INSERT INTO handovers_event (person_id, handover_id, number, what, at) VALUES ($1, $2, $3, 'up', $4)",
                args![&person, id.as_str(), number, now],
            )?;
        }
        tx.run("UPDATE handovers_baton SET version = $1 WHERE handover_id = $2", args![version + times, id.as_str()])?;
        Ok(())
    });
    written.expect("months");
}

#[test]
fn however_long_it_has_lain_the_newest_is_shown_and_nothing_from_before_the_offer() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut anna = town.as_account(&case.anna, Role::DetoxNurse);
        let mut aase = town.as_person(&case.aase);
        let path = offered(&town, &case, &mut anna).await;
        agreed(&mut aase, &path).await;
        let mut kari = town.as_account(&case.kari, Role::MoNurse);
        answered(&mut kari, &path, "ask", "Har hun hund?").await;
        answered(&mut kari, &path, "refuse", "Vi har ingen ledig før jul.").await;
        lies_for_months(&town, &case.aase, &path, 210);
        anna.get(&path).await;
        let lines = format!("{path}/linjer");
        let sent = anna.post(&lines, &six_lines(&typed_day(&town, 2), "10.00", case.town.as_str())).await;
        assert!(sent.says("Kommunen er spurt."), "{}", sent.html);
        agreed(&mut aase, &path).await;
        let mut ola = town.as_account(&case.ola, Role::Coordinator);
        let earlier = |page: &testkit::Page| page.says("Har hun hund?") || page.says("ingen ledig før jul");
        let page = ola.get(&path).await;
        assert!(page.status == 200 && !earlier(&page), "what was said to others is not theirs to read: {}", page.html);
        let asked = answered(&mut ola, &path, "ask", "Hvilken medisin?").await;
        assert!(asked.says("Hvilken medisin?"), "{}", asked.html);
        assert!(anna.get(&path).await.says("Hvilken medisin?"), "the newest is on the sender's page");
        lies_for_months(&town, &case.aase, &path, 210);
        let page = ola.get(&path).await;
        assert!(page.status == 200 && page.says("Tiden gikk ut.") && !earlier(&page), "{}", page.html);
    });
}
