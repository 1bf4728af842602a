//! The pages of meetings: the lists, calling one, making it ready, running it, reading it up, ending it, and the minutes.

mod call;
mod end;
mod list;
mod mine;
mod panels;
mod run;
mod topics;
mod which;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

pub use panels::{home, more, to_call, today};
use which::{Which, item_id};

/// The person, and everyone who meets people by name.
const ALL: Who = Who::AnyOf(&[Who::Person, Who::Roles(Role::MEETS_PEOPLE)]);

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/moter", ALL, |asked| asked.answer(list::show)),
    get("/moter/ny/{person}", Who::Staff, |asked| asked.answer(call::form)),
    post("/moter/ny/{person}", Who::Staff, |asked| asked.answer(call::call)),
    get("/moter/mitt/{meeting}", Who::Person, |asked| asked.answer(mine::show)),
    post("/moter/mitt/{meeting}/sak", Who::Person, |asked| asked.answer(mine::propose)),
    post("/moter/mitt/{meeting}/bort", Who::Person, |asked| asked.answer(mine::drop_item)),
    post("/moter/mitt/{meeting}/uten", Who::Person, |asked| asked.answer(mine::keep_out)),
    post("/moter/mitt/{meeting}/hvem", Who::Person, |asked| asked.answer(mine::choose)),
    post("/moter/mitt/{meeting}/stemmer", Who::Person, |asked| asked.answer(mine::confirm)),
    post("/moter/mitt/{meeting}/uenig", Who::Person, |asked| asked.answer(mine::disagree)),
    get("/moter/{person}/{meeting}", Who::Staff, |asked| asked.answer(run::show)),
    post("/moter/{person}/{meeting}/start", Who::Staff, |asked| asked.answer(run::begin)),
    post("/moter/{person}/{meeting}/svar", Who::Staff, |asked| asked.answer(run::answer)),
    post("/moter/{person}/{meeting}/avlys", Who::Staff, |asked| asked.answer(run::cancel)),
    post("/moter/{person}/{meeting}/sak", Who::Staff, |asked| asked.answer(topics::propose)),
    post("/moter/{person}/{meeting}/bort", Who::Staff, |asked| asked.answer(topics::drop_item)),
    post("/moter/{person}/{meeting}/sak/{item}", Who::Staff, |asked| asked.answer(topics::write)),
    post("/moter/{person}/{meeting}/angre", Who::Staff, |asked| asked.answer(topics::undo)),
    get("/moter/{person}/{meeting}/les", Who::Staff, |asked| asked.answer(end::read_up)),
    post("/moter/{person}/{meeting}/les", Who::Staff, |asked| asked.answer(end::agree)),
    get("/moter/{person}/{meeting}/avslutt", Who::Staff, |asked| asked.answer(end::form)),
    post("/moter/{person}/{meeting}/avslutt", Who::Staff, |asked| asked.answer(end::close)),
];
