//! Small months in the suite, and that the simulation sees what it is there to see.

use kernel::access::Aspect;
use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{OrganisationId, PersonId};
use kernel::role::Role;
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use testkit::{Page, Place, app_seeded, runtime};

use crate::city::{Client, People, World};
use crate::form::{form_to, forms, links};
use crate::invariants::sett::Look;
use crate::invariants::{self, sessions, walls};
use crate::log::without_ids;
use crate::marks::{Mark, Marks};
use crate::run;
use crate::town;
use crate::trouble::Fails;
use crate::whom::{self, Whom};
use crate::wish::{City, Wish};

const DAYS: usize = 4;
const PERSONS: usize = 5;

#[test]
fn the_first_seed_holds_on_both_databases_and_comes_out_the_same() {
    lives(2);
}

#[test]
fn the_second_seed_holds_on_both_databases_and_comes_out_the_same() {
    lives(3);
}

fn lives(seed: u64) {
    let wish = Wish { days: DAYS, persons: PERSONS, ..Wish::default() };
    let done = run::on_both(seed, &wish).unwrap_or_else(|why| panic!("{why}"));
    assert!(done.marks > 5 && done.failed_commits > 0 && done.reached.0 > 10 && done.reached.1 > 5, "{done:?}");
    let again = run::on(&Place::sqlite(), seed, &wish).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(again, done, "the same seed gives the same days");
}

/// A city in which nothing has happened yet, for planting one fault.
fn planted(plant: impl AsyncFn(&mut World, &mut People)) {
    let place = Place::sqlite();
    let app = app_seeded(&app::catalogue(), &place.url, &place.keys_url, 7);
    app::demo::fill(&app, PERSONS).expect("a city");
    let mut world = World::new(app, 7).expect("a world");
    let mut people = world.people().expect("people");
    world.begin("a fault is planted");
    invariants::of_a_step(&mut world).expect("nothing is wrong before");
    runtime().block_on(plant(&mut world, &mut people));
}

fn write(world: &World, sql: &'static str) {
    let change = move |tx: &mut Tx<'_>| -> Result<u64, Error> { Ok(tx.run(sql, args![])?) };
    assert!(world.town().app.db().write_here(change).expect("written") > 0, "{sql} touched nothing");
}

fn step_says(world: &mut World, what: &str) {
    let why = invariants::of_a_step(world).expect_err(what);
    assert!(why.contains(what), "{why}");
}

#[test]
fn a_request_without_a_holder_is_found() {
    planted(async |world, _| {
        write(world, "UPDATE help_requests_request SET holder_id = 'nobody' WHERE state <> 'closed'");
        step_says(world, "held by nobody who works here");
    });
    planted(async |world, _| {
        write(world, "DELETE FROM help_requests_holder");
        step_says(world, "not the last of those who have held it");
    });
    planted(async |world, _| {
        write(
            world,
            "UPDATE help_requests_request SET holder_id = (SELECT account_id FROM account WHERE role = 'gp') WHERE state <> 'closed'",
        );
        step_says(world, "from another organisation");
    });
}

#[test]
fn a_share_without_an_end_in_sight_and_a_row_of_nobody_are_found() {
    planted(async |world, _| {
        write(world, "UPDATE access_grant SET until_at = '2036-01-01T00:00:00Z'");
        step_says(world, "runs until 2036");
    });
    planted(async |world, _| {
        write(world, "DELETE FROM person WHERE person_id IN (SELECT person_id FROM plan_goal)");
        step_says(world, "belong to nobody");
    });
    planted(async |world, _| {
        write(world, "UPDATE person SET erased_at = '2026-11-20T09:00:00Z' WHERE person_id IN (SELECT person_id FROM plan_goal)");
        step_says(world, "somebody who was erased");
    });
}

#[test]
fn a_way_back_in_for_nobody_is_for_show_and_nothing_more() {
    planted(async |world, _| {
        write(
            world,
            "INSERT INTO sign_in_case (person_id, case_id, account_id, organisation_id, started_at, tries)
             VALUES ('nobody', 'case', 'account', 'organisation', '2026-11-20T09:00:00Z', 0)",
        );
        write(
            world,
            "INSERT INTO sign_in_vouch (person_id, case_id, account_id, spoken_at)
             VALUES ('nobody', 'case', 'account', '2026-11-20T09:00:00Z')",
        );
        assert_eq!(invariants::of_a_step(world), Ok(()));
        write(world, "UPDATE sign_in_vouch SET reason = (SELECT leaf FROM audit_line ORDER BY line_id LIMIT 1)");
        step_says(world, "rows of sign_in_vouch belong to nobody");
        write(world, "UPDATE sign_in_vouch SET reason = NULL WHERE person_id = 'nobody'");
        write(world, "UPDATE sign_in_case SET done_at = '2026-11-20T09:00:00Z' WHERE person_id = 'nobody'");
        step_says(world, "rows of sign_in_case belong to nobody");
    });
}

