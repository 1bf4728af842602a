//! What comes in over the web, wanted or not, and what goes out.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, header};
use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use platform::access::Settled;
use platform::args;
use platform::config::Config;
use platform::ctx::{Actor, Ctx, Door};
use platform::db::Value;
use platform::door;
use platform::form::{Token, make};
use platform::session::{self, Holder, Life};
use testkit::{Browser, Page, Place, Town, app_on, both_databases, on_sqlite, runtime};

use crate::toy::{ROOM, TOY, put};

const FORM: &str = "application/x-www-form-urlencoded";

fn request(method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Request<Body> {
    let start = Request::builder().method(method).uri(path);
    headers.iter().fold(start, |all, (name, value)| all.header(*name, *value)).body(body.into()).expect("a request")
}

async fn run(town: &Town, sql: &'static str, args: Vec<Value>) {
    let done = town.app.db().write(move |tx| Ok(tx.run(sql, &args)?)).await;
    assert_eq!(done.unwrap_or_else(|error| panic!("{error:?}")), 1, "{sql}");
}

/// A person who has opened the page with the form.
async fn at_the_form(town: &Town) -> (PersonId, Browser) {
    let kari = town.person("Kari Nes");
    let mut own = town.as_person(&kari);
    assert_eq!(own.get("/lapper").await.status, 200);
    (kari, own)
}

fn nurse(town: &Town, role: Role) -> Browser {
    let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
    let account = town.employee(&centre, role, "Siv Lie");
    town.as_account(&account, role)
}

#[test]
fn what_cannot_be_used_comes_back_with_what_was_typed() {
    on_sqlite(&[&TOY], &async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let long = "å".repeat(ROOM + 1);
        let cases = [
            (vec![("text", long.as_str())], 422, "Skriv litt kortere."),
            (vec![("text", " \r\n ")], 422, "Skriv noe her."),
            (vec![("text", "klokke\u{7}")], 422, "Teksten hadde tegn vi ikke kan lese."),
            (vec![("text", "Hei"), ("admin", "1")], 422, "et felt vi ikke kjenner"),
            (vec![("text", "Hei"), ("token", "")], 409, "Trykk en gang til."),
        ];
        for (fields, status, sentence) in cases {
            let page = own.post_only("/lapper", &fields).await;
            assert_eq!(page.status, status, "{sentence}");
            assert!(page.says(sentence), "{sentence}");
            assert!(page.says(fields[0].1.trim()), "what was typed stands there: {sentence}");
        }
        assert!(town.rows("toy_note").is_empty());
        let exactly = "å".repeat(ROOM);
        assert_eq!(own.post_only("/lapper", &[("text", &exactly)]).await.status, 303, "with the token of the last page");
        assert_eq!(town.rows("toy_note").len(), 1);
    });
}

#[test]
fn text_is_shown_as_text() {
    on_sqlite(&[&TOY], &async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let page = own.post("/lapper", &[("text", "<script>a & \"b\"</script> 'c'")]).await;
        assert!(page.says("<script>a & \"b\"</script> 'c'"));
        assert!(!page.html.contains("<script>a"), "{}", page.html);
    });
}

#[test]
fn bodies_that_are_no_form_of_ours_are_refused_with_a_sentence() {
    on_sqlite(&[&TOY], &async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let token = own.token();
        let good = format!("token={token}&text=hei");
        let huge = format!("{good}&x={}", "a".repeat(64 * 1024));
        let length = huge.len().to_string();
        let kind = header::CONTENT_TYPE.as_str();
        let cases = [
            (vec![], good.clone(), 422, "klarte ikke å lese"),
            (vec![(kind, "application/json")], good.clone(), 422, "klarte ikke å lese"),
            (vec![(kind, "multipart/form-data; boundary=x")], good.clone(), 422, "klarte ikke å lese"),
            (vec![(kind, FORM)], format!("token={token}&text=%FF"), 422, "klarte ikke å lese"),
            (vec![(kind, FORM)], huge.clone(), 413, "for mye på en gang"),
            (vec![(kind, FORM), ("content-length", length.as_str())], huge.clone(), 413, "for mye på en gang"),
            (vec![(kind, FORM), ("content-length", "999999999999")], good.clone(), 413, "for mye på en gang"),
        ];
        for (headers, body, status, sentence) in cases {
            let page = own.send(request(Method::POST, "/lapper", &headers, body)).await;
            assert_eq!(page.status, status, "{headers:?}");
            assert!(page.says(sentence), "{headers:?}: {sentence}");
        }
        assert!(town.rows("toy_note").is_empty());
        let sent = own.send(request(Method::POST, "/lapper", &[(kind, &format!("{FORM}; charset=utf-8"))], good)).await;
        assert_eq!(sent.status, 303);
    });
}

