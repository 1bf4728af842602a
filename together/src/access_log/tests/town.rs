//! A town in which somebody looks: the pages of the house cut down to what these tests need.

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, Place, draw};
use platform::door;
use platform::error::Error;
use platform::web::{Asked, Reply, Who, get};
use testkit::{Browser, Page, Town};

use crate::access_log::CHARTER;

/// Home, today, a list, and one person.
pub static LOOKS: Charter = Charter {
    key: "looks",
    class: Class::Own,
    purpose: "For tests.",
    legal_basis: "None.",
    routes: &[
        get("/hjem", Who::Person, |asked| asked.answer(home)),
        get("/i-dag", Who::Staff, |asked| asked.answer(today)),
        get("/folk", Who::Staff, |asked| asked.answer(list)),
        get("/folk/{person}", Who::Staff, |asked| asked.answer(one)),
    ],
    wording: [(Language::Nb, "looks-log = Så på siden om deg"), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

#[derive(askama::Template)]
#[template(source = "{% for panel in panels %}{{ panel|safe }}{% endfor %}", ext = "html")]
struct Bare {
    panels: Vec<String>,
}

async fn home(asked: Asked) -> Result<Reply, Error> {
    let panels = door::view(&asked.app, &asked.ctx, &LOOKS, |tx, desk| {
        let own = desk.own(tx)?;
        let mut panels = draw(tx, desk, Place::Home, Some(&own))?;
        panels.extend(draw(tx, desk, Place::HomeMore, Some(&own))?);
        Ok(panels)
    });
    Reply::page(&Bare { panels: panels.await? })
}

async fn today(asked: Asked) -> Result<Reply, Error> {
    let panels = door::view(&asked.app, &asked.ctx, &LOOKS, |tx, desk| draw(tx, desk, Place::Today, None));
    Reply::page(&Bare { panels: panels.await? })
}

async fn list(asked: Asked) -> Result<Reply, Error> {
    let panels = door::view(&asked.app, &asked.ctx, &LOOKS, |tx, desk| {
        let persons = desk.whom_we_serve(tx, None)?.persons;
        Ok(vec![format!("{} personer", desk.people(tx, &persons)?.len())])
    });
    Reply::page(&Bare { panels: panels.await? })
}

async fn one(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let panels = door::view(&asked.app, &asked.ctx, &LOOKS, move |tx, desk| {
        desk.person(tx, &person)?;
        Ok(Vec::new())
    });
    Reply::page(&Bare { panels: panels.await? })
}

/// The part and the pages that leave lines.
pub const CATALOGUE: &[&Charter] = &[&CHARTER, &LOOKS];

/// Jon, and those around him.
pub struct Around {
    /// The person.
    pub jon: PersonId,
    /// Their general practice.
    pub practice: OrganisationId,
    /// Who works there.
    pub gp: AccountId,
    /// The privacy contact of the municipality.
    pub privacy: AccountId,
}

/// A person whose GP may see the body and the medicines.
pub fn around(town: &Town) -> Around {
    let jon = town.person("Jon");
    let practice = town.organisation(OrganisationKind::GpOffice, "Sentrum legekontor");
    let gp = town.employee(&practice, Role::Gp, "Åshild Lie");
    let city = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let privacy = town.employee(&city, Role::PrivacyContact, "Eivind Krogh");
    town.serves(&practice, &jon);
    let _ = town.share(&jon, &practice, &[Area::Body, Area::Medicines]);
    Around { jon, practice, gp, privacy }
}

/// An employee opens the page of one person.
pub async fn look(browser: &mut Browser, person: &PersonId) -> Page {
    browser.get(&format!("/folk/{person}")).await
}

/// The address of the first look on the page that one can ask about.
pub fn first_look(page: &Page) -> String {
    let at = page.html.find("v-look__ask").unwrap_or_else(|| panic!("nothing to ask about: {}", page.html));
    let rest = &page.html[at..];
    let from = rest.find("href=\"").expect("a link") + 6;
    rest[from..].split('"').next().expect("an address").to_owned()
}
