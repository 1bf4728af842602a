//! What leaves the house: one notice for what happens together, at least once, and never a second time without need.

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use testkit::both_databases;

use super::town::{CATALOGUE, Says, after_minutes, message, tell, told_by_mail, with_server};

const BODY: &str = "Det er noe nytt til deg. Logg inn der du pleier.";

#[test]
fn something_new_rings_once_and_says_nothing() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon Sortland");
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            message(&town, &jon);
            after_minutes(&town, 1);
            let got = server.taken();
            assert_eq!(got.len(), 2, "the code and the notice: {got:?}");
            let notice = &got[1];
            assert_eq!((notice.to.as_str(), notice.header("Subject").as_str()), ("jon@post.invalid", "Noe nytt til deg"));
            assert_eq!(notice.header("From"), "Beskjed <ikke-svar@post.invalid>");
            assert_eq!(notice.header("Auto-Submitted"), "auto-generated");
            assert!(notice.text.contains(BODY), "{}", notice.text);
            for word in ["Jon", "Sortland", jon.as_str(), "Varde", "http", "localhost", "thread", "messages"] {
                assert!(!notice.text.replace("jon@post.invalid", "").contains(word), "{word} in\n{}", notice.text);
            }
            let id = town.rows("notices_outbox")[0].text(2).expect("an id").to_owned();
            assert!(!notice.text.contains(&id), "the row's own id is not told");
            // Nobody can read from the database where it went: the address is sealed.
            assert!(town.tables_with("jon@post.invalid").is_empty(), "{:?}", town.tables_with("jon@post.invalid"));
        },
    );
}

#[test]
fn what_happens_close_together_is_one_notice_and_nothing_is_told_twice() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            for _ in 0..3 {
                message(&town, &jon);
            }
            after_minutes(&town, 1);
            assert_eq!(server.taken().len(), 2, "three messages, one notice");
            message(&town, &jon);
            tell(&town, "HelpAnswered", &jon, "request");
            for _ in 0..20 {
                after_minutes(&town, 1);
            }
            assert_eq!(server.taken().len(), 2, "not within half an hour of the last one");
            after_minutes(&town, 15);
            assert_eq!(server.taken().len(), 3, "and then one for both");
            for _ in 0..5 {
                after_minutes(&town, 60);
            }
            assert_eq!(server.taken().len(), 3);
            assert_eq!(town.rows("notices_heard").len(), 5, "each event once");
        },
    );
}

#[test]
fn a_job_that_is_run_again_after_a_crash_makes_no_second_notice() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            message(&town, &jon);
            after_minutes(&town, 1);
            // The process died after the notice was lined up and sent, and before the job was crossed off.
            let again = town.app.db().write_here(|tx| {
                tx.run("UPDATE job SET done_at = NULL, held_until = NULL WHERE name = 'notices-message-sent'", &[])?;
                Ok(())
            });
            again.expect("the job is back in the line");
            after_minutes(&town, 45);
            assert_eq!(server.taken().len(), 2);
            assert_eq!(town.rows("notices_outbox").len(), 1);
        },
    );
}

#[test]
fn a_dead_server_delays_and_loses_none() {
    with_server(
        |_| {},
        async |town, server| {
            let people = [town.person("Jon"), town.person("Maria"), town.person("Ali")];
            for (n, person) in people.iter().enumerate() {
                told_by_mail(&mut town.as_person(person), &server, &format!("p{n}@post.invalid")).await;
            }
            server.says(Says::DiesBeforeData);
            for person in &people {
                message(&town, person);
            }
            for _ in 0..12 {
                after_minutes(&town, 1);
            }
            assert_eq!(server.taken().len(), 3, "codes and nothing else");
            assert!(
                town.rows("notices_outbox").iter().all(|row| row.text_or_null(9).expect("done").is_none()),
                "all of them wait"
            );
            server.says(Says::Yes);
            for _ in 0..30 {
                after_minutes(&town, 10);
            }
            let mut to: Vec<String> = server.taken().split_off(3).into_iter().map(|got| got.to).collect();
            to.sort();
            assert_eq!(to, ["p0@post.invalid", "p1@post.invalid", "p2@post.invalid"], "each one once");
        },
    );
}

