//! What is asked about once more before it is done: stop, block, close, object, and the same taken back.

use askama::Template;
use kernel::area::Areas;
use kernel::id::AccountId;
use platform::access::consent_records::RecordKind;
use platform::access::receivers::holder;
use platform::access::{Permit, Settled, blocks};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::consents::limits::{self, Limits};
use crate::consents::party::{self, Around, Party, Subject};
use crate::consents::rules::{Command, State, decide};
use crate::consents::store::{self, Saving};
use crate::consents::{CHARTER, words};
use kernel::time::Timestamp;

/// What is about to be done.
#[derive(Clone, Debug)]
pub enum Act {
    /// Stop sharing with the receiver of this address.
    Stop(String),
    /// Block an employee.
    Block(AccountId),
    /// Lift a block.
    Lift(AccountId),
    /// Close areas.
    Close(Areas),
    /// Open areas again.
    Open(Areas),
    /// Object to sharing between health personnel.
    Object,
    /// Take the objection back.
    TakeBack,
    /// Say yes to what is put on record.
    Give(RecordKind),
    /// Take that yes back.
    Withdraw(RecordKind),
}

impl Act {
    /// In the log, and in the keys of the wording.
    const fn key(&self) -> &'static str {
        match self {
            Act::Stop(_) => "stop",
            Act::Block(_) => "block",
            Act::Lift(_) => "lift",
            Act::Close(_) => "close",
            Act::Open(_) => "open",
            Act::Object => "object",
            Act::TakeBack => "take-back",
            Act::Give(RecordKind::Plan) => "give-plan",
            Act::Give(RecordKind::Confidential) => "give-confidential",
            Act::Withdraw(RecordKind::Plan) => "withdraw-plan",
            Act::Withdraw(RecordKind::Confidential) => "withdraw-confidential",
        }
    }

    const fn command(&self) -> Command {
        match self {
            Act::Stop(_) => Command::Stop,
            Act::Block(_) => Command::Block,
            Act::Lift(_) => Command::Lift,
            Act::Close(areas) => Command::Close(*areas),
            Act::Open(areas) => Command::Open(*areas),
            Act::Object => Command::Object,
            Act::TakeBack => Command::TakeBack,
            Act::Give(kind) => Command::Give(*kind),
            Act::Withdraw(kind) => Command::Withdraw(*kind),
        }
    }

    /// Where the yes is sent.
    fn address(&self) -> String {
        match self {
            Act::Stop(receiver) => format!("/deling/{receiver}/slutt"),
            Act::Block(account) => format!("/deling/sperr/{account}"),
            Act::Lift(account) => format!("/deling/sperr/{account}/opphev"),
            Act::Close(_) | Act::Open(_) => "/deling/lukk".into(),
            Act::Object | Act::TakeBack => "/deling/innsigelse".into(),
            Act::Give(_) | Act::Withdraw(_) => "/deling/samtykker".into(),
        }
    }

    /// The page it was chosen on.
    const fn back(&self) -> &'static str {
        match self {
            Act::Stop(_) | Act::Object | Act::TakeBack => "/deling",
            Act::Block(_) | Act::Lift(_) => "/deling/sperr",
            Act::Close(_) | Act::Open(_) => "/deling/lukk",
            Act::Give(_) | Act::Withdraw(_) => "/deling/samtykker",
        }
    }

    /// What is sent with the yes.
    fn fields(&self) -> Vec<(&'static str, &'static str)> {
        let areas = |areas: &Areas| areas.iter().map(|area| ("omrade", area.key())).collect::<Vec<_>>();
        match self {
            Act::Stop(_) | Act::Block(_) | Act::Lift(_) => Vec::new(),
            Act::Close(closing) => [vec![("gjor", "lukk")], areas(closing)].concat(),
            Act::Open(opening) => [vec![("gjor", "apne")], areas(opening)].concat(),
            Act::Object => vec![("gjor", "nei")],
            Act::TakeBack => vec![("gjor", "trekk")],
            Act::Give(kind) => vec![("gjor", "ja"), ("slag", kind.key())],
            Act::Withdraw(kind) => vec![("gjor", "trekk"), ("slag", kind.key())],
        }
    }

    fn areas(&self) -> Areas {
        match self {
            Act::Close(areas) | Act::Open(areas) => *areas,
            _ => Areas::NONE,
        }
    }
}

/// Everything one act is weighed against.
struct Stand {
    around: Around,
    limits: Limits,
    state: State,
    subject: Subject,
    party: Option<Party>,
}

