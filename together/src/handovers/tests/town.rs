//! A ward, a centre, a municipality and somebody who goes home.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::charter::{Charter, PanelAsk, Place};
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::door;
use testkit::{Browser, Page, Town};

use crate::handovers::CHARTER;

/// Everything around one person: the guard hears of the baton, and the team of who serves.
pub const CATALOGUE: &[&Charter] = crate::CATALOGUE;

/// Those who take part.
pub struct Case {
    pub aase: PersonId,
    pub ward: OrganisationId,
    pub centre: OrganisationId,
    pub town: OrganisationId,
    pub anna: AccountId,
    pub kari: AccountId,
    pub siri: AccountId,
    pub ola: AccountId,
    pub inger: AccountId,
    pub nils: AccountId,
    pub henrik: AccountId,
    pub clinic: OrganisationId,
}

/// A Monday morning.
pub fn case(town: &Town) -> Case {
    town.wait_days(3);
    let ward = town.organisation(OrganisationKind::Detox, "Avrusning");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let unit = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let outreach = town.organisation(OrganisationKind::Outreach, "Uteteamet");
    let clinic = town.organisation(OrganisationKind::LarClinic, "Klinikken");
    let case = Case {
        aase: town.person("Aase"),
        anna: town.employee(&ward, Role::DetoxNurse, "Anna Holm"),
        kari: town.employee(&centre, Role::MoNurse, "Kari Nes"),
        siri: town.employee(&centre, Role::MoNurse, "Siri Lund"),
        ola: town.employee(&unit, Role::Coordinator, "Ola Vik"),
        inger: town.employee(&unit, Role::Leader, "Inger Haug"),
        nils: town.employee(&outreach, Role::Outreach, "Nils Berg"),
        henrik: town.employee(&clinic, Role::LarDoctor, "Henrik Moe"),
        ward,
        centre,
        town: unit,
        clinic,
    };
    town.serves(&case.ward, &case.aase);
    town.duty(&case.town, &case.aase, None, Duty::Serving);
    town.duty(&case.town, &case.aase, Some(&case.ola), Duty::Coordinator);
    case
}

/// The six lines as a nurse fills them in, with the first meeting at a time.
pub fn six_lines<'a>(meet_on: &'a str, meet_at: &'a str, to: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("cause", "discharge"),
        ("area", "safety"),
        ("departs_on", ""),
        ("departs_at", ""),
        ("tonight", "Blå hus"),
        ("knows", "Lise, nattvakt"),
        ("meet_who", "Kari Nes på MO-senteret"),
        ("meet_on", meet_on),
        ("meet_at", meet_at),
        ("medicine_until", "mandag"),
        ("medicine_at", "Apoteket"),
        ("spray", "yes"),
        ("tolerance", "yes"),
        ("reach", "Ring Blå hus"),
        ("looks", "yes"),
        ("night_name", "Avrusning, nattvakt"),
        ("night_phone", "55 00 00 20"),
        ("to", to),
        ("act", "send"),
    ]
}

/// A typed day so many days from now.
pub fn typed_day(town: &Town, days: i32) -> String {
    let (year, month, day) = town.now().day().plus(days).parts();
    format!("{day}.{month}.{year}")
}

/// Anna plans the way home, and asks the centre. Tells the address.
pub async fn offered(town: &Town, case: &Case, anna: &mut Browser) -> String {
    let path = format!("/overtakelser/ny/{}", case.aase);
    anna.get(&path).await;
    let sent = anna.post(&path, &six_lines(&typed_day(town, 1), "10.00", case.centre.as_str())).await;
    assert!(sent.says("Planlegg hjemreise for Aase"), "{}", sent.html);
    sent.location.expect("the hand-over")
}

/// The person's own page of the same hand-over.
pub fn own_path(path: &str) -> String {
    path.replace("/overtakelser/", "/nar-du-drar/")
}

/// The person says that it fits.
pub async fn agreed(aase: &mut Browser, path: &str) -> Page {
    let page = aase.get(&own_path(path)).await;
    let round = page.attribute("name=\"round\" value=\"").expect("a question to the person");
    aase.post(&own_path(path), &[("act", "agree"), ("round", &round)]).await
}

/// Answers with the round that stands on the page.
pub async fn answered(who: &mut Browser, path: &str, act: &str, words: &str) -> Page {
    let page = who.get(path).await;
    let round = page.attribute("name=\"round\" value=\"").unwrap_or_default();
    who.post(path, &[("act", act), ("round", &round), ("words", words)]).await
}

/// The panels of every part of the catalogue on a place.
pub fn panels(town: &Town, person: Option<&PersonId>, who: Option<(&AccountId, &OrganisationId, Role)>, place: Place) -> String {
    let mut actor = Actor::visitor();
    actor.door = Door::Full;
    match who {
        None => (actor.role, actor.person) = (Role::Person, person.cloned()),
        Some((account, organisation, role)) => {
            (actor.role, actor.account) = (role, Some(account.clone()));
            actor.employer = Some(Employer { id: organisation.clone(), name: "Stedet".into(), kind: None });
        }
    }
    let language = kernel::language::Language::Nb;
    let ctx = Ctx::new(town.now(), language, actor, town.app.source().bytes());
    let say = town.app.say(language);
    let drawn = door::view_here(&town.app, &ctx, &CHARTER, |tx, desk| {
        let permit = person.map(|person| desk.person(tx, person)).transpose()?;
        let mut html = String::new();
        for part in desk.app().catalogue().iter().filter(|part| ["handovers", "gaps"].contains(&part.key)) {
            for panel in part.panels.iter().filter(|panel| panel.place == place) {
                let desk = desk.of(part);
                let ask = PanelAsk { desk: &desk, permit: permit.as_ref(), say: &say };
                html.push_str(&(panel.draw)(tx, &ask)?.unwrap_or_default());
            }
        }
        Ok(html)
    });
    drawn.unwrap_or_else(|error| panic!("{error:?}")).replace('\u{a0}', " ")
}

/// The kinds of facts that were told, in order.
pub fn facts(town: &Town) -> Vec<String> {
    let mut rows: Vec<(String, String)> = town
        .rows("fact")
        .iter()
        .map(|row| (row.text(4).expect("a time").to_owned(), row.text(1).expect("a kind").to_owned()))
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows.into_iter().map(|(_, kind)| kind).collect()
}
