//! The desk where permits are given. Each one it gives, and each it refuses, becomes a line in the log.

mod arrivals;
mod doorstep;
mod handing;
mod letters;
mod lines;
mod linked;

use std::cell::{Cell as Slot, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use kernel::access::{Aspect, Basis, Decision, Reason, Situation, decide};
use kernel::class::Class;
use kernel::id::PersonId;
use kernel::role::Role;
use kernel::time::Timestamp;

use super::facts::{Bond, Receiver, Subject, Weighed, subject, subjects_and_bonds, weigh};
use super::permit::{Card, Permit};
use crate::app::App;
use crate::audit::{Detail, Line};
use crate::charter::Charter;
use crate::ctx::{Ctx, Door};
use crate::db::Tx;
use crate::error::{ACCOUNT_CLOSED, Error};
use crate::keys::{Cell, PersonKey};

pub use doorstep::AtTheDoor;

/// Most persons on one list: longer ones are paged.
pub const MAX_PEOPLE: usize = 500;

/// What a command came to: where to go, and what to show there that is stored nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The address of the next page.
    pub to: String,
    /// Something the first and every repeated answer shows, for instance a code.
    pub keep: Option<String>,
}

impl Settled {
    /// On to this page.
    #[must_use]
    pub fn to(path: impl Into<String>) -> Settled {
        Settled { to: path.into(), keep: None }
    }

    /// With something that only this answer shows.
    #[must_use]
    pub fn keeping(self, what: impl Into<String>) -> Settled {
        Settled { keep: Some(what.into()), ..self }
    }
}

/// How a permit is asked for.
#[derive(Clone, Copy)]
struct Ask {
    /// A denial leaves a line.
    tell_denial: bool,
    /// The person opens a closed account again.
    though_closed: bool,
}

impl Ask {
    const ONE: Ask = Ask { tell_denial: true, though_closed: false };
    const LIST: Ask = Ask { tell_denial: false, though_closed: false };
}

