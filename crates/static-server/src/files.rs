//! From a path to a file: decoding, refusing, types and caching.

use std::{
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use crate::{
    head::Head,
    response::{Response, plain},
};

/// The path of a target without its query, percent-decoded; `None` where it is not a path.
pub(crate) fn decode_path(target: &str) -> Option<String> {
    let encoded = target.split(['?', '#']).next()?;
    let mut bytes = encoded.bytes();
    let mut decoded = Vec::with_capacity(encoded.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let high = char::from(bytes.next()?).to_digit(16)?;
                let low = char::from(bytes.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    let path = String::from_utf8(decoded).ok()?;
    (path.starts_with('/') && !path.contains('\0')).then_some(path)
}

/// The answer for a decoded path, as the folder has it.
pub(crate) fn answer(root: &Path, path: &str, head: &Head, compress: bool) -> Response {
    let Some(wanted) = inside(root, path) else {
        return plain(404);
    };
    let file = if wanted.is_dir() {
        if !path.ends_with('/') {
            return to_folder(path, &head.target);
        }
        wanted.join("index.html")
    } else if path.ends_with('/') {
        return plain(404);
    } else {
        wanted
    };
    // A link inside the folder may lead out of it.
    match file.canonicalize() {
        Ok(real) if real.starts_with(root) && real.is_file() => {}
        _ => return plain(404),
    }
    send(&file, head, compress)
}

/// The place of a path below the root; nothing hidden, nothing above.
fn inside(root: &Path, path: &str) -> Option<PathBuf> {
    let below = path.strip_prefix('/')?;
    let mut place = root.to_path_buf();
    if below.is_empty() {
        return Some(place);
    }
    for name in below.strip_suffix('/').unwrap_or(below).split('/') {
        // A leading dot covers `.`, `..` and Trunk's staging folder.
        if name.is_empty() || name.starts_with('.') || name.contains(['\\', ':']) {
            return None;
        }
        place.push(name);
    }
    Some(place)
}

/// A folder without its slash: relative links in its page would go wrong.
fn to_folder(path: &str, target: &str) -> Response {
    let mut location = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            location.push(char::from(byte));
        } else {
            location.push_str(&format!("%{byte:02X}"));
        }
    }
    location.push('/');
    if let Some((_, query)) = target.split_once('?') {
        location.push('?');
        location.push_str(query);
    }
    // Temporary, since browsers remember the permanent kind beyond a build.
    plain(307).header("Location", location)
}

fn send(file: &Path, head: &Head, compress: bool) -> Response {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let small = PathBuf::from(format!("{}.br", file.display()));
    let has_small = compress && small.is_file();
    let send_small = has_small && accepts_brotli(head.get("accept-encoding").unwrap_or_default());
    let source = if send_small { small.as_path() } else { file };
    let Ok(body) = fs::read(source) else {
        return plain(404);
    };

    let etag = etag(source, send_small);
    let known = etag.as_deref().is_some_and(|etag| {
        head.get("if-none-match").is_some_and(|known| {
            known
                .split(',')
                .any(|known| matches!(known.trim(), "*") || known.trim() == etag)
        })
    });
    let mut response = if known {
        Response::new(304, Vec::new())
    } else {
        Response::new(200, body)
    };
    response = response
        .header("Content-Type", content_type(&name))
        .header("Cache-Control", cache_control(&name));
    if let Some(etag) = etag {
        response = response.header("ETag", etag);
    }
    if has_small {
        response = response.header("Vary", "Accept-Encoding");
    }
    if send_small && !known {
        response = response.header("Content-Encoding", "br");
    }
    response
}

fn accepts_brotli(accept_encoding: &str) -> bool {
    accept_encoding.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok())
                .is_some_and(|weight| weight <= 0.0)
        });
        named && !refused
    })
}

/// Size and time of the last change: enough to see that a build replaced the file.
fn etag(file: &Path, compressed: bool) -> Option<String> {
    let facts = file.metadata().ok()?;
    let changed = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let coding = if compressed { "-br" } else { "" };
    Some(format!(
        "\"{:x}-{:x}{coding}\"",
        facts.len(),
        changed.as_nanos()
    ))
}

fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Whether a name carries the hash of its content, as Trunk writes it: `-` and 64 bits in hexadecimal digits, without zeros before them.
fn is_hashed(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let digits = part
            .bytes()
            .take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            .count();
        let ends = part
            .as_bytes()
            .get(digits)
            .is_none_or(|byte| !byte.is_ascii_alphanumeric());
        // One name in sixteen has 15 of them; fewer than 12 are rather a word, and then only asked for again.
        (12..=16).contains(&digits) && ends
    })
}

pub(crate) fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = match name.rsplit_once('.') {
        Some((_, extension)) => extension.to_ascii_lowercase(),
        // A folder is answered with its page.
        None if name.is_empty() => "html".to_owned(),
        None => String::new(),
    };
    match extension.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "toml" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_decoded_once() {
        #[track_caller]
        fn check(target: &str, expect: Option<&str>) {
            assert_eq!(decode_path(target).as_deref(), expect, "{target}");
        }
        check("/", Some("/"));
        check("/en/?theme=dark&x=%2F", Some("/en/"));
        check("/a%20b.txt", Some("/a b.txt"));
        check("/%E5%AD%B8.html", Some("/學.html"));
        check("/%252e%252e", Some("/%2e%2e"));
        check("/100%", None);
        check("/%zz", None);
        check("/%ff", None);
        check("/a%00b", None);
        check("%2fa", Some("/a"));
        check("a", None);
    }

    #[test]
    fn a_path_stays_below_the_root() {
        #[track_caller]
        fn check(path: &str, expect: Option<&str>) {
            let root = Path::new("/root");
            assert_eq!(
                inside(root, path),
                expect.map(|rest| root.join(rest)),
                "{path}"
            );
        }
        check("/", Some(""));
        check("/a/b.js", Some("a/b.js"));
        check("/en/", Some("en"));
        check("/../secret", None);
        check("/a/../../secret", None);
        check("/..", None);
        check("/./a", None);
        check("/.stage/index.html", None);
        check("//etc/passwd", None);
        check("/a//b", None);
        check("/a\\..\\b", None);
        check("/C:/b", None);
        check("//", None);
    }

    #[test]
    fn only_a_name_with_a_content_hash_is_kept_for_ever() {
        #[track_caller]
        fn check(name: &str, expect: bool) {
            assert_eq!(is_hashed(name), expect, "{name}");
        }
        check("app-0123456789abcdef.js", true);
        check("learning-hours-guide-0123456789abcdef_bg.wasm", true);
        check("app-123456789abcdef.js", true);
        check("app-123456789abcdef_bg.wasm", true);
        check("app-56789abcdef.js", false);
        check("app-0123456789abcdef0.js", false);
        check("app-0123456789ABCDEF.js", false);
        check("0123456789abcdef.js", false);
        check("index.html", false);
        check("embed.js", false);
    }

    #[test]
    fn the_type_follows_from_the_name() {
        #[track_caller]
        fn check(path: &str, expect: &str) {
            assert_eq!(content_type(path), expect, "{path}");
        }
        check("/", "text/html; charset=utf-8");
        check("/en/index.html", "text/html; charset=utf-8");
        check("/a.CSS", "text/css; charset=utf-8");
        check("/a_bg.wasm", "application/wasm");
        check("/a.svg", "image/svg+xml");
        check("/a.json", "application/json");
        check("/a.b/c", "application/octet-stream");
    }

    #[test]
    fn brotli_is_sent_only_to_those_who_ask_for_it() {
        #[track_caller]
        fn check(header: &str, expect: bool) {
            assert_eq!(accepts_brotli(header), expect, "{header}");
        }
        check("gzip, deflate, br, zstd", true);
        check("BR;q=0.5", true);
        check("br;q=0", false);
        check("br; q=0.000", false);
        check("brotli", false);
        check("", false);
    }
}
