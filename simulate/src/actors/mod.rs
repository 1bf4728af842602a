//! Those who do something, one file for each kind, and what they all know: how to find one's way and fill in a form.

pub mod clock;
pub mod employee;
pub mod hand;
pub mod kin;
pub mod pair;
pub mod person;
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
        0..=17 => visitor::act(world, people).await,
        18..=49 => person::act(world, people).await,
        50..=83 => employee::act(world, people).await,
        84..=87 => kin::act(world, people).await,
        88..=93 => pair::act(world, people).await,
        _ => clock::work(world),
    }
}
