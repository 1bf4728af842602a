//! Asking another service: which one, and then what for and what they may see. The person's own goes at once; staff put it to
//! the person first.

use askama::Template;
use kernel::area::Area;
use kernel::id::{OrganisationId, PersonId, RowId};
use platform::access::{Desk, Permit, Settled, receivers};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};
use serde_json::Value;

use super::form::{self, FIELDS, INJECTING, PROBLEMS};
use crate::referrals::store::referrals::{self, Referral};
use crate::referrals::{CHARTER, holding, limits, work};

/// In the address, where a service without an account is asked.
const BY_LINK: &str = "lenke";

/// A choice in a form.
struct Choice {
    key: &'static str,
    word: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "referrals/pages/services.html")]
struct ServicesPage {
    frame: Frame,
    t: Say,
    own: bool,
    back: String,
    name: String,
    services: Vec<(String, String)>,
    by_link: String,
}

#[derive(Template)]
#[template(path = "referrals/pages/ask.html")]
struct AskPage {
    frame: Frame,
    t: Say,
    again: Again,
    own: bool,
    back: String,
    action: String,
    name: String,
    receiver: String,
    by_link: bool,
    specialist: bool,
    receiver_name: String,
    areas: Vec<Choice>,
    sees: Vec<Choice>,
    words: String,
    phone: bool,
    problems: Vec<Choice>,
    injecting: Vec<Choice>,
    units: String,
    pregnant: bool,
    days: i64,
}

/// Whose, as the address says it: the person's own, or somebody's.
#[derive(Clone)]
enum Whose {
    Own,
    Of(PersonId),
}

impl Whose {
    fn of(asked: &Asked) -> Result<Whose, Error> {
        if asked.path.starts_with("/folk/") { asked.person().map(Whose::Of) } else { Ok(Whose::Own) }
    }

    fn permit(&self, tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Permit, Error> {
        match self {
            Whose::Own => desk.own(tx),
            Whose::Of(person) => desk.person(tx, person),
        }
    }

    const fn own(&self) -> bool {
        matches!(self, Whose::Own)
    }

    /// Where one chooses a service.
    fn start(&self) -> String {
        match self {
            Whose::Own => "/henvisning/ny".into(),
            Whose::Of(person) => format!("/folk/{person}/henvis"),
        }
    }

    /// Where one came from.
    fn back(&self) -> String {
        match self {
            Whose::Own => "/hjem".into(),
            Whose::Of(person) => format!("/folk/{person}"),
        }
    }

    fn one(&self, id: &RowId) -> String {
        match self {
            Whose::Own => format!("/henvisning/{id}"),
            Whose::Of(person) => format!("/folk/{person}/henvisning/{id}"),
        }
    }
}

/// Which services can be asked.
pub async fn services(asked: Asked) -> Result<Reply, Error> {
    let whose = Whose::of(&asked)?;
    let (who, say) = (whose.clone(), asked.say());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = who.permit(tx, desk)?;
        let own = desk.ctx().actor.employer.as_ref().map(|employer| employer.id.clone());
        Ok((permit.card().name.clone(), holding::services(tx, own.as_ref())?))
    });
    let (name, services) = found.await?;
    let start = whose.start();
    let page = ServicesPage {
        frame: asked.frame(),
        own: whose.own(),
        back: whose.back(),
        name: name.unwrap_or_else(|| say.t("referrals-the-person")),
        services: services.into_iter().map(|one| (format!("{start}/{}", one.id), one.name)).collect(),
        by_link: format!("{start}/{BY_LINK}"),
        t: say,
    };
    Reply::page(&page)
}

/// The form.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

fn receiver_of(asked: &Asked) -> Result<Option<OrganisationId>, Error> {
    match asked.param("receiver") {
        BY_LINK => Ok(None),
        id => OrganisationId::parse(id).map(Some).ok_or(Error::Missing),
    }
}

/// What is drawn: the person, the service, and what stands in the form before anything is typed.
struct Found {
    name: Option<String>,
    service: Option<receivers::Organisation>,
    before: Option<Referral>,
    days: i64,
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (whose, receiver) = (Whose::of(&asked)?, receiver_of(&asked)?);
    let who = whose.clone();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = who.permit(tx, desk)?;
        let service = receiver.map(|id| receivers::organisation(tx, &id)).transpose()?.flatten();
        let days = limits::load(tx, desk.now())?.share_days;
        Ok(Found { name: permit.card().name.clone(), service, before: None, days })
    });
    let found = found.await?;
    if found.service.is_none() && asked.param("receiver") != BY_LINK {
        return Err(Error::Missing);
    }
    let action = format!("{}/{}", whose.start(), asked.param("receiver"));
    form_page(&asked, &whose, found, (whose.start(), action), again)
}

