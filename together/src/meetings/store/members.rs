//! Who is invited to a meeting, what they answered, and whom the person does not want there.

use kernel::id::{AccountId, OrganisationId, RowId};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::keys::Cell;

/// Somebody who is invited. The person is always in and has no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Account or organisation as text, or a random key for somebody with neither.
    pub key: String,
    /// The account.
    pub account: Option<AccountId>,
    /// The workplace: of the account, or as a whole.
    pub organisation: Option<OrganisationId>,
    /// What they are called here.
    pub name: String,
    /// `none`, `yes` or `no`.
    pub answer: String,
    /// Why they cannot come.
    pub why: Option<String>,
    /// Whether they are there.
    pub here: bool,
    /// The person does not want them there.
    pub out: bool,
}

fn member_cell<'a>(row: &'a str, column: &'static str) -> Cell<'a> {
    Cell::new("meetings_member", row, column)
}

/// Invites somebody, or takes them in again.
///
/// # Errors
/// A fault.
pub fn invite(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId, member: &Member) -> Result<(), Error> {
    let row = format!("{meeting}-{}", member.key);
    tx.run(
        "INSERT INTO meetings_member (person_id, meeting_id, member, account_id, organisation_id, name, answer, at)
         VALUES ($1, $2, $3, $4, $5, $6, 'none', (SELECT at FROM meetings_meeting WHERE person_id = $7 AND meeting_id = $8))
         ON CONFLICT (person_id, meeting_id, member) DO UPDATE SET out_at = NULL",
        args![
            permit.person(),
            meeting,
            member.key.as_str(),
            member.account.as_ref().map(AccountId::as_str),
            member.organisation.as_ref().map(OrganisationId::as_str),
            permit.seal(member_cell(&row, "name"), &member.name)?,
            permit.person(),
            meeting,
        ],
    )?;
    Ok(())
}

/// Those who are or were invited, in the order of their names.
///
/// # Errors
/// A fault.
pub fn members(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<Vec<Member>, Error> {
    let rows = tx.rows(
        "SELECT member, account_id, organisation_id, name, answer, why, here_at, out_at FROM meetings_member
         WHERE person_id = $1 AND meeting_id = $2 ORDER BY member LIMIT 100",
        args![permit.person(), meeting],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let key = row.text(0)?.to_owned();
        let place = format!("{meeting}-{key}");
        found.push(Member {
            account: row.parsed_or_null(1, AccountId::parse)?,
            organisation: row.parsed_or_null(2, OrganisationId::parse)?,
            name: permit.open(member_cell(&place, "name"), row.blob(3)?)?,
            answer: row.text(4)?.to_owned(),
            why: permit.open_or_null(member_cell(&place, "why"), row.blob_or_null(5)?)?,
            here: row.time_or_null(6)?.is_some(),
            out: row.time_or_null(7)?.is_some(),
            key,
        });
    }
    found.sort_by_cached_key(|member| member.name.to_lowercase());
    Ok(found)
}

/// Saves what somebody answered to the invitation.
///
/// # Errors
/// A fault.
pub fn answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    meeting: &RowId,
    member: &str,
    (answer, why): (&'static str, Option<&str>),
) -> Result<(), Error> {
    let row = format!("{meeting}-{member}");
    tx.run(
        "UPDATE meetings_member SET answer = $1, why = $2 WHERE person_id = $3 AND meeting_id = $4 AND member = $5",
        args![answer, why.map(|why| permit.seal(member_cell(&row, "why"), why)).transpose()?, permit.person(), meeting, member,],
    )?;
    Ok(())
}

/// The person does not want somebody there.
///
/// # Errors
/// A fault.
pub fn take_out(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, meeting: &RowId, member: &str) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_member SET out_at = $1 WHERE person_id = $2 AND meeting_id = $3 AND member = $4",
        args![desk.now(), own.person(), meeting, member],
    )?;
    Ok(())
}
