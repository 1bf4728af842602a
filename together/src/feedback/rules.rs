//! Three questions with three plain answers each; what may be shown of them; and what a leader may reply.

use kernel::time::Day;

/// Numbers below this are not shown: in a small place they point at somebody.
pub const FEW: i64 = 5;
/// Longest reply, in characters.
pub const MAX_REPLY: usize = 400;
/// Months that are shown, newest first.
pub const MONTHS: usize = 6;
/// Days during which the person is asked about a contact.
pub const ASKED_DAYS: i64 = 14;

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Were you heard?
    Heard,
    /// Did you get what you needed?
    Needed,
    /// Anything else?
    Else,
}

impl Question {
    /// All three, in the order in which they are asked.
    pub const ALL: [Question; 3] = [Question::Heard, Question::Needed, Question::Else];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Question::Heard => "heard",
            Question::Needed => "needed",
            Question::Else => "else",
        }
    }

    /// The three answers, by key.
    #[must_use]
    pub const fn answers(self) -> [&'static str; 3] {
        match self {
            Question::Heard | Question::Needed => ["yes", "some", "no"],
            Question::Else => ["nothing", "good", "wrong"],
        }
    }

    /// The answer with this key.
    #[must_use]
    pub fn answer(self, key: &str) -> Option<&'static str> {
        self.answers().into_iter().find(|answer| *answer == key)
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// So many have answered in an hour that somebody may be playing with it.
    Busy,
    /// The month is not over, or too long ago.
    Month,
    /// Somebody else has replied meanwhile.
    Changed,
    /// The asker does not lead it.
    NotLed,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 4] = [Refusal::Busy, Refusal::Month, Refusal::Changed, Refusal::NotLed];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Busy => "feedback-busy",
            Refusal::Month => "feedback-month",
            Refusal::Changed => "feedback-changed",
            Refusal::NotLed => "feedback-not-led",
        }
    }
}

/// A month, as stored: `2026-11`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(String);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Day) -> Month {
        Month(day.stored().chars().take(7).collect())
    }

    /// From an address or a row.
    #[must_use]
    pub fn parse(text: &str) -> Option<Month> {
        let day = Day::parse(&format!("{text}-01"))?;
        (text.len() == 7).then(|| Month::of(day))
    }

    /// As stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its number in the year, for the wording, and the year.
    #[must_use]
    pub fn parts(&self) -> (String, String) {
        let (year, month) = self.0.split_once('-').unwrap_or_default();
        (month.trim_start_matches('0').to_owned(), year.to_owned())
    }
}

/// The months that are over and still shown, newest first. One that runs is not shown: whoever looks before and after an
/// answer would see what it was.
#[must_use]
pub fn shown_months(today: Day) -> Vec<Month> {
    (1..=MONTHS).map(|back| Month::of(today.plus_months(-i32::try_from(back).unwrap_or(1)))).collect()
}

/// Decides whether a reply may stand for a month.
///
/// # Errors
/// The [`Refusal`].
pub fn may_reply(led: bool, month: &Month, today: Day, (seen, there): (i64, i64)) -> Result<(), Refusal> {
    if !led {
        Err(Refusal::NotLed)
    } else if !shown_months(today).contains(month) {
        Err(Refusal::Month)
    } else if seen != there {
        Err(Refusal::Changed)
    } else {
        Ok(())
    }
}

/// The numbers of one question, in the order of its answers.
pub type Counts = [i64; 3];

/// What is shown of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The number.
    Number(i64),
    /// «Fewer than five.»
    Few,
    /// Left out so that a small number beside it cannot be worked out.
    LeftOut,
}

/// What may be shown of a month: the three questions, or nothing at all.
///
/// Everyone who answers answers all three questions, so the sum of one is known wherever another is shown whole. A row is
/// therefore shown only where the hidden numbers could each be at least two different ones for somebody who knows the sum.
#[must_use]
pub fn published(month: [Counts; 3]) -> Option<[[Shown; 3]; 3]> {
    let rows = month.map(published_row);
    let all: Option<Vec<[Shown; 3]>> = rows.into_iter().collect();
    all?.try_into().ok()
}

fn published_row(counts: Counts) -> Option<[Shown; 3]> {
    let (row, total) = (masked(counts), counts.iter().sum());
    (total >= FEW && cannot_be_worked_out(row, total)).then_some(row)
}

/// Small numbers are hidden; where there is only one, the smallest of the others is left out with it.
fn masked(counts: Counts) -> [Shown; 3] {
    let small = counts.iter().filter(|n| **n < FEW).count();
    let second = (small == 1).then(|| counts.iter().copied().filter(|n| *n >= FEW).min()).flatten();
    let mut left_out = false;
    counts.map(|n| {
        if n < FEW {
            Shown::Few
        } else if second == Some(n) && !left_out {
            left_out = true;
            Shown::LeftOut
        } else {
            Shown::Number(n)
        }
    })
}

/// Whether each hidden number could be another, for somebody who knows what is shown, the sum, and this rule.
fn cannot_be_worked_out(row: [Shown; 3], total: i64) -> bool {
    let could = all_that_fit(row, total);
    let open = |at: usize| {
        let mut values: Vec<i64> = could.iter().filter_map(|counts| counts.get(at).copied()).collect();
        values.sort_unstable();
        values.dedup();
        values.len() > 1
    };
    row.iter().enumerate().all(|(at, shown)| matches!(shown, Shown::Number(_)) || open(at))
}

fn all_that_fit(row: [Shown; 3], total: i64) -> Vec<Counts> {
    let range = |shown: Shown| match shown {
        Shown::Number(n) => n..=n,
        Shown::Few => 0..=FEW - 1,
        Shown::LeftOut => FEW..=total,
    };
    let [first, second, third] = row;
    let pairs = range(first).flat_map(|a| range(second).map(move |b| [a, b, total - a - b]));
    let fits = |counts: &Counts| {
        let [.., last] = *counts;
        range(third).contains(&last) && masked(*counts) == row
    };
    pairs.filter(fits).collect()
}
