//! `/plasser`: what is free in the city tonight and this week, put together from the parts that have places.

use askama::Template;
use platform::charter::{Place, draw};
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::CHARTER;

#[derive(Template)]
#[template(path = "house/pages/places.html")]
struct Places {
    frame: Frame,
    t: Say,
    panels: Vec<String>,
}

/// The board. It is about nobody, so it needs no permit; each part says itself what of it an asker may see and change.
pub(super) async fn show(asked: Asked) -> Result<Reply, Error> {
    let panels = asked.view(&CHARTER, |tx, desk| draw(tx, desk, Place::Places, None)).await?;
    Reply::page(&Places { frame: asked.frame(), t: asked.say(), panels })
}
