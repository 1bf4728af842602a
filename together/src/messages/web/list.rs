//! Lists of threads: one person's, and what is new to an employee.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::Whose;
use crate::messages::shown::{self, ShownAttempt, ThreadRow};
use crate::messages::store::{self, After, attempts};
use crate::messages::{CHARTER, panels};

#[derive(Template)]
#[template(path = "messages/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    again: Again,
    own: bool,
    base: String,
    name: String,
    back: String,
    write: String,
    threads: Vec<ThreadRow>,
    attempts: Vec<ShownAttempt>,
    first: bool,
    next: Option<String>,
}

/// What a list shows.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) threads: Vec<ThreadRow>,
    pub(super) attempts: Vec<ShownAttempt>,
    unseen: bool,
    next: Option<After>,
}

/// One person's threads as far as the asker sees them.
pub(super) fn load(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (say, base): (&Say, &str),
    after: Option<&After>,
) -> Result<Found, Error> {
    let (threads, next) = store::threads(tx, desk, permit, after)?;
    let unread = store::unread(tx, permit, &store::by(desk)?)?;
    let waiting = if permit.is_own() { store::waiting(tx, permit)? } else { Default::default() };
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let tried = attempts::newest(tx, permit, employer)?;
    let now = desk.now();
    let row = |thread: &store::Thread| {
        let id = thread.id.as_str();
        shown::row(say, base, thread, unread.get(id).copied().unwrap_or(0), waiting.contains(id), now)
    };
    Ok(Found {
        name: permit.card().name.clone().unwrap_or_else(|| say.t("messages-the-person")),
        threads: threads.iter().map(row).collect(),
        unseen: permit.is_own() && tried.iter().any(|one| one.seen_at.is_none()),
        // What was told in a thread is read there.
        attempts: tried
            .iter()
            .filter(|one| one.thread.is_none())
            .take(3)
            .map(|one| shown::attempt(say, permit, one, now))
            .collect(),
        next,
    })
}

/// The list.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (whose, say) = (Whose::of(&asked)?, asked.say());
    let after = read_after(asked.query.get("fra"));
    let (first, base) = (after.is_none(), whose.base());
    let (words, address, who) = (say.clone(), base.clone(), whose.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = who.permit(tx, desk)?;
        load(tx, desk, &permit, (&words, &address), after.as_ref())
    });
    let found = found.await?;
    if found.unseen && first {
        let seen = door::record(&asked.app, &asked.ctx, &CHARTER, "read", |tx, desk| {
            let own = desk.own(tx)?;
            attempts::seen(tx, desk, &own)
        });
        seen.await?;
    }
    let page = ListPage {
        frame: asked.frame(),
        again: Again::default(),
        own: matches!(whose, Whose::Own),
        back: format!("/folk/{}", asked.param("person")),
        write: format!("{base}/ny"),
        name: found.name,
        threads: found.threads,
        attempts: if first { found.attempts } else { Vec::new() },
        first,
        next: found.next.map(|next| format!("{base}?fra={}-{}", next.at.unix_s(), next.id)),
        base,
        t: say,
    };
    Reply::page(&page)
}

/// Where on the list one is: a second and a random id, both already known to whoever reads the list.
fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('-')?;
    Some(After { at: Timestamp::from_unix_s(at.parse().ok()?), id: RowId::parse(id)? })
}

#[derive(Template)]
#[template(path = "messages/pages/new_ones.html")]
struct NewPage {
    frame: Frame,
    t: Say,
    people: Vec<panels::FromPerson>,
}

/// What is new, person by person.
pub async fn new_ones(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let people = asked.view(&CHARTER, move |tx, desk| panels::new_to_me(tx, desk, &say)).await?;
    Reply::page(&NewPage { frame: asked.frame(), t: asked.say(), people })
}
