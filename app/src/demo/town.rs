//! Who lives and works in the city, before the parts fill it with what happens there.

use std::collections::BTreeMap;

use kernel::area::{Area, Areas};
use kernel::id::{AccountId, GrantId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::{OrganisationKind, Persona};
use kernel::time::Timestamp;
use platform::access::NewPerson;
use platform::access::relations::{Duty, NewRelation, begin};
use platform::app::App;
use platform::args;
use platform::db::Tx;
use platform::demo::City;
use platform::error::Error;
use platform::keys::{Cell, PersonKey};

use super::names::{COLLEAGUES, ORGANISATIONS, PEOPLE, STAFF};

/// Persons written in one commit.
const CHUNK: usize = 50;

/// Builds the city: organisations, employees, persons, and who serves whom.
pub(super) fn build(app: &App, persons: usize) -> Result<City, Error> {
    let now = app.source().now();
    let mut city = City { organisations: organisations(app), ..City::default() };
    city.accounts = accounts(app, &city, now)?;
    let people = people(app, persons, now)?;
    let mut people = people.into_iter();
    city.jon = people.next();
    city.newcomer = people.next();
    city.others = people.collect();
    bonds(app, &city, now)?;
    remember(app, &city)?;
    Ok(city)
}

fn organisations(app: &App) -> BTreeMap<&'static str, (OrganisationId, String)> {
    let id = || OrganisationId::from_bits(app.source().id_bits());
    let kinds = OrganisationKind::ALL.into_iter().map(OrganisationKind::key);
    let named = kinds.filter_map(|kind| ORGANISATIONS.iter().find(|(of, ..)| *of == kind));
    named.map(|(kind, name, _)| (*kind, (id(), (*name).to_owned()))).collect()
}

fn accounts(app: &App, city: &City, now: Timestamp) -> Result<BTreeMap<&'static str, (AccountId, String)>, Error> {
    let id = || AccountId::from_bits(app.source().id_bits());
    let mut accounts: BTreeMap<_, _> = STAFF.iter().map(|(key, name, ..)| (*key, (id(), (*name).to_owned()))).collect();
    accounts.insert("next-of-kin", (id(), String::new()));
    let colleagues: Vec<AccountId> = COLLEAGUES.iter().map(|_| id()).collect();
    let (organisations, written) = (city.organisations.clone(), accounts.clone());
    app.db().write_here(move |tx| {
        for (kind, name, phone) in &ORGANISATIONS {
            let Some((id, _)) = organisations.get(kind) else { continue };
            tx.run(
                "INSERT INTO organisation (organisation_id, name, kind, phone, municipality)
                 VALUES ($1, $2, $3, $4, 'Byen')",
                args![id, *name, *kind, *phone],
            )?;
        }
        let employer = |kind: &str| organisations.get(kind).map(|(id, _)| id);
        for (key, _, title, phone) in &STAFF {
            let (Some(persona), Some((id, name))) = (Persona::parse(key), written.get(key)) else { continue };
            let organisation = persona.organisation.and_then(|kind| employer(kind.key()));
            account(tx, id, organisation, persona.role.key(), name, title, phone, now)?;
        }
        for (id, (kind, role, name, title, phone)) in colleagues.iter().zip(&COLLEAGUES) {
            account(tx, id, employer(kind), role, name, title, phone, now)?;
        }
        let kin = written.get("next-of-kin").map(|(id, _)| id);
        kin.map_or(Ok(()), |id| account(tx, id, None, "next-of-kin", "", "", "", now))
    })?;
    Ok(accounts)
}

#[expect(clippy::too_many_arguments, reason = "one row of one table, written in one place")]
fn account(
    tx: &mut Tx<'_>,
    id: &AccountId,
    organisation: Option<&OrganisationId>,
    role: &str,
    name: &str,
    title: &str,
    phone: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO account (account_id, organisation_id, role, name, title, phone, started_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![id, organisation.map(OrganisationId::as_str), role, name, title, phone, now.plus_days(-400)],
    )?;
    Ok(())
}

