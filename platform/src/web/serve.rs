//! The router over the catalogue, and the server around it.

use std::collections::{BTreeMap, HashMap};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request, State};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use axum::middleware::map_response;
use axum::routing::MethodRouter;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use super::enter::{enter, is_from_here};
use super::reply::Reply;
use super::route::{Asked, Method, Route};
use super::{errors, live, upload};
use crate::access::Settled;
use crate::app::App;
use crate::clock::Stopwatch;
use crate::ctx::{Actor, Ctx};
use crate::door;
use crate::error::Error;
use crate::form::Form;
use crate::frame::ASSETS;
use crate::session;

/// Largest form.
const BODY_BYTES: usize = 64 * 1024;
/// How long somebody may take to send one.
const BODY_WAIT: Duration = Duration::from_secs(20);

/// Every address of the catalogue, the assets and the health checks.
pub fn router(app: &App) -> Router {
    let panicked = app.clone();
    let mut by_path: BTreeMap<&'static str, MethodRouter<App>> = BTreeMap::new();
    for route in app.catalogue().iter().flat_map(|part| part.routes.iter().copied()) {
        let so_far = by_path.remove(route.path).unwrap_or_default();
        by_path.insert(route.path, add(so_far, route));
    }
    let pages = by_path.into_iter().fold(Router::new(), |router, (path, methods)| router.route(path, methods));
    pages
        .route("/assets/{name}", axum::routing::get(asset))
        .route("/live", axum::routing::get(live::open))
        .route("/health/live", axum::routing::get(async || StatusCode::OK))
        .route("/health/ready", axum::routing::get(ready))
        .fallback(async |State(app): State<App>, request: Request| lost(app, request, StatusCode::NOT_FOUND).await)
        .method_not_allowed_fallback(async |State(app): State<App>, request: Request| {
            lost(app, request, StatusCode::METHOD_NOT_ALLOWED).await
        })
        .layer(CatchPanicLayer::custom(move |_| after_panic(&panicked)))
        .layer(CompressionLayer::new())
        .layer(map_response(guard))
        .with_state(app.clone())
}

type RawParams = Result<RawPathParams, RawPathParamsRejection>;

fn add(methods: MethodRouter<App>, route: Route) -> MethodRouter<App> {
    let handler = async move |State(app): State<App>, params: RawParams, request: Request| {
        // An address that is not UTF-8 is none of ours.
        let Ok(params) = params else { return lost(app, request, StatusCode::NOT_FOUND).await };
        let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        answer(app, route, params, request).await
    };
    match route.method {
        Method::Get => methods.get(handler),
        Method::Post => methods.post(handler),
    }
}

async fn answer(app: App, route: Route, params: HashMap<String, String>, request: Request) -> Response<Body> {
    let watch = Stopwatch::start();
    let path = request.uri().path().to_owned();
    let (reply, ctx) = match enter(&app, request.headers()).await {
        Err(error) => {
            let ctx = unknown(&app);
            (errors::page(&app, &ctx, &path, &error), ctx)
        }
        Ok(ctx) => {
            let made = match session::note_use(&app, &ctx, &path).await {
                Ok(()) => make(&app, &ctx, route, params, request).await,
                Err(error) => Err(error),
            };
            (made.unwrap_or_else(|error| errors::page(&app, &ctx, &path, &error)), ctx)
        }
    };
    let response = reply.respond();
    let (status, micros) = (response.status().as_u16(), watch.micros());
    tracing::info!(request = ctx.request, route = route.path, status, micros, "answered");
    metrics::counter!("varde_requests_total", "route" => route.path, "status" => status.to_string()).increment(1);
    response
}

/// A context for whoever it was: the asker could not be found.
fn unknown(app: &App) -> Ctx {
    Ctx::new(app.source().now(), kernel::language::Language::Nb, Actor::visitor(), app.source().bytes())
}

