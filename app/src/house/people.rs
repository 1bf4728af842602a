//! `/folk`: those one works with, and one of them.

use askama::Template;
use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::{After, Desk, Permit, Round};
use platform::charter::{Place, draw};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say, initials, sorting};
use platform::web::{Asked, Reply};

use super::{CHARTER, denied};

/// A person as a row.
pub(super) struct Met {
    /// Id, for the address.
    pub(super) id: String,
    /// What they want to be called.
    pub(super) name: Option<String>,
    /// Year of birth.
    pub(super) birth_year: Option<i64>,
    /// For the stone.
    pub(super) initials: String,
}

impl Met {
    pub(super) fn of(permit: &Permit) -> Met {
        let card = permit.card();
        Met {
            id: permit.person().as_str().to_owned(),
            name: card.name.clone(),
            birth_year: card.birth_year,
            initials: card.name.as_deref().map(initials).unwrap_or_default(),
        }
    }
}

/// Permits for these, by name. Those who have only asked for help stand in the inbox.
pub(super) fn by_name(tx: &mut Tx<'_>, desk: &Desk<'_>, persons: &[PersonId]) -> Result<Vec<Permit>, Error> {
    let mut permits = desk.people(tx, persons)?;
    permits.retain(|permit| !permit.card().provisional);
    permits.sort_by_cached_key(|permit| permit.card().name.as_deref().map(sorting).unwrap_or_default());
    Ok(permits)
}

#[derive(Template)]
#[template(path = "house/pages/people.html")]
struct People {
    frame: Frame,
    t: Say,
    mine: Vec<Met>,
    sharing: Vec<Met>,
    served: Vec<Met>,
    next: Option<String>,
    first: bool,
    registers: bool,
}

struct Found {
    mine: Vec<Met>,
    sharing: Vec<Met>,
    served: Vec<Met>,
    next: Option<After>,
}

/// The lists: mine first, then those who share, then everyone we serve, page by page.
pub(super) async fn list(asked: Asked) -> Result<Reply, Error> {
    let after = read_after(asked.query.get("fra"));
    let first = after.is_none();
    let found = asked.view(&CHARTER, move |tx, desk| find(tx, desk, after.as_ref())).await?;
    let next = found.next.map(|next| format!("/folk?fra={}-{}", next.at.unix_s(), next.person));
    let Found { mine, sharing, served, .. } = found;
    let registers = together::people::rules::REGISTERING.contains(&asked.ctx.actor.role);
    Reply::page(&People { frame: asked.frame(), t: asked.say(), mine, sharing, served, next, first, registers })
}

fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, after: Option<&After>) -> Result<Found, Error> {
    let (mut mine, mut sharing) = (Vec::new(), Vec::new());
    if after.is_none() {
        mine = desk.whom_i_hold(tx)?;
        sharing = desk.who_shares_with_me(tx)?;
        sharing.retain(|person| !mine.contains(person));
    }
    let Round { mut persons, next } = desk.whom_we_serve(tx, after)?;
    persons.retain(|person| !mine.contains(person) && !sharing.contains(person));
    let mut rows = |persons: &[PersonId]| Ok::<_, Error>(by_name(tx, desk, persons)?.iter().map(Met::of).collect());
    Ok(Found { mine: rows(&mine)?, sharing: rows(&sharing)?, served: rows(&persons)?, next })
}

/// Where on the list one is: a second and a random id, both already known to whoever reads the list.
fn read_after(text: &str) -> Option<After> {
    let (at, person) = text.split_once('-')?;
    Some(After { at: Timestamp::from_unix_s(at.parse().ok()?), person: PersonId::parse(person)? })
}

#[derive(Template)]
#[template(path = "house/pages/one.html")]
struct OnePerson {
    frame: Frame,
    t: Say,
    met: Met,
    panels: Vec<String>,
    aside: Vec<String>,
}

/// One person.
pub(super) async fn one(asked: Asked) -> Result<Reply, Error> {
    let person = asked.person()?;
    let looked = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let panels = draw(tx, desk, Place::OnePerson, Some(&permit))?;
        Ok((Met::of(&permit), panels, draw(tx, desk, Place::OnePersonAside, Some(&permit))?))
    });
    let (met, panels, aside) = match looked.await {
        Err(Error::Denied(_)) => return denied::page(&asked),
        looked => looked?,
    };
    Reply::page(&OnePerson { frame: asked.frame(), t: asked.say(), met, panels, aside })
}
