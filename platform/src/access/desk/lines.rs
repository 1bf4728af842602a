//! What a desk writes into the log: a line for each permit given, and for each refused.

use kernel::access::Basis;
use kernel::role::Role;

use super::Desk;
use crate::access::facts::Bond;
use crate::access::permit::Permit;
use crate::audit::{Detail, Line};
use crate::error::Error;
use crate::keys::{Cell, PersonKey};

impl Desk<'_> {
    /// A line about no person: signing in, a setting, an open list.
    pub fn note_nobody(&self) {
        let line = self.line(None, None, self.outcome());
        self.lines.borrow_mut().push(line);
    }

    pub(crate) fn take_lines(&self) -> Vec<Line> {
        self.lines.take()
    }

    pub(super) fn detail(&self, permit: &Permit, tied: &Bond) -> Result<Detail, Error> {
        let reason = match (&tied.emergency_reason, permit.basis) {
            (Some((row, sealed)), Basis::Emergency) => Some(permit.open(Cell::new("access_emergency", row, "reason"), sealed)?),
            _ => None,
        };
        Ok(Detail {
            areas: permit.areas.bits(),
            basis: permit.basis.key().into(),
            grant: tied.grant.clone().filter(|_| permit.basis == Basis::Grant),
            reason,
            ..Detail::default()
        })
    }

    pub(super) fn outcome(&self) -> &'static str {
        if self.changing { "changed" } else { "shown" }
    }

    pub(in crate::access) fn note(&self, key: &PersonKey, outcome: &str, detail: &Detail) -> Result<(), Error> {
        let line_id = self.next_line_id();
        let detail = Detail { attested: self.ctx.actor.attested.clone(), ..detail.clone() };
        let text = serde_json::to_string(&detail).map_err(|_| Error::fault("a log detail cannot be written"))?;
        let sealed = key.seal(Cell::new("audit_line", &line_id, "detail"), &text)?;
        let mut line = self.line(Some(key.subject()), Some(sealed), outcome);
        line.line_id = line_id;
        self.lines.borrow_mut().push(line);
        Ok(())
    }

    /// The time first and then chance: lines written together then stand together in the database's index, so that fewer of
    /// its pages change with each commit. The line says openly when it was written.
    fn next_line_id(&self) -> String {
        let seconds = u128::try_from(self.now().unix_s()).unwrap_or_default();
        kernel::id::hex((seconds << 88) | (self.app.source().id_bits() >> 40))
    }

    fn line(&self, subject: Option<String>, detail: Option<Vec<u8>>, outcome: &str) -> Line {
        let actor = &self.ctx.actor;
        Line {
            line_id: self.next_line_id(),
            event_id: self.ctx.request.clone(),
            at: self.ctx.now,
            node: self.app.node().to_owned(),
            role: actor.role.key().to_owned(),
            account_id: actor.account.as_ref().map(|id| id.as_str().to_owned()),
            organisation_id: actor.employer.as_ref().map(|employer| employer.id.as_str().to_owned()),
            act: self.act.to_owned(),
            part: self.part.key.to_owned(),
            purpose: purpose(actor.role).to_owned(),
            outcome: outcome.to_owned(),
            subject,
            detail,
        }
    }
}

/// The purpose of a look comes from the role (P-11); an emergency says so in its own line.
fn purpose(role: Role) -> &'static str {
    match role {
        Role::Person => "own",
        Role::Visitor => "help",
        Role::NextOfKin | Role::Guardian | Role::Volunteer => "support",
        Role::Coordinator => "coordination",
        Role::Leader | Role::PrivacyContact | Role::Admin => "administration",
        Role::Nav | Role::Housing | Role::RoomStaff | Role::DrugChecker | Role::Outreach | Role::AdvisoryUnit => "service",
        _ => "treatment",
    }
}
