//! The pages of tasks: the person's own list, an employee's, one task, and making one.

mod list;
mod make;
mod one;
mod panels;

use kernel::id::RowId;
use kernel::role::Role;
use platform::error::Error;
use platform::web::{Asked, Route, Who, get, post};

pub use panels::{home, more, one_person, ready, to_make, today};

/// The person, and everyone who meets people by name.
const ALL: Who = Who::AnyOf(&[Who::Person, Who::Roles(Role::MEETS_PEOPLE)]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/oppgaver", ALL, |asked| asked.answer(list::show)),
    post("/oppgaver/mine", Who::Person, |asked| asked.answer(list::add)),
    post("/oppgaver/mine/{task}", Who::Person, |asked| asked.answer(list::change)),
    get("/oppgaver/ny/{person}", Who::Staff, |asked| asked.answer(make::form)),
    post("/oppgaver/ny/{person}", Who::Staff, |asked| asked.answer(make::make)),
    get("/oppgaver/{person}/{task}", Who::Staff, |asked| asked.answer(one::show)),
    post("/oppgaver/{person}/{task}", Who::Staff, |asked| asked.answer(one::set)),
    post("/oppgaver/{person}/{task}/svar", Who::Staff, |asked| asked.answer(one::answer)),
];

/// The task in the address; anything else is simply not there.
fn task_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("task")).ok_or(Error::Missing)
}
