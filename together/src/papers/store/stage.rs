//! Rows of an import: staged unseen, then shown all at once.

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::charter::Proposal;
use platform::db::Tx;
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::papers::parcel::Sheet;

/// How long an import that has gone silent keeps others out, in seconds.
const LEASE_S: i64 = 120;

/// The delivery that a person's papers of one file belong to.
#[derive(Clone, Debug)]
pub struct Delivery {
    person: PersonId,
    import: RowId,
    run: String,
    sender: Option<Vec<u8>>,
    language: String,
}

impl Delivery {
    /// Seals what is said about the sender.
    ///
    /// # Errors
    /// A fault when it cannot be sealed.
    pub fn seal(permit: &Permit, import: &RowId, run: &str, sender: Option<&str>, language: &str) -> Result<Delivery, Error> {
        let cell = Cell::new("papers_import", import.as_str(), "sender");
        Ok(Delivery {
            person: permit.person().clone(),
            import: import.clone(),
            run: run.to_owned(),
            sender: sender.map(|sender| permit.seal(cell, sender)).transpose()?,
            language: language.to_owned(),
        })
    }
}

/// One paper, sealed and ready.
#[derive(Clone, Debug)]
pub struct Staged {
    place: usize,
    paper: RowId,
    kind: &'static str,
    resource_type: String,
    area: Option<Area>,
    happened_on: String,
    raw: Vec<u8>,
    /// What it proposes.
    pub proposals: Vec<StagedProposal>,
}

impl Staged {
    /// Seals a paper for the recipient at this place among the deliveries.
    ///
    /// # Errors
    /// A fault when it cannot be sealed.
    pub fn seal(
        permit: &Permit,
        place: usize,
        paper: RowId,
        sheet: &Sheet<'_>,
        proposals: Vec<StagedProposal>,
    ) -> Result<Staged, Error> {
        Ok(Staged {
            raw: permit.seal(Cell::new("papers_paper", paper.as_str(), "raw"), sheet.raw)?,
            place,
            paper,
            kind: sheet.kind,
            resource_type: sheet.resource_type.clone(),
            area: sheet.area,
            happened_on: sheet.happened_on.clone(),
            proposals,
        })
    }
}

/// One proposal, sealed and ready.
#[derive(Clone, Debug)]
pub struct StagedProposal {
    id: RowId,
    accept: &'static str,
    line: Vec<u8>,
    content: Vec<u8>,
}

impl StagedProposal {
    /// Seals a proposal.
    ///
    /// # Errors
    /// A fault when it cannot be sealed.
    pub fn seal(permit: &Permit, id: RowId, proposal: &Proposal) -> Result<StagedProposal, Error> {
        let seal = |column, text: &str| permit.seal(Cell::new("papers_proposal", id.as_str(), column), text);
        Ok(StagedProposal {
            line: seal("line", &proposal.line)?,
            content: seal("content", &proposal.content.to_string())?,
            accept: proposal.accept,
            id,
        })
    }
}

/// Takes the right to import, unless another import has it and is alive.
///
/// # Errors
/// A fault when the database says no.
pub fn take_lease(tx: &mut Tx<'_>, run: &str, now: Timestamp) -> Result<bool, Fault> {
    let taken = tx.row(
        "INSERT INTO lease (name, holder, until_at) VALUES ('papers-import', $1, $2)
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at
         WHERE lease.until_at < $3
         RETURNING holder",
        args![run, now.plus_s(LEASE_S), now],
    )?;
    Ok(taken.is_some())
}

/// Keeps the right to import a while longer.
///
/// # Errors
/// A fault when it has been lost to another import: then this one may write no more.
pub fn keep_lease(tx: &mut Tx<'_>, run: &str, now: Timestamp) -> Result<(), Fault> {
    let kept =
        tx.run("UPDATE lease SET until_at = $1 WHERE name = 'papers-import' AND holder = $2", args![now.plus_s(LEASE_S), run])?;
    if kept == 1 { Ok(()) } else { Err(Fault::new("another import has taken over")) }
}

/// Gives the right to import back.
///
/// # Errors
/// A fault when the database says no.
pub fn give_back_lease(tx: &mut Tx<'_>, run: &str) -> Result<(), Fault> {
    tx.run("DELETE FROM lease WHERE name = 'papers-import' AND holder = $1", args![run])?;
    Ok(())
}

