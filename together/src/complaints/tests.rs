use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::refusal::Refusal as _;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::charter::Charter;
use testkit::{Page, Town, both_databases};

use super::CHARTER;
use super::rules::*;

const CATALOGUE: &[&Charter] = &[&CHARTER];

struct Case {
    centre: OrganisationId,
    inger: AccountId,
    eivind: AccountId,
    kari: AccountId,
}

fn case(town: &Town) -> Case {
    let city = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    Case {
        inger: town.employee(&city, Role::Leader, "Inger Haug"),
        eivind: town.employee(&city, Role::PrivacyContact, "Eivind Krogh"),
        kari: town.employee(&centre, Role::MoNurse, "Kari Nes"),
        centre,
    }
}

fn code_on(page: &Page) -> String {
    let shown = page.html.split("<p class=\"v-code\">").nth(1).and_then(|rest| rest.split("</p>").next()).expect("a code");
    shown.replace("<i aria-hidden=\"true\">·</i>", " ")
}

fn letter_on(page: &Page) -> String {
    let id = page.html.split("href=\"/klager/").nth(1).and_then(|rest| rest.split('"').next()).expect("a letter");
    format!("/klager/{id}")
}

#[test]
fn a_letter_without_a_name_is_answered_and_read_with_its_code() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let path = format!("/klage/{}", case.centre);
        let mut anyone = town.visitor();
        let places = anyone.get("/klage").await;
        assert!(places.says("MO-senteret") && places.says("Pasient- og brukerombudet"), "{}", places.html);
        let form = anyone.get(&path).await;
        assert!(form.says("Lederen og personvernkontakten hos Kommunen leser det."), "{}", form.html);
        let back = anyone.post(&path, &[("words", "Kvitrev ble ropt opp")]).await;
        assert!(back.status == 422 && back.says("Kvitrev ble ropt opp</textarea>"), "{}", back.html);
        let receipt = anyone.post(&path, &[("kind", "complaint"), ("words", "Kvitrev ble ropt opp")]).await;
        assert!(receipt.says("Kommunen svarer deg senest 18. desember 2026."), "{}", receipt.html);
        let code = code_on(&receipt);
        assert!(town.tables_with("Kvitrev").is_empty(), "{:?}", town.tables_with("Kvitrev"));

        let wrong = anyone.post("/klage/svar", &[("code", "kano hest 00")]).await;
        assert!(wrong.status == 409 && wrong.says("Ingen brev har denne koden."), "{}", wrong.html);
        anyone.get("/klage/svar").await;
        let waits = anyone.post("/klage/svar", &[("code", &code)]).await;
        assert!(waits.says("Kvitrev ble ropt opp") && waits.says("Uten navn."), "{}", waits.html);
        assert!(waits.says("Får svar senest 18. desember 2026."), "{}", waits.html);

        let mut leader = town.as_account(&case.inger, Role::Leader);
        let list = leader.get("/klager").await;
        assert!(list.says("Klage: MO-senteret") && !list.says("Kvitrev"), "{}", list.html);
        let letter = letter_on(&list);
        assert!(leader.get(&letter).await.says("Kvitrev ble ropt opp"));
        let empty = leader.post(&letter, &[("answer", "")]).await;
        assert_eq!(empty.status, 422);
        let answered = leader.post(&letter, &[("answer", "Vi slutter med det i dag.")]).await;
        assert!(answered.says("Svar fra Inger Haug"), "{}", answered.html);
        let again = leader.post(&letter, &[("answer", "En gang til")]).await;
        assert!(again.status == 409 && again.says("Brevet er besvart."), "{}", again.html);
        anyone.get("/klage/svar").await;
        let read = anyone.post("/klage/svar", &[("code", &code)]).await;
        assert!(read.says("Vi slutter med det i dag.") && read.says("Inger Haug"), "{}", read.html);
    });
}

#[test]
fn only_those_it_was_written_to_read_it() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let path = format!("/klage/{}", case.centre);
        let mut anyone = town.visitor();
        anyone.get(&path).await;
        anyone.post(&path, &[("kind", "words"), ("words", "Kvitrev"), ("signed", "Ola")]).await;
        let mut privacy = town.as_account(&case.eivind, Role::PrivacyContact);
        let letter = letter_on(&privacy.get("/klager").await);
        let page = privacy.get(&letter).await;
        assert!(page.says("Kvitrev") && page.says("Ola"), "{}", page.html);

        assert_ne!(town.as_account(&case.kari, Role::MoNurse).get(&letter).await.status, 200, "not those it is about");
        let elsewhere = town.organisation(OrganisationKind::Nav, "NAV");
        let other = town.employee(&elsewhere, Role::Leader, "Liv");
        let mut liv = town.as_account(&other, Role::Leader);
        assert!(!liv.get("/klager").await.says("MO-senteret"));
        assert_ne!(liv.get(&letter).await.status, 200, "not another leader");
        let denied = liv.post(&letter, &[("answer", "Hei")]).await;
        assert_ne!(denied.status, 200);

        // A real person is never opened as if they were a letter.
        let jon = town.person("Jon");
        let (person, receiver) = (jon.clone(), case.centre.clone());
        let mut actor = platform::ctx::Actor::visitor();
        (actor.role, actor.door, actor.account) = (Role::Leader, platform::ctx::Door::Full, Some(case.inger.clone()));
        actor.employer = Some(platform::ctx::Employer { id: case.centre.clone(), name: "X".into(), kind: None });
        let ctx = platform::ctx::Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
        let opened =
            platform::door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| desk.letter_receiver(tx, &person, &receiver));
        assert!(matches!(opened, Err(platform::error::Error::Denied(_))));
    });
}

