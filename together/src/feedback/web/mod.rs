//! The pages of feedback.

mod answer;
mod months;
mod panels;
mod reply;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

pub use panels::{how_did_it_go, to_tell, what_was_done};

const LEADER: Who = Who::Roles(&[Role::Leader]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/tilbakemelding", Who::Anyone, |asked| asked.answer(answer::places)),
    get("/tilbakemelding/{organisation}", Who::Anyone, |asked| asked.answer(answer::first)),
    post("/tilbakemelding/{organisation}", Who::Anyone, |asked| asked.answer(answer::next)),
    get("/tilbakemelding/{organisation}/takk", Who::Anyone, |asked| asked.answer(answer::thanks)),
    post("/hvordan-gikk-det", Who::Person, |asked| asked.answer(answer::asked)),
    get("/tilbakemeldinger", LEADER, |asked| asked.answer(reply::list)),
    get("/tilbakemeldinger/{organisation}/{month}", LEADER, |asked| asked.answer(reply::show)),
    post("/tilbakemeldinger/{organisation}/{month}", LEADER, |asked| asked.answer(reply::write)),
];
