//! The demo city's batons: Jon's is on its way to the municipality; on the ward one is planned, one asked, one came back, one
//! is late, and somebody left last night.

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::{Clock, Timestamp};
use platform::access::Desk;
use platform::access::relations::{Duty, NewRelation, begin};
use platform::app::App;
use platform::db::Tx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::CHARTER;
use super::rules::Cause;
use super::store::lines::{Departure, Done, Lines};
use super::store::{self, NewHandover};
use super::work::{self, Chosen, Written};

/// Fills them.
///
/// # Errors
/// A fault when the city lacks someone.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    if !is_apart(city)? {
        return Ok(());
    }
    let here = Here { app, city, now: app.source().now() };
    here.jon()?;
    // Those of the others who are on the ward now. A small city has fewer of them.
    let on_the_ward = [2, 5, 10, 14, 16].map(|n| city.others.get(n));
    let [asked, planned, refused, late, left] = on_the_ward;
    asked.map_or(Ok(()), |person| here.asked(person))?;
    planned.map_or(Ok(()), |person| here.planned(person))?;
    refused.map_or(Ok(()), |person| here.refused(person))?;
    late.map_or(Ok(()), |person| here.late(person))?;
    left.map_or(Ok(()), |person| here.left(person))
}

/// In a small town the ward and those who take over may be one house, and a house hands nothing over to itself.
fn is_apart(city: &City) -> Result<bool, Error> {
    let ward = city.organisation(OrganisationKind::Detox)?;
    let (centre, town) = (city.organisation(OrganisationKind::MoCentre)?, city.organisation(OrganisationKind::Municipality)?);
    Ok(![centre, town, city.organisation(OrganisationKind::TsbClinic)?].contains(&ward) && centre != town)
}

struct Here<'a> {
    app: &'a App,
    city: &'a City,
    now: Timestamp,
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

