//! The demo city's teams: who had Jon before, who stands in for whom, and some who lack somebody.

use kernel::id::PersonId;
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::access::relations::{Duty, NewRelation, begin};
use platform::app::App;
use platform::demo::City;
use platform::door;
use platform::error::Error;

use super::rules::Ending;
use super::{CHARTER, store};

/// Fills the teams.
///
/// # Errors
/// A fault.
pub fn fill(app: &App, city: &City) -> Result<(), Error> {
    let now = app.source().now();
    jon(app, city, now)?;
    // Of every forty of the others one has lost the coordinator, one the responsible professional.
    for (n, person) in city.others.iter().enumerate() {
        match n % 40 {
            3 => lost(app, city, person, ("coordinator", OrganisationKind::Municipality, Duty::Coordinator), now)?,
            7 => lost(app, city, person, ("tsb", OrganisationKind::TsbClinic, Duty::Responsible), now)?,
            _ => {}
        }
    }
    if let Some(person) = city.others.get(9) {
        wish(app, city, person, now)?;
    }
    Ok(())
}

/// Who held what from when until when.
struct Past {
    persona: &'static str,
    kind: OrganisationKind,
    duty: Duty,
    from: Timestamp,
    until: Option<Timestamp>,
}

fn add(app: &App, city: &City, person: &PersonId, past: &Past) -> Result<String, Error> {
    let id = kernel::id::hex(app.source().id_bits());
    let new = NewRelation {
        id: id.clone(),
        organisation: city.organisation(past.kind)?.clone(),
        account: Some(city.account(past.persona)?.clone()),
        duty: past.duty,
        from_at: past.from,
        until_at: past.until,
    };
    let person = person.clone();
    app.db().write_here(move |tx| begin(tx, &person, &new))?;
    Ok(id)
}

/// Anna on the detox ward was Jon's contact before Kari.
fn jon(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let jon = city.jon()?;
    let (came, went) = (now.plus_days(-19), now.plus_days(-10));
    let anna = Past { persona: "detox-nurse", kind: OrganisationKind::Detox, duty: Duty::Contact, from: came, until: Some(went) };
    add(app, city, jon, &anna)?;
    Ok(())
}

/// Somebody held it and has left; the organisation still serves the person.
fn lost(
    app: &App,
    city: &City,
    person: &PersonId,
    (persona, kind, duty): (&'static str, OrganisationKind, Duty),
    now: Timestamp,
) -> Result<(), Error> {
    let serving = NewRelation {
        id: kernel::id::hex(app.source().id_bits()),
        organisation: city.organisation(kind)?.clone(),
        account: None,
        duty: Duty::Serving,
        from_at: now.plus_days(-200),
        until_at: None,
    };
    let about = person.clone();
    app.db().write_here(move |tx| begin(tx, &about, &serving))?;
    let relation = add(app, city, person, &Past { persona, kind, duty, from: now.plus_days(-180), until: None })?;
    let staff = city.as_staff(app, persona, now.plus_days(-6))?;
    let about = person.clone();
    door::execute_here(app, &staff, &CHARTER, "end-duty", move |tx, desk| {
        let permit: Permit = desk.person(tx, &about)?;
        let change = [super::rules::Change::EndNow(relation.clone())];
        store::save(tx, desk, &permit, &change, (Ending::Left, Some("Har byttet jobb. Permen ligger på kontoret.")))
    })
}

/// Somebody would like another contact.
fn wish(app: &App, city: &City, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    let organisation = city.organisation(OrganisationKind::MoCentre)?.clone();
    door::execute_here(app, &city.as_person(app, person, now.plus_days(-1)), &CHARTER, "wish-for-contact", move |tx, desk| {
        let own = desk.own(tx)?;
        store::wish(tx, desk, &own, &organisation, "Jeg vil heller snakke med en som er der på kvelden.")?;
        Ok(())
    })
}
