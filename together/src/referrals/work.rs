//! What is done to a referral, the same from a page and from the demo city: load under the permit, ask the rules, save, hand
//! over the clock and tell the others, all in one commit.

use kernel::id::{AccountId, GrantId, OrganisationId, PersonId, RowId};
use platform::access::grants::{self, Grant};
use platform::access::relations::{self, Duty, NewRelation};
use platform::access::{Desk, Permit, receivers};
use platform::db::Tx;
use platform::error::Error;
use serde_json::{Value, json};

use super::rules::{By, Command, End, Refusal, State, decide};
use super::store::referrals::{self, Draft, Referral};
use super::store::{events, links};
use super::{REFERRAL_ANSWERED, REFERRAL_CLOSED, REFERRAL_SENT, holding, limits};

/// The version of the sentence the person says yes to: it goes up when `referrals-they-see` or `referrals-until` is worded anew.
pub const TEXT_VERSION: &str = "1";

/// Writes a referral. The person's own goes at once: that they send it is the yes.
///
/// # Errors
/// A refusal, or a denial for whoever may not know the person.
pub fn write(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, draft: &Draft, ask: bool) -> Result<RowId, Error> {
    fits(tx, desk, draft)?;
    let state = if permit.is_own() { State::Awaiting } else { State::Drafted };
    let id = referrals::insert(tx, desk, permit, draft, state)?;
    let by = if permit.is_own() { By::Person } else { By::Sender };
    events::note(tx, desk, permit, &id, ("drafted", Some(by)), None)?;
    match (permit.is_own(), ask) {
        (true, _) => act(tx, desk, permit, &id, &Command::Yes, None)?,
        (false, true) => act(tx, desk, permit, &id, &Command::Ask, None)?,
        (false, false) => {}
    }
    Ok(id)
}

/// Writes a draft anew, and puts it to the person when that is what is wanted.
///
/// # Errors
/// A refusal; [`Error::Missing`] for one the asker does not see.
pub fn rewrite(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, draft: &Draft, ask: bool) -> Result<(), Error> {
    fits(tx, desk, draft)?;
    act(tx, desk, permit, id, &Command::Rewrite, None)?;
    let one = referrals::find(tx, desk, permit, id)?;
    referrals::rewrite(tx, permit, &one, draft)?;
    if ask { act(tx, desk, permit, id, &Command::Ask, None) } else { Ok(()) }
}

/// Whether this service can be asked by this asker.
fn fits(tx: &mut Tx<'_>, desk: &Desk<'_>, draft: &Draft) -> Result<(), Error> {
    let actor = &desk.ctx().actor;
    if actor.account.is_some() && !holding::may_hold(actor.role) {
        return Err(Error::refused(&Refusal::NotThisRole));
    }
    let own = actor.employer.as_ref().map(|employer| &employer.id);
    match &draft.receiver {
        Some(receiver) if own == Some(receiver) => Err(Error::refused(&Refusal::OwnService)),
        Some(receiver) => {
            let known = receivers::organisation(tx, receiver)?.ok_or(Error::Missing)?;
            if !known.kind.main_role().is_some_and(holding::may_hold) {
                return Err(Error::refused(&Refusal::NobodyHolds));
            }
            holding::in_service(tx, receiver, desk.now()).map(drop)
        }
        None if draft.receiver_name.is_none() => Err(Error::field("navn", "form-write-something")),
        None => Ok(()),
    }
}

/// Does something with a referral.
///
/// # Errors
/// A refusal; [`Error::Missing`] for one the asker does not see.
pub fn act(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    id: &RowId,
    command: &Command,
    words: Option<&str>,
) -> Result<(), Error> {
    let one = referrals::find(tx, desk, permit, id)?;
    let by = referrals::by(desk, permit, &one);
    let by = by.ok_or_else(|| Error::refused(&Refusal::NotYours))?;
    apply(tx, desk, permit, one, by, command, words)
}

/// Decides and saves, and does what follows from it.
///
/// # Errors
/// The refusal of the rules, or a fault.
pub fn apply(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    mut one: Referral,
    by: By,
    command: &Command,
    words: Option<&str>,
) -> Result<(), Error> {
    let (was, now) = (one.state, desk.now());
    one.state = decide(was, by, one.by_link(), command).map_err(|no| Error::refused(&no))?;
    if one.state.is_over() {
        one.closed_at = Some(now);
        links::void(tx, permit, &one.id, now)?;
    }
    match command {
        Command::Yes => send(tx, desk, permit, &mut one)?,
        Command::Accept => {
            serve(tx, desk, permit, &mut one)?;
            clock(tx, desk, permit, &one.id, "answered", None)?;
        }
        Command::Refuse(_) => {
            if let (Some(receiver), Some(grant)) = (&one.receiver, &one.grant) {
                grants::give_up(tx, permit, receiver, grant, now)?;
            }
            clock(tx, desk, permit, &one.id, "refused", None)?;
        }
        Command::Withdraw if was.is_with_receiver() => {
            if let Some(grant) = &one.grant {
                grants::end(tx, permit, grant, now)?;
            }
            if let Some(relation) = &one.relation {
                relations::end(tx, permit, relation, now)?;
            }
            clock(tx, desk, permit, &one.id, "withdrawn", None)?;
        }
        Command::Take(account) => {
            one.holder = Some(account.clone());
            clock(tx, desk, permit, &one.id, "held", Some(account))?;
        }
        Command::Finish => clock(tx, desk, permit, &one.id, "finished", None)?,
        _ => {}
    }
    referrals::save(tx, permit, &one)?;
    events::note(tx, desk, permit, &one.id, (command.key(), Some(by)), words)?;
    tell(tx, desk, permit, &one, command)
}

