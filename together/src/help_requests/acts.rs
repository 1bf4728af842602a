//! What happens inside one command: load under a permit, ask the rules, save, tell. Pages, jobs and the demo city all come
//! through here.

use kernel::code::Code;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, NewPerson, Permit, provisional};
use platform::db::Tx;
use platform::error::Error;
use platform::keys::PersonKey;

use super::choices::{Need, Reach, Ready};
use super::rules::{Case, Command, Holder, Refusal, State, decide};
use super::store::lines::NewLine;
use super::store::requests::{NewRequest, Request};
use super::store::{codes, desks, lines, lists, requests};

/// Days after which a request goes away when nobody wants more contact.
pub const KEPT_DAYS: i64 = 30;
/// Most lines about one request.
const LINES_MAX: i64 = 200;
/// How often a code is drawn again when it is in use. With a million live codes twenty draws fail once in 10⁵².
const DRAWS: usize = 20;

/// What is asked, as the rules of the page have read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What they need.
    pub need: Need,
    /// In their own words.
    pub words: Option<String>,
    /// How they want the answer.
    pub reach: Reach,
}

/// What the one who asked is told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Who asked, as we know them.
    pub person: PersonId,
    /// The request.
    pub request: RowId,
    /// The code, as shown: kept nowhere but here.
    pub code: String,
    /// First name of whoever holds it.
    pub holder: String,
    /// Where they work.
    pub organisation: String,
    /// By when they answer.
    pub until: Timestamp,
    /// When they open, if they are closed now.
    pub opens: Option<Timestamp>,
    /// When it goes away; nothing for somebody we know, who finds it at home.
    pub delete_at: Option<Timestamp>,
}

/// The first name: what people are called at the counter.
#[must_use]
pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// Asks for help: as the person who is signed in, or as somebody new whose key has been made.
///
/// # Errors
/// [`Refusal::NobodyAnswers`], a denial or a fault.
pub fn ask(tx: &mut Tx<'_>, desk: &Desk<'_>, draft: &Draft, newcomer: Option<(&PersonId, &PersonKey)>) -> Result<Receipt, Error> {
    let now = desk.now();
    let organisation = match &draft.reach {
        Reach::Visit(organisation) => organisation.clone(),
        _ => desks::for_need(tx, &desk.app().config().municipality, draft.need)?
            .ok_or_else(|| Error::refused(&Refusal::NobodyAnswers))?,
    };
    let (answering, next) = desks::next(tx, &organisation, now)?;
    let delete_at = now.plus_days(KEPT_DAYS);
    let permit = asker(tx, desk, newcomer, &organisation, delete_at)?;
    let new = NewRequest {
        id: RowId::from_bits(desk.bits()),
        need: draft.need,
        words: draft.words.clone(),
        reach: draft.reach.clone(),
        place: answering.place.clone().filter(|_| matches!(draft.reach, Reach::Visit(_))),
        holder: next.on_duty.clone(),
        promise: next.promise,
        delete_at,
    };
    requests::insert(tx, &permit, &new, desk.bits())?;
    let code = give_code(tx, desk, &permit, &new.id)?;
    desk.tell(tx, super::HELP_ASKED, Some(permit.person()), new.id.as_str())?;
    let written = requests::load(tx, &permit, &new.id)?;
    Ok(Receipt {
        person: permit.person().clone(),
        request: new.id,
        code,
        holder: first_name(&written.holder_name),
        organisation: answering.name,
        until: next.promise.until,
        opens: answering.hours.opens_next(now),
        delete_at: newcomer.map(|_| delete_at),
    })
}

fn asker(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    newcomer: Option<(&PersonId, &PersonKey)>,
    organisation: &OrganisationId,
    until: Timestamp,
) -> Result<Permit, Error> {
    let Some((person, key)) = newcomer else { return desk.own(tx) };
    let new = NewPerson { language: desk.ctx().language, provisional_until: Some(until), ..NewPerson::default() };
    new.insert(tx, person, key, desk.now())?;
    desk.newcomer(person, key.clone(), Some(organisation.clone()))
}

fn give_code(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, request: &RowId) -> Result<String, Error> {
    for _ in 0..DRAWS {
        let code = Code::from_bits(u64::try_from(desk.bits() >> 64).unwrap_or(0));
        let hash = code_hash(desk, &code);
        if !codes::is_taken(tx, &hash)? {
            codes::give(tx, permit, request, &hash)?;
            return Ok(code.shown());
        }
    }
    Err(Error::fault("no free code was drawn"))
}

/// The only thing that is kept of a code.
#[must_use]
pub fn code_hash(desk: &Desk<'_>, code: &Code) -> Vec<u8> {
    desk.app().keys().lookup("answer-code", &code.canonical())
}

