//! The text of a saved page (存檔網頁) as it is seen: a small reader of HTML that loads, runs and styles nothing.
//!
//! Parsing it in the browser would report its styles as breaches of the page's policy (decision 11), and a tokeniser with
//! all entities of HTML took 38 kB of the program.

/// Elements whose content is no text, or is not shown.
const DROPPED: [&str; 13] = [
    "script", "style", "noscript", "template", "title", "iframe", "noembed", "noframes", "xmp",
    "object", "datalist", "rt", "rp",
];

/// Elements whose content has no markup: it ends at their own end tag.
const RAW: [&str; 8] = [
    "script", "style", "noscript", "title", "iframe", "noembed", "noframes", "xmp",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "tr",
    "ul",
];

/// Elements within a line that take no room; any other, known or not, is apart from the text around it.
const INLINE: [&str; 40] = [
    "a", "abbr", "acronym", "b", "base", "basefont", "bdi", "bdo", "big", "cite", "code", "data",
    "dfn", "em", "font", "html", "i", "ins", "kbd", "label", "link", "map", "mark", "meta", "nobr",
    "output", "q", "rb", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
];

/// The elements of tables in the XML of spreadsheets, each with that of a page.
const SHEETS: [(&str, &str); 5] = [
    ("row", "tr"),
    ("table-row", "tr"),
    ("cell", "td"),
    ("table-cell", "td"),
    ("covered-table-cell", "td"),
];

/// Stands behind each digit that is struck out, as one sees it: such a number is none.
const STROKE: char = '\u{336}';

/// Stands behind a number that belongs to several rows together.
const SHARED: char = '~';

/// Classes by which style sheets in wide use hide an element from eyes.
const MAYBE_HIDDEN: [&str; 8] = [
    "hidden",
    "hide",
    "invisible",
    "d-none",
    "sr-only",
    "visually-hidden",
    "screen-reader-text",
    "collapse",
];

/// Elements that have no content.
const VOID: [&str; 12] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// The named characters that tables of hours have; another name stays as it is written and is no number.
const NAMED: [(&str, char); 32] = [
    ("nbsp", '\u{A0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{AD}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("ZeroWidthSpace", '\u{200B}'),
    ("middot", '·'),
    ("bull", '•'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '\u{2212}'),
    ("times", '×'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("copy", '©'),
    ("raquo", '»'),
    ("rsaquo", '›'),
    ("rarr", '→'),
];

/// Whether a text is a page rather than what is seen of one (是否為網頁原始碼).
#[must_use]
pub fn is_page(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let is_markup = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
            && rest.contains('>')
    };
    start.strip_prefix('<').is_some_and(is_markup) || {
        let parts = text.split('<').skip(1);
        const TAGS: [&str; 7] = ["/td", "/tr", "/table", "/div", "/p>", "/span", "br"];
        let is_tag = |part: &str| TAGS.iter().any(|tag| strip_name(part, tag).is_some());
        parts.into_iter().any(is_tag)
    }
}

/// The text of a page as it is seen (網頁文字).
///
/// Blocks and `br` end lines, cells are parted by tabs; inline elements and comments take no room, so that
/// `32<!-- -->.5` is 32.5. Hidden parts are dropped: scripts, styles, `template`, `noscript`, hidden elements, and of a
/// `select` all options but the chosen one. Within a cell blocks are parted by a blank, unless it holds a table itself.
/// Raised and lowered digits become raised and lowered signs: `4<sup>1</sup>` is not 41.
///
/// An element that is not known to be inline, or that its own style moves away from the text beside it, is apart from that text.
/// Digits that are struck out have a stroke, and a number in a cell that several rows share has a `~` behind it: both are no hours.
/// The rows and cells of spreadsheets in XML are those of tables.
#[must_use]
pub fn text_of_page(html: &str) -> String {
    let mut page = Page {
        is_xml: html.trim_start().starts_with("<?xml"),
        ..Page::default()
    };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, markup) = rest.split_at(at);
        page.text(text);
        rest = page.markup(markup);
    }
    page.text(rest);
    page.close_tables();
    page.out
}

