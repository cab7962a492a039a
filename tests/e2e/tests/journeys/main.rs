//! Journeys through the finished pages, one binary for all of them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a journey that cannot go on has failed"
)]

mod accessible;
mod arrival;
mod guided;
mod hours;
mod keyboard;
mod language;
mod narrow;
mod privacy;
mod without_program;
