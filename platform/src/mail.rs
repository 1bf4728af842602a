//! The way out for e-mail: one letter over SMTP, and exactly how far it came. Never inside a transaction, and nothing of
//! the letter or its receiver is ever written to a log.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kernel::time::Timestamp;
use lettre::address::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use crate::config::{Safety, Server, Smtp};

/// How long the server may take for each step.
const WAIT: Duration = Duration::from_secs(10);
/// Longest address that is taken (RFC 5321, 4.5.3.1.3, without the brackets).
pub const MAX_ADDRESS: usize = 254;

/// One letter.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// What makes it the same letter when it is sent again: the part of its Message-ID before the `@`.
    pub id: &'a str,
    /// To whom.
    pub to: &'a str,
    /// Its subject.
    pub subject: &'a str,
    /// Its words.
    pub body: &'a str,
    /// When it was made.
    pub at: Timestamp,
}

/// How far something came on its way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The other side has it.
    Delivered,
    /// The other side says that there is no such receiver.
    Refused,
    /// The other side does not take it now; it does not have it.
    Later,
    /// The other side could not be asked at all: nothing was handed over.
    Unreached,
    /// It was handed over, and the line broke before the answer: the other side may have it or not.
    Unknown,
}

/// Whether this can be written to: one address in plain letters.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.len() <= MAX_ADDRESS && text.is_ascii() && text.parse::<Address>().is_ok()
}

/// Sends one letter. A server that is not there, hangs or says no costs at most some seconds and no error.
#[must_use]
pub fn send(config: &Smtp, letter: &Letter<'_>) -> Outcome {
    let (Ok(server), Ok(from), Ok(to)) = (config.server(), config.from.parse::<Mailbox>(), letter.to.parse::<Address>()) else {
        tracing::error!("e-mail is set up in a way that cannot be used; varde doctor says how");
        return Outcome::Unreached;
    };
    let Some(text) = written(&from, &to, letter) else { return Outcome::Unreached };
    match connect(&server, &from) {
        Some(mut line) => {
            let outcome = hand_over(&mut line, from.email, to, &text);
            if outcome == Outcome::Delivered {
                // It has been taken; whether the other side says goodbye makes no difference.
                drop(line.quit());
            }
            outcome
        }
        None => {
            tracing::warn!("the mail server does not answer; notices wait until it does");
            Outcome::Unreached
        }
    }
}

/// Whether the server answers, takes TLS and the login: what `varde doctor` asks.
///
/// # Errors
/// A sentence without anything secret.
pub fn try_server(config: &Smtp) -> Result<(), String> {
    let server = config.server()?;
    let from = config.from.parse::<Mailbox>().map_err(|_| "smtp.from is no sender".to_owned())?;
    let mut line = connect(&server, &from).ok_or("the mail server does not answer, or refuses TLS or the login; see smtp.url")?;
    drop(line.quit());
    Ok(())
}

/// Sends beside the request that waits for it: letters and messages go out on a thread that may be kept waiting.
pub async fn aside(send: impl FnOnce() -> Outcome + Send + 'static) -> Outcome {
    tokio::task::spawn_blocking(send).await.unwrap_or(Outcome::Unknown)
}

/// The letter as it goes over the line. Its date is when it was made, so that sending it again changes nothing in it.
fn written(from: &Mailbox, to: &Address, letter: &Letter<'_>) -> Option<Vec<u8>> {
    let seconds = u64::try_from(letter.at.unix_s()).ok()?;
    let date: SystemTime = UNIX_EPOCH + Duration::from_secs(seconds);
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    let message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to.clone()))
        .subject(letter.subject)
        .date(date)
        .message_id(Some(format!("<{}@{}>", letter.id, from.email.domain())))
        .raw_header(HeaderValue::new(automatic, "auto-generated".into()))
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.to_owned())
        .ok()?;
    Some(message.formatted())
}

fn connect(server: &Server, from: &Mailbox) -> Option<SmtpConnection> {
    let hello = ClientId::Domain(from.email.domain().to_owned());
    let tls = match server.safety {
        Safety::Loopback => None,
        Safety::Wrapped | Safety::StartTls => Some(TlsParameters::new_rustls(server.host.clone()).ok()?),
    };
    let wrapped = tls.as_ref().filter(|_| server.safety == Safety::Wrapped);
    let mut line = SmtpConnection::connect((server.host.as_str(), server.port), Some(WAIT), &hello, wrapped, None).ok()?;
    if let Some(tls) = tls.as_ref().filter(|_| server.safety == Safety::StartTls) {
        // A server that does not offer TLS, or somebody in between who hides the offer, is told nothing.
        line.starttls(tls, &hello).ok()?;
    }
    if let Some((user, password)) = &server.login {
        let login = Credentials::new(user.clone(), password.clone());
        line.auth(&[Mechanism::Plain, Mechanism::Login], &login).ok()?;
    }
    Some(line)
}

/// The three steps of a delivery. Only after the words have been sent can it be unknown whether they came.
fn hand_over(line: &mut SmtpConnection, from: Address, to: Address, text: &[u8]) -> Outcome {
    if line.command(Mail::new(Some(from), Vec::new())).is_err() {
        return Outcome::Unreached;
    }
    match line.command(Rcpt::new(to, Vec::new())) {
        Ok(_) => {}
        Err(error) if error.is_permanent() => return Outcome::Refused,
        Err(error) if error.is_transient() => return Outcome::Later,
        Err(_) => return Outcome::Unreached,
    }
    match line.command(Data) {
        Ok(_) => {}
        Err(error) if error.is_permanent() || error.is_transient() => return Outcome::Later,
        Err(_) => return Outcome::Unreached,
    }
    match line.message(text) {
        Ok(_) => Outcome::Delivered,
        Err(error) if error.is_permanent() || error.is_transient() => Outcome::Later,
        Err(_) => Outcome::Unknown,
    }
}
