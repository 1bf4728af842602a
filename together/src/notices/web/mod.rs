//! The pages: `/varsling` for the person and for employees, and the calendar's own address.

mod choice;
mod feed;
mod page;
mod ways;

use platform::web::{Route, Who, get, post};

const ALL: Who = Who::AnyOf(&[Who::Person, Who::Staff]);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/varsling", ALL, |asked| asked.answer(page::show)),
    post("/varsling/valg", ALL, |asked| asked.answer(choice::choose)),
    post("/varsling/kalender", ALL, |asked| asked.answer(feed::make)),
    post("/varsling/kalender/bort", ALL, |asked| asked.answer(feed::end)),
    post("/varsling/{channel}", ALL, |asked| asked.answer(ways::name)),
    post("/varsling/{channel}/kode", ALL, |asked| asked.answer(ways::confirm)),
    post("/varsling/{channel}/bort", ALL, |asked| asked.answer(ways::remove)),
    get("/kalender/{secret}", Who::Anyone, |asked| asked.answer(feed::hand_out)),
];
