//! Agreements to come back to the same ward: in writing, until a day, and how to call.

use kernel::id::{OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// Its id.
    pub id: RowId,
    /// Which ward.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Its phone.
    pub phone: String,
    /// To and including which day.
    pub until_on: Day,
    /// How to call, and what happens then.
    pub how: String,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// Who offered it.
    pub offered_by: String,
    /// The person's answer: `yes` or `no`.
    pub answer: Option<String>,
    /// When they answered.
    pub answered_at: Option<Timestamp>,
}

/// The newest agreement. It is shown to the person, to the ward that made it, and to whoever «safety» is shared with.
///
/// # Errors
/// A fault.
pub fn newest(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Option<Return>, Error> {
    let row = tx.row(
        "SELECT r.return_id, r.organisation_id, o.name, o.phone, r.until_on, r.how, r.offered_at, a.name, r.answer, r.answered_at
         FROM aftercare_return r
         JOIN organisation o ON o.organisation_id = r.organisation_id
         JOIN account a ON a.account_id = r.offered_by
         WHERE r.person_id = $1 AND r.ended_at IS NULL ORDER BY r.offered_at DESC, r.return_id LIMIT 1",
        args![permit.person()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let organisation: OrganisationId = row.parsed(1, OrganisationId::parse)?;
    let here = desk.ctx().actor.employer.as_ref().is_some_and(|employer| employer.id == organisation);
    if !(here || permit.sees(Some(crate::aftercare::asking::ANSWERS))) {
        return Ok(None);
    }
    read(permit, &row, organisation).map(Some)
}

fn read(permit: &Permit, row: &Row, organisation: OrganisationId) -> Result<Return, Error> {
    let id: RowId = row.parsed(0, RowId::parse)?;
    Ok(Return {
        organisation,
        organisation_name: row.text(2)?.to_owned(),
        phone: row.text(3)?.to_owned(),
        until_on: row.parsed(4, Day::parse)?,
        how: permit.open(Cell::new("aftercare_return", id.as_str(), "how"), row.blob(5)?)?,
        offered_at: row.time(6)?,
        offered_by: row.text(7)?.to_owned(),
        answer: row.text_or_null(8)?.map(str::to_owned),
        answered_at: row.time_or_null(9)?,
        id,
    })
}

/// Offers one; it takes the place of the one before.
///
/// # Errors
/// A denial for somebody without an employer, or a fault.
pub fn offer(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, until_on: Day, how: &str) -> Result<(), Error> {
    tx.run(
        "UPDATE aftercare_return SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL",
        args![desk.now(), permit.person()],
    )?;
    let id = RowId::from_bits(desk.bits());
    let actor = &desk.ctx().actor;
    tx.run(
        "INSERT INTO aftercare_return (person_id, return_id, organisation_id, until_on, how, offered_at, offered_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            permit.person(),
            &id,
            actor.employer_id()?,
            until_on,
            permit.seal(Cell::new("aftercare_return", id.as_str(), "how"), how)?,
            desk.now(),
            actor.account.as_ref().ok_or(Error::SignIn)?,
        ],
    )?;
    Ok(())
}

/// The person's answer. False when it was answered or replaced.
///
/// # Errors
/// A fault.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, id: &RowId, answer: &'static str) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE aftercare_return SET answer = $1, answered_at = $2
         WHERE person_id = $3 AND return_id = $4 AND answer IS NULL AND ended_at IS NULL",
        args![answer, desk.now(), own.person(), id],
    )?;
    Ok(touched == 1)
}
