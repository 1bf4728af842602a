//! Rules by table, promises, journey J1 on both databases, and what must never happen.

mod inbox;
mod journey;
mod promises;
mod rules;
mod setup;
mod walls;

use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Clock;
use platform::error::Error;
use testkit::{Browser, Page, Town};

use super::choices::Need;
use super::promise::{Hours, Opening};
use super::rules::Holder;
use super::store::desks::{self, Answering};

/// Two organisations that answer: the centre for all but beds, the housing service for beds.
struct House {
    centre: OrganisationId,
    kari: AccountId,
    ola: AccountId,
    housing: OrganisationId,
    per: AccountId,
}

fn hours() -> Hours {
    Hours((1..=5).map(|weekday| Opening { weekday, opens: Clock::at(8, 0), closes: Clock::at(16, 0) }).collect())
}

fn house(town: &Town) -> House {
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let housing = town.organisation(OrganisationKind::Housing, "Boligteamet");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let ola = town.employee(&centre, Role::MoNurse, "Ola Vik");
    let per = town.employee(&housing, Role::Housing, "Per Lie");
    let set_up =
        [(&centre, &kari, Some("MO-senteret, grønn dør"), Need::ALL.to_vec()), (&housing, &per, None, vec![Need::Sleep])];
    for (organisation, account, place, needs) in set_up {
        let answering = Answering {
            organisation: organisation.clone(),
            name: String::new(),
            default_account: account.clone(),
            promise_minutes: 240,
            place: place.map(str::to_owned),
            hours: hours(),
        };
        let done: Result<(), Error> = town.app.db().write_here(move |tx| Ok(desks::set_up(tx, "", &answering, &needs)?));
        done.expect("the desk is set up");
    }
    House { centre, kari, ola, housing, per }
}

fn put_on_duty(town: &Town, organisation: &OrganisationId, account: &AccountId) {
    let holder = Holder { organisation: organisation.clone(), account: account.clone() };
    let (from, until) = (town.now(), town.now().plus_days(1));
    let done: Result<(), Error> = town.app.db().write_here(move |tx| Ok(desks::put_on_duty(tx, &holder, from, until)?));
    done.expect("on duty");
}

/// The code as somebody would read it off the receipt.
fn code_on(page: &Page) -> String {
    let after = page.html.split("class=\"v-code\">").nth(1).expect("a receipt has a code");
    let shown = after.split("</p>").next().expect("the code ends");
    shown.replace("<i aria-hidden=\"true\">·</i>", " ")
}

/// Front to receipt with words, by code.
async fn ask(browser: &mut Browser, need: &str, words: &str) -> Page {
    browser.get(&format!("/hjelp/{need}")).await;
    browser.post(&format!("/hjelp/{need}"), &[("words", words)]).await;
    browser.post(&format!("/hjelp/{need}/send"), &[("words", words), ("way", "code")]).await
}

/// Opens the answer with a code.
async fn open(browser: &mut Browser, code: &str) -> Page {
    browser.get("/svar").await;
    browser.post("/svar", &[("code", code)]).await
}

/// The request that the first row of a staff page leads to.
fn first_request(page: &Page) -> String {
    let found = page.html.split("href=\"/innboks/").skip(1).find_map(|rest| {
        let id = rest.split('"').next().unwrap_or_default();
        (id.len() == 32).then(|| id.to_owned())
    });
    found.expect("a row leads to a request")
}

/// The version a staff page stands at.
fn version(page: &Page) -> String {
    page.attribute("name=\"version\" value=\"").expect("a form with a version")
}
