//! A town in which somebody can look: pages of the house, cut down to what these tests need.

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::{Charter, Panel, PanelAsk, Place, draw};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::web::{Asked, Reply, Who, get, html};
use testkit::{Browser, Page, Town};

use crate::consents::CHARTER;

/// Home, and one person, as the house draws them; and a panel that tells what the permit opens.
pub static LOOKS: Charter = Charter {
    key: "looks",
    class: Class::Own,
    purpose: "For tests.",
    legal_basis: "None.",
    routes: &[
        get("/hjem", Who::Person, |asked| asked.answer(home)),
        get("/folk/{person}", Who::Staff, |asked| asked.answer(one)),
    ],
    panels: &[Panel { place: Place::OnePerson, order: 50, draw: areas }],
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

#[derive(askama::Template)]
#[template(source = "{% for panel in panels %}{{ panel|safe }}{% endfor %}", ext = "html")]
struct Bare {
    panels: Vec<String>,
}

fn areas(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let permit = ask.permit.expect("one person has a permit");
    let open: Vec<String> = permit.areas().iter().map(|area| ask.say.t(&format!("area-{}", area.key()))).collect();
    let until = permit.until().map(|until| ask.say.date_with_year(until.day())).unwrap_or_default();
    let role = ask.desk.ctx().actor.role.key();
    Ok(Some(format!("<p>Åpent for {role}: {} til {until}.</p>", open.join(" · "))))
}

async fn home(asked: Asked) -> Result<Reply, Error> {
    let panels = door::view(&asked.app, &asked.ctx, &LOOKS, |tx, desk| {
        let own = desk.own(tx)?;
        draw(tx, desk, Place::Home, Some(&own))
    });
    page(panels.await?)
}

async fn one(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let panels = door::view(&asked.app, &asked.ctx, &LOOKS, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        draw(tx, desk, Place::OnePerson, Some(&permit))
    });
    page(panels.await?)
}

fn page(panels: Vec<String>) -> Result<Reply, Error> {
    html(&Bare { panels: panels.clone() })?;
    Reply::page(&Bare { panels })
}

/// The part and the pages it is seen on.
pub const CATALOGUE: &[&Charter] = &[&CHARTER, &LOOKS];

/// Jon, and those around him.
pub struct Around {
    /// The person.
    pub jon: PersonId,
    /// Their general practice.
    pub practice: OrganisationId,
    /// Who works there.
    pub gp: AccountId,
    /// The reception centre.
    pub centre: OrganisationId,
    /// Who works there.
    pub nurse: AccountId,
}

/// A person with a GP and a reception centre that serve them, and nothing shared.
pub fn around(town: &Town) -> Around {
    let jon = town.person("Jon");
    let practice = town.organisation(OrganisationKind::GpOffice, "Sentrum legekontor");
    let gp = town.employee(&practice, Role::Gp, "Åshild Lie");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret Sør");
    let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
    town.serves(&practice, &jon);
    town.serves(&centre, &jon);
    Around { jon, practice, gp, centre, nurse }
}

/// What an employee sees of a person now.
pub async fn look(browser: &mut Browser, person: &PersonId) -> Page {
    browser.get(&format!("/folk/{person}")).await
}

/// What stands between two words of a page.
pub fn between<'p>(page: &'p Page, start: &str, end: &str) -> &'p str {
    let from = page.html.find(start).unwrap_or_else(|| panic!("{start} is not on the page")) + start.len();
    let rest = &page.html[from..];
    &rest[..rest.find(end).unwrap_or_else(|| panic!("{end} is not on the page"))]
}

/// Shares these areas by the pages, as the person does, and gives the last page.
pub async fn share(browser: &mut Browser, receiver: &str, areas: &[Area], until: (&str, &str)) -> Page {
    let path = format!("/deling/{receiver}");
    browser.get(&path).await;
    let mut fields: Vec<(&str, &str)> = areas.iter().map(|area| ("omrade", area.key())).collect();
    fields.extend([("til", until.0), ("dato", until.1)]);
    let see = [fields.clone(), vec![("gjor", "se")]].concat();
    let preview = browser.post(&path, &see).await;
    assert_eq!(preview.status, 200, "{}", preview.html);
    let yes = [fields, vec![("gjor", "ja")]].concat();
    browser.post(&path, &yes).await
}

/// Presses the button that undoes on this page.
pub async fn undo(browser: &mut Browser, page: &Page) -> Page {
    let action = page.attribute("action=\"/deling/angre/").expect("the page can be undone");
    browser.post(&action, &[]).await
}
