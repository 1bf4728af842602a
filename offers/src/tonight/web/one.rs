//! One request, as the office that decides sees it.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::{
    ClockView, CountView, DecisionView, PlaceView, Reader, clock, count, decision, own_words, place, request_of, seen, word,
};
use crate::tonight::CHARTER;
use crate::tonight::acts::{self, Place, in_force};
use crate::tonight::rules::{NIGHTS_MAX, State, WORDS_MAX};
use crate::tonight::store::requests;
use crate::tonight::store::{decisions, desk, places};
use crate::tonight::traits::beside;

#[derive(Template)]
#[template(path = "tonight/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    view: View,
    typed: Typed,
}

#[derive(Default)]
struct Typed {
    place: String,
    nights: String,
    words: String,
    why: String,
    not_safe: bool,
}

/// A place that can be given, with what it has and lacks of what was wished.
struct Choice {
    place: PlaceView,
    has: Vec<String>,
    lacks: Vec<String>,
    said_unsafe: bool,
}

struct View {
    request: String,
    version: i64,
    name: String,
    person: Option<String>,
    own: (String, bool),
    wishes: Vec<String>,
    state: String,
    waits: bool,
    stays: bool,
    open: bool,
    mine: bool,
    clock: Option<ClockView>,
    count: Option<CountView>,
    current: Option<DecisionView>,
    decided: Vec<DecisionView>,
    choices: Vec<Choice>,
    facts: Vec<(String, String)>,
}

/// `/i-natt/en/{request}`.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (id, t) = (request_of(&asked)?, asked.say());
    let say = t.clone();
    let view = asked.view(&CHARTER, move |tx, desk| view(tx, desk, &say, &id)).await?;
    let get = |name| asked.form.get(name).to_owned();
    let nights = if asked.form.has("nights") { get("nights") } else { "1".into() };
    let typed = Typed { place: get("place"), nights, words: get("words"), why: get("why"), not_safe: asked.form.has("not_safe") };
    let mut frame = asked.frame();
    frame.path = format!("/i-natt/en/{}", view.request);
    let page = OnePage { frame, t, again, view, typed };
    Reply::page_again(&page, page.again.status)
}

fn view(tx: &mut Tx<'_>, desk: &Desk<'_>, t: &Say, id: &RowId) -> Result<View, Error> {
    let (permit, request) = acts::open(tx, desk, id)?;
    let (now, me) = (desk.now(), acts::me(desk)?);
    let limits = desk::limits(tx, now)?;
    let all = requests::all(tx, &permit)?;
    let decided = decisions::all(tx, &permit)?;
    let current = in_force(&decided, id);
    let state = request.case.state;
    let waits = matches!(state, State::Waiting { .. });
    let unsafe_places: Vec<&RowId> = decided
        .iter()
        .filter(|one| one.said == Some(decisions::Said::NotSafe))
        .filter_map(|one| one.given.as_ref().map(|given| &given.place))
        .collect();
    let mut choices = Vec::new();
    if waits {
        let (found, _) = places::page(tx, &desk.app().config().municipality, None)?;
        for one in found.iter().filter(|one| !one.closed) {
            let (has, lacks) = beside(&request.wishes, &one.traits);
            let words = |several: Vec<_>| several.into_iter().map(|one| word(t, one)).collect();
            choices.push(Choice {
                place: place(t, one, &limits, now, Reader::Staff),
                has: words(has),
                lacks: words(lacks),
                said_unsafe: unsafe_places.contains(&&one.id),
            });
        }
    }
    let shown = |one: &decisions::Decision| decision(t, &permit, one, now);
    let others = decided.iter().filter(|one| current.is_none_or(|current| current.id != one.id));
    Ok(View {
        request: request.id.to_string(),
        version: request.version,
        name: permit.card().name.clone().unwrap_or_else(|| t.t("tonight-unnamed")),
        person: (!permit.card().provisional).then(|| permit.person().to_string()),
        own: own_words(t, &request),
        wishes: request.wishes.iter().map(|one| word(t, *one)).collect(),
        state: t.t(&format!("tonight-state-{}", state.key())),
        waits,
        stays: matches!(state, State::Given | State::Staying),
        open: state.is_open(),
        mine: request.case.holder == me,
        clock: clock(t, &request, now),
        count: count(t, &request, &decided, &all, &limits, now),
        current: current.map(shown),
        decided: others.map(shown).collect(),
        choices,
        facts: facts(t, &request, now),
    })
}

