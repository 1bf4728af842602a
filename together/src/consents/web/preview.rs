//! «Slik ser fastlegen planen din»: the receiver's own page, drawn from the permit they would have.

use askama::Template;
use kernel::area::Areas;
use platform::access::{Desk, Permit};
use platform::charter::{Place, draw};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::choose::{Chosen, page};
use crate::consents::party::{self, Around, Party, Subject};
use crate::consents::rules::{Change, Share, decide};
use crate::consents::{CHARTER, limits, store, words};

#[derive(Template)]
#[template(path = "consents/pages/preview.html")]
struct Preview {
    frame: Frame,
    t: Say,
    id: String,
    who: String,
    at_start: String,
    name: Option<String>,
    panels: Vec<String>,
    sees: String,
    sees_not: Option<String>,
    why: String,
    until: String,
    held_back: Option<String>,
    areas: Vec<&'static str>,
    til: String,
    dato: String,
}

/// Shows what would be seen, and changes nothing.
pub async fn show(asked: Asked, chosen: Chosen) -> Result<Reply, Error> {
    let today = asked.ctx.now.day();
    let command = match chosen.command(today) {
        Ok(command) => command,
        Err(error) => return page(asked, Some(chosen), Some(error)).await,
    };
    let (say, id, sent) = (asked.say(), asked.param("receiver").to_owned(), chosen.clone());
    let seen = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let now = desk.now();
            let around = store::around(tx, &own, now)?;
            let limits = limits::load(tx, now)?;
            let party = party::find(tx, &own, &around, &id, now)?;
            let state = store::towards(tx, &own, &around, &party, now)?;
            let Change::Shares(shares) = decide(&state, &command, &limits, now)? else { return Err(Error::Missing) };
            let share = shares.into_iter().next().ok_or(Error::Missing)?;
            draft(tx, desk, &own, say, &around, &party, &share, sent)
        })
        .await;
    match seen {
        Ok(preview) => Reply::page(&preview),
        Err(error) => page(asked, Some(chosen), Some(error)).await,
    }
}

#[expect(clippy::too_many_arguments, reason = "one page put together in one place")]
fn draft(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    own: &Permit,
    say: Say,
    around: &Around,
    party: &Party,
    share: &Share,
    sent: Chosen,
) -> Result<Preview, Error> {
    let now = desk.now();
    let would = desk.preview(tx, own, &party.receiver, share.areas.or(from_workplace(around, party, desk)), Some(share.until));
    let (seen, panels, name) = match would {
        Ok(permit) => {
            let panels = desk.seen_by(own, &party.receiver, |eyes| draw(tx, eyes, Place::OnePerson, Some(&permit)))?;
            (permit.areas(), panels, permit.card().name.clone())
        }
        // They would see nothing at all: the page says so, since that is what the person would get.
        Err(Error::Denied(_)) => (Areas::NONE, Vec::new(), None),
        Err(error) => return Err(error),
    };
    let held_back = share.areas.iter().filter(|area| !seen.has(*area)).collect::<Areas>();
    let who = words::who(&say, party);
    Ok(Preview {
        id: party.subject.address().to_owned(),
        at_start: words::at_start(&who),
        name,
        panels,
        sees: words::sees(&say, seen),
        sees_not: words::sees_not(&say, seen),
        why: words::why(&say, party, None),
        until: words::until(&say, share.until, share.while_serving, now),
        held_back: (!held_back.is_empty()).then(|| words::listed(&say, held_back)),
        areas: sent.areas.iter().map(kernel::area::Area::key).collect(),
        til: sent.until,
        dato: sent.date,
        who,
        frame: Frame::new(desk.app(), desk.ctx(), &format!("/deling/{}", party.subject.address())),
        t: say,
    })
}

/// Whoever works somewhere sees what their workplace sees, too.
fn from_workplace(around: &Around, party: &Party, desk: &Desk<'_>) -> Areas {
    let (Subject::Account(_), Some(workplace)) = (&party.subject, &party.receiver.organisation) else {
        return Areas::NONE;
    };
    let whole = Party { subject: Subject::Organisation(workplace.clone()), ..party.clone() };
    around.running(&whole, desk.now()).iter().fold(Areas::NONE, |sum, grant| sum.or(grant.areas))
}
