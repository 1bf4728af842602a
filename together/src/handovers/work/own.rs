//! What the person does with a hand-over: says yes to showing it, takes that back, and says what should read otherwise.

use kernel::area::Areas;
use kernel::id::{GrantId, RowId};
use platform::access::grants::{self, Grant};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;

use super::{after, no};
use crate::handovers::limits;
use crate::handovers::rules::{Command, decide};
use crate::handovers::store::{self, Above, Handover, lines};

/// The version of the sentence the person says yes to.
const TEXT_VERSION: &str = "1";

/// The person says yes to the lines as they stand, and keeps some of them from the receiver if they wish. It makes a grant
/// like any other, in one area, for a time: it stands on the page for sharing, and can be stopped there too.
///
/// # Errors
/// A refusal, or a denial for anyone but the person.
pub fn agree(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, round: i64, hidden: i64) -> Result<(), Error> {
    let own = desk.own(tx)?;
    let one = store::find(tx, desk, &own, id)?;
    let change = decide(&one.state, &Command::Agree(round), desk.now()).map_err(|refusal| no(&refusal))?;
    store::save(tx, desk, own.person(), &one, &change, &Above::default())?;
    let grant = if change.event.is_some() { give(tx, desk, &own, &one)? } else { one.grant.clone() };
    lines::set_shown(tx, &own, id, grant.as_ref(), hidden)
}

/// A new grant, unless the receiver sees that area already: then nothing has to be given, and nothing is ended afterwards.
fn give(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, one: &Handover) -> Result<Option<GrantId>, Error> {
    let Some(receiver) = one.state.receiver() else { return Ok(None) };
    let now = desk.now();
    let days = limits::load(tx, now)?.share_days;
    let until_at = one.state.meet_at.map_or(now, |meet| meet.max(now)).plus_days(days);
    let enough = |grant: &Grant| {
        let theirs = grant.organisation.as_ref() == Some(receiver) && grants::is_running(grant, now);
        theirs && grant.areas.has(one.area) && grant.until_at >= until_at
    };
    if grants::all(tx, own)?.iter().any(enough) {
        return Ok(None);
    }
    let grant = Grant {
        id: GrantId::from_bits(desk.bits()),
        account: None,
        organisation: Some(receiver.clone()),
        receiver_name: None,
        areas: Areas::NONE.with(one.area),
        why: "handovers-why".into(),
        text_version: TEXT_VERSION.into(),
        language: desk.ctx().language,
        form: desk.ctx().actor.visit.form_of_grant(now).into(),
        while_serving: false,
        given_at: now,
        until_at,
        ended_at: None,
    };
    grants::give(tx, own, &grant)?;
    Ok(Some(grant.id))
}

/// The person takes the yes back. What the receiver has seen they have seen; from now on they see nothing, and the sender holds
/// on.
///
/// # Errors
/// A refusal, or a denial for anyone but the person.
pub fn withdraw(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<(), Error> {
    let own = desk.own(tx)?;
    let one = store::find(tx, desk, &own, id)?;
    let change = decide(&one.state, &Command::Withdraw, desk.now()).map_err(|refusal| no(&refusal))?;
    store::save(tx, desk, own.person(), &one, &change, &Above::default())?;
    if let Some(grant) = &one.grant {
        grants::end(tx, &own, grant, desk.now())?;
    }
    after::follows(tx, desk, &own, &one, &change)
}

/// The person says what should read otherwise, and whether they want to be looked for. The sender reads it and writes.
///
/// # Errors
/// A denial for anyone but the person.
pub fn wish(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, words: Option<&str>, looks: bool) -> Result<(), Error> {
    let own = desk.own(tx)?;
    let one = store::find(tx, desk, &own, id)?;
    super::beside(tx, desk, &own, &one, one.departs_at, looks)?;
    words.map_or(Ok(()), |words| store::beside::note(tx, desk, &own, &one, ("wished", words)))
}
