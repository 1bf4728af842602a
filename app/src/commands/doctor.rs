//! `varde doctor`.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use kernel::time::Timestamp;
use platform::app::steps;
use platform::args;
use platform::audit::public_key;
use platform::backup::{LAST_DATA, LAST_KEYS, is_half_restored};
use platform::clock::Source;
use platform::config::{Config, is_telling};
use platform::db::{Db, pending, unknown};
use platform::error::Error;
use platform::keys::{Fit, KeyStore, MasterKey};
use platform::leaving::rules;
use platform::mail::try_server;
use platform::scan::answers;
use together::help_requests::store::desks;

use super::{Common, Failure, start};
use crate::catalogue;

/// A day and two hours: a nightly backup may be late, and not left out.
const BACKUP_AGE_S: i64 = 26 * 3600;
/// How long copies of the key store may be kept, and how long a master key should be used.
const KEYS_AGE_DAYS: i64 = 30;
const MASTER_AGE_DAYS: i64 = 365;
/// How far the newest line of the log may stand in the future.
const SKEW_S: i64 = 10;

/// What was found: problems end with exit 1, notes do not.
#[derive(Default)]
struct Findings {
    problems: Vec<String>,
    notes: Vec<String>,
}

impl Findings {
    fn problem(&mut self, what: impl std::fmt::Display) {
        self.problems.push(what.to_string());
    }

    fn note(&mut self, what: impl Into<String>) {
        self.notes.push(what.into());
    }

    /// Takes what went well; what did not is a problem.
    fn heed<T>(&mut self, outcome: Result<T, Error>) -> Option<T> {
        outcome.map_err(|error| self.problem(Failure::from(error))).ok()
    }
}

/// Says what is configured, what is missing and what is unsafe; exit 1 when something is.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let source = Source::system();
    let mut found = Findings { problems: config.unsafe_settings(), notes: Vec::new() };
    let file = start::file(common);
    println!("configuration file: {}", file.as_deref().map_or("none".into(), |path| path.display().to_string()));
    println!("public address: {}", config.public_url);
    println!("listens on: {}", config.listen);
    println!("metrics: {}", config.metrics_listen.as_deref().unwrap_or("not answered"));
    match &config.clamav {
        Some(address) => {
            println!("attachments: looked at by the virus scanner at {address}");
            if !answers(address) {
                found.note("the virus scanner does not answer: nobody can send an attachment until it does; start clamd");
            }
        }
        None => println!("attachments: off; set clamav to the address of clamd, for instance 127.0.0.1:3310"),
    }
    ways_out(&config, &mut found);
    if let Some(path) = file.as_deref().filter(|_| config.smtp.is_some() || config.sms.is_some()) {
        let open = std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o007 != 0);
        if open {
            found
                .problem(format!("{} holds the keys of the way out and others may read it; run chmod 640 on it", path.display()));
        }
    }
    if config.municipality.is_empty() {
        found.note("municipality is not set: pages do not say whose service this is");
    }
    let master = MasterKey::read(&config.master_key_file).map_err(|fault| found.problem(fault)).ok();
    let db = opened(&config.database_url, "database", &mut found);
    if let (Some(db), Some(master)) = (&db, &master)
        && is_up_to_date(db, &mut found)
    {
        keys(&config, master, db, &source, &mut found);
        log(db, source.now(), &mut found);
        backups(db, source.now(), &mut found);
        people(db, source.now(), &mut found);
        sign_off_of_rules(db, source.now(), &mut found);
    }
    sign_off();
    conclude(found)
}

/// How notices leave the house: whether a server answers, and whether its sender keeps quiet about what this is.
fn ways_out(config: &Config, found: &mut Findings) {
    match &config.smtp {
        None => println!("notices by e-mail: off; set [smtp] in the configuration"),
        Some(smtp) => {
            println!(
                "notices by e-mail: from {} through {}",
                smtp.from,
                smtp.server().map_or("?".into(), |server| format!("{server:?}"))
            );
            if let Err(what) = smtp.server().and_then(|_| try_server(smtp)) {
                found.note(format!("{what}; notices wait until it answers"));
            }
            if is_telling(&smtp.from) {
                found.note("smtp.from seems to tell what this is; a stranger who sees it on a screen must not understand");
            }
        }
    }
    match &config.sms {
        None => println!("notices by SMS: off; set [sms] in the configuration"),
        Some(sms) => {
            println!(
                "notices by SMS: from {} through {}",
                sms.sender,
                sms.server().map_or("?".into(), |server| format!("{server:?}"))
            );
            if is_telling(&sms.sender) {
                found.note("sms.sender seems to tell what this is; a stranger who sees it on a screen must not understand");
            }
        }
    }
    if let Some(link) = config.notice_link.as_ref().filter(|link| is_telling(link)) {
        found.note(format!("notice_link {link} seems to tell what this is; leave it out"));
    }
}

