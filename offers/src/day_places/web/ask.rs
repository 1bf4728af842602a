//! `/dagtilbud`: the person finds something to do and asks under a name of their own choice; and a colleague who asks for them.

use askama::Template;
use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{row, seen};
use crate::day_places::rules::Command;
use crate::day_places::shown::{self, ShownAsk, ShownUnit};
use crate::day_places::store::asks::{self, Ask, Eyes};
use crate::day_places::store::units::{self, Unit};
use crate::day_places::{CHARTER, limits, work};

/// Longest name somebody wants to be called, and longest text, in characters.
const CALLED_MAX: usize = 40;
const WORDS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "day_places/pages/ask.html")]
struct AskPage {
    frame: Frame,
    t: Say,
    again: Again,
    /// The person reads it; else a colleague who asks for them.
    own: bool,
    base: String,
    back: String,
    name: String,
    asks: Vec<ShownAsk>,
    units: Vec<ShownUnit>,
    next: Option<String>,
    unit: String,
    called: String,
    words: String,
    agreed: bool,
}

/// Whose page it is: one's own, or somebody's a colleague asks for.
fn subject(asked: &Asked) -> Result<Option<PersonId>, Error> {
    if asked.param("person").is_empty() { Ok(None) } else { asked.person().map(Some) }
}

fn permit(tx: &mut Tx<'_>, desk: &Desk<'_>, subject: Option<&PersonId>) -> Result<Permit, Error> {
    match subject {
        None => desk.own(tx),
        Some(person) => desk.person(tx, person),
    }
}

fn base(subject: Option<&PersonId>) -> String {
    subject.map_or_else(|| "/dagtilbud".to_owned(), |person| format!("/folk/{person}/dagplass"))
}

/// What there is, and what has been asked.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (whose, after) = (subject(&asked)?, RowId::parse(asked.query.get("etter")));
    let about = whose.clone();
    let (permit, own, (page, next), limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = permit(tx, desk, about.as_ref())?;
            let own = asks::all(tx, desk, &permit)?;
            Ok((permit, own, units::page(tx, after.as_ref())?, limits::load(tx, desk.now())?))
        })
        .await?;
    let (say, now, base) = (asked.say(), asked.ctx.now, base(whose.as_ref()));
    let open = page.into_iter().filter(|unit| !unit.about.closed);
    // Outside the service a number is confirmed by a place, not by a person.
    let shown_to = |unit: Unit| if permit.is_own() { Unit { confirmed_by: None, ..unit } } else { unit };
    let here = asked.ctx.actor.employer.as_ref().map(|employer| &employer.id);
    let drawn = |ask: &Ask, say: &Say| {
        let may_leave = permit.is_own() || (here.is_some() && here == ask.asked_from.as_ref());
        ShownAsk { may_leave: may_leave && ask.case.state.is_open(), ..shown::ask(say, ask, now) }
    };
    let mut frame = asked.frame();
    frame.path.clone_from(&base);
    let page = AskPage {
        frame,
        again,
        own: permit.is_own(),
        back: whose.map_or_else(|| "/hjem".to_owned(), |person| format!("/folk/{person}")),
        name: permit.card().name.clone().unwrap_or_else(|| say.t("day-places-no-name")),
        asks: own.iter().map(|ask| drawn(ask, &say)).collect(),
        units: open.map(shown_to).map(|unit| shown::unit(&say, &unit, &limits, None, now)).collect(),
        next: next.map(|next| format!("{base}?etter={next}")),
        unit: asked.form.get("unit").to_owned(),
        called: asked.form.get("called").to_owned(),
        words: asked.form.get("words").to_owned(),
        agreed: asked.form.has("yes"),
        base,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Asks.
pub async fn ask(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_ask(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_ask(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["unit", "called", "words", "yes"])?;
    let (whose, question) = (subject(asked)?, read(asked)?);
    asked
        .change(&CHARTER, "ask-for-day-place", move |tx, desk| {
            let permit = permit(tx, desk, whose.as_ref())?;
            work::ask(tx, desk, &permit, &question)?;
            Ok(Settled::to(base(whose.as_ref())))
        })
        .await
}

fn read(asked: &Asked) -> Result<work::Asked, Error> {
    let mut errors: Vec<FieldError> = Vec::new();
    let unit = RowId::parse(asked.form.get("unit"));
    errors.extend(unit.is_none().then_some(FieldError::new("unit", "form-choose")));
    let called = asked.form.text("called", CALLED_MAX).map_err(|error| errors.push(error)).ok();
    let words = asked.form.text_or_none("words", WORDS_MAX).map_err(|error| errors.push(error)).ok().flatten();
    match (unit, called) {
        (Some(unit), Some(called)) if errors.is_empty() => Ok(work::Asked {
            unit,
            called: called.as_str().to_owned(),
            words: words.map(|words| words.as_str().to_owned()),
            agreed: asked.form.has("yes"),
        }),
        _ => Err(Error::Invalid(errors)),
    }
}

/// Does not want to after all, or any more: no reason is asked for.
pub async fn leave(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_leave(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_leave(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["versjon"])?;
    let (whose, id, seen) = (subject(asked)?, row(asked, "ask")?, seen(asked));
    asked
        .change(&CHARTER, "leave-day-place", move |tx, desk| {
            let permit = permit(tx, desk, whose.as_ref())?;
            work::act(tx, desk, &permit, (&id, Eyes::Around), (seen, Command::Leave))?;
            Ok(Settled::to(base(whose.as_ref())))
        })
        .await
}
