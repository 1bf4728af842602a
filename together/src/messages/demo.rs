//! The demo city's messages: a question that waits for Jon, a thread that has gone well, one with an attempt to call, and some
//! messages that wait for those who work with others.

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::app::App;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::{Answer, Kind, Way, WhyNot};
use super::store::attempts::{self, NewAttempt};
use super::store::{self, Member, NewThread, said};
use super::{CHARTER, CONTACT_TRIED, MESSAGE_SENT};

/// Fills the messages.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let (jon, now) = (city.jon()?.clone(), app.source().now());
    let demo = Demo { app, city };
    let kari = demo.member("mo-nurse", OrganisationKind::MoCentre)?;
    let ola = demo.member("coordinator", OrganisationKind::Municipality)?;
    let nav = demo.member("nav", OrganisationKind::Nav)?;

    let dentist = demo.begin(&jon, (Area::Teeth, "Time hos tannlegen"), &[&kari], now.plus_days(-9))?;
    demo.own(&jon, &dentist, Kind::Words, "Jeg har vondt i en tann. Kan du hjelpe meg med time?", now.plus_days(-9))?;
    demo.by(
        "mo-nurse",
        &jon,
        &dentist,
        Kind::Question,
        "Ja. Det er ledig tirsdag kl.\u{a0}12.00. Passer det?",
        now.plus_days(-8),
    )?;
    demo.read("person", &jon, &dentist, 2, now.plus_days(-8).plus_minutes(95))?;
    demo.own(&jon, &dentist, Kind::Ready(Answer::Yes), "", now.plus_days(-8).plus_minutes(97))?;
    demo.read("mo-nurse", &jon, &dentist, 3, now.plus_days(-7))?;

    let flat = demo.begin(&jon, (Area::Housing, "Visning på leilighet"), &[&ola, &nav], now.plus_days(-3))?;
    demo.by(
        "coordinator",
        &jon,
        &flat,
        Kind::Words,
        "Det er visning i Nygata torsdag kl.\u{a0}15.00. Jeg kan bli med.",
        now.plus_days(-3),
    )?;
    demo.read("person", &jon, &flat, 1, now.plus_days(-3).plus_minutes(40))?;
    demo.own(&jon, &flat, Kind::Words, "Ja, gjerne. Jeg vil bo et stille sted.", now.plus_days(-3).plus_minutes(44))?;
    demo.read("coordinator", &jon, &flat, 2, now.plus_days(-2))?;
    demo.tried("coordinator", &jon, Some(&flat), (Way::Phone, WhyNot::NoAnswer), now.plus_minutes(-150))?;

    let talk = demo.begin(&jon, (Area::Safety, "Samtale denne uka"), &[&kari], now.plus_minutes(-1500))?;
    demo.own(&jon, &talk, Kind::Words, "Jeg har sovet dårlig. Kan vi snakke?", now.plus_minutes(-1500))?;
    demo.read("mo-nurse", &jon, &talk, 1, now.plus_minutes(-1440))?;
    demo.by(
        "mo-nurse",
        &jon,
        &talk,
        Kind::Question,
        "Fint at du skrev. Kan du komme innom torsdag kl.\u{a0}10.30?",
        now.plus_minutes(-70),
    )?;

    // Of those who have shared with the MO centre and the municipality, a few have written today.
    for (n, subject, words) in
        [(8, "Spørsmål om time", "Kan jeg få en annen dag enn mandag?"), (16, "Nøkkel", "Jeg trenger en ny nøkkel til boden.")]
    {
        let Some(person) = city.others.get(n) else { continue };
        let thread = demo.begin(person, (Area::Housing, subject), &[&kari, &ola], now.plus_minutes(-200))?;
        demo.own(person, &thread, Kind::Words, words, now.plus_minutes(-200))?;
    }
    if let Some(person) = city.others.get(4) {
        demo.tried("mo-nurse", person, None, (Way::Visit, WhyNot::NotHome), now.plus_days(-1))?;
    }
    Ok(())
}

struct Demo<'a> {
    app: &'a App,
    city: &'a City,
}

impl Demo<'_> {
    fn member(&self, persona: &str, kind: OrganisationKind) -> Result<Member, Error> {
        let account = self.city.account(persona)?.clone();
        let name = self.city.accounts.get(persona).map(|(_, name)| name.clone()).unwrap_or_default();
        let workplace = self.city.organisations.get(kind.key()).map(|(_, name)| name.clone()).unwrap_or_default();
        let name = super::around::full_name(&name, &workplace);
        Ok(Member { key: account.to_string(), account: Some(account), organisation: None, name })
    }

    fn run<T: Send + 'static>(
        &self,
        ctx: &Ctx,
        person: &PersonId,
        act: impl Fn(&mut Tx<'_>, &Desk<'_>, &Permit) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let person = person.clone();
        door::execute_here(self.app, ctx, &CHARTER, "begin", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            act(tx, desk, &permit)
        })
    }

    fn ctx(&self, who: &str, person: &PersonId, at: Timestamp) -> Result<Ctx, Error> {
        if who == "person" { Ok(self.city.as_person(self.app, person, at)) } else { self.city.as_staff(self.app, who, at) }
    }

    fn begin(
        &self,
        person: &PersonId,
        (area, subject): (Area, &'static str),
        members: &[&Member],
        at: Timestamp,
    ) -> Result<RowId, Error> {
        let members: Vec<Member> = members.iter().map(|member| (*member).clone()).collect();
        self.run(&self.ctx("person", person, at)?, person, move |tx, desk, own| {
            Ok(store::begin(tx, desk, own, &NewThread { area, subject, members: &members })?.id)
        })
    }

    fn own(&self, person: &PersonId, thread: &RowId, kind: Kind, words: &'static str, at: Timestamp) -> Result<(), Error> {
        self.say("person", person, thread, (kind, words), at)
    }

    fn by(
        &self,
        who: &str,
        person: &PersonId,
        thread: &RowId,
        kind: Kind,
        words: &'static str,
        at: Timestamp,
    ) -> Result<(), Error> {
        self.say(who, person, thread, (kind, words), at)
    }

    fn say(
        &self,
        who: &str,
        person: &PersonId,
        thread: &RowId,
        (kind, words): (Kind, &'static str),
        at: Timestamp,
    ) -> Result<(), Error> {
        let thread = thread.clone();
        self.run(&self.ctx(who, person, at)?, person, move |tx, desk, permit| {
            let words = (!words.is_empty()).then_some(words);
            said::say(tx, desk, permit, &thread, (kind, words), super::web::sender(desk).as_deref())?;
            desk.tell(tx, MESSAGE_SENT, Some(permit.person()), thread.as_str())
        })
    }

    fn read(&self, who: &str, person: &PersonId, thread: &RowId, to: i64, at: Timestamp) -> Result<(), Error> {
        let thread = thread.clone();
        self.run(&self.ctx(who, person, at)?, person, move |tx, desk, permit| {
            said::seen(tx, desk, permit, &thread, &store::by(desk)?, to)
        })
    }

    fn tried(
        &self,
        who: &str,
        person: &PersonId,
        thread: Option<&RowId>,
        (way, why): (Way, WhyNot),
        at: Timestamp,
    ) -> Result<(), Error> {
        let new = NewAttempt { thread: thread.cloned(), way, why, tried_at: at };
        self.run(&self.ctx(who, person, at)?, person, move |tx, desk, permit| {
            let id = attempts::add(tx, desk, permit, &new, &super::web::sender(desk).unwrap_or_default())?;
            desk.tell(tx, CONTACT_TRIED, Some(permit.person()), id.as_str())
        })
    }
}
