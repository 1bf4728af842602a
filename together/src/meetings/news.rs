//! Whom a meeting is news for.

use kernel::id::AccountId;
use platform::args;
use platform::charter::{Concerned, News, NewsAsk};
use platform::db::Tx;
use platform::error::Error;

use super::{CALLED, MINUTES};

/// For whom.
pub const NEWS: &[News] = &[News { kind: CALLED, whom }, News { kind: MINUTES, whom }];

/// The person, and those who are asked to come by name and have not been left out.
fn whom(tx: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let Some(person) = ask.person else { return Ok(Vec::new()) };
    let rows = tx.rows(
        "SELECT m.account_id FROM meetings_member m
         JOIN meetings_meeting g ON g.person_id = m.person_id AND g.meeting_id = m.meeting_id
         WHERE m.person_id = $1 AND m.meeting_id = $2 AND m.account_id IS NOT NULL AND m.out_at IS NULL
           AND m.account_id <> g.called_by ORDER BY m.member LIMIT 100",
        args![person, ask.subject],
    )?;
    let mut whom = vec![Concerned::Person(person.clone())];
    for row in &rows {
        whom.push(Concerned::Account(row.parsed(0, AccountId::parse)?));
    }
    Ok(whom)
}
