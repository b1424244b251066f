//! What is wrong with a text that is no YAML, in the words of someone who looks at it.
//!
//! A parser stops where it cannot go on, which is often far from the slip: a quote that is not closed swallows text up to
//! the next quote. So the text before that place is looked at once more, by its quotes, brackets and indentation.

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{SourceLocation, Span, saturating_u32};

/// Explains what the parser complains about.
pub(super) fn explain(error: &ScanError, at: &SourceLocation, text: &str) -> Diagnostic {
    if *error.kind() == ErrorKind::DirectiveDisallowed {
        let message = "the dialect has no YAML directives";
        return Diagnostic::new(Code::YamlFeature, at, message).help("remove the line");
    }
    let message = error.info();
    let scan = Scan::run(text, at.span.start());
    let lines = Lines { at, text };
    scan.long_quote(&lines)
        .or_else(|| message.contains("flow").then(|| scan.open_bracket(&lines)).flatten())
        .or_else(|| lines.explain(&message))
        .unwrap_or_else(|| {
            Diagnostic::new(Code::YamlSyntax, at, lower_first(&message)).help_maybe(help_for(&message))
        })
}

/// The location of a byte.
fn point_at(root: &SourceLocation, text: &str, index: usize) -> SourceLocation {
    let start = text.floor_char_boundary(index.min(text.len()));
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    SourceLocation {
        file: root.file.clone(),
        line: saturating_u32(before.matches('\n').count() + 1),
        column: saturating_u32(before[line_start..].chars().count() + 1),
        span: Span::new(start, start),
    }
}

/// What stands open where the parser gave up.
#[derive(Default)]
struct Scan {
    /// The quote that is open there, or that was closed last.
    quote: Option<Quote>,
    /// The bytes of the brackets that are open there, the innermost last.
    brackets: Vec<usize>,
}

/// A text in quotes.
#[derive(Clone, Copy)]
struct Quote {
    /// The byte of its opening mark.
    start: usize,
    /// The byte behind it, once it is closed.
    end: Option<usize>,
}

impl Scan {
    /// Looks at the text up to a byte, line by line.
    fn run(text: &str, end: usize) -> Self {
        let mut scan = Self::default();
        let mut start = 0;
        // Lines deeper than this belong to a block of text, in which quotes mean nothing.
        let mut block: Option<usize> = None;
        for line in text[..text.floor_char_boundary(end.min(text.len()))].split_inclusive('\n') {
            let bare = line.trim();
            if block.is_some_and(|indent| bare.is_empty() || indent_of(line) > indent) {
                start += line.len();
                continue;
            }
            scan.take_line(line, start);
            let opens_block = bare.rsplit(' ').next().is_some_and(|word| {
                word.starts_with(['|', '>']) && word[1..].chars().all(|c| "+-0123456789".contains(c))
            });
            block = (opens_block && scan.brackets.is_empty() && !scan.is_quoted()).then(|| indent_of(line));
            start += line.len();
        }
        scan
    }

    /// Whether a quote is open.
    fn is_quoted(&self) -> bool {
        self.quote.is_some_and(|quote| quote.end.is_none())
    }

    /// Looks at one line, which starts at the byte `start`.
    fn take_line(&mut self, line: &str, start: usize) {
        let mut mark = self.quote.filter(|quote| quote.end.is_none()).map(|_| '"');
        let mut before = ' ';
        let mut escaped = false;
        for (at, c) in line.char_indices() {
            match mark {
                Some(open) if c == open && !escaped => {
                    mark = None;
                    self.quote.iter_mut().for_each(|quote| quote.end = Some(start + at + 1));
                }
                Some(_) => {}
                None if c == '#' && before.is_whitespace() => return,
                // A quote opens only where a value can start; in the middle of a word it is an apostrophe.
                None if matches!(c, '"' | '\'') && (before.is_whitespace() || "[{,".contains(before)) => {
                    mark = Some(c);
                    self.quote = Some(Quote { start: start + at, end: None });
                }
                None if matches!(c, '[' | '{') => self.brackets.push(start + at),
                None if matches!(c, ']' | '}') => drop(self.brackets.pop()),
                None => {}
            }
            escaped = c == '\\' && !escaped;
            before = c;
        }
        // A single quote that is not closed on its line is more likely an apostrophe; only double quotes are followed over
        // lines.
        if mark == Some('\'') {
            self.quote = None;
        }
    }

