//! What the part shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::access::Desk;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::shown::{self, ShownAttempt, ThreadRow};
use super::store::{self, attempts};

/// Rows on `/hjem` and on the page of one person.
const ROWS: usize = 3;

#[derive(Template)]
#[template(path = "messages/pages/panel_home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    new: i64,
    threads: Vec<ThreadRow>,
    attempts: Vec<ShownAttempt>,
}

/// On `/hjem`: what is new, what waits for an answer, and who has tried to reach the person.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let unread = store::unread(tx, own, &store::by(ask.desk)?)?;
    let waiting = store::waiting(tx, own)?;
    let tried = attempts::newest(tx, own, None)?;
    let tried: Vec<ShownAttempt> = tried
        .iter()
        .filter(|one| one.seen_at.is_none() && one.at > now.plus_days(-7))
        .take(ROWS)
        .map(|one| shown::attempt(say, own, one, now))
        .collect();
    if unread.is_empty() && waiting.is_empty() && tried.is_empty() {
        return Ok(None);
    }
    let (threads, _) = store::threads(tx, ask.desk, own, None)?;
    let rows = threads.iter().filter_map(|thread| {
        let (new, waits) = (unread.get(thread.id.as_str()).copied().unwrap_or(0), waiting.contains(thread.id.as_str()));
        (new > 0 || waits).then(|| shown::row(say, "/meldinger", thread, new, waits, now))
    });
    let panel = HomePanel {
        frame: Icons::HERE,
        t: say.clone(),
        new: unread.values().sum(),
        threads: rows.take(ROWS).collect(),
        attempts: tried,
    };
    html(&panel).map(Some)
}

/// What is new from one person.
pub struct FromPerson {
    /// What they want to be called.
    pub name: String,
    /// Their threads with something new.
    pub threads: Vec<ThreadRow>,
}

/// What is new to the asker, person by person. A thread that is no longer shared is not there.
///
/// # Errors
/// A fault.
pub fn new_to_me(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say) -> Result<Vec<FromPerson>, Error> {
    let me = store::by(desk)?;
    let persons = store::who_has_written(tx, desk)?;
    let mut found = Vec::new();
    for permit in desk.people(tx, &persons)? {
        let unread = store::unread(tx, &permit, &me)?;
        let base = format!("/beskjeder/{}", permit.person());
        let (threads, _) = store::threads(tx, desk, &permit, None)?;
        let row = |thread: &store::Thread| {
            let new = unread.get(thread.id.as_str()).copied().filter(|new| *new > 0)?;
            Some(shown::row(say, &base, thread, new, false, desk.now()))
        };
        let threads: Vec<ThreadRow> = threads.iter().filter_map(row).collect();
        if !threads.is_empty() {
            let name = permit.card().name.clone().unwrap_or_else(|| say.t("messages-the-person"));
            found.push(FromPerson { name, threads });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

#[derive(Template)]
#[template(path = "messages/pages/panel_today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    people: Vec<FromPerson>,
}

/// On `/i-dag`: new messages to the asker.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if ask.desk.ctx().actor.account.is_none() {
        return Ok(None);
    }
    let people = new_to_me(tx, ask.desk, ask.say)?;
    if people.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), people }).map(Some)
}

#[derive(Template)]
#[template(path = "messages/pages/panel_person.html")]
struct PersonPanel {
    frame: Icons,
    t: Say,
    threads: Vec<ThreadRow>,
    all: Option<String>,
}

/// On the page of one person: the threads the reader may see. The same under a preview, which has no account and no name.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let (threads, next) = store::threads(tx, ask.desk, permit, None)?;
    let is_kin = ask.desk.ctx().actor.role == Role::NextOfKin;
    if is_kin && threads.is_empty() {
        return Ok(None);
    }
    let unread = match store::by(ask.desk) {
        Ok(me) => store::unread(tx, permit, &me)?,
        Err(_) => Default::default(),
    };
    let base = format!("/beskjeder/{}", permit.person());
    let more = threads.len() > ROWS || next.is_some();
    let row =
        |thread: &store::Thread| shown::row(say, &base, thread, unread.get(thread.id.as_str()).copied().unwrap_or(0), false, now);
    let rows = threads.iter().take(ROWS).map(row).collect();
    html(&PersonPanel { frame: Icons::HERE, t: say.clone(), threads: rows, all: more.then_some(base) }).map(Some)
}

#[derive(Template)]
#[template(path = "messages/pages/panel_write.html")]
struct WritePanel {
    frame: Icons,
    t: Say,
    write: String,
    tried: String,
    attempts: Vec<ShownAttempt>,
}

/// Beside one person: the way to write, and to tell that one has tried to reach them. Not in a preview, not for relatives.
///
/// # Errors
/// A fault.
pub fn to_write(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own() && actor.role.is_staff()) else { return Ok(None) };
    let employer = actor.employer.as_ref().map(|employer| &employer.id);
    let tried = attempts::newest(tx, permit, employer)?;
    let panel = WritePanel {
        frame: Icons::HERE,
        t: ask.say.clone(),
        write: format!("/beskjeder/{}/ny", permit.person()),
        tried: format!("/beskjeder/{}/kontakt", permit.person()),
        attempts: tried.iter().take(2).map(|one| shown::attempt(ask.say, permit, one, ask.desk.now())).collect(),
    };
    html(&panel).map(Some)
}
