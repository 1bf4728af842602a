//! Duties over time: who held which, who holds it now, who takes over, who could. Rows only; the rules are `team`'s.

use std::collections::HashMap;

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;

use super::desk::Desk;
use super::permit::Permit;
use super::relations::Duty;
use crate::args;
use crate::db::{ForMany, Row, Tx};
use crate::error::{Error, Fault};

/// A relation with its whole life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its id.
    pub id: String,
    /// What they are to the person.
    pub duty: Duty,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// What kind it is.
    pub organisation_kind: Option<OrganisationKind>,
    /// Who in it; nothing for the organisation as a whole.
    pub account: Option<AccountId>,
    /// Their name.
    pub name: Option<String>,
    /// Their title.
    pub title: String,
    /// Their phone, or the organisation's.
    pub phone: String,
    /// From when.
    pub from_at: Timestamp,
    /// Until when, if an end was set.
    pub until_at: Option<Timestamp>,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
    /// When the account ended, if it has.
    pub account_ended_at: Option<Timestamp>,
}

impl Held {
    /// Whether it runs at this moment and somebody is there to do it.
    #[must_use]
    pub fn is_held(&self, at: Timestamp) -> bool {
        self.from_at <= at && self.over_at().is_none_or(|over| over > at)
    }

    /// When it was or will be over: ended, run out, or left by whoever held it; nothing while no end is known.
    #[must_use]
    pub fn over_at(&self) -> Option<Timestamp> {
        [self.until_at, self.ended_at, self.account_ended_at].into_iter().flatten().min()
    }
}

static EVER: ForMany = ForMany::new(
    "SELECT r.relation_id, r.kind, r.organisation_id, o.name, o.kind, r.account_id, a.name, a.title, a.phone, o.phone,
       r.from_at, r.until_at, r.ended_at, a.ended_at, r.person_id
     FROM access_relation r
     JOIN organisation o ON o.organisation_id = r.organisation_id
     LEFT JOIN account a ON a.account_id = r.account_id
     WHERE r.person_id = $1",
);

/// Most relations of one person that are looked at.
const MOST: usize = 200;

/// All relations of a person, those that are over and those to come too: the two hundred newest, the newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Held>, Error> {
    Ok(of_each(tx, std::slice::from_ref(permit))?.remove(permit.person()).unwrap_or_default())
}

/// As [`all`], for everyone on a list at once. Whoever has no relation is left out.
///
/// # Errors
/// As [`all`].
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<HashMap<PersonId, Vec<Held>>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let mut found: HashMap<PersonId, Vec<Held>> = HashMap::new();
    for row in &tx.rows_for(&EVER, &persons, &[])? {
        found.entry(row.parsed(14, PersonId::parse)?).or_default().push(read(row)?);
    }
    for held in found.values_mut() {
        held.sort_by(|a, b| b.from_at.cmp(&a.from_at).then_with(|| a.id.cmp(&b.id)));
        held.truncate(MOST);
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Held, Fault> {
    let own_phone = row.text_or_null(8)?.filter(|phone| !phone.is_empty());
    Ok(Held {
        id: row.text(0)?.to_owned(),
        duty: row.parsed(1, Duty::parse)?,
        organisation: row.parsed(2, OrganisationId::parse)?,
        organisation_name: row.text(3)?.to_owned(),
        organisation_kind: OrganisationKind::parse(row.text(4)?),
        account: row.parsed_or_null(5, AccountId::parse)?,
        name: row.text_or_null(6)?.map(str::to_owned),
        title: row.text_or_null(7)?.unwrap_or_default().to_owned(),
        phone: own_phone.map_or_else(|| row.text(9), Ok)?.to_owned(),
        from_at: row.time(10)?,
        until_at: row.time_or_null(11)?,
        ended_at: row.time_or_null(12)?,
        account_ended_at: row.time_or_null(13)?,
    })
}

/// Sets the moment at which a duty goes to somebody else. False when it had ended already.
///
/// # Errors
/// A fault when the database says no.
pub fn end_at(tx: &mut Tx<'_>, permit: &Permit, relation: &str, until: Timestamp) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE access_relation SET until_at = $1 WHERE person_id = $2 AND relation_id = $3 AND ended_at IS NULL",
        args![until, permit.person(), relation],
    )?;
    Ok(touched > 0)
}

