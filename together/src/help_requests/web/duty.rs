//! `/oppsett/vakt/{organisation}/vakter`: who is on duty when. What comes in goes to whoever is on duty and holds fewest.

use askama::Template;
use kernel::id::AccountId;
use kernel::time::{Day, Timestamp};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::setup::{organisation, told};
use crate::help_requests::CHARTER;
use crate::help_requests::rules::Holder;
use crate::help_requests::store::desks;
use crate::help_requests::store::setup::{self, Duty};
use crate::help_requests::week::read_time;

#[derive(Template)]
#[template(path = "help_requests/pages/setup_duty.html")]
struct DutyPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    rows: Vec<DutyRow>,
    colleagues: Vec<(String, String, bool)>,
    day: String,
    from: String,
    to: String,
}

struct DutyRow {
    who: String,
    when: String,
    key: String,
}

/// The roster.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default()).await
}

async fn draw(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let id = organisation(asked)?;
    let base = format!("/oppsett/vakt/{id}");
    let found =
        asked.view(&CHARTER, move |tx, desk| Ok((setup::duties(tx, &id, desk.now())?, desks::colleagues(tx, &id, desk.now())?)));
    let (duties, colleagues) = found.await?;
    let (t, now, form) = (asked.say(), asked.ctx.now, &asked.form);
    let row = |duty: &Duty| {
        let same_day = duty.from.day() == duty.until.plus_s(-1).day();
        let until = if same_day { t.clock(duty.until) } else { t.when(duty.until, now) };
        DutyRow {
            who: duty.name.clone(),
            when: format!("{} – {until}", t.when(duty.from, now)),
            key: format!("{}.{}", duty.account, duty.from.stored()),
        }
    };
    let chosen = form.get("who");
    let status = again.status.unwrap_or(200);
    let page = DutyPage {
        frame: asked.frame(),
        again,
        base,
        rows: duties.iter().map(row).collect(),
        colleagues: colleagues
            .iter()
            .map(|one| (one.account.to_string(), one.name.clone(), one.account.as_str() == chosen))
            .collect(),
        day: form.get("day").to_owned(),
        from: form.get("from").to_owned(),
        to: form.get("to").to_owned(),
        t: t.clone(),
    };
    Ok(Reply::page(&page)?.status(status))
}

/// Who and when, as read. A duty may go past midnight.
fn read(asked: &Asked) -> Result<(AccountId, Timestamp, Timestamp), Error> {
    asked.form.only(&["who", "day", "from", "to"])?;
    let mut errors = Vec::new();
    let who = AccountId::parse(asked.form.get("who"));
    if who.is_none() {
        errors.push(FieldError::new("who", "form-choose"));
    }
    let day = Day::read(asked.form.get("day"), asked.ctx.now.day());
    if day.is_none() {
        errors.push(FieldError::new("day", "form-date"));
    }
    let mut time = |name: &'static str| {
        let read = read_time(asked.form.get(name));
        if read.is_none() {
            errors.push(FieldError::new(name, "form-time"));
        }
        read
    };
    let (from, to) = (time("from"), time("to"));
    let (Some(who), Some(day), Some(from), Some(to)) = (who, day, from, to) else { return Err(Error::Invalid(errors)) };
    let last = if to > from { day } else { day.plus(1) };
    let (from, until) = (day.at(from), last.at(to));
    if until <= asked.ctx.now {
        return Err(Error::field("day", "help-setup-duty-past"));
    }
    Ok((who, from, until))
}

/// Puts somebody on duty.
pub async fn add(asked: Asked) -> Result<Reply, Error> {
    match try_add(&asked).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?).await,
    }
}

async fn try_add(asked: &Asked) -> Result<Settled, Error> {
    let (id, (who, from, until)) = (organisation(asked)?, read(asked)?);
    let settled = asked.change(&CHARTER, "put-on-duty", move |tx, desk| {
        if !desks::colleagues(tx, &id, desk.now())?.iter().any(|colleague| colleague.account == who) {
            return Err(Error::field("who", "form-choose"));
        }
        desks::put_on_duty(tx, &Holder { organisation: id.clone(), account: who.clone() }, from, until)?;
        told(tx, desk, &id)?;
        Ok(Settled::to(format!("/oppsett/vakt/{id}/vakter")))
    });
    settled.await
}

/// Takes somebody off duty.
pub async fn remove(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["duty"])?;
    let id = organisation(&asked)?;
    let (who, from) = asked.form.get("duty").split_once('.').ok_or(Error::Missing)?;
    let (who, from) = (AccountId::parse(who).ok_or(Error::Missing)?, Timestamp::parse(from).ok_or(Error::Missing)?);
    let settled = asked.change(&CHARTER, "take-off-duty", move |tx, desk| {
        if !setup::take_off_duty(tx, &id, &who, from)? {
            return Err(Error::Missing);
        }
        told(tx, desk, &id)?;
        Ok(Settled::to(format!("/oppsett/vakt/{id}/vakter")))
    });
    Ok(Reply::to(settled.await?.to))
}
