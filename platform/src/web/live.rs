//! `/live`: a line that stays open while a board is looked at, and says «something is new» without saying what. A page works
//! without it: each board has the link «Oppdater».

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use hyper::body::Frame;
use kernel::id::OrganisationId;
use kernel::time::Timestamp;
use tokio::sync::mpsc;

use super::enter::enter;
use super::route::Who;
use crate::app::App;
use crate::form::Form;
use crate::live::{Beat, Seat, changed};
use crate::session;

/// How often the line is shown to be alive, and the session looked at.
const BEAT: Duration = Duration::from_secs(10);
/// A page that has stood open for longer than this is told at once that there is something new.
const LONGEST_S: i64 = 12 * 3600;

/// Begins with how long the browser waits before it comes back.
const HELLO: &[u8] = b"retry: 15000\n\n";
const TICK: &[u8] = b"data: nytt\n\n";
const STILL_HERE: &[u8] = b": \n\n";

/// The body of the answer: whatever the board's own task puts in.
struct Line(mpsc::Receiver<Bytes>);

impl hyper::body::Body for Line {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(cx).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// Whose board it is, and since when the page has stood there.
struct Board {
    app: App,
    session: Vec<u8>,
    organisation: OrganisationId,
    since: Timestamp,
}

/// Opens the line for an employee; `204` means «not now, and do not come back» to a browser.
pub(super) async fn open(State(app): State<App>, request: Request) -> Response<Body> {
    let Ok(ctx) = enter(&app, request.headers()).await else { return bare(StatusCode::SERVICE_UNAVAILABLE) };
    let actor = &ctx.actor;
    let (Some(session), Some(employer)) = (actor.session.clone(), &actor.employer) else { return bare(StatusCode::FORBIDDEN) };
    if !Who::Staff.admits(actor.role, actor.door) {
        return bare(StatusCode::FORBIDDEN);
    }
    let Some(seat) = app.live().sit(&app) else { return bare(StatusCode::NO_CONTENT) };
    let shown = Form::read(request.uri().query().unwrap_or("").as_bytes()).ok();
    let shown = shown.and_then(|query| query.get("siden").parse().ok()).map_or(ctx.now, Timestamp::from_unix_s);
    let since = shown.clamp(ctx.now.plus_s(-LONGEST_S), ctx.now);
    let (line, body) = mpsc::channel(4);
    let board = Board { app, session, organisation: employer.id.clone(), since };
    tokio::spawn(async move { drop(keep_up(board, seat, line).await) });
    let mut response = Response::new(Body::new(Line(body)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // nginx would otherwise hold the line back until there is enough of it.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

fn bare(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// The line is gone, or the session is: either way there is nobody to tell.
struct Over;

async fn say(line: &mpsc::Sender<Bytes>, bytes: &'static [u8]) -> Result<(), Over> {
    line.send(Bytes::from_static(bytes)).await.map_err(|_| Over)
}

async fn keep_up(mut board: Board, mut seat: Seat, line: mpsc::Sender<Bytes>) -> Result<(), Over> {
    say(&line, HELLO).await?;
    board.catch_up(&line).await?;
    loop {
        tokio::select! {
            () = line.closed() => return Err(Over),
            beat = seat.beats.recv() => match beat {
                Ok(Beat::News(changed)) => board.tell(changed.newest(&board.organisation), &line).await?,
                // It was too slow to take all of them: then there is something new.
                Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => board.tell(Some(board.app.source().now()), &line).await?,
                Ok(Beat::Closing) | Err(tokio::sync::broadcast::error::RecvError::Closed) => return Err(Over),
            },
            () = tokio::time::sleep(BEAT) => {
                board.must_be_open().await?;
                say(&line, STILL_HERE).await?;
            }
        }
    }
}

impl Board {
    /// What happened between the page and the line.
    async fn catch_up(&mut self, line: &mpsc::Sender<Bytes>) -> Result<(), Over> {
        let (app, since) = (self.app.clone(), self.since);
        let changed = self.app.db().read(move |tx| changed(tx, &app, since)).await.map_err(|_| Over)?;
        self.tell(changed.newest(&self.organisation), line).await
    }

    async fn tell(&mut self, newest: Option<Timestamp>, line: &mpsc::Sender<Bytes>) -> Result<(), Over> {
        let Some(newest) = newest.filter(|newest| *newest > self.since) else { return Ok(()) };
        self.must_be_open().await?;
        self.since = newest;
        say(line, TICK).await
    }

    /// The line lasts no longer than the session. It is no use of it: a screen left alone locks itself all the same.
    async fn must_be_open(&self) -> Result<(), Over> {
        let (session, now) = (self.session.clone(), self.app.source().now());
        match self.app.db().read(move |tx| Ok(session::is_open(tx, &session, now)?)).await {
            Ok(true) => Ok(()),
            _ => Err(Over),
        }
    }
}
