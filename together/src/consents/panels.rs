//! What the part shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Permit, emergency, grants};
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Icons, Say};
use platform::web::html;

use super::limits::{self, Limits};
use super::party::of_change;
use super::party::{self, Around};
use super::rules::{self, Command, decide};
use super::{changes, store, words};

/// A change as a row.
pub struct ChangeRow {
    /// Its id.
    pub id: String,
    /// What it did.
    pub sentence: String,
    /// When.
    pub when: String,
    /// The person has said that it is right.
    pub confirmed: bool,
    /// It can be undone.
    pub can_undo: bool,
}

/// The changes of the last week as rows.
///
/// # Errors
/// A fault when the database says no.
pub fn changes(
    tx: &mut Tx<'_>,
    own: &Permit,
    say: &Say,
    around: &Around,
    limits: &Limits,
    now: Timestamp,
) -> Result<Vec<ChangeRow>, Error> {
    let mut rows = Vec::new();
    for made in changes::recent(tx, own, limits, now)? {
        let party = of_change(tx, own, around, &made, now)?;
        let state = store::to_undo(tx, own, around, &made, party.as_ref(), now)?;
        let (sentence, _) = words::made(tx, say, own, around, &made, now)?;
        let when = words::at_start(&say.when(made.made_at, now));
        rows.push(ChangeRow {
            id: made.id.to_string(),
            sentence,
            when: if made.on_new_device { say.with("consents-new-device", "when", when) } else { when },
            confirmed: made.confirmed,
            can_undo: decide(&state, &Command::Undo, limits, now).is_ok(),
        });
    }
    Ok(rows)
}

/// An emergency opening, as the person is told.
struct OpeningRow {
    id: String,
    account: String,
    name: String,
    sentence: String,
    reason: String,
    open: Option<String>,
    reviewed: bool,
}

#[derive(Template)]
#[template(path = "consents/pages/panel_emergency.html")]
struct Emergencies {
    frame: Frame,
    t: Say,
    openings: Vec<OpeningRow>,
}

/// Home, first of all: somebody opened in an emergency. It stays until the person has said they have seen it.
///
/// # Errors
/// A fault when the database says no.
pub fn emergencies(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let loud = |opening: &emergency::Opening| opening.seen_at.is_none() || now < opening.until_at;
    let rows = emergency::all(tx, own)?.into_iter().filter(loud).map(|opening| OpeningRow {
        id: opening.id.to_string(),
        account: opening.account.to_string(),
        sentence: say.put(
            "consents-opened",
            &[
                ("name", opening.name.clone()),
                ("workplace", opening.organisation_name.clone()),
                ("when", say.when(opening.opened_at, now)),
            ],
        ),
        name: opening.name,
        reason: opening.reason,
        open: (now < opening.until_at).then(|| say.when(opening.until_at, now)),
        reviewed: opening.reviewed_at.is_some(),
    });
    let openings: Vec<OpeningRow> = rows.collect();
    if openings.is_empty() {
        return Ok(None);
    }
    let frame = Frame::new(ask.desk.app(), ask.desk.ctx(), "/hjem");
    html(&Emergencies { frame, t: say.clone(), openings }).map(Some)
}

#[derive(Template)]
#[template(path = "consents/pages/panel_recent.html")]
struct Recent {
    frame: Frame,
    t: Say,
    changes: Vec<ChangeRow>,
    ending: Vec<(String, String)>,
}

/// Home: what was changed and not yet confirmed, and what soon ends.
///
/// # Errors
/// A fault when the database says no.
pub fn recent(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let around = store::around(tx, own, now)?;
    let limits = limits::load(tx, now)?;
    let mut changes = changes(tx, own, say, &around, &limits, now)?;
    changes.retain(|change| !change.confirmed);
    let mut ending = Vec::new();
    for party in party::all(tx, &around, now)? {
        let last = around.running(&party, now).iter().map(|grant| grant.until_at).max();
        if let Some(last) = last.filter(|last| rules::ends_soon(*last, &limits, now)) {
            let day = words::end_day(say, words::last_day(last), now.day());
            let line = say.with2("consents-ending", "who", words::who(say, &party), "day", day);
            ending.push((format!("/deling/{}", party.subject.address()), line));
        }
    }
    if changes.is_empty() && ending.is_empty() {
        return Ok(None);
    }
    let frame = Frame::new(ask.desk.app(), ask.desk.ctx(), "/hjem");
    html(&Recent { frame, t: say.clone(), changes, ending }).map(Some)
}

#[derive(Template)]
#[template(path = "consents/pages/panel_person.html")]
struct OnePerson {
    frame: Icons,
    t: Say,
    ended: bool,
    open_until: Option<String>,
    may_open: Option<String>,
}

/// One person, first of all: the line that everyone sees, whether something is held back or not.
///
/// # Errors
/// A fault when the database says no.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own()) else { return Ok(None) };
    let (desk, now) = (ask.desk, ask.desk.now());
    let sees_nothing = permit.areas().is_empty();
    let ended = sees_nothing && grants::has_ended(tx, permit, &desk.receiver(), now)?;
    let opened = emergency::standing(tx, desk, permit.person())?.open_until;
    let may_open = sees_nothing && desk.ctx().actor.role.is_health_personnel() && desk.ctx().actor.account.is_some();
    let page = OnePerson {
        frame: Icons::HERE,
        t: ask.say.clone(),
        ended,
        open_until: opened.map(|until| ask.say.when(until, now)),
        may_open: may_open.then(|| format!("/nodapning/{}", permit.person())),
    };
    html(&page).map(Some)
}

#[derive(Template)]
#[template(path = "consents/pages/panel_reviews.html")]
struct Waiting {
    frame: Icons,
    t: Say,
    waiting: String,
    late: String,
}

/// Today, for the privacy contact: how many openings wait for a review.
///
/// # Errors
/// A fault when the database says no.
pub fn reviews(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if ask.desk.ctx().actor.role != Role::PrivacyContact {
        return Ok(None);
    }
    let now = ask.desk.now();
    let all = emergency::to_review(tx, ask.desk, now)?;
    let waiting: Vec<_> = all.iter().filter(|review| review.reviewed_at.is_none()).collect();
    if waiting.is_empty() {
        return Ok(None);
    }
    let late = waiting.iter().filter(|review| review.due_at <= now).count();
    let frame = Icons::HERE;
    let late = if late == 0 { String::new() } else { ask.say.with("consents-reviews-are-late", "n", late) };
    let waiting = ask.say.with("consents-reviews-wait", "n", waiting.len());
    html(&Waiting { frame, t: ask.say.clone(), waiting, late }).map(Some)
}
