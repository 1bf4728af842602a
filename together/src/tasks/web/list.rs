//! `/oppgaver`: the person's own, with what others do for them; an employee's: what they are asked for, what is theirs, and what
//! others were asked for.

use askama::Template;
use kernel::area::Area;
use kernel::time::Day;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::task_id;
use crate::tasks::CHARTER;
use crate::tasks::rules::{Command, MAX_WORDS, Status};
use crate::tasks::shown::{Shown, shown};
use crate::tasks::store::lists::{self, After, Listed, Page};
use crate::tasks::store::{self, Owner};
use crate::tasks::work::{self, Typed};

#[derive(Template)]
#[template(path = "tasks/pages/mine.html")]
struct MinePage {
    frame: Frame,
    t: Say,
    again: Again,
    asked: Vec<Shown>,
    mine: Vec<Shown>,
    others: Vec<Shown>,
    over: Vec<Shown>,
    areas: Vec<(&'static str, String, bool)>,
    words: String,
    date: String,
}

#[derive(Template)]
#[template(path = "tasks/pages/staff.html")]
struct StaffPage {
    frame: Frame,
    t: Say,
    asked: Rows<Shown>,
    mine: Rows<Shown>,
    others: Rows<Shown>,
    first: bool,
}

/// What is shown of a list, and the way on.
struct Rows<T> {
    rows: Vec<T>,
    next: Option<String>,
}

impl<T> Rows<T> {
    const NONE: Rows<T> = Rows { rows: Vec::new(), next: None };

    fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.next.is_none()
    }
}

/// Where on an employee's lists somebody is.
enum Shelf {
    /// At the beginning of all of them.
    First,
    /// Among what they are asked for.
    Asked(After),
    /// Among their own.
    Mine(After),
    /// Among what others said no to.
    Declined(After),
    /// Among what is overdue with others.
    Overdue(After),
}

impl Shelf {
    /// What the address says: days, times and ids, already known to whoever reads the lists.
    fn read(asked: &Asked) -> Shelf {
        let after = |name: &str| After::read(asked.query.get(name));
        let shelf = after("spor").map(Shelf::Asked).or_else(|| after("fra").map(Shelf::Mine));
        let shelf = shelf.or_else(|| after("nei").map(Shelf::Declined)).or_else(|| after("over").map(Shelf::Overdue));
        shelf.unwrap_or(Shelf::First)
    }
}

/// The list of whoever asks.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    if asked.ctx.actor.person.is_some() { mine(asked, Again::default()).await } else { staff(asked).await }
}

async fn mine(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (say, now) = (asked.say(), asked.ctx.now);
    let words = say.clone();
    let (open, over) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let draw = |all: Vec<store::Task>| -> Vec<(Owner, Shown)> {
                all.iter().map(|task| (task.owner.clone(), shown(&words, desk, &own, task, now))).collect()
            };
            Ok((draw(store::of_person(tx, &own)?), draw(store::over(tx, &own)?)))
        })
        .await?;
    let (own, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|(owner, _)| *owner == Owner::Person);
    let (waiting, own): (Vec<Shown>, Vec<Shown>) = own.into_iter().map(|(_, task)| task).partition(|task| task.asked);
    let area = |area: &Area| (area.key(), say.t(&format!("area-{}", area.key())), asked.form.get("omrade") == area.key());
    let page = MinePage {
        frame: asked.frame(),
        asked: waiting,
        mine: own.into_iter().filter(|task| task.mine).collect(),
        others: others.into_iter().map(|(_, task)| task).collect(),
        over: over.into_iter().map(|(_, task)| task).collect(),
        areas: Area::ALL.iter().map(area).collect(),
        words: asked.form.get("hva").to_owned(),
        date: asked.form.get("dato").to_owned(),
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

async fn staff(asked: Asked) -> Result<Reply, Error> {
    let shelf = Shelf::read(&asked);
    let (first, say, now) = (matches!(shelf, Shelf::First), asked.say(), asked.ctx.now);
    let words = say.clone();
    let [asked_for, mine, others] = asked
        .view(&CHARTER, move |tx, desk| {
            let draw = |(permit, task): &Listed| shown(&words, desk, permit, task, now);
            let draw = |all: Rows<Listed>| Rows { rows: all.rows.iter().map(draw).collect(), next: all.next };
            Ok(find(tx, desk, &shelf)?.map(draw))
        })
        .await?;
    Reply::page(&StaffPage { frame: asked.frame(), t: say, asked: asked_for, mine, others, first })
}

/// What the asker is asked for, what is theirs, and what others were asked for.
fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, shelf: &Shelf) -> Result<[Rows<Listed>; 3], Error> {
    match shelf {
        Shelf::First => Ok([
            rows(lists::asked(tx, desk, &After::newest())?, "spor"),
            rows(lists::mine(tx, desk, &After::oldest())?, "fra"),
            with_others(tx, desk, &After::newest())?,
        ]),
        Shelf::Asked(after) => Ok([rows(lists::asked(tx, desk, after)?, "spor"), Rows::NONE, Rows::NONE]),
        Shelf::Mine(after) => Ok([Rows::NONE, rows(lists::mine(tx, desk, after)?, "fra"), Rows::NONE]),
        Shelf::Declined(after) => Ok([Rows::NONE, Rows::NONE, with_others(tx, desk, after)?]),
        Shelf::Overdue(after) => Ok([Rows::NONE, Rows::NONE, rows(lists::overdue(tx, desk, after)?, "over")]),
    }
}

