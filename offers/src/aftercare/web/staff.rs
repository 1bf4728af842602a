//! One person's plan for colleagues: what is shared of it, who holds it, and what may be done.

use askama::Template;
use kernel::id::{AccountId, RowId};
use kernel::time::Day;
use platform::access::duties::{Candidate, colleagues};
use platform::access::{Permit, Settled};
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::Choice;
use crate::aftercare::asking::ANSWERS;
use crate::aftercare::rules::{Command, FOLLOWING, MAX_HOW, Stage, UNITS, lies};
use crate::aftercare::shown::{self, ShownLine, ShownReturn};
use crate::aftercare::store::lines::Said;
use crate::aftercare::store::returns::Return;
use crate::aftercare::store::{self, Plan, calls, lines, returns};
use crate::aftercare::{CHARTER, work};

/// A call as drawn.
struct ShownCall {
    id: String,
    words: String,
    tried: String,
}

#[derive(Template)]
#[template(path = "aftercare/pages/staff.html")]
struct StaffPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    action: String,
    name: String,
    phone: Option<ContactItem>,
    open: bool,
    running: bool,
    ours: bool,
    stage: String,
    holder: String,
    contact: String,
    may_take: bool,
    may_meet: bool,
    calls: Vec<ShownCall>,
    lines: Vec<ShownLine>,
    answers: Vec<(String, String)>,
    sees_answers: bool,
    colleagues: Vec<Choice>,
    come_back: Option<ShownReturn>,
    unit: bool,
    leaves: String,
    until: String,
    how: String,
}

struct Found {
    permit: Permit,
    plan: Option<Plan>,
    lines: Vec<Said>,
    questions: Vec<calls::CheckIn>,
    calls: Vec<calls::Call>,
    come_back: Option<Return>,
    colleagues: Vec<Candidate>,
}

/// The plan.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, here) = (asked.person()?, asked.ctx.actor.employer_id()?.clone());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let plan = store::newest(tx, &permit, desk.now())?;
        // Whoever neither holds it nor is shared anything of it does not learn that there is one.
        let shared = permit.sees(Some(ANSWERS));
        let plan = plan.filter(|plan| plan.standing.organisation == here || shared);
        let open = plan.as_ref().filter(|plan| plan.standing.stage.is_open()).map(|plan| plan.id.clone());
        let come_back = returns::newest(tx, desk, &permit)?;
        let Some(id) = open else {
            let (lines, questions, calls, colleagues) = Default::default();
            return Ok(Found { permit, plan, lines, questions, calls, come_back, colleagues });
        };
        let lines = lines::seen(tx, &permit, &id)?;
        let (questions, calls) = (calls::questions(tx, &permit, &id)?, calls::promised(tx, &permit, &id)?);
        let colleagues = colleagues(tx, &here, desk.now())?;
        Ok(Found { permit, plan, lines, questions, calls, come_back, colleagues })
    });
    let page = page(&asked, found.await?, again)?;
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, found: Found, again: Again) -> Result<StaffPage, Error> {
    let (say, now, actor) = (asked.say(), asked.ctx.now, &asked.ctx.actor);
    let here = actor.employer_id()?;
    let base = format!("/folk/{}/ettervern", found.permit.person());
    let plan = found.plan.as_ref();
    let open = plan.filter(|plan| plan.standing.stage.is_open());
    let running = open.is_some_and(|plan| plan.standing.stage == Stage::Running);
    let ours = open.is_some_and(|plan| plan.standing.organisation == *here);
    let me = actor.account.as_ref();
    let typed = |name: &str, stored: Option<Day>| {
        if asked.form.has(name) { asked.form.get(name).to_owned() } else { stored.map(shown_day).unwrap_or_default() }
    };
    let colleague = |one: &Candidate| Choice {
        key: one.account.as_str().to_owned(),
        word: one.name.clone(),
        detail: one.title.clone(),
        chosen: asked.form.get("who") == one.account.as_str(),
    };
    let may_hold = |one: &&Candidate| FOLLOWING.contains(&one.role) && Some(&one.account) != me;
    let call = |call: &calls::Call| ShownCall {
        id: call.id.to_string(),
        words: shown::call(&say, "staff", call, now),
        tried: call.tried_at.map(|at| say.with("aftercare-tried", "when", say.when(at, now))).unwrap_or_default(),
    };
    Ok(StaffPage {
        frame: asked.frame(),
        back: format!("/folk/{}", found.permit.person()),
        name: found.permit.card().name.clone().unwrap_or_else(|| say.t("aftercare-the-person")),
        phone: found.permit.card().phone.as_deref().map(|phone| contact_item("", phone)),
        open: open.is_some(),
        running,
        ours,
        stage: plan.map(|plan| shown::stage(&say, plan, now)).unwrap_or_default(),
        holder: open.map(|plan| shown::holder(&say, plan).who).unwrap_or_default(),
        contact: open.map(|plan| shown::first_contact(&say, "staff", plan, now)).unwrap_or_default(),
        may_take: ours && open.is_some_and(|plan| lies(&plan.standing)),
        may_meet: ours && running && open.is_some_and(|plan| !plan.standing.met),
        calls: found.calls.iter().filter(|_| ours).map(call).collect(),
        lines: shown::lines(&say, &base, &found.lines),
        answers: found.questions.iter().map(|one| shown::question(&say, one, now)).collect(),
        sees_answers: found.permit.sees(Some(ANSWERS)),
        colleagues: found.colleagues.iter().filter(may_hold).filter(|_| ours).map(colleague).collect(),
        come_back: found.come_back.as_ref().map(|one| shown::come_back(&say, "staff", one, now)),
        unit: UNITS.contains(&actor.role),
        leaves: typed("leaves", open.and_then(|plan| plan.leaves_on)),
        until: typed("until", None),
        how: asked.form.get("how").to_owned(),
        action: base,
        t: say.clone(),
        again,
    })
}

