//! The import: everything is read and checked before the first write; rows are staged in short commits that nobody sees;
//! one short commit shows them all. One import runs at a time, so whatever is staged when it begins is left over from one
//! that died, and is cleaned away.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::id::{PersonId, RowId};
use platform::access::{Desk, NewPerson, Permit, lookups};
use platform::app::App;
use platform::charter::Proposal;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::fhir;

use super::CHARTER;
use super::parcel::{Parcel, Patient, Sheet, understand};
use super::report::{Counts, ImportFault, Report};
use super::store::stage::{self, Delivery, Staged, StagedProposal};

/// Largest file, and largest sum of files, in bytes.
const FILE_BYTES: u64 = 64 << 20;
const ALL_BYTES: u64 = 512 << 20;
/// Rows, and bytes, of one commit: well under 50 ms.
const CHUNK_ROWS: usize = 200;
const CHUNK_BYTES: usize = 1 << 20;
/// How long an unclaimed person is kept.
const UNCLAIMED_DAYS: i64 = 30;
/// The look-up kind of other systems' names for a patient.
pub const KNOWN_AS: &str = "fhir-patient";
const ACT: &str = "papers-import";

/// Imports bundles of other systems. Every patient becomes an unclaimed person, or is found as the one they became before;
/// with `person`, everything is handed to that person. Not for an async thread: it waits.
///
/// # Errors
/// [`ImportFault`]: then nothing of any file is shown, and what was staged is cleaned away.
pub fn import(app: &App, files: &[PathBuf], person: Option<PersonId>) -> Result<Report, ImportFault> {
    run(app, &read_all(files)?, person)
}

/// As [`import`], for one bundle that is at hand.
///
/// # Errors
/// As [`import`].
pub fn deliver(app: &App, bundle: &[u8], person: PersonId) -> Result<Report, ImportFault> {
    run(app, &[(PathBuf::from("the bundle at hand"), bundle.to_vec())], Some(person))
}

fn run(app: &App, texts: &[(PathBuf, Vec<u8>)], person: Option<PersonId>) -> Result<Report, ImportFault> {
    let mut parcels = Vec::new();
    for (file, text) in texts {
        let broken = |broken| ImportFault::Broken(file.clone(), broken);
        let bundle = fhir::read(text).map_err(broken)?;
        parcels.push((file.as_path(), understand(&bundle, app.catalogue(), person.is_some()).map_err(broken)?));
    }
    let run = Run { app, ctx: app.machine(), id: kernel::id::hex(app.source().id_bits()) };
    run.lease()?;
    let done = run.all(&parcels, person.as_ref());
    if done.is_err() {
        // The next import would do it, too; what cannot be cleaned now waits unseen until then.
        drop(run.clean());
    }
    run.release();
    done
}

fn read_all(files: &[PathBuf]) -> Result<Vec<(PathBuf, Vec<u8>)>, ImportFault> {
    if files.is_empty() {
        return Err(ImportFault::NoFile);
    }
    let mut left = ALL_BYTES;
    let mut texts = Vec::new();
    for file in files {
        let text = read_file(file, left.min(FILE_BYTES))?;
        left = left.saturating_sub(u64::try_from(text.len()).unwrap_or(u64::MAX));
        texts.push((file.clone(), text));
    }
    Ok(texts)
}

fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, ImportFault> {
    let unreadable = |_| ImportFault::Unreadable(path.to_owned());
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let is_more = u64::try_from(bytes.len()).is_ok_and(|length| length > most);
    if is_more { Err(ImportFault::TooLarge(path.to_owned())) } else { Ok(bytes) }
}

struct Run<'a> {
    app: &'a App,
    ctx: Ctx,
    id: String,
}

/// Somebody who gets papers from one file.
struct Recipient {
    permit: Permit,
    import: RowId,
}

