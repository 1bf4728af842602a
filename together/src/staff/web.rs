//! The pages: invitations, the door for staff, one's own page, and the administrator's.

mod changes;
mod code;
mod fields;
mod invitation;
mod lock;
mod organisation;
mod own;
mod person;
mod setup;
mod sign_in;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

/// Who sets up.
const ADMIN: Who = Who::Roles(&[Role::Admin]);
/// Who reads what was changed.
const OVERSIGHT: Who = Who::Roles(&[Role::Admin, Role::PrivacyContact]);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/invitasjon/{opener}", Who::Anyone, |asked| asked.answer(invitation::show)),
    post("/invitasjon/{opener}", Who::Anyone, |asked| asked.answer(invitation::redeem)),
    get("/inn/ansatt", Who::Anyone, |asked| asked.answer(sign_in::show)),
    post("/inn/ansatt", Who::Anyone, |asked| asked.answer(sign_in::enter)),
    get("/inn/ansatt/las", Who::Anyone, |asked| asked.answer(lock::show)),
    post("/inn/ansatt/las", Who::Anyone, |asked| asked.answer(lock::unlock)),
    post("/min-konto/las", Who::Staff, |asked| asked.answer(lock::lock)),
    get("/min-konto", Who::Staff, |asked| asked.answer(own::show)),
    get("/min-konto/pin", Who::Staff, |asked| asked.answer(own::pin_form)),
    post("/min-konto/pin", Who::Staff, |asked| asked.answer(own::change_pin)),
    post("/min-konto/okt", Who::Staff, |asked| asked.answer(own::end_session)),
    post("/min-konto/bytt", Who::Staff, |asked| asked.answer(own::switch)),
    get("/min-konto/kode", Who::Staff, |asked| asked.answer(code::show)),
    post("/min-konto/kode", Who::Staff, |asked| asked.answer(code::make)),
    get("/oppsett", ADMIN, |asked| asked.answer(setup::show)),
    get("/oppsett/endringer", OVERSIGHT, |asked| asked.answer(changes::show)),
    get("/oppsett/ny", ADMIN, |asked| asked.answer(organisation::new_form)),
    post("/oppsett/ny", ADMIN, |asked| asked.answer(organisation::make)),
    get("/oppsett/virksomhet/{organisation}", ADMIN, |asked| asked.answer(setup::one)),
    get("/oppsett/virksomhet/{organisation}/endre", ADMIN, |asked| asked.answer(organisation::form)),
    post("/oppsett/virksomhet/{organisation}/endre", ADMIN, |asked| asked.answer(organisation::save)),
    post("/oppsett/virksomhet/{organisation}/steng", ADMIN, |asked| asked.answer(organisation::close)),
    get("/oppsett/virksomhet/{organisation}/inviter", ADMIN, |asked| asked.answer(person::invite_form)),
    post("/oppsett/virksomhet/{organisation}/inviter", ADMIN, |asked| asked.answer(person::invite)),
    get("/oppsett/ansatt/{account}", ADMIN, |asked| asked.answer(person::form)),
    post("/oppsett/ansatt/{account}", ADMIN, |asked| asked.answer(person::save)),
    post("/oppsett/ansatt/{account}/slutt", ADMIN, |asked| asked.answer(person::end)),
    post("/oppsett/ansatt/{account}/lenke", ADMIN, |asked| asked.answer(person::new_link)),
    post("/oppsett/ansatt/{account}/trekk", ADMIN, |asked| asked.answer(person::withdraw)),
];
