//! Finished pages: snapshots of a small guide that open in a browser, and what must hold of the shipped content.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot read its own files has failed"
)]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use authoring::{Content, Source, parse_content};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use expect_test::expect_file;
use guide::edition::Edition;
use guide::{Guide, Verified};
use hours::Date;
use learning_hours_guide::page::PageData;
use prerender::{
    Finished, Parts, Program, Scripts, Styles, Stylesheet, TemplateProblem, pages, singles,
    snippets, template,
};
use sha2::{Digest, Sha256};

const TEMPLATE: &str = "<!doctype html>\n<html lang=\"{{lang}}\" data-app=\"static\">\n<head>\n<meta charset=\"utf-8\">\n<title>{{head}}</title>\n</head>\n<body>\n{{body}}\n</body>\n</html>\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

fn guide(guide: &str, rules: &[&str], calendar: &str) -> Guide {
    let categories = Path::new(guide).with_file_name("categories.toml");
    let categories = read(&root().join(categories));
    let guide_text = read(&root().join(guide));
    let calendar_text = read(&root().join(calendar));
    let texts: Vec<String> = rules.iter().map(|rule| read(&root().join(rule))).collect();
    let sources: Vec<Source> = rules
        .iter()
        .zip(&texts)
        .map(|(name, text)| Source { name, text })
        .collect();
    let source = Source {
        name: guide,
        text: &guide_text,
    };
    let calendar = Source {
        name: calendar,
        text: &calendar_text,
    };
    let content = Content {
        guide: source,
        rules: &sources,
        calendar,
        categories: Some(Source {
            name: "categories.toml",
            text: &categories,
        }),
    };
    // No confirmation is still to come then, so no test turns red with the year.
    let today = Date::new(2110, 12, 31).unwrap();
    let (guide, findings) = parse_content(content, today);
    guide.unwrap_or_else(|| panic!("{findings:?}"))
}

fn small() -> Guide {
    guide(
        "tests/prerender/content/guide.toml",
        &["tests/prerender/content/rules/small.toml"],
        "tests/prerender/content/calendar.toml",
    )
}

fn shipped_guide() -> Guide {
    folder("content")
}

/// The content that nobody edits, for snapshots.
fn frozen_guide() -> Guide {
    folder("tests/frozen")
}

/// A guide with all its rules.
fn folder(name: &str) -> Guide {
    let entries = fs::read_dir(root().join(name).join("rules")).unwrap();
    let files = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut rules: Vec<String> = files
        .filter(|file| file.ends_with(".toml"))
        .map(|file| format!("{name}/rules/{file}"))
        .collect();
    rules.sort();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    guide(
        &format!("{name}/guide.toml"),
        &rules,
        &format!("{name}/calendar.toml"),
    )
}

fn shipped() -> Vec<Finished> {
    finished(&shipped_guide(), TEMPLATE).unwrap()
}

fn finished(guide: &Guide, template: &str) -> Result<Vec<Finished>, TemplateProblem> {
    with_parts(template, |parts| pages(guide, parts))
}

const PROGRAM: Program = Program {
    glue: "(()=>{return glue})()",
    wasm: b"\0asm\x01\0\0\0",
    source: "[]",
};

/// The shipped content in single files.
fn shipped_singles() -> Vec<Finished> {
    let guide = shipped_guide();
    with_parts(TEMPLATE, |parts| {
        singles(&guide, &guide::Lang::ALL, parts, PROGRAM)
    })
    .unwrap()
}

/// The shipped content in every form.
fn every_page() -> impl Iterator<Item = Finished> {
    shipped().into_iter().chain(shipped_singles())
}

fn styles() -> Styles {
    Styles::as_written(vec![Stylesheet {
        path: "layers.css".to_owned(),
        text: ":root{color-scheme:light dark}".to_owned(),
    }])
}

fn with_parts<T>(template: &str, use_them: impl FnOnce(Parts) -> T) -> T {
    use_them(Parts {
        template,
        styles: &styles(),
        scripts: &Scripts::as_written(),
        glue: "glue.js",
        wasm: "program.wasm",
    })
}

