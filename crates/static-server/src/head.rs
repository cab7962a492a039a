//! Reads the head of a request; what cannot be read is answered with a status, never with a panic.

use std::io::{self, BufRead, Read};

/// More than any browser sends.
const LONGEST_HEAD: u64 = 64 * 1024;

/// The part of a request before its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) method: String,
    /// Path and query, percent-encoded as sent.
    pub(crate) target: String,
    pub(crate) keep_alive: bool,
    headers: Vec<(String, String)>,
}

impl Head {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    Head(Head),
    /// The other side has closed the connection between two requests.
    End,
    /// Not a request; the status to answer with before closing.
    Garbage(u16),
}

pub(crate) fn read(reader: &mut impl BufRead) -> io::Result<Reading> {
    let mut limited = reader.by_ref().take(LONGEST_HEAD);
    let mut lines = Vec::new();
    loop {
        let mut line = Vec::new();
        limited.read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Ok(if limited.limit() == 0 {
                Reading::Garbage(431)
            } else if lines.is_empty() && line.is_empty() {
                Reading::End
            } else {
                Reading::Garbage(400)
            });
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        let Ok(line) = String::from_utf8(line) else {
            return Ok(Reading::Garbage(400));
        };
        match (line.is_empty(), lines.is_empty()) {
            (false, _) => lines.push(line),
            // Empty lines before a request are allowed and mean nothing.
            (true, true) => {}
            (true, false) => return Ok(parse(&lines).unwrap_or(Reading::Garbage(400))),
        }
    }
}

/// `None` is a bad request.
fn parse(lines: &[String]) -> Option<Reading> {
    let (request_line, header_lines) = lines.split_first()?;
    let mut words = request_line.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some()
        || method.is_empty()
        || !method.bytes().all(|byte| byte.is_ascii_uppercase())
    {
        return None;
    }
    let http_1_1 = match version {
        "HTTP/1.1" => true,
        "HTTP/1.0" => false,
        _ if version.starts_with("HTTP/") => return Some(Reading::Garbage(505)),
        _ => return None,
    };
    let mut headers = Vec::new();
    for line in header_lines {
        let (name, value) = line.split_once(':')?;
        if name.is_empty() || name.contains(|letter: char| letter.is_whitespace()) {
            return None;
        }
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut head = Head {
        method: method.to_owned(),
        target: origin_form(target)?,
        keep_alive: http_1_1,
        headers,
    };
    // We read no bodies, so the connection ends after a request that has one.
    let has_body = head
        .get("content-length")
        .is_some_and(|length| length != "0")
        || head.get("transfer-encoding").is_some();
    let asks_to_close = head
        .get("connection")
        .is_some_and(|value| value.to_ascii_lowercase().contains("close"));
    head.keep_alive &= !has_body && !asks_to_close;
    Some(Reading::Head(head))
}

/// The path and query of a target, which a proxy may have sent as a whole address.
fn origin_form(target: &str) -> Option<String> {
    if target.starts_with('/') {
        return Some(target.to_owned());
    }
    let (_, rest) = target.split_once("://")?;
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/");
    Some(path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read_all(input: &[u8]) -> Reading {
        read(&mut io::BufReader::new(input)).expect("a slice can be read")
    }

    #[test]
    fn a_request_is_read_with_its_headers() {
        let Reading::Head(head) = read_all(
            b"\r\nGET /en/?theme=dark HTTP/1.1\r\nHost: x\r\nIF-None-Match: \"1\" \r\n\r\n",
        ) else {
            panic!("not read");
        };
        assert_eq!(head.method, "GET");
        assert_eq!(head.target, "/en/?theme=dark");
        assert_eq!(head.get("if-none-match"), Some("\"1\""));
        assert!(head.keep_alive);
    }

    #[test]
    fn a_connection_stays_open_only_where_that_is_safe() {
        #[track_caller]
        fn check(request: &str, expect: bool) {
            match read_all(request.as_bytes()) {
                Reading::Head(head) => assert_eq!(head.keep_alive, expect, "{request}"),
                other => panic!("{request}: {other:?}"),
            }
        }
        check("GET / HTTP/1.1\n\n", true);
        check("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n", false);
        check("GET / HTTP/1.0\r\n\r\n", false);
        check("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", false);
        check("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", true);
        check(
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            false,
        );
    }

    #[test]
    fn garbage_gets_a_status() {
        #[track_caller]
        fn check(request: &[u8], expect: Reading) {
            assert_eq!(read_all(request), expect);
        }
        check(b"", Reading::End);
        check(b"GET / HTTP/1.1\r\n", Reading::Garbage(400));
        check(b"GET /", Reading::Garbage(400));
        check(b"\xff\xfe\r\n\r\n", Reading::Garbage(400));
        check(b"\0\0\0\r\n\r\n", Reading::Garbage(400));
        check(b"GET / HTTP/1.1 more\r\n\r\n", Reading::Garbage(400));
        check(b"get / HTTP/1.1\r\n\r\n", Reading::Garbage(400));
        check(b"GET * HTTP/1.1\r\n\r\n", Reading::Garbage(400));
        check(b"GET / HTTP/2.0\r\n\r\n", Reading::Garbage(505));
        check(b"GET / SPDY/1\r\n\r\n", Reading::Garbage(400));
        check(b"GET / HTTP/1.1\r\nno colon\r\n\r\n", Reading::Garbage(400));
        check(&[b'a'; 100_000], Reading::Garbage(431));
    }

    #[test]
    fn a_whole_address_is_cut_to_its_path() {
        #[track_caller]
        fn check(target: &str, expect: Option<&str>) {
            assert_eq!(origin_form(target).as_deref(), expect, "{target}");
        }
        check("/a?b", Some("/a?b"));
        check("http://host:1/a?b", Some("/a?b"));
        check("http://host", Some("/"));
        check("host:443", None);
        check("", None);
    }
}
