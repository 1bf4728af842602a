//! The person looks with the receiver's eyes before sharing: the same decision, the same panels, the same page.

use kernel::access::Reason;
use kernel::area::Areas;
use kernel::time::Timestamp;

use super::desk::Desk;
use super::facts::{Receiver, subject_and_bond, weigh};
use super::permit::Permit;
use crate::ctx::{Actor, Door, Employer};
use crate::db::Tx;
use crate::error::Error;

impl Desk<'_> {
    /// The permit this receiver would have if exactly these areas were shared: the person's preview, from the same
    /// decision. Only the person can ask.
    ///
    /// # Errors
    /// [`Error::Denied`] when the receiver would see nothing at all.
    pub fn preview(
        &self,
        tx: &mut Tx<'_>,
        own: &Permit,
        receiver: &Receiver,
        areas: Areas,
        until: Option<Timestamp>,
    ) -> Result<Permit, Error> {
        if !own.is_own() {
            return Err(Error::Denied(Reason::Wall));
        }
        let (found, now_tied) = subject_and_bond(tx, own.person(), receiver, self.now())?.ok_or(Error::Missing)?;
        let would = now_tied.if_shared(areas);
        let weighed = weigh(receiver.role, own.class(), &found, &would, false, self.now());
        if weighed.is_denied() {
            return Err(Error::Denied(weighed.denial));
        }
        let mut permit = self.permit(own.person(), own.class(), &found, &would, &weighed, own.key.clone())?;
        permit.until = until;
        Ok(permit)
    }

    /// Lets the person look with the receiver's eyes: whatever is drawn inside meets the receiver's role and workplace, as
    /// on the day they really look, and nobody else's record.
    ///
    /// It leaves no line of its own, because nobody but the person has seen anything, and their look is noted already.
    ///
    /// # Errors
    /// [`Error::Denied`] for anyone but the person, or what `draw` answers.
    pub fn seen_by<T>(
        &self,
        own: &Permit,
        receiver: &Receiver,
        draw: impl FnOnce(&Desk<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if !own.is_own() {
            return Err(Error::Denied(Reason::Wall));
        }
        let mut ctx = self.ctx.clone();
        ctx.actor = Actor { role: receiver.role, door: Door::Full, ..Actor::visitor() };
        ctx.actor.account.clone_from(&receiver.account);
        ctx.actor.employer = receiver.organisation.clone().map(|id| Employer { id, name: String::new(), kind: None });
        let mut desk = Desk::new(self.app, &ctx, self.part, self.act, false);
        desk.only_about = Some(own.person().clone());
        draw(&desk)
    }
}
