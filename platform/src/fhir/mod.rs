//! Reading what other systems send: HL7 FHIR R4 bundles, strict about their shape and careful with what is in them.
//!
//! Nothing here keeps or decides anything. [`read`] says where a file is broken, [`Index`] follows references inside it, and
//! [`element`] puts the common elements into words.

mod bundle;
pub mod element;
mod reference;

#[cfg(test)]
mod tests;

pub use bundle::{Broken, Bundle, Entry, Resource, read};
pub use reference::{Index, patient_named, references};
