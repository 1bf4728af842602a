//! The pages of the baton.

mod fields;
mod left;
mod list;
mod one;
mod own;
mod panels;
mod plan;

use platform::web::{Route, Who, get, post};

pub use panels::{home, one_person, to_handover, today};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/overtakelser", Who::Staff, |asked| asked.answer(list::show)),
    get("/overtakelser/ny/{person}", Who::Staff, |asked| asked.answer(plan::new)),
    post("/overtakelser/ny/{person}", Who::Staff, |asked| asked.answer(plan::begin)),
    get("/overtakelser/dro/{person}", Who::Staff, |asked| asked.answer(left::show)),
    post("/overtakelser/dro/{person}", Who::Staff, |asked| asked.answer(left::record)),
    post("/overtakelser/let/{search}", Who::Staff, |asked| asked.answer(list::looked)),
    get("/overtakelser/{handover}", Who::Staff, |asked| asked.answer(one::show)),
    post("/overtakelser/{handover}", Who::Staff, |asked| asked.answer(one::act)),
    post("/overtakelser/{handover}/linjer", Who::Staff, |asked| asked.answer(plan::write)),
    get("/nar-du-drar/{handover}", Who::Person, |asked| asked.answer(own::show)),
    post("/nar-du-drar/{handover}", Who::Person, |asked| asked.answer(own::answer)),
    get("/nar-du-drar/{handover}/endre", Who::Person, |asked| asked.answer(own::change)),
    post("/nar-du-drar/{handover}/endre", Who::Person, |asked| asked.answer(own::wish)),
];