    /// A quote that swallowed whole lines on the way to the line where the parser gave up.
    fn long_quote(&self, lines: &Lines<'_>) -> Option<Diagnostic> {
        let quote = self.quote?;
        let end = quote.end.unwrap_or(lines.at.span.start());
        let (first, last) = (quote.start, end.min(lines.at.span.start()));
        if !lines.text.get(first..last)?.contains('\n')
            || lines.text.get(end..lines.at.span.start())?.contains('\n')
        {
            return None;
        }
        let message = "this quote is not closed on its line";
        Some(
            Diagnostic::new(Code::YamlSyntax, &point_at(lines.at, lines.text, quote.start), message)
                .note_at(lines.at, "what follows is read as part of the text up to the next quote, here")
                .help("put a `\"` where the text ends"),
        )
    }

    /// A bracket that is still open on a later line, where something else starts.
    fn open_bracket(&self, lines: &Lines<'_>) -> Option<Diagnostic> {
        let open = *self.brackets.last()?;
        let (bracket, close) = if lines.text[open..].starts_with('[') { ('[', ']') } else { ('{', '}') };
        if !lines.text.get(open..lines.at.span.start())?.contains('\n') {
            return None;
        }
        let message = format!("this `{bracket}` is not closed");
        Some(
            Diagnostic::new(Code::YamlSyntax, &point_at(lines.at, lines.text, open), message)
                .note_at(lines.at, format!("a `{close}` is missed here at the latest"))
                .help(format!(
                    "put a `{close}` where it ends, or a `,` at the end of the line if it goes on"
                )),
        )
    }
}

/// The line where the parser gave up, and those before it.
struct Lines<'t> {
    at: &'t SourceLocation,
    text: &'t str,
}

impl<'t> Lines<'t> {
    /// The line, and the byte at which it starts.
    fn here(&self) -> (&'t str, usize) {
        let start = self.text[..self.at.span.start()].rfind('\n').map_or(0, |newline| newline + 1);
        (self.text[start..].lines().next().unwrap_or_default(), start)
    }

    /// The lines before, the nearest first, without those that say nothing: each with the byte at which it starts.
    fn before(&self) -> impl Iterator<Item = (&'t str, usize)> {
        let text = self.text;
        let mut end = self.here().1;
        std::iter::from_fn(move || {
            let body = text[..end].strip_suffix('\n')?;
            end = body.rfind('\n').map_or(0, |newline| newline + 1);
            Some((&text[end..body.len() + 1], end))
        })
        .filter(|(line, _)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
    }

    /// Explains by the line where the parser gave up, and those before; `None` if they show nothing.
    fn explain(&self, message: &str) -> Option<Diagnostic> {
        if message.contains("tab") {
            self.tab()
        } else if message.contains("mapping values") {
            self.too_deep().or_else(|| self.colon())
        } else if message.contains("expected ':'") {
            self.tight_colon()
        } else if message.contains("did not find expected key") {
            self.between()
        } else {
            None
        }
    }

    /// A syntax error at a byte.
    fn finding(&self, at: usize, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Code::YamlSyntax, &point_at(self.at, self.text, at), message)
    }

    /// A line that is indented with a tab.
    fn tab(&self) -> Option<Diagnostic> {
        let (line, start) = self.here();
        let at = line.find(|c: char| c != ' ').filter(|at| line[*at..].starts_with('\t'))?;
        let message = "this line is indented with a tab";
        Some(self.finding(start + at, message).help("indent with spaces, two for each level"))
    }

