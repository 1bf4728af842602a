//! What several pages show alike: the clock of a promise, the person's words, and a no.

use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::error::{Error, FieldError};
use platform::frame::Say;
use platform::web::{Asked, Reply};

use crate::help_requests::promise::Promise;
use crate::help_requests::store::requests::Request;

/// The request in the address; anything else is simply not there.
pub fn request_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("request")).ok_or(Error::Missing)
}

/// What is left of a promise, in words and as a ring.
pub struct ClockView {
    /// «45 min igjen, før kl. 15.00», or that it is over.
    pub words: String,
    /// 0 to 100.
    pub left: i64,
    /// Whether to hurry.
    pub late: bool,
}

/// A promise as drawn.
pub fn clock(say: &Say, promise: Promise, now: Timestamp) -> ClockView {
    let left_s = promise.until.since_s(now);
    let before = say.before(promise.until, now);
    let words = if left_s < 0 {
        say.with2("help-clock-over", "time", say.duration(-left_s), "before", before)
    } else {
        say.with2("help-clock-left", "time", say.duration(left_s), "before", before)
    };
    let left = promise.left_percent(now);
    ClockView { words, left, late: left <= 20 }
}

/// What somebody needs, in their own words when there are any.
pub fn said(say: &Say, request: &Request) -> Own {
    match &request.words {
        Some(words) => Own { words: words.clone(), own: true },
        None => {
            let need = say.t(&request.need.label());
            Own { words: say.with("help-no-words", "need", need), own: false }
        }
    }
}

/// Words on a list.
pub struct Own {
    /// The words.
    pub words: String,
    /// Whether they are the person's own.
    pub own: bool,
}

/// The way somebody wants the answer, with number or place.
pub fn reached(say: &Say, request: &Request) -> String {
    let phone = request.phone.as_deref().map(phone_shown).unwrap_or_default();
    let place = request.place.clone().unwrap_or_default();
    say.with2(&format!("help-reached-{}", request.way.key()), "phone", phone, "place", place)
}

/// A number in pairs, as people read it.
pub fn phone_shown(stored: &str) -> String {
    kernel::text::Phone::parse(stored).map_or_else(|| stored.to_owned(), |phone| phone.shown())
}

/// A field error when the form could not be used, or nothing; everything else goes on up.
pub fn fields_of(error: Error) -> Result<Vec<FieldError>, Error> {
    match error {
        Error::Invalid(fields) => Ok(fields),
        other => Err(other),
    }
}

/// The sentence of a refusal with its remedy; everything else goes on up.
pub fn refusal_of(say: &Say, error: Error) -> Result<Notice, Error> {
    match error {
        Error::Refused("form-expired") => Ok(Notice { text: say.t("form-expired"), remedy: String::new() }),
        Error::Refused(key) => {
            Ok(Notice { text: say.t(&format!("refusal-{key}")), remedy: say.t(&format!("refusal-{key}-remedy")) })
        }
        other => Err(other),
    }
}

/// A no, said on the page it concerns.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What is refused and why.
    pub text: String,
    /// What one can do.
    pub remedy: String,
}

/// A page that came back: 422 for what was typed, 409 for what the rules said no to.
pub fn back(reply: Reply, status: u16) -> Reply {
    reply.status(status)
}
