//! The person's pages: who is around me, and «I want another contact».

use askama::Template;
use platform::access::relations::Duty;
use platform::access::{Settled, duties};
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use crate::team::rules::{self, Change, Ending, MAX_NOTE};
use crate::team::shown::{self, ShownMember, ShownVacancy, Step};
use crate::team::{CHARTER, CONTACT_CHANGE_WISHED, store};

#[derive(Template)]
#[template(path = "team/pages/team.html")]
struct TeamPage {
    frame: Frame,
    t: Say,
    baton: Vec<Step>,
    vacant: Vec<ShownVacancy>,
    members: Vec<ShownMember>,
    has_coordinator: bool,
    wishes: Vec<ShownWish>,
    has_contact: bool,
}

/// A wish as drawn.
struct ShownWish {
    words: String,
    state: String,
}

#[derive(Template)]
#[template(path = "team/pages/contact.html")]
struct ContactPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    place: String,
    phone: ContactItem,
    words: String,
    at_once: bool,
}

/// Who is around me.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let team = duties::all(tx, &own)?;
        let vacant = rules::vacancies(&team, &store::settled(tx, own.person())?, desk.now());
        Ok((team, vacant, store::wishes(tx, &own, None)?))
    });
    let (team, vacant, wishes) = found.await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let members = shown::members(&say, &team, now);
    let there = |duty: Duty| team.iter().any(|held| held.duty == duty && held.is_held(now));
    let wish = |wish: &store::Wish| {
        let (key, at) = wish.seen_at.map_or(("team-wish-sent", wish.at), |seen| ("team-wish-seen", seen));
        ShownWish { words: wish.words.clone(), state: say.with(key, "date", shown::date(&say, at.day(), now)) }
    };
    let page = TeamPage {
        frame: asked.frame(),
        baton: shown::baton(&say, &team, now),
        vacant: vacant.iter().map(|one| shown::vacancy(&say, one, now)).collect(),
        members,
        has_coordinator: there(Duty::Coordinator),
        wishes: wishes.iter().take(3).map(wish).collect(),
        has_contact: there(Duty::Contact),
        t: say.clone(),
    };
    Reply::page(&page)
}

/// «I want another contact.»
pub async fn ask_for_another(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let team = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        duties::all(tx, &own)
    });
    let team = team.await?;
    let contact = team.iter().find(|held| held.duty == Duty::Contact && held.is_held(asked.ctx.now));
    let contact = contact.ok_or(Error::Missing)?;
    let page = ContactPage {
        frame: asked.frame(),
        again,
        name: contact.name.clone().unwrap_or_default(),
        place: contact.organisation_name.clone(),
        phone: contact_item(&contact.organisation_name, &contact.phone),
        words: asked.form.get("words").to_owned(),
        at_once: asked.form.has("at-once"),
        t: asked.say(),
    };
    Reply::page_again(&page, page.again.status)
}

/// Sends the wish to where the contact works; with «at once» the contact ends now.
pub async fn wish(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_wish(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_wish(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words", "at-once"])?;
    let words = asked.form.text("words", MAX_NOTE).map_err(|error| Error::Invalid(vec![error]))?;
    let at_once = asked.form.has("at-once");
    let settled = asked.change(&CHARTER, "wish-for-contact", move |tx, desk| {
        let own = desk.own(tx)?;
        let team = duties::all(tx, &own)?;
        let contact = team.iter().find(|held| held.duty == Duty::Contact && held.is_held(desk.now()));
        let contact = contact.ok_or(Error::Missing)?;
        let id = store::wish(tx, desk, &own, &contact.organisation, words.as_str())?;
        if at_once {
            // The person's own no needs no rule to allow it.
            let change = [Change::EndNow(contact.id.clone())];
            store::save(tx, desk, &own, &change, (Ending::PersonSaidNo, None))?;
        }
        desk.tell(tx, CONTACT_CHANGE_WISHED, Some(own.person()), id.as_str())?;
        Ok(Settled::to("/laget"))
    });
    settled.await
}
