//! The pages of referrals: asking, answering, following, and the page behind a link.

mod ask;
mod form;
mod linked;
mod lists;
mod one;
mod panels;
mod person;
mod shown;

use platform::web::{Route, Who, get, post};

pub use panels::{home, one_person, to_ask, to_lists, today};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/henvisning/ny", Who::Person, |asked| asked.answer(ask::services)),
    get("/henvisning/ny/{receiver}", Who::Person, |asked| asked.answer(ask::show)),
    post("/henvisning/ny/{receiver}", Who::Person, |asked| asked.answer(ask::write)),
    get("/henvisning/{referral}", Who::Person, |asked| asked.answer(person::show)),
    post("/henvisning/{referral}", Who::Person, |asked| asked.answer(person::act)),
    get("/henvisninger", Who::Staff, |asked| asked.answer(lists::show)),
    get("/folk/{person}/henvis", Who::Staff, |asked| asked.answer(ask::services)),
    get("/folk/{person}/henvis/{receiver}", Who::Staff, |asked| asked.answer(ask::show)),
    post("/folk/{person}/henvis/{receiver}", Who::Staff, |asked| asked.answer(ask::write)),
    get("/folk/{person}/henvisning/{referral}", Who::Staff, |asked| asked.answer(one::show)),
    post("/folk/{person}/henvisning/{referral}", Who::Staff, |asked| asked.answer(one::act)),
    get("/folk/{person}/henvisning/{referral}/utkast", Who::Staff, |asked| asked.answer(ask::draft)),
    post("/folk/{person}/henvisning/{referral}/utkast", Who::Staff, |asked| asked.answer(ask::rewrite)),
    get("/lenke/{link}", Who::Anyone, |asked| asked.answer(linked::show)),
    post("/lenke/{link}", Who::Anyone, |asked| asked.answer(linked::open)),
    post("/lenke/{link}/svar", Who::Anyone, |asked| asked.answer(linked::answer)),
    get("/lenke-svart", Who::Anyone, |asked| asked.answer(linked::thanks)),
];