/// The markup of a page before and after its data, if it has any.
fn markup(html: &str) -> [&str; 2] {
    let Some((before, data)) = html.split_once("<script type=\"text/plain\"") else {
        return [html, ""];
    };
    let (_, after) = data.split_once("</script>").unwrap();
    [before, after]
}

/// The values of an attribute, quoted or not. Good enough for markup that we write ourselves.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = [" ", attribute, "="].concat();
    let value = |rest: &'a str| match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([' ', '>']).next(),
    };
    let pieces = markup(html)
        .into_iter()
        .flat_map(|part| part.split(&start).skip(1));
    pieces.filter_map(value).collect()
}

#[test]
fn addresses_hold_no_blanks() {
    for page in every_page() {
        for address in page.html.split("href=\"").skip(1) {
            let address = address.split('"').next().unwrap_or_default();
            assert!(!address.contains(' '), "{address} in {}", page.path);
        }
    }
}

#[test]
fn small_pages_look_as_they_did() {
    for page in finished(&small(), TEMPLATE).unwrap() {
        let name = page.path.replace('/', ".");
        // A line per tag, so that a change shows where it is; the browser does not mind.
        let lines = page.html.replace("><", ">\n<");
        expect_file![root().join("tests/prerender").join(name)].assert_eq(&lines);
    }
}

#[test]
fn a_template_needs_each_place_once() {
    let check = |template: &str, place: &'static str, found: usize| {
        let problem = finished(&small(), template).unwrap_err();
        assert_eq!(problem, TemplateProblem { place, found });
    };
    check("{{lang}}<title>{{head}}</title>", "{{body}}", 0);
    check(
        "{{lang}}<title>{{head}}</title>{{lang}}{{body}}",
        "{{lang}}",
        2,
    );
}

#[test]
fn nothing_that_is_for_trunk_is_published() {
    let template = template(&read(&root().join("index.html")));
    for page in finished(&small(), &template).unwrap() {
        assert!(!page.html.contains("data-trunk"));
        assert!(page.html.contains("<meta name=\"viewport\""));
    }
}

#[test]
fn every_id_is_there_once_and_every_link_within_the_page_leads_to_one() {
    for page in every_page() {
        let ids = values(&page.html, "id");
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.path);
        // Links of the form #node= mean something to the program only, and are hidden without it.
        let links = values(&page.html, "href").into_iter();
        let inner = links
            .filter_map(|href| href.strip_prefix('#'))
            .filter(|id| !id.starts_with("node="));
        for id in inner {
            assert!(unique.contains(id), "{}: #{id}", page.path);
        }
        for id in values(&page.html, "aria-labelledby") {
            assert!(unique.contains(id), "{}: {id}", page.path);
        }
    }
}

#[test]
fn links_to_other_sites_are_https_and_open_apart() {
    for page in every_page() {
        let outside = values(&page.html, "href")
            .into_iter()
            .filter(|href| href.contains("://"));
        let outside = outside.filter(|href| !href.starts_with("data:")).count();
        let apart = "target=_blank rel=\"noopener noreferrer\"";
        let safe: usize = markup(&page.html)
            .map(|part| part.matches(apart).count())
            .iter()
            .sum();
        assert!(
            outside > 1 && outside == safe,
            "{}: {outside} {safe}",
            page.path
        );
        assert!(!page.html.contains("http://ecpa"));
    }
}

#[test]
fn pages_have_one_main_heading_and_no_style_attribute() {
    for page in every_page() {
        assert_eq!(page.html.matches("<h1").count(), 1);
        assert!(values(&page.html, "style").is_empty());
        assert!(values(&page.html, "onclick").is_empty());
    }
}

#[test]
fn the_data_block_ends_where_it_should_and_can_be_read_back() {
    for page in shipped() {
        let (_, data) = page.html.split_once("id=\"page-data\">").unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let lines = data;
        let data = guide::from_lines::<PageData>(lines).unwrap();
        assert_eq!(guide::to_lines(&data).unwrap(), lines);
        let data = data.edition;
        let guide = shipped_guide();
        assert_eq!(data.nodes.len(), guide.nodes.len());
        assert_eq!(data.rows.len(), 12);
        assert_eq!(data.rule_sets.len(), guide.rule_sets.len());
    }
}

