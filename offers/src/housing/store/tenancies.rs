//! Where somebody lives and has lived: the plan for the follow-up, the visits, and how it ended.

use std::collections::HashMap;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Day;
use platform::access::Permit;
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::covered;
use super::desk::{Worker, worker};
use super::needs::After;
use crate::housing::fit::Support;
use crate::housing::rules::{EndReason, Refusal};

const TABLE: &str = "housing_tenancy";
/// Rows on one page of a list.
pub const PAGE: usize = 25;

/// A tenancy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenancy {
    /// Its id.
    pub id: RowId,
    /// Whose.
    pub person: PersonId,
    /// Which service follows it up.
    pub organisation: OrganisationId,
    /// Which home.
    pub unit: RowId,
    /// Its name and address.
    pub name: String,
    /// Its part of the town.
    pub part_of_town: String,
    /// The rules of the house.
    pub house_rules: String,
    /// Who owns it.
    pub landlord: String,
    /// From which day.
    pub began_on: Day,
    /// The follow-up.
    pub support: Support,
    /// Hours of it in a week.
    pub support_hours: i64,
    /// The plan for it, made together.
    pub plan: Option<String>,
    /// The next visit.
    pub visit_on: Day,
    /// Who holds it.
    pub holder: Worker,
    /// The day it ended, and how.
    pub ended: Option<(Day, EndReason)>,
    /// What was said about the end.
    pub end_words: Option<String>,
    /// For an optimistic change.
    pub version: i64,
}

/// A tenancy to be written.
#[derive(Clone, Debug)]
pub struct NewTenancy<'a> {
    /// Random id.
    pub id: &'a RowId,
    /// Of which wait.
    pub need: &'a RowId,
    /// Which service.
    pub organisation: &'a OrganisationId,
    /// Which home.
    pub unit: &'a RowId,
    /// From which day.
    pub began_on: Day,
    /// The follow-up.
    pub support: (Support, i64),
    /// The plan for it.
    pub plan: Option<&'a str>,
    /// The first visit.
    pub visit_on: Day,
    /// Who holds it.
    pub holder: &'a AccountId,
}

/// Writes a tenancy.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &NewTenancy<'_>) -> Result<(), Error> {
    let plan = new.plan.map(|plan| permit.seal(Cell::new(TABLE, new.id.as_str(), "plan"), plan)).transpose()?;
    tx.run(
        "INSERT INTO housing_tenancy (person_id, tenancy_id, need_id, organisation_id, unit_id, began_on, support,
           support_hours, plan, visit_on, holder_id, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
        args![
            permit.person(),
            new.id,
            new.need,
            new.organisation,
            new.unit,
            new.began_on,
            new.support.0.key(),
            new.support.1,
            plan,
            new.visit_on,
            new.holder,
        ],
    )?;
    Ok(())
}

static OF_A_PERSON: ForMany = ForMany::new(
    "SELECT t.tenancy_id, t.organisation_id, t.unit_id, u.name, u.part_of_town, u.house_rules, u.landlord, t.began_on,
       t.support, t.support_hours, t.plan, t.visit_on, t.holder_id, a.name, a.phone, t.ended_on, t.end_reason, t.end_words,
       t.version, o.phone, t.person_id
     FROM housing_tenancy t
     JOIN housing_unit u ON u.unit_id = t.unit_id
     JOIN organisation o ON o.organisation_id = t.organisation_id
     LEFT JOIN account a ON a.account_id = t.holder_id
     WHERE t.person_id = $1 AND ($2 = '' OR t.organisation_id = $3)",
);

/// The tenancies of these persons that the permits cover, each person's newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<HashMap<PersonId, Vec<Tenancy>>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let organisation = covered(permits.first());
    let mut found: HashMap<PersonId, Vec<Tenancy>> = HashMap::new();
    for row in &tx.rows_for(&OF_A_PERSON, &persons, args![organisation, organisation])? {
        let person = row.parsed(20, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.entry(person).or_default().push(read(permit, row)?);
        }
    }
    for tenancies in found.values_mut() {
        tenancies.sort_by(|a, b| b.began_on.cmp(&a.began_on).then_with(|| b.id.cmp(&a.id)));
    }
    Ok(found)
}

/// As [`of_each`], for one person.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Tenancy>, Error> {
    Ok(of_each(tx, std::slice::from_ref(permit))?.remove(permit.person()).unwrap_or_default())
}

/// Where they live now.
///
/// # Errors
/// A fault when the database says no.
pub fn running(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Tenancy>, Error> {
    Ok(all(tx, permit)?.into_iter().find(|tenancy| tenancy.ended.is_none()))
}

fn read(permit: &Permit, row: &Row) -> Result<Tenancy, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let open = |column, at| permit.open_or_null(Cell::new(TABLE, id.as_str(), column), row.blob_or_null(at)?);
    let ended = row.parsed_or_null(15, Day::parse)?.zip(row.parsed_or_null(16, EndReason::parse)?);
    Ok(Tenancy {
        person: permit.person().clone(),
        organisation: row.parsed(1, OrganisationId::parse)?,
        unit: row.parsed(2, RowId::parse)?,
        name: row.text(3)?.to_owned(),
        part_of_town: row.text(4)?.to_owned(),
        house_rules: row.text(5)?.to_owned(),
        landlord: row.text(6)?.to_owned(),
        began_on: row.parsed(7, Day::parse)?,
        support: row.parsed(8, Support::parse)?,
        support_hours: row.int(9)?,
        plan: open("plan", 10)?,
        visit_on: row.parsed(11, Day::parse)?,
        holder: worker(row, 12, 19)?,
        ended,
        end_words: open("end_words", 17)?,
        version: row.int(18)?,
        id,
    })
}

