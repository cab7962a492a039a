//! The web servers whose configurations we ship, from Debian's packages.
//!
//! They are unpacked into the folder of this project's tools and not installed: an installed one would start at once and take port 80.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::cache::{self, Proof, Tool};
use crate::{process, stop::Stop};

const BROTLI: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

#[derive(Debug)]
pub(crate) struct Nginx {
    pub(crate) program: PathBuf,
    /// The module that sends files compressed with brotli, where it is at hand.
    pub(crate) brotli: Option<PathBuf>,
}

/// Where it cannot be had, a sentence says why.
pub(crate) fn nginx() -> Result<Nginx, String> {
    let (program, folder) = server(
        "nginx",
        "usr/sbin/nginx",
        "-v",
        &["nginx", "libnginx-mod-http-brotli-static"],
    )?;
    let brotli = Some(folder.join(BROTLI)).filter(|module| module.is_file());
    Ok(Nginx { program, brotli })
}

/// As [`nginx`].
pub(crate) fn caddy() -> Result<PathBuf, String> {
    server("caddy", "usr/bin/caddy", "version", &["caddy"]).map(|(program, _)| program)
}

/// A server's program, and the folder that stands for `/` of its packages.
fn server(
    name: &str,
    file: &str,
    version: &str,
    packages: &[&str],
) -> Result<(PathBuf, PathBuf), String> {
    let root = Path::new("/");
    // A user's PATH leaves out what is for administrators.
    let own = Some(root.join(file)).filter(|program| process::is_program(program));
    if let Some(program) = own.or_else(|| process::find(name)) {
        return Ok((program, root.to_owned()));
    }
    if process::find("apt-get").is_none() {
        return Err(format!(
            "there is no {name} on this machine, and no apt-get to get it with"
        ));
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let release = release
        .lines()
        .find_map(|line| line.strip_prefix("VERSION_CODENAME="))
        .unwrap_or("debian");
    let tool = Tool {
        name,
        version: release,
        program: None,
        file,
        proof: Proof::Exists,
        why: "the configuration that we ship for it is tested",
        time: "a download of Debian's package, seconds",
        install: Box::new(|folder| Ok(unpack(folder, packages))),
    };
    let folder = cache::ensure(&tool)
        .and_then(|_| cache::folder(&tool))
        .map_err(|stop| match stop {
            Stop::Failed(why) | Stop::Usage(why) => why.trim_end_matches('.').to_owned(),
            Stop::Told => format!("{name} could not be had"),
        })?;
    let program = folder.join(file);
    // Unpacked alone, it may lack a library that the system does not have.
    process::ask(Command::new(&program).arg(version))
        .map(|_| (program, folder))
        .ok_or_else(|| {
            format!(
                "Debian's {name} does not run here; as root, `apt-get install {name}` brings what it needs"
            )
        })
}

/// Lists of packages may be missing or old; then they are fetched, which only root may.
fn unpack(folder: &Path, packages: &[&str]) -> Command {
    let mut shell = Command::new("sh");
    shell.current_dir(folder).arg("-c").arg(
        "get() { apt-get download --quiet --option APT::Sandbox::User=root \"$@\"; }\n\
         get \"$@\" || { apt-get update --quiet && get \"$@\"; } || exit 1\n\
         for package in *.deb; do dpkg-deb --extract \"$package\" . && rm \"$package\" || exit 1; done",
    );
    shell.arg("sh").args(packages);
    shell
}
