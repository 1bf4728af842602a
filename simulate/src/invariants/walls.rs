//! Nobody sees words about a person without a permit. The situation is read off the rows here, in another way than the
//! product reads it, and the kernel decides.

use kernel::access::{AgeBand, Emergency, Relation, Shared, Situation, decide};
use kernel::area::{Area, Areas};
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use platform::args;
use platform::db::Row;
use platform::error::Fault;

use super::parties;
use crate::city::{Client, World};
use crate::marks::Mark;

/// Whether the decision lets this client see these words.
///
/// # Errors
/// That it does not.
pub fn may_see(world: &World, client: &Client, mark: &Mark) -> Result<(), String> {
    if let Some(may) = may_read_letter(world, client, mark)? {
        return if may { Ok(()) } else { Err(format!("{} stands in a letter to others and is shown", mark.words)) };
    }
    let role = if client.person.as_ref() == Some(&mark.person) {
        Role::Person
    } else if client.role == Role::Person {
        Role::Visitor
    } else {
        client.role
    };
    let areas: Vec<Option<Area>> =
        if mark.area_known { vec![mark.area] } else { Area::ALL.into_iter().map(Some).chain([None]).collect() };
    let facts = Facts::read(world, client, mark).map_err(|why| format!("the situation cannot be read: {why}"))?;
    let now = world.now();
    // What the person has written to a role of its own is read by that role, at work, unless they have blocked whoever reads.
    let written_to_them = mark.reader == Some(client.role) && client.organisation.is_some() && !facts.blocked;
    let permitted = written_to_them
        || (!facts.blocked && parties::is_one(world, client, mark)?)
        || areas.iter().any(|area| decide(role, mark.class, *area, mark.aspect, &facts.situation(*area, now)).is_permit());
    if permitted {
        return Ok(());
    }
    let situation = facts.situation(mark.area, now);
    let area = mark.area.map_or("no area", Area::key);
    Err(format!("{} ({area}, {}) is shown, and the decision says no: {situation:?}", mark.words, mark.class.key()))
}

/// The rows that count, as they stand.
struct Facts {
    person: Row,
    grants: Vec<Row>,
    relations: Vec<Row>,
    emergencies: Vec<Row>,
    blocked: bool,
    written_here: bool,
    age: AgeBand,
}

impl Facts {
    fn read(world: &World, client: &Client, mark: &Mark) -> Result<Facts, String> {
        let id = &mark.person;
        let account = client.account.as_ref().map_or("", AccountId::as_str);
        let organisation = client.organisation.as_ref().map_or("", OrganisationId::as_str);
        let person = world.rows(
            "SELECT birth_year, closed_areas, objected_at, protected_at, erased_at FROM person WHERE person_id = $1",
            args![id],
        )?;
        let person = person.into_iter().next().ok_or("the person is gone")?;
        let grants = world.rows(
            "SELECT areas, given_at, until_at, ended_at FROM access_grant
             WHERE person_id = $1 AND (account_id = $2 OR organisation_id = $3) ORDER BY given_at, grant_id",
            args![id, account, organisation],
        )?;
        let relations = world.rows(
            "SELECT from_at, until_at, ended_at FROM access_relation WHERE person_id = $1 AND organisation_id = $2
             ORDER BY from_at, relation_id",
            args![id, organisation],
        )?;
        let emergencies = world.rows(
            "SELECT until_at FROM access_emergency WHERE person_id = $1 AND account_id = $2
             ORDER BY opened_at, emergency_id",
            args![id, account],
        )?;
        let blocks = world.rows(
            "SELECT block_id FROM access_block WHERE person_id = $1 AND account_id = $2 AND lifted_at IS NULL
             ORDER BY block_id",
            args![id, account],
        )?;
        let written_here = mark.class == Class::Welfare && holds_a_request(world, mark, organisation)?;
        let born = person.int_or_null(0).map_err(|fault| fault.to_string())?;
        let (year, ..) = world.now().day().parts();
        let age = born.map_or(AgeBand::Adult, |born| {
            AgeBand::of_age(u16::try_from((i64::from(year) - born - 1).clamp(0, 200)).unwrap_or(200))
        });
        Ok(Facts { person, grants, relations, emergencies, blocked: !blocks.is_empty(), written_here, age })
    }

