//! The pages of the guard.

mod list;
mod one;
mod panels;
mod quiet;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

pub use panels::{home, one_person, today};

/// Those who set how long silence may last where they work.
const SETS: &[Role] = &[Role::Leader, Role::Coordinator, Role::Admin];

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/brudd", Who::Staff, |asked| asked.answer(list::show)),
    get("/brudd/stillhet", Who::Roles(SETS), |asked| asked.answer(quiet::show)),
    post("/brudd/stillhet", Who::Roles(SETS), |asked| asked.answer(quiet::set)),
    get("/brudd/{gap}", Who::Staff, |asked| asked.answer(one::show)),
    post("/brudd/{gap}", Who::Staff, |asked| asked.answer(one::act)),
];