/// The two personas first, then the others in a fixed order of names and years.
fn people(app: &App, persons: usize, now: Timestamp) -> Result<Vec<PersonId>, Error> {
    let ids: Vec<PersonId> = (0..persons.max(2)).map(|_| PersonId::from_bits(app.source().id_bits())).collect();
    app.keys().make_here(&ids)?;
    let numbered: Vec<(usize, PersonId)> = ids.iter().cloned().enumerate().collect();
    for chunk in numbered.chunks(CHUNK) {
        let mut rows = Vec::new();
        for (n, id) in chunk {
            let key = app.keys().find(id)?.ok_or_else(|| Error::fault("a key that was just made is not there"))?;
            rows.push((id.clone(), key, someone(*n, now)));
        }
        app.db().write_here(move |tx| {
            for (id, key, person) in &rows {
                person.insert(tx, id, key, now.plus_days(-300))?;
            }
            Ok(())
        })?;
    }
    Ok(ids)
}

fn someone(n: usize, now: Timestamp) -> NewPerson {
    let name = match n {
        0 => "Jon",
        1 => "Maria",
        _ => PEOPLE.get((n * 7 + n / PEOPLE.len()) % PEOPLE.len()).copied().unwrap_or("Kim"),
    };
    let born = i64::try_from(1958 + (n * 13) % 44).unwrap_or(1980);
    let phone = (n % 3 != 1).then(|| format!("+47550{:05}", 20_000 + n));
    NewPerson {
        name: Some(name.to_owned()),
        phone: if n == 0 { Some("+4755001234".into()) } else { phone },
        birth_year: Some(if n == 0 { 1984 } else { born }),
        language: Language::Nb,
        provisional_until: None,
        protected_since: (n % 40 == 17).then(|| now.plus_days(-200)),
    }
}

/// Who serves whom. Everyone but the newcomer has a contact; Jon has shared some of his plan.
fn bonds(app: &App, city: &City, now: Timestamp) -> Result<(), Error> {
    let mut relations = Vec::new();
    let mut bond = |person: &PersonId, kind: &str, persona: Option<&str>, duty: Duty, days: i64| {
        let Some((organisation, _)) = city.organisations.get(kind) else { return };
        let account = persona.and_then(|key| city.accounts.get(key)).map(|(id, _)| id.clone());
        let id = kernel::id::hex(app.source().id_bits());
        let from_at = now.plus_days(-days);
        let new = NewRelation { id, organisation: organisation.clone(), account, duty, from_at, until_at: None };
        relations.push((person.clone(), new));
    };
    let jon = city.jon()?;
    for kind in ["mo-centre", "municipality", "gp-office", "nav", "detox", "lar-outlet", "dental"] {
        bond(jon, kind, None, Duty::Serving, 90);
    }
    bond(jon, "mo-centre", Some("mo-nurse"), Duty::Contact, 10);
    bond(jon, "municipality", Some("coordinator"), Duty::Coordinator, 60);
    bond(jon, "gp-office", Some("gp"), Duty::Responsible, 80);
    for (n, person) in city.others.iter().enumerate() {
        let kind = ["mo-centre", "municipality", "lar-outlet", "tsb-clinic", "housing", "nav"].get(n % 6).copied();
        let days = i64::try_from(20 + n % 200).unwrap_or(20);
        bond(person, kind.unwrap_or("mo-centre"), None, Duty::Serving, days);
        if n % 9 == 0 {
            bond(person, "mo-centre", Some("mo-nurse"), Duty::Contact, days);
        }
        if n % 10 == 0 {
            bond(person, "municipality", Some("coordinator"), Duty::Coordinator, days);
        }
    }
    let grants = grants(app, city)?;
    app.db().write_here(move |tx| {
        for (person, relation) in &relations {
            begin(tx, person, relation)?;
        }
        grants.iter().try_for_each(|grant| grant.insert(tx, now))
    })
}

