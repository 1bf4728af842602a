//! One person whom the asker may not see: the same page whether there is anybody or not. Health personnel find the way to
//! the emergency form on it, because who needs it stands here.

use askama::Template;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Method, Reply};

/// The form of the part that opens in an emergency.
const EMERGENCY: &str = "/nodapning/{person}";

#[derive(Template)]
#[template(path = "house/pages/denied.html")]
struct Denied {
    frame: Frame,
    t: Say,
    emergency: Option<String>,
}

/// The page.
pub(super) fn page(asked: &Asked) -> Result<Reply, Error> {
    let actor = &asked.ctx.actor;
    let mut routes = asked.app.catalogue().iter().flat_map(|part| part.routes.iter());
    let form = routes.find(|route| route.path == EMERGENCY && route.method == Method::Get);
    let form = form.filter(|route| route.who.admits(actor.role, actor.door));
    let person = asked.person()?;
    let emergency = form.map(|route| route.path.replace("{person}", person.as_str()));
    Ok(Reply::page(&Denied { frame: asked.frame(), t: asked.say(), emergency })?.status(403))
}