/// The text of a page as far as it is written.
#[derive(Default)]
struct Page {
    out: String,
    /// Tables and cells that are open.
    open: Vec<Open>,
    /// The element that is not shown, and how many of its name are open in it.
    hidden: Option<Hidden>,
    /// The open elements that their own style sets apart.
    styled: Vec<(String, Style)>,
    /// Within a `select`: whether the option that is open is the chosen one.
    select: Option<bool>,
    /// How many raised or lowered elements are open.
    raised: usize,
    /// How many elements are open that strike their text out, and whether the row and the cell do.
    struck: usize,
    is_row_struck: bool,
    is_cell_struck: bool,
    /// Whether a style sheet of the page hides something, by classes that are not looked up here.
    hides: bool,
    /// Whether `<br/>` closes an element (XHTML).
    is_xml: bool,
}

/// A table or cell that is open.
enum Open {
    Table {
        has_cell: bool,
    },
    Cell {
        start: usize,
        has_table: bool,
        is_shared: bool,
    },
}

/// The parts of an element's own style that matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Style {
    /// Whether it is apart from the text around it, and whether it ends lines.
    apart: Option<bool>,
    /// Whether the elements in it are apart from each other.
    parts: bool,
    /// Whether its text is struck out.
    is_struck: bool,
}

/// An element that is not shown.
struct Hidden {
    name: String,
    /// How many elements of its name are open.
    depth: usize,
    /// How many elements of a kind that would end it are open in it, such as tables in a cell.
    inner: usize,
}

/// A tag and what matters of its attributes.
#[derive(Default)]
struct Tag {
    name: String,
    is_end: bool,
    is_closed: bool,
    is_hidden: bool,
    is_selected: bool,
    is_open: bool,
    has_class: bool,
    /// Whether a cell goes on in the rows below.
    is_shared: bool,
    style: Style,
}

