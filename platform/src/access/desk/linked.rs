//! Somebody who holds a link that the person has agreed to: a service without an account. No area is open to them, only what
//! the person said yes to, and each look leaves a line in the person's own log.

use kernel::access::{Basis, Reason};
use kernel::class::Class;
use kernel::id::PersonId;

use super::Desk;
use crate::access::facts::subject;
use crate::access::permit::Permit;
use crate::audit::{BY_LINK, Detail};
use crate::db::Tx;
use crate::error::Error;
use crate::keys::Cell;

impl Desk<'_> {
    /// A permit for whoever holds a link, which the part itself has found to be right: what the person goes by, and the phone
    /// when they have agreed to that. `receiver` is the sealed cell with what the service is called: the person reads it in
    /// the log. Nothing for somebody who is erased or has closed the account.
    ///
    /// # Errors
    /// [`Error::Denied`] for a part whose records are not the person's own, or a fault.
    pub fn by_link(
        &self,
        tx: &mut Tx<'_>,
        person: &PersonId,
        receiver: (Cell<'_>, &[u8]),
        with_phone: bool,
    ) -> Result<Option<Permit>, Error> {
        if self.part.class != Class::Own {
            return Err(Error::Denied(Reason::Wall));
        }
        let found = subject(tx, person)?.filter(|found| !found.is_gone() && !found.provisional);
        let Some(found) = found else { return Ok(None) };
        let Some(key) = self.app.keys().find(person)? else { return Ok(None) };
        let cell = |column| Cell::new("person", person.as_str(), column);
        let called = key.open(receiver.0, receiver.1)?;
        let name = found.name.as_deref().map(|sealed| key.open(cell("name"), sealed)).transpose()?;
        let phone = found.phone.as_deref().filter(|_| with_phone && !found.protected);
        let phone = phone.map(|sealed| key.open(cell("phone"), sealed)).transpose()?;
        let mut permit = Permit::bare(person, self.part.class, Basis::Grant, &found, key);
        (permit.card.name, permit.card.phone) = (name, phone);
        let detail = Detail { basis: BY_LINK.into(), reason: Some(called), ..Detail::default() };
        self.note(&permit.key, self.outcome(), &detail)?;
        Ok(Some(permit))
    }
}
