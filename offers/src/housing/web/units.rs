//! `/bolig/hjem`: the register of homes.

use askama::Template;
use kernel::capacity::Places;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Counted, Frame, Say, ShownPlaces};
use platform::web::{Asked, Reply};

use super::one::{Choices, day, typed_day};
use super::shown::{support, word};
use crate::housing::CHARTER;
use crate::housing::acts;
use crate::housing::fit::{Support, Trait};
use crate::housing::store::desk::{self, Limits};
use crate::housing::store::units::{self, About, Unit};

const NAME_MAX: usize = 120;
const RULES_MAX: usize = 1_000;
/// Hours in a week.
const HOURS_MAX: i64 = 168;

#[derive(Template)]
#[template(path = "housing/pages/units.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    units: Vec<UnitView>,
    next: Option<String>,
}

/// A home as drawn in the register.
struct UnitView {
    id: String,
    name: String,
    part: String,
    traits: Vec<String>,
    support: String,
    house_rules: String,
    landlord: String,
    state: String,
    shown: Option<ShownPlaces>,
    held: bool,
}

fn view(t: &Say, unit: &Unit, limits: &Limits, now: kernel::time::Timestamp) -> UnitView {
    let today = now.day();
    let free_now = unit.free_from.is_some_and(|day| day <= today) && !unit.held;
    let state = match unit.free_from {
        _ if unit.closed => t.t("housing-unit-closed"),
        Some(_) if unit.held => t.t("housing-unit-on-a-table"),
        Some(day) if day > today => t.with("housing-because-free-from", "date", t.date_with_year(day)),
        Some(_) => t.t("housing-because-free"),
        None => t.t("housing-because-lived-in"),
    };
    let places = Places::new(1, u16::from(free_now)).ok().filter(|_| unit.free_from.is_some() && !unit.closed);
    let shown = places.map(|places| {
        let counted = Counted {
            places,
            confirmed_at: unit.confirmed_at,
            confirmed_by: unit.confirmed_by.as_deref(),
            limits: limits.ages,
            name: &unit.name,
            phone: "",
        };
        t.places(&counted, now)
    });
    UnitView {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        part: unit.part_of_town.clone(),
        traits: unit.traits.iter().map(|one| word(t, *one)).collect(),
        support: support(t, unit.support, unit.support_hours),
        house_rules: unit.house_rules.clone(),
        landlord: unit.landlord.clone(),
        state,
        shown,
        held: unit.held,
    }
}

fn after(text: &str) -> Option<(String, RowId)> {
    let (id, name) = text.split_once('-')?;
    Some((name.to_owned(), RowId::parse(id)?))
}

fn key((name, id): &(String, RowId)) -> String {
    let plain = name.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte))
        } else {
            out.push_str(&format!("%{byte:02X}"))
        }
        out
    });
    format!("{id}-{plain}")
}

/// The register.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let (t, now, after) = (asked.say(), asked.ctx.now, after(asked.query.get("etter")));
    let (found, next, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let mine = desk.ctx().actor.employer_id()?.clone();
            let (found, next) = units::page(tx, &mine, after.as_ref())?;
            Ok((found, next, desk::limits(tx, now)?))
        })
        .await?;
    let units = found.iter().map(|unit| view(&t, unit, &limits, now)).collect();
    Reply::page(&ListPage { frame: asked.frame(), t, units, next: next.as_ref().map(key) })
}

#[derive(Template)]
#[template(path = "housing/pages/unit.html")]
struct UnitPage {
    frame: Frame,
    t: Say,
    again: Again,
    path: String,
    version: i64,
    unit: UnitView,
    free_from: String,
    closed: bool,
}

fn id_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("unit")).ok_or(Error::Missing)
}

