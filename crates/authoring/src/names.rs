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
    let word: Vec<char> = word.chars().take(MOST).collect();
    let allowed = (word.len() / 3).clamp(1, 3);
    known
        .filter(|k| !k.is_empty() && k.len() <= MOST * 4)
        .map(|k| (distance(&word, k), k))
        .filter(|(d, _)| *d <= allowed)
        .min_by_key(|(d, _)| *d)
        .map(|(_, k)| k)
}

/// Longer words are not compared to their end.
const MOST: usize = 40;

/// How many letters one must add, drop, change or swap with their neighbour.
fn distance(word: &[char], other: &str) -> usize {
    let other: Vec<char> = other.chars().take(MOST).collect();
    // Three rows of the usual table: the one before last is for swapped neighbours.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, c) in word.iter().enumerate() {
        let mut row = Vec::with_capacity(other.len() + 1);
        row.push(i + 1);
        for (j, o) in other.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(MOST);
            let mut best = cell(&last, j) + usize::from(c != o);
            best = best.min(cell(&last, j + 1) + 1).min(cell(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && word.get(i - 1) == Some(o) && other.get(j - 1) == Some(c);
            if swapped {
                best = best.min(cell(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(MOST)
}

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