/// A server on a port of its own; the work talks to it on a thread.
fn served(town: &Town, work: impl FnOnce(u16) + Send + 'static) {
    let app = town.app.clone();
    tokio::task::block_in_place(|| {
        tokio::runtime::Handle::current().block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let port = listener.local_addr().expect("an address").port();
            let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
            let server = tokio::spawn(platform::web::serve(app.clone(), platform::web::router(&app), listener, async {
                drop(stopped.await)
            }));
            tokio::task::spawn_blocking(move || work(port)).await.expect("the work ends well");
            drop(stop);
            server.await.expect("the server ends").expect("without an error");
        });
    });
}

#[test]
fn a_form_that_breaks_off_halfway_changes_nothing() {
    on_sqlite(&[&TOY], &async |town| {
        let kari = town.person("Kari Nes");
        let (opener, now) = (session::opener(&town.app), town.now());
        let (cookie, holder) = (opener.clone(), Holder::Person(kari, Door::Full));
        let opened = town.app.db().write(move |tx| Ok(session::open(tx, &opener, &holder, Life::Own, now)?)).await;
        opened.unwrap_or_else(|error| panic!("{error:?}"));
        served(&town, move |port| {
            let ask = |text: &str, broken_off: bool| {
                let mut wire = TcpStream::connect(("127.0.0.1", port)).expect("connected");
                wire.write_all(text.as_bytes()).expect("sent");
                if broken_off {
                    wire.shutdown(Shutdown::Write).expect("shut");
                }
                let mut answer = String::new();
                drop(wire.read_to_string(&mut answer));
                answer
            };
            let host = format!("Host: localhost\r\nCookie: varde={cookie}\r\nConnection: close\r\n");
            let page = ask(&format!("GET /lapper HTTP/1.1\r\n{host}\r\n"), false);
            let token = page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let body = format!("token={}&text=hei", token.expect("the page has a token"));
            let form = format!("POST /lapper HTTP/1.1\r\n{host}Content-Type: {FORM}\r\nContent-Length: ");
            let half = ask(&format!("{form}{}\r\n\r\n{body}", body.len() + 10), true);
            assert!(!half.contains("303"), "{half}");
            let whole = ask(&format!("{form}{}\r\n\r\n{body}", body.len()), false);
            assert!(whole.starts_with("HTTP/1.1 303"), "{whole}");
        });
        assert_eq!(town.rows("toy_note").len(), 1, "the whole form alone was kept");
    });
}

#[test]
fn a_form_that_was_sent_before_is_told_what_it_came_to_also_by_a_page_that_looks_first() {
    both_databases(&[&TOY], async |town| {
        let mut own = town.as_person(&town.person("Jon"));
        own.get("/lapper").await;
        let token = own.token();
        let first = own.post_only("/lapper", &[("text", "Hei"), ("token", &token)]).await;
        assert_eq!(first.status, 303);
        let rows = town.rows("toy_note").len();
        // The page looks at the text before any command runs, and would say no to it.
        let again = own.post_only("/lapper", &[("text", ""), ("token", &token)]).await;
        assert_eq!((again.status, again.location), (303, first.location));
        assert_eq!(town.rows("toy_note").len(), rows);
        own.get("/lapper").await;
        assert_eq!(own.post_only("/lapper", &[("text", "")]).await.status, 422, "a form of its own is answered for itself");
    });
}

