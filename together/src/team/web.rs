//! The pages of the team.

mod panels;
mod person;
mod staff;

use platform::web::{Route, Who, get, post};

pub use panels::{home, home_aside, mine, missing, one_person, to_team};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/laget", Who::Person, |asked| asked.answer(person::show)),
    get("/laget/kontakt", Who::Person, |asked| asked.answer(person::ask_for_another)),
    post("/laget/kontakt", Who::Person, |asked| asked.answer(person::wish)),
    get("/folk/{person}/lag", Who::Staff, |asked| asked.answer(staff::show)),
    get("/folk/{person}/lag/{duty}", Who::Staff, |asked| asked.answer(staff::choose)),
    post("/folk/{person}/lag/{duty}", Who::Staff, |asked| asked.answer(staff::give)),
    get("/folk/{person}/lag/slutt/{relation}", Who::Staff, |asked| asked.answer(staff::ending)),
    post("/folk/{person}/lag/slutt/{relation}", Who::Staff, |asked| asked.answer(staff::end)),
    post("/folk/{person}/lag/onske/{wish}", Who::Staff, |asked| asked.answer(staff::see_to)),
];
