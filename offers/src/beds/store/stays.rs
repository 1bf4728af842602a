//! Stays: rows to cases and back. Ids come without a permit, words never do.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::beds::choices::{How, Journey, NextStep, Why};
use crate::beds::rules::{Case, State};

/// Stays of one person that are read: a person with more shows the newest.
const MOST: usize = 50;

/// A stay, from the question on.
#[derive(Clone, Debug)]
pub struct Stay {
    /// Its id.
    pub id: RowId,
    /// Whose.
    pub person: PersonId,
    /// In which unit.
    pub unit: RowId,
    /// What it is called, and where one calls.
    pub unit_name: String,
    /// As stored.
    pub unit_phone: String,
    /// Whose unit it is.
    pub organisation: OrganisationId,
    /// Which area it belongs to.
    pub area: Area,
    /// Where it stands.
    pub case: Case,
    /// Cannot wait.
    pub acute: bool,
    /// What comes after.
    pub next_step: NextStep,
    /// What whoever asked wants the ward to know.
    pub words: Option<String>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Who asked, and where they work; nothing when it was the person.
    pub asked_by: Option<String>,
    /// Where they work.
    pub asked_from: Option<OrganisationId>,
    /// Its name.
    pub asked_from_name: Option<String>,
    /// The last no, and why.
    pub no: Option<(Timestamp, Why)>,
    /// When the person said that they come.
    pub coming_at: Option<Timestamp>,
    /// When it began.
    pub begun_at: Option<Timestamp>,
    /// The day on which it is planned to end.
    pub leaving_on: Option<Day>,
    /// When it was over.
    pub over_at: Option<Timestamp>,
    /// How it ended.
    pub how: Option<How>,
    /// Who acted last.
    pub acted_by: Option<String>,
    /// The hand-over that belongs to it.
    pub handover: Option<String>,
    /// The gap that was opened for it.
    pub gap: Option<String>,
    /// The relation that was begun for it.
    pub relation: Option<String>,
}

impl Stay {
    /// Whether a permit shows it: the person, whoever has been shown the area, and the two services it lies between as long
    /// as they may know who the person is.
    #[must_use]
    pub fn is_shown(&self, permit: &Permit, employer: Option<&OrganisationId>) -> bool {
        let between = employer.is_some_and(|here| *here == self.organisation || Some(here) == self.asked_from.as_ref());
        permit.sees(Some(self.area)) || (between && permit.knows_card())
    }
}

static OF_EACH: ForMany = ForMany::new(
    "SELECT s.person_id, s.stay_id, s.unit_id, u.name, u.phone, s.organisation_id, s.area, s.state, s.acute_at, s.next_step,
       s.words, s.asked_at, a.name, s.asked_from, o.name, s.no_at, s.no_why, s.come_at, s.begun_at, s.leaving_on, s.over_at,
       s.ended_how, c.name, s.handover_id, s.handover, s.gap_id, s.relation_id, s.version,
       s.coming_at
     FROM beds_stay s
     JOIN beds_unit u ON u.unit_id = s.unit_id
     LEFT JOIN account a ON a.account_id = s.asked_by
     LEFT JOIN account c ON c.account_id = s.acted_by
     LEFT JOIN organisation o ON o.organisation_id = s.asked_from
     WHERE s.person_id = $1",
);

fn state(row: &Row) -> Result<State, Fault> {
    Ok(match row.text(7)? {
        "asked" => State::Asked,
        "offered" => State::Offered { come_at: row.time(17)? },
        "begun" => State::Begun,
        "ended" => State::Ended,
        "withdrawn" => State::Withdrawn,
        _ => return Err(Fault::new("a stay stands somewhere nobody knows")),
    })
}