/// A request as staff of the answering organisation open it.
///
/// # Errors
/// [`Error::Missing`] for a request of somebody else's organisation, [`Error::Denied`] or a fault.
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(Permit, Request), Error> {
    let mine = desk.ctx().actor.employer_id()?.clone();
    let person = lists::whose(tx, &mine, request)?.ok_or(Error::Missing)?;
    let permit = desk.person(tx, &person)?;
    let found = requests::load(tx, &permit, request)?;
    Ok((permit, found))
}

/// The member of staff who acts, as a holder.
///
/// # Errors
/// [`Error::Denied`] for somebody who works nowhere.
pub fn me(desk: &Desk<'_>) -> Result<Holder, Error> {
    let actor = &desk.ctx().actor;
    let account = actor.account.clone().ok_or(Error::SignIn)?;
    Ok(Holder { organisation: actor.employer_id()?.clone(), account })
}

fn ruled(case: &Case, command: Command, now: Timestamp) -> Result<Case, Error> {
    decide(case, command, now).map_err(|refusal| Error::refused(&refusal))
}

/// What staff saw when they pressed: an older version is refused, so that nothing new is talked over.
fn still_as_seen(request: &Request, seen: i64) -> Result<(), Error> {
    if request.version == seen { Ok(()) } else { Err(Error::refused(&Refusal::Changed)) }
}

/// «Jeg tar den.»
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let me = me(desk)?;
    let by = me.account.clone();
    let after = ruled(&found.case, Command::Take(me), desk.now())?;
    requests::save(tx, &permit, &found, &after, Some(&by), desk.now())
}

/// To whom a request is given on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// A colleague.
    Colleague(AccountId),
    /// Another organisation: whoever is on duty there.
    Organisation(OrganisationId),
}

/// «Gi videre til …». The promise runs on, and the relation follows.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn pass_on(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, to: &Receiver, seen: i64) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    still_as_seen(&found, seen)?;
    let (now, me) = (desk.now(), me(desk)?);
    let to = match to {
        Receiver::Colleague(account) => {
            let able = desks::colleagues(tx, &me.organisation, now)?;
            let known = able.iter().any(|colleague| colleague.account == *account);
            let account = Some(account.clone()).filter(|_| known).ok_or(Error::Missing)?;
            Holder { organisation: me.organisation.clone(), account }
        }
        Receiver::Organisation(organisation) => desks::next(tx, organisation, now)?.1.on_duty,
    };
    let organisation = to.organisation.clone();
    let after = ruled(&found.case, Command::PassOn(to), now)?;
    requests::save(tx, &permit, &found, &after, Some(&me.account), now)?;
    if organisation != me.organisation {
        requests::follow(tx, &permit, &found, &organisation, desk.bits(), now)?;
    }
    Ok(())
}

/// A request whose holder works here no more: whoever is on duty has it from now on, or, where nobody is left who answers,
/// the organisation that answers such a need. The person can read in the log that it was passed on. False when there is nobody
/// anywhere: then it stays where it is, and nothing is opened.
///
/// # Errors
/// A refusal when somebody else has just acted, or a fault.
pub fn holder_is_gone(tx: &mut Tx<'_>, desk: &Desk<'_>, left: &lists::LeftBehind) -> Result<bool, Error> {
    let now = desk.now();
    let Some(to) = whoever_is_left(tx, desk, left)? else { return Ok(false) };
    let permit = desk.delivery(tx, &left.listed.person)?;
    let found = requests::load(tx, &permit, &left.listed.request)?;
    let organisation = to.organisation.clone();
    let after = ruled(&found.case, Command::HolderGone(to), now)?;
    requests::save(tx, &permit, &found, &after, None, now)?;
    if organisation != left.organisation {
        requests::follow(tx, &permit, &found, &organisation, desk.bits(), now)?;
    }
    Ok(true)
}

