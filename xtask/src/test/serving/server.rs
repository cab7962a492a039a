//! Starts nginx or Caddy with the configuration that we ship: on a free port of this machine, with a folder of its own, as a child that ends with us.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use xshell::{Cmd, Shell, TempDir, cmd};

use crate::tools::Nginx;

pub(super) const NGINX: &str = "embed/serving/nginx.conf";
pub(super) const CADDY: &str = "embed/serving/Caddyfile";
/// Where the shipped configurations put the guide.
pub(super) const PREFIX: &str = "/guide/";

pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// A running server; it ends when this is dropped.
pub(super) struct Running {
    process: Child,
    pub(super) addr: SocketAddr,
    /// Its configuration and its log; gone after the process.
    _place: TempDir,
}

impl Running {
    /// With brotli where the module is there.
    pub(super) fn nginx(sh: &Shell, nginx: &Nginx, site: &Path) -> Result<Self> {
        let (place, addr) = room(sh)?;
        let folder = place.path();
        let mut shipped = sh.read_file(NGINX)?;
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
        sh.write_file(folder.join("guide.conf"), shipped)?;
        sh.write_file(folder.join("nginx.conf"), wrapper)?;
        sh.create_dir(folder.join("temporary"))?;
        let program = &nginx.program;
        let command = cmd!(sh, "{program} -p {folder} -c nginx.conf -e stderr");
        Self::start(command, place, addr, NGINX)
    }

    pub(super) fn caddy(sh: &Shell, caddy: &Path, site: &Path) -> Result<Self> {
        let (place, addr) = room(sh)?;
        let mut shipped = sh.read_file(CADDY)?;
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
        let configuration = place.path().join("Caddyfile");
        sh.write_file(&configuration, shipped)?;
        let mut command = cmd!(
            sh,
            "{caddy} run --adapter caddyfile --config {configuration}"
        );
        // It keeps certificates and its last configuration in the user's folders.
        for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command = command.env(variable, place.path());
        }
        Self::start(command, place, addr, CADDY)
    }

    fn start(command: Cmd<'_>, place: TempDir, addr: SocketAddr, file: &str) -> Result<Self> {
        let log = place.path().join("log");
        let process = Command::from(command)
            .current_dir(place.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(&log)?)
            .spawn()
            .with_context(|| format!("The server of {file} could not be started."))?;
        let mut running = Self {
            process,
            addr,
            _place: place,
        };
        let start = Instant::now();
        loop {
            let ended = running.process.try_wait().is_ok_and(|end| end.is_some());
            if !ended && TcpStream::connect(addr).is_ok() {
                return Ok(running);
            }
            if ended || start.elapsed() > PATIENCE {
                let said = fs::read_to_string(&log).unwrap_or_default();
                bail!(
                    "The server of {file} did not start; it said:\n{}",
                    said.trim()
                );
            }
            thread::sleep(Duration::from_millis(20));
        }
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
fn room(sh: &Shell) -> Result<(TempDir, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok((sh.create_temp_dir()?, listener.local_addr()?))
}

/// Changes what a school changes; it has to be there once, or what the file says of its places is wrong.
fn change(text: &mut String, from: &str, to: &str) -> Result<()> {
    ensure!(
        text.matches(from).count() == 1,
        "A configuration in embed/serving/ should have `{}` once, to be changed by who uses it.",
        from.trim()
    );
    *text = text.replace(from, to);
    Ok(())
}
