//! How often somebody may guess: wrong tries are rows, counted over every process that shares the database.

use kernel::time::Timestamp;

use crate::args;
use crate::db::Tx;
use crate::error::Fault;

/// So many wrong tries of one thing, in so long a window; then nobody's try is looked at until the window is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is guessed, for instance `answer-code`: the first column of the rows.
    pub what: &'static str,
    /// Wrong tries in the window.
    pub tries: i64,
    /// Length of the window in seconds, from the first wrong try in it.
    pub window_s: i64,
}

impl Limit {
    /// Seconds to wait before a try at this key is looked at again; nothing when it is looked at now.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn must_wait_s(&self, tx: &mut Tx<'_>, key: &[u8], now: Timestamp) -> Result<Option<i64>, Fault> {
        let over = self.so_far(tx, key, now)?.filter(|(tries, _)| *tries >= self.tries);
        Ok(over.map(|(_, opened)| self.window_s - now.since_s(opened)))
    }

    /// Counts a wrong try, and tells how many there are now: equal to [`Limit::tries`] just once a window, so that the
    /// alarm is given once.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn count_wrong(&self, tx: &mut Tx<'_>, key: &[u8], now: Timestamp) -> Result<i64, Fault> {
        let (so_far, opened) = self.so_far(tx, key, now)?.unwrap_or((0, now));
        tx.run(
            "INSERT INTO guess (what, key, opened_at, tries) VALUES ($1, $2, $3, $4)
             ON CONFLICT (what, key) DO UPDATE SET opened_at = excluded.opened_at, tries = excluded.tries",
            args![self.what, key.to_vec(), opened, so_far + 1],
        )?;
        Ok(so_far + 1)
    }

    /// Takes one try back: it was counted before it was looked at, and turned out right.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn take_back(&self, tx: &mut Tx<'_>, key: &[u8]) -> Result<(), Fault> {
        tx.run("UPDATE guess SET tries = tries - 1 WHERE what = $1 AND key = $2 AND tries > 0", args![self.what, key.to_vec()])?;
        Ok(())
    }

    /// Forgets the wrong tries of one key, after a right one.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn forget(&self, tx: &mut Tx<'_>, key: &[u8]) -> Result<(), Fault> {
        tx.run("DELETE FROM guess WHERE what = $1 AND key = $2", args![self.what, key.to_vec()])?;
        Ok(())
    }

    /// Removes the rows whose window is over.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn forget_old(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
        let over = now.plus_s(-self.window_s);
        tx.run("DELETE FROM guess WHERE what = $1 AND opened_at <= $2", args![self.what, over])?;
        Ok(())
    }

    fn so_far(&self, tx: &mut Tx<'_>, key: &[u8], now: Timestamp) -> Result<Option<(i64, Timestamp)>, Fault> {
        let row = tx.row(
            "SELECT tries, opened_at FROM guess WHERE what = $1 AND key = $2 AND opened_at > $3",
            args![self.what, key.to_vec(), now.plus_s(-self.window_s)],
        )?;
        row.map(|row| Ok((row.int(0)?, row.time(1)?))).transpose()
    }
}
