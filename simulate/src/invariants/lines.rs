//! Every look that was answered has its line in the log, and the log holds.

use platform::args;
use platform::audit;

use crate::city::{Client, World};
use crate::marks::Mark;

/// Whoever has just been shown these words stands in the log, at this very second, with the person they are about.
pub(super) fn has_its_line(world: &World, client: &Client, mark: &Mark) -> Result<(), String> {
    let key = world.town().app.keys().find(&mark.person).map_err(|error| format!("{error:?}"))?;
    let Some(key) = key else { return Err(format!("{} is shown, and its person has no key", mark.words)) };
    let lines = world.rows(
        "SELECT account_id FROM audit_line WHERE subject = $1 AND at = $2 ORDER BY line_id",
        args![key.subject(), world.now()],
    )?;
    let mine = client.account.as_ref().map(kernel::id::AccountId::as_str);
    if lines.iter().any(|row| row.text_or_null(0).unwrap_or_default() == mine) {
        return Ok(());
    }
    Err(format!("{} is shown, and no line in the log says so", mark.words))
}

/// The whole log: every line, every leaf, every signature; and nothing waits for its seal.
pub(super) fn the_log_holds(world: &World) -> Result<(), String> {
    let app = &world.town().app;
    let verified = audit::verify(app.db(), app.master(), world.now());
    match verified.map_err(|error| format!("the log cannot be read: {error:?}"))? {
        Err(broken) => Err(format!("the log does not hold: {}", broken.0)),
        Ok(report) if report.waiting > 0 => Err(format!("{} lines of the log wait for their seal", report.waiting)),
        Ok(_) => Ok(()),
    }
}
