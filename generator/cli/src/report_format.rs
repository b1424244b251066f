//! How a command reports its findings, and which stream its status lines go to.

use paceline_generator::{Diagnostic, SourceFile};

/// How a command reports its findings, and which stream its status lines go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// For people: findings on standard error, status lines on standard output.
    Text,
    /// For programs: findings on standard output as one JSON object a line, status lines on standard error.
    Json,
}

impl ReportFormat {
    /// Prints findings about a spec.
    pub fn print_findings(self, diagnostics: &[Diagnostic], sources: &[SourceFile]) {
        match self {
            Self::Text => {
                let color = true;
                anstream::eprint!("{}", paceline_generator::render_diagnostics(diagnostics, sources, color));
            }
            Self::Json => {
                anstream::print!("{}", paceline_generator::render_diagnostics_json(diagnostics, sources))
            }
        }
    }

    /// Prints a status line to the stream that does not carry the findings.
    pub fn print_status(self, line: &str) {
        match self {
            Self::Text => anstream::println!("{line}"),
            Self::Json => anstream::eprintln!("{line}"),
        }
    }
}

/// A number with its noun: `1 error`, `2 errors`.
#[must_use]
pub fn pluralize(number: usize, singular_noun: &str) -> String {
    format!("{number} {singular_noun}{}", if number == 1 { "" } else { "s" })
}
