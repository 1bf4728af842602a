//! `/personvern`, `/tilgjengelighet` and `/om`.

use askama::Template;
use kernel::class::Class;
use kernel::language::Language;
use platform::charter::Charter;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

/// Text, and the language it is in when it is not the page's.
struct Told {
    text: String,
    lang: Option<&'static str>,
}

/// One part, as the list of what is kept tells of it.
struct PartLine {
    what: Told,
    kept: Vec<Told>,
}

/// The parts of one record class.
struct ClassGroup {
    key: &'static str,
    parts: Vec<PartLine>,
}

#[derive(Template)]
#[template(path = "about/pages/privacy.html")]
struct PrivacyPage {
    frame: Frame,
    t: Say,
    responsible: String,
    log_page: bool,
    groups: Vec<ClassGroup>,
}

#[derive(Template)]
#[template(path = "about/pages/accessibility.html")]
struct AccessibilityPage {
    frame: Frame,
    t: Say,
    responsible: String,
}

#[derive(Template)]
#[template(path = "about/pages/about.html")]
struct AboutPage {
    frame: Frame,
    t: Say,
    responsible: String,
    version: &'static str,
}

/// What is kept, by whom, for how long, and what the law decides. The list walks the catalogue, so that a new part cannot be
/// left out.
///
/// # Errors
/// A fault when the page cannot be drawn.
pub async fn privacy(asked: Asked) -> Result<Reply, Error> {
    let t = asked.say();
    let groups = Class::ALL.into_iter().map(|class| group(&t, class, asked.app.catalogue()));
    let groups = groups.filter(|group| !group.parts.is_empty()).collect();
    // The page promises to show who has looked only where there is a page that does.
    let log_page = asked.app.catalogue().iter().any(|part| part.routes.iter().any(|route| route.path == "/sett"));
    Reply::page(&PrivacyPage { frame: asked.frame(), responsible: responsible(&asked), log_page, groups, t })
}

/// What was tested and what was not.
///
/// # Errors
/// As [`privacy`].
pub async fn accessibility(asked: Asked) -> Result<Reply, Error> {
    Reply::page(&AccessibilityPage { frame: asked.frame(), responsible: responsible(&asked), t: asked.say() })
}

/// What Varde is.
///
/// # Errors
/// As [`privacy`].
pub async fn about(asked: Asked) -> Result<Reply, Error> {
    let version = env!("CARGO_PKG_VERSION");
    Reply::page(&AboutPage { frame: asked.frame(), responsible: responsible(&asked), version, t: asked.say() })
}

/// The municipality that answers for this installation; a word for it where none is set.
fn responsible(asked: &Asked) -> String {
    let name = asked.app.config().municipality.trim();
    if name.is_empty() { asked.say().t("about-the-municipality") } else { name.to_owned() }
}

fn group(t: &Say, class: Class, catalogue: &[&'static Charter]) -> ClassGroup {
    let keeps = |part: &&&'static Charter| part.class == class && !part.tables.is_empty();
    ClassGroup { key: class.key(), parts: catalogue.iter().filter(keeps).map(|part| part_line(t, part)).collect() }
}

/// A part that has no words here yet is told of in its charter's own English: better than not at all.
fn part_line(t: &Say, part: &Charter) -> PartLine {
    let key = format!("about-part-{}", part.key);
    let kept_key = format!("{key}-kept");
    let english = |text: &str| Told { text: text.to_owned(), lang: (t.language != Language::En).then(|| Language::En.code()) };
    let known = |key: &str| t.has(key).then(|| Told { text: t.t(key), lang: None });
    let kept = known(&kept_key).map_or_else(
        || {
            let mut told: Vec<&str> = part.retention.iter().map(|retention| retention.kept).collect();
            told.dedup();
            told.into_iter().map(english).collect()
        },
        |told| vec![told],
    );
    PartLine { what: known(&key).unwrap_or_else(|| english(part.purpose)), kept }
}
