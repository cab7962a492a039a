//! The page around guide and outline: scripts that start it, header, notes for a missing program, footer.

use guide::{Guide, Lang, Verified};
use learning_hours_guide::components::{Icon, icon};
use learning_hours_guide::place::View;
use learning_hours_guide::wording::Wording;
use yew::prelude::*;

use crate::Parts;
use crate::edition::date;
use crate::markup::escape;
use crate::scripts::{Inline, Scripts};
use crate::words::words;

/// The script that runs before the first paint.
/// `view` is the one that is shown where the address names none; without one all views stand below each other.
pub(crate) fn boot(scripts: &Scripts, view: Option<&str>) -> Inline {
    let told = |view: &str| [" data-default-view=\"", view, "\""].concat();
    Inline {
        attributes: view.map_or_else(String::new, told),
        text: scripts.boot.clone(),
    }
}

/// The script that loads the program and starts it, and then whatever else the page needs.
pub(crate) fn start(up: &str, parts: Parts<'_>, more: &[&str]) -> Inline {
    let (scripts, glue, wasm) = (parts.scripts, parts.glue, parts.wasm);
    let text = [&scripts.start, &scripts.launch, &scripts.shared].map(String::as_str);
    Inline {
        attributes: format!(
            " type=\"module\" data-glue=\"{up}{glue}\" data-program=\"{up}{wasm}\""
        ),
        text: [&text, more].concat().concat(),
    }
}

/// Lets the browser fetch the program while it still reads the page.
pub(crate) fn preloads(up: &str, glue: &str, wasm: &str) -> String {
    format!(
        "<link rel=\"modulepreload\" href=\"{up}{glue}\">\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{up}{wasm}\">"
    )
}

/// Everything in the head that depends on content and language. The policy, an element, comes first: it holds from there on.
/// `other` is the address of the page in the other language, if there is one.
pub(crate) fn head(guide: &Guide, lang: Lang, other: Option<&str>, policy: &str) -> String {
    let (site, words) = (&guide.site, words(lang));
    let title = [
        site.title.get(lang),
        words.title_joint,
        site.owner.get(lang),
    ]
    .concat();
    let title = escape(&title);
    let lead = escape(site.lead.get(lang));
    let other_lang = lang.other().tag();
    let alternate = other.map_or_else(String::new, |other| {
        format!(
            "<link rel=\"alternate\" data-static=alternate hreflang=\"{other_lang}\" href=\"{other}\">"
        )
    });
    format!(
        "{policy}<title>{title}</title>\
         <meta name=\"description\" data-static=description content=\"{lead}\">\
         <link rel=\"icon\" href=\"{ICON}\">{alternate}"
    )
}

/// In the page itself, because a browser asks for one and nothing may be asked for later.
const ICON: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E\
%3Crect%20width='16'%20height='16'%20rx='3'%20fill='%23125b51'/%3E\
%3Cpath%20d='M4%208.5l3%203%205-7'%20fill='none'%20stroke='%23fff'%20stroke-width='2'/%3E%3C/svg%3E";

/// The skip link and the header: one line that holds everything a reader may switch.
pub(crate) fn top(guide: &Guide, lang: Lang, other: Option<&str>) -> Html {
    let words = words(lang);
    html! {
        <>
            <a class="skip-link" href="#main" data-static="skip">{ words.skip }</a>
            <header class="site-header" data-static="header">
                <div class="site-header__line">
                    { anchor("top", "U", words.anchor_top) }
                    <h1 class="site-header__title">{ guide.site.title.get(lang).to_owned() }</h1>
                    <p class="site-header__owner">{ guide.site.owner.get(lang).to_owned() }</p>
                    { switches(lang) }
                    { for other.map(|other| language_link(lang, other)) }
                </div>
            </header>
        </>
    }
}

/// The switches of the views: links that the program follows in place, and on which it marks the view that is shown.
pub(crate) fn switches(lang: Lang) -> Html {
    let (words, wording) = (words(lang), Wording::of(lang));
    let switch = |view: View| {
        let name = match view {
            View::Guided => AttrValue::Static(words.guided),
            View::Map => wording.map.clone(),
            View::Hours => wording.hours.clone(),
            View::Outline => wording.outline.clone(),
        };
        html! {
            <a
                class="views__switch"
                href={["#", view.id()].concat()}
                data-action={["view-", view.id()].concat()}
            >
                { name }
            </a>
        }
    };
    html! {
        <nav class="views" aria-label={words.views}>{ for View::ALL.map(switch) }</nav>
    }
}

