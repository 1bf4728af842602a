//! The protected address: set and lifted by the person, or by an employee with a ground in law.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::me;
use crate::people::rules::Ground;
use crate::people::store::protection;
use crate::people::{CHARTER, acts};

#[derive(Template)]
#[template(path = "people/pages/address.html")]
struct AddressPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    name: String,
    standing: Option<String>,
    ground: String,
}

/// The person protects their address, or lifts what they set themselves.
pub async fn own(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["do"])?;
    let lift = asked.form.get("do") == "lift";
    let settled = asked
        .change(&CHARTER, "protect-address", move |tx, desk| {
            let own = desk.own(tx)?;
            if lift {
                acts::lift(tx, desk, &own)?
            } else {
                acts::protect(tx, desk, &own, Ground::Own)?
            }
            Ok(Settled::to("/meg?lagret=ja"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => me::draw(&asked, None, Again::of(&asked.say(), error)?).await,
    }
}

/// The employee's page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Again::default()).await
}

async fn page(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (person, t) = (asked.person()?, asked.say());
    let base = format!("/folk/{person}");
    let (name, standing) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            if !permit.knows_card() {
                return Err(Error::Denied(kernel::access::Reason::NotShared));
            }
            Ok((permit.card().name.clone(), protection::standing(tx, &permit)?))
        })
        .await?;
    let status = again.status.unwrap_or(200);
    let mut frame = asked.frame();
    frame.path = format!("{base}/adresse");
    let page = AddressPage {
        frame,
        again,
        base,
        name: name.unwrap_or_else(|| t.t("people-no-name")),
        standing: standing.map(|standing| {
            let key = format!("people-address-{}", standing.ground.key());
            t.with(&key, "date", t.date_with_year(standing.since.day()))
        }),
        ground: asked.form.get("ground").to_owned(),
        t: t.clone(),
    };
    Ok(Reply::page(&page)?.status(status))
}

/// Sets it, with the ground.
pub async fn set(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["ground"])?;
    let ground = Ground::CHOICES.into_iter().find(|ground| ground.key() == asked.form.get("ground"));
    let Some(ground) = ground else {
        return page(&asked, Again::of(&asked.say(), Error::field("ground", "form-choose"))?).await;
    };
    change(asked, Some(ground)).await
}

/// Lifts it: the ground is gone.
pub async fn lift(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    change(asked, None).await
}

async fn change(asked: Asked, ground: Option<Ground>) -> Result<Reply, Error> {
    let person = asked.person()?;
    let settled = asked
        .change(&CHARTER, "protect-address", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            match ground {
                Some(ground) => acts::protect(tx, desk, &permit, ground)?,
                None => acts::lift(tx, desk, &permit)?,
            }
            Ok(Settled::to(format!("/folk/{person}")))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(&asked, Again::of(&asked.say(), error)?).await,
    }
}
