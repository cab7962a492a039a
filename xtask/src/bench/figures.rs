//! The figures of a visit: how the driver names them, how a reader does, and their unit.

use super::units::Unit;

/// In the order of a visit.
pub(super) const FIGURES: [(&str, &str, Unit); 15] = [
    ("bytes", "bytes over the wire", Unit::Bytes),
    ("requests", "requests", Unit::Count),
    ("first", "first contentful paint", Unit::Milliseconds),
    ("largest", "largest contentful paint", Unit::Milliseconds),
    ("effect", "a click has its effect", Unit::Milliseconds),
    ("ready", "ready", Unit::Milliseconds),
    ("blocking", "total blocking time", Unit::Milliseconds),
    ("shift", "layout shift", Unit::Plain),
    ("memory", "memory after load", Unit::Bytes),
    ("clicks", "clicks of the walk", Unit::Count),
    (
        "click-p50",
        "click to next paint, median",
        Unit::Milliseconds,
    ),
    (
        "click-p95",
        "click to next paint, 95th percentile",
        Unit::Milliseconds,
    ),
    ("key-p50", "key to next paint, median", Unit::Milliseconds),
    (
        "key-p95",
        "key to next paint, 95th percentile",
        Unit::Milliseconds,
    ),
    ("revisit", "bytes of files at the second visit", Unit::Bytes),
];