fn read(permit: &Permit, row: &Row) -> Result<Stay, Error> {
    let id = row.parsed(1, RowId::parse)?;
    let words = permit.open_or_null(Cell::new("beds_stay", id.as_str(), "words"), row.blob_or_null(10)?)?;
    let no = match (row.time_or_null(15)?, row.parsed_or_null(16, Why::parse)?) {
        (Some(at), Some(why)) => Some((at, why)),
        _ => None,
    };
    let text = |at: usize| row.text_or_null(at).map(|text| text.map(str::to_owned));
    Ok(Stay {
        person: row.parsed(0, PersonId::parse)?,
        unit: row.parsed(2, RowId::parse)?,
        unit_name: row.text(3)?.to_owned(),
        unit_phone: row.text(4)?.to_owned(),
        organisation: row.parsed(5, OrganisationId::parse)?,
        area: row.parsed(6, Area::parse)?,
        case: Case { state: state(row)?, version: row.int(27)?, journey: row.parsed(24, Journey::parse)? },
        acute: row.text_or_null(8)?.is_some(),
        next_step: row.parsed(9, NextStep::parse)?,
        words,
        asked_at: row.time(11)?,
        asked_by: text(12)?,
        asked_from: row.parsed_or_null(13, OrganisationId::parse)?,
        asked_from_name: text(14)?,
        no,
        coming_at: row.time_or_null(28)?,
        begun_at: row.time_or_null(18)?,
        leaving_on: row.parsed_or_null(19, Day::parse)?,
        over_at: row.time_or_null(20)?,
        how: row.parsed_or_null(21, How::parse)?,
        acted_by: text(22)?,
        handover: text(23)?,
        gap: text(25)?,
        relation: text(26)?,
        id,
    })
}

/// The stays of these persons that their permits show, the newest first.
///
/// # Errors
/// A fault.
pub fn of_each(tx: &mut Tx<'_>, desk: &Desk<'_>, permits: &[Permit]) -> Result<Vec<Stay>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let mut found = Vec::new();
    for row in &tx.rows_for(&OF_EACH, &persons, &[])? {
        let person = row.parsed(0, PersonId::parse)?;
        let permit = permits.iter().find(|permit| *permit.person() == person);
        let stay = permit.map(|permit| read(permit, row)).transpose()?;
        let shown = |stay: &Stay| permit.is_some_and(|permit| stay.is_shown(permit, employer));
        found.extend(stay.filter(shown));
    }
    found.sort_by(|a: &Stay, b: &Stay| b.asked_at.cmp(&a.asked_at).then_with(|| a.id.cmp(&b.id)));
    Ok(found)
}

/// The stays of one person that the permit shows, the newest first.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Stay>, Error> {
    let mut found = of_each(tx, desk, std::slice::from_ref(permit))?;
    found.truncate(MOST);
    Ok(found)
}

/// Whose stay it is: an id, to be asked a permit for.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn whose(tx: &mut Tx<'_>, id: &RowId) -> Result<PersonId, Error> {
    let row = tx.row("SELECT person_id FROM beds_stay WHERE stay_id = $1", args![id])?;
    Ok(row.ok_or(Error::Missing)?.parsed(0, PersonId::parse)?)
}

/// One stay, when the permit shows it.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn one(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Stay, Error> {
    let found = of_each(tx, desk, std::slice::from_ref(permit))?;
    found.into_iter().find(|stay| stay.id == *id).ok_or(Error::Missing)
}

/// Whether the person has a question or a place in a unit already.
///
/// # Errors
/// A fault.
pub fn is_open(tx: &mut Tx<'_>, permit: &Permit, unit: &RowId) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT stay_id FROM beds_stay
         WHERE person_id = $1 AND unit_id = $2 AND state IN ('asked', 'offered', 'begun')",
        args![permit.person(), unit],
    )?;
    Ok(row.is_some())
}

/// A question to be written.
pub struct NewStay<'a> {
    /// In which unit.
    pub unit: &'a RowId,
    /// Whose it is.
    pub ward: &'a OrganisationId,
    /// Which area.
    pub area: Area,
    /// Cannot wait.
    pub acute: bool,
    /// What comes after.
    pub next_step: NextStep,
    /// What the ward should know.
    pub words: Option<&'a str>,
    /// The relation that was begun for it.
    pub relation: Option<&'a str>,
}

