//! Zip archives: written the same each time for the same files, and read with care.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Deflated, as every program that opens archives knows it.
const DEFLATED: u16 = 8;
/// As it is.
const STORED: u16 = 0;

/// An archive of files in the order given. There is no clock: every file is of the first day that the format knows.
pub(crate) fn write<'a>(members: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let (mut archive, mut index) = (Vec::new(), Vec::new());
    let mut count = 0_u16;
    for (name, bytes) in members {
        let small = compress_to_vec(bytes, LEVEL);
        let (method, packed) = if small.len() < bytes.len() {
            (DEFLATED, small.as_slice())
        } else {
            (STORED, bytes)
        };
        let mut facts = Vec::new();
        // Version 2.0; the name is in UTF-8; the time is midnight of the 1st of January 1980.
        for number in [20, 0x0800, method, 0, 0x21] {
            facts.extend_from_slice(&number.to_le_bytes());
        }
        for number in [crc32fast::hash(bytes), size(packed), size(bytes)] {
            facts.extend_from_slice(&number.to_le_bytes());
        }
        // Nothing behind the name.
        facts.extend_from_slice(&length(name.as_bytes()).to_le_bytes());
        facts.extend_from_slice(&[0; 2]);
        index.extend_from_slice(b"PK\x01\x02\x14\0");
        index.extend_from_slice(&facts);
        index.extend_from_slice(&[0; 10]);
        index.extend_from_slice(&size(&archive).to_le_bytes());
        index.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(b"PK\x03\x04");
        archive.extend_from_slice(&facts);
        archive.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(packed);
        count = count.saturating_add(1);
    }
    let at = size(&archive);
    archive.extend_from_slice(&index);
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    archive.extend_from_slice(&count.to_le_bytes());
    archive.extend_from_slice(&count.to_le_bytes());
    archive.extend_from_slice(&size(&index).to_le_bytes());
    archive.extend_from_slice(&at.to_le_bytes());
    archive.extend_from_slice(&[0; 2]);
    archive
}

/// A site takes half a second at the highest level and is one part in a hundred larger at this one.
const LEVEL: u8 = 6;

/// Our archives stay far below the four gigabytes that the format can say.
fn size(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn length(bytes: &[u8]) -> u16 {
    u16::try_from(bytes.len()).unwrap_or(u16::MAX)
}

/// Why an archive is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It is damaged, or none of ours.
    Broken,
    /// Unpacked it would be larger than anything that belongs here.
    TooLarge,
    /// It is packed in a way, or locked with a password, that only other programs read.
    Foreign,
}

/// Names and sizes of everything in an archive, and the files that are wanted, unpacked.
///
/// `most` is how many bytes all of them may have together, whatever the archive says of itself.
pub(crate) fn read(
    archive: &[u8],
    most: usize,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Member>, Problem> {
    let mut left = most;
    let mut members = Vec::new();
    for entry in entries(archive)? {
        if !is_wanted(&entry.name) {
            continue;
        }
        if entry.size > left {
            return Err(Problem::TooLarge);
        }
        let packed = entry.packed(archive).ok_or(Problem::Broken)?;
        let bytes = match entry.method {
            STORED => packed.to_vec(),
            DEFLATED => decompress_to_vec_with_limit(packed, left).map_err(|_| {
                // A limit that is reached looks like any other failure.
                if entry.size >= left {
                    Problem::TooLarge
                } else {
                    Problem::Broken
                }
            })?,
            _ => return Err(Problem::Foreign),
        };
        if crc32fast::hash(&bytes) != entry.sum || bytes.len() > left {
            return Err(Problem::Broken);
        }
        left -= bytes.len();
        members.push(Member {
            name: entry.name,
            bytes,
        });
    }
    Ok(members)
}

/// The names of all files in an archive.
pub(crate) fn names(archive: &[u8]) -> Result<Vec<String>, Problem> {
    let entries = entries(archive)?.into_iter();
    Ok(entries.map(|entry| entry.name).collect())
}

/// More files than any content or site has.
const MOST_ENTRIES: usize = 5_000;

struct Entry {
    name: String,
    method: u16,
    sum: u32,
    packed_size: usize,
    size: usize,
    /// Where its own header begins.
    at: usize,
}

impl Entry {
    fn packed<'a>(&self, archive: &'a [u8]) -> Option<&'a [u8]> {
        let head = archive.get(self.at..)?;
        let names = number(head, 26, 2)? + number(head, 28, 2)?;
        head.get(30 + names..)?.get(..self.packed_size)
    }
}

