//! How a file is encoded (編碼), told by its bytes: a file's name and what a page says of itself are often wrong.

/// The encodings that files of hours come in (編碼).
///
/// Decoding is left to the browser, which has the tables: those of Big5 in a library took 97 kB of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, little end first, as Excel writes "Unicode text".
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Big5, as older programs and pages write in Taiwan (大五碼).
    Big5,
}

impl Encoding {
    /// The label to give to the browser's `TextDecoder` (解碼器的標籤).
    ///
    /// It must not be told to be fatal: a character that it does not know, as those that offices made themselves (造字), is
    /// then one U+FFFD, and the numbers are read all the same.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Big5 => "big5",
        }
    }
}

/// The encoding of a text file (判斷編碼); `None` if it is no text, such as a picture, a PDF or an Excel file.
///
/// - A mark at the beginning decides.
/// - Zero bytes are half of each digit in UTF-16: where they stand tells which end comes first. In other text there are
///   none.
/// - Text is UTF-8 if it holds more whole characters of several bytes than broken ones; else it is Big5, in which such
///   characters come up by accident only.
#[must_use]
pub fn encoding_of(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Some(Encoding::Utf8),
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        // Zip archives (Excel, Word), PDF and old Excel files, some of which hold no zero byte at their beginning.
        [b'P', b'K', 3 | 5, ..] | [b'%', b'P', b'D', b'F', ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            return None;
        }
        _ => {}
    }
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in bytes.chunks(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.get(1) == Some(&0));
    }
    // A letter such as 一 (4E 00) has a zero on the other side.
    match (even, odd) {
        (0, 0) => {}
        _ if odd > even * 4 => return Some(Encoding::Utf16Le),
        _ if even > odd * 4 => return Some(Encoding::Utf16Be),
        _ => return None,
    }
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    Some(if whole >= broken {
        Encoding::Utf8
    } else {
        Encoding::Big5
    })
}
