//! One request, as those who answer see it.

use askama::Template;
use kernel::id::{AccountId, OrganisationId, RowId};
use platform::access::{Desk, Permit, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::web::{Asked, Reply};

use super::shown::{ClockView, Notice, Own, back, clock, fields_of, phone_shown, reached, refusal_of, request_of, said};
use crate::help_requests::CHARTER;
use crate::help_requests::acts::{self, Receiver};
use crate::help_requests::choices::{Ready, WORDS_MAX, Way};
use crate::help_requests::rules::State;
use crate::help_requests::store::desks::{self, Colleague};
use crate::help_requests::store::lines::{self, Line};
use crate::help_requests::store::requests::{self, Request};

/// Beginnings of a reply, never whole ones.
const STARTERS: [&str; 4] = ["time", "call", "come", "more"];

#[derive(Template)]
#[template(path = "help_requests/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    view: OneView,
    typed: Typed,
    errors: Vec<ErrorItem>,
    notice: Option<Notice>,
}

#[derive(Clone, Default)]
struct Typed {
    words: String,
    offers: Vec<String>,
}

impl Typed {
    fn offers(&self, key: &str) -> bool {
        self.offers.iter().any(|offer| offer == key)
    }
}

struct OneView {
    request: String,
    version: i64,
    title: String,
    clock: Option<ClockView>,
    own: Own,
    facts: Vec<(String, String)>,
    lines: Vec<(String, String, bool)>,
    urgent: bool,
    free: bool,
    mine: bool,
    open: bool,
    answered: bool,
    by_message: bool,
    colleagues: Vec<Colleague>,
    others: Vec<(OrganisationId, String)>,
    starters: Vec<&'static str>,
    ready: Vec<Ready>,
    holders: Vec<String>,
    journal: String,
}

/// `/innboks/{request}`.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed::default(), &[], None).await
}

async fn page(asked: &Asked, typed: Typed, errors: &[FieldError], notice: Option<Notice>) -> Result<Reply, Error> {
    let (id, t) = (request_of(asked)?, asked.say());
    let say = t.clone();
    let view = asked.view(&CHARTER, move |tx, desk| view(tx, desk, &say, &id)).await?;
    let errors = error_items(&t, errors);
    let mut frame = asked.frame();
    frame.path = format!("/innboks/{}", view.request);
    Reply::page(&OnePage { frame, t, view, typed, errors, notice })
}

fn view(tx: &mut Tx<'_>, desk: &Desk<'_>, t: &Say, id: &RowId) -> Result<OneView, Error> {
    let (permit, request) = acts::open(tx, desk, id)?;
    let (now, me) = (desk.now(), acts::me(desk)?);
    let said_so_far = lines::all(tx, &permit, id)?;
    let state = &request.case.state;
    let holders = requests::holders(tx, &permit, id)?;
    let held = |(name, place, at): &(String, String, kernel::time::Timestamp)| {
        t.put("help-held-since", &[("name", name.clone()), ("place", place.clone()), ("when", t.when(*at, now))])
    };
    Ok(OneView {
        request: request.id.to_string(),
        version: request.version,
        title: permit.card().name.clone().unwrap_or_else(|| t.t(&request.need.label())),
        clock: state.promise().map(|promise| clock(t, promise, now)),
        own: said(t, &request),
        facts: facts(t, &request, now),
        lines: said_so_far.iter().map(|line| line_view(t, line, now)).collect(),
        urgent: request.case.urgent_at.is_some(),
        free: matches!(state, State::Waiting { .. }),
        mine: state.holder() == Some(&me),
        open: state.holder().is_some(),
        answered: matches!(state, State::Answered { .. }),
        by_message: request.way == Way::Message,
        colleagues: desks::colleagues(tx, &me.organisation, now)?,
        others: desks::others(tx, &me.organisation)?,
        starters: STARTERS.to_vec(),
        ready: Ready::OFFERED.to_vec(),
        holders: holders.iter().map(held).collect(),
        journal: journal(t, &permit, &request, &said_so_far, now),
    })
}

fn facts(t: &Say, request: &Request, now: kernel::time::Timestamp) -> Vec<(String, String)> {
    let mut facts = vec![
        (t.t("help-fact-need"), t.t(&request.need.label())),
        (t.t("help-fact-asked"), t.when(request.asked_at, now)),
        (t.t("help-fact-way"), reached(t, request)),
    ];
    if request.way.needs_phone() {
        let yes_or_no = if request.may_leave_word { "help-yes" } else { "help-no" };
        facts.push((t.t("help-fact-leave-word"), t.t(yes_or_no)));
    }
    let holder = format!("{}, {}", request.holder_name, phone_shown(&request.holder_phone));
    facts.push((t.t("help-fact-holder"), holder));
    facts
}

fn line_view(t: &Say, line: &Line, now: kernel::time::Timestamp) -> (String, String, bool) {
    let when = t.when(line.at, now);
    let ready = line.answers.iter().map(|ready| t.t(&ready.label())).collect::<Vec<_>>().join(" · ");
    match &line.name {
        Some(name) => {
            let words = line.words.clone().unwrap_or_else(|| t.t("help-line-spoke"));
            (format!("{name}, {when}"), words, false)
        }
        None => (t.with("help-line-person", "when", when), line.words.clone().unwrap_or(ready), true),
    }
}

