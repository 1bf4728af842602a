//! Rule rows: read for a day, and kept as a set that never changes.

use kernel::time::Day;
use platform::access::Desk;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::{hex, keyed_hash};

use crate::waiting::facts::Problem;
use crate::waiting::limits::{Ground, Kind, Name, Rule, Rules, Unit};

/// The rows of a route that hold on a day. The newest row of each comes first and is the one that counts.
///
/// # Errors
/// A fault for a row that cannot be read: nothing is guessed.
pub fn on(tx: &mut Tx<'_>, route: &str, day: Day) -> Result<Rules, Error> {
    let rows = tx.rows(
        "SELECT rule, problem, ground, threshold, amount, unit, kind, source, to_be_checked, valid_from FROM waiting_rule
         WHERE jurisdiction = 'NO' AND route = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $3)
         ORDER BY valid_from DESC, rule, problem, ground",
        args![route, day, day],
    )?;
    let mut found: Vec<Rule> = Vec::new();
    for row in &rows {
        let rule = read(row)?;
        let newer = found.iter().any(|one| (one.name, one.problem, one.ground) == (rule.name, rule.problem, rule.ground));
        if !newer {
            found.push(rule);
        }
    }
    // In an order of their own, so that the same rows are the same set whenever they were written.
    found.sort_by_key(|rule| (rule.name, rule.problem.map(Problem::key), rule.ground.key()));
    Ok(Rules(found))
}

fn read(row: &Row) -> Result<Rule, Fault> {
    let problem = match row.text(1)? {
        "any" => None,
        key => Some(Problem::parse(key).ok_or_else(|| Fault::new("a rule row names an unknown problem"))?),
    };
    Ok(Rule {
        name: row.parsed(0, Name::parse)?,
        problem,
        ground: row.parsed(2, Ground::parse)?,
        threshold: row.int_or_null(3)?,
        amount: u16::try_from(row.int(4)?).map_err(|_| Fault::new("a rule row holds an amount that cannot be meant"))?,
        unit: row.parsed(5, Unit::parse)?,
        kind: row.parsed(6, Kind::parse)?,
        source: row.text(7)?.to_owned(),
        sure: row.text_or_null(8)?.is_none(),
        valid_from: row.text(9)?.to_owned(),
    })
}

/// Keeps a set of rules under the hash of what it says: clocks that began under the same rows share one.
///
/// # Errors
/// A fault when the database says no.
pub fn keep(tx: &mut Tx<'_>, desk: &Desk<'_>, rules: &Rules) -> Result<String, Error> {
    let frozen = serde_json::to_string(rules).map_err(|_| Error::fault("a set of rules cannot be written"))?;
    let id = hex(&keyed_hash(b"waiting rule set", frozen.as_bytes()));
    tx.run(
        "INSERT INTO waiting_rule_set (rule_set, frozen, first_used_at) VALUES ($1, $2, $3)
         ON CONFLICT (rule_set) DO NOTHING",
        args![id.as_str(), frozen, desk.now()],
    )?;
    Ok(id)
}

/// A set that was kept.
///
/// # Errors
/// A fault when it is not there.
pub fn kept(frozen: &str) -> Result<Rules, Fault> {
    serde_json::from_str(frozen).map_err(|_| Fault::new("a kept set of rules cannot be read"))
}
