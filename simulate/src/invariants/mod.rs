//! What must hold after each step, and on each page. Each rule reads the rows by itself: the product's own reading of them is
//! what is being looked at.

pub mod closed;
pub mod gone;
pub mod grants;
pub mod holders;
pub mod lines;
pub mod parties;
pub mod sessions;
pub mod sett;
pub mod tables;
pub mod walls;

use testkit::Page;

use crate::city::{Client, World};

/// What must hold of any answer: nothing failed that was not made to fail, nobody sees what is denied, and what was shown
/// stands in the log.
///
/// # Errors
/// The rule that does not hold.
pub fn of_a_page(world: &World, client: &Client, page: &Page) -> Result<(), String> {
    if page.status >= 500 && !world.trouble.is_armed() {
        return Err(format!("{} without trouble", page.status));
    }
    if world.trouble.is_armed() && page.status < 300 && page.status != 200 {
        return Err(format!("{} while nothing can be kept", page.status));
    }
    for mark in world.marks.on(page) {
        closed::nobody_sees(world, client, &mark)?;
        walls::may_see(world, client, &mark)?;
        if page.status < 400 {
            lines::has_its_line(world, client, &mark)?;
        }
    }
    Ok(())
}

/// Remembers who has looked at whom on this page.
pub fn remember(world: &mut World, client: &Client, page: &Page) {
    for mark in world.marks.on(page).iter().filter(|_| page.status < 400) {
        sett::remember(world, client, mark);
    }
}

/// What must hold of the rows after every step.
///
/// # Errors
/// The rule that does not hold.
pub fn of_a_step(world: &mut World) -> Result<(), String> {
    sett::stands_there(world)?;
    closed::nothing_runs_on(world)?;
    holders::one_each(world)?;
    grants::not_too_long(world)?;
    tables::belong_to_somebody(world)
}

/// What must hold at the end of a day: the log is whole.
///
/// # Errors
/// The rule that does not hold.
pub fn of_a_day(world: &World) -> Result<(), String> {
    lines::the_log_holds(world)
}
