//! The numbers, as the parts count them: one row an organisation, nothing about anybody.

use std::collections::BTreeMap;

use kernel::access::Reason;
use kernel::id::OrganisationId;
use kernel::persona::OrganisationKind;
use platform::access::Desk;
use platform::charter::Figure;
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::rules::{Cell, Total, shown};

/// One figure over all organisations.
#[derive(Clone, Debug)]
pub struct Row {
    /// What is counted.
    pub figure: Figure,
    /// Each organisation with what is shown of it: the largest first, then the small ones by name.
    pub cells: Vec<(String, Cell)>,
    /// The sum.
    pub total: Total,
}

/// Only the coordinating unit sees across organisations: the municipality's own.
///
/// # Errors
/// A denial for everyone else.
pub fn must_coordinate(desk: &Desk<'_>) -> Result<(), Error> {
    desk.nobody()?;
    let kind = desk.ctx().actor.employer.as_ref().and_then(|employer| employer.kind);
    if kind == Some(OrganisationKind::Municipality) { Ok(()) } else { Err(Error::Denied(Reason::RoleNever)) }
}

/// Every figure that some part counts.
///
/// # Errors
/// A denial, or a fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Row>, Error> {
    must_coordinate(desk)?;
    let organisations = organisations(tx)?;
    let mut rows = Vec::new();
    for figure in Figure::ALL {
        if let Some(counted) = counted(tx, desk, figure)? {
            rows.push(row(figure, &organisations, &counted));
        }
    }
    Ok(rows)
}

fn organisations(tx: &mut Tx<'_>) -> Result<Vec<(OrganisationId, String)>, Error> {
    let rows = tx
        .rows("SELECT organisation_id, name FROM organisation WHERE closed_at IS NULL ORDER BY organisation_id LIMIT 500", &[])?;
    Ok(rows
        .iter()
        .map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.text(1)?.to_owned())))
        .collect::<Result<_, Fault>>()?)
}

/// The numbers of one figure, or nothing when no part counts it here.
fn counted(tx: &mut Tx<'_>, desk: &Desk<'_>, figure: Figure) -> Result<Option<BTreeMap<String, i64>>, Error> {
    let counts = desk.app().catalogue().iter().flat_map(|part| part.counts.iter()).filter(|count| count.figure == figure);
    let mut sums: Option<BTreeMap<String, i64>> = None;
    for count in counts {
        let sums = sums.get_or_insert_default();
        for (organisation, n) in (count.read)(tx, desk.now())? {
            *sums.entry(organisation.to_string()).or_default() += n;
        }
    }
    Ok(sums)
}

fn row(figure: Figure, organisations: &[(OrganisationId, String)], counted: &BTreeMap<String, i64>) -> Row {
    let numbers: Vec<i64> = organisations.iter().map(|(id, _)| counted.get(id.as_str()).copied().unwrap_or(0)).collect();
    let guarded = shown(&numbers);
    let names = organisations.iter().map(|(_, name)| name.clone());
    let mut cells: Vec<(String, Cell)> = names.zip(guarded.cells).collect();
    // By what is shown, never by what is not: the order must not tell it either.
    cells.sort_by(|(a, one), (b, other)| size(other).cmp(&size(one)).then_with(|| a.cmp(b)));
    Row { figure, cells, total: guarded.total }
}

const fn size(cell: &Cell) -> i64 {
    match cell {
        Cell::Number(n) => *n,
        Cell::Hidden | Cell::Few => 0,
    }
}
