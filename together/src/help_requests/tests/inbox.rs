use kernel::role::Role;
use platform::access::relations::Duty;
use testkit::{Town, both_databases, on_sqlite};

use super::super::CHARTER;
use super::{ask, code_on, first_request, house, open, put_on_duty, version};

#[test]
fn the_second_who_takes_it_is_told_who_has_it() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Hei").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let mut ola = town.as_account(&house.ola, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        ola.get("/innboks").await;
        assert_eq!(kari.post(&format!("/innboks/{request}/ta"), &[]).await.status, 200);
        let late = ola.post(&format!("/innboks/{request}/ta"), &[]).await;
        assert_eq!(late.status, 409);
        assert!(late.says("En kollega har tatt den.") && late.says("Kari Nes, 55 00 00 01"), "{}", late.html);
        assert!(!late.says("Send svaret"), "what a colleague has taken is theirs to answer");
    });
}

#[test]
fn whoever_is_on_duty_holds_it_and_else_the_default() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let receipt = ask(&mut town.visitor(), "talk", "Først").await;
        assert!(receipt.says("Kari eller en annen"), "nobody is on duty: the default");
        put_on_duty(&town, &house.centre, &house.ola);
        let receipt = ask(&mut town.visitor(), "talk", "Så").await;
        assert!(receipt.says("Ola eller en annen"), "{}", receipt.html);
    });
}

#[test]
fn given_to_another_organisation_it_leaves_with_its_promise_and_its_relation() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Trenger bolig").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let mut per = town.as_account(&house.per, Role::Housing);
        assert!(!per.get("/innboks").await.says("Trenger bolig"));
        let request = first_request(&kari.get("/innboks").await);
        let one = kari.get(&format!("/innboks/{request}")).await;
        let to = format!("organisation:{}", house.housing);
        let passed = kari.post(&format!("/innboks/{request}/gi-videre"), &[("to", &to), ("version", &version(&one))]).await;
        assert_eq!(passed.location.as_deref(), Some("/innboks"), "{}", passed.html);
        assert!(!passed.says("Trenger bolig"));
        assert_eq!(kari.get(&format!("/innboks/{request}")).await.status, 404);
        let theirs = per.get("/innboks").await;
        assert!(theirs.says("Trenger bolig") && theirs.says("i dag før kl. 14.00"), "the promise runs on: {}", theirs.html);
        let one = per.get(&format!("/innboks/{request}")).await;
        assert!(one.says("Kari Nes, MO-senteret, fra") && one.says("Per Lie, Boligteamet, fra"), "{}", one.html);
        let holders = town.rows("help_requests_holder");
        let last = holders.iter().max_by_key(|row| row.int(2).expect("a step")).expect("it is held");
        assert_eq!(last.text(4).expect("an account"), house.per.as_str());
        assert_eq!(town.rows("help_requests_request")[0].text(10).expect("a holder"), house.per.as_str());
        let ended =
            town.rows("access_relation").iter().filter(|row| row.cells().last() != Some(&platform::db::Value::Null)).count();
        assert_eq!(ended, 1, "the first organisation no longer serves the person");
    });
}

#[test]
fn whoever_has_left_holds_nothing() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Hei").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        kari.post(&format!("/innboks/{request}/ta"), &[]).await;
        let holder = |town: &Town| {
            let row = town.rows("help_requests_request").remove(0);
            (row.text(9).expect("a state").to_owned(), row.text(10).expect("a holder").to_owned())
        };
        assert_eq!(holder(&town), ("taken".into(), house.kari.to_string()));
        leaves(&town, &house.kari);
        town.wait_minutes(1);
        town.run_jobs();
        assert_eq!(holder(&town), ("waiting".into(), house.ola.to_string()), "nobody has taken it for Ola");
        let mut ola = town.as_account(&house.ola, Role::MoNurse);
        assert!(ola.get("/innboks").await.says("i dag før kl. 14.00"), "the promise runs on");
        assert_eq!(ola.post(&format!("/innboks/{request}/ta"), &[]).await.status, 200);
        leaves(&town, &house.ola);
        town.wait_minutes(1);
        town.run_jobs();
        assert_eq!(holder(&town).1, house.per.to_string(), "the whole service is gone, so another that answers holds it");
        leaves(&town, &house.per);
        let lines = town.rows("audit_line").len();
        for _ in 0..2 {
            town.wait_minutes(1);
            town.run_jobs();
        }
        assert_eq!(holder(&town).1, house.per.to_string(), "where nobody is left it stays, and nothing else stops for it");
        assert_eq!(town.rows("help_requests_holder").len(), 3);
        assert_eq!(town.rows("audit_line").len(), lines, "nothing about anybody is opened every minute");
    });
}

