//! The stage "serving" of the tests: the shipped configurations of nginx and Caddy serve the build, and every answer is looked at.

mod checks;
mod server;
mod site;
mod written;

use anyhow::{Result, ensure};
use xshell::Shell;

use crate::tools;
use checks::{Checks, Peculiar};
use server::Running;
use site::Site;
use written::Rules;

/// Hands over one line, as libtest would end with.
pub(super) fn test(sh: &Shell, mut count: impl FnMut(&str)) -> Result<()> {
    let site = Site::new(sh)?;
    let rules = Rules::read(sh)?;
    let (mut passed, mut failed, mut ignored) = (0, 0, 0);
    // The peculiarities that each server may have.
    let nginx = tools::nginx(sh).map(|nginx| {
        let peculiar = Peculiar {
            brotli: nginx.brotli.is_some(),
            always_varies: true,
            keeps_query: true,
        };
        (Running::nginx(sh, &nginx, site.path()), peculiar)
    });
    let caddy = tools::caddy(sh).map(|caddy| {
        let peculiar = Peculiar {
            brotli: true,
            always_varies: false,
            keeps_query: false,
        };
        (Running::caddy(sh, &caddy, site.path()), peculiar)
    });
    for (name, started) in [("nginx", nginx), ("Caddy", caddy)] {
        let (running, peculiar) = match started {
            Ok((running, peculiar)) => (running?, peculiar),
            Err(why) => {
                println!("Skipped: the configuration of {name}. The reason: {why:#}");
                ignored += 1;
                continue;
            }
        };
        if !peculiar.brotli {
            println!(
                "Skipped: {name} with brotli. Its module is not here; in Debian it is libnginx-mod-http-brotli-static."
            );
            ignored += 1;
        }
        let checks = Checks::run(name, &running, &site, &rules, peculiar)?;
        passed += checks.passed;
        failed += checks.failed;
    }
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    let line =
        format!("test result: {verdict}. {passed} passed; {failed} failed; {ignored} ignored");
    println!("{line}");
    count(&line);
    ensure!(
        failed == 0,
        "The configurations in embed/serving/ do not do what they should; see above."
    );
    Ok(())
}
