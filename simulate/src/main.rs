//! `cargo xtask simulate`: months of a small city on both databases.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use platform::clock::Stopwatch;
use simulate::{run, wish::Wish};

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
    let (next, fallen) = (AtomicU64::new(wish.first), Mutex::new(Vec::new()));
    std::thread::scope(|all| {
        for _ in 0..wish.at_once {
            all.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= wish.first + wish.seeds {
                        break;
                    }
                    if !holds(seed, &wish) {
                        fallen.lock().unwrap_or_else(PoisonError::into_inner).push(seed);
                    }
                }
            });
        }
    });
    let mut fallen = fallen.into_inner().unwrap_or_else(PoisonError::into_inner);
    fallen.sort_unstable();
    if fallen.is_empty() {
        return Ok(());
    }
    let named: Vec<String> = fallen.iter().map(u64::to_string).collect();
    Err(format!("{} of {} seeds do not hold: {}", fallen.len(), wish.seeds, named.join(" ")))
}

/// Lives one seed and says what came of it.
fn holds(seed: u64, wish: &Wish) -> bool {
    let watch = Stopwatch::start();
    let done = run::on_both(seed, wish);
    let seconds = watch.micros() / 1_000_000;
    match done {
        Ok(done) => {
            println!(
                "seed {seed}: {} days, {} steps, {} requests, {} words kept, {} commits that failed, {} processes that died, digest {} on both databases ({seconds} s)\n  {} pages seen, {} kinds of change made; never: {}",
                wish.days,
                done.steps,
                done.requests,
                done.marks,
                done.failed_commits,
                done.deaths,
                done.digest,
                done.reached.0,
                done.reached.1,
                done.never.join(" ")
            );
            true
        }
        Err(why) => {
            println!("seed {seed} does not hold ({seconds} s): {why}");
            false
        }
    }
}
