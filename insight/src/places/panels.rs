//! What stands on pages that many share: where one can go right now.

use askama::Template;
use kernel::time::Timestamp;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::Say;
use platform::web::html;

use super::rules::{OpenState, is_old, open_state};
use super::store::{self, Place};
use super::web::list::{Line, line};
use super::web::place::is_theirs;

/// The front page is for those who need something now: three doors are enough, and the rest is one tap away.
const ON_FRONT: usize = 3;
/// Beside the day of those who work.
const BESIDE_TODAY: usize = 6;

#[derive(Template)]
#[template(path = "places/pages/front.html")]
struct FrontPanel {
    t: Say,
    any_open: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "places/pages/aside.html")]
struct AsidePanel {
    t: Say,
    lines: Vec<Line>,
    unsure: Vec<Line>,
}

/// Up to three places that are open now; before anything has opened, those that open first.
///
/// # Errors
/// A fault when the rows cannot be read.
pub fn front(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let places = all(tx, ask)?;
    if places.is_empty() {
        return Ok(None);
    }
    let now = ask.desk.now();
    let open = open_now(ask.say, &places, now, ON_FRONT)?;
    let any_open = !open.is_empty();
    let lines = if any_open { open } else { next_to_open(ask.say, &places, now, ON_FRONT)? };
    html(&FrontPanel { t: ask.say.clone(), any_open, lines }).map(Some)
}

/// Places that are open now, and those of one's own that nobody has confirmed for a month.
///
/// # Errors
/// As [`front`].
pub fn beside_today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let (places, now) = (all(tx, ask)?, ask.desk.now());
    if places.is_empty() {
        return Ok(None);
    }
    let lines = open_now(ask.say, &places, now, BESIDE_TODAY)?;
    let own = places.iter().filter(|place| is_theirs(ask.desk.ctx(), place) && is_old(place.confirmed_at, now));
    let unsure = own.map(|place| line(ask.say, place, now)).collect::<Result<_, _>>()?;
    html(&AsidePanel { t: ask.say.clone(), lines, unsure }).map(Some)
}

fn all(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Vec<Place>, Error> {
    ask.desk.nobody()?;
    store::all(tx, ask.say.language, ask.desk.now().day())
}

fn open_now(say: &Say, places: &[Place], now: Timestamp, most: usize) -> Result<Vec<Line>, Error> {
    let lines = places.iter().map(|place| line(say, place, now)).collect::<Result<Vec<Line>, Error>>()?;
    Ok(lines.into_iter().filter(|line| line.open).take(most).collect())
}

fn next_to_open(say: &Say, places: &[Place], now: Timestamp, most: usize) -> Result<Vec<Line>, Error> {
    let opens = |place: &&Place| match open_state(&place.state.opening, now) {
        OpenState::Closed { opens } => opens,
        OpenState::Open { .. } | OpenState::DayAndNight => None,
    };
    let mut waiting: Vec<(Timestamp, &Place)> = places.iter().filter_map(|place| opens(&place).map(|at| (at, place))).collect();
    waiting.sort_by_key(|(at, _)| *at);
    waiting.into_iter().take(most).map(|(_, place)| line(say, place, now)).collect()
}
