//! Whole pages through the router, and a bare service behind a router to compare them with.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::{Request, StatusCode, header};
use axum::routing::get;
use platform::web::Method;
use tower::ServiceExt as _;

use crate::bare::{Bare, Caller, Made};
use crate::load::Done;
use crate::town::Town;

/// A page that is measured.
#[derive(Clone)]
pub struct Page {
    /// What it is called in the table.
    pub name: &'static str,
    address: String,
    cookie: String,
    packed: bool,
}

impl Page {
    /// The page at this address, for whoever holds this cookie.
    pub fn of(address: &'static str, cookie: &str) -> Page {
        Page { name: address, address: address.to_owned(), cookie: format!("varde={cookie}"), packed: false }
    }

    /// The target is one for the plan with its panels. The other pages are measured for their own sake: a list leaves a
    /// durable line for each person on it, and is no more to be held against one row than fifty rows are.
    pub fn is_judged(&self) -> bool {
        matches!(self.name, PLAN | ONE)
    }
}

/// The pages that the catalogue has.
pub fn pages(town: &Town) -> Vec<Page> {
    let cookies = &town.cookies;
    let one = format!("/folk/{}", town.jon);
    let all = [
        ("/hjem, the person", "/hjem", "/hjem", &cookies.person, false),
        ("/hjem, packed with gzip", "/hjem", "/hjem", &cookies.person, true),
        (PLAN, "/planen", "/planen", &cookies.person, false),
        (ONE, "/folk/{person}", one.as_str(), &cookies.nurse, false),
        (LIST, "/folk", "/folk", &cookies.lister, false),
        ("/i-dag, staff", "/i-dag", "/i-dag", &cookies.nurse, false),
        (INBOX, "/innboks", "/innboks", &cookies.nurse, false),
        ("/meldinger, the person", "/meldinger", "/meldinger", &cookies.person, false),
        (LOG, "/sett", "/sett", &cookies.person, false),
    ];
    let there = |pattern: &str| {
        let mut routes = town.app.catalogue().iter().flat_map(|part| part.routes.iter());
        routes.any(|route| route.path == pattern && route.method == Method::Get)
    };
    let page = |(name, _, address, cookie, packed): (_, _, &str, &String, _)| Page {
        name,
        address: address.to_owned(),
        cookie: format!("varde={cookie}"),
        packed,
    };
    all.into_iter().filter(|(_, pattern, ..)| there(pattern)).map(page).collect()
}

/// The person's own plan.
const PLAN: &str = "/planen, the person";
/// One person with every panel a nurse sees, the plan among them.
const ONE: &str = "/folk/{person}, staff";
/// Who has looked, with the lines that the measuring itself leaves.
const LOG: &str = "/sett, the person";
/// The list of fifty.
pub const LIST: &str = "/folk, list of 50";
/// The inbox.
pub const INBOX: &str = "/innboks, staff";

/// Fetches a page whole.
pub async fn fetch(router: Router, page: Page) -> Done {
    let mut request = Request::get(&page.address).header(header::COOKIE, &page.cookie);
    if page.packed {
        request = request.header(header::ACCEPT_ENCODING, "gzip");
    }
    send(router, request.body(Body::empty()).map_err(|why| why.to_string())?).await
}

async fn send(router: Router, request: Request<Body>) -> Done {
    let address = request.uri().path().to_owned();
    let Ok(response) = router.oneshot(request).await;
    let status = response.status();
    let body = to_bytes(response.into_body(), 4 << 20).await.map_err(|why| why.to_string())?;
    if status == StatusCode::OK && !body.is_empty() { Ok(()) } else { Err(format!("{address} answered {status}")) }
}

/// What the bare service is asked for.
#[derive(Clone, Copy)]
pub enum Service {
    /// One row, once another has been inserted durably together with whoever else waits.
    ReadAndInsert,
    /// One row.
    Read,
    /// To insert a row in a commit of its own.
    Create,
}

/// The bare service.
pub fn bare_service(bare: &Bare) -> Router {
    Router::new()
        .route("/row/{person}/{row}/{n}", get(show_and_keep))
        .route("/row/{person}/{row}", get(show))
        .route("/made/{person}/{n}", get(make))
        .with_state(bare.clone())
}

/// Asks the bare service.
pub async fn ask_service(router: Router, town: Arc<Town>, asked: Service, n: u64) -> Done {
    let address = match asked {
        Service::ReadAndInsert => format!("/row/{}/{}/{n}", town.person(n), town.row(n)),
        Service::Read => format!("/row/{}/{}", town.person(n), town.row(n)),
        Service::Create => format!("/made/{}/{n}", town.person(n)),
    };
    send(router, Request::get(address).body(Body::empty()).map_err(|why| why.to_string())?).await
}

async fn show(State(bare): State<Bare>, Path((person, row)): Path<(String, String)>) -> Result<String, StatusCode> {
    answered(in_its_place(&bare, move |caller| caller.read(&person, &row)).await)
}

async fn make(State(bare): State<Bare>, Path((person, n)): Path<(String, u64)>) -> Result<String, StatusCode> {
    let made = vec![Made::nth(&person, n, 6)];
    answered(in_its_place(&bare, move |caller| caller.insert_alone(made).map(|()| 1)).await)
}

fn answered(done: Result<usize, String>) -> Result<String, StatusCode> {
    done.map(|length| length.to_string()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn show_and_keep(
    State(bare): State<Bare>,
    Path((person, row, n)): Path<(String, String, u64)>,
) -> Result<String, StatusCode> {
    answered(read_and_insert(&bare, person, row, n).await)
}

/// In place on SQLite and then in the writer's line; on one blocking thread on PostgreSQL.
async fn read_and_insert(bare: &Bare, person: String, row: String, n: u64) -> Result<usize, String> {
    let made = vec![Made::nth(&person, n, 3)];
    if !bare.is_in_place() {
        return in_its_place(bare, move |caller| {
            let length = caller.read(&person, &row)?;
            caller.insert(made).map(|()| length)
        })
        .await;
    }
    let length = in_its_place(bare, move |caller| caller.read(&person, &row)).await?;
    let heard = bare.put_in_line(made).ok_or("there is no writer")?;
    heard.await.unwrap_or_else(|_| Err("the writer stopped".into()))?;
    Ok(length)
}

/// In place on SQLite, on a blocking thread on PostgreSQL: as ours.
async fn in_its_place<T: Send + 'static>(
    bare: &Bare,
    work: impl FnOnce(&mut Caller) -> Result<T, String> + Send + 'static,
) -> Result<T, String> {
    if bare.is_in_place() {
        return work(&mut *bare.caller()?);
    }
    let bare = bare.clone();
    let done = tokio::task::spawn_blocking(move || work(&mut *bare.caller()?)).await;
    done.unwrap_or_else(|_| Err("a thread stopped".into()))
}
