//! What the team shows on pages that many share.

use askama::Template;
use kernel::id::PersonId;
use kernel::role::Role;
use platform::access::relations::Duty;
use platform::access::{Permit, duties};
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say, fold, sorting};
use platform::web::html;

use crate::team::rules::{self, Vacancy};
use crate::team::shown::{self, ShownMember, ShownVacancy, Step};
use crate::team::store;

/// Most rows of a list on `/i-dag`.
const ROWS: usize = 50;
/// Rows that stand open on a page with much else on it; the rest is one tap away.
const OPEN: usize = 8;
/// Most pages of a hundred that are looked through for them.
const PAGES: usize = 5;

#[derive(Template)]
#[template(path = "team/pages/home.html")]
struct HomePanel {
    t: Say,
    contact: Option<ShownMember>,
    vacant: Vec<ShownVacancy>,
}

#[derive(Template)]
#[template(path = "team/pages/home_aside.html")]
struct HomeAsidePanel {
    frame: Icons,
    t: Say,
    baton: Vec<Step>,
}

#[derive(Template)]
#[template(path = "team/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    members: Vec<ShownMember>,
}

#[derive(Template)]
#[template(path = "team/pages/to_team.html")]
struct ToTeamPanel {
    frame: Icons,
    t: Say,
    href: String,
}

/// A person on a list for staff.
struct Row {
    href: String,
    name: String,
    text: String,
}

#[derive(Template)]
#[template(path = "team/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    title: String,
    rows: Vec<Row>,
    rest: Vec<Row>,
    more: bool,
}

/// First on `/hjem`: the contact's name and phone, and what is vacant in plain words.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (team, now) = (duties::all(tx, own)?, ask.desk.now());
    let vacant = rules::vacancies(&team, &store::settled(tx, own.person())?, now);
    let contact = team.iter().find(|held| held.duty == Duty::Contact && held.name.is_some() && held.is_held(now));
    let panel = HomePanel {
        t: ask.say.clone(),
        contact: contact.map(|held| shown::member(ask.say, held, now)),
        vacant: vacant.iter().map(|one| shown::vacancy(ask.say, one, now)).collect(),
    };
    html(&panel).map(Some)
}

/// Beside `/hjem`: who has the responsibility now, who had it, who takes over.
///
/// # Errors
/// A fault.
pub fn home_aside(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let baton = shown::baton(ask.say, &duties::all(tx, own)?, ask.desk.now());
    html(&HomeAsidePanel { frame: Icons::HERE, t: ask.say.clone(), baton }).map(Some)
}

/// On the page of one person: the team, as far as the person has shared it. The permit alone decides, so the person's preview
/// is the same.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let mut team = duties::all(tx, permit)?;
    team.retain(|held| rules::may_know(permit, held));
    let mut members = shown::members(ask.say, &team, ask.desk.now());
    members.retain(|member| member.named);
    html(&OnePersonPanel { t: ask.say.clone(), members }).map(Some)
}

/// Beside one person: the way to where duties are given. Not in a preview and not for relatives.
///
/// # Errors
/// A fault.
pub fn to_team(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|_| ask.desk.ctx().actor.role.is_staff()) else { return Ok(None) };
    let href = format!("/folk/{}/lag", permit.person());
    html(&ToTeamPanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}

/// On `/i-dag`: those who lack a coordinator or a responsible professional, and those who want another contact. No more than
/// the name, and only for whoever may know it.
///
/// # Errors
/// A fault.
pub fn missing(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(employer) = ask.desk.ctx().actor.employer.clone() else { return Ok(None) };
    let mut after: Option<PersonId> = None;
    let mut rows = Vec::new();
    for _ in 0..PAGES {
        let page = ask.desk.who_may_lack_somebody(tx, after.as_ref())?;
        after = page.last().cloned();
        rows.extend(lacking(tx, ask, &page, &employer.id)?);
        if page.len() < 100 || rows.len() >= ROWS {
            break;
        }
    }
    rows.truncate(ROWS);
    let wishing = store::who_wishes(tx, &employer.id)?;
    for permit in ask.desk.people(tx, wishing.get(..ROWS).unwrap_or(&wishing))? {
        rows.push(row(ask, &permit, ask.say.t("team-wants-another")));
    }
    list(ask, "team-missing-title", rows, false)
}

