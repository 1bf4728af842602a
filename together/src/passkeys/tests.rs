//! What can be tried without a device: the page, the try that ends, and answers that are none. The ceremony itself runs in a
//! real browser (browser/journeys/passkey.test.mjs).

use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Timestamp;
use testkit::{Town, both_databases, on_sqlite};

use super::CHARTER;
use super::rules::{MOST, Refusal, Standing, one_more, opens};

#[test]
fn a_key_opens_while_the_account_stands_and_the_doors_are_its_own() {
    let made = Timestamp::parse("2026-11-20T09:00:00Z").expect("an instant");
    let now = made.plus_days(1);
    let cases = [
        (None, None, Ok(())),
        (Some(now.plus_s(1)), None, Ok(())),
        (Some(now), None, Err(Refusal::NotKnown)),
        (None, Some(made), Ok(())),
        (None, Some(made.plus_s(1)), Err(Refusal::NotKnown)),
    ];
    for (ended_at, doors_from, expected) in cases {
        assert_eq!(opens(Standing { ended_at, doors_from }, made, now), expected, "{ended_at:?} {doors_from:?}");
    }
    assert_eq!(one_more(MOST - 1), Ok(()));
    assert_eq!(one_more(MOST), Err(Refusal::TooMany));
}

#[test]
fn every_refusal_has_words_in_three_languages() {
    on_sqlite(&[&CHARTER], &async |town: Town| {
        for language in Language::ALL {
            for refusal in Refusal::ALL {
                let key = format!("refusal-{}", refusal.key());
                assert!(town.app.say(language).has(&key) && town.app.say(language).has(&format!("{key}-remedy")));
            }
        }
    });
}

#[test]
fn a_question_holds_no_name_of_the_person_and_its_answer_must_be_one() {
    both_databases(&[&CHARTER], async |town: Town| {
        let jon = town.person("Jon");
        let mut browser = town.as_person(&jon);
        let page = browser.get("/mine-nokler").await;
        assert!(page.says("Du har ingen ennå."), "{}", page.html);
        let asked = browser.post("/mine-nokler/start", &[]).await;
        assert!(asked.says("\"residentKey\":\"required\"") && asked.says("\"userVerification\":\"required\""), "{}", asked.html);
        assert!(!asked.says("Jon") && !asked.says(jon.as_str()), "{}", asked.html);
        let id = asked.attribute("name=\"try\" value=\"").expect("a try");
        for answer in ["", "{}", "no"] {
            let page = browser.post("/mine-nokler", &[("try", &id), ("answer", answer)]).await;
            assert!(page.status == 409 && page.says("Passnøkkelen ble ikke laget."), "{}", page.html);
        }
        assert!(town.rows("passkeys_person").is_empty());
    });
}

#[test]
fn an_employee_is_named_on_the_device_and_signs_in_with_nothing_made_up() {
    both_databases(&[&CHARTER], async |town: Town| {
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let mut browser = town.as_account(&kari, Role::MoNurse);
        browser.get("/min-konto/nokler").await;
        let asked = browser.post("/min-konto/nokler/start", &[]).await;
        assert!(asked.says("\"displayName\":\"Kari Nes\"") && !asked.says(kari.as_str()), "{}", asked.html);
        let mut visitor = town.visitor();
        let door = visitor.get("/inn/nokkel").await;
        assert!(door.says("Passnøkler virker ikke i denne nettleseren."), "{}", door.html);
        let asked = visitor.post("/inn/nokkel/start", &[]).await;
        assert!(asked.says("data-ceremony") && !asked.says("mediation"), "{}", asked.html);
        let made_up = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"authenticatorData":"AAAA","clientDataJSON":"AAAA","signature":"AAAA","userHandle":"AAAA"},"extensions":{}}"#;
        let id = asked.attribute("name=\"try\" value=\"").expect("a try");
        let page = visitor.post("/inn/nokkel", &[("try", &id), ("answer", made_up)]).await;
        assert!(page.status == 409 && page.says("Vi kjente ikke igjen passnøkkelen."), "{}", page.html);
    });
}

#[test]
fn a_try_is_over_after_five_minutes_and_its_row_is_removed() {
    both_databases(&[&CHARTER], async |town: Town| {
        let mut visitor = town.visitor();
        visitor.get("/inn/nokkel").await;
        visitor.post("/inn/nokkel/start", &[]).await;
        assert_eq!(town.rows("passkeys_ceremony").len(), 1);
        town.wait_minutes(61);
        town.run_jobs();
        assert!(town.rows("passkeys_ceremony").is_empty());
    });
}
