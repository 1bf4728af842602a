//! `/nodapninger`: the privacy contact reviews every emergency opening within a working day, without its content.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::emergency::{self, Review};
use platform::access::{Settled, blocks};
use platform::error::Error;
use platform::frame::{Again, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use crate::consents::CHARTER;
use crate::consents::rules::{self, Verdict};

/// How far back reviewed openings stand on the list, in days.
const LISTED_DAYS: i64 = 30;

/// One opening.
struct ReviewRow {
    id: String,
    number: String,
    name: String,
    workplace: String,
    phone: String,
    phone_href: String,
    opened: String,
    closes: String,
    due: String,
    late: bool,
    verdict: Option<String>,
}

#[derive(Template)]
#[template(path = "consents/pages/reviews.html")]
struct Reviews {
    frame: Frame,
    t: Say,
    again: Again,
    waiting: Vec<ReviewRow>,
    done: Vec<ReviewRow>,
    late: usize,
    blocked: Vec<(String, String, i64)>,
    verdicts: [(&'static str, String); 2],
}

/// The list.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    page(asked, None).await
}

async fn page(asked: Asked, error: Option<Error>) -> Result<Reply, Error> {
    let (all, blocked) = asked
        .view(&CHARTER, |tx, desk| {
            let all = emergency::to_review(tx, desk, desk.now().plus_days(-LISTED_DAYS))?;
            desk.note_nobody();
            Ok((all, blocks::counted(tx, desk)?))
        })
        .await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let again = error.map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let status = again.status.unwrap_or(200);
    let (done, waiting): (Vec<_>, Vec<_>) = all.iter().partition(|review| review.reviewed_at.is_some());
    let late = waiting.iter().filter(|review| review.due_at <= now).count();
    let rows = |reviews: Vec<&Review>| reviews.into_iter().map(|review| row(&t, review, now)).collect();
    let page = Reviews {
        waiting: rows(waiting),
        done: rows(done),
        late,
        blocked: blocked.into_iter().map(|block| (block.name, block.organisation_name, block.persons)).collect(),
        verdicts: Verdict::ALL.map(|verdict| (verdict.key(), t.t(&format!("consents-verdict-{}", verdict.key())))),
        frame: asked.frame(),
        again,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

fn row(t: &Say, review: &Review, now: Timestamp) -> ReviewRow {
    let contact = contact_item(&review.name, &review.phone);
    ReviewRow {
        id: review.id.to_string(),
        number: review.id.as_str().chars().take(6).collect(),
        name: contact.name,
        workplace: review.organisation_name.clone(),
        phone: contact.phone_shown,
        phone_href: contact.phone_href,
        opened: t.when(review.opened_at, now),
        closes: t.when(review.until_at, now),
        due: t.near_day(review.due_at.plus_s(-1).day(), now.day()),
        late: review.reviewed_at.is_none() && review.due_at <= now,
        verdict: review.verdict.as_ref().map(|verdict| t.t(&format!("consents-verdict-{verdict}"))),
    }
}

/// Writes what a review came to.
pub async fn review(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["sak", "utfall"])?;
    let id = RowId::parse(asked.form.get("sak")).ok_or(Error::Missing)?;
    let Some(verdict) = Verdict::parse(asked.form.get("utfall")) else {
        return page(asked, Some(Error::field("utfall", "form-choose"))).await;
    };
    let settled = asked
        .change(&CHARTER, "review", move |tx, desk| {
            let all = emergency::to_review(tx, desk, desk.now().plus_days(-LISTED_DAYS))?;
            let found = all.iter().find(|review| review.id == id).ok_or(Error::Missing)?;
            let verdict = rules::review(found.reviewed_at.is_some(), verdict)?;
            emergency::review(tx, desk, &id, verdict.key())?;
            Ok(Settled::to("/nodapninger"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, Some(error)).await,
    }
}
