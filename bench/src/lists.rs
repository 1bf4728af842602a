//! Lists that grow: the first page of each in a town with a hundred rows, beside the same page in a town with a hundred thousand.

use std::sync::Arc;

use app::demo::{Who, find};
use axum::Router;
use kernel::role::Role;
use platform::app::App;
use platform::args;
use platform::ctx::Door;
use platform::error::Error;
use platform::session::Holder;
use tokio::runtime::Runtime;

use crate::cell::page_variant;
use crate::copies::{Copied, multiply};
use crate::cpu::Meter;
use crate::load::{Pace, Variant, in_turn};
use crate::pages::Page;
use crate::place::Database;
use crate::report::{Line, Target};
use crate::town::{Town, session};

/// Callers at once.
const CALLERS: usize = 8;
/// Persons in each of the two towns.
const PERSONS: usize = 150;
/// Rows of the one, and of the other.
const ROWS: [usize; 2] = [100, 100_000];

/// A list: where it is, who looks, and what it is a list of.
struct List {
    page: &'static str,
    persona: &'static str,
    rows: Copied,
}

const fn list(page: &'static str, persona: &'static str, rows: Copied) -> List {
    List { page, persona, rows }
}

const fn of(table: &'static str, id: &'static str, at: &'static str, far: &'static str, seed: &'static str) -> Copied {
    Copied { table, id, at, far, seed, other: None }
}

const LATER: &str = "2099-01-01T00:00:00Z";
const LATER_DAY: &str = "2099-01-01";
const LONG_AGO: &str = "2001-01-01T00:00:00Z";

/// In seeds, `$1` is the looker's organisation, or the person who looks at what is their own.
const LISTS: [List; 18] = [
    list(
        "/innboks",
        "mo-nurse",
        of("help_requests_request", "request_id", "promised_until", LATER, "organisation_id = $1 AND state = 'waiting'"),
    ),
    list(
        "/henvisninger",
        "tsb",
        of(
            "referrals_referral",
            "referral_id",
            "open_since",
            LATER,
            "receiver_id = $1 AND open_since IS NOT NULL AND sent_at IS NOT NULL",
        ),
    ),
    list(
        "/ventetid/oversikt",
        "tsb",
        Copied {
            other: Some("referral_id"),
            ..of("waiting_clock", "clock_id", "due_on", LATER_DAY, "receiver_id = $1 AND ended_on IS NULL")
        },
    ),
    list(
        "/inneliggende",
        "detox-nurse",
        of("beds_stay", "stay_id", "turn_at", LATER, "organisation_id = $1 AND state = 'begun'"),
    ),
    list(
        "/dagplasser",
        "volunteer",
        of("day_places_ask", "ask_id", "asked_at", LATER, "organisation_id = $1 AND state = 'asked'"),
    ),
    list("/bolig", "housing", of("housing_need", "need_id", "asked_at", LATER, "organisation_id = $1 AND state = 'waiting'")),
    list(
        "/oppgaver",
        "coordinator",
        of("tasks_task", "task_id", "due_key", LATER_DAY, "organisation_id = $1 AND done_at IS NULL AND standing = 'taken'"),
    ),
    list(
        "/avtaler",
        "mo-nurse",
        of("appointments_appointment", "appointment_id", "at", LATER, "organisation_id = $1 AND state = 'planned'"),
    ),
    list("/moter", "coordinator", of("meetings_meeting", "meeting_id", "at", LATER, "organisation_id = $1 AND phase = 'called'")),
    list(
        "/overtakelser",
        "mo-nurse",
        of(
            "handovers_baton",
            "handover_id",
            "due_at",
            LATER,
            "receiver_organisation = $1 AND done_at IS NULL AND agreed_at IS NOT NULL AND due_at IS NOT NULL",
        ),
    ),
    list("/brudd", "coordinator", of("gaps_item", "gap_id", "opened_at", LATER, "owner_organisation = $1 AND closed_at IS NULL")),
    list(
        "/nav",
        "nav",
        of(
            "nav_matter",
            "matter_id",
            "answer_by",
            LATER_DAY,
            "organisation_id = $1 AND answered_on IS NULL AND answer_by IS NOT NULL AND gone_at IS NULL",
        ),
    ),
    list(
        "/vedtak",
        "tsb",
        of("coercion_decision", "decision_id", "until_on", LATER_DAY, "organisation_id = $1 AND state = 'running'"),
    ),
    list(
        "/i-natt/vakt",
        "nav",
        of("tonight_request", "request_id", "decide_by", LATER, "organisation_id = $1 AND state = 'waiting'"),
    ),
    list("/bolig/hjem", "housing", of("housing_unit", "unit_id", "name", "Ø", "organisation_id = $1 AND free_from IS NULL")),
    list(
        "/ettervern",
        "mo-nurse",
        of("aftercare_plan", "plan_id", "begun_at", LONG_AGO, "organisation_id = $1 AND stage = 'running'"),
    ),
    list("/samarbeid", "leader", of("agreement", "agreement_id", "until_on", LATER_DAY, "state = 'agreed'")),
    list("/planen/endringer", "person", of("plan_revision", "revision_id", "at", LONG_AGO, "person_id = $1")),
];

