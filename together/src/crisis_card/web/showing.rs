//! Who sees the card: line by line, nothing ticked from before.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{Permit, Settled, grants, receivers};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::crisis_card::rules::{Command, Entry};
use crate::crisis_card::shown::{self, ShownZone};
use crate::crisis_card::{CHARTER, store, work};

#[derive(Template)]
#[template(path = "crisis_card/pages/showing.html")]
struct ShowingPage {
    frame: Frame,
    t: Say,
    again: Again,
    area: String,
    receivers: Vec<String>,
    zones: Vec<ShownZone>,
    empty: bool,
}

/// Those with whom the area is shared now, by name.
fn who(tx: &mut Tx<'_>, own: &Permit, now: Timestamp) -> Result<Vec<String>, Error> {
    let mut names: Vec<String> = Vec::new();
    for grant in grants::all(tx, own)? {
        if !grants::is_running(&grant, now) || !grant.areas.has(store::AREA) {
            continue;
        }
        let name = match (&grant.receiver_name, &grant.organisation, &grant.account) {
            (Some(name), ..) => Some(name.clone()),
            (None, Some(organisation), _) => receivers::organisation(tx, organisation)?.map(|found| found.name),
            (None, None, Some(account)) => receivers::holder(tx, account)?.map(|found| found.name),
            (None, None, None) => None,
        };
        names.extend(name.filter(|name| !name.is_empty()));
    }
    names.sort();
    names.dedup();
    Ok(names)
}

/// The lines with a box each.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        Ok((store::load(tx, &own)?, who(tx, &own, desk.now())?))
    });
    let ((card, receivers), say) = (found.await?, asked.say());
    let ticked: Vec<&str> = asked.form.all("show").collect();
    let mut standing: Vec<Entry> = card.standing().cloned().collect();
    if again.status.is_some() {
        standing.iter_mut().for_each(|entry| entry.said.shown = ticked.contains(&entry.id.as_str()));
    }
    let mut zones = shown::zones(&say, &standing);
    zones.iter_mut().for_each(|zone| zone.slots.retain(|slot| !slot.lines.is_empty()));
    zones.retain(|zone| !zone.slots.is_empty());
    let page = ShowingPage {
        frame: asked.frame(),
        area: say.t(&format!("area-{}", store::AREA.key())),
        receivers,
        zones,
        empty: standing.is_empty(),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Shows the ticked lines and no others.
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_choose(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_choose(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["show"])?;
    let ticked: Option<Vec<RowId>> = asked.form.all("show").map(RowId::parse).collect();
    let command = Command::Show(ticked.ok_or(Error::Missing)?);
    let settled = asked.change(&CHARTER, "show-card", move |tx, desk| {
        work::change_card(tx, desk, &command)?;
        Ok(Settled::to("/krisekort"))
    });
    settled.await
}
