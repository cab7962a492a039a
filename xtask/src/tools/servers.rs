//! The web servers whose configurations we ship, from Debian's packages.
//!
//! They are unpacked into the folder of this project's tools and not installed: an installed one would start at once and take port 80.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, cmd};

use super::{
    cache::{self, Proof, Source, Tool},
    process,
};

const BROTLI: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

#[derive(Debug)]
pub(crate) struct Nginx {
    pub(crate) program: PathBuf,
    /// The module that sends files compressed with brotli, where it is at hand.
    pub(crate) brotli: Option<PathBuf>,
}

/// Where it cannot be had, the error says why.
pub(crate) fn nginx(sh: &Shell) -> Result<Nginx> {
    let packages = ["nginx", "libnginx-mod-http-brotli-static"];
    let (program, folder) = server(sh, "nginx", "usr/sbin/nginx", "-v", &packages)?;
    let brotli = Some(folder.join(BROTLI)).filter(|module| module.is_file());
    Ok(Nginx { program, brotli })
}

/// As [`nginx`].
pub(crate) fn caddy(sh: &Shell) -> Result<PathBuf> {
    server(sh, "caddy", "usr/bin/caddy", "version", &["caddy"]).map(|(program, _)| program)
}

/// A server's program, and the folder that stands for `/` of its packages.
fn server(
    sh: &Shell,
    name: &str,
    file: &str,
    version: &str,
    packages: &[&str],
) -> Result<(PathBuf, PathBuf)> {
    let root = Path::new("/");
    // A user's PATH leaves out what is for administrators.
    let own = Some(root.join(file)).filter(|program| process::is_program(program));
    if let Some(program) = own.or_else(|| process::find(name)) {
        return Ok((program, root.to_owned()));
    }
    ensure!(
        process::find("apt-get").is_some(),
        "There is no {name} on this machine, and no apt-get to get it with."
    );
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
        source: Source::Script(UNPACK, packages),
    };
    let program = cache::place(sh, &tool)?;
    // Unpacked alone, it may lack a library that the system does not have.
    process::ask(cmd!(sh, "{program} {version}")).with_context(|| {
        format!("Debian's {name} does not run here; as root, `apt-get install {name}` brings what it needs.")
    })?;
    let depth = Path::new(file).components().count();
    let folder = program.ancestors().nth(depth).unwrap_or(root).to_owned();
    Ok((program, folder))
}

/// Lists of packages may be missing or old; then they are fetched, which only root may.
const UNPACK: &str = "cd \"$0\" || exit 1
get() { apt-get download --quiet --option APT::Sandbox::User=root \"$@\"; }
get \"$@\" || { apt-get update --quiet && get \"$@\"; } || exit 1
for package in *.deb; do dpkg-deb --extract \"$package\" . && rm \"$package\" || exit 1; done";