#[test]
fn the_footer_names_the_rules_in_use_that_are_confirmed_or_says_that_there_are_none() {
    let day = Verified::On(Date::new(2026, 3, 1).unwrap());
    let none = [
        "規定尚未經人事室確認。",
        "The rules are not confirmed by the Personnel Office yet.",
    ];
    let one = [
        "人事室已確認的規定：小規定（民國 115 年 3 月 1 日）。",
        "Rules that the Personnel Office has confirmed: A small rule (2026-03-01).",
    ];
    for (verified, is_enabled, expect) in [
        (day, true, one),
        (day, false, none),
        (Verified::Never, true, none),
    ] {
        let mut guide = small();
        for set in &mut guide.rule_sets {
            (set.verified, set.is_enabled) = (verified, is_enabled);
        }
        let said = finished(&guide, TEMPLATE).unwrap();
        let singles = with_parts(TEMPLATE, |parts| {
            singles(&guide, &guide::Lang::ALL, parts, PROGRAM)
        })
        .unwrap();
        for page in said.iter().chain(&singles) {
            let (_, foot) = page.html.split_once("<footer").unwrap();
            let foot = text(foot);
            let expect = expect.map(|it| it.split_whitespace().collect::<String>());
            let said = expect.iter().filter(|it| foot.contains(*it)).count();
            assert_eq!(said, 1, "{}: {foot}", page.path);
        }
    }
}

#[test]
fn every_line_of_the_manual_is_in_the_page() {
    let [page, _, framed, _] = &*shipped() else {
        panic!("a page for each language and form");
    };
    for page in [page, framed] {
        let text: String = text(&page.html);
        for line in read(&root().join("tests/prerender/manual.txt")).lines() {
            let line: String = line.split_whitespace().collect();
            if !line.is_empty() && !line.starts_with('#') {
                assert!(text.contains(&line), "not in {}: {line}", page.path);
            }
        }
    }
}

#[test]
fn a_single_file_is_the_page_without_what_lies_beside_it() {
    for (page, single) in shipped().iter().zip(shipped_singles()) {
        let html = &single.html;
        // Its encoding is said before any server can say another.
        assert!(
            html.starts_with("\u{feff}<!doctype html>"),
            "{}",
            single.path
        );
        // No address but those of places in it, of other sites, and of its icon.
        let links = values(html, "href").into_iter().chain(values(html, "src"));
        let beside: Vec<&str> = links
            .filter(|link| {
                !["#", "https://", "data:"]
                    .iter()
                    .any(|start| link.starts_with(start))
            })
            .collect();
        assert_eq!(beside, Vec::<&str>::new(), "{}", single.path);
        for name in [
            "glue.js",
            "program.wasm",
            "index.html",
            "id=language",
            "id=\"language",
        ] {
            assert!(!html.contains(name), "{}: {name}", single.path);
        }
        // The text for readers is the same.
        let body = |html: &str| {
            let (_, body) = html.split_once("<main ").unwrap();
            body.split_once("<script type=\"text/plain\"")
                .unwrap()
                .0
                .to_owned()
        };
        assert_eq!(body(html), body(&page.html), "{}", single.path);
    }
}

#[test]
fn data_and_program_of_a_single_file_are_packed() {
    for (page, single) in shipped().iter().zip(shipped_singles()) {
        let block = |html: &str, start: &str| {
            let (_, block) = html.split_once(start).unwrap();
            block.split_once("</script>").unwrap().0.to_owned()
        };
        assert_eq!(block(&single.html, " id=\"page-data\">"), "");
        let packed = STANDARD
            .decode(block(&single.html, " id=\"packed\">"))
            .unwrap();
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&packed).unwrap();
        let (data, wasm) = bytes.split_at(bytes.len() - PROGRAM.wasm.len());
        assert_eq!(wasm, PROGRAM.wasm);
        // The same but for the address of the other page.
        let data = guide::from_lines::<PageData>(std::str::from_utf8(data).unwrap()).unwrap();
        let beside = block(&page.html, " id=\"page-data\">");
        let beside = guide::from_lines::<PageData>(&beside).unwrap();
        let expect = PageData {
            build: "".into(),
            edition: Edition {
                other: "".into(),
                ..beside.edition
            },
            ..beside
        };
        assert_eq!(
            guide::to_lines(&data).unwrap(),
            guide::to_lines(&expect).unwrap()
        );
        let length = format!(
            "data-length=\"{}\" id=\"packed\"",
            guide::to_lines(&data).unwrap().len()
        );
        assert!(single.html.contains(&length), "{length}");
        let glue = format!("const initialize={};", PROGRAM.glue);
        assert!(single.html.contains(&glue), "{glue}");
    }
}