fn leaves(town: &Town, account: &kernel::id::AccountId) {
    let (account, now) = (account.clone(), town.now());
    let ended = town.app.db().write_here(move |tx| {
        Ok(tx.run("UPDATE account SET ended_at = $1 WHERE account_id = $2", platform::args![now, &account])?)
    });
    assert_eq!(ended.expect("written"), 1);
}

#[test]
fn a_colleague_can_be_given_it_and_a_stranger_cannot() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Hei").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        let address = format!("/innboks/{request}/gi-videre");
        let one = kari.get(&format!("/innboks/{request}")).await;
        let seen = version(&one);
        assert_eq!(kari.post(&address, &[("to", ""), ("version", &seen)]).await.status, 422);
        let stranger = format!("colleague:{}", house.per);
        assert_eq!(kari.post(&address, &[("to", &stranger), ("version", &seen)]).await.status, 404);
        kari.get(&format!("/innboks/{request}")).await;
        let to_ola = format!("colleague:{}", house.ola);
        let given = kari.post(&address, &[("to", &to_ola), ("version", &seen)]).await;
        assert!(given.status == 200 && given.says("Ola Vik, 55 00 00 01"), "{}", given.html);
        let stale = kari.post(&address, &[("to", &to_ola), ("version", &seen)]).await;
        assert!(stale.status == 409 && stale.says("Det har skjedd noe nytt"), "{}", stale.html);
        let now_at = version(&stale);
        let same = kari.post(&address, &[("to", &to_ola), ("version", &now_at)]).await;
        assert!(same.status == 409 && same.says("har den alt"));
    });
}

#[test]
fn a_reply_to_an_old_page_is_refused_and_kept() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut person = town.visitor();
        let receipt = ask(&mut person, "talk", "Hei").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        let one = kari.get(&format!("/innboks/{request}")).await;
        let code = code_on(&receipt);
        open(&mut person, &code).await;
        person.post("/svar/melding/svar", &[("words", "Det haster ikke likevel.")]).await;
        let reply = [("words", "Jeg kommer nå"), ("version", &version(&one))];
        let back = kari.post(&format!("/innboks/{request}/svar"), &reply).await;
        assert_eq!(back.status, 409);
        assert!(back.says("Jeg kommer nå</textarea>") && back.says("Det haster ikke likevel."), "{}", back.html);
    });
}

#[test]
fn a_starter_is_put_after_what_was_typed_and_nothing_is_sent() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Hei").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let request = first_request(&kari.get("/innboks").await);
        kari.get(&format!("/innboks/{request}")).await;
        let fields = [("words", "Takk."), ("starter", "time"), ("offer", "come"), ("version", "1")];
        let page = kari.post(&format!("/innboks/{request}/svar"), &fields).await;
        assert!(page.says("Takk.\nHei. Takk for at du skrev."), "{}", page.html);
        assert!(page.says("value=\"come\" checked"));
        assert!(town.rows("help_requests_line").is_empty());
        let empty = kari.post(&format!("/innboks/{request}/svar"), &[("words", " "), ("version", "1")]).await;
        assert!(empty.status == 422 && empty.says("Skriv noe her."));
    });
}

#[test]
fn urgent_ones_stand_on_top_and_spoken_answers_count() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Den første").await;
        town.wait_minutes(10);
        ask(&mut town.visitor(), "talk", "Den andre").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let inbox = kari.get("/innboks").await;
        let (first, second) = (inbox.html.find("Den første"), inbox.html.find("Den andre"));
        assert!(first.is_some() && first < second, "oldest promise first");
        let request = inbox.html.split("href=\"/innboks/").filter(|rest| rest.len() > 32).last().expect("a row")[..32].to_owned();
        kari.post(&format!("/innboks/{request}/haster"), &[]).await;
        let inbox = kari.get("/innboks").await;
        assert!(inbox.html.find("Den andre") < inbox.html.find("Den første"), "urgent on top");
        let one = kari.get(&format!("/innboks/{request}")).await;
        let refused = kari.post(&format!("/innboks/{request}/lukk"), &[("version", &version(&one))]).await;
        assert!(refused.status == 409 && refused.says("Personen har ikke fått svar."));
        let spoke = [("words", ""), ("spoke", "1"), ("version", &version(&one))];
        let answered = kari.post(&format!("/innboks/{request}/svar"), &spoke).await;
        assert!(answered.says("Vi har snakket sammen."), "{}", answered.html);
        let closed = kari.post(&format!("/innboks/{request}/lukk"), &[("version", &version(&answered))]).await;
        assert_eq!(closed.location.as_deref(), Some("/innboks"), "{}", closed.html);
    });
}

