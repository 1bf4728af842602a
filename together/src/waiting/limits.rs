//! Limits of law and guideline as arithmetic: which rule rows fit somebody, and on which day each of them falls. Pure: a clock
//! brings the rows that held when it began, and the calendar is the kernel's.

use kernel::calendar::{add_working_days, is_working_day};
use kernel::time::Day;
use serde::{Deserialize, Serialize};

use super::facts::{Care, Facts, Injecting, Problem};

/// What a limit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Name {
    /// A referral to the specialist service has been assessed.
    Assessment,
    /// A service outside it has answered.
    Answer,
    /// Help has begun: the date that was set for this person.
    LatestStart,
    /// The guideline's longest wait, from which a date is suggested.
    Guideline,
    /// From the first attendance to the clinical decision.
    Decision,
    /// From the decision to the first evaluation.
    FirstEvaluation,
    /// From one evaluation to the next.
    NextEvaluation,
    /// From the end of detoxification to what comes next.
    AfterDetox,
}

impl Name {
    /// All of them.
    pub const ALL: [Name; 8] = [
        Name::Assessment,
        Name::Answer,
        Name::LatestStart,
        Name::Guideline,
        Name::Decision,
        Name::FirstEvaluation,
        Name::NextEvaluation,
        Name::AfterDetox,
    ];

    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Name::Assessment => "assessment",
            Name::Answer => "answer",
            Name::LatestStart => "latest-start",
            Name::Guideline => "guideline",
            Name::Decision => "decision",
            Name::FirstEvaluation => "first-evaluation",
            Name::NextEvaluation => "next-evaluation",
            Name::AfterDetox => "after-detox",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Name> {
        Name::ALL.into_iter().find(|name| name.key() == key)
    }
}

/// For whom a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Everyone.
    Any,
    /// Whoever drinks more units a day than the threshold.
    UnitsOver,
    /// Whoever is younger than the threshold, in years.
    YoungerThan,
    /// Whoever injects.
    Injecting,
    /// Whoever injects in the groin or the neck.
    GroinOrNeck,
    /// Outpatient treatment.
    Outpatient,
    /// Inpatient treatment.
    Inpatient,
    /// Outpatient treatment while pregnant.
    PregnantOutpatient,
    /// Inpatient treatment while pregnant.
    PregnantInpatient,
}

impl Ground {
    const ALL: [Ground; 9] = [
        Ground::Any,
        Ground::UnitsOver,
        Ground::YoungerThan,
        Ground::Injecting,
        Ground::GroinOrNeck,
        Ground::Outpatient,
        Ground::Inpatient,
        Ground::PregnantOutpatient,
        Ground::PregnantInpatient,
    ];

    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ground::Any => "any",
            Ground::UnitsOver => "units-over",
            Ground::YoungerThan => "younger-than",
            Ground::Injecting => "injecting",
            Ground::GroinOrNeck => "groin-or-neck",
            Ground::Outpatient => "outpatient",
            Ground::Inpatient => "inpatient",
            Ground::PregnantOutpatient => "pregnant-outpatient",
            Ground::PregnantInpatient => "pregnant-inpatient",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|ground| ground.key() == key)
    }
}

/// How days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Monday to Friday and no public holiday; the first day is not counted.
    WorkingDays,
    /// Every day.
    Days,
    /// Seven days each.
    Weeks,
}

impl Unit {
    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Unit> {
        match key {
            "working-days" => Some(Unit::WorkingDays),
            "days" => Some(Unit::Days),
            "weeks" => Some(Unit::Weeks),
            _ => None,
        }
    }

    /// In the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Unit::WorkingDays => "working-days",
            Unit::Days => "days",
            Unit::Weeks => "weeks",
        }
    }
}

/// How binding a limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Law: what passes it is a breach.
    Law,
    /// A guideline's or pathway's advice.
    Advice,
    /// A choice of the product.
    Habit,
}

impl Kind {
    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kind> {
        match key {
            "law" => Some(Kind::Law),
            "advice" => Some(Kind::Advice),
            "habit" => Some(Kind::Habit),
            _ => None,
        }
    }

    /// In the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Law => "law",
            Kind::Advice => "advice",
            Kind::Habit => "habit",
        }
    }
}