impl Run<'_> {
    fn write<T: Send + 'static>(
        &self,
        command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        door::execute_here(self.app, &self.ctx, &CHARTER, ACT, command)
    }

    fn lease(&self) -> Result<(), ImportFault> {
        let (id, now) = (self.id.clone(), self.app.source().now());
        let taken = self.write(move |tx, _| Ok(stage::take_lease(tx, &id, now)?))?;
        if taken { Ok(()) } else { Err(ImportFault::Busy) }
    }

    fn release(&self) {
        let id = self.id.clone();
        // A lease that cannot be given back runs out by itself.
        drop(self.write(move |tx, _| Ok(stage::give_back_lease(tx, &id)?)));
    }

    fn clean(&self) -> Result<(), Error> {
        let id = self.id.clone();
        loop {
            let (id, now) = (id.clone(), self.app.source().now());
            let left = self.write(move |tx, _| {
                stage::keep_lease(tx, &id, now)?;
                Ok(stage::clean_some(tx)?)
            })?;
            if !left {
                return Ok(());
            }
        }
    }

    fn all(&self, parcels: &[(&Path, Parcel<'_>)], person: Option<&PersonId>) -> Result<Report, ImportFault> {
        self.clean()?;
        let mut report = Report { files: parcels.len(), ..Report::default() };
        for (file, parcel) in parcels {
            let recipients = match person {
                Some(person) => vec![self.known(person)?],
                None => self.found_or_made(file, parcel, &mut report)?,
            };
            for recipient in &recipients {
                report.persons.entry(recipient.permit.person().clone()).or_insert(false);
            }
            self.stage(parcel, &recipients, &mut report)?;
        }
        let (run, now) = (self.id.clone(), self.app.source().now());
        self.write(move |tx, _| {
            stage::keep_lease(tx, &run, now)?;
            Ok(stage::go_live(tx, &run, now)?)
        })?;
        Ok(report)
    }

    fn recipient(&self, permit: Permit) -> Recipient {
        Recipient { permit, import: RowId::from_bits(self.app.source().id_bits()) }
    }

    fn known(&self, person: &PersonId) -> Result<Recipient, ImportFault> {
        let id = person.clone();
        match self.write(move |tx, desk| desk.delivery(tx, &id)) {
            Ok(permit) => Ok(self.recipient(permit)),
            Err(Error::Denied(_)) => Err(ImportFault::NoSuchPerson),
            Err(error) => Err(error.into()),
        }
    }

    fn found_or_made(&self, file: &Path, parcel: &Parcel<'_>, report: &mut Report) -> Result<Vec<Recipient>, ImportFault> {
        let mut recipients = Vec::new();
        for patient in &parcel.patients {
            let hashes: Vec<Vec<u8>> = patient.known_as.iter().map(|name| self.app.keys().lookup(KNOWN_AS, name)).collect();
            let known = self.app.db().read_here(|tx| find(tx, &hashes))?;
            let permit = match known.as_slice() {
                [] => self.make(patient, hashes, report)?,
                [one] => self.deliver_to(one, hashes)?,
                _ => return Err(ImportFault::TwoPersons(file.to_owned())),
            };
            recipients.push(self.recipient(permit));
        }
        Ok(recipients)
    }

    /// The key is made first, in its own store, so that nothing about the person is ever written without one.
    fn make(&self, patient: &Patient, hashes: Vec<Vec<u8>>, report: &mut Report) -> Result<Permit, Error> {
        let person = PersonId::from_bits(self.app.source().id_bits());
        self.app.keys().make_here(std::slice::from_ref(&person))?;
        let key = self.app.keys().find(&person)?.ok_or_else(|| Error::fault("a key that was just made is gone"))?;
        let new = NewPerson {
            name: patient.name.clone(),
            birth_year: patient.birth_year,
            language: patient.language,
            provisional_until: Some(self.ctx.now.plus_days(UNCLAIMED_DAYS)),
            ..NewPerson::default()
        };
        report.persons.insert(person.clone(), true);
        self.write(move |tx, desk| {
            new.insert(tx, &person, &key, desk.now())?;
            keep_all(tx, &person, &hashes)?;
            desk.delivery(tx, &person)
        })
    }

    /// Somebody who came before: what the sender has learnt to call them since is kept, too.
    fn deliver_to(&self, person: &PersonId, hashes: Vec<Vec<u8>>) -> Result<Permit, Error> {
        let person = person.clone();
        self.write(move |tx, desk| {
            keep_all(tx, &person, &hashes)?;
            desk.delivery(tx, &person)
        })
    }

    fn stage(&self, parcel: &Parcel<'_>, recipients: &[Recipient], report: &mut Report) -> Result<(), Error> {
        let deliveries = Arc::new(self.deliveries(parcel, recipients)?);
        let mut is_new = vec![false; parcel.sheets.len()];
        let (mut chunk, mut bytes) = (Vec::new(), 0);
        for (at, sheet) in parcel.sheets.iter().enumerate() {
            for place in sheet.owners.iter().flatten() {
                let Some(recipient) = recipients.get(*place) else { continue };
                bytes += sheet.raw.len();
                chunk.push((at, self.seal(sheet, *place, recipient)?));
                if chunk.len() >= CHUNK_ROWS || bytes >= CHUNK_BYTES {
                    self.write_chunk(&deliveries, std::mem::take(&mut chunk), &mut is_new, report)?;
                    bytes = 0;
                }
            }
        }
        self.write_chunk(&deliveries, chunk, &mut is_new, report)?;
        count(parcel, &is_new, report);
        Ok(())
    }

    fn deliveries(&self, parcel: &Parcel<'_>, recipients: &[Recipient]) -> Result<Vec<Delivery>, Error> {
        let each = recipients.iter().map(|recipient| {
            Delivery::seal(&recipient.permit, &recipient.import, &self.id, parcel.sender.as_deref(), &parcel.language)
        });
        each.collect()
    }

    fn seal(&self, sheet: &Sheet<'_>, place: usize, recipient: &Recipient) -> Result<Staged, Error> {
        let person = recipient.permit.person().as_str();
        let told = [person, &sheet.resource_type, sheet.id.as_deref().unwrap_or(""), sheet.raw].join("\u{1f}");
        let paper = self.row_id(&told);
        let number = |(n, proposal): (usize, &Proposal)| {
            let id = self.row_id(&format!("{paper}\u{1f}{n}"));
            StagedProposal::seal(&recipient.permit, id, proposal)
        };
        let proposals = sheet.proposals.iter().enumerate().map(number).collect::<Result<_, _>>()?;
        Staged::seal(&recipient.permit, place, paper, sheet, proposals)
    }

    /// An id that the same content always gets, and that says nothing to anyone without the key.
    fn row_id(&self, told: &str) -> RowId {
        let hash = self.app.keys().lookup("paper", told);
        RowId::from_bits(hash.iter().take(16).fold(0, |bits, byte| (bits << 8) | u128::from(*byte)))
    }

    fn write_chunk(
        &self,
        deliveries: &Arc<Vec<Delivery>>,
        chunk: Vec<(usize, Staged)>,
        is_new: &mut [bool],
        report: &mut Report,
    ) -> Result<(), Error> {
        if chunk.is_empty() {
            return Ok(());
        }
        let (at, rows): (Vec<usize>, Vec<Staged>) = chunk.into_iter().unzip();
        let proposals: Vec<usize> = rows.iter().map(|row| row.proposals.len()).collect();
        let (run, now, deliveries) = (self.id.clone(), self.app.source().now(), deliveries.clone());
        let written = self.write(move |tx, _| {
            stage::keep_lease(tx, &run, now)?;
            Ok(stage::insert(tx, &deliveries, &rows, now)?)
        })?;
        for ((at, proposals), written) in at.into_iter().zip(proposals).zip(written) {
            if let (true, Some(new)) = (written, is_new.get_mut(at)) {
                *new = true;
                report.proposals += proposals;
            }
        }
        Ok(())
    }
}

fn find(tx: &mut Tx<'_>, hashes: &[Vec<u8>]) -> Result<Vec<PersonId>, Error> {
    let mut found = Vec::new();
    for hash in hashes {
        found.extend(lookups::find(tx, KNOWN_AS, hash)?);
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn keep_all(tx: &mut Tx<'_>, person: &PersonId, hashes: &[Vec<u8>]) -> Result<(), Error> {
    hashes.iter().try_for_each(|hash| lookups::keep(tx, person, KNOWN_AS, hash))
}

fn count(parcel: &Parcel<'_>, is_new: &[bool], report: &mut Report) {
    for (sheet, new) in parcel.sheets.iter().zip(is_new) {
        let counts: &mut Counts = report.by_type.entry(sheet.resource_type.clone()).or_default();
        let place = match (&sheet.owners, new) {
            (Err(_), _) => &mut counts.refused,
            (Ok(_), false) => &mut counts.already,
            (Ok(_), true) if sheet.resource_type == "Patient" => &mut counts.taken,
            (Ok(_), true) if !sheet.proposals.is_empty() => &mut counts.proposed,
            (Ok(_), true) => &mut counts.kept,
        };
        *place += 1;
        if let Err(reason) = sheet.owners {
            *report.refused.entry((sheet.resource_type.clone(), reason)).or_default() += 1;
        }
    }
    add_all(&mut report.unread, &parcel.unread);
}

fn add_all(to: &mut BTreeMap<(String, String), usize>, from: &[(String, String)]) {
    for pair in from {
        *to.entry(pair.clone()).or_default() += 1;
    }
}
