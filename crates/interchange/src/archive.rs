//! The page inside a web archive (網頁封存檔, `.mhtml`), as browsers save a page with its pictures in one file.

/// Whether a text is a web archive: a mail with parts.
pub(crate) fn is_archive(text: &str) -> bool {
    let (head, _) = split_head(text.trim_start_matches('\u{FEFF}'));
    field(head, "mime-version").is_some() && (is_html(head) || boundary(head).is_some())
}

/// The page inside a web archive; `None` if there is none, or it is encoded in a way that is not known here.
pub(crate) fn page_of(text: &str) -> Option<String> {
    let (head, body) = split_head(text.trim_start_matches('\u{FEFF}'));
    if is_html(head) {
        return decode(head, body);
    }
    let boundary = format!("--{}", boundary(head)?);
    let parts = body.split(&boundary).skip(1);
    let mut parts = parts.map(|part| split_head(part.trim_start_matches(['\r', '\n'])));
    let (head, body) = parts.find(|(head, _)| is_html(head))?;
    decode(head, body)
}

/// Whether a part is a page.
fn is_html(head: &str) -> bool {
    field(head, "content-type")
        .is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"))
}

/// The boundary between the parts, without the two dashes before it.
fn boundary(head: &str) -> Option<String> {
    let kind = field(head, "content-type")?;
    let (_, boundary) = kind.split_once("boundary=")?;
    let boundary = boundary.split(';').next()?.trim().trim_matches('"');
    (!boundary.is_empty()).then(|| boundary.to_owned())
}

/// The lines before the first empty one, and what follows it.
fn split_head(text: &str) -> (&str, &str) {
    let unix = text.split_once("\n\n");
    let windows = text.split_once("\r\n\r\n");
    match (unix, windows) {
        (Some(unix), Some(windows)) if windows.0.len() < unix.0.len() => windows,
        (Some(unix), _) => unix,
        (None, windows) => windows.unwrap_or((text, "")),
    }
}

/// The value of a field; a line that begins with a blank goes on with the one before.
fn field(head: &str, name: &str) -> Option<String> {
    let mut value: Option<String> = None;
    for line in head.lines() {
        match &mut value {
            Some(value) if line.starts_with([' ', '\t']) => value.push_str(line.trim()),
            Some(_) => break,
            None => {
                let (start, rest) = line.split_once(':').unwrap_or((line, ""));
                if start.eq_ignore_ascii_case(name) {
                    value = Some(rest.trim().to_owned());
                }
            }
        }
    }
    value
}

/// The text of a part.
fn decode(head: &str, body: &str) -> Option<String> {
    let encoding = field(head, "content-transfer-encoding").map(|name| name.to_ascii_lowercase());
    match encoding.as_deref() {
        None | Some("7bit" | "8bit" | "binary") => Some(body.to_owned()),
        Some("quoted-printable") => String::from_utf8(unquoted(body)).ok(),
        Some(_) => None,
    }
}

/// The bytes of a quoted-printable text: `=E7=92=B0` is 環, and `=` at the end of a line joins it with the next.
fn unquoted(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, behind)) = rest.split_once('=') {
        bytes.extend_from_slice(plain.as_bytes());
        let line_end = behind
            .strip_prefix("\r\n")
            .or_else(|| behind.strip_prefix('\n'));
        let byte = behind
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        rest = match (line_end, byte) {
            (Some(next), _) => next,
            (None, Some(byte)) => {
                bytes.push(byte);
                behind.get(2..).unwrap_or_default()
            }
            (None, None) => {
                bytes.push(b'=');
                behind
            }
        };
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}
