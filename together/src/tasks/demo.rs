//! The demo city's tasks: some past their day, some done, a question in the air between two services, and what Jon does himself.

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::{Command, Status};
use super::store::Owner;
use super::work::{self, Typed};

/// Fills the tasks.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let demo = Demo { app, city };
    jon(&demo, now)?;
    // Of those who share with the municipality, some have something under way.
    let under_way = [
        (8, Area::Housing, "Ringe utleier om varmen", -2, None),
        (16, Area::EverydayWork, "Avtale prøvedag på verkstedet", 5, Some(Status::Ongoing)),
        (24, Area::Housing, "Sende søknad om kommunal bolig", 9, None),
        (32, Area::EverydayWork, "Følge til første kurskveld", -6, Some(Status::Done)),
    ];
    for (n, area, words, days, status) in under_way {
        let Some(person) = city.others.get(n) else { continue };
        let me = demo.colleague("coordinator", OrganisationKind::Municipality)?;
        let id = demo.make("coordinator", person, (area, words), me, Some(now.day().plus(days)), now.plus_days(-14))?;
        if let Some(status) = status {
            demo.set("coordinator", person, &id, status, now.plus_days(-5))?;
        }
    }
    Ok(())
}

fn jon(demo: &Demo<'_>, now: Timestamp) -> Result<(), Error> {
    let jon = demo.city.jon()?.clone();
    let ola = demo.colleague("coordinator", OrganisationKind::Municipality)?;
    let kari = demo.colleague("mo-nurse", OrganisationKind::MoCentre)?;
    let nav = demo.place(OrganisationKind::Nav)?;
    let day = |days: i32| Some(now.day().plus(days));
    demo.make("coordinator", &jon, (Area::Housing, "Sende søknaden om bolig på nytt"), ola.clone(), day(-3), now.plus_days(-12))?;
    let called =
        demo.make("coordinator", &jon, (Area::Housing, "Ringe huseieren i Nygata"), ola.clone(), day(-6), now.plus_days(-13))?;
    demo.set("coordinator", &jon, &called, Status::Done, now.plus_days(-7))?;
    let paper = demo.make(
        "coordinator",
        &jon,
        (Area::Housing, "Bekrefte bostøtten skriftlig"),
        nav.clone(),
        day(-1),
        now.plus_days(-12),
    )?;
    demo.answer("nav", &jon, &paper, (Command::Take, None), now.plus_days(-11))?;
    let rent = demo.make("coordinator", &jon, (Area::Housing, "Garantere for depositum"), nav, day(6), now.plus_days(-12))?;
    let why = "Vi trenger en konkret bolig først.";
    demo.answer("nav", &jon, &rent, (Command::Decline, Some(why)), now.plus_days(-10))?;
    let place = demo.place(OrganisationKind::Municipality)?;
    demo.make("nav", &jon, (Area::Housing, "Sende kopi av leiekontrakten"), place, day(4), now.plus_days(-1))?;
    let along = demo.make("mo-nurse", &jon, (Area::Teeth, "Bli med til tannlegen"), kari, day(3), now.plus_days(-6))?;
    demo.set("mo-nurse", &jon, &along, Status::Ongoing, now.plus_days(-2))?;
    demo.make("mo-nurse", &jon, (Area::Body, "Ta med timekortet på torsdag"), Owner::Person, day(4), now.plus_days(-2))?;
    let own = demo.make("person", &jon, (Area::PeopleAround, "Ringe søstera mi"), Owner::Person, day(2), now.plus_days(-3))?;
    demo.set("person", &jon, &own, Status::Ongoing, now.plus_days(-1))
}

struct Demo<'a> {
    app: &'a App,
    city: &'a City,
}

impl Demo<'_> {
    fn place(&self, kind: OrganisationKind) -> Result<Owner, Error> {
        let name = self.city.organisations.get(kind.key()).map(|(_, name)| name.clone()).unwrap_or_default();
        Ok(Owner::Staff { organisation: self.city.organisation(kind)?.clone(), account: None, name })
    }

    fn colleague(&self, persona: &str, kind: OrganisationKind) -> Result<Owner, Error> {
        let place = self.city.organisations.get(kind.key()).map(|(_, name)| name.clone()).unwrap_or_default();
        let name = self.city.accounts.get(persona).map(|(_, name)| name.clone()).unwrap_or_default();
        let (organisation, account) = (self.city.organisation(kind)?.clone(), Some(self.city.account(persona)?.clone()));
        Ok(Owner::Staff { organisation, account, name: format!("{name}, {place}") })
    }

    fn ctx(&self, who: &str, person: &PersonId, at: Timestamp) -> Result<Ctx, Error> {
        if who == "person" { Ok(self.city.as_person(self.app, person, at)) } else { self.city.as_staff(self.app, who, at) }
    }

    fn run<T: Send + 'static>(
        &self,
        (who, person, at): (&str, &PersonId, Timestamp),
        act: impl Fn(&mut Tx<'_>, &Desk<'_>, &Permit) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let about = person.clone();
        door::execute_here(self.app, &self.ctx(who, person, at)?, &CHARTER, "make", move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            act(tx, desk, &permit)
        })
    }

    fn make(
        &self,
        who: &str,
        person: &PersonId,
        (area, words): (Area, &'static str),
        owner: Owner,
        due: Option<Day>,
        at: Timestamp,
    ) -> Result<RowId, Error> {
        let typed = Typed { area: Some(area), words: words.to_owned(), owner, due, has_said_yes: false };
        self.run((who, person, at), move |tx, desk, permit| work::make(tx, desk, permit, &typed))
    }

    fn answer(
        &self,
        who: &str,
        person: &PersonId,
        id: &RowId,
        (command, why): (Command, Option<&'static str>),
        at: Timestamp,
    ) -> Result<(), Error> {
        let id = id.clone();
        self.run((who, person, at), move |tx, desk, permit| work::answer(tx, desk, permit, &id, (command, why)))
    }

    fn set(&self, who: &str, person: &PersonId, id: &RowId, status: Status, at: Timestamp) -> Result<(), Error> {
        let id = id.clone();
        self.run((who, person, at), move |tx, desk, permit| work::set(tx, desk, permit, &id, (status, 1)))
    }
}
