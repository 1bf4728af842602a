//! The five ways in which something does not go well, and who they are for.

use kernel::access::Reason;

/// The key of the refusal that somebody who has closed the account meets on every page but the one that opens it again.
pub const ACCOUNT_CLOSED: &str = "account-closed";
/// Where it is opened again.
pub const OPEN_AGAIN: &str = "/meg/avslutt";

/// What went wrong, from the person's side to ours.
#[derive(Debug)]
pub enum Error {
    /// Something in the form cannot be used as it stands; nothing typed is lost.
    Invalid(Vec<FieldError>),
    /// The rules say no: wording `refusal-<key>` with the remedy in `refusal-<key>-remedy`.
    Refused(&'static str),
    /// No permit. What is shown is the same whether or not anything is there.
    Denied(Reason),
    /// There is no such page or row.
    Missing,
    /// Not signed in, or the session has ended.
    SignIn,
    /// Our own failure.
    Fault(Fault),
}

/// One field that cannot be used, with the wording key of the sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's `name`, which is also its `id` on the page.
    pub field: &'static str,
    /// Wording key, for instance `form-choose-one`.
    pub key: &'static str,
}

impl FieldError {
    /// One field error.
    #[must_use]
    pub const fn new(field: &'static str, key: &'static str) -> FieldError {
        FieldError { field, key }
    }
}

/// A failure on our side. The text is for us and never holds anything about a person.
#[derive(Clone, Debug)]
pub struct Fault {
    what: String,
    kind: FaultKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FaultKind {
    Plain,
    Retry,
    Unique,
}

impl Fault {
    /// A failure that trying again will not mend.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Fault {
        Fault { what: what.into(), kind: FaultKind::Plain }
    }

    /// Two commands met (SQLSTATE 40001, 40P01 or a busy file): the same command may be run again.
    #[must_use]
    pub fn retry(what: impl Into<String>) -> Fault {
        Fault { what: what.into(), kind: FaultKind::Retry }
    }

    /// A key that must be unique is there already.
    #[must_use]
    pub fn unique(what: impl Into<String>) -> Fault {
        Fault { what: what.into(), kind: FaultKind::Unique }
    }

    /// Whether running the same command again may help.
    #[must_use]
    pub fn is_retry(&self) -> bool {
        self.kind == FaultKind::Retry
    }

    /// Whether a unique key was there already.
    #[must_use]
    pub fn is_unique(&self) -> bool {
        self.kind == FaultKind::Unique
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        Error::Fault(fault)
    }
}

impl Error {
    /// One field error.
    #[must_use]
    pub fn field(field: &'static str, key: &'static str) -> Error {
        Error::Invalid(vec![FieldError::new(field, key)])
    }

    /// A failure of ours.
    #[must_use]
    pub fn fault(what: impl Into<String>) -> Error {
        Error::Fault(Fault::new(what))
    }

    /// The rules' no, as the person's.
    pub fn refused(refusal: &impl kernel::refusal::Refusal) -> Error {
        Error::Refused(refusal.key())
    }
}
