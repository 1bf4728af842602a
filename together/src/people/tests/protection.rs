//! A hidden address is hidden everywhere.

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::PersonId;
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, Place, draw};
use platform::door;
use platform::error::Error;
use platform::web::{Asked, Reply, Who, get};
use testkit::{Town, both_databases, on_sqlite};

use super::{Centre, tells};
use crate::people::CHARTER;

/// The page of one person, as the house puts it together.
static HOUSE: Charter = Charter {
    key: "house",
    class: Class::Own,
    purpose: "The page of one person, for these tests.",
    legal_basis: "None.",
    routes: &[get("/folk/{person}", Who::Staff, |asked| asked.answer(one))],
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

#[derive(askama::Template)]
#[template(source = "<h1>En person</h1>{% for panel in panels %}{{ panel|safe }}{% endfor %}", ext = "html")]
struct Page {
    panels: Vec<String>,
}

async fn one(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let panels = door::view(&asked.app, &asked.ctx, &HOUSE, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let mut panels = draw(tx, desk, Place::OnePerson, Some(&permit))?;
        panels.extend(draw(tx, desk, Place::OnePersonAside, Some(&permit))?);
        Ok(panels)
    })
    .await?;
    Reply::page(&Page { panels })
}

/// Which of the markers a page shows: how they want to be spoken of, phone, dwelling, place.
async fn shown(town: &Town, centre: &Centre, person: &PersonId) -> [bool; 4] {
    let page = centre.browser(town).get(&format!("/folk/{person}")).await;
    assert_eq!(page.status, 200, "{}", page.html);
    let digits = page.html.replace(['\u{a0}', ' '], "").replace("&#160;", "");
    [page.says("ikke fru"), digits.contains("41234567"), page.says("Ingen fast adresse"), page.says("Bak biblioteket")]
}

#[test]
fn each_sees_as_far_as_the_permit_goes_and_nobody_past_a_hidden_address() {
    both_databases(&[&CHARTER, &HOUSE], async |town| {
        let centre = Centre::open(&town);
        let person = town.person("Åse");
        tells(&town, &person, &[]).await;
        town.serves(&centre.id, &person);
        assert_eq!(shown(&town, &centre, &person).await, [true, true, false, false], "serving: card and phone");
        let _ = town.share(&person, &centre.id, &[Area::Body]);
        assert_eq!(shown(&town, &centre, &person).await, [true, true, false, false], "another area opens nothing here");
        let _ = town.share(&person, &centre.id, &[Area::Housing]);
        assert_eq!(shown(&town, &centre, &person).await, [true, true, true, true], "Bolig opens dwelling and place");

        let mut own = town.as_person(&person);
        own.get("/meg").await;
        own.post("/meg/adresse", &[("do", "set")]).await;
        assert_eq!(shown(&town, &centre, &person).await, [true, false, false, false], "hidden");
        let page = own.get("/meg").await;
        assert!(page.says("Bak biblioteket") && page.says("41 23 45 67"), "the person sees their own");

        let mut nurse = centre.browser(&town);
        nurse.get("/folk/sok").await;
        let by_phone = nurse.post("/folk/sok", &[("name", ""), ("year", ""), ("number", "41234567")]).await;
        assert!(!by_phone.says(person.as_str()), "a hidden phone is not even confirmed");
        let by_name = nurse.post("/folk/sok", &[("name", "Åse"), ("year", "1984"), ("number", "")]).await;
        assert!(by_name.says(person.as_str()), "{}", by_name.html);

        own.post("/meg/adresse", &[("do", "lift")]).await;
        assert_eq!(shown(&town, &centre, &person).await, [true, true, true, true], "shown again");
    });
}

#[test]
fn staff_set_it_with_a_ground_and_lift_what_they_set() {
    both_databases(&[&CHARTER, &HOUSE], async |town| {
        let centre = Centre::open(&town);
        let person = town.person("Åse");
        town.serves(&centre.id, &person);
        let path = format!("/folk/{person}/adresse");
        let mut nurse = centre.browser(&town);
        nurse.get(&path).await;
        assert_eq!(nurse.post(&path, &[]).await.status, 422, "a ground must be chosen");
        assert_eq!(nurse.post(&path, &[("ground", "own")]).await.status, 422, "that one is the person's");
        nurse.post_only(&path, &[("ground", "strict")]).await;
        assert!(nurse.get(&path).await.says("strengt fortrolig adresse"));
        let mut own = town.as_person(&person);
        assert!(own.get("/meg").await.says("Adressen din er strengt fortrolig"));
        assert_eq!(own.post("/meg/adresse", &[("do", "lift")]).await.status, 409, "not under pressure");
        nurse.get(&path).await;
        nurse.post_only(&format!("{path}/opphev"), &[]).await;
        assert!(nurse.get(&path).await.says("Skjul nå"));
        own.get("/meg").await;
        own.post("/meg/adresse", &[("do", "set")]).await;
        nurse.get(&path).await;
        assert_eq!(nurse.post(&format!("{path}/opphev"), &[]).await.status, 409, "the person's own is the person's");
    });
}

#[test]
fn whoever_does_not_serve_the_person_sets_nothing() {
    on_sqlite(&[&CHARTER, &HOUSE], &async |town: Town| {
        let person = town.person("Åse");
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let account = town.employee(&nav, Role::Nav, "Sara Berg");
        let path = format!("/folk/{person}/adresse");
        let mut stranger = town.as_account(&account, Role::Nav);
        stranger.get("/ny").await;
        assert_eq!(stranger.get(&path).await.status, 403);
        let _ = town.share(&person, &nav, &[Area::Housing]);
        stranger.get(&path).await;
        assert_eq!(stranger.post(&path, &[("ground", "strict")]).await.status, 409, "a share is not serving");
    });
}
