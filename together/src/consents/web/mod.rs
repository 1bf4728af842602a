//! The pages: form to command, door, page.

mod acts;
mod areas;
mod choose;
mod done;
mod emergency;
mod employees;
mod overview;
mod preview;
mod reading;
mod records;
mod reviews;

pub use emergency::begin;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

/// Health personnel: the only ones who may open in an emergency.
const HEALTH: &[Role] = &[
    Role::MoNurse,
    Role::Gp,
    Role::LarDoctor,
    Role::LarOutlet,
    Role::Pharmacy,
    Role::DetoxNurse,
    Role::Tsb,
    Role::Dental,
    Role::ChildResponsible,
];

const PRIVACY: &[Role] = &[Role::PrivacyContact];

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/deling", Who::Person, |asked| asked.answer(overview::show)),
    get("/deling/ny", Who::Person, |asked| asked.answer(reading::receivers)),
    get("/deling/loven", Who::Person, |asked| asked.answer(reading::law)),
    get("/deling/ferdig/{change}", Who::Person, |asked| asked.answer(done::show)),
    post("/deling/angre/{change}", Who::Person, |asked| asked.answer(done::undo)),
    post("/deling/stemmer/{change}", Who::Person, |asked| asked.answer(done::confirm)),
    get("/deling/sperr", Who::Person, |asked| asked.answer(employees::list)),
    get("/deling/sperr/{account}", Who::Person, |asked| asked.answer(employees::ask_block)),
    post("/deling/sperr/{account}", Who::Person, |asked| asked.answer(employees::block)),
    get("/deling/sperr/{account}/opphev", Who::Person, |asked| asked.answer(employees::ask_lift)),
    post("/deling/sperr/{account}/opphev", Who::Person, |asked| asked.answer(employees::lift)),
    get("/deling/lukk", Who::Person, |asked| asked.answer(areas::list)),
    post("/deling/lukk", Who::Person, |asked| asked.answer(areas::change)),
    get("/deling/innsigelse", Who::Person, |asked| asked.answer(areas::ask_objection)),
    post("/deling/innsigelse", Who::Person, |asked| asked.answer(areas::object)),
    get("/deling/samtykker", Who::Person, |asked| asked.answer(records::list)),
    post("/deling/samtykker", Who::Person, |asked| asked.answer(records::change)),
    post("/deling/nodapning/{opening}", Who::Person, |asked| asked.answer(emergency::seen)),
    get("/deling/{receiver}", Who::Person, |asked| asked.answer(choose::show)),
    post("/deling/{receiver}", Who::Person, |asked| asked.answer(choose::step)),
    get("/deling/{receiver}/slutt", Who::Person, |asked| asked.answer(choose::ask_stop)),
    post("/deling/{receiver}/slutt", Who::Person, |asked| asked.answer(choose::stop)),
    get("/nodapning/{person}", Who::Roles(HEALTH), |asked| asked.answer(emergency::show)),
    post("/nodapning/{person}", Who::Roles(HEALTH), |asked| asked.answer(emergency::open)),
    get("/nodapninger", Who::Roles(PRIVACY), |asked| asked.answer(reviews::list)),
    post("/nodapninger", Who::Roles(PRIVACY), |asked| asked.answer(reviews::review)),
];