fn tell(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Referral, command: &Command) -> Result<(), Error> {
    let subject = one.id.as_str();
    match command {
        Command::Yes => desk.tell(tx, REFERRAL_SENT, Some(permit.person()), subject)?,
        Command::Accept | Command::Refuse(_) | Command::Question => {
            desk.tell(tx, REFERRAL_ANSWERED, Some(permit.person()), subject)?;
        }
        _ => {}
    }
    // A referral that was never sent has opened and closed nothing for anybody.
    let was_sent = !matches!(one.state, State::Closed(End::PersonSaidNo | End::TakenBack));
    if one.state.is_over() && was_sent {
        desk.tell(tx, REFERRAL_CLOSED, Some(permit.person()), subject)?;
    }
    Ok(())
}

/// The person has said yes: what was named is opened, somebody in the other service holds it, and the clock begins.
fn send(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, one: &mut Referral) -> Result<(), Error> {
    let now = desk.now();
    let until = now.plus_days(limits::load(tx, now)?.share_days);
    one.sent_at = Some(now);
    one.holder = match &one.receiver {
        Some(receiver) => Some(holding::in_service(tx, receiver, now)?),
        None => one.sender_account.clone(),
    };
    if let Some(receiver) = &one.receiver {
        one.share_until = Some(until);
        // Without an area there is no card: the service must at least know whom it is about.
        let areas = one.areas.with(one.area);
        let grant = Grant {
            id: GrantId::from_bits(desk.bits()),
            account: None,
            organisation: Some(receiver.clone()),
            receiver_name: None,
            areas,
            why: format!("consents-why-{}", one.receiver_kind.map_or("municipality", kernel::persona::OrganisationKind::key)),
            text_version: TEXT_VERSION.to_owned(),
            language: desk.ctx().language,
            form: desk.ctx().actor.visit.form_of_grant(now).to_owned(),
            while_serving: false,
            given_at: now,
            until_at: until,
            ended_at: None,
        };
        grants::give(tx, own, &grant)?;
        one.grant = Some(grant.id);
    }
    let facts: Value = serde_json::from_str(&one.facts).map_err(|_| Error::fault("what a clock must know cannot be read"))?;
    let content = json!({
        "referral": one.id.as_str(),
        "area": one.area.key(),
        "route": one.route(),
        "sender": one.sender.as_ref().map(OrganisationId::as_str),
        "receiver": one.receiver.as_ref().map(OrganisationId::as_str),
        "receiver_name": one.by_link().then_some(one.receiver_name.as_str()),
        "holder": one.holder.as_ref().map(AccountId::as_str),
        "received_on": now.day().stored(),
        "facts": facts,
    });
    desk.hand(tx, own, "waiting-clock", &content).map(drop)
}

/// The other service has said yes: from now on it serves the person, if it did not before.
fn serve(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &mut Referral) -> Result<(), Error> {
    let Some(receiver) = &one.receiver else { return Ok(()) };
    let running = relations::running(tx, permit, desk.now())?;
    if running.iter().any(|relation| relation.organisation == *receiver && relation.duty == Duty::Serving) {
        return Ok(());
    }
    let new = NewRelation {
        id: kernel::id::hex(desk.bits()),
        organisation: receiver.clone(),
        account: None,
        duty: Duty::Serving,
        from_at: desk.now(),
        until_at: None,
    };
    relations::begin(tx, permit.person(), &new)?;
    one.relation = Some(new.id);
    Ok(())
}

fn clock(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    referral: &RowId,
    did: &str,
    holder: Option<&AccountId>,
) -> Result<(), Error> {
    let holder = holder.map(AccountId::as_str);
    let content = json!({ "referral": referral.as_str(), "did": did, "holder": holder });
    desk.hand(tx, permit, "waiting-clock", &content).map(drop)
}

/// Whoever held a referral has left: the next one holds it, and it is never nobody's. Nothing happens where nobody is left to
/// hold it, or somebody has taken it meanwhile.
///
/// # Errors
/// A fault.
pub fn pass_on(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId) -> Result<(), Error> {
    let permit = desk.delivery(tx, person)?;
    let Some(mut one) = referrals::opened(tx, &permit, id, desk.now())?.filter(|one| one.holder_left) else {
        return Ok(());
    };
    let Some(service) = one.receiver.clone().or_else(|| one.sender.clone()) else { return Ok(()) };
    let next = match holding::in_service(tx, &service, desk.now()) {
        Err(Error::Refused(_)) => return Ok(()),
        other => other?,
    };
    one.holder = Some(next.clone());
    clock(tx, desk, &permit, &one.id, "held", Some(&next))?;
    referrals::save(tx, &permit, &one)?;
    events::note(tx, desk, &permit, &one.id, ("held", None), None)
}
