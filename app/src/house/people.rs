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
    sharing_next: Option<String>,
    served: Vec<Met>,
    next: Option<String>,
    first: bool,
    registers: bool,
}

/// Where on the lists somebody is.
enum Start {
    /// At the beginning of all three.
    First,
    /// Among those who share.
    Sharing(PersonId),
    /// Among those we serve.
    Served(After),
}

impl Start {
    /// What the address says: ids and times, already known to whoever reads the list.
    fn read(sharing: &str, served: &str) -> Start {
        let served = || {
            let (at, person) = served.split_once('-')?;
            Some(After { at: Timestamp::from_unix_s(at.parse().ok()?), person: PersonId::parse(person)? })
        };
        PersonId::parse(sharing).map(Start::Sharing).or_else(|| served().map(Start::Served)).unwrap_or(Start::First)
    }
}

#[derive(Default)]
struct Found {
    mine: Vec<Met>,
    sharing: Vec<Met>,
    sharing_next: Option<PersonId>,
    served: Vec<Met>,
    next: Option<After>,
}

/// The lists: mine first, then those who share, then everyone we serve, page by page.
pub(super) async fn list(asked: Asked) -> Result<Reply, Error> {
    let from = Start::read(asked.query.get("deler"), asked.query.get("fra"));
    let first = matches!(from, Start::First);
    let found = asked.view(&CHARTER, move |tx, desk| find(tx, desk, &from)).await?;
    let Found { mine, sharing, served, .. } = found;
    Reply::page(&People {
        mine,
        sharing,
        sharing_next: found.sharing_next.map(|next| format!("/folk?deler={next}")),
        served,
        next: found.next.map(|next| format!("/folk?fra={}-{}", next.at.unix_s(), next.person)),
        first,
        registers: together::people::rules::REGISTERING.contains(&asked.ctx.actor.role),
        frame: asked.frame(),
        t: asked.say(),
    })
}

fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, from: &Start) -> Result<Found, Error> {
    let met =
        |tx: &mut Tx<'_>, persons: &[PersonId]| Ok::<Vec<Met>, Error>(by_name(tx, desk, persons)?.iter().map(Met::of).collect());
    match from {
        Start::First => {
            let mine = desk.whom_i_hold(tx)?;
            let (mut sharing, sharing_next) = desk.who_shares_with_me(tx, None)?;
            sharing.retain(|person| !mine.contains(person));
            let Round { mut persons, next } = desk.whom_we_serve(tx, None)?;
            persons.retain(|person| !mine.contains(person) && !sharing.contains(person));
            Ok(Found { mine: met(tx, &mine)?, sharing: met(tx, &sharing)?, sharing_next, served: met(tx, &persons)?, next })
        }
        Start::Sharing(after) => {
            let (sharing, sharing_next) = desk.who_shares_with_me(tx, Some(after))?;
            Ok(Found { sharing: met(tx, &sharing)?, sharing_next, ..Found::default() })
        }
        Start::Served(after) => {
            let Round { persons, next } = desk.whom_we_serve(tx, Some(after))?;
            Ok(Found { served: met(tx, &persons)?, next, ..Found::default() })
        }
    }
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
