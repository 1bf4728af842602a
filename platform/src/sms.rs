//! The way out for SMS: one message to a gateway over HTTPS, in the shape of GatewayAPI's REST interface (`POST /rest/mtsms`).
//! Another provider is another body here and nothing else. Never inside a transaction, and nothing of the message is logged.

use std::sync::Arc;
use std::time::Duration;

use hyper::client::conn::http1;
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use serde_json::json;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::config::{Safety, Server, Sms};
use crate::mail::Outcome;

/// How long connecting may take, and how long the answer.
const WAIT: Duration = Duration::from_secs(10);

/// One message.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// What makes it the same message when it is sent again: the gateway shows it as the sender's own reference.
    pub id: &'a str,
    /// To whom, as stored: `+4790000000`.
    pub to: &'a str,
    /// Its words.
    pub body: &'a str,
}

/// Sends one message, on a thread of its own: it may be called from anywhere.
#[must_use]
pub fn send(config: &Sms, text: &Text<'_>) -> Outcome {
    let (Ok(server), Some(body)) = (config.server(), written(config, text)) else {
        tracing::error!("SMS is set up in a way that cannot be used; varde doctor says how");
        return Outcome::Unreached;
    };
    let key = config.key.clone();
    let outcome = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.map_or(Outcome::Unreached, |runtime| runtime.block_on(post(&server, &key, body)))
    });
    let outcome = outcome.join().unwrap_or(Outcome::Unknown);
    if outcome == Outcome::Unreached {
        tracing::warn!("the SMS gateway does not answer; notices wait until it does");
    }
    outcome
}

fn written(config: &Sms, text: &Text<'_>) -> Option<String> {
    let number: u64 = text.to.trim_start_matches('+').parse().ok()?;
    let body = json!({
        "sender": config.sender,
        "message": text.body,
        "recipients": [{ "msisdn": number }],
        "userref": text.id,
    });
    Some(body.to_string())
}

async fn post(server: &Server, key: &str, body: String) -> Outcome {
    let reached = tokio::time::timeout(WAIT, TcpStream::connect((server.host.as_str(), server.port))).await;
    let Ok(Ok(line)) = reached else { return Outcome::Unreached };
    if server.safety == Safety::Loopback {
        return ask(line, server, key, body).await;
    }
    let (Ok(config), Ok(name)) = (crate::db::tls_config(), ServerName::try_from(server.host.clone())) else {
        return Outcome::Unreached;
    };
    match tokio::time::timeout(WAIT, TlsConnector::from(Arc::new(config)).connect(name, line)).await {
        Ok(Ok(line)) => ask(line, server, key, body).await,
        _ => Outcome::Unreached,
    }
}

async fn ask<L: AsyncRead + AsyncWrite + Unpin + Send + 'static>(line: L, server: &Server, key: &str, body: String) -> Outcome {
    let request = Request::post(server.path.as_str())
        .header(header::HOST, server.host.as_str())
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::AUTHORIZATION, format!("Token {key}"))
        .body(body);
    let Ok(request) = request else { return Outcome::Unreached };
    let Ok((mut sender, connection)) = http1::handshake(TokioIo::new(line)).await else { return Outcome::Unreached };
    let driver = tokio::spawn(connection);
    let answer = tokio::time::timeout(WAIT, sender.send_request(request)).await;
    driver.abort();
    match answer {
        Ok(Ok(answer)) => read(answer.status()),
        // The message had been handed over: whether the gateway took it nobody can say.
        Ok(Err(_)) | Err(_) => Outcome::Unknown,
    }
}

/// 400 and 422 are about this message; everything else that is not a yes is about the account or the gateway.
fn read(status: StatusCode) -> Outcome {
    match status {
        status if status.is_success() => Outcome::Delivered,
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Outcome::Refused,
        StatusCode::TOO_MANY_REQUESTS => Outcome::Later,
        _ => Outcome::Unreached,
    }
}
