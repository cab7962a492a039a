//! Every text of the fuzzing corpus keeps the invariants; what fuzzing finds comes here as a file.

mod portal;

use std::fs;
use std::path::Path;

#[test]
fn the_corpus_keeps_the_invariants() {
    for (corpus, least) in [("read", 15), ("page", 5), ("courses", 4)] {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fuzz/corpus")
            .join(corpus);
        let mut files = 0;
        for entry in fs::read_dir(corpus).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            // The fuzz targets do the same: a file of another kind is what a careless decoding makes of it.
            let text = String::from_utf8_lossy(&bytes);
            let _ = interchange::text_of_page(&text);
            let _ = portal::read_checked(&text);
            let _ = portal::read_courses_checked(&text);
            files += 1;
        }
        assert!(files >= least, "the corpus is in its place");
    }
}
