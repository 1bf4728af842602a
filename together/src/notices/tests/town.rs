//! A town with a mail server of its own: one that says what the test tells it to say, and keeps what it was given.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use kernel::id::{AccountId, OrganisationId, PersonId};
use platform::charter::{Charter, Concerned, News, NewsAsk};
use platform::config::{Config, Sms, Smtp};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use testkit::{Browser, Town, both_databases_with};

/// Those who take part.
pub static CATALOGUE: &[&Charter] = &[&TELLER, &crate::notices::CHARTER];

/// What the server does with the next letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Takes it.
    Yes,
    /// There is no such receiver.
    NoSuchReceiver,
    /// Not now.
    Later,
    /// Hangs up before the words.
    DiesBeforeData,
    /// Takes the words, and hangs up before it answers.
    DiesAfterData,
}

/// A letter as it came.
#[derive(Clone, Debug)]
pub struct Got {
    /// To whom, as the envelope says.
    pub to: String,
    /// Headers and body.
    pub text: String,
    /// Whether the server said that it has it.
    pub taken: bool,
}

impl Got {
    /// One of its headers.
    pub fn header(&self, name: &str) -> String {
        let start = format!("{name}: ");
        let line = self.text.lines().find(|line| line.to_lowercase().starts_with(&start.to_lowercase()));
        line.map(|line| line[start.len()..].trim().to_owned()).unwrap_or_default()
    }
}

/// A mail server on this machine.
#[derive(Clone)]
pub struct Server {
    address: String,
    says: Arc<Mutex<Says>>,
    got: Arc<Mutex<Vec<Got>>>,
}

impl Server {
    /// A server that listens.
    pub fn start() -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let server = Server { address, says: Arc::new(Mutex::new(Says::Yes)), got: Arc::default() };
        let here = server.clone();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                // A line that breaks is what some tests ask for.
                drop(here.talk(line));
            }
        });
        server
    }

    /// What it says from now on.
    pub fn says(&self, what: Says) {
        *self.says.lock().expect("the lock") = what;
    }

    /// Everything it was given, the first first.
    pub fn got(&self) -> Vec<Got> {
        self.got.lock().expect("the lock").clone()
    }

    /// What it took, and said so.
    pub fn taken(&self) -> Vec<Got> {
        self.got().into_iter().filter(|got| got.taken).collect()
    }

    /// The settings that lead to it.
    pub fn smtp(&self) -> Smtp {
        Smtp { url: format!("smtp://{}", self.address), from: "Beskjed <ikke-svar@post.invalid>".into() }
    }

    fn talk(&self, line: TcpStream) -> std::io::Result<()> {
        let says = *self.says.lock().expect("the lock");
        let mut out = line.try_clone()?;
        let mut lines = BufReader::new(line);
        let mut to = String::new();
        out.write_all(b"220 post.invalid\r\n")?;
        loop {
            let mut command = String::new();
            if lines.read_line(&mut command)? == 0 {
                return Ok(());
            }
            let word = command.split_whitespace().next().unwrap_or("").to_uppercase();
            let answer: &[u8] = match word.as_str() {
                "EHLO" | "MAIL" => b"250 ok\r\n",
                "RCPT" if says == Says::NoSuchReceiver => b"550 5.1.1 nobody here\r\n",
                "RCPT" if says == Says::Later => b"451 4.3.0 try later\r\n",
                "RCPT" => {
                    to = command.split(['<', '>']).nth(1).unwrap_or("").to_owned();
                    b"250 ok\r\n"
                }
                "DATA" if says == Says::DiesBeforeData => return Ok(()),
                "DATA" => {
                    out.write_all(b"354 go on\r\n")?;
                    let mut text = Vec::new();
                    while !text.ends_with(b"\r\n.\r\n") {
                        let mut byte = [0];
                        lines.read_exact(&mut byte)?;
                        text.push(byte[0]);
                    }
                    let taken = says == Says::Yes;
                    let text = String::from_utf8_lossy(&text).into_owned();
                    self.got.lock().expect("the lock").push(Got { to: to.clone(), text, taken });
                    if !taken {
                        return Ok(());
                    }
                    b"250 2.0.0 taken\r\n"
                }
                _ => b"221 bye\r\n",
            };
            out.write_all(answer)?;
        }
    }
}

