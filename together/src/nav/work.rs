//! What is done between a person and NAV, the same from a page and from the demo city.

use kernel::access::{Reason, role_may_ever};
use kernel::area::{Area, Areas};
use kernel::class::Class;
use kernel::id::{OrganisationId, PersonId, RowId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::relations::{self, Duty};
use platform::access::{Desk, Permit, receivers};
use platform::db::Tx;
use platform::error::Error;

use super::rules::{self, By, Ending, Refusal, SECTIONS, Typed, Whose};
use super::store::{self, Eyes, Matter, NewTask};

fn no(refusal: Refusal) -> Error {
    Error::refused(&refusal)
}

/// Whose lines these are, who looks, and with which eyes.
pub struct Party {
    /// The key that seals and opens.
    pub permit: Permit,
    /// Who.
    pub by: By,
    /// What they see.
    pub eyes: Eyes,
}

/// The person, looking at their own.
///
/// # Errors
/// A denial.
pub fn person(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Party, Error> {
    let permit = desk.own(tx)?;
    Ok(Party { permit, by: By::Person, eyes: Eyes { own: true, office: None, shared: Areas::NONE } })
}

/// Somebody in NAV, whose office serves the person: its own records, and of the person's own lines those that are shared.
///
/// # Errors
/// A denial for everybody else.
pub fn nav(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<Party, Error> {
    let permit = desk.person(tx, person)?;
    let office = permit.written_by().cloned().filter(|_| desk.ctx().actor.role == Role::Nav && permit.sees(None));
    let office = office.ok_or(Error::Denied(Reason::Silence))?;
    let shared = desk.person_as(tx, person, Class::Own)?;
    let eyes = Eyes { own: false, office: Some(office.clone()), shared: sections(shared.areas()) };
    Ok(Party { permit, by: By::Nav(office), eyes })
}

/// What somebody else sees through a permit of class `Own`: the sections the person has shared, for roles that may ever see
/// welfare. A test proves over every situation that this is what the access decision says of class `Welfare`.
#[must_use]
pub fn eyes_of(role: Role, permit: &Permit) -> Eyes {
    let shared = if role_may_ever(role, Class::Welfare) { sections(permit.areas()) } else { Areas::NONE };
    Eyes { own: false, office: None, shared }
}

fn sections(areas: Areas) -> Areas {
    areas.and(SECTIONS.into_iter().collect())
}

fn office_of(by: &By) -> Option<&OrganisationId> {
    match by {
        By::Person => None,
        By::Nav(office) => Some(office),
    }
}

/// The line with this id.
///
/// # Errors
/// [`Error::Missing`].
pub fn find(tx: &mut Tx<'_>, party: &Party, id: &RowId) -> Result<Matter, Error> {
    store::matters(tx, &party.permit, &party.eyes)?.into_iter().find(|one| one.id == *id).ok_or(Error::Missing)
}

/// Writes a new line.
///
/// # Errors
/// The [`Refusal`].
pub fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, party: &Party, typed: &Typed) -> Result<RowId, Error> {
    let there = store::matters(tx, &party.permit, &party.eyes)?.len();
    rules::fair(typed, there).map_err(no)?;
    store::add(tx, desk, &party.permit, office_of(&party.by), typed)
}

/// Changes a line, or takes it away.
///
/// # Errors
/// The [`Refusal`]; [`Refusal::Changed`] when somebody was first.
pub fn change(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    party: &Party,
    id: &RowId,
    (seen, typed): (i64, Option<&Typed>),
) -> Result<(), Error> {
    let one = find(tx, party, id)?;
    rules::may_change(one.office.as_ref(), &party.by).map_err(no)?;
    let changed = match typed {
        Some(typed) => {
            rules::fair(typed, 0).map_err(no)?;
            store::change(tx, desk, &party.permit, &one, seen, typed)?
        }
        None => store::remove(tx, desk, &party.permit, &one, seen)?,
    };
    if changed { Ok(()) } else { Err(no(Refusal::Changed)) }
}

/// The NAV offices that help the person.
///
/// # Errors
/// A fault.
pub fn offices(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<receivers::Organisation>, Error> {
    let serving = relations::running(tx, permit, desk.now())?;
    let mut around = receivers::around(tx, permit)?;
    around.retain(|office| {
        let serves = |relation: &relations::Relation| relation.duty == Duty::Serving && relation.organisation == office.id;
        office.kind == OrganisationKind::Nav && serving.iter().any(serves)
    });
    Ok(around)
}

/// Asks the other to do something. What the person asks of NAV goes to the part that keeps everybody's tasks, where there is
/// one; otherwise it stands here.
///
/// # Errors
/// [`Refusal::NoOffice`], or what that part answers.
pub fn ask(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    party: &Party,
    (area, words): (Area, &str),
    due_on: Option<kernel::time::Day>,
) -> Result<(), Error> {
    let (whose, office) = match &party.by {
        By::Nav(office) => (Whose::Person, office.clone()),
        By::Person => {
            let office = offices(tx, desk, &party.permit)?.into_iter().next().ok_or_else(|| no(Refusal::NoOffice))?;
            (Whose::Nav, office.id)
        }
    };
    if whose == Whose::Nav && desk.app().takes("task") {
        let due = due_on.map(|day| day.stored());
        let content = serde_json::json!({
            "area": area.key(), "words": words, "organisation": office.as_str(), "account": null, "due": due,
        });
        return desk.hand(tx, &party.permit, "task", &content).map(drop);
    }
    let new = NewTask { whose, area, words: words.to_owned(), due_on };
    store::ask(tx, desk, &party.permit, &office, &new).map(drop)
}

/// Ends a task.
///
/// # Errors
/// The [`Refusal`], or [`Error::Missing`].
pub fn end(tx: &mut Tx<'_>, desk: &Desk<'_>, party: &Party, id: &RowId, ending: Ending) -> Result<(), Error> {
    let tasks = store::tasks(tx, &party.permit, &party.eyes)?;
    let one = tasks.iter().find(|one| one.id == *id).ok_or(Error::Missing)?;
    rules::end(&one.task, &party.by, ending).map_err(no)?;
    if store::end(tx, desk, &party.permit, id, ending)? { Ok(()) } else { Err(no(Refusal::Over)) }
}
