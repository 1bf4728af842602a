//! What is done to accounts, one function an act; each runs inside one commit of the door.

use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Desk, Settled};
use platform::app::App;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::door::execute_here;
use platform::error::Error;
use platform::session::{self, Holder, Life};

use super::CHARTER;
use super::rules::{Asker, Change, Command, LINK_DAYS, Refusal, Standing, decide, fits};
use super::store::accounts::{self, Account, Particulars};
use super::store::changes::{What, note};
use super::store::doors;
use super::store::invitations::{self, Invitation};
use super::store::organisations::{self, Organisation};

/// The administrator who asks.
///
/// # Errors
/// [`Error::Denied`] for somebody without an organisation.
pub fn asker(ctx: &Ctx) -> Result<Asker, Error> {
    let organisation = ctx.actor.employer_id()?.clone();
    let kind = ctx.actor.employer.as_ref().and_then(|employer| employer.kind);
    Ok(Asker { organisation, whole: kind == Some(OrganisationKind::Municipality) })
}

fn mine(asker: &Asker, organisation: &OrganisationId) -> Result<(), Error> {
    if asker.manages(organisation) { Ok(()) } else { Err(Error::refused(&Refusal::NotYours)) }
}

/// An organisation that this administrator sets up.
///
/// # Errors
/// [`Refusal::NotYours`], [`Error::Missing`] or a fault.
pub fn own_organisation(tx: &mut Tx<'_>, asker: &Asker, id: &OrganisationId) -> Result<Organisation, Error> {
    mine(asker, id)?;
    organisations::load(tx, id)
}

/// An account that this administrator sets up.
///
/// # Errors
/// As [`own_organisation`].
pub fn own_account(tx: &mut Tx<'_>, asker: &Asker, id: &AccountId) -> Result<Account, Error> {
    let account = accounts::load(tx, id)?;
    mine(asker, &account.organisation)?;
    Ok(account)
}

/// Somebody to be invited.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
    /// Who.
    pub who: Particulars,
    /// First moment of access.
    pub from: Timestamp,
    /// Last moment of access, when one is set.
    pub until: Option<Timestamp>,
}

/// Invites: the opener of a one-time link, which is stored nowhere.
///
/// # Errors
/// A [`Refusal`] or a fault.
pub fn invite(tx: &mut Tx<'_>, desk: &Desk<'_>, asker: &Asker, draft: &Draft) -> Result<String, Error> {
    let organisation = own_organisation(tx, asker, &draft.organisation)?;
    if organisation.closed_at.is_some() {
        return Err(Error::refused(&Refusal::Closed));
    }
    fits(draft.role, organisation.kind).map_err(|refusal| Error::refused(&refusal))?;
    send(tx, desk, draft)
}

fn send(tx: &mut Tx<'_>, desk: &Desk<'_>, draft: &Draft) -> Result<String, Error> {
    let now = desk.now();
    let until = link_until(draft.from, now);
    let invitation = Invitation {
        account: AccountId::from_bits(desk.bits()),
        organisation: draft.organisation.clone(),
        role: draft.role,
        who: draft.who.clone(),
        from: draft.from,
        access_until: draft.until,
        link_until: until,
        taken_at: None,
        withdrawn_at: None,
    };
    invitations::insert(tx, &invitation, desk.ctx().actor.account.as_ref(), now)?;
    let opener = opener(desk);
    invitations::link(tx, &invitation.account, session::hash(&opener), now, until)?;
    note(tx, desk, What::Invited, Some(&invitation.account), Some(&draft.organisation))?;
    Ok(opener)
}

/// Three days from now, or from the first day of access when that is later.
fn link_until(from: Timestamp, now: Timestamp) -> Timestamp {
    from.max(now).plus_days(LINK_DAYS)
}

fn opener(desk: &Desk<'_>) -> String {
    format!("{}{}", kernel::id::hex(desk.bits()), kernel::id::hex(desk.bits()))
}