/// A share that was given before the demo began.
struct Share {
    person: PersonId,
    key: PersonKey,
    id: GrantId,
    account: Option<AccountId>,
    organisation: Option<OrganisationId>,
    receiver_name: Option<&'static str>,
    areas: Areas,
    why: String,
    days: i64,
}

fn grants(app: &App, city: &City) -> Result<Vec<Share>, Error> {
    let mut shares = Vec::new();
    let mut share = |person: &PersonId, kind: &str, areas: Areas, days: i64| -> Result<(), Error> {
        let key = app.keys().find(person)?.ok_or_else(|| Error::fault("a person of the city has no key"))?;
        shares.push(Share {
            person: person.clone(),
            key,
            id: GrantId::from_bits(app.source().id_bits()),
            account: None,
            organisation: city.organisations.get(kind).map(|(id, _)| id.clone()),
            receiver_name: None,
            areas,
            why: format!("consents-why-{kind}"),
            days,
        });
        Ok(())
    };
    let jon = city.jon()?;
    share(jon, "mo-centre", Areas::ALL.without(Area::Money), 170)?;
    share(jon, "gp-office", Areas::NONE.with(Area::Medicines).with(Area::Body), 160)?;
    share(jon, "nav", Areas::NONE.with(Area::Housing).with(Area::Money), 12)?;
    share(jon, "municipality", Areas::NONE.with(Area::Housing).with(Area::EverydayWork).with(Area::PeopleAround), 120)?;
    for (n, person) in city.others.iter().enumerate().filter(|(n, _)| n % 4 == 0) {
        share(person, "mo-centre", Areas::NONE.with(Area::Housing).with(Area::Body).with(Area::Safety), 60)?;
        if n % 8 == 0 {
            share(person, "municipality", Areas::NONE.with(Area::Housing).with(Area::EverydayWork), 30)?;
        }
    }
    if let (Some(kin), Some(last)) = (city.accounts.get("next-of-kin"), shares.first()) {
        let (person, key) = (last.person.clone(), last.key.clone());
        shares.push(Share {
            person,
            key,
            id: GrantId::from_bits(app.source().id_bits()),
            account: Some(kin.0.clone()),
            organisation: None,
            receiver_name: Some("Hanne, søstera mi"),
            areas: Areas::NONE.with(Area::PeopleAround).with(Area::Safety),
            why: "consents-why-next-of-kin".into(),
            days: 90,
        });
    }
    Ok(shares)
}

impl Share {
    fn insert(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Error> {
        let cell = Cell::new("access_grant", self.id.as_str(), "receiver_name");
        let name = self.receiver_name.map(|name| self.key.seal(cell, name)).transpose()?;
        tx.run(
            "INSERT INTO access_grant (person_id, grant_id, account_id, organisation_id, receiver_name, areas, why,
               text_version, language, form, given_at, until_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, '1', 'nb', 'own-device', $8, $9)",
            args![
                &self.person,
                &self.id,
                self.account.as_ref().map(AccountId::as_str),
                self.organisation.as_ref().map(OrganisationId::as_str),
                name,
                self.areas.bits(),
                self.why.as_str(),
                now.plus_days(-30),
                now.plus_days(self.days),
            ],
        )?;
        Ok(())
    }
}

/// Which row each persona is, so that the demo's door finds them again.
fn remember(app: &App, city: &City) -> Result<(), Error> {
    let mut rows: Vec<(String, String)> =
        city.accounts.iter().map(|(key, (id, _))| (format!("persona-{key}"), id.as_str().to_owned())).collect();
    let persons = [("person", &city.jon), ("person-new", &city.newcomer)];
    rows.extend(
        persons.into_iter().filter_map(|(key, id)| id.as_ref().map(|id| (format!("persona-{key}"), id.as_str().to_owned()))),
    );
    app.db().write_here(move |tx| {
        for (name, value) in &rows {
            tx.run("INSERT INTO setting (name, value) VALUES ($1, $2)", args![name.as_str(), value.as_str()])?;
        }
        Ok(())
    })
}