/// Where a request stands while it runs: who asks, for which part, and what has been opened so far.
pub struct Desk<'a> {
    pub(super) app: &'a App,
    pub(super) ctx: &'a Ctx,
    pub(super) part: &'static Charter,
    pub(super) act: &'static str,
    changing: bool,
    drawn: Rc<Slot<u64>>,
    lines: Rc<RefCell<Vec<Line>>>,
    /// What decisions rest on, for as long as one look lasts: it sees one moment of the database. A change looks anew.
    loaded: Rc<RefCell<HashMap<PersonId, (Subject, Bond)>>>,
    pub(super) only_about: Option<PersonId>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(app: &'a App, ctx: &'a Ctx, part: &'static Charter, act: &'static str, changing: bool) -> Desk<'a> {
        Desk {
            app,
            ctx,
            part,
            act,
            changing,
            drawn: Rc::default(),
            lines: Rc::default(),
            loaded: Rc::default(),
            only_about: None,
        }
    }

    /// The same desk while another part draws its panel: permits it gives are of that part's class and stand in the log
    /// under its name.
    #[must_use]
    pub fn of(&self, part: &'static Charter) -> Desk<'a> {
        let only_about = self.only_about.clone();
        let (drawn, lines, loaded) = (self.drawn.clone(), self.lines.clone(), self.loaded.clone());
        Desk { part, drawn, lines, loaded, only_about, ..*self }
    }

    /// The request's context.
    #[must_use]
    pub fn ctx(&self) -> &Ctx {
        self.ctx
    }

    /// The running product: configuration, wording and keys.
    #[must_use]
    pub fn app(&self) -> &App {
        self.app
    }

    /// The time of the request.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.ctx.now
    }

    /// 128 fresh bits for an id: the same ones when the command is run again.
    #[must_use]
    pub fn bits(&self) -> u128 {
        let n = self.drawn.get();
        self.drawn.set(n + 1);
        self.ctx.bits(n)
    }

    /// A permit for the person who is signed in, about themselves.
    ///
    /// # Errors
    /// [`Error::SignIn`] when nobody is, [`Error::Denied`] when a code opens something else.
    pub fn own(&self, tx: &mut Tx<'_>) -> Result<Permit, Error> {
        let person = self.ctx.actor.person.clone().ok_or(Error::SignIn)?;
        self.person(tx, &person)
    }

    /// A permit for one person, or a denial that says nothing about whether they exist.
    ///
    /// # Errors
    /// [`Error::Denied`] or a fault.
    pub fn person(&self, tx: &mut Tx<'_>, person: &PersonId) -> Result<Permit, Error> {
        self.person_as(tx, person, self.part.class)
    }

    /// As [`Desk::person`], for a page that shows another class than the part's own.
    ///
    /// # Errors
    /// As [`Desk::person`].
    pub fn person_as(&self, tx: &mut Tx<'_>, person: &PersonId, class: Class) -> Result<Permit, Error> {
        self.ask(tx, person, class, Ask::ONE)?.map_err(Error::Denied)
    }

    /// Permits for those of these persons who may be seen: for lists. Nobody is told about the others.
    ///
    /// # Errors
    /// A fault, also when more than [`MAX_PEOPLE`] are asked for.
    pub fn people(&self, tx: &mut Tx<'_>, persons: &[PersonId]) -> Result<Vec<Permit>, Error> {
        if persons.len() > MAX_PEOPLE {
            return Err(Error::fault("a list of persons is longer than the limit"));
        }
        self.app.keys().fetch(persons)?;
        let mut loaded = self.load(tx, persons)?;
        let mut permits = Vec::new();
        for person in persons {
            if let Ok(permit) = self.weigh_up(person, self.part.class, Ask::LIST, loaded.remove(person))? {
                permits.push(permit);
            }
        }
        Ok(permits)
    }

    /// Who asks, as a receiver of grants.
    #[must_use]
    pub fn receiver(&self) -> Receiver {
        let actor = &self.ctx.actor;
        Receiver {
            role: actor.role,
            account: actor.account.clone(),
            organisation: actor.employer.as_ref().map(|employer| employer.id.clone()),
        }
    }

    /// Whether the asker may see what is about nobody, of this part's class.
    ///
    /// # Errors
    /// [`Error::Denied`].
    pub fn nobody(&self) -> Result<(), Error> {
        match decide(self.ctx.actor.role, self.part.class, None, Aspect::Content, &Situation::NOBODY) {
            Decision::Permit(_) => Ok(()),
            Decision::Deny(reason) => Err(Error::Denied(reason)),
        }
    }

    /// Tells a fact, in the same commit, and lines up the jobs of those who hear it.
    ///
    /// # Errors
    /// A fault when the charter does not name the kind, or the database says no.
    pub fn tell(&self, tx: &mut Tx<'_>, kind: &'static str, person: Option<&PersonId>, subject: &str) -> Result<(), Error> {
        if !self.part.tells.contains(&kind) {
            return Err(Error::fault("a part tells a fact that its charter does not name"));
        }
        crate::jobs::tell(tx, self.app, kind, person, subject, self.bits(), self.now())?;
        Ok(())
    }

    fn ask(&self, tx: &mut Tx<'_>, person: &PersonId, class: Class, how: Ask) -> Result<Result<Permit, Reason>, Error> {
        let loaded = match self.role_towards(person) {
            Role::Person => subject(tx, person)?.map(|found| (found, Bond::default())),
            _ => self.load(tx, std::slice::from_ref(person))?.remove(person),
        };
        self.weigh_up(person, class, how, loaded)
    }

    /// What the decisions about these persons rest on. A page asks for the same person once for each part it shows.
    fn load(&self, tx: &mut Tx<'_>, persons: &[PersonId]) -> Result<HashMap<PersonId, (Subject, Bond)>, Error> {
        if self.changing {
            return Ok(subjects_and_bonds(tx, persons, &self.receiver(), self.now())?);
        }
        let mut loaded = self.loaded.borrow_mut();
        let new: Vec<PersonId> = persons.iter().filter(|person| !loaded.contains_key(*person)).cloned().collect();
        loaded.extend(subjects_and_bonds(tx, &new, &self.receiver(), self.now())?);
        Ok(persons.iter().filter_map(|person| Some((person.clone(), loaded.get(person)?.clone()))).collect())
    }

    fn weigh_up(
        &self,
        person: &PersonId,
        class: Class,
        how: Ask,
        loaded: Option<(Subject, Bond)>,
    ) -> Result<Result<Permit, Reason>, Error> {
        if self.only_about.as_ref().is_some_and(|only| only != person) {
            return Ok(Err(Reason::Wall));
        }
        let role = self.role_towards(person);
        let Some((found, tied)) = loaded else { return Ok(Err(Reason::Silence)) };
        let Some(key) = self.app.keys().find(person)? else { return Ok(Err(Reason::Erased)) };
        if role == Role::Person && found.closed_account && !how.though_closed {
            return Err(Error::Refused(ACCOUNT_CLOSED));
        }
        let weighed = weigh(role, class, &found, &tied, self.reads_own_records(class), self.now());
        if weighed.is_denied() {
            if how.tell_denial {
                let detail = Detail { basis: weighed.denial.key().into(), ..Detail::default() };
                self.note(&key, "denied", &detail)?;
            }
            return Ok(Err(weighed.denial));
        }
        let permit = self.permit(person, class, &found, &tied, &weighed, key)?;
        let detail = Detail { listed: !how.tell_denial, ..self.detail(&permit, &tied)? };
        self.note(&permit.key, self.outcome(), &detail)?;
        Ok(Ok(permit))
    }

    /// Somebody is «the person» only towards themselves, and a code opens only the part it was made for.
    fn role_towards(&self, person: &PersonId) -> Role {
        let actor = &self.ctx.actor;
        let allowed = actor.door == Door::Full || self.part.opened_by_code;
        match actor.role {
            Role::Person if actor.person.as_ref() == Some(person) && allowed => Role::Person,
            Role::Person => Role::Visitor,
            other => other,
        }
    }

    /// Journals and welfare records are read organisation by organisation: the store takes only rows of one's own.
    fn reads_own_records(&self, class: Class) -> bool {
        matches!(class, Class::Journal | Class::Welfare) && self.ctx.actor.employer.is_some()
    }

    pub(super) fn permit(
        &self,
        person: &PersonId,
        class: Class,
        found: &Subject,
        tied: &Bond,
        weighed: &Weighed,
        key: PersonKey,
    ) -> Result<Permit, Error> {
        let open = |column, sealed: &Option<Vec<u8>>, allowed: bool| match sealed {
            Some(sealed) if allowed => key.open(Cell::new("person", person.as_str(), column), sealed).map(Some),
            _ => Ok(None),
        };
        let seen = weighed.card || weighed.basis == Basis::Own;
        let card = Card {
            name: open("name", &found.name, seen)?,
            birth_year: found.birth_year.filter(|_| seen),
            phone: open("phone", &found.phone, weighed.whereabouts)?,
            version: found.version,
            provisional: found.provisional,
        };
        let employer = self.ctx.actor.employer.as_ref().map(|employer| employer.id.clone());
        Ok(Permit {
            person: person.clone(),
            class,
            areas: weighed.areas,
            unmapped: weighed.unmapped,
            basis: weighed.basis,
            written_by: employer.filter(|_| self.reads_own_records(class)),
            card,
            until: tied.grant_until,
            knows_card: seen,
            knows_whereabouts: weighed.whereabouts,
            key,
        })
    }
}