/// Whether a receiver may know of this member: that a service is there tells what it is for. So beside «Folk rundt meg», the
/// area of the service must be shared too, and two services are the person's alone.
#[must_use]
pub fn may_know(permit: &Permit, held: &Held) -> bool {
    if permit.is_own() {
        return true;
    }
    let Some(kind) = held.organisation_kind else { return false };
    let open = |area: Area| permit.sees(Some(area));
    let service = match kind {
        OrganisationKind::Municipality | OrganisationKind::Voluntary | OrganisationKind::Outreach => Area::PeopleAround,
        OrganisationKind::MoCentre => Area::Safety,
        OrganisationKind::GpOffice => Area::Body,
        OrganisationKind::Nav => Area::Money,
        OrganisationKind::LarClinic | OrganisationKind::LarOutlet | OrganisationKind::Pharmacy | OrganisationKind::Detox => {
            Area::Medicines
        }
        OrganisationKind::TsbClinic => Area::MentalHealth,
        OrganisationKind::Housing => Area::Housing,
        OrganisationKind::Dental => Area::Teeth,
        OrganisationKind::ConsumptionRoom | OrganisationKind::DrugChecking | OrganisationKind::AdvisoryUnit => return false,
    };
    open(Area::PeopleAround) && open(service)
}

/// An employee who could hold a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Account.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
}

/// Employees at work in one organisation, by name.
///
/// # Errors
/// A fault when the database says no.
pub fn colleagues(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<Vec<Candidate>, Error> {
    let rows = tx.rows(
        "SELECT a.account_id, a.name, a.title, a.role, a.organisation_id, o.name
         FROM account a JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.organisation_id = $1 AND (a.ended_at IS NULL OR a.ended_at > $2)
         ORDER BY a.role, a.account_id LIMIT 200",
        args![organisation, now],
    )?;
    let mut found: Vec<Candidate> = rows
        .iter()
        .map(|row| {
            Ok(Candidate {
                account: row.parsed(0, AccountId::parse)?,
                name: row.text(1)?.to_owned(),
                title: row.text(2)?.to_owned(),
                role: row.parsed(3, Role::parse)?,
                organisation: row.parsed(4, OrganisationId::parse)?,
                organisation_name: row.text(5)?.to_owned(),
            })
        })
        .collect::<Result<_, Fault>>()?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

impl Desk<'_> {
    /// Those for whom a coordinator or a responsible professional is missing who has been there before: where the asker's
    /// organisation held it last, and, for whoever coordinates, every missing coordinator among those the organisation
    /// serves. Ids only, a hundred after `after`, to be handed to [`Desk::people`]; the rules look at each of them again.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn who_may_lack_somebody(&self, tx: &mut Tx<'_>, after: Option<&PersonId>) -> Result<Vec<PersonId>, Error> {
        let Some(employer) = &self.ctx().actor.employer else { return Ok(Vec::new()) };
        let now = self.now();
        let rows = tx.rows(
            "SELECT DISTINCT r.person_id FROM access_relation r
             WHERE (r.organisation_id = $1
                 OR (r.kind = 'coordinator' AND r.person_id IN (SELECT s.person_id FROM access_relation s
                   WHERE s.organisation_id = $2 AND s.kind = 'serving' AND s.ended_at IS NULL)))
               AND r.kind IN ('coordinator', 'responsible', 'substitute') AND r.from_at <= $3 AND r.person_id > $4
               AND NOT EXISTS (SELECT 1 FROM access_relation n LEFT JOIN account a ON a.account_id = n.account_id
                 WHERE n.person_id = r.person_id AND n.ended_at IS NULL AND n.from_at <= $5
                   AND (n.until_at IS NULL OR n.until_at > $6) AND (a.ended_at IS NULL OR a.ended_at > $7)
                   AND (n.kind = r.kind OR (r.kind <> 'coordinator' AND n.organisation_id = r.organisation_id
                     AND n.kind IN ('responsible', 'substitute'))))
             ORDER BY r.person_id LIMIT 100",
            args![&employer.id, &employer.id, now, after.map_or("", PersonId::as_str), now, now, now,],
        )?;
        Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
    }
}
