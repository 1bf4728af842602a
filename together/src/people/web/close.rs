//! `/meg/avslutt`: what goes at once, what must stay and why, and thirty days to change one's mind.

use askama::Template;
use kernel::class::Class;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply, no_session_cookie};

use crate::people::rules::Account;
use crate::people::store::closing;
use crate::people::{CHARTER, acts, limits};

#[derive(Template)]
#[template(path = "people/pages/close.html")]
struct ClosePage {
    frame: Frame,
    t: Say,
    again: Again,
    days: i64,
    stays: Vec<String>,
}

#[derive(Template)]
#[template(path = "people/pages/open_again.html")]
struct OpenAgainPage {
    frame: Frame,
    t: Say,
    again: Again,
    since: String,
    due: String,
}

#[derive(Template)]
#[template(path = "people/pages/closed.html")]
struct ClosedPage {
    frame: Frame,
    t: Say,
    days: i64,
}

/// The page: to close, or to open again.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Again::default()).await
}

async fn page(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (account, limits) = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own_though_closed(tx)?;
            Ok((closing::load(tx, &own)?, limits::load(tx, desk.now())?))
        })
        .await?;
    let (t, status) = (asked.say(), again.status.unwrap_or(200));
    let mut frame = asked.frame();
    frame.path = "/meg/avslutt".into();
    let reply = match account {
        Account::Open => {
            let stays = stays(asked, &t);
            Reply::page(&ClosePage { frame, again, days: limits.closing_days, stays, t })?
        }
        Account::Closed { since, due } => {
            frame.without_menu();
            let (since, due) = (t.date_with_year(since.day()), t.date_with_year(due.day()));
            Reply::page(&OpenAgainPage { frame, again, since, due, t })?
        }
    };
    Ok(reply.status(status))
}

/// What the law keeps, from the charters: only kinds of records that some part here really writes about a person.
fn stays(asked: &Asked, t: &Say) -> Vec<String> {
    let writes = |class: Class| {
        asked.app.catalogue().iter().any(|part| part.class == class && part.tables.iter().any(|table| table.personal))
    };
    let kinds = [(Class::Journal, "people-stays-journal"), (Class::Welfare, "people-stays-welfare")];
    let kept = kinds.into_iter().filter(|(class, _)| writes(*class)).map(|(_, key)| t.t(key));
    kept.chain([t.t("people-stays-log")]).collect()
}

/// Closes: from the next request on nobody gets in, and every session is over.
pub async fn close(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = asked
        .change(&CHARTER, "close-account", |tx, desk| {
            acts::close(tx, desk)?;
            Ok(Settled::to("/avsluttet"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to).cookie(no_session_cookie(&asked.app)).forgetting()),
        Err(error) => page(&asked, Again::of(&asked.say(), error)?).await,
    }
}

/// Opens it again.
pub async fn reopen(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = asked
        .change(&CHARTER, "reopen-account", |tx, desk| {
            acts::reopen(tx, desk)?;
            Ok(Settled::to("/hjem"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(&asked, Again::of(&asked.say(), error)?).await,
    }
}

/// What whoever has just closed reads. It is about nobody, so that anyone may open it.
pub async fn closed(asked: Asked) -> Result<Reply, Error> {
    let days = asked.view(&CHARTER, |tx, desk| limits::load(tx, desk.now())).await?;
    Reply::page(&ClosedPage { frame: asked.frame(), t: asked.say(), days: days.closing_days })
}