impl Page {
    /// Takes the markup that the text begins with, and says what follows it.
    fn markup<'t>(&mut self, text: &'t str) -> &'t str {
        let behind = text.get(1..).unwrap_or_default();
        if let Some(comment) = behind.strip_prefix("!--") {
            return behind_comment(comment);
        }
        let name = behind.strip_prefix('/').unwrap_or(behind);
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            // A tag that does not end is the end of the page.
            let Some((mut tag, rest)) = Tag::parse(name) else {
                return "";
            };
            tag.is_end = name.len() < behind.len();
            return self.tag(&tag, rest);
        }
        if behind.starts_with(['!', '?', '/']) {
            return behind.split_once('>').map_or("", |(_, rest)| rest);
        }
        self.text("<");
        behind
    }

    /// Takes a tag, and says what follows it and, where it has no markup, its element.
    fn tag<'t>(&mut self, tag: &Tag, rest: &'t str) -> &'t str {
        let name = tag.name.as_str();
        let is_empty = VOID.contains(&name) || (tag.is_closed && self.is_xml);
        if let Some(hidden) = &mut self.hidden {
            if !hidden.ends_with(tag, is_empty) {
                return rest;
            }
            let was_it = tag.is_end && hidden.name == name;
            self.hidden = None;
            if was_it {
                return rest;
            }
        }
        if tag.is_end {
            self.end(name);
            return rest;
        }
        if RAW.contains(&name) {
            if is_empty {
                return rest;
            }
            let (inside, behind) = behind_raw(rest, name);
            self.hides |= name == "style" && hides_something(inside);
            return behind;
        }
        if tag.is_hidden || DROPPED.contains(&name) || (name == "dialog" && !tag.is_open) {
            if !is_empty {
                self.hidden = Some(Hidden {
                    name: tag.name.clone(),
                    depth: 1,
                    inner: 0,
                });
            }
            return rest;
        }
        self.start(tag, is_empty);
        if name == "textarea" && !is_empty {
            let (inside, behind) = behind_raw(rest, name);
            self.text(inside);
            self.space();
            return behind;
        }
        rest
    }

    fn start(&mut self, tag: &Tag, is_empty: bool) {
        let name = tag.name.as_str();
        match name {
            "table" => {
                if let Some(Open::Cell { has_table, .. }) = self.open.last_mut() {
                    *has_table = true;
                }
                self.line();
                self.open.push(Open::Table { has_cell: false });
            }
            "tr" | "tbody" | "thead" | "tfoot" | "caption" => {
                self.row();
                self.is_row_struck = tag.style.is_struck;
            }
            "td" | "th" => {
                self.cell(tag.is_shared);
                self.is_cell_struck = tag.style.is_struck;
            }
            "select" => {
                self.space();
                self.select = Some(false);
            }
            "option" if self.select.is_some() => {
                self.space();
                self.select = Some(tag.is_selected);
            }
            "sup" | "sub" => self.raised += 1,
            "s" | "del" | "strike" => {
                self.space();
                self.struck += 1;
            }
            _ if BLOCKS.contains(&name) => self.line(),
            _ if !INLINE.contains(&name) => self.space(),
            _ => {}
        }
        let mut style = tag.style;
        if tag.has_class && self.hides {
            style.apart.get_or_insert(false);
        }
        if self.styled.iter().any(|(_, outer)| outer.parts) {
            self.space();
        }
        if style != Style::default() && !is_empty && !matches!(name, "td" | "th" | "tr") {
            self.struck += usize::from(style.is_struck);
            self.part(style.apart);
            self.styled.push((name.to_owned(), style));
        }
        if is_empty && !VOID.contains(&name) {
            self.end(name);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => {
                while let Some(open) = self.open.pop() {
                    match open {
                        Open::Table { .. } => break,
                        Open::Cell {
                            start,
                            has_table,
                            is_shared,
                        } => self.close_cell(start, has_table, is_shared),
                    }
                }
                self.line();
            }
            "tr" | "tbody" | "thead" | "tfoot" | "caption" => self.row(),
            "td" | "th" => self.leave_cell(),
            "select" => {
                self.select = None;
                self.space();
            }
            "option" | "optgroup" if self.select.is_some() => self.select = Some(false),
            "sup" | "sub" => self.raised = self.raised.saturating_sub(1),
            "s" | "del" | "strike" => {
                self.struck = self.struck.saturating_sub(1);
                self.space();
            }
            _ if BLOCKS.contains(&name) => self.line(),
            _ if !INLINE.contains(&name) => self.space(),
            _ => {}
        }
        if let Some((_, style)) = self.styled.pop_if(|(styled, _)| styled == name) {
            self.struck = self.struck.saturating_sub(usize::from(style.is_struck));
            self.part(style.apart);
        }
        if self.styled.iter().any(|(_, outer)| outer.parts) {
            self.space();
        }
    }

    /// Ends the row that is open.
    fn row(&mut self) {
        self.leave_cell();
        self.is_row_struck = false;
        self.line();
        if let Some(Open::Table { has_cell }) = self.open.last_mut() {
            *has_cell = false;
        }
    }

    /// Begins a cell.
    fn cell(&mut self, is_shared: bool) {
        self.leave_cell();
        match self.open.last_mut() {
            Some(Open::Table {
                has_cell: has_cell @ false,
            }) => *has_cell = true,
            _ => {
                self.trim();
                self.out.push('\t');
            }
        }
        let start = self.out.len();
        self.open.push(Open::Cell {
            start,
            has_table: false,
            is_shared,
        });
    }

    /// Ends the cell that is open, if no table is open in it.
    fn leave_cell(&mut self) {
        let cell = self.open.pop_if(|open| matches!(open, Open::Cell { .. }));
        if let Some(Open::Cell {
            start,
            has_table,
            is_shared,
        }) = cell
        {
            self.close_cell(start, has_table, is_shared);
        }
        self.is_cell_struck = false;
    }

    /// Makes the content of a cell one line, unless the cell holds a table.
    fn close_cell(&mut self, start: usize, has_table: bool, is_shared: bool) {
        if !has_table && self.out.is_char_boundary(start) {
            let cell = self.out.split_off(start);
            self.out += cell.replace('\n', " ").trim_matches(' ');
            if is_shared && self.out.ends_with(char::is_numeric) {
                self.out.push(SHARED);
            }
        }
    }

    fn close_tables(&mut self) {
        while !self.open.is_empty() {
            self.end("table");
        }
    }

    fn part(&mut self, apart: Option<bool>) {
        match apart {
            Some(true) => self.line(),
            Some(false) => self.space(),
            None => {}
        }
    }

    /// Ends the line, if it has begun.
    fn line(&mut self) {
        self.trim();
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// A blank, if there is none.
    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n', '\t']) {
            self.out.push(' ');
        }
    }

    fn trim(&mut self) {
        let length = self.out.trim_end_matches(' ').len();
        self.out.truncate(length);
    }

    /// Takes text, with its references to characters.
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() || self.select == Some(false) {
            return;
        }
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let behind = rest.get(c.len_utf8()..).unwrap_or_default();
            let (c, behind) = match c {
                '&' => reference(behind).unwrap_or((c, behind)),
                _ => (c, behind),
            };
            rest = behind;
            match c {
                '\t' | '\n' | '\u{C}' | '\r' | ' ' => self.space(),
                '0'..='9' if self.struck > 0 || self.is_row_struck || self.is_cell_struck => {
                    self.out.extend([c, STROKE]);
                }
                '0'..='9' if self.raised > 0 => self.out.push(raised(c)),
                _ => self.out.push(c),
            }
        }
    }
}

