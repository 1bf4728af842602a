//! `/`: asking for help comes before anything else.

use askama::Template;
use platform::charter::{Place, draw};
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::CHARTER;

#[derive(Template)]
#[template(path = "house/pages/front.html")]
struct Front {
    frame: Frame,
    t: Say,
    ask: Vec<String>,
    left: Vec<String>,
    right: Vec<String>,
}

/// The front page.
pub(super) async fn show(asked: Asked) -> Result<Reply, Error> {
    let (ask, panels) = asked
        .view(&CHARTER, |tx, desk| Ok((draw(tx, desk, Place::FrontAsk, None)?, draw(tx, desk, Place::Front, None)?)))
        .await?;
    let mut frame = asked.frame();
    frame.help_now = panels.is_empty();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (n, panel) in panels.into_iter().enumerate() {
        if n % 2 == 0 { left.push(panel) } else { right.push(panel) }
    }
    Reply::page(&Front { frame, t: asked.say(), ask, left, right })
}