/// Plain sentences with date and author, for the journal that the law asks for: a fact is typed once.
fn journal(t: &Say, permit: &Permit, request: &Request, all: &[Line], now: kernel::time::Timestamp) -> String {
    let who = permit.card().name.clone().unwrap_or_else(|| t.t("help-journal-unnamed"));
    let asked = t.with2("help-journal-asked", "who", who, "when", t.when(request.asked_at, now));
    let own = said(t, request).words;
    let lines = all.iter().map(|line| {
        let (from, words, _) = line_view(t, line, now);
        format!("{from}: {words}")
    });
    [asked, own].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// Shows the page again with what the rules said, or sends it where it went.
async fn answered(asked: &Asked, outcome: Result<Settled, Error>, typed: Typed) -> Result<Reply, Error> {
    match outcome {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error @ Error::Invalid(_)) => Ok(back(page(asked, typed, &fields_of(error)?, None).await?, 422)),
        Err(error) => {
            let notice = refusal_of(&asked.say(), error)?;
            Ok(back(page(asked, typed, &[], Some(notice)).await?, 409))
        }
    }
}

fn here(id: &RowId) -> Settled {
    Settled::to(format!("/innboks/{id}"))
}

fn seen(asked: &Asked) -> i64 {
    asked.form.get("version").parse().unwrap_or(0)
}

/// «Jeg tar den.»
pub async fn take(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = request_of(&asked)?;
    let outcome = asked
        .change(&CHARTER, "take", move |tx, desk| {
            acts::take(tx, desk, &id)?;
            Ok(here(&id))
        })
        .await;
    answered(&asked, outcome, Typed::default()).await
}

/// «Gi videre til …»
pub async fn pass_on(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["to", "version"])?;
    let (id, version) = (request_of(&asked)?, seen(&asked));
    let Some(to) = receiver(asked.form.get("to")) else {
        let missing = Err(Error::field("to", "form-choose"));
        return answered(&asked, missing, Typed::default()).await;
    };
    let outcome = asked
        .change(&CHARTER, "pass-on", move |tx, desk| {
            acts::pass_on(tx, desk, &id, &to, version)?;
            // Given to another organisation it is no longer ours to show.
            Ok(match &to {
                Receiver::Colleague(_) => here(&id),
                Receiver::Organisation(_) => Settled::to("/innboks"),
            })
        })
        .await;
    answered(&asked, outcome, Typed::default()).await
}

fn receiver(value: &str) -> Option<Receiver> {
    match value.split_once(':')? {
        ("colleague", id) => AccountId::parse(id).map(Receiver::Colleague),
        ("organisation", id) => OrganisationId::parse(id).map(Receiver::Organisation),
        _ => None,
    }
}

/// «Haster».
pub async fn urgent(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = request_of(&asked)?;
    let outcome = asked
        .change(&CHARTER, "mark-urgent", move |tx, desk| {
            acts::mark_urgent(tx, desk, &id)?;
            Ok(here(&id))
        })
        .await;
    answered(&asked, outcome, Typed::default()).await
}

/// The reply. A starter is put after what has been typed, and nothing is sent yet.
pub async fn reply(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["words", "offer", "starter", "spoke", "version"])?;
    let (id, version) = (request_of(&asked)?, seen(&asked));
    let offers: Vec<Ready> = asked.form.all("offer").filter_map(Ready::parse).collect();
    let typed =
        Typed { words: asked.form.get("words").to_owned(), offers: offers.iter().map(|ready| ready.key().to_owned()).collect() };
    if let Some(starter) = STARTERS.into_iter().find(|starter| *starter == asked.form.get("starter")) {
        let start = asked.say().t(&format!("help-starter-{starter}-text"));
        let words = if typed.words.trim().is_empty() { start } else { format!("{}\n{start}", typed.words.trim_end()) };
        return page(&asked, Typed { words, ..typed }, &[], None).await;
    }
    let words = if asked.form.has("spoke") { Ok(None) } else { asked.form.text("words", WORDS_MAX).map(Some) };
    let words = match words {
        Ok(words) => words.map(|words| words.as_str().to_owned()),
        Err(error) => return answered(&asked, Err(Error::Invalid(vec![error])), typed).await,
    };
    let offers = if words.is_some() { offers } else { Vec::new() };
    let outcome = asked
        .change(&CHARTER, "reply", move |tx, desk| {
            acts::reply(tx, desk, &id, words.as_deref(), &offers, version)?;
            Ok(here(&id))
        })
        .await;
    answered(&asked, outcome, typed).await
}

/// «Ferdig».
pub async fn close(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["version"])?;
    let (id, version) = (request_of(&asked)?, seen(&asked));
    let outcome = asked
        .change(&CHARTER, "close", move |tx, desk| {
            acts::close(tx, desk, &id, version)?;
            Ok(Settled::to("/innboks"))
        })
        .await;
    answered(&asked, outcome, Typed::default()).await
}

#[derive(Template)]
#[template(path = "help_requests/pages/new_code.html")]
struct NewCodePage {
    frame: Frame,
    t: Say,
    code: Vec<String>,
}

/// A new code for somebody who has lost theirs: shown once, to be said or printed for the one who stands there.
pub async fn new_code(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = request_of(&asked)?;
    let request = id.to_string();
    let outcome = asked
        .change(&CHARTER, "renew-code", move |tx, desk| {
            let code = acts::renew_code(tx, desk, &id)?;
            Ok(here(&id).keeping(code))
        })
        .await;
    match outcome {
        Ok(settled) => {
            let code = settled.keep.unwrap_or_default().split(" · ").map(str::to_owned).collect();
            let mut frame = asked.frame();
            frame.path = format!("/innboks/{request}");
            Reply::page(&NewCodePage { frame, t: asked.say(), code })
        }
        Err(error) => answered(&asked, Err(error), Typed::default()).await,
    }
}
