//! The pages: form to command, door, page.

mod back;
mod choose;
mod digits;
mod door;
mod first;
mod kiosk;
mod lock;
mod own;
mod sessions;
mod shown;
mod vouch;

use platform::web::{Route, Who, get, post};

use super::rules::HELPING;

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/inn", Who::Anyone, |asked| asked.answer(door::show)),
    post("/inn", Who::Anyone, |asked| asked.answer(door::open)),
    post("/inn/tall", Who::Anyone, |asked| asked.answer(digits::open)),
    get("/inn/tall/{digits}", Who::Anyone, |asked| asked.answer(digits::show)),
    get("/inn/framme", Who::Person, |asked| asked.answer(door::arrived)),
    get("/kort", Who::Person, |asked| asked.answer(own::show)),
    get("/kort/pin", Who::Person, |asked| asked.answer(own::ask_pin)),
    post("/kort/pin", Who::Person, |asked| asked.answer(own::choose_pin)),
    post("/kort/nytt", Who::Person, |asked| asked.answer(own::new_card)),
    post("/kort/sperr", Who::Person, |asked| asked.answer(own::void_card)),
    get("/innlogget", Who::Person, |asked| asked.answer(sessions::list)),
    post("/innlogget", Who::Person, |asked| asked.answer(sessions::end)),
    get("/las", Who::Anyone, |asked| asked.answer(lock::show)),
    post("/las", Who::Person, |asked| asked.answer(lock::lock)),
    post("/las/opp", Who::Anyone, |asked| asked.answer(lock::unlock)),
    get("/inn-igjen", Who::Roles(HELPING), |asked| asked.answer(back::form)),
    post("/inn-igjen", Who::Roles(HELPING), |asked| asked.answer(back::search)),
    post("/inn-igjen/start", Who::Roles(HELPING), |asked| asked.answer(back::begin)),
    get("/inn-igjen/{case}", Who::Roles(HELPING), |asked| asked.answer(back::turned)),
    post("/inn-igjen/{case}", Who::Roles(HELPING), |asked| asked.answer(back::with_own)),
    get("/inn-igjen/{case}/kjenner", Who::Roles(HELPING), |asked| asked.answer(vouch::show)),
    post("/inn-igjen/{case}/kjenner", Who::Roles(HELPING), |asked| asked.answer(vouch::speak)),
    get("/inn-igjen/{case}/velg", Who::Roles(HELPING), |asked| asked.answer(choose::show)),
    post("/inn-igjen/{case}/velg", Who::Roles(HELPING), |asked| asked.answer(choose::choose)),
    get("/folk/{person}/kort", Who::Roles(HELPING), |asked| asked.answer(first::form)),
    post("/folk/{person}/kort", Who::Roles(HELPING), |asked| asked.answer(first::give)),
    get("/kiosk", Who::Staff, |asked| asked.answer(kiosk::show)),
    post("/kiosk", Who::Staff, |asked| asked.answer(kiosk::set)),
    get("/er-du-der", Who::Anyone, |asked| asked.answer(kiosk::still_there)),
    get("/er-her", Who::Anyone, |asked| asked.answer(kiosk::here)),
    get("/lukket", Who::Anyone, |asked| asked.answer(kiosk::closed)),
    post("/ferdig", Who::Anyone, |asked| asked.answer(kiosk::finish)),
];
