//! Permits for those who come in: somebody who is being made in this very command, somebody who comes back to a closed
//! account, and somebody to whom a command of the operator's delivers. And the line about somebody who was looked for.

use kernel::access::{Aspect, Basis, Decision, Reason, Situation, decide};
use kernel::area::Areas;
use kernel::id::PersonId;
use kernel::role::Role;

use super::{Ask, Desk};
use crate::access::facts::{subject, subject_and_bond};
use crate::access::permit::{Card, Permit};
use crate::audit::Detail;
use crate::db::Tx;
use crate::error::Error;
use crate::keys::PersonKey;

impl Desk<'_> {
    /// A permit for a person who is being made in this very command: the one who asks for help.
    ///
    /// # Errors
    /// A fault when the key has not been made first.
    pub fn newcomer(
        &self,
        person: &PersonId,
        key: PersonKey,
        written_by: Option<kernel::id::OrganisationId>,
    ) -> Result<Permit, Error> {
        let about = decide(Role::Person, self.part.class, None, Aspect::Content, &Situation::NOBODY);
        let Decision::Permit(basis) = about else { return Err(Error::Denied(Reason::Wall)) };
        let card = Card { name: None, birth_year: None, phone: None, version: 1, provisional: true };
        let permit = Permit {
            person: person.clone(),
            class: self.part.class,
            areas: Areas::NONE,
            unmapped: true,
            basis,
            written_by,
            card,
            until: None,
            knows_card: true,
            knows_whereabouts: true,
            key,
        };
        self.note(&permit.key, self.outcome(), &Detail { basis: basis.key().into(), ..Detail::default() })?;
        Ok(permit)
    }

    /// As [`Desk::own`], also for somebody who has closed the account: for the page that opens it again, and no other.
    ///
    /// # Errors
    /// As [`Desk::own`].
    pub fn own_though_closed(&self, tx: &mut Tx<'_>) -> Result<Permit, Error> {
        let person = self.ctx.actor.person.clone().ok_or(Error::SignIn)?;
        self.ask(tx, &person, self.part.class, Ask { though_closed: true, ..Ask::ONE })?.map_err(Error::Denied)
    }

    /// Writes into the person's log that somebody who may not see them has looked for them, with the reason that was given.
    /// It gives no permit, and says nothing about whether there is such a person.
    ///
    /// # Errors
    /// A fault when the key store cannot be asked.
    pub fn note_looked_for(&self, person: &PersonId, reason: &str) -> Result<(), Error> {
        let Some(key) = self.app.keys().find(person)? else { return Ok(()) };
        let detail = Detail { basis: "looked-for".into(), reason: Some(reason.to_owned()), ..Detail::default() };
        self.note(&key, "denied", &detail)
    }

    /// A permit for a command of the operator's that delivers something to a person, for instance papers from another
    /// system: it seals what comes in, and no area is open in it.
    ///
    /// # Errors
    /// [`Error::Denied`] for anyone but the machine, and when there is no such person or their key is gone.
    pub fn delivery(&self, tx: &mut Tx<'_>, person: &PersonId) -> Result<Permit, Error> {
        if !self.ctx.is_machine() {
            return Err(Error::Denied(Reason::Wall));
        }
        let found = subject(tx, person)?.ok_or(Error::Denied(Reason::Silence))?;
        let key = self.app.keys().find(person)?.filter(|_| !found.erased).ok_or(Error::Denied(Reason::Erased))?;
        let permit = Permit::bare(person, self.part.class, Basis::Relation, &found, key);
        self.note(&permit.key, self.outcome(), &Detail { basis: permit.basis.key().into(), ..Detail::default() })?;
        Ok(permit)
    }

    /// A permit for the privacy contact towards somebody who has asked them about a look: see [`crate::access::log`].
    pub(in crate::access) fn towards_who_asked(&self, tx: &mut Tx<'_>, person: &PersonId) -> Result<Permit, Error> {
        let found = subject_and_bond(tx, person, &self.receiver(), self.now())?;
        let (found, tied) = found.ok_or(Error::Denied(Reason::Silence))?;
        let key = self.app.keys().find(person)?.filter(|_| !found.is_gone()).ok_or(Error::Denied(Reason::Erased))?;
        if tied.blocked {
            self.note(&key, "denied", &Detail { basis: Reason::Blocked.key().into(), ..Detail::default() })?;
            return Err(Error::Denied(Reason::Blocked));
        }
        let permit = Permit::bare(person, self.part.class, Basis::Relation, &found, key);
        self.note(&permit.key, self.outcome(), &Detail { basis: ASKED.into(), ..Detail::default() })?;
        Ok(permit)
    }
}

/// The ground in the log of what the privacy contact does because the person asked.
const ASKED: &str = "asked";
