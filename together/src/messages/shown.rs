//! Rows and messages as the pages draw them.

use kernel::time::Timestamp;
use platform::access::Permit;
use platform::frame::{ContactItem, Say, contact_item, initials};

use super::rules::{self, By, Command, Kind, State};
use super::store::attempts::Attempt;
use super::store::files::Attached;
use super::store::said::Message;
use super::store::{Member, Thread};
use super::wording_help;

/// What somebody who was taken in is called: a workplace stands for everyone there.
#[must_use]
pub fn called(say: &Say, member: &Member) -> String {
    match member.organisation {
        Some(_) => say.with("messages-everyone-at", "name", &member.name),
        None => member.name.clone(),
    }
}

/// A thread on a list.
pub struct ThreadRow {
    /// Its address.
    pub href: String,
    /// What it is about.
    pub subject: String,
    /// Area and time.
    pub detail: String,
    /// How many are new, or that a question waits; may be empty.
    pub state: String,
}

/// A thread as a row.
#[must_use]
pub fn row(say: &Say, base: &str, thread: &Thread, unread: i64, waits: bool, now: Timestamp) -> ThreadRow {
    let area = say.t(&format!("area-{}", thread.area.key()));
    let mut state = Vec::new();
    if unread > 0 {
        state.push(say.with("messages-new", "n", unread));
    }
    if waits {
        state.push(say.t("messages-waits"));
    }
    ThreadRow {
        href: format!("{base}/{}", thread.id),
        subject: thread.subject.clone(),
        detail: say.with2("messages-row-detail", "area", area, "when", say.when(thread.last_at, now)),
        state: state.join(" "),
    }
}

/// A message as drawn.
pub struct ShownMessage {
    /// Who.
    pub who: String,
    /// When, in words.
    pub when: String,
    /// Its place in the thread.
    pub number: i64,
    /// Whoever looks wrote it.
    pub mine: bool,
    /// The person's own words.
    pub voice: bool,
    /// The words, paragraph by paragraph; a ready answer in the reader's language.
    pub words: Vec<String>,
    /// It was taken back.
    pub gone: bool,
    /// It is a question.
    pub question: bool,
    /// Who has read it.
    pub read: Vec<String>,
    /// Its number, when whoever looks may still take it back.
    pub take_back: Option<i64>,
    /// A quiet line about a word, for the sender alone.
    pub help: Option<String>,
    /// What is attached.
    pub file: Option<ShownFile>,
}

/// An attachment as drawn.
pub struct ShownFile {
    /// Where it is handed out.
    pub href: String,
    /// Its name, as whoever sent it calls it.
    pub name: String,
    /// Kind and size.
    pub detail: String,
}

/// An attachment of the thread at this address.
#[must_use]
pub fn file(say: &Say, thread: &str, file: &Attached) -> ShownFile {
    let kilobytes = (file.bytes + 1023) / 1024;
    ShownFile {
        href: format!("{thread}/vedlegg/{}", file.id),
        name: file.name.clone(),
        detail: say.with2("messages-file-detail", "kind", file.kind.key().to_uppercase(), "n", kilobytes),
    }
}

/// Who looks at a thread.
pub struct Looking<'a> {
    /// The language.
    pub say: &'a Say,
    /// The permit.
    pub permit: &'a Permit,
    /// Who.
    pub by: &'a By,
    /// When.
    pub now: Timestamp,
}

impl Looking<'_> {
    fn person(&self) -> String {
        match (self.permit.is_own(), &self.permit.card().name) {
            (true, _) => self.say.t("messages-you"),
            (false, Some(name)) => name.clone(),
            (false, None) => self.say.t("messages-the-person"),
        }
    }

    /// A message as they see it.
    #[must_use]
    pub fn message(&self, state: &State, message: &Message) -> ShownMessage {
        let (say, said) = (self.say, &message.said);
        let mine = said.by == *self.by;
        let who = match (&said.by, &message.name) {
            _ if mine => say.t("messages-you"),
            (By::Account(_), Some(name)) => name.clone(),
            (By::Account(_), None) => String::new(),
            (By::Person, _) => self.person(),
        };
        let words = match (said.kind, &message.words) {
            (Kind::Ready(answer), _) => vec![say.t(&format!("messages-answer-{}", answer.key()))],
            (_, Some(words)) => words.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
            (_, None) => Vec::new(),
        };
        let may_take_back = rules::decide(state, self.by, &Command::TakeBack(said.number), self.now).is_ok();
        let typed = message.words.as_deref().filter(|_| mine && may_take_back && !self.permit.is_own());
        let help = typed.and_then(|words| wording_help::find(say.language, words));
        ShownMessage {
            who,
            when: at_start(&say.when(said.at, self.now)),
            number: said.number,
            mine,
            voice: said.by == By::Person && !said.taken_back,
            words,
            gone: said.taken_back,
            question: said.kind == Kind::Question && !said.taken_back,
            read: if said.taken_back {
                Vec::new()
            } else {
                message.read_by.iter().map(|(name, at)| self.read(name.as_deref(), *at)).collect()
            },
            take_back: may_take_back.then_some(said.number),
            file: None,
            help: help.map(|found| say.with2("messages-help", "word", found.word, "instead", found.instead)),
        }
    }

    fn read(&self, name: Option<&str>, at: Timestamp) -> String {
        let when = self.say.when(at, self.now);
        match name {
            None if self.permit.is_own() => self.say.with("messages-read-by-you", "when", when),
            None => self.say.with2("messages-read-by", "name", self.person(), "when", when),
            Some(name) => self.say.with2("messages-read-by", "name", name, "when", when),
        }
    }
}

/// An attempt as drawn.
pub struct ShownAttempt {
    /// What was tried, by whom and when.
    pub sentence: String,
    /// What we know about why, in neutral words; may be empty.
    pub why: String,
    /// The open door.
    pub door: String,
    /// Whom one can call.
    pub phone: ContactItem,
    /// For the stone.
    pub initials: String,
}

/// An attempt, as the person or as a colleague reads it.
#[must_use]
pub fn attempt(say: &Say, permit: &Permit, attempt: &Attempt, now: Timestamp) -> ShownAttempt {
    let reader = if permit.is_own() { "you" } else { "staff" };
    let key = format!("messages-tried-{reader}-{}", attempt.way.key());
    let sentence = say.with2(&key, "name", &attempt.name, "when", say.when(attempt.tried_at, now));
    ShownAttempt {
        sentence,
        why: say.t(&format!("messages-why-{reader}-{}", attempt.why.key())),
        door: if permit.is_own() { say.t("messages-open-door") } else { seen(say, attempt, now) },
        phone: contact_item(&attempt.name, &attempt.phone),
        initials: initials(attempt.name.split(',').next().unwrap_or_default()),
    }
}

fn seen(say: &Say, attempt: &Attempt, now: Timestamp) -> String {
    match attempt.seen_at {
        Some(at) => say.with("messages-tried-seen", "when", say.when(at, now)),
        None => say.t("messages-tried-not-seen"),
    }
}

/// A sentence begins with a capital.
#[must_use]
pub fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
