//! The demo city's days: three offers with numbers of three ages, some who ask, and Jon who has a place.

use kernel::capacity::Places;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::{Command, UnitKind, Why};
use super::store::asks::{self, Eyes};
use super::store::units::About;
use super::work::{self, Asked};

/// Fills the day offers.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let cook = about(UnitKind::Activity, "Middag sammen", "Vi lager mat og spiser.", "tirsdag og torsdag", "+4755000092");
    let cook = offer(app, city, ("volunteer", now.plus_minutes(-200)), cook, (10, 4))?;
    let work =
        about(UnitKind::Work, "Verkstedet", "Sykler, møbler og småjobber. Lønn fra første dag.", "hverdager", "+4755000033");
    let work = About { clear_headed: true, ..work };
    let work = offer(app, city, ("nav", now.plus_days(-4)), work, (8, 3))?;
    let garden = about(UnitKind::Meeting, "Hagen", "Et sted å være, med kaffe og noe å grave i.", "hver dag", "+4755000093");
    offer(app, city, ("volunteer", now.plus_days(-12)), garden, (15, 6))?;
    let jon = city.jon()?;
    let asked = ask(app, city, jon, &cook, ("Jonny", Some("Kan lage fiskesuppe.")), now.plus_days(-8))?;
    let first = Command::SayYes(now.plus_days(-5).day());
    answer(app, city, "volunteer", &asked, ("say-yes-to-day-place", first), now.plus_days(-7))?;
    for (n, called) in [(2, "Sola"), (5, "Han med lua"), (8, "Bea")] {
        if let Some(person) = city.others.get(n) {
            let at = now.plus_days(-i64::try_from(n).unwrap_or(2));
            let asked = ask(app, city, person, &cook, (called, None), at)?;
            if n == 8 {
                let no = Command::SayNo(Why::MeetFirst);
                answer(app, city, "volunteer", &asked, ("say-no-to-day-place", no), now.plus_days(-3))?;
            }
        }
    }
    if let Some(person) = city.others.get(11) {
        ask(app, city, person, &work, ("Kaja", Some("Har jobbet med sykler før.")), now.plus_minutes(-400))?;
    }
    Ok(())
}

fn about(kind: UnitKind, name: &str, what: &str, days: &str, phone: &str) -> About {
    About {
        kind,
        name: name.to_owned(),
        what: what.to_owned(),
        days: days.to_owned(),
        phone: phone.to_owned(),
        clear_headed: false,
        closed: false,
    }
}

fn offer(
    app: &App,
    city: &City,
    (who, at): (&'static str, Timestamp),
    about: About,
    (total, free): (u16, u16),
) -> Result<RowId, Error> {
    let board = Places::new(total, free).map_err(|_| Error::fault("the demo has a number nobody can mean"))?;
    door::execute_here(app, &city.as_staff(app, who, at)?, &CHARTER, "describe-day-offer", move |tx, desk| {
        work::describe(tx, desk, None, &about, board)
    })
}

fn ask(
    app: &App,
    city: &City,
    person: &PersonId,
    unit: &RowId,
    (called, words): (&str, Option<&str>),
    at: Timestamp,
) -> Result<RowId, Error> {
    let words = words.map(str::to_owned);
    let asked = Asked { unit: unit.clone(), called: called.to_owned(), words, agreed: true };
    door::execute_here(app, &city.as_person(app, person, at), &CHARTER, "ask-for-day-place", move |tx, desk| {
        let own = desk.own(tx)?;
        work::ask(tx, desk, &own, &asked)
    })
}

fn answer(
    app: &App,
    city: &City,
    who: &'static str,
    ask: &RowId,
    (act, command): (&'static str, Command),
    at: Timestamp,
) -> Result<(), Error> {
    let id = ask.clone();
    door::execute_here(app, &city.as_staff(app, who, at)?, &CHARTER, act, move |tx, desk| {
        let permit = asks::at_the_offer(tx, desk, &id)?;
        let seen = asks::one(tx, desk, &permit, &id, Eyes::Offer)?.case.version;
        work::act(tx, desk, &permit, (&id, Eyes::Offer), (seen, command))
    })
}
