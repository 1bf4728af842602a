//! What is done to a plan, the same whether it comes from a page, from papers or from the demo city: load under the permit,
//! ask the rules, save, note the change, tell the others.

use kernel::area::Area;
use kernel::id::{AccountId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::charter::Accept;
use platform::db::Tx;
use platform::error::Error;

use super::rules::{
    Achievement, Answer, By, Change, Command, LineKind, Need, Origin, Refusal, Status, WhoKind, decide, room_for_one_more,
};
use super::store::{self, Author, Entry, NewLine, Step, Who};

/// What somebody typed for a new line or a changed one.
#[derive(Clone, Debug)]
pub struct Typed {
    /// What it says.
    pub words: String,
    /// Its area.
    pub area: Option<Area>,
    /// What a measure has more; nothing for a goal.
    pub step: Option<TypedStep>,
}

/// What somebody typed for a measure.
#[derive(Clone, Debug)]
pub struct TypedStep {
    /// Which side it serves; by its area when nobody has said otherwise.
    pub need: Option<Need>,
    /// Who does it.
    pub who: Who,
    /// By which day.
    pub due: Option<Day>,
    /// When, in words.
    pub due_words: Option<String>,
    /// Where it stands.
    pub status: Status,
}

/// Who writes, as it will stand beside the line.
#[must_use]
pub fn author(desk: &Desk<'_>, permit: &Permit) -> Author {
    let actor = &desk.ctx().actor;
    if permit.is_own() {
        return None;
    }
    let employer = actor.employer.as_ref().map_or("", |employer| employer.name.as_str());
    let shown = if employer.is_empty() { actor.name.clone() } else { format!("{}, {employer}", actor.name) };
    actor.account.clone().map(|account| (account, shown))
}

/// Who changes something, for the rules.
#[must_use]
pub fn by(author: &Author) -> By {
    author.as_ref().map_or(By::Person, |(account, _)| By::Staff(account.clone()))
}

/// Adds a line: the person's own, which is a yes, or somebody's proposal, which waits for one.
///
/// # Errors
/// A refusal when the plan is full, a denial outside the areas of the permit.
pub fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, typed: &Typed) -> Result<RowId, Error> {
    let author = author(desk, permit);
    let origin = if author.is_some() { Origin::Staff } else { Origin::Person };
    let id = put_in(tx, desk, permit, typed, origin, author)?;
    desk.tell(tx, super::PLAN_CHANGED, Some(permit.person()), id.as_str())?;
    Ok(id)
}