fn whoever_is_left(tx: &mut Tx<'_>, desk: &Desk<'_>, left: &lists::LeftBehind) -> Result<Option<Holder>, Error> {
    let answering = desks::for_need(tx, &desk.app().config().municipality, left.need)?;
    // Where a whole service has closed, any other that answers is better than nobody.
    let others = desks::others(tx, &left.organisation)?.into_iter().map(|(organisation, _)| organisation);
    for organisation in [Some(left.organisation.clone()), answering].into_iter().flatten().chain(others) {
        match desks::next(tx, &organisation, desk.now()) {
            Ok((_, next)) => return Ok(Some(next.on_duty)),
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// «Haster»: said by staff, never by software.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn mark_urgent(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let after = ruled(&found.case, Command::MarkUrgent, desk.now())?;
    requests::save(tx, &permit, &found, &after, Some(&me(desk)?.account), desk.now())
}

/// Answers. Without words it says that they have talked.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn reply(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    request: &RowId,
    words: Option<&str>,
    offers: &[Ready],
    seen: i64,
) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let me = me(desk)?;
    let account = me.account.clone();
    // Whether it may be answered at all comes before whether the page was old: that sentence says more.
    let after = ruled(&found.case, Command::Reply(me), desk.now())?;
    still_as_seen(&found, seen)?;
    has_room(tx, &permit, request)?;
    requests::save(tx, &permit, &found, &after, Some(&account), desk.now())?;
    lines::add(tx, &permit, request, &NewLine { account: Some(&account), words, answers: offers }, desk.now())?;
    desk.tell(tx, super::HELP_ANSWERED, Some(permit.person()), request.as_str())
}

/// Staff are done with it. The one who asked can still write, and is then owed an answer again.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn close(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, seen: i64) -> Result<(), Error> {
    let (permit, found) = open(tx, desk, request)?;
    let after = ruled(&found.case, Command::Close, desk.now())?;
    still_as_seen(&found, seen)?;
    requests::save(tx, &permit, &found, &after, Some(&me(desk)?.account), desk.now())?;
    let_go(tx, &permit, &found, desk.now())
}

/// An organisation that a known person asked once stops serving them when that is over. A provisional person is deleted
/// with the relation, and until then staff can find them again when the code is lost.
fn let_go(tx: &mut Tx<'_>, permit: &Permit, request: &Request, now: Timestamp) -> Result<(), Error> {
    match &request.relation {
        Some(made) if !permit.card().provisional => {
            requests::end_if_last(tx, permit, &request.case.state.last_holder().organisation, made, now)
        }
        _ => Ok(()),
    }
}

/// A new code for somebody who has lost theirs; the old one opens nothing any more.
///
/// # Errors
/// A denial or a fault.
pub fn renew_code(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId) -> Result<String, Error> {
    let (permit, _) = open(tx, desk, request)?;
    give_code(tx, desk, &permit, request)
}

/// What the person says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One tap.
    Ready(Ready),
    /// Words of their own.
    Words(String),
}

/// The person answers.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, request: &RowId, said: &Said) -> Result<(), Error> {
    let permit = desk.own(tx)?;
    let found = requests::load(tx, &permit, request)?;
    has_room(tx, &permit, request)?;
    let now = desk.now();
    let next = desks::next(tx, &found.case.state.last_holder().organisation, now)?.1;
    let command = match said {
        Said::Ready(ready) => Command::Answer(*ready, next),
        Said::Words(_) => Command::Write(next),
    };
    let after = ruled(&found.case, command, now)?;
    requests::save(tx, &permit, &found, &after, None, now)?;
    let line = match said {
        Said::Ready(ready) => NewLine { answers: &[*ready], ..NewLine::default() },
        Said::Words(words) => NewLine { words: Some(words), ..NewLine::default() },
    };
    lines::add(tx, &permit, request, &line, now)?;
    match (&found.case.state, &after.state) {
        (_, State::Closed { .. }) => let_go(tx, &permit, &found, now),
        (before, _) => {
            let until = now.plus_days(KEPT_DAYS);
            requests::keep_until(tx, &permit, request, until)?;
            provisional::keep_until(tx, &permit, until)?;
            if matches!(before, State::Closed { .. }) {
                requests::serve_again(tx, &permit, &found, desk.bits(), now)?;
            }
            Ok(())
        }
    }
}

fn has_room(tx: &mut Tx<'_>, permit: &Permit, request: &RowId) -> Result<(), Error> {
    if lines::count(tx, permit, request)? < LINES_MAX { Ok(()) } else { Err(Error::refused(&Refusal::Full)) }
}

/// Whose answer a code opens, for a person who says that they were the one who asked: the id of the provisional person, or
/// nothing for every other code. Guesses are counted like those at `/svar`.
///
/// # Errors
/// A fault.
pub fn take_code(tx: &mut Tx<'_>, desk: &Desk<'_>, _: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let typed = content.get("code").and_then(serde_json::Value::as_str).unwrap_or_default();
    let Some(code) = Code::parse(typed) else { return Ok(String::new()) };
    let hash = code_hash(desk, &code);
    if codes::must_wait_s(tx, &hash, desk.now())?.is_some() {
        return Ok(String::new());
    }
    let found = codes::whose(tx, &hash)?;
    if found.is_none() {
        codes::count_wrong(tx, &hash, desk.now())?;
    }
    Ok(found.map(|(person, _)| person.as_str().to_owned()).unwrap_or_default())
}