/// As people type it.
fn shown_day(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{day:02}.{month:02}.{year}")
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

/// What was typed, before anything is looked up.
enum Chosen {
    Begin(Option<Day>),
    Command(Command),
    Give(AccountId),
    Called(RowId, bool),
    Return(Day, String),
}

fn day(asked: &Asked, field: &'static str) -> Result<Day, Error> {
    Day::read(asked.form.get(field), asked.ctx.now.day()).ok_or_else(|| Error::field(field, "form-date"))
}

fn chosen(asked: &Asked) -> Result<Chosen, Error> {
    asked.form.only(&["act", "leaves", "who", "call", "until", "how"])?;
    let call = || RowId::parse(asked.form.get("call")).ok_or(Error::Missing);
    Ok(match asked.form.get("act") {
        "begin" if asked.form.get("leaves").trim().is_empty() => Chosen::Begin(None),
        "begin" => Chosen::Begin(Some(day(asked, "leaves")?)),
        "leaves" => Chosen::Command(Command::Leaves(day(asked, "leaves")?)),
        "take" => Chosen::Command(Command::Take),
        "met" => Chosen::Command(Command::Met),
        "end" => Chosen::Command(Command::End),
        "give" => Chosen::Give(AccountId::parse(asked.form.get("who")).ok_or_else(|| Error::field("who", "form-choose"))?),
        "talked" => Chosen::Called(call()?, true),
        "tried" => Chosen::Called(call()?, false),
        "return" => {
            let how = asked.form.text("how", MAX_HOW).map_err(|error| Error::Invalid(vec![error]));
            Chosen::Return(day(asked, "until")?, how?.as_str().to_owned())
        }
        _ => return Err(Error::field("act", "form-half-sent")),
    })
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let (person, here, chosen) = (asked.person()?, asked.ctx.actor.employer_id()?.clone(), chosen(asked)?);
    let settled = asked.change(&CHARTER, "change", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        match &chosen {
            Chosen::Begin(leaves_on) => drop(work::begin(tx, desk, &permit, &here, *leaves_on)?),
            Chosen::Command(command) => work::change(tx, desk, &permit, command)?,
            Chosen::Give(account) => {
                let colleague = work::colleague(tx, desk, account)?;
                work::change(tx, desk, &permit, &Command::Give(colleague))?;
            }
            Chosen::Called(call, talked) => work::called(tx, desk, &permit, call, *talked)?,
            Chosen::Return(until_on, how) => work::offer_return(tx, desk, &permit, *until_on, how)?,
        }
        Ok(Settled::to(format!("/folk/{person}/ettervern")))
    });
    settled.await
}
