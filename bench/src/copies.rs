//! Many rows where there was one: the same words about the same person, each sealed for the row it stands in, as far as a
//! list's first pages go; behind them the rows of others.

use kernel::id::PersonId;
use platform::app::App;
use platform::db::{Row, Value};
use platform::error::Error;
use platform::keys::{Cell, PersonKey};

/// Copies that stand where the first row stands; the rest stand behind them, and no page that is measured opens one.
const NEAR: usize = 100;
/// Copies written in one commit.
const CHUNK: usize = 1000;

/// Which row is multiplied.
pub struct Copied {
    /// Its table.
    pub table: &'static str,
    /// The column that tells rows apart.
    pub id: &'static str,
    /// The column the list is sorted by.
    pub at: &'static str,
    /// What stands there in the copies behind the first pages.
    pub far: &'static str,
    /// What is true of the row; `$1` is the looker's organisation, or the person who looks.
    pub seed: &'static str,
    /// A column that names another row of the same person, one each.
    pub other: Option<&'static str>,
}

/// Makes so many copies of the first row that is as it is asked for.
pub fn multiply(app: &App, copied: &Copied, whose: &str, copies: usize) -> Result<(), String> {
    let plain = |error: Error| format!("{error:?}");
    let columns = app.db().read_here(|tx| Ok(tx.columns_of(copied.table)?)).map_err(plain)?;
    let place = |name: &str| columns.iter().position(|column| column == name);
    let all = columns.join(", ");
    let find = kept(format!("SELECT {all} FROM {} WHERE {} ORDER BY {} LIMIT 1", copied.table, copied.seed, copied.id));
    let asked: Vec<Value> = if copied.seed.contains("$1") { vec![whose.into()] } else { Vec::new() };
    let found = app.db().read_here(|tx| Ok(tx.row(find, &asked)?)).map_err(plain)?;
    let row = found.ok_or_else(|| format!("{} has no row to copy where {}", copied.table, copied.seed))?;
    let (id, at) = (place(copied.id).ok_or("there is no such id")?, place(copied.at).ok_or("there is no such time")?);
    let key = match place("person_id") {
        Some(person) => {
            app.keys().find(&row.parsed(person, PersonId::parse).map_err(|fault| fault.to_string())?).map_err(plain)?
        }
        None => None,
    };
    let of_others = place("person_id").filter(|_| !copied.seed.contains("person_id"));
    let other = copied.other.map(|other| place(other).ok_or("there is no such other")).transpose()?;
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let insert = kept(format!("INSERT INTO {} ({all}) VALUES ({})", copied.table, places.join(", ")));
    let mut made = Vec::new();
    for n in 0..copies {
        let own = kernel::id::hex(app.source().id_bits());
        let mut cells =
            if n < NEAR { sealed_anew(copied.table, &columns, &row, id, &own, key.as_ref())? } else { row.cells().to_vec() };
        cells[id] = own.as_str().into();
        if let Some(other) = other {
            cells[other] = own.as_str().into();
        }
        if n >= NEAR {
            cells[at] = copied.far.into();
            // In a larger town there are more people, and not more about each.
            if let Some(person) = of_others {
                cells[person] = own.as_str().into();
            }
        }
        made.push(cells);
        if made.len() == CHUNK || n + 1 == copies {
            let chunk = std::mem::take(&mut made);
            app.db().write_here(move |tx| chunk.iter().try_for_each(|cells| Ok(tx.add(insert, cells)?))).map_err(plain)?;
        }
    }
    if app.db().name() != "sqlite" {
        // As the server does by itself within a minute; until then it would go by plans made when the table was nearly empty.
        let analyze = kept(format!("ANALYZE {}", copied.table));
        app.db().write_here(move |tx| Ok(tx.script(analyze)?)).map_err(plain)?;
    }
    Ok(())
}

/// The cells of a row, with what was sealed into it sealed into another.
fn sealed_anew(
    table: &'static str,
    columns: &[String],
    row: &Row,
    id: usize,
    own: &str,
    key: Option<&PersonKey>,
) -> Result<Vec<Value>, String> {
    let old = row.text(id).map_err(|fault| fault.to_string())?;
    let mut cells = row.cells().to_vec();
    let Some(key) = key else { return Ok(cells) };
    for (at, column) in columns.iter().enumerate() {
        let Ok(sealed) = row.blob(at) else { continue };
        let column = kept(column.clone());
        let Ok(words) = key.open(Cell::new(table, old, column), sealed) else { continue };
        let sealed = key.seal(Cell::new(table, own, column), &words).map_err(|fault| fault.to_string())?;
        if let Some(cell) = cells.get_mut(at) {
            *cell = sealed.into();
        }
    }
    Ok(cells)
}

/// The seam takes only text that is there from the start.
fn kept(sql: String) -> &'static str {
    Box::leak(sql.into_boxed_str())
}