impl Hidden {
    /// Whether the element ends at this tag: at its end, or at a tag before which it must have ended.
    fn ends_with(&mut self, tag: &Tag, is_empty: bool) -> bool {
        let name = tag.name.as_str();
        let (siblings, parents): (&[&str], &[&str]) = match self.name.as_str() {
            "td" | "th" => (
                &["td", "th", "tr", "tbody", "tfoot"],
                &["table", "tbody", "tfoot", "thead", "tr"],
            ),
            "tr" => (
                &["tr", "tbody", "tfoot"],
                &["table", "tbody", "tfoot", "thead"],
            ),
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "rt" | "rp" => (&["rt", "rp"], &["ruby"]),
            "p" => (&BLOCKS, &BLOCKS),
            _ => (&[], &[]),
        };
        if self.name == "p"
            && !tag.is_end
            && (name == "table" || siblings.contains(&name))
            && name != "br"
        {
            return true;
        }
        // Lists and tables in it have such tags of their own.
        if matches!(name, "table" | "ul" | "ol" | "menu" | "dl" | "ruby") && name != self.name {
            if !tag.is_end {
                self.inner += 1;
            } else if self.inner > 0 {
                self.inner -= 1;
            } else {
                return parents.contains(&name);
            }
            return false;
        }
        if tag.is_end && name == self.name {
            self.depth -= 1;
            return self.depth == 0;
        }
        if self.inner == 0
            && (if tag.is_end { parents } else { siblings }).contains(&name)
            && name != "br"
        {
            return true;
        }
        if !tag.is_end && !is_empty && name == self.name {
            self.depth += 1;
        }
        false
    }
}

impl Tag {
    /// The tag whose name the text begins with, and what follows it.
    fn parse(text: &str) -> Option<(Self, &str)> {
        let is_blank = |c: char| c.is_ascii_whitespace();
        let name_end = text.find(|c: char| is_blank(c) || matches!(c, '/' | '>'))?;
        let (name, mut rest) = text.split_at_checked(name_end)?;
        let mut tag = Self {
            name: local_name(&name.to_ascii_lowercase()),
            ..Self::default()
        };
        loop {
            rest = rest.trim_start_matches(is_blank);
            if let Some(behind) = rest.strip_prefix('>') {
                return Some((tag, behind));
            }
            if let Some(behind) = rest.strip_prefix('/') {
                tag.is_closed = behind.starts_with('>');
                rest = behind;
                continue;
            }
            let first = rest.chars().next()?.len_utf8();
            let end = rest
                .get(first..)?
                .find(|c: char| is_blank(c) || matches!(c, '/' | '>' | '='))?;
            let (attribute, behind) = rest.split_at_checked(first + end)?;
            let mut value = "";
            rest = behind;
            if let Some(behind) = behind.trim_start_matches(is_blank).strip_prefix('=') {
                let behind = behind.trim_start_matches(is_blank);
                let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match quote {
                    Some(quote) => behind.get(1..)?.split_once(quote)?,
                    None => {
                        behind.split_at_checked(behind.find(|c: char| is_blank(c) || c == '>')?)?
                    }
                };
            }
            tag.take(&attribute.to_ascii_lowercase(), value);
        }
    }

    fn take(&mut self, attribute: &str, value: &str) {
        match attribute {
            "hidden" => self.is_hidden = true,
            "selected" => self.is_selected = true,
            "open" => self.is_open = true,
            "rowspan" => self.is_shared = value.trim().parse().is_ok_and(|rows: u32| rows != 1),
            "class" => {
                self.has_class = true;
                // A style sheet that is not read here may show or hide it.
                let mut classes = value.split_ascii_whitespace();
                if classes.any(|it| MAYBE_HIDDEN.contains(&it)) {
                    self.style.apart.get_or_insert(false);
                }
            }
            "style" => {
                let style = value.to_ascii_lowercase();
                for (property, value) in style.split(';').filter_map(|part| part.split_once(':')) {
                    let value = value.split('!').next().unwrap_or_default().trim();
                    self.take_style(property.trim(), value);
                }
            }
            _ => {}
        }
    }

