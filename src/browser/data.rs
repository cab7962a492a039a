//! The parts of the page that the program starts from: its data, and the elements of the roots.

use web_sys::{Document, Element};

use super::document::document;
use crate::page::PageData;

/// The element that holds a prerendered tree.
#[must_use]
pub fn root_of(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The data of the page, or nothing where the block is missing or broken.
#[must_use]
pub fn page_data() -> Option<PageData> {
    page_data_of(&document()?)
}

pub(super) fn page_data_of(document: &Document) -> Option<PageData> {
    let lines = document.get_element_by_id("page-data")?.text_content()?;
    guide::from_lines(&lines).filter(PageData::is_sound)
}
