//! Who is in the tests, and a part that takes what a meeting hands over.

use std::sync::Mutex;

use kernel::area::Area;
use kernel::id::{AccountId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::access::{Desk, Permit};
use platform::charter::{Accept, Charter};
use platform::db::Tx;
use platform::error::Error;
use serde_json::Value;
use testkit::{Browser, Page, Town};

use crate::meetings::CHARTER;

pub const CATALOGUE: &[&Charter] = &[&CHARTER, &TAKER];

/// What was handed over, by kind, in the order of the last command that went through.
static TAKEN: Mutex<Vec<(&str, Value)>> = Mutex::new(Vec::new());

fn take(kind: &'static str, content: &Value) -> Result<String, Error> {
    if content.to_string().contains("Dette går galt") {
        return Err(Error::fault("the part that takes it says no"));
    }
    let mut taken = TAKEN.lock().expect("nobody panicked");
    taken.push((kind, content.clone()));
    Ok(kernel::id::hex(u128::try_from(taken.len()).unwrap_or(0)))
}

type Take = fn(&mut Tx<'_>, &Desk<'_>, &Permit, &Value) -> Result<String, Error>;
const fn accept(kind: &'static str, take: Take) -> Accept {
    Accept { kind, take }
}

/// Takes tasks, plan lines and appointments, and remembers them.
pub static TAKER: Charter = Charter {
    key: "taker",
    accepts: &[
        accept("task", |_, _, _, content| take("task", content)),
        accept("task-status", |_, _, _, content| take("task-status", content)),
        accept("plan-proposal", |_, _, _, content| take("plan-proposal", content)),
        accept("plan-yes", |_, _, _, content| take("plan-yes", content)),
        accept("appointment", |_, _, _, content| take("appointment", content)),
    ],
    ..Charter::BLANK
};

/// What was handed over since the last time asked, of one kind.
pub fn taken(kind: &str) -> Vec<Value> {
    TAKEN.lock().expect("nobody panicked").iter().filter(|(of, _)| *of == kind).map(|(_, content)| content.clone()).collect()
}

/// Forgets what was handed over: before the second database.
pub fn forget() {
    TAKEN.lock().expect("nobody panicked").clear();
}

pub struct Around {
    pub jon: PersonId,
    pub ola: AccountId,
    pub kari: AccountId,
    pub sara: AccountId,
    pub stranger: AccountId,
}

/// Ola coordinates and sees housing, everyday and people around; Kari sees safety and housing; Sara at NAV sees money and housing.
pub fn around(town: &Town) -> Around {
    forget();
    let jon = town.person("Jon");
    let municipality = town.organisation(OrganisationKind::Municipality, "Kommunen");
    let ola = town.employee(&municipality, Role::Coordinator, "Ola Vik");
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let kari = town.employee(&centre, Role::MoNurse, "Kari Nes");
    let nav = town.organisation(OrganisationKind::Nav, "NAV");
    let sara = town.employee(&nav, Role::Nav, "Sara Berg");
    let detox = town.organisation(OrganisationKind::Detox, "Avrusning");
    let stranger = town.employee(&detox, Role::DetoxNurse, "Anna Holm");
    for place in [&municipality, &centre, &nav] {
        town.serves(place, &jon);
    }
    town.duty(&municipality, &jon, Some(&ola), Duty::Coordinator);
    town.duty(&centre, &jon, Some(&kari), Duty::Contact);
    town.duty(&nav, &jon, Some(&sara), Duty::Responsible);
    drop(town.share(&jon, &municipality, &[Area::Housing, Area::EverydayWork, Area::PeopleAround]));
    drop(town.share(&jon, &centre, &[Area::Safety, Area::Housing]));
    drop(town.share(&jon, &nav, &[Area::Money, Area::Housing]));
    drop(town.share(&jon, &detox, &[Area::Housing]));
    Around { jon, ola, kari, sara, stranger }
}

/// Ola calls a meeting and Jon takes Kari and Sara in; answers with Ola's browser, and the id.
pub async fn called(town: &Town, around: &Around) -> (Browser, String) {
    let mut ola = town.as_account(&around.ola, Role::Coordinator);
    let path = format!("/moter/ny/{}", around.jon);
    ola.get(&path).await;
    let fields = [
        ("tittel", "Møte"),
        ("dato", "22.11.2026"),
        ("klokka", "13.00"),
        ("sted", "Møterom 3"),
        ("telefon", "55 00 00 18"),
        ("hvem", around.ola.as_str()),
        ("andre", "Mor"),
    ];
    let page = ola.post(&path, &fields).await;
    let to = page.location.clone().unwrap_or_else(|| panic!("{}", page.html));
    let id = to.rsplit('/').next().expect("an id").to_owned();
    let mut jon = town.as_person(&around.jon);
    for account in [&around.kari, &around.sara] {
        jon.get(&format!("/moter/mitt/{id}")).await;
        let page = jon.post(&format!("/moter/mitt/{id}/hvem"), &[("med", account.as_str())]).await;
        assert_eq!(page.status, 200, "{}", page.html);
    }
    (ola, id)
}

/// The meeting as those around Jon reach it.
pub fn theirs(around: &Around, id: &str) -> String {
    format!("/moter/{}/{id}", around.jon)
}

/// Puts a topic on the list as whoever this browser is, and gives back the page.
pub async fn topic(browser: &mut Browser, path: &str, area: &str, words: &str) -> Page {
    browser.get(path).await;
    let page = browser.post(&format!("{path}/sak"), &[("sak", words), ("omrade", area)]).await;
    assert_eq!(page.status, 200, "{}", page.html);
    page
}

/// The ids of the topics on a page of a meeting that goes on, in its order.
pub fn topics(page: &Page, path: &str) -> Vec<String> {
    let start = format!("action=\"{path}/sak/");
    page.html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// How many facts of a kind were told.
pub fn facts(town: &Town, kind: &str) -> usize {
    town.rows("fact").iter().filter(|row| row.cells().iter().any(|cell| format!("{cell:?}").contains(kind))).count()
}
