//! Fuzzing of the reader: any bytes, taken for text with losses as a careless decoding would, keep the invariants.
#![no_main]

#[path = "../../tests/portal/mod.rs"]
mod portal;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = portal::read_checked(&String::from_utf8_lossy(bytes));
});
