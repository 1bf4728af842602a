//! One clock for those at work: what is known, which rules it keeps, and what can be written next.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::Day;
use platform::access::Settled;
use platform::error::Error;
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::{self, ShownClock};
use crate::waiting::CHARTER;
use crate::waiting::facts::{Care, Facts, Injecting, Problem};
use crate::waiting::limits::Rule;
use crate::waiting::rules::{Assessment, CausedBy, Command, Ending, MAX_WORDS, State};
use crate::waiting::store::clocks::Clock;
use crate::waiting::store::{breaches, clocks, steps};
use crate::waiting::work::{self, Beside};

/// A choice in a form.
struct Choice {
    key: &'static str,
    word: String,
    chosen: bool,
}

/// A rule the clock keeps, in words.
struct ShownRule {
    what: String,
    detail: String,
    source: String,
    sure: bool,
}

#[derive(Template)]
#[template(path = "waiting/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    name: String,
    action: String,
    clock: ShownClock,
    rules: Vec<ShownRule>,
    history: Vec<(String, String, String)>,
    suggestion: String,
    keeps: bool,
    can: &'static str,
    specialist: bool,
    problems: Vec<Choice>,
    injecting: Vec<Choice>,
    pregnant: bool,
    units: String,
    cares: Vec<Choice>,
    causes: Vec<Choice>,
    today: String,
    on: String,
    latest: String,
    to: String,
    words: String,
    right: String,
    referral: Option<String>,
}

const FIELDS: &[&str] =
    &["act", "on", "right", "latest", "words", "problem", "injecting", "units", "pregnant", "care", "cause", "to"];

/// One clock.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, id) = address(&asked)?;
    let say = asked.say();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let clock = clocks::find(tx, desk, &permit, &id)?;
        let steps = steps::of_person(tx, &permit)?.remove(id.as_str()).unwrap_or_default();
        let breaches = breaches::of_person(tx, &permit)?.remove(id.as_str()).unwrap_or_default();
        let keeps = work::keeps(desk, &clock);
        Ok((permit.card().name.clone(), clock, steps, breaches, keeps))
    });
    let (name, clock, steps, breaches, keeps) = found.await?;
    let (now, form) = (asked.ctx.now, &asked.form);
    let facts = if form.has("problem") || form.has("act") { read_facts(form, &clock.facts) } else { Ok(clock.facts.clone()) };
    let facts = facts.unwrap_or_else(|_| clock.facts.clone());
    let suggested = clock.rules.suggest(clock.received, &facts);
    let frame = asked.frame();
    let page = OnePage {
        back: format!("/folk/{}", clock.person),
        name: name.unwrap_or_else(|| say.t("waiting-the-person")),
        action: path(&clock.person, &clock.id),
        rules: clock.rules.0.iter().map(|rule| rule_words(&say, rule)).collect(),
        history: steps.iter().map(|step| shown::happened(&say, step, now)).collect(),
        suggestion: suggested.as_ref().map_or_else(
            || say.t("waiting-no-suggestion"),
            |found| {
                let day = shown::date(&say, found.on, now.day());
                say.with2("waiting-suggestion", "when", day, "why", ground_words(&say, &found.rule))
            },
        ),
        keeps,
        can: match clock.state {
            State::Received if clock.route == "other" => "answer",
            State::Received => "assess",
            State::Assessed { .. } => "offer",
            State::Offered { .. } => "move",
            State::Started { .. } if clock.route == "specialist" => "decide",
            State::Decided { .. } => "evaluate",
            State::Started { .. } => "end",
            State::Over { .. } => "",
        },
        specialist: clock.route == "specialist",
        problems: Problem::ALL.into_iter().map(|one| choice(&say, "problem", one.key(), facts.problem == Some(one))).collect(),
        injecting: Injecting::ALL.into_iter().map(|one| choice(&say, "injecting", one.key(), facts.injecting == one)).collect(),
        pregnant: facts.pregnant,
        units: facts.units_a_day.map(|units| units.to_string()).unwrap_or_default(),
        cares: Care::ALL.into_iter().map(|one| choice(&say, "care", one.key(), form.get("care") == one.key())).collect(),
        causes: CausedBy::ALL.into_iter().map(|one| choice(&say, "cause", one.key(), form.get("cause") == one.key())).collect(),
        today: typed(now.day()),
        on: form.get("on").to_owned(),
        latest: if form.has("latest") {
            form.get("latest").to_owned()
        } else {
            suggested.map(|found| typed(found.on)).unwrap_or_default()
        },
        to: form.get("to").to_owned(),
        words: form.get("words").to_owned(),
        right: form.get("right").to_owned(),
        referral: frame
            .leads_to("/folk/{person}/henvisning/{referral}")
            .then(|| format!("/folk/{}/henvisning/{}", clock.person, clock.referral)),
        clock: shown::clock(&say, &clock, &steps, &breaches, now.day(), false),
        frame,
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

fn choice(say: &Say, group: &str, key: &'static str, chosen: bool) -> Choice {
    Choice { key, word: say.t(&format!("waiting-{group}-{key}")), chosen }
}

fn rule_words(say: &Say, rule: &Rule) -> ShownRule {
    let amount = say.with(&format!("waiting-amount-{}", rule.unit.key()), "n", rule.amount);
    ShownRule {
        what: say.with2("waiting-rule", "what", say.t(&format!("waiting-what-{}", rule.name.key())), "amount", amount),
        detail: format!("{} {}", ground_words(say, rule), say.t(&format!("waiting-kind-{}", rule.kind.key()))),
        source: rule.source.clone(),
        sure: rule.sure,
    }
}

fn ground_words(say: &Say, rule: &Rule) -> String {
    let problem = rule.problem.map(|problem| say.t(&format!("waiting-problem-{}", problem.key())));
    let ground = say.with(&format!("waiting-ground-{}", rule.ground.key()), "n", rule.threshold.unwrap_or_default());
    match problem {
        Some(problem) => say.with2("waiting-ground-with", "problem", problem, "ground", ground),
        None => ground,
    }
}

fn typed(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month}.{month}.{year}")
}