#[test]
fn a_letter_is_read_where_it_was_sent_and_nowhere_else() {
    planted(async |world, people| {
        let rows = world.rows("SELECT person_id, receiver_id FROM complaints_letter ORDER BY sent_at, person_id", args![]);
        let rows = rows.expect("letters");
        let letter = rows.first().expect("a letter").parsed(0, PersonId::parse).expect("its id");
        let receiver = rows[0].parsed(1, OrganisationId::parse).expect("where it is read");
        let leader = people.staff.iter().find(|client| client.role == Role::Leader).expect("a leader").clone();
        assert_eq!(leader.organisation.as_ref(), Some(&receiver), "the city's letters are read by its leader");
        let page = page_with_words_of(world, &leader, &letter, None).await;
        let mark = world.marks.on(&page).remove(0);
        assert_eq!(walls::may_see(world, &leader, &mark), Ok(()));
        let elsewhere = Client {
            organisation: people.staff.iter().find_map(|client| client.organisation.clone().filter(|id| *id != receiver)),
            ..leader.clone()
        };
        let colleague = Client { role: Role::Coordinator, ..leader };
        for stranger in [elsewhere, colleague, people.persons[2].clone(), world.visitor(1)] {
            let why = walls::may_see(world, &stranger, &mark).expect_err("a leak");
            assert!(why.contains("in a letter to others"), "{why}");
        }
    });
}

#[test]
fn an_address_leads_to_the_one_person_it_is_about() {
    planted(async |world, people| {
        let rows = world
            .rows("SELECT person_id, goal_id, area FROM plan_goal WHERE area IS NOT NULL ORDER BY goal_id", args![])
            .expect("goals");
        let person = rows[0].parsed(0, PersonId::parse).ok();
        let admin = people.staff.iter().find(|client| client.role == Role::Admin).expect("an admin").clone();
        let path = format!("/somewhere/{}/on", rows[0].text(1).expect("its id"));
        let area = Area::parse(rows[0].text(2).expect("an area"));
        assert_eq!(whom::of(world, &admin, &path), Ok(Whom { person: person.clone(), area }));
        let path = format!("/folk/{}/x", person.as_ref().expect("a person"));
        assert_eq!(whom::of(world, &admin, &path), Ok(Whom { person, area: None }));
        let employer = admin.organisation.clone().expect("an employer");
        assert_eq!(whom::of(world, &admin, &format!("/oppsett/{employer}")), Ok(Whom::default()));
        let own = people.persons[1].clone();
        assert_eq!(whom::of(world, &own, "/hjem").expect("an answer").person, own.person);
    });
}

/// A page that shows somebody's words.
async fn page_with_words_of(world: &mut World, client: &Client, person: &PersonId, area: Option<Area>) -> Page {
    let words = world.marks.next();
    let mut page = world.browser(client).get("/").await;
    page.html = format!("<p>{words}</p>");
    world.marks.keep(Mark {
        words,
        person: person.clone(),
        part: "plan",
        class: Class::Own,
        aspect: Aspect::Content,
        area,
        area_known: true,
        reader: None,
    });
    page
}

#[test]
fn words_shown_to_somebody_without_a_permit_and_a_look_without_its_line_are_found() {
    planted(async |world, people| {
        let jon = people.persons[0].person.clone().expect("a person");
        let leader = people.staff.iter().find(|client| client.role == Role::Leader).expect("a leader").clone();
        let other = people.persons[1].clone();
        let contact = people.staff.iter().find(|client| client.role == Role::PrivacyContact).expect("a privacy contact").clone();
        for stranger in [leader, contact, other, world.visitor(1)] {
            let page = page_with_words_of(world, &stranger, &jon, Some(Area::Money)).await;
            let why = invariants::of_a_page(world, &stranger, &page).expect_err("a leak");
            assert!(why.contains("the decision says no"), "{why}");
        }
        let mut own = people.persons[0].clone();
        let page = page_with_words_of(world, &own, &jon, None).await;
        world.tick();
        let why = invariants::of_a_page(world, &own, &page).expect_err("a look without a line");
        assert!(why.contains("no line in the log says so"), "{why}");
        world.get(&mut own, "/planen").await.expect("a look that leaves its line");
        assert_eq!(invariants::of_a_page(world, &own, &page), Ok(()));
    });
}

