//! Tasks: who does what by when. Nobody has a task they have not said yes to.

mod demo;
mod news;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::role::Role;
use kernel::{class::Class, language::Language};
use platform::charter::{Charter, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// A task was made or proposed. Subject: the task.
pub const MADE: &str = "TaskMade";
/// Somebody said yes or no to one. Subject: the task.
pub const ANSWERED: &str = "TaskAnswered";
/// One is done. Subject: the task.
pub const DONE: &str = "TaskDone";

const TASK: &str = "tasks_task";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "tasks",
    class: Class::Own,
    purpose: "Who does what by when, said yes to by whoever does it, and read by the person.",
    legal_basis: "Consent (GDPR art. 6 (1) a and 9 (2) a): the person's grant for the area; helse- og omsorgstjenesteloven §§ 3-4 \
                  and 7-2 on working together and on the coordinator who sees to progress (R-03, R-04).",
    retention: &[Retention {
        table: TASK,
        kept: "as long as the person is here; gone 30 days after they leave",
        ground: "who was to do what must be found again while help is given (R-03)",
    }],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(44, "/oppgaver", "tasks-yours", Role::MEETS_PEOPLE)],
    panels: &[
        Panel { place: Place::Home, order: 45, draw: web::home },
        Panel { place: Place::HomeMore, order: 14, draw: web::more },
        Panel { place: Place::Today, order: 25, draw: web::today },
        Panel { place: Place::OnePerson, order: 27, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 17, draw: web::to_make },
        Panel { place: Place::Ready, order: 10, draw: web::ready },
    ],
    tells: &[MADE, ANSWERED, DONE],
    accepts: work::ACCEPTS,
    tables: &[Table { name: TASK, personal: true }],
    migrations: &[
        Migration { part: "tasks", number: 1, sql: include_str!("migrations/001_tasks.sql") },
        Migration { part: "tasks", number: 2, sql: include_str!("migrations/002_open.sql") },
        Migration { part: "tasks", number: 3, sql: include_str!("migrations/003_mine.sql") },
        Migration { part: "tasks", number: 4, sql: include_str!("migrations/004_shelves.sql") },
    ],
    news: news::NEWS,
    counts: news::COUNTS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
