//! The log of the demo city as one finds it: who has looked these weeks, a try that was denied, a question that was answered
//! and one that waits, and one night that is worth a question.

use kernel::id::{PersonId, RowId};
use kernel::time::{Clock, Timestamp};
use platform::access::log;
use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door::{execute_here, view_here};
use platform::error::Error;

use super::{CHARTER, web};

/// Who looked at Jon, so many days ago, at this time of day, through which part.
const LOOKS: [(&str, i64, (u8, u8), &str); 12] = [
    ("gp", 24, (15, 50), "house"),
    ("mo-nurse", 21, (9, 5), "house"),
    ("coordinator", 18, (13, 20), "house"),
    ("nav", 9, (10, 5), "house"),
    ("gp", 9, (15, 12), "house"),
    ("coordinator", 5, (8, 40), "house"),
    ("coordinator", 5, (11, 15), "house"),
    ("volunteer", 4, (12, 30), "house"),
    ("nav", 2, (10, 5), "house"),
    ("coordinator", 1, (14, 31), "house"),
    ("mo-nurse", 1, (9, 12), "house"),
    ("mo-nurse", 1, (15, 40), "house"),
];

/// Fills the part's share, through the door like everyone else.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let (jon, now) = (city.jon()?.clone(), app.source().now());
    for (persona, days, (hour, minute), part) in LOOKS {
        look(app, &city.as_staff(app, persona, at(now, days, hour, minute))?, part, &jon)?;
    }
    for (n, person) in city.others.iter().enumerate().filter(|(n, _)| n % 6 == 2).take(6) {
        let minute = u8::try_from(n % 60).unwrap_or(0);
        look(app, &city.as_staff(app, "lar-outlet", at(now, 2, 23, minute))?, "house", person)?;
    }
    let words = "Hvorfor så legen på meg to ganger på to uker?";
    let question = ask(app, city, &jon, ("gp", at(now, 9, 15, 12)), (at(now, 8, 11, 0), Some(words)))?;
    let contact = city.as_staff(app, "privacy-contact", at(now, 6, 13, 30))?;
    execute_here(app, &contact, &CHARTER, "answer", move |tx, desk| {
        let answer = "Åshild fornyet resepten din begge gangene. Da ser hun på Medisiner og Kroppen. Det har du delt med henne.";
        web::answer(tx, desk, &question, answer)
    })?;
    ask(app, city, &jon, ("nav", at(now, 2, 10, 5)), (at(now, 1, 18, 20), None))?;
    Ok(())
}

/// A day ago is at least a day ago, whatever the clock says now.
fn at(now: Timestamp, days: i64, hour: u8, minute: u8) -> Timestamp {
    now.plus_days(-days).day().at(Clock::at(hour, minute))
}

/// Somebody looks, as on the page of one person. A try that is denied leaves its line, too.
fn look(app: &App, ctx: &Ctx, part: &str, person: &PersonId) -> Result<(), Error> {
    let page = app.catalogue().iter().find(|charter| charter.key == part).copied().unwrap_or(&CHARTER);
    match view_here(app, ctx, page, |tx, desk| desk.person(tx, person).map(drop)) {
        Err(Error::Denied(_)) | Ok(()) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The person wonders about the look of this persona at that time.
fn ask(
    app: &App,
    city: &City,
    jon: &PersonId,
    (persona, looked): (&str, Timestamp),
    (asked, words): (Timestamp, Option<&'static str>),
) -> Result<RowId, Error> {
    let account = city.account(persona)?.clone();
    let own = city.as_person(app, jon, asked);
    execute_here(app, &own, &CHARTER, "ask", move |tx, desk| {
        let own = desk.own(tx)?;
        let line = log::line_at(tx, &own, &account, looked)?.ok_or(Error::Missing)?;
        let words = words.map(str::to_owned);
        web::ask_about(tx, &own, &line, words, (RowId::from_bits(desk.bits()), desk.now()))
    })
}
