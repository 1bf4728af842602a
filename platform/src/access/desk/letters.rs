//! Permits for a letter: somebody writes to those who lead a service, with a name or without. A letter is a provisional person
//! of its own with a key of its own, so that it is linked to nobody and goes away by itself.

use kernel::access::{Basis, Reason};
use kernel::class::Class;
use kernel::id::{OrganisationId, PersonId};
use kernel::role::Role;

use super::Desk;
use crate::access::facts::subject;
use crate::access::permit::Permit;
use crate::audit::Detail;
use crate::db::Tx;
use crate::error::Error;

impl Desk<'_> {
    /// A permit for whoever wrote a letter: they hold its code, or keep it among their own.
    ///
    /// # Errors
    /// [`Error::Denied`] for anything but a letter that is still there.
    pub fn letter_writer(&self, tx: &mut Tx<'_>, letter: &PersonId) -> Result<Permit, Error> {
        self.letter(tx, letter, Basis::Own)
    }

    /// A permit for those to whom a letter was written: the leader and the privacy contact of the organisation it names. To
    /// have written to them is the consent.
    ///
    /// # Errors
    /// [`Error::Denied`] for everyone else.
    pub fn letter_receiver(&self, tx: &mut Tx<'_>, letter: &PersonId, receiver: &OrganisationId) -> Result<Permit, Error> {
        let actor = &self.ctx.actor;
        let reads = matches!(actor.role, Role::Leader | Role::PrivacyContact);
        let here = actor.employer.as_ref().is_some_and(|employer| employer.id == *receiver);
        if !reads || !here {
            return Err(Error::Denied(Reason::RoleNever));
        }
        self.letter(tx, letter, Basis::Grant)
    }

    fn letter(&self, tx: &mut Tx<'_>, letter: &PersonId, basis: Basis) -> Result<Permit, Error> {
        if self.part.class != Class::Welfare {
            return Err(Error::Denied(Reason::Wall));
        }
        // Only a provisional person can be a letter: nobody's own record is ever opened this way.
        let found = subject(tx, letter)?.filter(|found| found.provisional && !found.erased);
        let found = found.ok_or(Error::Denied(Reason::Silence))?;
        let key = self.app.keys().find(letter)?.ok_or(Error::Denied(Reason::Erased))?;
        let bare = Permit::bare(letter, self.part.class, basis, &found, key);
        let permit = Permit { unmapped: true, ..bare };
        self.note(&permit.key, self.outcome(), &Detail { basis: basis.key().into(), ..Detail::default() })?;
        Ok(permit)
    }
}
