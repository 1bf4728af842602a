//! What happens inside one command: load under a permit, ask the rules, save, tell. Pages and the demo city come through here.

mod living;
mod register;
mod waiting;

use kernel::id::AccountId;
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::charter::{Accept, Charter};
use platform::db::Tx;
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

/// The part that takes this kind of proposal, where the house has one.
fn taker(app: &App, kind: &str) -> Option<(&'static Charter, &'static Accept)> {
    let parts = app.catalogue().iter();
    parts.flat_map(|part| part.accepts.iter().map(move |accept| (*part, accept))).find(|(_, accept)| accept.kind == kind)
}

/// Hands something to another part inside this transaction, where the house has one that takes it.
fn hand(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    kind: &str,
    content: &serde_json::Value,
) -> Result<Option<String>, Error> {
    let Some((part, accept)) = taker(desk.app(), kind) else { return Ok(None) };
    (accept.take)(tx, &desk.of(part), permit, content).map(Some)
}
