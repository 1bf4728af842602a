//! The pages between a person and NAV.

mod between;
mod list;
mod matter;
pub mod panels;
mod shown;

use kernel::id::PersonId;
use kernel::role::Role;
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;
use platform::web::{Asked, Reply, Route, Who, get, post};

use super::work::{self, Party};

const NAV: Who = Who::Roles(&[Role::Nav]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/nav", Who::AnyOf(&[Who::Person, NAV]), |asked| asked.answer(either)),
    post("/nav", Who::Person, |asked| asked.answer(between::act)),
    get("/nav/ny", Who::Person, |asked| asked.answer(matter::new)),
    post("/nav/ny", Who::Person, |asked| asked.answer(matter::add)),
    get("/nav/linje/{matter}", Who::Person, |asked| asked.answer(matter::show)),
    post("/nav/linje/{matter}", Who::Person, |asked| asked.answer(matter::save)),
    get("/folk/{person}/nav", NAV, |asked| asked.answer(between::show)),
    post("/folk/{person}/nav", NAV, |asked| asked.answer(between::act)),
    get("/folk/{person}/nav/ny", NAV, |asked| asked.answer(matter::new)),
    post("/folk/{person}/nav/ny", NAV, |asked| asked.answer(matter::add)),
    get("/folk/{person}/nav/linje/{matter}", NAV, |asked| asked.answer(matter::show)),
    post("/folk/{person}/nav/linje/{matter}", NAV, |asked| asked.answer(matter::save)),
];

/// One address for both: the person's own page, and what an office must see to.
async fn either(asked: Asked) -> Result<Reply, Error> {
    match asked.ctx.actor.role {
        Role::Person => between::show(asked).await,
        _ => list::show(asked).await,
    }
}

/// Whose page: the person's own, or that of the person in the address.
fn whose(asked: &Asked) -> Result<Option<PersonId>, Error> {
    if asked.ctx.actor.role == Role::Person { Ok(None) } else { asked.person().map(Some) }
}

fn party(tx: &mut Tx<'_>, desk: &Desk<'_>, whose: Option<&PersonId>) -> Result<Party, Error> {
    match whose {
        Some(person) => work::nav(tx, desk, person),
        None => work::person(tx, desk),
    }
}

fn base(whose: Option<&PersonId>) -> String {
    whose.map_or_else(|| "/nav".to_owned(), |person| format!("/folk/{person}/nav"))
}

/// A choice in a form.
struct Choice {
    key: String,
    word: String,
    chosen: bool,
}
