//! Loads what the rules need and saves what they decide. The shared tables are changed through the house's functions.

use kernel::area::{Area, Areas};
use kernel::id::{AccountId, GrantId, RowId};
use kernel::time::Timestamp;
use platform::access::consent_records::{self, Record, RecordKind};
use platform::access::grants::{self, Grant};
use platform::access::{Desk, Permit, blocks, closed, receivers, relations};
use platform::args;
use platform::db::Tx;
use platform::error::Error;

use super::changes::{self, Made, grants_before};
use super::party::{Around, Party, Subject};
use super::rules::{Change, Past, Share, State};
use super::words;

/// The version of the sentences a person says yes to. A test holds it against the wording.
pub const TEXT_VERSION: &str = "1";

/// How the person is signed in: on their own, on a shared screen, or newly, which is looked at once more.
fn form(desk: &Desk<'_>) -> &'static str {
    desk.ctx().actor.visit.form_of_grant(desk.now())
}

/// Relations and grants around the person.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn around(tx: &mut Tx<'_>, own: &Permit, now: Timestamp) -> Result<Around, Error> {
    Ok(Around {
        relations: relations::running(tx, own, now)?,
        grants: grants::all(tx, own)?,
        organisations: receivers::around(tx, own)?,
    })
}

/// What the rules need to know about one receiver.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn towards(tx: &mut Tx<'_>, own: &Permit, around: &Around, party: &Party, now: Timestamp) -> Result<State, Error> {
    let blocked = match &party.subject {
        Subject::Account(account) => is_blocked(tx, own, account)?,
        _ => false,
    };
    let running = around.running(party, now).into_iter().map(as_share).collect();
    let (can_receive, serving) = (party.can_receive, party.serving);
    Ok(State { running, can_receive, serving, blocked, ..general(tx, own)? })
}

/// What the rules need to know when no receiver is in question.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn general(tx: &mut Tx<'_>, own: &Permit) -> Result<State, Error> {
    let closed = closed::now(tx, own)?;
    let mut state = State { closed: closed.areas, objected: closed.objected_at.is_some(), ..State::default() };
    for kind in RecordKind::ALL {
        if consent_records::since(tx, own, kind)?.is_some() {
            state.records.push(kind);
        }
    }
    Ok(state)
}

/// Whether the person has blocked this employee.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn is_blocked(tx: &mut Tx<'_>, own: &Permit, account: &AccountId) -> Result<bool, Error> {
    Ok(blocks::running(tx, own)?.iter().any(|block| block.account == *account))
}

fn as_share(grant: &Grant) -> Share {
    Share { areas: grant.areas, until: grant.until_at, while_serving: grant.while_serving }
}

/// The state in which a change is to be undone, with the change itself as its past.
///
/// # Errors
/// [`Error::Missing`] when the change is not this person's, or a fault.
pub fn to_undo(
    tx: &mut Tx<'_>,
    own: &Permit,
    around: &Around,
    made: &Made,
    party: Option<&Party>,
    now: Timestamp,
) -> Result<State, Error> {
    let mut state = match party {
        Some(party) => towards(tx, own, around, party, now)?,
        None => general(tx, own)?,
    };
    let on = made.kind.as_str();
    let before = match &made.subject {
        Subject::Organisation(_) | Subject::Account(_) => {
            Change::Shares(grants_before(tx, own, around, &made.id)?.into_iter().map(as_share).collect())
        }
        Subject::Employee(account) => {
            state.blocked = is_blocked(tx, own, account)?;
            Change::Blocked(on == "lifted")
        }
        Subject::Closed if on == "closed" => Change::Closed(made.areas.iter().fold(state.closed, Areas::without)),
        Subject::Closed => Change::Closed(state.closed.or(made.areas)),
        Subject::Objection => Change::Objected(on == "took-back"),
        Subject::Record(kind) => {
            let kind = RecordKind::parse(kind).ok_or(Error::Missing)?;
            Change::Recorded(kind, on == "withdrew")
        }
    };
    let overtaken = changes::newest_about(tx, own, &made.subject)? > made.number;
    state.past = Some(Past { before, made_at: made.made_at, undone: made.undone, overtaken });
    Ok(state)
}

/// What is to be saved, and about what.
#[derive(Debug)]
pub struct Saving<'a> {
    /// About what.
    pub subject: Subject,
    /// The receiver, when it is one.
    pub party: Option<&'a Party>,
    /// How it is afterwards.
    pub change: &'a Change,
    /// How it was.
    pub state: &'a State,
    /// The change this undoes.
    pub undoes: Option<&'a Made>,
}

