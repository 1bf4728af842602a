//! What the part shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::access::log;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::{CHARTER, store, words};

/// Days that count as new to somebody who has never read the log.
const NEW_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "access_log/pages/panel_answers.html")]
struct Answers {
    frame: Icons,
    t: Say,
    answers: Vec<(String, String)>,
}

/// Home: what the person asked about has been answered. It stays until they have read it.
///
/// # Errors
/// A fault when the database says no.
pub fn answers(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let today = ask.desk.now().day();
    let mut answers = Vec::new();
    for question in store::all(tx, own)? {
        if let (Some(at), None) = (question.answered_at, question.read_at) {
            let by = question.answered_by.unwrap_or_default();
            let line = ask.say.with2("access-log-answered-by", "name", by, "when", ask.say.near_day(at.day(), today));
            answers.push((format!("/sett/spurt/{}", question.id), words::at_start(&line)));
        }
    }
    if answers.is_empty() {
        return Ok(None);
    }
    html(&Answers { frame: Icons::HERE, t: ask.say.clone(), answers }).map(Some)
}

#[derive(Template)]
#[template(path = "access_log/pages/panel_unread.html")]
struct Unread {
    frame: Icons,
    t: Say,
    sentence: String,
}

/// Beside Home: how often others have looked since the person last read the log.
///
/// # Errors
/// A fault when the database says no.
pub fn unread(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let new = log::unread(tx, own, CHARTER.key, ask.desk.now().plus_days(-NEW_DAYS))?;
    let sentence = match (new.events, new.read_before, new.more) {
        (0, ..) => ask.say.t("access-log-new-none"),
        (_, _, true) => ask.say.with("access-log-new-many", "n", new.events),
        (n, true, _) => ask.say.with("access-log-new-since", "n", n),
        (n, false, _) => ask.say.with("access-log-new-month", "n", n),
    };
    html(&Unread { frame: Icons::HERE, t: ask.say.clone(), sentence }).map(Some)
}

#[derive(Template)]
#[template(path = "access_log/pages/panel_waiting.html")]
struct Waiting {
    frame: Icons,
    t: Say,
    waiting: String,
    late: String,
}

/// Today, for the privacy contact: how many questions wait, and how many are late.
///
/// # Errors
/// A fault when the database says no.
pub fn waiting(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if ask.desk.ctx().actor.role != Role::PrivacyContact {
        return Ok(None);
    }
    let (waiting, late) = store::counted(tx, ask.desk.now())?;
    if waiting == 0 {
        return Ok(None);
    }
    let late = if late == 0 { String::new() } else { ask.say.with("access-log-questions-late", "n", late) };
    let waiting = ask.say.with("access-log-questions-wait", "n", waiting);
    html(&Waiting { frame: Icons::HERE, t: ask.say.clone(), waiting, late }).map(Some)
}
