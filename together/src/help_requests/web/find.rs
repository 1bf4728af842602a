//! Finding a request when the code is lost: by place, time and own words. Never by trying codes.

use askama::Template;
use kernel::time::{Clock, Day, Timestamp};
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::web::{Asked, Reply};

use super::inbox::{self, PromiseRow};
use super::shown::back;
use crate::help_requests::CHARTER;
use crate::help_requests::store::lists;

/// Most requests of one day that are looked through.
const LOOKED_THROUGH: i64 = 200;
/// How far from the time somebody remembers.
const AROUND_MINUTES: i64 = 120;

#[derive(Template)]
#[template(path = "help_requests/pages/find.html")]
struct FindPage {
    frame: Frame,
    t: Say,
    typed: Typed,
    errors: Vec<ErrorItem>,
    found: Option<Vec<PromiseRow>>,
}

#[derive(Clone, Default)]
struct Typed {
    date: String,
    time: String,
    words: String,
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    let date = shown_date(asked.ctx.now.day());
    page(&asked, Typed { date, ..Typed::default() }, &[], None)
}

fn page(asked: &Asked, typed: Typed, errors: &[FieldError], found: Option<Vec<PromiseRow>>) -> Result<Reply, Error> {
    let t = asked.say();
    let errors = error_items(&t, errors);
    let mut frame = asked.frame();
    frame.path = "/innboks/finn".into();
    Reply::page(&FindPage { frame, t, typed, errors, found })
}

fn shown_date(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month:02}.{month:02}.{year}")
}

/// The search. What is typed travels in the form, never in the address.
pub async fn search(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["date", "time", "words"])?;
    let get = |name| asked.form.get(name).to_owned();
    let typed = Typed { date: get("date"), time: get("time"), words: get("words") };
    let (from, until) = match between(&typed) {
        Ok(between) => between,
        Err(errors) => return Ok(back(page(&asked, typed, &errors, None)?, 422)),
    };
    let (say, words) = (asked.say(), typed.words.to_lowercase());
    let found = asked
        .view(&CHARTER, move |tx, desk| {
            let mine = desk.ctx().actor.employer_id()?.clone();
            let listed = lists::asked_between(tx, &mine, from, until, LOOKED_THROUGH)?;
            let opened = inbox::open(tx, desk, &listed)?;
            let fits =
                |request: &str| opened.iter().any(|(_, one)| one.id.as_str() == request && has(one.words.as_deref(), &words));
            let kept: Vec<_> = listed.into_iter().filter(|listed| fits(listed.request.as_str())).collect();
            inbox::draw(tx, desk, &say, &kept)
        })
        .await?;
    page(&asked, typed, &[], Some(found))
}

/// Every word that was typed stands in their own words; with nothing typed, all fit.
fn has(own: Option<&str>, typed: &str) -> bool {
    let own = own.unwrap_or_default().to_lowercase();
    typed.split_whitespace().all(|word| own.contains(word))
}

fn between(typed: &Typed) -> Result<(Timestamp, Timestamp), Vec<FieldError>> {
    let day = read_date(&typed.date).ok_or_else(|| vec![FieldError::new("date", "form-date")])?;
    if typed.time.trim().is_empty() {
        return Ok((day.at(Clock::MIDNIGHT), day.end()));
    }
    let clock = read_time(&typed.time).ok_or_else(|| vec![FieldError::new("time", "form-time")])?;
    let at = day.at(clock);
    Ok((at.plus_minutes(-AROUND_MINUTES), at.plus_minutes(AROUND_MINUTES)))
}

fn read_date(text: &str) -> Option<Day> {
    if let Some(day) = Day::parse(text.trim()) {
        return Some(day);
    }
    let mut parts = text.trim().split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Day::of(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

fn read_time(text: &str) -> Option<Clock> {
    let (hour, minute) = text.trim().split_once(['.', ':'])?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then(|| Clock::at(hour, minute))
}