impl Here<'_> {
    fn tomorrow(&self, days: i32, hour: u8) -> Timestamp {
        self.now.day().plus(days).at(Clock::at(hour, 0))
    }

    /// Does something as somebody at work.
    fn staff<T: Send + 'static>(
        &self,
        (persona, at): (&str, Timestamp),
        act: &'static str,
        what: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let ctx = self.city.as_staff(self.app, persona, at)?;
        door::execute_here(self.app, &ctx, &CHARTER, act, what)
    }

    fn begun(
        &self,
        who: (&str, Timestamp),
        person: &PersonId,
        cause: Cause,
        area: Area,
        written: Written,
    ) -> Result<RowId, Error> {
        let person = person.clone();
        self.staff(who, "plan", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            let new = NewHandover { cause, area, stay: None, departs_at: written.departs_at };
            let id = work::begin(tx, desk, &permit, &new)?;
            work::write(tx, desk, &permit, &id, &written)?;
            Ok(id)
        })
    }

    fn act(&self, who: (&str, Timestamp), id: &RowId, chosen: Chosen) -> Result<(), Error> {
        let id = id.clone();
        self.staff(who, "hand-over", move |tx, desk| work::act(tx, desk, &id, &chosen).map(drop))
    }

    fn offer(&self, who: (&str, Timestamp), id: &RowId, to: OrganisationKind) -> Result<(), Error> {
        self.act(who, id, Chosen::Offer(self.city.organisation(to)?.clone(), None))
    }

    /// The person says that it fits, to whatever is asked.
    fn agree(&self, person: &PersonId, at: Timestamp, id: &RowId) -> Result<i64, Error> {
        let (ctx, id) = (self.city.as_person(self.app, person, at), id.clone());
        door::execute_here(self.app, &ctx, &CHARTER, "agree", move |tx, desk| {
            let own = desk.own(tx)?;
            let round = store::find(tx, desk, &own, &id)?.state.round;
            work::agree(tx, desk, &id, round, 0)?;
            Ok(round)
        })
    }

    /// The ward has served the person for some days.
    fn on_the_ward(&self, person: &PersonId) -> Result<(), Error> {
        let serving = NewRelation {
            id: kernel::id::hex(self.app.source().id_bits()),
            organisation: self.city.organisation(OrganisationKind::Detox)?.clone(),
            account: None,
            duty: Duty::Serving,
            from_at: self.now.plus_days(-6),
            until_at: None,
        };
        let person = person.clone();
        self.app.db().write_here(move |tx| begin(tx, &person, &serving))
    }

    fn lines(&self, meet_at: Timestamp) -> Written {
        Written {
            lines: Lines {
                tonight: some("Blå hus"),
                tonight_knows: some("Lise, nattvakt"),
                meet_who: some("Kari Nes på MO-senteret. Hun venter i døra"),
                medicine_until: some("mandag"),
                medicine_at: some("Apoteket i Storgata"),
                spray: true,
                tolerance: true,
                reach: some("Ring Blå hus, eller si fra til broren"),
                night_name: some("Avrusning, nattvakt"),
                night_phone: some("55 00 00 60"),
            },
            meet_at: Some(meet_at),
            departs_at: Some(self.tomorrow(0, 23)),
            looks: true,
        }
    }

    /// Kari holds it until Jon has met Ola. He has said yes, and so has Ola.
    fn jon(&self) -> Result<(), Error> {
        let jon = self.city.jon()?;
        let (asked, agreed, accepted) =
            (self.now.plus_days(-2), self.now.plus_minutes(-47 * 60), self.now.plus_minutes(-26 * 60));
        let written = Written {
            lines: Lines {
                tonight: some("Hybelen på Haugen"),
                meet_who: some("Ola Vik i kommunen, rom 210. Kari blir med"),
                medicine_until: some("fredag"),
                medicine_at: some("LAR-luka, som før"),
                reach: some("Melding her, eller gjennom Hanne"),
                night_name: some("Legevakta"),
                night_phone: some("116 117"),
                ..Lines::default()
            },
            meet_at: Some(self.tomorrow(3, 10)),
            departs_at: None,
            looks: false,
        };
        let id = self.begun(("mo-nurse", asked), jon, Cause::Moving, Area::EverydayWork, written)?;
        self.offer(("mo-nurse", asked.plus_minutes(4)), &id, OrganisationKind::Municipality)?;
        let round = self.agree(jon, agreed, &id)?;
        self.act(("coordinator", accepted), &id, Chosen::Accept(round))
    }

    /// The centre is asked, and has not answered yet.
    fn asked(&self, person: &PersonId) -> Result<(), Error> {
        self.on_the_ward(person)?;
        let at = self.now.plus_minutes(-50);
        let id = self.begun(("detox-nurse", at), person, Cause::Discharge, Area::Safety, self.lines(self.tomorrow(1, 10)))?;
        self.offer(("detox-nurse", at.plus_minutes(6)), &id, OrganisationKind::MoCentre)?;
        self.agree(person, at.plus_minutes(15), &id).map(drop)
    }

    /// Half of the lines are there.
    fn planned(&self, person: &PersonId) -> Result<(), Error> {
        self.on_the_ward(person)?;
        let written = Written {
            lines: Lines {
                tonight: some("Hos søstera"), reach: some("Telefonen til søstera"), spray: true, ..Lines::default()
            },
            departs_at: Some(self.tomorrow(2, 12)),
            ..Written::default()
        };
        let at = self.now.plus_minutes(-180);
        self.begun(("detox-nurse", at), person, Cause::Discharge, Area::Safety, written).map(drop)
    }

    /// The clinic said no, and why.
    fn refused(&self, person: &PersonId) -> Result<(), Error> {
        self.on_the_ward(person)?;
        let at = self.now.plus_minutes(-300);
        let id =
            self.begun(("detox-nurse", at), person, Cause::Discharge, Area::MentalHealth, self.lines(self.tomorrow(1, 12)))?;
        self.offer(("detox-nurse", at.plus_minutes(5)), &id, OrganisationKind::TsbClinic)?;
        let round = self.agree(person, at.plus_minutes(20), &id)?;
        let no = Chosen::Refuse(round, "Vi har ingen ledig time før torsdag. Spør MO-senteret i mellomtida.".into());
        self.act(("tsb", at.plus_minutes(90)), &id, no)
    }

    /// The municipality has not answered in time.
    fn late(&self, person: &PersonId) -> Result<(), Error> {
        self.on_the_ward(person)?;
        let at = self.now.plus_days(-5);
        let id = self.begun(("detox-nurse", at), person, Cause::Discharge, Area::Safety, self.lines(self.tomorrow(1, 9)))?;
        self.offer(("detox-nurse", at.plus_minutes(5)), &id, OrganisationKind::Municipality)?;
        self.agree(person, at.plus_minutes(30), &id)?;
        let person = person.clone();
        door::execute_here(self.app, &self.app.machine(), &CHARTER, "clock", move |tx, desk| work::tick(tx, desk, &person, &id))
    }

    /// Somebody left at half past ten last night, and has said yes to being looked for.
    fn left(&self, person: &PersonId) -> Result<(), Error> {
        self.on_the_ward(person)?;
        let at = self.now.plus_days(-1);
        self.begun(("detox-nurse", at), person, Cause::Discharge, Area::Safety, self.lines(self.tomorrow(2, 11)))?;
        let left_at = self.now.day().plus(-1).at(Clock::at(22, 30));
        let gone = Departure {
            left_at: left_at.min(self.now),
            medicines: some("Kveldsdosen, ikke mer"),
            tolerance: Done::Yes,
            spray: Done::Yes,
            contact: some("Ringer selv i dag"),
        };
        let person = person.clone();
        let recorded = left_at.plus_minutes(10).min(self.now);
        self.staff(("detox-nurse", recorded), "left", move |tx, desk| {
            work::depart(tx, desk, &person, Area::Safety, &gone).map(drop)
        })
    }
}
