//! Nobody goes without somebody who holds the baton: what this part hands to those that keep hand-overs and gaps.
//!
//! The parts are found in the catalogue when they are there. Without them the ward itself stands as the one to call: its
//! own list of those who have gone and whom nobody has met yet is never empty by accident.

use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::json;

use super::choices::How;
use super::rules::Baton;
use super::store::stays::Stay;

/// Sees to it, in the commit in which somebody goes on, that the baton has a holder.
///
/// # Errors
/// What the parts answer that are handed something: then nobody has gone.
pub fn keep(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, stay: &mut Stay, (how, baton): (How, Baton)) -> Result<(), Error> {
    // Somebody has been asked already, or has said yes: they and the ward know who holds it until they have met.
    if baton == Baton::HandedOver {
        return Ok(());
    }
    let begun = json!({ "from": how.as_cause(), "area": stay.area.key(), "stay": stay.id.as_str() });
    stay.handover = desk.hand(tx, permit, "handover", &begun)?;
    let gap = json!({ "cause": "stay-ended", "subject": stay.id.as_str(), "owner_organisation": stay.organisation.as_str() });
    stay.gap = desk.hand(tx, permit, "gap", &gap)?;
    Ok(())
}
