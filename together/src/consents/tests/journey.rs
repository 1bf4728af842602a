//! J2: the person decides who sees what, with taps counted from home.

use kernel::area::Area;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use testkit::{Town, both_databases};

use super::town::{CATALOGUE, around, between, look, share, undo};

#[test]
fn sharing_takes_six_taps_and_shows_first_what_will_be_seen() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        let mut taps = 1;
        let overview = jon.get("/deling").await;
        assert!(overview.says("Ingen andre enn du ser planen nå."));
        assert!(overview.html.contains("data-off"), "who sees nothing has a dashed card");
        taps += 1;
        let choose = jon.get(&format!("/deling/{}", around.practice)).await;
        assert!(choose.says("Del med fastlegen") && choose.says("For at legen skal gi deg rett medisin."));
        assert!(!choose.html.contains(" checked"), "nothing is ticked from before");
        taps += 2; // One area, one end.
        let path = format!("/deling/{}", around.practice);
        let fields = [("omrade", "medicines"), ("til", "uke"), ("dato", "")];
        taps += 1;
        let preview = jon.post(&path, &[fields.as_slice(), &[("gjor", "se")]].concat()).await;
        assert!(preview.says("Slik ser fastlegen planen din"));
        assert!(look(&mut gp, &around.jon).await.says("Åpent for gp:  til"), "a preview shares nothing");
        taps += 1;
        let done = jon.post(&path, &[fields.as_slice(), &[("gjor", "ja")]].concat()).await;
        assert!(done.says("Fastlegen ser nå: Medisiner og LAR."), "{}", done.html);
        assert!(taps <= 6, "{taps} taps");
        let real = look(&mut gp, &around.jon).await;
        assert!(real.says("Åpent for gp: Medisiner og LAR til"));
        let previewed = between(&preview, "<p class=\"v-big\">Jon</p>", "</div></div></div>");
        assert!(previewed.contains(real.html.trim()), "the preview is the real page:\n{previewed}\n{}", real.html);
        let card = jon.get("/deling").await;
        assert!(card.says("Ser ikke") && card.says("Til 27. november. Vi spør deg før det går ut."));
    });
}

#[test]
fn stopping_takes_three_taps_holds_at_once_and_can_be_undone_exactly() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        let shared = share(&mut jon, around.practice.as_str(), &[Area::Body, Area::Teeth], ("dato", "1.6.2027")).await;
        assert!(shared.says("Ferdig"), "{}", shared.html);
        let before = look(&mut gp, &around.jon).await;
        assert!(before.says("Kroppen · Tenner til 2. juni 2027"));
        // Deling, Slutt å dele, Ja.
        jon.get("/deling").await;
        let ask = jon.get(&format!("/deling/{}/slutt", around.practice)).await;
        assert!(ask.says("Vil du slutte å dele med fastlegen?"));
        let done = jon.post(&format!("/deling/{}/slutt", around.practice), &[("bekreft", "ja")]).await;
        assert!(done.says("Fastlegen ser ikke planen din lenger."));
        assert!(done.says("kan vi ikke ta bort"), "what cannot be taken back is said here");
        let after = look(&mut gp, &around.jon).await;
        assert!(after.says("Åpent for gp:  til"), "the session that stood open is closed to it");
        assert!(after.says("Delingen er slutt.") && after.says("Du ser kanskje ikke alt."));
        town.wait_minutes(9);
        let back = undo(&mut jon, &done).await;
        assert!(back.says("Angret") && back.says("Fastlegen ser nå: Kroppen, Tenner."));
        assert_eq!(look(&mut gp, &around.jon).await.html, before.html, "it is exactly as it was");
        let again = undo(&mut jon, &done).await;
        assert_eq!(again.status, 409);
        assert!(again.says("Dette er alt angret."));
        let history = town.rows("access_grant");
        assert_eq!(history.len(), 2, "nothing is written over");
    });
}