/// The rows of these persons, looked at again by the rules before they are shown, and before a name is opened.
fn lacking(
    tx: &mut Tx<'_>,
    ask: &PanelAsk<'_>,
    persons: &[PersonId],
    employer: &kernel::id::OrganisationId,
) -> Result<Vec<Row>, Error> {
    let mut settled = store::settled_of_each(tx, persons)?;
    let coordinates = ask.desk.ctx().actor.role == Role::Coordinator;
    // Whoever has said no to all that is missing here is not even looked at.
    let no_more =
        |person: &PersonId, duty: Duty| settled.get(person).is_some_and(|settled| settled.iter().any(|one| one.duty == duty));
    let mut open = persons.to_vec();
    open.retain(|person| !no_more(person, Duty::Coordinator) || !no_more(person, Duty::Responsible));
    let mut rows = Vec::new();
    for some in open.chunks(ROWS) {
        let permits = ask.desk.people(tx, some)?;
        let mut teams = duties::of_each(tx, &permits)?;
        for permit in &permits {
            let team = teams.remove(permit.person()).unwrap_or_default();
            let settled = settled.remove(permit.person()).unwrap_or_default();
            let mut vacant = rules::vacancies(&team, &settled, ask.desk.now());
            vacant.retain(|one| one.organisation == *employer || (one.duty == Duty::Coordinator && coordinates));
            rows.extend(vacant.iter().map(|one| row(ask, permit, told(ask, one))));
        }
        if rows.len() >= ROWS {
            break;
        }
    }
    Ok(rows)
}

fn told(ask: &PanelAsk<'_>, vacant: &Vacancy) -> String {
    let since = shown::date(ask.say, vacant.since.day(), ask.desk.now());
    ask.say.with(&format!("team-lacks-{}", vacant.duty.key()), "date", since)
}

fn row(ask: &PanelAsk<'_>, permit: &Permit, text: String) -> Row {
    let name = permit.card().name.clone().unwrap_or_else(|| ask.say.t("team-the-person"));
    Row { href: format!("/folk/{}/lag", permit.person()), name, text }
}

fn list(ask: &PanelAsk<'_>, title: &str, rows: Vec<Row>, more: bool) -> Result<Option<String>, Error> {
    if rows.is_empty() {
        return Ok(None);
    }
    let (rows, rest) = fold(rows, |at, _| at < OPEN);
    let panel = TodayPanel { frame: Icons::HERE, t: ask.say.clone(), title: ask.say.t(title), rows, rest, more };
    html(&panel).map(Some)
}

/// Beside `/i-dag`: those towards whom the asker holds a duty.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(account) = ask.desk.ctx().actor.account.clone() else { return Ok(None) };
    let held = ask.desk.whom_i_hold(tx)?;
    let mut rows = Vec::new();
    let permits = ask.desk.people(tx, held.get(..ROWS).unwrap_or(&held))?;
    let (mut teams, now) = (duties::of_each(tx, &permits)?, ask.desk.now());
    for permit in &permits {
        let team = teams.remove(permit.person()).unwrap_or_default();
        let mine = team.iter().filter(|held| held.account.as_ref() == Some(&account) && held.is_held(now));
        let words: Vec<String> = mine.map(|held| ask.say.t(&format!("team-duty-{}", held.duty.key()))).collect();
        rows.push(Row { href: format!("/folk/{}", permit.person()), ..row(ask, permit, words.join(", ")) });
    }
    rows.sort_by_cached_key(|row| sorting(&row.name));
    list(ask, "team-mine-title", rows, held.len() > ROWS)
}
