//! The doors of the demo city: Jon has a card and a PIN and is signed in on two devices; the newcomer has nothing yet.

use kernel::code::Code;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::app::App;
use platform::ctx::Door;
use platform::demo::City;
use platform::door::execute_here;
use platform::error::Error;
use platform::secret;
use platform::session::{CameBy, Device, Holder, Life, Opening, hash, open_as, opener, unlock};

use super::secrets::Kind;
use super::store::{cards, secrets};
use super::{CHARTER, card};

/// Jon's card and PIN: words of the demo only, told in the README of the part.
pub const CARD: &str = "kano hest 47";
/// See [`CARD`].
pub const PIN: &str = "7391";

/// Fills the part's share.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let (jon, now) = (city.jon()?.clone(), app.source().now());
    let kept = secret::keep_here(app, PIN)?;
    let code = Code::parse(CARD).ok_or_else(|| Error::fault("the demo's card is no code"))?;
    execute_here(app, &city.as_person(app, &jon, now.plus_days(-12)), &CHARTER, "choose-pin", move |tx, desk| {
        let own = desk.own(tx)?;
        secrets::choose(tx, &own, Kind::Pin, &kept, desk.now())?;
        let id = RowId::from_bits(desk.bits());
        Ok(cards::make(tx, own.person(), &id, &card::hash(desk.app(), &code), desk.now())?)
    })?;
    signed_in(app, &jon, Device::AndroidPhone, now.plus_days(-8), now.plus_days(-1))?;
    signed_in(app, &jon, Device::Windows, now.plus_days(-3), now.plus_days(-2))
}

fn signed_in(app: &App, person: &PersonId, device: Device, at: Timestamp, last: Timestamp) -> Result<(), Error> {
    let (opener, person) = (opener(app), person.clone());
    app.db().write_here(move |tx| {
        let holder = Holder::Person(person.clone(), Door::Full);
        let opening = Opening { holder, life: Life::Own, came_by: CameBy::Card, device, kiosk: false, locks: true };
        open_as(tx, &opener, &opening, at)?;
        Ok(unlock(tx, &hash(&opener), last)?)
    })
}
