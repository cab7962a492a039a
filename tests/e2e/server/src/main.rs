//! `cargo xtask serve` ends as this program: it serves a folder at an address until it is ended.

use std::{env, io};

use recording_server::{Server, ServerOptions};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let mut argument = || arguments.next().unwrap_or_default();
    let options = ServerOptions::new(argument()).addr(argument());
    let server = Server::start(options)?;
    println!("Serving on {} (Ctrl-C ends it).", server.url());
    server.wait()
}
