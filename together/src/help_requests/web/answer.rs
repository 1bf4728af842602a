//! The answer, opened with a code or by the person who is signed in.

use askama::Template;
use kernel::code::Code;
use kernel::id::RowId;
use platform::access::{Desk, Permit, Settled};
use platform::ctx::Door;
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::session::{self, Holder, Life};
use platform::web::{Asked, Reply, session_cookie};

use super::shown::{Notice, Own, back, phone_shown, refusal_of, said};
use crate::help_requests::CHARTER;
use crate::help_requests::acts::{self, Said, code_hash, first_name};
use crate::help_requests::choices::{Ready, WORDS_MAX};
use crate::help_requests::rules::State;
use crate::help_requests::store::codes;
use crate::help_requests::store::lines::{self, Line};
use crate::help_requests::store::requests::{self, Request};

#[derive(Template)]
#[template(path = "help_requests/pages/code.html")]
struct CodePage {
    frame: Frame,
    t: Say,
    typed: String,
    opened: bool,
    errors: Vec<ErrorItem>,
    wait: Option<String>,
}

#[derive(Template)]
#[template(path = "help_requests/pages/message.html")]
struct MessagePage {
    frame: Frame,
    t: Say,
    view: MessageView,
    typed: String,
    errors: Vec<ErrorItem>,
    notice: Option<Notice>,
}

/// The message and its answers, as drawn.
struct MessageView {
    request: String,
    title: &'static str,
    own: Own,
    asked: String,
    lines: Vec<LineView>,
    ready: Vec<ReadyView>,
    answered: bool,
    can_say_no: bool,
    holder: String,
    phone_shown: String,
    phone_href: String,
    deleted: String,
}

struct LineView {
    from: String,
    staff: bool,
    words: String,
}

struct ReadyView {
    key: &'static str,
    label: String,
}

/// `/svar`: the code.
pub async fn code(asked: Asked) -> Result<Reply, Error> {
    code_page(&asked, String::new(), &[], None)
}

fn code_page(asked: &Asked, typed: String, errors: &[FieldError], wait: Option<String>) -> Result<Reply, Error> {
    let t = asked.say();
    let errors = error_items(&t, errors);
    let opened = asked.ctx.actor.door == Door::Code;
    Reply::page(&CodePage { frame: asked.frame(), t, typed, opened, errors, wait })
}

/// What a try came to; kept with the form, so that a form sent twice opens the same session.
enum Try {
    Opened(String),
    Own(String),
    Wrong,
    Wait(i64),
}

impl Try {
    fn settled(self) -> Settled {
        match self {
            Try::Opened(opener) => Settled::to("/svar/melding").keeping(opener),
            Try::Own(request) => Settled::to(format!("/svar/melding/{request}")),
            Try::Wrong => Settled::to("/svar").keeping("wrong"),
            Try::Wait(seconds) => Settled::to("/svar").keeping(seconds.to_string()),
        }
    }
}

/// Opens one answer. Every wrong code is met with the same sentence, whatever is wrong with it.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["code"])?;
    let typed = asked.form.get("code").to_owned();
    let Some(code) = Code::parse(&typed) else { return wrong(&asked, typed) };
    let opener = session::opener(&asked.app);
    let settled = asked.change(&CHARTER, "open-answer", move |tx, desk| Ok(try_code(tx, desk, &code, &opener)?.settled())).await;
    let settled = match settled {
        Err(Error::Refused(_)) => {
            let errors = [FieldError::new("code", "form-expired")];
            return Ok(back(code_page(&asked, typed, &errors, None)?, 409));
        }
        other => other?,
    };
    match (settled.to.as_str(), settled.keep.as_deref()) {
        ("/svar", Some("wrong")) => wrong(&asked, typed),
        ("/svar", seconds) => {
            let seconds = seconds.and_then(|text| text.parse::<i64>().ok()).unwrap_or(codes::OF_A_CODE.window_s);
            let wait = asked.say().with("help-code-wait", "minutes", (seconds + 59) / 60);
            Ok(back(code_page(&asked, typed, &[], Some(wait))?, 429))
        }
        (to, Some(opener)) => {
            // One browser, one session: what was open before is ended, not only forgotten.
            if let Some(before) = asked.ctx.actor.session.clone() {
                session::end(&asked.app, before, asked.ctx.now).await?;
            }
            Ok(Reply::to(to).cookie(session_cookie(&asked.app, opener)))
        }
        (to, None) => Ok(Reply::to(to)),
    }
}

fn wrong(asked: &Asked, typed: String) -> Result<Reply, Error> {
    let errors = [FieldError::new("code", "help-code-wrong")];
    Ok(back(code_page(asked, typed, &errors, None)?, 422))
}

fn try_code(tx: &mut Tx<'_>, desk: &Desk<'_>, code: &Code, opener: &str) -> Result<Try, Error> {
    let (now, hash) = (desk.now(), code_hash(desk, code));
    desk.note_nobody();
    if let Some(seconds) = codes::must_wait_s(tx, &hash, now)? {
        return Ok(Try::Wait(seconds));
    }
    let Some((person, request)) = codes::whose(tx, &hash)? else {
        if codes::count_wrong(tx, &hash, now)? {
            tracing::error!("somebody is guessing codes: the ceiling over all codes has been reached");
        }
        return Ok(Try::Wrong);
    };
    let actor = &desk.ctx().actor;
    if actor.door == Door::Full && actor.person.as_ref() == Some(&person) {
        return Ok(Try::Own(request.as_str().to_owned()));
    }
    session::open(tx, opener, &Holder::Person(person.clone(), Door::Code), Life::Code, now)?;
    codes::opened(tx, &person, &session::hash(opener), &request)?;
    Ok(Try::Opened(opener.to_owned()))
}

