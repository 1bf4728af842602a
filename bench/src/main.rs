//! What a request costs. Ours and the same work done bare run in turn in one process, so that a busy machine slows both;
//! what counts are the ratios. `cargo xtask bench` starts a PostgreSQL, builds this and runs it.

mod bare;
mod bulk;
mod cell;
mod copies;
mod cpu;
mod decision;
mod growth;
mod lists;
mod load;
mod ours;
mod pages;
mod part;
mod place;
mod report;
mod retention;
mod start;
mod town;
mod wish;

use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use tokio::runtime::Runtime;

use place::Place;
use report::table;
use town::Town;
use wish::Wish;

fn main() -> ExitCode {
    let done = Wish::read(std::env::args().skip(1)).and_then(|wish| run(&wish));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(wish: &Wish) -> Result<(), String> {
    let mut page = say(wish, String::new(), &head(wish));
    page = say(wish, page, &decision::measure());
    let place = Place::make()?;
    let mut unmeasured = Vec::new();
    if wish.start {
        page = say(wish, page, &start::measure(place.folder(), wish.load())?);
    }
    for database in place.databases(wish)? {
        let runtime = runtime()?;
        let meter = database.meter()?;
        page = say(wish, page, &format!("\n## {}\n", database.name()?));
        let mut towns: Vec<(Arc<Town>, Router)> = Vec::new();
        for size in wish.persons.iter().copied() {
            let (url, keys_url) = database.urls(size)?;
            let town = Arc::new(Town::build(&url, &keys_url, size)?);
            let router = platform::web::router(&town.app);
            towns.push((town, router));
        }
        for (town, router) in &towns {
            for callers in wish.connections.iter().copied() {
                let lines = cell::measure(&runtime, meter, wish.pace(), town, router, callers, wish.only.as_deref())?;
                page = say(wish, page, &table(&format!("{} persons, {callers} at once", town.size), &lines));
            }
        }
        if towns.len() > 1 {
            let lines = growth::measure(&runtime, meter, wish.pace(), &towns)?;
            page = say(wish, page, &table("A larger town", &lines));
        }
        // Afterwards the first town has no requests left.
        if let Some((town, _)) = towns.first().filter(|_| wish.only.is_none()) {
            page = say(wish, page, &format!("\n### Deleting what is due\n\n{}", retention::measure(town)?));
        }
        if wish.lists {
            let (lines, silent) = lists::measure(&runtime, meter, wish.pace(), &database)?;
            page = say(wish, page, &table("Longer lists", &lines));
            unmeasured.extend(silent);
        }
    }
    if let Some(path) = &wish.write {
        std::fs::write(path, page).map_err(|why| format!("{path} cannot be written: {why}"))?;
    }
    if unmeasured.is_empty() { Ok(()) } else { Err(format!("lists that could not be measured: {}", unmeasured.join("; "))) }
}

/// Prints what is known so far and keeps it for the page.
fn say(wish: &Wish, page: String, more: &str) -> String {
    print!("{more}");
    if wish.write.is_some() { page + more } else { page }
}

fn runtime() -> Result<Runtime, String> {
    let threads = std::thread::available_parallelism().map_or(2, |n| n.get().min(8));
    let built = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build();
    built.map_err(|why| why.to_string())
}

fn head(wish: &Wish) -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let busy = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let busy = busy.split_whitespace().next().unwrap_or("unknown").to_owned();
    let day = platform::clock::Source::system().now().day().stored();
    let pace = wish.pace();
    format!(
        "# What a request costs\n\n\
         Measured {day} by `cargo xtask bench`, {cores} cores, load {busy} before it began, SQLite {}. Medians of {} turns of {} ms,\n\
         all variants in turn. CPU is user and system of this process, callers included, and of every PostgreSQL process (their part in brackets).\n\
         Bare means the same client and the same rows with nothing around: prepared statements in place on SQLite, with one\n\
         commit for all who wait; the synchronous client on PostgreSQL, a connection for each caller, sixteen at most. Pages\n\
         stand beside a bare service behind a router of its own, which reads a row and inserts one. The second ratio is to the sum of what\n\
         a bare service takes that reads one row, and one that creates one with a commit of its own: the yardstick the targets were first\n\
         set by. Read the ratios; the figures themselves are the machine's.\n\n",
        rusqlite::version(),
        pace.rounds,
        pace.turn.as_millis(),
    )
}