/// Writes the plan for the follow-up anew, with the next visit.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn plan(tx: &mut Tx<'_>, permit: &Permit, seen: &Tenancy, words: Option<&str>, visit_on: Day) -> Result<(), Error> {
    let words = words.map(|words| permit.seal(Cell::new(TABLE, seen.id.as_str(), "plan"), words)).transpose()?;
    let saved = tx.run(
        "UPDATE housing_tenancy SET plan = $1, visit_on = $2, version = version + 1
         WHERE person_id = $3 AND tenancy_id = $4 AND version = $5",
        args![words, visit_on, permit.person(), &seen.id, seen.version],
    )?;
    if saved == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Ends it.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn end(
    tx: &mut Tx<'_>,
    permit: &Permit,
    seen: &Tenancy,
    on: Day,
    reason: EndReason,
    words: Option<&str>,
) -> Result<(), Error> {
    let words = words.map(|words| permit.seal(Cell::new(TABLE, seen.id.as_str(), "end_words"), words)).transpose()?;
    let saved = tx.run(
        "UPDATE housing_tenancy SET ended_on = $1, end_reason = $2, end_words = $3, version = version + 1
         WHERE person_id = $4 AND tenancy_id = $5 AND version = $6 AND ended_on IS NULL",
        args![on, reason.key(), words, permit.person(), &seen.id, seen.version],
    )?;
    if saved == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Those who live somewhere, the next visit first: whose and which, unseen.
///
/// # Errors
/// A fault when the database says no.
pub fn lived_in(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    after: Option<&After>,
) -> Result<(Vec<(PersonId, RowId)>, Option<After>), Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT person_id, tenancy_id, visit_on FROM housing_tenancy
         WHERE organisation_id = $1 AND ended_on IS NULL AND (visit_on, tenancy_id) > ($2, $3)
         ORDER BY visit_on, tenancy_id LIMIT 26",
        args![organisation, at, id],
    )?;
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let read = shown.iter().map(|row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?)));
    let found = read.collect::<Result<Vec<_>, Fault>>()?;
    let next = match (rows.len() > PAGE, shown.last()) {
        (true, Some(last)) => Some(After { at: last.text(2)?.to_owned(), id: last.text(1)?.to_owned() }),
        _ => None,
    };
    Ok((found, next))
}

/// How a visit went about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// At home.
    AtHome,
    /// On the phone.
    Phone,
    /// Somewhere else.
    Elsewhere,
    /// We did not reach them.
    NotReached,
}

impl How {
    /// All four.
    pub const ALL: [How; 4] = [How::AtHome, How::Phone, How::Elsewhere, How::NotReached];

    /// As stored, and in the wording (`housing-visit-home`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            How::AtHome => "home",
            How::Phone => "phone",
            How::Elsewhere => "elsewhere",
            How::NotReached => "not-reached",
        }
    }

    /// With this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.key() == key)
    }
}

/// A visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Of which tenancy.
    pub tenancy: RowId,
    /// When.
    pub on: Day,
    /// How.
    pub how: How,
    /// What was talked about.
    pub words: Option<String>,
    /// Who came.
    pub name: String,
}

const VISIT: &str = "housing_visit";

/// Writes a visit.
///
/// # Errors
/// A fault when the database says no.
pub fn visited(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (id, tenancy): (&RowId, &RowId),
    (on, how, words): (Day, How, Option<&str>),
    by: &AccountId,
) -> Result<(), Error> {
    let words = words.map(|words| permit.seal(Cell::new(VISIT, id.as_str(), "words"), words)).transpose()?;
    tx.run(
        "INSERT INTO housing_visit (person_id, visit_id, tenancy_id, on_day, how, words, account_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![permit.person(), id, tenancy, on, how.key(), words, by],
    )?;
    Ok(())
}

/// The visits to one person, the newest first: at most so many.
///
/// # Errors
/// A fault when the database says no.
pub fn visits(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Visit>, Error> {
    let organisation = covered(Some(permit));
    let rows = tx.rows(
        "SELECT v.visit_id, v.tenancy_id, v.on_day, v.how, v.words, a.name FROM housing_visit v
         JOIN housing_tenancy t ON t.person_id = v.person_id AND t.tenancy_id = v.tenancy_id
         LEFT JOIN account a ON a.account_id = v.account_id
         WHERE v.person_id = $1 AND ($2 = '' OR t.organisation_id = $3) ORDER BY v.on_day DESC, v.visit_id LIMIT 50",
        args![permit.person(), organisation, organisation],
    )?;
    let read = rows.iter().map(|row| {
        let id = row.parsed(0, RowId::parse)?;
        Ok(Visit {
            tenancy: row.parsed(1, RowId::parse)?,
            on: row.parsed(2, Day::parse)?,
            how: row.parsed(3, How::parse)?,
            words: permit.open_or_null(Cell::new(VISIT, id.as_str(), "words"), row.blob_or_null(4)?)?,
            name: row.text_or_null(5)?.unwrap_or_default().to_owned(),
        })
    });
    read.collect()
}

/// Since when somebody lives in a home of the service's, for those with whom they share the area: a day, and not where.
///
/// # Errors
/// A fault when the database says no.
pub fn lives_since(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Day>, Error> {
    let row = tx.row(
        "SELECT began_on FROM housing_tenancy WHERE person_id = $1 AND ended_on IS NULL ORDER BY began_on, tenancy_id LIMIT 1",
        args![permit.person()],
    )?;
    Ok(row.map(|row| row.parsed(0, Day::parse)).transpose()?)
}
