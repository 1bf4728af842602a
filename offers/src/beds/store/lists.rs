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
/// Pages of a list that are looked through for those that may be seen, and how many are opened at once.
const PAGES: usize = 8;
const AT_ONCE: usize = 5;

/// Which of a ward's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Those who are here, without a planned journey home on top.
    Here,
    /// Those for whom a place is held, the first to come on top.
    Coming,
    /// Those who ask, what cannot wait on top.
    Asking,
    /// Those who have gone and whom nobody has met yet, those who went last on top. Only as long as the ward may know who it is.
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
}

/// One of a ward's lists.
#[derive(Clone, Debug)]
pub struct List {
    /// Whose.
    pub ward: OrganisationId,
    /// Which.
    pub shelf: Shelf,
    /// Whoever went before this is known to the ward no longer.
    pub gone_since: Timestamp,
}

impl List {
    /// Whether a row here belongs on `/i-dag`: of those who are here only those without a planned journey home, who stand first.
    fn presses(&self, row: &After) -> bool {
        self.shelf != Shelf::Here || row.place == 0
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
pub fn page(tx: &mut Tx<'_>, list: &List, after: Option<&After>) -> Result<(Vec<Listed>, Option<After>), Error> {
    let rows = match list.shelf {
        Shelf::Here => standing(tx, &list.ward, "begun", after)?,
        Shelf::Coming => standing(tx, &list.ward, "offered", after)?,
        Shelf::Asking => standing(tx, &list.ward, "asked", after)?,
        Shelf::Gone => gone(tx, list, after)?,
    };
    let read = |row: &Row| {
        let after = After { place: row.int(1)?, at: row.time(2)?, id: row.parsed(3, RowId::parse)? };
        Ok(Listed { person: row.parsed(0, PersonId::parse)?, after })
    };
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let listed = shown.iter().map(read).collect::<Result<Vec<Listed>, Fault>>()?;
    let next = listed.last().filter(|_| rows.len() > PAGE).map(|last| last.after.clone());
    Ok((listed, next))
}

/// Those whose stay is in this state, by place and then by whose turn it is.
fn standing(tx: &mut Tx<'_>, ward: &OrganisationId, state: &str, after: Option<&After>) -> Result<Vec<Row>, Fault> {
    let first = After { place: -1, at: Timestamp::from_unix_s(0), id: RowId::from_bits(0) };
    let After { place, at, id } = after.unwrap_or(&first);
    tx.rows(
        "SELECT person_id, place, turn_at, stay_id FROM beds_stay
         WHERE organisation_id = $1 AND state = $2 AND (place, turn_at, stay_id) > ($3, $4, $5)
         ORDER BY place, turn_at, stay_id LIMIT 26",
        args![ward, state, *place, *at, id],
    )
}

/// Those who have gone, while the ward may know who it is: those whom nobody was asked to meet, those somebody was asked to, those
/// somebody has said yes to, and in each the one who went last on top. Whoever was met is on nobody's list any more. Each place is
/// read by key, so that what lies further back costs nothing.
fn gone(tx: &mut Tx<'_>, list: &List, after: Option<&After>) -> Result<Vec<Row>, Fault> {
    let before = |place: i64| match after {
        Some(after) if after.place > place => (String::new(), String::new()),
        Some(after) if after.place == place => (after.at.stored(), after.id.to_string()),
        _ => ("9999".to_owned(), String::new()),
    };
    let [(alone_at, alone), (asked_at, asked), (promised_at, promised)] = [0, 1, 2].map(before);
    let (ward, since) = (&list.ward, list.gone_since);
    tx.rows(
        "SELECT person_id, place, turn_at, stay_id FROM (
           SELECT person_id, place, turn_at, stay_id FROM (
             SELECT person_id, place, turn_at, stay_id FROM beds_stay
             WHERE organisation_id = $1 AND state = 'ended' AND place = 0 AND turn_at > $2 AND (turn_at, stay_id) < ($3, $4)
             ORDER BY turn_at DESC, stay_id DESC LIMIT 26) AS alone
           UNION ALL
           SELECT person_id, place, turn_at, stay_id FROM (
             SELECT person_id, place, turn_at, stay_id FROM beds_stay
             WHERE organisation_id = $5 AND state = 'ended' AND place = 1 AND turn_at > $6 AND (turn_at, stay_id) < ($7, $8)
             ORDER BY turn_at DESC, stay_id DESC LIMIT 26) AS asked
           UNION ALL
           SELECT person_id, place, turn_at, stay_id FROM (
             SELECT person_id, place, turn_at, stay_id FROM beds_stay
             WHERE organisation_id = $9 AND state = 'ended' AND place = 2 AND turn_at > $10 AND (turn_at, stay_id) < ($11, $12)
             ORDER BY turn_at DESC, stay_id DESC LIMIT 26) AS promised) AS gone
         ORDER BY place, turn_at DESC, stay_id DESC LIMIT 26",
        args![ward, since, alone_at, alone, ward, since, asked_at, asked, ward, since, promised_at, promised],
    )
}

/// The first of a list that press and that the asker may see, at most so many. Those they may not see stand in nobody's way: the
/// next ones are looked for, a few at a time, since whoever is opened stands in the log as looked at.
///
/// # Errors
/// A fault.
pub fn first(tx: &mut Tx<'_>, desk: &Desk<'_>, list: &List, most: usize) -> Result<Vec<(Permit, Stay)>, Error> {
    let (mut found, mut after) = (Vec::new(), None);
    for _ in 0..PAGES {
        let (mut listed, next) = page(tx, list, after.as_ref())?;
        listed.retain(|row| list.presses(&row.after));
        for some in listed.chunks(AT_ONCE) {
            if found.len() < most {
                found.extend(open(tx, desk, some)?);
            }
        }
        after = next.filter(|next| found.len() < most && list.presses(next));
        if after.is_none() {
            break;
        }
    }
    found.truncate(most);
    Ok(found)
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
