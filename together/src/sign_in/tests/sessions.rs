use testkit::{Town, both_databases, on_sqlite};

use super::super::CHARTER;
use super::{PHONE, PIN, doors, house, knock};
use kernel::role::Role;
use platform::session::{Whose, end_all, lock, running, unlock};

#[test]
fn the_person_sees_where_they_are_signed_in_and_ends_one_or_all() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut lost = town.visitor().saying_it_is(PHONE);
        knock(&mut lost, &card, PIN).await;
        let mut library = town.visitor().saying_it_is("Mozilla/5.0 (Windows NT 10.0)");
        knock(&mut library, &card, PIN).await;
        let mut here = town.visitor().saying_it_is("Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X)");
        knock(&mut here, &card, PIN).await;
        let list = here.get("/innlogget").await;
        for line in ["Android-telefon", "PC med Windows", "iPhone", "Sist brukt i dag", "Her du er nå"] {
            assert!(list.says(line), "{line}: {}", list.html);
        }
        let handle = list.attribute("name=\"en\" value=\"").expect("one to end");
        assert_eq!(here.post("/innlogget", &[("en", &handle)]).await.status, 200);
        let open = [lost.get("/kort").await.status, library.get("/kort").await.status];
        assert!(open == [401, 200] || open == [200, 401], "one of them: {open:?}");
        here.get("/innlogget").await;
        assert_eq!(here.post("/innlogget", &[("en", "0000000000000000")]).await.status, 404, "nobody else's");
        here.get("/innlogget").await;
        here.post("/innlogget", &[("alle", "1")]).await;
        let open = [lost.get("/kort").await.status, library.get("/kort").await.status, here.get("/kort").await.status];
        assert_eq!(open, [401, 401, 200]);
    });
}

#[test]
fn nobody_ends_the_sessions_of_another() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let mut jon = town.as_person(&house.jon);
        let other = town.person("Siri");
        let mut siri = town.as_person(&other);
        let mut second = town.as_person(&other);
        let handle = siri.get("/innlogget").await.attribute("name=\"en\" value=\"").expect("Siri's second");
        jon.get("/innlogget").await;
        assert_eq!(jon.post("/innlogget", &[("en", &handle)]).await.status, 404);
        assert_eq!((siri.get("/kort").await.status, second.get("/kort").await.status), (200, 200));
    });
}

#[test]
fn a_locked_screen_shows_nothing_until_the_pin_is_typed() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut own = town.as_person(&house.jon);
        own.get("/las").await;
        let refused = own.post("/las", &[]).await;
        assert!(refused.status == 409 && refused.says("Du har ingen PIN å åpne med."), "{}", refused.html);
        let card = doors(&town, &house.jon).await;
        let mut own = town.visitor();
        knock(&mut own, &card, PIN).await;
        own.get("/las").await;
        let locked = own.post("/las", &[]).await;
        assert!(locked.says("Skjermen er låst"), "{}", locked.html);
        for path in ["/kort", "/innlogget", "/inn/framme"] {
            assert_eq!(own.get(path).await.location.as_deref(), Some("/las"), "{path}");
        }
        let shut = own.post_only("/kort/nytt", &[]).await;
        assert_eq!(shut.location.as_deref(), Some("/las"), "nothing can be changed either");
        own.get("/las").await;
        assert_eq!(own.post("/las/opp", &[("hemmelig", "8642")]).await.status, 409);
        let open = own.post_only("/las/opp", &[("hemmelig", PIN)]).await;
        assert_eq!(open.location.as_deref(), Some("/hjem"));
        let twice = own.post_only("/las/opp", &[("hemmelig", PIN)]).await;
        assert_eq!(twice.location.as_deref(), Some("/hjem"), "the button pressed twice leads home too");
        assert_eq!(own.get("/kort").await.status, 200);
    });
}

#[test]
fn whoever_chooses_a_first_pin_is_not_locked_out_by_it_there_and_then() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut own = town.as_person(&house.jon);
        town.wait_minutes(40);
        own.get("/kort/pin").await;
        let chosen = own.post("/kort/pin", &[("slag", "pin"), ("hemmelig", PIN)]).await;
        assert_eq!(chosen.status, 200, "{}", chosen.html);
        assert_eq!(own.get("/kort").await.status, 200, "in use a moment ago");
        town.wait_minutes(15);
        assert_eq!(own.get("/kort").await.location.as_deref(), Some("/las"), "and from now on quiet counts");
    });
}

#[test]
fn an_own_phone_locks_itself_after_a_quarter_of_an_hour_and_is_not_signed_out() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut phone = town.visitor();
        knock(&mut phone, &card, PIN).await;
        for _ in 0..4 {
            town.wait_minutes(10);
            assert_eq!(phone.get("/kort").await.status, 200, "used now and then");
        }
        town.wait_minutes(15);
        assert_eq!(phone.get("/kort").await.location.as_deref(), Some("/las"));
        town.wait_days(3);
        phone.get("/las").await;
        phone.post_only("/las/opp", &[("hemmelig", PIN)]).await;
        assert_eq!(phone.get("/kort").await.status, 200);
        let mut without = town.as_person(&town.person("Siri"));
        town.wait_minutes(60);
        assert_eq!(without.get("/kort").await.status, 200, "nobody is locked out for lack of a PIN");
    });
}

