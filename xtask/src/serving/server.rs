//! Starts nginx or Caddy with the configuration that we ship: on a free port of this machine, with a folder of its own, as a child that ends with us.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::client::Client;
use crate::{
    project,
    scratch::Scratch,
    stop::{Outcome, Stop},
    tools::Nginx,
};

pub(super) const NGINX: &str = "embed/serving/nginx.conf";
pub(super) const CADDY: &str = "embed/serving/Caddyfile";
/// Where the shipped configurations put the guide.
pub(crate) const PREFIX: &str = "/guide/";

const PATIENCE: Duration = Duration::from_secs(10);

/// A running server; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Running {
    process: Child,
    addr: SocketAddr,
    /// Its configuration and its log; gone after the process.
    _place: Scratch,
}

impl Running {
    /// With brotli where the module is there.
    pub(crate) fn nginx(nginx: &Nginx, site: &Path) -> Outcome<Self> {
        let (place, addr) = room("nginx")?;
        let mut shipped = project::read(NGINX)?;
        let mut module = String::new();
        change(&mut shipped, "listen 80;", &format!("listen {addr};"))?;
        change(
            &mut shipped,
            "alias /var/www/learning-hours-guide/;",
            &format!("alias \"{}/\";", site.display()),
        )?;
        if let Some(file) = &nginx.brotli {
            change(&mut shipped, "# brotli_static on;", "brotli_static on;")?;
            module = format!("load_module \"{}\";\n", file.display());
        }
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|name| format!("    {name}_temp_path temporary/{name};\n"))
            .collect();
        // One process, so that none is left over when it is ended.
        let wrapper = format!(
            "{module}daemon off;\nmaster_process off;\npid nginx.pid;\nevents {{}}\nhttp {{\n    access_log off;\n{temporary}    include guide.conf;\n}}\n"
        );
        write(&place, "guide.conf", &shipped)?;
        write(&place, "nginx.conf", &wrapper)?;
        write(&place, "temporary/.keep", "")?;
        let mut command = Command::new(&nginx.program);
        command
            .arg("-p")
            .arg(place.path())
            .args(["-c", "nginx.conf", "-e", "stderr"]);
        Self::start(command, place, addr, NGINX)
    }

    pub(crate) fn caddy(caddy: &Path, site: &Path) -> Outcome<Self> {
        let (place, addr) = room("caddy")?;
        let mut shipped = project::read(CADDY)?;
        change(
            &mut shipped,
            "\nguide.example.edu.tw {",
            &format!("\nhttp://{addr} {{"),
        )?;
        change(
            &mut shipped,
            "root * /var/www/learning-hours-guide",
            &format!("root * \"{}\"", site.display()),
        )?;
        let shipped = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{shipped}");
        write(&place, "Caddyfile", &shipped)?;
        let mut command = Command::new(caddy);
        command
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(place.path().join("Caddyfile"));
        // It keeps certificates and its last configuration in the user's folders.
        for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env(variable, place.path());
        }
        Self::start(command, place, addr, CADDY)
    }

    fn start(
        mut command: Command,
        place: Scratch,
        addr: SocketAddr,
        configuration: &str,
    ) -> Outcome<Self> {
        let log = place.path().join("log");
        let failed = |why: &str| Stop::Failed(format!("The server of {configuration} {why}."));
        let file = fs::File::create(&log).map_err(|error| failed(&error.to_string()))?;
        let process = command
            .current_dir(place.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .map_err(|error| failed(&format!("could not be started: {error}")))?;
        let mut running = Self {
            process,
            addr,
            _place: place,
        };
        let start = Instant::now();
        loop {
            let ended = running.process.try_wait().is_ok_and(|end| end.is_some());
            if !ended && running.client().is_ok() {
                return Ok(running);
            }
            if ended || start.elapsed() > PATIENCE {
                let said = fs::read_to_string(&log).unwrap_or_default();
                return Err(failed(&format!("did not start; it said:\n{}", said.trim())));
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn client(&self) -> std::io::Result<Client> {
        Client::connect(self.addr)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // An error means that it has ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A folder and a port; the port is free now, and nobody else takes one so soon.
fn room(name: &str) -> Outcome<(Scratch, SocketAddr)> {
    let failed = |error: std::io::Error| {
        Stop::Failed(format!("There is no room for a server to test: {error}."))
    };
    let place = Scratch::new(name).map_err(failed)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
    Ok((place, listener.local_addr().map_err(failed)?))
}

/// Changes what a school changes; it has to be there once, or what the file says of its places is wrong.
fn change(text: &mut String, from: &str, to: &str) -> Outcome {
    if text.matches(from).count() != 1 {
        return Err(Stop::Failed(format!(
            "A configuration in embed/serving/ should have `{}` once, to be changed by who uses it.",
            from.trim()
        )));
    }
    *text = text.replace(from, to);
    Ok(())
}

fn write(place: &Scratch, name: &str, text: &str) -> Outcome {
    place.write(name, text).map_err(|error| {
        let file: PathBuf = place.path().join(name);
        Stop::Failed(format!("{} cannot be written: {error}.", file.display()))
    })
}
