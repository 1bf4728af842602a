//! Blocks, closed areas, the objection and the two records.

use kernel::area::Area;
use kernel::role::Role;
use platform::access::consent_records::{RecordKind, since};
use platform::access::relations::Duty;
use platform::door::view_here;
use testkit::{Browser, Page, Town, both_databases};

use super::town::{Around, CATALOGUE, around, look, share, undo};
use crate::consents::CHARTER;

async fn yes(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    browser.post(path, &[fields, &[("bekreft", "ja")]].concat()).await
}

#[test]
fn a_block_beats_the_share_at_once_and_only_the_person_lifts_it() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        share(&mut jon, around.practice.as_str(), &[Area::Body], ("uke", "")).await;
        assert!(look(&mut gp, &around.jon).await.says("Kroppen"));
        let list = jon.get("/deling/sperr").await;
        assert!(list.says("Åshild Lie") && list.says("så på noe i dag"), "who has looked can be blocked");
        let path = format!("/deling/sperr/{}", around.gp);
        assert!(jon.get(&path).await.says("Vil du sperre Åshild Lie?"));
        let done = yes(&mut jon, &path, &[]).await;
        assert!(done.says("Åshild Lie ser ikke noe mer om deg her.") && done.says("også i nød"));
        assert_eq!(look(&mut gp, &around.jon).await.status, 403, "the open session is closed at its next request");
        let twice = yes(&mut jon, &path, &[]).await;
        assert!(twice.status == 409 && twice.says("Denne personen er alt sperret."));
        let colleague = town.employee(&around.practice, Role::Gp, "Per Moe");
        assert!(look(&mut town.as_account(&colleague, Role::Gp), &around.jon).await.says("Kroppen"));
        let lift = format!("{path}/opphev");
        assert!(jon.get(&lift).await.says("Vil du oppheve sperren for Åshild Lie?"));
        assert!(yes(&mut jon, &lift, &[]).await.says("Åshild Lie er ikke sperret lenger."));
        assert!(look(&mut gp, &around.jon).await.says("Kroppen"));
        assert!(undo(&mut jon, &done).await.says("Du har endret dette igjen etterpå."));
    });
}

#[test]
fn one_who_is_blocked_cannot_be_shared_with() {
    both_databases(CATALOGUE, async |town: Town| {
        let Around { jon, centre, nurse, .. } = around(&town);
        town.duty(&centre, &jon, Some(&nurse), Duty::Contact);
        let mut browser = town.as_person(&jon);
        browser.get("/deling/sperr").await;
        let done = yes(&mut browser, &format!("/deling/sperr/{nurse}"), &[]).await;
        let fields = [("omrade", "body"), ("til", "uke"), ("dato", ""), ("gjor", "ja")];
        let refused = browser.post(&format!("/deling/{nurse}"), &fields).await;
        assert!(refused.status == 409 && refused.says("Opphev sperren først."));
        assert!(undo(&mut browser, &done).await.says("Kari Nes er ikke sperret lenger."), "a block can be undone");
        assert_eq!(browser.get(&format!("/deling/sperr/{}", town.relative())).await.status, 404);
    });
}

