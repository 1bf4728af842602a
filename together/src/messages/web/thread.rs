//! One thread: read, write, answer with one tap, take back.

use askama::Template;
use kernel::id::RowId;
use platform::access::{Desk, Permit, Settled};
use platform::db::Tx;
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::scan;
use platform::web::{Asked, Reply};

use super::{Whose, attach, sender, thread_id};
use crate::messages::rules::{self, Answer, By, Change, Command, Kind, MAX_WORDS, State};
use crate::messages::shown::{self, Looking, ShownAttempt, ShownMessage};
use crate::messages::store::files::{self, Attached};
use crate::messages::store::said::Message;
use crate::messages::store::{self, Member, Thread, attempts, said};
use crate::messages::{CHARTER, MESSAGE_SENT};

#[derive(Template)]
#[template(path = "messages/pages/thread.html")]
struct ThreadPage {
    frame: Frame,
    t: Say,
    again: Again,
    own: bool,
    staff: bool,
    base: String,
    path: String,
    take_in: String,
    tried: String,
    back: String,
    subject: String,
    area: String,
    members: Vec<String>,
    older: Option<String>,
    newest: bool,
    messages: Vec<ShownMessage>,
    attempts: Vec<ShownAttempt>,
    waits: bool,
    answers: Vec<(&'static str, String)>,
    words: String,
    question: bool,
    files: Option<String>,
}

/// A thread and everything a page or a command needs of it.
pub(super) struct Loaded {
    pub(super) thread: Thread,
    pub(super) members: Vec<Member>,
    pub(super) messages: Vec<Message>,
    pub(super) state: State,
}

/// Loads a thread the asker may see.
pub(super) fn load(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, before: Option<i64>) -> Result<Loaded, Error> {
    let thread = store::thread(tx, desk, permit, id)?;
    let members = store::members(tx, permit, id)?;
    let messages = said::messages(tx, permit, id, before)?;
    let state = said::state(&thread, members.len(), &messages);
    Ok(Loaded { thread, members, messages, state })
}

struct Seen {
    loaded: Loaded,
    messages: Vec<ShownMessage>,
    attempts: Vec<ShownAttempt>,
    name: String,
    megabytes: i64,
    unread_to: Option<i64>,
}

fn look(tx: &mut Tx<'_>, desk: &Desk<'_>, whose: &Whose, id: &RowId, before: Option<i64>, say: &Say) -> Result<Seen, Error> {
    let permit = whose.permit(tx, desk)?;
    let loaded = load(tx, desk, &permit, id, before)?;
    let by = store::by(desk)?;
    let looking = Looking { say, permit: &permit, by: &by, now: desk.now() };
    let mut messages: Vec<ShownMessage> = loaded.messages.iter().map(|message| looking.message(&loaded.state, message)).collect();
    for file in files::of_thread(tx, &permit, id)? {
        if let Some(message) = messages.iter_mut().find(|message| message.number == file.number) {
            message.file = Some(shown::file(say, &format!("{}/{id}", whose.base()), &file));
        }
    }
    let told = if before.is_none() { attempts::of_thread(tx, &permit, id)? } else { Vec::new() };
    let unread = store::unread(tx, &permit, &by)?.contains_key(id.as_str()) && before.is_none();
    let unseen = permit.is_own() && told.iter().any(|one| one.seen_at.is_none());
    Ok(Seen {
        messages,
        attempts: told.iter().map(|one| shown::attempt(say, &permit, one, desk.now())).collect(),
        name: permit.card().name.clone().unwrap_or_else(|| say.t("messages-the-person")),
        megabytes: files::limit_megabytes(tx, desk.now())?,
        unread_to: (unread || unseen).then_some(loaded.thread.last_number),
        loaded,
    })
}

/// The thread.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (whose, id, say) = (Whose::of(&asked)?, thread_id(&asked)?, asked.say());
    let before = asked.query.get("for").parse::<i64>().ok().filter(|number| *number > 0);
    let (who, which, words) = (whose.clone(), id.clone(), say.clone());
    let seen = asked.view(&CHARTER, move |tx, desk| look(tx, desk, &who, &which, before, &words));
    let seen = seen.await?;
    if let Some(to) = seen.unread_to {
        read_to(&asked, &whose, &id, to).await?;
    }
    let (own, base) = (matches!(whose, Whose::Own), whose.base());
    let path = format!("{base}/{id}");
    let first = seen.loaded.messages.first().map_or(1, |message| message.said.number);
    let waits = own && before.is_none() && rules::waiting(&seen.loaded.state).is_some();
    let answers = Answer::ALL.iter().map(|answer| (answer.key(), say.t(&format!("messages-answer-{}", answer.key()))));
    let page = ThreadPage {
        frame: asked.frame(),
        own,
        staff: asked.ctx.actor.role.is_staff(),
        back: if own { say.t("messages-title") } else { say.with("messages-title-of", "name", &seen.name) },
        subject: seen.loaded.thread.subject.clone(),
        area: say.t(&format!("area-{}", seen.loaded.thread.area.key())),
        members: in_it(&say, own, &seen.name, &seen.loaded.members),
        older: (first > 1).then(|| format!("{path}?for={first}")),
        newest: before.is_none(),
        messages: seen.messages,
        attempts: seen.attempts,
        waits,
        answers: if waits { answers.collect() } else { Vec::new() },
        words: asked.form.get("words").to_owned(),
        question: asked.form.has("question"),
        files: scan::is_on(&asked.app).then(|| say.with("messages-file-help", "n", seen.megabytes)),
        base,
        take_in: format!("{path}/flere"),
        tried: format!("{path}/kontakt"),
        path,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Who is in it, the person first.
fn in_it(say: &Say, own: bool, name: &str, members: &[Member]) -> Vec<String> {
    let person = if own { say.t("messages-you") } else { name.to_owned() };
    std::iter::once(person).chain(members.iter().map(|member| shown::called(say, member))).collect()
}

/// That it was read, so that the sender can see it.
async fn read_to(asked: &Asked, whose: &Whose, id: &RowId, to: i64) -> Result<(), Error> {
    let (whose, id) = (whose.clone(), id.clone());
    let recorded = door::record(&asked.app, &asked.ctx, &CHARTER, "read", move |tx, desk| {
        let permit = whose.permit(tx, desk)?;
        if permit.is_own() {
            attempts::seen(tx, desk, &permit)?;
        }
        said::seen(tx, desk, &permit, &id, &store::by(desk)?, to)
    });
    recorded.await
}

/// Writes. Whoever writes is in it from then on.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    let command = asked
        .form
        .only(&["words", "question", "fil"])
        .and_then(|()| asked.form.text("words", MAX_WORDS).map_err(|error: FieldError| Error::Invalid(vec![error])));
    match command {
        Err(error) => refused(asked, error).await,
        Ok(words) => {
            let question = asked.form.has("question");
            match attach::take_in(&asked).await {
                Ok(file) => say(asked, Command::Write { question }, Some(words.as_str().to_owned()), file).await,
                Err(error) => refused(asked, error).await,
            }
        }
    }
}

/// A ready answer: one tap.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    match asked.form.only(&["svar"]).map(|()| Answer::parse(asked.form.get("svar"))) {
        Ok(Some(answer)) => say(asked, Command::Answer(answer), None, None).await,
        Ok(None) => refused(asked, Error::field("words", "form-choose")).await,
        Err(error) => refused(asked, error).await,
    }
}

