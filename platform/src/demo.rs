//! The demo city as the parts see it: who lives and works there, and how to act as any of them.

use std::collections::BTreeMap;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::{OrganisationKind, Persona};
use kernel::role::Role;
use kernel::time::Timestamp;

use crate::app::App;
use crate::ctx::{Actor, Ctx, Door, Employer};
use crate::error::Error;

/// The demo city. All names and numbers in it are invented.
#[derive(Clone, Debug, Default)]
pub struct City {
    /// One organisation of each kind, with its name.
    pub organisations: BTreeMap<&'static str, (OrganisationId, String)>,
    /// The accounts of the personas, with their names.
    pub accounts: BTreeMap<&'static str, (AccountId, String)>,
    /// The persona `person`: knows the plan and has shared some of it.
    pub jon: Option<PersonId>,
    /// The persona `person-new`: has shared nothing.
    pub newcomer: Option<PersonId>,
    /// Everyone else, in a fixed order.
    pub others: Vec<PersonId>,
}

impl City {
    /// The organisation of this kind.
    ///
    /// # Errors
    /// A fault when the city has none.
    pub fn organisation(&self, kind: OrganisationKind) -> Result<&OrganisationId, Error> {
        let found = self.organisations.get(kind.key()).map(|(id, _)| id);
        found.ok_or_else(|| Error::fault("the demo city has no such organisation"))
    }

    /// The account of a persona.
    ///
    /// # Errors
    /// A fault when the city has none.
    pub fn account(&self, persona: &str) -> Result<&AccountId, Error> {
        let found = self.accounts.get(persona).map(|(id, _)| id);
        found.ok_or_else(|| Error::fault("the demo city has no such account"))
    }

    /// The persona `person`.
    ///
    /// # Errors
    /// A fault before the city is filled.
    pub fn jon(&self) -> Result<&PersonId, Error> {
        self.jon.as_ref().ok_or_else(|| Error::fault("the demo city is empty"))
    }

    /// Acts as a person at a time.
    #[must_use]
    pub fn as_person(&self, app: &App, person: &PersonId, at: Timestamp) -> Ctx {
        let mut actor = Actor::visitor();
        actor.role = Role::Person;
        actor.door = Door::Full;
        actor.person = Some(person.clone());
        Ctx::new(at, Language::Nb, actor, app.source().bytes())
    }

    /// Acts as a persona who works somewhere, at a time.
    ///
    /// # Errors
    /// A fault when the city has no such persona.
    pub fn as_staff(&self, app: &App, persona: &str, at: Timestamp) -> Result<Ctx, Error> {
        let known = Persona::parse(persona).ok_or_else(|| Error::fault("there is no such persona"))?;
        let (account, name) = self.accounts.get(persona).ok_or_else(|| Error::fault("the demo city has no such account"))?;
        let mut actor = Actor::visitor();
        actor.role = known.role;
        actor.door = Door::Full;
        actor.account = Some(account.clone());
        actor.name.clone_from(name);
        if let Some(kind) = known.organisation {
            let employer = self.organisations.get(kind.key());
            actor.employer = employer.map(|(id, name)| Employer { id: id.clone(), name: name.clone(), kind: Some(kind) });
        }
        Ok(Ctx::new(at, Language::Nb, actor, app.source().bytes()))
    }
}