fn address(asked: &Asked) -> Result<(PersonId, RowId), Error> {
    Ok((asked.person()?, RowId::parse(asked.param("clock")).ok_or(Error::Missing)?))
}

/// The address of a clock.
#[must_use]
pub fn path(person: &PersonId, id: &RowId) -> String {
    format!("/folk/{person}/ventetid/{id}")
}

/// Writes what happened; or shows what the guideline suggests for what is now known, and keeps nothing.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    if asked.form.get("act") == "suggest" {
        asked.form.only(FIELDS)?;
        return draw(asked, Again::default()).await;
    }
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(FIELDS)?;
    let (person, id) = address(asked)?;
    let (form, today) = (asked.form.clone(), asked.ctx.now.day());
    let settled = asked.change(&CHARTER, "write-wait", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let clock = clocks::find(tx, desk, &permit, &id)?;
        let (command, beside) = understood(&form, &clock, today)?;
        work::change(tx, desk, &person, &id, &command, &beside)?;
        Ok(Settled::to(path(&person, &id)))
    });
    settled.await
}

fn understood(form: &Form, clock: &Clock, today: Day) -> Result<(Command, Beside), Error> {
    let day = |field: &'static str| Day::read(form.get(field), today).ok_or(Error::field(field, "form-date"));
    let words = form.text_or_none("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let mut beside = Beside { words: words.map(|words| words.as_str().to_owned()), facts: None };
    let care = || Care::parse(form.get("care")).ok_or(Error::field("care", "form-choose"));
    let command = match form.get("act") {
        "assess" => {
            beside.facts = Some(read_facts(form, &clock.facts)?);
            let came_to = match form.get("right") {
                "yes" => Assessment::Right { latest: day("latest")? },
                "no" => Assessment::NoRight,
                _ => return Err(Error::field("right", "form-choose")),
            };
            Command::Assess { on: day("on")?, came_to, suggested: None, reasoned: false }
        }
        "offer" => Command::Offer { on: day("to")? },
        "move" => Command::Move {
            to: day("to")?,
            caused_by: CausedBy::parse(form.get("cause")).ok_or(Error::field("cause", "form-choose"))?,
        },
        "start" => Command::Start { on: day("on")?, care: care()? },
        "decide" => Command::Decide { on: day("on")? },
        "evaluate" => Command::Evaluate { on: day("on")? },
        "end" => Command::End(Ending::Finished),
        _ => return Err(Error::field("act", "form-half-sent")),
    };
    Ok((command, beside))
}

fn read_facts(form: &Form, before: &Facts) -> Result<Facts, Error> {
    let units = match form.get("units").trim() {
        "" => None,
        typed => Some(
            typed.parse().ok().filter(|units| (0..=200).contains(units)).ok_or(Error::field("units", "waiting-units-number"))?,
        ),
    };
    Ok(Facts {
        problem: Problem::parse(form.get("problem")),
        injecting: Injecting::parse(form.get("injecting")).unwrap_or_default(),
        units_a_day: units,
        age: before.age,
        pregnant: form.has("pregnant"),
    })
}