/// One home.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (id, t, now) = (id_of(&asked)?, asked.say(), asked.ctx.now);
    let wanted = id.clone();
    let (unit, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let mine = desk.ctx().actor.employer_id()?.clone();
            Ok((units::load(tx, &mine, &wanted)?, desk::limits(tx, now)?))
        })
        .await?;
    let known = unit.free_from.map(typed_day).unwrap_or_default();
    let typed = asked.form.has("free_from");
    let page = UnitPage {
        frame: asked.frame(),
        path: format!("/bolig/hjem/{id}"),
        version: unit.version,
        free_from: if typed { asked.form.get("free_from").to_owned() } else { known },
        closed: if typed { asked.form.has("closed") } else { unit.closed },
        unit: view(&t, &unit, &limits, now),
        again,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// «Det stemmer», or another day.
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_confirm(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_confirm(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["free_from", "closed", "version"])?;
    let id = id_of(asked)?;
    let seen = asked.form.get("version").parse().unwrap_or(0);
    let free_from = day(asked, "free_from").map_err(|error| Error::Invalid(vec![error]))?;
    let closed = asked.form.has("closed");
    asked
        .change(&CHARTER, "confirm", move |tx, desk| {
            acts::confirm(tx, desk, &id, free_from, closed, seen).map(|()| Settled::to(format!("/bolig/hjem/{id}")))
        })
        .await
}

#[derive(Template)]
#[template(path = "housing/pages/new_unit.html")]
struct NewPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    part: String,
    landlord: String,
    rules: String,
    hours: String,
    free_from: String,
    traits: Choices,
    supports: Choices,
}

/// A new home.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw_new(asked, Again::default()).await
}

async fn draw_new(asked: Asked, again: Again) -> Result<Reply, Error> {
    let t = asked.say();
    let get = |name| asked.form.get(name).to_owned();
    let chosen = asked.form.get("support");
    let ticked = |one: &Trait| asked.form.all("trait").any(|key| key == one.key());
    let page = NewPage {
        name: get("name"),
        part: get("part"),
        landlord: get("landlord"),
        rules: get("rules"),
        hours: get("hours"),
        free_from: get("free_from"),
        traits: Trait::ALL.iter().map(|one| (one.key(), word(&t, *one), ticked(one))).collect(),
        supports: Support::ALL.iter().map(|one| (one.key(), support(&t, *one, 0), one.key() == chosen)).collect(),
        frame: asked.frame(),
        again,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// Writes it down.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_make(&asked).await;
    asked.settled(outcome, draw_new).await
}

fn read(asked: &Asked) -> Result<About, Error> {
    asked.form.only(&["name", "part", "landlord", "rules", "hours", "free_from", "trait", "support"])?;
    let form = &asked.form;
    let mut errors = Vec::new();
    let mut text = |field, max| {
        form.text(field, max).map(|text| text.as_str().to_owned()).unwrap_or_else(|error| {
            errors.push(error);
            String::new()
        })
    };
    let (name, part, landlord) = (text("name", NAME_MAX), text("part", NAME_MAX), text("landlord", NAME_MAX));
    let rules = form.text_or_none("rules", RULES_MAX);
    let typed = form.get("hours").trim();
    let hours = if typed.is_empty() { Some(0) } else { typed.parse::<i64>().ok() };
    let hours = hours.filter(|hours| (0..=HOURS_MAX).contains(hours));
    let (support, free_from) = (Support::parse(form.get("support")), day(asked, "free_from"));
    errors.extend(rules.as_ref().err().cloned());
    errors.extend(free_from.as_ref().err().cloned());
    errors.extend(hours.is_none().then(|| FieldError::new("hours", "housing-hours-number")));
    errors.extend(support.is_none().then(|| FieldError::new("support", "form-choose")));
    match (support, hours, free_from, rules) {
        (Some(support), Some(support_hours), Ok(free_from), Ok(rules)) if errors.is_empty() => Ok(About {
            name,
            part_of_town: part,
            traits: form.all("trait").filter_map(Trait::parse).collect(),
            support,
            support_hours,
            house_rules: rules.map(|rules| rules.as_str().to_owned()).unwrap_or_default(),
            landlord,
            free_from,
        }),
        _ => Err(Error::Invalid(errors)),
    }
}

async fn try_make(asked: &Asked) -> Result<Settled, Error> {
    let about = read(asked)?;
    asked
        .change(&CHARTER, "make-home", move |tx, desk| {
            let id = acts::make(tx, desk, &about)?;
            Ok(Settled::to(format!("/bolig/hjem/{id}")))
        })
        .await
}
