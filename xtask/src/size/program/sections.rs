//! Reads of a WebAssembly program how long its parts are, and nothing else of them.

/// Bytes; together they are the whole file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sections {
    /// How many functions are imported; the numbers of the others go on from there.
    pub(super) imports: usize,
    /// Each function of its own, in order.
    pub(super) functions: Vec<u64>,
    /// What memory holds at the start.
    pub(super) data: u64,
    pub(super) rest: u64,
}

const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;

impl Sections {
    /// Nothing where this is no program.
    pub(super) fn of(program: &[u8]) -> Option<Self> {
        let mut sections = Self {
            imports: 0,
            functions: Vec::new(),
            data: 0,
            rest: 0,
        };
        let mut reader = Reader(program.strip_prefix(b"\0asm\x01\0\0\0")?);
        while let Some(kind) = reader.byte() {
            let mut content = Reader(reader.counted()?);
            match kind {
                // wasm-bindgen imports functions only, so their number is that of all imports.
                IMPORTS => sections.imports = usize::try_from(content.number()?).ok()?,
                CODE => {
                    for _ in 0..content.number()? {
                        let before = content.left();
                        content.counted()?;
                        sections.functions.push(before - content.left());
                    }
                }
                DATA => sections.data += content.left(),
                _ => {}
            }
        }
        let known = sections.functions.iter().sum::<u64>() + sections.data;
        sections.rest = (program.len() as u64).checked_sub(known)?;
        Some(sections)
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn left(&self) -> u64 {
        self.0.len() as u64
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(byte)
    }

    /// A number in LEB128: seven bits a byte, the lowest first, the eighth says that more follow.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// So many bytes as the number before them says.
    fn counted(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (content, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_the_sum_of_its_functions_its_data_and_the_rest() {
        let program = [
            b"\0asm\x01\0\0\0".to_vec(),
            // A type without parameters and results, and an imported function m.f of it.
            section(1, &[1, 0x60, 0, 0]),
            section(IMPORTS, &[1, 1, b'm', 1, b'f', 0, 0]),
            section(3, &[3, 0, 0, 0]),
            section(5, &[1, 0, 1]),
            section(CODE, &[vec![3], body(0), body(1), body(130)].concat()),
            // Three bytes at the beginning of memory.
            section(DATA, &[1, 0, 0x41, 0, 0x0b, 3, 1, 2, 3]),
            section(0, b"\x05hello"),
        ]
        .concat();
        let sections = Sections::of(&program).expect("a program");
        assert_eq!(
            sections,
            Sections {
                imports: 1,
                functions: vec![3, 4, 134],
                data: 9,
                // The beginning, the other sections, and the frames of these two.
                rest: 8 + 6 + 9 + 6 + 5 + 8 + 4 + 2,
            }
        );
        let functions: u64 = sections.functions.iter().sum();
        let sum = functions + sections.data + sections.rest;
        assert_eq!(sum, program.len() as u64);
    }

    #[test]
    fn what_is_no_program_is_refused() {
        #[track_caller]
        fn check(bytes: &[u8]) {
            assert_eq!(Sections::of(bytes), None);
        }
        check(b"");
        check(b"<!doctype html>");
        // A section that ends too early, a function that does, and a number without an end.
        check(b"\0asm\x01\0\0\0\x0a\x05\x01");
        check(b"\0asm\x01\0\0\0\x0a\x02\x01\x07");
        check(b"\0asm\x01\0\0\0\x0a\xff\xff\xff\xff\xff\xff");
    }

    fn section(kind: u8, content: &[u8]) -> Vec<u8> {
        [&[kind], number(content.len()).as_slice(), content].concat()
    }

    /// A function: its length, no variables, so many times "nop", "end".
    fn body(nops: usize) -> Vec<u8> {
        [number(nops + 2), vec![0], vec![1; nops], vec![0x0b]].concat()
    }

    fn number(value: usize) -> Vec<u8> {
        let low = u8::try_from(value % 128).expect("seven bits");
        match value / 128 {
            0 => vec![low],
            high => [vec![low | 0x80], number(high)].concat(),
        }
    }
}
