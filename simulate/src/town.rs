//! Cities of a fixed size: so many organisations and employees, and as many persons as are asked for. What they have with each
//! other the parts fill in, as in the demo city; where a kind of organisation is missing, another has its work.

use std::collections::BTreeMap;

use kernel::area::{Area, Areas};
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId, hex};
use kernel::language::Language;
use kernel::persona::Persona;
use kernel::time::Timestamp;
use platform::access::NewPerson;
use platform::access::relations::{Duty, NewRelation, begin};
use platform::app::App;
use platform::args;
use platform::db::Tx;
use platform::demo::City;
use platform::error::Error;

/// A kind of organisation, what it is called, and which kinds of work it does besides its own.
type Organisation = (&'static str, &'static str, &'static [&'static str]);

/// How large a city is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    organisations: &'static [Organisation],
    /// Employees beside the twenty who each have a role of their own.
    colleagues: &'static [&'static str],
    /// The kinds that serve one in five of the persons besides those who serve all.
    besides: &'static [&'static str],
    /// Of a hundred occasions on which a process may die, so many are taken: a month has eighteen times the steps of a day.
    pub(crate) deaths: usize,
}

/// The kinds of organisation that share the persons among themselves, as in the demo city: parts count on it when they fill in
/// their share.
const SERVING: [&str; 6] = ["mo-centre", "municipality", "lar-clinic", "tsb-clinic", "housing", "nav"];

/// Eight organisations and twenty-five employees.
pub const SMALL: Size = Size {
    organisations: &[
        ("municipality", "Kommunen", &["dental", "advisory-unit"]),
        ("mo-centre", "MO-senteret", &["consumption-room", "drug-checking", "outreach", "voluntary"]),
        ("gp-office", "Legekontoret", &[]),
        ("nav", "NAV", &[]),
        ("lar-clinic", "LAR", &["lar-outlet"]),
        ("pharmacy", "Apoteket", &[]),
        ("tsb-clinic", "Poliklinikken", &["detox"]),
        ("housing", "Boligteamet", &[]),
    ],
    colleagues: &["mo-nurse", "mo-nurse", "coordinator", "nav", "housing"],
    besides: &[],
    deaths: 100,
};

/// Twelve organisations and forty employees: a ward apart from the clinic, a team outdoors, and a voluntary house, with
/// colleagues in each so that two may reach for the same.
pub const CITY: Size = Size {
    organisations: &[
        ("municipality", "Kommunen", &["advisory-unit"]),
        ("mo-centre", "MO-senteret", &["consumption-room", "drug-checking"]),
        ("gp-office", "Legekontoret", &[]),
        ("nav", "NAV", &[]),
        ("lar-clinic", "LAR", &["lar-outlet"]),
        ("pharmacy", "Apoteket", &[]),
        ("detox", "Avrusning", &[]),
        ("tsb-clinic", "Poliklinikken", &[]),
        ("outreach", "Uteteamet", &[]),
        ("housing", "Boligteamet", &[]),
        ("dental", "Tannklinikken", &[]),
        ("voluntary", "Kafeen", &[]),
    ],
    colleagues: &[
        "mo-nurse",
        "mo-nurse",
        "mo-nurse",
        "coordinator",
        "coordinator",
        "coordinator",
        "nav",
        "nav",
        "housing",
        "housing",
        "detox-nurse",
        "detox-nurse",
        "detox-nurse",
        "tsb",
        "tsb",
        "lar-outlet",
        "gp",
        "outreach",
        "outreach",
        "volunteer",
    ],
    besides: &["detox", "outreach", "voluntary"],
    deaths: 30,
};

/// Twenty employees, each with a role of their own.
const STAFF: [&str; 20] = [
    "coordinator",
    "mo-nurse",
    "gp",
    "nav",
    "lar-doctor",
    "lar-outlet",
    "pharmacy",
    "detox-nurse",
    "tsb",
    "room-staff",
    "drug-checker",
    "outreach",
    "housing",
    "dental",
    "child-responsible",
    "volunteer",
    "advisory-unit",
    "leader",
    "privacy-contact",
    "admin",
];

/// What persons are called, so that some are called the same.
const NAMES: [&str; 9] = ["Siv", "Åse", "Ánde", "Kim", "Øystein", "Lise", "Tor", "Máret", "Ali"];

/// Persons written in one commit.
const CHUNK: usize = 50;

/// A part that hires more people when it fills its share: this city has as many as it has.
const HIRES: &str = "staff";

