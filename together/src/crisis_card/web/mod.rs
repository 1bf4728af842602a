//! The pages of the card and of following up.

mod card;
mod follow;
mod line;
mod panels;
mod sheets;
mod showing;
mod steps;

use platform::web::{Route, Who, get, post};

pub use panels::{followed, one_person, to_card, to_worry, today};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/krisekort", Who::Person, |asked| asked.answer(card::show)),
    post("/krisekort/stemmer", Who::Person, |asked| asked.answer(card::fits)),
    post("/krisekort/angre", Who::Person, |asked| asked.answer(card::undo)),
    get("/krisekort/endringer", Who::Person, |asked| asked.answer(card::changes)),
    get("/krisekort/steg/{step}", Who::Person, |asked| asked.answer(steps::show)),
    post("/krisekort/steg/{step}", Who::Person, |asked| asked.answer(steps::answer)),
    get("/krisekort/ny/{zone}/{slot}", Who::Person, |asked| asked.answer(line::new)),
    post("/krisekort/ny/{zone}/{slot}", Who::Person, |asked| asked.answer(line::add)),
    get("/krisekort/linje/{line}", Who::Person, |asked| asked.answer(line::show)),
    post("/krisekort/linje/{line}", Who::Person, |asked| asked.answer(line::reword)),
    post("/krisekort/linje/{line}/ta-bort", Who::Person, |asked| asked.answer(line::take_out)),
    get("/krisekort/deling", Who::Person, |asked| asked.answer(showing::show)),
    post("/krisekort/deling", Who::Person, |asked| asked.answer(showing::choose)),
    get("/krisekort/ark", Who::Person, |asked| asked.answer(sheets::sheet)),
    get("/krisekort/lomme", Who::Person, |asked| asked.answer(sheets::wallet)),
    get("/krisekort/last-ned", Who::Person, |asked| asked.answer(sheets::before_saving)),
    post("/krisekort/last-ned", Who::Person, |asked| asked.answer(sheets::file)),
    get("/folk/{person}/bekymret", Who::Staff, |asked| asked.answer(follow::worry)),
    post("/folk/{person}/bekymret", Who::Staff, |asked| asked.answer(follow::begin)),
    get("/folk/{person}/oppfolging/{follow}", Who::Staff, |asked| asked.answer(follow::show)),
    post("/folk/{person}/oppfolging/{follow}", Who::Staff, |asked| asked.answer(follow::act)),
];
