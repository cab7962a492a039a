//! Which files of the content folder are read, and which are passed over.

use crate::finding::{Code, Finding};

/// Notes every file below the content folder that nobody reads, though its editor may think so.
///
/// A name is the path below that folder, such as `rules/new.toml.txt`; hidden files are the computer's own.
pub fn check_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<Finding> {
    let mut passed_over: Vec<_> = names.into_iter().filter(|name| !is_known(name)).collect();
    passed_over.sort_unstable();
    let findings = passed_over.into_iter().map(|name| Finding {
        code: Code::FilePassedOver,
        severity: Code::FilePassedOver.severity(),
        file: format!("content/{name}"),
        line: 1,
        column: 1,
        subject: name.to_owned(),
        nearest: None,
    });
    findings.collect()
}

fn is_known(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let is_rule = name
        .strip_prefix("rules/")
        .and_then(|file| file.strip_suffix(".toml"))
        .is_some_and(|stem| !stem.is_empty() && !stem.contains('/'));
    is_rule
        || file.starts_with('.')
        || matches!(name, "guide.toml" | "calendar.toml" | "categories.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_nobody_reads_is_named() {
        #[track_caller]
        fn check(name: &str, is_passed_over: bool) {
            let found = check_names([name]);
            assert_eq!(!found.is_empty(), is_passed_over, "{name}");
        }
        check("guide.toml", false);
        check("calendar.toml", false);
        check("categories.toml", false);
        check("rules/manual-10.toml", false);
        check("rules/.DS_Store", false);
        check(".gitkeep", false);
        check("rules/new.toml.txt", true);
        check("rules/new.TOML", true);
        check("rules/new.Toml", true);
        check("rules/new.toml ", true);
        check("rules/new", true);
        check("rules/new.toml.bak", true);
        check("rules/old/new.toml", true);
        check("rules/新規定.docx", true);
        check("new.toml", true);
        check("guide.toml.txt", true);
        check("Guide.toml", true);
        check("calendar - Copy.toml", true);
    }
}
