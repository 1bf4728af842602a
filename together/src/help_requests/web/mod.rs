//! The pages: asking, the answer, and the inbox of those who answer.

mod answer;
mod ask;
mod duty;
mod find;
pub(super) mod inbox;
mod one;
mod setup;
pub(super) mod shown;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

/// Who sets up who answers: an administrator, and a coordinator for their own organisation.
const SETS_UP: Who = Who::Roles(&[Role::Admin, Role::Coordinator]);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/hjelp", Who::Anyone, |asked| asked.answer(ask::needs)),
    get("/hjelp/kvittering", Who::Anyone, |asked| asked.answer(ask::receipt_is_gone)),
    get("/hjelp/{need}", Who::Anyone, |asked| asked.answer(ask::words)),
    post("/hjelp/{need}", Who::Anyone, |asked| asked.answer(ask::way)),
    post("/hjelp/{need}/send", Who::Anyone, |asked| asked.answer(ask::send)),
    get("/svar", Who::Anyone, |asked| asked.answer(answer::code)),
    post("/svar", Who::Anyone, |asked| asked.answer(answer::open)),
    get("/svar/melding", Who::CodeHolder, |asked| asked.answer(answer::message)),
    get("/svar/melding/{request}", Who::CodeHolder, |asked| asked.answer(answer::message)),
    post("/svar/melding/svar", Who::CodeHolder, |asked| asked.answer(answer::send)),
    get("/innboks", Who::Staff, |asked| asked.answer(inbox::list)),
    get("/innboks/finn", Who::Staff, |asked| asked.answer(find::form)),
    post("/innboks/finn", Who::Staff, |asked| asked.answer(find::search)),
    get("/innboks/{request}", Who::Staff, |asked| asked.answer(one::show)),
    post("/innboks/{request}/ta", Who::Staff, |asked| asked.answer(one::take)),
    post("/innboks/{request}/gi-videre", Who::Staff, |asked| asked.answer(one::pass_on)),
    post("/innboks/{request}/haster", Who::Staff, |asked| asked.answer(one::urgent)),
    post("/innboks/{request}/svar", Who::Staff, |asked| asked.answer(one::reply)),
    post("/innboks/{request}/lukk", Who::Staff, |asked| asked.answer(one::close)),
    post("/innboks/{request}/ny-kode", Who::Staff, |asked| asked.answer(one::new_code)),
    get("/oppsett/vakt", SETS_UP, |asked| asked.answer(setup::list)),
    get("/oppsett/vakt/{organisation}", SETS_UP, |asked| asked.answer(setup::show)),
    post("/oppsett/vakt/{organisation}", SETS_UP, |asked| asked.answer(setup::save)),
    get("/oppsett/vakt/{organisation}/vakter", SETS_UP, |asked| asked.answer(duty::show)),
    post("/oppsett/vakt/{organisation}/vakter", SETS_UP, |asked| asked.answer(duty::add)),
    post("/oppsett/vakt/{organisation}/vakter/fjern", SETS_UP, |asked| asked.answer(duty::remove)),
];
