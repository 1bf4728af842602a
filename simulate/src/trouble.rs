//! Commits that fail, and connections that are torn in the middle of a command. Nothing in the product knows of it: a trigger
//! on the log's table writes a row whose key is only looked for at the commit, and is not there. So the commit itself fails,
//! on both databases, and with it everything in it. On PostgreSQL the trigger can also end its own connection, as when a
//! process is killed between two statements; SQLite has no connection to lose, and there the commit fails instead.

use platform::app::App;

/// Tables and trigger, in the words of each database.
const TABLES: &str = "CREATE TABLE trouble_switch (n INTEGER NOT NULL);
INSERT INTO trouble_switch (n) VALUES (0);
CREATE TABLE trouble_anchor (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE trouble_orphan (id INTEGER NOT NULL REFERENCES trouble_anchor (id) DEFERRABLE INITIALLY DEFERRED);";

const ON_SQLITE: &str = "CREATE TRIGGER trouble AFTER INSERT ON audit_line
  WHEN (SELECT n FROM trouble_switch) > 0 BEGIN INSERT INTO trouble_orphan (id) VALUES (1); END;";

const ON_POSTGRES: &str = "CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (SELECT n FROM trouble_switch) = 2 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
    INSERT INTO trouble_orphan (id) SELECT 1 FROM trouble_switch WHERE n > 0;
    RETURN NEW;
  END $$;
CREATE TRIGGER trouble AFTER INSERT ON audit_line FOR EACH ROW EXECUTE FUNCTION trouble();";

/// How a command fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fails {
    /// All of it is done, and cannot be kept.
    AtTheCommit,
    /// The connection is gone in the middle of it.
    InTheMiddle,
}

/// Whether commits fail now.
#[derive(Default)]
pub struct Trouble {
    armed: Option<Fails>,
    /// How many answers have failed for it.
    pub failed: usize,
}

impl Trouble {
    /// Puts the trigger into the database, switched off.
    ///
    /// # Errors
    /// What the database says.
    pub fn prepare(app: &App) -> Result<Trouble, String> {
        let trigger = if app.db().name() == "sqlite" { ON_SQLITE } else { ON_POSTGRES };
        let made = app.db().write_here(move |tx| {
            tx.script(TABLES)?;
            Ok(tx.script(trigger)?)
        });
        made.map_err(|error| format!("the trigger cannot be made: {error:?}"))?;
        Ok(Trouble::default())
    }

    /// Whether commits fail now.
    #[must_use]
    pub fn is_armed(&self) -> bool {
        self.armed.is_some()
    }

    /// From now on every commit with a line for the log fails so, or none does.
    ///
    /// # Errors
    /// What the database says.
    pub fn arm(&mut self, app: &App, armed: Option<Fails>) -> Result<(), String> {
        self.armed = armed;
        let n: i64 = match armed {
            None => 0,
            Some(Fails::AtTheCommit) => 1,
            Some(Fails::InTheMiddle) => 2,
        };
        let switched = app.db().write_here(move |tx| Ok(tx.run("UPDATE trouble_switch SET n = $1", platform::args![n])?));
        switched.map(|_| ()).map_err(|error| format!("the switch does not move: {error:?}"))
    }
}
