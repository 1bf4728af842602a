//! Words and rules that every part of Varde shares.
//!
//! Nothing here reads a clock, a file, a network or chance, and nothing here panics: the same input always gives the same
//! answer, so that the whole of it can be tested by enumeration.

pub mod access;
pub mod area;
pub mod calendar;
pub mod capacity;
pub mod class;
pub mod code;
pub mod fact;
pub mod id;
pub mod language;
pub mod merkle;
pub mod persona;
pub mod refusal;
pub mod role;
pub mod text;
pub mod time;
