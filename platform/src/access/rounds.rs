//! Whom somebody may meet in their work, page by page: ids only, to be handed to [`Desk::people`].

use kernel::id::{AccountId, PersonId};
use kernel::time::Timestamp;

use super::desk::Desk;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};

/// Persons on one page.
const PAGE: usize = 50;
/// Persons on one page of those who share something.
const SHARING: usize = 100;

/// Where on a long list one is: the last row shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Since when the organisation serves the person.
    pub at: Timestamp,
    /// Who, so that two of the same second are not lost.
    pub person: PersonId,
}

/// One page of persons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Who.
    pub persons: Vec<PersonId>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<After>,
}

impl Desk<'_> {
    /// Those towards whom the asker holds a duty: coordinator, contact, responsible or substitute. At most a hundred.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn whom_i_hold(&self, tx: &mut Tx<'_>) -> Result<Vec<PersonId>, Error> {
        let Some(account) = &self.ctx().actor.account else { return Ok(Vec::new()) };
        let rows = tx.rows(
            "SELECT DISTINCT person_id FROM access_relation
             WHERE account_id = $1 AND ended_at IS NULL AND from_at <= $2 AND (until_at IS NULL OR until_at > $3)
             ORDER BY person_id LIMIT 100",
            args![account, self.now(), self.now()],
        )?;
        ids(&rows)
    }

    /// Those who share something with the asker or the asker's organisation, a page of them, and after whom the next begins.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn who_shares_with_me(
        &self,
        tx: &mut Tx<'_>,
        after: Option<&PersonId>,
    ) -> Result<(Vec<PersonId>, Option<PersonId>), Error> {
        let (me, after) = (self.receiver(), after.map_or("", PersonId::as_str));
        let rows = tx.rows(
            "SELECT person_id FROM (SELECT DISTINCT person_id FROM access_grant
               WHERE organisation_id = $1 AND ended_at IS NULL AND until_at > $2 AND person_id > $3
               ORDER BY person_id LIMIT 101) AS here
             UNION
             SELECT person_id FROM (SELECT DISTINCT person_id FROM access_grant
               WHERE account_id = $4 AND ended_at IS NULL AND until_at > $5 AND person_id > $6
               ORDER BY person_id LIMIT 101) AS mine
             ORDER BY person_id LIMIT 101",
            args![
                me.organisation.as_ref().map(kernel::id::OrganisationId::as_str),
                self.now(),
                after,
                me.account.as_ref().map(AccountId::as_str),
                self.now(),
                after,
            ],
        )?;
        let shown = ids(rows.get(..SHARING).unwrap_or(&rows))?;
        let next = shown.last().filter(|_| rows.len() > SHARING).cloned();
        Ok((shown, next))
    }

    /// Those whom the asker's organisation serves, the newest first.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn whom_we_serve(&self, tx: &mut Tx<'_>, after: Option<&After>) -> Result<Round, Error> {
        let Some(employer) = &self.ctx().actor.employer else { return Ok(Round::default()) };
        let far = After { at: self.now().plus_s(1), person: PersonId::from_bits(0) };
        let after = after.unwrap_or(&far);
        let rows = tx.rows(
            "SELECT person_id, from_at FROM access_relation
             WHERE organisation_id = $1 AND kind = 'serving' AND (from_at, person_id) < ($2, $3)
               AND ended_at IS NULL AND (until_at IS NULL OR until_at > $4)
             ORDER BY from_at DESC, person_id DESC LIMIT 51",
            args![&employer.id, after.at, &after.person, self.now()],
        )?;
        let shown = rows.get(..PAGE).unwrap_or(&rows);
        let next = match (rows.len() > PAGE, shown.last()) {
            (true, Some(last)) => Some(After { at: last.time(1)?, person: last.parsed(0, PersonId::parse)? }),
            _ => None,
        };
        Ok(Round { persons: ids(shown)?, next })
    }
}

fn ids(rows: &[Row]) -> Result<Vec<PersonId>, Error> {
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}
