//! Guide in, finished pages out: markup, page data and policy, from the same data, without IO or clock.

mod body;
mod closed;
mod frame;
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
mod single;
mod style;
mod words;

use std::rc::Rc;

use guide::{Guide, Lang};
use learning_hours_guide::app::{App, AppProps};
use learning_hours_guide::session::{Arrival, Page, Session};

pub use plain::plain;
pub use scripts::scripts;
pub use single::{Program, expression, singles};
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

/// The stand-alone pages in both languages.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn pages(guide: &Guide, parts: Parts<'_>) -> Result<Vec<Finished>, TemplateProblem> {
    in_each_language(guide, parts, None)
}

/// The pages of one kind: those that load the program beside them, or those that hold it.
fn in_each_language(
    guide: &Guide,
    parts: Parts<'_>,
    held: Option<Program<'_>>,
) -> Result<Vec<Finished>, TemplateProblem> {
    let pictures = map::Pictures::of(guide);
    let style = [parts.style, &map::style(&pictures)].concat();
    let parts = Parts {
        style: &style,
        ..parts
    };
    Lang::ALL
        .into_iter()
        .map(|lang| page(guide, &pictures, lang, parts, held))
        .collect()
}

/// How a page comes by its data and its program, and what follows from that.
struct Pieces {
    /// Links in the head.
    links: String,
    style: String,
    policy: String,
    /// The data, where it stands in the page as it is.
    data: String,
    /// What stands below all views.
    last: String,
    /// What the script below unpacks.
    packed: String,
    /// The script that starts the program.
    start: String,
}

fn page(
    guide: &Guide,
    pictures: &map::Pictures,
    lang: Lang,
    parts: Parts<'_>,
    held: Option<Program<'_>>,
) -> Result<Finished, TemplateProblem> {
    // A page in one file has no other beside it.
    let (path, up, other) = match (lang, held) {
        (Lang::ZhHant, None) => ("index.html", "./", Some("en/index.html")),
        (Lang::En, None) => ("en/index.html", "../", Some("../index.html")),
        (Lang::ZhHant, Some(_)) => ("guide.html", "", None),
        (Lang::En, Some(_)) => ("guide.en.html", "", None),
    };
    let data = page_data::page_data(guide, lang, other.unwrap_or_default());
    let lines = markup::safe_in_script(&data.to_lines());
    let page = Rc::new(Page::from(data));
    let map = map::map(guide, pictures, lang, &Session::new(page.clone()));
    let app = markup::render::<App>(AppProps {
        page,
        arrival: Arrival::default(),
    });
    let pieces = match held {
        None => pieces(up, lines, parts),
        Some(program) => single::pieces(lang, &lines, parts, program),
    };
    let head = [
        &frame::head(guide, lang, other, &pieces.policy),
        &pieces.links,
        "<style>",
        &pieces.style,
        "</style><script>",
        frame::BOOT_SCRIPT,
        "</script>",
    ];
    let body = [
        &markup::text(frame::top(guide, lang, other)),
        "<main id=\"main\" tabindex=\"-1\">",
        &markup::text(frame::notes(lang)),
        "<div id=\"app\">",
        &app,
        "</div>",
        &markup::text(outline::outline(guide, lang)),
        "<script type=\"text/plain\" id=\"page-data\">",
        &pieces.data,
        "</script>",
        // After everything that a reader needs first.
        &map,
        &pieces.last,
        "</main>",
        &markup::text(frame::foot(lang)),
        &pieces.packed,
        "<script type=\"module\">",
        &pieces.start,
        "</script>",
    ];
    let html = fill(parts.template, lang, head.concat(), body.concat())?;
    Ok(Finished { path, html })
}

/// Of a page that loads its program.
fn pieces(up: &str, lines: String, parts: Parts<'_>) -> Pieces {
    let start = frame::start_script(up, parts.glue, parts.wasm) + parts.scripts;
    Pieces {
        links: frame::preloads(up, parts.glue, parts.wasm),
        style: parts.style.to_owned(),
        policy: policy::policy(parts.style, &[frame::BOOT_SCRIPT, &start]),
        data: lines,
        last: String::new(),
        packed: String::new(),
        start,
    }
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
