//! Asking: choice, own words, the way to be answered, receipt. Earlier answers travel as hidden fields.

use askama::Template;
use kernel::id::{OrganisationId, PersonId};
use kernel::role::Role;
use kernel::text::Phone;
use kernel::time::Timestamp;
use platform::access::Settled;
use platform::ctx::Door;
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::web::{Asked, Reply};
use serde_json::{Value, json};

use super::shown::{Notice, back, refusal_of};
use crate::help_requests::CHARTER;
use crate::help_requests::acts::{self, Draft, Receipt};
use crate::help_requests::choices::{Need, Reach, WORDS_MAX, Way};
use crate::help_requests::store::desks::{self, Place};

#[derive(Template)]
#[template(path = "help_requests/pages/needs.html")]
struct NeedsPage {
    frame: Frame,
    t: Say,
}

#[derive(Template)]
#[template(path = "help_requests/pages/words.html")]
struct WordsPage {
    frame: Frame,
    t: Say,
    need: Need,
    words: String,
    errors: Vec<ErrorItem>,
}

#[derive(Template)]
#[template(path = "help_requests/pages/way.html")]
struct WayPage {
    frame: Frame,
    t: Say,
    need: Need,
    typed: Typed,
    places: Vec<Place>,
    errors: Vec<ErrorItem>,
    notice: Option<Notice>,
}

#[derive(Template)]
#[template(path = "help_requests/pages/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    t: Say,
    initials: String,
    who: String,
    closed_now: Option<String>,
    code: Vec<String>,
    organisation: String,
    deleted: String,
}

/// What was typed, as it was typed.
#[derive(Clone, Default)]
struct Typed {
    words: String,
    way: String,
    phone: String,
    leave_word: String,
    place: String,
}

impl Typed {
    fn read(asked: &Asked) -> Typed {
        let get = |name| asked.form.get(name).to_owned();
        Typed { words: get("words"), way: get("way"), phone: get("phone"), leave_word: get("leave_word"), place: get("place") }
    }
}

fn need_of(asked: &Asked) -> Result<Need, Error> {
    Need::parse(asked.param("need")).ok_or(Error::Missing)
}

/// `/hjelp`: the choices of the front page.
pub async fn needs(asked: Asked) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    // The page has these lines itself, right after the choices.
    frame.help_now = false;
    Reply::page(&NeedsPage { frame, t: asked.say() })
}

/// The receipt is shown once, as the answer to sending. Whoever comes by its address has a code to type.
pub async fn receipt_is_gone(_: Asked) -> Result<Reply, Error> {
    Ok(Reply::to("/svar"))
}

/// Screen 2. Where nobody answers, that is said before anything has been typed.
pub async fn words(asked: Asked) -> Result<Reply, Error> {
    let need = need_of(&asked)?;
    asked
        .view(&CHARTER, move |tx, desk| {
            let municipality = &desk.app().config().municipality;
            let organisation = desks::for_need(tx, municipality, need)?;
            let nobody = || Error::refused(&crate::help_requests::rules::Refusal::NobodyAnswers);
            desks::next(tx, &organisation.ok_or_else(nobody)?, desk.now()).map(|_| ())
        })
        .await?;
    words_page(&asked, need, String::new(), &[])
}

fn words_page(asked: &Asked, need: Need, words: String, errors: &[FieldError]) -> Result<Reply, Error> {
    let t = asked.say();
    let mut frame = asked.frame();
    frame.path = format!("/hjelp/{}", need.key());
    let errors = error_items(&t, errors);
    Reply::page(&WordsPage { frame, t, need, words, errors })
}

/// Screen 3. «Hopp over» leaves the words behind on purpose.
pub async fn way(asked: Asked) -> Result<Reply, Error> {
    let need = need_of(&asked)?;
    asked.form.only(&["words", "skip"])?;
    let skipped = asked.form.has("skip");
    let words = if skipped { String::new() } else { asked.form.get("words").to_owned() };
    if let Err(fault) =
        asked.form.text_or_none("words", WORDS_MAX).map(|_| ()).or_else(|fault| if skipped { Ok(()) } else { Err(fault) })
    {
        return Ok(back(words_page(&asked, need, words, &[fault])?, 422));
    }
    way_page(&asked, need, Typed { words, ..Typed::default() }, &[], None).await
}

async fn way_page(
    asked: &Asked,
    need: Need,
    typed: Typed,
    errors: &[FieldError],
    notice: Option<Notice>,
) -> Result<Reply, Error> {
    let places = asked.view(&CHARTER, |tx, desk| Ok(desks::places(tx, &desk.app().config().municipality)?)).await?;
    let t = asked.say();
    let mut frame = asked.frame();
    frame.path = format!("/hjelp/{}", need.key());
    let errors = error_items(&t, errors);
    Reply::page(&WayPage { frame, t, need, typed, places, errors, notice })
}