/// Writes staged rows, and tells for each whether it is new: the same paper for the same person is one row for ever.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, deliveries: &[Delivery], rows: &[Staged], now: Timestamp) -> Result<Vec<bool>, Fault> {
    let mut written = Vec::with_capacity(rows.len());
    let mut begun = vec![false; deliveries.len()];
    for row in rows {
        let to = deliveries.get(row.place).ok_or_else(|| Fault::new("a paper has no delivery"))?;
        let is_new = insert_paper(tx, to, row)?;
        if is_new {
            if let Some(begun) = begun.get_mut(row.place).filter(|begun| !**begun) {
                begin(tx, to, now)?;
                *begun = true;
            }
            row.proposals.iter().try_for_each(|proposal| insert_proposal(tx, to, &row.paper, proposal))?;
        }
        written.push(is_new);
    }
    Ok(written)
}

fn insert_paper(tx: &mut Tx<'_>, to: &Delivery, row: &Staged) -> Result<bool, Fault> {
    let written = tx.run(
        "INSERT INTO papers_paper (person_id, paper_id, import_id, kind, resource_type, area, happened_on, raw)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (person_id, paper_id) DO NOTHING",
        args![
            &to.person,
            &row.paper,
            &to.import,
            row.kind,
            row.resource_type.as_str(),
            row.area.map(Area::key),
            row.happened_on.as_str(),
            row.raw.clone(),
        ],
    )?;
    Ok(written == 1)
}

/// A delivery with nothing new in it leaves no row.
fn begin(tx: &mut Tx<'_>, to: &Delivery, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO papers_import (person_id, import_id, run_id, sender, language, received_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, import_id) DO NOTHING",
        args![&to.person, &to.import, to.run.as_str(), to.sender.clone(), to.language.as_str(), now],
    )?;
    Ok(())
}

fn insert_proposal(tx: &mut Tx<'_>, to: &Delivery, paper: &RowId, proposal: &StagedProposal) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO papers_proposal (person_id, proposal_id, paper_id, import_id, accept, line, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![&to.person, &proposal.id, paper, &to.import, proposal.accept, proposal.line.clone(), proposal.content.clone(),],
    )?;
    Ok(())
}

/// Shows everything of a run.
///
/// # Errors
/// A fault when the database says no.
pub fn go_live(tx: &mut Tx<'_>, run: &str, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE papers_import SET live_at = $1 WHERE run_id = $2 AND live_at IS NULL", args![now, run])?;
    Ok(())
}

/// Takes away up to two hundred rows of an import that was never shown. False when there is none.
///
/// # Errors
/// A fault when the database says no.
pub fn clean_some(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let dead = tx
        .row("SELECT person_id, import_id FROM papers_import WHERE live_at IS NULL ORDER BY person_id, import_id LIMIT 1", &[])?;
    let Some(dead) = dead else { return Ok(false) };
    let (person, import) = (dead.text(0)?, dead.text(1)?);
    let proposals = tx.run(
        "DELETE FROM papers_proposal WHERE person_id = $1 AND proposal_id IN
           (SELECT proposal_id FROM papers_proposal WHERE person_id = $2 AND import_id = $3
            ORDER BY proposal_id LIMIT 200)",
        args![person, person, import],
    )?;
    let papers = tx.run(
        "DELETE FROM papers_paper WHERE person_id = $1 AND paper_id IN
           (SELECT paper_id FROM papers_paper WHERE person_id = $2 AND import_id = $3 ORDER BY paper_id LIMIT 200)",
        args![person, person, import],
    )?;
    if papers == 0 && proposals == 0 {
        tx.run("DELETE FROM papers_import WHERE person_id = $1 AND import_id = $2", args![person, import])?;
    }
    Ok(true)
}

/// Takes away up to two hundred rows of each table for a person who is gone. False when none is left.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_some(tx: &mut Tx<'_>, person: &PersonId) -> Result<bool, Fault> {
    let proposals = tx.run(
        "DELETE FROM papers_proposal WHERE person_id = $1 AND proposal_id IN
           (SELECT proposal_id FROM papers_proposal WHERE person_id = $2 ORDER BY proposal_id LIMIT 200)",
        args![person, person],
    )?;
    let papers = tx.run(
        "DELETE FROM papers_paper WHERE person_id = $1 AND paper_id IN
           (SELECT paper_id FROM papers_paper WHERE person_id = $2 ORDER BY paper_id LIMIT 200)",
        args![person, person],
    )?;
    if proposals + papers > 0 {
        return Ok(true);
    }
    tx.run("DELETE FROM papers_import WHERE person_id = $1", args![person])?;
    Ok(false)
}

/// Somebody who has papers and is a person no longer.
///
/// # Errors
/// A fault when the database says no.
pub fn without_person(tx: &mut Tx<'_>) -> Result<Option<PersonId>, Fault> {
    let row = tx.row(
        "SELECT i.person_id FROM papers_import i
         LEFT JOIN person p ON p.person_id = i.person_id
         WHERE p.person_id IS NULL ORDER BY i.person_id LIMIT 1",
        &[],
    )?;
    row.map(|row| row.parsed(0, PersonId::parse)).transpose()
}