/// Writes a question.
///
/// # Errors
/// A fault.
pub fn insert(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewStay<'_>) -> Result<RowId, Error> {
    let (id, actor) = (RowId::from_bits(desk.bits()), &desk.ctx().actor);
    let words = new.words.map(|words| permit.seal(Cell::new("beds_stay", id.as_str(), "words"), words)).transpose()?;
    let from = actor.employer.as_ref().filter(|_| !permit.is_own()).map(|employer| employer.id.as_str().to_owned());
    tx.run(
        "INSERT INTO beds_stay (person_id, stay_id, unit_id, organisation_id, area, state, place, turn_at, acute_at, next_step,
           words, asked_at, asked_by, asked_from, agreed, handover, relation_id, version)
         VALUES ($1, $2, $3, $4, $5, 'asked', $6, $7, $8, $9, $10, $11, $12, $13, $14, 'none', $15, 1)",
        args![
            permit.person(),
            &id,
            new.unit,
            new.ward,
            new.area.key(),
            i64::from(!new.acute),
            desk.now(),
            new.acute.then(|| desk.now()),
            new.next_step.key(),
            words,
            desk.now(),
            actor.account.as_ref().filter(|_| !permit.is_own()).map(AccountId::as_str),
            from,
            if permit.is_own() { "person" } else { "said-so" },
            new.relation,
        ],
    )?;
    Ok(id)
}

/// Writes where a stay stands, when nobody was there in between.
///
/// # Errors
/// A fault. False when the version is another.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, stay: &Stay) -> Result<bool, Error> {
    let come_at = match stay.case.state {
        State::Offered { come_at } => Some(come_at),
        _ => None,
    };
    let (place, turn_at) = turn(stay, come_at);
    let touched = tx.run(
        "UPDATE beds_stay SET state = $1, place = $2, turn_at = $3, no_at = $4, no_why = $5, come_at = $6, begun_at = $7,
           leaving_on = $8, over_at = $9, ended_how = $10, acted_by = COALESCE($11, acted_by), handover_id = $12,
           handover = $13, gap_id = $14, relation_id = $15, coming_at = $16, version = version + 1
         WHERE person_id = $17 AND stay_id = $18 AND version = $19",
        args![
            stay.case.state.key(),
            place,
            turn_at,
            stay.no.map(|(at, _)| at),
            stay.no.map(|(_, why)| why.key()),
            come_at,
            stay.begun_at,
            stay.leaving_on,
            stay.over_at,
            stay.how.map(How::key),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            stay.handover.as_deref(),
            stay.case.journey.key(),
            stay.gap.as_deref(),
            stay.relation.as_deref(),
            stay.coming_at,
            permit.person(),
            &stay.id,
            stay.case.version,
        ],
    )?;
    Ok(touched == 1)
}

/// Where a stay stands on the ward's list, and since when.
fn turn(stay: &Stay, come_at: Option<Timestamp>) -> (i64, Timestamp) {
    match stay.case.state {
        State::Asked if stay.no.is_some() => (2, stay.asked_at),
        State::Asked => (i64::from(!stay.acute), stay.asked_at),
        State::Offered { .. } => (0, come_at.unwrap_or(stay.asked_at)),
        State::Begun => (stay.case.journey.place(), stay.begun_at.unwrap_or(stay.asked_at)),
        State::Ended | State::Withdrawn => (stay.case.journey.place(), stay.over_at.unwrap_or(stay.asked_at)),
    }
}

/// What a hand-over tells about the stay it belongs to: the one that names it, else the person's last that has begun. Ids
/// only; it is the machine that hears it.
///
/// # Errors
/// A fault.
pub fn journey(tx: &mut Tx<'_>, person: &PersonId, handover: &str, journey: Option<Journey>) -> Result<(), Error> {
    let row = tx.row(
        "SELECT stay_id, handover FROM beds_stay
         WHERE person_id = $1 AND state IN ('begun', 'ended') AND (handover_id = $2 OR (handover_id IS NULL AND handover <> 'passed'))
         ORDER BY CASE WHEN handover_id IS NULL THEN 1 ELSE 0 END, turn_at DESC, stay_id LIMIT 1",
        args![person, handover],
    )?;
    let Some(row) = row else { return Ok(()) };
    let id = row.parsed(0, RowId::parse)?;
    let known = row.parsed(1, Journey::parse)?;
    // A fact may come late, and one that was overtaken says nothing new; a refusal alone takes a step back.
    let now = match journey {
        Some(journey) if journey <= known => return Ok(()),
        Some(journey) => journey,
        None if known == Journey::Passed => return Ok(()),
        None => Journey::None,
    };
    tx.run(
        "UPDATE beds_stay SET handover_id = $1, handover = $2, place = $3, version = version + 1
         WHERE person_id = $4 AND stay_id = $5",
        args![(now != Journey::None).then_some(handover), now.key(), now.place(), person, &id],
    )?;
    Ok(())
}