#[test]
fn a_token_that_is_missing_made_up_anothers_or_old_changes_nothing_and_loses_nothing() {
    both_databases(&[&TOY], async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let mut other = town.as_person(&town.person("Ola Dal"));
        other.get("/lapper").await;
        let mut visitor = town.visitor();
        visitor.get("/apen").await;
        let mine = own.token();
        let mut bent = mine.clone().into_bytes();
        bent[40] = if bent[40] == b'0' { b'1' } else { b'0' };
        let bent = String::from_utf8(bent).expect("text");
        for token in ["", "abc", &"0".repeat(80), &bent, &mine.to_uppercase(), &other.token(), &visitor.token()] {
            let page = own.post_only("/lapper", &[("text", "Min lapp"), ("token", token)]).await;
            assert_eq!(page.status, 409, "{token}");
            assert!(page.says("Min lapp") && page.says("Trykk en gang til."), "{token}");
        }
        town.wait_minutes(24 * 60);
        let page = own.post_only("/lapper", &[("text", "Min lapp"), ("token", &mine)]).await;
        assert_eq!((page.status, page.says("Min lapp")), (409, true), "a day old");
        assert!(town.rows("toy_note").is_empty());
        assert_eq!(own.post_only("/lapper", &[("text", "Min lapp")]).await.status, 303, "the page came with a new one");
    });
}

#[test]
fn the_same_form_again_gives_the_first_answer_and_writes_nothing() {
    both_databases(&[&TOY], async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let token = own.token();
        for text in ["Den første", "Den første", "En annen"] {
            let sent = own.post_only("/lapper", &[("text", text), ("token", &token)]).await;
            assert_eq!((sent.status, sent.location.as_deref()), (303, Some("/lapper")));
        }
        assert_eq!(town.rows("toy_note").len(), 1);
        assert_eq!(town.rows("form_use").len(), 1);
        assert!(own.get("/lapper").await.says("Den første"));
        let changes = town.rows("audit_line").iter().filter(|row| row.text(10).expect("text") == "changed").count();
        assert_eq!(changes, 1);
    });
}

#[test]
fn a_form_that_was_refused_may_be_sent_again() {
    both_databases(&[&TOY], async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let token = own.token();
        assert_eq!(own.post_only("/lapper/nekt", &[("token", &token)]).await.status, 409);
        assert_eq!(own.post_only("/lapper", &[("text", "Hei"), ("token", &token)]).await.status, 303);
        assert_eq!(town.rows("toy_note").len(), 1);
    });
}

#[test]
fn the_same_form_sixteen_times_at_the_same_moment_is_done_once() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let ask = || {
            let mut actor = Actor::visitor();
            (actor.role, actor.door, actor.person) = (Role::Person, Door::Full, Some(kari.clone()));
            Ctx::new(town.now(), Language::Nb, actor, town.app.source().bytes())
        };
        let (secret, app) = (town.app.form_secret(), Arc::new(town.app.clone()));
        let sent = make(&secret, &ask(), town.app.source().id_bits());
        let waiting: Vec<_> = (0..16)
            .map(|_| {
                let (app, ctx, token) = (app.clone(), ask(), Token::read(&secret, &ask(), &sent));
                tokio::spawn(async move {
                    let command = |tx: &mut platform::db::Tx<'_>, desk: &platform::access::Desk<'_>| {
                        let (permit, id) = (desk.own(tx)?, RowId::from_bits(desk.bits()));
                        put(tx, &permit, &id, "En gang")?;
                        Ok(Settled::to("/lapper").keeping(id.as_str()))
                    };
                    door::execute(&app, &ctx, &TOY, "note-write", token, command).await
                })
            })
            .collect();
        let mut answers = Vec::new();
        for one in waiting {
            answers.push(one.await.expect("it ends").unwrap_or_else(|error| panic!("{error:?}")));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0] && answer.keep.is_some()), "{answers:?}");
        assert_eq!(town.rows("toy_note").len(), 1);
        assert!(town.tables_with(answers[0].keep.as_deref().expect("kept")).contains(&"toy_note".to_owned()));
    });
}

#[test]
fn forms_from_other_sites_are_turned_away() {
    on_sqlite(&[&TOY], &async |town| {
        let (_, mut own) = at_the_form(&town).await;
        let kind = (header::CONTENT_TYPE.as_str(), FORM);
        let body = format!("token={}&text=hei", own.token());
        let elsewhere: [&[(&str, &str)]; 6] = [
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("origin", "http://localhost.evil.example"), ("host", "localhost")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site"), ("origin", "http://localhost")],
            &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example"), ("host", "localhost")],
        ];
        for headers in elsewhere {
            let headers = [&[kind], headers].concat();
            let page = own.send(request(Method::POST, "/lapper", &headers, body.clone())).await;
            assert_eq!(page.status, 403, "{headers:?}");
            assert!(page.says("Skjemaet kom fra et annet nettsted."), "{headers:?}");
        }
        assert!(town.rows("toy_note").is_empty());
        for headers in [
            vec![kind, ("origin", "http://localhost"), ("sec-fetch-site", "same-origin")],
            vec![kind, ("origin", "http://varde.local:8080"), ("host", "varde.local:8080")],
            vec![kind],
        ] {
            own.get("/lapper").await;
            let body = format!("token={}&text=hei", own.token());
            assert_eq!(own.send(request(Method::POST, "/lapper", &headers, body)).await.status, 303, "{headers:?}");
        }
        let read = own.send(request(Method::GET, "/lapper", &[("sec-fetch-site", "cross-site")], "")).await;
        assert_eq!(read.status, 200, "a link from elsewhere is only a link");
    });
}

