//! What is asked for on the command line.

use std::time::Duration;

use crate::load::Pace;

/// The call.
pub struct Wish {
    /// Short turns on a small town: to see that it runs, and roughly what it costs.
    pub quick: bool,
    /// Sizes of towns, smallest first.
    pub persons: Vec<usize>,
    /// Callers at once.
    pub connections: Vec<usize>,
    /// Only this database.
    pub database: Option<String>,
    /// Only operations of ours whose names hold this.
    pub only: Option<String>,
    /// Whether lists of a hundred thousand rows are measured.
    pub lists: bool,
    /// Whether `varde demo` is started.
    pub start: bool,
    /// The page to write.
    pub write: Option<String>,
}

const USAGE: &str = "usage: cargo xtask bench [--quick] [--persons 1000,10000,100000] [--connections 1,8,32] \
                     [--database sqlite|postgres] [--only NAME] [--without-start] [--without-lists] [--write docs/bench.md]";

impl Wish {
    /// Reads it.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Wish, String> {
        let (mut persons, mut connections, mut write) = (None, None, None);
        let (mut database, mut only) = (None, None);
        let (mut quick, mut start, mut lists) = (false, true, true);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} wants a value\n{USAGE}"));
            match word.as_str() {
                "--quick" => quick = true,
                "--without-start" => start = false,
                "--without-lists" => lists = false,
                "--persons" => persons = Some(numbers(&value()?)?),
                "--connections" => connections = Some(numbers(&value()?)?),
                "--database" => database = Some(value()?),
                "--only" => only = Some(value()?),
                "--write" => write = Some(value()?),
                _ => return Err(format!("{word} is not known\n{USAGE}")),
            }
        }
        let few = |all: &[usize], some: &[usize]| if quick { some.to_vec() } else { all.to_vec() };
        Ok(Wish {
            quick,
            persons: persons.unwrap_or_else(|| few(&[1000, 10_000, 100_000], &[1000])),
            connections: connections.unwrap_or_else(|| few(&[1, 8, 32], &[1, 8])),
            database,
            lists,
            only,
            start,
            write,
        })
    }

    /// How long each turn is.
    pub fn pace(&self) -> Pace {
        let ms = Duration::from_millis;
        if self.quick {
            Pace { rounds: 3, turn: ms(150), before: ms(40) }
        } else {
            Pace { rounds: 5, turn: ms(500), before: ms(100) }
        }
    }

    /// How long `/` is asked for.
    pub fn load(&self) -> Duration {
        Duration::from_secs(if self.quick { 2 } else { 10 })
    }
}

fn numbers(text: &str) -> Result<Vec<usize>, String> {
    let mut read: Vec<usize> = text
        .split(',')
        .map(|number| number.trim().parse().ok().filter(|n| *n > 0))
        .collect::<Option<_>>()
        .ok_or_else(|| format!("{text} is not a list of numbers\n{USAGE}"))?;
    read.sort_unstable();
    read.dedup();
    Ok(read)
}