#[test]
fn it_is_repeated_only_when_nobody_can_know_whether_it_came_and_then_as_the_same_letter() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            for (says, copies) in [(Says::Later, 0), (Says::DiesBeforeData, 0), (Says::DiesAfterData, 1)] {
                server.says(says);
                message(&town, &jon);
                let before = server.got().len();
                after_minutes(&town, 31);
                assert_eq!(server.got().len() - before, copies, "{says:?}: how often the words were handed over");
                server.says(Says::Yes);
                for _ in 0..5 {
                    after_minutes(&town, 10);
                }
                let new = server.got().split_off(before);
                assert_eq!(new.len(), copies + 1, "{says:?}: once more, and never again after a yes");
                assert_eq!(new.iter().filter(|got| got.taken).count(), 1, "{says:?}");
                assert!(new.iter().all(|got| got.text == new[0].text), "{says:?}: the same letter, to the letter");
                assert!(!new[0].header("Message-ID").is_empty());
            }
            let mut ids: Vec<String> = server.taken().iter().map(|got| got.header("Message-ID")).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), server.taken().len(), "different notices have different numbers");
        },
    );
}

#[test]
fn a_process_that_dies_with_a_notice_in_its_hands_leaves_it_to_the_next() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            message(&town, &jon);
            let (now, claim) = (town.now(), crate::notices::store::outbox::claim);
            let mail = crate::notices::rules::Channel::Mail;
            // The fact is heard, and another process takes the notice and is never heard of again.
            server.says(Says::DiesBeforeData);
            town.run_jobs();
            let taken = town.app.db().write_here(move |tx| claim(tx, mail, now.plus_minutes(1))).expect("a claim");
            assert!(taken.is_some());
            server.says(Says::Yes);
            after_minutes(&town, 2);
            assert_eq!(server.taken().len(), 1, "it is in somebody's hands");
            after_minutes(&town, 5);
            assert_eq!(server.taken().len(), 2, "and then it is not");
        },
    );
}

#[test]
fn quiet_hours_hold_a_notice_until_they_are_over() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            // From ten in the morning to eleven at night.
            after_minutes(&town, 13 * 60);
            message(&town, &jon);
            for _ in 0..8 {
                after_minutes(&town, 60);
                assert_eq!(server.taken().len(), 1, "{}", town.now().stored());
            }
            after_minutes(&town, 62);
            assert_eq!(server.taken().len(), 2, "at eight");
        },
    );
}

#[test]
fn an_address_that_is_refused_for_a_day_is_no_longer_used_and_the_page_says_so() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            let mut browser = town.as_person(&jon);
            told_by_mail(&mut browser, &server, "jon@post.invalid").await;
            server.says(Says::NoSuchReceiver);
            message(&town, &jon);
            after_minutes(&town, 1);
            assert!(browser.get("/varsling").await.says("Du får beskjed her"), "one no is not enough");
            for _ in 0..30 {
                after_minutes(&town, 120);
            }
            let page = browser.get("/varsling").await;
            assert!(page.says("kommer i retur"), "{}", page.html);
            let lined_up = town.rows("notices_outbox").len();
            message(&town, &jon);
            after_minutes(&town, 60);
            assert_eq!(town.rows("notices_outbox").len(), lined_up, "nothing more is lined up");
            server.says(Says::Yes);
            browser.post("/varsling/epost/bort", &[]).await;
            told_by_mail(&mut browser, &server, "jon.ny@post.invalid").await;
            let before = server.taken().len();
            message(&town, &jon);
            after_minutes(&town, 1);
            after_minutes(&town, 12 * 60);
            let new = server.taken().split_off(before);
            assert_eq!((new.len(), new[0].to.as_str()), (1, "jon.ny@post.invalid"));
        },
    );
}