#[test]
fn the_last_use_is_noted_at_most_once_an_hour() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut own = town.as_person(&house.jon);
        let last = || town.rows("session")[0].cells().iter().filter(|cell| format!("{cell:?}").contains("2026-11-20T")).count();
        let noted = last();
        town.wait_minutes(59);
        own.get("/kort").await;
        assert_eq!(last(), noted);
        town.wait_minutes(1);
        own.get("/kort").await;
        assert_eq!(last(), noted + 1);
    });
}

#[test]
fn a_shared_screen_closes_by_itself() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut kiosk = town.as_account(&house.kari, Role::MoNurse);
        let own = kiosk.get("/kiosk").await;
        assert!(own.says("Denne skjermen er ikke delt.") && !own.says("http-equiv"));
        kiosk.post_only("/kiosk", &[("delt", "ja")]).await;
        assert_eq!(kiosk.get("/inn-igjen").await.location.as_deref(), Some("/"), "the employee is out");
        let door = kiosk.get("/inn").await;
        assert!(door.says("autocomplete=\"off\"") && !door.says("autocomplete=\"username\""));
        assert!(door.says("content=\"60;url=/er-du-der\"") && door.says("Ferdig"), "{}", door.html);
        kiosk.post_only("/inn", &[("kort", &card), ("hemmelig", PIN)]).await;
        let sessions = kiosk.get("/innlogget").await;
        assert!(sessions.says("delt skjerm"), "{}", sessions.html);
        let move_s = |seconds: i64| town.app.source().set(town.now().plus_s(seconds));
        move_s(60);
        let asked = kiosk.get("/er-du-der").await;
        assert!(
            asked.says("Vi lukker om 30 sekunder") && asked.headers.get("refresh").is_some_and(|to| to == "30;url=/lukket"),
            "{}",
            asked.html
        );
        move_s(20);
        assert_eq!(kiosk.get("/kort").await.status, 200, "«Jeg er her»");
        move_s(60);
        kiosk.get("/er-du-der").await;
        move_s(30);
        let closed = kiosk.get("/lukket").await;
        assert!(closed.says("Alt er lukket") && closed.headers.contains_key("clear-site-data"));
        assert_eq!(kiosk.get("/kort").await.location.as_deref(), Some("/"), "back shows the front page");
        kiosk.get("/inn").await;
        kiosk.post_only("/inn", &[("kort", &card), ("hemmelig", PIN)]).await;
        move_s(101);
        assert_eq!(kiosk.get("/kort").await.location.as_deref(), Some("/"), "also when the page did nothing");
    });
}

#[test]
fn done_ends_it_here_and_on_the_server() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let card = doors(&town, &house.jon).await;
        let mut kiosk = town.as_account(&house.kari, Role::MoNurse);
        kiosk.get("/kiosk").await;
        kiosk.post_only("/kiosk", &[("delt", "ja")]).await;
        knock(&mut kiosk, &card, PIN).await;
        let mut copied = kiosk.clone();
        kiosk.get("/kort").await;
        let done = kiosk.post_only("/ferdig", &[]).await;
        assert!(done.headers.contains_key("clear-site-data") && done.location.as_deref() == Some("/lukket"));
        assert_eq!(copied.get("/kort").await.location.as_deref(), Some("/"));
        let closed = kiosk.get("/lukket").await;
        assert!(closed.says("Ha en fin dag."));
    });
}

#[test]
fn looking_at_the_closed_page_signs_nobody_out_elsewhere() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        let mut own = town.as_person(&house.jon);
        assert_eq!(own.get("/lukket").await.location.as_deref(), Some("/hjem"));
        assert_eq!(own.get("/kort").await.status, 200);
    });
}

#[test]
fn sessions_of_employees_are_locked_and_ended_with_the_same_functions() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        assert_eq!(kari.get("/inn-igjen").await.status, 200);
        let (whose, now) = (Whose::Account(house.kari.clone()), town.now());
        let all = whose.clone();
        let known = town.app.db().read_here(move |tx| Ok(running(tx, &all, now)?)).expect("a list");
        let session = known.first().expect("one").session.clone();
        let locked = session.clone();
        town.app.db().write_here(move |tx| Ok(lock(tx, &locked, now)?)).expect("locked");
        assert_eq!(kari.get("/inn-igjen").await.status, 401, "no page here opens an employee's screen");
        town.app.db().write_here(move |tx| Ok(unlock(tx, &session, now)?)).expect("unlocked");
        assert_eq!(kari.get("/inn-igjen").await.status, 200);
        town.app.db().write_here(move |tx| Ok(end_all(tx, &whose, None, "left", now)?)).expect("ended");
        assert_eq!(kari.get("/inn-igjen").await.status, 401);
    });
}
