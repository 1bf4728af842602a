//! How notices leave the house: a mail server and an SMS gateway. Both are off until they are set.

use std::fmt;

use serde::Deserialize;

/// A mail server that takes notices.
#[derive(Clone, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// `smtps://USER:PASSWORD@HOST` (TLS from the first byte), or `smtp://…` (STARTTLS, which must be there). Only a server
    /// on this machine may do without TLS.
    pub url: String,
    /// The sender, for instance `Beskjed <ikke-svar@example.no>`. It must not tell what kind of service this is.
    pub from: String,
}

/// An SMS gateway that takes one JSON message by POST, in the shape of GatewayAPI's REST interface.
#[derive(Clone, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Sms {
    /// Where to, for instance `https://gatewayapi.eu/rest/mtsms`.
    pub url: String,
    /// The key of the account there.
    pub key: String,
    /// The sender as phones show it: at most eleven letters and digits. It must not tell what kind of service this is.
    pub sender: String,
}

// The addresses hold passwords: nothing of them is ever printed.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Smtp(…)")
    }
}

impl fmt::Debug for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sms(…)")
    }
}

/// How a connection is made safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// TLS from the first byte.
    Wrapped,
    /// Asked for in the clear, and nothing is told before it is there.
    StartTls,
    /// In the clear: only on this machine.
    Loopback,
}

/// A server, as an address names it.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is made safe.
    pub safety: Safety,
    /// User and password.
    pub login: Option<(String, String)>,
    /// The path, for what has one.
    pub path: String,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} ({:?})", self.host, self.port, self.safety)
    }
}

impl Server {
    fn read(url: &str, schemes: &[(&str, u16, Safety)]) -> Result<Server, String> {
        let known = schemes.iter().find_map(|(scheme, port, safety)| Some((url.strip_prefix(scheme)?, *port, *safety)));
        let Some((rest, port, safety)) = known else {
            let names: Vec<&str> = schemes.iter().map(|(scheme, ..)| *scheme).collect();
            return Err(format!("begin it with {}", names.join(" or ")));
        };
        let (authority, path) =
            rest.split_once('/').map_or((rest, String::new()), |(authority, path)| (authority, format!("/{path}")));
        let (login, place) = match authority.rsplit_once('@') {
            None => (None, authority),
            Some((login, place)) => {
                let (user, password) = login.split_once(':').ok_or("write USER:PASSWORD before the @")?;
                (Some((plain(user)?, plain(password)?)), place)
            }
        };
        let (host, port) = match place.rsplit_once(':').filter(|(host, _)| !host.contains('[') || host.ends_with(']')) {
            None => (place, port),
            Some((host, port)) => (host, port.parse().map_err(|_| "the port must be a number")?),
        };
        let host = host.trim_matches(['[', ']']).to_owned();
        if host.is_empty() {
            return Err("name the host".into());
        }
        Ok(Server {
            safety: if is_here(&host) && safety != Safety::Wrapped { Safety::Loopback } else { safety },
            host,
            port,
            login,
            path,
        })
    }
}

/// Whether a host is this machine.
fn is_here(host: &str) -> bool {
    host == "localhost"
        || host == "::1"
        || host.strip_prefix("127.").is_some_and(|rest| rest.chars().all(|sign| sign.is_ascii_digit() || sign == '.'))
}

fn plain(text: &str) -> Result<String, String> {
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
    decoded.map(|text| text.into_owned()).map_err(|_| "the password must be UTF-8, percent-encoded".into())
}

impl Smtp {
    /// The server.
    ///
    /// # Errors
    /// What is wrong with the address, and what to write; never the address itself.
    pub fn server(&self) -> Result<Server, String> {
        let schemes = [("smtps://", 465, Safety::Wrapped), ("smtp://", 587, Safety::StartTls)];
        Server::read(&self.url, &schemes).map_err(|what| format!("smtp.url cannot be used: {what}"))
    }
}

impl Sms {
    /// The gateway.
    ///
    /// # Errors
    /// As [`Smtp::server`].
    pub fn server(&self) -> Result<Server, String> {
        let schemes = [("https://", 443, Safety::Wrapped), ("http://", 80, Safety::Loopback)];
        let server = Server::read(&self.url, &schemes).map_err(|what| format!("sms.url cannot be used: {what}"))?;
        if server.safety == Safety::Loopback && !is_here(&server.host) {
            return Err("sms.url is not https; only a gateway on this machine may be asked in the clear".into());
        }
        Ok(server)
    }
}

/// Words in a sender that would tell a stranger what this is about. A short list can only warn.
const TELLING: [&str; 14] = [
    "varde",
    "rus",
    "avheng",
    "lar",
    "helse",
    "nav",
    "psyk",
    "lege",
    "tsb",
    "dps",
    "behandling",
    "sykehus",
    "kommune",
    "overdose",
];

