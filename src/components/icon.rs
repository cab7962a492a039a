//! The icons: four drawings of 20 pixels with one stroke, which say nothing to a screen reader.

use yew::prelude::*;

/// The icons, each by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Opens another site.
    External,
    /// Done, or met.
    Check,
    /// A problem, or help.
    Question,
    /// Leads back.
    Back,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::External => "M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Question => {
                "M10 2a8 8 0 100 16 8 8 0 100-16M7.5 8a2.5 2.5 0 113.5 2.3q-1 .5-1 1.7M10 14.5v.1"
            }
            Self::Back => "M17 10H3M9 4l-6 6 6 6",
        }
    }
}

/// Draws an icon in the colour of the text around it.
pub fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}