async fn make(app: &App, ctx: &Ctx, route: Route, params: HashMap<String, String>, request: Request) -> Result<Reply, Error> {
    if route.method == Method::Post && !is_from_here(app, request.headers()) {
        return Ok(errors::page(app, ctx, route.path, &Error::field("form", "form-from-elsewhere")).status(403));
    }
    if !route.who.admits(ctx.actor.role, ctx.actor.door) {
        let locked = session::unlocking_page(&ctx.actor.visit).filter(|page| has_page(app, page));
        // «Back» on a shared screen, after the last one has gone, shows the front page.
        let gone = (ctx.shared_screen && ctx.actor.session.is_none() && route.method == Method::Get).then_some("/");
        return locked.or(gone).map(Reply::to).ok_or_else(|| turned_away(ctx));
    }
    let path = request.uri().path().to_owned();
    let query = Form::read(request.uri().query().unwrap_or("").as_bytes())?;
    let (form, upload) = match route.method {
        Method::Post if route.file_bytes > 0 && upload::is_one(&request) => upload::read(request, route.file_bytes).await?,
        Method::Post => (read_form(request).await?, None),
        Method::Get => (Form::default(), None),
    };
    let asked = Asked { app: app.clone(), ctx: ctx.clone(), path, form, upload, query, params };
    let sent = (route.method == Method::Post).then(|| asked.token());
    let reply = (route.answer)(asked).await;
    match sent {
        Some(sent) if is_no(&reply) => Ok(door::sent_before(app, sent).await?.and_then(first_again).map_or(reply, Ok)?),
        _ => reply,
    }
}

/// The form came back, or what it is about is not there for whoever sent it.
fn is_no(reply: &Result<Reply, Error>) -> bool {
    match reply {
        Ok(reply) => reply.came_back(),
        Err(error) => matches!(error, Error::Invalid(_) | Error::Refused(_) | Error::Denied(_) | Error::Missing),
    }
}

/// A form that is met with a no, and was sent before: whoever sent it has not heard the first answer, and what it did then is
/// the reason why it cannot be done now. They are told what it came to. [`door::execute`] does the same, also where something
/// must be shown that stands nowhere else; this is for what a page looks at before it runs its command.
fn first_again(first: Settled) -> Option<Reply> {
    first.keep.is_none().then(|| Reply::to(first.to))
}

fn has_page(app: &App, path: &str) -> bool {
    app.catalogue().iter().any(|part| part.routes.iter().any(|route| route.path == path))
}

/// A visitor is asked to sign in; whoever has signed in is told that this is not theirs.
fn turned_away(ctx: &Ctx) -> Error {
    if ctx.actor.session.is_none() || ctx.actor.visit.locked {
        Error::SignIn
    } else {
        Error::Denied(kernel::access::Reason::RoleNever)
    }
}

async fn read_form(request: Request) -> Result<Form, Error> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Error::field("form", "form-unreadable"));
    }
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > BODY_BYTES) {
        return Err(Error::field("form", "error-too-large"));
    }
    let body = tokio::time::timeout(BODY_WAIT, read_body(request.into_body())).await;
    Form::read(&body.unwrap_or(Err(half_sent()))?)
}

