//! What this part shows on pages that many share.

use askama::Template;
use kernel::access::role_may_ever;
use kernel::area::Area;
use kernel::capacity::Places;
use kernel::class::Class;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Counted, Frame, Say, ShownPlaces};
use platform::web::html;

use super::acts::{first_name, on_the_table};
use super::rules::{HOUSING, OfferState};
use super::store::{desk, needs, offers, tenancies, units};
use super::web::queue::{self, RiskRow};
use super::web::shown::{TenancyView, tenancy};

#[derive(Template)]
#[template(path = "housing/pages/panel_home.html")]
struct HomePanel<'a> {
    frame: Frame,
    t: &'a Say,
    home: Option<TenancyView>,
    waits: Option<String>,
    offered: Option<String>,
    holder: String,
}

#[derive(Template)]
#[template(path = "housing/pages/panel_today.html")]
struct TodayPanel<'a> {
    frame: Frame,
    t: &'a Say,
    risks: Vec<RiskRow>,
}

#[derive(Template)]
#[template(path = "housing/pages/panel_person.html")]
struct PersonPanel<'a> {
    frame: Frame,
    t: &'a Say,
    lines: Vec<String>,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "housing/pages/panel_board.html")]
struct BoardPanel<'a> {
    frame: Frame,
    t: &'a Say,
    shown: ShownPlaces,
    mine: bool,
}

fn frame(ask: &PanelAsk<'_>, path: &str) -> Frame {
    Frame::new(ask.desk.app(), ask.desk.ctx(), path)
}

/// On `/hjem`: «Der jeg bor», and «Bolig jeg venter på».
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (now, t) = (ask.desk.now(), ask.say);
    let (need, running) = (needs::waiting_of(tx, own)?, tenancies::running(tx, own)?);
    if need.is_none() && running.is_none() {
        return Ok(None);
    }
    let all = offers::all(tx, own)?;
    let table = need.as_ref().and_then(|need| on_the_table(need, &all));
    let holder = match (&need, &running) {
        (Some(need), _) => t.with2("housing-holder", "name", first_name(&need.holder.name), "place", &need.organisation_name),
        _ => String::new(),
    };
    let offered = table.map(|one| match one.state {
        OfferState::Open => t.with("housing-home-offered", "home", &one.name),
        _ => t.with("housing-home-said-yes", "home", &one.name),
    });
    let waits = need.as_ref().map(|need| t.with("housing-mine-since", "date", t.date_with_year(need.asked_at.day())));
    let home = running.as_ref().map(|one| tenancy(t, own, one, now));
    html(&HomePanel { frame: frame(ask, "/hjem"), t, home, waits, offered, holder }).map(Some)
}

/// On `/i-dag`: homes that somebody may lose.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if !HOUSING.contains(&actor.role) || actor.employer.is_none() {
        return Ok(None);
    }
    let risks = queue::at_risk(tx, ask.desk, ask.say)?;
    html(&TodayPanel { frame: frame(ask, "/i-dag"), t: ask.say, risks }).map(Some)
}

/// On the page about one person: where they stand with a home, to those with whom they share «Bolig» and who may see welfare
/// records at all. Never the address, a warning or a reason; the housing service has its own page.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own() && !permit.card().provisional) else { return Ok(None) };
    let serves = HOUSING.contains(&actor.role) && actor.account.is_some() && permit.knows_card();
    let shared = permit.sees(Some(Area::Housing)) && role_may_ever(actor.role, Class::Welfare);
    if !serves && !shared {
        return Ok(None);
    }
    let t = ask.say;
    let mut lines = Vec::new();
    if shared {
        if let Some(since) = needs::waits_since(tx, permit)? {
            lines.push(t.with("housing-shared-waits", "date", t.date_with_year(since.day())));
        }
        if let Some(since) = tenancies::lives_since(tx, permit)? {
            lines.push(t.with("housing-shared-lives", "date", t.date_with_year(since)));
        }
    }
    if lines.is_empty() && !serves {
        return Ok(None);
    }
    let href = serves.then(|| format!("/bolig/en/{}", permit.person()));
    html(&PersonPanel { frame: frame(ask, "/folk"), t, lines, href }).map(Some)
}

/// On `/plasser`: how many homes are free, and how old the oldest word about one of them is.
pub fn board(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let now = ask.desk.now();
    let service = desk::service(tx, &ask.desk.app().config().municipality, now)?;
    let Some(service) = service else { return Ok(None) };
    let (total, free, oldest) = units::counted(tx, &service.organisation, now.day())?;
    let Some(places) = Places::stored(total, free).filter(|_| total > 0) else { return Ok(None) };
    let limits = desk::limits(tx, now)?;
    let counted = Counted {
        places,
        confirmed_at: oldest,
        confirmed_by: None,
        limits: limits.ages,
        name: &service.name,
        phone: &service.holder.phone,
    };
    let shown = ask.say.places(&counted, now);
    let mine = HOUSING.contains(&ask.desk.ctx().actor.role);
    html(&BoardPanel { frame: frame(ask, "/plasser"), t: ask.say, shown, mine }).map(Some)
}
