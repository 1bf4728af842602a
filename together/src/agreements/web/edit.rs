//! A proposal, and a change to one: the same fields for whoever proposes and whoever answers.

use askama::Template;
use kernel::id::{OrganisationId, RowId};
use platform::access::Settled;
use platform::access::receivers::{self, Organisation};
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{FIELDS, shown_day, typed};
use crate::agreements::rules::{Command, Terms};
use crate::agreements::{CHARTER, work};

/// An organisation to choose.
struct Choice {
    key: String,
    word: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "agreements/pages/edit.html")]
struct EditPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    others: Vec<Choice>,
    with: String,
    seen: i64,
    title: String,
    terms: String,
    from: String,
    until: String,
}

/// The form of a proposal.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw_new(asked, Again::default()).await
}

async fn draw_new(asked: Asked, again: Again) -> Result<Reply, Error> {
    let mine = asked.ctx.actor.employer_id()?.clone();
    let renewed = RowId::parse(asked.query.get("som"));
    let found = asked.view(&CHARTER, move |tx, desk| {
        desk.nobody()?;
        let before = match renewed {
            Some(id) => Some(work::find(tx, desk, &id)?),
            None => None,
        };
        Ok((receivers::organisations(tx)?, before))
    });
    let (organisations, before) = found.await?;
    let counterpart = before.as_ref().and_then(|before| before.standing.counterpart(&mine)).map(ToString::to_string);
    let sent = asked.form.get("other");
    let chosen = if sent.is_empty() { counterpart.unwrap_or_default() } else { sent.to_owned() };
    let choice =
        |one: &Organisation| Choice { key: one.id.to_string(), word: one.name.clone(), chosen: one.id.as_str() == chosen };
    let others = organisations.iter().filter(|one| one.id != mine).map(choice).collect();
    let stands = before.as_ref().map(|before| &before.terms);
    let page = page(&asked, again, (others, String::new(), 0), "/samarbeid".into(), stands);
    Reply::page_again(&page, page.again.status)
}

fn page(
    asked: &Asked,
    again: Again,
    (others, with, seen): (Vec<Choice>, String, i64),
    back: String,
    stands: Option<&Terms>,
) -> EditPage {
    let sent = asked.form.has("title");
    let field = |name: &str, stored: Option<String>| {
        if sent { asked.form.get(name).to_owned() } else { stored.unwrap_or_default() }
    };
    EditPage {
        frame: asked.frame(),
        back,
        others,
        with,
        seen,
        title: field("title", stands.map(|terms| terms.title.clone())),
        terms: field("terms", stands.map(|terms| terms.words.clone())),
        from: field("from", stands.map(|terms| shown_day(terms.from))),
        until: field("until", stands.map(|terms| shown_day(terms.until))),
        t: asked.say(),
        again,
    }
}

/// Proposes.
pub async fn propose(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_propose(&asked).await;
    asked.settled(outcome, draw_new).await
}

async fn try_propose(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[&FIELDS[..], &["other"]].concat())?;
    let other = OrganisationId::parse(asked.form.get("other")).ok_or_else(|| Error::field("other", "form-choose"));
    let (terms, other) = match (typed(asked), other) {
        (Ok(terms), Ok(other)) => (terms, other),
        (Err(Error::Invalid(mut errors)), Err(Error::Invalid(other))) => {
            errors.splice(0..0, other);
            return Err(Error::Invalid(errors));
        }
        (Err(error), _) | (_, Err(error)) => return Err(error),
    };
    let settled = asked.change(&CHARTER, "propose", move |tx, desk| {
        let id = work::propose(tx, desk, &other, &terms)?;
        Ok(Settled::to(format!("/samarbeid/{id}")))
    });
    settled.await
}

fn agreement_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("agreement")).ok_or(Error::Missing)
}

/// The form of «yes, if it is like this instead».
pub async fn other_terms(asked: Asked) -> Result<Reply, Error> {
    draw_change(asked, Again::default()).await
}

async fn draw_change(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (id, mine) = (agreement_id(&asked)?, asked.ctx.actor.employer_id()?.clone());
    let one = asked.view(&CHARTER, move |tx, desk| work::find(tx, desk, &id)).await?;
    let with = if one.standing.proposer == mine { one.names.1.clone() } else { one.names.0.clone() };
    let back = format!("/samarbeid/{}", one.id);
    let page = page(&asked, again, (Vec::new(), with, one.version), back, Some(&one.terms));
    Reply::page_again(&page, page.again.status)
}

/// Sends the other terms.
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_change(&asked).await;
    asked.settled(outcome, draw_change).await
}

async fn try_change(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[&FIELDS[..], &["seen"]].concat())?;
    let (id, command) = (agreement_id(asked)?, Command::Change(typed(asked)?));
    let seen = asked.form.get("seen").parse().map_err(|_| Error::field("title", "form-half-sent"))?;
    let settled = asked.change(&CHARTER, "answer", move |tx, desk| {
        work::change(tx, desk, &id, seen, (&command, None))?;
        Ok(Settled::to(format!("/samarbeid/{id}")))
    });
    settled.await
}
