//! Lines and tasks in words.

use kernel::area::Area;
use kernel::time::{Day, Timestamp};
use platform::frame::Say;

use crate::nav::rules::{By, SECTIONS, Whose};
use crate::nav::store::{Asked, Matter};

/// A line as drawn.
pub struct ShownMatter {
    /// Where it is changed; nothing for whoever may not.
    pub href: String,
    /// What it is about.
    pub words: String,
    /// The person wrote it.
    pub own_words: bool,
    /// Where it stands.
    pub status: String,
    /// The colour of its tag.
    pub color: &'static str,
    /// What was applied for when, and when it is answered.
    pub when: String,
    /// The answer.
    pub answer: String,
    /// Who wrote it, and when.
    pub signed: String,
}

/// A section as drawn.
pub struct Section {
    /// The area's key.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Where a new line is written.
    pub new: String,
    /// Its lines.
    pub matters: Vec<ShownMatter>,
}

fn color(status: &str) -> &'static str {
    match status {
        "ongoing" | "agreed" => "accent",
        "done" => "plante",
        _ => "neutral",
    }
}

/// When it was applied for and by when it is answered; late answers are said to be late.
pub fn when(say: &Say, one: &Matter, today: Day) -> String {
    let day = |day: Day| say.near_day(day, today);
    let mut parts = Vec::new();
    if let Some(applied) = one.typed.applied_on {
        parts.push(say.with("nav-applied", "day", day(applied)));
    }
    match (one.answered_on, one.typed.answer_by) {
        (Some(answered), _) => parts.push(say.with("nav-answered", "day", day(answered))),
        (None, Some(by)) if by < today => parts.push(say.with("nav-answer-late", "day", day(by))),
        (None, Some(by)) => parts.push(say.with("nav-answer-by", "day", day(by))),
        (None, None) => {}
    }
    parts.join(" ")
}

/// A line, for a reader at this address; `by` is nothing for those who only read.
pub fn matter(say: &Say, base: &str, by: Option<&By>, one: &Matter, now: Timestamp) -> ShownMatter {
    let mine = match by {
        Some(By::Person) => one.office.is_none(),
        Some(By::Nav(office)) => one.office.as_ref() == Some(office),
        None => false,
    };
    let at = say.near_day(one.changed_at.day(), now.day());
    let signed = match (&one.office, &one.changed_by) {
        (Some(_), Some(name)) => say.with2("nav-signed-nav", "name", name, "day", at),
        (None, _) if by == Some(&By::Person) => say.with("nav-signed-you", "day", at),
        _ => say.with("nav-signed-person", "day", at),
    };
    ShownMatter {
        href: if mine { format!("{base}/linje/{}", one.id) } else { String::new() },
        words: one.typed.words.clone(),
        own_words: one.office.is_none(),
        status: say.t(&format!("status-{}", one.typed.status)),
        color: color(one.typed.status),
        when: when(say, one, now.day()),
        answer: one.typed.answer.clone().unwrap_or_default(),
        signed,
    }
}

/// All lines, section by section.
pub fn sections(say: &Say, base: &str, by: Option<&By>, all: &[Matter], now: Timestamp) -> Vec<Section> {
    let section = |area: Area| Section {
        key: area.key(),
        name: say.t(&format!("area-{}", area.key())),
        new: format!("{base}/ny?del={}", area.key()),
        matters: all.iter().filter(|one| one.typed.area == area).map(|one| matter(say, base, by, one, now)).collect(),
    };
    SECTIONS.into_iter().map(section).collect()
}

/// A task as drawn.
pub struct ShownTask {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub words: String,
    /// Who asked, by when, or how it ended.
    pub line: String,
    /// The reader is to do it.
    pub mine: bool,
    /// It waits.
    pub open: bool,
}

/// A task, for one of the two.
pub fn task(say: &Say, by: &By, one: &Asked, now: Timestamp) -> ShownTask {
    let today = now.day();
    let mine = matches!((one.task.whose, by), (Whose::Person, By::Person) | (Whose::Nav, By::Nav(_)));
    let line = match one.ending {
        Some((ending, at)) => say.with(&format!("nav-task-{}", ending.key()), "day", say.near_day(at.day(), today)),
        None if one.due_on < today => say.with("nav-task-late", "day", say.near_day(one.due_on, today)),
        None => say.with("nav-task-due", "day", say.near_day(one.due_on, today)),
    };
    let by_name = one.made_by.as_deref().map(|name| format!("{} ", say.with("nav-task-from", "name", name))).unwrap_or_default();
    ShownTask {
        id: one.id.to_string(),
        words: one.words.clone(),
        line: format!("{by_name}{line}"),
        mine,
        open: one.ending.is_none(),
    }
}
