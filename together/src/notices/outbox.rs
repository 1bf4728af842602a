//! From a fact to a notice, and from a notice out of the house. What is heard becomes a row in the same commit that notes
//! that it was heard; sending happens between two commits, and what came of it is written in the second.

use kernel::id::PersonId;
use kernel::language::Language;
use kernel::time::Timestamp;
use platform::access::Desk;
use platform::app::App;
use platform::charter::{Concerned, NewsAsk};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;
use platform::keys::{hex, keyed_hash};
use platform::mail::{self, Letter, Outcome};
use platform::sms::{self, Text};

use super::rules::{Channel, End, Kind, Next, after, due};
use super::store::{self, Address, Owner, OwnerKey, outbox::Claimed};

/// Most notices in one turn of the clock: the next turn takes the rest.
const IN_A_TURN: usize = 200;

/// Whether the house has a way out of this kind.
#[must_use]
pub fn is_set_up(app: &App, channel: Channel) -> bool {
    match channel {
        Channel::Mail => app.config().smtp.is_some(),
        Channel::Sms => app.config().sms.is_some(),
    }
}

/// A fact has happened: lines up a notice for each of those it is news for, unless one waits already.
///
/// # Errors
/// A fault.
pub fn hear(run: &JobRun<'_>, fact: &'static str) -> Result<(), Error> {
    let Some(kind) = Kind::of_fact(fact) else { return Ok(()) };
    let Some((person, subject)) = run.fact.clone() else { return Ok(()) };
    if !Channel::ALL.into_iter().any(|channel| is_set_up(run.app, channel)) {
        return Ok(());
    }
    door::execute_here(run.app, &run.ctx, run.part, "hear", move |tx, desk| {
        for owner in concerned(tx, desk, fact, person.as_ref(), &subject, kind)? {
            line_up(tx, desk, &owner, kind)?;
        }
        Ok(())
    })
}

/// Those a fact is news for. Without a word from the part that tells it, that is the person, for what persons are told of.
fn concerned(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    fact: &str,
    person: Option<&PersonId>,
    subject: &str,
    kind: Kind,
) -> Result<Vec<OwnerKey>, Error> {
    let ask = NewsAsk { person, subject, now: desk.now() };
    let whom = desk.app().news_for(tx, fact, &ask)?;
    let whom =
        whom.unwrap_or_else(|| person.filter(|_| kind.is_for_person()).cloned().map(Concerned::Person).into_iter().collect());
    let mut owners: Vec<OwnerKey> = Vec::new();
    for one in whom {
        let accounts = match one {
            Concerned::Person(person) => {
                owners.push(OwnerKey::person(&person));
                continue;
            }
            Concerned::Account(account) => vec![account],
            Concerned::Organisation(organisation) => store::at_work(tx, organisation.as_str(), desk.now())?,
        };
        for account in accounts {
            if store::may_be_told(tx, &account, person, desk.now())? {
                owners.push(OwnerKey::work(&account));
            }
        }
    }
    owners.dedup();
    Ok(owners)
}

fn line_up(tx: &mut Tx<'_>, desk: &Desk<'_>, owner: &OwnerKey, kind: Kind) -> Result<(), Error> {
    let (app, now) = (desk.app(), desk.now());
    let channels = store::reachable(tx, owner)?;
    if channels.is_empty() {
        return Ok(());
    }
    let limits = store::limits(tx, now)?;
    let choice = store::choice(tx, owner, &limits, Language::Nb)?;
    if choice.off.contains(&kind) {
        return Ok(());
    }
    for channel in channels.into_iter().filter(|channel| is_set_up(app, *channel)) {
        let waiting = store::outbox::waiting(tx, owner, channel, now)?;
        let notice = waiting.clone().unwrap_or_else(|| kernel::id::hex(desk.bits()));
        // The job's own number: run again after a crash it is the same event.
        let event = desk.ctx().request.clone();
        if store::outbox::hear(tx, owner, channel, (&event, &notice), now)? && waiting.is_none() {
            let last = store::outbox::last_sent(tx, owner, channel)?;
            store::outbox::add(tx, owner, channel, &notice, (now, due(now, last, choice.quiet, &limits)))?;
        }
    }
    Ok(())
}

/// Sends what is due, channel by channel. When the other side cannot be reached, the rest of that channel waits for the next
/// turn: a dead server costs one attempt a minute.
///
/// # Errors
/// A fault of ours; what the other side does is never one.
pub fn send_due(run: &JobRun<'_>) -> Result<(), Error> {
    for channel in Channel::ALL.into_iter().filter(|channel| is_set_up(run.app, *channel)) {
        for _ in 0..IN_A_TURN {
            let now = run.app.source().now();
            let Some(claimed) = run.app.db().write_here(move |tx| store::outbox::claim(tx, channel, now))? else { break };
            if send_one(run, claimed)? == Some(Outcome::Unreached) {
                break;
            }
        }
    }
    Ok(())
}

/// What goes out, and to where.
struct Ready {
    address: String,
    language: Language,
}

