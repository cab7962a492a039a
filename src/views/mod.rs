//! The views that interact, one folder each.

mod guided;
mod hours;
mod map;

pub(crate) use guided::Guided;
pub(crate) use hours::Hours;
pub(crate) use map::MapView;