/// The body, unless it ends too early or grows too large on the way.
async fn read_body(mut body: Body) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|waker| Pin::new(&mut body).poll_frame(waker)).await {
        let Ok(data) = frame.map_err(|_| half_sent())?.into_data() else { continue };
        if bytes.len() + data.len() > BODY_BYTES {
            return Err(Error::field("form", "error-too-large"));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

fn half_sent() -> Error {
    Error::field("form", "form-half-sent")
}

/// Nothing is kept by the browser, nothing is loaded from elsewhere, nothing is told to the next site. Around every answer,
/// also those that no page made. «Lukk fort» leads on to the weather, and browsers hold the way on to `form-action` too.
async fn guard(mut response: Response<Body>) -> Response<Body> {
    const HEADERS: [(&str, &str); 5] = [
        (
            "content-security-policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
             form-action 'self' https://www.yr.no; base-uri 'none'; frame-ancestors 'none'",
        ),
        ("referrer-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
        ("permissions-policy", "geolocation=(), camera=(), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
    ];
    for (name, value) in HEADERS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // Only files that never change say otherwise.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// An address that is not there, or not for this method.
async fn lost(app: App, request: Request, status: StatusCode) -> Response<Body> {
    let (parts, _) = request.into_parts();
    let ctx = enter(&app, &parts.headers).await.unwrap_or_else(|_| unknown(&app));
    errors::page(&app, &ctx, parts.uri.path(), &Error::Missing).status(status.as_u16()).respond()
}

/// The page for a handler that panicked. What it said is not written down: it could hold a person's words.
fn after_panic(app: &App) -> Response<Body> {
    errors::page(app, &unknown(app), "/", &Error::fault("a page panicked")).respond()
}

async fn asset(axum::extract::Path(name): axum::extract::Path<String>) -> Response<Body> {
    let Some(found) = ASSETS.iter().find(|asset| asset.name == name) else {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    let mut response = Response::new(Body::from(found.bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(found.mime));
    // The name changes with the content, so it may be kept for ever.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}

async fn ready(State(app): State<App>) -> StatusCode {
    let steps = crate::app::steps(app.catalogue());
    let db = app.db().clone();
    let asked = tokio::task::spawn_blocking(move || crate::db::pending(&db, &steps)).await;
    match asked {
        Ok(Ok(0)) => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// How long those who are in may take to finish when the process is told to stop. A browser keeps a connection at hand that
/// nobody has asked anything on yet, and nothing else would ever end it. The process manager waits longer than this.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Serves until told to stop, and then lets those who are in finish, for five seconds at most.
///
/// # Errors
/// An I/O error from the listener.
pub async fn serve(
    app: App,
    router: Router,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let clockwork =
        [tokio::spawn(keep_sealing(app.clone())), tokio::spawn(keep_time(app.clone())), tokio::spawn(keep_boards(app.clone()))];
    let boards = app.clone();
    let stopping = Arc::new(Notify::new());
    let over = Arc::clone(&stopping);
    let told = async move {
        stop.await;
        boards.live().close();
        over.notify_one();
    };
    // Made once: handed over as it is, the router would build every route anew for each connection.
    let answering = axum::serve(listener, router.into_make_service()).with_graceful_shutdown(told);
    let served = tokio::select! {
        served = answering => served,
        () = async { stopping.notified().await; tokio::time::sleep(LAST_ANSWERS).await } => Ok(()),
    };
    clockwork.iter().for_each(tokio::task::JoinHandle::abort);
    let last = tokio::task::spawn_blocking(move || {
        seal(&app)?;
        crate::audit::release_lease(app.db(), app.node())
    });
    if !matches!(last.await, Ok(Ok(()))) {
        tracing::error!("the last lines were not sealed; the next process will seal them");
    }
    served
}

/// Seals the log every half second. It waits for no job: one that sends something may take long.
async fn keep_sealing(app: App) {
    every(Duration::from_millis(500), app, seal, "sealing failed; it will be tried again").await;
}

/// Does what is due every ten seconds.
async fn keep_time(app: App) {
    let due = |app: &App| crate::jobs::run_due(app).map(drop);
    every(Duration::from_secs(10), app, due, "jobs could not be done; they will be tried again").await;
}

/// Tells the boards every other second.
async fn keep_boards(app: App) {
    every(Duration::from_secs(2), app, crate::live::look, "the boards could not be told; they will be").await;
}

async fn every(beat: Duration, app: App, work: fn(&App) -> Result<(), Error>, failed: &'static str) {
    let mut beat = tokio::time::interval(beat);
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        let here = app.clone();
        let done = tokio::task::spawn_blocking(move || work(&here)).await;
        if !matches!(done, Ok(Ok(()))) {
            tracing::error!("{failed}");
        }
    }
}

fn seal(app: &App) -> Result<(), Error> {
    let now = app.source().now();
    while crate::audit::seal_waiting(app.db(), app.master(), app.node(), now)?.lines > 0 {}
    Ok(())
}
