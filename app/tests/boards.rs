//! A board that is looked at is told that something has happened, never what, over every process, and no longer than the
//! session lasts.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::http::{Request, Response, header};
use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::app::App;
use platform::charter::{Charter, Concerned, News, NewsAsk};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::session::{Holder, Life, hash, open};
use testkit::{Place, Town, app_beside, app_on, runtime};
use tower::ServiceExt as _;

/// A part that tells of persons, of nobody, and of what stands on one organisation's board.
static TELLER: Charter =
    Charter { key: "teller", tells: &["Told", "ToldOne"], news: &[News { kind: "ToldOne", whom }], ..Charter::BLANK };

fn whom(_: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    Ok(OrganisationId::parse(ask.subject).map(Concerned::Organisation).into_iter().collect())
}

static CATALOGUE: &[&Charter] = &[&app::house::CHARTER, &TELLER];

fn tell(app: &App, kind: &'static str, person: Option<&PersonId>, subject: &str) {
    let (person, subject) = (person.cloned(), subject.to_owned());
    let told =
        door::execute_here(app, &app.machine(), &TELLER, "tell", move |tx, desk| desk.tell(tx, kind, person.as_ref(), &subject));
    told.unwrap_or_else(|error| panic!("{error:?}"));
}

/// A line to one process.
struct Line(Body);

impl Line {
    async fn open(app: &App, opener: &str) -> Response<Body> {
        let request = Request::get("/live").header(header::COOKIE, format!("varde={opener}")).body(Body::empty());
        platform::web::router(app).oneshot(request.expect("a request")).await.expect("the router always answers")
    }

    async fn to(app: &App, opener: &str) -> Line {
        let response = Line::open(app, opener).await;
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        let mut line = Line(response.into_body());
        assert!(line.next().await.expect("a first word").starts_with("retry:"));
        line
    }

    /// What comes next; nothing when the line is over.
    async fn next(&mut self) -> Option<String> {
        let frame = poll_fn(|cx| Pin::new(&mut self.0).poll_frame(cx));
        let frame = tokio::time::timeout(Duration::from_secs(60), frame).await.expect("something comes, or the end");
        let data = frame?.expect("no error").into_data().unwrap_or_default();
        Some(String::from_utf8(data.to_vec()).expect("text"))
    }
}

fn signed_in(town: &Town, account: &AccountId, opener: &'static str) {
    let (holder, now) = (Holder::Account(account.clone(), Role::MoNurse), town.now());
    let opened = town.app.db().write_here(move |tx| Ok(open(tx, opener, &holder, Life::Shift, now)?));
    opened.unwrap_or_else(|error| panic!("{error:?}"));
}

fn end_session(town: &Town, opener: &'static str) {
    let now = town.now();
    let ended = town.app.db().write_here(move |tx| {
        tx.run("UPDATE session SET ended_at = $1 WHERE session_hash = $2", platform::args![now, hash(opener)])?;
        Ok(())
    });
    ended.unwrap_or_else(|error| panic!("{error:?}"));
}

const TICK: &str = "data: nytt\n\n";

#[test]
fn a_board_hears_of_what_may_stand_on_it_and_of_nothing_else() {
    for place in Place::both() {
        let town = Town::new(app_on(CATALOGUE, &place.url, &place.keys_url));
        // Another process on the same database does the work.
        let other = app_beside(CATALOGUE, &place.url, &place.keys_url, town.app.source().clone());
        let (jon, maria) = (town.person("Jon"), town.person("Maria"));
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let nav = town.organisation(OrganisationKind::Nav, "NAV");
        let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
        town.serves(&nav, &maria);
        drop(town.share(&jon, &centre, &[Area::Body]));
        signed_in(&town, &nurse, "opener");
        runtime().block_on(async {
            let mut line = Line::to(&town.app, "opener").await;
            town.wait_minutes(1);
            tell(&other, "Told", Some(&maria), "secret-subject");
            tell(&other, "ToldOne", Some(&maria), nav.as_str());
            platform::live::look(&town.app).expect("a look");
            for (kind, person, subject) in
                [("Told", Some(&jon), "secret-subject"), ("ToldOne", Some(&maria), centre.as_str()), ("Told", None, "place")]
            {
                town.wait_minutes(1);
                tell(&other, kind, person, subject);
                platform::live::look(&town.app).expect("a look");
                platform::live::look(&town.app).expect("a look again");
                // The first that comes is for this, so nothing came for the others, and nothing came twice.
                assert_eq!(line.next().await.as_deref(), Some(TICK), "{kind} {person:?} on {}", place.name);
            }
            town.wait_minutes(1);
            end_session(&town, "opener");
            tell(&other, "Told", Some(&jon), "after");
            platform::live::look(&town.app).expect("a look");
            assert_eq!(line.next().await, None, "the line ends with the session, without a word more");
        });
        assert_eq!(town.app.live().boards(), 0, "the seat is free again");
    }
}

#[test]
fn a_page_that_was_drawn_before_something_happened_is_told_as_soon_as_it_listens() {
    let place = Place::sqlite();
    let town = Town::new(app_on(CATALOGUE, &place.url, &place.keys_url));
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
    signed_in(&town, &nurse, "opener");
    runtime().block_on(async {
        let page = town.as_account(&nurse, Role::MoNurse).get("/i-dag").await;
        let drawn = page.attribute("data-board=\"").expect("a board");
        assert!(page.says("Oppdater"), "also without a script");
        assert!(!town.as_account(&nurse, Role::MoNurse).get("/folk").await.html.contains("data-board"));
        town.wait_minutes(10);
        tell(&town.app, "Told", None, "place");
        town.wait_minutes(10);
        let request = Request::get(format!("/live?siden={drawn}")).header(header::COOKIE, "varde=opener").body(Body::empty());
        let answer = platform::web::router(&town.app).oneshot(request.expect("a request")).await.expect("an answer");
        let mut line = Line(answer.into_body());
        assert!(line.next().await.expect("a first word").starts_with("retry:"));
        assert_eq!(line.next().await.as_deref(), Some(TICK));
        town.app.live().close();
        assert_eq!(line.next().await, None, "a process that stops waits for no board");
    });
}

#[test]
fn nobody_but_employees_listens_and_seats_are_counted() {
    let place = Place::sqlite();
    let town = Town::new(app_on(CATALOGUE, &place.url, &place.keys_url));
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let nurse = town.employee(&centre, Role::MoNurse, "Kari Nes");
    signed_in(&town, &nurse, "opener");
    runtime().block_on(async {
        assert_eq!(Line::open(&town.app, "nobody").await.status(), 403);
        let jon = town.as_person(&town.person("Jon"));
        assert_eq!(Line::open(&town.app, jon.cookie("varde").expect("a session")).await.status(), 403);
        let mut lines = Vec::new();
        while let Some(line) = seat(&town).await {
            lines.push(line);
        }
        assert_eq!(lines.len(), 400);
        drop(lines);
    });
}

async fn seat(town: &Town) -> Option<Response<Body>> {
    let answer = Line::open(&town.app, "opener").await;
    (answer.status() == 200).then_some(answer)
}
