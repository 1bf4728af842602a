//! The pages of appointments: the person's list and answers, and what staff make, move and tell.

mod list;
mod make;
mod one;
mod panels;

use kernel::id::RowId;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::web::{Asked, Route, Who, get, post};

use super::store::lists::After;

pub use panels::{home, more, one_person, to_make, today};

/// The person, and everyone who meets people by name.
const ALL: Who = Who::AnyOf(&[Who::Person, Who::Roles(Role::MEETS_PEOPLE)]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/avtaler", ALL, |asked| asked.answer(list::show)),
    post("/avtaler/mine/{appointment}", Who::Person, |asked| asked.answer(list::answer)),
    get("/avtaler/ny/{person}", Who::Staff, |asked| asked.answer(make::form)),
    post("/avtaler/ny/{person}", Who::Staff, |asked| asked.answer(make::make)),
    get("/avtaler/{person}/{appointment}", Who::Staff, |asked| asked.answer(one::show)),
    post("/avtaler/{person}/{appointment}", Who::Staff, |asked| asked.answer(one::change)),
    post("/avtaler/{person}/{appointment}/avlys", Who::Staff, |asked| asked.answer(one::cancel)),
    post("/avtaler/{person}/{appointment}/gikk", Who::Staff, |asked| asked.answer(one::tell)),
];

/// The appointment in the address; anything else is simply not there.
fn appointment_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("appointment")).ok_or(Error::Missing)
}

/// The first of a list that begins at a time.
fn from(at: Timestamp) -> After {
    After { at, id: RowId::from_bits(0) }
}

/// Where on the list one is: a second and a random id, both already known to whoever reads the list.
fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('-')?;
    Some(After { at: Timestamp::from_unix_s(at.parse().ok()?), id: RowId::parse(id)? })
}

fn next_page(next: Option<After>) -> Option<String> {
    next.map(|next| format!("/avtaler?fra={}-{}", next.at.unix_s(), next.id))
}
