//! Every look at somebody stands on that person's own list of who has looked: read as the person reads it.

use kernel::id::{AccountId, PersonId};
use kernel::time::Timestamp;
use platform::access::log;
use platform::args;
use platform::demo::City;
use platform::door;

use crate::city::{Client, World};
use crate::marks::Mark;

/// Somebody has been shown words about somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// About whom.
    pub person: PersonId,
    /// Who; nothing for the person and a visitor.
    pub account: Option<AccountId>,
    /// When.
    pub at: Timestamp,
}

/// Remembers that a page has shown these words.
pub(super) fn remember(world: &mut World, client: &Client, mark: &Mark) {
    let look = Look { person: mark.person.clone(), account: client.account.clone(), at: world.now() };
    if !world.looks.contains(&look) {
        world.looks.push(look);
    }
}

/// Opens the log of everyone who was looked at in this step, as they would.
///
/// # Errors
/// That a look is not there.
pub fn stands_there(world: &mut World) -> Result<(), String> {
    let looks = std::mem::take(&mut world.looks);
    let Some(part) = world.catalogue().iter().find(|part| part.key == "access_log").copied() else { return Ok(()) };
    for look in looks.iter().filter(|look| look.account.is_some()) {
        let own = world.rows(
            "SELECT person_id FROM person WHERE person_id = $1 AND erased_at IS NULL AND closed_at IS NULL",
            args![&look.person],
        )?;
        if own.is_empty() {
            continue;
        }
        let app = &world.town().app;
        let ctx = City::default().as_person(app, &look.person, world.now());
        let page = door::view_here(app, &ctx, part, |tx, desk| {
            let own = desk.own(tx)?;
            log::page(tx, &own, None, desk.now())
        });
        let page = page.map_err(|error| format!("somebody cannot read who has looked: {error:?}"))?;
        let is_it = |line: &log::Look| line.account == look.account && line.at == look.at;
        if !page.looks.iter().any(is_it) {
            return Err(format!("a look at {} by an employee is not on the person's own list", look.at.stored()));
        }
    }
    Ok(())
}
