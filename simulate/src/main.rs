//! `cargo xtask simulate`: months of a small city on both databases, one after the other.

use platform::clock::Stopwatch;
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

/// Every seed has its turn, also after one that does not hold: what two of them have in common is the shorter way to its cause.
fn simulate_all(wish: Wish) -> Result<(), String> {
    let mut fallen = Vec::new();
    for seed in wish.first..wish.first + wish.seeds {
        let watch = Stopwatch::start();
        let done = run::on_both(seed, &wish);
        let seconds = watch.micros() / 1_000_000;
        match done {
            Ok(done) => {
                println!(
                    "seed {seed}: {} days, {} steps, {} requests, {} words kept, {} commits that failed, {} processes that died, digest {} on both databases ({seconds} s)",
                    wish.days, done.steps, done.requests, done.marks, done.failed_commits, done.deaths, done.digest
                );
                println!(
                    "  {} pages seen, {} kinds of change made; never: {}",
                    done.reached.0,
                    done.reached.1,
                    done.never.join(" ")
                );
            }
            Err(why) => {
                println!("seed {seed} does not hold ({seconds} s): {why}");
                fallen.push(seed.to_string());
            }
        }
    }
    match fallen.len() {
        0 => Ok(()),
        some => Err(format!("{some} of {} seeds do not hold: {}", wish.seeds, fallen.join(" "))),
    }
}
