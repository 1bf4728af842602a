//! Decisions: a concrete place for so many nights, or a no in words; with the day until which one can complain, and what the
//! person said to it.

use std::collections::HashMap;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

use crate::tonight::nights::Span;

const TABLE: &str = "tonight_decision";

/// What the person said to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// They come, or have come.
    Yes,
    /// It is not safe for them.
    NotSafe,
}

impl Said {
    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Said::Yes => "yes",
            Said::NotSafe => "not-safe",
        }
    }

    /// What was said.
    #[must_use]
    pub fn parse(key: &str) -> Option<Said> {
        [Said::Yes, Said::NotSafe].into_iter().find(|said| said.key() == key)
    }
}

/// A place that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which.
    pub place: RowId,
    /// Its name.
    pub name: String,
    /// Its phone.
    pub phone: String,
    /// Which part of the town.
    pub part_of_town: String,
    /// The number to say in the door.
    pub slip: i64,
    /// When they came, as the place says.
    pub came_at: Option<Timestamp>,
    /// When the place said that they had not.
    pub missed_at: Option<Timestamp>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: RowId,
    /// Of which request.
    pub request: RowId,
    /// The place; nothing when it was a no.
    pub given: Option<Given>,
    /// First evening.
    pub from: Day,
    /// Last evening it was given for.
    pub through: Day,
    /// The morning they left.
    pub left: Option<Day>,
    /// Why, when it was a no; a word to the person, when there is one.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Who decided.
    pub by: String,
    /// Until which day one can complain.
    pub complain_by: Day,
    /// What the person said.
    pub said: Option<Said>,
    /// And why, if they said so.
    pub said_words: Option<String>,
}

impl Decision {
    /// The nights of it, as the count sees them. A place that was not safe, and one nobody came to, gave no night.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let given = self.given.as_ref()?;
        (given.missed_at.is_none()).then_some(Span { from: self.from, left: self.left })
    }
}

/// A decision to be written.
#[derive(Clone, Debug)]
pub struct NewDecision<'a> {
    /// Random id.
    pub id: RowId,
    /// Of which request.
    pub request: &'a RowId,
    /// The place and the number of the slip; nothing for a no.
    pub place: Option<(&'a RowId, i64)>,
    /// First evening.
    pub from: Day,
    /// Last evening.
    pub through: Day,
    /// Why, or a word to the person.
    pub words: Option<&'a str>,
    /// Who decides.
    pub by: &'a AccountId,
    /// Until which day one can complain.
    pub complain_by: Day,
}

/// Writes a decision.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &NewDecision<'_>, now: Timestamp) -> Result<(), Error> {
    let words = new.words.map(|words| permit.seal(Cell::new(TABLE, new.id.as_str(), "words"), words)).transpose()?;
    tx.run(
        "INSERT INTO tonight_decision (person_id, decision_id, request_id, place_id, slip, from_day, through_day, words,
           decided_at, decided_by, complain_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            permit.person(),
            &new.id,
            new.request,
            new.place.map(|(place, _)| place.as_str()),
            new.place.map(|(_, slip)| slip),
            new.from,
            new.through,
            words,
            now,
            new.by,
            new.complain_by,
        ],
    )?;
    Ok(())
}

static OF_A_PERSON: ForMany = ForMany::new(
    "SELECT d.decision_id, d.request_id, d.place_id, p.name, p.phone, p.part_of_town, d.slip, s.came_at, s.missed_at,
       d.from_day, d.through_day, d.left_day, d.words, d.decided_at, a.name, d.complain_by, d.answer, d.answer_words,
       d.person_id
     FROM tonight_decision d
     JOIN tonight_request r ON r.person_id = d.person_id AND r.request_id = d.request_id
     LEFT JOIN tonight_place p ON p.place_id = d.place_id
     LEFT JOIN tonight_slip s ON s.place_id = d.place_id AND s.night = d.from_day AND s.slip = d.slip
     LEFT JOIN account a ON a.account_id = d.decided_by
     WHERE d.person_id = $1 AND ($2 = '' OR r.organisation_id = $3)",
);

/// The decisions about these persons that the permits cover, each person's newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<HashMap<PersonId, Vec<Decision>>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let organisation = permits.first().and_then(Permit::written_by).map_or("", OrganisationId::as_str);
    let mut found: HashMap<PersonId, Vec<Decision>> = HashMap::new();
    for row in &tx.rows_for(&OF_A_PERSON, &persons, args![organisation, organisation])? {
        let person = row.parsed(18, PersonId::parse)?;
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            found.entry(person).or_default().push(read(permit, row)?);
        }
    }
    for decisions in found.values_mut() {
        decisions.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.id.cmp(&a.id)));
    }
    Ok(found)
}

/// As [`of_each`], for one person.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Decision>, Error> {
    Ok(of_each(tx, std::slice::from_ref(permit))?.remove(permit.person()).unwrap_or_default())
}

fn read(permit: &Permit, row: &Row) -> Result<Decision, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let open = |column, at| permit.open_or_null(Cell::new(TABLE, id.as_str(), column), row.blob_or_null(at)?);
    let text = |at| Ok::<_, platform::error::Fault>(row.text_or_null(at)?.unwrap_or_default().to_owned());
    let given = match row.parsed_or_null(2, RowId::parse)? {
        Some(place) => Some(Given {
            place,
            name: text(3)?,
            phone: text(4)?,
            part_of_town: text(5)?,
            slip: row.int_or_null(6)?.unwrap_or_default(),
            came_at: row.time_or_null(7)?,
            missed_at: row.time_or_null(8)?,
        }),
        None => None,
    };
    Ok(Decision {
        request: row.parsed(1, RowId::parse)?,
        given,
        from: row.parsed(9, Day::parse)?,
        through: row.parsed(10, Day::parse)?,
        left: row.parsed_or_null(11, Day::parse)?,
        words: open("words", 12)?,
        at: row.time(13)?,
        by: text(14)?,
        complain_by: row.parsed(15, Day::parse)?,
        said: row.parsed_or_null(16, Said::parse)?,
        said_words: open("answer_words", 17)?,
        id,
    })
}

/// What the person says to a place.
///
/// # Errors
/// A fault when the database says no.
pub fn answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: &RowId,
    said: Said,
    words: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    let words = words.map(|words| permit.seal(Cell::new(TABLE, id.as_str(), "answer_words"), words)).transpose()?;
    tx.run(
        "UPDATE tonight_decision SET answer = $1, answered_at = $2, answer_words = $3
         WHERE person_id = $4 AND decision_id = $5",
        args![said.key(), now, words, permit.person(), id],
    )?;
    Ok(())
}

/// The morning they left, or the day from which another decision takes over.
///
/// # Errors
/// A fault when the database says no.
pub fn left(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, day: Day) -> Result<(), Error> {
    tx.run(
        "UPDATE tonight_decision SET left_day = $1 WHERE person_id = $2 AND decision_id = $3 AND left_day IS NULL",
        args![day, permit.person(), id],
    )?;
    Ok(())
}

/// More nights by the same decision's place.
///
/// # Errors
/// A fault when the database says no.
pub fn through(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, day: Day) -> Result<(), Error> {
    tx.run(
        "UPDATE tonight_decision SET through_day = $1 WHERE person_id = $2 AND decision_id = $3",
        args![day, permit.person(), id],
    )?;
    Ok(())
}
