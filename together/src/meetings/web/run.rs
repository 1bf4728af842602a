//! One meeting, as those around the person see it: made ready, going on, or over.

use askama::Template;
use kernel::area::Area;
use platform::access::Settled;
use platform::charter::{Place, draw as panels_of};
use platform::error::Error;
use platform::frame::{Again, Frame, MEETING, Say};
use platform::web::{Asked, Reply};

use super::Which;
use crate::meetings::rules::{By, Command, MAX_LINE, Phase};
use crate::meetings::shown::{Reader, Shown, ShownItem, ShownMember, meeting, members};
use crate::meetings::store::{self, changes, items};
use crate::meetings::{CHARTER, work};

#[derive(Template)]
#[template(path = "meetings/pages/ready.html")]
struct ReadyPage {
    frame: Frame,
    t: Say,
    again: Again,
    one: Shown,
    leads: bool,
    answers: bool,
    own: Vec<ShownItem>,
    others: Vec<ShownItem>,
    members: Vec<ShownMember>,
    panels: Vec<String>,
    areas: Vec<(&'static str, String, bool)>,
    quiet: String,
    words: String,
    why: String,
}

#[derive(Template)]
#[template(path = "meetings/pages/running.html")]
struct RunningPage {
    frame: Frame,
    t: Say,
    again: Again,
    one: Shown,
    shared: String,
    items: Vec<ShownItem>,
    members: Vec<ShownMember>,
    areas: Vec<(&'static str, String, bool)>,
    words: String,
    undo: i64,
    script: &'static str,
}

#[derive(Template)]
#[template(path = "meetings/pages/minutes.html")]
struct MinutesPage {
    frame: Frame,
    t: Say,
    again: Again,
    own: bool,
    one: Shown,
    valid: bool,
    items: Vec<ShownItem>,
    members: Vec<ShownMember>,
    next: Option<String>,
    printed: String,
}

/// Everything a page of the meeting is drawn from.
pub(super) struct Loaded {
    pub(super) one: Shown,
    pub(super) by: By,
    pub(super) invited: bool,
    pub(super) items: Vec<ShownItem>,
    pub(super) members: Vec<ShownMember>,
    pub(super) valid: bool,
    next: Option<String>,
    panels: Vec<String>,
    open: Vec<Area>,
    taken: Vec<Area>,
    undo: i64,
}

/// Loads a meeting for whoever asks.
pub(super) async fn load(asked: &Asked) -> Result<Loaded, Error> {
    let (which, say, now) = (Which::of(asked)?, asked.say(), asked.ctx.now);
    asked
        .view(&CHARTER, move |tx, desk| {
            let permit = which.permit(tx, desk)?;
            let found = store::find(tx, desk, &permit, &which.meeting)?;
            let topics = items::items(tx, &permit, &found)?;
            let ready = found.meeting.phase == Phase::Called && found.by == By::Leader;
            let panels = if ready { panels_of(tx, desk, Place::Ready, Some(&permit))? } else { Vec::new() };
            let undo = if found.meeting.phase == Phase::Running { changes::undoable(tx, &permit, &which.meeting)? } else { 0 };
            let next = match &found.meeting.next {
                Some(next) => store::find(tx, desk, &permit, next).ok().map(|next| say.when(next.meeting.at, now)),
                None => None,
            };
            let reader = Reader { say: &say, permit: &permit, found: &found, today: now.day() };
            Ok(Loaded {
                one: meeting(&say, &permit, &found.meeting, now),
                by: found.by,
                invited: found.me.is_some(),
                items: reader.items(&topics),
                members: members(&say, &found),
                valid: found.meeting.seen_at.is_some(),
                next,
                panels,
                open: permit.areas().iter().collect(),
                taken: topics.iter().map(|item| item.area).collect(),
                undo,
            })
        })
        .await
}

/// The page of a meeting.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

/// The page that belongs to where the meeting is.
pub(super) async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let loaded = load(&asked).await?;
    match loaded.one.phase {
        Phase::Running if loaded.by == By::Leader => running(&asked, loaded, again),
        Phase::Closed => minutes(&asked, loaded, again),
        Phase::Called | Phase::Running | Phase::Cancelled => ready(&asked, loaded, again),
    }
}

fn areas(asked: &Asked, open: &[Area]) -> Vec<(&'static str, String, bool)> {
    let say = asked.say();
    let one = |area: &Area| (area.key(), say.t(&format!("area-{}", area.key())), asked.form.get("omrade") == area.key());
    open.iter().map(one).collect()
}

fn ready(asked: &Asked, loaded: Loaded, again: Again) -> Result<Reply, Error> {
    let say = asked.say();
    let (own, others): (Vec<ShownItem>, Vec<ShownItem>) = loaded.items.into_iter().partition(|item| item.own);
    let quiet = loaded.open.iter().filter(|area| !loaded.taken.contains(area));
    let quiet: Vec<String> = quiet.map(|area| say.t(&format!("area-{}", area.key()))).collect();
    let page = ReadyPage {
        frame: asked.frame(),
        leads: loaded.by == By::Leader && loaded.one.phase == Phase::Called,
        answers: loaded.invited && loaded.one.phase == Phase::Called,
        own,
        others,
        members: loaded.members,
        panels: loaded.panels,
        areas: areas(asked, &loaded.open),
        quiet: quiet.join(" · "),
        words: asked.form.get("sak").to_owned(),
        why: asked.form.get("hvorfor").to_owned(),
        one: loaded.one,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

fn running(asked: &Asked, loaded: Loaded, again: Again) -> Result<Reply, Error> {
    let say = asked.say();
    let shared: Vec<String> = loaded.open.iter().map(|area| say.t(&format!("area-{}", area.key()))).collect();
    let page = RunningPage {
        frame: asked.frame(),
        shared: shared.join(" · "),
        items: typed_again(asked, &again, loaded.items),
        members: loaded.members,
        areas: areas(asked, &loaded.open),
        words: asked.form.get("sak").to_owned(),
        undo: loaded.undo,
        script: MEETING,
        one: loaded.one,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// What somebody typed about a topic stands there again when it could not be saved: over what is there now, which is told above it.
fn typed_again(asked: &Asked, again: &Again, mut items: Vec<ShownItem>) -> Vec<ShownItem> {
    let id = asked.param("item");
    let Some(item) = items.iter_mut().find(|item| again.status.is_some() && item.id == id) else { return items };
    for line in &mut item.lines {
        let field = |name: &str| asked.form.get(&format!("{name}{}", line.number)).to_owned();
        let (words, due, owner) = (field("b"), field("f"), field("e"));
        line.words = words;
        line.due = due;
        for choice in &mut line.owners {
            choice.chosen = choice.key == owner;
        }
    }
    for choice in &mut item.statuses {
        choice.chosen = choice.key == asked.form.get("status");
    }
    items
}

fn minutes(asked: &Asked, loaded: Loaded, again: Again) -> Result<Reply, Error> {
    let say = asked.say();
    let page = MinutesPage {
        frame: asked.frame(),
        own: loaded.by == By::Person,
        valid: loaded.valid,
        items: loaded.items,
        members: loaded.members,
        next: loaded.next,
        printed: say.with("meetings-printed", "date", say.date_with_year(asked.ctx.now.day())),
        one: loaded.one,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// The minutes, for the person.
pub(super) fn own_minutes(asked: &Asked, loaded: Loaded, again: Again) -> Result<Reply, Error> {
    minutes(asked, loaded, again)
}

/// Begins, with those who are there.
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_begin(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_begin(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["her", "personen"])?;
    let which = Which::of(asked)?;
    let here: Vec<String> = asked.form.all("her").map(str::to_owned).collect();
    let person = asked.form.has("personen");
    let settled = asked.change(&CHARTER, "begin", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        let found = store::find(tx, desk, &permit, &which.meeting)?;
        work::allow(tx, &permit, &found, Command::Begin)?;
        store::begin(tx, desk, &permit, &found, &here, person)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// Whether one comes, and why not: apologies stand where everyone sees them.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["svar", "hvorfor"])?;
    let which = Which::of(asked)?;
    let given = match asked.form.get("svar") {
        "yes" => "yes",
        "no" => "no",
        _ => return Err(Error::field("svar", "form-choose")),
    };
    let why = asked.form.text_or_none("hvorfor", MAX_LINE).map_err(|wrong| Error::Invalid(vec![wrong]))?;
    let settled = asked.change(&CHARTER, "answer", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        let found = store::find(tx, desk, &permit, &which.meeting)?;
        work::allow(tx, &permit, &found, Command::Answer)?;
        let me = found.me.as_deref().ok_or(Error::Missing)?;
        let why = why.as_ref().map(kernel::text::Text::as_str).filter(|_| given == "no");
        store::answer(tx, &permit, &which.meeting, me, (given, why))?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// It is off.
pub async fn cancel(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_cancel(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_cancel(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let which = Which::of(asked)?;
    let settled = asked.change(&CHARTER, "cancel", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        work::cancel(tx, desk, &permit, &which.meeting)?;
        Ok(Settled::to("/moter"))
    });
    settled.await
}
