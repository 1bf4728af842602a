//! The pages.

mod address;
mod close;
mod linked;
mod me;
pub(super) mod panels;
mod register;
mod search;

use platform::web::{Route, Who, get, post};

use super::rules::{PROTECTING, REGISTERING};

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/ny", Who::Roles(REGISTERING), |asked| asked.answer(register::form)),
    post("/ny", Who::Roles(REGISTERING), |asked| asked.answer(register::register)),
    get("/ny/{person}", Who::Roles(REGISTERING), |asked| asked.answer(register::done)),
    get("/folk/sok", Who::Roles(REGISTERING), |asked| asked.answer(search::form)),
    post("/folk/sok", Who::Roles(REGISTERING), |asked| asked.answer(search::search)),
    post("/folk/sok/grunn", Who::Roles(REGISTERING), |asked| asked.answer(search::widen)),
    post("/folk/{person}/behold", Who::Roles(REGISTERING), |asked| asked.answer(register::keep)),
    get("/folk/{person}/adresse", Who::Roles(PROTECTING), |asked| asked.answer(address::show)),
    post("/folk/{person}/adresse", Who::Roles(PROTECTING), |asked| asked.answer(address::set)),
    post("/folk/{person}/adresse/opphev", Who::Roles(PROTECTING), |asked| asked.answer(address::lift)),
    get("/meg", Who::Person, |asked| asked.answer(me::show)),
    post("/meg", Who::Person, |asked| asked.answer(me::save)),
    post("/meg/adresse", Who::Person, |asked| asked.answer(address::own)),
    get("/meg/avslutt", Who::Person, |asked| asked.answer(close::show)),
    post("/meg/avslutt", Who::Person, |asked| asked.answer(close::close)),
    post("/meg/apne", Who::Person, |asked| asked.answer(close::reopen)),
    get("/meg/sammen", Who::Person, |asked| asked.answer(linked::show)),
    post("/meg/sammen", Who::Person, |asked| asked.answer(linked::prove)),
    post("/meg/sammen/kode", Who::Person, |asked| asked.answer(linked::offer)),
    get("/meg/sammen/{link}", Who::Person, |asked| asked.answer(linked::confirm)),
    post("/meg/sammen/{link}", Who::Person, |asked| asked.answer(linked::link)),
    post("/meg/sammen/{link}/bytt", Who::Person, |asked| asked.answer(linked::turn)),
    post("/meg/sammen/{link}/angre", Who::Person, |asked| asked.answer(linked::undo)),
    get("/avsluttet", Who::Anyone, |asked| asked.answer(close::closed)),
];
