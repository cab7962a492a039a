//! A guide of any length as its file would say it: generated nodes, and everything else as the content has it.

use std::error::Error;
use std::fmt::Write as _;

use flowchart::{EdgeKind, NodeKind};
use guide::Text;
use layout_bench::Sample;
use toml::{Table, Value};

use crate::vocabulary::Writer;

/// The content without its nodes: rows, contacts and screens, which every guide needs.
pub(crate) struct Frame {
    text: String,
    contact: String,
    screens: Vec<String>,
}

/// The sections of the generated nodes; those of a lane are named by its number.
const FREE: &str = "main";
const TROUBLES: &str = "troubles";
const LANES: [(&str, &str); 3] = [
    ("首次有憑證", "New, with credential"),
    ("首次無憑證", "New, no credential"),
    ("非首次", "Already active"),
];

impl Frame {
    /// Takes from a guide file what has nothing to do with its flow.
    pub(crate) fn read(guide: &str) -> Result<Self, Box<dyn Error>> {
        let mut file: Table = guide.parse()?;
        file.remove("section");
        file.remove("node");
        let contacts = file.get("contact").and_then(Value::as_array);
        let contact = contacts
            .and_then(|contacts| contacts.first()?.get("id")?.as_str())
            .ok_or("the guide names no contact")?;
        let screens = file.get("screen").and_then(Value::as_table);
        Ok(Self {
            contact: contact.to_owned(),
            screens: screens
                .map(|screens| screens.keys().cloned().collect())
                .unwrap_or_default(),
            text: toml::to_string(&file)?,
        })
    }

    /// A guide file with the flow that the layout is measured with, and texts of the usual length.
    pub(crate) fn guide(&self, nodes: usize) -> Result<String, std::fmt::Error> {
        let Sample { flow, parts } = Sample::named(&nodes.to_string());
        let mut draft = Draft {
            text: self.text.clone(),
            writer: Writer::default(),
        };
        draft.sections()?;
        let mut screens = self.screens.iter();
        let mut exits = flow.edges().iter().peekable();
        let name = |node: usize| match flow.kind(node) {
            Some(NodeKind::Question) => format!("question-{node}"),
            Some(NodeKind::Trouble) => format!("trouble-{node}"),
            Some(NodeKind::Outcome) => format!("outcome-{node}"),
            Some(NodeKind::Step) | None => format!("step-{node}"),
        };
        for (node, (kind, lane)) in flow.kinds().iter().zip(&parts.lanes).enumerate() {
            let (kind, title) = match kind {
                NodeKind::Question => ("question", draft.writer.question()),
                NodeKind::Step => ("step", draft.writer.step()),
                NodeKind::Trouble => ("trouble", draft.writer.trouble()),
                NodeKind::Outcome => ("outcome", draft.writer.outcome()),
            };
            let section = match lane {
                Some(lane) => lane_section(*lane),
                None if kind == "trouble" => TROUBLES.to_owned(),
                None => FREE.to_owned(),
            };
            draft.line("\n[[node]]")?;
            draft.word("id", &name(node))?;
            draft.word("section", &section)?;
            draft.word("kind", kind)?;
            draft.both("title", &title)?;
            let body = draft.writer.body();
            draft.both("body", &body)?;
            match kind {
                "trouble" | "outcome" => writeln!(
                    draft.text,
                    "contacts = [{}]",
                    Value::from(self.contact.as_str())
                )?,
                // Each screen belongs to one node.
                "step" => {
                    if let Some(screen) = screens.next() {
                        draft.word("screen", screen)?;
                    }
                }
                _ => {}
            }
            let mut answers = 0;
            while let Some(exit) = exits.next_if(|exit| exit.from == node) {
                match exit.kind {
                    EdgeKind::Next => draft.word("next", &name(exit.to))?,
                    EdgeKind::Answer => {
                        answers += 1;
                        draft.line("  [[node.answer]]")?;
                        draft.word("id", &format!("answer-{answers}"))?;
                        draft.word("to", &name(exit.to))?;
                        let text = draft.writer.answer();
                        draft.both("text", &text)?;
                    }
                    EdgeKind::Trouble => {
                        draft.line("  [[node.trouble]]")?;
                        draft.word("to", &name(exit.to))?;
                        let text = draft.writer.trouble();
                        draft.both("text", &text)?;
                    }
                }
            }
        }
        Ok(draft.text)
    }
}

