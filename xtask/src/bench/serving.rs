//! The load of the server: nginx as we ship it, on this machine, asked as fast as it answers, at a first visit and at a second one.

use std::{
    io, thread,
    time::{Duration, Instant},
};

use super::{Measured, goal::Goal, samples::Series, units::Unit};
use crate::{
    budget::Budget,
    serving::{Client, PREFIX, Running, Site},
    stop::{Outcome, Stop},
    tools,
};

/// As many connections as ask at the same time.
const READERS: usize = 8;
const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_secs(1);

/// What a reader asks for in one visit: a path, and the headers that matter.
struct Visit {
    name: String,
    requests: Vec<(String, Vec<(&'static str, String)>)>,
    status: u16,
}

/// What all readers of a round got.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Load {
    visits: u64,
    requests: u64,
    /// Of bodies, and of everything.
    body: u64,
    wire: u64,
}

pub(super) fn run(budget: &Budget) -> Outcome<Measured> {
    println!("\nAsking nginx as fast as it answers (ten seconds).");
    let title = "Load of the server".to_owned();
    let nginx = match tools::nginx() {
        Ok(nginx) => nginx,
        Err(why) => {
            println!("Skipped: {why}.");
            return Ok(Measured {
                sections: vec![(title, format!("Not measured: {why}.\n"))],
                ..Measured::default()
            });
        }
    };
    let site = Site::new()?;
    let server = Running::nginx(&nginx, site.path())?;
    let mut table = format!(
        "One process of nginx with `embed/serving/nginx.conf`, and {READERS} connections that stay open, on the same machine; \
         median of {ROUNDS} rounds of {} s (least – most). A first visit is page, glue and program; \
         at a second one the page alone is asked for, since glue and program are kept for ever.\n\n\
         | visit | requests in a second | requests of a visit | bytes of bodies | bytes over the wire |\n| --- | --- | --- | --- | --- |\n",
        ROUND.as_secs()
    );
    let mut goals = Vec::new();
    for coding in ["br", "gzip"] {
        if coding == "br" && nginx.brotli.is_none() {
            continue;
        }
        let first = first_visit(&site, coding)?;
        let second = second_visit(&server, coding)?;
        table.push_str(&measure(&server, &first)?.0);
        let (row, bodies) = measure(&server, &second)?;
        table.push_str(&row);
        goals.push(Goal::at_most(
            &format!("bodies from nginx at the second visit, {coding}"),
            &bodies,
            budget.other("revisit-bytes")?,
            Unit::Bytes,
        ));
    }
    Ok(Measured {
        goals,
        sections: vec![(title, table)],
        ..Measured::default()
    })
}

/// The page, and the glue and the program that it names.
fn first_visit(site: &Site, coding: &str) -> Outcome<Visit> {
    let page = site.read("index.html").unwrap_or_default();
    let page = String::from_utf8_lossy(&page).into_owned();
    let mut paths = vec![String::new()];
    for ending in [".js", "_bg.wasm"] {
        let mut names = site.files.iter().filter(|name| name.ends_with(ending));
        let named =
            names.find(|name| name.starts_with("learning-hours-guide-") && page.contains(*name));
        paths.push(named.cloned().ok_or_else(|| {
            Stop::Failed(format!("index.html names no file {ending} of the build."))
        })?);
    }
    let accepted = || vec![("Accept-Encoding", coding.to_owned())];
    Ok(Visit {
        name: format!("first, {coding}"),
        requests: paths
            .iter()
            .map(|path| (format!("{PREFIX}{path}"), accepted()))
            .collect(),
        status: 200,
    })
}

fn second_visit(server: &Running, coding: &str) -> Outcome<Visit> {
    let answer = server
        .client()
        .and_then(|mut client| client.ask("GET", PREFIX, &[("Accept-Encoding", coding)]))
        .map_err(|error| broken(&error))?;
    let etag = answer.get("ETag").unwrap_or_default().to_owned();
    let headers = vec![
        ("Accept-Encoding", coding.to_owned()),
        ("If-None-Match", etag),
    ];
    Ok(Visit {
        name: format!("second, {coding}"),
        requests: vec![(PREFIX.to_owned(), headers)],
        status: 304,
    })
}

/// A row of the table, and the bytes of bodies of a visit, a value for each round.
fn measure(server: &Running, visit: &Visit) -> Outcome<(String, Series)> {
    let mut speeds = Vec::new();
    let mut loads = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let load = round(server, visit).map_err(|error| broken(&error))?;
        speeds.push(load.requests as f64 / start.elapsed().as_secs_f64());
        loads.push(load);
    }
    let of_visit = |count: fn(&Load) -> u64| {
        let each = loads
            .iter()
            .map(|load| count(load) as f64 / load.visits.max(1) as f64);
        Series::new(each.collect())
    };
    let bodies = of_visit(|load| load.body);
    let row = format!(
        "| {} | {} | {} | {} | {} |\n",
        visit.name,
        Unit::Count.spread(&Series::new(speeds)),
        visit.requests.len(),
        Unit::Bytes.spread(&bodies),
        Unit::Bytes.spread(&of_visit(|load| load.wire)),
    );
    Ok((row, bodies))
}

fn round(server: &Running, visit: &Visit) -> io::Result<Load> {
    let end = Instant::now() + ROUND;
    thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS)
            .map(|_| scope.spawn(move || read(server.client()?, visit, end)))
            .collect();
        let mut sum = Load::default();
        for reader in readers {
            let load = reader
                .join()
                .map_err(|_| io::Error::other("a reader broke down"))??;
            sum.visits += load.visits;
            sum.requests += load.requests;
            sum.body += load.body;
            sum.wire += load.wire;
        }
        Ok(sum)
    })
}

/// Visits until the time is over; the last one is finished.
fn read(mut client: Client, visit: &Visit, end: Instant) -> io::Result<Load> {
    let mut load = Load::default();
    while Instant::now() < end {
        for (path, headers) in &visit.requests {
            let headers: Vec<_> = headers
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let answer = client.ask("GET", path, &headers)?;
            if answer.status != visit.status {
                return Err(io::Error::other(format!(
                    "{path} was answered with {}, not {}",
                    answer.status, visit.status
                )));
            }
            let body = answer.body.len() as u64;
            load.requests += 1;
            load.body += body;
            load.wire += body + answer.head;
        }
        load.visits += 1;
    }
    Ok(load)
}

fn broken(error: &io::Error) -> Stop {
    Stop::Failed(format!("The load of nginx could not be measured: {error}."))
}

#[cfg(test)]
mod tests {
    use recording_server::{Server, ServerOptions};

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn a_reader_counts_visits_requests_and_bytes_and_stops_at_a_wrong_answer() {
        let place = Scratch::new("load").expect("a temporary folder");
        place.write("index.html", "12345").expect("a file");
        let server = Server::start(ServerOptions::new(place.path())).expect("a free port");
        let read = |status| {
            let visit = Visit {
                name: String::new(),
                requests: ["/", "/index.html"]
                    .map(|path| (path.to_owned(), Vec::new()))
                    .to_vec(),
                status,
            };
            let client = Client::connect(server.addr())?;
            read(client, &visit, Instant::now() + Duration::from_millis(50))
        };
        let load = read(200).expect("good answers");
        assert!(load.visits > 0);
        assert_eq!(load.requests, load.visits * 2);
        assert_eq!(load.body, load.requests * 5);
        assert!(load.wire > load.body);
        assert!(read(304).is_err());
    }
}
