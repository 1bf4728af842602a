//! «Jeg kjenner personen»: with the card in hand, or together with one more.

use askama::Template;
use kernel::code::Code;
use kernel::id::RowId;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::shown::{case_of, status};
use crate::sign_in::CHARTER;
use crate::sign_in::acts::back as acts;

/// Longest reason, as elsewhere where staff give one (ux.md, J3).
const REASON_MAX: usize = 80;

#[derive(Template)]
#[template(path = "sign_in/pages/vouch.html")]
struct VouchPage {
    frame: Frame,
    t: Say,
    again: Again,
    case: RowId,
    typed: Typed,
    view: View,
}

#[derive(Clone, Default)]
struct Typed {
    knows: bool,
    reason: String,
    card: String,
}

struct View {
    initials: String,
    year: Option<i64>,
    contact: Option<ContactItem>,
    begun_by_me: bool,
    i_spoke: bool,
    others_spoke: bool,
    proven: bool,
}

/// The form, or that one more is needed, or that it is done.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed::default(), Again::default()).await
}

async fn page(asked: &Asked, typed: Typed, again: Again) -> Result<Reply, Error> {
    let case = case_of(asked)?;
    let id = case.clone();
    let view = asked.view(&CHARTER, move |tx, desk| view(tx, desk, &id)).await?;
    let mut frame = asked.frame();
    frame.path = "/inn-igjen".into();
    let page = VouchPage { frame, t: asked.say(), again: again.clone(), case, typed, view };
    Ok(status(Reply::page(&page)?, &again))
}

fn view(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<View, Error> {
    let (person, case) = acts::may_be_asked(tx, desk, id)?;
    let (me, now) = (acts::me(desk)?, desk.now());
    let there = desk.at_the_door(tx, &person, None)?;
    let contact = match there.as_ref().filter(|there| !there.protected) {
        Some(there) => acts::contacts(tx, &there.permit, now)?.into_iter().next(),
        None => None,
    };
    let spoke = |mine: bool| case.fresh(now).any(|helper| (helper.account == me) == mine);
    Ok(View {
        initials: there.as_ref().map(|there| there.initials.clone()).unwrap_or_default(),
        year: there.and_then(|there| there.birth_year),
        contact: contact.and_then(|one| Some(contact_item(one.name.as_deref()?, &one.phone))),
        begun_by_me: case.begun_by == me,
        i_spoke: spoke(true),
        others_spoke: spoke(false),
        proven: case.proof.is_some(),
    })
}

/// Speaks for the person.
pub async fn speak(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["kjenner", "grunn", "kort"])?;
    let typed = Typed {
        knows: asked.form.has("kjenner"),
        reason: asked.form.get("grunn").to_owned(),
        card: asked.form.get("kort").to_owned(),
    };
    match try_to_speak(&asked, &typed).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            page(&asked, typed, again).await
        }
    }
}

async fn try_to_speak(asked: &Asked, typed: &Typed) -> Result<Settled, Error> {
    asked.token().check()?;
    let case = case_of(asked)?;
    let reason = asked.form.text("grunn", REASON_MAX);
    let mut wrong: Vec<FieldError> = reason.as_ref().err().cloned().into_iter().collect();
    let with_card = !typed.card.trim().is_empty();
    if !typed.knows && !with_card {
        wrong.insert(0, FieldError::new("kjenner", "sign-in-tick-missing"));
    }
    let code = Code::parse(&typed.card);
    if with_card && code.is_none() {
        wrong.push(FieldError::new("kort", "sign-in-card-unread"));
    }
    let (Ok(reason), true) = (reason, wrong.is_empty()) else { return Err(Error::Invalid(wrong)) };
    let reason = reason.as_str().to_owned();
    match code {
        Some(code) => with_card_in_hand(asked, case, code, typed.knows, reason).await,
        None => alone(asked, case, reason).await,
    }
}

async fn with_card_in_hand(asked: &Asked, case: RowId, code: Code, knows: bool, reason: String) -> Result<Settled, Error> {
    // Sent again because nobody heard the answer: it has been shown who they are, and no further try is counted.
    if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
        return Ok(first);
    }
    let (app, account, id, shown, now) =
        (asked.app.clone(), asked.ctx.actor.account.clone(), case.clone(), code.clone(), asked.ctx.now);
    asked.app.db().write(move |tx| acts::knock(tx, &app, account.as_ref(), &id, Some(&shown), now).map(drop)).await?;
    asked
        .change(&CHARTER, "show-who-with-card", move |tx, desk| {
            acts::with_card(tx, desk, &case, &code, knows, &reason)?;
            Ok(Settled::to(format!("/inn-igjen/{case}/velg")))
        })
        .await
}

async fn alone(asked: &Asked, case: RowId, reason: String) -> Result<Settled, Error> {
    asked
        .change(&CHARTER, "vouch", move |tx, desk| {
            acts::may_be_asked(tx, desk, &case)?;
            acts::speak_for(tx, desk, &case, &reason)?;
            Ok(Settled::to(format!("/inn-igjen/{case}/kjenner")))
        })
        .await
}