async fn refused(asked: Asked, error: Error) -> Result<Reply, Error> {
    let again = Again::of(&asked.say(), error)?;
    draw(asked, again).await
}

async fn say(asked: Asked, command: Command, words: Option<String>, file: Option<Attached>) -> Result<Reply, Error> {
    let (whose, id) = (Whose::of(&asked)?, thread_id(&asked)?);
    let act = if matches!(command, Command::Answer(_)) { "answer" } else { "write" };
    let settled = asked.change(&CHARTER, act, move |tx, desk| {
        let permit = whose.permit(tx, desk)?;
        let loaded = load(tx, desk, &permit, &id, None)?;
        let by = store::by(desk)?;
        if let Change::Say(kind) = rules::decide(&loaded.state, &by, &command, desk.now())? {
            let number = add(tx, desk, &permit, &loaded, (kind, words.as_deref()))?;
            if let Some(file) = &file {
                files::attach(tx, &permit, &id, &Attached { number, ..file.clone() }, desk.now())?;
            }
        }
        Ok(Settled::to(format!("{}/{id}", whose.base())))
    });
    match settled.await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => refused(asked, error).await,
    }
}

fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, loaded: &Loaded, what: (Kind, Option<&str>)) -> Result<i64, Error> {
    let id = &loaded.thread.id;
    let mut name = sender(desk);
    if let (By::Account(account), Some(called)) = (store::by(desk)?, name.as_mut()) {
        match loaded.members.iter().find(|member| member.key == account.as_str()) {
            Some(member) => called.clone_from(&member.name),
            None => {
                let member =
                    Member { key: account.to_string(), account: Some(account), organisation: None, name: called.clone() };
                store::take_in(tx, desk, permit, id, &member)?;
            }
        }
    }
    let number = said::say(tx, desk, permit, id, what, name.as_deref())?;
    desk.tell(tx, MESSAGE_SENT, Some(permit.person()), id.as_str())?;
    Ok(number)
}

/// Takes back what nobody has read yet.
pub async fn take_back(asked: Asked) -> Result<Reply, Error> {
    let (whose, id) = (Whose::of(&asked)?, thread_id(&asked)?);
    let number = asked.form.only(&["nummer"]).map(|()| asked.form.get("nummer").parse::<i64>());
    let number = match number {
        Ok(Ok(number)) => number,
        Ok(Err(_)) => return refused(asked, Error::field("form", "form-unreadable")).await,
        Err(error) => return refused(asked, error).await,
    };
    let settled = asked.change(&CHARTER, "take-back", move |tx, desk| {
        let permit = whose.permit(tx, desk)?;
        let loaded = load(tx, desk, &permit, &id, None)?;
        let command = Command::TakeBack(number);
        if let Change::TakeBack(number) = rules::decide(&loaded.state, &store::by(desk)?, &command, desk.now())? {
            said::take_back(tx, desk, &permit, &id, number)?;
        }
        Ok(Settled::to(format!("{}/{id}", whose.base())))
    });
    match settled.await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => refused(asked, error).await,
    }
}
