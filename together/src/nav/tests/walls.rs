//! Nothing medical to NAV, nothing of NAV's to health: tried both ways, with and without a grant.

use kernel::access::{Aspect, Basis, Decision, Emergency, Relation, Shared, Situation, decide};
use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Town, both_databases};

use super::whole::{AREAS, Case, case, line};
use crate::nav::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// The panels on the page of one person, as this colleague meets them.
fn one_person(town: &Town, case: &Case, account: &AccountId, place: &OrganisationId, role: Role) -> String {
    let mut actor = Actor::visitor();
    (actor.role, actor.door, actor.account) = (role, Door::Full, Some(account.clone()));
    actor.employer = Some(Employer { id: place.clone(), name: "Stedet".into(), kind: None });
    let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let permit = desk.person_as(tx, &case.jon, Class::Own)?;
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == Place::OnePerson) {
            html.push_str(&(panel.draw)(tx, &PanelAsk { desk, permit: Some(&permit), say: &say })?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn nothing_of_navs_reaches_health_or_anybody_else_until_that_very_section_is_shared() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let page = format!("/folk/{}/nav", case.jon);
        let mut sara = town.as_account(&case.sara, Role::Nav);
        for (area, words) in [("money", "Merke-penger"), ("housing", "Merke-bolig")] {
            sara.get(&format!("{page}/ny")).await;
            sara.post(&format!("{page}/ny"), &line(area, words)).await;
        }
        let others = [
            (OrganisationKind::MoCentre, Role::MoNurse),
            (OrganisationKind::GpOffice, Role::Gp),
            (OrganisationKind::Detox, Role::DetoxNurse),
            (OrganisationKind::TsbClinic, Role::Tsb),
            (OrganisationKind::Housing, Role::Housing),
            (OrganisationKind::Municipality, Role::Coordinator),
            (OrganisationKind::Nav, Role::Nav),
        ];
        for (kind, role) in others {
            let place = town.organisation(kind, "Et annet sted");
            let account = town.employee(&place, role, "En annen");
            town.serves(&place, &case.jon);
            assert_eq!(one_person(&town, &case, &account, &place, role), "", "{role:?} without a grant");
            let mut browser = town.as_account(&account, role);
            assert!(!browser.get(&page).await.says("Merke-"), "{role:?}");
            let _grant = town.share(&case.jon, &place, &[Area::Money, Area::Body]);
            let seen = one_person(&town, &case, &account, &place, role);
            assert!(seen.contains("Merke-penger") && !seen.contains("Merke-bolig"), "{role:?}: {seen}");
            if role != Role::Nav {
                assert!(browser.get(&page).await.status >= 400, "{role:?} has no business on NAV's own page");
            }
        }
        for (kind, role) in [(OrganisationKind::Voluntary, Role::Volunteer)] {
            let place = town.organisation(kind, "Kafeen");
            let account = town.employee(&place, role, "Bo");
            let _grant = town.share(&case.jon, &place, &AREAS);
            assert_eq!(one_person(&town, &case, &account, &place, role), "", "welfare is never a volunteer's to see");
        }
    });
}

#[test]
fn nav_sees_the_persons_own_lines_only_where_the_section_is_shared_with_nav() {
    both_databases(CATALOGUE, async |town| {
        let case = case(&town);
        let mut jon = town.as_person(&case.jon);
        for (area, words) in [("money", "Merke-gjeld"), ("everyday-work", "Merke-kjøkken")] {
            jon.get("/nav/ny").await;
            jon.post("/nav/ny", &line(area, words)).await;
        }
        let page = format!("/folk/{}/nav", case.jon);
        let mut sara = town.as_account(&case.sara, Role::Nav);
        assert!(!sara.get(&page).await.says("Merke-"), "the person's own words are not NAV's record");
        let _grant = town.share(&case.jon, &case.nav, &[Area::EverydayWork]);
        let shared = sara.get(&page).await;
        assert!(shared.says("Merke-kjøkken") && !shared.says("Merke-gjeld"), "{}", shared.html);
        assert!(shared.says("Personen bestemmer hva som deles."));
        // Somebody whom the office does not help is not there at all.
        let siri = town.person("Siri");
        assert_eq!(sara.get(&format!("/folk/{siri}/nav")).await.status, 403);
    });
}

/// The other way round, asked of the access decision itself: no record of health is NAV's without a grant, in any situation.
#[test]
fn nothing_medical_reaches_nav_without_a_grant_in_any_situation() {
    for situation in Situation::all().filter(|situation| situation.shared != Shared::Yes) {
        for class in [Class::Journal, Class::Own] {
            for area in Area::ALL {
                let said = decide(Role::Nav, class, Some(area), Aspect::Content, &situation);
                assert!(!said.is_permit(), "{class:?} {area:?} {situation:?}");
            }
            assert!(!decide(Role::Nav, class, None, Aspect::Content, &situation).is_permit());
        }
    }
    let granted = Situation { shared: Shared::Yes, relation: Relation::Serving, ..Situation::NOBODY };
    let journal = decide(Role::Nav, Class::Journal, Some(Area::Body), Aspect::Content, &granted);
    assert_eq!(journal, Decision::Permit(Basis::Grant), "and with one, the person has said so");
    let emergency = Situation { emergency: Emergency::Open, ..Situation::NOBODY };
    assert!(AREAS.iter().all(|area| !decide(Role::Tsb, Class::Welfare, Some(*area), Aspect::Content, &emergency).is_permit()));
}