/// Measures every list in both towns; beside the figures the lists that could not be measured, each with why.
pub fn measure(runtime: &Runtime, meter: Meter, pace: Pace, database: &Database) -> Result<(Vec<Line>, Vec<String>), String> {
    let mut towns: Vec<(Arc<Town>, Router)> = Vec::new();
    for rows in ROWS {
        // A town's database goes by its size.
        let size = PERSONS + towns.len();
        let (url, keys_url) = database.urls(size)?;
        let town = Arc::new(Town::build(&url, &keys_url, size)?);
        for list in &LISTS {
            let looker = Looker::find(&town.app, list.persona)?;
            multiply(&town.app, &list.rows, &looker.whose, rows).map_err(|why| format!("{}: {why}", list.page))?;
        }
        let router = platform::web::router(&town.app);
        towns.push((town, router));
    }
    let (mut lines, mut silent) = (Vec::new(), Vec::new());
    for list in &LISTS {
        let mut pages: Vec<Variant> = Vec::new();
        for (town, router) in &towns {
            let looker = Looker::find(&town.app, list.persona)?;
            pages.push(page_variant(router, Page::of(list.page, &session(&town.app, looker.holder)?)));
        }
        let costs = match in_turn(runtime, meter, pace, CALLERS, &pages) {
            Ok(costs) => costs,
            Err(why) => {
                silent.push(why);
                continue;
            }
        };
        let [few, many] = costs.as_slice() else { continue };
        let name = format!("{}, {} rows", list.page, ROWS[1]);
        lines.push(Line::beside(&name, CALLERS, *many, &[*few], &format!("the same, {} rows", ROWS[0]), Target::most(1.5)));
    }
    Ok((lines, silent))
}

/// Whoever looks.
struct Looker {
    holder: Holder,
    /// The organisation, or the person.
    whose: String,
}

impl Looker {
    fn find(app: &App, persona: &str) -> Result<Looker, String> {
        let plain = |error: Error| format!("{error:?}");
        let found = app.db().read_here(|tx| find(tx, persona)).map_err(|error| format!("{persona}: {error:?}"))?;
        let account = match found {
            Who::Person(person) => {
                let whose = person.as_str().to_owned();
                return Ok(Looker { holder: Holder::Person(person, Door::Full), whose });
            }
            Who::Account(account) => account,
        };
        let id = account.clone();
        let row = app.db().read_here(move |tx| {
            Ok(tx.row("SELECT role, COALESCE(organisation_id, '') FROM account WHERE account_id = $1", args![&id])?)
        });
        let row = row.map_err(plain)?.ok_or_else(|| format!("{persona} has no account"))?;
        let role = row.parsed(0, Role::parse).map_err(|fault| fault.to_string())?;
        let whose = row.text(1).map_err(|fault| fault.to_string())?.to_owned();
        Ok(Looker { holder: Holder::Account(account, role), whose })
    }
}
