//! What the person has said yes to besides sharing: two records, each taken back on its own.

use askama::Template;
use platform::access::consent_records::{self, RecordKind};
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::acts::{Act, ask, perform};
use crate::consents::CHARTER;

/// One of the two.
struct RecordRow {
    key: &'static str,
    title: String,
    text: String,
    state: String,
    holds: bool,
    act: String,
    history: Vec<String>,
}

#[derive(Template)]
#[template(path = "consents/pages/records.html")]
struct Records {
    frame: Frame,
    t: Say,
    records: Vec<RecordRow>,
}

/// Both records, with what has been.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let given = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            consent_records::all(tx, &own)
        })
        .await?;
    let (t, today) = (asked.say(), asked.ctx.now.day());
    let row = |kind: RecordKind| {
        let of_kind = given.iter().filter(|record| record.kind == kind);
        let holding = of_kind.clone().find(|record| record.withdrawn_at.is_none());
        let day = |at: kernel::time::Timestamp| t.near_day(at.day(), today);
        let over = of_kind.filter_map(|record| {
            let ended = record.withdrawn_at?;
            Some(t.with2("consents-record-was", "from", day(record.given_at), "to", day(ended)))
        });
        let key = kind.key();
        RecordRow {
            key,
            title: t.t(&format!("consents-record-{key}")),
            text: t.t(&format!("consents-record-text-{key}")),
            state: holding
                .map_or_else(|| t.t("consents-record-no"), |record| t.with("consents-record-yes", "day", day(record.given_at))),
            holds: holding.is_some(),
            act: t.t(&format!("consents-record-{}-{key}", if holding.is_some() { "end" } else { "give" })),
            history: over.collect(),
        }
    };
    let records = RecordKind::ALL.into_iter().map(row).collect();
    Reply::page(&Records { frame: asked.frame(), records, t })
}

/// Asks once more, and with the yes puts on record or takes back.
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["gjor", "slag", "bekreft"])?;
    let kind = RecordKind::parse(asked.form.get("slag")).ok_or_else(|| Error::field("slag", "form-choose"))?;
    let act = if asked.form.get("gjor") == "trekk" { Act::Withdraw(kind) } else { Act::Give(kind) };
    if asked.form.has("bekreft") { perform(asked, act).await } else { ask(asked, act).await }
}
