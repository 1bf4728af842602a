//! `/samarbeid`: for everyone, what has been agreed and until when; for employees also what their own organisation has to answer.

use askama::Template;
use kernel::id::{OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::state;
use crate::agreements::CHARTER;
use crate::agreements::rules::may_speak;
use crate::agreements::store::{self, After, Listed, PAGE};

/// A row of a list.
pub struct Row {
    /// Where it leads; nothing on the open list.
    pub href: String,
    /// About what.
    pub title: String,
    /// Between whom.
    pub between: String,
    /// Where it stands.
    pub state: String,
}

#[derive(Template)]
#[template(path = "agreements/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    staff: bool,
    speaks: bool,
    ours: Vec<Row>,
    more_ours: Option<String>,
    running: Vec<Row>,
    more_running: Option<String>,
}

/// The lists.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let staff = asked.ctx.actor.role.is_staff() && asked.ctx.actor.employer.is_some();
    let mine = asked.ctx.actor.employer.as_ref().filter(|_| staff).map(|employer| employer.id.clone());
    let (register, own) = (read_after(asked.query.get("fra")), read_after(asked.query.get("vare")));
    let found = asked.view(&CHARTER, move |tx, desk| {
        desk.nobody()?;
        let running = store::running(tx, desk.now().day(), register.as_ref())?;
        let ours = mine.map_or(Ok(Vec::new()), |mine: OrganisationId| store::ours(tx, &mine, own.as_ref()))?;
        Ok((running, ours))
    });
    let ((mut running, mut ours), say, today) = (found.await?, asked.say(), asked.ctx.now.day());
    let more_running = cut(&mut running, |last| format!("/samarbeid?fra={}_{}", last.until.stored(), last.id));
    let more_ours = cut(&mut ours, |last| format!("/samarbeid?vare={}_{}", last.changed_at.stored(), last.id));
    let row = |one: &Listed| row(&say, one, staff, today);
    let page = ListPage {
        frame: asked.frame(),
        staff,
        speaks: staff && may_speak(asked.ctx.actor.role),
        ours: ours.iter().map(row).collect(),
        more_ours,
        running: running.iter().map(row).collect(),
        more_running,
        t: say.clone(),
    };
    Reply::page(&page)
}

fn cut(rows: &mut Vec<Listed>, after: impl Fn(&Listed) -> String) -> Option<String> {
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    rows.last().filter(|_| more).map(after)
}

/// Where on a list one is: a day or a moment, and an id that whoever reads the list knows already.
fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('_')?;
    let moment = Day::parse(at).is_some() || Timestamp::parse(at).is_some();
    (moment && RowId::parse(id).is_some()).then(|| After { at: at.to_owned(), id: id.to_owned() })
}

/// An agreement as a row.
pub fn row(say: &Say, one: &Listed, linked: bool, today: Day) -> Row {
    let (first, second) = &one.names;
    Row {
        href: if linked { format!("/samarbeid/{}", one.id) } else { String::new() },
        title: one.title.clone(),
        between: say.with2("agreements-between", "first", first, "second", second),
        state: state(say, one.state, one.until, one.ours_to_answer, today),
    }
}
