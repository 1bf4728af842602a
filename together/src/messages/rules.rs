//! The rules of messages: who may write, when a question waits, what may be taken back, and how an attempt to reach
//! somebody is told. Pure.

use kernel::id::AccountId;
use kernel::time::Timestamp;

#[cfg(test)]
mod tests;

/// Longest message, in characters.
pub const MAX_WORDS: usize = 4000;
/// Longest subject, in characters.
pub const MAX_SUBJECT: usize = 80;
/// Most messages in a thread; then one begins a new one.
pub const MAX_MESSAGES: i64 = 500;
/// Most of those who are taken into a thread by name.
pub const MAX_MEMBERS: usize = 12;
/// How long the sender may take back a message that nobody has read (ux.md, chapter 2).
pub const TAKE_BACK_MINUTES: i64 = 10;
/// How far back an attempt to reach somebody may be told.
pub const ATTEMPT_DAYS: i64 = 30;

/// Who speaks: the person, or whoever holds an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// An employee, or a relative.
    Account(AccountId),
}

impl By {
    /// As the one who reads, in the database.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            By::Person => "person",
            By::Account(account) => account.as_str(),
        }
    }
}

/// The three ready answers under a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// «Ja, det passer.»
    Yes,
    /// «Nei, ikke nå.»
    NotNow,
    /// «Ring meg.»
    CallMe,
}

impl Answer {
    /// In the order they stand on the page.
    pub const ALL: [Answer; 3] = [Answer::Yes, Answer::NotNow, Answer::CallMe];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::NotNow => "not-now",
            Answer::CallMe => "call-me",
        }
    }

    /// The answer with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.key() == key)
    }
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// Words from somebody around the person who would like an answer.
    Question,
    /// One of the ready answers.
    Ready(Answer),
}

impl Kind {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Words => "words",
            Kind::Question => "question",
            Kind::Ready(answer) => answer.key(),
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kind> {
        match key {
            "words" => Some(Kind::Words),
            "question" => Some(Kind::Question),
            other => Answer::parse(other).map(Kind::Ready),
        }
    }
}

/// A message, as far as the rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its place in the thread, from one.
    pub number: i64,
    /// Who wrote it.
    pub by: By,
    /// What it is.
    pub kind: Kind,
    /// When.
    pub at: Timestamp,
    /// It was taken back.
    pub taken_back: bool,
    /// Somebody else has read it.
    pub read: bool,
}

/// A thread, as far as the rules need it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// How many messages were ever written in it.
    pub count: i64,
    /// How many have been taken in by name.
    pub members: usize,
    /// The latest of them, oldest first.
    pub said: Vec<Said>,
}

/// What somebody wants to do in a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write.
    Write {
        /// It is a question.
        question: bool,
    },
    /// Give one of the ready answers.
    Answer(Answer),
    /// Take a message back.
    TakeBack(i64),
    /// Take somebody in.
    TakeIn {
        /// They see the area of the thread now.
        sees: bool,
        /// They are in it already.
        there: bool,
    },
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// One more message.
    Say(Kind),
    /// The words of a message go.
    TakeBack(i64),
    /// One more who is in it.
    TakeIn,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The thread is as long as it may be.
    Full,
    /// There is no question to answer any more.
    NoQuestion,
    /// Somebody else wrote it, or it is not there.
    NotYours,
    /// It has been taken back already.
    Gone,
    /// Somebody has read it.
    Read,
    /// The ten minutes are over.
    TooLate,
    /// As many as there may be are in it.
    TooMany,
    /// What is written here is not shared with them.
    DoesNotSee,
    /// They are in it already.
    There,
    /// The attempt lies ahead, or too far back.
    When,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 10] = [
        Refusal::Full,
        Refusal::NoQuestion,
        Refusal::NotYours,
        Refusal::Gone,
        Refusal::Read,
        Refusal::TooLate,
        Refusal::TooMany,
        Refusal::DoesNotSee,
        Refusal::There,
        Refusal::When,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Full => "messages-full",
            Refusal::NoQuestion => "messages-no-question",
            Refusal::NotYours => "messages-not-yours",
            Refusal::Gone => "messages-gone",
            Refusal::Read => "messages-read",
            Refusal::TooLate => "messages-too-late",
            Refusal::TooMany => "messages-too-many",
            Refusal::DoesNotSee => "messages-does-not-see",
            Refusal::There => "messages-there",
            Refusal::When => "messages-when",
        }
    }
}

