//! `/bolig/en/{person}`: one person's wait and home, as the housing service sees them.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::{
    FitView, OfferView, TenancyView, WarningView, fit, offer as offer_view, support, tenancy, visit, warning, word,
};
use crate::housing::CHARTER;
use crate::housing::acts::{self, Answer, on_the_table};
use crate::housing::rules::{NoReason, WORDS_MAX, Why};
use crate::housing::store::{needs, offers, tenancies, units, warnings};

/// The choices of a form: key, words, and whether it is chosen.
pub(super) type Choices = Vec<(&'static str, String, bool)>;

#[derive(Template)]
#[template(path = "housing/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    view: View,
    unit: String,
    why: Choices,
    reasons: Choices,
    words: String,
    plan: String,
    visit_on: String,
    done: String,
}

struct View {
    person: String,
    name: String,
    since: Option<String>,
    longer: Option<String>,
    words: Option<String>,
    wants: Vec<String>,
    table: Option<OfferView>,
    homes: Vec<FitView>,
    earlier: Vec<OfferView>,
    now: Option<TenancyView>,
    version: i64,
    plan: String,
    visit_on: String,
    before: Vec<TenancyView>,
    visits: Vec<(String, Option<String>)>,
    warnings: Vec<WarningView>,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, t) = (asked.person()?, asked.say());
    let (say, about) = (t.clone(), person.clone());
    let view = asked.view(&CHARTER, move |tx, desk| view(tx, desk, &say, &about)).await?;
    let typed = |name: &str, known: &str| if asked.form.has(name) { asked.form.get(name).to_owned() } else { known.to_owned() };
    let (why, reason) = (asked.form.get("why"), asked.form.get("reason"));
    let mut frame = asked.frame();
    frame.path = format!("/bolig/en/{person}");
    let page = OnePage {
        unit: asked.form.get("unit").to_owned(),
        why: Why::ALL.iter().map(|one| (one.key(), t.t(&format!("housing-why-{}", one.key())), one.key() == why)).collect(),
        reasons: reasons(&t, reason),
        words: asked.form.get("words").to_owned(),
        plan: typed("plan", &view.plan),
        visit_on: typed("visit_on", &view.visit_on),
        done: asked.form.get("done").to_owned(),
        frame,
        again,
        view,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// Why somebody says no, to choose among.
pub(super) fn reasons(t: &Say, chosen: &str) -> Choices {
    NoReason::ALL.iter().map(|one| (one.key(), t.t(&format!("housing-no-{}", one.key())), one.key() == chosen)).collect()
}

fn view(tx: &mut Tx<'_>, desk: &Desk<'_>, t: &Say, person: &PersonId) -> Result<View, Error> {
    let permit = desk.person(tx, person)?;
    let (now, mine) = (desk.now(), desk.ctx().actor.employer_id()?.clone());
    let need = needs::waiting_of(tx, &permit)?;
    let all = offers::all(tx, &permit)?;
    let lived = tenancies::all(tx, &permit)?;
    let running = lived.iter().find(|one| one.ended.is_none());
    let table = need.as_ref().and_then(|need| on_the_table(need, &all));
    let mut homes = Vec::new();
    let mut longer = None;
    if let Some(need) = &need {
        let before = needs::place_by_date(tx, need)? - 1;
        longer = Some(t.with("housing-longer", "n", before));
        if table.is_none() {
            let free = units::free(tx, &mine)?;
            homes = free.iter().map(|unit| fit(t, &need.wanted, unit, &all, now.day(), true)).collect();
        }
    }
    let earlier = all.iter().filter(|one| table.is_none_or(|table| table.id != one.id));
    let visits = tenancies::visits(tx, &permit)?;
    let warned = warnings::all(tx, &permit)?;
    Ok(View {
        person: person.to_string(),
        name: permit.card().name.clone().unwrap_or_else(|| t.t("housing-unnamed")),
        since: need.as_ref().map(|need| t.with("housing-waits-since", "date", t.date_with_year(need.asked_at.day()))),
        longer,
        words: need.as_ref().and_then(|need| need.words.clone()),
        wants: need.as_ref().map(|need| wants(t, &need.wanted)).unwrap_or_default(),
        table: table.map(|one| offer_view(t, &permit, one, now)),
        homes,
        earlier: earlier.map(|one| offer_view(t, &permit, one, now)).collect(),
        now: running.map(|one| tenancy(t, &permit, one, now)),
        version: running.map_or(0, |one| one.version),
        plan: running.and_then(|one| one.plan.clone()).unwrap_or_default(),
        visit_on: running.map(|one| typed_day(one.visit_on)).unwrap_or_default(),
        before: lived.iter().filter(|one| one.ended.is_some()).map(|one| tenancy(t, &permit, one, now)).collect(),
        visits: visits.iter().map(|one| visit(t, one, now.day())).collect(),
        warnings: warned.iter().map(|one| warning(t, one, now)).collect(),
    })
}

/// A day as people type it.
pub(super) fn typed_day(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month}.{month}.{year}")
}

