//! Places on wards: by table, on both databases, and as people use them.

mod journey;
mod long;
mod rules;
