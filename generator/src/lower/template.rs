//! Templates: text with `{placeholders}`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, listed};
use crate::ir::{Piece, Template};
use crate::spec::Text;

/// Reads a template. `known` gives every placeholder that may stand here, and what it means.
pub(super) fn lower_template(text: &Text, known: &[(String, Piece)], out: &mut Diagnostics) -> Template {
    let mut pieces = Vec::new();
    let mut rest = &*text.value;
    while !rest.is_empty() {
        let literal = &rest[..rest.find(['{', '}']).unwrap_or(rest.len())];
        if !literal.is_empty() {
            pieces.push(Piece::Text(literal.to_owned()));
        }
        rest = &rest[literal.len()..];
        if rest.is_empty() {
            break;
        }
        let Some((name, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) else {
            let message = format!("the braces of `{}` do not match", text.value);
            let help = "a placeholder is written `{name}`";
            out.push(Diagnostic::new(Code::TemplateSyntax, &text.origin, message).help(help));
            break;
        };
        pieces.extend(find(name, text, known, out));
        rest = after;
    }
    Template(pieces)
}

fn find(name: &str, text: &Text, known: &[(String, Piece)], out: &mut Diagnostics) -> Option<Piece> {
    if let Some((_, piece)) = known.iter().find(|(word, _)| word == name) {
        return Some(piece.clone());
    }
    let words = || known.iter().map(|(word, _)| &**word);
    let help = match closest(name, words()) {
        Some(near) => format!("did you mean `{{{near}}}`?"),
        None if known.is_empty() => "nothing can be filled in here".to_owned(),
        None => format!("what can be filled in here: {}", listed(words())),
    };
    let message = format!("the template names `{name}`, which does not exist here");
    out.push(Diagnostic::new(Code::PlaceholderUnknown, &text.origin, message).help(help));
    None
}
