//! The menu of whoever asks: five lines at most, and the rest behind «Mer».

use kernel::role::Role;

use crate::app::App;
use crate::charter::{Menu, MenuLine};
use crate::ctx::Ctx;

/// Lines that stand open (ux.md, chapter 3): more than these nobody reads.
const OPEN: usize = 5;

/// One line of the menu, as drawn.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Address.
    pub href: &'static str,
    /// Aksel icon; empty for staff.
    pub icon: &'static str,
    /// Words.
    pub label: String,
    /// `page` on the page itself, `true` on deeper ones.
    pub current: Option<&'static str>,
    /// A number beside the words, when it is not nought.
    pub count: u32,
}

/// The lines that stand open, and those behind «Mer». One line alone is not hidden.
pub(super) fn lines(app: &App, ctx: &Ctx, menu: Menu, path: &str) -> (Vec<NavItem>, Vec<NavItem>) {
    let say = app.say(ctx.language);
    let mine = |roles: &[Role]| roles.is_empty() || roles.contains(&ctx.actor.role);
    let lines = app.catalogue().iter().flat_map(|part| part.menu.iter());
    let mut lines: Vec<_> = lines.filter(|line| line.menu == menu && mine(line.roles)).collect();
    lines.sort_by_key(|line| line.order);
    let item = |line: &&MenuLine| NavItem {
        href: line.href,
        icon: if menu == Menu::Staff { "" } else { line.icon },
        label: say.t(line.label),
        current: current(line.href, path),
        count: 0,
    };
    let mut open: Vec<NavItem> = lines.iter().map(item).collect();
    let more = if open.len() > OPEN + 1 { open.split_off(OPEN) } else { Vec::new() };
    (open, more)
}

fn current(href: &str, path: &str) -> Option<&'static str> {
    if href == path {
        Some("page")
    } else if href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')) {
        Some("true")
    } else {
        None
    }
}
