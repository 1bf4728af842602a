//! Those who do something, one file for each kind, and what they all know: how to find one's way and fill in a form.

pub mod chain;
pub mod clock;
pub mod doors;
pub mod employee;
pub mod hand;
pub mod kin;
pub mod leave;
pub mod pair;
pub mod person;
mod round;
pub mod staff_doors;
mod typed;
pub mod visitor;
mod way;

pub use way::{along, errand, pick_form, pick_way};

use crate::city::{People, World};

/// One step of whoever's turn it is.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    match world.chance.below(100) {
        0..=9 => visitor::act(world, people).await,
        10..=21 => person::act(world, people).await,
        22..=37 => employee::act(world, people).await,
        38..=40 => kin::act(world, people).await,
        41..=44 => pair::act(world, people).await,
        45..=67 => round::act(world, people).await,
        68..=79 if !world.recent.is_empty() => chain::act(world, people).await,
        68..=79 => round::act(world, people).await,
        80..=86 if world.has("sign_in") => doors::act(world, people).await,
        87..=90 if world.has("staff") => staff_doors::act(world, people).await,
        91..=94 if world.has("people") && world.has("leaving") => leave::act(world, people).await,
        _ => clock::work(world),
    }
}
