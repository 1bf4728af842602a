//! Notices with a mail server that listens on this machine, on both databases.

mod calendar;
mod gateway;
mod pages;
mod sending;
mod town;
