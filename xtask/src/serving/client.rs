//! A small HTTP/1.1 client that keeps its connection and unpacks nothing: what a server sends is what one sees.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct Client {
    connection: BufReader<TcpStream>,
    host: SocketAddr,
    is_over: bool,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Bytes of the head, as they came.
    pub(crate) head: u64,
}

impl Answer {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

impl Client {
    pub(crate) fn connect(host: SocketAddr) -> io::Result<Self> {
        let connection = TcpStream::connect_timeout(&host, PATIENCE)?;
        connection.set_nodelay(true)?;
        connection.set_read_timeout(Some(PATIENCE))?;
        connection.set_write_timeout(Some(PATIENCE))?;
        Ok(Self {
            connection: BufReader::new(connection),
            host,
            is_over: false,
        })
    }

    pub(crate) fn ask(
        &mut self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
    ) -> io::Result<Answer> {
        if self.is_over {
            *self = Self::connect(self.host)?;
        }
        let mut request = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n", self.host);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        self.connection.get_mut().write_all(request.as_bytes())?;
        let answer = read(&mut self.connection, method)?;
        // nginx ends a connection after a thousand requests and says so.
        self.is_over = answer.get("Connection") == Some("close");
        Ok(answer)
    }
}

fn read(connection: &mut impl BufRead, method: &str) -> io::Result<Answer> {
    let mut answer = Answer {
        status: 0,
        headers: Vec::new(),
        body: Vec::new(),
        head: 0,
    };
    let first = line(connection, &mut answer.head)?;
    answer.status = first
        .strip_prefix("HTTP/1.1 ")
        .and_then(|rest| rest.get(..3)?.parse().ok())
        .ok_or_else(|| odd(&first))?;
    loop {
        let line = line(connection, &mut answer.head)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| odd(&line))?;
        answer
            .headers
            .push((name.to_owned(), value.trim().to_owned()));
    }
    let has_body = method != "HEAD" && !matches!(answer.status, 204 | 304);
    if !has_body {
        return Ok(answer);
    }
    if answer.get("transfer-encoding") == Some("chunked") {
        loop {
            let size = line(connection, &mut 0)?;
            let size = u64::from_str_radix(&size, 16).map_err(|_| odd(&size))?;
            take(connection, size, &mut answer.body)?;
            line(connection, &mut 0)?;
            if size == 0 {
                return Ok(answer);
            }
        }
    }
    let length = answer.get("content-length").unwrap_or_default();
    let length = length.parse().map_err(|_| odd(length))?;
    take(connection, length, &mut answer.body)?;
    Ok(answer)
}

fn line(connection: &mut impl BufRead, read: &mut u64) -> io::Result<String> {
    let mut line = String::new();
    *read += connection.read_line(&mut line)? as u64;
    match line.strip_suffix("\r\n") {
        Some(line) => Ok(line.to_owned()),
        None => Err(odd(&line)),
    }
}

fn take(connection: &mut impl BufRead, size: u64, body: &mut Vec<u8>) -> io::Result<()> {
    let taken = connection.by_ref().take(size).read_to_end(body)?;
    if taken as u64 == size {
        Ok(())
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn odd(text: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("`{}` is no HTTP", text.trim_end()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_end_and_no_further() {
        #[track_caller]
        fn check(method: &str, text: &str, status: u16, body: &str, rest: &str) {
            let mut text = text.as_bytes();
            let answer = read(&mut text, method).expect("an answer");
            assert_eq!(answer.status, status);
            assert_eq!(String::from_utf8_lossy(&answer.body), body);
            assert_eq!(String::from_utf8_lossy(text), rest);
        }
        let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab";
        check("GET", &format!("{ok}next"), 200, "ab", "next");
        check(
            "HEAD",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nnext",
            200,
            "",
            "next",
        );
        check(
            "GET",
            "HTTP/1.1 304 Not Modified\r\n\r\nnext",
            304,
            "",
            "next",
        );
        check(
            "GET",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\na\r\n0123456789\r\n0\r\n\r\nnext",
            200,
            "ab0123456789",
            "next",
        );
    }

    #[test]
    fn half_an_answer_is_an_error() {
        #[track_caller]
        fn check(mut text: &[u8]) {
            assert!(read(&mut text, "GET").is_err());
        }
        check(b"");
        check(b"HTTP/1.1 200 OK\r\n");
        check(b"HTTP/1.1 200 OK\r\n\r\n");
        check(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab");
        check(b"SPDY 200\r\n\r\n");
    }
}
