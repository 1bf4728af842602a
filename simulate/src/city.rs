//! The city: the product with its demo persons and employees, and how somebody goes about in it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::app::App;
use platform::args;
use platform::charter::Charter;
use platform::ctx::Door;
use platform::db::{Row, Shape};
use platform::web::{Method, Route};
use testkit::{Browser, Page, Town};

use crate::chance::Chance;
use crate::form::Form;
use crate::invariants::sett::Look;
use crate::invariants::{self, sessions};
use crate::log::Log;
use crate::marks::Marks;
use crate::process::Home;
use crate::trouble::Trouble;

/// Draws that one request may make, so that the next begins at a number of its own.
const DRAWS: i64 = 1 << 20;
/// Changes that others may go on from.
const RECENT: usize = 24;

/// Somebody with a browser.
#[derive(Clone)]
pub struct Client {
    /// What the log calls them.
    pub name: String,
    /// In which role.
    pub role: Role,
    /// An employee's or a relative's account.
    pub account: Option<AccountId>,
    /// Where they work.
    pub organisation: Option<OrganisationId>,
    /// The person; for a visitor, the one who asked for help in this browser.
    pub person: Option<PersonId>,
    /// The code of an answer.
    pub code: Option<String>,
    /// The address of the page they look at.
    pub at: String,
    /// A form from some time ago.
    pub old: Option<Form>,
    /// What stands on the card in the wallet.
    pub card: Option<String>,
    /// Has chosen a PIN.
    pub has_pin: bool,
    /// Between two requests it is turned away from every process, so that one that dies is held by nobody.
    pub(crate) browser: Browser,
}

impl Client {
    /// The browser after a request, or another one: in the same hands, at no process.
    pub fn take_back(&mut self, mut browser: Browser) {
        browser.turn_away();
        self.browser = browser;
    }

    /// Through which door they have come.
    #[must_use]
    pub fn door(&self) -> Door {
        match self.role {
            Role::Visitor => Door::None,
            _ => Door::Full,
        }
    }

    /// What stands in the browser's cookie of the session.
    #[must_use]
    pub fn opener(&self) -> Option<&str> {
        self.browser.cookie("varde")
    }
}

/// Everyone.
#[derive(Default)]
pub struct People {
    /// Persons.
    pub persons: Vec<Client>,
    /// Employees.
    pub staff: Vec<Client>,
    /// Relatives.
    pub kin: Vec<Client>,
    /// Those who have not signed in.
    pub visitors: Vec<Client>,
}

/// The product and what is known about this run.
pub struct World {
    /// The process, its clock, and the way in; nothing for the moment in which it is dead.
    pub(crate) town: Option<Town>,
    /// Another process on the same database, on PostgreSQL.
    pub(crate) second: Option<Town>,
    /// Where the databases are; nothing in a world whose process never dies.
    pub(crate) home: Option<Home>,
    /// How many processes have died.
    pub deaths: usize,
    /// When everything that was due had been done.
    pub(crate) worked_at: Timestamp,
    /// When this step began.
    pub(crate) began: Timestamp,
    /// Who has looked at whom in this step, and when.
    pub looks: Vec<Look>,
    /// What was changed lately, by which part and about whom: somebody else may have something to say to it.
    pub recent: VecDeque<(&'static str, PersonId)>,
    /// What actors choose.
    pub chance: Chance,
    /// Words that can be told apart.
    pub marks: Marks,
    /// What happened.
    pub log: Log,
    /// Commits that fail.
    pub trouble: Trouble,
    /// How often each change was made, by its address.
    pub made: BTreeMap<&'static str, usize>,
    /// Addresses that showed something.
    pub seen: BTreeSet<&'static str>,
    /// The tables, as the database describes them.
    pub(crate) shapes: Vec<Shape>,
    catalogue: Vec<&'static Charter>,
    turns: i64,
}

impl World {
    /// A world around a product whose city is filled.
    ///
    /// # Errors
    /// What went wrong.
    pub fn new(app: App, seed: u64) -> Result<World, String> {
        let catalogue = app.catalogue().to_vec();
        let trouble = Trouble::prepare(&app)?;
        let shapes = app.db().read_here(|tx| Ok(tx.shapes()?));
        let began = app.source().now();
        Ok(World {
            worked_at: began,
            began,
            town: Some(Town::new(app)),
            second: None,
            home: None,
            deaths: 0,
            looks: Vec::new(),
            recent: VecDeque::new(),
            chance: Chance::of(seed),
            marks: Marks::default(),
            log: Log::default(),
            trouble,
            made: BTreeMap::new(),
            seen: BTreeSet::new(),
            shapes: shapes.map_err(|error| format!("the tables cannot be read: {error:?}"))?,
            catalogue,
            turns: 0,
        })
    }

