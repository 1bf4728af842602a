//! `/folk/sok`: by exact name or nickname, phone or card, among those one has something to do with. For anybody else a
//! reason is written first, the person can read it, and the answer is the same whether or not there is somebody.

use askama::Template;
use kernel::code::Code;
use platform::access::{Permit, Settled, lookups};
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::register::Seen;
use crate::people::card::{NAME_MAX, phone, year};
use crate::people::names::holds_identity_number;
use crate::people::store::card::FoundBy;
use crate::people::{CHARTER, acts};

/// Longest reason, in characters: one line that the person reads.
const REASON_MAX: usize = 120;

#[derive(Template)]
#[template(path = "people/pages/search.html")]
struct SearchPage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: Typed,
    found: Option<Vec<Seen>>,
    noted: bool,
}

#[derive(Clone, Default)]
struct Typed {
    name: String,
    year: String,
    number: String,
    reason: String,
}

/// What is looked for, as read.
struct Sought {
    name: Option<String>,
    birth_year: Option<i64>,
    phone: Option<String>,
    card: Option<String>,
}

impl Sought {
    fn by_words(&self) -> FoundBy<'_> {
        FoundBy { name: self.name.as_deref(), aliases: &[], birth_year: self.birth_year, phone: self.phone.as_deref() }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let card = self.card.iter().map(|card| (lookups::CARD, card.clone()));
        self.by_words().values().into_iter().chain(card).collect()
    }
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed::default(), Again::default(), None, false)
}

fn page(asked: &Asked, typed: Typed, again: Again, found: Option<Vec<Seen>>, noted: bool) -> Result<Reply, Error> {
    let status = again.status.unwrap_or(200);
    let mut frame = asked.frame();
    frame.path = "/folk/sok".into();
    Ok(Reply::page(&SearchPage { frame, t: asked.say(), again, typed, found, noted })?.status(status))
}

fn typed(asked: &Asked) -> Typed {
    let get = |name| asked.form.get(name).to_owned();
    Typed { name: get("name"), year: get("year"), number: get("number"), reason: get("reason") }
}

fn read(asked: &Asked) -> Result<Sought, Vec<FieldError>> {
    let mut errors = Vec::new();
    let name = asked.form.text_or_none("name", NAME_MAX).unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    let name = name.map(|name| name.as_str().to_owned());
    if name.as_deref().is_some_and(holds_identity_number) {
        errors.push(FieldError::new("name", "people-no-number"));
    }
    let birth_year = year(asked.form.get("year"), asked.ctx.now.day()).unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    let number = asked.form.get("number").trim();
    let card = Code::parse(number).map(|code| code.canonical());
    let phone = if card.is_some() { Ok(None) } else { phone(number) };
    let phone = phone.unwrap_or_else(|error| {
        let key = if error.key == "form-phone" { "people-search-number-form" } else { error.key };
        errors.push(FieldError::new("number", key));
        None
    });
    if errors.is_empty() && name.is_none() && number.is_empty() {
        errors.push(FieldError::new("name", "people-search-something"));
    }
    if errors.is_empty() { Ok(Sought { name, birth_year, phone, card }) } else { Err(errors) }
}

/// Looks among those one has something to do with. What is typed travels in the form, never in the address.
pub async fn search(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["name", "year", "number"])?;
    let typed = typed(&asked);
    let sought = match read(&asked) {
        Ok(sought) => sought,
        Err(errors) => return page(&asked, typed, Again::of(&asked.say(), Error::Invalid(errors))?, None, false),
    };
    let t = asked.say();
    let found = asked
        .view(&CHARTER, move |tx, desk| {
            let mut permits = sought.by_words().met(tx, desk)?;
            if let Some(card) = &sought.card {
                let hash = desk.app().keys().lookup(lookups::CARD, card);
                let persons = lookups::find_met(tx, desk, lookups::CARD, &hash)?;
                permits.extend(desk.people(tx, &persons)?.into_iter().filter(Permit::knows_card));
            }
            desk.note_nobody();
            Ok(permits.iter().map(|permit| Seen::of(&t, permit)).collect::<Vec<_>>())
        })
        .await?;
    page(&asked, typed, Again::default(), Some(found), false)
}

/// Writes down why one looks for somebody one has nothing to do with. The answer never says whether there is anybody.
pub async fn widen(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["name", "year", "number", "reason"])?;
    let typed = typed(&asked);
    let reason = asked.form.text("reason", REASON_MAX);
    let (sought, reason) = match (read(&asked), reason) {
        (Ok(sought), Ok(reason)) => (sought, reason.as_str().to_owned()),
        (Err(errors), _) => return page(&asked, typed, Again::of(&asked.say(), Error::Invalid(errors))?, None, false),
        (Ok(_), Err(error)) => {
            let again = Again::of(&asked.say(), Error::Invalid(vec![error]))?;
            return page(&asked, typed, again, Some(Vec::new()), false);
        }
    };
    let settled = asked
        .change(&CHARTER, "look-for", move |tx, desk| {
            acts::note_search(tx, desk, &sought.values(), &reason)?;
            Ok(Settled::to("/folk/sok"))
        })
        .await;
    match settled {
        Ok(_) => page(&asked, Typed::default(), Again::default(), None, true),
        Err(error) => page(&asked, typed, Again::of(&asked.say(), error)?, Some(Vec::new()), false),
    }
}
