//! The stage "serving" of the tests: the shipped configurations of nginx and Caddy serve the build, and every answer is looked at.

mod checks;
mod client;
mod server;
mod site;
mod written;

use crate::{
    stop::{Outcome, Stop},
    tools,
};
use checks::{Checks, Peculiar};
use server::Running;
use site::Site;
use written::Rules;

/// Hands over one line, as libtest would end with.
pub(crate) fn test(mut count: impl FnMut(&str)) -> Outcome {
    let site = Site::new()?;
    let rules = Rules::read()?;
    let (mut passed, mut failed, mut ignored) = (0, 0, 0);
    for name in ["nginx", "Caddy"] {
        // What each does in its own way and may.
        let started = if name == "nginx" {
            tools::nginx().map(|nginx| {
                let peculiar = Peculiar {
                    brotli: nginx.brotli.is_some(),
                    always_varies: true,
                    keeps_query: true,
                };
                (Running::nginx(&nginx, site.path()), peculiar)
            })
        } else {
            tools::caddy().map(|caddy| {
                let peculiar = Peculiar {
                    brotli: true,
                    always_varies: false,
                    keeps_query: false,
                };
                (Running::caddy(&caddy, site.path()), peculiar)
            })
        };
        match started {
            Ok((running, peculiar)) => {
                let running = running?;
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
            Err(why) => {
                println!("Skipped: the configuration of {name}. The reason: {why}.");
                ignored += 1;
            }
        }
    }
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    let line =
        format!("test result: {verdict}. {passed} passed; {failed} failed; {ignored} ignored");
    println!("{line}");
    count(&line);
    if failed == 0 {
        Ok(())
    } else {
        Err(Stop::Failed(
            "The configurations in embed/serving/ do not do what they should; see above."
                .to_owned(),
        ))
    }
}
