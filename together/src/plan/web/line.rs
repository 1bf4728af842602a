//! One line: adding it, changing it, answering it, talking about it. For the person and for whoever may see its area.

use askama::Template;
use kernel::area::Area;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::draft::{Draft, FIELDS};
use super::{base, permit, reader, subject};
use crate::plan::rules::{Achievement, Answer, MAX_WORDS, Need, Status};
use crate::plan::shown::{self, ShownLine, line_id};
use crate::plan::{CHARTER, store, work};

/// A choice in a form.
pub struct Choice {
    /// Its value.
    pub key: &'static str,
    /// Its words.
    pub word: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "plan/pages/new.html")]
struct NewPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    own: bool,
    draft: Draft,
    areas: Vec<Choice>,
    needs: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "plan/pages/line.html")]
struct LinePage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    own: bool,
    area: String,
    line: ShownLine,
    draft: Draft,
    areas: Vec<Choice>,
    needs: Vec<Choice>,
    statuses: Vec<Choice>,
    achievements: Vec<Choice>,
    may_reword: bool,
    may_retract: bool,
    comment: String,
    evaluation: String,
    history: Vec<ShownChange>,
}

impl NewPage {
    /// What is said to the person, or to somebody else.
    fn pick(&self, own: &'static str, they: &'static str) -> &'static str {
        if self.own { own } else { they }
    }
}

impl LinePage {
    /// What is said to the person, or to somebody else.
    fn pick(&self, own: &'static str, they: &'static str) -> &'static str {
        if self.own { own } else { they }
    }

    /// What is said about a measure, or about a goal.
    fn kind(&self, measure: &'static str, goal: &'static str) -> &'static str {
        if self.line.measure { measure } else { goal }
    }
}

/// A change as drawn.
pub struct ShownChange {
    /// What happened.
    pub what: String,
    /// Who and when.
    pub who_when: String,
    /// The words.
    pub words: String,
}

fn choices<T: Copy>(
    all: impl IntoIterator<Item = T>,
    key: fn(T) -> &'static str,
    prefix: &str,
    say: &Say,
    chosen: &str,
) -> Vec<Choice> {
    let choice = |one| Choice { key: key(one), word: say.t(&format!("{prefix}{}", key(one))), chosen: key(one) == chosen };
    all.into_iter().map(choice).collect()
}

fn needs(say: &Say, chosen: &str) -> Vec<Choice> {
    choices(Need::ALL.iter().copied(), Need::key, "plan-need-", say, chosen)
}

/// The form of a new line.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw_new(asked, Draft::fresh(), Again::default()).await
}

async fn draw_new(asked: Asked, draft: Draft, again: Again) -> Result<Reply, Error> {
    let whose = subject(&asked)?;
    let about = whose.clone();
    let areas = asked.view(&CHARTER, move |tx, desk| Ok(permit(tx, desk, about.as_ref())?.areas()));
    let (areas, say) = (areas.await?, asked.say());
    let page = NewPage {
        frame: asked.frame(),
        base: base(whose.as_ref()),
        own: whose.is_none(),
        areas: choices(areas.iter(), Area::key, "area-", &say, &draft.area),
        needs: needs(&say, &draft.need),
        draft,
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Adds a line.
pub async fn add(asked: Asked) -> Result<Reply, Error> {
    match try_add(&asked).await {
        Ok(reply) => Ok(reply),
        Err(error) => {
            let (draft, again) = (Draft::read(&asked.form), Again::of(&asked.say(), error)?);
            draw_new(asked, draft, again).await
        }
    }
}

async fn try_add(asked: &Asked) -> Result<Reply, Error> {
    asked.form.only(&FIELDS)?;
    let whose = subject(asked)?;
    let to = base(whose.as_ref());
    let typed = Draft::read(&asked.form).typed(&asked.form, &asked.ctx, None)?;
    if whose.is_some() && typed.area.is_none() {
        return Err(Error::field("area", "form-choose"));
    }
    let settled = asked.change(&CHARTER, "add-line", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        work::add(tx, desk, &permit, &typed)?;
        Ok(Settled::to(to.clone()))
    });
    Ok(Reply::to(settled.await?.to))
}

/// One line with everything about it.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, None, Again::default()).await
}

