//! Who is in the program: bytes by crate, from the functions of the file in `dist/` and their names.
//!
//! A published program has no names, so wasm-opt writes them into a file beside it, in the very run that drops them
//! (`--symbolmap` in index.html). What is weighed is what a reader loads, and no build is made for it.

mod sections;

use std::{cmp::Reverse, collections::BTreeMap, fs, path::Path};

use super::grouped;
use crate::{
    budget::{self, Budget},
    project,
    stop::{Outcome, Stop},
};
use sections::Sections;

/// What of index.html names the file.
const ASKED: &str = "--symbolmap=";
/// So many bytes of a crate need no place in the budget: they come and go with what is inlined.
const UNLISTED: u64 = 500;

/// Bytes as they are loaded, before compression: what that makes of them cannot be told apart by crate.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Program {
    /// The largest first.
    crates: Vec<(String, u64)>,
    /// What belongs to no crate, by what it is.
    others: [(&'static str, u64); 3],
}

impl Program {
    pub(super) fn read(file: &Path) -> Outcome<Self> {
        let bytes = fs::read(file).map_err(|error| {
            Stop::Failed(format!("{} could not be read: {error}.", file.display()))
        })?;
        let template = project::read("index.html")?;
        let names = asked(&template).ok_or_else(|| {
            Stop::Failed(format!(
                "index.html does not ask wasm-opt for names with `{ASKED}…`, so nobody can say which crates are in the program."
            ))
        })?;
        let lines = fs::read_to_string(project::root()?.join(names)).unwrap_or_default();
        let sections = Sections::of(&bytes).ok_or_else(|| {
            Stop::Failed(format!("{} is no WebAssembly program.", file.display()))
        })?;
        Self::weigh(&sections, &lines).ok_or_else(|| {
            Stop::Failed(format!(
                "{names} does not hold the names of the functions in {}, so nobody can say which crates they are of; `cargo xtask build` makes both.",
                file.display()
            ))
        })
    }

    /// Takes a line `index:name` for each function, the imported ones first. Nothing where they are those of another program.
    fn weigh(sections: &Sections, names: &str) -> Option<Self> {
        let names: Vec<&str> = names
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(_, name)| name)
            .collect();
        let names = names.get(sections.imports..)?;
        if names.len() != sections.functions.len() {
            return None;
        }
        let mut nameless = 0;
        let mut crates = BTreeMap::new();
        for (name, bytes) in names.iter().zip(&sections.functions) {
            match crate_of(name) {
                Some(name) => *crates.entry(name.to_owned()).or_default() += bytes,
                None => nameless += bytes,
            }
        }
        let mut crates: Vec<(String, u64)> = crates.into_iter().collect();
        crates.sort_by_key(|&(_, bytes)| Reverse(bytes));
        Some(Self {
            crates,
            others: [
                ("(data: texts and tables of all crates)", sections.data),
                ("(functions without a crate)", nameless),
                ("(types, imports, exports, frames)", sections.rest),
            ],
        })
    }

    fn sum(&self) -> u64 {
        let others = self.others.iter().map(|(_, bytes)| bytes);
        self.crates
            .iter()
            .map(|(_, bytes)| bytes)
            .chain(others)
            .sum()
    }

    pub(super) fn table(&self, budget: &Budget) -> String {
        let sum = self.sum();
        let line = |name: &str, bytes: u64, limit: Option<u64>| {
            let limit = limit.map_or_else(String::new, grouped);
            // Tenths of a percent, rounded.
            let share = (bytes * 2_000 + sum) / (sum * 2).max(1);
            let share = format!("{}.{} %", share / 10, share % 10);
            let line = format!(
                "  {name:<40}{:>10}{share:>10}{:>10}{limit:>10}",
                grouped(bytes),
                ""
            );
            format!("{}\n", line.trim_end())
        };
        let mut table = format!(
            "{:<42}{:>10}{:>10}{:>10}{:>10}\n",
            "who is in the program", "raw", "share", "", "budget"
        );
        for (name, bytes) in &self.crates {
            table.push_str(&line(name, *bytes, budget.bytes_of_crate(name)));
        }
        for (name, bytes) in self.others {
            table.push_str(&line(name, bytes, None));
        }
        table.push_str(&line("total", sum, None));
        table
    }

    pub(super) fn excesses(&self, budget: &Budget) -> Vec<String> {
        self.crates
            .iter()
            .filter_map(|(name, bytes)| match budget.bytes_of_crate(name) {
                Some(limit) if *bytes > limit => Some(format!(
                    "  crate {name} in the program: {} bytes, {} more than the {} allowed.",
                    grouped(*bytes),
                    grouped(bytes - limit),
                    grouped(limit)
                )),
                None if *bytes > UNLISTED => Some(format!(
                    "  crate {name} is in the program with {} bytes, and [crates] of {} does not name it.",
                    grouped(*bytes),
                    budget::FILE
                )),
                _ => None,
            })
            .collect()
    }
}

/// The file for the names, as index.html gives it.
fn asked(template: &str) -> Option<&str> {
    let (_, rest) = template.split_once(ASKED)?;
    rest.split([' ', '"'])
        .next()
        .filter(|file| !file.is_empty())
}

/// Whose a function is by its name, as wasm-bindgen spells it: of an implementation the crate of the type, or that of the trait where the
/// type is the language's own or any at all. Code of a library that was made for our types is counted where its name says.
fn crate_of(name: &str) -> Option<&str> {
    // What wasm-opt makes of functions that are nearly the same has the name of one of them.
    let name = name.strip_prefix("byn$mgfn-shared$").unwrap_or(name);
    if name.starts_with("__wbindgen_") || name.starts_with("__externref_") {
        return Some("wasm_bindgen");
    }
    let mut paths = name.splitn(2, " as ");
    let own = paths.find_map(first_of_path);
    // `<char>::is_whitespace`: what the language's own types can do is in core.
    own.or_else(|| name.starts_with('<').then_some("core"))
}

