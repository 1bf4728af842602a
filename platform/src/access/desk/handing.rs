//! One part hands something to another, inside the same transaction, without knowing which part it is.

use serde_json::Value;

use super::{Desk, Permit};
use crate::app::App;
use crate::charter::takers;
use crate::db::Tx;
use crate::error::Error;

impl App {
    /// Whether some part takes this kind of proposal.
    #[must_use]
    pub fn takes(&self, kind: &str) -> bool {
        takers(self.catalogue(), kind).next().is_some()
    }
}

impl Desk<'_> {
    /// Hands something to the part that takes this kind of proposal; answers with the id of what it made of it, or with nothing
    /// where the house has no such part.
    ///
    /// # Errors
    /// What that part answers.
    pub fn hand(&self, tx: &mut Tx<'_>, permit: &Permit, kind: &str, content: &Value) -> Result<Option<String>, Error> {
        let Some((part, accept)) = takers(self.app.catalogue(), kind).next() else { return Ok(None) };
        (accept.take)(tx, &self.of(part), permit, content).map(Some)
    }
}
