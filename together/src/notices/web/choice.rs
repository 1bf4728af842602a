//! Of what one is told, and at which hours not.

use kernel::language::Language;
use platform::access::Settled;
use platform::error::Error;
use platform::web::{Asked, Reply};

use super::page;
use crate::notices::CHARTER;
use crate::notices::rules::{Kind, Quiet, Refusal};
use crate::notices::store::{self, Choice, Owner};

/// Keeps the choices.
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_choose(&asked).await;
    asked.settled(outcome, page::again).await
}

/// What stands in the form. A kind that was shown and is not ticked is switched off; one that was not shown stays as it is.
pub fn read(asked: &Asked, language: Language) -> Result<Choice, Error> {
    let form = &asked.form;
    let on: Vec<Kind> = form.all("om").filter_map(Kind::parse).collect();
    let off = form.all("vist").filter_map(Kind::parse).filter(|kind| !on.contains(kind)).collect();
    let hour = |name: &'static str| form.get(name).parse::<u8>().map_err(|_| Error::field(name, "form-choose"));
    let quiet = Quiet::of(hour("fra")?, hour("til")?).ok_or_else(|| Error::field("fra", "form-choose"))?;
    Ok(Choice { off, quiet, language, version: form.get("versjon").parse().unwrap_or(0) })
}

async fn try_choose(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["om", "vist", "fra", "til", "versjon"])?;
    let choice = read(asked, asked.ctx.language)?;
    let settled = asked.change(&CHARTER, "choose-notices", move |tx, desk| {
        let owner = Owner::of(tx, desk)?;
        if !store::choose(tx, &owner.key(), &choice)? {
            return Err(Error::refused(&Refusal::Changed));
        }
        Ok(Settled::to("/varsling"))
    });
    settled.await
}