#[test]
fn a_policy_names_what_stands_in_the_page_and_nothing_else() {
    let snippets = with_parts(TEMPLATE, |parts| snippets(&shipped_guide(), parts)).unwrap();
    let pages = shipped().into_iter().chain(shipped_singles());
    for page in pages.chain([snippets]) {
        let (_, policy) = page
            .html
            .split_once("security-policy\" content=\"")
            .unwrap();
        let (policy, _) = policy.split_once('"').unwrap();
        let named: HashSet<String> = policy
            .split([' ', ';'])
            .filter(|source| source.starts_with("'sha256-"))
            .map(str::to_owned)
            .collect();
        // The script that writes the policy of a page for frames runs before there is one.
        let html = match page.html.split_once("</noscript><script>") {
            Some((_, after)) => after.split_once("</script>").unwrap().1,
            None => &page.html,
        };
        let blocks = [inline(html, "style"), inline(html, "script")].concat();
        let digests: HashSet<String> = blocks
            .iter()
            .map(|block| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(block))))
            .collect();
        assert_eq!(named, digests, "{}", page.path);
        assert_eq!(named.len(), blocks.len(), "{}", page.path);
        let is_single = page.path.starts_with("guide");
        assert_eq!(policy.contains("'self'"), !is_single, "{policy}");
        assert_eq!(policy.contains("connect-src 'none'"), is_single, "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    }
}

/// The texts of all elements of a name that a browser applies or runs. Good enough for markup that we write ourselves.
fn inline<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&start) {
        let (attributes, after) = after.split_once('>').unwrap();
        let (text, after) = after.split_once(&end).unwrap();
        if !attributes.contains("text/plain") {
            texts.push(text);
        }
        rest = after;
    }
    texts
}

/// The visible text without blanks.
fn text(html: &str) -> String {
    let [before, _] = markup(html);
    let pieces = before.split('<').filter_map(|piece| piece.split_once('>'));
    pieces
        .flat_map(|(_, text)| text.chars())
        .filter(|c| !c.is_whitespace())
        .collect()
}

#[test]
fn the_map_of_the_manual_looks_as_it_did() {
    for page in finished(&frozen_guide(), TEMPLATE).unwrap() {
        let is_english = page.path.starts_with("en/");
        let lang = if is_english { "en" } else { "zh-Hant" };
        let [wide, compact] = page_data(&page.html).edition.map.sizes;
        let narrow = flowchart::Size {
            width: 288,
            height: 300,
        };
        for (form, others, size) in [
            ("wide", ["compact", "narrow"], wide),
            ("compact", ["wide", "narrow"], compact),
            ("narrow", ["wide", "compact"], narrow),
        ] {
            let name = format!("tests/prerender/map/{lang}.{form}.svg");
            expect_file![root().join(name)].assert_eq(&picture(&page.html, others, size));
        }
    }
}

#[test]
fn every_edge_and_node_of_the_flow_is_on_the_map_once() {
    let guide = shipped_guide();
    let mut edges: Vec<String> = (guide.nodes.iter())
        .flat_map(|node| node.exits.iter().map(move |exit| (node, exit.to)))
        .map(|(node, to)| format!("{}:{}", node.id, guide.node(to).unwrap().id))
        .collect();
    edges.sort();
    for page in shipped() {
        // The lines that concern the reader are drawn last.
        let mut drawn = values(&page.html, "data-map-edge");
        drawn.sort();
        assert_eq!(drawn, edges);
        let nodes: Vec<&str> = guide.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(values(&page.html, "data-map-node"), nodes);
    }
}

