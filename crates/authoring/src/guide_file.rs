//! The guide file: everything but the rule sets and the calendar.

use guide::{Calendar, Contact, Guide, Section, Site};

use crate::index::Index;
use crate::prose::Style;
use crate::reader::Fields;
use crate::{nodes, rows, screens};

/// Reads the guide file, without rule sets and with an empty calendar.
/// `None` stands for a file in a format this program does not know, of which nothing can be said.
pub(crate) fn read(mut file: Fields<'_>) -> Option<Guide> {
    if !file.format() {
        return None;
    }
    let site = read_site(&mut file);

    let section_tables = file.some_tables("section");
    let section_index = Index::of(&section_tables);
    let contact_tables = file.tables("contact");
    let contact_index = Index::of(&contact_tables);

    let read = nodes::read(&mut file, &section_index, &contact_index);
    let guide = Guide {
        site,
        sections: read_sections(section_tables, &section_index),
        nodes: read.nodes,
        flow: read.flow,
        contacts: read_contacts(contact_tables, &contact_index),
        rows: rows::read(&mut file),
        screens: screens::read(&mut file, &read.shown),
        rule_sets: Vec::new(),
        calendar: Calendar::default(),
    };
    file.finish();
    Some(guide)
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

fn read_sections<'t>(tables: Vec<Fields<'t>>, index: &Index<'t>) -> Vec<Section> {
    let sections = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        let section = Section {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            title: table.text("title", Style::Plain),
            body: table.optional_text("body", Style::Markdown),
            lane: table.optional_text("lane", Style::Plain),
        };
        table.finish();
        section
    });
    sections.collect()
}

fn read_contacts<'t>(tables: Vec<Fields<'t>>, index: &Index<'t>) -> Vec<Contact> {
    let contacts = tables.into_iter().enumerate().map(|(position, mut table)| {
        let id = index.read_id(&mut table, position);
        let contact = Contact {
            id: id.map_or_else(String::new, |id| id.text.to_owned()),
            name: table.text("name", Style::Plain),
            body: table.text("body", Style::Markdown),
        };
        table.finish();
        contact
    });
    contacts.collect()
}
