//! Rules by table; the doors, the way back and sessions on both databases; and every way in which an impostor must fail.

mod back;
mod door;
mod impostor;
mod rules;
mod sessions;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use testkit::{Browser, Page, Town};

const PIN: &str = "7391";
const PHONE: &str = "Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";

/// A centre with two employees and one elsewhere, and Jon, whose contact is Kari.
struct House {
    centre: OrganisationId,
    kari: AccountId,
    ola: AccountId,
    per: AccountId,
    anna: AccountId,
    jon: PersonId,
}

fn house(town: &Town) -> House {
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let housing = town.organisation(OrganisationKind::Housing, "Boligteamet");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let ola = town.employee(&centre, Role::MoNurse, "Ola Vik");
    let per = town.employee(&housing, Role::Housing, "Per Lie");
    let anna = town.employee(&housing, Role::Housing, "Anna Dahl");
    let jon = town.person("Jon");
    // The contact works elsewhere than where Jon turns up.
    town.duty(&housing, &jon, Some(&per), Duty::Contact);
    House { centre, kari, ola, per, anna, jon }
}

/// Jon chooses a PIN and makes a card; what it says, as somebody would type it.
async fn doors(town: &Town, person: &PersonId) -> String {
    let mut own = town.as_person(person);
    own.get("/kort/pin").await;
    let chosen = own.post("/kort/pin", &[("slag", "pin"), ("hemmelig", PIN)]).await;
    assert_eq!(chosen.location.as_deref(), Some("/kort"), "{}", chosen.html);
    let card = own.post("/kort/nytt", &[]).await;
    assert_eq!(card.status, 200, "{}", card.html);
    let code = code_on(&card);
    own.post("/ut", &[]).await;
    code
}

fn code_on(page: &Page) -> String {
    let wallet = page.html.split("v-wallet").nth(1).expect("a card");
    let shown = wallet.split("<b>").nth(1).and_then(|rest| rest.split("</b>").next()).expect("a code");
    shown.replace(" · ", " ")
}

/// `/inn` with card and PIN.
async fn knock(browser: &mut Browser, card: &str, secret: &str) -> Page {
    browser.get("/inn").await;
    browser.post("/inn", &[("kort", card), ("hemmelig", secret)]).await
}

/// Search, and the screen turned: the case's address.
async fn turn(staff: &mut Browser, name: &str, year: &str) -> String {
    staff.get("/inn-igjen").await;
    let found = staff.post("/inn-igjen", &[("navn", name), ("ar", year), ("kort", "")]).await;
    assert_eq!(found.status, 200, "{}", found.html);
    let person = found.attribute("name=\"person\" value=\"").expect("somebody to choose");
    let turned = staff.post("/inn-igjen/start", &[("person", &person)]).await;
    assert!(turned.says("Er det deg?"), "{}", turned.html);
    turned.location.expect("the case")
}

/// «Jeg kjenner personen», with a reason.
async fn speak(browser: &mut Browser, case: &str) -> Page {
    let path = format!("{case}/kjenner");
    browser.get(&path).await;
    browser.post(&path, &[("kjenner", "1"), ("grunn", "Har fulgt Jon i to år"), ("kort", "")]).await
}

/// The six digits on an employee's screen.
fn digits_on(page: &Page) -> String {
    page.attribute("data-digits=\"").expect("six digits")
}