    /// A key that stands deeper than a line that already has a value.
    fn too_deep(&self) -> Option<Diagnostic> {
        let (line, start) = self.here();
        let first_colon = line.find(':').is_some_and(|colon| start + colon == self.at.span.start());
        let (above, above_start) = self.before().next()?;
        let (indent, wanted) = (indent_of(line), indent_of(above));
        if !first_colon || indent <= wanted {
            return None;
        }
        let above = point_at(self.at, self.text, above_start + wanted);
        let message = "this line stands deeper than the one before, which already has a value";
        Some(
            self.finding(start + indent, message)
                .note_at(&above, "it is read as more text of this value")
                .help(format!("indent it by {wanted} spaces, like the line before")),
        )
    }

    /// A text with a colon that looks like a key.
    fn colon(&self) -> Option<Diagnostic> {
        let (line, start) = self.here();
        let (key, _) = line.split_once(": ").filter(|(key, _)| start + key.len() < self.at.span.start())?;
        let key = key.rsplit(['{', ',', ' ']).next().unwrap_or(key);
        let message = "this colon makes a key of the text before it";
        let help = format!("a text that holds a colon and a space stands in quotes: `{key}: \"…\"`");
        Some(self.finding(self.at.span.start(), message).help(help))
    }

    /// A key without a space after its colon.
    fn tight_colon(&self) -> Option<Diagnostic> {
        let (line, start) = self.here();
        let (key, value) = line.trim().split_once(':')?;
        let word = |c: char| c.is_ascii_alphanumeric() || "_?-".contains(c);
        if !key.chars().all(word) || value.is_empty() || value.starts_with(' ') {
            return None;
        }
        let message = format!("there is no space after the colon of `{key}`");
        let finding = self.finding(start + indent_of(line), message);
        Some(finding.help(format!("write `{key}: {value}`")))
    }

    /// A line whose indentation lies between that of the mappings around it.
    fn between(&self) -> Option<Diagnostic> {
        let (line, start) = self.here();
        let indent = indent_of(line);
        let mut around: Vec<usize> = Vec::new();
        for (above, _) in self.before() {
            let other = indent_of(above);
            if around.last().is_none_or(|last| other < *last) {
                around.push(other);
            }
        }
        let deeper = *around.iter().rfind(|other| **other > indent)?;
        let message = match around.iter().find(|other| **other < indent) {
            Some(less) => {
                format!("this line is indented by {indent} spaces, yet those around it by {less} or {deeper}")
            }
            None => format!("this line is indented by {indent} spaces, yet those before it by {deeper}"),
        };
        let help = "the keys of one mapping start in the same column";
        (!around.contains(&indent)).then(|| self.finding(start + indent, message).help(help))
    }
}

/// How many spaces a line starts with.
fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// What most likely caused an error of which nothing better is known.
fn help_for(message: &str) -> Option<String> {
    let help = if message.contains("mapping values") {
        "a key ends with `:`; a text that holds `: ` stands in quotes"
    } else if message.contains("tab") {
        "indent with spaces"
    } else if message.contains("quote") {
        "a text that starts with a quote ends with the same quote"
    } else if message.contains("unexpected character") {
        "write a text that starts with such a character in quotes"
    } else if message.contains("bracket") {
        "a list stands in `[` and `]`, a mapping in `{` and `}`; see which one is not closed"
    } else if message.contains("block sequence entries") {
        "start each item on a line of its own, like `- …`, below its key"
    } else if message.contains("did not find expected ','") {
        "put a `,` between the entries, and quotes around a text that holds `,`, `:` or brackets"
    } else if message.contains("did not find expected") {
        "the keys of one mapping start in the same column"
    } else {
        return None;
    };
    Some(help.to_owned())
}

/// Messages start in lower case here.
fn lower_first(message: &str) -> String {
    // The parser opens quotations with a backtick and closes them with an apostrophe.
    let message =
        match message.strip_prefix("unexpected character: `").and_then(|rest| rest.strip_suffix('\'')) {
            Some(found) => format!("unexpected character `{found}`"),
            None => message.to_owned(),
        };
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
