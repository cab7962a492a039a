//! Which day it is where the content is edited.

use std::time::SystemTime;

use hours::Date;
use jiff::{Timestamp, tz};

/// The day in Taiwan at a moment; `None` where the clock that gave it is far off.
#[must_use]
pub fn day_in_taiwan(now: SystemTime) -> Option<Date> {
    let there = tz::offset(8).to_datetime(Timestamp::try_from(now).ok()?);
    let number = |part: i8| u32::try_from(part).ok();
    let year = u32::try_from(there.year()).ok()?;
    Date::new(year, number(there.month())?, number(there.day())?).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_day_begins_eight_hours_before_that_of_greenwich() {
        #[track_caller]
        fn check(seconds: u64, expect: (u32, u32, u32)) {
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            let (year, month, day) = expect;
            assert_eq!(day_in_taiwan(now), Date::new(year, month, day).ok());
        }
        check(0, (1970, 1, 1));
        check(1_767_196_799, (2025, 12, 31));
        check(1_767_196_800, (2026, 1, 1));
        check(1_835_366_400, (2028, 2, 29));
    }
}
