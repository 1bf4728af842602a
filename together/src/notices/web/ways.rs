//! An address is named, shown to be one's own with a code that is sent there, and taken away.

use kernel::text::Phone;
use platform::access::Settled;
use platform::error::Error;
use platform::guess::Limit;
use platform::mail::{self, Outcome};
use platform::web::{Asked, Reply};

use super::page;
use crate::notices::CHARTER;
use crate::notices::outbox::{is_set_up, send_code};
use crate::notices::rules::{Change, Channel, Command, Refusal, Way, decide};
use crate::notices::store::{self, Owner, OwnerKey};

/// Codes that were asked for in an hour. The number itself is a dated row; this is the window.
const CODES_WINDOW_S: i64 = 3600;
/// Wrong codes before one must wait.
const TRIES: Limit = Limit { what: "notices-code", tries: 5, window_s: 900 };

fn channel(asked: &Asked) -> Result<Channel, Error> {
    Channel::parse(asked.param("channel")).ok_or(Error::Missing)
}

/// Names an address: a code is sent there while the page waits.
pub async fn name(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_name(&asked).await;
    asked.settled(outcome, page::again).await
}

/// The address as it is kept, or what is wrong with it.
fn read_address(asked: &Asked, channel: Channel) -> Result<String, Error> {
    let typed = asked.form.get(channel.key()).trim();
    match channel {
        Channel::Mail if mail::is_address(typed) => Ok(typed.to_owned()),
        Channel::Mail => Err(Error::field("epost", "notices-mail-missing")),
        Channel::Sms => {
            Phone::parse(typed).map(|phone| phone.stored().to_owned()).ok_or_else(|| Error::field("sms", "form-phone"))
        }
    }
}

async fn try_name(asked: &Asked) -> Result<Settled, Error> {
    let channel = channel(asked)?;
    asked.form.only(&[channel.key()])?;
    let address = read_address(asked, channel)?;
    // The same form once more sends nothing once more.
    if let Some(settled) = platform::door::sent_before(&asked.app, asked.token()).await? {
        return Ok(settled);
    }
    let to = address.clone();
    let settled = asked
        .change(&CHARTER, "name-address", move |tx, desk| {
            let (owner, app, now) = (Owner::of(tx, desk)?, desk.app(), desk.now());
            let (key, limits) = (owner.key(), store::limits(tx, now)?);
            let so_many = Limit { what: "notices-codes", tries: limits.codes_an_hour, window_s: CODES_WINDOW_S };
            if so_many.must_wait_s(tx, &key.bytes("codes"), now)?.is_some() {
                return Err(Error::refused(&Refusal::TooManyCodes));
            }
            so_many.count_wrong(tx, &key.bytes("codes"), now)?;
            let way = store::address(tx, app, &owner, channel)?.map(|found| found.way).unwrap_or_default();
            let change = decide(&way, is_set_up(app, channel), Command::Name, now, &limits);
            let Change::Named(until) = change.map_err(|no| Error::refused(&no))? else { return Err(Error::Missing) };
            let code = format!("{:06}", desk.bits() % 1_000_000);
            store::name(tx, app, &owner, channel, &address, (code_hash(app, &key, channel, &code), until))?;
            TRIES.forget(tx, &key.bytes(channel.key()))?;
            Ok(Settled::to("/varsling").keeping(format!("{code} {:032x}", desk.bits())))
        })
        .await?;
    send(asked, channel, &to, settled).await
}

/// Sends the code outside every transaction. What does not get through is said at once, and can be asked for again.
async fn send(asked: &Asked, channel: Channel, to: &str, settled: Settled) -> Result<Settled, Error> {
    let (code, id) =
        settled.keep.as_deref().and_then(|kept| kept.split_once(' ')).ok_or_else(|| Error::fault("a code was not kept"))?;
    let (app, language, now) = (asked.app.clone(), asked.ctx.language, asked.ctx.now);
    let (to, code, id) = (to.to_owned(), code.to_owned(), id.to_owned());
    let outcome = mail::aside(move || send_code(&app, language, channel, &to, &code, &id, now)).await;
    let why = match outcome {
        Outcome::Delivered | Outcome::Unknown => return Ok(settled),
        Outcome::Refused => "notices-address-refused",
        Outcome::Later | Outcome::Unreached => "notices-not-sent",
    };
    // Nobody waits for a code that never left: the address is asked for again.
    let who = owner_key(asked)?;
    asked.app.db().write(move |tx| store::remove(tx, &who, channel, now)).await?;
    Err(Error::field(channel.key(), why))
}