fn entries(archive: &[u8]) -> Result<Vec<Entry>, Problem> {
    index(archive).ok_or(Problem::Broken)?
}

fn index(archive: &[u8]) -> Option<Result<Vec<Entry>, Problem>> {
    // The end mark comes last, before a comment of at most 65,535 bytes.
    let from = archive.len().saturating_sub(22 + 0xffff);
    let tail = archive.get(from..)?;
    let end = tail.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let end = tail.get(end..)?;
    let count = number(end, 10, 2)?;
    if count > MOST_ENTRIES {
        return Some(Err(Problem::TooLarge));
    }
    let mut at = number(end, 16, 4)?;
    // The length of the comment is the last of it.
    number(end, 20, 2)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let head = archive.get(at..)?;
        if !head.starts_with(b"PK\x01\x02") {
            return None;
        }
        let (length, more, comment) = (
            number(head, 28, 2)?,
            number(head, 30, 2)?,
            number(head, 32, 2)?,
        );
        let name = head.get(46..46 + length)?;
        // Locked by a password.
        if number(head, 8, 2)? & 1 == 1 {
            return Some(Err(Problem::Foreign));
        }
        let name = String::from_utf8_lossy(name).replace('\\', "/");
        if !name.ends_with('/') {
            entries.push(Entry {
                name,
                method: u16::try_from(number(head, 10, 2)?).ok()?,
                sum: u32::try_from(number(head, 16, 4)?).ok()?,
                packed_size: number(head, 20, 4)?,
                size: number(head, 24, 4)?,
                at: number(head, 42, 4)?,
            });
        }
        at += 46 + length + more + comment;
    }
    Some(Ok(entries))
}

/// A number of so many bytes, the smallest first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + size)?;
    let number = bytes
        .iter()
        .rev()
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    usize::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive() -> Vec<u8> {
        let long = b"a line that comes again\n".repeat(500);
        write([
            ("guide.toml", long.as_slice()),
            ("rules/一.toml", b"x".as_slice()),
        ])
    }

    #[test]
    fn what_was_written_is_read() {
        let members = read(&archive(), 1 << 20, |_| true).expect("our own");
        assert_eq!(members.len(), 2);
        assert_eq!(members[0].bytes.len(), 12_000);
        assert_eq!(members[1].name, "rules/一.toml");
        assert_eq!(archive(), archive());
        assert_eq!(
            names(&archive()).expect("our own"),
            ["guide.toml", "rules/一.toml"]
        );
    }

    #[test]
    fn an_archive_cannot_make_more_bytes_than_it_may() {
        let bomb = write([("guide.toml", vec![b' '; 40 << 20].as_slice())]);
        assert!(bomb.len() < 100_000);
        assert_eq!(read(&bomb, 1 << 20, |_| true), Err(Problem::TooLarge));
        // One that says it is small is no better.
        let mut liar = bomb.clone();
        let says = u32::to_le_bytes(40 << 20);
        while let Some(at) = liar.windows(4).position(|four| four == says) {
            liar[at..at + 4].copy_from_slice(&[9, 0, 0, 0]);
        }
        assert!(read(&liar, 1 << 20, |_| true).is_err());
    }

    #[test]
    fn damage_is_noticed_and_never_ends_in_a_panic() {
        let whole = archive();
        for length in 0..whole.len() {
            assert!(read(&whole[..length], 1 << 20, |_| true).is_err());
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x55;
            let _ = read(&damaged, 1 << 20, |_| true);
        }
    }
}
