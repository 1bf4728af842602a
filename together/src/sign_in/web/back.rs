//! `/inn-igjen`: an employee finds somebody who has lost their phone, and turns the screen.

use askama::Template;
use kernel::code::Code;
use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say, initials};
use platform::secret;
use platform::web::{Asked, Reply};

use super::shown::{case_of, status, turned as turned_frame};
use crate::sign_in::acts::back as acts;
use crate::sign_in::secrets::compared;
use crate::sign_in::store::{cards, cases};
use crate::sign_in::{CHARTER, card, limits};

#[derive(Template)]
#[template(path = "sign_in/pages/find.html")]
struct FindPage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: Typed,
    asking: Vec<(RowId, String)>,
    found: Option<Vec<FoundView>>,
}

#[derive(Clone, Default)]
struct Typed {
    name: String,
    year: String,
    card: String,
}

/// Somebody on the list. Whoever is not there has a line too.
struct FoundView {
    person: PersonId,
    initials: String,
    year: Option<i64>,
    contact: Option<String>,
}

/// The form, and who else asks for this employee.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed::default(), Again::default(), None).await
}

async fn page(asked: &Asked, typed: Typed, again: Again, found: Option<Vec<FoundView>>) -> Result<Reply, Error> {
    let asking = asked.view(&CHARTER, asking).await?;
    let mut frame = asked.frame();
    frame.path = "/inn-igjen".into();
    let page = FindPage { frame, t: asked.say(), again: again.clone(), typed, asking, found };
    Ok(status(Reply::page(&page)?, &again))
}

fn asking(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<(RowId, String)>, Error> {
    let me = acts::me(desk)?;
    let employer = desk.ctx().actor.employer_id()?.clone();
    let mut lines = Vec::new();
    for (person, case) in cases::asking(tx, &me, &employer, desk.now())? {
        let there = desk.at_the_door(tx, &person, None)?;
        let year = there.as_ref().and_then(|there| there.birth_year).map(|year| year.to_string());
        let who = there.map(|there| there.initials).unwrap_or_default();
        lines.push((case, [Some(who), year].into_iter().flatten().collect::<Vec<_>>().join(", ")));
    }
    Ok(lines)
}

/// The search. What is typed travels in the form, never in the address.
pub async fn search(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["navn", "ar", "kort"])?;
    let get = |name| asked.form.get(name).trim().to_owned();
    let typed = Typed { name: get("navn"), year: get("ar"), card: get("kort") };
    match find(&asked, &typed).await {
        Ok(found) => page(&asked, typed, Again::default(), Some(found)).await,
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            page(&asked, typed, again, None).await
        }
    }
}

/// What was searched for.
#[derive(Clone)]
enum Sought {
    Card(Code),
    Name(String, i64),
}

async fn find(asked: &Asked, typed: &Typed) -> Result<Vec<FoundView>, Error> {
    asked.token().check()?;
    let sought = sought(asked, typed)?;
    let looked_for = sought.clone();
    let settled = asked
        .change(&CHARTER, "search-at-door", move |tx, desk| {
            let me = acts::me(desk)?;
            desk.note_nobody();
            if limits::begin_search(tx, desk.app(), &me, desk.now())?.is_some() {
                return Err(Error::refused(&crate::sign_in::rules::Refusal::TooManySearches));
            }
            let found = match &looked_for {
                Sought::Card(code) => cards::holder(tx, &card::hash(desk.app(), code))?.into_iter().collect(),
                Sought::Name(name, year) => desk.who_goes_by(tx, name, *year)?,
            };
            let ids: Vec<&str> = found.iter().map(PersonId::as_str).collect();
            Ok(Settled::to("/inn-igjen").keeping(ids.join(" ")))
        })
        .await?;
    let ids: Vec<PersonId> = settled.keep.unwrap_or_default().split(' ').filter_map(PersonId::parse).collect();
    asked.view(&CHARTER, move |tx, desk| views(tx, desk, &sought, &ids)).await
}

fn sought(asked: &Asked, typed: &Typed) -> Result<Sought, Error> {
    if !typed.card.is_empty() {
        return Code::parse(&typed.card).map(Sought::Card).ok_or_else(|| Error::field("kort", "sign-in-card-unread"));
    }
    let this_year = i64::from(asked.ctx.now.day().parts().0);
    let year = typed.year.parse::<i64>().ok().filter(|year| (1900..=this_year).contains(year));
    let mut missing = Vec::new();
    if typed.name.is_empty() || typed.name.chars().count() > 80 {
        missing.push(FieldError::new("navn", "sign-in-name-missing"));
    }
    match year {
        Some(year) if missing.is_empty() => Ok(Sought::Name(typed.name.clone(), year)),
        Some(_) => Err(Error::Invalid(missing)),
        None => {
            missing.push(FieldError::new("ar", "sign-in-year-missing"));
            Err(Error::Invalid(missing))
        }
    }
}

