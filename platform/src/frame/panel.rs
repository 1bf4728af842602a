//! What a panel needs of the frame: it is drawn inside a page that has one of its own.

use super::ICONS;
use crate::app::App;
use crate::ctx::Ctx;
use crate::form;

/// What the icon macro asks for.
#[derive(Clone, Copy, Debug)]
pub struct Icons {
    /// Where the icons are.
    pub icons: &'static str,
}

impl Icons {
    /// The icons of this build.
    pub const HERE: Icons = Icons { icons: ICONS };
}

/// What the icon and token macros ask for: on a panel with a form.
#[derive(Clone, Debug)]
pub struct FormIcons {
    /// Where the icons are.
    pub icons: &'static str,
    /// One-use form token.
    pub token: String,
}

impl FormIcons {
    /// For whoever asks.
    #[must_use]
    pub fn new(app: &App, ctx: &Ctx) -> FormIcons {
        FormIcons { icons: ICONS, token: form::make(&app.form_secret(), ctx, app.source().id_bits()) }
    }
}
