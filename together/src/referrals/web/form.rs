//! The form of a referral: what was typed, read.

use kernel::area::{Area, Areas};
use kernel::id::OrganisationId;
use platform::error::{Error, FieldError};
use platform::form::Form;
use serde_json::json;

use crate::referrals::rules::{MAX_NAME, MAX_WORDS};
use crate::referrals::store::referrals::Draft;

/// Fields of the form.
pub const FIELDS: &[&str] = &["navn", "omrade", "se", "words", "telefon", "problem", "injecting", "units", "pregnant", "gjor"];

/// The main problems the form offers: what the guideline asks about, with gambling among them.
pub const PROBLEMS: [&str; 8] = ["alcohol", "opioids", "cannabis", "stimulants", "sedatives", "steroids", "gambling", "other"];
/// How somebody injects, as far as the guideline asks.
pub const INJECTING: [&str; 3] = ["no", "yes", "groin-or-neck"];
/// More units of alcohol a day than this are a slip of the finger.
const MOST_UNITS: i64 = 200;

/// The areas that were ticked under a name. One that is not ours is dropped, and opens nothing.
fn ticked(form: &Form) -> Areas {
    form.all("se").filter_map(Area::parse).collect()
}

/// Reads the form.
///
/// # Errors
/// Everything that cannot be used as it stands, at once.
pub fn read(form: &Form, receiver: Option<&OrganisationId>, specialist: bool) -> Result<Draft, Error> {
    let mut errors: Vec<FieldError> = Vec::new();
    let name = match receiver {
        Some(_) => None,
        None => form.text("navn", MAX_NAME).map_err(|error| errors.push(error)).ok(),
    };
    let area = Area::parse(form.get("omrade"));
    if area.is_none() {
        errors.push(FieldError::new("omrade", "form-choose"));
    }
    let words = form.text("words", MAX_WORDS).map_err(|error| errors.push(error)).ok();
    let facts = facts(form, specialist).map_err(|error| errors.push(error)).ok();
    match (area, words, facts) {
        (Some(area), Some(words), Some(facts)) if errors.is_empty() => Ok(Draft {
            receiver: receiver.cloned(),
            receiver_name: name.map(|name| name.as_str().to_owned()),
            area,
            areas: if receiver.is_some() { ticked(form) } else { Areas::NONE },
            words: words.as_str().to_owned(),
            facts,
            phone_shown: receiver.is_none() && form.has("telefon"),
        }),
        _ => Err(Error::Invalid(errors)),
    }
}

/// What the clock must know, as the part that keeps clocks reads it: nothing outside the specialist service.
fn facts(form: &Form, specialist: bool) -> Result<String, FieldError> {
    if !specialist {
        return Ok("{}".into());
    }
    let units = match form.get("units").trim() {
        "" => None,
        typed => Some(
            typed
                .parse::<i64>()
                .ok()
                .filter(|units| (0..=MOST_UNITS).contains(units))
                .ok_or(FieldError::new("units", "referrals-units-number"))?,
        ),
    };
    let one_of =
        |field: &str, known: &[&str]| known.iter().find(|known| **known == form.get(field)).map(|found| (*found).to_owned());
    let facts = json!({
        "problem": one_of("problem", &PROBLEMS),
        "injecting": one_of("injecting", &INJECTING).unwrap_or_else(|| "no".into()),
        "units_a_day": units,
        "pregnant": form.has("pregnant"),
    });
    Ok(facts.to_string())
}