    fn situation(&self, area: Option<Area>, now: kernel::time::Timestamp) -> Situation {
        let past = |row: &Row, at: usize| row.time_or_null(at).is_ok_and(|time| time.is_some_and(|time| time <= now));
        let set = |at: usize| self.person.text_or_null(at).is_ok_and(|text| text.is_some());
        let of_area = |row: &&Row| area.is_some_and(|area| areas(row, 0).is_ok_and(|areas| areas.has(area)));
        let runs = |row: &Row| past(row, 1) && !past(row, 2) && !past(row, 3);
        let granted: Vec<&Row> = self.grants.iter().filter(of_area).collect();
        let shared = if granted.iter().any(|row| runs(row)) {
            Shared::Yes
        } else if granted.iter().any(|row| past(row, 3)) {
            Shared::Withdrawn
        } else if granted.is_empty() {
            Shared::No
        } else {
            Shared::Expired
        };
        let serves = |row: &Row| past(row, 0) && !past(row, 1) && !past(row, 2);
        let relation = if self.relations.iter().any(serves) {
            Relation::Serving
        } else if self.relations.is_empty() {
            Relation::None
        } else {
            Relation::Ended
        };
        let emergency = if self.emergencies.iter().any(|row| !past(row, 0)) {
            Emergency::Open
        } else if self.emergencies.is_empty() {
            Emergency::No
        } else {
            Emergency::Over
        };
        let closed = areas(&self.person, 1).unwrap_or(Areas::ALL);
        Situation {
            shared,
            relation,
            written_here: self.written_here,
            blocked: self.blocked,
            area_closed: area.is_some_and(|area| closed.has(area)),
            objection: set(2),
            emergency,
            age: self.age,
            protected_address: set(3),
            erased: set(4),
        }
    }
}

fn areas(row: &Row, at: usize) -> Result<Areas, Fault> {
    Ok(Areas::from_bits(row.int(at)?))
}

/// What somebody asked of one organisation is that organisation's, as long as it lies there.
fn holds_a_request(world: &World, mark: &Mark, organisation: &str) -> Result<bool, String> {
    if !world.has("help_requests") {
        return Ok(false);
    }
    let lies = world.rows(
        "SELECT request_id FROM help_requests_request WHERE person_id = $1 AND organisation_id = $2 ORDER BY request_id",
        args![&mark.person, organisation],
    )?;
    Ok(!lies.is_empty())
}

/// A letter of complaint is about nobody but itself: the leader and the privacy contact of the very house it was sent to read
/// it, and the person who has kept it. Whether that house leads others was asked when it was sent, and is not asked again.
/// Nothing when the words stand in no letter.
fn may_read_letter(world: &World, client: &Client, mark: &Mark) -> Result<Option<bool>, String> {
    if !world.has("complaints") {
        return Ok(None);
    }
    let letters = world.rows("SELECT receiver_id FROM complaints_letter WHERE person_id = $1", args![&mark.person])?;
    let Some(letter) = letters.first() else { return Ok(None) };
    let kept = world.rows("SELECT person_id FROM complaints_mine WHERE letter_id = $1", args![&mark.person])?;
    let is_id = |row: &Row, id: Option<&str>| id.is_some() && row.text_or_null(0).unwrap_or_default() == id;
    let own = kept.iter().any(|row| is_id(row, client.person.as_ref().map(kernel::id::PersonId::as_str)));
    let reads = matches!(client.role, Role::Leader | Role::PrivacyContact);
    Ok(Some(own || (reads && is_id(letter, client.organisation.as_ref().map(OrganisationId::as_str)))))
}
