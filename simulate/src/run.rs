//! One run: a city, a month, and what came of it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kernel::time::Clock;
use testkit::{Place, app_seeded, runtime};

use crate::actors::{act, clock};
use crate::city::World;
use crate::invariants;
use crate::town;
use crate::wish::Wish;

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The digest of all its steps.
    pub digest: String,
    /// Steps.
    pub steps: usize,
    /// Requests.
    pub requests: usize,
    /// Answers that failed because the commit was made to.
    pub failed_commits: usize,
    /// Processes that died.
    pub deaths: usize,
    /// Words that were kept and can be told apart.
    pub marks: usize,
    /// How many addresses showed something, and how many changes were made at least once.
    pub reached: (usize, usize),
    /// Addresses of changes that nobody came to make.
    pub never: Vec<&'static str>,
    /// All of it in words.
    pub story: Vec<String>,
}

/// Where two runs of the same seed part, with what came before.
fn parting(one: &Done, other: &Done) -> String {
    let same = one.story.iter().zip(&other.story).take_while(|(one, other)| one == other).count();
    let before = one.story.get(same.saturating_sub(8)..same).unwrap_or_default().join("\n");
    let at = |done: &Done| done.story.get(same).cloned().unwrap_or_default();
    format!("{before}\n  there: {}\n  here:  {}", at(one), at(other))
}

/// The same seed on both databases, at the same time. It must come to the same.
///
/// # Errors
/// What must not be, with the last steps before it.
pub fn on_both(seed: u64, wish: &Wish) -> Result<Done, String> {
    let places = Place::both();
    let [lite, pg] = std::thread::scope(|both| {
        let lived = places.each_ref().map(|place| both.spawn(|| on(place, seed, wish)));
        lived.map(|lived| lived.join().unwrap_or_else(|_| Err("a run stopped in the middle; its message stands above".into())))
    });
    let (lite, pg) = (lite?, pg?);
    if lite.digest == pg.digest {
        return Ok(lite);
    }
    Err(format!("seed {seed} is not the same on SQLite (there) and PostgreSQL (here):\n{}", parting(&lite, &pg)))
}

/// One seed in one place.
///
/// # Errors
/// As [`on_both`].
pub fn on(place: &Place, seed: u64, wish: &Wish) -> Result<Done, String> {
    let failed = |why: String| format!("seed {seed} on {}: {why}", place.name);
    let app = app_seeded(&app::catalogue(), &place.url, &place.keys_url, seed);
    let filled = match wish.city.size() {
        None => app::demo::fill(&app, wish.persons),
        Some(size) => town::build(&app, size, wish.persons),
    };
    filled.map_err(|error| failed(format!("the city cannot be filled: {error:?}")))?;
    let mut world = World::new(app, seed).map_err(failed)?;
    if let Some(size) = wish.city.size() {
        world.lives_at(place, size.deaths);
    }
    // A test that panics must still say where it was.
    let lived = catch_unwind(AssertUnwindSafe(|| runtime().block_on(live(&mut world, wish))));
    let lived = lived.unwrap_or_else(|_| Err("a step stopped in the middle; its message stands above".into()));
    lived.map_err(|why| failed(format!("{why}\n\nthe last steps (run it again with --seed {seed}):\n{}", world.log.last())))?;
    Ok(done(&world))
}

fn done(world: &World) -> Done {
    let changes = world.catalogue().iter().flat_map(|part| part.routes);
    let changes = changes.filter(|route| route.method == platform::web::Method::Post).map(|route| route.path);
    Done {
        digest: world.log.digest(),
        steps: world.log.steps,
        requests: world.log.requests,
        failed_commits: world.trouble.failed,
        deaths: world.deaths,
        marks: world.marks.kept(),
        reached: (world.seen.len(), world.made.len()),
        story: world.log.all().to_vec(),
        never: changes.filter(|path| !world.made.contains_key(path)).collect(),
    }
}

/// Day by day, with as many steps as the city has people to take them.
async fn live(world: &mut World, wish: &Wish) -> Result<(), String> {
    let mut people = world.people()?;
    let steps = wish.steps.unwrap_or_else(|| (people.persons.len() * 3).clamp(24, 90));
    let minutes = i64::try_from(14 * 60 / steps).unwrap_or(10);
    for _ in 0..wish.days {
        for _ in 0..steps {
            let pause = i64::try_from(world.chance.below(2 * usize::try_from(minutes).unwrap_or(10))).unwrap_or(1);
            world.town().wait_minutes(pause);
            let acted = act(world, &mut people).await;
            if world.trouble.is_armed() {
                world.arm(None)?;
            }
            acted?;
            invariants::of_a_step(world)?;
        }
        world.seal()?;
        invariants::of_a_day(world)?;
        clock::next_day(world, Clock::at(8, 0))?;
    }
    Ok(())
}