/// Builds it in an empty house.
///
/// # Errors
/// A fault when the database says no.
pub fn build(app: &App, size: &Size, persons: usize) -> Result<(), Error> {
    let mut city = City::default();
    organisations(app, size, &mut city)?;
    accounts(app, size, &mut city)?;
    let mut people = people(app, persons)?.into_iter();
    (city.jon, city.newcomer) = (people.next(), people.next());
    city.others = people.collect();
    bonds(app, size, &city)?;
    for part in app.catalogue().iter().filter(|part| part.key != HIRES) {
        if let Some(fill) = part.demo {
            // Its people are tied to one another in another way than the demo city's: what a story takes for granted there may be
            // denied here. What was told up to then stands.
            match fill(app, &city) {
                Ok(()) | Err(Error::Denied(_) | Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

fn organisations(app: &App, size: &Size, city: &mut City) -> Result<(), Error> {
    for (kind, name, others) in size.organisations.iter().copied() {
        let id = OrganisationId::from_bits(app.source().id_bits());
        for kind in std::iter::once(&kind).chain(others) {
            city.organisations.insert(kind, (id.clone(), name.to_owned()));
        }
        app.db().write_here(move |tx| {
            tx.run(
                "INSERT INTO organisation (organisation_id, name, kind, phone, municipality)
                 VALUES ($1, $2, $3, '+4755000010', 'Byen')",
                args![&id, name, kind],
            )?;
            Ok(())
        })?;
    }
    Ok(())
}

fn accounts(app: &App, size: &Size, city: &mut City) -> Result<(), Error> {
    let mut rows = Vec::new();
    let mut known = BTreeMap::new();
    for (n, key) in STAFF.into_iter().chain(size.colleagues.iter().copied()).chain(["next-of-kin"]).enumerate() {
        let Some(persona) = Persona::parse(key) else { return Err(Error::fault("there is no such persona")) };
        let (id, name) = (AccountId::from_bits(app.source().id_bits()), format!("Ansatt {}", n + 1));
        let at = persona.organisation.and_then(|kind| city.organisations.get(kind.key())).map(|(id, _)| id.clone());
        let name = if at.is_some() { name } else { String::new() };
        known.entry(key).or_insert((id.clone(), name.clone()));
        rows.push((id, at, persona.role.key(), name));
    }
    city.accounts = known;
    let since = app.source().now().plus_days(-400);
    app.db()
        .write_here(move |tx| rows.iter().try_for_each(|(id, at, role, name)| account(tx, id, at.as_ref(), role, name, since)))
}

fn account(
    tx: &mut Tx<'_>,
    id: &AccountId,
    at: Option<&OrganisationId>,
    role: &str,
    name: &str,
    since: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO account (account_id, organisation_id, role, name, title, phone, started_at)
         VALUES ($1, $2, $3, $4, 'ansatt', '+4755000011', $5)",
        args![id, at.map(OrganisationId::as_str), role, name, since],
    )?;
    Ok(())
}

fn people(app: &App, persons: usize) -> Result<Vec<PersonId>, Error> {
    let since = app.source().now().plus_days(-300);
    let ids: Vec<PersonId> = (0..persons.max(2)).map(|_| PersonId::from_bits(app.source().id_bits())).collect();
    app.keys().make_here(&ids)?;
    let numbered: Vec<(usize, PersonId)> = ids.iter().cloned().enumerate().collect();
    for chunk in numbered.chunks(CHUNK) {
        let mut rows = Vec::new();
        for (n, id) in chunk {
            let key = app.keys().find(id)?.ok_or_else(|| Error::fault("a key that was just made is not there"))?;
            rows.push((id.clone(), key, someone(*n, since)));
        }
        app.db().write_here(move |tx| rows.iter().try_for_each(|(id, key, person)| person.insert(tx, id, key, since)))?;
    }
    Ok(ids)
}

fn someone(n: usize, since: Timestamp) -> NewPerson {
    let name = if n == 0 { "Jon" } else { NAMES.get(n % NAMES.len()).copied().unwrap_or("Kim") };
    NewPerson {
        name: Some(name.to_owned()),
        phone: (n % 3 == 0).then(|| format!("+47550{:05}", 20_000 + n)),
        birth_year: Some(i64::try_from(1958 + (n * 13) % 44).unwrap_or(1984)),
        language: Language::Nb,
        provisional_until: None,
        protected_since: (n % 40 == 17).then_some(since),
    }
}

/// Who serves whom: Jon is known everywhere, the newcomer nowhere, each of the others in one or two places.
fn bonds(app: &App, size: &Size, city: &City) -> Result<(), Error> {
    let serving = |n: usize| SERVING.get(n % SERVING.len()).copied().unwrap_or("mo-centre");
    let besides = |n: usize| size.besides.get(n / 5 % size.besides.len().max(1)).copied().filter(|_| n % 5 == 1);
    let (now, mut relations, mut grants) = (app.source().now(), Vec::new(), Vec::new());
    let kinds: Vec<&str> = size.organisations.iter().map(|(kind, ..)| *kind).collect();
    let mut bond = |person: &PersonId, kind: &str, persona: Option<&str>, duty: Duty| {
        let Some((organisation, _)) = city.organisations.get(kind) else { return };
        let account = persona.and_then(|key| city.accounts.get(key)).map(|(id, _)| id.clone());
        let (id, from_at) = (hex(app.source().id_bits()), now.plus_days(-90));
        let new = NewRelation { id, organisation: organisation.clone(), account, duty, from_at, until_at: None };
        relations.push((person.clone(), new));
    };
    let jon = city.jon()?;
    for kind in &kinds {
        bond(jon, kind, None, Duty::Serving);
    }
    bond(jon, "mo-centre", Some("mo-nurse"), Duty::Contact);
    bond(jon, "municipality", Some("coordinator"), Duty::Coordinator);
    for (n, person) in city.others.iter().enumerate() {
        bond(person, serving(n), None, Duty::Serving);
        if let Some(kind) = besides(n) {
            bond(person, kind, None, Duty::Serving);
        }
        if n % 7 == 3 {
            bond(person, if n % 2 == 0 { "gp-office" } else { "pharmacy" }, None, Duty::Serving);
        }
        if n % 9 == 0 {
            bond(person, "mo-centre", Some("mo-nurse"), Duty::Contact);
        }
        if n % 10 == 0 {
            bond(person, "municipality", Some("coordinator"), Duty::Coordinator);
        }
    }
    bond(jon, "gp-office", Some("gp"), Duty::Responsible);
    let mut share = |person: &PersonId, kind: &str, areas: Areas| {
        let organisation = city.organisations.get(kind).map(|(id, _)| id.clone());
        grants.push((person.clone(), GrantId::from_bits(app.source().id_bits()), None, organisation, areas));
    };
    for kind in ["mo-centre", "gp-office", "nav", "municipality", "tsb-clinic"] {
        share(
            jon,
            kind,
            if kind == "nav" { Areas::NONE.with(Area::Housing).with(Area::Money) } else { Areas::ALL.without(Area::Money) },
        );
    }
    for (n, person) in city.others.iter().enumerate().filter(|(n, _)| n % 2 == 0) {
        let areas = Areas::NONE.with(Area::Housing).with(Area::Body).with(Area::Safety).with(Area::EverydayWork);
        share(person, serving(n), areas);
        if let Some(kind) = besides(n) {
            share(person, kind, areas);
        }
        if n % 4 == 0 {
            share(person, "mo-centre", areas);
        }
    }
    if let Some((kin, _)) = city.accounts.get("next-of-kin") {
        let areas = Areas::NONE.with(Area::PeopleAround).with(Area::Safety);
        grants.push((jon.clone(), GrantId::from_bits(app.source().id_bits()), Some(kin.clone()), None, areas));
    }
    app.db().write_here(move |tx| {
        relations.iter().try_for_each(|(person, relation)| begin(tx, person, relation))?;
        grants.iter().try_for_each(|grant| insert(tx, grant, now))
    })
}

/// Person, grant, relative, organisation, areas.
type Share = (PersonId, GrantId, Option<AccountId>, Option<OrganisationId>, Areas);

fn insert(tx: &mut Tx<'_>, (person, id, account, organisation, areas): &Share, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO access_grant (person_id, grant_id, account_id, organisation_id, areas, why, text_version, language,
           form, given_at, until_at)
         VALUES ($1, $2, $3, $4, $5, 'consents-why-mo-centre', '1', 'nb', 'own-device', $6, $7)",
        args![
            person,
            id,
            account.as_ref().map(AccountId::as_str),
            organisation.as_ref().map(OrganisationId::as_str),
            areas.bits(),
            now.plus_days(-30),
            now.plus_days(60),
        ],
    )?;
    Ok(())
}
