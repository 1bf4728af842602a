//! Whoever has closed the account is gone for everyone from that moment, until they open it again themselves.

use kernel::role::Role;
use platform::args;

use crate::city::{Client, World};
use crate::marks::Mark;

/// Nobody is shown words about somebody who has closed the account; the person may take along what is theirs.
pub(super) fn nobody_sees(world: &World, client: &Client, mark: &Mark) -> Result<(), String> {
    let closed =
        world.rows("SELECT person_id FROM person WHERE person_id = $1 AND closed_at IS NOT NULL", args![&mark.person])?;
    let own = client.role == Role::Person && client.person.as_ref() == Some(&mark.person);
    if closed.is_empty() || own { Ok(()) } else { Err(format!("{} is shown, and the account is closed", mark.words)) }
}

/// Nobody is signed in as somebody who was erased, and of those who have closed the account nothing runs on: no session from
/// before, no share.
pub(super) fn nothing_runs_on(world: &World) -> Result<(), String> {
    let sessions = world.rows(
        "SELECT count(*) FROM session s JOIN person p ON p.person_id = s.person_id
         WHERE s.ended_at IS NULL AND s.ends_at > $1 AND (p.erased_at IS NOT NULL OR s.started_at < p.closed_at)",
        args![world.now()],
    )?;
    match sessions.first().map(|row| row.int(0)) {
        Some(Ok(0)) => Ok(()),
        _ => Err("somebody who was erased or has closed the account is still signed in".into()),
    }
}
