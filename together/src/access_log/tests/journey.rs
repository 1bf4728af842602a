//! J3: who has looked, why, and what the person can do about it.

use kernel::area::Area;
use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use testkit::{Browser, Town, both_databases};

use super::town::{Around, CATALOGUE, around, first_look, look};

#[test]
fn a_look_stands_in_the_log_at_once_with_reason_and_ground() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let empty = jon.get("/sett").await;
        assert!(empty.says("Ingen andre har sett på noe her."), "{}", empty.html);
        town.wait_minutes(1);
        look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await;
        let log = jon.get("/sett").await;
        for said in [
            "Én annen har sett på noe her.",
            "Åshild Lie",
            "fastlege, Sentrum legekontor",
            "Så på siden om deg kl. 10.01.",
            "Kroppen, Medisiner og LAR.",
            "Jobben er å gi deg helsehjelp.",
            "Du delte dette 20. november.",
            "I dag",
        ] {
            assert!(log.says(said), "{said}: {}", log.html);
        }
        assert_eq!(log.html.matches("Du selv").count(), 1, "the person's own looks are one line");
        assert!(!log.says("[access") && !log.says("{$"), "no wording is missing");
    });
}

#[test]
fn a_list_a_try_and_a_duty_are_told_as_what_they_are() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut gp = town.as_account(&around.gp, Role::Gp);
        town.duty(&around.practice, &around.jon, Some(&around.gp), Duty::Responsible);
        gp.get("/folk").await;
        let nav = town.organisation(OrganisationKind::Nav, "NAV Sentrum");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        assert_eq!(look(&mut town.as_account(&sara, Role::Nav), &around.jon).await.status, 403);
        let log = town.as_person(&around.jon).get("/sett").await;
        assert!(log.says("Så navnet ditt på en liste kl. 10.00."), "{}", log.html);
        assert!(!log.says("Kroppen"), "a list opens no area");
        assert!(log.says("Har ansvar for hjelpen du får der."));
        assert!(log.says("Sara Berg") && log.says("Prøvde, men fikk ikke se noe kl. 10.00."));
        assert!(log.says("Du har ikke delt dette.") || log.says("Du har ikke delt noe med dem."));
    });
}

#[test]
fn one_look_can_be_asked_about_and_is_answered() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await;
        let mut jon = town.as_person(&around.jon);
        // Hvem har sett, Jeg lurer på dette, Send.
        let home = jon.get("/hjem").await;
        assert!(home.says("Ett oppslag de siste 30 dagene.") && home.says("Hvem har sett på planen din?"));
        let log = jon.get("/sett").await;
        let address = first_look(&log);
        let page = jon.get(&address).await;
        assert!(page.says("Dette var åpent") && page.says("Kroppen, Medisiner og LAR."), "{}", page.html);
        assert!(page.says("Du får svar innen 7 dager, fra Eivind Krogh i Kommunen."));
        let long = "a".repeat(501);
        let again = jon.post(&address, &[("ord", &long)]).await;
        assert!(again.status == 422 && again.says(&long), "nothing typed is lost");
        let words = "Hvorfor akkurat i dag?";
        let sent = jon.post(&address, &[("ord", words)]).await;
        assert!(sent.says("Spørsmålet er sendt.") && sent.says("Svaret kommer senest fredag 27. november."), "{}", sent.html);
        assert!(sent.says(words) && town.tables_with(words).is_empty(), "the words are kept sealed");
        jon.get(&address).await;
        let twice = jon.post(&address, &[("ord", "")]).await;
        assert!(twice.status == 409 && twice.says("Du har alt spurt om dette."));

        let mut contact = town.as_account(&around.privacy, Role::PrivacyContact);
        assert!(contact.get("/i-dag").await.says("Ett spørsmål venter på svar"));
        let list = contact.get("/sporsmal").await;
        assert!(list.says("Åshild Lie, Sentrum legekontor") && list.says("Frist fredag 27. november"), "{}", list.html);
        let case = list.attribute("href=\"/sporsmal/").expect("a case");
        for hidden in [words, "Jon", around.jon.as_str(), "Kroppen"] {
            assert!(!list.says(hidden), "{hidden} is content");
        }
        let one = contact.get(&case).await;
        assert!(one.says(words) && one.says("Så på siden om deg kl. 10.00."), "{}", one.html);
        assert!(one.says("Du hadde delt dette."), "when it was shared is not the privacy contact's");
        for hidden in ["Jon", around.jon.as_str(), "Kroppen", "{$", "12. november"] {
            assert!(!one.says(hidden), "{hidden} is content");
        }
        assert_eq!(contact.post(&case, &[("svar", "")]).await.status, 422);
        let answer = "Hun fornyet resepten din.";
        let done = contact.post(&case, &[("svar", answer)]).await;
        assert!(done.says("Ingen spørsmål venter.") && done.says("Besvart i dag"), "{}", done.html);
        contact.get(&case).await;
        assert_eq!(contact.post(&case, &[("svar", "Enda et svar")]).await.status, 409);
        assert!(town.tables_with(answer).is_empty(), "the answer is kept sealed");

        let home = jon.get("/hjem").await;
        assert!(home.says("Eivind Krogh svarte i dag"), "{}", home.html);
        let question = home.attribute("href=\"/sett/spurt/").expect("the answer");
        let read = jon.get(&question).await;
        assert!(read.says("Svar fra Eivind Krogh") && read.says(answer));
        let log = jon.post(&question, &[]).await;
        assert!(log.says("Svaret kom i dag."), "{}", log.html);
        assert!(
            log.says("Eivind Krogh") && log.says("Leste spørsmålet ditt") && log.says("Ikke navnet ditt."),
            "the privacy contact's look is a look"
        );
        assert!(!jon.get("/hjem").await.says("svarte i dag"), "what is read is put away");
    });
}