#[test]
fn the_person_may_keep_a_letter_and_it_goes_away_after_a_year() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let jon = town.person("Jon");
        let path = format!("/klage/{}", case.centre);
        let mut person = town.as_person(&jon);
        assert!(person.get(&path).await.says("Legg den på siden min"));
        let receipt = person.post(&path, &[("kind", "words"), ("words", "Kvitrev"), ("keep", "yes")]).await;
        assert!(receipt.says("Den ligger også på siden din."), "{}", receipt.html);
        let kept = town.rows("complaints_mine");
        let letter = kept.first().expect("a kept letter").text(1).expect("an id").to_owned();
        let mine = format!("/mine-brev/{letter}");
        assert!(person.get(&mine).await.says("Kvitrev"));
        let siri = town.person("Siri");
        assert_eq!(town.as_person(&siri).get(&mine).await.status, 404, "nobody else's");
        let list = town.as_account(&case.inger, Role::Leader).get(&format!("/klager/{letter}")).await;
        assert!(list.says("Kvitrev") && !list.says("Jon"), "{}", list.html);

        town.wait_days(29);
        let late = town.as_account(&case.inger, Role::Leader).get("/klager").await;
        assert!(late.says("Skulle ha fått svar 18. desember 2026."), "{}", late.html);
        town.wait_days(340);
        town.run_jobs();
        assert!(town.rows("complaints_letter").is_empty() && town.rows("complaints_mine").is_empty());
        assert_eq!(town.rows("person").len(), 2, "the letter's own person is gone, the two people are not");
    });
}

#[test]
fn codes_are_not_guessed_and_places_without_a_leader_say_so() {
    both_databases(CATALOGUE, async |town| {
        let alone = town.organisation(OrganisationKind::GpOffice, "Legekontoret");
        let mut anyone = town.visitor();
        let page = anyone.get(&format!("/klage/{alone}")).await;
        assert!(page.says("Her kan du ikke skrive på nett.") && page.says("55 00 00 00"), "{}", page.html);
        let refused = anyone.post(&format!("/klage/{alone}"), &[("kind", "words"), ("words", "Hei")]).await;
        assert_eq!(refused.status, 409, "{}", refused.html);
        assert!(town.rows("person").is_empty());
        for _ in 0..5 {
            anyone.get("/klage/svar").await;
            anyone.post("/klage/svar", &[("code", "kano hest 47")]).await;
        }
        anyone.get("/klage/svar").await;
        let wait = anyone.post("/klage/svar", &[("code", "kano hest 47")]).await;
        assert!(wait.status == 409, "{}", wait.html);
        assert!(wait.says("Prøv igjen om ti minutter.") || wait.says("Ingen brev har denne koden."), "{}", wait.html);
    });
}

#[test]
fn the_newest_answers_stand_there_however_many_letters_have_been_answered() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let (centre, now) = (case.centre.clone(), town.now());
        let kept = town.app.db().write_here(move |tx| {
            for n in 0..=200_u8 {
                // The last of them was answered yesterday.
                let answered = now.plus_days(i64::from(n) - 201);
                tx.run(
                    "INSERT INTO complaints_letter (person_id, about_id, receiver_id, kind, words, sent_at, answer_by, answered_at)
                     VALUES ($1, $2, $3, 'complaint', $4, $5, $6, $7)",
                    platform::args![
                        &PersonId::from_bits(u128::from(n)),
                        &centre,
                        &centre,
                        vec![n],
                        answered,
                        answered.plus_days(28),
                        answered,
                    ],
                )?;
            }
            Ok(())
        });
        kept.unwrap_or_else(|error| panic!("{error:?}"));
        let leader = town.employee(&case.centre, Role::Leader, "Liv Moe");
        let mut browser = town.as_account(&leader, Role::Leader);
        let list = browser.get("/klager").await;
        assert!(list.says("Besvart 19. november 2026."), "{}", list.html);
        let (newest, older) = (list.html.find("Besvart 19"), list.html.find("Besvart 18"));
        assert!(newest.is_some() && newest < older, "the newest first: {}", list.html);

        // One that waits stands before all of them.
        let mut anyone = town.visitor();
        let path = format!("/klage/{}", case.centre);
        anyone.get(&path).await;
        anyone.post(&path, &[("kind", "words"), ("words", "Kvitrev")]).await;
        let list = browser.get("/klager").await;
        assert!(list.html.find("Får svar senest") < list.html.find("Besvart"), "{}", list.html);
        assert!(list.says("Får svar senest 18. desember 2026."), "{}", list.html);
    });
}

#[test]
fn states_and_refusals_by_table() {
    let now = Timestamp::parse(testkit::START).expect("a time");
    let waits = State::Waits { by: now.plus_days(1) };
    assert_eq!((waits.key(now), waits.key(now.plus_days(1))), ("waits", "late"));
    assert_eq!(State::Answered { at: now }.key(now.plus_days(400)), "answered");
    assert_eq!(answer(waits), Ok(()));
    assert_eq!(answer(State::Answered { at: now }), Err(Refusal::Answered));
    let wording = platform::frame::Wording::read(&[&CHARTER]).expect("the wording is read");
    for language in Language::ALL {
        let say = wording.say(language);
        for key in Refusal::ALL.iter().map(|no| no.key()) {
            assert!(say.has(&format!("refusal-{key}")) && say.has(&format!("refusal-{key}-remedy")), "{key}");
        }
        for body in ["ombud", "governor", "data-authority", "civil-ombud"] {
            assert!(say.has(&format!("complaints-body-{body}")) && say.has(&format!("complaints-body-{body}-what")));
        }
    }
}
