//! The layout as a program that Node calls: the lines of a flow go in byte by byte, the height of the drawing comes out.

use std::cell::RefCell;

use crate::Sample;

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static SAMPLE: RefCell<Option<Sample>> = const { RefCell::new(None) };
}

/// Adds one byte to the lines; 0 ends them.
#[unsafe(no_mangle)]
pub extern "C" fn push(byte: u8) {
    if byte != 0 {
        return TEXT.with_borrow_mut(|text| text.push(byte));
    }
    let text = String::from_utf8(TEXT.take()).expect("the lines are ASCII");
    SAMPLE.set(Some(Sample::parse(&text)));
}

/// Draws the flow, and answers the height so that nothing of the work can be left out.
#[unsafe(no_mangle)]
pub extern "C" fn layout() -> i32 {
    SAMPLE.with_borrow(|sample| {
        let sample = sample.as_ref().expect("a flow was read before");
        sample.layout().size.height
    })
}
