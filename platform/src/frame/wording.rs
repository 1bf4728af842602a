//! Wording: Fluent files of the house and of every part, read once, in three languages.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::language::Language;
use unic_langid::LanguageIdentifier;

use crate::charter::Charter;
use crate::error::Fault;

const HOUSE: [(Language, &str); 9] = [
    (Language::Nb, include_str!("../../text/nb.ftl")),
    (Language::Nn, include_str!("../../text/nn.ftl")),
    (Language::En, include_str!("../../text/en.ftl")),
    (Language::Nb, include_str!("../../text/dates.nb.ftl")),
    (Language::Nn, include_str!("../../text/dates.nn.ftl")),
    (Language::En, include_str!("../../text/dates.en.ftl")),
    (Language::Nb, include_str!("../../text/capacity.nb.ftl")),
    (Language::Nn, include_str!("../../text/capacity.nn.ftl")),
    (Language::En, include_str!("../../text/capacity.en.ftl")),
];

type Bundle = Arc<FluentBundle<FluentResource>>;

/// All wording.
#[derive(Clone)]
pub struct Wording([Bundle; 3]);

/// Wording in one language: what templates call `t`.
#[derive(Clone)]
pub struct Say {
    /// Which language.
    pub language: Language,
    bundle: Bundle,
}

impl Wording {
    /// Reads the house's files and each part's.
    ///
    /// # Errors
    /// A [`Fault`] that names the language and the line that cannot be read, or a key that stands twice.
    pub fn read(catalogue: &[&'static Charter]) -> Result<Wording, Fault> {
        let parts = catalogue.iter().flat_map(|part| part.wording.iter().copied());
        let texts: Vec<(Language, &str)> = HOUSE.into_iter().chain(parts).collect();
        let bundle = |language: Language| bundle(language, &texts);
        Ok(Wording([bundle(Language::Nb)?, bundle(Language::Nn)?, bundle(Language::En)?]))
    }

    /// Wording in this language.
    #[must_use]
    pub fn say(&self, language: Language) -> Say {
        let [nb, nn, en] = &self.0;
        let bundle = match language {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        };
        Say { language, bundle: bundle.clone() }
    }
}

fn bundle(language: Language, texts: &[(Language, &str)]) -> Result<Bundle, Fault> {
    let id: LanguageIdentifier = language.code().parse().map_err(|_| Fault::new("a language code cannot be read"))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are for mixed writing directions and would stand in our text as stray characters.
    bundle.set_use_isolating(false);
    for (_, text) in texts.iter().filter(|(of, _)| *of == language) {
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, errors)| Fault::new(format!("wording in {}: {errors:?}", language.code())))?;
        bundle.add_resource(resource).map_err(|errors| Fault::new(format!("wording in {}: {errors:?}", language.code())))?;
    }
    Ok(Arc::new(bundle))
}

/// The keys of one Fluent text: what the tests compare between languages and with the templates.
#[must_use]
pub fn keys(text: &str) -> BTreeSet<String> {
    let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    text.lines().filter(starts).filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned())).collect()
}

impl Say {
    /// The text under a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// With one value put in.
    #[must_use]
    pub fn with(&self, key: &str, name: &str, value: impl Display) -> String {
        self.put(key, &[(name, value.to_string())])
    }

    /// With two.
    #[must_use]
    pub fn with2(&self, key: &str, name: &str, value: impl Display, name2: &str, value2: impl Display) -> String {
        self.put(key, &[(name, value.to_string()), (name2, value2.to_string())])
    }

    /// With any number of values put in. Whole numbers choose singular or plural.
    #[must_use]
    pub fn put(&self, key: &str, values: &[(&str, String)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            let value = value.parse::<i64>().map_or_else(|_| FluentValue::from(value.clone()), FluentValue::from);
            args.set((*name).to_owned(), value);
        }
        self.format(key, Some(&args))
    }

    /// Whether there is wording under this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A key without wording shows itself, so that the tests find it on the page and nobody meets an empty button.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            tracing::error!(key, "wording is missing");
            return format!("[{key}]");
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, "wording lacks a value");
        }
        text.into_owned()
    }
}