/// Saves a change: the rows themselves, and the line by which the person finds it again and can undo it.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, around: &Around, saving: &Saving<'_>) -> Result<RowId, Error> {
    let (id, now) = (RowId::from_bits(desk.bits()), desk.now());
    let (kind, areas) = kind_of(saving);
    let changed = saving.change;
    match (changed, &saving.subject) {
        (Change::Shares(shares), _) => {
            let party = saving.party.ok_or_else(|| Error::fault("a share without a receiver"))?;
            replace_shares(tx, desk, own, around, party, shares, &id, saving.undoes)?;
        }
        (Change::Blocked(true), Subject::Employee(account)) => {
            blocks::begin(tx, own, account, &RowId::from_bits(desk.bits()), now)?;
        }
        (Change::Blocked(false), Subject::Employee(account)) => {
            blocks::lift(tx, own, account, now)?;
        }
        (Change::Blocked(_), _) => return Err(Error::fault("a block without an employee")),
        (Change::Closed(areas), _) => {
            let so_far = closed::now(tx, own)?;
            closed::set(tx, own, closed::Closed { areas: *areas, ..so_far })?;
        }
        (Change::Objected(on), _) => {
            let so_far = closed::now(tx, own)?;
            closed::set(tx, own, closed::Closed { objected_at: on.then_some(now), ..so_far })?;
        }
        (Change::Recorded(kind, true), _) => consent_records::give(tx, own, &record(desk, *kind))?,
        (Change::Recorded(kind, false), _) => {
            consent_records::withdraw(tx, own, *kind, now)?;
        }
    }
    changes::note(tx, own, saving, &id, kind, areas, now)?;
    changes::note_form(tx, own, &id, form(desk))?;
    Ok(id)
}

fn record(desk: &Desk<'_>, kind: RecordKind) -> Record {
    Record {
        id: RowId::from_bits(desk.bits()),
        kind,
        text_version: TEXT_VERSION.into(),
        language: desk.ctx().language,
        form: form(desk).into(),
        given_at: desk.now(),
        withdrawn_at: None,
    }
}

/// Ends what runs and gives what is to run: the old grants stay as they were given, so that the history is whole.
#[expect(clippy::too_many_arguments, reason = "one step of one save, written in one place")]
fn replace_shares(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    own: &Permit,
    around: &Around,
    party: &Party,
    shares: &[Share],
    change: &RowId,
    undoes: Option<&Made>,
) -> Result<(), Error> {
    let had = around.running(party, desk.now());
    for grant in &had {
        grants::end(tx, own, &grant.id, desk.now())?;
        tx.run(
            "INSERT INTO consents_change_grant (person_id, change_id, grant_id) VALUES ($1, $2, $3)",
            args![own.person(), change, &grant.id],
        )?;
    }
    let given_before = match undoes {
        Some(made) => grants_before(tx, own, around, &made.id)?,
        None => Vec::new(),
    };
    for share in shares {
        let model = given_before.iter().find(|grant| as_share(grant) == *share);
        grants::give(tx, own, &new_grant(desk, party, share, model.copied(), around))?;
    }
    Ok(())
}

/// An undone share is given again in the words in which it was given first; a new one in the words on the page.
fn new_grant(desk: &Desk<'_>, party: &Party, share: &Share, model: Option<&Grant>, around: &Around) -> Grant {
    let (account, organisation) = match &party.subject {
        Subject::Account(account) => (Some(account.clone()), None),
        _ => (None, party.receiver.organisation.clone()),
    };
    let called = around.grants.iter().filter(|grant| party.subject.is_of(grant));
    Grant {
        id: GrantId::from_bits(desk.bits()),
        account,
        organisation,
        receiver_name: called.into_iter().find_map(|grant| grant.receiver_name.clone()),
        areas: share.areas,
        why: model.map_or_else(|| words::why_key(party), |grant| grant.why.clone()),
        text_version: model.map_or_else(|| TEXT_VERSION.to_owned(), |grant| grant.text_version.clone()),
        language: model.map_or(desk.ctx().language, |grant| grant.language),
        form: model.map_or_else(|| form(desk).to_owned(), |grant| grant.form.clone()),
        given_at: desk.now(),
        until_at: share.until,
        ended_at: None,
        while_serving: share.while_serving,
    }
}

/// The key of the sentence about this change, and the areas that stand in it.
fn kind_of(saving: &Saving<'_>) -> (&'static str, Areas) {
    let all = |shares: &[Share]| shares.iter().fold(Areas::NONE, |sum, share| sum.or(share.areas));
    match saving.change {
        Change::Shares(shares) if shares.is_empty() => ("stopped", all(&saving.state.running)),
        Change::Shares(shares) if saving.state.running.is_empty() => ("shared", all(shares)),
        Change::Shares(shares) => ("changed", all(shares)),
        Change::Blocked(true) => ("blocked", Areas::NONE),
        Change::Blocked(false) => ("lifted", Areas::NONE),
        Change::Closed(areas) => {
            let was = saving.state.closed;
            let more: Areas = Area::ALL.into_iter().filter(|area| areas.has(*area) && !was.has(*area)).collect();
            let fewer: Areas = Area::ALL.into_iter().filter(|area| was.has(*area) && !areas.has(*area)).collect();
            if more.is_empty() { ("opened", fewer) } else { ("closed", more) }
        }
        Change::Objected(true) => ("objected", Areas::NONE),
        Change::Objected(false) => ("took-back", Areas::NONE),
        Change::Recorded(_, true) => ("gave", Areas::NONE),
        Change::Recorded(_, false) => ("withdrew", Areas::NONE),
    }
}
