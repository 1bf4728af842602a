//! The page: an address is shown to be one's own, choices are kept, and nothing is guessed at.

use kernel::persona::OrganisationKind;
use kernel::role::Role;

use super::town::{Says, after_minutes, code_in, message, told_by_mail, with_server};

#[test]
fn a_code_shows_that_the_address_is_ones_own_and_wrong_ones_are_counted() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            let mut browser = town.as_person(&jon);
            browser.get("/varsling").await;
            let wrong = browser.post("/varsling/epost", &[("epost", "jon hos eksempel")]).await;
            assert_eq!(wrong.status, 422);
            assert!(wrong.says("Skriv e-posten slik") && wrong.says("jon hos eksempel"), "{}", wrong.html);
            browser.post("/varsling/epost", &[("epost", " jon@post.invalid ")]).await;
            let page = browser.get("/varsling").await;
            assert!(page.says("Vi har sendt en kode til jon@post.invalid") && page.says("Den virker til"), "{}", page.html);
            let code = code_in(&server.got()[0].text);
            assert!(town.tables_with(&code).is_empty(), "the code stands nowhere");
            message(&town, &jon);
            after_minutes(&town, 1);
            assert_eq!(server.got().len(), 1, "nothing goes to an address nobody has confirmed");
            let other = if code == "000000" { "000001" } else { "000000" };
            for _ in 0..4 {
                let page = browser.post("/varsling/epost/kode", &[("kode-epost", other)]).await;
                assert!(page.status == 409 && page.says("Koden stemte ikke"), "{}", page.html);
            }
            browser.post("/varsling/epost/kode", &[("kode-epost", other)]).await;
            let page = browser.post("/varsling/epost/kode", &[("kode-epost", &code)]).await;
            assert!(page.says("Det har vært mange forsøk"), "also for the right one: {}", page.html);
            town.wait_minutes(15);
            let page = browser.post("/varsling/epost/kode", &[("kode-epost", &code)]).await;
            assert!(page.says("Koden virker ikke lenger"), "{}", page.html);
            browser.post("/varsling/epost/bort", &[]).await;
            told_by_mail(&mut browser, &server, "jon@post.invalid").await;
            assert!(browser.get("/varsling").await.says("Du får beskjed her"));
        },
    );
}

#[test]
fn a_code_that_cannot_be_sent_is_said_at_once_and_nobody_is_flooded() {
    with_server(
        |_| {},
        async |town, server| {
            let mut browser = town.as_person(&town.person("Jon"));
            browser.get("/varsling").await;
            server.says(Says::NoSuchReceiver);
            let page = browser.post("/varsling/epost", &[("epost", "jon@post.invalid")]).await;
            assert!(page.status == 422 && page.says("Adressen finnes ikke") && page.says("jon@post.invalid"), "{}", page.html);
            server.says(Says::Later);
            let page = browser.post("/varsling/epost", &[("epost", "jon@post.invalid")]).await;
            assert!(page.says("Vi fikk ikke sendt koden nå"), "{}", page.html);
            assert!(town.rows("notices_way").is_empty(), "nobody waits for a code that never left");
            server.says(Says::Yes);
            for _ in 0..3 {
                browser.post("/varsling/epost", &[("epost", "noen.andre@post.invalid")]).await;
            }
            let page = browser.post("/varsling/epost", &[("epost", "noen.andre@post.invalid")]).await;
            assert!(page.status == 409 && page.says("mange koder på kort tid"), "{}", page.html);
            assert_eq!(server.got().len(), 3);
        },
    );
}

#[test]
fn the_same_form_twice_sends_one_code() {
    with_server(
        |_| {},
        async |town, server| {
            let mut browser = town.as_person(&town.person("Jon"));
            browser.get("/varsling").await;
            let token = browser.token();
            for _ in 0..2 {
                browser.post("/varsling/epost", &[("token", &token), ("epost", "jon@post.invalid")]).await;
            }
            assert_eq!(server.got().len(), 1);
        },
    );
}

#[test]
fn what_is_switched_off_does_not_ring_and_hours_are_ones_own() {
    with_server(
        |_| {},
        async |town, server| {
            let jon = town.person("Jon");
            let mut browser = town.as_person(&jon);
            told_by_mail(&mut browser, &server, "jon@post.invalid").await;
            let page = browser.get("/varsling").await;
            assert!(page.says("Meldinger") && page.says("Svar på det du har spurt om"), "{}", page.html);
            assert!(!page.says("Oppgaver") && !page.says("Henvisninger"), "nothing that nobody tells: {}", page.html);
            let off =
                [("vist", "messages"), ("vist", "answers"), ("om", "answers"), ("fra", "9"), ("til", "12"), ("versjon", "0")];
            assert_eq!(browser.post("/varsling/valg", &off).await.location.as_deref(), Some("/varsling"));
            let stale = browser.post("/varsling/valg", &off).await;
            assert!(stale.status == 409 && stale.says("endret et annet sted"), "{}", stale.html);
            message(&town, &jon);
            after_minutes(&town, 1);
            assert!(town.rows("notices_outbox").is_empty(), "messages are switched off");
            super::town::tell(&town, "HelpAnswered", &jon, "request");
            after_minutes(&town, 30);
            assert_eq!(server.taken().len(), 1, "quiet until twelve");
            after_minutes(&town, 120);
            assert_eq!(server.taken().len(), 2);
        },
    );
}

#[test]
fn employees_have_the_same_page_with_their_own_words() {
    with_server(
        |_| {},
        async |town, server| {
            let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
            let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
            let mut browser = town.as_account(&nurse, Role::MoNurse);
            let page = browser.get("/varsling").await;
            assert!(page.says("adressen du bruker på jobb"), "{}", page.html);
            told_by_mail(&mut browser, &server, "kari@jobb.invalid").await;
            let page = browser.get("/varsling").await;
            assert!(page.says("kari@jobb.invalid") && !page.says("Svar på det du har spurt om"), "{}", page.html);
            let mut visitor = town.visitor();
            assert_eq!(visitor.get("/varsling").await.status, 401);
        },
    );
}
