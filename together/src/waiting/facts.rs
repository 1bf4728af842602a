//! What the guideline asks about somebody, and no more. It is sealed with the person's key.

use serde::{Deserialize, Serialize};

/// The main problem. Gambling is one like the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// Alcohol.
    Alcohol,
    /// Opioids.
    Opioids,
    /// Cannabis.
    Cannabis,
    /// Stimulants.
    Stimulants,
    /// Tranquillisers and sleeping pills.
    Sedatives,
    /// Anabolic steroids.
    Steroids,
    /// Gambling and gaming.
    Gambling,
    /// Something else, or several.
    Other,
}

impl Problem {
    /// All of them, in the order of the form.
    pub const ALL: [Problem; 8] = [
        Problem::Alcohol,
        Problem::Opioids,
        Problem::Cannabis,
        Problem::Stimulants,
        Problem::Sedatives,
        Problem::Steroids,
        Problem::Gambling,
        Problem::Other,
    ];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Problem::Alcohol => "alcohol",
            Problem::Opioids => "opioids",
            Problem::Cannabis => "cannabis",
            Problem::Stimulants => "stimulants",
            Problem::Sedatives => "sedatives",
            Problem::Steroids => "steroids",
            Problem::Gambling => "gambling",
            Problem::Other => "other",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Problem> {
        Problem::ALL.into_iter().find(|problem| problem.key() == key)
    }
}

/// Whether somebody injects, and where, as far as the guideline asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Injecting {
    /// No, or not said.
    #[default]
    No,
    /// Yes.
    Yes,
    /// In the groin or the neck.
    GroinOrNeck,
}

impl Injecting {
    /// All three.
    pub const ALL: [Injecting; 3] = [Injecting::No, Injecting::Yes, Injecting::GroinOrNeck];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Injecting::No => "no",
            Injecting::Yes => "yes",
            Injecting::GroinOrNeck => "groin-or-neck",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Injecting> {
        Injecting::ALL.into_iter().find(|injecting| injecting.key() == key)
    }
}

/// Where somebody is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Care {
    /// They come and go.
    Outpatient,
    /// They stay.
    Inpatient,
}

impl Care {
    /// Both.
    pub const ALL: [Care; 2] = [Care::Outpatient, Care::Inpatient];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Care::Outpatient => "outpatient",
            Care::Inpatient => "inpatient",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Care> {
        Care::ALL.into_iter().find(|care| care.key() == key)
    }
}

/// What is known about somebody when their wait begins. All of it may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// The main problem.
    pub problem: Option<Problem>,
    /// Whether they inject.
    pub injecting: Injecting,
    /// Units of alcohol a day.
    pub units_a_day: Option<i64>,
    /// Years of age: the youngest they can be, since only the year of birth is kept and the younger have the shorter limit.
    pub age: Option<i64>,
    /// Pregnant.
    pub pregnant: bool,
}

/// The youngest somebody born this year can be in this year.
#[must_use]
pub fn youngest(birth_year: i64, year: i16) -> i64 {
    (i64::from(year) - birth_year - 1).max(0)
}
