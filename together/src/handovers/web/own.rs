//! «Når du drar herfra»: the person reads what has been agreed, says that it fits, or what should read otherwise.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say};
use platform::web::{Asked, Reply};

use crate::handovers::rules::{Cause, Phase};
use crate::handovers::shown::{self, Sentence, Step};
use crate::handovers::store::lines;
use crate::handovers::{CHARTER, limits, store, work};

/// Longest wish, in characters.
const MAX_WORDS: usize = 600;
/// The lines that the person may keep for themselves. The first meeting is what the offer is about.
const MAY_HIDE: [i64; 5] = [1, 3, 4, 5, 6];

#[derive(Template)]
#[template(path = "handovers/pages/own.html")]
struct OwnPage {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    round: i64,
    title: String,
    sheet: Vec<Sentence>,
    holds: String,
    holder: Option<ContactItem>,
    baton: Vec<Step>,
    receiver: String,
    asks: bool,
    agreed: bool,
    looks: Option<String>,
}

#[derive(Template)]
#[template(path = "handovers/pages/change.html")]
struct ChangePage {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    round: i64,
    receiver: String,
    lines: Vec<(i64, String, bool)>,
    asks: bool,
    looks: Option<(String, bool)>,
    sender: String,
    words: String,
}

/// The sheet.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let one = store::find(tx, desk, &own, &id)?;
        let lines = lines::load(tx, &own, &id)?;
        Ok((limits::load(tx, desk.now())?, store::searches::team(tx)?, one, lines))
    });
    let (limits, team, one, lines) = found.await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let in_the_air = matches!(one.state.phase, Phase::Offered(_) | Phase::Asked(_) | Phase::Accepted(_) | Phase::Missed(_));
    let leaves = matches!(one.cause, Cause::Discharge | Cause::Unplanned | Cause::Prison);
    let page = OwnPage {
        frame: asked.frame(),
        id: one.id.to_string(),
        round: one.state.round,
        title: say.t(if leaves { "handovers-own-title" } else { "handovers-own-title-other" }),
        sheet: shown::sheet(&say, &one, &lines, &limits, now),
        holds: shown::holds(&say, &one),
        holder: shown::holder(&one),
        baton: shown::baton(&say, &one, false, now),
        receiver: one.receiver.as_ref().filter(|_| in_the_air).map(shown::in_sentence).unwrap_or_default(),
        asks: in_the_air && !one.state.agreed,
        agreed: in_the_air && one.state.agreed,
        looks: team.filter(|_| one.looks_at.is_some()).map(|(_, name)| name),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// «Stemmer», or «Slutt å vise».
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["act", "round"])?;
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    let round: i64 = asked.form.get("round").parse().unwrap_or(-1);
    let stop = match asked.form.get("act") {
        "agree" => false,
        "stop" => true,
        _ => return Err(Error::field("act", "form-half-sent")),
    };
    let settled = asked.change(&CHARTER, if stop { "stop-showing" } else { "agree" }, move |tx, desk| {
        if stop {
            work::withdraw(tx, desk, &id)?;
        } else {
            work::agree(tx, desk, &id, round, 0)?;
        }
        Ok(Settled::to(format!("/nar-du-drar/{id}")))
    });
    settled.await
}

/// «Endre»: what should read otherwise, and what the receiver shall not see.
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    draw_change(asked, Again::default()).await
}

async fn draw_change(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        Ok((store::find(tx, desk, &own, &id)?, store::searches::team(tx)?))
    });
    let (one, team) = found.await?;
    let say = asked.say();
    let in_the_air = matches!(one.state.phase, Phase::Offered(_) | Phase::Asked(_) | Phase::Accepted(_) | Phase::Missed(_));
    let hidden = |line: i64| one.hidden & (1 << (line - 1)) != 0 || asked.form.all("hide").any(|typed| typed == line.to_string());
    let looks = if asked.form.has("words") { asked.form.has("looks") } else { one.looks_at.is_some() };
    let page = ChangePage {
        frame: asked.frame(),
        id: one.id.to_string(),
        round: one.state.round,
        receiver: one.receiver.as_ref().filter(|_| in_the_air).map(shown::in_sentence).unwrap_or_default(),
        lines: MAY_HIDE.iter().map(|line| (*line, say.t(&format!("handovers-line-{line}")), hidden(*line))).collect(),
        asks: in_the_air,
        looks: team.map(|(_, name)| (name, looks)),
        sender: shown::in_sentence(&one.sender),
        words: asked.form.get("words").to_owned(),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Saves the wish, and the yes that goes with it when the button for it was used.
pub async fn wish(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_wish(&asked).await;
    asked.settled(outcome, draw_change).await
}

async fn try_wish(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words", "hide", "looks", "round", "act"])?;
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    let words = asked.form.text_or_none("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let round: i64 = asked.form.get("round").parse().unwrap_or(-1);
    let (looks, agrees) = (asked.form.has("looks"), asked.form.get("act") == "agree");
    let lines = asked.form.all("hide").filter_map(|line| line.parse::<i64>().ok());
    let hidden = lines.filter(|line| MAY_HIDE.contains(line)).fold(0, |bits, line| bits | (1 << (line - 1)));
    let settled = asked.change(&CHARTER, "wish", move |tx, desk| {
        work::wish(tx, desk, &id, words.as_ref().map(kernel::text::Text::as_str), looks)?;
        if agrees {
            work::agree(tx, desk, &id, round, hidden)?;
        }
        Ok(Settled::to(format!("/nar-du-drar/{id}")))
    });
    settled.await
}
