//! Help that was asked for without a name becomes the person's own, with the code of the answer and nothing else; and it can
//! be taken back.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Clock;
use platform::db::Value;
use testkit::{Browser, Page, Town, both_databases};
use together::help_requests::choices::Need;
use together::help_requests::promise::{Hours, Opening};
use together::help_requests::store::desks::{self, Answering};

/// An MO-centre that answers.
fn centre(town: &Town) -> Browser {
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let days = (1..=5).map(|weekday| Opening { weekday, opens: Clock::at(8, 0), closes: Clock::at(16, 0) });
    let answering = Answering {
        organisation: centre,
        name: String::new(),
        default_account: kari.clone(),
        promise_minutes: 240,
        place: None,
        hours: Hours(days.collect()),
    };
    let done = town.app.db().write_here(move |tx| Ok(desks::set_up(tx, "", &answering, &Need::ALL)?));
    done.unwrap_or_else(|error| panic!("{error:?}"));
    town.as_account(&kari, Role::MoNurse)
}

/// Asks for help without a name, and reads the code off the receipt.
async fn asked(town: &Town) -> String {
    let mut visitor = town.visitor();
    visitor.get("/hjelp/talk").await;
    visitor.post("/hjelp/talk", &[("words", "Vil snakke med noen")]).await;
    let receipt = visitor.post("/hjelp/talk/send", &[("words", "Vil snakke med noen"), ("way", "code")]).await;
    let after = receipt.html.split("class=\"v-code\">").nth(1).expect("a receipt has a code");
    after.split("</p>").next().expect("the code ends").replace("<i aria-hidden=\"true\">·</i>", " ")
}

async fn types(browser: &mut Browser, code: &str) -> Page {
    browser.get("/meg/sammen").await;
    browser.post("/meg/sammen", &[("code", code)]).await
}

fn provisional(town: &Town) -> usize {
    // The eighth column says when a provisional person goes away.
    let rows = town.rows("person");
    rows.iter().filter(|row| row.cells().get(8).is_some_and(|until| *until != Value::Null)).count()
}

#[test]
fn what_was_asked_without_a_name_is_claimed_with_its_code_and_let_go_again() {
    both_databases(&app::catalogue(), async |town| {
        let mut kari = centre(&town);
        let person = town.person("Sigrunhild");
        let code = asked(&town).await;
        assert_eq!(provisional(&town), 1);
        assert!(!kari.get("/innboks").await.says("Sigrunhild"));

        let mut own = town.as_person(&person);
        let page = types(&mut own, &code).await;
        assert!(page.says("De som svarte deg, ser navnet ditt."), "{}", page.html);
        let confirm = page.location.clone().expect("the code proves it");
        let page = own.post(&confirm, &[]).await;
        assert!(page.says("Det du spurte om uten navn, er ditt"), "{}", page.html);
        assert_eq!(provisional(&town), 0, "it does not go away by itself any more");
        assert!(kari.get("/innboks").await.says("Sigrunhild"), "those who answer know who it is");
        town.wait_days(31);
        town.run_jobs();
        let mut own = town.as_person(&person);
        own.get("/meg/sammen").await;
        let turned = own.post(&format!("{confirm}/bytt"), &[]).await;
        assert!(turned.says("Vil snakke med noen"), "the person finds what they asked: {}", turned.html);
    });
}

#[test]
fn a_claim_is_undone_and_a_full_record_is_never_claimed_with_a_code() {
    both_databases(&app::catalogue(), async |town| {
        let mut kari = centre(&town);
        let (person, other) = (town.person("Sigrunhild"), town.person("Torvald"));
        let code = asked(&town).await;
        let mut own = town.as_person(&person);
        let confirm = types(&mut own, &code).await.location.expect("the code proves it");
        own.post(&confirm, &[]).await;
        own.post(&format!("{confirm}/angre"), &[]).await;
        assert_eq!(provisional(&town), 1, "provisional again");
        assert!(!kari.get("/innboks").await.says("Sigrunhild"), "and without a name");

        let mut signed_in = town.as_person(&other);
        signed_in.get("/hjelp/talk").await;
        signed_in.post("/hjelp/talk", &[("words", "Hei")]).await;
        let receipt = signed_in.post("/hjelp/talk/send", &[("words", "Hei"), ("way", "code")]).await;
        let after = receipt.html.split("class=\"v-code\">").nth(1).expect("a receipt has a code");
        let code = after.split("</p>").next().expect("the code ends").replace("<i aria-hidden=\"true\">·</i>", " ");
        let confirm = types(&mut own, &code).await.location.expect("the code is somebody's");
        let refused = own.post(&confirm, &[]).await;
        assert_eq!(refused.status, 409, "the code of one answer opens no record: {}", refused.html);
    });
}
