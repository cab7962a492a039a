//! The guide file: everything but the rule sets and the calendar.

use guide::picture::Picture;
use guide::{Calendar, Categories, Chapter, Contact, Guide, Lang, Link, Section, Site};
use hours::Date;

use crate::finding::Code;
use crate::index::Index;
use crate::prose::Style;
use crate::reader::Fields;
use crate::{dates, nodes, rows, screens};

/// The latest format of a guide file; 1 has neither chapters, links of sections, short titles nor what to have ready.
pub(crate) const FORMAT: i64 = 2;

/// Reads the guide file, without rule sets and with an empty calendar; how old its facts are is judged as on the day `today`.
/// `None` stands for a file in a format this program does not know, of which nothing can be said.
pub(crate) fn read(mut file: Fields<'_>, today: Date) -> Option<Guide> {
    let format = file.format(FORMAT)?;
    let site = read_site(&mut file);

    let chapter_tables = file.tables("chapter");
    let chapter_index = Index::of(&chapter_tables);
    let section_tables = file.some_tables("section");
    if format < FORMAT {
        file.refuse_newer(&["chapter"]);
        for section in &section_tables {
            section.refuse_newer(&["chapter", "link"]);
        }
    }
    let section_index = Index::of(&section_tables);
    let contact_tables = file.tables("contact");
    let contact_index = Index::of(&contact_tables);

    let (screens, drawn) = screens::read(&mut file, format);
    let read = nodes::read(&mut file, format, &section_index, &contact_index, &screens);
    screens::check_shown(file.log(), &drawn, &read.shown);
    let sections = read_sections(section_tables, &section_index, &chapter_index);
    let guide = Guide {
        site,
        chapters: read_chapters(chapter_tables, &chapter_index, &sections),
        sections,
        nodes: read.nodes,
        flow: read.flow,
        contacts: read_contacts(contact_tables, &contact_index, today),
        rows: rows::read(&mut file),
        screens,
        rule_sets: Vec::new(),
        calendar: Calendar::default(),
        categories: Categories::default(),
    };
    if let Some(at) = read.first {
        check_map(&file, at, &guide);
    }
    file.finish();
    Some(guide)
}

/// Warns where the map of a sound guide no longer fits one window.
fn check_map(file: &Fields<'_>, at: usize, guide: &Guide) {
    if file.log().has_errors() {
        return;
    }
    for lang in Lang::ALL {
        if !Picture::wide(guide, lang).fits_window() {
            let name = match lang {
                Lang::ZhHant => "zh",
                Lang::En => "en",
            };
            file.log().add(at, Code::MapTooLarge, name);
        }
    }
}

fn read_site(file: &mut Fields<'_>) -> Site {
    let Some(mut site) = file.required_table("site") else {
        return Site::default();
    };
    let read = Site {
        title: site.text("title", Style::Plain),
        lead: site.text("lead", Style::Plain),
        owner: site.text("owner", Style::Plain),
        address: site.optional_address("address").map(str::to_owned),
    };
    site.finish();
    read
}

fn read_chapters<'t>(
    tables: Vec<Fields<'t>>,
    index: &Index<'t>,
    sections: &[Section],
) -> Vec<Chapter> {
    let chapters = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        if sections.iter().all(|it| it.chapter != Some(position)) {
            let at = id.map_or(table.at(), |id| id.at);
            table.log().add(at, Code::UnusedChapter, table.name());
        }
        let chapter = Chapter {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            title: table.short_text("title"),
        };
        table.finish();
        chapter
    });
    chapters.collect()
}

fn read_sections<'t>(
    tables: Vec<Fields<'t>>,
    index: &Index<'t>,
    chapters: &Index<'t>,
) -> Vec<Section> {
    let sections = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        let section = Section {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            title: table.text("title", Style::Plain),
            body: table.optional_text("body", Style::Markdown),
            lane: table.optional_text("lane", Style::Plain),
            chapter: table
                .optional_word("chapter")
                .and_then(|w| chapters.find(table.log(), w, Code::UnknownChapter)),
            link: table.table("link").map(link),
        };
        table.finish();
        section
    });
    sections.collect()
}

/// A link to another site, with its name.
pub(crate) fn link(mut table: Fields<'_>) -> Link {
    let link = Link {
        href: table.address("href").unwrap_or_default().to_owned(),
        text: table.text("text", Style::Plain),
    };
    table.finish();
    link
}

fn read_contacts<'t>(tables: Vec<Fields<'t>>, index: &Index<'t>, today: Date) -> Vec<Contact> {
    let contacts = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        let contact = Contact {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            name: table.text("name", Style::Plain),
            body: table.text("body", Style::Markdown),
            seen: dates::seen(&mut table, today),
        };
        table.finish();
        contact
    });
    contacts.collect()
}