    fn take_style(&mut self, property: &str, value: &str) {
        match (property, value) {
            ("display", "none")
            | ("visibility", "hidden" | "collapse")
            | ("mso-hide", "all")
            | ("opacity" | "font-size", "0" | "0px" | "0pt" | "0em" | "0%") => {
                self.is_hidden = true;
            }
            ("display", "inline" | "contents") | ("float", "none") | ("position", "static") => {}
            ("display", _) => {
                self.style.apart = Some(!value.starts_with("inline") && value != "table-cell");
                self.style.parts = value.ends_with("flex") || value.ends_with("grid");
            }
            ("float" | "position", _) => self.style.apart = Some(false),
            ("text-decoration" | "text-decoration-line", _) if value.contains("line-through") => {
                self.style.is_struck = true;
                self.style.apart.get_or_insert(false);
            }
            // Raised, lowered or moved away.
            ("vertical-align", _) if value != "baseline" => {
                self.style.apart.get_or_insert(false);
            }
            _ if (property.starts_with("margin") || property.starts_with("padding"))
                && value.contains(|c: char| ('1'..='9').contains(&c)) =>
            {
                self.style.apart.get_or_insert(false);
            }
            _ => {}
        }
    }
}

/// Whether a style sheet hides elements.
fn hides_something(sheet: &str) -> bool {
    let sheet: String = sheet.chars().filter(|c| !c.is_whitespace()).collect();
    sheet.to_ascii_lowercase().contains("display:none")
}

/// The name of an element without its namespace, as a page would call it.
fn local_name(name: &str) -> String {
    let local = name.rsplit(':').next().unwrap_or(name);
    let of_page = SHEETS.iter().find(|(sheet, _)| *sheet == local);
    of_page.map_or(local, |(_, page)| page).to_owned()
}

/// The text behind a comment, which begins here.
fn behind_comment(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix('>').or_else(|| text.strip_prefix("->")) {
        return rest;
    }
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once("--") {
        if let Some(behind) = behind
            .strip_prefix('>')
            .or_else(|| behind.strip_prefix("!>"))
        {
            return behind;
        }
        // Of three dashes the last two may end it.
        rest = match behind.strip_prefix('-') {
            Some(_) => rest
                .get(rest.len() - behind.len() - 1..)
                .unwrap_or_default(),
            None => behind,
        };
    }
    ""
}

/// The content of an element without markup, and what follows its end tag.
fn behind_raw<'t>(text: &'t str, name: &str) -> (&'t str, &'t str) {
    for (at, _) in text.match_indices("</") {
        if let Some((inside, end)) = text.split_at_checked(at)
            && let Some(behind) = end.get(2..).and_then(|end| strip_name(end, name))
            && behind.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
        {
            return (inside, behind.split_once('>').map_or("", |(_, rest)| rest));
        }
    }
    (text, "")
}

/// The text behind a name in letters of any case, if it begins with that name.
fn strip_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (start, behind) = text.split_at_checked(name.len())?;
    start.eq_ignore_ascii_case(name).then_some(behind)
}

/// The character that a reference stands for, whose text begins behind the `&`, and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let rest = digits.trim_start_matches(|c: char| c.is_digit(radix));
        let digits = digits.get(..digits.len() - rest.len())?;
        if digits.is_empty() {
            return None;
        }
        let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
        return Some((numbered(code), rest.strip_prefix(';').unwrap_or(rest)));
    }
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let ended = |name: &str| text.strip_prefix(name)?.strip_prefix(';');
    if let Some((_, c)) = NAMED.iter().find(|(name, _)| ended(name).is_some()) {
        return Some((*c, text.split_once(';')?.1));
    }
    // Those of Latin-1 need no semicolon.
    let is_old = |(name, c): &&(&str, char)| u32::from(*c) < 0x100 && *name != "apos";
    NAMED
        .iter()
        .filter(is_old)
        .find_map(|(name, c)| Some((*c, text.strip_prefix(name)?)))
}

/// The character of a numeric reference; numbers from 128 on are those of Windows where Unicode has controls.
fn numbered(code: u32) -> char {
    match code {
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0 | 0x80..=0x9F => char::REPLACEMENT_CHARACTER,
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// The raised form of a digit.
fn raised(digit: char) -> char {
    match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => char::from_u32(u32::from(digit) - u32::from('0') + 0x2070).unwrap_or(digit),
    }
}
