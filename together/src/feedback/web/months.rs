//! Places and months in words.

use kernel::persona::OrganisationKind;
use platform::access::receivers::{self, Organisation};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::Say;

use crate::feedback::rules::{Month, Question, Shown, published};
use crate::feedback::store::{self, Reply};

/// Where one can give feedback: everywhere but with the advisory unit, which is linked to nothing.
///
/// # Errors
/// A fault.
pub fn places(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, Error> {
    let mut all = receivers::organisations(tx)?;
    all.retain(|one| one.kind != OrganisationKind::AdvisoryUnit);
    Ok(all)
}

/// A number as drawn.
pub struct ShownCell {
    /// The answer.
    pub answer: String,
    /// The number, or why there is none.
    pub number: String,
}

/// A question with its numbers.
pub struct ShownRow {
    /// The question.
    pub question: String,
    /// The numbers.
    pub cells: Vec<ShownCell>,
}

/// A month as drawn.
pub struct ShownMonth {
    /// Its name.
    pub name: String,
    /// As in addresses.
    pub key: String,
    /// The numbers; none when there are too few answers to show any.
    pub rows: Vec<ShownRow>,
    /// What was said and done.
    pub reply: Option<ShownReply>,
}

/// A reply as drawn.
pub struct ShownReply {
    /// What was said.
    pub said: String,
    /// What was done.
    pub did: String,
    /// Who and when.
    pub by: String,
}

/// «oktober 2026».
#[must_use]
pub fn month_name(say: &Say, month: &Month) -> String {
    let (month, year) = month.parts();
    say.with2("feedback-month", "month", say.t(&format!("date-month-{month}")), "year", year)
}

/// Draws a month: only what may be shown of it.
///
/// # Errors
/// A fault.
pub fn shown_month(
    tx: &mut Tx<'_>,
    say: &Say,
    place: &Organisation,
    month: &Month,
    replies: &[Reply],
) -> Result<ShownMonth, Error> {
    let numbers = published(store::month(tx, &place.id, month)?);
    let cell = |question: Question, answer: &str, shown: Shown| ShownCell {
        answer: say.t(&format!("feedback-{}-{answer}", question.key())),
        number: match shown {
            Shown::Number(n) => n.to_string(),
            Shown::Few => say.t("feedback-few"),
            Shown::LeftOut => say.t("feedback-left-out"),
        },
    };
    let row = |(question, shown): (Question, [Shown; 3])| ShownRow {
        question: say.t(&format!("feedback-{}", question.key())),
        cells: question.answers().into_iter().zip(shown).map(|(answer, shown)| cell(question, answer, shown)).collect(),
    };
    Ok(ShownMonth {
        name: month_name(say, month),
        key: month.as_str().to_owned(),
        rows: numbers.map(|numbers| Question::ALL.into_iter().zip(numbers).map(row).collect()).unwrap_or_default(),
        reply: replies.iter().find(|reply| reply.month == *month).map(|reply| shown_reply(say, reply)),
    })
}

/// Draws a reply.
#[must_use]
pub fn shown_reply(say: &Say, reply: &Reply) -> ShownReply {
    let date = say.date_with_year(reply.at.day());
    ShownReply {
        said: reply.said.clone(),
        did: reply.did.clone(),
        by: say.with2("feedback-by", "name", &reply.name, "date", date),
    }
}