fn facts(t: &Say, request: &requests::Request, now: Timestamp) -> Vec<(String, String)> {
    let phone = platform::frame::contact_item(&request.holder.name, &request.holder.phone).phone_shown;
    vec![
        (t.t("tonight-fact-asked"), t.when(request.asked_at, now)),
        (t.t("tonight-fact-holder"), format!("{}, {phone}", request.holder.name)),
    ]
}

fn here(id: &RowId) -> Settled {
    Settled::to(format!("/i-natt/en/{id}"))
}

/// «Jeg tar den.»
pub async fn take(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_take(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_take(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let id = request_of(asked)?;
    asked.change(&CHARTER, "take", move |tx, desk| acts::take(tx, desk, &id).map(|()| here(&id))).await
}

fn nights(asked: &Asked) -> Result<i64, FieldError> {
    let typed = asked.form.get("nights").trim().parse::<i64>().ok();
    typed.filter(|n| (1..=NIGHTS_MAX).contains(n)).ok_or(FieldError::new("nights", "tonight-nights-number"))
}

/// «Gi denne plassen.»
pub async fn give(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_give(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_give(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["place", "nights", "words", "version"])?;
    let (id, version) = (request_of(asked)?, seen(asked));
    let place = RowId::parse(asked.form.get("place")).ok_or(FieldError::new("place", "form-choose"));
    let words = asked.form.text_or_none("words", WORDS_MAX);
    let (place, nights, words) = match (place, nights(asked), words) {
        (Ok(place), Ok(nights), Ok(words)) => (place, nights, words),
        (place, nights, words) => {
            let errors = place.err().into_iter().chain(nights.err()).chain(words.err());
            return Err(Error::Invalid(errors.collect()));
        }
    };
    let place = Place { id: place, nights, words: words.map(|words| words.as_str().to_owned()) };
    asked.change(&CHARTER, "give", move |tx, desk| acts::give(tx, desk, &id, &place, version).map(|_| here(&id))).await
}

/// A no, in words.
pub async fn decline(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_decline(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_decline(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["why", "version"])?;
    let (id, version) = (request_of(asked)?, seen(asked));
    let why = asked.form.text("why", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    asked
        .change(&CHARTER, "decline", move |tx, desk| acts::decline(tx, desk, &id, why.as_str(), version).map(|()| here(&id)))
        .await
}

/// Another place is looked for.
pub async fn look_again(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_look_again(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_look_again(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["not_safe", "why", "version"])?;
    let (id, version, not_safe) = (request_of(asked)?, seen(asked), asked.form.has("not_safe"));
    let why = asked.form.text_or_none("why", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    asked
        .change(&CHARTER, "look-again", move |tx, desk| {
            let why = why.as_ref().map(kernel::text::Text::as_str);
            acts::look_again(tx, desk, &id, not_safe, why, version).map(|()| here(&id))
        })
        .await
}

/// More nights in the same place.
pub async fn extend(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_extend(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_extend(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["nights", "version"])?;
    let (id, version) = (request_of(asked)?, seen(asked));
    let nights = nights(asked).map_err(|error| Error::Invalid(vec![error]))?;
    asked.change(&CHARTER, "extend", move |tx, desk| acts::extend(tx, desk, &id, nights, version).map(|()| here(&id))).await
}

/// It is over.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_end(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_end(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["version"])?;
    let (id, version) = (request_of(asked)?, seen(asked));
    let done = move |tx: &mut Tx<'_>, desk: &Desk<'_>| acts::end(tx, desk, &id, Some(version)).map(|()| Settled::to("/i-natt"));
    asked.change(&CHARTER, "end", done).await
}
