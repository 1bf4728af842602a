//! The pages: for the housing service, and for the person whose home it is.

mod landlord;
mod living;
mod mine;
mod need;
mod one;
pub(super) mod queue;
pub(super) mod shown;
mod units;

use platform::web::{Route, Who, get, post};

use super::rules::HOUSING;

/// The housing service.
const SERVICE: Who = Who::Roles(HOUSING);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/bolig", SERVICE, |asked| asked.answer(queue::show)),
    get("/bolig/hjem", SERVICE, |asked| asked.answer(units::list)),
    get("/bolig/hjem/nytt", SERVICE, |asked| asked.answer(units::new)),
    post("/bolig/hjem/nytt", SERVICE, |asked| asked.answer(units::make)),
    get("/bolig/hjem/{unit}", SERVICE, |asked| asked.answer(units::show)),
    post("/bolig/hjem/{unit}", SERVICE, |asked| asked.answer(units::confirm)),
    get("/bolig/behov/{person}", SERVICE, |asked| asked.answer(need::form_for)),
    post("/bolig/behov/{person}", SERVICE, |asked| asked.answer(need::write_for)),
    get("/bolig/en/{person}", SERVICE, |asked| asked.answer(one::show)),
    post("/bolig/en/{person}/tilbud", SERVICE, |asked| asked.answer(one::offer)),
    post("/bolig/en/{person}/svar", SERVICE, |asked| asked.answer(one::answer)),
    post("/bolig/en/{person}/ta-tilbake", SERVICE, |asked| asked.answer(one::take_back)),
    get("/bolig/en/{person}/inn", SERVICE, |asked| asked.answer(living::move_in_form)),
    post("/bolig/en/{person}/inn", SERVICE, |asked| asked.answer(living::move_in)),
    post("/bolig/en/{person}/plan", SERVICE, |asked| asked.answer(one::plan)),
    get("/bolig/en/{person}/besok", SERVICE, |asked| asked.answer(living::visit_form)),
    post("/bolig/en/{person}/besok", SERVICE, |asked| asked.answer(living::visit)),
    get("/bolig/en/{person}/varsel", SERVICE, |asked| asked.answer(living::warn_form)),
    post("/bolig/en/{person}/varsel", SERVICE, |asked| asked.answer(living::warn)),
    post("/bolig/en/{person}/hjulpet", SERVICE, |asked| asked.answer(one::settle)),
    get("/bolig/en/{person}/slutt", SERVICE, |asked| asked.answer(living::end_form)),
    post("/bolig/en/{person}/slutt", SERVICE, |asked| asked.answer(living::end)),
    get("/bolig/en/{person}/utleier", SERVICE, |asked| asked.answer(landlord::show)),
    get("/min-bolig", Who::Person, |asked| asked.answer(mine::show)),
    get("/min-bolig/behov", Who::Person, |asked| asked.answer(need::form)),
    post("/min-bolig/behov", Who::Person, |asked| asked.answer(need::write)),
    post("/min-bolig/svar", Who::Person, |asked| asked.answer(mine::answer)),
    post("/min-bolig/trekk", Who::Person, |asked| asked.answer(mine::withdraw)),
];
