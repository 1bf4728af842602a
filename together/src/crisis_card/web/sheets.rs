//! The card on paper and in a file of its own: readable without network, phone or us.

use askama::Template;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply, html};

use crate::crisis_card::rules::{Entry, Slot, Zone};
use crate::crisis_card::shown::{self, ShownLine, ShownZone};
use crate::crisis_card::{CHARTER, store};

/// The file's name: it lies among others on a phone that somebody else may hold.
const FILE: &str = "kort.html";
/// Most lines on a panel of the folded card.
const PANEL_LINES: usize = 4;
/// Longest line there, in characters; longer ones stand on the whole card.
const PANEL_CHARS: usize = 80;

#[derive(Template)]
#[template(path = "crisis_card/pages/sheet.html")]
struct SheetPage {
    frame: Frame,
    t: Say,
    zones: Vec<ShownZone>,
    printed: String,
}

/// One of the four panels of the folded card.
struct Panel {
    title: String,
    lines: Vec<ShownLine>,
    emergency: bool,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/wallet.html")]
struct WalletPage {
    frame: Frame,
    t: Say,
    panels: Vec<Panel>,
    more: bool,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/save.html")]
struct SavePage {
    frame: Frame,
    t: Say,
    again: Again,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/offline.html")]
struct OfflineFile {
    t: Say,
    lang: &'static str,
    zones: Vec<ShownZone>,
    printed: String,
}

async fn standing(asked: &Asked) -> Result<(Vec<Entry>, String), Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        Ok((store::load(tx, &own)?, own.card().name.clone().unwrap_or_default()))
    });
    let (card, name) = found.await?;
    Ok((card.standing().cloned().collect(), name))
}

fn spoken(say: &Say, entries: &[Entry]) -> Vec<ShownZone> {
    let mut zones = shown::zones(say, entries);
    zones.retain(|zone| !zone.slots.is_empty());
    zones
}

/// The card on one sheet of paper.
pub async fn sheet(asked: Asked) -> Result<Reply, Error> {
    let ((entries, name), say) = (standing(&asked).await?, asked.say());
    let printed = say.with2("crisis-printed", "name", name, "date", say.date_with_year(asked.ctx.now.day()));
    Reply::page(&SheetPage { frame: asked.frame(), zones: spoken(&say, &entries), printed, t: say })
}

/// The card in the size of a bank card, folded twice: what somebody else needs when it is a crisis. Where the person has
/// written nothing for a crisis, what they wrote for a hard time stands there. It carries no name.
pub async fn wallet(asked: Asked) -> Result<Reply, Error> {
    let ((entries, _), say) = (standing(&asked).await?, asked.say());
    let mut more = false;
    let mut panel = |slot: Slot| {
        let of = |zone: Zone| entries.iter().filter(move |entry| (entry.zone, entry.slot) == (zone, slot));
        let zone = if of(Zone::Crisis).next().is_some() { Zone::Crisis } else { Zone::Hard };
        let all: Vec<ShownLine> = of(zone).map(shown::line).collect();
        let fits = |line: &ShownLine| line.words.chars().count() <= PANEL_CHARS;
        let lines: Vec<ShownLine> = all.iter().filter(|line| fits(line)).take(PANEL_LINES).cloned().collect();
        more |= lines.len() < all.len();
        Panel { title: say.t(&format!("crisis-slot-{}", slot.key())), lines, emergency: slot == Slot::Call }
    };
    let panels = [Slot::Helps, Slot::Call, Slot::Avoid, Slot::Safe].map(&mut panel).into();
    Reply::page(&WalletPage { frame: asked.frame(), panels, more, t: say })
}

/// Before it is saved: who may find it on the phone.
pub async fn before_saving(asked: Asked) -> Result<Reply, Error> {
    Reply::page(&SavePage { frame: asked.frame(), t: asked.say(), again: Again::default() })
}

/// The card as one file without links to anywhere.
pub async fn file(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    if let Err(error) = asked.token().check() {
        let again = Again::of(&asked.say(), error)?;
        let status = again.status.unwrap_or(409);
        return Ok(Reply::page(&SavePage { frame: asked.frame(), t: asked.say(), again })?.status(status));
    }
    let ((entries, _), say) = (standing(&asked).await?, asked.say());
    let printed = say.with("crisis-saved", "date", say.date_with_year(asked.ctx.now.day()));
    let lang = asked.ctx.language.code();
    let page = html(&OfflineFile { lang, zones: spoken(&say, &entries), printed, t: say })?;
    Ok(Reply::file("text/html; charset=utf-8", FILE, page.into_bytes()))
}
