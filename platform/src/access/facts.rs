//! What the decision rests on, loaded for one asker and one person: one statement.

use std::collections::HashMap;

use kernel::access::{AgeBand, Aspect, Basis, Decision, Emergency, Reason, Relation, Shared, Situation, decide};
use kernel::area::{Area, Areas};
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::role::Role;
use kernel::time::Timestamp;

use crate::args;
use crate::db::{ForMany, Row, Tx, Value};
use crate::error::Fault;

/// Whoever something is shared with or shown to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// In which role they look.
    pub role: Role,
    /// Their account; nothing for an organisation as a whole.
    pub account: Option<AccountId>,
    /// Their organisation; nothing for a relative.
    pub organisation: Option<OrganisationId>,
}

/// The person's own side of the decision.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) name: Option<Vec<u8>>,
    pub(super) phone: Option<Vec<u8>>,
    pub(super) birth_year: Option<i64>,
    pub(super) version: i64,
    pub(super) provisional: bool,
    closed: Areas,
    objected: bool,
    pub(super) protected: bool,
    pub(super) erased: bool,
    /// The person has closed the account and may still open it again.
    pub(super) closed_account: bool,
}

impl Subject {
    /// Whether there is nobody for anyone but the person: erased, or the account is closed.
    pub(super) fn is_gone(&self) -> bool {
        self.erased || self.closed_account
    }
}

/// The asker's side.
#[derive(Clone, Debug, Default)]
pub(super) struct Bond {
    pub(super) granted: Areas,
    expired: Areas,
    withdrawn: Areas,
    pub(super) grant: Option<String>,
    pub(super) grant_until: Option<Timestamp>,
    serving: bool,
    served: bool,
    pub(super) blocked: bool,
    while_serving: Vec<(Areas, String, Option<Timestamp>)>,
    emergency_open: bool,
    pub(super) emergency_until: Option<Timestamp>,
    emergency_over: bool,
    pub(super) emergency_reason: Option<(String, Vec<u8>)>,
}

/// What the decision came to, area by area.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub(super) areas: Areas,
    pub(super) unmapped: bool,
    pub(super) card: bool,
    pub(super) whereabouts: bool,
    pub(super) basis: Basis,
    pub(super) denial: Reason,
}

impl Weighed {
    pub(super) fn is_denied(&self) -> bool {
        self.areas.is_empty() && !self.unmapped && !self.card
    }
}