fn conclude(found: Findings) -> Result<(), Failure> {
    for note in &found.notes {
        println!("note: {note}");
    }
    if found.problems.is_empty() {
        println!("nothing is missing");
        return Ok(());
    }
    Err(Failure::new(found.problems.join("; ")))
}

/// Opens a database that is there; one in a file must be for the service alone.
fn opened(url: &str, what: &str, found: &mut Findings) -> Option<Db> {
    if let Some(path) = url.strip_prefix("sqlite://").map(Path::new) {
        match std::fs::metadata(path) {
            Err(_) => {
                found.problem(format!("there is no {what} at {url}; varde migrate makes it, if the address is right"));
                return None;
            }
            Ok(meta) if meta.permissions().mode() & 0o077 != 0 => {
                found.problem(format!("others may read the {what}; run chmod 600 {}", path.display()));
            }
            Ok(_) => {}
        }
    }
    let db = Db::open(url).map_err(|fault| found.problem(format!("{what}: {fault}"))).ok()?;
    println!("{what}: {}", db.name());
    Some(db)
}

fn is_up_to_date(db: &Db, found: &mut Findings) -> bool {
    if found.heed(unknown(db, &steps(&catalogue()))).is_none_or(|steps| steps > 0) {
        found.problem(start::NEWER);
        return false;
    }
    match pending(db, &steps(&catalogue())) {
        Ok(0) => println!("database steps: all taken"),
        Ok(missing) => {
            found.problem(format!("{missing} database steps are missing; run varde migrate"));
            return false;
        }
        Err(fault) => {
            found.problem(fault);
            return false;
        }
    }
    if found.heed(is_half_restored(db)) == Some(true) {
        found.problem("a restore was not finished; run varde restore again");
    }
    // What makes an answer durable: a server set up for speed would lose acknowledged writes in a power cut.
    let settings = found.heed(db.read_here(|tx| Ok(tx.durability()?))).unwrap_or_default();
    for (name, _) in settings.iter().filter(|(_, value)| value == "off" || value == "0") {
        found.problem(format!("{name} is off in the database: what was acknowledged can be lost; switch it on"));
    }
    true
}

fn keys(config: &Config, master: &MasterKey, db: &Db, source: &Source, found: &mut Findings) {
    println!("audit checkpoints are signed with: {}", public_key(master));
    let url = config.key_store();
    let Some(store) = opened(&url, "key store", found) else { return };
    let Some(store) = found.heed(KeyStore::open(store, master, source).map_err(Error::Fault)) else { return };
    let persons = found.heed(db.read_here(|tx| Ok(tx.count("person")?))).unwrap_or(0);
    let with_key = found.heed(store.count()).unwrap_or(0);
    println!("persons: {persons}, keys: {with_key}");
    if persons > 0 && with_key == 0 {
        found.problem("the key store is empty and the database is not: nobody can be read; is key_store_url right?");
    }
    match found.heed(store.fit(master)) {
        Some(Fit::Since(since)) => {
            let days = source.now().since_s(since) / 86_400;
            println!("master key: in use for {days} days");
            if days > MASTER_AGE_DAYS {
                found.note("the master key is older than a year; varde rotate-keys takes a new one into use");
            }
        }
        Some(Fit::Other) => found.problem(
            "the key store belongs to another master key; give back the file it was made with, or finish varde rotate-keys",
        ),
        Some(Fit::Unknown) => found.note("no server has run with this master key yet"),
        None => {}
    }
    if MasterKey::next_beside(&config.master_key_file).exists() {
        found.problem("a change of the master key was not finished; stop every server and run varde rotate-keys again");
    }
}

