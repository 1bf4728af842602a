//! Configuration: `varde.toml`, and every key also as `VARDE_…` in the environment. An unknown key is an error.

mod sending;

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::Fault;

pub use sending::{Safety, Server, Sms, Smtp, is_telling};

/// What can be set. Everything has a default that is safe.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// `sqlite://PATH` or `postgres://…`.
    pub database_url: String,
    /// The key store's own database; beside the data for SQLite, a schema of its own for PostgreSQL.
    pub key_store_url: Option<String>,
    /// The master key file, readable by the service alone.
    pub master_key_file: PathBuf,
    /// Where to listen. Only loopback: a proxy with TLS stands before it.
    pub listen: String,
    /// How the outside reaches the product, for instance `https://varde.example.no`.
    pub public_url: String,
    /// Where `/metrics` is answered; not at all when empty.
    pub metrics_listen: Option<String>,
    /// The municipality's own name, shown at the foot of pages.
    pub municipality: String,
    /// Where `clamd` looks at attachments, for instance `127.0.0.1:3310`. Without it nobody can attach anything.
    pub clamav: Option<String>,
    /// Where notices by e-mail are handed over. Without it nobody can choose e-mail, and nothing is lined up.
    pub smtp: Option<Smtp>,
    /// The same for SMS.
    pub sms: Option<Sms>,
    /// A front page that may stand in a notice, for instance `https://example.no`: only where its name tells nothing.
    pub notice_link: Option<String>,
    /// Set by `varde demo` alone.
    #[serde(skip)]
    pub demo: bool,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            database_url: "sqlite://varde.db".into(),
            key_store_url: None,
            master_key_file: PathBuf::from("varde-master.key"),
            listen: "127.0.0.1:8080".into(),
            public_url: "http://localhost:8080".into(),
            metrics_listen: None,
            municipality: String::new(),
            clamav: None,
            smtp: None,
            sms: None,
            notice_link: None,
            demo: false,
        }
    }
}

/// Keys that may stand in the environment.
const KEYS: [&str; 9] = [
    "database_url",
    "key_store_url",
    "master_key_file",
    "listen",
    "public_url",
    "metrics_listen",
    "municipality",
    "clamav",
    "notice_link",
];

/// The same for keys that stand in a section of the file: `VARDE_SMTP_URL` is `url` under `[smtp]`.
const SECTIONS: [(&str, &str); 5] = [("smtp", "url"), ("smtp", "from"), ("sms", "url"), ("sms", "key"), ("sms", "sender")];

impl Config {
    /// Reads the file (when named, it must be there), then the environment on top.
    ///
    /// # Errors
    /// A [`Fault`] that names the key or the line.
    pub fn read(file: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> Result<Config, Fault> {
        let mut table = match file {
            None => toml::Table::new(),
            Some(path) => read_file(path)?,
        };
        for (name, value) in environment {
            let Some(key) = name.strip_prefix("VARDE_").map(str::to_ascii_lowercase) else { continue };
            if let Some(known) = KEYS.iter().find(|known| **known == key) {
                table.insert((*known).to_owned(), toml::Value::String(value));
            } else if let Some((section, key)) = SECTIONS.iter().find(|(section, name)| format!("{section}_{name}") == key) {
                put_into(&mut table, section, key, value);
            }
        }
        table.try_into().map_err(|error: toml::de::Error| Fault::new(format!("configuration: {}", error.message())))
    }

    /// Where the key store is.
    #[must_use]
    pub fn key_store(&self) -> String {
        if let Some(url) = &self.key_store_url {
            return url.clone();
        }
        if let Some(path) = self.database_url.strip_prefix("sqlite://") {
            let path = Path::new(path).with_file_name("keys.db");
            return format!("sqlite://{}", path.display());
        }
        let joint = if self.database_url.contains('?') { '&' } else { '?' };
        format!("{}{joint}options=-csearch_path%3Dvarde_keys", self.database_url)
    }

    /// What is unsafe about serving real people with this, each with its remedy.
    #[must_use]
    pub fn unsafe_settings(&self) -> Vec<String> {
        let mut found = Vec::new();
        let local = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
        if !self.public_url.starts_with("https://") && !local.iter().any(|start| self.public_url.starts_with(start)) {
            found.push("public_url is not https; put a proxy with TLS in front and set public_url to its address".into());
        }
        if ["sslmode=disable", "sslmode=prefer"].iter().any(|off| self.database_url.contains(off)) {
            found.push("database_url may reach PostgreSQL without TLS; take sslmode out of it".into());
        }
        if self.clamav.as_deref().is_some_and(|address| !address.starts_with("127.") && !address.starts_with("[::1]:")) {
            found.push("clamav is not on this machine; attachments would leave it unsealed, so point clamav at 127.0.0.1".into());
        }
        let loopback =
            self.listen.starts_with("127.") || self.listen.starts_with("localhost:") || self.listen.starts_with("[::1]");
        if !loopback {
            found.push("listen is not a loopback address; listen on 127.0.0.1 behind a proxy".into());
        }
        found.extend(sending::problems(self.smtp.as_ref(), self.sms.as_ref(), self.notice_link.as_deref()));
        found
    }

    /// Whether cookies can be marked `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

fn read_file(path: &Path) -> Result<toml::Table, Fault> {
    let text = std::fs::read_to_string(path).map_err(|_| {
        Fault::new("the configuration file cannot be read; check its path, or run this as the user of the service")
    })?;
    text.parse().map_err(|error: toml::de::Error| Fault::new(format!("configuration file: {}", error.message())))
}

fn put_into(table: &mut toml::Table, section: &str, key: &str, value: String) {
    let there = table.entry(section.to_owned()).or_insert_with(|| toml::Value::Table(toml::Table::new()));
    if let toml::Value::Table(there) = there {
        there.insert(key.to_owned(), toml::Value::String(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, Fault> {
        Config::read(None, pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn a_section_can_be_given_in_the_environment() {
        let config =
            read(&[("VARDE_SMTP_URL", "smtp://127.0.0.1:25"), ("VARDE_SMTP_FROM", "Beskjed <b@example.no>"), ("HOME", "/")]);
        let config = config.unwrap();
        assert_eq!(config.smtp.as_ref().map(|smtp| smtp.from.as_str()), Some("Beskjed <b@example.no>"));
        assert!(config.sms.is_none() && config.unsafe_settings().is_empty());
        assert!(!format!("{config:?}").contains("127.0.0.1:25"), "an address may hold a password and is never printed");
    }

    #[test]
    fn half_a_way_out_and_one_in_the_clear_are_said() {
        assert!(read(&[("VARDE_SMTP_URL", "smtp://127.0.0.1:25")]).is_err(), "without a sender");
        let sms = [("VARDE_SMS_URL", "http://gateway.example.no"), ("VARDE_SMS_KEY", "k"), ("VARDE_SMS_SENDER", "Beskjed")];
        let said = read(&sms).unwrap().unsafe_settings();
        assert!(said.iter().any(|what| what.contains("sms.url is not https")), "{said:?}");
    }
}
