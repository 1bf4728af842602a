//! The towns that are measured: the demo city, and as many more persons as a run asks for, each with twenty sealed rows.

use kernel::area::{Area, Areas};
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::NewPerson;
use platform::access::relations::{Duty, NewRelation, begin};
use platform::app::{App, steps};
use platform::args;
use platform::charter::Charter;
use platform::clock::Source;
use platform::config::Config;
use platform::ctx::{Actor, Ctx, Door, Employer};
use platform::db::{Db, migrate};
use platform::error::Error;
use platform::keys::{Cell, MasterKey};
use platform::session::{Holder, Life, open, opener};

use crate::bare::Bare;
use crate::bulk;
use crate::part::{self, CHARTER, ROWS};

/// Persons the demo itself fills at most; the rest are added without the parts' stories.
const CITY: usize = 1000;
/// Persons written in one commit.
const CHUNK: usize = 500;
/// Persons on the list that is measured.
const LIST: usize = 50;

/// A filled database and everyone the measuring needs.
pub struct Town {
    /// The product on it.
    pub app: App,
    /// The same database, bare.
    pub bare: Bare,
    /// How many persons live in it.
    pub size: usize,
    /// Everyone who has rows.
    pub persons: Vec<PersonId>,
    /// An employee to whom every one of them has granted something.
    pub employee: Actor,
    /// An employee whom nothing ties to anyone.
    pub stranger: Actor,
    /// Cookies: the demo's person, its nurse, and an employee whose organisation serves fifty persons.
    pub cookies: Cookies,
    /// The demo's person.
    pub jon: String,
}

/// Sessions that are open.
pub struct Cookies {
    /// The demo's person.
    pub person: String,
    /// The demo's nurse.
    pub nurse: String,
    /// Serves fifty persons.
    pub lister: String,
}

/// Every part of the product, and the bench's own.
fn catalogue() -> Vec<&'static Charter> {
    app::catalogue().into_iter().chain([&CHARTER]).collect()
}

fn plain(error: Error) -> String {
    format!("{error:?}")
}

impl Town {
    /// Builds a town of this many persons in an empty database.
    pub fn build(url: &str, keys_url: &str, size: usize) -> Result<Town, String> {
        let open_db = |url: &str| Db::open(url).map_err(|fault| fault.to_string());
        let source = Source::system();
        let db = open_db(url)?;
        migrate(&db, &steps(&catalogue()), source.now()).map_err(|fault| fault.to_string())?;
        let config = Config { database_url: url.into(), public_url: "http://localhost".into(), ..Config::default() };
        let master = MasterKey::from_bytes([7; 32]);
        let app = App::new(db, open_db(keys_url)?, master, source, catalogue(), config).map_err(|fault| fault.to_string())?;
        app::demo::fill(&app, size.min(CITY)).map_err(plain)?;
        let jon = app::demo::persona_id(&app, "person").map_err(plain)?.ok_or("the demo city has no person")?;
        let persons = everyone(&app, size)?;
        let (employee, _) = employ(&app, "Måleren")?;
        let (stranger, _) = employ(&app, "Fremmed")?;
        tie(&app, &persons, &employee)?;
        let lister = list(&app, &persons)?;
        bulk::rows(&app, url, &persons)?;
        let cookies = Cookies { person: person_session(&app, &jon)?, nurse: nurse_session(&app)?, lister };
        let bare = Bare::open(url)?;
        Ok(Town { app, bare, size, persons, employee, stranger, cookies, jon })
    }

    /// The n-th call's person.
    pub fn person(&self, n: u64) -> &PersonId {
        &self.persons[crate::load::spread(n, self.persons.len())]
    }

    /// The n-th call's row.
    pub fn row(&self, n: u64) -> String {
        part::row_id(self.person(n).as_str(), crate::load::spread(n + 1, ROWS))
    }

    /// What a request of an employee's carries.
    pub fn asks(&self, actor: &Actor) -> Ctx {
        Ctx::new(self.app.source().now(), Language::Nb, actor.clone(), self.app.source().bytes())
    }

    /// What a person's own request carries.
    pub fn asks_for_themselves(&self, person: &PersonId) -> Ctx {
        let actor = Actor { role: Role::Person, door: Door::Full, person: Some(person.clone()), ..Actor::visitor() };
        self.asks(&actor)
    }
}

/// Those the demo made, and as many more as are missing.
fn everyone(app: &App, size: usize) -> Result<Vec<PersonId>, String> {
    let ask = |tx: &mut platform::db::Tx<'_>| {
        let rows = tx.rows("SELECT person_id FROM person WHERE name IS NOT NULL ORDER BY person_id", &[])?;
        Ok(rows.iter().filter_map(|row| PersonId::parse(row.text(0).ok()?)).collect::<Vec<_>>())
    };
    let mut persons = app.db().read_here(ask).map_err(plain)?;
    persons.truncate(size);
    let missing: Vec<PersonId> = (persons.len()..size).map(|_| PersonId::from_bits(app.source().id_bits())).collect();
    for chunk in missing.chunks(CHUNK) {
        app.keys().make_here(chunk).map_err(plain)?;
        let mut rows = Vec::new();
        for id in chunk {
            rows.push((id.clone(), app.keys().find(id).map_err(plain)?.ok_or("a key that was just made is gone")?));
        }
        let now = app.source().now();
        let someone = NewPerson { name: Some("Kim".into()), birth_year: Some(1980), ..NewPerson::default() };
        app.db().write_here(move |tx| rows.iter().try_for_each(|(id, key)| someone.insert(tx, id, key, now))).map_err(plain)?;
    }
    persons.extend(missing);
    Ok(persons)
}

