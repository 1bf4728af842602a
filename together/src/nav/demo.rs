//! The demo city's work and money: Jon's lines and NAV's, a task each way, and some persons with an answer that is late.

use kernel::area::Area;
use kernel::id::PersonId;
use kernel::time::{Day, Timestamp};
use platform::app::App;
use platform::ctx::Ctx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Ending, Typed};
use super::{CHARTER, store, work};

/// Fills the lines and tasks.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let (now, jon) = (app.source().now(), city.jon()?);
    let today = now.day();
    let typed = |area, words: &str, status, days: (Option<i32>, Option<i32>), answer: Option<&str>| Typed {
        area,
        words: words.to_owned(),
        status,
        applied_on: days.0.map(|days| today.plus(days)),
        answer_by: days.1.map(|days| today.plus(days)),
        answer: answer.map(str::to_owned),
    };
    let nav = |days: i64| city.as_staff(app, "nav", now.plus_days(days));
    let own = |days: i64| city.as_person(app, jon, now.plus_days(days));
    let support = typed(Area::Money, "Søknad om økonomisk sosialhjelp", "waiting", (Some(-12), Some(9)), None);
    add(app, nav(-12)?, Some(jon), support)?;
    let card = typed(Area::Money, "Nytt bankkort til deg", "done", (Some(-40), None), Some("Kortet ligger i resepsjonen."));
    add(app, nav(-29)?, Some(jon), card)?;
    let course = typed(Area::EverydayWork, "Plass på verkstedet to dager i uka", "agreed", (None, None), None);
    add(app, nav(-8)?, Some(jon), course)?;
    let deposit = typed(Area::Housing, "Garanti for depositum", "waiting", (Some(-20), Some(-1)), None);
    add(app, nav(-20)?, Some(jon), deposit)?;
    let wish = typed(Area::EverydayWork, "Jeg vil heller begynne på kjøkkenet på Kafé Kompass.", "not-begun", (None, None), None);
    add(app, own(-5), None, wish)?;
    let debt = typed(Area::Money, "Inkasso fra 2021. Jeg tør ikke åpne brevene alene.", "ongoing", (None, None), None);
    add(app, own(-4), None, debt)?;
    ask(app, nav(-6)?, Some(jon), (Area::Housing, "Send oss et bilde av leiekontrakten"), Some(today.plus(3)))?;
    ask(app, own(-3), None, (Area::Money, "Kan dere åpne inkassobrevene sammen med meg?"), Some(today.plus(4)))?;
    ask(app, nav(-25)?, Some(jon), (Area::Money, "Skriv under på søknaden"), Some(today.plus(-20)))?;
    done(app, city, jon, "Skriv under på søknaden", now.plus_days(-22))?;
    // Every sixth of the others is helped by NAV.
    for (n, person) in city.others.iter().enumerate().filter(|(n, _)| n % 6 == 5).take(12) {
        let late = i32::try_from(n % 4).unwrap_or(0) * 4 - 3;
        let rent = typed(Area::Housing, "Søknad om bostøtte", "waiting", (Some(-19), Some(late)), None);
        add(app, nav(-19)?, Some(person), rent)?;
    }
    Ok(())
}

fn add(app: &App, ctx: Ctx, about: Option<&PersonId>, typed: Typed) -> Result<(), Error> {
    let about = about.cloned();
    door::execute_here(app, &ctx, &CHARTER, "write", move |tx, desk| {
        let party = match &about {
            Some(person) => work::nav(tx, desk, person)?,
            None => work::person(tx, desk)?,
        };
        work::add(tx, desk, &party, &typed).map(drop)
    })
}

fn ask(
    app: &App,
    ctx: Ctx,
    about: Option<&PersonId>,
    (area, words): (Area, &'static str),
    due: Option<Day>,
) -> Result<(), Error> {
    let about = about.cloned();
    door::execute_here(app, &ctx, &CHARTER, "task", move |tx, desk| {
        let party = match &about {
            Some(person) => work::nav(tx, desk, person)?,
            None => work::person(tx, desk)?,
        };
        work::ask(tx, desk, &party, (area, words), due)
    })
}

fn done(app: &App, city: &City, jon: &PersonId, words: &'static str, at: Timestamp) -> Result<(), Error> {
    let own = city.as_person(app, jon, at);
    door::execute_here(app, &own, &CHARTER, "task", move |tx, desk| {
        let party = work::person(tx, desk)?;
        let tasks = store::tasks(tx, &party.permit, &party.eyes)?;
        let one = tasks.iter().find(|one| one.words == words);
        one.map_or(Ok(()), |one| work::end(tx, desk, &party, &one.id, Ending::Done))
    })
}
