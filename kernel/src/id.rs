//! Ids: random, never ordered by time, and each kind its own type so that one cannot be handed in for another.

/// Length of an id in text: 128 bits as lower-case hexadecimal.
pub const ID_LEN: usize = 32;

fn is_id(text: &str) -> bool {
    text.len() == ID_LEN && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// 128 bits as the text every id is made of.
#[must_use]
pub fn hex(bits: u128) -> String {
    format!("{bits:032x}")
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// From 128 bits drawn before the command's first attempt.
            #[must_use]
            pub fn from_bits(bits: u128) -> Self {
                Self(hex(bits))
            }

            /// From a form, a path or a row; nothing when it is not 32 lower-case hexadecimal digits.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                is_id(text).then(|| Self(text.to_owned()))
            }

            /// As stored.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A person, provisional or known.
    PersonId;
    /// An organisation.
    OrganisationId;
    /// An account that signs in: an employee in one organisation, or a relative whom a person has invited.
    AccountId;
    /// A grant: who may see which areas, why and until when.
    GrantId;
    /// Anything inside one part: a request, a plan line, a paper.
    RowId;
}
