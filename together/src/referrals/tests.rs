mod journey;
mod linked;
mod rules;

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Charter;
use testkit::{Browser, Page, Town};

use super::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// Jon, whom the centre serves; Kari asks, and in the housing service Per and Liv answer.
struct Case {
    jon: PersonId,
    centre: OrganisationId,
    kari: AccountId,
    housing: OrganisationId,
    per: AccountId,
    liv: AccountId,
}

fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let housing = town.organisation(OrganisationKind::Housing, "Boligteamet");
    let per = town.employee(&housing, Role::Housing, "Per Lie");
    let liv = town.employee(&housing, Role::Housing, "Liv Sunde");
    town.serves(&centre, &jon);
    let _shared = town.share(&jon, &centre, &[Area::Housing]);
    Case { jon, centre, kari, housing, per, liv }
}

/// Whoever holds it, by name, as the sender reads it.
fn holder(page: &Page) -> &'static str {
    if page.says("Per Lie på Boligteamet har det nå.") { "Per Lie" } else { "Liv Sunde" }
}

fn letter<'a>(words: &'a str, gjor: &'a str) -> [(&'a str, &'a str); 4] {
    [("omrade", "housing"), ("se", "housing"), ("words", words), ("gjor", gjor)]
}

/// Kari asks the housing service; Jon has been asked for his yes. Answers with the address of the referral for staff.
async fn asked(case: &Case, kari: &mut Browser) -> String {
    let form = format!("/folk/{}/henvis/{}", case.jon, case.housing);
    kari.get(&form).await;
    let made = kari.post(&form, &letter("Trenger et sted å bo med egen dør.", "send")).await;
    assert!(made.says("Venter på ja fra personen"), "{}", made.html);
    made.location.expect("on to the referral")
}

fn own_address(staff: &str) -> String {
    format!("/henvisning/{}", staff.rsplit('/').next().expect("an id"))
}

/// What was told, by kind.
fn facts(town: &Town) -> Vec<String> {
    let mut kinds: Vec<String> = town.rows("fact").iter().map(|row| row.text(1).expect("a kind").to_owned()).collect();
    kinds.sort();
    kinds
}
