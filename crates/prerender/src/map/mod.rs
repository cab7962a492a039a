//! The map (流程圖) of a page: one drawing in two forms, each node once, each node and each answer a link into the outline.
//!
//! Both forms stand in the same markup, and the style sheet shows the one that fits: so every node is there once, with one name
//! and one state, whatever the width.

mod name;
mod picture;
mod svg;

use std::fmt::Write as _;

use guide::{Guide, Lang};
use learning_hours_guide::session::{Session, Standing};
use learning_hours_guide::wording::Word;

use crate::words::words;
use picture::Picture;

/// The map of each language in both forms, in the order of [`Lang::ALL`]: laid out once, since it takes the most of a build.
pub(crate) struct Pictures([[Picture; 2]; 2]);

impl Pictures {
    pub(crate) fn of(guide: &Guide) -> Self {
        Self(Lang::ALL.map(|lang| Picture::both(guide, lang)))
    }

    fn get(&self, lang: Lang) -> &[Picture; 2] {
        let [zh, en] = &self.0;
        match lang {
            Lang::ZhHant => zh,
            Lang::En => en,
        }
    }
}

/// The section of the map, at the start of a session.
pub(crate) fn map(guide: &Guide, pictures: &Pictures, lang: Lang, session: &Session) -> String {
    let (words, sentences) = (words(lang), &session.page.words);
    let title = sentences.get(Word::Map);
    let mut legend = String::new();
    for standing in Standing::ALL {
        let (id, name) = (standing.id(), sentences.get(standing.into()));
        let _ = write!(legend, "<li data-state={id}>{name}</li>");
    }
    let [wide, narrow] = pictures.get(lang);
    [
        "<section class=\"view map\" id=map data-view=map data-static=map aria-labelledby=map-title>\
         <div class=map__top><h2 class=view__title id=map-title tabindex=-1>",
        &title,
        "</h2><p class=map__here id=here role=status>",
        &session.here(),
        "</p><a class=map__guide href=#guided>",
        &sentences.get(Word::MapGuide),
        "</a><ul class=map__legend>",
        &legend,
        "</ul></div><div class=map__sheet><p class=map__small>",
        words.map_too_small,
        "</p><div class=map__frame>",
        &svg::svg(guide, lang, session, wide, narrow),
        "</div></div><p class=\"buttons map__buttons\"><button type=button class=button data-action=save-map>",
        words.map_save,
        "</button></p><p class=map__keys>",
        words.map_keys,
        "</p></section>",
    ]
    .concat()
}

/// The style of all maps: which form is shown at which width. Both languages stand in every page, since the language may change in
/// place and the policy allows only this style.
pub(crate) fn style(pictures: &Pictures) -> String {
    let mut style = String::from("@layer components{");
    for lang in Lang::ALL {
        let [wide, narrow] = pictures.get(lang);
        let (wide, narrow) = (wide.drawing.size, narrow.drawing.size);
        let map = format!(".map:lang({})", lang.tag());
        let most = wide.width + wide.width / 4;
        let narrow_most = narrow.width + narrow.width / 6;
        let share = f64::from(wide.width) / f64::from(narrow.width) * 100.0;
        let _ = write!(
            style,
            "{map} .map__frame{{max-inline-size:{most}px}}\
             @media screen{{@container map (width<{w}px){{\
             {map} .map__frame{{max-inline-size:{narrow_most}px}}\
             {map} .map__drawing{{inline-size:{share:.3}%;aspect-ratio:{w}/{h}}}\
             {map} :is(.map__wide,.map__wide>*){{display:none}}\
             {map} :is(.map__narrow,.map__narrow>*){{display:inline}}}}\
             @container map (width<{least}px){{\
             {map} .map__frame{{display:none}}\
             {map} .map__small{{display:block}}}}}}",
            w = wide.width,
            least = narrow.width,
            h = narrow.height,
        );
    }
    style.push('}');
    style
}
