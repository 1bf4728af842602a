//! The pages: `/varsling` for the person and for employees, and the calendar's own address.

mod choice;
mod feed;
mod page;
mod ways;

use kernel::role::Role;
use platform::web::{Route, Who, get, post};

/// The person, and everybody who works here.
const OWNERS: Who = Who::Roles(&[
    Role::Person,
    Role::Volunteer,
    Role::Coordinator,
    Role::MoNurse,
    Role::Gp,
    Role::Nav,
    Role::LarDoctor,
    Role::LarOutlet,
    Role::Pharmacy,
    Role::DetoxNurse,
    Role::Tsb,
    Role::RoomStaff,
    Role::DrugChecker,
    Role::Outreach,
    Role::Housing,
    Role::Dental,
    Role::ChildResponsible,
    Role::AdvisoryUnit,
    Role::Leader,
    Role::PrivacyContact,
    Role::Admin,
]);

/// Every address of the part.
pub const ROUTES: &[Route] = &[
    get("/varsling", OWNERS, |asked| asked.answer(page::show)),
    post("/varsling/valg", OWNERS, |asked| asked.answer(choice::choose)),
    post("/varsling/kalender", OWNERS, |asked| asked.answer(feed::make)),
    post("/varsling/kalender/bort", OWNERS, |asked| asked.answer(feed::end)),
    post("/varsling/{channel}", OWNERS, |asked| asked.answer(ways::name)),
    post("/varsling/{channel}/kode", OWNERS, |asked| asked.answer(ways::confirm)),
    post("/varsling/{channel}/bort", OWNERS, |asked| asked.answer(ways::remove)),
    get("/kalender/{secret}", Who::Anyone, |asked| asked.answer(feed::hand_out)),
];
