//! What a unit is and how many places it has, written by those who work there.

use askama::Template;
use kernel::capacity::{Expected, Fault, Places};
use kernel::id::RowId;
use kernel::text::Phone;
use kernel::time::{Day, Timestamp};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::stay::read_clock;
use super::{row, seen};
use crate::beds::choices::UnitKind;
use crate::beds::store::units::{self, About, Unit};
use crate::beds::{CHARTER, work};

const FIELDS: [&str; 12] =
    ["versjon", "name", "kind", "target", "phone", "total", "free", "more", "more-day", "more-clock", "self", "closed"];
/// Longest name and longest word about whom it is for, in characters.
const NAME_MAX: usize = 60;
const TARGET_MAX: usize = 120;

#[derive(Template)]
#[template(path = "beds/pages/edit.html")]
struct EditPage {
    frame: Frame,
    t: Say,
    again: Again,
    title: String,
    here: String,
    back: String,
    kinds: Vec<(&'static str, String)>,
    typed: Typed,
}

/// The form as it stands or as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    version: String,
    name: String,
    kind: String,
    target: String,
    phone: String,
    total: String,
    free: String,
    more: String,
    more_day: String,
    more_clock: String,
    without_referral: bool,
    closed: bool,
}

impl Typed {
    fn read(form: &Form) -> Typed {
        let text = |name: &str| form.get(name).to_owned();
        Typed {
            version: text("versjon"),
            name: text("name"),
            kind: text("kind"),
            target: text("target"),
            phone: text("phone"),
            total: text("total"),
            free: text("free"),
            more: text("more"),
            more_day: text("more-day"),
            more_clock: text("more-clock"),
            without_referral: form.has("self"),
            closed: form.has("closed"),
        }
    }

    fn of(unit: &Unit, now: Timestamp) -> Typed {
        let expected = unit.board.expected(now);
        let day = |at: Timestamp| {
            let (year, month, day) = at.day().parts();
            format!("{day:02}.{month:02}.{year}")
        };
        let clock = |at: Timestamp| {
            let (hour, minute) = at.clock().parts();
            format!("{hour:02}.{minute:02}")
        };
        Typed {
            version: unit.version.to_string(),
            name: unit.about.name.clone(),
            kind: unit.about.kind.key().to_owned(),
            target: unit.about.target.clone(),
            phone: Phone::parse(&unit.about.phone).map_or_else(String::new, |phone| phone.shown()),
            total: unit.board.total().to_string(),
            free: unit.board.free().to_string(),
            more: expected.map_or_else(String::new, |expected| expected.free.to_string()),
            more_day: expected.map_or_else(String::new, |expected| day(expected.at)),
            more_clock: expected.map_or_else(String::new, |expected| clock(expected.at)),
            without_referral: unit.about.without_referral,
            closed: unit.about.closed,
        }
    }

    fn understand(&self, form: &Form, now: Timestamp) -> Result<(About, Places), Error> {
        let mut errors: Vec<FieldError> = Vec::new();
        let name = form.text("name", NAME_MAX).map_err(|error| errors.push(error)).ok();
        let target = form.text_or_none("target", TARGET_MAX).map_err(|error| errors.push(error)).ok().flatten();
        let kind = UnitKind::parse(&self.kind);
        let phone = Phone::parse(&self.phone);
        errors.extend(kind.is_none().then_some(FieldError::new("kind", "form-choose")));
        errors.extend(phone.is_none().then_some(FieldError::new("phone", "form-phone")));
        let board = self.board(now).map_err(|error| errors.push(error)).ok();
        match (name, kind, phone, board) {
            (Some(name), Some(kind), Some(phone), Some(board)) if errors.is_empty() => {
                let about = About {
                    kind,
                    name: name.as_str().to_owned(),
                    target: target.map_or_else(String::new, |target| target.as_str().to_owned()),
                    phone: phone.stored().to_owned(),
                    without_referral: self.without_referral,
                    closed: self.closed,
                };
                Ok((about, board))
            }
            _ => Err(Error::Invalid(errors)),
        }
    }

