//! Short names between glue and program.
//!
//! wasm-bindgen gives each function that one calls in the other a long name with a digest, in both files, and no compression
//! shortens a digest. Nobody else sees these names, so letters do.

/// Glue and program with short names, or nothing where the program is not built as expected.
#[must_use]
pub fn shorten(glue: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut input = Input(wasm);
    let mut output = input.take(8)?.to_vec();
    let mut glue = glue.to_owned();
    while !input.0.is_empty() {
        let kind = input.byte()?;
        let size = input.number()?;
        let section = input.take(size)?;
        let section = match kind {
            2 => renamed(section, true, &mut glue)?,
            7 => renamed(section, false, &mut glue)?,
            _ => section.to_vec(),
        };
        output.push(kind);
        put_bytes(&mut output, &section);
    }
    Some((glue, output))
}

/// The section of imports or of exports with short names, which the glue gets too.
fn renamed(section: &[u8], is_imports: bool, glue: &mut String) -> Option<Vec<u8>> {
    let mut input = Input(section);
    let mut output = Vec::new();
    let count = input.number()?;
    put_number(&mut output, count);
    for number in 0..count {
        if is_imports {
            put_bytes(&mut output, input.text()?.as_bytes());
        }
        let name = input.text()?;
        let is_ours = ["__wb", "wasm_bindgen__", "__externref_"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_ours {
            let short = letters(number);
            *glue = replace_word(glue, name, &short);
            put_bytes(&mut output, short.as_bytes());
        } else {
            put_bytes(&mut output, name.as_bytes());
        }
        let kind = input.byte()?;
        // All imports are functions; other kinds would be written in another way.
        if is_imports && kind != 0 {
            return None;
        }
        output.push(kind);
        put_number(&mut output, input.number()?);
    }
    input.0.is_empty().then_some(output)
}

/// A, B, … Z, AA, AB, …: no word of the glue's language is among them.
fn letters(number: usize) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

/// The text with another word wherever this one stands as a whole.
fn replace_word(text: &str, word: &str, other: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(word) {
        let is_whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        replaced.push_str(before);
        replaced.push_str(if is_whole { other } else { word });
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

/// What is still to be read of a program.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, size: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(size)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// Seven bits a byte, the lowest first; the eighth says whether more follow.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let size = self.number()?;
        std::str::from_utf8(self.take(size)?).ok()
    }
}

fn put_number(output: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        output.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    output.push(number as u8);
}

fn put_bytes(output: &mut Vec<u8>, bytes: &[u8]) {
    put_number(output, bytes.len());
    output.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program of one import, one export and a section between them.
    fn program(import: &str, export: &str) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut imports = vec![1];
        put_bytes(&mut imports, b"./glue.js");
        put_bytes(&mut imports, import.as_bytes());
        imports.extend([0, 3]);
        let mut exports = vec![1];
        put_bytes(&mut exports, export.as_bytes());
        exports.extend([0, 200, 1]);
        for (kind, section) in [(2, imports), (3, vec![9; 300]), (7, exports)] {
            wasm.push(kind);
            put_bytes(&mut wasm, &section);
        }
        wasm
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let glue = "{__wbg_get_0a:f,__wbg_get_0a1:g};wasm.__wbindgen_start();wasm.memory";
        let wasm = program("__wbg_get_0a", "__wbindgen_start");
        let expect = "{A:f,__wbg_get_0a1:g};wasm.A();wasm.memory";
        assert_eq!(
            shorten(glue, &wasm),
            Some((expect.to_owned(), program("A", "A")))
        );
    }

    #[test]
    fn names_of_others_stay() {
        let wasm = program("now", "memory");
        assert_eq!(
            shorten("now memory", &wasm),
            Some(("now memory".to_owned(), wasm.clone()))
        );
    }

    #[test]
    fn what_is_no_program_is_refused() {
        let wasm = program("a", "b");
        for end in 0..wasm.len() {
            let is_whole = [8, 25, 328].contains(&end);
            assert_eq!(
                shorten("", wasm.get(..end).unwrap()).is_some(),
                is_whole,
                "{end}"
            );
        }
    }

    #[test]
    fn letters_never_repeat() {
        let check = |number: usize, expect: &str| assert_eq!(letters(number), expect);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(701, "ZZ");
        check(702, "AAA");
    }
}
