//! Pages of day places.

mod answer;
mod ask;
mod board;
mod form;

use kernel::id::RowId;
use kernel::role::Role;
use platform::error::Error;
use platform::web::{Asked, Route, Who, get, post};

/// Those who run day offers.
pub const RUNNING: &[Role] = &[Role::Volunteer, Role::MoNurse, Role::Nav, Role::Housing, Role::Coordinator, Role::Outreach];
/// Those who ask for somebody.
pub const ASKING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Nav,
    Role::Housing,
    Role::Outreach,
    Role::Tsb,
    Role::DetoxNurse,
    Role::LarOutlet,
    Role::RoomStaff,
    Role::Volunteer,
];

const RUNS: Who = Who::Roles(RUNNING);
const ASKS: Who = Who::Roles(ASKING);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/plasser/dag", Who::Staff, |asked| asked.answer(board::list)),
    get("/plasser/dag/ny", RUNS, |asked| asked.answer(form::new)),
    post("/plasser/dag/ny", RUNS, |asked| asked.answer(form::make)),
    get("/plasser/dag/{unit}/endre", RUNS, |asked| asked.answer(form::show)),
    post("/plasser/dag/{unit}/endre", RUNS, |asked| asked.answer(form::save)),
    post("/plasser/dag/{unit}/tall", RUNS, |asked| asked.answer(board::tap)),
    get("/dagplasser", RUNS, |asked| asked.answer(answer::list)),
    get("/dagplasser/{ask}", RUNS, |asked| asked.answer(answer::show)),
    post("/dagplasser/{ask}/ja", RUNS, |asked| asked.answer(answer::yes)),
    post("/dagplasser/{ask}/nei", RUNS, |asked| asked.answer(answer::no)),
    post("/dagplasser/{ask}/slutt", RUNS, |asked| asked.answer(answer::end)),
    get("/folk/{person}/dagplass", ASKS, |asked| asked.answer(ask::show)),
    post("/folk/{person}/dagplass", ASKS, |asked| asked.answer(ask::ask)),
    post("/folk/{person}/dagplass/{ask}/trekk", ASKS, |asked| asked.answer(ask::leave)),
    get("/dagtilbud", Who::Person, |asked| asked.answer(ask::show)),
    post("/dagtilbud", Who::Person, |asked| asked.answer(ask::ask)),
    post("/dagtilbud/{ask}/trekk", Who::Person, |asked| asked.answer(ask::leave)),
];

/// An id in the address; anything else is simply not there.
fn row(asked: &Asked, name: &str) -> Result<RowId, Error> {
    RowId::parse(asked.param(name)).ok_or(Error::Missing)
}

/// The version the page carried. One that cannot be read is one that nobody has shown.
fn seen(asked: &Asked) -> i64 {
    asked.form.get("versjon").parse().unwrap_or(0)
}