    fn board(&self, now: Timestamp) -> Result<Places, FieldError> {
        let number =
            |field: &'static str, text: &str| text.trim().parse::<u16>().map_err(|_| FieldError::new(field, "beds-number"));
        let board = Places::new(number("total", &self.total)?, number("free", &self.free)?).map_err(field_of)?;
        if self.more.trim().is_empty() {
            return Ok(board);
        }
        let day = Day::read(&self.more_day, now.day()).ok_or(FieldError::new("more-day", "form-date"))?;
        let clock = read_clock(&self.more_clock).ok_or(FieldError::new("more-clock", "form-time"))?;
        let expected = Expected { free: number("more", &self.more)?, at: day.at(clock) };
        board.expecting(expected, now).map_err(field_of)
    }
}

/// What is wrong with a number, beside the field it stands in.
fn field_of(fault: Fault) -> FieldError {
    match fault {
        Fault::TooMany => FieldError::new("total", "beds-number-many"),
        Fault::MoreFreeThanTotal | Fault::Full | Fault::Empty => FieldError::new("free", "beds-number-free"),
        Fault::ExpectedNumber => FieldError::new("more", "beds-number-more"),
        Fault::ExpectedTime => FieldError::new("more-day", "beds-number-when"),
    }
}

fn page(asked: &Asked, again: Again, id: Option<&RowId>, typed: Typed) -> EditPage {
    let say = asked.say();
    let (title, here, back) = match id {
        Some(id) => ("beds-edit-title", format!("/plasser/senger/{id}/endre"), format!("/plasser/senger/{id}")),
        None => ("beds-new-title", "/plasser/senger/ny".to_owned(), "/plasser/senger".to_owned()),
    };
    EditPage {
        frame: asked.frame(),
        again,
        title: say.t(title),
        here,
        back,
        kinds: UnitKind::ALL.map(|kind| (kind.key(), say.t(&format!("beds-kind-{}", kind.key())))).to_vec(),
        typed,
        t: say,
    }
}

/// An empty form.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    asked.ctx.actor.employer_id()?;
    draw_new(asked, Again::default()).await
}

async fn draw_new(asked: Asked, again: Again) -> Result<Reply, Error> {
    let page = page(&asked, again, None, Typed::read(&asked.form));
    Reply::page_again(&page, page.again.status)
}

/// The form of a unit.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = row(&asked, "unit")?;
    let wanted = id.clone();
    let unit = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            units::one(tx, &wanted)
        })
        .await?;
    if *asked.ctx.actor.employer_id()? != unit.organisation {
        return Err(Error::Missing);
    }
    let typed = match again.status {
        None => Typed::of(&unit, asked.ctx.now),
        // Whoever was second has been told, keeps what they typed, and may send it once more.
        Some(409) => Typed { version: unit.version.to_string(), ..Typed::read(&asked.form) },
        Some(_) => Typed::read(&asked.form),
    };
    let page = page(&asked, again, Some(&id), typed);
    Reply::page_again(&page, page.again.status)
}

/// Makes a unit.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    let outcome = write(&asked, None).await;
    asked.settled(outcome, draw_new).await
}

/// Saves what was typed.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    let outcome = match row(&asked, "unit") {
        Ok(id) => write(&asked, Some((id, seen(&asked)))).await,
        Err(error) => Err(error),
    };
    asked.settled(outcome, draw).await
}

async fn write(asked: &Asked, known: Option<(RowId, i64)>) -> Result<Settled, Error> {
    asked.form.only(&FIELDS)?;
    let (about, board) = Typed::read(&asked.form).understand(&asked.form, asked.ctx.now)?;
    asked
        .change(&CHARTER, "describe-unit", move |tx, desk| {
            let id = work::describe(tx, desk, known.as_ref().map(|(id, seen)| (id, *seen)), &about, board)?;
            Ok(Settled::to(format!("/plasser/senger/{id}")))
        })
        .await
}