/// Runs a test on both databases, each with a mail server of its own.
pub fn with_server(settings: impl Fn(&mut Config), test: impl AsyncFn(Town, Server)) {
    with_catalogue(CATALOGUE, settings, test);
}

/// As [`with_server`], with other parts.
pub fn with_catalogue(catalogue: &[&'static Charter], settings: impl Fn(&mut Config), test: impl AsyncFn(Town, Server)) {
    let servers = Mutex::new(Vec::new());
    let with_mail = |config: &mut Config| {
        let server = Server::start();
        config.smtp = Some(server.smtp());
        settings(config);
        servers.lock().expect("the lock").push(server);
    };
    both_databases_with(catalogue, with_mail, async |town| {
        let server = servers.lock().expect("the lock").pop().expect("a server for this town");
        test(town, server).await;
    });
}

/// The settings of a gateway that is not there.
pub fn sms(url: &str) -> Sms {
    Sms { url: url.into(), key: "n0kkel".into(), sender: "Beskjed".into() }
}

/// Somebody who is told by e-mail: through the page, with the code that came.
pub async fn told_by_mail(browser: &mut Browser, server: &Server, address: &str) {
    browser.get("/varsling").await;
    let named = browser.post("/varsling/epost", &[("epost", address)]).await;
    assert_eq!(named.location.as_deref(), Some("/varsling"), "{}", named.html);
    let code = code_in(&server.got().last().expect("a letter with a code").text);
    let confirmed = browser.post("/varsling/epost/kode", &[("kode-epost", &code)]).await;
    assert_eq!(confirmed.location.as_deref(), Some("/varsling"), "{}", confirmed.html);
}

/// The six digits in a letter.
pub fn code_in(text: &str) -> String {
    let body = text.split("\r\n\r\n").nth(1).unwrap_or("").replace("=\r\n", "");
    let digits = body.split("Koden er ").nth(1).expect("a code").chars().take(7).filter(char::is_ascii_digit);
    digits.collect()
}

/// A part that tells: to the person, or to whom its subject names.
pub static TELLER: Charter = Charter {
    key: "teller",
    tells: &["MessageSent", "HelpAnswered"],
    news: &[News { kind: "MessageSent", whom }],
    ..Charter::BLANK
};

fn whom(_: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let named = ask.subject.split_once(':');
    Ok(match (named, ask.person) {
        (Some(("account", id)), _) => AccountId::parse(id).map(Concerned::Account).into_iter().collect(),
        (Some(("organisation", id)), _) => OrganisationId::parse(id).map(Concerned::Organisation).into_iter().collect(),
        (_, Some(person)) => vec![Concerned::Person(person.clone())],
        _ => Vec::new(),
    })
}

/// Something happens.
pub fn tell(town: &Town, kind: &'static str, person: &PersonId, subject: &str) {
    let (person, subject) = (person.clone(), subject.to_owned());
    let told = door::execute_here(&town.app, &town.app.machine(), &TELLER, "tell", move |tx, desk| {
        desk.tell(tx, kind, Some(&person), &subject)
    });
    told.unwrap_or_else(|error| panic!("{error:?}"));
}

/// Somebody writes to the person.
pub fn message(town: &Town, person: &PersonId) {
    tell(town, "MessageSent", person, "thread");
}

/// The clock goes on, and what is due is done.
pub fn after_minutes(town: &Town, minutes: i64) {
    town.wait_minutes(minutes);
    town.run_jobs();
}
