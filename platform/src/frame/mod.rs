//! What stands around every page: wording, dates in words, menu, help band.

mod again;
mod capacity;
mod dates;
mod fold;
mod nav;
mod order;
mod panel;
mod wording;

use crate::app::App;
use crate::charter::Menu;
use crate::ctx::{Ctx, Door};
use crate::error::FieldError;
use crate::form;
use crate::live::BOARDS;
use crate::session;
use kernel::language::Language;
use kernel::role::Role;
use kernel::text::Phone;

pub use again::Again;
pub use capacity::{Counted, ShownPlaces};
pub use fold::fold;
pub use nav::NavItem;
pub use order::sorting;
pub use panel::{FormIcons, Icons};
pub use wording::{Say, Wording, keys};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// A file the browser may fetch; its name carries a hash of what is in it.
#[derive(Debug)]
pub struct Asset {
    /// File name under `/assets/`.
    pub name: &'static str,
    /// Media type.
    pub mime: &'static str,
    /// Content.
    pub bytes: &'static [u8],
}

/// A language in the switch.
#[derive(Clone, Debug)]
pub struct LanguageItem {
    /// BCP 47.
    pub code: &'static str,
    /// In its own words.
    pub name: &'static str,
    /// The one in use.
    pub current: bool,
}

/// A contact as drawn.
#[derive(Clone, Debug)]
pub struct ContactItem {
    /// Name.
    pub name: String,
    /// Phone in pairs.
    pub phone_shown: String,
    /// `tel:` link.
    pub phone_href: String,
}

/// A field error as drawn.
#[derive(Clone, Debug)]
pub struct ErrorItem {
    /// Field.
    pub field: &'static str,
    /// Sentence.
    pub message: String,
}

/// Everything `base.html` needs.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Language code.
    pub lang: &'static str,
    /// `auto`, `light` or `dark`.
    pub scheme: &'static str,
    /// Staff pages are tinted and one step smaller.
    pub staff: bool,
    /// A hatch or a wall: larger.
    pub counter: bool,
    /// A screen that many use: it says «Ferdig» and closes by itself.
    pub shared_screen: bool,
    /// Seconds of quiet after which this page asks whether somebody is there; nothing where there is nothing to close.
    pub quiet_s: Option<i64>,
    /// Where the brand leads.
    pub home: &'static str,
    /// The menu: five lines at most.
    pub nav: Vec<NavItem>,
    /// What lies behind «Mer».
    pub more: Vec<NavItem>,
    /// «Kari Nes · MO-senteret».
    pub signed_in_as: Option<String>,
    /// Whether there is a session to end.
    pub signed_in: bool,
    /// Whether there is a page to sign in on.
    pub sign_in: bool,
    /// The demo city.
    pub demo: bool,
    /// The language switch.
    pub languages: Vec<LanguageItem>,
    /// One-use form token.
    pub token: String,
    /// Whether the help band is drawn; the front page has its own.
    pub help_now: bool,
    /// The person's contact.
    pub contact: Option<ContactItem>,
    /// On a board: when it was drawn, in seconds. It says by itself when something has happened since.
    pub board: Option<i64>,
    /// This page's address.
    pub path: String,
    /// Style sheet.
    pub css: &'static str,
    /// The floor below it.
    pub floor: &'static str,
    /// Script.
    pub js: &'static str,
    /// Icons.
    pub icons: &'static str,
    /// Every address there is, so that no page leads to one that is not.
    paths: Vec<&'static str>,
}

impl Frame {
    /// Whether some part answers this address.
    #[must_use]
    pub fn leads_to(&self, path: &str) -> bool {
        self.paths.contains(&path)
    }

    /// Whether the page one is on lies behind «Mer».
    #[must_use]
    pub fn is_behind_more(&self) -> bool {
        self.more.iter().any(|item| item.current.is_some())
    }

    /// Without a menu: a page that one leaves in one way.
    pub fn without_menu(&mut self) {
        self.nav.clear();
        self.more.clear();
    }

    /// The frame of a page for whoever asks.
    #[must_use]
    pub fn new(app: &App, ctx: &Ctx, path: &str) -> Frame {
        let actor = &ctx.actor;
        let menu = menu_of(ctx);
        let (nav, more) = nav::lines(app, ctx, menu, path);
        let signed_in_as = actor.employer.as_ref().map(|employer| format!("{} · {}", actor.name, employer.name));
        Frame {
            lang: ctx.language.code(),
            scheme: ctx.scheme,
            staff: menu == Menu::Staff,
            counter: false,
            shared_screen: ctx.shared_screen || actor.visit.kiosk,
            quiet_s: quiet_s(ctx, path),
            home: home_of(menu),
            nav,
            more,
            signed_in_as,
            signed_in: actor.session.is_some(),
            sign_in: has_route(app, "/inn"),
            demo: app.config().demo,
            languages: Language::ALL.into_iter().map(|language| language_item(language, ctx.language)).collect(),
            token: form::make(&app.form_secret(), ctx, app.source().id_bits()),
            help_now: true,
            contact: actor.contact.as_ref().map(|contact| contact_item(&contact.name, &contact.phone)),
            board: (menu == Menu::Staff && BOARDS.contains(&path)).then(|| ctx.now.unix_s()),
            path: path.to_owned(),
            css: STYLE,
            floor: FLOOR,
            js: SCRIPT,
            icons: ICONS,
            paths: app.catalogue().iter().flat_map(|part| part.routes.iter().map(|route| route.path)).collect(),
        }
    }
}

/// A shared screen is never left open with somebody's page on it: not when they are signed in, and not when they were
/// writing without being.
fn quiet_s(ctx: &Ctx, path: &str) -> Option<i64> {
    let shared = ctx.shared_screen || ctx.actor.visit.kiosk;
    let resting = (path == "/" && ctx.actor.session.is_none()) || path == session::STILL_THERE || path == session::CLOSED;
    (shared && !resting).then_some(session::QUIET_S)
}

/// Field errors in words.
#[must_use]
pub fn error_items(say: &Say, errors: &[FieldError]) -> Vec<ErrorItem> {
    errors.iter().map(|error| ErrorItem { field: error.field, message: say.t(error.key) }).collect()
}

/// A name with its phone in pairs and as a link.
#[must_use]
pub fn contact_item(name: &str, phone: &str) -> ContactItem {
    let shown = Phone::parse(phone).map_or_else(|| phone.to_owned(), |phone| phone.shown());
    ContactItem { name: name.to_owned(), phone_shown: shown, phone_href: format!("tel:{phone}") }
}

/// Initials for a stone: the first letters of the first and the last name.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

fn menu_of(ctx: &Ctx) -> Menu {
    match (ctx.actor.role, ctx.actor.door) {
        (_, Door::None | Door::Code) | (Role::Visitor, _) => Menu::Open,
        (Role::Person, Door::Full) => Menu::Person,
        (Role::NextOfKin | Role::Guardian, _) => Menu::Kin,
        _ => Menu::Staff,
    }
}

const fn home_of(menu: Menu) -> &'static str {
    match menu {
        Menu::Open => "/",
        Menu::Person | Menu::Kin => "/hjem",
        Menu::Staff => "/i-dag",
    }
}

fn has_route(app: &App, path: &str) -> bool {
    app.catalogue().iter().any(|part| part.routes.iter().any(|route| route.path == path))
}

fn language_item(language: Language, current: Language) -> LanguageItem {
    LanguageItem { code: language.code(), name: language.name(), current: language == current }
}
