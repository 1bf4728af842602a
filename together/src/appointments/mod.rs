//! Appointments: when, where and with whom, how to get there, and three ready answers. No appointment opens or closes anything.

mod calendar;
mod demo;
mod jobs;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::role::Role;
use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// An appointment was made. Subject: the appointment.
pub const MADE: &str = "AppointmentMade";
/// It was moved or cancelled. Subject: the appointment.
pub const CHANGED: &str = "AppointmentChanged";
/// The person has answered. Subject: the appointment.
pub const ANSWERED: &str = "AppointmentAnswered";
/// The person did not come. Subject: the appointment.
pub const MISSED: &str = "AppointmentMissed";
/// It is soon: time for a reminder without content. Subject: the appointment.
pub const SOON: &str = "AppointmentSoon";

const APPOINTMENT: &str = "appointments_appointment";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "appointments",
    class: Class::Own,
    purpose: "The person knows when, where and with whom, and says with one tap whether it suits.",
    legal_basis: "Consent (GDPR art. 6 (1) a and 9 (2) a): the grant for the area opens an appointment to those around the person; \
                  helse- og omsorgstjenesteloven § 3-4 on working together (R-01).",
    retention: &[Retention {
        table: APPOINTMENT,
        kept: "as long as the person is here; gone 30 days after they leave",
        ground: "the person's own calendar (R-01); what was agreed must be found again while help is given",
    }],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(43, "/avtaler", "appointments-yours", Role::MEETS_PEOPLE)],
    panels: &[
        Panel { place: Place::Home, order: 15, draw: web::home },
        Panel { place: Place::HomeMore, order: 12, draw: web::more },
        Panel { place: Place::Today, order: 12, draw: web::today },
        Panel { place: Place::OnePerson, order: 22, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 16, draw: web::to_make },
    ],
    tells: &[MADE, CHANGED, ANSWERED, MISSED, SOON],
    accepts: work::ACCEPTS,
    jobs: &[Job { name: "appointments-soon", every_minutes: Some(10), run: jobs::soon }],
    tables: &[Table { name: APPOINTMENT, personal: true }, Table { name: "appointments_rule", personal: false }],
    migrations: &[
        Migration { part: "appointments", number: 1, sql: include_str!("migrations/001_appointments.sql") },
        Migration { part: "appointments", number: 2, sql: include_str!("migrations/002_mine.sql") },
    ],
    calendar: Some(calendar::read),
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
