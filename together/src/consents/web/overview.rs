//! `/deling`: one card for each, what the law decides, and what was changed in the last week.

use askama::Template;
use kernel::area::Areas;
use platform::access::grants::Grant;
use platform::access::relations::Duty;
use platform::access::{Desk, Permit, blocks, closed};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say, initials};
use platform::web::{Asked, Reply};

use crate::consents::limits::{self, Limits};
use crate::consents::panels::{self, ChangeRow};
use crate::consents::party::{self, Around, Party, Subject};
use crate::consents::{CHARTER, rules, store, words};

/// One card.
struct Card {
    id: String,
    initials: String,
    tone: &'static str,
    who: String,
    title: String,
    detail: String,
    sees: String,
    sees_not: Option<String>,
    why: String,
    until: Option<String>,
    soon: bool,
    shares: bool,
    blocked: bool,
    can_change: bool,
}

/// A way to say no, as a row.
struct NoRow {
    href: &'static str,
    title: String,
    text: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "consents/pages/overview.html")]
struct Overview {
    frame: Frame,
    t: Say,
    cards: Vec<Card>,
    nobody: bool,
    changes: Vec<ChangeRow>,
    noes: Vec<NoRow>,
}

/// Who sees what.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let (cards, changes, noes) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let now = desk.now();
            let around = store::around(tx, &own, now)?;
            let limits = limits::load(tx, now)?;
            let mut cards = Vec::new();
            for party in party::all(tx, &around, now)? {
                cards.push(card(tx, desk, &own, &say, &around, &limits, &party)?);
            }
            let changes = panels::changes(tx, &own, &say, &around, &limits, now)?;
            Ok((cards, changes, noes(tx, &own, &say)?))
        })
        .await?;
    let nobody = !cards.iter().any(|card: &Card| card.shares);
    Reply::page(&Overview { frame: asked.frame(), t: asked.say(), cards, nobody, changes, noes })
}

/// Blocks, closed areas, the objection and the records: each with what holds now.
fn noes(tx: &mut Tx<'_>, own: &Permit, say: &Say) -> Result<Vec<NoRow>, Error> {
    let names: Vec<String> = blocks::running(tx, own)?.into_iter().map(|block| block.name).collect();
    let closed = closed::now(tx, own)?;
    let now = |holds: bool, words: String| if holds { words } else { String::new() };
    let row = |href, key: &str, meta: String| NoRow {
        href,
        title: say.t(&format!("consents-{key}-title")),
        text: say.t(&format!("consents-{key}-short")),
        meta,
    };
    let blocked = say.with("consents-blocked-are", "names", names.join(", "));
    let areas = say.with("consents-closed-are", "areas", words::listed(say, closed.areas));
    Ok(vec![
        row("/deling/sperr", "block", now(!names.is_empty(), blocked)),
        row("/deling/lukk", "close", now(!closed.areas.is_empty(), areas)),
        row("/deling/innsigelse", "object", now(closed.objected_at.is_some(), say.t("consents-objected-is"))),
        row("/deling/samtykker", "records", String::new()),
    ])
}

fn card(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    own: &Permit,
    say: &Say,
    around: &Around,
    limits: &Limits,
    party: &Party,
) -> Result<Card, Error> {
    let now = desk.now();
    let running = around.running(party, now);
    let seen = seen_now(tx, desk, own, party, &running)?;
    let blocked = match &party.subject {
        Subject::Account(account) => store::is_blocked(tx, own, account)?,
        _ => false,
    };
    let last = running.iter().map(|grant| grant.until_at).max();
    let person = contact(party, around);
    let (title, detail) = heading(say, party, person.as_ref());
    Ok(Card {
        id: party.subject.address().to_owned(),
        initials: stone(person.as_ref().map_or(title.as_str(), |(name, _)| name.as_str())),
        tone: if running.is_empty() { "neutral" } else { "" },
        who: words::who(say, party),
        title,
        detail,
        sees: words::sees(say, seen),
        sees_not: words::sees_not(say, seen).filter(|_| !seen.is_empty()),
        why: words::why(say, party, running.first().copied()),
        until: running.first().zip(last).map(|(grant, last)| words::until(say, last, grant.while_serving, now)),
        soon: last.is_some_and(|last| rules::ends_soon(last, limits, now)),
        shares: !running.is_empty(),
        blocked,
        can_change: party.can_receive,
    })
}

/// What they see in truth: the access decision is asked, so that a closed area or an objection shows on the card, too.
fn seen_now(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, party: &Party, running: &[&Grant]) -> Result<Areas, Error> {
    let granted = running.iter().fold(Areas::NONE, |sum, grant| sum.or(grant.areas));
    if granted.is_empty() {
        return Ok(Areas::NONE);
    }
    match desk.preview(tx, own, &party.receiver, granted, None) {
        Ok(permit) => Ok(permit.areas().and(granted)),
        Err(Error::Denied(_)) => Ok(Areas::NONE),
        Err(error) => Err(error),
    }
}

/// The one in the service whom the person knows by name.
fn contact(party: &Party, around: &Around) -> Option<(String, Duty)> {
    let Subject::Organisation(id) = &party.subject else { return None };
    let relation = around.people_in(id).next()?;
    Some((relation.name.clone()?, relation.duty))
}

/// «Hanne, søstera mi» is Hanne.
fn stone(name: &str) -> String {
    initials(name.split(',').next().unwrap_or_default())
}

/// A service that is called what it is needs its name only once.
fn heading(say: &Say, party: &Party, person: Option<&(String, Duty)>) -> (String, String) {
    let title = words::at_start(&words::who(say, party));
    let workplace = Some(&party.workplace).filter(|workplace| !workplace.is_empty() && **workplace != title).cloned();
    let name = person.map(|(name, duty)| match duty {
        Duty::Contact => say.with("consents-your-contact", "name", name),
        _ => name.clone(),
    });
    let detail: Vec<String> = name.into_iter().chain(workplace).collect();
    (title, detail.join(", "))
}