/// The page without what is drawn anew each time, and without its own address.
fn plain(page: &Page, path: &str) -> String {
    let mut html = page.html.replace(path, "");
    while let Some(token) = html.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.get(..80)).map(str::to_owned) {
        html = html.replace(&format!("name=\"token\" value=\"{token}"), "");
    }
    html
}

#[test]
fn somebody_who_is_there_and_somebody_who_is_not_look_the_same_from_outside() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let mut stranger = nurse(&town, Role::MoNurse);
        let there = format!("/lapper/{}", kari.as_str());
        let nobody = format!("/lapper/{}", PersonId::from_bits(77).as_str());
        let (seen, unseen) = (stranger.get(&there).await, stranger.get(&nobody).await);
        assert_eq!((seen.status, unseen.status), (403, 403));
        assert_eq!(plain(&seen, &there), plain(&unseen, &nobody));
        let sent = stranger.post_only(&there, &[("text", "hei")]).await;
        let lost = stranger.post_only(&nobody, &[("text", "hei")]).await;
        assert_eq!((sent.status, lost.status, plain(&sent, &there)), (403, 403, plain(&lost, &nobody)));
        for odd in ["/lapper/x", "/lapper/%2e%2e", "/lapper/1%27--", "/lapper/%00"] {
            assert_eq!(stranger.get(odd).await.status, 404, "{odd}");
        }
        town.app.keys().erase_here(&kari).unwrap_or_else(|error| panic!("{error:?}"));
        let erased = stranger.get(&there).await;
        assert_eq!((erased.status, plain(&erased, &there)), (403, plain(&unseen, &nobody)), "and so does an erased person");
    });
}

#[test]
fn each_address_is_for_those_it_is_for() {
    on_sqlite(&[&TOY], &async |town| {
        let kari = town.person("Kari Nes");
        let code = {
            let (opener, now, holder) = (session::opener(&town.app), town.now(), Holder::Person(kari.clone(), Door::Code));
            let cookie = format!("varde={opener}");
            let opened = town.app.db().write(move |tx| Ok(session::open(tx, &opener, &holder, Life::Code, now)?)).await;
            opened.unwrap_or_else(|error| panic!("{error:?}"));
            async move |path: &str| {
                let mut visitor = town.visitor();
                visitor.send(request(Method::GET, path, &[("cookie", &cookie)], "")).await.status
            }
        };
        assert_eq!((code("/lapper").await, code("/liste").await, code("/apen").await), (403, 403, 200));
    });
    on_sqlite(&[&TOY], &async |town| {
        let kari = town.person("Kari Nes");
        let mut browsers = [
            (town.visitor(), [401, 401, 401]),
            (town.as_person(&kari), [200, 403, 403]),
            (nurse(&town, Role::MoNurse), [403, 200, 403]),
            (nurse(&town, Role::Leader), [403, 200, 200]),
            (town.as_account(&town.relative(), Role::NextOfKin), [403, 403, 403]),
        ];
        for (browser, expected) in &mut browsers {
            let mut found = [0; 3];
            for (status, path) in found.iter_mut().zip(["/lapper", "/liste", "/leder"]) {
                *status = browser.get(path).await.status;
            }
            assert_eq!(found, *expected);
            assert_eq!(browser.get("/apen").await.status, 200);
        }
    });
}

