//! The demo city's notices: Jon is told by e-mail, except of referrals and at night; the coordinator at work too. The
//! addresses end where no mail can ever go.

use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::{Channel, Kind, Quiet};
use super::store::{self, Choice, Owner};

/// Fills the notices.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let jon = city.as_person(app, city.jon()?, now.plus_days(-12));
    told(app, &jon, "jon@epost.invalid", &[Kind::Referrals])?;
    for (persona, address) in [("coordinator", "koordinator@jobb.invalid"), ("detox-nurse", "post2@jobb.invalid")] {
        told(app, &city.as_staff(app, persona, now.plus_days(-30))?, address, &[Kind::Messages])?;
    }
    Ok(())
}

fn told(app: &App, ctx: &Ctx, address: &'static str, off: &'static [Kind]) -> Result<(), Error> {
    let language = ctx.language;
    door::execute_here(app, ctx, &CHARTER, "name-address", move |tx, desk| {
        let (owner, now) = (Owner::of(tx, desk)?, desk.now());
        let key = owner.key();
        store::name(tx, desk.app(), &owner, Channel::Mail, address, (vec![0; 32], now))?;
        store::verify(tx, &key, Channel::Mail, now)?;
        let choice = Choice { off: off.to_vec(), quiet: Quiet { from: 21, until: 8 }, language, version: 0 };
        store::choose(tx, &key, &choice)?;
        Ok(())
    })
}
