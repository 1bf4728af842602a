//! The rows of aftercare on `/i-dag`.

use kernel::id::PersonId;
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::Say;

use super::staff_list::{self, Row};
use crate::aftercare::store::pressing::{self, Pressing, Which};

/// Pages that are looked through for those that may be seen, and how many are opened at once.
const PAGES: usize = 8;
const AT_ONCE: usize = 5;

/// The first of what presses and may be seen, at most so many: what has a day by that day, then what waits without one. Those the
/// asker may not see stand in nobody's way: the next ones are looked for, a few at a time, since whoever is opened stands in
/// the log as looked at.
///
/// # Errors
/// A fault.
pub fn first(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, most: usize) -> Result<Vec<Row>, Error> {
    let mut found = Vec::new();
    for which in Which::ALL {
        if found.len() < most {
            found.extend(of(tx, desk, say, which, most.saturating_sub(found.len()))?);
        }
    }
    Ok(found)
}

fn of(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, which: Which, most: usize) -> Result<Vec<Row>, Error> {
    let actor = &desk.ctx().actor;
    let whose = (actor.account.as_ref().ok_or(Error::SignIn)?, actor.employer_id()?);
    let (mut found, mut after) = (Vec::new(), None);
    for _ in 0..PAGES {
        let (listed, next) = pressing::page(tx, which, whose, desk.now(), after.as_ref())?;
        for some in listed.chunks(AT_ONCE) {
            if found.len() < most {
                found.extend(drawn(tx, desk, say, some)?);
            }
        }
        after = next.filter(|_| found.len() < most);
        if after.is_none() {
            break;
        }
    }
    found.truncate(most);
    Ok(found)
}

/// Rows of those who may be seen.
fn drawn(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, listed: &[Pressing]) -> Result<Vec<Row>, Error> {
    let mut persons: Vec<PersonId> = listed.iter().map(|one| one.person().clone()).collect();
    persons.sort();
    persons.dedup();
    let (permits, now) = (desk.people(tx, &persons)?, desk.now());
    let row = |one: &Pressing| {
        let permit = permits.iter().find(|permit| permit.person() == one.person())?;
        Some(match one {
            Pressing::Call(call) => staff_list::call_row(say, permit, call, now),
            Pressing::Plan(plan) => staff_list::plan_row(say, permit, plan, now),
        })
    };
    Ok(listed.iter().filter_map(row).collect())
}
