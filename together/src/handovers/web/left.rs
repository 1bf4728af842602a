//! «Dro uten avtale»: half a minute, one page, one button. The sender keeps the baton.

use askama::Template;
use kernel::area::Area;
use kernel::time::Timestamp;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::fields;
use crate::handovers::store::lines::{Departure, Done};
use crate::handovers::{CHARTER, shown, work};

const MAX_LINE: usize = 200;

#[derive(Template)]
#[template(path = "handovers/pages/left.html")]
struct LeftPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    person: String,
    day: String,
    clock: String,
    medicines: String,
    contact: String,
    tolerance: String,
    spray: String,
    looks: bool,
}

/// The form.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, say, now) = (asked.person()?, asked.say(), asked.ctx.now);
    let found = asked.view(&CHARTER, move |tx, desk| {
        work::me(desk)?;
        let permit = desk.person(tx, &person)?;
        let running = work::running(tx, desk, &permit)?;
        Ok((permit, running.is_some_and(|one| one.looks_at.is_some())))
    });
    let (permit, looks) = found.await?;
    let (year, month, of_month) = now.day().parts();
    let (hour, minute) = now.clock().parts();
    let typed = |name: &str, usual: String| if asked.form.has(name) { asked.form.get(name).to_owned() } else { usual };
    let page = LeftPage {
        frame: asked.frame(),
        name: shown::name_of(&say, &permit),
        person: permit.person().to_string(),
        day: typed("left_on", format!("{of_month}.{month}.{year}")),
        clock: typed("left_at", format!("{hour:02}.{minute:02}")),
        medicines: typed("medicines", String::new()),
        contact: typed("contact", String::new()),
        tolerance: typed("tolerance", String::new()),
        spray: typed("spray", String::new()),
        looks,
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Records it.
pub async fn record(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_record(&asked).await;
    asked.settled(outcome, draw).await
}

fn read(asked: &Asked, now: Timestamp) -> Result<Departure, Error> {
    asked.form.only(&["left_on", "left_at", "medicines", "tolerance", "spray", "contact"])?;
    let mut errors = Vec::new();
    let left_at = fields::moment(&asked.form, ("left_on", "left_at"), now, &mut errors);
    if left_at.is_none() && errors.is_empty() {
        errors.push(FieldError::new("left_at", "form-time"));
    }
    let mut done = |name: &'static str| {
        let done = Done::parse(asked.form.get(name));
        if done.is_none() {
            errors.push(FieldError::new(name, "form-choose"));
        }
        done.unwrap_or(Done::No)
    };
    let (tolerance, spray) = (done("tolerance"), done("spray"));
    let mut text = |name: &'static str| match asked.form.text_or_none(name, MAX_LINE) {
        Ok(text) => text.map(|text| text.as_str().to_owned()),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let (medicines, contact) = (text("medicines"), text("contact"));
    match left_at {
        // Nobody has left later than now.
        Some(at) if errors.is_empty() => {
            let left_at = if at > now { now } else { at };
            Ok(Departure { left_at, medicines, tolerance, spray, contact })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

async fn try_record(asked: &Asked) -> Result<Settled, Error> {
    let (person, left) = (asked.person()?, read(asked, asked.ctx.now)?);
    let settled = asked.change(&CHARTER, "left", move |tx, desk| {
        let id = work::depart(tx, desk, &person, Area::Safety, &left)?;
        Ok(Settled::to(format!("/overtakelser/{id}")))
    });
    settled.await
}
