//! An attachment on its way in and out: looked at before anything of it is kept, sealed in pieces, handed out to be kept.

use kernel::id::RowId;
use platform::door;
use platform::error::{Error, FieldError};
use platform::scan::{self, Verdict};
use platform::web::{Asked, Reply};

use super::{Whose, thread_id};
use crate::messages::CHARTER;
use crate::messages::filetype::FileType;
use crate::messages::store;
use crate::messages::store::files::{self, Attached};

/// The most an address takes in; the dated row says less.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

fn no(key: &'static str) -> Error {
    Error::Invalid(vec![FieldError::new("fil", key)])
}

/// Takes in the file that came with the form, if one did: everything up to the message that carries it.
pub(super) async fn take_in(asked: &Asked) -> Result<Option<Attached>, Error> {
    let Some(upload) = &asked.upload else { return Ok(None) };
    if !scan::is_on(&asked.app) {
        return Err(no("messages-file-off"));
    }
    let (whose, id) = (Whose::of(asked)?, thread_id(asked)?);
    let who = whose.clone();
    let (permit, megabytes) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = who.permit(tx, desk)?;
            store::thread(tx, desk, &permit, &id)?;
            Ok((permit, files::limit_megabytes(tx, desk.now())?))
        })
        .await?;
    let bytes = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
    if upload.too_large || bytes > megabytes.saturating_mul(1024 * 1024) {
        return Err(no("messages-file-too-large"));
    }
    let kind = FileType::of(&upload.name, &upload.bytes).ok_or_else(|| no("messages-file-kind"))?;
    match scan::look(&asked.app, &upload.bytes).await {
        Verdict::Clean => {}
        Verdict::Found => return Err(no("messages-file-found")),
        Verdict::NotLookedAt => return Err(no("messages-file-not-looked-at")),
    }
    let file = RowId::from_bits(asked.app.source().id_bits());
    for (n, piece) in (0..).zip(files::seal(&permit, &file, &upload.bytes)?) {
        let (whose, file) = (whose.clone(), file.clone());
        let staged = door::record(&asked.app, &asked.ctx, &CHARTER, "attach", move |tx, desk| {
            let permit = whose.permit(tx, desk)?;
            files::stage(tx, &permit, &file, n, &piece, desk.now())
        });
        staged.await?;
    }
    Ok(Some(Attached { id: file, number: 0, kind, name: upload.name.clone(), bytes }))
}

/// Hands an attachment out, to be kept under a name that says nothing.
pub async fn hand_out(asked: Asked) -> Result<Reply, Error> {
    let (whose, id) = (Whose::of(&asked)?, thread_id(&asked)?);
    let wanted = RowId::parse(asked.param("file")).ok_or(Error::Missing)?;
    let (file, bytes) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = whose.permit(tx, desk)?;
            store::thread(tx, desk, &permit, &id)?;
            let there = files::of_thread(tx, &permit, &id)?;
            let file = there.into_iter().find(|file| file.id == wanted).ok_or(Error::Missing)?;
            let bytes = files::content(tx, &permit, &file)?;
            Ok((file, bytes))
        })
        .await?;
    Ok(Reply::file(file.kind.mime(), &format!("vedlegg-{}.{}", file.number, file.kind.key()), bytes))
}
