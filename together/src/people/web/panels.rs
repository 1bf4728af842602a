//! What the part shows on pages that many share.

use askama::Template;
use kernel::area::Area;
use platform::access::Permit;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{FormIcons, Say};
use platform::web::html;

use crate::people::card::Living;
use crate::people::rules::{PROTECTING, REGISTERING};
use crate::people::store::{card, door};

#[derive(Template)]
#[template(path = "people/pages/panel_home.html")]
struct HomePanel {
    frame: FormIcons,
    t: Say,
    line: String,
}

#[derive(Template)]
#[template(path = "people/pages/panel_today.html")]
struct TodayPanel {
    frame: FormIcons,
    t: Say,
}

#[derive(Template)]
#[template(path = "people/pages/panel_person.html")]
struct PersonPanel {
    t: Say,
    about: Option<String>,
    aliases: String,
    phone: Option<(String, String)>,
    living: Option<String>,
    place: Option<String>,
}

#[derive(Template)]
#[template(path = "people/pages/panel_aside.html")]
struct AsidePanel {
    frame: FormIcons,
    t: Say,
    base: String,
    address: String,
    protects: bool,
    kept: Option<String>,
}

/// A number in pairs, as people read it.
pub(super) fn phone_shown(stored: &str) -> String {
    kernel::text::Phone::parse(stored).map_or_else(|| stored.to_owned(), |phone| phone.shown())
}

/// Beside `/hjem`: the way to «Om meg».
///
/// # Errors
/// A fault.
pub fn home_more(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let line = if own.card().name.is_none() { ask.say.t("people-home-unnamed") } else { String::new() };
    html(&HomePanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), line }).map(Some)
}

/// Beside `/i-dag`: somebody stands at the door, or is looked for.
///
/// # Errors
/// A fault.
pub fn today_aside(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !REGISTERING.contains(&ask.desk.ctx().actor.role) {
        return Ok(None);
    }
    html(&TodayPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone() }).map(Some)
}

/// First on the page of one person: how they want to be spoken of, and where they can be found, each as far as the permit
/// goes. The permit alone decides, so the person's preview is the same.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| permit.knows_card()) else { return Ok(None) };
    let (told, t) = (card::load(tx, permit)?, ask.say);
    let finds = permit.knows_whereabouts() && permit.sees(Some(Area::Housing));
    let phone = permit.card().phone.clone();
    let living = Some(told.living).filter(|living| finds && *living != Living::Unsaid);
    let panel = PersonPanel {
        t: t.clone(),
        about: told.about,
        aliases: told.aliases.join(" · "),
        phone: phone.map(|phone| (format!("tel:{phone}"), phone_shown(&phone))),
        living: living.map(|living| t.t(&format!("people-living-{}", living.key()))),
        place: told.place.filter(|_| finds),
    };
    let empty = panel.about.is_none() && panel.aliases.is_empty() && panel.phone.is_none();
    if empty && panel.living.is_none() && panel.place.is_none() {
        return Ok(None);
    }
    html(&panel).map(Some)
}

/// Beside one person, for staff: until when a registration at the door is kept, and the way to a protected address.
///
/// # Errors
/// A fault.
pub fn one_person_aside(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let signed_in = actor.session.is_some() && actor.role.is_staff();
    let Some(permit) = ask.permit.filter(|permit| signed_in && permit.knows_card()) else { return Ok(None) };
    let kept = kept_here(tx, ask, permit)?;
    let protects = PROTECTING.contains(&actor.role);
    if kept.is_none() && !protects {
        return Ok(None);
    }
    let base = format!("/folk/{}", permit.person());
    html(&AsidePanel {
        frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()),
        t: ask.say.clone(),
        address: format!("{base}/adresse"),
        base,
        protects,
        kept,
    })
    .map(Some)
}

fn kept_here(tx: &mut Tx<'_>, ask: &PanelAsk<'_>, permit: &Permit) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let here = actor.employer.as_ref().map(|employer| employer.id.clone());
    let there = door::load(tx, permit)?.filter(|there| here.as_ref() == Some(&there.organisation));
    let there = there.filter(|_| REGISTERING.contains(&actor.role));
    Ok(there.map(|there| ask.say.with("people-kept-until", "date", ask.say.date_with_year(there.keep_until.day()))))
}
