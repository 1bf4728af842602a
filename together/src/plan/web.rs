//! The pages of the plan. The person's pages and the pages of those who work with them are the same handlers: what differs is
//! the permit, and with it what there is to see.

mod draft;
mod individual;
mod line;
mod panels;
mod person;
mod staff;

use kernel::id::{AccountId, PersonId};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::Say;
use platform::web::{Asked, Route, Who, get, post};

use super::shown::Reader;

pub use panels::{home, one_person, ready, to_plan};

/// Every address.
pub const ROUTES: &[Route] = &[
    get("/planen", Who::Person, |asked| asked.answer(person::show)),
    get("/planen/ark", Who::Person, |asked| asked.answer(person::sheet)),
    get("/planen/endringer", Who::Person, |asked| asked.answer(person::changes)),
    get("/planen/ny", Who::Person, |asked| asked.answer(line::new)),
    post("/planen/ny", Who::Person, |asked| asked.answer(line::add)),
    get("/planen/individuell", Who::Person, |asked| asked.answer(individual::show)),
    post("/planen/individuell", Who::Person, |asked| asked.answer(individual::choose)),
    get("/planen/individuell/periode", Who::Person, |asked| asked.answer(individual::period)),
    post("/planen/individuell/periode", Who::Person, |asked| asked.answer(individual::set_period)),
    post("/planen/individuell/ferdig", Who::Person, |asked| asked.answer(individual::complete)),
    get("/planen/individuell/del/{part}", Who::Person, |asked| asked.answer(individual::part)),
    post("/planen/individuell/del/{part}", Who::Person, |asked| asked.answer(individual::write_part)),
    get("/planen/linje/{line}", Who::Person, |asked| asked.answer(line::show)),
    post("/planen/linje/{line}", Who::Person, |asked| asked.answer(line::edit)),
    post("/planen/linje/{line}/svar", Who::Person, |asked| asked.answer(line::answer)),
    post("/planen/linje/{line}/trekk", Who::Person, |asked| asked.answer(line::retract)),
    post("/planen/linje/{line}/vurder", Who::Person, |asked| asked.answer(line::evaluate)),
    post("/planen/linje/{line}/kommentar", Who::Person, |asked| asked.answer(line::comment)),
    post("/planen/linje/{line}/kommentar/{comment}", Who::Person, |asked| asked.answer(line::retract_comment)),
    get("/planen/{area}", Who::Person, |asked| asked.answer(person::area)),
    get("/folk/{person}/plan", Who::Staff, |asked| asked.answer(staff::show)),
    get("/folk/{person}/plan/ny", Who::Staff, |asked| asked.answer(line::new)),
    post("/folk/{person}/plan/ny", Who::Staff, |asked| asked.answer(line::add)),
    get("/folk/{person}/plan/linje/{line}", Who::Staff, |asked| asked.answer(line::show)),
    post("/folk/{person}/plan/linje/{line}", Who::Staff, |asked| asked.answer(line::edit)),
    post("/folk/{person}/plan/linje/{line}/trekk", Who::Staff, |asked| asked.answer(line::retract)),
    post("/folk/{person}/plan/linje/{line}/vurder", Who::Staff, |asked| asked.answer(line::evaluate)),
    post("/folk/{person}/plan/linje/{line}/kommentar", Who::Staff, |asked| asked.answer(line::comment)),
    post("/folk/{person}/plan/linje/{line}/kommentar/{comment}", Who::Staff, |asked| asked.answer(line::retract_comment)),
];

/// Whose plan the address is about: another's, or nothing for one's own.
fn subject(asked: &Asked) -> Result<Option<PersonId>, Error> {
    if asked.param("person").is_empty() { Ok(None) } else { asked.person().map(Some) }
}

/// The permit that goes with it.
fn permit(tx: &mut Tx<'_>, desk: &Desk<'_>, subject: Option<&PersonId>) -> Result<Permit, Error> {
    match subject {
        None => desk.own(tx),
        Some(person) => desk.person(tx, person),
    }
}

/// Where the pages lie.
fn base(subject: Option<&PersonId>) -> String {
    subject.map_or_else(|| "/planen".to_owned(), |person| format!("/folk/{person}/plan"))
}

/// Whoever reads, with the words they read in.
fn reader<'a>(asked: &Asked, permit: &Permit, say: &'a Say) -> Reader<'a> {
    let account: Option<AccountId> = asked.ctx.actor.account.clone();
    Reader::of(permit, account, say, asked.ctx.now)
}