fn code_hash(app: &platform::app::App, owner: &OwnerKey, channel: Channel, code: &str) -> Vec<u8> {
    app.keys().lookup("notices-code", &format!("{}|{}|{}|{code}", owner.person, owner.account, channel.key()))
}

/// The field for the code: each channel has its own, since both may wait at once.
#[must_use]
pub const fn code_field(channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => "kode-epost",
        Channel::Sms => "kode-sms",
    }
}

/// Types the code.
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_confirm(&asked).await;
    asked.settled(outcome, page::again).await
}

async fn try_confirm(asked: &Asked) -> Result<Settled, Error> {
    let channel = channel(asked)?;
    asked.form.only(&[code_field(channel)])?;
    let typed: String = asked.form.get(code_field(channel)).chars().filter(char::is_ascii_digit).collect();
    if typed.len() != 6 {
        return Err(Error::field(code_field(channel), "notices-code-missing"));
    }
    asked.token().check()?;
    // Counted before it is looked at, in a commit of its own: a wrong code is rolled back and the count is not.
    let (who, now) = (owner_key(asked)?, asked.ctx.now);
    let guessing = who.bytes(channel.key());
    let waits = asked.app.db().write(move |tx| {
        let waits = TRIES.must_wait_s(tx, &guessing, now)?;
        if waits.is_none() {
            TRIES.count_wrong(tx, &guessing, now)?;
        }
        Ok(waits.is_some())
    });
    if waits.await? {
        return Err(Error::refused(&Refusal::TooManyTries));
    }
    let settled = asked.change(&CHARTER, "confirm-address", move |tx, desk| {
        let (owner, app, now) = (Owner::of(tx, desk)?, desk.app(), desk.now());
        let (key, limits) = (owner.key(), store::limits(tx, now)?);
        let found = store::address(tx, app, &owner, channel)?;
        let right = found.as_ref().is_some_and(|found| found.code_hash == Some(code_hash(app, &key, channel, &typed)));
        let way = found.map_or_else(Way::default, |found| found.way);
        let change = decide(&way, is_set_up(app, channel), Command::Confirm { right }, now, &limits);
        if change.map_err(|no| Error::refused(&no))? == Change::Verified && !way.verified {
            store::verify(tx, &key, channel, now)?;
            TRIES.forget(tx, &key.bytes(channel.key()))?;
        }
        Ok(Settled::to("/varsling"))
    });
    settled.await
}

fn owner_key(asked: &Asked) -> Result<OwnerKey, Error> {
    let actor = &asked.ctx.actor;
    let work = actor.account.as_ref().map(OwnerKey::work);
    work.or(actor.person.as_ref().map(OwnerKey::person)).ok_or(Error::SignIn)
}

/// Takes an address away.
pub async fn remove(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_remove(&asked).await;
    asked.settled(outcome, page::again).await
}

async fn try_remove(asked: &Asked) -> Result<Settled, Error> {
    let channel = channel(asked)?;
    asked.form.only(&[])?;
    let settled = asked.change(&CHARTER, "remove-address", move |tx, desk| {
        let (owner, app, now) = (Owner::of(tx, desk)?, desk.app(), desk.now());
        let way = store::address(tx, app, &owner, channel)?.map(|found| found.way).unwrap_or_default();
        let limits = store::limits(tx, now)?;
        decide(&way, is_set_up(app, channel), Command::Remove, now, &limits).map_err(|no| Error::refused(&no))?;
        store::remove(tx, &owner.key(), channel, now)?;
        Ok(Settled::to("/varsling"))
    });
    settled.await
}
