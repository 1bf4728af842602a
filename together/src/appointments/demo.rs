//! The demo city's appointments: Jon's tomorrow, some of Kari's today with every answer, one that was moved and one that waits
//! to be told about.

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::time::{Clock, Timestamp};
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::Answer;
use super::store::New;
use super::work::{self, Edit};

/// Fills the appointments.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let demo = Demo { app, city };
    let day = |days: i32, hour: u8, minute: u8| now.day().plus(days).at(Clock::at(hour, minute));
    jon(&demo, now, &day)?;
    // Of the others some come to Kari today and later this week, one in each standing.
    let later = |minutes: i64| now.plus_minutes(minutes);
    let rest = [
        (0, "Samtale", later(75), Some(Answer::Yes)),
        (4, "Følge til legen", later(150), None),
        (8, "Samtale", later(220), Some(Answer::Other)),
        (12, "Kaffe og prat", day(2, 11, 0), Some(Answer::Yes)),
        (16, "Samtale", day(3, 13, 0), Some(Answer::No)),
    ];
    for (n, title, at, answer) in rest {
        let Some(person) = city.others.get(n) else { continue };
        let id = demo.make("mo-nurse", person, (Area::Safety, title, "MO-senteret, rom 2"), at, now.plus_days(-2))?;
        if let Some(answer) = answer {
            demo.answer(person, &id, answer, now.plus_days(-1))?;
        }
    }
    if let Some(person) = city.others.get(20) {
        demo.make(
            "mo-nurse",
            person,
            (Area::Safety, "Samtale", "MO-senteret, rom 2"),
            now.plus_minutes(-1500),
            now.plus_days(-6),
        )?;
    }
    Ok(())
}

fn jon(demo: &Demo<'_>, now: Timestamp, day: &impl Fn(i32, u8, u8) -> Timestamp) -> Result<(), Error> {
    let jon = demo.city.jon()?.clone();
    let met =
        demo.make("mo-nurse", &jon, (Area::Safety, "Samtale", "MO-senteret, rom 2"), day(-14, 10, 30), now.plus_days(-20))?;
    demo.answer(&jon, &met, Answer::Yes, now.plus_days(-19))?;
    demo.edit("mo-nurse", &jon, &met, Edit::Tell { met: true }, day(-14, 12, 0))?;
    let missed =
        demo.make("gp", &jon, (Area::Body, "Time hos fastlegen", "Sentrum legekontor"), day(-9, 9, 0), now.plus_days(-20))?;
    demo.edit("gp", &jon, &missed, Edit::Tell { met: false }, day(-9, 10, 0))?;
    let again =
        demo.make("gp", &jon, (Area::Body, "Time hos fastlegen", "Sentrum legekontor"), day(5, 9, 0), now.plus_days(-8))?;
    let moved = Edit::Move { to: day(7, 12, 30), place: "Sentrum legekontor".into(), seen: 1 };
    demo.edit("gp", &jon, &again, moved, now.plus_days(-3))?;
    demo.answer(&jon, &again, Answer::Yes, now.plus_days(-2))?;
    let tomorrow = day(1, 10, 30);
    demo.make("mo-nurse", &jon, (Area::Safety, "Samtale", "MO-senteret, rom 2"), tomorrow, now.plus_days(-4)).map(drop)
}

struct Demo<'a> {
    app: &'a App,
    city: &'a City,
}

impl Demo<'_> {
    fn make(
        &self,
        who: &str,
        person: &PersonId,
        (area, title, place): (Area, &'static str, &'static str),
        at: Timestamp,
        when: Timestamp,
    ) -> Result<RowId, Error> {
        let person = person.clone();
        door::execute_here(self.app, &self.city.as_staff(self.app, who, when)?, &CHARTER, "make", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            let new = New {
                area: Some(area),
                title: title.to_owned(),
                with: work::signature(desk),
                account: desk.ctx().actor.account.clone(),
                place: place.to_owned(),
                way: place.starts_with("MO").then(|| "Bak biblioteket, grønn dør".to_owned()),
                at,
            };
            work::make(tx, desk, &permit, &new)
        })
    }

    fn answer(&self, person: &PersonId, id: &RowId, answer: Answer, when: Timestamp) -> Result<(), Error> {
        let id = id.clone();
        door::execute_here(self.app, &self.city.as_person(self.app, person, when), &CHARTER, "answer", move |tx, desk| {
            let own = desk.own(tx)?;
            work::answer(tx, desk, &own, &id, answer)
        })
    }

    fn edit(&self, who: &str, person: &PersonId, id: &RowId, edit: Edit, when: Timestamp) -> Result<(), Error> {
        let (person, id) = (person.clone(), id.clone());
        door::execute_here(self.app, &self.city.as_staff(self.app, who, when)?, &CHARTER, "move", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            work::edit(tx, desk, &permit, &id, &edit)
        })
    }
}
