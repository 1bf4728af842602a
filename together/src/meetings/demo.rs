//! The demo city's meetings: one of Jon's in two days, nearly ready; one that was, with minutes he has seen; and some of others.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::{Clock, Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::around::member;
use super::closing::{self, Next};
use super::rules::Origin;
use super::store::items::{self, Decision, Written};
use super::store::{Member, New};
use super::{CHARTER, store, work};

/// Fills the meetings.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    let demo = Demo { app, city };
    let jon = city.jon()?.clone();
    let group = [
        demo.member("mo-nurse", OrganisationKind::MoCentre)?,
        demo.member("nav", OrganisationKind::Nav)?,
        demo.member("gp", OrganisationKind::GpOffice)?,
    ];
    let day = |days: i32, hour: u8, minute: u8| now.day().plus(days).at(Clock::at(hour, minute));
    let next = earlier(&demo, &jon, &group, now, day(2, 13, 0))?;
    soon(&demo, &jon, &next, now)?;
    for (n, days) in [(8, 4), (24, 6)] {
        let Some(person) = city.others.get(n) else { continue };
        let meeting = demo.call(person, day(days, 10, 0), now.plus_days(-3), &[])?;
        let words = "Hva skjer med leiligheten?";
        demo.propose("coordinator", person, &meeting, (Area::Housing, words, Origin::Staff), now.plus_days(-2))?;
    }
    Ok(())
}

/// Three weeks ago: decided, read up, closed with the next one set, and seen by Jon.
fn earlier(demo: &Demo<'_>, jon: &PersonId, group: &[Member], now: Timestamp, next: Timestamp) -> Result<RowId, Error> {
    let began = now.day().plus(-21).at(Clock::at(13, 0));
    let first = demo.call(jon, began, began.plus_days(-7), &[])?;
    demo.take_in(jon, &first, group, began.plus_days(-6))?;
    let own = (Area::Housing, "Jeg vil bort fra hospitset", Origin::Person);
    let housing = demo.propose("person", jon, &first, own, began.plus_days(-2))?;
    let day = (Area::EverydayWork, "Noe å gjøre om dagen", Origin::Staff);
    let everyday = demo.propose("coordinator", jon, &first, day, began.plus_days(-1))?;
    let here: Vec<String> = group.iter().take(2).map(|one| one.key.clone()).collect();
    demo.leads(jon, &first, began, move |tx, desk, permit, found| store::begin(tx, desk, permit, found, &here, true))?;
    let nav = group.get(1).map(|one| one.key.clone());
    let day = now.day();
    let search = Written {
        status: Some("ongoing".into()),
        decisions: vec![
            decided(1, "Søke på rommet i Nygata", Some("person".into()), None),
            decided(2, "Sende brev om bostøtte til utleier", nav, Some(day.plus(-10))),
        ],
    };
    demo.write(jon, &first, &housing, search, began.plus_minutes(12))?;
    let work = Written {
        status: Some("agreed".into()),
        decisions: vec![decided(1, "Prøve verkstedet på tirsdager", Some("person".into()), None)],
    };
    demo.write(jon, &first, &everyday, work, began.plus_minutes(20))?;
    let why = "En dag i uka er nok til å begynne med.";
    demo.leads(jon, &first, began.plus_minutes(26), move |tx, desk, permit, found| {
        work::disagree(tx, desk, permit, (&found.meeting.id, &everyday, 1), Some(why))?;
        store::read_up(tx, desk, permit, &found.meeting.id)
    })?;
    demo.leads(jon, &first, began.plus_minutes(29), move |tx, desk, permit, found| {
        closing::close(tx, desk, permit, &found.meeting.id, Next::At(next))
    })?;
    demo.run(("person", jon, began.plus_days(1)), move |tx, desk, own| {
        closing::confirm(tx, desk, own, &first)?;
        store::find(tx, desk, own, &first)?.meeting.next.ok_or(Error::Missing)
    })
}

