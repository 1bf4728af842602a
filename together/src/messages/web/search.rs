//! Search in one person's threads. What is sought stands in no address and no log; everything is opened in memory, at most
//! five hundred messages, and only of threads the asker may see.

use askama::Template;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::Whose;
use crate::messages::CHARTER;
use crate::messages::shown::at_start;
use crate::messages::store::{self, Thread, said};

/// Most messages that are opened for one search.
const MAX_OPENED: usize = 500;
/// Most lines of an answer.
const MAX_FOUND: usize = 50;
/// Characters shown on each side of what was found.
const BESIDE: usize = 60;

struct Hit {
    href: String,
    subject: String,
    words: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "messages/pages/search.html")]
struct SearchPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    back: String,
    sought: String,
    hits: Vec<Hit>,
    asked: bool,
    cut: bool,
}

/// What was found.
pub async fn find(asked: Asked) -> Result<Reply, Error> {
    let (whose, say) = (Whose::of(&asked)?, asked.say());
    let base = whose.base();
    let sought = asked
        .form
        .only(&["sok"])
        .and_then(|()| asked.form.text("sok", 80).map_err(|error: FieldError| Error::Invalid(vec![error])));
    let (again, sought) = match sought {
        Ok(sought) => (Again::default(), Some(sought.as_str().to_lowercase())),
        Err(error) => (Again::of(&say, error)?, None),
    };
    let (words, address, needle) = (say.clone(), base.clone(), sought.clone());
    let (name, hits, cut) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = whose.permit(tx, desk)?;
            let name = if permit.is_own() { None } else { permit.card().name.clone() };
            let (hits, cut) = match &needle {
                Some(needle) => look(tx, desk, &permit, (&words, &address), needle)?,
                None => (Vec::new(), false),
            };
            Ok((name, hits, cut))
        })
        .await?;
    let page = SearchPage {
        frame: asked.frame(),
        back: name.map_or_else(|| say.t("messages-title"), |name| say.with("messages-title-of", "name", name)),
        base,
        sought: asked.form.get("sok").to_owned(),
        hits,
        asked: sought.is_some(),
        cut,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

fn look(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (say, base): (&Say, &str),
    sought: &str,
) -> Result<(Vec<Hit>, bool), Error> {
    let (mut hits, mut opened, mut after) = (Vec::new(), 0, None);
    loop {
        let (threads, next) = store::threads(tx, desk, permit, after.as_ref())?;
        for thread in &threads {
            let mut before = None;
            loop {
                let messages = said::messages(tx, permit, &thread.id, before)?;
                opened += messages.len();
                for message in messages.iter().rev() {
                    let words = message.words.as_deref().unwrap_or_default();
                    if let Some(piece) = piece(words, sought) {
                        let when = at_start(&say.when(message.said.at, desk.now()));
                        hits.push(hit(base, thread, message.said.number, piece, when));
                    }
                }
                before = messages.first().map(|message| message.said.number).filter(|number| *number > 1);
                if before.is_none() || opened >= MAX_OPENED {
                    break;
                }
            }
            let about = thread.subject.to_lowercase().contains(sought);
            if about && !hits.iter().any(|hit: &Hit| hit.subject == thread.subject) {
                hits.push(hit(base, thread, thread.last_number, String::new(), at_start(&say.when(thread.last_at, desk.now()))));
            }
            if opened >= MAX_OPENED || hits.len() >= MAX_FOUND {
                hits.truncate(MAX_FOUND);
                return Ok((hits, true));
            }
        }
        match next {
            Some(next) => after = Some(next),
            None => return Ok((hits, false)),
        }
    }
}

fn hit(base: &str, thread: &Thread, number: i64, words: String, when: String) -> Hit {
    // The page of the thread on which the message stands.
    let far = thread.last_number - number >= 50;
    let place = if far { format!("?for={}", number + 1) } else { String::new() };
    Hit { href: format!("{base}/{}{place}", thread.id), subject: thread.subject.clone(), words, detail: when }
}

/// What was found with a little around it. Letters are counted, so that nothing is cut in the middle of one.
fn piece(words: &str, sought: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let at = lower.find(sought)?;
    let before = lower.get(..at)?.chars().count();
    let from = before.saturating_sub(BESIDE);
    let length = (before - from) + sought.chars().count() + BESIDE;
    let cut: String = words.chars().skip(from).take(length).collect();
    let left = if from > 0 { "… " } else { "" };
    let right = if from + length < words.chars().count() { " …" } else { "" };
    Some(format!("{left}{}{right}", cut.replace('\n', " ").trim()))
}
