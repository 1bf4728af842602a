//! The only place that reads the clock or draws chance.
//!
//! Everything else is handed its time and its ids, so that a test can hold the clock still and a seed gives the same city
//! twice. A house test forbids the functions used here everywhere else.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use kernel::time::Timestamp;
use sha2::{Digest, Sha256};

/// Where time and chance come from.
#[derive(Clone, Debug)]
pub struct Source {
    time: Time,
    chance: Chance,
}

#[derive(Clone, Debug)]
enum Time {
    System,
    Held(Arc<AtomicI64>),
}

#[derive(Clone, Debug)]
enum Chance {
    System,
    Seeded(u64, Arc<AtomicI64>, Arc<AtomicI64>),
}

/// The place of the draws that are alike, when none are.
const NONE_ALIKE: i64 = 0;

fn seeded(seed: u64) -> Chance {
    Chance::Seeded(seed, Arc::new(AtomicI64::new(0)), Arc::new(AtomicI64::new(NONE_ALIKE)))
}

/// The bytes of one draw of the seed.
fn draw(seed: u64, turn: i64) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update(turn.to_le_bytes());
    hash.finalize().into()
}

impl Source {
    /// The machine's own clock and the operating system's randomness.
    #[must_use]
    pub fn system() -> Source {
        Source { time: Time::System, chance: Chance::System }
    }

    /// A clock that stands still until it is moved, and draws that follow from the seed: for tests and simulations.
    #[must_use]
    pub fn held(at: Timestamp, seed: u64) -> Source {
        Source { time: Time::Held(Arc::new(AtomicI64::new(at.unix_s()))), chance: seeded(seed) }
    }

    /// The machine's clock with draws that follow from the seed: what fills the demo city.
    #[must_use]
    pub fn seeded(seed: u64) -> Source {
        Source { time: Time::System, chance: seeded(seed) }
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match &self.time {
            Time::System => Timestamp::from_unix_s(system_time_s()),
            Time::Held(at) => Timestamp::from_unix_s(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a held clock; the machine's own clock cannot be moved.
    pub fn set(&self, to: Timestamp) {
        if let Time::Held(at) = &self.time {
            at.store(to.unix_s(), Ordering::SeqCst);
        }
    }

    /// 32 bytes that nobody can guess (or, from a seed, that come the same way each time).
    #[must_use]
    pub fn bytes(&self) -> [u8; 32] {
        match &self.chance {
            Chance::System => system_bytes(),
            Chance::Seeded(seed, drawn, _) => draw(*seed, drawn.fetch_add(1, Ordering::SeqCst)),
        }
    }

    /// What one command draws its ids from.
    #[must_use]
    pub fn for_a_command(&self, act: &str) -> [u8; 32] {
        match &self.chance {
            Chance::Seeded(seed, _, alike) if alike.load(Ordering::SeqCst) != NONE_ALIKE => {
                let place = draw(*seed, alike.load(Ordering::SeqCst));
                Sha256::new().chain_update(place).chain_update(act).finalize().into()
            }
            Chance::System | Chance::Seeded(..) => self.bytes(),
        }
    }

    /// From now on all commands of one kind draw alike, or each its own again: for simulations, where the same form is sent twice at once and
    /// what the one that wins makes must have the same ids whichever it is. The system's own randomness is never alike.
    pub fn draw_alike(&self, alike: bool) {
        if let Chance::Seeded(_, drawn, place) = &self.chance {
            // No other draw is below nothing.
            let here = -1 - drawn.load(Ordering::SeqCst);
            place.store(if alike { here } else { NONE_ALIKE }, Ordering::SeqCst);
        }
    }

    /// Goes on at this draw of the seed: for simulations, where two requests at once draw in an order nobody decides, and
    /// what comes after them must be the same each time. The system's own randomness has no such place.
    pub fn draw_from(&self, turn: i64) {
        if let Chance::Seeded(_, drawn, _) = &self.chance {
            drawn.store(turn, Ordering::SeqCst);
        }
    }

    /// 128 bits for an id.
    #[must_use]
    pub fn id_bits(&self) -> u128 {
        let bytes = self.bytes();
        bytes.iter().take(16).fold(0, |bits, byte| (bits << 8) | u128::from(*byte))
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn system_time_s() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// Without randomness no key and no session can be safe, so the process stops rather than go on with a guess.
#[expect(clippy::disallowed_methods, reason = "the one place that draws chance")]
fn system_bytes() -> [u8; 32] {
    let mut bytes = [0_u8; 32];
    if getrandom::fill(&mut bytes).is_err() {
        tracing::error!("the operating system gives no randomness; stopping");
        std::process::abort();
    }
    bytes
}

/// Two commands that met must not meet again in step: each thread waits its own while, and longer each time.
pub(crate) fn wait_a_little(attempt: u32) {
    const LONGEST_MS: u64 = 40;
    let most = (1_u64 << attempt.min(5)).min(LONGEST_MS);
    let [chance, ..] = system_bytes();
    std::thread::sleep(std::time::Duration::from_millis(u64::from(chance) % (most + 1)));
}

/// A stopwatch for metrics: never a decision.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn start() -> Stopwatch {
        Stopwatch(std::time::Instant::now())
    }

    /// Microseconds since the start.
    #[must_use]
    pub fn micros(self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_of_one_kind_draw_alike_only_while_they_are_told_to() {
        let source = Source::held(Timestamp::from_unix_s(0), 7);
        assert_ne!(source.for_a_command("make"), source.for_a_command("make"));
        source.draw_alike(true);
        let (one, two) = (source.for_a_command("make"), source.for_a_command("make"));
        assert_eq!(one, two);
        assert_ne!(one, source.for_a_command("answer"));
        assert_ne!(source.bytes(), source.bytes(), "everything else is its own");
        source.draw_alike(false);
        assert_ne!(source.for_a_command("make"), source.for_a_command("make"));
        let system = Source::system();
        system.draw_alike(true);
        assert_ne!(system.for_a_command("make"), system.for_a_command("make"), "never with the system's randomness");
    }
}
