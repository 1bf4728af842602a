//! A ward's lists, page by page: ids first, then what the permits show of them.

use kernel::id::{OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::stays::{Stay, of_each};

/// Stays on one page of a ward's list.
pub const PAGE: usize = 25;

/// Which of a ward's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Those who are here, without a planned journey home on top.
    Here,
    /// Those for whom a place is held, the first to come on top.
    Coming,
    /// Those who ask, what cannot wait on top.
    Asking,
    /// Those who have gone and whom nobody has met yet.
    Gone,
}

impl Shelf {
    /// All four, in the order of the page.
    pub const ALL: [Shelf; 4] = [Shelf::Here, Shelf::Coming, Shelf::Asking, Shelf::Gone];

    /// In the address and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Shelf::Here => "her",
            Shelf::Coming => "kommer",
            Shelf::Asking => "spor",
            Shelf::Gone => "dratt",
        }
    }

    /// The list with this key; the first when it is none of ours.
    #[must_use]
    pub fn read(key: &str) -> Shelf {
        Shelf::ALL.into_iter().find(|shelf| shelf.key() == key).unwrap_or(Shelf::Here)
    }

    const fn state(self) -> &'static str {
        match self {
            Shelf::Here => "begun",
            Shelf::Coming => "offered",
            Shelf::Asking => "asked",
            Shelf::Gone => "ended",
        }
    }

    /// Whoever has been met by the next service is on nobody's list any more.
    const fn last_place(self) -> i64 {
        match self {
            Shelf::Gone => 2,
            Shelf::Here | Shelf::Coming | Shelf::Asking => 9,
        }
    }
}

/// Where on a list one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The row's place.
    pub place: i64,
    /// Its time.
    pub at: Timestamp,
    /// Its id.
    pub id: RowId,
}

/// A row on a list: ids only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose.
    pub person: PersonId,
    /// Where it stands.
    pub after: After,
}

/// A page of a ward's list, by key, and where the next begins.
///
/// # Errors
/// A fault.
pub fn page(
    tx: &mut Tx<'_>,
    ward: &OrganisationId,
    shelf: Shelf,
    after: Option<&After>,
) -> Result<(Vec<Listed>, Option<After>), Error> {
    let first = After { place: -1, at: Timestamp::from_unix_s(0), id: RowId::from_bits(0) };
    let After { place, at, id } = after.unwrap_or(&first);
    let rows = tx.rows(
        "SELECT person_id, place, turn_at, stay_id FROM beds_stay
         WHERE organisation_id = $1 AND state = $2 AND (place, turn_at, stay_id) > ($3, $4, $5) AND place <= $6
         ORDER BY place, turn_at, stay_id LIMIT 26",
        args![ward, shelf.state(), *place, *at, id, shelf.last_place()],
    )?;
    let read = |row: &Row| {
        let after = After { place: row.int(1)?, at: row.time(2)?, id: row.parsed(3, RowId::parse)? };
        Ok(Listed { person: row.parsed(0, PersonId::parse)?, after })
    };
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let listed = shown.iter().map(read).collect::<Result<Vec<Listed>, Fault>>()?;
    let next = listed.last().filter(|_| rows.len() > PAGE).map(|last| last.after.clone());
    Ok((listed, next))
}

/// Opens a page of a list: one statement for the permits and one for the rows. What may not be seen is not there.
///
/// # Errors
/// A fault.
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, listed: &[Listed]) -> Result<Vec<(Permit, Stay)>, Error> {
    let mut persons: Vec<PersonId> = listed.iter().map(|listed| listed.person.clone()).collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let place = |stay: &Stay| listed.iter().position(|listed| listed.after.id == stay.id);
    let mut opened = Vec::new();
    for stay in of_each(tx, desk, &permits)? {
        let permit = permits.iter().find(|permit| *permit.person() == stay.person);
        let permit = permit.filter(|_| place(&stay).is_some());
        opened.extend(permit.map(|permit| (permit.clone(), stay)));
    }
    opened.sort_by_key(|(_, stay)| place(stay));
    Ok(opened)
}
