//! One stay, as the ward acts on it.

use askama::Template;
use kernel::id::RowId;
use kernel::time::{Clock, Day, Timestamp};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{row, seen};
use crate::beds::choices::{How, Why};
use crate::beds::rules::{Command, State};
use crate::beds::shown::{self, ShownStay, ShownUnit};
use crate::beds::store::{stays, units};
use crate::beds::work::{self, Act};
use crate::beds::{CHARTER, limits};

#[derive(Template)]
#[template(path = "beds/pages/stay.html")]
struct StayPage {
    frame: Frame,
    t: Say,
    again: Again,
    stay: ShownStay,
    unit: ShownUnit,
    version: i64,
    state: &'static str,
    person: String,
    reasons: Vec<(&'static str, String)>,
    ends: Vec<(&'static str, String)>,
    chosen: String,
    day: String,
    clock: String,
    leaving: String,
    baton: Option<String>,
}

/// One stay.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = row(&asked, "stay")?;
    let (permit, stay, unit, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let person = stays::whose(tx, &id)?;
            let permit = desk.person(tx, &person)?;
            let stay = stays::one(tx, desk, &permit, &id)?;
            let unit = units::one(tx, &stay.unit)?;
            Ok((permit, stay, unit, limits::load(tx, desk.now())?))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let here = asked.ctx.actor.employer.as_ref().map(|employer| &employer.id);
    // Only the ward acts; whoever asked reads.
    if here != Some(&stay.organisation) {
        return Err(Error::Missing);
    }
    let mut frame = asked.frame();
    frame.path = format!("/inneliggende/{}", stay.id);
    let typed = |field: &str, otherwise: String| if asked.form.has(field) { asked.form.get(field).to_owned() } else { otherwise };
    // An hour from now, which late in the evening is tomorrow.
    let soon = now.plus_minutes(60);
    let chosen = ["why", "how"].into_iter().map(|field| asked.form.get(field)).find(|text| !text.is_empty());
    let page = StayPage {
        again,
        unit: shown::unit(&say, &unit, &limits, here, now),
        version: stay.case.version,
        state: stay.case.state.key(),
        person: stay.person.to_string(),
        reasons: Why::ALL.map(|why| (why.key(), say.t(&format!("beds-why-choice-{}", why.key())))).to_vec(),
        ends: How::ALL.map(|how| (how.key(), say.t(&format!("beds-how-{}", how.key())))).to_vec(),
        chosen: chosen.unwrap_or_default().to_owned(),
        day: typed("day", date(soon.day())),
        clock: typed("clock", clock(soon)),
        leaving: typed("leaving", stay.leaving_on.map_or_else(String::new, date)),
        baton: (stay.case.state == State::Ended).then(|| baton(&say, &stay)),
        stay: shown::stay(&say, &permit, &stay, now),
        frame,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

fn date(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month:02}.{month:02}.{year}")
}

fn clock(at: Timestamp) -> String {
    let (hour, minute) = at.clock().parts();
    format!("{hour:02}.{minute:02}")
}

/// Who holds the baton now that they have gone.
fn baton(say: &Say, stay: &stays::Stay) -> String {
    let who = stay.acted_by.clone().unwrap_or_else(|| stay.unit_name.clone());
    say.with2(&format!("beds-baton-{}", stay.case.journey.key()), "name", who, "unit", &stay.unit_name)
}

/// `10.30`, `10:30`, `1030` or `10`.
pub fn read_clock(typed: &str) -> Option<Clock> {
    let bare = typed.trim().trim_start_matches("kl").trim_start_matches('.').trim();
    let (hour, minute) = match bare.split_once(['.', ':']) {
        Some((hour, minute)) => (hour, minute),
        None if bare.len() == 4 => bare.split_at_checked(2)?,
        None => (bare, "0"),
    };
    let (hour, minute): (u8, u8) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    (hour < 24 && minute < 60).then(|| Clock::at(hour, minute))
}

async fn done(asked: Asked, act: &'static str, typed: Result<(Command, Option<Day>), Error>) -> Result<Reply, Error> {
    let outcome = match typed {
        Ok((command, leaving_on)) => change(&asked, act, command, leaving_on).await,
        Err(error) => Err(error),
    };
    asked.settled(outcome, draw).await
}

async fn change(asked: &Asked, act: &'static str, command: Command, leaving_on: Option<Day>) -> Result<Settled, Error> {
    let (id, seen): (RowId, i64) = (row(asked, "stay")?, seen(asked));
    let command = move |tx: &mut platform::db::Tx<'_>, desk: &platform::access::Desk<'_>| {
        let person = stays::whose(tx, &id)?;
        let permit = desk.person(tx, &person)?;
        work::act(tx, desk, &permit, &id, &Act { seen, command, leaving_on })?;
        Ok(Settled::to(format!("/inneliggende/{id}")))
    };
    asked.change(&CHARTER, act, command).await
}

/// «Hold en plass»: for whom, and when they come.
pub async fn offer(asked: Asked) -> Result<Reply, Error> {
    let typed = come_at(&asked).map(|at| (Command::Offer(at), None));
    done(asked, "hold-place", typed).await
}

fn come_at(asked: &Asked) -> Result<Timestamp, Error> {
    asked.form.only(&["versjon", "day", "clock"])?;
    let day = Day::read(asked.form.get("day"), asked.ctx.now.day()).ok_or(FieldError::new("day", "form-date"));
    let clock = read_clock(asked.form.get("clock")).ok_or(FieldError::new("clock", "form-time"));
    match (day, clock) {
        (Ok(day), Ok(clock)) => Ok(day.at(clock)),
        (day, clock) => Err(Error::Invalid(day.err().into_iter().chain(clock.err()).collect())),
    }
}

/// «Vi kan ikke nå»: with a reason; the question stands.
pub async fn say_no(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon", "why"]).and_then(|()| {
        let why = Why::parse(asked.form.get("why")).ok_or_else(|| Error::field("why", "form-choose"))?;
        Ok((Command::SayNo(why), None))
    });
    done(asked, "say-no-for-now", typed).await
}

/// «Er kommet».
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon", "leaving"]).and_then(|()| Ok((Command::Begin, leaving(&asked)?)));
    done(asked, "take-in", typed).await
}

fn leaving(asked: &Asked) -> Result<Option<Day>, Error> {
    let typed = asked.form.get("leaving").trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day = Day::read(typed, asked.ctx.now.day()).filter(|day| *day >= asked.ctx.now.day());
    day.map(Some).ok_or_else(|| Error::field("leaving", "form-date"))
}

/// «Kom ikke»: the place is free, the question stands.
pub async fn not_come(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon"]).map(|()| (Command::NotCome, None));
    done(asked, "not-come", typed).await
}

/// «Drar herfra»: nobody goes without somebody who holds the baton.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon", "how"]).and_then(|()| {
        let how = How::parse(asked.form.get("how")).ok_or_else(|| Error::field("how", "form-choose"))?;
        Ok((Command::End(how), None))
    });
    done(asked, "let-go", typed).await
}
