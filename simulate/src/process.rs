//! Processes that die and others that take over. A process is one `App`: its connections, its writer's thread, the keys it
//! holds in memory. It dies by being dropped between two commands, or after its connection was torn in the middle of one, and
//! it says no goodbye: the lease it holds, the jobs it has claimed and the answers nobody has heard stay as they were.

use kernel::time::Timestamp;
use platform::audit;
use testkit::{Browser, Place, Town, app_beside};

use crate::city::{Client, World};
use crate::invariants::tables;
use crate::trouble::Fails;

/// Longer than any process may hold the sealer's lease.
const LEASE_IS_OVER_S: i64 = 6;
/// Turns of the sealer after which something must have been sealed.
const TURNS: usize = 1000;

/// Where the databases are.
#[derive(Clone)]
pub struct Home {
    url: String,
    keys_url: String,
    /// Of a hundred occasions to die, so many are taken.
    deaths: usize,
}

impl World {
    /// From now on processes die, and on PostgreSQL there are two of them at a time.
    pub fn lives_at(&mut self, place: &Place, deaths: usize) {
        let home = Home { url: place.url.clone(), keys_url: place.keys_url.clone(), deaths };
        if place.name != "sqlite" {
            self.second = Some(self.start(&home));
        }
        self.home = Some(home);
    }

    /// The first process.
    ///
    /// # Panics
    /// Between the death of one and the start of the next, when nobody asks.
    #[must_use]
    pub fn town(&self) -> &Town {
        self.town.as_ref().expect("a process runs")
    }

    /// Their browser at one of the processes. Which one is drawn on both databases, also where there is only one.
    pub fn browser(&mut self, client: &Client) -> Browser {
        self.turn();
        let to_second = self.home.is_some() && self.chance.percent(40);
        let town = self.second.as_ref().filter(|_| to_second).or(self.town.as_ref());
        let mut browser = client.browser.clone();
        if let Some(town) = town {
            browser.turn_to(town);
        }
        browser
    }

    /// Whether a process dies on an occasion that comes to so many of a hundred, in a world where they do.
    pub fn may_die(&mut self, percent: usize) -> bool {
        let Some(home) = &self.home else { return false };
        let percent = percent * home.deaths / 100;
        self.chance.percent(percent)
    }

    /// Commits fail from now on, or they do not.
    ///
    /// # Errors
    /// What the database says.
    pub fn arm(&mut self, armed: Option<Fails>) -> Result<(), String> {
        let app = self.town().app.clone();
        self.trouble.arm(&app, armed)
    }

    /// A process dies and another takes its place: everything that was kept is there, nothing else is, and the sealer's lease
    /// passes on when it has run out and not before.
    ///
    /// # Errors
    /// What must not be.
    pub fn dies(&mut self) -> Result<(), String> {
        let Some(home) = self.home.clone() else { return Ok(()) };
        let before = tables::dump(self)?;
        let source = self.town().app.source().clone();
        let second_dies = self.chance.percent(40);
        let dead = match self.second.take() {
            Some(second) if second_dies => {
                let node = second.app.node().to_owned();
                drop(second);
                self.second = Some(self.start(&home));
                node
            }
            second => {
                self.second = second;
                let node = self.town().app.node().to_owned();
                // Nothing of the old one is left when the new one starts.
                self.town = None;
                self.town = Some(Town::new(app_beside(&self.catalogue().to_vec(), &home.url, &home.keys_url, source)));
                node
            }
        };
        self.deaths += 1;
        self.log.note("a process died, and another took over");
        if let Some(table) = tables::differing(&before, &tables::dump(self)?) {
            return Err(format!("a process died between two commands, and {table} is not as it was"));
        }
        self.lease_passes_on(&dead)
    }

    fn start(&self, home: &Home) -> Town {
        Town::new(app_beside(&self.catalogue().to_vec(), &home.url, &home.keys_url, self.town().app.source().clone()))
    }

    /// As long as the dead one's lease runs nobody else seals; then somebody does.
    fn lease_passes_on(&mut self, dead: &str) -> Result<(), String> {
        let lease = self.rows("SELECT holder, until_at FROM lease WHERE name = 'sealer'", &[])?;
        let held = lease.first().is_some_and(|row| {
            row.text(0).is_ok_and(|holder| holder == dead) && row.time(1).is_ok_and(|until| until >= self.now())
        });
        if held && self.seals(self.now())? {
            return Err("two processes were the sealer at the same time".into());
        }
        self.town().app.source().set(self.now().plus_s(LEASE_IS_OVER_S));
        if self.seals(self.now())? { Ok(()) } else { Err("nobody became the sealer when the old one was dead".into()) }
    }

    /// One turn of the sealer in every process: whether one of them is it.
    fn seals(&self, now: Timestamp) -> Result<bool, String> {
        let mut holders = 0;
        for town in self.town.iter().chain(&self.second) {
            let sealed = audit::seal_waiting(town.app.db(), town.app.master(), town.app.node(), now);
            holders += usize::from(sealed.map_err(|error| format!("the log cannot be sealed: {error:?}"))?.holder);
        }
        if holders > 1 { Err("two processes are the sealer".into()) } else { Ok(holders == 1) }
    }

    /// Seals every line that waits, turn by turn, whoever is the sealer.
    ///
    /// # Errors
    /// What the database says, or that lines are left.
    pub fn seal(&self) -> Result<(), String> {
        for _ in 0..TURNS {
            self.seals(self.now())?;
            let waiting = self.rows("SELECT count(*) FROM audit_line WHERE position IS NULL", &[])?;
            if waiting.first().is_some_and(|row| row.int(0).is_ok_and(|lines| lines == 0)) {
                return Ok(());
            }
            self.town().app.source().set(self.now().plus_s(LEASE_IS_OVER_S));
        }
        Err("lines of the log wait for their seal, however often the sealer has its turn".into())
    }
}
