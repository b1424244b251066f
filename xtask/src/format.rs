//! How findings are reported.

use paceline_generator::{Diagnostic, SourceFile};

/// How findings are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people, on standard error.
    Text,
    /// For programs: one JSON object a line, on standard output, which then holds nothing else.
    Json,
}

impl Format {
    /// Reports findings about a spec.
    pub(crate) fn report(self, diagnostics: &[Diagnostic], sources: &[SourceFile]) {
        match self {
            Self::Text => {
                anstream::eprint!("{}", paceline_generator::render_diagnostics(diagnostics, sources, true));
            }
            Self::Json => {
                anstream::print!("{}", paceline_generator::render_diagnostics_json(diagnostics, sources))
            }
        }
    }

    /// Says how a run went, where it is not in the way of findings.
    pub(crate) fn say(self, line: &str) {
        match self {
            Self::Text => anstream::println!("{line}"),
            Self::Json => anstream::eprintln!("{line}"),
        }
    }
}

/// `1 error`, `2 errors`.
pub(crate) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
