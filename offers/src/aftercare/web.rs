//! The pages of aftercare.

mod line;
pub mod panels;
mod person;
mod pressing;
mod staff;
mod staff_list;

use kernel::role::Role;
use platform::error::Error;
use platform::web::{Asked, Reply, Route, Who, get, post};

use super::rules::FOLLOWING;

/// A choice in a form.
pub struct Choice {
    /// Value.
    pub key: String,
    /// Words.
    pub word: String,
    /// More words.
    pub detail: String,
    /// Chosen.
    pub chosen: bool,
}

const STAFF: Who = Who::Roles(FOLLOWING);
const BOTH: Who = Who::AnyOf(&[Who::Person, STAFF]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/ettervern", BOTH, |asked| asked.answer(either)),
    post("/ettervern", Who::Person, |asked| asked.answer(person::act)),
    post("/ettervern/svar", Who::Person, |asked| asked.answer(person::answer)),
    get("/ettervern/avtale", Who::Person, |asked| asked.answer(person::sheet)),
    get("/ettervern/linje/{about}", Who::Person, |asked| asked.answer(line::show)),
    post("/ettervern/linje/{about}", Who::Person, |asked| asked.answer(line::save)),
    get("/folk/{person}/ettervern", STAFF, |asked| asked.answer(staff::show)),
    post("/folk/{person}/ettervern", STAFF, |asked| asked.answer(staff::act)),
    get("/folk/{person}/ettervern/linje/{about}", STAFF, |asked| asked.answer(line::show)),
    post("/folk/{person}/ettervern/linje/{about}", STAFF, |asked| asked.answer(line::save)),
];

/// One address for both: the person's own plan, and a colleague's list.
async fn either(asked: Asked) -> Result<Reply, Error> {
    match asked.ctx.actor.role {
        Role::Person => person::show(asked).await,
        _ => staff_list::show(asked).await,
    }
}
