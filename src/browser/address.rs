//! The address: the place that it asks for, and the address of a place.

use web_sys::Location;

use super::document::window;
use crate::guided::Walk;
use crate::place::{Place, View};

fn location() -> Option<Location> {
    Some(window()?.location())
}

/// The place that the address asks for.
pub(super) fn asked() -> Place {
    let fragment = location().and_then(|it| it.hash().ok());
    Place::from_fragment(&fragment.unwrap_or_default())
}

/// The path of the page.
pub(super) fn path() -> String {
    let path = location().and_then(|it| it.pathname().ok());
    path.unwrap_or_default()
}

fn query() -> String {
    let query = location().and_then(|it| it.search().ok());
    query.unwrap_or_default()
}

/// The address of where the reader is, in a page of this path.
/// It names path and query as well: a `<base>` that somebody has put into the page would change the address otherwise.
pub(super) fn address_of(walk: &Walk, path: &str) -> String {
    let query = query();
    let mut place = walk.fragment();
    // Where the query names a view, silence would mean that one.
    if walk.view == View::Guided && query.split('=').any(|part| part.ends_with("view")) {
        place.push_str("&view=guided");
    }
    [path, &query, &place].concat()
}

/// The address of another page with the query and the place of this one.
pub(super) fn with_place(page: &str) -> String {
    let place = location().and_then(|it| it.hash().ok());
    [page, &query(), &place.unwrap_or_default()].concat()
}

/// Where the guide stands on its own: the address of this page without query and fragment, or in a frame the page beside it.
/// A copy that has no address on the web, such as a file on a disk, gives the one that its content names, which may be empty.
pub(crate) fn address_of_guide(otherwise: &str) -> String {
    let is_of_web = |it: &Location| it.protocol().is_ok_and(|kind| kind.starts_with("http"));
    let address = location()
        .filter(is_of_web)
        .and_then(|it| Some([it.origin().ok()?, it.pathname().ok()?].concat()));
    match address {
        Some(address) => match address.strip_suffix("/embed.html") {
            Some(folder) => [folder, "/index.html"].concat(),
            None => address,
        },
        None => otherwise.to_owned(),
    }
}
