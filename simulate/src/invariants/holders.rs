//! Every open request for help has exactly one holder, from the first second until it is closed. Whoever's access ends holds it no
//! longer than until the clock has had its turn.

use platform::args;

use crate::city::World;

/// The clock has one turn in so many seconds.
const TURN_S: i64 = 60;

/// Whoever the request names is employed where the request lies, and is the last of those who have held it.
pub(super) fn one_each(world: &World) -> Result<(), String> {
    if !world.has("help_requests") {
        return Ok(());
    }
    let open = world.rows(
        "SELECT r.state, a.account_id, a.organisation_id, r.organisation_id, h.account_id, h.organisation_id
         FROM help_requests_request r
         LEFT JOIN account a ON a.account_id = r.holder_id AND (a.ended_at IS NULL OR a.ended_at > $1)
         LEFT JOIN help_requests_holder h ON h.person_id = r.person_id AND h.request_id = r.request_id
           AND h.step = (SELECT max(l.step) FROM help_requests_holder l
             WHERE l.person_id = r.person_id AND l.request_id = r.request_id)
         WHERE r.state <> 'closed'
         ORDER BY r.asked_at, r.request_id",
        args![world.worked_at.plus_s(-TURN_S)],
    )?;
    for row in &open {
        let cell = |at| row.text_or_null(at).unwrap_or_default();
        let (account, works_at, lies_at) = (cell(1), cell(2), cell(3));
        if account.is_none() {
            return Err(format!("an open request ({}) is held by nobody who works here", cell(0).unwrap_or_default()));
        }
        if works_at != lies_at {
            return Err("an open request is held by somebody from another organisation".into());
        }
        if (cell(4), cell(5)) != (account, lies_at) {
            return Err("the holder of an open request is not the last of those who have held it".into());
        }
    }
    Ok(())
}
