//! Blocking a named employee: among those the person has met, never by a search.

use askama::Template;
use kernel::id::AccountId;
use platform::access::blocks;
use platform::error::Error;
use platform::frame::{Frame, Say, initials};
use platform::web::{Asked, Reply};

use super::acts::{Act, ask, perform};
use crate::consents::CHARTER;

/// An employee as a row.
struct EmployeeRow {
    id: String,
    initials: String,
    name: String,
    workplace: String,
    when: Option<String>,
}

#[derive(Template)]
#[template(path = "consents/pages/block.html")]
struct Block {
    frame: Frame,
    t: Say,
    met: Vec<EmployeeRow>,
    blocked: Vec<EmployeeRow>,
}

/// Those who can be blocked, and those who are.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let (met, blocked) = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            let blocked = blocks::running(tx, &own)?;
            let mut met = blocks::met(tx, &own)?;
            met.retain(|met| !blocked.iter().any(|block| block.account == met.account));
            Ok((met, blocked))
        })
        .await?;
    let (t, today) = (asked.say(), asked.ctx.now.day());
    let looked = |at| t.with("consents-looked", "day", t.near_day(at, today));
    let met = met.into_iter().map(|met| EmployeeRow {
        id: met.account.to_string(),
        initials: initials(&met.name),
        when: met.looked_at.map(|at| looked(at.day())),
        workplace: met.organisation_name,
        name: met.name,
    });
    let since = |at| t.with("consents-blocked-since", "day", t.near_day(at, today));
    let blocked = blocked.into_iter().map(|block| EmployeeRow {
        id: block.account.to_string(),
        initials: initials(&block.name),
        when: Some(since(block.blocked_at.day())),
        workplace: block.organisation_name,
        name: block.name,
    });
    let (met, blocked) = (met.collect(), blocked.collect());
    Reply::page(&Block { frame: asked.frame(), met, blocked, t })
}

fn account(asked: &Asked) -> Result<AccountId, Error> {
    AccountId::parse(asked.param("account")).ok_or(Error::Missing)
}

/// Asks before blocking.
pub async fn ask_block(asked: Asked) -> Result<Reply, Error> {
    let account = account(&asked)?;
    ask(asked, Act::Block(account)).await
}

/// Blocks.
pub async fn block(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["bekreft"])?;
    let account = account(&asked)?;
    perform(asked, Act::Block(account)).await
}

/// Asks before lifting.
pub async fn ask_lift(asked: Asked) -> Result<Reply, Error> {
    let account = account(&asked)?;
    ask(asked, Act::Lift(account)).await
}

/// Lifts.
pub async fn lift(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["bekreft"])?;
    let account = account(&asked)?;
    perform(asked, Act::Lift(account)).await
}
