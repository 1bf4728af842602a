//! A town for one test: the product, its clock, and whoever the test needs.

use axum::Router;
use kernel::area::{Area, Areas};
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::NewPerson;
use platform::access::relations::{Duty, NewRelation, begin};
use platform::app::App;
use platform::args;
use platform::ctx::Door;
use platform::db::{Row, Value};
use platform::error::Error;
use platform::session::{Holder, Life, open, opener};

use crate::browser::Browser;

/// The product and the people in one test.
#[derive(Clone)]
pub struct Town {
    /// The product.
    pub app: App,
    router: Router,
}

impl Town {
    /// A town around a product that is there already.
    #[must_use]
    pub fn new(app: App) -> Town {
        let router = platform::web::router(&app);
        Town { app, router }
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.app.source().now()
    }

    /// Moves the clock.
    pub fn wait_minutes(&self, minutes: i64) {
        self.app.source().set(self.now().plus_minutes(minutes));
    }

    /// Moves the clock.
    pub fn wait_days(&self, days: i64) {
        self.app.source().set(self.now().plus_days(days));
    }

    fn write<T: Send + 'static>(&self, command: impl Fn(&mut platform::db::Tx<'_>) -> Result<T, Error> + Send + 'static) -> T {
        self.app.db().write_here(command).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn bits(&self) -> u128 {
        self.app.source().id_bits()
    }

    /// A person with a name and a key.
    #[must_use]
    pub fn person(&self, name: &str) -> PersonId {
        self.person_with(NewPerson { name: Some(name.to_owned()), birth_year: Some(1984), ..NewPerson::default() })
    }

    /// A person as given.
    #[must_use]
    pub fn person_with(&self, new: NewPerson) -> PersonId {
        let (id, now) = (PersonId::from_bits(self.bits()), self.now());
        let keys = self.app.keys().clone();
        keys.make_here(std::slice::from_ref(&id)).unwrap_or_else(|error| panic!("{error:?}"));
        let key = keys.find(&id).unwrap_or_else(|error| panic!("{error:?}")).expect("the key was just made");
        let person = id.clone();
        self.write(move |tx| new.insert(tx, &person, &key, now));
        id
    }

    /// An organisation.
    #[must_use]
    pub fn organisation(&self, kind: OrganisationKind, name: &str) -> OrganisationId {
        let (id, name) = (OrganisationId::from_bits(self.bits()), name.to_owned());
        let organisation = id.clone();
        self.write(move |tx| {
            tx.run(
                "INSERT INTO organisation (organisation_id, name, kind, phone, municipality)
                 VALUES ($1, $2, $3, '+4755000000', 'Byen')",
                args![&organisation, name.as_str(), kind.key()],
            )?;
            Ok(())
        });
        id
    }

    /// An employee.
    #[must_use]
    pub fn employee(&self, organisation: &OrganisationId, role: Role, name: &str) -> AccountId {
        self.account(Some(organisation.clone()), role, name)
    }

    /// A relative, invited by a person: sees only what the person shares.
    #[must_use]
    pub fn relative(&self) -> AccountId {
        self.account(None, Role::NextOfKin, "")
    }

    fn account(&self, organisation: Option<OrganisationId>, role: Role, name: &str) -> AccountId {
        let (id, name, now) = (AccountId::from_bits(self.bits()), name.to_owned(), self.now());
        let account = id.clone();
        self.write(move |tx| {
            tx.run(
                "INSERT INTO account (account_id, organisation_id, role, name, title, phone, started_at)
                 VALUES ($1, $2, $3, $4, '', '+4755000001', $5)",
                args![&account, organisation.as_ref().map(OrganisationId::as_str), role.key(), name.as_str(), now],
            )?;
            Ok(())
        });
        id
    }

    /// The organisation serves the person from now on.
    pub fn serves(&self, organisation: &OrganisationId, person: &PersonId) {
        self.duty(organisation, person, None, Duty::Serving);
    }

    /// Somebody holds a duty towards the person from now on.
    pub fn duty(&self, organisation: &OrganisationId, person: &PersonId, account: Option<&AccountId>, duty: Duty) {
        let new = NewRelation {
            id: kernel::id::hex(self.bits()),
            organisation: organisation.clone(),
            account: account.cloned(),
            duty,
            from_at: self.now(),
            until_at: None,
        };
        let person = person.clone();
        self.write(move |tx| begin(tx, &person, &new));
    }

    /// The person shares areas with an organisation for thirty days, past the pages.
    #[must_use]
    pub fn share(&self, person: &PersonId, organisation: &OrganisationId, areas: &[Area]) -> GrantId {
        self.grant(person, None, Some(organisation.clone()), areas)
    }

    /// The person shares areas with one account for thirty days, past the pages.
    #[must_use]
    pub fn share_with(&self, person: &PersonId, account: &AccountId, areas: &[Area]) -> GrantId {
        self.grant(person, Some(account.clone()), None, areas)
    }

    fn grant(
        &self,
        person: &PersonId,
        account: Option<AccountId>,
        organisation: Option<OrganisationId>,
        areas: &[Area],
    ) -> GrantId {
        let (id, now) = (GrantId::from_bits(self.bits()), self.now());
        let areas: Areas = areas.iter().copied().collect();
        let (person, grant) = (person.clone(), id.clone());
        self.write(move |tx| {
            tx.run(
                "INSERT INTO access_grant (person_id, grant_id, account_id, organisation_id, areas, why, text_version,
                   language, form, given_at, until_at)
                 VALUES ($1, $2, $3, $4, $5, 'test', '1', 'nb', 'own-device', $6, $7)",
                args![
                    &person,
                    &grant,
                    account.as_ref().map(AccountId::as_str),
                    organisation.as_ref().map(OrganisationId::as_str),
                    areas.bits(),
                    now,
                    now.plus_days(30),
                ],
            )?;
            Ok(())
        });
        id
    }

    /// Somebody who has not signed in.
    #[must_use]
    pub fn visitor(&self) -> Browser {
        Browser::new(self.router.clone(), None)
    }

    /// The person, signed in.
    #[must_use]
    pub fn as_person(&self, person: &PersonId) -> Browser {
        self.signed_in(Holder::Person(person.clone(), Door::Full), Life::Own)
    }

    /// An employee or relative, signed in.
    #[must_use]
    pub fn as_account(&self, account: &AccountId, role: Role) -> Browser {
        self.signed_in(Holder::Account(account.clone(), role), Life::Shift)
    }

    fn signed_in(&self, holder: Holder, life: Life) -> Browser {
        let (opener, now) = (opener(&self.app), self.now());
        let cookie = opener.clone();
        self.write(move |tx| Ok(open(tx, &opener, &holder, life, now)?));
        Browser::new(self.router.clone(), Some(cookie))
    }

    /// The browser's language for pages that follow.
    #[must_use]
    pub fn speaking(browser: Browser, language: Language) -> Browser {
        browser.speaking(language)
    }

    /// Runs the jobs that are due, as the clock would.
    ///
    /// # Panics
    /// When a job cannot be claimed.
    pub fn run_jobs(&self) -> usize {
        platform::jobs::run_due(&self.app).unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// Every row of a table.
    #[must_use]
    pub fn rows(&self, table: &'static str) -> Vec<Row> {
        self.app.db().read_here(move |tx| Ok(tx.dump(table)?)).unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// The tables that hold this text anywhere, as text or inside bytes: for tests of erasure and of sealing.
    #[must_use]
    pub fn tables_with(&self, needle: &str) -> Vec<String> {
        self.tables_with_any(&[needle])
    }

    /// As [`Town::tables_with`], for any of several texts, however long the tables are.
    #[must_use]
    pub fn tables_with_any(&self, needles: &[&str]) -> Vec<String> {
        let holds = |row: &Row| row.cells().iter().any(|cell| needles.iter().any(|needle| cell_holds(cell, needle)));
        let needle_tables = self.app.db().read_here(|tx| {
            let mut found = Vec::new();
            for table in tx.tables()? {
                let (columns, mut here) = (tx.columns_of(&table)?, false);
                tx.walk(&table, &columns, &mut |row| {
                    here = here || holds(row);
                    Ok(())
                })?;
                if here {
                    found.push(table);
                }
            }
            Ok(found)
        });
        needle_tables.unwrap_or_else(|error| panic!("{error:?}"))
    }
}

fn cell_holds(cell: &Value, needle: &str) -> bool {
    match cell {
        Value::Text(text) => text.contains(needle),
        Value::Blob(bytes) => bytes.windows(needle.len()).any(|window| window == needle.as_bytes()),
        Value::Int(_) | Value::Null => false,
    }
}