#[test]
fn keys_lead_to_every_spot_of_the_map() {
    use learning_hours_guide::guided::Walk;
    use learning_hours_guide::map::Move;
    use learning_hours_guide::page::Page;
    for page in shipped() {
        let data = page_data(&page.html);
        // The boxes of a group speak for the answers that lead into it.
        let lines = data.edition.map.lines.iter();
        let answers = lines.filter(|line| line.label.is_some()).count();
        let spots = data.edition.nodes.len() + answers;
        let walk = Walk::new(std::rc::Rc::new(Page::from(data)));
        let mut open = vec![walk.spot("start").unwrap()];
        let mut seen = HashSet::new();
        while let Some(spot) = open.pop() {
            if seen.insert(walk.spot_name(spot)) {
                let moves = [Move::Down, Move::After];
                open.extend(moves.map(|by| walk.moved(spot, by)));
            }
        }
        assert_eq!(seen.len(), spots, "{}: {seen:?}", page.path);
    }
}

fn page_data(html: &str) -> PageData {
    let (_, data) = html.split_once("id=\"page-data\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    guide::from_lines::<PageData>(data).unwrap()
}

/// One form of the map of a page as a file of its own that a browser opens.
fn picture(html: &str, others: [&str; 2], size: flowchart::Size) -> String {
    let (_, map) = html.split_once(" class=map__drawing").unwrap();
    let (_, body) = map.split_once('>').unwrap();
    let (body, _) = body.split_once("</svg>").unwrap();
    let mut body = body.to_owned();
    for other in others {
        body = without(&body, "g", &format!(" class=map__{other}"), "</g>");
        body = without(&body, "path", &format!(" class=map__{other}"), "</path>");
    }
    let size = format!("0 0 {} {}", size.width, size.height);
    let body = without_comments(&body);
    let looks = "rect,path{fill:#fff;stroke:#444}.map__press,.map__line--hidden{display:none}.map__line,.map__line path{fill:none}.map__lane{fill:#eee;stroke:none}\
        [data-state=current] rect{fill:#cde}.map__line--side path{stroke:#a60}text{font:14px sans-serif;text-anchor:middle}\
        .map__lane-name{text-anchor:start}.map__kind{font-weight:700}";
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{size}\"><style>{looks}</style>{body}</svg>"
    );
    // A line per tag, so that a change shows where it is.
    quoted(&svg).replace("><", ">\n<") + "\n"
}

/// Markup without the elements of a name and a class, which hold no others of that name.
fn without(html: &str, name: &str, class: &str, end: &str) -> String {
    let start = ["<", name, " "].concat();
    let mut pieces = html.split(&start);
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let tag = piece.split('>').next().unwrap_or_default();
        if [" ", tag].concat().ends_with(class) {
            left.push_str(piece.split_once(end).map_or("", |(_, after)| after));
        } else {
            left.push_str(&[&start, piece].concat());
        }
    }
    left
}

/// Markup without the marks of hydration.
fn without_comments(html: &str) -> String {
    let mut pieces = html.split("<!--");
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        left.push_str(piece.split_once("-->").map_or("", |(_, after)| after));
    }
    left
}

/// The same markup with every value in quotes, as a file of its own needs it.
fn quoted(svg: &str) -> String {
    let mut quoted = String::new();
    let mut in_quotes = false;
    let mut is_bare = false;
    let mut in_tag = false;
    let mut before = ' ';
    for c in svg.chars() {
        if in_tag && !in_quotes && !is_bare && before == '=' && c != '"' {
            is_bare = true;
            quoted.push('"');
        }
        if is_bare && (c == ' ' || c == '>') {
            is_bare = false;
            quoted.push('"');
        }
        in_quotes ^= in_tag && c == '"';
        in_tag = (in_tag || c == '<') && (c != '>' || in_quotes);
        quoted.push(c);
        before = c;
    }
    quoted
}
