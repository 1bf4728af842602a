//! The no of the rules, each with a sentence and a way on (`refusal-<key>` and `refusal-<key>-remedy`).

use kernel::refusal::Refusal as _;
use platform::error::Error;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// Why not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Refusal {
            $($(#[$doc])* $name,)*
        }

        impl Refusal {
            /// All of them.
            pub const ALL: &'static [Refusal] = &[$(Refusal::$name,)*];
        }

        impl kernel::refusal::Refusal for Refusal {
            fn key(&self) -> &'static str {
                match self {
                    $(Refusal::$name => concat!("consents-", $key),)*
                }
            }
        }

        impl Refusal {
            /// The sentence beside a field.
            fn sentence(self) -> &'static str {
                match self {
                    $(Refusal::$name => concat!("refusal-consents-", $key),)*
                }
            }
        }
    };
}

refusals! {
    /// No area was ticked.
    NothingChosen = "nothing-chosen";
    /// The date is today or has been.
    DateInThePast = "date-past";
    /// The date is beyond the longest a share may last.
    TooLong = "too-long";
    /// Every area that was ticked is closed to everyone.
    AreaClosed = "area-closed";
    /// It is shared like this already.
    NothingChanged = "nothing-changed";
    /// The receiver's role may never see what is the person's own, or nobody is in it any more.
    CannotReceive = "cannot-receive";
    /// The person has blocked the receiver.
    ReceiverBlocked = "receiver-blocked";
    /// There is nothing to stop.
    AlreadyEnded = "already-ended";
    /// The employee is blocked already.
    AlreadyBlocked = "already-blocked";
    /// The employee is not blocked.
    NotBlocked = "not-blocked";
    /// The area is closed already.
    AlreadyClosed = "already-closed";
    /// The area is not closed.
    NotClosed = "not-closed";
    /// The objection stands already.
    AlreadyObjected = "already-objected";
    /// There is no objection.
    NotObjected = "not-objected";
    /// The yes is on record already.
    AlreadyGiven = "already-given";
    /// There is no yes on record.
    NotGiven = "not-given";
    /// It has been undone before.
    AlreadyUndone = "already-undone";
    /// Something newer has been said about the same thing.
    Overtaken = "overtaken";
    /// Undoing has an end, too.
    UndoTooLate = "undo-too-late";
    /// What was shared before would have ended by now.
    NothingLeft = "nothing-left";
    /// An emergency does not open what the person has blocked, and nothing where nobody is: one sentence for both.
    BlockedCannotOpen = "cannot-open";
    /// This employee's opening is still open.
    AlreadyOpen = "already-open";
    /// Somebody has reviewed it.
    AlreadyReviewed = "already-reviewed";
}

impl Refusal {
    /// The field that can mend it, if one can.
    const fn field(self) -> Option<&'static str> {
        match self {
            Refusal::NothingChosen | Refusal::AreaClosed => Some("omrade"),
            Refusal::DateInThePast | Refusal::TooLong => Some("dato"),
            _ => None,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        match refusal.field() {
            Some(field) => Error::field(field, refusal.sentence()),
            None => Error::Refused(refusal.key()),
        }
    }
}