/// A new link, for an invitation that waits or for somebody who can neither use a passkey nor remember a PIN.
///
/// # Errors
/// A [`Refusal`] or a fault.
pub fn new_link(tx: &mut Tx<'_>, desk: &Desk<'_>, asker: &Asker, account: &AccountId) -> Result<String, Error> {
    let now = desk.now();
    let (organisation, standing, from) = whose(tx, account, now)?.ok_or(Error::Missing)?;
    mine(asker, &organisation)?;
    decide(standing, Command::NewLink, now).map_err(|refusal| Error::refused(&refusal))?;
    let opener = opener(desk);
    invitations::link(tx, account, session::hash(&opener), now, link_until(from, now))?;
    note(tx, desk, What::NewLink, Some(account), Some(&organisation))?;
    Ok(opener)
}

/// Where an account stands, and the first moment of its access: as an account when there is one, else as an invitation.
fn whose(tx: &mut Tx<'_>, account: &AccountId, now: Timestamp) -> Result<Option<(OrganisationId, Standing, Timestamp)>, Error> {
    if let Some(found) = accounts::find(tx, account)? {
        return Ok(Some((found.organisation.clone(), found.standing(now), found.started_at)));
    }
    let invited = invitations::find(tx, account)?;
    Ok(invited.map(|invited| (invited.organisation.clone(), invited.standing(), invited.from)))
}

/// Takes an invitation back.
///
/// # Errors
/// A [`Refusal`] or a fault.
pub fn withdraw(tx: &mut Tx<'_>, desk: &Desk<'_>, asker: &Asker, account: &AccountId) -> Result<OrganisationId, Error> {
    let (organisation, standing, _) = whose(tx, account, desk.now())?.ok_or(Error::Missing)?;
    mine(asker, &organisation)?;
    decide(standing, Command::Withdraw, desk.now()).map_err(|refusal| Error::refused(&refusal))?;
    invitations::withdraw(tx, account, desk.now())?;
    note(tx, desk, What::Withdrawn, Some(account), Some(&organisation))?;
    Ok(organisation)
}

/// Ends somebody's access now, and with it their sessions, links, codes and PIN.
///
/// # Errors
/// A [`Refusal`] or a fault.
pub fn end_now(tx: &mut Tx<'_>, desk: &Desk<'_>, asker: &Asker, id: &AccountId) -> Result<OrganisationId, Error> {
    let now = desk.now();
    let mut account = own_account(tx, asker, id)?;
    let last = asker.whole && account.role == Role::Admin && !accounts::another_admin(tx, id, now)?;
    decide(account.standing(now), Command::EndNow { last }, now).map_err(|refusal| Error::refused(&refusal))?;
    account.ended_at = Some(now);
    accounts::save(tx, &account)?;
    accounts::end_sessions(tx, id, now)?;
    invitations::void_links(tx, id, now)?;
    doors::forget_old(tx, now)?;
    note(tx, desk, What::Ended, Some(id), Some(&account.organisation))?;
    Ok(account.organisation)
}

/// Changes what is told about somebody, their role and the day access ends. Another role ends their sessions, so that
/// nobody goes on in the old one.
///
/// # Errors
/// A [`Refusal`] or a fault.
pub fn change(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    asker: &Asker,
    id: &AccountId,
    (role, who, until): (Role, &Particulars, Option<Timestamp>),
) -> Result<OrganisationId, Error> {
    let now = desk.now();
    let before = own_account(tx, asker, id)?;
    let organisation = organisations::load(tx, &before.organisation)?;
    fits(role, organisation.kind).map_err(|refusal| Error::refused(&refusal))?;
    decide(before.standing(now), Command::EndAt(until), now).map_err(|refusal| Error::refused(&refusal))?;
    let gives_up = before.role == Role::Admin && (role != Role::Admin || until.is_some());
    if gives_up && organisation.kind == OrganisationKind::Municipality && !accounts::another_admin(tx, id, now)? {
        return Err(Error::refused(&Refusal::LastAdmin));
    }
    let after = Account { role, who: who.clone(), ended_at: until, ..before.clone() };
    accounts::save(tx, &after)?;
    if after.role != before.role {
        accounts::end_sessions(tx, id, now)?;
    }
    note(tx, desk, What::Changed, Some(id), Some(&after.organisation))?;
    Ok(after.organisation)
}