/// Adds a line that came with another system's papers and that the person has accepted. Tells nothing: the part that hands it
/// over tells what happened.
///
/// # Errors
/// As [`add`]; a denial for anyone but the person.
pub fn accept(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, typed: &Typed) -> Result<RowId, Error> {
    if !own.is_own() {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    put_in(tx, desk, own, typed, Origin::Paper, None)
}

fn put_in(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    typed: &Typed,
    origin: Origin,
    author: Author,
) -> Result<RowId, Error> {
    if !permit.sees(typed.area) {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    room_for_one_more(store::count(tx, permit)?).map_err(|refusal| Error::refused(&refusal))?;
    let answer = if author.is_some() { Answer::None } else { Answer::Yes };
    let step = typed.step.clone().map(|step| step_of(&step, typed.area, None));
    if answer != Answer::Yes && step.as_ref().is_some_and(|step| step.status.is_doing()) {
        return Err(Error::refused(&Refusal::NeedsYes));
    }
    let id = RowId::from_bits(desk.bits());
    let new =
        NewLine { id: id.clone(), area: typed.area, words: typed.words.clone(), origin, author: author.clone(), answer, step };
    store::add(tx, permit, &new, desk.now())?;
    let what = if author.is_some() { "proposed" } else { "added" };
    store::note(tx, desk, permit, what, Some((&id, typed.area)), Some(&typed.words), &author)?;
    Ok(id)
}

fn step_of(typed: &TypedStep, area: Option<Area>, goal: Option<RowId>) -> Step {
    Step {
        goal,
        need: typed.need.unwrap_or(Need::of(area)),
        who: typed.who.clone(),
        due: typed.due,
        due_words: typed.due_words.clone(),
        status: typed.status,
    }
}

/// The line as this permit shows it, or nothing there.
///
/// # Errors
/// [`Error::Missing`].
pub fn find(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Entry, Error> {
    let plan = store::load(tx, permit)?;
    plan.entry(id).cloned().ok_or(Error::Missing)
}

fn allow(entry: &Entry, author: &Author, command: &Command) -> Result<Change, Error> {
    decide(&entry.line, &by(author), command).map_err(|refusal| Error::refused(&refusal))
}

/// Changes a line, having seen a version.
///
/// # Errors
/// A refusal: somebody else was first, the words are the person's own, or the person has not said yes.
pub fn edit(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, seen: i64, typed: &Typed) -> Result<(), Error> {
    let old = find(tx, permit, id)?;
    let author = author(desk, permit);
    if !permit.sees(typed.area) {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    let command = Command::Edit {
        new_words: old.words != typed.words,
        new_area: old.area != typed.area,
        status: typed.step.as_ref().map(|step| step.status),
        seen,
    };
    let Change::Edited(answer) = allow(&old, &author, &command)? else {
        return Err(Error::fault("the rules answered an edit with something else"));
    };
    let mut new = old.clone();
    new.words.clone_from(&typed.words);
    new.area = typed.area;
    if answer != old.line.answer {
        new.line.answer = answer;
        new.answered_at = (answer == Answer::Yes).then_some(desk.now());
    }
    let moved = old.area != new.area;
    if let (Some(step), Some(old_step)) = (&typed.step, &old.step) {
        let need = step.need.unwrap_or(if moved { Need::of(typed.area) } else { old_step.need });
        new.step = Some(step_of(&TypedStep { need: Some(need), ..step.clone() }, typed.area, old_step.goal.clone()));
    }
    store::edit(tx, permit, &new, seen)?;
    store::note(tx, desk, permit, "changed", Some((id, new.area)), Some(&told(&old, &new)), &author)?;
    desk.tell(tx, super::PLAN_CHANGED, Some(permit.person()), id.as_str())
}

/// What the history says about a change: the new words, or the words it was about.
fn told(old: &Entry, new: &Entry) -> String {
    if old.words == new.words { old.words.clone() } else { format!("{}\n→ {}", old.words, new.words) }
}

/// The person's yes, no, or «I take it back», at once.
///
/// # Errors
/// A refusal for anyone but the person, or for a retracted line.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, id: &RowId, given: Answer) -> Result<(), Error> {
    let entry = find(tx, own, id)?;
    let author = author(desk, own);
    allow(&entry, &author, &Command::Answer(given))?;
    store::answer(tx, own, &entry, given, desk.now())?;
    let what = match given {
        Answer::Yes => "said-yes",
        Answer::No => "said-no",
        Answer::None => "took-back-yes",
    };
    store::note(tx, desk, own, what, Some((id, entry.area)), Some(&entry.words), &author)?;
    let fact = if entry.kind == LineKind::Measure { super::MEASURE_ANSWERED } else { super::PLAN_CHANGED };
    desk.tell(tx, fact, Some(own.person()), id.as_str())
}

/// Takes back what one wrote oneself.
///
/// # Errors
/// A refusal when somebody else wrote it.
pub fn retract(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<(), Error> {
    let entry = find(tx, permit, id)?;
    let author = author(desk, permit);
    allow(&entry, &author, &Command::Retract)?;
    store::retract(tx, permit, &entry, desk.now())?;
    store::note(tx, desk, permit, "retracted", Some((id, entry.area)), Some(&entry.words), &author)?;
    desk.tell(tx, super::PLAN_CHANGED, Some(permit.person()), id.as_str())
}

/// Says how far a goal has come.
///
/// # Errors
/// A refusal for a retracted goal; [`Error::Missing`] for a measure.
pub fn evaluate(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    goal: &RowId,
    (achievement, words): (Achievement, &str),
) -> Result<(), Error> {
    let entry = find(tx, permit, goal)?;
    if entry.kind != LineKind::Goal {
        return Err(Error::Missing);
    }
    let author = author(desk, permit);
    allow(&entry, &author, &Command::Evaluate)?;
    let id = RowId::from_bits(desk.bits());
    store::add_evaluation(tx, permit, (&id, goal), (achievement, words), &author, desk.now())?;
    store::note(tx, desk, permit, "evaluated", Some((goal, entry.area)), Some(&entry.words), &author)?;
    desk.tell(tx, super::PLAN_CHANGED, Some(permit.person()), goal.as_str())
}

/// Says something about a line.
///
/// # Errors
/// A refusal for a retracted line.
pub fn comment(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, line: &RowId, words: &str) -> Result<(), Error> {
    let entry = find(tx, permit, line)?;
    let author = author(desk, permit);
    allow(&entry, &author, &Command::Comment)?;
    let id = RowId::from_bits(desk.bits());
    store::add_comment(tx, permit, (&id, line), words, &author, desk.now())?;
    store::note(tx, desk, permit, "commented", Some((line, entry.area)), Some(&entry.words), &author)?;
    desk.tell(tx, super::PLAN_CHANGED, Some(permit.person()), line.as_str())
}

/// Takes back a comment of one's own. Answers with the line it stood on.
///
/// # Errors
/// A refusal when somebody else wrote it.
pub fn retract_comment(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<RowId, Error> {
    let (line, account) = store::comment_author(tx, permit, id)?.ok_or(Error::Missing)?;
    find(tx, permit, &line)?;
    let me: Option<AccountId> = author(desk, permit).map(|(account, _)| account);
    if me != account {
        return Err(Error::refused(&Refusal::NotYours));
    }
    store::retract_comment(tx, permit, id, desk.now())?;
    Ok(line)
}

/// Reads a proposal of [`super::CHARTER`]'s kinds.
///
/// # Errors
/// A field error when it has no words, or an area, a side or a day that is not known.
pub fn read_proposal(kind: LineKind, content: &serde_json::Value) -> Result<Typed, Error> {
    let unreadable = || Error::field("form", "form-unreadable");
    let said = |name: &str| content.get(name).and_then(serde_json::Value::as_str).filter(|text| !text.trim().is_empty());
    let words = said("text").ok_or_else(unreadable)?;
    let words = kernel::text::Text::parse(words, super::rules::MAX_WORDS).map_err(|_| unreadable())?;
    let area = said("area").map(|key| Area::parse(key).ok_or_else(unreadable)).transpose()?;
    let need = said("need").map(|key| Need::parse(key).ok_or_else(unreadable)).transpose()?;
    let due = said("due").map(|day| Day::parse(day).ok_or_else(unreadable)).transpose()?;
    let who = said("responsible").map_or(Who::NOBODY, |name| Who {
        kind: WhoKind::Named,
        id: None,
        name: Some(name.chars().take(super::rules::MAX_NAME).collect()),
    });
    let step = TypedStep { need, who, due, due_words: None, status: Status::NotBegun };
    Ok(Typed { words: words.as_str().to_owned(), area, step: (kind == LineKind::Measure).then_some(step) })
}

/// What other parts may hand over, and have handed back while the person may still change their mind.
pub const ACCEPTS: &[Accept] = &[
    Accept { kind: "plan-goal", take: |tx, desk, own, content| take(tx, desk, own, LineKind::Goal, content) },
    Accept { kind: "plan-goal-undo", take: give_back },
    Accept { kind: "plan-measure", take: |tx, desk, own, content| take(tx, desk, own, LineKind::Measure, content) },
    Accept { kind: "plan-measure-undo", take: give_back },
    Accept { kind: "plan-proposal", take: take_proposal },
    Accept { kind: "plan-yes", take: take_yes },
];

/// A measure that was decided where the person was with others: it waits for the person's yes like any proposal.
fn take_proposal(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let id = add(tx, desk, permit, &read_proposal(LineKind::Measure, content)?)?;
    Ok(id.as_str().to_owned())
}

/// The person's yes to a proposal, given where they read it: to the minutes of a meeting. One that was answered already, or taken
/// back, keeps its answer.
fn take_yes(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let id = content.get("id").and_then(serde_json::Value::as_str).and_then(RowId::parse).ok_or(Error::Missing)?;
    if find(tx, own, &id)?.is_waiting() {
        answer(tx, desk, own, &id, Answer::Yes)?;
    }
    Ok(id.as_str().to_owned())
}

/// Takes out again a line that another part has handed over, by the id that [`take`] gave. It stays in the history.
///
/// # Errors
/// As [`retract`].
fn give_back(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let id = content.get("id").and_then(serde_json::Value::as_str).and_then(RowId::parse).ok_or(Error::Missing)?;
    retract(tx, desk, own, &id)?;
    Ok(id.as_str().to_owned())
}

/// Takes a proposal from another part, inside its transaction.
///
/// # Errors
/// As [`accept`] and [`read_proposal`].
pub fn take(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    own: &Permit,
    kind: LineKind,
    content: &serde_json::Value,
) -> Result<String, Error> {
    let id = accept(tx, desk, own, &read_proposal(kind, content)?)?;
    Ok(id.as_str().to_owned())
}
