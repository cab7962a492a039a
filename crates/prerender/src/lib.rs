//! Guide in, finished pages out: markup, page data and policy, from the same data, without IO or clock.

mod body;
mod frame;
mod framed;
mod map;
mod markdown;
mod markup;
pub mod names;
mod outline;
mod page_data;
mod plain;
mod policy;
mod screens;
mod scripts;
mod snippets;
mod style;
mod words;

use std::rc::Rc;

use guide::{Guide, Lang};
use learning_hours_guide::app::{App, AppProps};
use learning_hours_guide::session::{Arrival, Page, Session};

pub use plain::plain;
pub use scripts::scripts;
pub use snippets::snippets;
pub use style::{Stylesheet, join};

/// What a page is filled into and what it loads.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The page with `{{…}}` where the parts belong, see [`template`].
    pub template: &'a str,
    /// All style sheets as one text, see [`join`].
    pub style: &'a str,
    /// The small scripts of the page, see [`scripts`].
    pub scripts: &'a str,
    /// The name of the glue beside `index.html`.
    pub glue: &'a str,
    /// The name of the program beside `index.html`.
    pub wasm: &'a str,
}

/// A finished page and its place below the folder of the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// Path below the folder of the build.
    pub path: &'static str,
    /// The page.
    pub html: String,
}

/// A template that lacks or repeats one of its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// The place, such as `{{body}}`.
    pub place: &'static str,
    /// How often it was found.
    pub found: usize,
}

/// The template in an `index.html`, without the lines that tell Trunk what to build: it leaves them in, and no reader needs them.
#[must_use]
pub fn template(index: &str) -> String {
    let lines = index.split_inclusive('\n');
    lines.filter(|line| !line.contains("data-trunk")).collect()
}

/// Where a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In a window of its own.
    Alone,
    /// In a frame of somebody else's page.
    Framed,
}

/// The pages in both languages: those that stand alone, then those for a frame.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn pages(guide: &Guide, parts: Parts<'_>) -> Result<Vec<Finished>, TemplateProblem> {
    let pictures = map::Pictures::of(guide);
    let style = [parts.style, &map::style(&pictures)].concat();
    let parts = Parts {
        style: &style,
        ..parts
    };
    let framed_style = [&style, style::shorten(framed::STYLE).as_str()].concat();
    let framed_scripts = [parts.scripts, &framed::script()].concat();
    let framed = Parts {
        style: &framed_style,
        scripts: &framed_scripts,
        ..parts
    };
    let mut pages = Vec::new();
    for (form, parts) in [(Form::Alone, parts), (Form::Framed, framed)] {
        for lang in Lang::ALL {
            pages.push(page(guide, &pictures, lang, form, parts)?);
        }
    }
    Ok(pages)
}

fn page(
    guide: &Guide,
    pictures: &map::Pictures,
    lang: Lang,
    form: Form,
    parts: Parts<'_>,
) -> Result<Finished, TemplateProblem> {
    let (path, up, other) = match (form, lang) {
        (Form::Alone, Lang::ZhHant) => ("index.html", "./", "en/index.html"),
        (Form::Alone, Lang::En) => ("en/index.html", "../", "../index.html"),
        (Form::Framed, Lang::ZhHant) => ("embed.html", "./", "en/embed.html"),
        (Form::Framed, Lang::En) => ("en/embed.html", "../", "../embed.html"),
    };
    let (boot, top, notes, foot) = match form {
        Form::Alone => (
            frame::boot_script(""),
            frame::top(guide, lang, Some(other)),
            frame::notes(lang, true),
            frame::foot(lang, Some(&[up, "embed/"].concat())),
        ),
        Form::Framed => (
            frame::boot_script(framed::VIEW),
            framed::top(guide, lang),
            frame::notes(lang, false),
            framed::foot(lang, other),
        ),
    };
    let data = page_data::page_data(guide, lang, other);
    let lines = markup::safe_in_script(&data.to_lines());
    let page = Rc::new(Page::from(data));
    let map = map::map(guide, pictures, lang, &Session::new(page.clone()));
    let app = markup::render::<App>(AppProps {
        page,
        arrival: Arrival::default(),
    });
    let start = frame::start_script(up, parts.glue, parts.wasm) + parts.scripts;
    let policy = policy::policy(parts.style, &[&boot, &start]);
    let head = [
        &frame::head(guide, lang, Some(other), &policy),
        &frame::preloads(up, parts.glue, parts.wasm),
        "<style>",
        parts.style,
        "</style><script>",
        &boot,
        "</script>",
    ];
    let body = [
        &markup::text(top),
        "<main id=\"main\" tabindex=\"-1\">",
        &markup::text(notes),
        "<div id=\"app\">",
        &app,
        "</div>",
        &markup::text(outline::outline(guide, lang)),
        "<script type=\"text/plain\" id=\"page-data\">",
        &lines,
        "</script>",
        // After everything that a reader needs first.
        &map,
        "</main>",
        &markup::text(foot),
        "<script type=\"module\">",
        &start,
        "</script>",
    ];
    let html = fill(parts.template, lang, head.concat(), body.concat())?;
    Ok(Finished { path, html })
}

/// The template with a page in its places.
fn fill(template: &str, lang: Lang, head: String, body: String) -> Result<String, TemplateProblem> {
    let places = [
        ("{{lang}}", lang.tag().to_owned()),
        ("<title>{{head}}</title>", head),
        // Last, so that no text of the content can be taken for a place.
        ("{{body}}", body),
    ];
    let mut html = template.to_owned();
    for (place, value) in places {
        let found = html.matches(place).count();
        if found != 1 {
            return Err(TemplateProblem { place, found });
        }
        html = html.replacen(place, &value, 1);
    }
    Ok(html)
}
