//! `/min-konto/kode`: a code for a colleague who stands here and cannot use a passkey.

use askama::Template;
use kernel::id::AccountId;
use kernel::role::Role;
use platform::access::{Settled, duties};
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::own::me;
use crate::staff::pin::{code_hash, code_of, shown_code};
use crate::staff::rules::{CODE_MINUTES, Command, decide};
use crate::staff::store::changes::{What, note};
use crate::staff::store::{accounts, doors};
use crate::staff::{CHARTER, acts};

#[derive(Template)]
#[template(path = "staff/pages/code.html")]
struct CodePage {
    frame: Frame,
    t: Say,
    again: Again,
    colleagues: Vec<(String, String, String, bool)>,
    minutes: i64,
}

#[derive(Template)]
#[template(path = "staff/pages/code_made.html")]
struct CodeMadePage {
    frame: Frame,
    t: Say,
    code: String,
    name: String,
    minutes: i64,
}

/// For whom.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default()).await
}

async fn draw(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (mine, id) = (asked.ctx.actor.employer_id()?.clone(), me(asked)?);
    let now = asked.ctx.now;
    let colleagues = asked.app.db().read(move |tx| duties::colleagues(tx, &mine, now)).await?;
    let chosen = asked.form.get("who");
    let row = |one: duties::Candidate| {
        let is = one.account.as_str() == chosen;
        (one.account.as_str().to_owned(), one.name, one.title, is)
    };
    let colleagues = colleagues.into_iter().filter(|one| one.account != id).map(row).collect();
    let status = again.status.unwrap_or(200);
    let page = CodePage { frame: asked.frame(), t: asked.say(), again, colleagues, minutes: CODE_MINUTES };
    Ok(Reply::page(&page)?.status(status))
}

/// Makes the code and shows it once.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    match try_make(&asked).await {
        Ok((code, name)) => {
            let code = shown_code(&code);
            let page = CodeMadePage { frame: asked.frame(), t: asked.say(), code, name, minutes: CODE_MINUTES };
            Reply::page(&page)
        }
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?).await,
    }
}

async fn try_make(asked: &Asked) -> Result<(String, String), Error> {
    asked.form.only(&["who"])?;
    let who = AccountId::parse(asked.form.get("who")).ok_or_else(|| Error::field("who", "form-choose"))?;
    let (mine, by, app) = (asked.ctx.actor.employer_id()?.clone(), me(asked)?, asked.app.clone());
    let admin = (asked.ctx.actor.role == Role::Admin).then(|| acts::asker(&asked.ctx)).transpose()?;
    let settled = asked.change(&CHARTER, "make-code", move |tx, desk| {
        let now = desk.now();
        let account = accounts::load(tx, &who)?;
        // Where only one person works, the municipality's administrator stands in for the colleague.
        let stands_in = admin.as_ref().is_some_and(|asker| asker.manages(&account.organisation));
        if (account.organisation != mine && !stands_in) || who == by {
            return Err(Error::field("who", "form-choose"));
        }
        decide(account.standing(now), Command::Enter, now).map_err(|refusal| Error::refused(&refusal))?;
        let code = code_of(desk.bits());
        doors::make_code(tx, code_hash(&app, &code), &who, &by, now, now.plus_minutes(CODE_MINUTES))?;
        note(tx, desk, What::Code, Some(&who), Some(&account.organisation))?;
        Ok(Settled::to("/min-konto/kode").keeping(format!("{code}{}", account.who.name)))
    });
    let kept = settled.await?.keep.unwrap_or_default();
    let (code, name) =
        kept.split_at_checked(crate::staff::rules::CODE_DIGITS).ok_or_else(|| Error::fault("a code was not kept"))?;
    Ok((code.to_owned(), name.to_owned()))
}