#[test]
fn an_answer_that_fails_by_itself_and_a_log_with_a_changed_line_are_found() {
    planted(async |world, people| {
        let mut own = people.persons[0].clone();
        let mut page = world.get(&mut own, "/planen").await.expect("a page");
        page.status = 500;
        assert!(invariants::of_a_page(world, &own, &page).is_err());
        world.seal().expect("sealed");
        assert_eq!(invariants::of_a_day(world), Ok(()));
        write(world, "UPDATE audit_line SET act = 'nothing' WHERE position = 3");
        let why = invariants::of_a_day(world).expect_err("a changed line");
        assert!(why.contains("was changed"), "{why}");
    });
}

#[test]
fn a_commit_fails_when_it_is_made_to_and_leaves_nothing_behind() {
    for place in Place::both() {
        let app = app_seeded(&app::catalogue(), &place.url, &place.keys_url, 7);
        app::demo::fill(&app, PERSONS).expect("a city");
        let mut world = World::new(app, 7).expect("a world");
        let mut people = world.people().expect("people");
        world.begin("a commit fails");
        runtime().block_on(async {
            let client = &mut people.persons[0];
            let page = world.get(client, "/planen/ny").await.expect("a form");
            let mut form = form_to(&page, "/planen/ny").expect("a form");
            form.set("words", "Merke00001slutt");
            form.set("kind", "goal");
            let before = invariants::tables::dump(&world).expect("rows");
            world.arm(Some(Fails::AtTheCommit)).expect("armed");
            assert_eq!(world.send(client, &form).await.expect("an answer").status, 500, "{}", place.name);
            world.arm(None).expect("disarmed");
            let after = invariants::tables::dump(&world).expect("rows");
            assert_eq!(invariants::tables::differing(&before, &after), None);
            assert_eq!(world.send(client, &form).await.expect("an answer").status, 303, "the same form works afterwards");
            let after = invariants::tables::dump(&world).expect("rows");
            assert!(invariants::tables::differing(&before, &after).is_some());
        });
    }
}

#[test]
fn a_form_is_read_as_a_browser_reads_it() {
    planted(async |world, people| {
        let mut page = world.get(&mut people.persons[0], "/hjem").await.expect("a page");
        page.html = "<form method=\"post\" action=\"/ut\"></form><a href=\"/a#b\">x</a><a href=\"tel:113\">y</a>
            <form method=\"post\" action=\"/x\"><input type=\"hidden\" name=\"token\" value=\"t\">
            <input type=\"radio\" name=\"r\" value=\"1\"><input type=\"radio\" name=\"r\" value=\"2\" checked>
            <input type=\"checkbox\" name=\"c\" value=\"3\"><input type=\"text\" name=\"n\" value=\"&#38;\">
            <textarea name=\"w\">a &lt; b</textarea><textarea name=\"j\" readonly>no</textarea>
            <select name=\"s\"><option value=\"\">-</option><option value=\"4\" selected>four</option></select>
            <button name=\"b\" value=\"5\">go</button></form>"
            .into();
        let found = forms(&page, "/here");
        let [form] = found.as_slice() else { panic!("{found:?}") };
        for (name, value) in [("token", "t"), ("r", "2"), ("n", "&"), ("w", "a < b"), ("s", "4")] {
            assert_eq!(form.value(name), Some(value), "{name}");
        }
        assert!(form.posts && form.value("c").is_none() && form.value("j").is_none() && form.value("b").is_none());
        assert_eq!(form.choices.len(), 2);
        assert_eq!((form.boxes.len(), form.buttons.len(), form.texts.len()), (1, 1, 2));
        assert_eq!(links(&page), ["/a"]);
    });
}

#[test]
fn wishes_marks_and_ids_are_read() {
    let read = |text: &str| Wish::read(text.split_whitespace().map(str::to_owned));
    assert_eq!(read(""), Ok(Wish::default()));
    assert_eq!(read("--days 2 --persons 1"), Ok(Wish { days: 2, persons: 2, ..Wish::default() }));
    assert_eq!(read("--seed 9"), Ok(Wish { first: 9, seeds: 1, ..Wish::default() }));
    assert_eq!(read("--city --persons 90"), Ok(Wish { persons: 90, city: City::Whole, ..Wish::default() }));
    for bad in ["--days", "--days many", "--weeks 2", "--day --city"] {
        assert!(read(bad).is_err(), "{bad}");
    }
    let found: Vec<String> = Marks::in_text("Merke00012slutt, Merke1slutt and Merke00013").collect();
    assert_eq!(found, ["Merke00012slutt"]);
    assert_eq!(without_ids(&format!("/a/{}/b?x=12ab", "0f".repeat(16))), "/a/*/b?x=12ab");
}

#[test]
fn a_day_with_processes_that_die_holds_and_comes_out_the_same() {
    day(3);
}

