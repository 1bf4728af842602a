//! The pages of waiting: the person's own, one clock, and the list over all services.

mod one;
mod overview;
mod panels;
mod person;
mod shown;

use platform::web::{Route, Who, get, post};

pub use panels::{home, one_person, to_overview, today};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/ventetid", Who::Person, |asked| asked.answer(person::show)),
    get("/ventetid/oversikt", Who::Staff, |asked| asked.answer(overview::show)),
    get("/folk/{person}/ventetid/{clock}", Who::Staff, |asked| asked.answer(one::show)),
    post("/folk/{person}/ventetid/{clock}", Who::Staff, |asked| asked.answer(one::act)),
];
