//! The individual plan: the nine parts, what is missing, and the period.

use askama::Template;
use kernel::time::Day;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::reader;
use crate::plan::rules::{Head, IpPart, Kind, MAX_WORDS, Period, PlanChange, PlanCommand, Refusal, decide_plan, missing};
use crate::plan::{CHARTER, store};

/// One of the parts as drawn.
struct ShownPart {
    href: String,
    name: String,
    help: String,
    words: String,
    state: String,
    missing: bool,
}

#[derive(Template)]
#[template(path = "plan/pages/individual.html")]
struct IndividualPage {
    frame: Frame,
    t: Say,
    again: Again,
    individual: bool,
    declined: bool,
    parts: Vec<ShownPart>,
    complete: Option<String>,
    period: Option<String>,
    revise: Option<String>,
    source: String,
    check: bool,
}

#[derive(Template)]
#[template(path = "plan/pages/part.html")]
struct PartPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    help: String,
    consent: bool,
    words: String,
    seen: String,
}

#[derive(Template)]
#[template(path = "plan/pages/period.html")]
struct PeriodPage {
    frame: Frame,
    t: Say,
    again: Again,
    from: String,
    until: String,
    revise: String,
    seen: String,
}

/// The nine parts.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let (head, rule) = (store::head(tx, &own, desk.now())?, store::part_rule(tx, desk.now().day())?);
        let plan = store::load(tx, &own)?;
        let lacking = missing(&rule.parts, &store::facts(tx, &own, &plan, &head, desk.now())?);
        Ok((store::parts(tx, &own)?, own, head, rule, lacking))
    });
    let (written, own, head, rule, lacking) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &own, &say);
    let part = |part: &IpPart| {
        let is_missing = lacking.contains(part);
        ShownPart {
            href: href(*part),
            name: say.t(&format!("plan-part-{}", part.key())),
            help: say.t(&format!("plan-part-{}-help", part.key())),
            words: written.iter().find(|one| one.part == *part).map_or_else(String::new, |one| one.words.clone()),
            state: say.t(if is_missing { "plan-part-missing" } else { "plan-part-there" }),
            missing: is_missing,
        }
    };
    let page = IndividualPage {
        frame: asked.frame(),
        again,
        individual: head.kind == Kind::Individual,
        declined: head.declined_at.is_some(),
        parts: rule.parts.iter().map(part).collect(),
        complete: head
            .completed_at
            .filter(|_| lacking.is_empty())
            .map(|at| say.with("plan-complete", "date", reader.date(at.day()))),
        period: head
            .period
            .map(|period| say.with2("plan-period-is", "from", reader.date(period.from), "until", reader.date(period.until))),
        revise: head.period.map(|period| say.with("plan-revise-on", "date", reader.date(period.revise))),
        source: say.with2("plan-rule-source", "source", &rule.source, "date", say.date_with_year(rule.since)),
        check: rule.to_be_checked.is_some(),
        t: say.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

/// Where a part is written; the parts the plan already holds lead to where they are held.
fn href(part: IpPart) -> String {
    match part {
        IpPart::Coordinator => "/laget".to_owned(),
        IpPart::Measures => "/planen".to_owned(),
        IpPart::Period => "/planen/individuell/periode".to_owned(),
        _ => format!("/planen/individuell/del/{}", part.key()),
    }
}

/// Changes the plan as a whole: one path for all of it.
async fn change(asked: &Asked, act: &'static str, command: PlanCommand, to: &'static str) -> Result<Settled, Error> {
    let changed = asked.change(&CHARTER, act, move |tx, desk| {
        let own = desk.own(tx)?;
        let mut head = store::head(tx, &own, desk.now())?;
        let mut command = command.clone();
        if let PlanCommand::Complete(lacking) = &mut command {
            let plan = store::load(tx, &own)?;
            let facts = store::facts(tx, &own, &plan, &head, desk.now())?;
            *lacking = missing(&store::part_rule(tx, desk.now().day())?.parts, &facts);
        }
        let change = decide_plan(&head, &command).map_err(|refusal| Error::refused(&refusal))?;
        let what = apply(&mut head, change, desk.now());
        store::save_head(tx, &own, &head)?;
        store::note(tx, desk, &own, what, None, None, &None)?;
        desk.tell(tx, crate::plan::PLAN_CHANGED, Some(own.person()), "plan")?;
        Ok(Settled::to(to))
    });
    changed.await
}

fn apply(head: &mut Head, change: PlanChange, now: kernel::time::Timestamp) -> &'static str {
    match change {
        PlanChange::Grown => {
            (head.kind, head.declined_at) = (Kind::Individual, None);
            "grown"
        }
        PlanChange::Light => {
            (head.kind, head.declined_at, head.completed_at) = (Kind::Light, Some(now), None);
            "stayed-light"
        }
        PlanChange::Period(period) => {
            head.period = Some(period);
            "period"
        }
        PlanChange::Completed => {
            head.completed_at = Some(now);
            "completed"
        }
        PlanChange::Written => "part",
    }
}

