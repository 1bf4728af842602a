//! The pages: for whoever needs a place tonight, for the office that decides, and for those who run the places.

mod ask;
pub(super) mod board;
mod code;
mod duty;
mod mine;
mod one;
mod open;
mod place;
pub(super) mod shown;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

use super::rules::{ASKING, DECIDING};

/// The office that decides.
const OFFICE: Who = Who::Roles(DECIDING);
/// Those who check places for the municipality.
const CHECKS: Who = Who::Roles(&[Role::Nav, Role::Coordinator, Role::Leader]);
/// Those who may run a place.
const RUNS: Who = Who::Roles(&[Role::Nav, Role::Housing, Role::Volunteer, Role::MoNurse, Role::Coordinator]);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/i-natt", Who::Anyone, |asked| asked.answer(open::show)),
    get("/i-natt/be", Who::Anyone, |asked| asked.answer(ask::form)),
    post("/i-natt/be", Who::Anyone, |asked| asked.answer(ask::send)),
    get("/i-natt/be/{person}", Who::Roles(ASKING), |asked| asked.answer(ask::form)),
    post("/i-natt/be/{person}", Who::Roles(ASKING), |asked| asked.answer(ask::send)),
    get("/i-natt/svar", Who::Anyone, |asked| asked.answer(code::form)),
    post("/i-natt/svar", Who::Anyone, |asked| asked.answer(code::open)),
    get("/i-natt/min", Who::CodeHolder, |asked| asked.answer(mine::show)),
    post("/i-natt/min/{request}/ja", Who::CodeHolder, |asked| asked.answer(mine::yes)),
    post("/i-natt/min/{request}/utrygt", Who::CodeHolder, |asked| asked.answer(mine::not_safe)),
    post("/i-natt/min/{request}/ferdig", Who::CodeHolder, |asked| asked.answer(mine::end)),
    get("/i-natt/vakt", OFFICE, |asked| asked.answer(duty::show)),
    post("/i-natt/vakt", OFFICE, |asked| asked.answer(duty::change)),
    get("/i-natt/en/{request}", OFFICE, |asked| asked.answer(one::show)),
    post("/i-natt/en/{request}/ta", OFFICE, |asked| asked.answer(one::take)),
    post("/i-natt/en/{request}/gi", OFFICE, |asked| asked.answer(one::give)),
    post("/i-natt/en/{request}/nei", OFFICE, |asked| asked.answer(one::decline)),
    post("/i-natt/en/{request}/nytt-sted", OFFICE, |asked| asked.answer(one::look_again)),
    post("/i-natt/en/{request}/flere", OFFICE, |asked| asked.answer(one::extend)),
    post("/i-natt/en/{request}/ferdig", OFFICE, |asked| asked.answer(one::end)),
    get("/i-natt/nytt-sted", RUNS, |asked| asked.answer(place::new)),
    post("/i-natt/nytt-sted", RUNS, |asked| asked.answer(place::make)),
    get("/i-natt/sted/{place}", Who::Staff, |asked| asked.answer(place::show)),
    post("/i-natt/sted/{place}", Who::Staff, |asked| asked.answer(place::confirm)),
    post("/i-natt/sted/{place}/lapp", Who::Staff, |asked| asked.answer(place::slip)),
    post("/i-natt/sted/{place}/stengt", Who::Staff, |asked| asked.answer(place::close)),
    post("/i-natt/sted/{place}/sjekk", CHECKS, |asked| asked.answer(place::mark)),
];