    /// Whether this part exists.
    #[must_use]
    pub fn has(&self, part: &str) -> bool {
        self.catalogue.iter().any(|charter| charter.key == part)
    }

    /// The parts.
    #[must_use]
    pub fn catalogue(&self) -> &[&'static Charter] {
        &self.catalogue
    }

    /// A step begins.
    pub fn begin(&mut self, what: &str) {
        self.turn();
        self.began = self.now();
        self.log.step(&format!("{} {what}", self.town().now().stored()));
    }

    /// From here on the product draws from a place of its own. Two requests at once draw in an order that nobody decides, and
    /// on PostgreSQL a command that met another draws once more: what comes after them must be the same all the same.
    pub(crate) fn turn(&mut self) {
        self.turns += 1;
        self.town().app.source().draw_from(self.turns * DRAWS);
    }

    /// Remembers that this part has changed something about somebody.
    pub fn was_changed(&mut self, part: &'static str, person: &PersonId) {
        let change = (part, person.clone());
        self.recent.retain(|other| *other != change);
        self.recent.push_back(change);
        if self.recent.len() > RECENT {
            self.recent.pop_front();
        }
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.town().now()
    }

    /// A second goes by: no two requests come at the same time unless they are meant to.
    pub fn tick(&self) {
        self.town().app.source().set(self.now().plus_s(1));
    }

    /// Rows of the simulation's own questions.
    ///
    /// # Errors
    /// What the database says.
    pub fn rows(&self, sql: &'static str, args: &[platform::db::Value]) -> Result<Vec<Row>, String> {
        let asked = self.town().app.db().read_here(|tx| Ok(tx.rows(sql, args)?));
        asked.map_err(|error| format!("{sql}: {error:?}"))
    }

    /// Opens a page, and looks at it.
    ///
    /// # Errors
    /// What must not be.
    pub async fn get(&mut self, client: &mut Client, path: &str) -> Result<Page, String> {
        self.tick();
        let mut page = self.fetch(client, path).await?;
        if page.status == 401 && client.role != Role::Visitor {
            self.sign_in(client);
            page = self.fetch(client, path).await?;
        }
        match page.location.clone() {
            Some(to) if page.status == 303 => self.fetch(client, &to).await,
            _ => Ok(page),
        }
    }

    /// Opens one page with the session they have, ended or not.
    ///
    /// # Errors
    /// What must not be.
    pub async fn fetch(&mut self, client: &mut Client, path: &str) -> Result<Page, String> {
        let may = sessions::may_be_answered(self, client, "GET", path)?;
        let mut browser = self.browser(client);
        let page = browser.get(path).await;
        client.take_back(browser);
        client.at = path.to_owned();
        may.heed(&page).map_err(|why| format!("{} GET {path}: {why}", client.name))?;
        self.heed(client, "GET", path, &page)?;
        Ok(page)
    }

    /// Sends a form, and stays where it ends.
    ///
    /// # Errors
    /// What must not be.
    pub async fn send(&mut self, client: &mut Client, form: &Form) -> Result<Page, String> {
        self.tick();
        let may = sessions::may_be_answered(self, client, "POST", &form.action)?;
        let mut browser = self.browser(client);
        let page = form.post(&mut browser).await;
        client.take_back(browser);
        may.heed(&page).map_err(|why| format!("{} POST {}: {why}", client.name, form.action))?;
        if page.status != 303 {
            client.at.clone_from(&form.action);
        }
        self.heed(client, "POST", &form.action, &page)?;
        Ok(page)
    }

