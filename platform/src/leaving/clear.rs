//! What has fallen due by a rule goes, and nothing else.

use super::erase::{Gone, take};
use super::rules::rules;
use crate::app::App;
use crate::charter::Charter;
use crate::ctx::Ctx;
use crate::db::{Value, Which};
use crate::door;
use crate::error::Error;

/// Deletes every row that has fallen due by the rules of today, and tells what went. The rows are found on a reader and
/// taken by their keys in small commits; each is looked at once more before it goes.
///
/// # Errors
/// A fault when the database says no, or when a rule names a column that is not there.
pub fn clear(app: &App, ctx: &Ctx, part: &'static Charter) -> Result<Vec<Gone>, Error> {
    let today = ctx.now.day();
    let (shapes, rules) = app.db().read_here(|tx| Ok((tx.shapes()?, rules(tx, today)?)))?;
    let mut gone = Vec::new();
    for rule in rules.values() {
        let Some((column, before)) = rule.before(ctx.now) else { continue };
        // A rule may be written before the part that has the table.
        let Some(shape) = shapes.iter().find(|shape| shape.table == rule.table) else { continue };
        let column = shape.column(column);
        let column = column.ok_or_else(|| Error::fault("a retention rule names a column that is not there"))?;
        let rows = take(app.db(), shape, &Which::Before(column, Value::from(before)))?;
        if rows > 0 {
            gone.push(Gone { table: shape.table, rows });
        }
    }
    if !gone.is_empty() {
        door::execute_here(app, ctx, part, "clear", |_, desk| {
            desk.note_nobody();
            Ok(())
        })?;
    }
    Ok(gone)
}
