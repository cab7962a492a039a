//! An answer and its way onto the wire.

use std::{
    borrow::Cow,
    io::{self, Write},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) status: u16,
    headers: Vec<(Cow<'static, str>, String)>,
    pub(crate) body: Vec<u8>,
}

/// A status with a sentence for whoever looks at it.
pub(crate) fn plain(status: u16) -> Response {
    let body = if has_body(status) {
        format!("{status} {}\n", reason(status)).into_bytes()
    } else {
        Vec::new()
    };
    Response::new(status, body)
        .header("Content-Type", "text/plain; charset=utf-8")
        .header("Cache-Control", "no-store")
}

impl Response {
    pub(crate) fn new(status: u16, body: Vec<u8>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body,
        }
        .header("X-Content-Type-Options", "nosniff")
    }

    /// Sets a header, in place of one of the same name.
    pub(crate) fn header(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        let name = name.into();
        self.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
        self.headers.push((name, value.into()));
        self
    }

    #[cfg(test)]
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn write(
        &self,
        writer: &mut impl Write,
        with_body: bool,
        keep_alive: bool,
    ) -> io::Result<()> {
        let mut bytes = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            // A line break in a value would start a header of its own.
            let value = value.replace(['\r', '\n'], " ");
            bytes.push_str(&format!("{name}: {value}\r\n"));
        }
        if has_body(self.status) {
            bytes.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        if !keep_alive {
            bytes.push_str("Connection: close\r\n");
        }
        bytes.push_str("\r\n");
        let mut bytes = bytes.into_bytes();
        if with_body && has_body(self.status) {
            bytes.extend_from_slice(&self.body);
        }
        writer.write_all(&bytes)
    }
}

fn has_body(status: u16) -> bool {
    status >= 200 && status != 204 && status != 304
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Status",
    }
}
