//! The headers in the shipped configurations. The answers of the servers are held against `_headers` too.

use anyhow::Result;
use xshell::Shell;

pub(super) const HEADERS: &str = "embed/serving/_headers";

type Header = (String, String);

/// A `_headers` file: paths, one `*` at the end of one stands for anything, and the headers that are sent for each.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<(String, Vec<Header>)>);

impl Rules {
    pub(super) fn read(sh: &Shell) -> Result<Self> {
        Ok(Self::parse(&sh.read_file(HEADERS)?))
    }

    fn parse(text: &str) -> Self {
        let mut rules = Self::default();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for line in lines.filter(|line| !line.trim().is_empty()) {
            if line.starts_with('/') {
                rules.0.push((line.trim().to_owned(), Vec::new()));
            } else if let Some(((_, headers), (name, value))) =
                rules.0.last_mut().zip(line.split_once(':'))
            {
                headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        rules
    }

    /// The value of a header that is sent with this path; a host joins values of the same name by commas.
    pub(super) fn value(&self, path: &str, name: &str) -> Option<String> {
        let rules = self.0.iter().filter(|(rule, _)| fits(rule, path));
        let values: Vec<&str> = rules
            .flat_map(|(_, headers)| headers)
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The names of all headers, each once.
    pub(super) fn names(&self) -> Vec<&str> {
        let headers = self.0.iter().flat_map(|(_, headers)| headers);
        let mut names: Vec<&str> = headers.map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn fits(rule: &str, path: &str) -> bool {
    match rule.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => rule == path,
    }
}

#[cfg(test)]
mod tests {
    use super::super::server::{CADDY, NGINX};
    use super::*;

    /// The headers of each kind of file.
    #[derive(Debug, Default, PartialEq)]
    struct Kinds {
        all: Vec<Header>,
        hashed: Vec<Header>,
        others: Vec<Header>,
        alone: Vec<Header>,
    }

    impl Kinds {
        fn sorted(mut self) -> Self {
            for kind in [
                &mut self.all,
                &mut self.hashed,
                &mut self.others,
                &mut self.alone,
            ] {
                kind.sort();
                kind.dedup();
            }
            self
        }
    }

    fn text(file: &str) -> String {
        let sh = crate::shell().expect("a shell");
        sh.read_file(file).expect("a file of the project")
    }

    fn rules() -> Rules {
        Rules::parse(&text(HEADERS))
    }

    fn lines(file: &str) -> Vec<String> {
        let text = text(file);
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(str::to_owned)
            .collect()
    }

    fn unquoted(value: &str) -> String {
        value.trim().trim_matches('"').to_owned()
    }

    /// The two maps give values by kind; `add_header` names them.
    fn of_nginx() -> Kinds {
        let mut kinds = Kinds::default();
        let mut map = String::new();
        let mut values: Vec<(String, bool, String)> = Vec::new();
        for line in lines(NGINX) {
            if let Some(name) = line.strip_prefix("map $uri ") {
                map = name.trim_end_matches(" {").to_owned();
            } else if line == "}" {
                map.clear();
            } else if !map.is_empty() {
                let (key, value) = line.split_once("  ").expect("a key and its value");
                let value = unquoted(value.trim().trim_end_matches(';'));
                values.push((map.clone(), key == "default", value));
            } else if let Some(header) = line.strip_prefix("add_header ") {
                let header = header.trim_end_matches(';').trim_end_matches(" always");
                let (name, value) = header.split_once(' ').expect("a name and its value");
                if !value.starts_with('$') {
                    kinds.all.push((name.to_owned(), unquoted(value)));
                }
                for (_, is_default, given) in values.iter().filter(|(map, _, _)| map == value) {
                    let kind = match (value, is_default) {
                        ("$guide_cache", true) => &mut kinds.others,
                        ("$guide_cache", false) => &mut kinds.hashed,
                        ("$guide_frames", false) => &mut kinds.alone,
                        _ if given.is_empty() => continue,
                        _ => panic!("{value} is a map without a kind"),
                    };
                    kind.push((name.to_owned(), given.clone()));
                }
            }
        }
        kinds.sorted()
    }

    fn of_caddy() -> Kinds {
        let mut kinds = Kinds::default();
        let mut in_block = false;
        for line in lines(CADDY) {
            if line == "header {" {
                in_block = true;
            } else if line == "}" {
                in_block = false;
            } else if in_block || line.starts_with("header ") {
                let line = line.trim_start_matches("header ");
                let (kind, line) = match line.split_once(' ') {
                    Some(("@hashed", rest)) => (&mut kinds.hashed, rest),
                    Some(("@alone", rest)) => (&mut kinds.alone, rest),
                    _ => match line.strip_prefix('?') {
                        Some(rest) => (&mut kinds.others, rest),
                        None => (&mut kinds.all, line),
                    },
                };
                let (name, value) = line.split_once(' ').expect("a name and its value");
                kind.push((name.to_owned(), unquoted(value)));
            }
        }
        kinds.sorted()
    }

    fn of_headers() -> Kinds {
        let mut kinds = Kinds::default();
        for (path, headers) in rules().0 {
            match path.as_str() {
                "/*" => kinds.all.extend(headers),
                _ if path.starts_with("/learning-hours-guide-") => kinds.hashed.extend(headers),
                _ => {
                    let (frames, others): (Vec<_>, Vec<_>) = headers
                        .into_iter()
                        .partition(|(name, _)| name == "Content-Security-Policy");
                    assert!(!others.is_empty(), "{path} says nothing of caching");
                    kinds.alone.extend(frames);
                    kinds.others.extend(others);
                }
            }
        }
        kinds.sorted()
    }

    #[test]
    fn the_three_configurations_say_the_same_of_each_kind_of_file() {
        let headers = of_headers();
        assert_eq!(of_nginx(), headers);
        assert_eq!(of_caddy(), headers);
        assert_eq!(headers.all.len(), 4);
        assert_eq!(headers.hashed.len(), 1);
        assert_eq!(headers.others.len(), 1);
        assert_eq!(headers.alone.len(), 1);
    }

    #[test]
    fn names_with_a_hash_and_the_alternative_for_frames_are_the_same_too() {
        #[track_caller]
        fn check(part: &str, files: &[&str]) {
            for file in files {
                assert!(text(file).contains(part), "{file}");
            }
        }
        check(r"-[0-9a-f]{12,16}(_bg)?\.(js|wasm)$", &[NGINX, CADDY]);
        check(
            "frame-ancestors 'self' https://*.example.edu.tw",
            &[NGINX, CADDY, HEADERS],
        );
    }

    #[test]
    fn a_path_gets_the_headers_of_every_rule_that_fits() {
        let rules =
            Rules::parse("# why\n/*\n  A: 1\n  B: x: y\n\n/app-*\n  C: 2\n/app-1\n  A: 3\n");
        #[track_caller]
        fn check(rules: &Rules, path: &str, name: &str, expect: Option<&str>) {
            assert_eq!(rules.value(path, name).as_deref(), expect, "{path} {name}");
        }
        check(&rules, "/", "A", Some("1"));
        check(&rules, "/", "B", Some("x: y"));
        check(&rules, "/", "C", None);
        check(&rules, "/app-1", "C", Some("2"));
        check(&rules, "/app-1", "A", Some("1, 3"));
        assert_eq!(rules.names(), ["A", "B", "C"]);
    }

    #[test]
    fn a_page_has_the_same_headers_by_all_its_addresses() {
        let rules = rules();
        #[track_caller]
        fn check(rules: &Rules, address: &str, file: &str) {
            for name in rules.names() {
                assert_eq!(
                    rules.value(address, name),
                    rules.value(file, name),
                    "{name}"
                );
            }
            assert!(rules.0.iter().any(|(path, _)| path == file), "{file}");
        }
        check(&rules, "/", "/index.html");
        check(&rules, "/en/", "/en/index.html");
        check(&rules, "/studio", "/studio.html");
        check(&rules, "/preview", "/preview.html");
        check(&rules, "/embed", "/embed.html");
        check(&rules, "/en/embed", "/en/embed.html");
        check(&rules, "/guide", "/guide.html");
        check(&rules, "/guide.en", "/guide.en.html");
    }

    #[test]
    fn no_rule_repeats_a_header_for_a_path() {
        let rules = rules();
        for (path, _) in &rules.0 {
            for name in rules.names() {
                let fitting = rules.0.iter().filter(|(rule, _)| fits(rule, path));
                let times = fitting
                    .flat_map(|(_, headers)| headers)
                    .filter(|(known, _)| known == name)
                    .count();
                assert!(times <= 1, "{path} has {name} {times} times");
            }
        }
    }
}
