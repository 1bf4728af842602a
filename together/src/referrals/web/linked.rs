//! The page behind a link. Looking at an address shows a button and nothing else; the button opens it. A wrong, old, used or
//! void link gives the very same page and status.

use askama::Template;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::one::why;
use super::shown;
use crate::referrals::rules::{Command, MAX_WORDS, Why};
use crate::referrals::{CHARTER, link};

#[derive(Template)]
#[template(path = "referrals/pages/link.html")]
struct LinkPage {
    frame: Frame,
    t: Say,
    again: Again,
    action: String,
}

#[derive(Template)]
#[template(path = "referrals/pages/link_dead.html")]
struct DeadPage {
    frame: Frame,
    t: Say,
}

#[derive(Template)]
#[template(path = "referrals/pages/link_thanks.html")]
struct ThanksPage {
    frame: Frame,
    t: Say,
}

#[derive(Template)]
#[template(path = "referrals/pages/link_open.html")]
struct OpenPage {
    frame: Frame,
    t: Say,
    again: Again,
    action: String,
    sender: String,
    name: String,
    phone: Option<ContactItem>,
    area: String,
    words: String,
    reasons: Vec<(&'static str, String, bool)>,
    typed: String,
}

/// The frame of a page whose address is a secret: nothing on the page carries it on but the form itself.
fn quiet_frame(asked: &Asked) -> Frame {
    let mut frame = asked.frame();
    frame.path = "/".into();
    frame
}

/// The button. It says nothing about whether the link is right.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default())
}

fn draw(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let action = format!("/lenke/{}", safe(asked.param("link")));
    let page = LinkPage { frame: quiet_frame(asked), t: asked.say(), again, action };
    Reply::page_again(&page, page.again.status)
}

/// Only what a link can be made of is written into a page.
fn safe(link: &str) -> String {
    link.chars().filter(char::is_ascii_hexdigit).take(64).collect()
}

fn dead(asked: &Asked) -> Result<Reply, Error> {
    Ok(Reply::page(&DeadPage { frame: quiet_frame(asked), t: asked.say() })?.status(404))
}

/// What somebody who holds the link reads.
struct Letter {
    sender: Option<(String, String)>,
    name: Option<String>,
    phone: Option<String>,
    area: kernel::area::Area,
    words: String,
}

fn letter(tx: &mut Tx<'_>, desk: &Desk<'_>, link: &str) -> Result<Option<Letter>, Error> {
    let found = link::open(tx, desk, link)?;
    Ok(found.map(|(permit, one)| Letter {
        sender: one.sender.is_some().then(|| (one.sender_person.clone(), one.sender_name.clone())),
        name: permit.card().name.clone(),
        phone: permit.card().phone.clone(),
        area: one.area,
        words: one.words,
    }))
}

/// Opens it: the first look is told to those who sent it, and every look stands in the person's log before the page leaves.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let link = asked.param("link").to_owned();
    let tried = asked.change(&CHARTER, "open-link", move |tx, desk| {
        link::redeem(tx, desk, &link)?;
        Ok(Settled::to("/"))
    });
    match tried.await {
        Ok(_) => opened(asked, Again::default()).await,
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?),
    }
}

async fn opened(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (link, say) = (asked.param("link").to_owned(), asked.say());
    let found = asked.view(&CHARTER, move |tx, desk| letter(tx, desk, &link)).await?;
    let Some(found) = found else { return dead(&asked) };
    let chosen = asked.form.get("why");
    let reason = |why: Why| (why.key(), say.t(&format!("referrals-why-{}", why.key())), why.key() == chosen);
    let page = OpenPage {
        frame: quiet_frame(&asked),
        action: format!("/lenke/{}/svar", safe(asked.param("link"))),
        sender: found
            .sender
            .map_or_else(|| say.t("referrals-the-person"), |(name, at)| say.with2("referrals-who-at", "name", name, "where", at)),
        name: found.name.unwrap_or_else(|| say.t("referrals-the-person")),
        phone: found.phone.as_deref().map(|phone| contact_item("", phone)),
        area: shown::areas(&say, kernel::area::Areas::NONE.with(found.area)).concat(),
        words: found.words,
        reasons: Why::ALL.into_iter().map(reason).collect(),
        typed: asked.form.get("words").to_owned(),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Answers, once.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let (link, form) = (asked.param("link").to_owned(), asked.form.clone());
    let settled = door::execute(&asked.app, &asked.ctx, &CHARTER, "answer-by-link", asked.token(), move |tx, desk| {
        // The link comes first: whoever holds none is told nothing about what was wrong in the form.
        if link::open(tx, desk, &link)?.is_none() {
            link::redeem(tx, desk, &link)?;
            return Ok(Settled::to("").keeping("dead"));
        }
        let (command, words) = understood(&form)?;
        link::answer(tx, desk, &link, &command, words.as_deref())?;
        Ok(Settled::to("/lenke-svart"))
    });
    match settled.await {
        Ok(settled) if settled.keep.is_some() => dead(&asked),
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            opened(asked, again).await
        }
    }
}

fn understood(form: &platform::form::Form) -> Result<(Command, Option<String>), Error> {
    form.only(&["act", "why", "words"])?;
    let words = form.text_or_none("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let words = words.map(|words| words.as_str().to_owned());
    let command = match form.get("act") {
        "accept" => Command::Accept,
        "refuse" => Command::Refuse(why(form.get("why"), words.as_deref())?),
        "question" if words.is_none() => return Err(Error::field("words", "form-write-something")),
        "question" => Command::Question,
        _ => return Err(Error::field("act", "form-half-sent")),
    };
    Ok((command, words))
}

/// After an answer: nothing about anybody stands here.
pub async fn thanks(asked: Asked) -> Result<Reply, Error> {
    Reply::page(&ThanksPage { frame: asked.frame(), t: asked.say() })
}
