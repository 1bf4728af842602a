//! The door: [`view`] shows, [`execute`] changes, and there is no third way to personal data.

use crate::access::{Desk, Settled};
use crate::app::App;
use crate::audit;
use crate::charter::Charter;
use crate::ctx::Ctx;
use crate::db::Tx;
use crate::error::Error;
use crate::form::Token;

/// Shows: loads under the permits the desk gives, and answers when the lines they leave are durable.
///
/// # Errors
/// What `ask` answers. A denial is in the log before it is told.
pub async fn view<T: Send + 'static>(
    app: &App,
    ctx: &Ctx,
    part: &'static Charter,
    ask: impl FnOnce(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let (here, asker) = (app.clone(), ctx.clone());
    let look = move |tx: &mut Tx<'_>| {
        let desk = Desk::new(&here, &asker, part, "look", false);
        let answer = ask(tx, &desk);
        (answer, desk.take_lines().into_iter().map(audit::Line::into_note).collect())
    };
    app.db().read_then_note(look, &audit::LINES).await
}

/// Changes: runs the command, and in the same commit writes the log, the facts, the jobs and the form's one use.
///
/// A form that was sent before gets the first answer again and changes nothing: it runs like any other, and what it did is
/// taken back when its use turns out to be there. So a form that comes once, as nearly all do, need not ask first; and no
/// two commands on PostgreSQL meet over a place in the index where each found nothing.
///
/// # Errors
/// What the command answers: then nothing of it is kept but the lines that say it was refused or denied.
pub async fn execute(
    app: &App,
    ctx: &Ctx,
    part: &'static Charter,
    act: &'static str,
    token: Token,
    command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<Settled, Error> + Send + 'static,
) -> Result<Settled, Error> {
    token.check()?;
    let (here, asker) = (app.clone(), ctx.drawing(app.source().for_a_command(act)));
    let (refused, lines_of_refusal) = std::sync::mpsc::channel();
    let used = token.clone();
    let settled = app.db().write(move |tx| {
        let desk = Desk::new(&here, &asker, part, act, true);
        match command(tx, &desk) {
            Ok(settled) => {
                token.use_up(tx, asker.now, &settled)?;
                audit::insert(tx, &desk.take_lines())?;
                Ok(settled)
            }
            Err(error) => {
                drop(refused.send(lines_of(&error, &desk)));
                Err(error)
            }
        }
    });
    let settled = settled.await;
    if settled.is_err() {
        if let Some(first) = app.db().read(move |tx| Ok(used.first_outcome(tx)?)).await? {
            return Ok(first);
        }
        // Only the last attempt counts; earlier ones met another command and were run again.
        if let Some(lines) = lines_of_refusal.try_iter().last().filter(|lines| !lines.is_empty()) {
            app.db().write(move |tx| Ok(audit::insert(tx, &lines)?)).await?;
        }
    }
    settled
}

/// What a look itself leaves beside its line in the log, without a form: that a message has been read. It may be run again
/// with every look and must then change nothing.
///
/// # Errors
/// As [`execute`]; lines of a refusal or denial are not kept, since the look before it has left its own.
pub async fn record(
    app: &App,
    ctx: &Ctx,
    part: &'static Charter,
    act: &'static str,
    command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<(), Error> + Send + 'static,
) -> Result<(), Error> {
    let (here, asker) = (app.clone(), ctx.drawing(app.source().for_a_command(act)));
    let recorded = app.db().write(move |tx| {
        let desk = Desk::new(&here, &asker, part, act, true);
        command(tx, &desk)?;
        Ok(audit::insert(tx, &desk.take_lines())?)
    });
    recorded.await
}

/// What a form came to when it was sent before: for a page that looks before it decides whether to run the command at all.
///
/// # Errors
/// A fault when the database says no.
pub async fn sent_before(app: &App, token: Token) -> Result<Option<Settled>, Error> {
    app.db().read(move |tx| Ok(token.first_outcome(tx)?)).await
}

/// As [`execute`], on this thread and without a form: jobs, commands and the demo city.
///
/// # Errors
/// As [`execute`].
pub fn execute_here<T: Send + 'static>(
    app: &App,
    ctx: &Ctx,
    part: &'static Charter,
    act: &'static str,
    command: impl Fn(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let (here, asker) = (app.clone(), ctx.drawing(app.source().for_a_command(act)));
    let (refused, lines_of_refusal) = std::sync::mpsc::channel();
    let answer = app.db().write_here(move |tx| {
        let desk = Desk::new(&here, &asker, part, act, true);
        match command(tx, &desk) {
            Ok(answer) => {
                audit::insert(tx, &desk.take_lines())?;
                Ok(answer)
            }
            Err(error) => {
                drop(refused.send(lines_of(&error, &desk)));
                Err(error)
            }
        }
    });
    let lines = lines_of_refusal.try_iter().last().filter(|lines| answer.is_err() && !lines.is_empty());
    if let Some(lines) = lines {
        app.db().write_here(move |tx| Ok(audit::insert(tx, &lines)?))?;
    }
    answer
}

/// As [`view`], on this thread.
///
/// # Errors
/// As [`view`].
pub fn view_here<T>(
    app: &App,
    ctx: &Ctx,
    part: &'static Charter,
    ask: impl FnOnce(&mut Tx<'_>, &Desk<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let (answer, lines) = app.db().read_here(|tx| {
        let desk = Desk::new(app, ctx, part, "look", false);
        let answer = ask(tx, &desk);
        Ok((answer, desk.take_lines()))
    })?;
    if !lines.is_empty() {
        app.db().write_here(move |tx| Ok(audit::insert(tx, &lines)?))?;
    }
    answer
}

/// A refusal or denial leaves its lines; what was only typed wrong leaves none.
fn lines_of(error: &Error, desk: &Desk<'_>) -> Vec<audit::Line> {
    let outcome = match error {
        Error::Refused(_) => "refused",
        Error::Denied(_) => "denied",
        _ => return Vec::new(),
    };
    let mut lines = desk.take_lines();
    for line in &mut lines {
        line.outcome = outcome.to_owned();
    }
    lines
}
