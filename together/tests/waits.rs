//! A referral and its clock are one commit: what the person agrees to begins the wait, and every answer is seen in it.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use kernel::area::Area;
use kernel::id::{OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Charter;
use testkit::{Browser, Town, both_databases};

const CATALOGUE: &[&Charter] = &[&together::referrals::CHARTER, &together::waiting::CHARTER];

/// Kari at the centre asks a service for Jon, and Jon says yes. Answers with the address of the referral for staff.
async fn sent(
    town: &Town,
    jon: &PersonId,
    kari: &mut Browser,
    service: &OrganisationId,
    area: &str,
    extra: &[(&str, &str)],
) -> String {
    let form = format!("/folk/{jon}/henvis/{service}");
    kari.get(&form).await;
    let fields: Vec<(&str, &str)> =
        [("omrade", area), ("words", "Trenger hjelp."), ("gjor", "send")].into_iter().chain(extra.iter().copied()).collect();
    let made = kari.post(&form, &fields).await;
    let path = made.location.clone().unwrap_or_else(|| panic!("{}", made.html));
    let own = format!("/henvisning/{}", path.rsplit('/').next().expect("an id"));
    let mut person = town.as_person(jon);
    person.get(&own).await;
    let yes = person.post(&own, &[("act", "yes")]).await;
    assert_eq!(yes.status, 200, "{}", yes.html);
    path
}

#[test]
fn the_yes_begins_the_clock_and_the_answers_move_it() {
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let clinic = town.organisation(OrganisationKind::TsbClinic, "Ruspoliklinikken");
        let maja = town.employee(&clinic, Role::Tsb, "Maja Ruud");
        let housing = town.organisation(OrganisationKind::Housing, "Boligteamet");
        let per = town.employee(&housing, Role::Housing, "Per Lie");
        town.serves(&centre, &jon);
        let mut kari = town.as_account(&kari, Role::MoNurse);
        let mut own = town.as_person(&jon);
        assert!(own.get("/ventetid").await.says("Du venter ikke på svar fra noen nå."));

        let gambling = [("problem", "gambling"), ("injecting", "no"), ("units", "")];
        let to_clinic = sent(&town, &jon, &mut kari, &clinic, "mental-health", &gambling).await;
        let waits = own.get("/ventetid").await;
        assert!(waits.says("Svaret: senest fredag 4. desember. Det er 10 hverdager igjen."), "{}", waits.html);
        assert!(waits.says("Maja Ruud på Ruspoliklinikken har det nå."), "{}", waits.html);

        let to_housing = sent(&town, &jon, &mut kari, &housing, "housing", &[]).await;
        let waits = own.get("/ventetid").await;
        assert!(waits.says("Boligteamet er spurt.") && waits.says("Det er vanlig."), "{}", waits.html);

        let mut per = town.as_account(&per, Role::Housing);
        per.get(&to_housing).await;
        per.post(&to_housing, &[("act", "accept")]).await;
        assert!(own.get("/ventetid").await.says("Boligteamet har sagt ja."));

        // A yes of the clinic is no assessment: the clock runs on until that is written, with its date.
        let mut maja = town.as_account(&maja, Role::Tsb);
        maja.get(&to_clinic).await;
        maja.post(&to_clinic, &[("act", "accept")]).await;
        let list = maja.get("/ventetid/oversikt").await;
        assert!(list.says("Venter på vurdering hos Ruspoliklinikken"), "{}", list.html);
        let clock = list.attribute(&format!("href=\"/folk/{jon}/ventetid/")).expect("a clock");
        let form = maja.get(&clock).await;
        assert!(form.says("Veilederen har ingen uker for dette."), "gambling: {}", form.html);
        let assessed = maja
            .post(
                &clock,
                &[
                    ("act", "assess"),
                    ("problem", "gambling"),
                    ("injecting", "no"),
                    ("units", ""),
                    ("on", "20.11.2026"),
                    ("right", "yes"),
                    ("latest", "15.1.2027"),
                    ("words", ""),
                ],
            )
            .await;
        assert!(assessed.says("Har rett til hjelp"), "{}", assessed.html);
        assert!(kari.get("/ventetid/oversikt?vis=fra").await.says("Har rett til hjelp"), "whoever asked sees it");

        // Taken back: the wait is over in the same commit.
        let mine = format!("/henvisning/{}", to_clinic.rsplit('/').next().expect("an id"));
        own.get(&mine).await;
        own.post(&mine, &[("act", "withdraw")]).await;
        let waits = own.get("/ventetid").await;
        assert!(waits.says("Du tok det tilbake.") && !waits.says("Hjelpen: senest"), "{}", waits.html);
        assert_eq!(maja.get(&clock).await.status, 403);
    });
}

#[test]
fn a_no_ends_the_wait_and_a_house_without_clocks_has_referrals_all_the_same() {
    both_databases(&[&together::referrals::CHARTER], async |town| {
        let jon = town.person("Jon");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let _sara = town.employee(&nav, Role::Nav, "Sara Berg");
        town.serves(&centre, &jon);
        let _shared = town.share(&jon, &centre, &[Area::Money]);
        let mut kari = town.as_account(&kari, Role::MoNurse);
        let path = sent(&town, &jon, &mut kari, &nav, "money", &[]).await;
        assert!(kari.get(&path).await.says("Hos NAV siden"));
    });
    both_databases(CATALOGUE, async |town| {
        let jon = town.person("Jon");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let sara = town.employee(&nav, Role::Nav, "Sara Berg");
        town.serves(&centre, &jon);
        let path = sent(&town, &jon, &mut town.as_account(&kari, Role::MoNurse), &nav, "money", &[]).await;
        let mut sara = town.as_account(&sara, Role::Nav);
        sara.get(&path).await;
        sara.post(&path, &[("act", "refuse"), ("why", "not-ours"), ("words", "")]).await;
        let waits = town.as_person(&jon).get("/ventetid").await;
        assert!(waits.says("NAV sa nei.") && waits.says("Du venter ikke på svar fra noen nå."), "{}", waits.html);
    });
}
