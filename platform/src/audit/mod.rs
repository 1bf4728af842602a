//! The log: every look and every change leaves a line, durable before the answer leaves.
//!
//! Lines are written without an order of their own, so that many can be written at once; the sealer puts them in order
//! within a second and seals them in a Merkle tree. Who the line is about and what was open are ciphertext under the
//! person's key: the log still verifies when the key is gone, and says nothing more.

mod line;
mod seal;
mod verify;

pub use line::{Attested, BY_LINK, Detail, LINES, Line, insert};
pub use seal::{Sealed, public_key, release_lease, seal_waiting};
pub use verify::{Broken, Report, against, verify};
