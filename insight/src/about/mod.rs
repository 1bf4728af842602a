//! What everyone may know about the product: privacy in short, accessibility, and what Varde is.

pub mod web;

#[cfg(test)]
mod tests;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::Charter;
use platform::web::{Who, get};

/// What this part says about itself.
pub static CHARTER: Charter = Charter {
    key: "about",
    class: Class::Open,
    purpose: "Tells anyone what is kept about them, what the law decides, how accessible the pages are, and what Varde is.",
    legal_basis: "No personal data. The duty to inform: GDPR art. 12 and 13; regulation on universal design of ICT.",
    routes: &[
        get("/personvern", Who::Anyone, |asked| asked.answer(web::privacy)),
        get("/tilgjengelighet", Who::Anyone, |asked| asked.answer(web::accessibility)),
        get("/om", Who::Anyone, |asked| asked.answer(web::about)),
    ],
    // The footer of every page leads here, so there is no line in a menu.
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