impl From<Refusal> for platform::error::Error {
    fn from(refusal: Refusal) -> platform::error::Error {
        platform::error::Error::refused(&refusal)
    }
}

/// Decides about a thread the asker may see.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: &State, by: &By, command: &Command, now: Timestamp) -> Result<Change, Refusal> {
    match command {
        Command::TakeBack(number) => take_back(state, by, *number, now),
        Command::TakeIn { there: true, .. } => Err(Refusal::There),
        Command::TakeIn { sees: false, .. } => Err(Refusal::DoesNotSee),
        Command::TakeIn { .. } if state.members >= MAX_MEMBERS => Err(Refusal::TooMany),
        Command::TakeIn { .. } => Ok(Change::TakeIn),
        _ if state.count >= MAX_MESSAGES => Err(Refusal::Full),
        Command::Answer(answer) if *by == By::Person => {
            waiting(state).map(|_| Change::Say(Kind::Ready(*answer))).ok_or(Refusal::NoQuestion)
        }
        Command::Answer(_) => Err(Refusal::NoQuestion),
        // A question is for the person; what the person asks needs no mark.
        Command::Write { question } if *question && *by != By::Person => Ok(Change::Say(Kind::Question)),
        Command::Write { .. } => Ok(Change::Say(Kind::Words)),
    }
}

fn take_back(state: &State, by: &By, number: i64, now: Timestamp) -> Result<Change, Refusal> {
    let said = state.said.iter().find(|said| said.number == number && said.by == *by).ok_or(Refusal::NotYours)?;
    if said.taken_back {
        Err(Refusal::Gone)
    } else if said.read {
        Err(Refusal::Read)
    } else if now >= said.at.plus_minutes(TAKE_BACK_MINUTES) {
        Err(Refusal::TooLate)
    } else {
        Ok(Change::TakeBack(number))
    }
}

/// The question that waits for the person: the newest, when the person has written nothing after it.
#[must_use]
pub fn waiting(state: &State) -> Option<&Said> {
    let stands = |said: &&Said| !said.taken_back;
    let question = state.said.iter().filter(stands).rfind(|said| said.kind == Kind::Question && said.by != By::Person)?;
    let answered = |said: &Said| said.by == By::Person && !said.taken_back && said.number > question.number;
    if state.said.iter().any(answered) { None } else { Some(question) }
}

/// How somebody was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By phone.
    Phone,
    /// By going there.
    Visit,
    /// By letter.
    Letter,
}

impl Way {
    /// All three.
    pub const ALL: [Way; 3] = [Way::Phone, Way::Visit, Way::Letter];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Way::Phone => "phone",
            Way::Visit => "visit",
            Way::Letter => "letter",
        }
    }

    /// The way with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.key() == key)
    }
}

/// Why it did not come to contact: what we know, and nothing about the person's will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Nobody answered the phone.
    NoAnswer,
    /// Nobody was in.
    NotHome,
    /// The number does not work.
    Number,
    /// Something else.
    Other,
}

impl WhyNot {
    /// All four.
    pub const ALL: [WhyNot; 4] = [WhyNot::NoAnswer, WhyNot::NotHome, WhyNot::Number, WhyNot::Other];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            WhyNot::NoAnswer => "no-answer",
            WhyNot::NotHome => "not-home",
            WhyNot::Number => "number",
            WhyNot::Other => "other",
        }
    }

    /// The reason with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<WhyNot> {
        WhyNot::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// Whether an attempt at this time may be told now.
///
/// # Errors
/// [`Refusal::When`].
pub fn attempt_at(tried_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if tried_at <= now && tried_at >= now.plus_days(-ATTEMPT_DAYS) { Ok(()) } else { Err(Refusal::When) }
}
