//! Every text of the fuzzing corpus keeps the invariants; what fuzzing finds comes here as a file.

mod portal;

use std::fs;
use std::path::Path;

#[test]
fn the_corpus_keeps_the_invariants() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/read");
    let mut files = 0;
    for entry in fs::read_dir(corpus).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        // The fuzz target does the same: a file of another kind is what a careless decoding makes of it.
        let _ = portal::read_checked(&String::from_utf8_lossy(&bytes));
        files += 1;
    }
    assert!(files >= 15, "the corpus is in its place");
}
