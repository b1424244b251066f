//! Templates: text with `{placeholders}`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Template, TemplatePart};
use crate::parse::Text;

/// Reads a template. `known` gives every placeholder that may stand here, and what it means.
pub(super) fn lower_template(
    text: &Text,
    known: &[(String, TemplatePart)],
    diagnostics: &mut Diagnostics,
) -> Template {
    let mut parts = Vec::new();
    let mut rest = &*text.value;
    while !rest.is_empty() {
        let literal = &rest[..rest.find(['{', '}']).unwrap_or(rest.len())];
        if !literal.is_empty() {
            parts.push(TemplatePart::Text(literal.to_owned()));
        }
        rest = &rest[literal.len()..];
        if rest.is_empty() {
            break;
        }
        let Some((name, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) else {
            let message = format!("the braces of `{}` do not match", text.value);
            let help = "a placeholder is written `{name}`";
            diagnostics.push(Diagnostic::new(Code::TemplateSyntax, &text.origin, message).help(help));
            break;
        };
        parts.extend(find(name, text, known, diagnostics));
        rest = after;
    }
    Template(parts)
}

/// The meaning of a placeholder; complains if there is none of that name.
fn find(
    name: &str,
    text: &Text,
    known: &[(String, TemplatePart)],
    diagnostics: &mut Diagnostics,
) -> Option<TemplatePart> {
    if let Some((_, part)) = known.iter().find(|(word, _)| word == name) {
        return Some(part.clone());
    }
    if let Some((user, password)) = name.strip_prefix("basic:").and_then(|both| both.split_once(':')) {
        let [user, password] = [user, password].map(|name| find(name, text, known, diagnostics));
        return match (user?, password?) {
            (TemplatePart::Input(user), TemplatePart::Input(password)) => {
                Some(TemplatePart::Basic(user, password))
            }
            _ => {
                let message = format!("`{{{name}}}` is made of two inputs of a credential");
                diagnostics.push(Diagnostic::new(Code::TemplateSyntax, &text.origin, message));
                None
            }
        };
    }
    let words = || known.iter().map(|(word, _)| &**word);
    let help = match closest(name, words()) {
        Some(near) => format!("did you mean `{{{near}}}`?"),
        None if known.is_empty() => "nothing can be filled in here".to_owned(),
        None => format!("what can be filled in here: {}", join_words(words())),
    };
    let message = format!("the template names `{name}`, which does not exist here");
    diagnostics.push(Diagnostic::new(Code::PlaceholderUnknown, &text.origin, message).help(help));
    None
}
