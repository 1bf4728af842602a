//! What happens inside one command: load under a permit, ask the rules, save, tell. Pages and the demo city come through here.

mod living;
mod register;
mod waiting;

use kernel::id::AccountId;
use platform::access::Desk;
use platform::error::Error;

pub use living::{Ending, MoveIn, Warned, end, move_in, plan, settle, visit, warn};
pub use register::{confirm, make};
pub use waiting::{Answer, offer, on_the_table, say, take_back, want, withdraw, write_down};

/// The first name: what people are called at the counter.
#[must_use]
pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// The account that acts.
///
/// # Errors
/// [`Error::SignIn`] for somebody without one.
pub fn me(desk: &Desk<'_>) -> Result<AccountId, Error> {
    desk.ctx().actor.account.clone().ok_or(Error::SignIn)
}
