//! How Varde runs. Knows no part by name: it gives them the door, the database, the web, keys, the log, jobs and wording.

pub mod access;
pub mod app;
pub mod audit;
pub mod backup;
pub mod charter;
pub mod clock;
pub mod config;
pub mod ctx;
pub mod dated;
pub mod db;
pub mod demo;
pub mod door;
pub mod error;
pub mod fhir;
pub mod form;
pub mod frame;
pub mod guess;
pub mod jobs;
pub mod keys;
pub mod leaving;
pub mod letter;
pub mod scan;
pub mod secret;
pub mod session;
pub mod web;
