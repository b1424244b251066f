//! Examples: of members, parameters and types.
//!
//! Whether one fits is decided as for any other spec, when the files are made: what the document says of a value and what
//! the spec can say of it are not always the same.

use std::collections::BTreeSet;

use super::importer::Importer;
use super::types::{Field, JsonKind, literal};
use super::write::{doc_text, quote};
use crate::diagnostic::{Code, Diagnostic};
use crate::file::SourceFile;
use crate::untyped::Untyped;

/// Says what is wrong with the files of a spec.
pub(crate) type FindMistakes<'a> = dyn Fn(&[SourceFile]) -> Vec<Diagnostic> + 'a;

/// The longest example in bytes of the spec: more helps nobody who reads docs.
const LONGEST: usize = 2000;
/// Values stand at most so deep inside an example.
const DEEPEST: usize = 12;

impl<'d> Importer<'d> {
    /// The example of a member or parameter as the spec writes it, as far as its schema gives one.
    pub(super) fn example_of(&self, schema: &'d Untyped, field: &Field) -> Option<String> {
        let found = if !field.ty.is_named_type {
            self.flatten(schema).parts.iter().find_map(|part| said(part))
        } else if field.ty.kind != JsonKind::Object || self.alias(schema).is_some() {
            // What a reference leads to is a type, which has an example itself.
            said(schema)
        } else {
            None
        };
        self.attribute(found?)
    }

    /// The example that a schema itself has, as the spec writes it at a type.
    pub(super) fn own_example(&self, schema: &'d Untyped) -> Option<String> {
        self.attribute(said(schema)?)
    }

    /// Puts the example that stands at a parameter in the place of the one of its schema.
    pub(super) fn add_param_example(&self, param: &'d Untyped, field: &mut Field) {
        let named = param.peek("examples").and_then(|examples| {
            let (_, first) = examples.peek_entries().first()?;
            let first = self.resolve(first);
            first.count_key_as_read("value");
            Some(("examples", first.peek("value")?))
        });
        let found = param.peek("example").map(|example| ("example", example)).or(named);
        let Some((key, value)) = found else { return };
        param.count_key_as_read(key);
        param.get(key).into_iter().for_each(Untyped::count_as_read);
        if let Some(attribute) = self.attribute((key, value)) {
            field.attributes.retain(|text| !text.starts_with("example: "));
            field.attributes.push(attribute);
        }
    }

    /// An example as the spec writes it; `None` where it cannot be written.
    fn attribute(&self, (_, value): (&str, &'d Untyped)) -> Option<String> {
        value.count_as_read();
        let text = written(value, 0).filter(|text| text.len() <= LONGEST);
        let Some(text) = text else {
            self.notes.left_out("an example that is too long or cannot be written; left out", "", value);
            return None;
        };
        let attribute = format!("example: {text}");
        self.examples.borrow_mut().push((attribute.clone(), value));
        Some(attribute)
    }

    /// Takes the examples that do not fit their types out of the files, with a note on each.
    pub(super) fn leave_out_misfits(&self, files: &mut [SourceFile], find_mistakes: &FindMistakes<'_>) {
        let examples = self.examples.borrow();
        if examples.is_empty() {
            return;
        }
        let mut lines: BTreeSet<(String, usize)> = BTreeSet::new();
        for finding in find_mistakes(files) {
            if [Code::ValueMisfit, Code::MemberUnknown].contains(&finding.code) {
                lines.insert((finding.origin.file.to_string(), finding.origin.line as usize));
            }
        }
        for file in files {
            let found = |number: usize| lines.contains(&(file.path.clone(), number + 1));
            let kept = file.text.split_inclusive('\n').enumerate().map(|(number, line)| {
                let here = examples.iter().filter(|(text, _)| found(number) && line.contains(text.as_str()));
                // One example may begin like another one.
                match here.max_by_key(|(text, _)| text.len()) {
                    Some((text, value)) => {
                        let note = "an example that does not fit its type; left out";
                        self.notes.left_out(note, name_of_line(line), value);
                        without(line, text)
                    }
                    None => line.to_owned(),
                }
            });
            file.text = kept.collect();
        }
    }
}

/// What a line of the spec describes.
fn name_of_line(line: &str) -> String {
    let (name, _) = line.trim().split_once(": {").unwrap_or((line.trim(), ""));
    if name.starts_with("example: ") {
        String::from("a type")
    } else {
        format!("`{}`", name.trim_matches('"'))
    }
}

/// A line without an example: of a field one attribute less, of a type nothing.
fn without(line: &str, attribute: &str) -> String {
    if line.trim_start().starts_with("example: ") {
        String::new()
    } else {
        line.replacen(&format!("{attribute}, "), "", 1)
    }
}

/// The example that a schema itself has: `example`, or the first of `examples`.
fn said(schema: &Untyped) -> Option<(&'static str, &Untyped)> {
    if let Some(example) = schema.peek("example") {
        schema.count_key_as_read("example");
        return Some(("example", example));
    }
    let examples = schema.peek("examples")?;
    let first = examples.items().first()?;
    examples.count_as_read();
    schema.count_key_as_read("examples");
    Some(("examples", first))
}

/// A value as YAML on one line.
fn written(value: &Untyped, depth: usize) -> Option<String> {
    if depth > DEEPEST {
        return None;
    }
    match value {
        Untyped::Null => Some("null".to_owned()),
        Untyped::Str(text) if text.contains(char::is_control) => {
            doc_text(text).filter(|shown| shown == text).map(|text| quote(&text))
        }
        Untyped::List(items) => {
            let items: Vec<String> =
                items.iter().map(|item| written(item, depth + 1)).collect::<Option<_>>()?;
            Some(format!("[{}]", items.join(", ")))
        }
        Untyped::Map(_) => {
            let mut names = BTreeSet::new();
            let member = |(name, value): &(crate::untyped::Key, Untyped)| {
                let is_new = names.insert(name.to_string());
                let is_plain = !name.contains(char::is_control);
                Some(format!(
                    "{}: {}",
                    quote(name),
                    written(value, depth + 1).filter(|_| is_new && is_plain)?
                ))
            };
            let members: Vec<String> = value.peek_entries().iter().map(member).collect::<Option<_>>()?;
            Some(format!("{{{}}}", members.join(", ")))
        }
        value => literal(value),
    }
}