/// The log's newest lines: whether somebody seals them, and whether the clock has gone back since.
fn log(db: &Db, now: Timestamp, found: &mut Findings) {
    let asked = db.read_here(|tx| {
        let late = tx.row("SELECT count(*) FROM audit_line WHERE position IS NULL AND at < $1", args![now.plus_s(-10)])?;
        let newest = tx.row("SELECT at FROM audit_checkpoint ORDER BY size DESC LIMIT 1", &[])?;
        Ok((late.map_or(Ok(0), |row| row.int(0))?, newest.map(|row| row.time(0)).transpose()?))
    });
    let Some((late, newest)) = found.heed(asked) else { return };
    if late > 0 {
        found.note(format!("{late} lines of the log wait for their seal; is a server running?"));
    }
    if newest.is_some_and(|newest| newest.since_s(now) > SKEW_S) {
        found.problem(
            "the newest line of the log is in the future: this machine's clock is wrong; switch on time synchronisation",
        );
    }
}

fn backups(db: &Db, now: Timestamp, found: &mut Findings) {
    let persons = found.heed(db.read_here(|tx| Ok(tx.count("person")?))).unwrap_or(0);
    let last = |name: &'static str| {
        db.read_here(move |tx| {
            let row = tx.row("SELECT value FROM setting WHERE name = $1", args![name])?;
            Ok(row.map(|row| row.time(0)).transpose()?)
        })
    };
    for (name, what, limit_s) in [(LAST_DATA, "data", BACKUP_AGE_S), (LAST_KEYS, "key store", KEYS_AGE_DAYS * 86_400)] {
        match found.heed(last(name)) {
            Some(Some(at)) => {
                let hours = now.since_s(at) / 3600;
                println!("last backup of the {what}: {} ({hours} hours ago)", at.stored());
                if now.since_s(at) > limit_s {
                    found.problem(format!("the last backup of the {what} is {hours} hours old; is the timer running?"));
                }
            }
            Some(None) if persons > 0 => {
                found.problem(format!("there has been no backup of the {what}; see varde backup --help"));
            }
            Some(None) => found.note(format!("there has been no backup of the {what}")),
            None => {}
        }
    }
}

fn people(db: &Db, now: Timestamp, found: &mut Findings) {
    let admins = found.heed(db.read_here(|tx| {
        let row =
            tx.row("SELECT count(*) FROM account WHERE role = 'admin' AND (ended_at IS NULL OR ended_at > $1)", args![now])?;
        Ok(row.map_or(Ok(0), |row| row.int(0))?)
    }));
    if admins == Some(0) {
        found.note("there is no administrator; varde invite-admin invites the first");
    }
    let Some((desks, empty)) = found.heed(db.read_here(|tx| desks::without_holder(tx, now))) else { return };
    println!("desks that answer requests for help: {desks}");
    if desks == 0 {
        found.note("no desk answers requests for help: an administrator sets one up");
    }
    for name in empty {
        found.problem(format!("nobody would hold a request for help at {name}; name somebody in its desk"));
    }
}

fn sign_off() {
    for part in catalogue() {
        let waiting = waiting_for_sign_off(part.wording.iter().map(|(_, text)| *text));
        if !waiting.is_empty() {
            println!("awaiting sign-off in {}: {}", part.key, waiting.join(", "));
        }
    }
}

/// Rules for keeping that no source settles: somebody who may has to.
fn sign_off_of_rules(db: &Db, now: Timestamp, found: &mut Findings) {
    let rules = found.heed(db.read_here(|tx| rules(tx, now.day()))).unwrap_or_default();
    for rule in rules.into_values().filter(|rule| !rule.sure) {
        println!("awaiting sign-off: how long {} is kept: {}", rule.table, rule.source);
    }
}

/// Clinical and legal texts are marked in their wording files until somebody who may has approved them.
fn waiting_for_sign_off<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut keys = Vec::new();
    for text in texts {
        let mut marked = false;
        for line in text.lines() {
            if line.starts_with("# awaiting-signoff") {
                marked = true;
            } else if let Some((key, _)) = line.split_once(" =").filter(|_| marked) {
                keys.push(key);
                marked = false;
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