#[test]
fn a_session_that_has_ended_is_refused_at_the_next_request() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let mut own = town.as_person(&kari);
        assert_eq!(own.get("/lapper").await.status, 200);
        let hash = town.rows("session")[0].blob(0).expect("a hash").to_vec();
        session::end(&town.app, hash, town.now()).await.unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(own.get("/lapper").await.status, 401, "signed out");
        let mut old = town.as_person(&kari);
        town.wait_days(14);
        assert_eq!(old.get("/lapper").await.status, 401, "two weeks");
        let mut staff = nurse(&town, Role::MoNurse);
        assert_eq!(staff.get("/liste").await.status, 200);
        run(&town, "UPDATE account SET ended_at = $1", vec![Value::from(town.now())]).await;
        assert_eq!(staff.get("/liste").await.status, 401, "no longer employed");
    });
}

#[test]
fn an_erased_person_is_signed_out_everywhere() {
    both_databases(&[&TOY], async |town| {
        let (kari, ola) = (town.person("Kari Nes"), town.person("Ola Dal"));
        let (mut own, mut other) = (town.as_person(&kari), town.as_person(&ola));
        let erased = args![town.now(), &kari].to_vec();
        run(&town, "UPDATE person SET erased_at = $1 WHERE person_id = $2", erased).await;
        let page = own.get("/apen").await;
        assert!(!page.says("Logg ut"), "nobody is signed in");
        assert_eq!(own.get("/lapper").await.status, 401);
        run(&town, "DELETE FROM person WHERE person_id = $1", args![&kari].to_vec()).await;
        assert_eq!(own.get("/lapper").await.status, 401, "also when no row is left");
        assert_eq!(other.get("/lapper").await.status, 200);
    });
}

#[test]
fn an_unknown_session_cookie_is_a_visitor() {
    on_sqlite(&[&TOY], &async |town| {
        for cookie in ["varde=0000", "varde=", "varde", "varde=å;=;;", "other=1; varde=nope"] {
            let headers = [("cookie", cookie)];
            let page = town.visitor().send(request(Method::GET, "/lapper", &headers, "")).await;
            assert_eq!(page.status, 401, "{cookie}");
            let page = town.visitor().send(request(Method::GET, "/apen", &headers, "")).await;
            assert_eq!(page.status, 200, "{cookie}");
        }
    });
}

fn header<'p>(page: &'p Page, name: &str) -> &'p str {
    page.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

fn assert_guarded(page: &Page, path: &str) {
    let policy = header(page, "content-security-policy");
    assert!(policy.starts_with("default-src 'none';"), "{path}: {policy}");
    for part in ["script-src 'self'", "form-action 'self' https://www.yr.no;", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{path}: {part}");
    }
    assert!(!policy.contains("unsafe"), "{path}");
    assert_eq!(header(page, "referrer-policy"), "same-origin", "{path}");
    assert_eq!(header(page, "x-content-type-options"), "nosniff", "{path}");
}

#[test]
fn every_answer_carries_the_headers_that_guard_it() {
    both_databases(&[&TOY], async |town| {
        let (kari, mut own) = at_the_form(&town).await;
        let theirs = format!("/lapper/{}", kari.as_str());
        let cases = [
            ("GET", "/lapper", 200),
            ("HEAD", "/lapper", 200),
            ("GET", "/apen", 200),
            ("GET", &theirs, 403),
            ("GET", "/finnes-ikke", 404),
            ("GET", "/assets/finnes-ikke.css", 404),
            ("GET", "/assets/%FF", 400),
            ("GET", "/lapper/%FF", 404),
            ("PUT", "/lapper", 405),
            ("POST", "/apen", 405),
            ("GET", "/lapper/nekt", 405),
            ("GET", "/krasj", 500),
            ("POST", "/lapper", 422),
            ("GET", "/health/live", 200),
            ("GET", "/health/ready", 200),
        ];
        for (method, path, status) in cases {
            let method = Method::from_bytes(method.as_bytes()).expect("a method");
            let page = own.send(request(method, path, &[], "")).await;
            assert_eq!(page.status, status, "{path}");
            assert_guarded(&page, path);
            assert_eq!(header(&page, "cache-control"), "no-store", "{path}");
            assert!(!page.html.contains("hemmelig"), "{path}: what a panic said is nobody's business");
        }
        own.get("/lapper").await;
        let sent = own.post_only("/lapper", &[("text", "hei")]).await;
        assert_eq!(sent.status, 303);
        assert_guarded(&sent, "a redirect");
        let visitor = town.visitor().get("/lapper").await;
        assert_eq!(visitor.status, 401);
        assert_guarded(&visitor, "not signed in");
        let style = own.get("/apen").await.attribute("rel=\"stylesheet\" href=\"").expect("a style sheet");
        let style = own.get(&style).await;
        assert_guarded(&style, "an asset");
        assert_eq!(header(&style, "cache-control"), "public, max-age=31536000, immutable");
    });
}