/// Draws the line; `typed` is the form that came back.
async fn draw(asked: Asked, typed: Option<Draft>, again: Again) -> Result<Reply, Error> {
    let whose = subject(&asked)?;
    let (about, id) = (whose.clone(), line_id(asked.param("line"))?);
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = permit(tx, desk, about.as_ref())?;
        let plan = store::load(tx, &permit)?;
        let entry = plan.entry(&id).cloned().ok_or(Error::Missing)?;
        let history = store::revisions_of(tx, &permit, &id)?;
        Ok((permit, plan, entry, history))
    });
    let (permit, plan, entry, history) = found.await?;
    let say = asked.say();
    let reader = reader(&asked, &permit, &say);
    let own = permit.is_own();
    let draft = typed.unwrap_or_else(|| Draft::of(&entry, own));
    let by = asked.ctx.actor.account.clone().filter(|_| !own);
    let page = LinePage {
        frame: asked.frame(),
        base: base(whose.as_ref()),
        own,
        area: entry.area.map_or_else(|| say.t("plan-area-other"), |area| say.t(&format!("area-{}", area.key()))),
        line: shown::line(&reader, &plan, &entry),
        areas: choices(permit.areas().iter(), Area::key, "area-", &say, &draft.area),
        needs: needs(&say, &draft.need),
        statuses: choices(Status::ALL.iter().copied(), Status::key, "status-", &say, &draft.status),
        achievements: choices(
            Achievement::ALL.iter().copied(),
            Achievement::key,
            "plan-achievement-",
            &say,
            asked.form.get("achievement"),
        ),
        may_reword: own || entry.line.origin != crate::plan::rules::Origin::Person,
        may_retract: if own { entry.line.origin != crate::plan::rules::Origin::Staff } else { entry.line.account == by },
        comment: asked.form.get("comment").to_owned(),
        evaluation: asked.form.get("evaluation").to_owned(),
        history: history.iter().map(|change| changed(&reader, change)).collect(),
        draft,
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// A change in words.
pub fn changed(reader: &shown::Reader<'_>, change: &store::Revision) -> ShownChange {
    ShownChange {
        what: reader.say.t(&format!("plan-was-{}", change.what)),
        who_when: shown::signature(reader, change.author.as_deref(), change.at),
        words: change.words.clone().unwrap_or_default(),
    }
}

/// Changes a line. Whoever was not first keeps what they typed.
pub async fn edit(asked: Asked) -> Result<Reply, Error> {
    match try_edit(&asked).await {
        Ok(reply) => Ok(reply),
        Err(error) => {
            let (draft, again) = (Draft::read(&asked.form), Again::of(&asked.say(), error)?);
            draw_again(asked, draft, again).await
        }
    }
}

/// After a meeting of two: what was typed stands over the version that is there now, which is shown above it.
async fn draw_again(asked: Asked, draft: Draft, again: Again) -> Result<Reply, Error> {
    let whose = subject(&asked)?;
    let id = line_id(asked.param("line"))?;
    let version = asked.view(&CHARTER, move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        Ok(work::find(tx, &permit, &id)?.line.version)
    });
    let seen = version.await?.to_string();
    draw(asked, Some(Draft { seen, ..draft }), again).await
}