/// Uses a link up: an account begins, or the old doors of one make way for new ones. Opens a session.
///
/// # Errors
/// [`Refusal::Link`] for every link that opens nothing, or a fault.
pub fn redeem(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    link: &str,
    kept_pin: &str,
    joined: Option<&AccountId>,
    opener: &str,
) -> Result<Settled, Error> {
    let now = desk.now();
    let no = || Error::refused(&Refusal::Link);
    let account = invitations::use_link(tx, session::hash(link), now)?.ok_or_else(no)?;
    let (organisation, standing, _) = whose(tx, &account, now)?.ok_or_else(no)?;
    let role = match decide(standing, Command::Redeem, now).map_err(|refusal| Error::refused(&refusal))? {
        Change::Begins { until } => begin(tx, &account, until, now)?,
        _ => anew(tx, &account, now)?,
    };
    doors::keep_pin(tx, &account, kept_pin, now)?;
    if let Some(mine) = joined {
        accounts::join(tx, mine, &account)?;
    }
    let what = if matches!(standing, Standing::Invited { .. }) { What::Taken } else { What::DoorsAnew };
    note(tx, desk, what, Some(&account), Some(&organisation))?;
    session::open(tx, opener, &Holder::Account(account, role), Life::Shift, now)?;
    Ok(Settled::to("/min-konto").keeping(opener))
}

fn begin(tx: &mut Tx<'_>, id: &AccountId, until: Option<Timestamp>, now: Timestamp) -> Result<Role, Error> {
    let invited = invitations::find(tx, id)?.ok_or(Error::Missing)?;
    let organisation = organisations::load(tx, &invited.organisation)?;
    if organisation.closed_at.is_some() {
        return Err(Error::refused(&Refusal::Link));
    }
    invitations::take(tx, id, now)?;
    let account = Account {
        id: id.clone(),
        organisation: invited.organisation,
        organisation_name: organisation.name,
        role: invited.role,
        who: invited.who,
        started_at: now,
        ended_at: until,
    };
    accounts::begin(tx, &account)?;
    Ok(account.role)
}

/// The one who used the link may not be the one who lost the doors: what opened before opens nothing any more, and every
/// session ends, so that the owner notices.
fn anew(tx: &mut Tx<'_>, id: &AccountId, now: Timestamp) -> Result<Role, Error> {
    accounts::end_sessions(tx, id, now)?;
    accounts::doors_from(tx, id, now)?;
    Ok(accounts::load(tx, id)?.role)
}

/// Makes the first administrator's invitation, with their organisation when it is not there: what the operator's command
/// prints the link of.
///
/// # Errors
/// A fault when the database says no.
pub fn first_admin(app: &App, organisation: &str) -> Result<String, Error> {
    let name = organisation.to_owned();
    let municipality = app.config().municipality.clone();
    execute_here(app, &app.machine(), &CHARTER, "invite-admin", move |tx, desk| {
        let id = match organisations::named(tx, &name)? {
            Some(id) => id,
            None => {
                let id = OrganisationId::from_bits(desk.bits());
                let new = Organisation {
                    id: id.clone(),
                    name: name.clone(),
                    kind: OrganisationKind::Municipality,
                    phone: String::new(),
                    municipality: municipality.clone(),
                    number: None,
                    closed_at: None,
                };
                organisations::save(tx, &new)?;
                note(tx, desk, What::OrganisationMade, None, Some(&id))?;
                id
            }
        };
        let who = Particulars { name: "Administrator".into(), ..Particulars::default() };
        let draft = Draft { organisation: id, role: Role::Admin, who, from: desk.now(), until: None };
        send(tx, desk, &draft)
    })
}