/// Screen 4: asks, and shows the receipt. Sent twice it shows the same receipt.
pub async fn send(asked: Asked) -> Result<Reply, Error> {
    let need = need_of(&asked)?;
    asked.form.only(&["words", "way", "phone", "leave_word", "place", "back"])?;
    let typed = Typed::read(&asked);
    if asked.form.has("back") {
        return words_page(&asked, need, typed.words, &[]);
    }
    let draft = match read(&asked, need) {
        Ok(draft) => draft,
        Err(errors) if errors.iter().any(|error| error.field == "words") => {
            return Ok(back(words_page(&asked, need, typed.words, &errors)?, 422));
        }
        Err(errors) => return Ok(back(way_page(&asked, need, typed, &errors, None).await?, 422)),
    };
    match ask(&asked, draft).await {
        Ok(kept) => receipt_page(&asked, &kept),
        Err(error @ Error::Refused(_)) => {
            let notice = refusal_of(&asked.say(), error)?;
            Ok(back(way_page(&asked, need, typed, &[], Some(notice)).await?, 409))
        }
        Err(Error::Missing) => {
            let errors = [FieldError::new("place", "form-choose")];
            Ok(back(way_page(&asked, need, typed, &errors, None).await?, 422))
        }
        Err(other) => Err(other),
    }
}

fn read(asked: &Asked, need: Need) -> Result<Draft, Vec<FieldError>> {
    let form = &asked.form;
    let mut errors = Vec::new();
    let words = form.text_or_none("words", WORDS_MAX).unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    let word_left = form.get("leave_word") == "yes";
    let reach = match Way::parse(form.get("way")) {
        None => Err(FieldError::new("way", "form-choose")),
        Some(Way::Code) => Ok(Reach::Code),
        Some(Way::Visit) => {
            OrganisationId::parse(form.get("place")).map(Reach::Visit).ok_or(FieldError::new("place", "form-choose"))
        }
        Some(way) => {
            let phone = Phone::parse(form.get("phone")).ok_or(FieldError::new("phone", "form-phone"));
            let stored = phone.map(|phone| phone.stored().to_owned());
            stored.map(|phone| if way == Way::Call { Reach::Call(phone, word_left) } else { Reach::Message(phone, word_left) })
        }
    };
    match (reach, errors.is_empty()) {
        (Ok(reach), true) => Ok(Draft { need, words: words.map(|words| words.as_str().to_owned()), reach }),
        (Err(error), _) => {
            errors.push(error);
            Err(errors)
        }
        (Ok(_), false) => Err(errors),
    }
}

/// Runs the command. Somebody who has not signed in gets a key first: it must be durable before anything is sealed.
async fn ask(asked: &Asked, draft: Draft) -> Result<Value, Error> {
    let token = asked.token();
    token.check()?;
    let actor = &asked.ctx.actor;
    let known = actor.role == Role::Person && actor.door == Door::Full;
    let newcomer = PersonId::from_bits(asked.app.source().id_bits());
    let key = if known { None } else { Some(asked.app.keys().make(&newcomer).await?) };
    let (id, unused) = (newcomer.clone(), key.is_some());
    let settled = door::execute(&asked.app, &asked.ctx, &CHARTER, "ask", token, move |tx, desk| {
        let receipt = acts::ask(tx, desk, &draft, key.as_ref().map(|key| (&id, key)))?;
        Ok(Settled::to("/hjelp/kvittering").keeping(keep(&receipt)))
    })
    .await;
    let kept = settled.and_then(|settled| {
        let text = settled.keep.unwrap_or_default();
        serde_json::from_str::<Value>(&text).map_err(|_| Error::fault("a receipt cannot be read"))
    });
    // A replay and a refusal leave the key without a person.
    let used = kept.as_ref().is_ok_and(|kept| text_of(kept, "person") == newcomer.as_str());
    if unused && !used {
        asked.app.keys().erase(&newcomer).await?;
    }
    kept
}

fn keep(receipt: &Receipt) -> String {
    json!({
        "person": receipt.person.as_str(),
        "code": receipt.code,
        "holder": receipt.holder,
        "organisation": receipt.organisation,
        "until": receipt.until.stored(),
        "opens": receipt.opens.map(Timestamp::stored),
        "delete": receipt.delete_at.map(Timestamp::stored),
    })
    .to_string()
}

fn text_of<'a>(kept: &'a Value, name: &str) -> &'a str {
    kept.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn receipt_page(asked: &Asked, kept: &Value) -> Result<Reply, Error> {
    let (t, now) = (asked.say(), asked.ctx.now);
    let time = |name| Timestamp::parse(text_of(kept, name));
    let holder = text_of(kept, "holder").to_owned();
    let organisation = text_of(kept, "organisation").to_owned();
    let until = time("until").ok_or_else(|| Error::fault("a receipt has no promise"))?;
    let who =
        t.put("help-receipt-who", &[("name", holder.clone()), ("place", organisation.clone()), ("when", t.before(until, now))]);
    let closed_now = time("opens").map(|opens| t.with("help-receipt-closed", "when", t.when(opens, now)));
    let deleted = match time("delete") {
        Some(at) => t.with("help-receipt-deleted", "date", t.date(at.day())),
        None => t.t("help-receipt-kept"),
    };
    let mut frame = asked.frame();
    frame.path = "/svar".into();
    // The page has these lines itself, under their own heading.
    frame.help_now = false;
    let code = text_of(kept, "code").split(" · ").map(str::to_owned).collect();
    let initials = platform::frame::initials(&holder);
    Reply::page(&ReceiptPage { frame, t, initials, who, closed_now, code, organisation, deleted })
}