/// The person's own row: all that the person's own look needs.
pub(super) fn subject(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Subject>, Fault> {
    let row = tx.row(
        "SELECT 'person', COALESCE(closed_at, ''), closed_areas, protected_at, provisional_until, erased_at, name, phone, birth_year, objected_at,
           version
         FROM person WHERE person_id = $1",
        args![person],
    )?;
    row.map(|row| read_subject(&row)).transpose()
}

fn read_subject(row: &Row) -> Result<Subject, Fault> {
    Ok(Subject {
        closed: Areas::from_bits(row.int(2)?),
        protected: row.text_or_null(3)?.is_some(),
        provisional: row.text_or_null(4)?.is_some(),
        erased: row.text_or_null(5)?.is_some(),
        closed_account: !row.text(1)?.is_empty(),
        name: row.blob_or_null(6)?.map(<[u8]>::to_vec),
        phone: row.blob_or_null(7)?.map(<[u8]>::to_vec),
        birth_year: row.int_or_null(8)?,
        objected: row.text_or_null(9)?.is_some(),
        version: row.int(10)?,
    })
}

/// The person's row, and the grants, relations, blocks and emergencies that tie a receiver to them: one statement, because
/// on PostgreSQL each costs a trip to the server.
///
/// A receiver is compared through `COALESCE` so that no database takes the index on receivers, which for a large
/// organisation holds everyone it has ever served; a person has few rows.
static SUBJECT_AND_BOND: ForMany = ForMany::new(
    "SELECT 'person' AS kind, COALESCE(closed_at, '') AS tie, closed_areas, protected_at, provisional_until, erased_at, name, phone, birth_year,
       objected_at, version, person_id
     FROM person WHERE person_id = $1
     UNION ALL
     SELECT 'emergency', emergency_id, 0, opened_at, until_at, NULL, reason, NULL, NULL, NULL, NULL, person_id
     FROM access_emergency WHERE person_id = $2 AND account_id = $3
     UNION ALL
     SELECT COALESCE(while_serving, 'grant'), grant_id, areas, given_at, until_at, ended_at, NULL, NULL, NULL, NULL, NULL,
       person_id
     FROM access_grant
     WHERE person_id = $4 AND (COALESCE(account_id, '') = $5 OR COALESCE(organisation_id, '') = $6)
     UNION ALL
     SELECT 'relation', relation_id, 0, from_at, until_at, ended_at, NULL, NULL, NULL, NULL, NULL, person_id
     FROM access_relation WHERE person_id = $7 AND COALESCE(organisation_id, '') = $8
     UNION ALL
     SELECT 'block', block_id, 0, blocked_at, NULL, lifted_at, NULL, NULL, NULL, NULL, NULL, person_id
     FROM access_block WHERE person_id = $9 AND account_id = $10",
);

/// What the decision about one person rests on; nothing when there is no such person.
pub(super) fn subject_and_bond(
    tx: &mut Tx<'_>,
    person: &PersonId,
    receiver: &Receiver,
    now: Timestamp,
) -> Result<Option<(Subject, Bond)>, Fault> {
    Ok(subjects_and_bonds(tx, std::slice::from_ref(person), receiver, now)?.remove(person))
}

/// What the decision about each of these persons rests on; those who are not there are left out.
pub(super) fn subjects_and_bonds(
    tx: &mut Tx<'_>,
    persons: &[PersonId],
    receiver: &Receiver,
    now: Timestamp,
) -> Result<HashMap<PersonId, (Subject, Bond)>, Fault> {
    let account = Value::from(receiver.account.as_ref().map(AccountId::as_str));
    let organisation = Value::from(receiver.organisation.as_ref().map(OrganisationId::as_str));
    let others = [account.clone(), account.clone(), organisation.clone(), organisation, account];
    let rows = tx.rows_for(&SUBJECT_AND_BOND, persons, &others)?;
    let mut subjects = HashMap::new();
    let mut bonds: HashMap<PersonId, Bond> = HashMap::new();
    for row in &rows {
        let person = row.parsed(11, PersonId::parse)?;
        match row.text(0)? {
            "person" => drop(subjects.insert(person, read_subject(row)?)),
            kind => bonds.entry(person).or_default().take(kind, row, now)?,
        }
    }
    let with_bond = |(person, subject)| {
        let mut bond = bonds.remove(&person).unwrap_or_default();
        bond.settle();
        (person, (subject, bond))
    };
    Ok(subjects.into_iter().map(with_bond).collect())
}

impl Bond {
    fn take(&mut self, kind: &str, row: &Row, now: Timestamp) -> Result<(), Fault> {
        let (from, until, ended) = (row.time(3)?, row.time_or_null(4)?, row.time_or_null(5)?);
        let over = until.is_some_and(|until| until <= now);
        let ended = ended.is_some_and(|ended| ended <= now);
        match kind {
            "grant" | "while-serving" => {
                let areas = Areas::from_bits(row.int(2)?);
                if ended {
                    self.withdrawn = self.withdrawn.or(areas);
                } else if over {
                    self.expired = self.expired.or(areas);
                } else if from <= now && kind == "while-serving" {
                    self.while_serving.push((areas, row.text(1)?.to_owned(), until));
                } else if from <= now {
                    self.granted = self.granted.or(areas);
                    self.grant = Some(row.text(1)?.to_owned());
                    self.grant_until = until;
                }
            }
            "relation" if ended || over => self.served = true,
            "relation" => self.serving |= from <= now,
            "block" => self.blocked |= !ended,
            "emergency" if over => self.emergency_over = true,
            "emergency" => {
                self.emergency_open = true;
                self.emergency_until = until;
                self.emergency_reason =
                    row.blob_or_null(6)?.map(|reason| (row.text(1).unwrap_or("").to_owned(), reason.to_vec()));
            }
            _ => {}
        }
        Ok(())
    }

    /// «So long as I go there»: such a grant runs while the organisation serves the person, and is over when it does not.
    fn settle(&mut self) {
        for (areas, grant, until) in std::mem::take(&mut self.while_serving) {
            if self.serving {
                self.granted = self.granted.or(areas);
                self.grant = Some(grant);
                self.grant_until = until;
            } else {
                self.expired = self.expired.or(areas);
            }
        }
    }

    /// Something was shared once, and nothing is now.
    pub(super) fn only_ended_grants(&self) -> bool {
        self.granted.is_empty() && !self.withdrawn.or(self.expired).is_empty()
    }

    fn shared(&self, area: Option<Area>) -> Shared {
        let Some(area) = area else { return Shared::No };
        if self.granted.has(area) {
            Shared::Yes
        } else if self.withdrawn.has(area) {
            Shared::Withdrawn
        } else if self.expired.has(area) {
            Shared::Expired
        } else {
            Shared::No
        }
    }

    /// As if the person had shared exactly these areas: what a preview asks.
    pub(super) fn if_shared(&self, areas: Areas) -> Bond {
        Bond { granted: areas, expired: Areas::NONE, withdrawn: Areas::NONE, ..self.clone() }
    }
}

/// Asks the kernel about each area, the card and the whereabouts.
pub(super) fn weigh(role: Role, class: Class, subject: &Subject, bond: &Bond, written_here: bool, now: Timestamp) -> Weighed {
    let about = |area: Option<Area>| Situation {
        shared: bond.shared(area),
        relation: relation(bond),
        written_here,
        blocked: bond.blocked,
        area_closed: area.is_some_and(|area| subject.closed.has(area)),
        objection: subject.objected,
        emergency: emergency(bond),
        age: age(subject.birth_year, now),
        protected_address: subject.protected,
        // A closed account is gone for everyone but the person, who may open it again.
        erased: subject.erased || (subject.closed_account && role != Role::Person),
    };
    let mut weighed = Weighed {
        areas: Areas::NONE,
        unmapped: false,
        card: false,
        whereabouts: false,
        basis: Basis::Relation,
        denial: Reason::Silence,
    };
    for area in Area::ALL {
        match decide(role, class, Some(area), Aspect::Content, &about(Some(area))) {
            Decision::Permit(basis) => {
                weighed.areas = weighed.areas.with(area);
                weighed.basis = basis;
            }
            Decision::Deny(reason) => weighed.denial = reason,
        }
    }
    if let Decision::Permit(basis) = decide(role, class, None, Aspect::Content, &about(None)) {
        weighed.unmapped = true;
        weighed.basis = basis;
    }
    // The card follows whether anything at all is shared, so the situation is asked with the best of the areas.
    let best = Situation { shared: if bond.granted.is_empty() { Shared::No } else { Shared::Yes }, ..about(None) };
    weighed.card = decide(role, class, None, Aspect::Card, &best).is_permit();
    weighed.whereabouts = decide(role, class, None, Aspect::Whereabouts, &best).is_permit();
    weighed
}

fn relation(bond: &Bond) -> Relation {
    match (bond.serving, bond.served) {
        (true, _) => Relation::Serving,
        (false, true) => Relation::Ended,
        (false, false) => Relation::None,
    }
}

fn emergency(bond: &Bond) -> Emergency {
    match (bond.emergency_open, bond.emergency_over) {
        (true, _) => Emergency::Open,
        (false, true) => Emergency::Over,
        (false, false) => Emergency::No,
    }
}

/// Only the year of birth is kept, so the youngest possible age counts: when in doubt, the stricter rule.
fn age(birth_year: Option<i64>, now: Timestamp) -> AgeBand {
    let Some(born) = birth_year else { return AgeBand::Adult };
    let (year, ..) = now.day().parts();
    let years = (i64::from(year) - born - 1).clamp(0, 200);
    AgeBand::of_age(u16::try_from(years).unwrap_or(200))
}