/// `a` of `a::b`, also behind what makes a reference, a list or an object of a type.
fn first_of_path(path: &str) -> Option<&str> {
    const BEFORE: [&str; 9] = ["<", "&", "[", "(", "*", "mut ", "const ", "dyn ", "impl "];
    let mut path = path;
    while let Some(rest) = BEFORE.iter().find_map(|word| path.strip_prefix(word)) {
        path = rest;
    }
    let end = path.find(|letter: char| letter != '_' && !letter.is_alphanumeric())?;
    let (name, rest) = path.split_at(end);
    // The standard library tells versions of a crate apart: `core[8d52e2a5]::fmt`.
    let rest = match rest.strip_prefix('[') {
        Some(version) => version.split_once(']')?.1,
        None => rest,
    };
    (!name.is_empty() && rest.starts_with("::")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_its_name_begins_with() {
        #[track_caller]
        fn check(name: &str, expect: Option<&str>) {
            assert_eq!(crate_of(name), expect, "{name}");
        }
        check("yew::scheduler::start::h0123456789abcdef", Some("yew"));
        check("core[8d52e2a5]::str::pattern::next_match.296", Some("core"));
        check("core::ptr::drop_in_place<yew::Html>::h01", Some("core"));
        check(
            "core::num::<impl core::fmt::Display for u32>::fmt",
            Some("core"),
        );
        check(
            "<hours::Hours as core::fmt::Display>::fmt::h01",
            Some("hours"),
        );
        check(
            "<alloc[1f]::string::String as core[8d]::fmt::Write>::write_str",
            Some("alloc"),
        );
        check(
            "<hashbrown[5e]::raw::RawTableInner>::erase",
            Some("hashbrown"),
        );
        check(
            "<&mut guide::Guide as core::fmt::Debug>::fmt",
            Some("guide"),
        );
        check(
            "<[hours::Hours] as alloc::slice::Join>::join",
            Some("hours"),
        );
        check("<(T, U) as core::fmt::Debug>::fmt", Some("core"));
        check("<T as yew::utils::RcExt<T>>::unwrap_or_clone", Some("yew"));
        check("<dyn core::any::Any>::is", Some("core"));
        check("<char>::is_whitespace", Some("core"));
        check(
            "byn$mgfn-shared$alloc::vec::Vec<T,A>::reserve::h01",
            Some("alloc"),
        );
        check("__externref_table_alloc", Some("wasm_bindgen"));
        check("__wbindgen_malloc", Some("wasm_bindgen"));
        check("main", None);
        check("", None);
    }

    #[test]
    fn the_template_says_where_the_names_are() {
        #[track_caller]
        fn check(template: &str, expect: Option<&str>) {
            assert_eq!(asked(template), expect, "{template}");
        }
        let file = Some("target/names.txt");
        check(
            "<link data-wasm-opt-params=\"--symbolmap=target/names.txt -x\">",
            file,
        );
        check(
            "<link data-wasm-opt-params=\"-x --symbolmap=target/names.txt\">",
            file,
        );
        check("<link data-wasm-opt-params=\"--symbolmap=\">", None);
        check("<link>", None);
    }

    #[test]
    fn names_of_another_program_are_refused() {
        #[track_caller]
        fn check(names: &str, expect: bool) {
            assert_eq!(
                Program::weigh(&sections(), names).is_some(),
                expect,
                "{names}"
            );
        }
        check(NAMED, true);
        check("0:import\n1:yew::a\n2:core::b\n3:main", false);
        check(&format!("{NAMED}\n5:core::c"), false);
        check("", false);
    }

    #[test]
    fn the_table_names_every_crate_with_its_share() {
        let table = program().table(&budget("yew = 7_000"));
        let lines: Vec<Vec<&str>> = table
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        assert_eq!(lines[1], ["yew", "6,500", "65.0", "%", "7,000"]);
        assert_eq!(lines[2], ["core", "600", "6.0", "%"]);
        assert_eq!(lines[6], ["total", "10,000", "100.0", "%"]);
    }

    #[test]
    fn an_excess_names_the_crate() {
        #[track_caller]
        fn check(limits: &str, expect: &[&str]) {
            assert_eq!(program().excesses(&budget(limits)), expect, "{limits}");
        }
        check("yew = 6_500\ncore = 1_000\ngone = 1", &[]);
        check(
            "yew = 6_499\ncore = 600",
            &["  crate yew in the program: 6,500 bytes, 1 more than the 6,499 allowed."],
        );
        check(
            "yew = 6_500",
            &[
                "  crate core is in the program with 600 bytes, and [crates] of bench/budget.toml does not name it.",
            ],
        );
    }

    const NAMED: &str = "0:import\n1:yew::a\n2:core::b\n3:main\n4:<yew::A as core::B>::c";

    fn program() -> Program {
        Program::weigh(&sections(), NAMED).expect("its own names")
    }

    fn sections() -> Sections {
        Sections {
            imports: 1,
            functions: vec![4_000, 600, 400, 2_500],
            data: 1_500,
            rest: 1_000,
        }
    }

    fn budget(limits: &str) -> Budget {
        Budget::parse(&format!("[crates]\n{limits}")).expect("a good budget")
    }
}
