//! How the data of a page is written: one value to a line, and a list as its length followed by its items.
//!
//! No names and no quotes, so it weighs less in the page, its texts compress with their twins in the outline,
//! and the program reads it as one text without asking the browser for every value (decision 0012).

use std::str::Split;

/// What can be written into lines and read back from them.
pub(crate) trait InLines: Sized {
    /// Adds the lines of this value.
    fn write(&self, lines: &mut String);

    /// Takes the lines of such a value. One that is not as it should be is noted, and anything at all is in its place.
    fn read(lines: &mut Lines<'_>) -> Self;
}

/// Lines to be read.
///
/// What is wrong is noted once and looked at in the end: an early way out of every field weighs 2 kB.
pub(crate) struct Lines<'text> {
    rest: Split<'text, char>,
    is_broken: bool,
}

impl<'text> Lines<'text> {
    /// Reads a value that takes all lines of a text; nothing where the text is broken.
    pub(crate) fn read_all<T: InLines>(text: &'text str) -> Option<T> {
        let mut lines = Self {
            rest: text.split('\n'),
            is_broken: false,
        };
        let value = T::read(&mut lines);
        // Behind the end of the last line is nothing.
        let is_end = lines.rest.next() == Some("") && lines.rest.next().is_none();
        (is_end && !lines.is_broken).then_some(value)
    }

    fn next(&mut self) -> &'text str {
        let line = self.rest.next();
        self.known(line)
    }

    /// What is known, or anything at all where nothing is, and then the lines are broken.
    pub(crate) fn known<T: Default>(&mut self, found: Option<T>) -> T {
        self.is_broken |= found.is_none();
        found.unwrap_or_default()
    }
}

impl InLines for String {
    fn write(&self, lines: &mut String) {
        // In HTML a new line is a blank.
        lines.push_str(&self.replace('\n', " "));
        lines.push('\n');
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        lines.next().to_owned()
    }
}

/// A number; an empty line is none.
impl InLines for Option<u32> {
    fn write(&self, lines: &mut String) {
        self.map_or_else(String::new, |number| number.to_string())
            .write(lines);
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        let line = lines.next();
        (!line.is_empty()).then(|| lines.known(line.parse().ok()))
    }
}

impl InLines for u32 {
    fn write(&self, lines: &mut String) {
        Some(*self).write(lines);
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        let number = InLines::read(lines);
        lines.known(number)
    }
}

impl InLines for Option<u8> {
    fn write(&self, lines: &mut String) {
        self.map(u32::from).write(lines);
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        let number = Option::<u32>::read(lines);
        number.and_then(|number| u8::try_from(number).ok())
    }
}

impl InLines for usize {
    fn write(&self, lines: &mut String) {
        self.to_string().write(lines);
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        u32::read(lines) as Self
    }
}

/// Yes is 1, and no is an empty line.
impl InLines for bool {
    fn write(&self, lines: &mut String) {
        self.then_some(1_u32).write(lines);
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        Option::<u32>::read(lines).is_some()
    }
}

impl<T: InLines> InLines for Vec<T> {
    fn write(&self, lines: &mut String) {
        self.len().write(lines);
        for item in self {
            item.write(lines);
        }
    }

    fn read(lines: &mut Lines<'_>) -> Self {
        let mut list = Self::new();
        for _ in 0..usize::read(lines) {
            // A length that is wrong may be any number.
            if lines.is_broken {
                break;
            }
            list.push(T::read(lines));
        }
        list
    }
}

/// Writes and reads the fields of structs in the order in which they stand here, and variants as their number.
macro_rules! in_lines {
    ($(struct $name:ident { $($field:ident),* $(,)? })* $(enum $choice:ident { $first:ident $(, $other:ident)* $(,)? })*) => {
        $(
            impl $crate::lines::InLines for $name {
                fn write(&self, lines: &mut String) {
                    $(self.$field.write(lines);)*
                }

                fn read(lines: &mut $crate::lines::Lines<'_>) -> Self {
                    Self { $($field: $crate::lines::InLines::read(lines)),* }
                }
            }
        )*
        $(
            impl $crate::lines::InLines for $choice {
                fn write(&self, lines: &mut String) {
                    let all = [Self::$first $(, Self::$other)*];
                    all.iter().take_while(|it| *it != self).count().write(lines);
                }

                fn read(lines: &mut $crate::lines::Lines<'_>) -> Self {
                    let all = [Self::$first $(, Self::$other)*];
                    let found = all.get(usize::read(lines));
                    lines.known(found.map(drop));
                    *found.unwrap_or(&Self::$first)
                }
            }
        )*
    };
}

pub(crate) use in_lines;

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(value: &impl InLines) -> String {
        let mut lines = String::new();
        value.write(&mut lines);
        lines
    }

    #[test]
    fn values_are_lines_and_lists_begin_with_their_length() {
        let value = vec![vec![Some(7_u32), None], vec![]];
        assert_eq!(lines(&value), "2\n2\n7\n\n0\n");
        assert_eq!(Lines::read_all("2\n2\n7\n\n0\n"), Some(value));
        assert_eq!(lines(&vec![true, false]), "2\n1\n\n");
        assert_eq!(Lines::read_all("2\n1\n\n"), Some(vec![true, false]));
        assert_eq!(lines(&"a\n<b>\"c\"</b>".to_owned()), "a <b>\"c\"</b>\n");
    }

    #[test]
    fn lines_that_lack_something_or_have_something_else_are_nothing() {
        for text in [
            "",
            "1",
            "2\n7\n",
            "1\n7",
            "1\n7\n8\n",
            "x\n7\n",
            "\n",
            "1\n-7\n",
            "4294967295\n7\n",
        ] {
            assert_eq!(Lines::read_all::<Vec<u32>>(text), None, "{text:?}");
        }
    }
}
