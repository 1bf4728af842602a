//! The pages of agreements.

mod edit;
mod list;
mod one;
pub mod panels;

use kernel::time::Day;
use platform::error::{Error, FieldError};
use platform::frame::Say;
use platform::web::{Asked, Route, Who, get, post};

use super::rules::{MAX_TERMS, MAX_TITLE, State, Terms};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/samarbeid", Who::Anyone, |asked| asked.answer(list::show)),
    get("/samarbeid/nytt", Who::Staff, |asked| asked.answer(edit::new)),
    post("/samarbeid/nytt", Who::Staff, |asked| asked.answer(edit::propose)),
    get("/samarbeid/{agreement}", Who::Staff, |asked| asked.answer(one::show)),
    post("/samarbeid/{agreement}", Who::Staff, |asked| asked.answer(one::act)),
    get("/samarbeid/{agreement}/endre", Who::Staff, |asked| asked.answer(edit::other_terms)),
    post("/samarbeid/{agreement}/endre", Who::Staff, |asked| asked.answer(edit::change)),
];

/// The fields of terms.
const FIELDS: [&str; 4] = ["title", "terms", "from", "until"];

fn typed(asked: &Asked) -> Result<Terms, Error> {
    let mut errors: Vec<FieldError> = Vec::new();
    let title = asked.form.text("title", MAX_TITLE).map_err(|error| errors.push(error)).ok();
    let words = asked.form.text("terms", MAX_TERMS).map_err(|error| errors.push(error)).ok();
    let mut day = |field: &'static str| {
        let day = Day::read(asked.form.get(field), asked.ctx.now.day());
        if day.is_none() {
            errors.push(FieldError::new(field, "form-date"));
        }
        day
    };
    let (from, until) = (day("from"), day("until"));
    match (title, words, from.zip(until)) {
        (Some(title), Some(words), Some((from, until))) => {
            Ok(Terms { title: title.as_str().to_owned(), words: words.as_str().to_owned(), from, until })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

/// As people type it.
fn shown_day(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{day:02}.{month:02}.{year}")
}

/// Where it stands, in words.
fn state(say: &Say, state: State, until: Day, ours_to_answer: bool, today: Day) -> String {
    let day = say.date_with_year(until);
    match state {
        State::Proposed if ours_to_answer => say.t("agreements-state-ours"),
        State::Agreed if until < today => say.with("agreements-state-over", "day", day),
        state => say.with(&format!("agreements-state-{}", state.key()), "day", day),
    }
}