#[test]
fn a_change_replaces_and_is_asked_about_for_a_week() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        let id = around.practice.as_str();
        share(&mut jon, id, &[Area::Body], ("uke", "")).await;
        town.wait_minutes(1);
        let form = jon.get(&format!("/deling/{id}")).await;
        assert!(form.html.contains("value=\"body\" checked") && form.says("27.11.2026"), "it shows what is shared now");
        let same = share_again(&mut jon, id, &[("omrade", "body"), ("til", "uke"), ("dato", "")]).await;
        assert_eq!(same.status, 409);
        assert!(same.says("Slik deler du alt.") && same.html.contains("value=\"body\" checked"));
        let changed = share(&mut jon, id, &[Area::Teeth], ("uke", "")).await;
        assert!(changed.says("Fastlegen ser nå: Tenner."));
        assert!(look(&mut gp, &around.jon).await.says("Åpent for gp: Tenner til"));
        let home = jon.get("/hjem").await;
        assert!(home.says("Du endret det fastlegen ser, til: Tenner.") && home.says("Stemmer det?"));
        let action = home.attribute("action=\"/deling/stemmer/").expect("a button that says it is right");
        let home = jon.post(&action, &[("fra", "hjem")]).await;
        assert!(!home.says("Du endret det fastlegen ser") && home.says("Du delte med fastlegen: Kroppen."));
        assert!(jon.get("/deling").await.says("Du har sagt at det stemmer"));
        town.wait_days(7);
        assert!(!jon.get("/deling").await.says("Det du har endret siste uke"));
        let late = undo(&mut jon, &changed).await;
        assert!(late.says("Det er for lenge siden til å angre her."), "{}", late.html);
    });
}

async fn share_again(browser: &mut testkit::Browser, id: &str, fields: &[(&str, &str)]) -> testkit::Page {
    browser.post(&format!("/deling/{id}"), &[fields, &[("gjor", "ja")]].concat()).await
}

#[test]
fn what_was_typed_wrong_stands_on_the_page_again() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let path = format!("/deling/{}", around.practice);
        jon.get(&path).await;
        let cases = [
            ("1.6.2025", "Velg en dato fram i tid."),
            ("20.11.2026", "Velg en dato fram i tid."),
            ("1.1.2029", "Du kan dele i ett år av gangen."),
            ("en dag", "Skriv datoen slik: 24.11.2026."),
        ];
        for (typed, sentence) in cases {
            let fields = [("omrade", "money"), ("omrade", "safety"), ("til", "dato"), ("dato", typed), ("gjor", "se")];
            let page = jon.post(&path, &fields).await;
            assert_eq!(page.status, 422, "{typed}");
            assert!(page.says(sentence), "{typed}: {}", page.html);
            assert!(page.says(&format!("value=\"{typed}\"")), "{typed} is not lost");
            for kept in ["value=\"money\" checked", "value=\"safety\" checked", "value=\"dato\" checked"] {
                assert!(page.html.contains(kept), "{typed}: {kept}");
            }
        }
        let empty = jon.post(&path, &[("gjor", "se")]).await;
        assert!(empty.says("Velg minst én ting.") && empty.says("Velg en av dem."));
        assert_eq!(jon.post(&path, &[("omrade", "everything"), ("gjor", "se")]).await.status, 422);
        assert_eq!(jon.post(&path, &[("hemmelig", "1")]).await.status, 422);
        assert_eq!(town.rows("access_grant").len(), 0, "nothing was written");
    });
}

#[test]
fn so_long_as_i_go_there_ends_with_the_service() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        let page = jon.get(&format!("/deling/{}", around.practice)).await;
        assert!(page.says("Så lenge jeg går her, til 20. mai 2027"));
        share(&mut jon, around.practice.as_str(), &[Area::Body], ("lenge", "")).await;
        assert!(look(&mut gp, &around.jon).await.says("Kroppen"));
        assert!(jon.get("/deling").await.says("Så lenge du går der, til 20. mai 2027."));
        end_relations(&town);
        assert_eq!(look(&mut gp, &around.jon).await.status, 403, "the service has ended, and the share with it");
        assert!(!jon.get("/deling").await.says("Så lenge du går der"));
    });
}

fn end_relations(town: &Town) {
    let now = town.now();
    let ended = town.app.db().write_here(move |tx| {
        Ok(tx.run("UPDATE access_relation SET ended_at = $1 WHERE ended_at IS NULL", platform::args![now])?)
    });
    assert!(ended.expect("the relations end") > 0);
}

#[test]
fn a_grant_ends_by_itself_and_is_told_of_before() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let (mut jon, mut gp) = (town.as_person(&around.jon), town.as_account(&around.gp, Role::Gp));
        share(&mut jon, around.practice.as_str(), &[Area::Body], ("dato", "20.12.2026")).await;
        town.wait_days(8);
        assert!(!jon.get("/hjem").await.says("Vil du dele videre?"), "not yet");
        town.wait_days(9);
        let home = town.as_person(&around.jon).get("/hjem").await;
        assert!(home.says("Du deler med fastlegen til 20. desember.") && home.says("Vil du dele videre?"));
        assert!(town.as_person(&around.jon).get("/deling").await.says("Dette slutter snart."));
        town.wait_days(14);
        let late = look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await;
        assert!(late.says("Delingen er slutt.") && !late.says("Kroppen"));
        assert_eq!(look(&mut gp, &around.jon).await.status, 401, "the shift is over long ago");
    });
}

