mod arithmetic;
mod life;
mod pages;
mod rows;

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Day;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use serde_json::{Value, json};
use testkit::Town;

use super::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// Jon, whom the centre serves and whom the clinic has been asked to help.
struct Case {
    jon: PersonId,
    centre: OrganisationId,
    clinic: OrganisationId,
    kari: AccountId,
    maja: AccountId,
}

fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let clinic = town.organisation(OrganisationKind::TsbClinic, "Ruspoliklinikken");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let maja = town.employee(&clinic, Role::Tsb, "Maja Ruud");
    town.serves(&centre, &jon);
    let _shared = town.share(&jon, &clinic, &[Area::MentalHealth]);
    Case { jon, centre, clinic, kari, maja }
}

fn staff(town: &Town, account: &AccountId, organisation: &OrganisationId, role: Role) -> Ctx {
    let mut actor = Actor::visitor();
    (actor.role, actor.door, actor.account) = (role, Door::Full, Some(account.clone()));
    actor.employer = Some(Employer { id: organisation.clone(), name: "Stedet".into(), kind: None });
    Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes())
}

fn own(town: &Town, person: &PersonId) -> Ctx {
    let mut actor = Actor::visitor();
    (actor.role, actor.door, actor.person) = (Role::Person, Door::Full, Some(person.clone()));
    Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes())
}

/// Hands a clock over, as the part that keeps referrals does when the person has said yes.
fn hand_over(town: &Town, person: &PersonId, content: &Value) -> RowId {
    let content = content.clone();
    let id = door::execute_here(&town.app, &own(town, person), &CHARTER, "hand-over", move |tx, desk| {
        let own = desk.own(tx)?;
        (CHARTER.accepts[0].take)(tx, desk, &own, &content)
    });
    RowId::parse(&id.unwrap_or_else(|error| panic!("{error:?}"))).expect("an id")
}

fn begin(town: &Town, case: &Case, route: &str, received: &str, facts: &Value) -> RowId {
    let referral = RowId::from_bits(town.app.source().id_bits());
    let content = json!({
        "referral": referral.as_str(), "area": "mental-health", "route": route, "sender": case.centre.as_str(),
        "receiver": case.clinic.as_str(), "holder": case.maja.as_str(), "received_on": received, "facts": facts,
    });
    hand_over(town, &case.jon, &content)
}

fn panel(town: &Town, ctx: &Ctx, person: Option<&PersonId>, place: Place) -> String {
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, ctx, &CHARTER, |tx, desk| {
        let permit = person.map(|person| desk.person(tx, person)).transpose()?;
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == place) {
            html.push_str(&(panel.draw)(tx, &PanelAsk { desk, permit: permit.as_ref(), say: &say })?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}")).replace('\u{a0}', " ")
}
