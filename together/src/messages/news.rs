//! Whom a new message is news for, and how many threads wait: ids and numbers, and no word is opened.

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::access::would_see;
use platform::args;
use platform::charter::{Concerned, Count, Figure, News, NewsAsk};
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::MESSAGE_SENT;

/// For whom.
pub const NEWS: &[News] = &[News { kind: MESSAGE_SENT, whom }];

/// Threads that wait for an answer, by the workplace of those who are in them.
pub const COUNTS: &[Count] = &[Count { figure: Figure::MessagesWaiting, read: waiting }];

/// Hours after which a person's message counts as waiting.
const WAITS_HOURS: i64 = 24;

/// Everyone in the thread but whoever wrote last: the person, and those taken in by name who may still read it.
fn whom(tx: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let Some(person) = ask.person else { return Ok(Vec::new()) };
    let last = tx.row(
        "SELECT t.area, m.account_id FROM messages_thread t
         JOIN messages_message m ON m.person_id = t.person_id AND m.thread_id = t.thread_id AND m.number = t.last_number
         WHERE t.person_id = $1 AND t.thread_id = $2 AND m.taken_back_at IS NULL",
        args![person, ask.subject],
    )?;
    let Some(last) = last else { return Ok(Vec::new()) };
    let (area, writer) = (last.parsed(0, Area::parse)?, last.parsed_or_null(1, AccountId::parse)?);
    let mut whom: Vec<Concerned> = writer.iter().map(|_| Concerned::Person(person.clone())).collect();
    let members = tx.rows(
        "SELECT account_id FROM messages_member WHERE person_id = $1 AND thread_id = $2 AND account_id IS NOT NULL
         ORDER BY member LIMIT 100",
        args![person, ask.subject],
    )?;
    for member in &members {
        let account = member.parsed(0, AccountId::parse)?;
        if Some(&account) != writer.as_ref() && would_see(tx, &account, (person, Class::Own, area), ask.now)? {
            whom.push(Concerned::Account(account));
        }
    }
    Ok(whom)
}

fn waiting(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT COALESCE(b.organisation_id, a.organisation_id), count(DISTINCT b.thread_id) FROM messages_member b
         LEFT JOIN account a ON a.account_id = b.account_id
         JOIN messages_thread t ON t.person_id = b.person_id AND t.thread_id = b.thread_id
         JOIN messages_message m ON m.person_id = t.person_id AND m.thread_id = t.thread_id AND m.number = t.last_number
         WHERE t.last_at < $1 AND m.account_id IS NULL AND m.taken_back_at IS NULL
           AND COALESCE(b.organisation_id, a.organisation_id) IS NOT NULL
         GROUP BY COALESCE(b.organisation_id, a.organisation_id) ORDER BY 1",
        args![now.plus_minutes(-60 * WAITS_HOURS)],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