#[test]
fn the_first_days_of_the_city_hold_and_come_out_the_same() {
    city(1);
}

#[test]
fn other_days_of_the_city_hold_and_come_out_the_same() {
    city(2);
}

/// Twelve organisations and forty employees as in `cargo xtask simulate --city`, with fewer persons and two days of its month.
fn city(seed: u64) {
    let wish = Wish { days: 2, persons: 60, steps: Some(30), city: City::Whole, ..Wish::default() };
    let done = run::on_both(seed, &wish).unwrap_or_else(|why| panic!("{why}"));
    assert!(done.reached.0 > 20 && done.reached.1 > 10, "{done:?}");
}

/// The small city with fewer persons and steps than `cargo xtask simulate --day` has.
fn day(seed: u64) {
    let wish = Wish { days: 1, persons: 40, steps: Some(45), city: City::Small, ..Wish::default() };
    let done = run::on_both(seed, &wish).unwrap_or_else(|why| panic!("{why}"));
    assert!(done.deaths > 0 && done.reached.0 > 20 && done.reached.1 > 10, "{done:?}");
    let again = run::on(&Place::sqlite(), seed, &wish).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(again, done, "the same seed gives the same day");
}

#[test]
fn a_look_that_is_not_on_the_persons_own_list_is_found() {
    planted(async |world, people| {
        let person = people.persons[0].person.clone().expect("a person");
        let account = people.staff[0].account.clone();
        world.looks.push(Look { person, account, at: world.now() });
        step_says(world, "is not on the person's own list");
    });
}

#[test]
fn an_answer_to_a_session_that_has_ended_or_is_locked_is_found() {
    planted(async |world, people| {
        let mut own = people.persons[0].clone();
        let page = world.get(&mut own, "/hjem").await.expect("a page");
        for (sql, what) in [
            ("UPDATE session SET locked_at = '2026-11-20T09:00:00Z'", "is locked"),
            ("UPDATE session SET ended_at = '2026-11-20T09:00:00Z'", "has ended"),
            ("DELETE FROM session", "is in no row"),
        ] {
            write(world, sql);
            let may = sessions::may_be_answered(world, &own, "GET", "/hjem").expect("a row");
            assert!(may.heed(&page).expect_err(what).contains(what));
            world.fetch(&mut own, "/hjem").await.expect("the product refuses it");
        }
    });
}

#[test]
fn words_about_somebody_who_has_closed_the_account_and_a_session_that_runs_on_are_found() {
    planted(async |world, people| {
        let jon = people.persons[0].person.clone().expect("a person");
        let nurse = people.staff.iter().find(|client| client.role == Role::MoNurse).expect("a nurse").clone();
        let page = page_with_words_of(world, &nurse, &jon, Some(Area::Body)).await;
        write(world, "UPDATE person SET closed_at = '2026-11-20T10:00:00Z'");
        let why = invariants::of_a_page(world, &nurse, &page).expect_err("a leak");
        assert!(why.contains("the account is closed"), "{why}");
        step_says(world, "is still signed in");
    });
}

#[test]
fn a_process_that_dies_in_the_middle_has_done_nothing_and_the_next_one_does_it() {
    for place in Place::both() {
        let app = app_seeded(&app::catalogue(), &place.url, &place.keys_url, 7);
        town::build(&app, &town::SMALL, 40).expect("a city");
        let mut world = World::new(app, 7).expect("a world");
        world.lives_at(&place, town::SMALL.deaths);
        let mut people = world.people().expect("people");
        world.begin("a process dies");
        runtime().block_on(async {
            let client = &mut people.persons[0];
            let page = world.get(client, "/planen/ny").await.expect("a form");
            let mut form = form_to(&page, "/planen/ny").expect("a form");
            form.set("words", "Merke00001slutt");
            form.set("kind", "goal");
            world.seal().expect("the first is the sealer");
            let before = invariants::tables::dump(&world).expect("rows");
            world.arm(Some(Fails::InTheMiddle)).expect("armed");
            assert_eq!(world.send(client, &form).await.expect("an answer").status, 500, "{}", place.name);
            world.arm(None).expect("disarmed");
            assert_eq!(invariants::tables::differing(&before, &invariants::tables::dump(&world).expect("rows")), None);
            world.dies().expect("another takes over, and the lease with it");
            let first = world.send(client, &form).await.expect("an answer");
            assert_eq!(first.status, 303, "the same form works afterwards");
            world.dies().expect("what was acknowledged is there");
            let again = world.send(client, &form).await.expect("an answer");
            assert_eq!((again.status, again.location), (303, first.location), "and is not done twice");
        });
    }
}