#[test]
fn whoever_is_blocked_from_the_log_sees_nothing_at_once() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut gp = town.as_account(&around.gp, Role::Gp);
        look(&mut gp, &around.jon).await;
        let mut jon = town.as_person(&around.jon);
        let address = first_look(&jon.get("/sett").await);
        jon.get(&address).await;
        let done = jon.post(&format!("{address}/steng"), &[]).await;
        assert!(done.says("Ferdig. Åshild Lie ser ikke noe mer om deg."), "{}", done.html);
        town.wait_minutes(1);
        assert_eq!(look(&mut gp, &around.jon).await.status, 403);
        let log = jon.get("/sett").await;
        assert!(log.says("Du har sperret denne personen."), "the try stands in the log: {}", log.html);
        jon.get(&address).await;
        let again = jon.post(&format!("{address}/steng"), &[]).await;
        assert!(again.status == 200 && town.rows("access_block").len() == 1, "twice is as good as once");
    });
}

#[test]
fn nobody_reads_the_log_of_another() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await;
        let mut jon = town.as_person(&around.jon);
        let address = first_look(&jon.get("/sett").await);
        let mut maria = town.as_person(&town.person("Maria"));
        assert!(!maria.get("/sett").await.says("Åshild"));
        assert_eq!(maria.get(&address).await.status, 404);
        assert_eq!(maria.post(&address, &[("ord", "")]).await.status, 404);
        assert_eq!(town.as_account(&around.gp, Role::Gp).get("/sett").await.status, 403);
        assert_eq!(town.as_account(&around.gp, Role::Gp).get("/sporsmal").await.status, 403);
        assert!(town.rows("access_log_question").is_empty());
    });
}

#[test]
fn an_erased_person_leaves_a_log_that_says_nothing_and_no_question() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut contact, case) = asked(&town, &around).await;
        erase(&town, &around.jon);
        assert!(matches!(jon.get("/sett").await.status, 401 | 403));
        assert_eq!(contact.get(&case).await.status, 404);
        assert!(contact.get("/sporsmal").await.says("Ingen spørsmål venter."));
        town.wait_days(1);
        town.run_jobs();
        assert!(town.rows("access_log_question").is_empty());
    });
}

#[test]
fn the_question_of_somebody_who_has_closed_the_account_is_seen_by_nobody_until_they_open_it_again() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (_, mut contact, case) = asked(&town, &around).await;
        contact.get(&case).await;
        let set = |closed: &'static str| {
            let jon = around.jon.clone();
            let done = town.app.db().write_here(move |tx| Ok(tx.run(closed, platform::args![&jon])?));
            assert_eq!(done.expect("a row"), 1);
        };
        set("UPDATE person SET closed_at = '2026-11-20T10:00:00Z' WHERE person_id = $1");
        assert!(contact.get("/sporsmal").await.says("Ingen spørsmål venter."));
        assert!(!contact.get("/i-dag").await.says("venter på svar"));
        assert_eq!(contact.get(&case).await.status, 404);
        assert_eq!(contact.post(&case, &[("svar", "Legen fornyet resepten.")]).await.status, 404);
        set("UPDATE person SET closed_at = NULL WHERE person_id = $1");
        assert!(contact.get(&case).await.says("Hvorfor akkurat i dag?"), "the question waited");
    });
}

