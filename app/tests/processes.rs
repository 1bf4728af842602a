//! The program as it is run: killed under load, started again, two at once on one database.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};
use std::time::Duration;

use platform::db::Db;
use testkit::{Folder, Place};

/// Looks answered before the process is killed.
const LOOKS: usize = 120;
/// Visitors at the same time.
const VISITORS: usize = 8;
/// How long a process may take to stop before the test gives it up; says nothing about how long it should take.
const MOST_PATIENCE: Duration = Duration::from_secs(60);

/// A running `varde demo`.
struct Varde {
    child: Child,
    port: u16,
}

/// Where a demo city lives.
struct Home {
    folder: Folder,
    server: Option<Place>,
}

impl Home {
    fn make(server: Option<Place>) -> Home {
        Home { folder: Folder::make(), server }
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_varde"));
        command.args(words).arg("--data").arg(self.folder.path());
        if let Some(server) = &self.server {
            command.args(["--database-url", &server.url]).env("VARDE_KEY_STORE_URL", &server.keys_url);
        }
        command
    }

    fn start(&self) -> Varde {
        let mut command = self.command(&["demo", "--listen", "127.0.0.1:0", "--persons", "6"]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("varde starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its standard output");
        BufReader::new(out).read_line(&mut line).expect("its one line");
        let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
        Varde { child, port: port.unwrap_or_else(|| panic!("not a ready line: {line}")) }
    }

    fn database(&self) -> Db {
        let url = self.server.as_ref().map(|server| server.url.clone());
        let file = || format!("sqlite://{}", self.folder.path().join("varde.db").display());
        Db::open(&url.unwrap_or_else(file)).unwrap_or_else(|fault| panic!("{fault}"))
    }

    fn log_holds(&self) -> bool {
        self.command(&["verify-audit"]).stdout(Stdio::null()).status().expect("verify-audit runs").success()
    }

    fn looks_in_the_log(&self) -> usize {
        let counted = self.database().read_here(|tx| {
            let row = tx.row("SELECT count(*) FROM audit_line WHERE part = 'house' AND act = 'look' AND role = 'person'", &[])?;
            Ok(row.map_or(Ok(0), |row| row.int(0))?)
        });
        usize::try_from(counted.unwrap_or_else(|error| panic!("{error:?}"))).expect("a count")
    }
}

impl Varde {
    /// SIGKILL: no time to write anything more.
    fn kill(mut self) {
        self.child.kill().expect("the process can be killed");
        self.child.wait().expect("it is gone");
    }

    /// SIGTERM, as a process manager does it; whether it ended well, or nothing when it was still there long after.
    fn told_to_stop(mut self) -> Option<bool> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
        let (ended, waiting) = mpsc::channel();
        std::thread::spawn(move || ended.send(self.child.wait()));
        match waiting.recv_timeout(MOST_PATIENCE) {
            Ok(status) => Some(status.expect("its status").success()),
            Err(_) => {
                drop(Command::new("kill").args(["-KILL", &id]).status());
                None
            }
        }
    }
}

/// One request; nothing when the process is gone before the whole answer has come.
fn ask(port: u16, method: &str, path: &str, cookie: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let kind = "application/x-www-form-urlencoded";
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\nCookie: {cookie}\r\n\
         Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let announced = answer.split("content-length: ").nth(1)?.split("\r\n").next()?.parse::<usize>().ok()?;
    let (_, came) = answer.split_once("\r\n\r\n")?;
    (came.len() == announced).then_some(answer)
}

/// Signs in as one of the demo's people and gives the cookie, once the program has said that it is kept.
fn sign_in(port: u16, persona: &str) -> Option<String> {
    let answer = ask(port, "POST", "/demo/inn", "", &format!("persona={persona}"))?;
    let cookie = answer.split("set-cookie: ").nth(1)?.split(';').next()?;
    answer.starts_with("HTTP/1.1 303").then(|| cookie.to_owned())
}

fn look(port: u16, cookie: &str) -> bool {
    ask(port, "GET", "/hjem", cookie, "").is_some_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

/// What the visitors were told before the end.
#[derive(Default)]
struct Told {
    cookies: Mutex<Vec<String>>,
    looks: AtomicUsize,
    over: AtomicBool,
}

/// Visitors sign in and look, over and over, until the process is killed after so many answered looks.
fn load_until_killed(varde: Varde, told: &Told) {
    let port = varde.port;
    let (enough, reached) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..VISITORS {
            let enough = enough.clone();
            scope.spawn(move || {
                while !told.over.load(Ordering::SeqCst) {
                    let Some(cookie) = sign_in(port, "person") else { break };
                    told.cookies.lock().expect("the list of cookies").push(cookie.clone());
                    for _ in 0..3 {
                        if look(port, &cookie) && told.looks.fetch_add(1, Ordering::SeqCst) + 1 == LOOKS {
                            enough.send(()).ok();
                        }
                    }
                }
            });
        }
        reached.recv().expect("enough looks were answered");
        varde.kill();
        told.over.store(true, Ordering::SeqCst);
    });
}

fn nothing_told_is_lost(home: &Home, port: u16, told: &Told) {
    let cookies = told.cookies.lock().expect("the list of cookies").clone();
    assert!(cookies.len() >= LOOKS / 3);
    let looks = told.looks.load(Ordering::SeqCst);
    assert!(home.looks_in_the_log() >= looks, "{looks} looks were answered");
    for cookie in &cookies {
        assert!(look(port, cookie), "a session that was acknowledged is gone");
    }
    assert!(home.log_holds(), "verify-audit fails");
}

#[test]
fn killed_under_load_on_sqlite_it_has_kept_what_it_acknowledged() {
    let home = Home::make(None);
    let told = Told::default();
    load_until_killed(home.start(), &told);
    let again = home.start();
    nothing_told_is_lost(&home, again.port, &told);
    again.kill();
}

/// A browser keeps a connection at hand that it has asked nothing on, a bad line stops in the middle of a question, and a board
/// is listened to for as long as it is looked at.
#[test]
fn told_to_stop_it_ends_though_somebody_holds_a_connection() {
    let home = Home::make(None);
    let varde = home.start();
    let connect = || TcpStream::connect(("127.0.0.1", varde.port)).expect("a connection");
    let _unused = connect();
    let mut halfway = connect();
    halfway.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").expect("the first lines");
    let cookie = sign_in(varde.port, "mo-nurse").expect("signed in");
    let mut board = connect();
    write!(board, "GET /live HTTP/1.1\r\nHost: localhost:{}\r\nCookie: {cookie}\r\n\r\n", varde.port).expect("asked");
    let mut first = String::new();
    BufReader::new(&board).read_line(&mut first).expect("an answer");
    assert!(first.starts_with("HTTP/1.1 200"), "{first}");
    assert_eq!(varde.told_to_stop(), Some(true));
    assert!(home.log_holds());
}

#[test]
fn two_processes_on_one_postgresql_and_one_of_them_killed() {
    let home = Home::make(Some(Place::postgres()));
    let (first, second) = (home.start(), home.start());
    let told = Told::default();
    load_until_killed(first, &told);
    // The other one goes on, and knows every session the first acknowledged.
    nothing_told_is_lost(&home, second.port, &told);
    let told_by_second = Told::default();
    load_until_killed(second, &told_by_second);
    let third = home.start();
    nothing_told_is_lost(&home, third.port, &told_by_second);
    third.kill();
}
