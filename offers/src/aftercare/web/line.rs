//! One of the five lines: the same page for the person and for a colleague with whom its area is shared.

use askama::Template;
use kernel::id::PersonId;
use kernel::role::Role;
use platform::access::{Desk, Permit, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::Choice;
use crate::aftercare::line::{Line, MAX_WHO, MAX_WORDS, STATUSES, status};
use crate::aftercare::store::lines::{self, Typed};
use crate::aftercare::{CHARTER, work};

#[derive(Template)]
#[template(path = "aftercare/pages/line.html")]
struct LinePage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    own: bool,
    title: String,
    help: String,
    changed: String,
    now: String,
    words: String,
    who: String,
    statuses: Vec<Choice>,
    seen: i64,
}

impl LinePage {
    /// The wording for the person, or for a colleague.
    fn pick(&self, own: &'static str, staff: &'static str) -> &'static str {
        if self.own { own } else { staff }
    }
}

/// Whose line: the person's own, or that of the person in the address.
fn whose(asked: &Asked) -> Result<Option<PersonId>, Error> {
    if asked.ctx.actor.role == Role::Person { Ok(None) } else { asked.person().map(Some) }
}

fn permit(tx: &mut Tx<'_>, desk: &Desk<'_>, whose: Option<&PersonId>) -> Result<Permit, Error> {
    match whose {
        Some(person) => desk.person(tx, person),
        None => desk.own(tx),
    }
}

fn base(whose: Option<&PersonId>) -> String {
    whose.map_or_else(|| "/ettervern".to_owned(), |person| format!("/folk/{person}/ettervern"))
}

/// The line.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (whose, line) = (whose(&asked)?, Line::parse(asked.param("about")).ok_or(Error::Missing)?);
    let (base, own, say, now) = (base(whose.as_ref()), whose.is_none(), asked.say(), asked.ctx.now);
    let said = asked.view(&CHARTER, move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        let plan = work::open(tx, desk, &permit)?;
        lines::find(tx, &permit, &plan.id, line)
    });
    let said = said.await?;
    let (sent, form) = (asked.form.has("words"), &asked.form);
    let typed = |name: &str, stored: &Option<String>| {
        if sent { form.get(name).to_owned() } else { stored.clone().unwrap_or_default() }
    };
    let chosen = if sent { form.get("status") } else { said.status };
    let choice = |key: &'static str| Choice {
        key: key.to_owned(),
        word: say.t(&format!("status-{key}")),
        detail: String::new(),
        chosen: key == chosen,
    };
    let by = said.changed_by.clone().unwrap_or_else(|| say.t(if own { "aftercare-by-you" } else { "aftercare-by-the-person" }));
    let page = LinePage {
        frame: asked.frame(),
        base,
        own,
        title: say.t(&format!("aftercare-line-{}", line.key())),
        help: say.t(&format!("aftercare-line-{}-help", line.key())),
        changed: if said.is_empty() {
            String::new()
        } else {
            say.with2("aftercare-changed-by", "name", by, "when", say.when(said.changed_at, now))
        },
        // After a meeting of two, what stands there now is shown above what was typed.
        now: said.words.clone().filter(|words| sent && words != form.get("words")).unwrap_or_default(),
        words: typed("words", &said.words),
        who: typed("who", &said.who),
        statuses: STATUSES.into_iter().map(choice).collect(),
        seen: said.version,
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Saves it. Whoever was not first keeps what they typed.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_save(&asked).await;
    asked.settled(outcome, draw).await
}

fn typed(asked: &Asked) -> Result<Typed, Error> {
    asked.form.only(&["words", "who", "status", "seen"])?;
    let mut errors: Vec<FieldError> = Vec::new();
    let words = asked.form.text_or_none("words", MAX_WORDS).map_err(|error| errors.push(error)).ok().flatten();
    let who = asked.form.text_or_none("who", MAX_WHO).map_err(|error| errors.push(error)).ok().flatten();
    let status = status(asked.form.get("status"));
    if status.is_none() {
        errors.push(FieldError::new("status", "form-choose"));
    }
    let (Some(status), true) = (status, errors.is_empty()) else { return Err(Error::Invalid(errors)) };
    let seen = asked.form.get("seen").parse().map_err(|_| Error::field("words", "form-half-sent"))?;
    let text = |text: kernel::text::Text| text.as_str().to_owned();
    Ok(Typed { words: words.map(text), status, who: who.map(text), seen })
}

async fn try_save(asked: &Asked) -> Result<Settled, Error> {
    let (whose, typed) = (whose(asked)?, typed(asked)?);
    let line = Line::parse(asked.param("about")).ok_or(Error::Missing)?;
    let settled = asked.change(&CHARTER, "write-line", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        work::write(tx, desk, &permit, line, &typed)?;
        Ok(Settled::to(base(whose.as_ref())))
    });
    settled.await
}
