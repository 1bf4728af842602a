//! Commits that fail. Nothing in the product knows of it: a trigger on the log's table writes a row whose key is only looked
//! for at the commit, and is not there. So the commit itself fails, on both databases, and with it everything in it.

use platform::app::App;

/// Tables and trigger, in the words of each database.
const TABLES: &str = "CREATE TABLE trouble_switch (n INTEGER NOT NULL);
INSERT INTO trouble_switch (n) VALUES (0);
CREATE TABLE trouble_anchor (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE trouble_orphan (id INTEGER NOT NULL REFERENCES trouble_anchor (id) DEFERRABLE INITIALLY DEFERRED);";

const ON_SQLITE: &str = "CREATE TRIGGER trouble AFTER INSERT ON audit_line
  WHEN (SELECT n FROM trouble_switch) > 0 BEGIN INSERT INTO trouble_orphan (id) VALUES (1); END;";

const ON_POSTGRES: &str = "CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN INSERT INTO trouble_orphan (id) SELECT 1 FROM trouble_switch WHERE n > 0; RETURN NEW; END $$;
CREATE TRIGGER trouble AFTER INSERT ON audit_line FOR EACH ROW EXECUTE FUNCTION trouble();";

/// Whether commits fail now.
pub struct Trouble {
    app: App,
    armed: bool,
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
        Ok(Trouble { app: app.clone(), armed: false, failed: 0 })
    }

    /// Whether commits fail now.
    #[must_use]
    pub fn is_armed(&self) -> bool {
        self.armed
    }

    /// From now on every commit with a line for the log fails, or none does.
    ///
    /// # Errors
    /// What the database says.
    pub fn arm(&mut self, armed: bool) -> Result<(), String> {
        self.armed = armed;
        let n = i64::from(armed);
        let switched = self.app.db().write_here(move |tx| Ok(tx.run("UPDATE trouble_switch SET n = $1", platform::args![n])?));
        switched.map(|_| ()).map_err(|error| format!("the switch does not move: {error:?}"))
    }
}
