//! What is asked for on the command line.

use crate::town::{self, Size};

/// How much to simulate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How many seeds.
    pub seeds: u64,
    /// How many of them at the same time.
    pub at_once: usize,
    /// The first seed.
    pub first: u64,
    /// Days in each.
    pub days: usize,
    /// Persons in the city.
    pub persons: usize,
    /// Steps in a day; nothing for as many as the persons of the city take.
    pub steps: Option<usize>,
    /// Which city, and what happens to its processes.
    pub city: City,
}

/// Which city.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum City {
    /// The demo city, and one process that lives.
    #[default]
    Demo,
    /// Eight organisations and twenty-five employees, and processes that die.
    Small,
    /// Twelve organisations and forty employees, and processes that die.
    Whole,
}

impl City {
    /// How large it is; nothing for the demo city, which builds itself.
    #[must_use]
    pub fn size(self) -> Option<&'static Size> {
        match self {
            City::Demo => None,
            City::Small => Some(&town::SMALL),
            City::Whole => Some(&town::CITY),
        }
    }
}

/// Persons in the small city.
pub const DAY_PERSONS: usize = 200;
/// Steps in its day.
pub const DAY_STEPS: usize = 150;
/// Persons in the city of twelve organisations.
pub const CITY_PERSONS: usize = 500;

impl Default for Wish {
    fn default() -> Wish {
        Wish { seeds: 3, at_once: 1, first: 1, days: 30, persons: 12, steps: None, city: City::Demo }
    }
}

impl Wish {
    /// Reads `--day --city --seeds N --at-once M --from FIRST --seed ONE --days D --persons P --steps S`.
    ///
    /// # Errors
    /// A sentence that says what may be asked for.
    pub fn read(words: impl Iterator<Item = String>) -> Result<Wish, String> {
        let mut wish = Wish::default();
        let (cities, words): (Vec<String>, Vec<String>) = words.partition(|word| word == "--day" || word == "--city");
        match cities.as_slice() {
            [] => {}
            [one] if one == "--day" => {
                (wish.days, wish.persons, wish.steps, wish.city) = (1, DAY_PERSONS, Some(DAY_STEPS), City::Small)
            }
            [one] if one == "--city" => (wish.persons, wish.city) = (CITY_PERSONS, City::Whole),
            _ => return Err("--day and --city are two cities: ask for one".into()),
        }
        for pair in words.chunks(2) {
            let [name, value] = pair else { return Err(format!("{} needs a number", pair.concat())) };
            let number: u64 = value.parse().map_err(|_| format!("{name} needs a number, and {value} is none"))?;
            let small = usize::try_from(number).map_err(|_| format!("{number} is too many"))?;
            match name.as_str() {
                "--seeds" => wish.seeds = number,
                "--seed" => (wish.first, wish.seeds) = (number, 1),
                "--at-once" => wish.at_once = small.max(1),
                "--from" => wish.first = number,
                "--steps" => wish.steps = Some(small.max(1)),
                "--days" => wish.days = small,
                "--persons" => wish.persons = small.max(2),
                other => {
                    return Err(format!(
                        "{other} is not known: use --day, --city, --seeds N, --at-once M, --from FIRST, --seed ONE, --days D, --persons P, --steps S"
                    ));
                }
            }
        }
        Ok(wish)
    }
}