#[test]
fn employees_are_told_where_they_work_and_not_when_the_person_has_blocked_them() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
            let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
            let other = town.employee(&centre, Role::MoNurse, "Ola Vik");
            told_by_mail(&mut town.as_account(&nurse, Role::MoNurse), &server, "kari@jobb.invalid").await;
            told_by_mail(&mut town.as_account(&other, Role::MoNurse), &server, "ola@jobb.invalid").await;
            assert!(town.tables_with("kari@jobb.invalid").is_empty(), "theirs are sealed too");
            tell(&town, "MessageSent", &jon, &format!("organisation:{centre}"));
            after_minutes(&town, 1);
            let to: Vec<String> = server.taken().split_off(2).into_iter().map(|got| got.to).collect();
            assert_eq!((to.len(), to.contains(&"kari@jobb.invalid".to_owned())), (2, true), "{to:?}");
            let (person, account, now) = (jon.clone(), nurse.clone(), town.now());
            let blocked = town.app.db().write_here(move |tx| {
                tx.run(
                    "INSERT INTO access_block (person_id, account_id, block_id, blocked_at) VALUES ($1, $2, 'b', $3)",
                    platform::args![&person, &account, now],
                )?;
                Ok(())
            });
            blocked.expect("a block");
            tell(&town, "MessageSent", &jon, &format!("account:{nurse}"));
            tell(&town, "MessageSent", &jon, &format!("account:{other}"));
            after_minutes(&town, 40);
            let to: Vec<String> = server.taken().split_off(4).into_iter().map(|got| got.to).collect();
            assert_eq!(to, ["ola@jobb.invalid"]);
        },
    );
}

#[test]
fn whoever_has_left_or_switched_it_off_is_not_told_of_what_waited() {
    with_server(
        |_| {},
        async |town, server| {
            let (jon, maria) = (town.person("Jon"), town.person("Maria"));
            let mut browser = town.as_person(&maria);
            told_by_mail(&mut town.as_person(&jon), &server, "jon@post.invalid").await;
            told_by_mail(&mut browser, &server, "maria@post.invalid").await;
            server.says(Says::Later);
            message(&town, &jon);
            message(&town, &maria);
            after_minutes(&town, 1);
            browser.get("/varsling").await;
            browser.post("/varsling/epost/bort", &[]).await;
            let (person, now) = (jon.clone(), town.now());
            let closed = town.app.db().write_here(move |tx| {
                tx.run("UPDATE person SET closed_at = $1 WHERE person_id = $2", platform::args![now, &person])?;
                Ok(())
            });
            closed.expect("closed");
            server.says(Says::Yes);
            for _ in 0..6 {
                after_minutes(&town, 60);
            }
            assert_eq!(server.taken().len(), 2, "the two codes");
            assert!(town.rows("notices_outbox").iter().all(|row| row.text_or_null(10).expect("ended") == Some("dropped")));
            for _ in 0..32 {
                after_minutes(&town, 24 * 60);
            }
            assert!(town.rows("notices_outbox").is_empty() && town.rows("notices_heard").is_empty(), "kept for a month");
        },
    );
}

#[test]
fn where_nothing_is_set_up_nothing_is_lined_up_and_the_page_says_so() {
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon");
        let page = town.as_person(&jon).get("/varsling").await;
        assert!(page.says("Her kan vi ikke sende e-post eller SMS ennå"), "{}", page.html);
        assert!(!page.html.contains("/varsling/epost"), "no field that leads nowhere");
        let refused = {
            let mut browser = town.as_person(&jon);
            browser.get("/varsling").await;
            browser.post("/varsling/epost", &[("epost", "jon@post.invalid")]).await
        };
        assert_eq!(refused.status, 409);
        assert!(refused.says("Dette kan vi ikke sende ennå"), "{}", refused.html);
        message(&town, &jon);
        town.run_jobs();
        assert!(town.rows("notices_outbox").is_empty() && town.rows("notices_heard").is_empty());
    });
}
