//! For the place that carries it out: what one sees to, what is recorded about one person here, and recording one.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::Day;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{day, longest, period, state};
use crate::coercion::rules::{Days, MAX_BODY, MAX_WORDS, Paragraph};
use crate::coercion::store::{self, After, Decision, Listed, NewDecision, PAGE};
use crate::coercion::{CHARTER, work};

/// A row of a list.
struct Row {
    href: String,
    title: String,
    text: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "coercion/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    rows: Vec<Row>,
    more: Option<String>,
    unseen: usize,
}

#[derive(Template)]
#[template(path = "coercion/pages/about.html")]
struct AboutPage {
    frame: Frame,
    t: Say,
    back: String,
    name: String,
    rows: Vec<Row>,
    new: String,
}

/// A choice in the form.
struct Choice {
    key: String,
    word: String,
    detail: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "coercion/pages/new.html")]
struct NewPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    name: String,
    paragraphs: Vec<Choice>,
    body: String,
    from: String,
    until: String,
    review: String,
    told: String,
}

/// What the asker sees to, and what nobody who is there does.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let after = read_after(asked.query.get("fra"));
    let found = asked.view(&CHARTER, move |tx, desk| {
        let actor = &desk.ctx().actor;
        let me = actor.account.as_ref().ok_or(Error::SignIn)?;
        let listed = store::for_me(tx, me, actor.employer_id()?, desk.now(), after.as_ref())?;
        let mut persons: Vec<PersonId> = listed.iter().map(|one| one.person.clone()).collect();
        persons.sort();
        persons.dedup();
        Ok((listed, desk.people(tx, &persons)?))
    });
    let ((mut listed, permits), say) = (found.await?, asked.say());
    let more = listed.len() > PAGE;
    listed.truncate(PAGE);
    let more = listed.last().filter(|_| more).map(|last| format!("/vedtak?fra={}_{}", last.until.stored(), last.id));
    let row = |one: &Listed| {
        // Whoever may no longer open it is not named.
        let permit = permits.iter().find(|permit| *permit.person() == one.person && permit.sees(None))?;
        let name = permit.card().name.clone().unwrap_or_else(|| say.t("coercion-the-person"));
        let mine = if one.mine { "coercion-row-mine" } else { "coercion-row-nobody" };
        Some(Row {
            href: format!("/folk/{}/vedtak/{}", one.person, one.id),
            title: name,
            text: say.t(if one.reminded { "coercion-row-near" } else { mine }),
            meta: say.with2("coercion-row-days", "review", day(&say, one.review), "until", day(&say, one.until)),
        })
    };
    let rows: Vec<Row> = listed.iter().filter_map(row).collect();
    let unseen = listed.len() - rows.len();
    Reply::page(&ListPage { frame: asked.frame(), rows, more, unseen, t: say.clone() })
}

fn read_after(text: &str) -> Option<After> {
    let (until, id) = text.split_once('_')?;
    Some(After { until: Day::parse(until)?, id: RowId::parse(id)? })
}

/// What is recorded here about one person.
pub async fn about(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        let all = store::all(tx, &permit, desk.now())?;
        Ok((permit, all))
    });
    let ((permit, all), say) = (found.await?, asked.say());
    let base = format!("/folk/{}", permit.person());
    let row = |one: &Decision| Row {
        href: format!("{base}/vedtak/{}", one.id),
        title: say.t(&format!("coercion-law-{}", one.paragraph)),
        text: period(&say, one),
        meta: state(&say, one, asked.ctx.now),
    };
    let page = AboutPage {
        frame: asked.frame(),
        rows: all.iter().map(row).collect(),
        new: format!("{base}/vedtak/nytt"),
        back: base.clone(),
        name: permit.card().name.clone().unwrap_or_else(|| say.t("coercion-the-person")),
        t: say.clone(),
    };
    Reply::page(&page)
}

/// The form.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let person = asked.person()?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        Ok((permit, store::paragraphs(tx, desk.now())?))
    });
    let ((permit, paragraphs), say) = (found.await?, asked.say());
    let choice = |one: &Paragraph| Choice {
        key: one.key.clone(),
        word: say.t(&format!("coercion-law-{}", one.key)),
        detail: longest(&say, one),
        chosen: asked.form.get("paragraph") == one.key,
    };
    let typed = |name: &str| asked.form.get(name).to_owned();
    let page = NewPage {
        frame: asked.frame(),
        back: format!("/folk/{}/vedtak", permit.person()),
        name: permit.card().name.clone().unwrap_or_else(|| say.t("coercion-the-person")),
        paragraphs: paragraphs.iter().map(choice).collect(),
        body: typed("body"),
        from: typed("from"),
        until: typed("until"),
        review: typed("review"),
        told: typed("told"),
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Records one.
pub async fn record(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_record(&asked).await;
    asked.settled(outcome, draw).await
}

fn typed(asked: &Asked) -> Result<NewDecision, Error> {
    asked.form.only(&["paragraph", "body", "from", "until", "review", "told"])?;
    let mut errors: Vec<FieldError> = Vec::new();
    let paragraph = asked.form.get("paragraph").to_owned();
    if paragraph.is_empty() {
        errors.push(FieldError::new("paragraph", "form-choose"));
    }
    let body = asked.form.text("body", MAX_BODY).map_err(|error| errors.push(error)).ok();
    let mut day = |field: &'static str| {
        // A day that was meant may be past; a day without a year is the next one, and the page shows which.
        let day = Day::read(asked.form.get(field), asked.ctx.now.day());
        if day.is_none() {
            errors.push(FieldError::new(field, "form-date"));
        }
        day
    };
    let (from, until, review) = (day("from"), day("until"), day("review"));
    let told = asked.form.text("told", MAX_WORDS).map_err(|error| errors.push(error)).ok();
    let days = from.zip(until).zip(review).map(|((from, until), review)| Days { from, until, review });
    match (body, days, told) {
        (Some(body), Some(days), Some(told)) if errors.is_empty() => {
            Ok(NewDecision { paragraph, body: body.as_str().to_owned(), told: told.as_str().to_owned(), days })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

async fn try_record(asked: &Asked) -> Result<Settled, Error> {
    let (person, typed) = (asked.person()?, typed(asked)?);
    let settled = asked.change(&CHARTER, "record-decision", move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        let id = work::record(tx, desk, &permit, &typed)?;
        Ok(Settled::to(format!("/folk/{person}/vedtak/{id}")))
    });
    settled.await
}