async fn try_edit(asked: &Asked) -> Result<Reply, Error> {
    asked.form.only(&FIELDS)?;
    let (whose, id) = (subject(asked)?, line_id(asked.param("line"))?);
    let to = format!("{}/linje/{id}", base(whose.as_ref()));
    let (draft, form, ctx) = (Draft::read(&asked.form), asked.form.clone(), asked.ctx.clone());
    let settled = asked.change(&CHARTER, "edit-line", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        let old = work::find(tx, &permit, &id)?;
        let typed = draft.typed(&form, &ctx, Some(&old))?;
        work::edit(tx, desk, &permit, &id, draft.seen(), &typed)?;
        Ok(Settled::to(to.clone()))
    });
    Ok(Reply::to(settled.await?.to))
}

/// The person's yes, no, or «I take it back»: one tap, at once, and no reason is asked for.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["answer", "back"])?;
    let id = line_id(asked.param("line"))?;
    let given = Answer::parse(asked.form.get("answer")).ok_or_else(|| Error::field("answer", "form-choose"))?;
    let to = if asked.form.get("back") == "line" { format!("/planen/linje/{id}") } else { "/planen".to_owned() };
    let settled = asked.change(&CHARTER, "answer-line", move |tx, desk| {
        let own = desk.own(tx)?;
        work::answer(tx, desk, &own, &id, given)?;
        Ok(Settled::to(to.clone()))
    });
    let settled = settled.await;
    settle(asked, settled).await
}

/// Back to the line, or the line again with the sentence that says why not.
async fn settle(asked: Asked, settled: Result<Settled, Error>) -> Result<Reply, Error> {
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(asked, None, again).await
        }
    }
}

/// Takes back what one wrote.
pub async fn retract(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let (whose, id) = (subject(&asked)?, line_id(asked.param("line"))?);
    let to = format!("{}/linje/{id}", base(whose.as_ref()));
    let settled = asked.change(&CHARTER, "retract-line", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        work::retract(tx, desk, &permit, &id)?;
        Ok(Settled::to(to.clone()))
    });
    let settled = settled.await;
    settle(asked, settled).await
}

/// Says how far a goal has come.
pub async fn evaluate(asked: Asked) -> Result<Reply, Error> {
    let settled = try_evaluate(&asked).await;
    settle(asked, settled).await
}

async fn try_evaluate(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["achievement", "evaluation"])?;
    let (whose, id) = (subject(asked)?, line_id(asked.param("line"))?);
    let to = format!("{}/linje/{id}", base(whose.as_ref()));
    let achievement = Achievement::parse(asked.form.get("achievement"));
    let achievement = achievement.ok_or_else(|| Error::field("achievement", "form-choose"))?;
    let words = asked.form.text("evaluation", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let settled = asked.change(&CHARTER, "evaluate-goal", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        work::evaluate(tx, desk, &permit, &id, (achievement, words.as_str()))?;
        Ok(Settled::to(to.clone()))
    });
    settled.await
}

/// Says something about a line.
pub async fn comment(asked: Asked) -> Result<Reply, Error> {
    let settled = try_comment(&asked).await;
    settle(asked, settled).await
}

async fn try_comment(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["comment"])?;
    let (whose, id) = (subject(asked)?, line_id(asked.param("line"))?);
    let to = format!("{}/linje/{id}", base(whose.as_ref()));
    let words = asked.form.text("comment", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let settled = asked.change(&CHARTER, "comment-line", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        work::comment(tx, desk, &permit, &id, words.as_str())?;
        Ok(Settled::to(to.clone()))
    });
    settled.await
}

/// Takes back a comment of one's own.
pub async fn retract_comment(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let whose = subject(&asked)?;
    let comment = RowId::parse(asked.param("comment")).ok_or(Error::Missing)?;
    let to = base(whose.as_ref());
    let settled = asked.change(&CHARTER, "retract-comment", move |tx, desk| {
        let permit = permit(tx, desk, whose.as_ref())?;
        let line = work::retract_comment(tx, desk, &permit, &comment)?;
        Ok(Settled::to(format!("{to}/linje/{line}")))
    });
    let settled = settled.await;
    settle(asked, settled).await
}
