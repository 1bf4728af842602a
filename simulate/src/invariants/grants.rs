//! Nothing is shared for ever.

use platform::args;

use crate::city::World;

/// Without a rule of its own, no share may last longer than this.
const LONGEST_MONTHS: i64 = 12;
/// Nor an opening in an emergency.
const LONGEST_HOURS: i64 = 4;

/// Every share and every emergency opening ends, and no later than the rule says.
pub(super) fn not_too_long(world: &World) -> Result<(), String> {
    let (months, hours) = (limit(world, "longest-months", LONGEST_MONTHS)?, limit(world, "emergency-hours", LONGEST_HOURS)?);
    let months = i32::try_from(months).unwrap_or(0);
    for row in world.rows("SELECT given_at, until_at FROM access_grant ORDER BY given_at, grant_id", args![])? {
        let (from, until) = (row.time(0).map_err(|fault| fault.to_string())?, row.time(1).map_err(|fault| fault.to_string())?);
        if until.day() > from.day().plus_months(months) {
            return Err(format!("a share from {} runs until {}", from.stored(), until.stored()));
        }
    }
    for row in world.rows("SELECT opened_at, until_at FROM access_emergency ORDER BY opened_at, emergency_id", args![])? {
        let (from, until) = (row.time(0).map_err(|fault| fault.to_string())?, row.time(1).map_err(|fault| fault.to_string())?);
        if until.since_s(from) > hours * 3600 {
            return Err(format!("an emergency opened at {} lasts until {}", from.stored(), until.stored()));
        }
    }
    Ok(())
}

fn limit(world: &World, name: &str, otherwise: i64) -> Result<i64, String> {
    if !world.has("consents") {
        return Ok(otherwise);
    }
    let sql = "SELECT value FROM consents_rule WHERE name = $1 AND until_day IS NULL ORDER BY from_day DESC";
    let found = world.rows(sql, args![name])?;
    Ok(found.first().and_then(|row| row.int(0).ok()).unwrap_or(otherwise))
}