/// A rule row as a clock keeps it: a later change of the row changes no clock that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// About what.
    pub name: Name,
    /// For which main problem; nothing when for all.
    pub problem: Option<Problem>,
    /// For whom.
    pub ground: Ground,
    /// The number its ground speaks of: units a day, or years.
    pub threshold: Option<i64>,
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
    /// How binding.
    pub kind: Kind,
    /// Where it stands.
    pub source: String,
    /// Whether the source was read and is up to date; what is not must be settled by somebody who may.
    pub sure: bool,
    /// From which day the row holds.
    pub valid_from: String,
}

/// The day so many days, working days or weeks after another.
#[must_use]
pub fn after(from: Day, amount: u16, unit: Unit) -> Day {
    match unit {
        Unit::WorkingDays => add_working_days(from, amount),
        Unit::Days => from.plus(i32::from(amount)),
        Unit::Weeks => from.plus(i32::from(amount) * 7),
    }
}

/// This day when a clinic is open, else the last one before it on which it is: a start that is suggested is one that can
/// take place, and is never later than the guideline.
#[must_use]
pub fn open_day_on_or_before(day: Day) -> Day {
    let mut open = day;
    // No row of holidays in Norway is longer than this.
    for _ in 0..14 {
        if is_working_day(open) {
            return open;
        }
        open = open.plus(-1);
    }
    day
}

/// The rules of one clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules(pub Vec<Rule>);

/// A latest start that the guideline suggests, and on which ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// The day.
    pub on: Day,
    /// The row it follows from.
    pub rule: Rule,
}

impl Rules {
    /// By when a referral must have been assessed, or answered: whichever of the two the clock has a row for.
    #[must_use]
    pub fn first(&self, received: Day) -> Option<(Name, Day, &Rule)> {
        let rule = self.0.iter().find(|rule| matches!(rule.name, Name::Assessment | Name::Answer))?;
        Some((rule.name, after(received, rule.amount, rule.unit), rule))
    }

    /// The latest start the guideline suggests: of the rows that fit, the one that gives the earliest day. Nothing for a
    /// problem the guideline has no row for; then nothing is guessed.
    #[must_use]
    pub fn suggest(&self, received: Day, facts: &Facts) -> Option<Suggested> {
        let fits = self.0.iter().filter(|rule| rule.name == Name::Guideline && rule_fits(rule, facts));
        let dated = fits.map(|rule| Suggested {
            on: open_day_on_or_before(after(received, rule.amount, rule.unit)).max(received),
            rule: rule.clone(),
        });
        dated.min_by_key(|suggested| suggested.on)
    }

    /// A limit of the pathway, counted from a day: for somebody pregnant their own row, where there is one.
    #[must_use]
    pub fn pathway(&self, name: Name, from: Day, care: Care, pregnant: bool) -> Option<(Day, &Rule)> {
        let own = match care {
            Care::Outpatient => Ground::PregnantOutpatient,
            Care::Inpatient => Ground::PregnantInpatient,
        };
        let usual = match care {
            Care::Outpatient => Ground::Outpatient,
            Care::Inpatient => Ground::Inpatient,
        };
        let with = |ground: Ground| self.0.iter().find(|rule| rule.name == name && rule.ground == ground);
        let rule = with(own).filter(|_| pregnant).or_else(|| with(usual))?;
        Some((after(from, rule.amount, rule.unit), rule))
    }
}

fn rule_fits(rule: &Rule, facts: &Facts) -> bool {
    let problem = rule.problem.is_none() || rule.problem == facts.problem;
    let over = |number: Option<i64>, is: fn(&i64, &i64) -> bool| match (number, rule.threshold) {
        (Some(number), Some(threshold)) => is(&number, &threshold),
        _ => false,
    };
    problem
        && match rule.ground {
            Ground::Any => true,
            Ground::UnitsOver => over(facts.units_a_day, i64::gt),
            Ground::YoungerThan => over(facts.age, i64::lt),
            Ground::Injecting => facts.injecting != Injecting::No,
            Ground::GroinOrNeck => facts.injecting == Injecting::GroinOrNeck,
            Ground::Outpatient | Ground::Inpatient | Ground::PregnantOutpatient | Ground::PregnantInpatient => false,
        }
}

/// Working days that are left until and with a day; nought when it is today or past.
#[must_use]
pub fn working_days_left(today: Day, last: Day) -> i32 {
    let mut left = 0;
    let mut day = today;
    while day < last {
        day = day.plus(1);
        left += i32::from(is_working_day(day));
    }
    left
}