/// The link to the page in the other language, which the program follows in place.
pub(crate) fn language_link(lang: Lang, other: &str) -> Html {
    html! {
        <a
            class="site-header__language"
            id="language"
            data-action="switch-language"
            href={other.to_owned()}
            lang={lang.other().tag()}
            hreflang={lang.other().tag()}
        >
            { words(lang).other_language }
        </a>
    }
}

/// The notices where the program does not come or comes late.
pub(crate) fn notes(lang: Lang, has_anchor: bool) -> Html {
    let words = words(lang);
    html! {
        <div class="notes" data-static="notes">
            { for has_anchor.then(|| main_anchor(lang)) }
            <p class="notice notice--late" role="status">{ icon(Icon::Question) }{ words.late }</p>
            <p class="notice notice--failed" role="status">{ icon(Icon::Question) }{ words.failed }</p>
            <noscript><p class="notice">{ icon(Icon::Question) }{ words.no_script }</p></noscript>
        </div>
    }
}

pub(crate) fn main_anchor(lang: Lang) -> Html {
    anchor("main-anchor", "C", words(lang).anchor_main)
}

/// `up` leads to the folder with the pages for hosts and for editors, where the page lies beside them.
pub(crate) fn foot(guide: &Guide, lang: Lang, up: Option<&str>) -> Html {
    let words = words(lang);
    let others = up.map(|up| {
        html! {
            <p>
                <a href={embed_page(up, lang)}>{ words.embed }</a>
                { words.between }
                <a href={[up, "studio.html"].concat()}>{ words.studio }</a>
            </p>
        }
    });
    html! {
        <footer class="site-footer" data-static="footer">
            <p>{ anchor("foot", "B", words.anchor_foot) }{ words.unofficial }</p>
            <p>{ words.privacy }</p>
            <p>{ confirmed(guide, lang) }</p>
            { for others }
            <p>{ copy_link(guide, lang) }</p>
        </footer>
    }
}

/// The address of the page for those who embed the guide, in the language of the reader.
fn embed_page(up: &str, lang: Lang) -> String {
    let query = match lang {
        Lang::ZhHant => "",
        Lang::En => "?lang=en",
    };
    [up, "embed/", query].concat()
}

/// The rules in use that the Personnel Office has confirmed, each with the day, or that there are none.
pub(crate) fn confirmed(guide: &Guide, lang: Lang) -> String {
    let words = words(lang);
    let in_use = guide.rule_sets.iter().filter(|set| set.is_enabled);
    let confirmed = in_use.filter_map(|set| match set.verified {
        Verified::On(day) => Some((words.confirmed_item)(
            set.title.get(lang),
            &date(day, lang),
        )),
        Verified::Never => None,
    });
    let confirmed: Vec<_> = confirmed.collect();
    if confirmed.is_empty() {
        words.none_confirmed.to_owned()
    } else {
        (words.confirmed)(&confirmed.join(words.map_or))
    }
}

/// The button that copies the link to the place where the reader is; `src/browser/links.rs` follows it.
pub(crate) fn copy_link(guide: &Guide, lang: Lang) -> Html {
    let words = words(lang);
    html! {
        <span class="copy-link">
            <button
                type="button"
                class="button button--small"
                data-action="copy-link"
                data-address={guide.site.address.clone().unwrap_or_default()}
                data-copied={words.link_copied}
                data-not-copied={words.link_not_copied}
                data-none={words.no_link}
            >
                { words.copy_link }
            </button>
            <span role="status" />
        </span>
    }
}

/// The ::: of Taiwanese public sites: a named place that a key leads to.
fn anchor(id: &'static str, key: &'static str, name: &'static str) -> Html {
    html! {
        <a class="anchor" {id} href={["#", id].concat()} accesskey={key} title={name} aria-label={name}>{ ":::" }</a>
    }
}
