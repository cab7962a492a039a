//! `cargo xtask size`: how many bytes a reader loads until the page reacts, and whether that keeps to `bench/budget.toml`.

mod budget;
mod files;
mod folders;
mod page;

use std::io::{self, Write as _};

use anyhow::{Context as _, Result, ensure};
use xshell::Shell;

use crate::{Command, arguments};
use budget::Budget;
use page::{excess, grouped};

pub(crate) const COMMAND: Command = Command {
    name: "size",
    arguments: "",
    about: "measures the build in dist/ against bench/budget.toml",
    run,
};

/// Pages in one file each. No server is sure to compress them, so they count as they lie on the disk.
const SINGLES: [&str; 2] = ["guide.html", "guide.en.html"];

/// The programs of the studio, which readers never load: they are told, without a limit.
const STUDIO: [&str; 2] = ["studio/studio-page_bg.wasm", "studio/studio-core_bg.wasm"];

pub(crate) fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    arguments::none("size", arguments)?;
    let limits = Budget::read(sh)?.bytes;
    let dist = sh.current_dir().join("dist");
    let pages = files::measure(&dist)?;
    let mut excesses = Vec::new();
    for page in &pages {
        tell(&page.table(limits));
        excesses.extend(page.excesses(limits));
    }
    for name in SINGLES {
        let facts = dist.join(name).metadata();
        let bytes = facts
            .with_context(|| format!("{name} of dist/ cannot be read."))?
            .len();
        tell(&format!(
            "{name:<42}{:>10}{:>20}{:>10}",
            grouped(bytes),
            "",
            grouped(limits.single)
        ));
        excesses.extend(excess(name, bytes, limits.single));
    }
    for name in STUDIO {
        let bytes = |name: &str| {
            let facts = dist.join(name).metadata();
            Ok::<_, anyhow::Error>(
                facts
                    .with_context(|| format!("{name} of dist/ cannot be read."))?
                    .len(),
            )
        };
        let (raw, brotli) = (bytes(name)?, bytes(&format!("{name}.br"))?);
        tell(&format!(
            "{name:<42}{:>10}{:>20}",
            grouped(raw),
            grouped(brotli)
        ));
    }
    for file in files::programs(&pages).into_iter().chain(STUDIO) {
        excesses.extend(folders::excess(&dist.join(file))?);
    }
    ensure!(
        excesses.is_empty(),
        "The budget of {} is exceeded:\n{}",
        budget::FILE,
        excesses.join("\n")
    );
    tell(&format!("\nWithin the budget of {}.", budget::FILE));
    Ok(())
}

/// Prints to a reader who may have gone, as with `cargo xtask size | head`: then the check goes on in silence.
fn tell(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}
