//! One table: every operation on one town with so many callers, each beside the bare work it is measured by.

use std::sync::Arc;

use axum::Router;
use tokio::runtime::Runtime;

use crate::bare::{Caller, Made};
use crate::cpu::Meter;
use crate::load::{Cost, Pace, Variant, in_turn};
use crate::pages::{Page, Service, ask_service, bare_service, fetch, pages};
use crate::report::{Line, Target};
use crate::town::Town;
use crate::{ours, part};

const READ: &str = "bare read";
const INSERT: &str = "bare insert";
const INSERT_ALONE: &str = "bare insert, a commit each";
const RECORD: &str = "bare record";
const TWENTY: &str = "bare transaction of 20";
const READ_INSERT: &str = "bare read, then insert";
const RECORD_INSERT: &str = "bare record, then insert";
const SERVICE: &str = "bare service, read and insert";
const SERVICE_READ: &str = "bare service, read";
const SERVICE_CREATE: &str = "bare service, create with a commit of its own";

/// Connections a bare PostgreSQL caller may have: as many as ours.
const CONNECTIONS: usize = 16;

/// An operation of ours, and the bare ones whose sum it is measured by.
struct Asked {
    variant: Variant,
    beside: Vec<&'static str>,
    /// The same work of a service that commits for each request: what the targets were first set by.
    service: &'static [&'static str],
    target: Target,
}

/// Measures one table.
pub fn measure(
    runtime: &Runtime,
    meter: Meter,
    pace: Pace,
    town: &Arc<Town>,
    router: &Router,
    callers: usize,
    only: Option<&str>,
) -> Result<Vec<Line>, String> {
    let bare = bare(town);
    let mut asked: Vec<Asked> = door(town).into_iter().chain(through_the_router(town, router)).collect();
    asked.retain(|asked| only.is_none_or(|name| asked.variant.name.contains(name)));
    let all: Vec<Variant> = bare.iter().cloned().chain(asked.iter().map(|asked| asked.variant.clone())).collect();
    let costs = in_turn(runtime, meter, pace, callers, &all)?;
    let (bare_costs, our_costs) = costs.split_at(bare.len());
    let cost_of = |name: &str| bare.iter().zip(bare_costs).find(|(variant, _)| variant.name == name).map(|(_, cost)| *cost);
    let of_bare = bare.iter().zip(bare_costs).map(|(variant, cost)| Line::bare(variant.name, callers, *cost));
    let of_ours = asked.iter().zip(our_costs).map(|(asked, cost)| {
        let costs = |names: &[&'static str]| -> Vec<Cost> { names.iter().filter_map(|name| cost_of(name)).collect() };
        let line =
            Line::beside(asked.variant.name, callers, *cost, &costs(&asked.beside), &asked.beside.join(" + "), asked.target);
        line.and_a_service(&costs(asked.service))
    });
    Ok(of_bare.chain(of_ours).collect())
}

fn bare(town: &Arc<Town>) -> Vec<Variant> {
    let call = |name: &'static str, work: fn(&Town, &mut Caller, u64) -> Result<(), String>| {
        let town = town.clone();
        let most = if town.bare.is_in_place() { usize::MAX } else { CONNECTIONS };
        Variant::thread(name, most, move || {
            let (town, mut caller) = (town.clone(), town.bare.caller()?);
            Ok(Box::new(move |n| work(&town, &mut caller, n)))
        })
    };
    let service = |name: &'static str, asked: Service| {
        let (router, town) = (bare_service(&town.bare), town.clone());
        Variant::task(name, move |n| ask_service(router.clone(), town.clone(), asked, n))
    };
    vec![
        call(READ, |town, caller, n| caller.read(town.person(n).as_str(), &town.row(n)).map(|_| ())),
        call(INSERT, |town, caller, n| caller.insert(vec![Made::nth(town.person(n).as_str(), n, 1)])),
        call(INSERT_ALONE, |town, caller, n| caller.insert_alone(vec![Made::nth(town.person(n).as_str(), n, 5)])),
        call(RECORD, |town, caller, n| caller.record(town.person(n).as_str()).map(|_| ())),
        call(TWENTY, |town, caller, n| {
            let person = town.person(n).as_str();
            caller.insert((0..part::ROWS as u64).map(|k| Made::nth(person, n, 100 + k)).collect())
        }),
        call(READ_INSERT, |town, caller, n| {
            caller.read(town.person(n).as_str(), &town.row(n))?;
            caller.insert(vec![Made::nth(town.person(n).as_str(), n, 2)])
        }),
        call(RECORD_INSERT, |town, caller, n| {
            caller.record(town.person(n).as_str())?;
            caller.insert(vec![Made::nth(town.person(n).as_str(), n, 4)])
        }),
        service(SERVICE, Service::ReadAndInsert),
        service(SERVICE_READ, Service::Read),
        service(SERVICE_CREATE, Service::Create),
    ]
}

fn door(town: &Arc<Town>) -> Vec<Asked> {
    let [a, b, c, d, e, f] = [(); 6].map(|()| town.clone());
    let asked = |variant, beside: &'static str, service, target| Asked { variant, beside: vec![beside], service, target };
    vec![
        asked(
            Variant::task("the checks without the log", move |n| ours::checks(a.clone(), n)),
            READ,
            &[SERVICE_READ],
            Target::most(2.5),
        ),
        asked(
            Variant::task("audited read of one row, the person", move |n| ours::read_by_the_person(b.clone(), n)),
            READ_INSERT,
            &[SERVICE_READ, SERVICE_CREATE],
            Target::most(1.6),
        ),
        asked(
            Variant::task("audited read of one row, staff", move |n| ours::read_by_staff(c.clone(), n)),
            READ_INSERT,
            &[SERVICE_READ, SERVICE_CREATE],
            Target::most(1.6),
        ),
        asked(
            Variant::task("a person's record, 20 rows", move |n| ours::record(d.clone(), n)),
            RECORD_INSERT,
            &[],
            Target::most(2.5),
        ),
        asked(
            Variant::task("durable create with history", move |n| ours::create(e.clone(), n, 1)),
            INSERT,
            &[SERVICE_CREATE],
            Target::most(4.0),
        ),
        asked(
            Variant::task("transaction of 20 with history", move |n| ours::create(f.clone(), n, part::ROWS)),
            TWENTY,
            &[],
            Target::most(3.0),
        ),
    ]
}

fn through_the_router(town: &Arc<Town>, router: &Router) -> Vec<Asked> {
    pages(town)
        .into_iter()
        .map(|page| {
            let target = if page.is_judged() { Target::most(2.5) } else { Target::none() };
            Asked { variant: page_variant(router, page), beside: vec![SERVICE], service: &[SERVICE_READ, SERVICE_CREATE], target }
        })
        .collect()
}

/// A page as an operation.
pub fn page_variant(router: &Router, page: Page) -> Variant {
    let router = router.clone();
    Variant::task(page.name, move |_| fetch(router.clone(), page.clone()))
}
