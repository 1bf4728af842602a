//! What a day offer is and how many places it has, written by those who run it.

use askama::Template;
use kernel::capacity::{Fault, Places};
use kernel::id::RowId;
use kernel::text::Phone;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{row, seen};
use crate::day_places::rules::UnitKind;
use crate::day_places::store::units::{self, About, Unit};
use crate::day_places::{CHARTER, work};

const FIELDS: [&str; 10] = ["versjon", "name", "kind", "what", "days", "phone", "total", "free", "clear", "closed"];
/// Longest name, and longest line about it, in characters.
const NAME_MAX: usize = 60;
const LINE_MAX: usize = 300;

#[derive(Template)]
#[template(path = "day_places/pages/edit.html")]
struct EditPage {
    frame: Frame,
    t: Say,
    again: Again,
    title: String,
    here: String,
    kinds: Vec<(&'static str, String)>,
    typed: Typed,
}

/// The form as it stands or as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    version: String,
    name: String,
    kind: String,
    what: String,
    days: String,
    phone: String,
    total: String,
    free: String,
    clear_headed: bool,
    closed: bool,
}

impl Typed {
    fn read(form: &Form) -> Typed {
        let text = |name: &str| form.get(name).to_owned();
        Typed {
            version: text("versjon"),
            name: text("name"),
            kind: text("kind"),
            what: text("what"),
            days: text("days"),
            phone: text("phone"),
            total: text("total"),
            free: text("free"),
            clear_headed: form.has("clear"),
            closed: form.has("closed"),
        }
    }

    fn of(unit: &Unit) -> Typed {
        Typed {
            version: unit.version.to_string(),
            name: unit.about.name.clone(),
            kind: unit.about.kind.key().to_owned(),
            what: unit.about.what.clone(),
            days: unit.about.days.clone(),
            phone: Phone::parse(&unit.about.phone).map_or_else(String::new, |phone| phone.shown()),
            total: unit.board.total().to_string(),
            free: unit.board.free().to_string(),
            clear_headed: unit.about.clear_headed,
            closed: unit.about.closed,
        }
    }

    fn understand(&self, form: &Form) -> Result<(About, Places), Error> {
        let mut errors: Vec<FieldError> = Vec::new();
        let name = form.text("name", NAME_MAX).map_err(|error| errors.push(error)).ok();
        let what = form.text("what", LINE_MAX).map_err(|error| errors.push(error)).ok();
        let days = form.text_or_none("days", LINE_MAX).map_err(|error| errors.push(error)).ok().flatten();
        let (kind, phone) = (UnitKind::parse(&self.kind), Phone::parse(&self.phone));
        errors.extend(kind.is_none().then_some(FieldError::new("kind", "form-choose")));
        errors.extend(phone.is_none().then_some(FieldError::new("phone", "form-phone")));
        let board = self.board().map_err(|error| errors.push(error)).ok();
        match (name, what, kind, phone, board) {
            (Some(name), Some(what), Some(kind), Some(phone), Some(board)) if errors.is_empty() => {
                let about = About {
                    kind,
                    name: name.as_str().to_owned(),
                    what: what.as_str().to_owned(),
                    days: days.map_or_else(String::new, |days| days.as_str().to_owned()),
                    phone: phone.stored().to_owned(),
                    clear_headed: self.clear_headed,
                    closed: self.closed,
                };
                Ok((about, board))
            }
            _ => Err(Error::Invalid(errors)),
        }
    }

    fn board(&self) -> Result<Places, FieldError> {
        let number =
            |field: &'static str, text: &str| text.trim().parse::<u16>().map_err(|_| FieldError::new(field, "day-places-number"));
        Places::new(number("total", &self.total)?, number("free", &self.free)?).map_err(|fault| match fault {
            Fault::TooMany => FieldError::new("total", "day-places-number-many"),
            _ => FieldError::new("free", "day-places-number-free"),
        })
    }
}

fn page(asked: &Asked, again: Again, id: Option<&RowId>, typed: Typed) -> Result<Reply, Error> {
    let say = asked.say();
    let (title, here) = match id {
        Some(id) => ("day-places-edit-title", format!("/plasser/dag/{id}/endre")),
        None => ("day-places-new-title", "/plasser/dag/ny".to_owned()),
    };
    let page = EditPage {
        frame: asked.frame(),
        again,
        title: say.t(title),
        here,
        kinds: UnitKind::ALL.map(|kind| (kind.key(), say.t(&format!("day-places-kind-{}", kind.key())))).to_vec(),
        typed,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// An empty form.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    asked.ctx.actor.employer_id()?;
    draw_new(asked, Again::default()).await
}

async fn draw_new(asked: Asked, again: Again) -> Result<Reply, Error> {
    page(&asked, again, None, Typed::read(&asked.form))
}

/// The form of an offer.
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
        None => Typed::of(&unit),
        // Whoever was second has been told, keeps what they typed, and may send it once more.
        Some(409) => Typed { version: unit.version.to_string(), ..Typed::read(&asked.form) },
        Some(_) => Typed::read(&asked.form),
    };
    page(&asked, again, Some(&id), typed)
}

/// Makes an offer.
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
    let (about, board) = Typed::read(&asked.form).understand(&asked.form)?;
    asked
        .change(&CHARTER, "describe-day-offer", move |tx, desk| {
            work::describe(tx, desk, known.as_ref().map(|(id, seen)| (id, *seen)), &about, board)?;
            Ok(Settled::to("/plasser/dag"))
        })
        .await
}
