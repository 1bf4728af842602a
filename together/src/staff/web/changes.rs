//! `/oppsett/endringer`: what administrators have changed, newest first.

use askama::Template;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use crate::staff::store::changes::{self, Change};
use crate::staff::{CHARTER, acts};

/// Rows on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "staff/pages/changes.html")]
struct ChangesPage {
    frame: Frame,
    t: Say,
    rows: Vec<ChangeRow>,
    next: Option<String>,
}

struct ChangeRow {
    what: String,
    about: String,
    by: String,
}

/// The page. The privacy contact of the municipality reads all of them; an administrator elsewhere their own house's.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let asker = acts::asker(&asked.ctx)?;
    let only =
        (!asker.whole || !matches!(asked.ctx.actor.role, Role::Admin | Role::PrivacyContact)).then_some(asker.organisation);
    let (at, id) = read_place(asked.query.get("etter")).unwrap_or((asked.ctx.now.plus_s(1), String::new()));
    let most = i64::try_from(PAGE).unwrap_or(50);
    let found = asked.view(&CHARTER, move |tx, _| Ok(changes::page(tx, only.as_ref(), (at, &id), most)?));
    let (found, t, now) = (found.await?, asked.say(), asked.ctx.now);
    let next = found.last().filter(|_| found.len() == PAGE);
    let next = next.map(|last| format!("/oppsett/endringer?etter={}.{}", last.at.stored(), last.id));
    let rows = found.iter().map(|change| row(&t, change, now)).collect();
    Reply::page(&ChangesPage { frame: asked.frame(), rows, next, t })
}

/// Where in the list one is: a time and an id.
fn read_place(text: &str) -> Option<(Timestamp, String)> {
    let (at, id) = text.split_once('.')?;
    Some((Timestamp::parse(at)?, kernel::id::RowId::parse(id)?.to_string()))
}

fn row(t: &Say, change: &Change, now: Timestamp) -> ChangeRow {
    let about = [change.about.as_deref(), change.organisation.as_deref()];
    let by = change.by.clone().unwrap_or_else(|| t.t("staff-change-nobody"));
    ChangeRow {
        what: t.t(&format!("staff-change-{}", change.what.key())),
        about: about.into_iter().flatten().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · "),
        by: format!("{by} · {}", t.when(change.at, now)),
    }
}
