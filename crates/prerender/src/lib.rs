//! Guide in, finished pages out: markup, page data and policy, from the same data, without IO or clock.

mod body;
mod closed;
mod edition;
mod frame;
mod framed;
mod map;
mod markdown;
mod markup;
mod outline;
mod policy;
mod screens;
mod scripts;
mod shell;
mod single;
mod snippets;
mod studio;
mod style;
mod words;

use std::rc::Rc;

use guide::{Guide, Lang};
use learning_hours_guide::app::{GuidedRoot, HoursRoot, MapRoot, RootProps, Start};
use learning_hours_guide::guided::Walk;
use learning_hours_guide::hours::Calculator;
use learning_hours_guide::page::{Page, PageData};
use learning_hours_guide::store::Store;
use learning_hours_guide::wording::Wording;
use scripts::Inline;
use yew::AttrValue;

pub use scripts::Scripts;
pub use shell::Shell;
pub use single::{Program, expression, singles};
pub use snippets::snippets;
pub use studio::{STUDIO_STYLE, studio};
pub use style::{Styles, Stylesheet};

/// The template that pages are filled into, and the styles, scripts and files that go with it.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The page with `{{…}}` where the parts belong, see [`template`].
    pub template: &'a str,
    /// The style sheets.
    pub styles: &'a Styles,
    /// The small scripts.
    pub scripts: &'a Scripts,
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

/// How a page is used.
#[derive(Clone, Copy, Debug)]
enum Form<'a> {
    /// In a window of its own.
    Alone,
    /// The same in the studio, written into an empty page beside it; a link to the other language would lead out of there.
    Preview,
    /// In a frame of somebody else's page.
    Framed,
    /// As one file that holds its program.
    Single(Program<'a>),
}

/// The pages in both languages: those that stand alone, then those for a frame.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn pages(guide: &Guide, parts: Parts<'_>) -> Result<Vec<Finished>, TemplateProblem> {
    finished(guide, &Lang::ALL, parts, &[Form::Alone, Form::Framed])
}

/// The page that stands alone, in one language, for a preview in the studio.
///
/// # Errors
/// If the template does not have every place exactly once.
pub fn preview(
    guide: &Guide,
    lang: Lang,
    parts: Parts<'_>,
) -> Result<Vec<Finished>, TemplateProblem> {
    finished(guide, &[lang], parts, &[Form::Preview])
}

fn finished(
    guide: &Guide,
    langs: &[Lang],
    parts: Parts<'_>,
    forms: &[Form<'_>],
) -> Result<Vec<Finished>, TemplateProblem> {
    let pictures = map::Pictures::of(guide);
    let styles = parts
        .styles
        .with(&[map::style(&pictures), map::marks(guide)].concat());
    let parts = Parts {
        styles: &styles,
        ..parts
    };
    let mut pages = Vec::new();
    for form in forms {
        for lang in langs {
            pages.push(page(guide, &pictures, *lang, *form, parts)?);
        }
    }
    Ok(pages)
}

/// The parts of a page that differ from form to form.
struct Pieces {
    /// Links in the head.
    links: String,
    style: String,
    /// The script that runs before the first paint.
    boot: Inline,
    /// The element that says what the page may do.
    policy: String,
    top: String,
    notes: String,
    /// The data, where it stands in the page as it is.
    data: String,
    /// The notice below all views.
    last: String,
    foot: String,
    /// The data and the program that the script below unpacks, and the content files.
    packed: String,
    /// The script that starts the program.
    start: Inline,
}

fn page(
    guide: &Guide,
    pictures: &map::Pictures,
    lang: Lang,
    form: Form<'_>,
    parts: Parts<'_>,
) -> Result<Finished, TemplateProblem> {
    let (path, up, other) = match (form, lang) {
        (Form::Alone, Lang::ZhHant) => ("index.html", "./", Some("en/index.html")),
        (Form::Alone, Lang::En) => ("en/index.html", "../", Some("../index.html")),
        (Form::Framed, Lang::ZhHant) => ("embed.html", "./", Some("en/embed.html")),
        (Form::Framed, Lang::En) => ("en/embed.html", "../", Some("../embed.html")),
        (Form::Preview, _) => ("index.html", "./", None),
        // A page in one file has no other beside it.
        (Form::Single(_), Lang::ZhHant) => ("guide.html", "", None),
        (Form::Single(_), Lang::En) => ("guide.en.html", "", None),
    };
    let data = PageData {
        build: match form {
            Form::Alone | Form::Preview | Form::Framed => parts.wasm.to_owned().into(),
            Form::Single(_) => AttrValue::default(),
        },
        wording: Wording::of(lang),
        edition: edition::edition(guide, pictures, lang, other.unwrap_or_default()),
    };
    #[allow(clippy::expect_used)]
    let lines = guide::to_lines(&data).expect("a page's data holds nothing that lines cannot hold");
    let page = Rc::new(Page::from(data));
    let walk = RootProps::new(&Store::new(Walk::new(page.clone())), Start::Hydrated);
    let hours = RootProps::new(&Store::new(Calculator::new(page)), Start::Hydrated);
    let map = markup::root::<MapRoot>("map-root", walk.clone());
    let app = [
        markup::root::<GuidedRoot>("guided-root", walk),
        markup::root::<HoursRoot>("hours-root", hours),
    ]
    .concat();
    let pieces = match form {
        Form::Single(program) => single::pieces(guide, lang, &lines, parts, program),
        Form::Framed => framed::pieces(guide, lang, up, other.unwrap_or_default(), lines, parts),
        Form::Alone | Form::Preview => {
            let style = &parts.styles.site;
            let boot = frame::boot(parts.scripts, None);
            let start = frame::start(up, parts, &[]);
            let policy = policy::policy(style, &[&parts.scripts.guard, &boot.text, &start.text]);
            Pieces {
                links: frame::preloads(up, parts.glue, parts.wasm),
                style: style.clone(),
                policy: policy::element(&policy),
                boot,
                top: markup::text(frame::top(guide, lang, other)),
                notes: markup::text(frame::notes(lang, true)),
                data: lines,
                last: String::new(),
                // A preview leads nowhere out of the studio.
                foot: markup::text(frame::foot(
                    guide,
                    lang,
                    matches!(form, Form::Alone).then_some(up),
                )),
                packed: String::new(),
                start,
            }
        }
    };
    let head = [
        &frame::head(guide, lang, other, &pieces.policy),
        &pieces.links,
        "<style>",
        &pieces.style,
        "</style><script>",
        &parts.scripts.guard,
        "</script>",
        &pieces.boot.element(),
    ];
    let body = [
        &pieces.top,
        "<main id=\"main\" tabindex=\"-1\">",
        &pieces.notes,
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
        &pieces.foot,
        &pieces.packed,
        &pieces.start.element(),
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
