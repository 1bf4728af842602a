//! The house on trial: database, keys, log, web, jobs, wording and durability, on every database the product runs on.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod audit;
mod db;
mod durability;
mod jobs;
mod keys;
mod meeting;
mod rotation;
mod secrets;
mod toy;
mod web;
mod wording;
