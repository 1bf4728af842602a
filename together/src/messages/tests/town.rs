//! Who is in the tests, and what they do with one line.

use kernel::area::Area;
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Browser, Page, Town};

use crate::messages::CHARTER;

pub const CATALOGUE: &[&Charter] = &[&CHARTER];

pub struct Around {
    pub jon: PersonId,
    pub centre: OrganisationId,
    pub kari: AccountId,
    pub nav: OrganisationId,
    pub sara: AccountId,
    pub grant: GrantId,
}

/// Jon; Kari at the MO centre, who sees housing and safety; Sara at NAV, who sees nothing.
pub fn around(town: &Town) -> Around {
    let jon = town.person("Jon");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let nav = town.organisation(OrganisationKind::Nav, "NAV");
    let sara = town.employee(&nav, Role::Nav, "Sara Berg");
    town.serves(&centre, &jon);
    town.serves(&nav, &jon);
    town.duty(&centre, &jon, Some(&kari), Duty::Contact);
    let grant = town.share(&jon, &centre, &[Area::Housing, Area::Safety]);
    Around { jon, centre, kari, nav, sara, grant }
}

/// Jon begins a thread about housing with Kari; answers with its address.
pub async fn begun(jon: &mut Browser, kari: &AccountId, words: &str) -> String {
    jon.get("/meldinger/ny/housing").await;
    let fields = [("til", kari.as_str()), ("emne", "Visning"), ("words", words)];
    let page = jon.post("/meldinger/ny/housing", &fields).await;
    page.location.unwrap_or_else(|| panic!("{}", page.html))
}

/// The same thread as the others reach it.
pub fn theirs(jon: &PersonId, thread: &str) -> String {
    thread.replace("/meldinger/", &format!("/beskjeder/{jon}/"))
}

/// Kari begins a thread with a question; answers with its address.
pub async fn asked(kari: &mut Browser, jon: &PersonId, words: &str) -> String {
    let path = format!("/beskjeder/{jon}/ny");
    kari.get(&path).await;
    let fields = [("omrade", "safety"), ("emne", "Timen din"), ("words", words), ("question", "yes")];
    let page = kari.post(&path, &fields).await;
    page.location.unwrap_or_else(|| panic!("{}", page.html))
}

pub async fn write(browser: &mut Browser, thread: &str, words: &str) -> Page {
    browser.get(thread).await;
    browser.post(thread, &[("words", words)]).await
}

/// Ends a grant now, as the person's own page does.
pub fn withdraw(town: &Town, jon: &PersonId, grant: &GrantId) {
    let (jon, grant, now) = (jon.clone(), grant.clone(), town.now());
    let ended = town.app.db().write_here(move |tx| {
        tx.run(
            "UPDATE access_grant SET ended_at = $1 WHERE person_id = $2 AND grant_id = $3",
            platform::args![now, &jon, &grant],
        )?;
        Ok(())
    });
    ended.expect("a grant ends");
}

/// The panels of a place, as the person or an account sees them.
pub fn panels(
    town: &Town,
    person: Option<&PersonId>,
    account: Option<(&AccountId, Option<&OrganisationId>, Role)>,
    place: Place,
) -> String {
    let mut actor = Actor::visitor();
    actor.door = Door::Full;
    match account {
        Some((account, office, role)) => {
            (actor.role, actor.account) = (role, Some(account.clone()));
            actor.employer = office.map(|id| Employer { id: id.clone(), name: "Stedet".into(), kind: None });
        }
        None => (actor.role, actor.person) = (Role::Person, person.cloned()),
    }
    let ctx = Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes());
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
