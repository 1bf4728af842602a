//! The person begins a thread: first which area, then to whom and what.

use askama::Template;
use kernel::area::Area;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::messages::around::{around, who_see};
use crate::messages::rules::{Kind, MAX_MEMBERS, MAX_SUBJECT, MAX_WORDS, Refusal};
use crate::messages::shown::called;
use crate::messages::store::{self, Member, NewThread, said};
use crate::messages::{CHARTER, MESSAGE_SENT};

/// An area to write about, with those who read it.
struct AreaRow {
    href: String,
    area: String,
    readers: String,
}

#[derive(Template)]
#[template(path = "messages/pages/areas.html")]
struct AreasPage {
    frame: Frame,
    t: Say,
    areas: Vec<AreaRow>,
}

/// Somebody to write to, as drawn.
pub(super) struct Choice {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) chosen: bool,
}

#[derive(Template)]
#[template(path = "messages/pages/start.html")]
struct StartPage {
    frame: Frame,
    t: Say,
    again: Again,
    path: String,
    area: String,
    choices: Vec<Choice>,
    subject: String,
    words: String,
}

/// What it is about: the areas somebody reads.
pub async fn areas(asked: Asked) -> Result<Reply, Error> {
    let around = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        around(tx, desk, &own)
    });
    let (around, say) = (around.await?, asked.say());
    let row = |area: Area| {
        let names: Vec<String> = who_see(&around, area).iter().map(|member| called(&say, member)).collect();
        (!names.is_empty()).then(|| AreaRow {
            href: format!("/meldinger/ny/{}", area.key()),
            area: say.t(&format!("area-{}", area.key())),
            readers: names.join(" · "),
        })
    };
    let areas = Area::ALL.into_iter().filter_map(row).collect();
    Reply::page(&AreasPage { frame: asked.frame(), t: say.clone(), areas })
}

fn area_of(asked: &Asked) -> Result<Area, Error> {
    Area::parse(asked.param("area")).ok_or(Error::Missing)
}

/// To whom, and what.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (area, say) = (area_of(&asked)?, asked.say());
    let readers = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        Ok(who_see(&around(tx, desk, &own)?, area))
    });
    let readers = readers.await?;
    let only_one = readers.len() == 1;
    let chosen = |key: &str| only_one || asked.form.all("til").any(|chosen| chosen == key);
    let page = StartPage {
        frame: asked.frame(),
        path: format!("/meldinger/ny/{}", area.key()),
        area: say.t(&format!("area-{}", area.key())),
        choices: readers
            .iter()
            .map(|one| Choice { key: one.key.clone(), name: called(&say, one), chosen: chosen(&one.key) })
            .collect(),
        subject: asked.form.get("emne").to_owned(),
        words: asked.form.get("words").to_owned(),
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Begins it.
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_begin(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_begin(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["til", "emne", "words"])?;
    let area = area_of(asked)?;
    let chosen: Vec<String> = asked.form.all("til").map(str::to_owned).collect();
    let nobody = chosen.is_empty().then(|| FieldError::new("til", "messages-choose-somebody"));
    let (subject, words) = (asked.form.text("emne", MAX_SUBJECT), asked.form.text("words", MAX_WORDS));
    let (subject, words) = match (nobody, subject, words) {
        (None, Ok(subject), Ok(words)) => (subject, words),
        (nobody, subject, words) => {
            return Err(Error::Invalid(nobody.into_iter().chain(subject.err()).chain(words.err()).collect()));
        }
    };
    let settled = asked.change(&CHARTER, "begin", move |tx, desk| {
        let own = desk.own(tx)?;
        let readers = who_see(&around(tx, desk, &own)?, area);
        let members: Vec<Member> = readers.into_iter().filter(|one| chosen.contains(&one.key)).collect();
        if members.len() != chosen.len() {
            return Err(Refusal::DoesNotSee.into());
        }
        if members.len() > MAX_MEMBERS {
            return Err(Refusal::TooMany.into());
        }
        let new = NewThread { area, subject: subject.as_str(), members: &members };
        let thread = store::begin(tx, desk, &own, &new)?;
        said::say(tx, desk, &own, &thread.id, (Kind::Words, Some(words.as_str())), None)?;
        desk.tell(tx, MESSAGE_SENT, Some(own.person()), thread.id.as_str())?;
        Ok(Settled::to(format!("/meldinger/{}", thread.id)))
    });
    settled.await
}
