//! Variants of one operation, run in turn by so many callers at once.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use crate::cpu::Meter;

/// What one call came to.
pub type Done = Result<(), String>;
type Call = Arc<dyn Fn(u64) -> Pin<Box<dyn Future<Output = Done> + Send>> + Send + Sync>;
type OnThread = Arc<dyn Fn() -> Result<Box<dyn FnMut(u64) -> Done + Send>, String> + Send + Sync>;

/// How callers call.
#[derive(Clone)]
enum How {
    /// As requests do: tasks on the threads of the web.
    Tasks(Call),
    /// In place on a thread each.
    Threads(OnThread, usize),
}

/// One operation in one shape.
#[derive(Clone)]
pub struct Variant {
    /// What it is called in the table.
    pub name: &'static str,
    how: How,
}

impl Variant {
    /// An operation of ours, called as requests are.
    pub fn task<F>(name: &'static str, call: impl Fn(u64) -> F + Send + Sync + 'static) -> Variant
    where
        F: Future<Output = Done> + Send + 'static,
    {
        Variant { name, how: How::Tasks(Arc::new(move |n| Box::pin(call(n)))) }
    }

    /// An operation called in place; each caller prepares itself first, and there are so many at most.
    pub fn thread(
        name: &'static str,
        most: usize,
        prepare: impl Fn() -> Result<Box<dyn FnMut(u64) -> Done + Send>, String> + Send + Sync + 'static,
    ) -> Variant {
        Variant { name, how: How::Threads(Arc::new(prepare), most) }
    }
}

/// How long and how often.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Rounds in which every variant has its turn.
    pub rounds: usize,
    /// How long a turn is measured.
    pub turn: Duration,
    /// How long a turn runs before.
    pub before: Duration,
}

/// Medians of a variant over its turns.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// CPU microseconds a call, all processes.
    pub cpu_us: f64,
    /// Of these, the database server's.
    pub server_us: f64,
    /// Calls a second.
    pub per_s: f64,
}

/// Runs all variants in turn and gives their medians, in the order of the variants.
pub fn in_turn(runtime: &Runtime, meter: Meter, pace: Pace, callers: usize, variants: &[Variant]) -> Result<Vec<Cost>, String> {
    let mut seen: Vec<Vec<Cost>> = variants.iter().map(|_| Vec::new()).collect();
    for _ in 0..pace.rounds {
        for (variant, costs) in variants.iter().zip(&mut seen) {
            let cost = turn(runtime, meter, pace, callers, variant);
            costs.push(cost.map_err(|why| format!("{}: {why}", variant.name))?);
        }
    }
    Ok(seen.iter().map(|costs| medians(costs)).collect())
}

fn medians(costs: &[Cost]) -> Cost {
    let median = |of: fn(&Cost) -> f64| {
        let mut all: Vec<f64> = costs.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
    };
    Cost { cpu_us: median(|cost| cost.cpu_us), server_us: median(|cost| cost.server_us), per_s: median(|cost| cost.per_s) }
}

static TURNS: AtomicU64 = AtomicU64::new(1);

#[derive(Default)]
struct Turn {
    over: AtomicBool,
    calls: AtomicU64,
    next: AtomicU64,
}

impl Turn {
    fn goes_on(&self) -> bool {
        !self.over.load(Ordering::Relaxed)
    }

    fn next(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    fn called(&self) {
        self.calls.fetch_add(1, Ordering::Relaxed);
    }
}

fn turn(runtime: &Runtime, meter: Meter, pace: Pace, callers: usize, variant: &Variant) -> Result<Cost, String> {
    // Every turn of a run counts on from a place of its own, so that no two make the same thing.
    let start = TURNS.fetch_add(1, Ordering::Relaxed) << 32;
    let turn = Arc::new(Turn { next: AtomicU64::new(start), ..Turn::default() });
    match &variant.how {
        How::Tasks(call) => {
            let tasks: Vec<_> = (0..callers).map(|_| runtime.spawn(call_as_task(call.clone(), turn.clone()))).collect();
            let cost = measure(meter, pace, &turn);
            for task in tasks {
                runtime.block_on(task).map_err(|_| "a caller stopped".to_owned())??;
            }
            cost
        }
        How::Threads(prepare, most) => {
            let ready: Result<Vec<_>, String> = (0..callers.min(*most)).map(|_| prepare()).collect();
            let threads: Vec<_> = ready?
                .into_iter()
                .map(|call| {
                    let turn = turn.clone();
                    std::thread::spawn(move || call_on_thread(call, &turn))
                })
                .collect();
            let cost = measure(meter, pace, &turn);
            for thread in threads {
                thread.join().map_err(|_| "a caller stopped".to_owned())??;
            }
            cost
        }
    }
}

async fn call_as_task(call: Call, turn: Arc<Turn>) -> Done {
    while turn.goes_on() {
        call(turn.next()).await?;
        turn.called();
        tokio::task::yield_now().await;
    }
    Ok(())
}

fn call_on_thread(mut call: Box<dyn FnMut(u64) -> Done + Send>, turn: &Turn) -> Done {
    while turn.goes_on() {
        call(turn.next())?;
        turn.called();
    }
    Ok(())
}

fn measure(meter: Meter, pace: Pace, turn: &Turn) -> Result<Cost, String> {
    std::thread::sleep(pace.before);
    let (calls, used, started) = (turn.calls.load(Ordering::Relaxed), meter.read(), Instant::now());
    std::thread::sleep(pace.turn);
    let (calls_after, used_after, seconds) = (turn.calls.load(Ordering::Relaxed), meter.read(), started.elapsed().as_secs_f64());
    turn.over.store(true, Ordering::Relaxed);
    let calls = calls_after.saturating_sub(calls);
    if calls == 0 {
        return Err("not one call was answered in a turn".into());
    }
    let (own_us, server_us) = used_after.since_us(&used);
    let calls = calls as f64;
    Ok(Cost { cpu_us: (own_us + server_us) / calls, server_us: server_us / calls, per_s: calls / seconds })
}

/// Spreads a number over so many: the same order in every run, near-by numbers far apart.
pub fn spread(n: u64, over: usize) -> usize {
    let mixed = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    usize::try_from((mixed ^ (mixed >> 32)) % over.max(1) as u64).unwrap_or(0)
}
