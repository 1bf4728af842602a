//! The pages: `/varsling` for the person and for employees, and the calendar's own address.

mod choice;
mod feed;
mod page;
mod ways;

use platform::web::{Route, Who, get, post};

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/varsling", Who::PersonOrStaff, |asked| asked.answer(page::show)),
    post("/varsling/valg", Who::PersonOrStaff, |asked| asked.answer(choice::choose)),
    post("/varsling/kalender", Who::PersonOrStaff, |asked| asked.answer(feed::make)),
    post("/varsling/kalender/bort", Who::PersonOrStaff, |asked| asked.answer(feed::end)),
    post("/varsling/{channel}", Who::PersonOrStaff, |asked| asked.answer(ways::name)),
    post("/varsling/{channel}/kode", Who::PersonOrStaff, |asked| asked.answer(ways::confirm)),
    post("/varsling/{channel}/bort", Who::PersonOrStaff, |asked| asked.answer(ways::remove)),
    get("/kalender/{secret}", Who::Anyone, |asked| asked.answer(feed::hand_out)),
];
