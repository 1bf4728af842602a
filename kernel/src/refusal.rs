//! What every refusal can do: name its own wording.

/// A no from the rules. Each part has its own enum of refusals, and they meet in the page that tells about them.
///
/// This is the only trait of the kernel. It is here because refusals of all parts come to one page that must find two
/// sentences for each, and because a key that the compiler asks for cannot be forgotten.
pub trait Refusal {
    /// The key of the wording: `refusal-<key>` says what is refused and why, `refusal-<key>-remedy` says what one can do.
    fn key(&self) -> &'static str;
}
