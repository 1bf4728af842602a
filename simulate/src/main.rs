//! `cargo xtask simulate`: months of a small city on both databases, one after the other.

use simulate::{run, wish::Wish};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = Wish::read(std::env::args().skip(1)).and_then(simulate_all);
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("simulate: {why}");
            ExitCode::FAILURE
        }
    }
}

fn simulate_all(wish: Wish) -> Result<(), String> {
    for seed in wish.first..wish.first + wish.seeds {
        let done = run::on_both(seed, &wish)?;
        println!(
            "seed {seed}: {} days, {} steps, {} requests, {} words kept, {} commits that failed, {} processes that died, digest {} on both databases",
            wish.days, done.steps, done.requests, done.marks, done.failed_commits, done.deaths, done.digest
        );
        println!("  {} pages seen, {} kinds of change made; never: {}", done.reached.0, done.reached.1, done.never.join(" "));
    }
    Ok(())
}
