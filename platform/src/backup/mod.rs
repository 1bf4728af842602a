//! Backup and restore: one file format for both databases, so that what was saved on one can be brought back on the other.
//!
//! The data and the key store are two files and never one: whoever holds the data alone can read no name and no note, and a
//! person whose key was destroyed stays unreadable in every old copy. What a file holds is sealed with a key that follows
//! from the master key; a file that was cut off, changed or made by somebody else is found out before anything is written.

mod destination;
mod frames;
mod reader;
mod replay;
mod restore;
mod take;
mod writer;

pub use frames::{Content, Head};
pub use reader::{Checked, check};
pub use replay::{EraseAgain, Replayed};
pub use restore::{Restored, State, is_half_restored, must_be_unused, restore_data, restore_keys, state};
pub use take::{LAST_DATA, LAST_KEYS, Taken, note_taken, passing, take_data, take_keys};
