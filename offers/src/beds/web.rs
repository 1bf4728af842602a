//! Pages of places on wards.

mod ask;
mod mine;
mod stay;
mod unit;
mod unit_form;
mod ward;

use kernel::id::RowId;
use kernel::role::Role;
use platform::error::Error;
use platform::web::{Asked, Route, Who, get, post};

use super::WARD;

/// Those who ask a ward for somebody.
pub const ASKING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Gp,
    Role::LarDoctor,
    Role::LarOutlet,
    Role::Tsb,
    Role::DetoxNurse,
    Role::RoomStaff,
    Role::Outreach,
];

const ON_WARD: Who = Who::Roles(WARD);
const ASKS: Who = Who::Roles(ASKING);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/plasser/senger", Who::Staff, |asked| asked.answer(unit::list)),
    get("/plasser/senger/ny", ON_WARD, |asked| asked.answer(unit_form::new)),
    post("/plasser/senger/ny", ON_WARD, |asked| asked.answer(unit_form::make)),
    get("/plasser/senger/{unit}", Who::Staff, |asked| asked.answer(unit::show)),
    post("/plasser/senger/{unit}/tall", ON_WARD, |asked| asked.answer(unit::count)),
    get("/plasser/senger/{unit}/endre", ON_WARD, |asked| asked.answer(unit_form::show)),
    post("/plasser/senger/{unit}/endre", ON_WARD, |asked| asked.answer(unit_form::save)),
    get("/inneliggende", ON_WARD, |asked| asked.answer(ward::list)),
    get("/inneliggende/{stay}", ON_WARD, |asked| asked.answer(stay::show)),
    post("/inneliggende/{stay}/plass", ON_WARD, |asked| asked.answer(stay::offer)),
    post("/inneliggende/{stay}/nei", ON_WARD, |asked| asked.answer(stay::say_no)),
    post("/inneliggende/{stay}/kom", ON_WARD, |asked| asked.answer(stay::begin)),
    post("/inneliggende/{stay}/kom-ikke", ON_WARD, |asked| asked.answer(stay::not_come)),
    post("/inneliggende/{stay}/dra", ON_WARD, |asked| asked.answer(stay::end)),
    get("/folk/{person}/plass", ASKS, |asked| asked.answer(ask::show)),
    post("/folk/{person}/plass", ASKS, |asked| asked.answer(ask::ask)),
    post("/folk/{person}/plass/{stay}/trekk", ASKS, |asked| asked.answer(ask::withdraw)),
    get("/plassen", Who::Person, |asked| asked.answer(mine::show)),
    post("/plassen", Who::Person, |asked| asked.answer(mine::ask)),
    post("/plassen/{stay}/kommer", Who::Person, |asked| asked.answer(mine::coming)),
    post("/plassen/{stay}/trekk", Who::Person, |asked| asked.answer(mine::withdraw)),
];

/// An id in the address; anything else is simply not there.
fn row(asked: &Asked, name: &str) -> Result<RowId, Error> {
    RowId::parse(asked.param(name)).ok_or(Error::Missing)
}

/// The version the page carried. One that cannot be read is one that nobody has shown.
fn seen(asked: &Asked) -> i64 {
    asked.form.get("versjon").parse().unwrap_or(0)
}