fn lane_section(lane: usize) -> String {
    format!("lane-{lane}")
}

struct Draft {
    text: String,
    writer: Writer,
}

impl Draft {
    fn sections(&mut self) -> std::fmt::Result {
        self.section(FREE, None)?;
        for (number, lane) in LANES.into_iter().enumerate() {
            self.section(&lane_section(number), Some(lane))?;
        }
        self.section(TROUBLES, None)
    }

    fn section(&mut self, id: &str, lane: Option<(&str, &str)>) -> std::fmt::Result {
        self.line("\n[[section]]")?;
        self.word("id", id)?;
        let title = self.writer.step();
        self.both("title", &title)?;
        let Some((zh, en)) = lane else { return Ok(()) };
        let (zh, en) = (zh.to_owned(), en.to_owned());
        self.both("lane", &Text { zh, en })
    }

    fn line(&mut self, line: &str) -> std::fmt::Result {
        writeln!(self.text, "{line}")
    }

    fn word(&mut self, key: &str, word: &str) -> std::fmt::Result {
        writeln!(self.text, "{key} = {}", Value::from(word))
    }

    fn both(&mut self, key: &str, text: &Text) -> std::fmt::Result {
        self.word(&[key, ".zh"].concat(), &text.zh)?;
        self.word(&[key, ".en"].concat(), &text.en)
    }
}

#[cfg(test)]
mod tests {
    use guide::{Guide, Lang};

    use super::*;
    use crate::project::{Program, Project};
    use crate::{SIZES, flow};

    fn guide(project: &Project, nodes: usize) -> Guide {
        let frame = Frame::read(&project.content.guide).unwrap();
        let content = project.content.with_guide(frame.guide(nodes).unwrap());
        content.guide().unwrap()
    }

    /// The values of an attribute that is written without quotes.
    fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
        let start = [" ", attribute, "="].concat();
        let pieces = html.split(&start).skip(1);
        pieces
            .filter_map(|rest| rest.split([' ', '>']).next())
            .collect()
    }

    #[test]
    fn generated_content_is_sound_and_has_the_flow_that_the_layout_is_measured_with() {
        let project = Project::read().unwrap();
        for nodes in SIZES {
            let guide = guide(&project, nodes);
            assert_eq!(guide.flow.check(), []);
            assert_eq!(guide.nodes.len(), nodes);
            let Sample { flow, parts } = Sample::named(&nodes.to_string());
            assert_eq!(guide.flow, flow);
            let lane_of = |node: &guide::Node| match guide.sections[node.section].lane.zh.as_str() {
                "" => None,
                lane => LANES.iter().position(|(zh, _)| *zh == lane),
            };
            let lanes: Vec<_> = guide.nodes.iter().map(lane_of).collect();
            assert_eq!(lanes, parts.lanes);
        }
    }

    #[test]
    fn page_and_flow_file_have_the_same_nodes_and_edges() {
        let project = Project::read().unwrap();
        let program = Program::named("glue.js", "program_bg.wasm");
        for nodes in SIZES {
            let guide = guide(&project, nodes);
            let file = flow::json(&guide, Lang::ZhHant);
            let file: serde_json::Value = serde_json::from_str(&file).unwrap();
            let list = |key: &str| file[key].as_array().unwrap().clone();
            let edges: Vec<String> = (list("edges").iter())
                .map(|edge| {
                    [&edge["from"], &edge["to"]]
                        .map(|id| id.as_str().unwrap())
                        .join(":")
                })
                .collect();
            let ids: Vec<String> = (list("nodes").iter())
                .map(|node| node["id"].as_str().unwrap().to_owned())
                .collect();
            assert_eq!(ids.len(), nodes);
            for page in project.pages(&guide, &program).unwrap() {
                assert_eq!(values(&page.html, "data-map-node"), ids);
                assert_eq!(values(&page.html, "data-map-edge"), edges);
            }
        }
    }
}