#[test]
fn one_may_share_with_one_who_works_there_and_with_a_relative() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        town.duty(&around.centre, &around.jon, Some(&around.nurse), Duty::Contact);
        let colleague = town.employee(&around.centre, Role::MoNurse, "Odd Vik");
        let mut jon = town.as_person(&around.jon);
        let centre = jon.get(&format!("/deling/{}", around.centre)).await;
        assert!(centre.says("Del bare med Kari Nes"));
        let done = share(&mut jon, around.nurse.as_str(), &[Area::PeopleAround], ("uke", "")).await;
        assert!(done.says("Kari Nes ser nå: Folk rundt meg."), "{}", done.html);
        let seen = look(&mut town.as_account(&around.nurse, Role::MoNurse), &around.jon).await;
        assert!(seen.says("Åpent for mo-nurse: Folk rundt meg til"));
        let other = look(&mut town.as_account(&colleague, Role::MoNurse), &around.jon).await;
        assert!(other.says("Åpent for mo-nurse:  til") && !other.says("Folk rundt meg"));
        let sister = town.relative();
        assert_eq!(jon.get(&format!("/deling/{sister}")).await.status, 404, "nobody is found by trying addresses");
        assert_eq!(jon.get(&format!("/deling/{colleague}")).await.status, 200, "who has looked has been met");
        let _ = town.share_with(&around.jon, &sister, &[Area::Safety]);
        let card = jon.get("/deling").await;
        assert!(card.says("Den du har invitert") && card.says("For at de som står deg nær, skal kunne støtte deg."));
        let stopped = {
            jon.get(&format!("/deling/{sister}/slutt")).await;
            jon.post(&format!("/deling/{sister}/slutt"), &[("bekreft", "ja")]).await
        };
        assert!(stopped.says("Den du har invitert ser ikke planen din lenger."));
    });
}

#[test]
fn one_finds_a_service_by_kind_and_never_one_that_may_not_see() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let clinic = town.organisation(OrganisationKind::Dental, "Byens tannklinikk");
        let unit = town.organisation(OrganisationKind::AdvisoryUnit, "Rådgivende enhet");
        let mut jon = town.as_person(&around.jon);
        let list = jon.get("/deling/ny").await;
        assert!(list.says("Tannklinikken") && list.says("Byens tannklinikk") && !list.says("Rådgivende enhet"));
        let page = jon.get(&format!("/deling/{clinic}")).await;
        assert!(page.says("I seks måneder, til 20. mai 2027"), "nobody goes there yet");
        let done = share(&mut jon, clinic.as_str(), &[Area::Teeth], ("lenge", "")).await;
        assert!(done.says("Tannklinikken ser nå: Tenner."));
        let page = jon.get(&format!("/deling/{unit}")).await;
        assert!(page.says("De kan ikke få se noe her."));
        let forced = jon.post(&format!("/deling/{unit}"), &[("omrade", "teeth"), ("til", "uke"), ("gjor", "ja")]).await;
        assert_eq!(forced.status, 409);
        assert_eq!(town.rows("access_grant").len(), 1);
    });
}

#[test]
fn one_cannot_touch_what_is_another_persons() {
    both_databases(CATALOGUE, async |town: Town| {
        let around = around(&town);
        let mut jon = town.as_person(&around.jon);
        let done = share(&mut jon, around.practice.as_str(), &[Area::Body], ("uke", "")).await;
        let change = done.location.clone().expect("a redirect");
        let mut maria = town.as_person(&town.person("Maria"));
        maria.get("/deling").await;
        assert_eq!(maria.get(&change).await.status, 404);
        let undo = change.replace("ferdig", "angre");
        assert_eq!(maria.post(&undo, &[]).await.status, 404);
        assert_eq!(town.as_account(&around.gp, Role::Gp).get("/deling").await.status, 403);
        assert_eq!(town.visitor().get("/deling").await.status, 401);
        assert!(look(&mut town.as_account(&around.gp, Role::Gp), &around.jon).await.says("Kroppen"));
    });
}