#[test]
fn a_panic_or_a_wrong_method_gets_a_page_with_words() {
    both_databases(&[&TOY], async |town| {
        let mut visitor = town.visitor();
        let crashed = visitor.get("/krasj").await;
        assert!(crashed.says("Noe gikk galt hos oss"));
        assert!(crashed.says("Si dette nummeret hvis du ringer:"));
        let wrong = visitor.send(request(Method::PUT, "/apen", &[], "")).await;
        assert!(wrong.says("Siden finnes ikke"));
        assert_eq!(visitor.get("/apen").await.status, 200, "and the next page comes as before");
    });
}

#[test]
fn cookies_are_out_of_reach_for_scripts_and_other_sites() {
    let place = Place::sqlite();
    let app = app_on(&[&TOY], &place.url, &place.keys_url);
    let cookie = platform::web::session_cookie(&app, "abc");
    assert_eq!(cookie, "varde=abc; Path=/; HttpOnly; SameSite=Lax");
    assert!(platform::web::no_session_cookie(&app).ends_with("; Max-Age=0"));
    let config = Config { public_url: "https://varde.example.no".into(), ..Config::default() };
    let open = |url: &str| platform::db::Db::open(url).unwrap_or_else(|fault| panic!("{fault}"));
    let master = platform::keys::MasterKey::from_bytes([7; 32]);
    let source = platform::clock::Source::system();
    let app = platform::app::App::new(open(&place.url), open(&place.keys_url), master, source, vec![&TOY], config);
    let cookie = platform::web::session_cookie(&app.unwrap_or_else(|fault| panic!("{fault}")), "abc");
    assert_eq!(cookie, "__Host-varde=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
}

#[test]
fn the_language_follows_the_device_and_then_the_choice() {
    on_sqlite(&[&TOY], &async |town| {
        let mut visitor = town.visitor();
        let mut spoken = async |headers: &[(&str, &str)]| {
            let page = visitor.send(request(Method::GET, "/apen", headers, "")).await;
            page.attribute("<html lang=\"").expect("a language")
        };
        assert_eq!(spoken(&[]).await, "nb");
        assert_eq!(spoken(&[("accept-language", "nn-NO,nn;q=0.9")]).await, "nn");
        assert_eq!(spoken(&[("accept-language", "de-DE,en-GB;q=0.8")]).await, "en");
        assert_eq!(spoken(&[("accept-language", "no,en")]).await, "nb");
        assert_eq!(spoken(&[("accept-language", "pl")]).await, "nb");
        assert_eq!(spoken(&[("accept-language", "en"), ("cookie", "sprak=nn")]).await, "nn");
        assert_eq!(spoken(&[("accept-language", "en"), ("cookie", "sprak=xx")]).await, "en");
    });
}

#[test]
fn what_is_no_longer_shared_is_closed_at_the_next_request() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let centre = town.organisation(OrganisationKind::MoCentre, "MO-senteret");
        let account = town.employee(&centre, Role::MoNurse, "Siv Lie");
        let _ = town.share(&kari, &centre, &[Area::Housing]);
        let mut nurse = town.as_account(&account, Role::MoNurse);
        let path = format!("/lapper/{}", kari.as_str());
        assert_eq!(nurse.get(&path).await.status, 200);
        run(&town, "UPDATE access_grant SET ended_at = $1", vec![Value::from(town.now())]).await;
        assert_eq!(nurse.get(&path).await.status, 403);
    });
}

#[test]
fn not_ready_while_a_step_is_missing() {
    let place = Place::sqlite();
    let app = app_on(&[&TOY], &place.url, &place.keys_url);
    let town = Town::new(app);
    runtime().block_on(async {
        assert_eq!(town.visitor().get("/health/ready").await.status, 200);
        run(&town, "DELETE FROM schema_step WHERE part = 'toy'", Vec::new()).await;
        assert_eq!(town.visitor().get("/health/ready").await.status, 503);
        assert_eq!(town.visitor().get("/health/live").await.status, 200);
    });
}