/// Those who were found. When there is nobody, a line that looks the same stands there: the search never says whether
/// somebody is known.
fn views(tx: &mut Tx<'_>, desk: &Desk<'_>, sought: &Sought, ids: &[PersonId]) -> Result<Vec<FoundView>, Error> {
    let mut found = Vec::new();
    for person in ids {
        let Some(there) = desk.at_the_door(tx, person, None)? else { continue };
        let contacts = acts::contacts(tx, &there.permit, desk.now())?;
        let contact = contacts.first().filter(|_| !there.protected);
        found.push(FoundView {
            person: person.clone(),
            initials: there.initials,
            year: there.birth_year,
            contact: contact.and_then(|one| Some(format!("{}, {}", one.name.as_ref()?, one.organisation_name))),
        });
    }
    if found.is_empty() {
        found.push(nobody(desk, sought));
    }
    Ok(found)
}

fn nobody(desk: &Desk<'_>, sought: &Sought) -> FoundView {
    let (text, initials, year) = match sought {
        Sought::Name(name, year) => (format!("{name} {year}"), initials(name), Some(*year)),
        Sought::Card(code) => (code.canonical(), String::new(), None),
    };
    // Drawn from what was typed, so that the same search gives the same line.
    let bits = desk.app().keys().lookup("nobody", &text).iter().take(16).fold(0, |bits, byte| (bits << 8) | u128::from(*byte));
    FoundView { person: PersonId::from_bits(bits), initials, year, contact: None }
}

/// Begins, and shows the screen that is turned.
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["person"])?;
    let person = PersonId::parse(asked.form.get("person")).ok_or(Error::Missing)?;
    let settled = asked
        .change(&CHARTER, "begin-way-back", move |tx, desk| {
            let case = acts::begin(tx, desk, &person)?;
            Ok(Settled::to(format!("/inn-igjen/{case}")))
        })
        .await?;
    Ok(Reply::to(settled.to))
}

#[derive(Template)]
#[template(path = "sign_in/pages/turned.html")]
struct TurnedPage {
    frame: Frame,
    t: Say,
    again: Again,
    case: RowId,
    typed: String,
    shown: bool,
}

/// «Er det deg?»: for whoever stands there. It says nothing about anybody.
pub async fn turned(asked: Asked) -> Result<Reply, Error> {
    turned_page(&asked, String::new(), false, Again::default()).await
}

async fn turned_page(asked: &Asked, typed: String, shown: bool, again: Again) -> Result<Reply, Error> {
    let case = case_of(asked)?;
    let id = case.clone();
    let account = asked.ctx.actor.account.clone();
    asked.app.db().read(move |tx| acts::mine(tx, account.as_ref(), &id).map(drop)).await?;
    let mut frame = turned_frame(asked);
    frame.path = format!("/inn-igjen/{case}");
    let page = TurnedPage { frame, t: asked.say(), again: again.clone(), case, typed, shown };
    Ok(status(Reply::page(&page)?, &again))
}

/// PIN or own words.
pub async fn with_own(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["hemmelig", "vis"])?;
    let typed = asked.form.get("hemmelig").to_owned();
    if asked.form.has("vis") {
        return turned_page(&asked, typed, true, Again::default()).await;
    }
    match try_own(&asked, &typed).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            turned_page(&asked, String::new(), false, again).await
        }
    }
}

async fn try_own(asked: &Asked, typed: &str) -> Result<Settled, Error> {
    asked.token().check()?;
    let case = case_of(asked)?;
    if typed.trim().is_empty() {
        return Err(Error::field("hemmelig", "sign-in-secret-missing"));
    }
    // Sent again because nobody heard the answer: it has been shown who they are, and no further try is counted.
    if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
        return Ok(first);
    }
    let (app, account, id, now) = (asked.app.clone(), asked.ctx.actor.account.clone(), case.clone(), asked.ctx.now);
    let knock = asked.app.db().write(move |tx| acts::knock(tx, &app, account.as_ref(), &id, None, now)).await?;
    let right = secret::is_right(&asked.app, &compared(typed), knock.kept.as_deref()).await?;
    asked
        .change(&CHARTER, "show-who-with-pin", move |tx, desk| {
            acts::with_own(tx, desk, &case, &knock, right)?;
            Ok(Settled::to(format!("/inn-igjen/{case}/velg")))
        })
        .await
}
