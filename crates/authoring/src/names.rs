//! How an id is spelt, and which words look alike.

/// Whether a word is lower-case letters, digits and hyphens, beginning with a letter.
/// Ids end up in addresses and in the pages' own ids, where anything else would need escaping.
pub(crate) fn is_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// The known word that looks most like `word`, if one looks like it at all.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let letters = word.chars().count();
    if letters > LONGEST {
        return None;
    }
    known
        .filter(|known| !known.is_empty())
        .map(|known| (strsim::osa_distance(word, known), known))
        .filter(|(distance, _)| *distance <= (letters / 3).clamp(1, 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Longer words are no slips, and comparing them would take long.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_letters_digits_and_single_hyphens() {
        #[track_caller]
        fn check(word: &str, expect: bool) {
            assert_eq!(is_id(word), expect, "{word:?}");
        }
        check("start", true);
        check("school-107-permanent", true);
        check("d6", true);
        check("", false);
        check("6d", false);
        check("First-time", false);
        check("a--b", false);
        check("a-", false);
        check("-a", false);
        check("a_b", false);
        check("首頁", false);
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        #[track_caller]
        fn check(word: &str, known: &[&str], expect: Option<&str>) {
            assert_eq!(nearest(word, known.iter().copied()), expect, "{word:?}");
        }
        check(
            "credentail",
            &["first-time", "credential"],
            Some("credential"),
        );
        check("tittle", &["title", "lead"], Some("title"));
        check("hr", &["dgpa"], None);
        check("", &["", "a"], Some("a"));
        check("學習時數", &["學習資料夾", "學習時数"], Some("學習時数"));
        check(&"x".repeat(9_999), &["y"], None);
    }
}
