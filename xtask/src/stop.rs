//! Why a command ends early, in a sentence for the one who called it.

/// What every command answers.
pub(crate) type Outcome<T = ()> = Result<T, Stop>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The call itself was wrong.
    Usage(String),
    /// Something did not succeed; the sentence says what, and what to do.
    Failed(String),
    /// As above, and everything has been said already.
    Told,
}

impl Stop {
    pub(crate) fn sentence(&self) -> Option<&str> {
        match self {
            Self::Usage(sentence) | Self::Failed(sentence) => Some(sentence),
            Self::Told => None,
        }
    }

    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Failed(_) | Self::Told => 1,
        }
    }
}

/// For commands that take nothing.
pub(crate) fn no_arguments(name: &str, arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(Stop::Usage(format!(
            "`cargo xtask {name}` takes no arguments, but was given `{argument}`."
        ))),
    }
}

/// For commands that take `--port N` only.
pub(crate) fn port(name: &str, arguments: &[String], usual: u16) -> Outcome<u16> {
    let mut port = usual;
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--port") {
            Some("") => words.next().map(String::as_str),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        port = value
            .and_then(|value| value.parse().ok())
            .ok_or_else(|| {
                Stop::Usage(format!(
                    "`cargo xtask {name}` takes `--port NUMBER`, a number up to 65535, and nothing else; `{word}` cannot be read like that."
                ))
            })?;
    }
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_read_in_both_spellings() {
        #[track_caller]
        fn check(arguments: &[&str], expect: Option<u16>) {
            let arguments: Vec<_> = arguments.iter().map(|&word| word.to_owned()).collect();
            assert_eq!(
                port("serve", &arguments, 8080).ok(),
                expect,
                "{arguments:?}"
            );
        }
        check(&[], Some(8080));
        check(&["--port", "9000"], Some(9000));
        check(&["--port=9000"], Some(9000));
        check(&["--port", "0"], Some(0));
        check(&["--port"], None);
        check(&["--port", "many"], None);
        check(&["--port", "65536"], None);
        check(&["--ports=1"], None);
        check(&["9000"], None);
    }

    #[test]
    fn a_wrong_call_and_a_failure_have_different_exit_codes() {
        assert_eq!(Stop::Usage(String::new()).exit_code(), 2);
        assert_eq!(Stop::Failed(String::new()).exit_code(), 1);
        assert_eq!(Stop::Told.exit_code(), 1);
    }
}
