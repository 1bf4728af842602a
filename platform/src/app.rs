//! The running product: what every request, command and job works with.

use std::sync::Arc;

use kernel::language::Language;

use crate::charter::{Charter, Concerned, NewsAsk};
use crate::clock::Source;
use crate::config::Config;
use crate::ctx::{Actor, Ctx};
use crate::db::{Db, Migration, Tx};
use crate::error::{Error, Fault};
use crate::frame::{Say, Wording};
use crate::keys::{KeyStore, MasterKey};
use crate::live::Hub;

/// The product, cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    keys: KeyStore,
    master: MasterKey,
    form_secret: zeroize::Zeroizing<[u8; 32]>,
    source: Source,
    wording: Wording,
    catalogue: Vec<&'static Charter>,
    config: Config,
    node: String,
    live: Hub,
}

/// The house's own steps; each part's follow in catalogue order.
const HOUSE: &[Migration] = &[
    Migration { part: "platform", number: 1, sql: include_str!("migrations/001_house.sql") },
    Migration { part: "platform", number: 2, sql: include_str!("migrations/002_consent.sql") },
    Migration { part: "platform", number: 3, sql: include_str!("migrations/003_session.sql") },
    Migration { part: "platform", number: 4, sql: include_str!("migrations/004_staff.sql") },
    Migration { part: "platform", number: 5, sql: include_str!("migrations/005_people.sql") },
    Migration { part: "platform", number: 6, sql: include_str!("migrations/006_access_log.sql") },
    Migration { part: "platform", number: 7, sql: include_str!("migrations/007_leaving.sql") },
    Migration { part: "platform", number: 8, sql: include_str!("migrations/008_live.sql") },
    Migration { part: "platform", number: 9, sql: include_str!("migrations/009_lists.sql") },
];

/// All steps of a catalogue.
#[must_use]
pub fn steps(catalogue: &[&'static Charter]) -> Vec<Migration> {
    let parts = catalogue.iter().flat_map(|charter| charter.migrations.iter().copied());
    HOUSE.iter().copied().chain(parts).collect()
}

impl App {
    /// Puts the product together. The database must be up to date.
    ///
    /// # Errors
    /// A [`Fault`] when wording cannot be read or the key store cannot be opened.
    pub fn new(
        db: Db,
        keys: Db,
        master: MasterKey,
        source: Source,
        catalogue: Vec<&'static Charter>,
        config: Config,
    ) -> Result<App, Fault> {
        let wording = Wording::read(&catalogue)?;
        let keys = KeyStore::open(keys, &master, &source)?;
        let node = kernel::id::hex(Source::system().id_bits()).chars().take(12).collect();
        let form_secret = master.derive("form tokens");
        Ok(App(Arc::new(Inner { db, keys, master, form_secret, source, wording, catalogue, config, node, live: Hub::default() })))
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// Persons' keys and look-up hashes.
    #[must_use]
    pub fn keys(&self) -> &KeyStore {
        &self.0.keys
    }

    /// The master key.
    #[must_use]
    pub fn master(&self) -> &MasterKey {
        &self.0.master
    }

    /// The key that binds form tokens to sessions.
    #[must_use]
    pub fn form_secret(&self) -> zeroize::Zeroizing<[u8; 32]> {
        self.0.form_secret.clone()
    }

    /// Time and chance.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.0.source
    }

    /// The parts, in menu order.
    #[must_use]
    pub fn catalogue(&self) -> &[&'static Charter] {
        &self.0.catalogue
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// This process's name in the log: random, new at each start.
    #[must_use]
    pub fn node(&self) -> &str {
        &self.0.node
    }

    /// The boards that are kept up to date from this process.
    #[must_use]
    pub fn live(&self) -> &Hub {
        &self.0.live
    }

    /// Whom a fact is news for, as the part that tells it says; nothing when it says nothing.
    ///
    /// # Errors
    /// What the part answers.
    pub fn news_for(&self, tx: &mut Tx<'_>, kind: &str, ask: &NewsAsk<'_>) -> Result<Option<Vec<Concerned>>, Error> {
        let news = self.catalogue().iter().flat_map(|part| part.news.iter()).find(|news| news.kind == kind);
        news.map(|news| (news.whom)(tx, ask)).transpose()
    }

    /// Wording in a language.
    #[must_use]
    pub fn say(&self, language: Language) -> Say {
        self.0.wording.say(language)
    }

    /// A context for the machine's own work: a command or a job.
    #[must_use]
    pub fn machine(&self) -> Ctx {
        let mut actor = Actor::visitor();
        actor.role = kernel::role::Role::Admin;
        Ctx::new(self.0.source.now(), Language::Nb, actor, self.0.source.bytes())
    }

    /// Writes or replaces a setting.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn set_here(&self, name: &'static str, value: String) -> Result<(), Error> {
        self.0.db.write_here(move |tx| {
            tx.run(
                "INSERT INTO setting (name, value) VALUES ($1, $2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                crate::args![name, value.as_str()],
            )?;
            Ok(())
        })
    }

    /// Reads a setting.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn setting_here(&self, name: &'static str) -> Result<Option<String>, Error> {
        let row = self.0.db.read_here(|tx| Ok(tx.row("SELECT value FROM setting WHERE name = $1", crate::args![name])?))?;
        Ok(row.map(|row| row.text(0).map(str::to_owned)).transpose()?)
    }
}
