//! `/demo`: one button per persona. It does not exist outside the demo.

use askama::Template;
use kernel::persona::Persona;
use kernel::role::Role;
use platform::ctx::Door;
use platform::error::Error;
use platform::frame::{Frame, Say, initials};
use platform::session::{CameBy, Holder, Life, Opening, open_as, opener};
use platform::web::{Asked, Reply, session_cookie};

use crate::demo::{self, Who};

#[derive(Template)]
#[template(path = "house/pages/demo.html")]
struct Demo {
    frame: Frame,
    t: Say,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    personas: Vec<Button>,
}

struct Button {
    key: &'static str,
    initials: String,
    name: String,
    detail: String,
}

/// Who one can be.
pub(super) async fn show(asked: Asked) -> Result<Reply, Error> {
    only_in_demo(&asked)?;
    let t = asked.say();
    let names = asked.app.db().read(demo::persona_names).await?;
    let button = |persona: &Persona| {
        let known = names.iter().find(|(key, ..)| key == persona.key);
        let (name, place) = known
            .map_or_else(|| (demo::own_name(persona.key).to_owned(), None), |(_, name, place)| (name.clone(), place.clone()));
        let words = t.t(&format!("house-persona-{}", persona.key));
        let detail = place.map_or(words.clone(), |place| format!("{words} · {place}"));
        Button { key: persona.key, initials: initials(&name), name, detail }
    };
    let group = |key: &str, of: fn(Role) -> bool| Group {
        title: t.t(key),
        personas: Persona::ALL.iter().filter(|persona| of(persona.role)).map(button).collect(),
    };
    let groups = vec![
        group("house-demo-person", |role| !role.is_staff()),
        group("house-demo-around", |role| role.is_staff() && !is_office(role)),
        group("house-demo-office", is_office),
    ];
    Reply::page(&Demo { frame: asked.frame(), t, groups })
}

const fn is_office(role: Role) -> bool {
    matches!(role, Role::Leader | Role::PrivacyContact | Role::Admin | Role::AdvisoryUnit)
}

/// Becomes a persona. The one form without a token: it gives access to invented people only.
pub(super) async fn enter(asked: Asked) -> Result<Reply, Error> {
    only_in_demo(&asked)?;
    let persona = Persona::parse(asked.form.get("persona")).ok_or_else(|| Error::field("persona", "form-choose"))?;
    let (opener, now) = (opener(&asked.app), asked.ctx.now);
    let cookie = session_cookie(&asked.app, &opener);
    let holder = match asked.app.db().read(move |tx| demo::find(tx, persona.key)).await? {
        Who::Person(person) => Holder::Person(person, Door::Full),
        Who::Account(account) => Holder::Account(account, persona.role),
    };
    let life = if persona.role.is_staff() { Life::Shift } else { Life::Own };
    let (device, kiosk) = (asked.ctx.device, asked.ctx.shared_screen);
    let opening = Opening { holder, life, came_by: CameBy::Other, device, kiosk, locks: false };
    let opened = asked.app.db().write(move |tx| Ok(open_as(tx, &opener, &opening, now)?));
    opened.await?;
    Ok(Reply::to(if persona.role.is_staff() { "/i-dag" } else { "/hjem" }).cookie(cookie))
}

fn only_in_demo(asked: &Asked) -> Result<(), Error> {
    if asked.app.config().demo { Ok(()) } else { Err(Error::Missing) }
}
