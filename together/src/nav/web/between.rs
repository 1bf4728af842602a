//! What stands between the two: the same page for the person and for NAV, each with their own eyes.

use askama::Template;
use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Day;
use platform::access::Settled;
use platform::access::receivers::Organisation;
use platform::error::{Error, FieldError};
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::shown::{self, Section, ShownTask};
use super::{Choice, base, party, whose};
use crate::nav::rules::{By, Ending, MAX_WORDS, SECTIONS, section};
use crate::nav::store;
use crate::nav::{CHARTER, work};

#[derive(Template)]
#[template(path = "nav/pages/between.html")]
struct BetweenPage {
    frame: Frame,
    t: Say,
    again: Again,
    own: bool,
    back: String,
    base: String,
    name: String,
    sections: Vec<Section>,
    open: Vec<ShownTask>,
    over: Vec<ShownTask>,
    office: Option<ContactItem>,
    areas: Vec<Choice>,
    words: String,
    due: String,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let whose = whose(&asked)?;
    let about = whose.clone();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let party = party(tx, desk, about.as_ref())?;
        let matters = store::matters(tx, &party.permit, &party.eyes)?;
        let tasks = store::tasks(tx, &party.permit, &party.eyes)?;
        let offices = if party.by == By::Person { work::offices(tx, desk, &party.permit)? } else { Vec::new() };
        Ok((party, matters, tasks, offices))
    });
    let ((party, matters, tasks, offices), say, now) = (found.await?, asked.say(), asked.ctx.now);
    let base = base(whose.as_ref());
    let tasks = tasks.iter().map(|one| shown::task(&say, &party.by, one, now));
    let (open, over) = tasks.partition(|one: &ShownTask| one.open);
    let area = |area: Area| Choice {
        key: area.key().to_owned(),
        word: say.t(&format!("area-{}", area.key())),
        chosen: asked.form.get("area") == area.key(),
    };
    let office = |office: &Organisation| contact_item(&office.name, &office.phone);
    let page = BetweenPage {
        frame: asked.frame(),
        own: whose.is_none(),
        back: whose.as_ref().map_or_else(|| "/hjem".to_owned(), |person| format!("/folk/{person}")),
        name: party.permit.card().name.clone().unwrap_or_else(|| say.t("nav-the-person")),
        sections: shown::sections(&say, &base, Some(&party.by), &matters, now),
        open,
        over,
        office: offices.first().map(office),
        areas: SECTIONS.into_iter().map(area).collect(),
        words: asked.form.get("words").to_owned(),
        due: asked.form.get("due").to_owned(),
        base,
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// What was typed.
enum Chosen {
    Ask(Area, String, Option<Day>),
    End(RowId, Ending),
}

fn chosen(asked: &Asked) -> Result<Chosen, Error> {
    asked.form.only(&["act", "area", "words", "due", "task"])?;
    if let Some(ending) = Ending::parse(asked.form.get("act")) {
        return Ok(Chosen::End(RowId::parse(asked.form.get("task")).ok_or(Error::Missing)?, ending));
    }
    let mut errors: Vec<FieldError> = Vec::new();
    let words = asked.form.text("words", MAX_WORDS).map_err(|error| errors.push(error)).ok();
    let area = section(asked.form.get("area"));
    if area.is_none() {
        errors.push(FieldError::new("area", "form-choose"));
    }
    let typed = asked.form.get("due").trim();
    let due = Day::read(typed, asked.ctx.now.day());
    if !typed.is_empty() && due.is_none() {
        errors.push(FieldError::new("due", "form-date"));
    }
    match (words, area) {
        (Some(words), Some(area)) if errors.is_empty() => Ok(Chosen::Ask(area, words.as_str().to_owned(), due)),
        _ => Err(Error::Invalid(errors)),
    }
}

/// Asks the other, or says how it went.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let (whose, chosen) = (whose(asked)?, chosen(asked)?);
    let settled = asked.change(&CHARTER, "task", move |tx, desk| {
        let party = party(tx, desk, whose.as_ref())?;
        match &chosen {
            Chosen::Ask(area, words, due) => work::ask(tx, desk, &party, (*area, words), *due)?,
            Chosen::End(task, ending) => work::end(tx, desk, &party, task, *ending)?,
        }
        Ok(Settled::to(base(whose.as_ref())))
    });
    settled.await
}
