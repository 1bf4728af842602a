//! A form that came back: what was typed stands on the page again, with one sentence that says why and what to do.

use super::{ErrorItem, Say, error_items};
use crate::error::Error;

/// What stands above a form. Drawn by `again.html`.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// Status of the answer: 422 for fields, 409 for a no from the rules.
    pub status: Option<u16>,
    /// Fields to look at once more.
    pub errors: Vec<ErrorItem>,
    /// The rules' no, in words.
    pub refused: Option<String>,
    /// What one can do about it.
    pub remedy: Option<String>,
}

impl Again {
    /// Puts an error into words. Those that no form can mend go on to the page for errors.
    ///
    /// # Errors
    /// The same error, when it is neither about the fields nor a no from the rules.
    pub fn of(say: &Say, error: Error) -> Result<Again, Error> {
        match error {
            Error::Invalid(fields) => Ok(Again { status: Some(422), errors: error_items(say, &fields), ..Again::default() }),
            Error::Refused("form-expired") => {
                Ok(Again { status: Some(409), refused: Some(say.t("form-expired")), ..Again::default() })
            }
            Error::Refused(key) => {
                let remedy = format!("refusal-{key}-remedy");
                Ok(Again {
                    status: Some(409),
                    errors: Vec::new(),
                    refused: Some(say.t(&format!("refusal-{key}"))),
                    remedy: say.has(&remedy).then(|| say.t(&remedy)),
                })
            }
            other => Err(other),
        }
    }
}