/// Whether a sender seems to tell what kind of service it comes from.
#[must_use]
pub fn is_telling(sender: &str) -> bool {
    let shown = sender.split(['@', '<']).take(2).collect::<Vec<_>>().join(" ").to_lowercase();
    shown.split(|sign: char| !sign.is_alphanumeric()).any(|word| TELLING.iter().any(|telling| word.starts_with(telling)))
}

/// What is wrong with how notices leave, each with its remedy.
#[must_use]
pub fn problems(smtp: Option<&Smtp>, sms: Option<&Sms>, link: Option<&str>) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(smtp) = smtp {
        found.extend(smtp.server().err());
        if smtp.from.parse::<lettre::message::Mailbox>().is_err() {
            found.push("smtp.from is no sender; write it as Beskjed <ikke-svar@example.no>".into());
        }
    }
    if let Some(sms) = sms {
        found.extend(sms.server().err());
        if sms.sender.is_empty() || sms.sender.len() > 11 || !sms.sender.chars().all(|sign| sign.is_ascii_alphanumeric()) {
            found.push("sms.sender must be one to eleven letters and digits".into());
        }
        if sms.key.is_empty() {
            found.push("sms.key is empty; the gateway gives you one".into());
        }
    }
    if let Some(link) = link {
        let rest = link.strip_prefix("https://").map(|rest| rest.trim_end_matches('/'));
        if rest.is_none_or(|rest| rest.is_empty() || rest.contains(['/', '?', '#', '@'])) {
            found.push("notice_link must be the front page alone, as https://example.no; a longer address tells more".into());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smtp(url: &str) -> Result<Server, String> {
        Smtp { url: url.into(), from: "Beskjed <b@example.no>".into() }.server()
    }

    #[test]
    fn a_mail_server_is_named_with_its_safety() {
        for (url, host, port, safety) in [
            ("smtps://mail.example.no", "mail.example.no", 465, Safety::Wrapped),
            ("smtp://mail.example.no", "mail.example.no", 587, Safety::StartTls),
            ("smtp://mail.example.no:25", "mail.example.no", 25, Safety::StartTls),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Safety::Loopback),
            ("smtp://[::1]:2525", "::1", 2525, Safety::Loopback),
            ("smtp://127.0.0.1.example.no", "127.0.0.1.example.no", 587, Safety::StartTls),
            ("smtps://localhost:1465", "localhost", 1465, Safety::Wrapped),
        ] {
            let server = smtp(url).unwrap();
            assert_eq!((server.host.as_str(), server.port, server.safety), (host, port, safety), "{url}");
        }
        let with_login = smtp("smtps://varsel%40example.no:a%3Ab%2Fc@mail.example.no").unwrap();
        assert_eq!(with_login.login, Some(("varsel@example.no".into(), "a:b/c".into())));
        assert!(!format!("{with_login:?}").contains("a:b"), "a password is never printed");
    }

    #[test]
    fn what_cannot_be_used_is_said_without_saying_it_aloud() {
        for url in ["mail.example.no", "smtp://", "smtp://hemmelig@mail", "smtp://mail:x", "http://mail"] {
            let said = smtp(url).unwrap_err();
            assert!(said.starts_with("smtp.url cannot be used: ") && !said.contains("hemmelig"), "{said}");
        }
        let sms = |url: &str| Sms { url: url.into(), key: "k".into(), sender: "Beskjed".into() }.server();
        assert!(sms("http://gateway.example.no/send").is_err(), "in the clear only on this machine");
        assert_eq!(sms("http://127.0.0.1:9/send").unwrap().path, "/send");
        assert_eq!(sms("https://gateway.example.no/rest/mtsms").unwrap().safety, Safety::Wrapped);
    }

    #[test]
    fn a_sender_that_tells_is_noticed() {
        for telling in ["Varde <x@example.no>", "Rustjenesten <x@example.no>", "Beskjed <lar@example.no>", "NAV"] {
            assert!(is_telling(telling), "{telling}");
        }
        for neutral in ["Beskjed <ikke-svar@example.no>", "Beskjed", "Post <post@helse.example.no>"] {
            assert!(!is_telling(neutral), "{neutral}");
        }
    }

    #[test]
    fn only_the_front_page_may_stand_in_a_notice() {
        for (link, fine) in [
            ("https://example.no", true),
            ("https://example.no/", true),
            ("https://example.no/meldinger", false),
            ("http://example.no", false),
            ("https://example.no?x", false),
            ("https://", false),
        ] {
            assert_eq!(problems(None, None, Some(link)).is_empty(), fine, "{link}");
        }
    }
}
