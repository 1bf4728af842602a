//! `/sett`: who has looked, by day and by who it was.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::emergency::{self, Opening};
use platform::access::log::{self, Before, LogPage, PrivacyContact};
use platform::access::{Permit, Settled};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::own;
use super::shown::{Shown, load_around};
use crate::access_log::store::{self, Question};
use crate::access_log::{CHARTER, folding, limits, rules, words};

/// A day.
struct DayShown {
    id: String,
    title: String,
    groups: Vec<Shown>,
}

/// An emergency opening that the person has not put away, or that is still open.
struct Emergency {
    id: String,
    name: String,
    workplace: String,
    when: String,
    reason: String,
    open: Option<String>,
    reviewed: bool,
    line: Option<String>,
    seen: bool,
}

/// A question as a row.
struct QuestionRow {
    href: String,
    title: String,
    text: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "access_log/pages/list.html")]
struct List {
    frame: Frame,
    t: Say,
    lead: String,
    first: bool,
    answers: String,
    emergencies: Vec<Emergency>,
    days: Vec<DayShown>,
    answers_new: Vec<QuestionRow>,
    questions: Vec<QuestionRow>,
    older: Option<String>,
    printed: String,
    name: Option<String>,
    may_block: bool,
}

struct Found {
    name: Option<String>,
    page: LogPage,
    around: words::Around,
    openings: Vec<(Opening, Option<RowId>)>,
    questions: Vec<Question>,
    contact: Option<PrivacyContact>,
    answer_days: i32,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let before = read_before(asked.query.get("fra"));
    let first = before.is_none();
    let found = asked
        .view(&CHARTER, move |tx, desk| {
            let own = own(tx, desk)?;
            find(tx, &own, before.as_ref(), desk.now())
        })
        .await?;
    Reply::page(&draw(&asked, found, first))
}

fn find(tx: &mut Tx<'_>, own: &Permit, before: Option<&Before>, now: Timestamp) -> Result<Found, Error> {
    let mut openings = Vec::new();
    if before.is_none() {
        for opening in emergency::all(tx, own)? {
            if opening.seen_at.is_none() || now < opening.until_at {
                let line = log::line_at(tx, own, &opening.account, opening.opened_at)?;
                openings.push((opening, line));
            }
        }
    }
    Ok(Found {
        name: own.card().name.clone(),
        page: log::page(tx, own, before, now)?,
        around: load_around(tx, own)?,
        openings,
        questions: if before.is_none() { store::all(tx, own)? } else { Vec::new() },
        contact: log::privacy_contact(tx, now)?,
        answer_days: limits::load(tx, now)?.answer_days,
    })
}

fn draw(asked: &Asked, found: Found, first: bool) -> List {
    let (t, now) = (asked.say(), asked.ctx.now);
    let folded = folding::by_day(&found.page.looks);
    let days: Vec<DayShown> = folded
        .iter()
        .map(|day| DayShown {
            id: format!("d{}", day.day.stored()),
            title: words::at_start(&t.near_day(day.day, now.day())),
            groups: day.groups.iter().map(|group| Shown::of(&t, group, &found.around, now)).collect(),
        })
        .collect();
    let others = days.iter().flat_map(|day| day.groups.iter()).filter(|group| group.someone);
    let mut names: Vec<&str> = others.map(|group| group.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let older = found.page.next.map(|next| format!("/sett?fra={}-{}", next.at.unix_s(), next.id));
    let is_new = |question: &&Question| question.answered_at.is_some() && question.read_at.is_none();
    let (new, rest): (Vec<&Question>, Vec<&Question>) = found.questions.iter().partition(is_new);
    let answers = answers_from(&t, found.contact.as_ref(), found.answer_days);
    List {
        lead: if names.is_empty() { t.t("access-log-nobody") } else { t.with("access-log-lead", "n", names.len()) },
        first,
        answers,
        emergencies: found.openings.into_iter().map(|(opening, line)| loud(&t, opening, line, now)).collect(),
        days,
        answers_new: new.into_iter().map(|question| row(&t, question, now)).collect(),
        questions: rest.into_iter().map(|question| row(&t, question, now)).collect(),
        older,
        printed: t.with("access-log-printed", "when", t.when(now, now)),
        name: found.name,
        may_block: asked.ctx.actor.door == platform::ctx::Door::Full,
        frame: asked.frame(),
        t,
    }
}

/// «Du får svar innen sju dager» and from whom.
pub(super) fn answers_from(t: &Say, contact: Option<&PrivacyContact>, days: i32) -> String {
    match contact {
        None => t.with("access-log-answer-from-someone", "n", days),
        Some(contact) => t.put(
            "access-log-answer-from",
            &[("n", days.to_string()), ("name", contact.name.clone()), ("workplace", contact.organisation_name.clone())],
        ),
    }
}

fn loud(t: &Say, opening: Opening, line: Option<RowId>, now: Timestamp) -> Emergency {
    Emergency {
        id: opening.id.to_string(),
        when: t.when(opening.opened_at, now),
        open: (now < opening.until_at).then(|| t.when(opening.until_at, now)),
        reviewed: opening.reviewed_at.is_some(),
        seen: opening.seen_at.is_some(),
        line: line.map(|line| line.to_string()),
        name: opening.name,
        workplace: opening.organisation_name,
        reason: opening.reason,
    }
}

fn row(t: &Say, question: &Question, now: Timestamp) -> QuestionRow {
    let asked = t.with("access-log-asked-on", "when", t.near_day(question.asked_at.day(), now.day()));
    let (text, meta) = match (question.answered_at, rules::is_late(question.due_at, now)) {
        (Some(at), _) => (t.with("access-log-answered-on", "when", t.near_day(at.day(), now.day())), String::new()),
        (None, false) => (t.with("access-log-due", "when", due(t, question.due_at, now)), String::new()),
        (None, true) => (t.t("access-log-late"), t.with("access-log-due", "when", due(t, question.due_at, now))),
    };
    QuestionRow { href: format!("/sett/spurt/{}", question.id), title: asked, text, meta }
}

/// The last day on which the answer may come.
pub(super) fn due(t: &Say, due: Timestamp, now: Timestamp) -> String {
    t.near_day(due.plus_s(-1).day(), now.day())
}

/// Where in the log one is: a second and a random id, both the person's own.
fn read_before(text: &str) -> Option<Before> {
    let (at, id) = text.split_once('-')?;
    Some(Before { at: Timestamp::from_unix_s(at.parse().ok()?), id: RowId::parse(id)? })
}

/// The person has seen that somebody opened.
pub async fn emergency_seen(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = RowId::parse(asked.param("opening")).ok_or(Error::Missing)?;
    let settled = asked
        .change(&CHARTER, "see-emergency", move |tx, desk| {
            let own = desk.own(tx)?;
            emergency::seen(tx, &own, &id, desk.now())?;
            Ok(Settled::to("/sett"))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
