//! `/henvisninger`: what others have asked us for, and what we have asked others for.

use std::collections::HashMap;

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::{one, shown};
use crate::referrals::CHARTER;
use crate::referrals::store::lists::{self, After, Listed, Page};
use crate::referrals::store::referrals::{self, Referral};

/// One on a list.
pub struct Row {
    /// Address.
    pub href: String,
    /// The person.
    pub name: String,
    /// Where it stands.
    pub text: String,
    /// Who has it.
    pub meta: String,
}

#[derive(Template)]
#[template(path = "referrals/pages/lists.html")]
struct ListsPage {
    frame: Frame,
    t: Say,
    to_us: bool,
    rows: Vec<Row>,
    unseen: usize,
    first: bool,
    start: String,
    next: Option<String>,
    to_waits: bool,
}

/// The list.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let to_us = asked.query.get("vis") != "fra";
    let after = read_after(asked.query.get("etter"));
    let (first, say) = (after.is_none(), asked.say());
    let words = say.clone();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let Some(us) = desk.ctx().actor.employer.as_ref().map(|employer| employer.id.clone()) else {
            return Ok((Vec::new(), 0, None));
        };
        let page: Page = if to_us { lists::to_us(tx, &us, after.as_ref())? } else { lists::from_us(tx, &us, after.as_ref())? };
        let (rows, unseen) = rows(tx, desk, &words, &page.referrals)?;
        Ok((rows, unseen, page.next))
    });
    let (rows, unseen, next) = found.await?;
    let start = format!("/henvisninger?vis={}", if to_us { "til" } else { "fra" });
    let frame = asked.frame();
    let page = ListsPage {
        next: next.map(|next| format!("{start}&etter={}-{}", next.at.unix_s(), next.id)),
        to_waits: frame.leads_to("/ventetid/oversikt"),
        frame,
        t: say,
        to_us,
        rows,
        unseen,
        first,
        start,
    };
    Reply::page(&page)
}

/// The referrals of a page that the asker may see, in words, and how many they may not.
///
/// # Errors
/// A fault.
pub fn rows(tx: &mut Tx<'_>, desk: &Desk<'_>, say: &Say, listed: &[Listed]) -> Result<(Vec<Row>, usize), Error> {
    let mut persons: Vec<PersonId> = listed.iter().map(|one| one.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let seen: HashMap<RowId, Referral> =
        referrals::of_each(tx, desk, &permits)?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let name = |person: &PersonId| {
        let permit = permits.iter().find(|permit| permit.person() == person);
        permit.and_then(|permit| permit.card().name.clone()).unwrap_or_else(|| say.t("referrals-the-person"))
    };
    let found: Vec<Row> =
        listed.iter().filter_map(|one| seen.get(&one.id)).map(|one| row(say, one, name(&one.person), desk.now())).collect();
    let unseen = listed.len() - found.len();
    Ok((found, unseen))
}

fn row(say: &Say, one: &Referral, name: String, now: Timestamp) -> Row {
    let drawn = shown::referral(say, one, false, now);
    let meta = if drawn.holder.is_empty() { drawn.sender } else { say.with("referrals-held-by", "name", drawn.holder) };
    Row { href: one::path(&one.person, &one.id), name, text: drawn.state, meta }
}

/// Where on the list one is: a second and a random id.
fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('-')?;
    Some(After { at: Timestamp::from_unix_s(at.parse().ok()?), id: RowId::parse(id)? })
}
