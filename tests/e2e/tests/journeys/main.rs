//! Journeys through the finished pages; one binary, so that they are linked once.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on has failed"
)]

mod accessibility;
mod address;
mod another_school;
mod arrival;
mod coming;
mod dates;
mod drawings;
mod failures;
mod figures;
mod find;
mod gallery;
mod guide;
mod harness;
mod history;
mod hosts;
mod hours;
mod keyboard;
mod language;
mod map;
mod narrow;
mod paste;
mod policy;
mod rules;
mod single;
mod studio;
mod take_along;
mod without_scripts;
