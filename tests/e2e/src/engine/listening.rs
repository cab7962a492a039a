//! Hears errors from within a page: for drivers without a log, or with one that lacks the page's own messages.

use serde_json::Value;
use thirtyfour::WebDriver;

use crate::page::Result;

/// Hears from now on, unless it does already.
pub(super) const LISTEN: &str = "
    if (!window.told) {
        const told = window.told = [];
        addEventListener('error', it => told.push(['error: ' + it.message, it.error?.stack].join('\\n')), true);
        addEventListener('unhandledrejection', it => told.push('rejection: ' + it.reason));
        document.addEventListener('securitypolicyviolation', it => told.push('policy: ' + it.violatedDirective + ' ' + it.blockedURI));
        for (const grave of ['error', 'warn']) {
            const speak = console[grave];
            console[grave] = (...words) => { told.push(grave + ': ' + words.join(' ')); speak.apply(console, words) };
        }
    }";

pub(super) async fn listen(web: &WebDriver) -> Result<()> {
    web.execute(LISTEN, Vec::new()).await?;
    Ok(())
}

/// The errors and messages since the page was opened or this was called last.
pub(super) async fn heard(web: &WebDriver) -> Result<Vec<String>> {
    let script = "return (window.told || []).splice(0)";
    let told = web.execute(script, Vec::new()).await?;
    let told = told.json().as_array().cloned().unwrap_or_default();
    Ok(told.iter().map(Value::to_string).collect())
}
