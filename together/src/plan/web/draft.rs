//! What stands in the form of a line: as typed, so that nothing is lost when it comes back, and as read.

use kernel::area::Area;
use kernel::time::Day;
use platform::ctx::Ctx;
use platform::error::{Error, FieldError};
use platform::form::Form;

use crate::plan::rules::{LineKind, MAX_NAME, MAX_WORDS, Need, Status, WhoKind};
use crate::plan::store::{Entry, Who};
use crate::plan::work::{Typed, TypedStep};

/// The fields of the form.
pub const FIELDS: [&str; 9] = ["words", "kind", "area", "who-kind", "who", "when", "need", "status", "seen"];
/// Longest «when» in words.
const MAX_WHEN: usize = 120;

/// As typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What it says.
    pub words: String,
    /// `goal` or `measure`.
    pub kind: String,
    /// Key of the area; empty for none.
    pub area: String,
    /// `me`, `named` or `nobody`; `kept` for somebody who was chosen elsewhere.
    pub who_kind: String,
    /// A name.
    pub who: String,
    /// A day, or words.
    pub when: String,
    /// Key of the side; empty for «by its area».
    pub need: String,
    /// Key of the status.
    pub status: String,
    /// The version on the screen.
    pub seen: String,
}

impl Draft {
    /// As it came.
    pub fn read(form: &Form) -> Draft {
        let field = |name| form.get(name).to_owned();
        Draft {
            words: field("words"),
            kind: field("kind"),
            area: field("area"),
            who_kind: field("who-kind"),
            who: field("who"),
            when: field("when"),
            need: field("need"),
            status: field("status"),
            seen: field("seen"),
        }
    }

    /// An empty form. Nothing is chosen but that it is a goal: what the person wants comes first.
    pub fn fresh() -> Draft {
        Draft { kind: "goal".into(), who_kind: "nobody".into(), status: "not-begun".into(), ..Draft::default() }
    }

    /// A line as it stands. «I do it» is kept as it is when somebody else than the person opens it.
    pub fn of(entry: &Entry, own: bool) -> Draft {
        let step = entry.step.as_ref();
        let day = |day: Day| {
            let (year, month, of_month) = day.parts();
            format!("{of_month}.{month}.{year}")
        };
        let when = step.and_then(|step| step.due_words.clone().or_else(|| step.due.map(day)));
        let who_kind = step.map_or(WhoKind::Nobody, |step| step.who.kind);
        Draft {
            words: entry.words.clone(),
            kind: entry.kind.key().into(),
            area: entry.area.map_or("", Area::key).into(),
            who_kind: match who_kind {
                WhoKind::Me if own => "me",
                WhoKind::Me | WhoKind::Account | WhoKind::Organisation => "kept",
                WhoKind::Named => "named",
                WhoKind::Nobody => "nobody",
            }
            .into(),
            who: step.and_then(|step| step.who.name.clone()).unwrap_or_default(),
            when: when.unwrap_or_default(),
            need: step.map_or("", |step| step.need.key()).into(),
            status: step.map_or("", |step| step.status.key()).into(),
            seen: entry.line.version.to_string(),
        }
    }

    /// Which version was on the screen.
    pub fn seen(&self) -> i64 {
        self.seen.parse().unwrap_or(0)
    }

    /// Reads what was typed. `old` is the line that is changed; a new one has none.
    ///
    /// # Errors
    /// Every field that cannot be used, together.
    pub fn typed(&self, form: &Form, ctx: &Ctx, old: Option<&Entry>) -> Result<Typed, Error> {
        let mut errors = Vec::new();
        let words = form.text("words", MAX_WORDS).map_err(|error| errors.push(error)).ok();
        let kind = old.map(|old| old.kind).or_else(|| LineKind::parse(&self.kind));
        if kind.is_none() {
            errors.push(FieldError::new("kind", "form-choose"));
        }
        let area = if self.area.is_empty() { None } else { Area::parse(&self.area) };
        if area.is_none() && !self.area.is_empty() {
            errors.push(FieldError::new("area", "form-choose"));
        }
        let step = match kind {
            Some(LineKind::Measure) => self.step(form, ctx, old).map_err(|mut more| errors.append(&mut more)).ok(),
            _ => None,
        };
        match words {
            Some(words) if errors.is_empty() => Ok(Typed { words: words.as_str().to_owned(), area, step }),
            _ => Err(Error::Invalid(errors)),
        }
    }

    fn step(&self, form: &Form, ctx: &Ctx, old: Option<&Entry>) -> Result<TypedStep, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = form.text_or_none("who", MAX_NAME).map_err(|error| errors.push(error)).ok().flatten();
        let when = form.text_or_none("when", MAX_WHEN).map_err(|error| errors.push(error)).ok().flatten();
        let name = name.map(|name| name.as_str().to_owned());
        if self.who_kind == "named" && name.is_none() && errors.is_empty() {
            errors.push(FieldError::new("who", "form-write-something"));
        }
        let status = Status::parse(&self.status).or(old.is_none().then_some(Status::NotBegun));
        if status.is_none() {
            errors.push(FieldError::new("status", "form-choose"));
        }
        let due = when.as_ref().and_then(|when| Day::read(when.as_str(), ctx.now.day()));
        let step = TypedStep {
            need: Need::parse(&self.need),
            who: self.who(ctx, name, old),
            due,
            due_words: when.filter(|_| due.is_none()).map(|when| when.as_str().to_owned()),
            status: status.unwrap_or(Status::NotBegun),
        };
        if errors.is_empty() { Ok(step) } else { Err(errors) }
    }

    fn who(&self, ctx: &Ctx, name: Option<String>, old: Option<&Entry>) -> Who {
        match self.who_kind.as_str() {
            "me" => me(ctx),
            "named" => Who { kind: WhoKind::Named, id: None, name },
            "kept" => old.and_then(|old| old.step.as_ref()).map_or(Who::NOBODY, |step| step.who.clone()),
            _ => Who::NOBODY,
        }
    }
}

/// Whoever is typing: the person, or an employee with their organisation.
fn me(ctx: &Ctx) -> Who {
    let actor = &ctx.actor;
    let Some(account) = &actor.account else { return Who { kind: WhoKind::Me, id: None, name: None } };
    let employer = actor.employer.as_ref().map(|employer| employer.name.as_str());
    let name = employer.map_or_else(|| actor.name.clone(), |employer| format!("{}, {employer}", actor.name));
    Who { kind: WhoKind::Account, id: Some(account.as_str().to_owned()), name: Some(name) }
}