    /// Notes an answer and looks at it.
    ///
    /// # Errors
    /// What must not be.
    pub fn heed(&mut self, client: &Client, method: &str, path: &str, page: &Page) -> Result<(), String> {
        self.log.requests += 1;
        let to = page.location.as_ref().map(|to| format!(" → {to}")).unwrap_or_default();
        self.log.note(&format!("{} {method} {path}: {}{to}", client.name, page.status));
        if let Some((_, route)) = self.route(method, path) {
            if method == "GET" && page.status == 200 {
                self.seen.insert(route.path);
            }
            if method == "POST" && page.status < 400 {
                *self.made.entry(route.path).or_default() += 1;
            }
        }
        self.look_at(client, method, path, page)
    }

    /// Looks at an answer without a word about it: whether there is one to tell may be nobody's choice.
    ///
    /// # Errors
    /// What must not be.
    pub fn look_at(&mut self, client: &Client, method: &str, path: &str, page: &Page) -> Result<(), String> {
        invariants::remember(self, client, page);
        invariants::of_a_page(self, client, page).map_err(|why| format!("{} {method} {path}: {why}", client.name))
    }

    /// The part and the route behind an address.
    #[must_use]
    pub fn route(&self, method: &str, path: &str) -> Option<(&'static Charter, &'static Route)> {
        let path = path.split('?').next().unwrap_or_default();
        let wanted = if method == "GET" { Method::Get } else { Method::Post };
        let all = self.catalogue.iter().flat_map(|part| part.routes.iter().map(move |route| (*part, route)));
        let fitting = all.filter(|(_, route)| route.method == wanted && fits(route.path, path));
        // A word stands before a place holder.
        fitting.min_by_key(|(_, route)| route.path.matches('{').count())
    }

    /// Opens a session for them, as the door they come through would.
    pub fn sign_in(&self, client: &mut Client) {
        let browser = match (&client.person, &client.account) {
            (_, Some(account)) => self.town().as_account(account, client.role),
            (Some(person), None) if client.role == Role::Person => self.town().as_person(person),
            _ => self.town().visitor(),
        };
        client.take_back(browser);
    }

    fn client(&self, name: String, role: Role) -> Client {
        let mut browser = self.town().visitor();
        browser.turn_away();
        Client {
            name,
            role,
            account: None,
            organisation: None,
            person: None,
            code: None,
            at: "/".to_owned(),
            old: None,
            card: None,
            has_pin: false,
            browser,
        }
    }

    /// Somebody nobody knows.
    #[must_use]
    pub fn visitor(&self, number: usize) -> Client {
        self.client(format!("visitor {number}"), Role::Visitor)
    }

    /// Everyone who lives and works here.
    ///
    /// # Errors
    /// What the database says.
    pub fn people(&self) -> Result<People, String> {
        let mut people = People::default();
        let persons = self.rows(
            "SELECT person_id FROM person WHERE provisional_until IS NULL AND erased_at IS NULL ORDER BY person_id",
            args![],
        )?;
        for (number, row) in persons.iter().enumerate() {
            let mut client = self.client(format!("person {}", number + 1), Role::Person);
            client.person = row.parsed(0, PersonId::parse).ok();
            self.sign_in(&mut client);
            people.persons.push(client);
        }
        let accounts = self.rows(
            "SELECT account_id, organisation_id, role FROM account WHERE ended_at IS NULL OR ended_at > $1 ORDER BY role, account_id",
            args![self.now()],
        )?;
        for (number, row) in accounts.iter().enumerate() {
            let role = row.parsed(2, Role::parse).map_err(|fault| fault.to_string())?;
            let mut client = self.client(format!("{} {}", role.key(), number + 1), role);
            client.account = row.parsed(0, AccountId::parse).ok();
            client.organisation = row.parsed_or_null(1, OrganisationId::parse).ok().flatten();
            self.sign_in(&mut client);
            if role.is_staff() { people.staff.push(client) } else { people.kin.push(client) }
        }
        Ok(people)
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut asked, mut said) = (pattern.split('/'), path.split('/'));
    loop {
        match (asked.next(), said.next()) {
            (None, None) => return true,
            (Some(asked), Some(said)) if asked == said || (asked.starts_with('{') && !said.is_empty()) => {}
            _ => return false,
        }
    }
}