fn stand(tx: &mut Tx<'_>, own: &Permit, act: &Act, now: Timestamp) -> Result<Stand, Error> {
    let around = store::around(tx, own, now)?;
    let limits = limits::load(tx, now)?;
    let mut state = store::general(tx, own)?;
    let mut found = None;
    let subject = match act {
        Act::Stop(id) => {
            let party = party::find(tx, own, &around, id, now)?;
            state = store::towards(tx, own, &around, &party, now)?;
            found.insert(party).subject.clone()
        }
        Act::Block(account) | Act::Lift(account) => {
            state.blocked = store::is_blocked(tx, own, account)?;
            // Nobody can be found by trying ids: only those whom the person has met are here.
            if !state.blocked && !blocks::met(tx, own)?.iter().any(|met| met.account == *account) {
                return Err(Error::Missing);
            }
            Subject::Employee(account.clone())
        }
        Act::Close(_) | Act::Open(_) => Subject::Closed,
        Act::Object | Act::TakeBack => Subject::Objection,
        Act::Give(kind) | Act::Withdraw(kind) => Subject::Record(kind.key().to_owned()),
    };
    Ok(Stand { around, limits, state, subject, party: found })
}

fn name(tx: &mut Tx<'_>, say: &Say, stand: &Stand) -> Result<(String, String), Error> {
    match (&stand.party, &stand.subject) {
        (Some(party), _) => {
            let who = words::who(say, party);
            let named = words::at_start(&who) == party.workplace;
            Ok((who, if named { String::new() } else { party.workplace.clone() }))
        }
        (None, Subject::Employee(account)) => {
            let holder = holder(tx, account)?;
            let workplace = holder.as_ref().and_then(|holder| holder.organisation.as_ref());
            let workplace = workplace.map(|organisation| organisation.name.clone()).unwrap_or_default();
            Ok((holder.map(|holder| holder.name).unwrap_or_default(), workplace))
        }
        _ => Ok((String::new(), String::new())),
    }
}

#[derive(Template)]
#[template(path = "consents/pages/confirm.html")]
struct Confirm {
    frame: Frame,
    t: Say,
    again: Again,
    title: String,
    workplace: String,
    text: String,
    more: Option<String>,
    yes: String,
    action: String,
    back: String,
    back_words: String,
    fields: Vec<(&'static str, &'static str)>,
    possible: bool,
}

/// Asks once more, or says at once that it cannot be done.
pub async fn ask(asked: Asked, act: Act) -> Result<Reply, Error> {
    page(asked, act, None).await
}

async fn page(asked: Asked, act: Act, error: Option<Error>) -> Result<Reply, Error> {
    let (say, weighed) = (asked.say(), act.clone());
    let (who, workplace, no) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let stand = stand(tx, &own, &weighed, desk.now())?;
            let (who, workplace) = name(tx, &say, &stand)?;
            Ok((who, workplace, decide(&stand.state, &weighed.command(), &stand.limits, desk.now()).err()))
        })
        .await?;
    let t = asked.say();
    let again = error.or(no.map(Error::from)).map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let key = act.key();
    let in_words = |part: &str| {
        let areas = words::listed(&t, act.areas());
        t.put(&format!("consents-{part}-{key}"), &[("who", who.clone()), ("areas", areas)])
    };
    let more = t.has(&format!("consents-more-{key}")).then(|| in_words("more"));
    let status = again.status.unwrap_or(200);
    let back_words = if act.back() == "/deling" { "consents-back" } else { "form-back" };
    let confirm = Confirm {
        frame: asked.frame(),
        title: in_words("ask"),
        text: in_words("text"),
        yes: in_words("yes"),
        workplace,
        more,
        action: act.address(),
        back: act.back().to_owned(),
        back_words: t.t(back_words),
        fields: act.fields(),
        possible: no.is_none(),
        again,
        t,
    };
    Ok(Reply::page(&confirm)?.status(status))
}

/// Does it.
pub async fn perform(asked: Asked, act: Act) -> Result<Reply, Error> {
    let doing = act.clone();
    let settled = door::execute(&asked.app, &asked.ctx, &CHARTER, act.key(), asked.token(), move |tx, desk| {
        let own = desk.own(tx)?;
        let Stand { around, limits, state, subject, party } = stand(tx, &own, &doing, desk.now())?;
        let change = decide(&state, &doing.command(), &limits, desk.now())?;
        let saving = Saving { subject, party: party.as_ref(), change: &change, state: &state, undoes: None };
        let id = store::save(tx, desk, &own, &around, &saving)?;
        Ok(Settled::to(format!("/deling/ferdig/{id}")))
    })
    .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, act, Some(error)).await,
    }
}