/// The doctor has looked and Jon has asked about it: his browser, the privacy contact's, and the address of the question there.
async fn asked(town: &Town, around: &Around) -> (Browser, Browser, String) {
    look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await;
    let mut jon = town.as_person(&around.jon);
    let address = first_look(&jon.get("/sett").await);
    jon.get(&address).await;
    jon.post(&address, &[("ord", "Hvorfor akkurat i dag?")]).await;
    let mut contact = town.as_account(&around.privacy, Role::PrivacyContact);
    let case = contact.get("/sporsmal").await.attribute("href=\"/sporsmal/").expect("a case");
    (jon, contact, case)
}

fn erase(town: &Town, person: &PersonId) {
    town.app.keys().erase_here(person).expect("the key goes first");
    let (person, now) = (person.clone(), town.now());
    let erased = town.app.db().write_here(move |tx| {
        Ok(tx.run("UPDATE person SET erased_at = $1 WHERE person_id = $2", platform::args![now, &person])?)
    });
    assert_eq!(erased.expect("the row is closed"), 1);
}

#[test]
fn what_is_late_says_so_to_both() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await;
        let mut jon = town.as_person(&around.jon);
        let address = first_look(&jon.get("/sett").await);
        jon.get(&address).await;
        jon.post(&address, &[("ord", "")]).await;
        town.wait_days(8);
        let mut contact = town.as_account(&around.privacy, Role::PrivacyContact);
        assert!(contact.get("/sporsmal").await.says("Over fristen</span>"));
        assert!(contact.get("/i-dag").await.says("Ett er over fristen"));
        let log = town.as_person(&around.jon).get("/sett").await;
        assert!(log.says("Svaret skulle vært her nå. Det er vår feil."));
    });
}

#[test]
fn a_relative_is_called_what_the_person_calls_them() {
    both_databases(CATALOGUE, async |town: Town| {
        let jon = town.person("Jon");
        let sister = town.relative();
        let _ = town.share_with(&jon, &sister, &[Area::Safety]);
        let seen = platform::door::view_here(&town.app, &kin(&town, &sister), &super::town::LOOKS, |tx, desk| {
            desk.person(tx, &jon).map(drop)
        });
        seen.expect("the sister may look");
        let mut own = town.as_person(&jon);
        let log = own.get("/sett").await;
        assert!(log.says("En du har delt med") && log.says("Støtter deg, slik du har bedt om."), "{}", log.html);
        let page = own.get(&first_look(&log)).await;
        assert!(!page.says("La ikke denne personen se mer"), "a relative is stopped by not sharing");
    });
}

#[test]
fn a_code_opens_the_log_of_the_request_and_of_nobody_who_is_known() {
    both_databases(CATALOGUE, async |town: Town| {
        let asked = platform::access::NewPerson { provisional_until: Some(town.now().plus_days(30)), ..Default::default() };
        for (person, opens) in [(town.person_with(asked), true), (town.person("Jon"), false)] {
            let mut ctx = kin(&town, &kernel::id::AccountId::from_bits(1));
            ctx.actor.role = Role::Person;
            ctx.actor.account = None;
            ctx.actor.door = platform::ctx::Door::Code;
            ctx.actor.person = Some(person);
            let own = platform::door::view_here(&town.app, &ctx, &crate::access_log::CHARTER, |tx, desk| {
                crate::access_log::web::own(tx, desk).map(drop)
            });
            assert_eq!(own.is_ok(), opens);
        }
    });
}

fn kin(town: &Town, account: &kernel::id::AccountId) -> platform::ctx::Ctx {
    let mut actor = platform::ctx::Actor::visitor();
    actor.role = Role::NextOfKin;
    actor.door = platform::ctx::Door::Full;
    actor.account = Some(account.clone());
    platform::ctx::Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes())
}