async fn settle(asked: Asked, settled: Result<Settled, Error>) -> Result<Reply, Error> {
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(asked, again).await
        }
    }
}

/// «I want one», or «I want none».
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["kind"])?;
    let command = match Kind::parse(asked.form.get("kind")) {
        Some(Kind::Individual) => Ok(PlanCommand::Grow),
        Some(Kind::Light) => Ok(PlanCommand::StayLight),
        None => Err(Error::field("kind", "form-choose")),
    };
    let settled = match command {
        Ok(command) => change(&asked, "choose-plan", command, "/planen/individuell").await,
        Err(error) => Err(error),
    };
    settle(asked, settled).await
}

/// Calls the plan complete, or says which part is missing.
pub async fn complete(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = change(&asked, "complete-plan", PlanCommand::Complete(Vec::new()), "/planen/individuell").await;
    settle(asked, settled).await
}

fn written_part(asked: &Asked) -> Result<IpPart, Error> {
    let part = IpPart::parse(asked.param("part")).filter(|part| !part.comes_from_facts());
    part.ok_or(Error::Missing)
}

/// One part, to be written.
pub async fn part(asked: Asked) -> Result<Reply, Error> {
    draw_part(asked, None, Again::default()).await
}

async fn draw_part(asked: Asked, typed: Option<String>, again: Again) -> Result<Reply, Error> {
    let part = written_part(&asked)?;
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        store::parts(tx, &own)
    });
    let written = found.await?.into_iter().find(|one| one.part == part);
    let say = asked.say();
    let page = PartPage {
        frame: asked.frame(),
        again,
        name: say.t(&format!("plan-part-{}", part.key())),
        help: say.t(&format!("plan-part-{}-help", part.key())),
        consent: part == IpPart::Consent,
        seen: written.as_ref().map_or(0, |one| one.version).to_string(),
        words: typed.or_else(|| written.map(|one| one.words)).unwrap_or_default(),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Writes one part.
pub async fn write_part(asked: Asked) -> Result<Reply, Error> {
    match try_write_part(&asked).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let (typed, again) = (asked.form.get("words").to_owned(), Again::of(&asked.say(), error)?);
            draw_part(asked, Some(typed), again).await
        }
    }
}

async fn try_write_part(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words", "seen"])?;
    let part = written_part(asked)?;
    let seen: i64 = asked.form.get("seen").parse().unwrap_or(-1);
    let words = asked.form.text("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let settled = asked.change(&CHARTER, "write-part", move |tx, desk| {
        let own = desk.own(tx)?;
        let head = store::head(tx, &own, desk.now())?;
        decide_plan(&head, &PlanCommand::WritePart).map_err(|refusal| Error::refused(&refusal))?;
        let there = store::parts(tx, &own)?.into_iter().find(|one| one.part == part).map_or(0, |one| one.version);
        if there != seen {
            return Err(Error::refused(&Refusal::Stale));
        }
        store::save_part(tx, &own, part, words.as_str(), seen, desk.now())?;
        store::note(tx, desk, &own, "part", None, Some(words.as_str()), &None)?;
        desk.tell(tx, crate::plan::PLAN_CHANGED, Some(own.person()), part.key())?;
        Ok(Settled::to("/planen/individuell"))
    });
    settled.await
}

/// The period, to be set.
pub async fn period(asked: Asked) -> Result<Reply, Error> {
    draw_period(asked, Again::default()).await
}

async fn draw_period(asked: Asked, again: Again) -> Result<Reply, Error> {
    let head = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        store::head(tx, &own, desk.now())
    });
    let head = head.await?;
    let typed = |name: &str, day: Option<Day>| {
        if asked.form.has(name) { asked.form.get(name).to_owned() } else { day.map(shown_day).unwrap_or_default() }
    };
    let page = PeriodPage {
        frame: asked.frame(),
        again,
        from: typed("from", head.period.map(|period| period.from)),
        until: typed("until", head.period.map(|period| period.until)),
        revise: typed("revise", head.period.map(|period| period.revise)),
        seen: head.version.to_string(),
        t: asked.say(),
    };
    Reply::page_again(&page, page.again.status)
}

/// As one types it: `24.11.2026`.
fn shown_day(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month}.{month}.{year}")
}

/// Sets the period.
pub async fn set_period(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_set_period(&asked).await;
    asked.settled(outcome, draw_period).await
}

async fn try_set_period(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["from", "until", "revise", "seen"])?;
    let today = asked.ctx.now.day();
    let mut errors = Vec::new();
    let mut day = |name: &'static str| {
        let read = Day::read(asked.form.get(name), today);
        if read.is_none() {
            errors.push(FieldError::new(name, "form-date"));
        }
        read
    };
    let (from, until, revise) = (day("from"), day("until"), day("revise"));
    let (Some(from), Some(until), Some(revise)) = (from, until, revise) else { return Err(Error::Invalid(errors)) };
    let seen = asked.form.get("seen").parse().unwrap_or(-1);
    let command = PlanCommand::SetPeriod(Period { from, until, revise }, seen);
    change(asked, "set-period", command, "/planen/individuell").await
}