fn form_page(asked: &Asked, whose: &Whose, found: Found, (back, action): (String, String), again: Again) -> Result<Reply, Error> {
    let (say, form) = (asked.say(), &asked.form);
    let (sent, before) = (form.has("gjor"), found.before.as_ref());
    let facts: Value = before.and_then(|one| serde_json::from_str(&one.facts).ok()).unwrap_or_default();
    let stood = |field: &str, stands: &str| if sent { form.get(field).to_owned() } else { stands.to_owned() };
    let fact = |name: &str| facts.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let area = stood("omrade", before.map_or("", |one| one.area.key()));
    let ticked = |area: Area| {
        if sent { form.all("se").any(|key| key == area.key()) } else { before.is_some_and(|one| one.areas.has(area)) }
    };
    let (problem, injecting) = (stood("problem", &fact("problem")), stood("injecting", &fact("injecting")));
    let choice = |group: &str, key: &'static str, chosen: &str| Choice {
        key,
        word: say.t(&format!("referrals-{group}-{key}")),
        chosen: key == chosen,
    };
    let area_choice = |one: Area, chosen: bool| Choice { key: one.key(), word: say.t(&format!("area-{}", one.key())), chosen };
    let units = facts.get("units_a_day").and_then(Value::as_i64).map(|units| units.to_string()).unwrap_or_default();
    let kind = found.service.as_ref().map(|service| service.kind);
    let page = AskPage {
        frame: asked.frame(),
        own: whose.own(),
        back,
        action,
        name: found.name.clone().unwrap_or_else(|| say.t("referrals-the-person")),
        receiver: found.service.as_ref().map_or_else(|| say.t("referrals-another-service"), |service| service.name.clone()),
        by_link: found.service.is_none(),
        specialist: kind.is_some_and(is_specialist),
        receiver_name: stood("navn", before.map_or("", |one| one.receiver_name.as_str())),
        areas: Area::ALL.into_iter().map(|one| area_choice(one, one.key() == area)).collect(),
        sees: Area::ALL.into_iter().map(|one| area_choice(one, ticked(one))).collect(),
        words: stood("words", before.map_or("", |one| one.words.as_str())),
        phone: if sent { form.has("telefon") } else { before.is_some_and(|one| one.phone_shown) },
        problems: PROBLEMS.into_iter().map(|key| choice("problem", key, &problem)).collect(),
        injecting: INJECTING.into_iter().map(|key| choice("injecting", key, &injecting)).collect(),
        units: stood("units", &units),
        pregnant: if sent { form.has("pregnant") } else { facts.get("pregnant").and_then(Value::as_bool).unwrap_or(false) },
        days: found.days,
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

const fn is_specialist(kind: kernel::persona::OrganisationKind) -> bool {
    use kernel::persona::OrganisationKind::{Detox, LarClinic, TsbClinic};
    matches!(kind, TsbClinic | Detox | LarClinic)
}

/// Writes it; the person's own is sent, staff's is kept as a draft or put to the person.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_write(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_write(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(FIELDS)?;
    let (whose, receiver) = (Whose::of(asked)?, receiver_of(asked)?);
    let ask = asked.form.get("gjor") != "utkast";
    let form = asked.form.clone();
    let settled = asked.change(&CHARTER, "ask-service", move |tx, desk| {
        let permit = whose.permit(tx, desk)?;
        let kind = receiver.as_ref().map(|id| receivers::organisation(tx, id)).transpose()?.flatten().map(|one| one.kind);
        let draft = form::read(&form, receiver.as_ref(), kind.is_some_and(is_specialist))?;
        let id = work::write(tx, desk, &permit, &draft, ask)?;
        Ok(Settled::to(whose.one(&id)))
    });
    settled.await
}

/// A draft in its form.
pub async fn draft(asked: Asked) -> Result<Reply, Error> {
    draw_draft(asked, Again::default()).await
}

fn draft_of(asked: &Asked) -> Result<(PersonId, RowId), Error> {
    Ok((asked.person()?, RowId::parse(asked.param("referral")).ok_or(Error::Missing)?))
}

async fn draw_draft(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, id) = draft_of(&asked)?;
    let whose = Whose::Of(person.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let one = referrals::find(tx, desk, &permit, &id)?;
        let service = one.receiver.as_ref().map(|id| receivers::organisation(tx, id)).transpose()?.flatten();
        let days = limits::load(tx, desk.now())?.share_days;
        Ok(Found { name: permit.card().name.clone(), service, before: Some(one), days })
    });
    let found = found.await?;
    let id = found.before.as_ref().map(|one| one.id.clone()).ok_or(Error::Missing)?;
    let (back, action) = (whose.one(&id), format!("{}/utkast", whose.one(&id)));
    form_page(&asked, &whose, found, (back, action), again)
}

/// Writes a draft anew.
pub async fn rewrite(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_rewrite(&asked).await;
    asked.settled(outcome, draw_draft).await
}

async fn try_rewrite(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(FIELDS)?;
    let (person, id) = draft_of(asked)?;
    let ask = asked.form.get("gjor") != "utkast";
    let form = asked.form.clone();
    let settled = asked.change(&CHARTER, "ask-service", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let one = referrals::find(tx, desk, &permit, &id)?;
        let draft = form::read(&form, one.receiver.as_ref(), one.receiver_kind.is_some_and(is_specialist))?;
        work::rewrite(tx, desk, &permit, &id, &draft, ask)?;
        Ok(Settled::to(format!("/folk/{person}/henvisning/{id}")))
    });
    settled.await
}
