//! A group of looks as the pages draw it.

use kernel::time::Timestamp;
use platform::access::{Permit, duties, grants};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Say, initials};

use crate::access_log::folding::{Group, Who};
use crate::access_log::words::{self, Around, Told};

/// Sentences of one group that are written out.
const DEEDS: usize = 5;

/// What stands on the page about one who looked.
pub struct Shown {
    /// The newest line: the address of its page.
    pub id: String,
    /// For the stone; empty where an icon stands.
    pub initials: String,
    /// The colour of the stone.
    pub tone: &'static str,
    /// Name.
    pub name: String,
    /// Title and workplace.
    pub detail: String,
    /// What they did, and when.
    pub did: Vec<String>,
    /// Further things they did that day.
    pub more: usize,
    /// The areas that were open.
    pub open: Option<String>,
    /// Why.
    pub why: String,
    /// On which grounds.
    pub grounds: Vec<Told>,
    /// Somebody else than the person and the machine.
    pub someone: bool,
    /// One line for all of it: the person's own, and the machine's.
    pub folded: Option<String>,
}

/// Grants and duties, once for a page.
///
/// # Errors
/// A fault when the database says no.
pub fn load_around(tx: &mut Tx<'_>, own: &Permit) -> Result<Around, Error> {
    Ok(Around { grants: grants::all(tx, own)?, duties: duties::all(tx, own)? })
}

impl Shown {
    /// A group in words.
    #[must_use]
    pub fn of(say: &Say, group: &Group, around: &Around, now: Timestamp) -> Shown {
        let (name, detail) = words::named(say, &group.newest, &group.who, around);
        let someone = matches!(group.who, Who::Account(..) | Who::Link(_));
        let folded = match group.who {
            Who::Own => Some(say.with("access-log-own-folded", "n", group.events)),
            Who::Machine => {
                let did: Vec<String> = group.deeds.iter().map(|deed| format!("{}.", words::did(say, deed))).collect();
                Some(say.with2("access-log-machine-folded", "did", did.join(" "), "n", group.events))
            }
            Who::Account(..) | Who::Link(_) => None,
        };
        Shown {
            id: group.newest.id.to_string(),
            initials: if someone { initials(name.split(',').next().unwrap_or_default()) } else { String::new() },
            tone: if group.denied { "neutral" } else { "" },
            name,
            detail,
            did: group.deeds.iter().take(DEEDS).map(|deed| words::did_when(say, deed)).collect(),
            more: group.deeds.len().saturating_sub(DEEDS),
            open: words::open(say, group),
            why: words::why(say, group, around),
            grounds: words::grounds(say, group, around, now),
            someone,
            folded,
        }
    }
}
