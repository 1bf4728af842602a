//! `/i-dag`: what has been promised, by time left.

use askama::Template;
use platform::charter::{Place, draw};
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::CHARTER;

#[derive(Template)]
#[template(path = "house/pages/today.html")]
struct Today {
    frame: Frame,
    t: Say,
    day: String,
    week: i8,
    panels: Vec<String>,
    aside: Vec<String>,
}

/// Today.
pub(super) async fn show(asked: Asked) -> Result<Reply, Error> {
    let (panels, aside) = asked
        .view(&CHARTER, |tx, desk| Ok((draw(tx, desk, Place::Today, None)?, draw(tx, desk, Place::TodayAside, None)?)))
        .await?;
    let (t, today) = (asked.say(), asked.ctx.now.day());
    let day = with_capital(&t.day(today, today));
    Reply::page(&Today { frame: asked.frame(), t, day, week: today.week(), panels, aside })
}

/// The day begins the sentence.
fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