#[test]
fn a_lost_code_is_found_by_time_and_words_and_replaced() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        let mut person = town.visitor();
        let old = code_on(&ask(&mut person, "food", "Trenger en varm jakke").await);
        ask(&mut person, "talk", "Noe helt annet").await;
        town.wait_minutes(60);
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        kari.get("/innboks/finn").await;
        let search = |time: &'static str| [("date", "20.11.2026"), ("time", time), ("words", "varm JAKKE")];
        assert!(kari.post("/innboks/finn", &search("15.00")).await.says("Fant ingen"));
        let found = kari.post("/innboks/finn", &search("10.15")).await;
        assert!(found.says("Fant 1") && found.says("Trenger en varm jakke") && !found.says("Noe helt annet"), "{}", found.html);
        assert_eq!(kari.post("/innboks/finn", &[("date", "i går")]).await.status, 422);
        let request = first_request(&found);
        let made = kari.post(&format!("/innboks/{request}/ny-kode"), &[]).await;
        let new = code_on(&made);
        assert_ne!(old, new);
        assert_eq!(open(&mut town.visitor(), &old).await.status, 422);
        assert!(open(&mut town.visitor(), &new).await.says("Trenger en varm jakke"));
    });
}

#[test]
fn the_inbox_is_paged_and_shows_everyone_once() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        let house = house(&town);
        for n in 0..30 {
            ask(&mut town.visitor(), "talk", &format!("Nummer {n:02}.")).await;
        }
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let first = kari.get("/innboks").await;
        let next = first.attribute("href=\"/innboks?etter=").expect("there is more");
        let second = kari.get(&format!("/innboks?etter={}", next.trim_start_matches("/innboks?etter="))).await;
        for n in 0..30 {
            let words = format!("«Nummer {n:02}.»");
            assert_eq!(usize::from(first.says(&words)) + usize::from(second.says(&words)), 1, "{words}");
        }
        assert!(second.attribute("href=\"/innboks?etter=").is_none());
    });
}

#[test]
fn more_urgent_ones_than_a_page_holds_are_all_found() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        for n in 0..27 {
            ask(&mut town.visitor(), "talk", &format!("Nummer {n:02}.")).await;
        }
        let now = town.now();
        let all = town
            .app
            .db()
            .write_here(move |tx| Ok(tx.run("UPDATE help_requests_request SET urgent_at = $1", platform::args![now])?));
        assert_eq!(all.expect("marked"), 27);
        ask(&mut town.visitor(), "talk", "Kan vente.").await;
        let mut kari = town.as_account(&house.kari, Role::MoNurse);
        let first = kari.get("/innboks").await;
        assert!(first.says("«Kan vente.»"), "{}", first.html);
        let next = first.attribute("href=\"/innboks?vis=haster").expect("there are more urgent ones");
        let second = kari.get(&next.replace("&#38;", "&").replace("&amp;", "&")).await;
        assert!(!second.says("«Kan vente.»"), "{}", second.html);
        for n in 0..27 {
            let words = format!("«Nummer {n:02}.»");
            assert_eq!(usize::from(first.says(&words)) + usize::from(second.says(&words)), 1, "{words}");
        }
        assert!(second.attribute("href=\"/innboks?vis=haster").is_none() && second.says("Vis det vi skylder svar på"));
    });
}

#[test]
fn staff_without_such_work_meet_an_empty_inbox() {
    both_databases(&[&CHARTER], async |town: Town| {
        let house = house(&town);
        ask(&mut town.visitor(), "talk", "Hemmelig").await;
        let helper = town.employee(&house.centre, Role::Volunteer, "Liv Moe");
        let request = {
            let mut kari = town.as_account(&house.kari, Role::MoNurse);
            first_request(&kari.get("/innboks").await)
        };
        let mut liv = town.as_account(&helper, Role::Volunteer);
        assert!(!liv.get("/innboks").await.says("Hemmelig"));
        assert_eq!(liv.get(&format!("/innboks/{request}")).await.status, 403);
        let person = town.person("Jon");
        town.duty(&house.centre, &person, None, Duty::Serving);
        assert_eq!(town.as_person(&person).get("/innboks").await.status, 403);
        assert_eq!(town.visitor().get("/innboks").await.status, 401);
    });
}
