//! Rules by table, doors and pages on both databases, and from the first link to an answered request.

mod doors;
mod rules;
mod setup;

use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::charter::Charter;
use testkit::{Browser, Page, Town};

use super::CHARTER;

/// What the tests run with: this part and the one whose requests are answered.
const PARTS: &[&Charter] = &[&CHARTER];

/// A municipality with an administrator, and a centre with a nurse.
struct House {
    municipality: OrganisationId,
    mina: AccountId,
    centre: OrganisationId,
    kari: AccountId,
}

fn house(town: &Town) -> House {
    let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let mina = town.employee(&municipality, Role::Admin, "Mina Solli");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    House { municipality, mina, centre, kari }
}

fn mina(town: &Town, house: &House) -> Browser {
    town.as_account(&house.mina, Role::Admin)
}

/// Invites somebody and gives the path of the link on the page.
async fn invite(browser: &mut Browser, organisation: &OrganisationId, fields: &[(&str, &str)]) -> Page {
    let form = format!("/oppsett/virksomhet/{organisation}/inviter");
    browser.get(&form).await;
    browser.post(&form, fields).await
}

fn link_on(page: &Page) -> String {
    let at = page.html.find("/invitasjon/").expect("a link on the page");
    let path: String = page.html.chars().skip(page.html.get(..at).expect("before the link").chars().count()).collect();
    path.split('<').next().expect("the link").trim().to_owned()
}

/// Uses a link with a PIN.
async fn redeem(browser: &mut Browser, link: &str, pin: &str) -> Page {
    browser.get(link).await;
    browser.post(link, &[("pin", pin), ("again", pin)]).await
}

fn nurse<'a>(name: &'a str) -> [(&'a str, &'a str); 4] {
    [("name", name), ("title", "sykepleier"), ("role", "mo-nurse"), ("phone", "55 00 00 09")]
}
