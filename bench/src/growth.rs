//! What a larger town costs: the same operation on every size, in turn.

use std::sync::Arc;

use axum::Router;
use tokio::runtime::Runtime;

use crate::cell::page_variant;
use crate::cpu::Meter;
use crate::load::{Pace, Variant, in_turn};
use crate::ours;
use crate::pages::{INBOX, LIST, pages};
use crate::report::{Line, Target};
use crate::town::Town;

/// Callers at which growth is measured.
const CALLERS: usize = 8;

/// Measures each operation on all towns, smallest first; the ratios are to the smallest.
pub fn measure(runtime: &Runtime, meter: Meter, pace: Pace, towns: &[(Arc<Town>, Router)]) -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    let by_id = |(town, _): &(Arc<Town>, Router)| {
        let town = town.clone();
        Some(Variant::task("audited read of one row, staff", move |n| ours::read_by_staff(town.clone(), n)))
    };
    let page = |name: &'static str| {
        move |(town, router): &(Arc<Town>, Router)| {
            pages(town).into_iter().find(|page| page.name == name).map(|page| page_variant(router, page))
        }
    };
    lines.extend(one(runtime, meter, pace, towns, by_id)?);
    lines.extend(one(runtime, meter, pace, towns, page(LIST))?);
    lines.extend(one(runtime, meter, pace, towns, page(INBOX))?);
    Ok(lines)
}

fn one(
    runtime: &Runtime,
    meter: Meter,
    pace: Pace,
    towns: &[(Arc<Town>, Router)],
    variant: impl Fn(&(Arc<Town>, Router)) -> Option<Variant>,
) -> Result<Vec<Line>, String> {
    let variants: Vec<Variant> = towns.iter().filter_map(variant).collect();
    let costs = in_turn(runtime, meter, pace, CALLERS, &variants)?;
    let Some(smallest) = costs.first().copied() else { return Ok(Vec::new()) };
    let grown = variants.iter().zip(&costs).zip(towns).skip(1);
    Ok(grown
        .map(|((variant, cost), (town, _))| {
            let name = format!("{}, {} persons", variant.name, town.size);
            let beside = format!("the same, {} persons", towns.first().map_or(0, |(town, _)| town.size));
            Line::beside(&name, CALLERS, *cost, &[smallest], &beside, Target::most(1.5))
        })
        .collect())
}
