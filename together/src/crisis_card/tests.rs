mod card;
mod follow;
mod rules;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, PanelAsk, Place};
use platform::door;
use testkit::Town;

use super::CHARTER;

const CATALOGUE: &[&Charter] = &[&CHARTER];

/// Jon, who is served by the centre where Kari and Siri work.
struct Case {
    jon: PersonId,
    centre: OrganisationId,
    kari: AccountId,
    siri: AccountId,
}

fn case(town: &Town) -> Case {
    let jon = town.person("Jon");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let siri = town.employee(&centre, Role::MoNurse, "Siri Lund");
    town.serves(&centre, &jon);
    Case { jon, centre, kari, siri }
}

/// Who looks at panels.
enum Eyes<'a> {
    Own,
    Staff(&'a AccountId, &'a OrganisationId, Role),
    Kin(&'a AccountId),
}

/// The panels of a place.
fn panels(town: &Town, person: Option<&PersonId>, eyes: &Eyes<'_>, place: Place) -> String {
    let mut actor = platform::ctx::Actor::visitor();
    actor.door = platform::ctx::Door::Full;
    match eyes {
        Eyes::Own => (actor.role, actor.person) = (Role::Person, person.cloned()),
        Eyes::Kin(account) => (actor.role, actor.account) = (Role::NextOfKin, Some((*account).clone())),
        Eyes::Staff(account, organisation, role) => {
            (actor.role, actor.account) = (*role, Some((*account).clone()));
            let id = (*organisation).clone();
            actor.employer = Some(platform::ctx::Employer { id, name: "Stedet".into(), kind: None });
        }
    }
    let ctx = platform::ctx::Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
    let say = town.app.say(Language::Nb);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let permit = person.map(|person| desk.person(tx, person)).transpose()?;
        let mut html = String::new();
        for panel in CHARTER.panels.iter().filter(|panel| panel.place == place) {
            let ask = PanelAsk { desk, permit: permit.as_ref(), say: &say };
            html.push_str(&(panel.draw)(tx, &ask)?.unwrap_or_default());
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}")).replace('\u{a0}', " ")
}