/// A nurse in an organisation of their own.
fn employ(app: &App, name: &'static str) -> Result<(Actor, AccountId), String> {
    let organisation = OrganisationId::from_bits(app.source().id_bits());
    let account = AccountId::from_bits(app.source().id_bits());
    let (o, a, now) = (organisation.clone(), account.clone(), app.source().now());
    let write = move |tx: &mut platform::db::Tx<'_>| {
        tx.run(
            "INSERT INTO organisation (organisation_id, name, kind, phone, municipality) VALUES ($1, $2, 'mo-centre', '', 'Byen')",
            args![&o, name],
        )?;
        tx.run(
            "INSERT INTO account (account_id, organisation_id, role, name, title, phone, started_at)
             VALUES ($1, $2, 'mo-nurse', $3, '', '', $4)",
            args![&a, &o, name, now],
        )?;
        Ok(())
    };
    app.db().write_here(write).map_err(plain)?;
    let employer = Employer { id: organisation, name: name.into(), kind: Some(OrganisationKind::MoCentre) };
    let actor = Actor {
        role: Role::MoNurse,
        door: Door::Full,
        account: Some(account.clone()),
        name: name.into(),
        employer: Some(employer),
        ..Actor::visitor()
    };
    Ok((actor, account))
}

/// Everyone is served by the employee's organisation and has granted it some areas.
fn tie(app: &App, persons: &[PersonId], employee: &Actor) -> Result<(), String> {
    let organisation = employee.employer_id().map_err(plain)?.clone();
    let areas = Areas::ALL.without(Area::Money).bits();
    let now = app.source().now();
    for chunk in persons.chunks(CHUNK) {
        let bits = || app.source().id_bits();
        let ties: Vec<_> =
            chunk.iter().map(|id| (id.clone(), serving(&organisation, now, bits()), GrantId::from_bits(bits()))).collect();
        let organisation = organisation.clone();
        app.db()
            .write_here(move |tx| {
                for (person, relation, grant) in &ties {
                    begin(tx, person, relation)?;
                    tx.run(
                        "INSERT INTO access_grant (person_id, grant_id, organisation_id, areas, why, text_version, language,
                           form, given_at, until_at) VALUES ($1, $2, $3, $4, 'bench', '1', 'nb', 'own-device', $5, $6)",
                        args![person, grant, &organisation, areas, now, now.plus_days(30)],
                    )?;
                }
                Ok(())
            })
            .map_err(plain)?;
    }
    Ok(())
}

fn serving(organisation: &OrganisationId, now: kernel::time::Timestamp, bits: u128) -> NewRelation {
    NewRelation {
        id: kernel::id::hex(bits),
        organisation: organisation.clone(),
        account: None,
        duty: Duty::Serving,
        from_at: now.plus_days(-5),
        until_at: None,
    }
}

/// An employee whose organisation serves fifty persons, signed in.
fn list(app: &App, persons: &[PersonId]) -> Result<String, String> {
    let (actor, account) = employ(app, "Listen")?;
    let organisation = actor.employer_id().map_err(plain)?;
    let step = (persons.len() / LIST).max(1);
    let now = app.source().now();
    let chosen = persons.iter().step_by(step).take(LIST);
    let ties: Vec<_> = chosen.map(|id| (id.clone(), serving(organisation, now, app.source().id_bits()))).collect();
    app.db().write_here(move |tx| ties.iter().try_for_each(|(person, relation)| begin(tx, person, relation))).map_err(plain)?;
    session(app, Holder::Account(account, Role::MoNurse))
}

fn person_session(app: &App, jon: &str) -> Result<String, String> {
    let person = PersonId::parse(jon).ok_or("the demo's person has no id")?;
    session(app, Holder::Person(person, Door::Full))
}

fn nurse_session(app: &App) -> Result<String, String> {
    let id = app::demo::persona_id(app, "mo-nurse").map_err(plain)?.ok_or("the demo city has no nurse")?;
    session(app, Holder::Account(AccountId::parse(&id).ok_or("the nurse has no id")?, Role::MoNurse))
}

/// Opens a session and gives its cookie.
pub fn session(app: &App, holder: Holder) -> Result<String, String> {
    let (cookie, now) = (opener(app), app.source().now());
    let secret = cookie.clone();
    app.db().write_here(move |tx| Ok(open(tx, &secret, &holder, Life::Own, now)?)).map_err(plain)?;
    Ok(cookie)
}

/// The cell a row's text is sealed into.
pub fn cell(row: &str) -> Cell<'_> {
    Cell::new("bench_row", row, "text")
}
