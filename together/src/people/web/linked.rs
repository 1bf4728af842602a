//! `/meg/sammen`: written down twice, or helped once without a name. Both are proven by the person, and it can be undone.

use askama::Template;
use kernel::code::Code;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::people::linking::{self, Tried};
use crate::people::rules::Link;
use crate::people::store::links;
use crate::people::{CHARTER, limits};

#[derive(Template)]
#[template(path = "people/pages/linked.html")]
struct LinkedPage {
    frame: Frame,
    t: Say,
    again: Again,
    rows: Vec<Row>,
    code: Option<Vec<String>>,
    minutes: i64,
    typed: String,
}

/// Another record, as drawn.
struct Row {
    base: String,
    words: String,
    can_undo: bool,
}

#[derive(Template)]
#[template(path = "people/pages/link_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    t: Say,
    again: Again,
    path: String,
    answer: bool,
    days: i64,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Again::default(), None).await
}

async fn page(asked: &Asked, again: Again, code: Option<String>) -> Result<Reply, Error> {
    let (own, running, limits) = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            Ok((own.person().clone(), links::running(tx, own.person())?, limits::load(tx, desk.now())?))
        })
        .await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let mut rows = Vec::new();
    for link in &running {
        let Link::Linked { at } = link.state else { continue };
        let kept = link.kept == own;
        let key = if kept { format!("people-link-with-{}", link.how.key()) } else { "people-link-into".to_owned() };
        rows.push(Row {
            base: format!("/meg/sammen/{}", link.id),
            words: t.with(&key, "date", t.date_with_year(at.day())),
            can_undo: kept && now <= at.plus_days(limits.link_undo_days),
        });
    }
    let status = again.status.unwrap_or(200);
    let mut frame = asked.frame();
    frame.path = "/meg/sammen".into();
    let code = code.map(|code| code.split(" · ").map(str::to_owned).collect());
    let typed = asked.form.get("code").to_owned();
    let page = LinkedPage { frame, again, rows, code, minutes: limits.link_code_minutes, typed, t };
    Ok(Reply::page(&page)?.status(status))
}

/// Makes a code and shows it once.
pub async fn offer(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled =
        asked.change(&CHARTER, "offer-link", |tx, desk| Ok(Settled::to("/meg/sammen").keeping(linking::offer(tx, desk)?))).await;
    match settled {
        Ok(settled) => page(&asked, Again::default(), settled.keep).await,
        Err(error) => page(&asked, Again::of(&asked.say(), error)?, None).await,
    }
}

/// Tries a code. Every wrong one is met with the same sentence.
pub async fn prove(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["code"])?;
    let t = asked.say();
    let wrong = || Again::of(&t, Error::field("code", "people-link-wrong"));
    let Some(code) = Code::parse(asked.form.get("code")) else { return page(&asked, wrong()?, None).await };
    let settled = asked
        .change(&CHARTER, "prove-link", move |tx, desk| {
            Ok(match linking::prove(tx, desk, &code)? {
                Tried::Proven(id) => Settled::to(format!("/meg/sammen/{id}")),
                Tried::Wrong => Settled::to("/meg/sammen"),
                Tried::Wait(seconds) => Settled::to("/meg/sammen").keeping(seconds.to_string()),
            })
        })
        .await;
    match settled {
        Ok(settled) if settled.to != "/meg/sammen" => Ok(Reply::to(settled.to)),
        Ok(Settled { keep: None, .. }) => page(&asked, wrong()?, None).await,
        Ok(Settled { keep: Some(seconds), .. }) => {
            let minutes = (seconds.parse::<i64>().unwrap_or(60) + 59) / 60;
            let refused = Some(t.with("people-link-wait", "minutes", minutes));
            page(&asked, Again { status: Some(429), refused, ..Again::default() }, None).await
        }
        Err(error) => page(&asked, Again::of(&t, error)?, None).await,
    }
}

fn id_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("link")).ok_or(Error::Missing)
}

/// What happens if the two are put together, before it does.
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    confirm_page(&asked, Again::default()).await
}

async fn confirm_page(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let id = id_of(asked)?;
    let path = format!("/meg/sammen/{id}");
    let (link, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            Ok((links::load(tx, &own, &id)?, limits::load(tx, desk.now())?))
        })
        .await?;
    if again.status.is_none() && !matches!(link.state, Link::Proven { .. }) {
        return Ok(Reply::to("/meg/sammen"));
    }
    let status = again.status.unwrap_or(200);
    let (frame, t, answer) = (asked.frame(), asked.say(), link.how == links::How::Answer);
    Ok(Reply::page(&ConfirmPage { frame, t, again, path, answer, days: limits.link_undo_days })?.status(status))
}

/// «Ja, begge er meg».
pub async fn link(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = id_of(&asked)?;
    let settled = asked
        .change(&CHARTER, "link", move |tx, desk| {
            linking::join(tx, desk, &id)?;
            Ok(Settled::to("/meg/sammen"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => confirm_page(&asked, Again::of(&asked.say(), error)?).await,
    }
}

/// Over to the other record.
pub async fn turn(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = id_of(&asked)?;
    let settled = asked
        .change(&CHARTER, "turn", move |tx, desk| {
            linking::turn(tx, desk, &id)?;
            Ok(Settled::to("/hjem"))
        })
        .await;
    back(&asked, settled).await
}

/// «Angre».
pub async fn undo(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = id_of(&asked)?;
    let settled = asked
        .change(&CHARTER, "unlink", move |tx, desk| {
            linking::undo(tx, desk, &id)?;
            Ok(Settled::to("/meg/sammen"))
        })
        .await;
    back(&asked, settled).await
}

async fn back(asked: &Asked, settled: Result<Settled, Error>) -> Result<Reply, Error> {
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, Again::of(&asked.say(), error)?, None).await,
    }
}