/// In two days: Jon's own list first, NAV kept out of one topic, an apology from the doctor.
fn soon(demo: &Demo<'_>, jon: &PersonId, next: &RowId, now: Timestamp) -> Result<(), Error> {
    let own = [(Area::Housing, "Hva skjer med rommet i Nygata?"), (Area::PeopleAround, "Jeg vil feire jul med søstera mi")];
    let mut last = None;
    for (area, words) in own {
        last = Some(demo.propose("person", jon, next, (area, words, Origin::Person), now.plus_days(-1))?);
    }
    let work = (Area::EverydayWork, "Hvordan går det på verkstedet?", Origin::Staff);
    demo.propose("coordinator", jon, next, work, now.plus_minutes(-300))?;
    let (meeting, nav) = (next.clone(), demo.city.account("nav")?.clone());
    if let Some(item) = last {
        demo.run(("person", jon, now.plus_minutes(-1430)), move |tx, _, own| {
            items::keep_out(tx, own, &meeting, (&item, nav.as_str()), true)
        })?;
    }
    for (who, answer, why) in [("mo-nurse", "yes", None), ("gp", "no", Some("Har time med en annen da. Ring meg etterpå."))] {
        let (meeting, me) = (next.clone(), demo.city.account(who)?.clone());
        demo.run((who, jon, now.plus_minutes(-600)), move |tx, _, permit| {
            store::answer(tx, permit, &meeting, me.as_str(), (answer, why))
        })?;
    }
    Ok(())
}

fn decided(number: i64, words: &str, owner: Option<String>, due: Option<Day>) -> Decision {
    Decision { number, words: words.to_owned(), owner, due, disagrees: None }
}

struct Demo<'a> {
    app: &'a App,
    city: &'a City,
}

impl Demo<'_> {
    fn member(&self, persona: &str, kind: OrganisationKind) -> Result<Member, Error> {
        let account: AccountId = self.city.account(persona)?.clone();
        let organisation: OrganisationId = self.city.organisation(kind)?.clone();
        let name = self.city.accounts.get(persona).map(|(_, name)| name.clone()).unwrap_or_default();
        let place = self.city.organisations.get(kind.key()).map(|(_, name)| name.clone()).unwrap_or_default();
        let one = member(account.as_str(), &format!("{name}, {place}"));
        Ok(Member { account: Some(account), organisation: Some(organisation), ..one })
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
        door::execute_here(self.app, &self.ctx(who, person, at)?, &CHARTER, "propose", move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            act(tx, desk, &permit)
        })
    }

    fn call(&self, person: &PersonId, at: Timestamp, when: Timestamp, members: &[Member]) -> Result<RowId, Error> {
        let new = New {
            title: "Møte".into(),
            place: "Kommunen, møterom 3".into(),
            phone: Some("+4755000018".into()),
            at,
            members: members.to_vec(),
        };
        self.run(("coordinator", person, when), move |tx, desk, permit| work::call(tx, desk, permit, &new))
    }

    fn take_in(&self, person: &PersonId, meeting: &RowId, group: &[Member], when: Timestamp) -> Result<(), Error> {
        let (meeting, group) = (meeting.clone(), group.to_vec());
        self.run(("person", person, when), move |tx, _, own| {
            group.iter().try_for_each(|one| store::invite(tx, own, &meeting, one))
        })
    }

    fn propose(
        &self,
        who: &str,
        person: &PersonId,
        meeting: &RowId,
        (area, words, origin): (Area, &'static str, Origin),
        when: Timestamp,
    ) -> Result<RowId, Error> {
        let (meeting, new) = (meeting.clone(), items::New { area, words: words.to_owned(), origin, source: None });
        self.run((who, person, when), move |tx, desk, permit| work::propose(tx, desk, permit, &meeting, &new))
    }

    fn leads(
        &self,
        person: &PersonId,
        meeting: &RowId,
        when: Timestamp,
        act: impl Fn(&mut Tx<'_>, &Desk<'_>, &Permit, &store::Found) -> Result<(), Error> + Send + 'static,
    ) -> Result<(), Error> {
        let meeting = meeting.clone();
        self.run(("coordinator", person, when), move |tx, desk, permit| {
            let found = store::find(tx, desk, permit, &meeting)?;
            act(tx, desk, permit, &found)
        })
    }

    fn write(&self, person: &PersonId, meeting: &RowId, item: &RowId, new: Written, when: Timestamp) -> Result<(), Error> {
        let item = item.clone();
        self.leads(person, meeting, when, move |tx, desk, permit, found| {
            work::write(tx, desk, permit, (&found.meeting.id, &item), (1, &new, false)).map(drop)
        })
    }
}
