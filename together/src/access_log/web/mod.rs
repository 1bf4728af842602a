//! The pages: form to command, door, page.

mod list;
mod look;
mod oversight;
mod question;
mod shown;

pub use look::question as ask_about;
pub use oversight::give as answer;

use kernel::access::Reason;
use kernel::role::Role;
use platform::access::{Desk, Permit};
use platform::ctx::Door;
use platform::db::Tx;
use platform::error::Error;
use platform::web::{Route, Who, get, post};

const PRIVACY: &[Role] = &[Role::PrivacyContact];

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/sett", Who::CodeHolder, |asked| asked.answer(list::show)),
    post("/sett/nodapning/{opening}", Who::Person, |asked| asked.answer(list::emergency_seen)),
    get("/sett/spurt/{question}", Who::CodeHolder, |asked| asked.answer(question::show)),
    post("/sett/spurt/{question}", Who::CodeHolder, |asked| asked.answer(question::read)),
    get("/sett/{line}", Who::CodeHolder, |asked| asked.answer(look::show)),
    post("/sett/{line}", Who::CodeHolder, |asked| asked.answer(look::ask)),
    post("/sett/{line}/steng", Who::CodeHolder, |asked| asked.answer(look::block)),
    get("/sporsmal", Who::Roles(PRIVACY), |asked| asked.answer(oversight::list)),
    post("/sporsmal", Who::Roles(PRIVACY), |asked| asked.answer(oversight::spoken)),
    get("/sporsmal/{question}", Who::Roles(PRIVACY), |asked| asked.answer(oversight::one)),
    post("/sporsmal/{question}", Who::Roles(PRIVACY), |asked| asked.answer(oversight::answer)),
];

/// The person's own permit. A code opens one answer, so it opens the log of whoever is known by nothing but that answer,
/// and of nobody else.
///
/// # Errors
/// A denial, or a fault.
pub fn own(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Permit, Error> {
    let own = desk.own(tx)?;
    if desk.ctx().actor.door == Door::Code && !own.card().provisional {
        return Err(Error::Denied(Reason::Wall));
    }
    Ok(own)
}
