//! The views that interact, one folder each: functions from what is to markup.
//!
//! Functions and not components, because each component costs the program two kilobytes (decision 0002).
//! What is only read or pressed is written as markup, and `browser::listen` hears its links and buttons (decision 0011).

mod guided;
mod hours;

pub(crate) use guided::guided;
pub(crate) use hours::hours;