/// What somebody wants first, as sentences.
pub(super) fn wants(t: &Say, wanted: &crate::housing::fit::Wanted) -> Vec<String> {
    let musts = wanted.musts.iter().map(|one| t.with("housing-must", "what", word(t, *one)));
    let wishes = wanted.wishes.iter().filter(|one| !wanted.musts.contains(one));
    let wishes = wishes.map(|one| t.with("housing-wish", "what", word(t, *one)));
    musts.chain(wishes).chain(std::iter::once(support(t, wanted.support, 0))).collect()
}

fn here(person: &PersonId) -> Settled {
    Settled::to(format!("/bolig/en/{person}"))
}

/// Offers a home.
pub async fn offer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_offer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_offer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["unit", "why"])?;
    let person = asked.person()?;
    let unit = RowId::parse(asked.form.get("unit")).ok_or_else(|| Error::field("unit", "form-choose"))?;
    let why = Why::parse(asked.form.get("why"));
    asked.change(&CHARTER, "offer", move |tx, desk| acts::offer(tx, desk, &person, &unit, why).map(|_| here(&person))).await
}

/// What the person said, written down by the service.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    let (person, answer) = (asked.person()?, read_answer(asked)?);
    asked
        .change(&CHARTER, "write-answer", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            acts::say(tx, desk, &permit, &answer).map(|()| here(&person))
        })
        .await
}

/// Yes, or no with a reason or without.
pub(super) fn read_answer(asked: &Asked) -> Result<Answer, Error> {
    asked.form.only(&["answer", "reason", "words"])?;
    let words = asked.form.text_or_none("words", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    let reason = NoReason::parse(asked.form.get("reason"));
    match asked.form.get("answer") {
        "yes" => Ok(Answer::Yes),
        "no" => Ok(Answer::No(reason, words.map(|words| words.as_str().to_owned()))),
        _ => Err(Error::field("answer", "form-choose")),
    }
}

/// Takes an offer back.
pub async fn take_back(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_take_back(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_take_back(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let person = asked.person()?;
    asked.change(&CHARTER, "take-back", move |tx, desk| acts::take_back(tx, desk, &person).map(|()| here(&person))).await
}

/// A day in a form, or nothing.
pub(super) fn day(asked: &Asked, field: &'static str) -> Result<Option<Day>, FieldError> {
    let typed = asked.form.get(field).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    Day::read(typed, asked.ctx.now.day()).map(Some).ok_or(FieldError::new(field, "form-date"))
}

/// Writes the plan for the follow-up anew.
pub async fn plan(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_plan(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_plan(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["plan", "visit_on", "version"])?;
    let (person, seen) = (asked.person()?, asked.form.get("version").parse().unwrap_or(0));
    let visit_on = day(asked, "visit_on").and_then(|day| day.ok_or(FieldError::new("visit_on", "form-date")));
    let (words, visit_on) = match (asked.form.text_or_none("plan", WORDS_MAX), visit_on) {
        (Ok(words), Ok(visit_on)) => (words.map(|words| words.as_str().to_owned()), visit_on),
        (words, visit_on) => return Err(Error::Invalid(words.err().into_iter().chain(visit_on.err()).collect())),
    };
    asked
        .change(&CHARTER, "plan", move |tx, desk| {
            acts::plan(tx, desk, &person, words.as_deref(), visit_on, seen).map(|()| here(&person))
        })
        .await
}

/// Somebody has helped.
pub async fn settle(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_settle(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_settle(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["warning", "done"])?;
    let person = asked.person()?;
    let id = RowId::parse(asked.form.get("warning")).ok_or(Error::Missing)?;
    let words = asked.form.text_or_none("done", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    let words = words.map(|words| words.as_str().to_owned());
    asked
        .change(&CHARTER, "settle", move |tx, desk| {
            acts::settle(tx, desk, &person, &id, words.as_deref()).map(|()| here(&person))
        })
        .await
}
