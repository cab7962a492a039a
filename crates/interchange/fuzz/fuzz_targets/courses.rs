//! Fuzzing of the reader of lists of courses: any bytes, behind a head of a list as well, keep the invariants.
#![no_main]

#[path = "../../tests/portal/mod.rs"]
mod portal;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = portal::read_courses_checked(&text);
    let _ = portal::read_courses_checked(&format!("課程名稱\t課程類別\t認證時數\n{text}"));
});