/// What others said no to, and under the last of it what is overdue with them.
fn with_others(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<Rows<Listed>, Error> {
    let declined = rows(lists::declined(tx, desk, after)?, "nei");
    if declined.next.is_some() {
        return Ok(declined);
    }
    let overdue = rows(lists::overdue(tx, desk, &After::newest())?, "over");
    Ok(Rows { rows: declined.rows.into_iter().chain(overdue.rows).collect(), next: overdue.next })
}

fn rows((rows, next): Page, shelf: &str) -> Rows<Listed> {
    Rows { rows, next: next.map(|next| format!("/oppgaver?{shelf}={}", next.shown())) }
}

/// The person adds one for themselves.
pub async fn add(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_add(&asked).await;
    asked.settled(outcome, mine).await
}

/// What is to be done, and by when: a day may be left out.
pub(super) fn read_task(asked: &Asked) -> Result<(String, Option<Day>), Vec<FieldError>> {
    let words = asked.form.text("hva", MAX_WORDS);
    let due = match asked.form.get("dato").trim() {
        "" => Ok(None),
        typed => Day::read(typed, asked.ctx.now.day()).map(Some).ok_or(FieldError::new("dato", "form-date")),
    };
    match (words, due) {
        (Ok(words), Ok(due)) => Ok((words.as_str().to_owned(), due)),
        (words, due) => Err(words.err().into_iter().chain(due.err()).collect()),
    }
}

async fn try_add(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["hva", "dato", "omrade"])?;
    let (words, due) = read_task(asked).map_err(Error::Invalid)?;
    let area = Area::parse(asked.form.get("omrade"));
    let settled = asked.change(&CHARTER, "make", move |tx, desk| {
        let own = desk.own(tx)?;
        let typed = Typed { area, words: words.clone(), owner: Owner::Person, due, has_said_yes: true };
        work::make(tx, desk, &own, &typed)?;
        Ok(Settled::to("/oppgaver"))
    });
    settled.await
}

/// The person says where one of their own stands, or answers a question: one tap.
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_change(&asked).await;
    asked.settled(outcome, mine).await
}

async fn try_change(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["svar", "status", "sett"])?;
    let id = task_id(asked)?;
    let seen = asked.form.get("sett").parse().unwrap_or(0);
    let status = Status::parse(asked.form.get("status"));
    let answer = match asked.form.get("svar") {
        "yes" => Some(Command::Take),
        "no" => Some(Command::Decline),
        _ => None,
    };
    if answer.is_none() && status.is_none() {
        return Err(Error::field("svar", "form-choose"));
    }
    let settled = asked.change(&CHARTER, "set", move |tx, desk| {
        let own = desk.own(tx)?;
        match (answer, status) {
            (Some(command), _) => work::answer(tx, desk, &own, &id, (command, None))?,
            (None, Some(status)) => work::set(tx, desk, &own, &id, (status, seen))?,
            (None, None) => {}
        }
        Ok(Settled::to("/oppgaver"))
    });
    settled.await
}