/// Which request this page is about: the one the code opened, and no other; or the one in the address, for the person.
fn which(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, named: &str) -> Result<RowId, Error> {
    let actor = &desk.ctx().actor;
    match (actor.door, &actor.session) {
        (Door::Code, Some(session)) => {
            let opened = codes::opened_by(tx, permit.person(), session)?.ok_or(Error::Missing)?;
            if named.is_empty() || named == opened.as_str() { Ok(opened) } else { Err(Error::Missing) }
        }
        (Door::Full, _) if !named.is_empty() => RowId::parse(named).ok_or(Error::Missing),
        (Door::Full, _) => {
            let newest = requests::all(tx, permit)?.into_iter().next();
            newest.map(|request| request.id).ok_or(Error::Missing)
        }
        _ => Err(Error::SignIn),
    }
}

/// The message, what was answered, and how one can answer.
pub async fn message(asked: Asked) -> Result<Reply, Error> {
    let named = asked.param("request").to_owned();
    message_page(&asked, named, String::new(), &[], None).await
}

async fn message_page(
    asked: &Asked,
    named: String,
    typed: String,
    errors: &[FieldError],
    notice: Option<Notice>,
) -> Result<Reply, Error> {
    let (request, lines) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.own(tx)?;
            let id = which(tx, desk, &permit, &named)?;
            Ok((requests::load(tx, &permit, &id)?, lines::all(tx, &permit, &id)?))
        })
        .await?;
    let t = asked.say();
    let errors = error_items(&t, errors);
    let mut frame = asked.frame();
    let own_door = asked.ctx.actor.door == Door::Full;
    frame.path = if own_door { format!("/svar/melding/{}", request.id) } else { "/svar/melding".into() };
    let view = message_view(asked, &t, &request, &lines);
    Reply::page(&MessagePage { frame, t, view, typed, errors, notice })
}

fn message_view(asked: &Asked, t: &Say, request: &Request, all: &[Line]) -> MessageView {
    let now = asked.ctx.now;
    let state = &request.case.state;
    let offered = all.iter().rev().find(|line| line.account.is_some()).map(|line| line.answers.clone());
    let answered = all.last().is_some_and(|line| line.account.is_none());
    let organisation = &request.organisation_name;
    let name = first_name(&request.holder_name);
    let holder = match state {
        State::Closed { .. } => t.with("help-held-closed", "place", organisation),
        _ => t.with2("help-held-by", "name", name, "place", organisation),
    };
    let holder = match state.promise() {
        Some(promise) if promise.until >= now => {
            format!("{holder} {}", t.with("help-promised", "when", t.before(promise.until, now)))
        }
        Some(_) => format!("{holder} {}", t.t("help-promise-broken")),
        None => holder,
    };
    MessageView {
        request: request.id.to_string(),
        title: if offered.is_some() { "help-message-answered" } else { "help-message-waiting" },
        own: said(t, request),
        asked: t.when(request.asked_at, now),
        lines: all.iter().map(|line| line_view(t, request, line, now)).collect(),
        ready: offered.unwrap_or_default().iter().map(|ready| ready_view(t, *ready)).collect(),
        answered,
        can_say_no: !matches!(state, State::Closed { .. }),
        holder,
        phone_shown: phone_shown(&request.holder_phone),
        phone_href: format!("tel:{}", request.holder_phone),
        deleted: t.with("help-receipt-deleted", "date", t.date(request.delete_at.day())),
    }
}

fn ready_view(t: &Say, ready: Ready) -> ReadyView {
    ReadyView { key: ready.key(), label: t.t(&ready.label()) }
}

fn line_view(t: &Say, request: &Request, line: &Line, now: kernel::time::Timestamp) -> LineView {
    let when = t.when(line.at, now);
    match &line.name {
        Some(name) => LineView {
            from: t.put(
                "help-line-from",
                &[("name", first_name(name)), ("place", request.organisation_name.clone()), ("when", when)],
            ),
            staff: true,
            words: line.words.clone().unwrap_or_else(|| t.t("help-line-spoke")),
        },
        None => {
            let ready = line.answers.first().map(|ready| t.t(&ready.label()));
            let words = line.words.clone().or(ready).unwrap_or_default();
            LineView { from: t.with("help-line-mine", "when", when), staff: false, words }
        }
    }
}

/// The person answers: one tap, or words of their own.
pub async fn send(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["request", "answer", "words"])?;
    let named = asked.form.get("request").to_owned();
    let typed = asked.form.get("words").to_owned();
    let said = match Ready::parse(asked.form.get("answer")) {
        Some(ready) => Ok(Said::Ready(ready)),
        None => asked.form.text("words", WORDS_MAX).map(|words| Said::Words(words.as_str().to_owned())),
    };
    let said = match said {
        Ok(said) => said,
        Err(error) => return Ok(back(message_page(&asked, named, typed, &[error], None).await?, 422)),
    };
    let wanted = named.clone();
    let settled = asked
        .change(&CHARTER, "answer", move |tx, desk| {
            let permit = desk.own(tx)?;
            let id = which(tx, desk, &permit, &wanted)?;
            acts::answer(tx, desk, &id, &said)?;
            let by_code = desk.ctx().actor.door == Door::Code;
            Ok(Settled::to(if by_code { "/svar/melding".to_owned() } else { format!("/svar/melding/{id}") }))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let notice = refusal_of(&asked.say(), error)?;
            Ok(back(message_page(&asked, named, typed, &[], Some(notice)).await?, 409))
        }
    }
}
