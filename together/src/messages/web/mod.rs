//! The pages: form to command, door, page. The person's lie under `/meldinger`, those of everyone else under `/beskjeder`.

mod attach;
mod contact;
mod join;
mod list;
mod search;
mod start;
mod start_others;
mod thread;
mod whose;

use kernel::role::Role;
use platform::web::{Route, Who, get, post, post_with_file};

pub(super) use whose::sender;
use whose::{Whose, thread_id};

/// Everyone with whom a person can share what is their own.
const OTHERS: Who = Who::AnyOf(&[Who::Roles(&[Role::NextOfKin]), Who::Roles(Role::MEETS_PEOPLE)]);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/meldinger", Who::Person, |asked| asked.answer(list::show)),
    get("/meldinger/ny", Who::Person, |asked| asked.answer(start::areas)),
    get("/meldinger/ny/{area}", Who::Person, |asked| asked.answer(start::form)),
    post("/meldinger/ny/{area}", Who::Person, |asked| asked.answer(start::begin)),
    post("/meldinger/sok", Who::Person, |asked| asked.answer(search::find)),
    get("/meldinger/{thread}", Who::Person, |asked| asked.answer(thread::show)),
    post_with_file("/meldinger/{thread}", Who::Person, attach::MOST_BYTES, |asked| asked.answer(thread::write)),
    get("/meldinger/{thread}/vedlegg/{file}", Who::Person, |asked| asked.answer(attach::hand_out)),
    post("/meldinger/{thread}/svar", Who::Person, |asked| asked.answer(thread::answer)),
    post("/meldinger/{thread}/tilbake", Who::Person, |asked| asked.answer(thread::take_back)),
    get("/meldinger/{thread}/flere", Who::Person, |asked| asked.answer(join::choose)),
    post("/meldinger/{thread}/flere", Who::Person, |asked| asked.answer(join::take_in)),
    get("/beskjeder", OTHERS, |asked| asked.answer(list::new_ones)),
    get("/beskjeder/{person}", OTHERS, |asked| asked.answer(list::show)),
    get("/beskjeder/{person}/ny", Who::Staff, |asked| asked.answer(start_others::form)),
    post("/beskjeder/{person}/ny", Who::Staff, |asked| asked.answer(start_others::begin)),
    post("/beskjeder/{person}/sok", OTHERS, |asked| asked.answer(search::find)),
    get("/beskjeder/{person}/kontakt", Who::Staff, |asked| asked.answer(contact::form)),
    post("/beskjeder/{person}/kontakt", Who::Staff, |asked| asked.answer(contact::tell)),
    get("/beskjeder/{person}/{thread}", OTHERS, |asked| asked.answer(thread::show)),
    post_with_file("/beskjeder/{person}/{thread}", OTHERS, attach::MOST_BYTES, |asked| asked.answer(thread::write)),
    get("/beskjeder/{person}/{thread}/vedlegg/{file}", OTHERS, |asked| asked.answer(attach::hand_out)),
    post("/beskjeder/{person}/{thread}/tilbake", OTHERS, |asked| asked.answer(thread::take_back)),
    get("/beskjeder/{person}/{thread}/kontakt", Who::Staff, |asked| asked.answer(contact::form)),
    post("/beskjeder/{person}/{thread}/kontakt", Who::Staff, |asked| asked.answer(contact::tell)),
];
