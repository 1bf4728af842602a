//! Making, changing and closing an organisation.

use askama::Template;
use kernel::id::OrganisationId;
use kernel::persona::OrganisationKind;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::fields::{digits, phone};
use super::setup::organisation_id;
use crate::staff::rules::{Refusal, is_organisation_number};
use crate::staff::store::changes::{What, note};
use crate::staff::store::organisations::{self, Organisation};
use crate::staff::{CHARTER, acts};

/// Most characters of a name.
const NAME_MAX: usize = 120;

#[derive(Template)]
#[template(path = "staff/pages/organisation_form.html")]
struct FormPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    new: bool,
    closed: bool,
    typed: Typed,
    kinds: Vec<(&'static str, String, bool)>,
    municipalities: Vec<(String, String, bool)>,
}

/// As typed.
struct Typed {
    name: String,
    kind: String,
    phone: String,
    municipality: String,
    number: String,
}

/// As read.
struct Read {
    name: String,
    kind: OrganisationKind,
    phone: String,
    municipality: String,
    number: Option<String>,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        let text = |name: &str| form.get(name).to_owned();
        Typed {
            name: text("name"),
            kind: text("kind"),
            phone: text("phone"),
            municipality: text("municipality"),
            number: text("number"),
        }
    }

    fn from(organisation: &Organisation) -> Typed {
        Typed {
            name: organisation.name.clone(),
            kind: organisation.kind.key().to_owned(),
            phone: platform::frame::contact_item("", &organisation.phone).phone_shown,
            municipality: organisation.municipality.clone(),
            number: organisation.number.clone().unwrap_or_default(),
        }
    }
}

/// Reads the form. The municipality is one that the product is set up for, never free text: whose request goes where follows
/// from it.
fn read(asked: &Asked) -> Result<Read, Error> {
    asked.form.only(&["name", "kind", "phone", "municipality", "number"])?;
    let mut errors = Vec::new();
    let name = asked.form.text("name", NAME_MAX).map_err(|error| errors.push(error)).ok();
    let kind = OrganisationKind::parse(asked.form.get("kind"));
    if kind.is_none() {
        errors.push(FieldError::new("kind", "form-choose"));
    }
    let phone = phone(&asked.form, &mut errors);
    let number = digits(&asked.form, "number", "staff-field-entity-wrong", is_organisation_number, &mut errors);
    let municipality = asked.form.get("municipality").to_owned();
    if !municipality.is_empty() && municipality != asked.app.config().municipality {
        errors.push(FieldError::new("municipality", "form-choose"));
    }
    match (name, kind) {
        (Some(name), Some(kind)) if errors.is_empty() => {
            Ok(Read { name: name.as_str().to_owned(), kind, phone, municipality, number })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

fn draw(asked: &Asked, again: Again, typed: Typed, at: Option<(&OrganisationId, bool)>) -> Result<Reply, Error> {
    let t = asked.say();
    let name = |kind: OrganisationKind| (kind.key(), t.t(&format!("staff-kind-{}", kind.key())), kind.key() == typed.kind);
    let mut kinds: Vec<_> = OrganisationKind::ALL.into_iter().map(name).collect();
    kinds.sort_by(|a, b| a.1.cmp(&b.1));
    let own = asked.app.config().municipality.clone();
    let own = (!own.is_empty()).then(|| (own.clone(), own.clone(), own == typed.municipality));
    let several = (String::new(), t.t("staff-field-municipality-several"), typed.municipality.is_empty());
    let status = again.status.unwrap_or(200);
    let page = FormPage {
        frame: asked.frame(),
        again,
        back: at.map_or("/oppsett".into(), |(id, _)| format!("/oppsett/virksomhet/{id}")),
        new: at.is_none(),
        closed: at.is_some_and(|(_, closed)| closed),
        typed,
        kinds,
        municipalities: own.into_iter().chain([several]).collect(),
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

/// The form for a new one.
pub async fn new_form(asked: Asked) -> Result<Reply, Error> {
    let mut typed = Typed::of(&Form::default());
    typed.municipality.clone_from(&asked.app.config().municipality);
    draw(&asked, Again::default(), typed, None)
}

/// Makes one.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    match write(&asked, None).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?, Typed::of(&asked.form), None),
    }
}

async fn load(asked: &Asked) -> Result<Organisation, Error> {
    let (asker, id) = (acts::asker(&asked.ctx)?, organisation_id(asked)?);
    asked.view(&CHARTER, move |tx, _| acts::own_organisation(tx, &asker, &id)).await
}

/// The form for one that is there.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    let found = load(&asked).await?;
    draw(&asked, Again::default(), Typed::from(&found), Some((&found.id, found.closed_at.is_some())))
}

/// Changes one.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    let found = load(&asked).await?;
    match write(&asked, Some(found.id.clone())).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(&asked, again, Typed::of(&asked.form), Some((&found.id, found.closed_at.is_some())))
        }
    }
}

async fn write(asked: &Asked, id: Option<OrganisationId>) -> Result<Settled, Error> {
    let (asker, read) = (acts::asker(&asked.ctx)?, read(asked)?);
    let act = if id.is_some() { "change-organisation" } else { "make-organisation" };
    let settled = asked.change(&CHARTER, act, move |tx, desk| {
        let before = id.as_ref().map(|id| acts::own_organisation(tx, &asker, id)).transpose()?;
        // What people may see follows from the kind, so it stays; and only the whole may grow.
        let other_kind = before.as_ref().is_some_and(|before| before.kind != read.kind);
        if other_kind || (before.is_none() && !asker.whole) {
            return Err(if other_kind {
                Error::field("kind", "staff-field-kind-stays")
            } else {
                Error::refused(&Refusal::NotYours)
            });
        }
        let organisation = Organisation {
            id: id.clone().unwrap_or_else(|| OrganisationId::from_bits(desk.bits())),
            name: read.name.clone(),
            kind: read.kind,
            phone: read.phone.clone(),
            municipality: read.municipality.clone(),
            number: read.number.clone(),
            closed_at: None,
        };
        if organisations::is_named(tx, &organisation.name, &organisation.id)? {
            return Err(Error::field("name", "staff-field-name-taken"));
        }
        organisations::save(tx, &organisation)?;
        let what = if before.is_some() { What::OrganisationChanged } else { What::OrganisationMade };
        note(tx, desk, what, None, Some(&organisation.id))?;
        Ok(Settled::to(format!("/oppsett/virksomhet/{}", organisation.id)))
    });
    settled.await
}

/// Closes one, or opens it again.
pub async fn close(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["again"])?;
    let (asker, id, again) = (acts::asker(&asked.ctx)?, organisation_id(&asked)?, asked.form.has("again"));
    let settled = asked.change(&CHARTER, "close-organisation", move |tx, desk| {
        acts::own_organisation(tx, &asker, &id)?;
        if !asker.whole || asker.organisation == id {
            return Err(Error::refused(&Refusal::NotYours));
        }
        if again {
            organisations::reopen(tx, &id)?;
            note(tx, desk, What::OrganisationReopened, None, Some(&id))?;
        } else {
            organisations::close(tx, &id, desk.now())?;
            note(tx, desk, What::OrganisationClosed, None, Some(&id))?;
        }
        Ok(Settled::to(format!("/oppsett/virksomhet/{id}")))
    });
    match settled.await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let found = load(&asked).await?;
            let again = Again::of(&asked.say(), error)?;
            draw(&asked, again, Typed::from(&found), Some((&found.id, found.closed_at.is_some())))
        }
    }
}
