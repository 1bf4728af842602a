//! `/parorende` and `/parorende/ung`: to read, to print, and to call from. There is nothing to fill in.

use askama::Template;
use kernel::time::Day;
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::CHARTER;
use super::rules::{Caution, Line, Whom, caution};
use super::store;

/// A number as it is shown.
struct Number {
    call: ContactItem,
    about: String,
    caution: String,
}

#[derive(Template)]
#[template(path = "next_of_kin/pages/kin.html")]
struct KinPage {
    frame: Frame,
    t: Say,
    talk: Vec<Number>,
    overdose: Vec<Number>,
}

#[derive(Template)]
#[template(path = "next_of_kin/pages/young.html")]
struct YoungPage {
    frame: Frame,
    t: Say,
    talk: Vec<Number>,
}

/// For grown-ups.
///
/// # Errors
/// A fault when the numbers cannot be read.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let lines = load(&asked).await?;
    let (t, today) = (asked.say(), asked.ctx.now.day());
    let page = KinPage {
        frame: asked.frame(),
        talk: numbers(&t, &lines, Whom::Adult, today),
        overdose: numbers(&t, &lines, Whom::Overdose, today),
        t,
    };
    Reply::page(&page)
}

/// For those under 18, in words of their own.
///
/// # Errors
/// As [`show`].
pub async fn show_young(asked: Asked) -> Result<Reply, Error> {
    let lines = load(&asked).await?;
    let (t, today) = (asked.say(), asked.ctx.now.day());
    Reply::page(&YoungPage { frame: asked.frame(), talk: numbers(&t, &lines, Whom::Young, today), t })
}

async fn load(asked: &Asked) -> Result<Vec<Line>, Error> {
    let today = asked.ctx.now.day();
    asked
        .view(&CHARTER, move |tx, desk| {
            desk.nobody()?;
            store::lines(tx, today)
        })
        .await
}

fn numbers(t: &Say, lines: &[Line], reader: Whom, today: Day) -> Vec<Number> {
    let number = |line: &Line| {
        let name = t.t(&format!("next_of_kin-line-{}", line.key));
        Number {
            call: contact_item(&name, line.number.stored()),
            about: t.t(&format!("next_of_kin-line-{}-about", line.key)),
            caution: match caution(line, today) {
                Caution::Seen(day) => t.with("next_of_kin-seen", "day", t.date_with_year(day)),
                Caution::Check => t.t("next_of_kin-check"),
            },
        }
    };
    lines.iter().filter(|line| line.whom.includes(reader)).map(number).collect()
}