/// Sends one notice that was claimed, and writes down what came of it; nothing when it was not to be sent after all.
///
/// # Errors
/// A fault of ours.
pub fn send_one(run: &JobRun<'_>, claimed: Claimed) -> Result<Option<Outcome>, Error> {
    let now = run.app.source().now();
    let Some(ready) = make_ready(run, &claimed, now)? else { return Ok(None) };
    let outcome = hand_over(run.app, &claimed, &ready);
    let held = claimed.clone();
    door::execute_here(run.app, &run.ctx, run.part, "send", move |tx, _| {
        let limits = store::limits(tx, now)?;
        let quiet = store::choice(tx, &held.owner, &limits, Language::Nb)?.quiet;
        match after(outcome, held.tries, held.refused_since, now, quiet, &limits) {
            Next::Over(end) => {
                if end == End::Refused {
                    store::mark_refused(tx, &held.owner, held.channel, now)?;
                }
                store::outbox::end(tx, &held.id, end, now)
            }
            Next::Again(at, refused) => store::outbox::again(tx, &held, at, refused),
        }
    })?;
    Ok(Some(outcome))
}

/// Opens the address, unless nobody wants the notice any more, or not at this hour.
fn make_ready(run: &JobRun<'_>, claimed: &Claimed, now: Timestamp) -> Result<Option<Ready>, Error> {
    let held = claimed.clone();
    let ready = door::execute_here(run.app, &run.ctx, run.part, "send", move |tx, desk| {
        let limits = store::limits(tx, now)?;
        let choice = store::choice(tx, &held.owner, &limits, Language::Nb)?;
        let free = choice.quiet.over(now);
        if free > now {
            store::outbox::again(tx, &held, free, held.refused_since)?;
            return Ok(None);
        }
        match address_of(tx, desk, &held)? {
            Some(address) => Ok(Some((address.address, choice.language))),
            None => {
                store::outbox::end(tx, &held.id, End::Dropped, now)?;
                Ok(None)
            }
        }
    });
    match ready {
        Ok(ready) => Ok(ready.map(|(address, language)| Ready { address, language })),
        // Whoever has left in the meantime is not told.
        Err(Error::Denied(_)) => {
            let id = claimed.id.clone();
            run.app.db().write_here(move |tx| store::outbox::end(tx, &id, End::Dropped, now))?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn address_of(tx: &mut Tx<'_>, desk: &Desk<'_>, held: &Claimed) -> Result<Option<Address>, Error> {
    let owner = match (held.person(), held.account()) {
        (Some(person), _) if store::is_here(tx, &person)? => Owner::Person(desk.delivery(tx, &person)?),
        (None, Some(account)) if store::may_be_told(tx, &account, None, desk.now())? => Owner::Work(account),
        _ => return Ok(None),
    };
    let found = store::address(tx, desk.app(), &owner, held.channel)?;
    Ok(found.filter(|address| address.way.verified && address.refused_at.is_none()))
}

fn hand_over(app: &App, claimed: &Claimed, ready: &Ready) -> Outcome {
    let words = app.say(ready.language);
    let mut body = words.t("notices-body");
    let letter_id = message_id(&claimed.id);
    match (claimed.channel, &app.config().smtp, &app.config().sms) {
        (Channel::Mail, Some(smtp), _) => {
            if let Some(link) = &app.config().notice_link {
                body = format!("{body}\n\n{link}");
            }
            let subject = words.t("notices-subject");
            mail::send(
                smtp,
                &Letter {
                    id: &letter_id,
                    to: &ready.address,
                    subject: &subject,
                    body: &format!("{body}\n"),
                    at: claimed.made_at,
                },
            )
        }
        (Channel::Sms, _, Some(sms)) => sms::send(sms, &Text { id: &letter_id, to: &ready.address, body: &body }),
        _ => Outcome::Unreached,
    }
}

/// The same for the same notice, and it says nothing of the row.
#[must_use]
pub fn message_id(notice: &str) -> String {
    hex(&keyed_hash(b"message id of a notice", notice.as_bytes())).chars().take(32).collect()
}

/// Sends the code that shows an address to be somebody's own. It is sent while they wait, and kept only as a hash.
#[must_use]
pub fn send_code(app: &App, language: Language, channel: Channel, to: &str, code: &str, id: &str, at: Timestamp) -> Outcome {
    let words = app.say(language);
    let body =
        words.with("notices-code-body", "code", format!("{} {}", code.get(..3).unwrap_or(code), code.get(3..).unwrap_or("")));
    let letter_id = message_id(id);
    match (channel, &app.config().smtp, &app.config().sms) {
        (Channel::Mail, Some(smtp), _) => {
            let subject = words.t("notices-code-subject");
            mail::send(smtp, &Letter { id: &letter_id, to, subject: &subject, body: &format!("{body}\n"), at })
        }
        (Channel::Sms, _, Some(sms)) => sms::send(sms, &Text { id: &letter_id, to, body: &body }),
        _ => Outcome::Unreached,
    }
}
