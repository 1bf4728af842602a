//! The link of a service without an account. It is drawn here, shown once to whoever hands it over, and kept as a keyed hash.
//! Whoever opens a wrong one is told the same as whoever opens an old one.

use kernel::id::RowId;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::guess::Limit;

use super::limits;
use super::rules::{By, Command};
use super::store::referrals::{self, Referral, name_cell};
use super::store::{events, links};
use super::work;

/// Signs of a link that name it, so that tries of one are counted together; the rest, 192 bits, is the secret.
const NAMES_IT: usize = 16;
/// Signs of a whole link.
const LENGTH: usize = 64;

fn hash(desk: &Desk<'_>, link: &str) -> Vec<u8> {
    desk.app().keys().lookup("referral-link", link)
}

/// What the wrong tries of a link are counted under.
fn name_of(desk: &Desk<'_>, link: &str) -> Vec<u8> {
    let names: String = link.chars().take(NAMES_IT).collect();
    desk.app().keys().lookup("referral-link-name", &names)
}

/// Makes a link: its secret, which is stored nowhere.
///
/// # Errors
/// A refusal, or a fault.
pub fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<String, Error> {
    work::act(tx, desk, permit, id, &Command::MakeLink, None)?;
    let link = format!("{}{}", kernel::id::hex(desk.bits()), kernel::id::hex(desk.bits()));
    let until = desk.now().plus_days(limits::load(tx, desk.now())?.link_days);
    links::make(tx, permit, id, &hash(desk, &link), desk.now(), until)?;
    Ok(link)
}

/// What a link opens, for whoever holds it; nothing for any other. The look is in the person's log.
///
/// # Errors
/// A fault.
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, link: &str) -> Result<Option<(Permit, Referral)>, Error> {
    let limits = limits::load(tx, desk.now())?;
    if link.len() != LENGTH || waits(tx, desk, &limits.of_a_link, link)? {
        return Ok(None);
    }
    let Some(opens) = links::opens(tx, &hash(desk, link), desk.now())? else { return Ok(None) };
    let receiver = (name_cell(opens.referral.as_str()), opens.receiver_name.as_slice());
    let Some(permit) = desk.by_link(tx, &opens.person, receiver, opens.phone_shown)? else { return Ok(None) };
    let referral = referrals::opened(tx, &permit, &opens.referral, desk.now())?;
    Ok(referral.map(|referral| (permit, referral)))
}

fn waits(tx: &mut Tx<'_>, desk: &Desk<'_>, limit: &Limit, link: &str) -> Result<bool, Error> {
    Ok(limit.must_wait_s(tx, &name_of(desk, link), desk.now())?.is_some())
}

/// As [`open`], inside a command: a wrong try is counted, and a first look is told to those who sent it.
///
/// # Errors
/// A fault.
pub fn redeem(tx: &mut Tx<'_>, desk: &Desk<'_>, link: &str) -> Result<Option<(Permit, Referral)>, Error> {
    let limits = limits::load(tx, desk.now())?;
    if waits(tx, desk, &limits.of_a_link, link)? {
        return Ok(None);
    }
    let Some((permit, referral)) = open(tx, desk, link)? else {
        limits.of_a_link.count_wrong(tx, &name_of(desk, link), desk.now())?;
        if limits.of_all.count_wrong(tx, b"all", desk.now())? == limits.of_all.tries {
            tracing::error!("links of referrals are being guessed");
        }
        return Ok(None);
    };
    if links::note_opened(tx, &permit, &hash(desk, link), desk.now())? {
        events::note(tx, desk, &permit, &referral.id, ("opened", Some(By::Link)), None)?;
    }
    Ok(Some((permit, referral)))
}

/// Answers with a link, once: afterwards it opens nothing. False when it opened nothing before.
///
/// # Errors
/// A refusal of the rules, or a fault.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, link: &str, command: &Command, words: Option<&str>) -> Result<bool, Error> {
    let Some((permit, referral)) = redeem(tx, desk, link)? else { return Ok(false) };
    let id = referral.id.clone();
    work::apply(tx, desk, &permit, referral, By::Link, command, words)?;
    links::void(tx, &permit, &id, desk.now())?;
    Ok(true)
}