#[test]
fn a_closed_area_is_closed_to_all_who_are_shared_with_until_it_is_opened() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        share(&mut jon, around.practice.as_str(), &[Area::Body, Area::Teeth], ("uke", "")).await;
        jon.get("/deling/lukk").await;
        let none = jon.post("/deling/lukk", &[("gjor", "lukk")]).await;
        assert!(none.status == 422 && none.says("Velg minst én ting."));
        let ask = jon.post("/deling/lukk", &[("gjor", "lukk"), ("omrade", "teeth")]).await;
        assert!(ask.says("Vil du lukke Tenner?"));
        assert!(look(&mut gp, &around.jon).await.says("Tenner"), "asking changes nothing");
        let done = yes(&mut jon, "/deling/lukk", &[("gjor", "lukk"), ("omrade", "teeth")]).await;
        assert!(done.says("Lukket for alle: Tenner."));
        let seen = look(&mut gp, &around.jon).await;
        assert!(seen.says("Kroppen") && !seen.says("Tenner"));
        let card = jon.get("/deling").await;
        assert!(card.says("Lukket nå: Tenner") && card.says("<dd>Kroppen.</dd>"), "the card tells what is seen in truth");
        let path = format!("/deling/{}", around.practice);
        let fields = [("omrade", "teeth"), ("omrade", "money"), ("til", "uke"), ("dato", ""), ("gjor", "se")];
        let preview = jon.post(&path, &fields).await;
        assert!(preview.says("fordi du har sagt nei til det: Tenner."), "{}", preview.html);
        let only = jon.post(&path, &[("omrade", "teeth"), ("til", "uke"), ("dato", ""), ("gjor", "se")]).await;
        assert!(only.status == 422 && only.says("Dette har du lukket for alle."));
        assert!(undo(&mut jon, &done).await.says("Åpnet igjen: Tenner."));
        assert!(look(&mut gp, &around.jon).await.says("Tenner"));
        jon.get("/deling/lukk").await;
        let closed = yes(&mut jon, "/deling/lukk", &[("gjor", "lukk"), ("omrade", "body")]).await;
        assert!(closed.says("Lukket for alle: Kroppen."));
        let opened = yes(&mut jon, "/deling/lukk", &[("gjor", "apne"), ("omrade", "body")]).await;
        assert!(opened.says("Åpnet igjen: Kroppen."));
    });
}

#[test]
fn an_objection_holds_back_health_from_health_personnel_and_nothing_else() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        share(&mut jon, around.practice.as_str(), &[Area::Body, Area::Housing], ("uke", "")).await;
        assert!(jon.get("/deling/innsigelse").await.says("Vil du si nei til deling mellom helsepersonell?"));
        let done = yes(&mut jon, "/deling/innsigelse", &[("gjor", "nei")]).await;
        assert!(done.says("Du har sagt nei til deling mellom helsepersonell."));
        let seen = look(&mut gp, &around.jon).await;
        assert!(seen.says("Bolig") && !seen.says("Kroppen"));
        assert!(seen.says("Du ser kanskje ikke alt."), "only that something may be missing");
        assert!(jon.get("/deling/innsigelse").await.says("Vil du ta tilbake neiet?"));
        assert!(yes(&mut jon, "/deling/innsigelse", &[("gjor", "trekk")]).await.says("Du har tatt tilbake neiet."));
        assert!(look(&mut gp, &around.jon).await.says("Kroppen"));
    });
}

#[test]
fn the_two_records_are_given_and_taken_back_apart() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let page = jon.get("/deling/samtykker").await;
        assert!(page.says("Du har ikke sagt ja."));
        for kind in ["plan", "confidential"] {
            let ask = jon.post("/deling/samtykker", &[("slag", kind), ("gjor", "ja")]).await;
            assert_eq!(ask.status, 200);
            let done = yes(&mut jon, "/deling/samtykker", &[("slag", kind), ("gjor", "ja")]).await;
            assert!(done.says("Du har sagt ja til"), "{}", done.html);
        }
        let holds = |kind| {
            let machine = platform::demo::City::default().as_person(&town.app, &around.jon, town.now());
            view_here(&town.app, &machine, &CHARTER, |tx, desk| {
                let own = desk.own(tx)?;
                since(tx, &own, kind)
            })
            .expect("the records can be read")
            .is_some()
        };
        assert!(holds(RecordKind::Plan) && holds(RecordKind::Confidential));
        town.wait_minutes(5);
        let done = yes(&mut jon, "/deling/samtykker", &[("slag", "plan"), ("gjor", "trekk")]).await;
        assert!(done.says("Du har tatt tilbake jaet til å ha en plan."));
        assert!(!holds(RecordKind::Plan) && holds(RecordKind::Confidential), "one without the other");
        assert!(undo(&mut jon, &done).await.says("Du har sagt ja til å ha en plan."));
        assert!(holds(RecordKind::Plan));
        assert_eq!(town.rows("access_consent").len(), 3, "the history is whole");
        assert!(jon.get("/deling/samtykker").await.says("Ja fra i dag til i dag."));
        assert_eq!(jon.post("/deling/samtykker", &[("slag", "alt"), ("gjor", "ja")]).await.status, 422);
    });
}
