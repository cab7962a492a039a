//! Fuzzing of the reader of saved pages: any bytes, decoded as the browser would as far as that is UTF-8, keep the
//! invariants, and the text of a page is answered.
#![no_main]

#[path = "../../tests/portal/mod.rs"]
mod portal;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = interchange::encoding_of(bytes);
    let html = String::from_utf8_lossy(bytes);
    let text = interchange::text_of_page(&html);
    assert!(!interchange::is_page(&html) || text.len() <= html.len() * 3);
    let _ = portal::read_checked(&html);
});
