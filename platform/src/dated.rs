//! Numbers of law, guideline and habit: dated rows with a source in a part's own table, read for one day.

use kernel::time::Timestamp;

use crate::args;
use crate::db::Tx;
use crate::error::Error;

/// The numbers that hold on a day, by name.
#[derive(Clone, Debug)]
pub struct Numbers(Vec<(String, i64)>);

impl Numbers {
    /// Reads them. The statement gives name and number, the newest row first, and is given the day twice: a row holds from
    /// its first day until the day before the one on which it ends.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn read(tx: &mut Tx<'_>, sql: &'static str, now: Timestamp) -> Result<Numbers, Error> {
        let mut all = Vec::new();
        for row in &tx.rows(sql, args![now.day(), now.day()])? {
            all.push((row.text(0)?.to_owned(), row.int(1)?));
        }
        Ok(Numbers(all))
    }

    /// One of them. Without a row for the day, or with one that cannot be meant, it is our own failure: nothing is guessed.
    ///
    /// # Errors
    /// A fault that names it.
    pub fn find<N: TryFrom<i64>>(&self, name: &str) -> Result<N, Error> {
        let found = self.0.iter().find(|(of, _)| of == name).and_then(|(_, number)| N::try_from(*number).ok());
        found.ok_or_else(|| Error::fault(format!("there is no rule for {name} today")))
    }
}
