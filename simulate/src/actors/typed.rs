//! What people write where a date, a time, a number or a name is asked for: mostly something that fits, sometimes not.

use kernel::time::Day;

use crate::city::World;

/// What is written where something else belongs.
const UNFITTING: [&str; 6] = ["", "31.2.2027", "i morgen", "10.30", "Kim", "55012345"];
/// How often what is written fits, in a hundred.
const FITTING: usize = 75;

/// Something for a field with this name and type; nothing where it stays as it stands.
pub fn text(world: &mut World, name: &str, kind: &str) -> Option<String> {
    let fitting = match kind {
        "date" => Some(day(world).stored()),
        "time" => Some(time(world, ':')),
        "datetime-local" => Some(format!("{}T{}", day(world).stored(), time(world, ':'))),
        "number" => Some(world.chance.below(12).to_string()),
        _ if says(name, &["dag", "dato", "frist", "day", "date", "due"]) => Some(in_words(day(world))),
        _ if says(name, &["klokke", "kl", "tid", "time"]) => Some(time(world, '.')),
        _ if says(name, &["antall", "plasser", "count", "beds", "number"]) => Some(world.chance.below(12).to_string()),
        _ => None,
    };
    match fitting {
        Some(text) if world.chance.percent(FITTING) => Some(text),
        _ if world.chance.percent(20) => world.chance.one_of(&UNFITTING).map(|text| (*text).to_owned()),
        _ => None,
    }
}

/// Whether one of the words in a field's name is one of these, or begins or ends with a longer one.
fn says(name: &str, words: &[&str]) -> bool {
    let mut pieces = name.split(['_', '-']);
    pieces.any(|piece| {
        words.iter().any(|word| piece == *word || (word.len() > 3 && (piece.starts_with(word) || piece.ends_with(word))))
    })
}

/// A day in the weeks to come, now and then one that is over.
fn day(world: &mut World) -> Day {
    let days = i32::try_from(world.chance.below(30)).unwrap_or(0);
    world.now().day().plus(if world.chance.percent(10) { -days } else { days })
}

fn in_words(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{day}.{month}.{year}")
}

fn time(world: &mut World, between: char) -> String {
    let hour = 8 + world.chance.below(10);
    let minutes = world.chance.one_of(&["00", "15", "30"]).copied().unwrap_or("00");
    format!("{hour:02}{between}{minutes}")
}
