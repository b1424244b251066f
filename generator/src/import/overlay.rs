//! Hand-made additions, laid over imported files.

use super::write::{key, quote};
use crate::file::SourceFile;
use crate::untyped::{Key, Members, Untyped};

/// What [`crate::apply_overlay`] does. `read` reads YAML.
pub(crate) fn apply_overlay(
    mut files: Vec<SourceFile>,
    overlay: &[SourceFile],
    read: fn(&str) -> Result<Untyped, String>,
) -> Result<Vec<SourceFile>, String> {
    for addition in overlay {
        let said = read(&addition.text).map_err(|why| format!("{}: {why}", addition.path))?;
        let Untyped::Map(mut members) = said else {
            return Err(format!("{}: a file is a mapping, such as `endpoints: {{…}}`", addition.path));
        };
        let Some(file) = files.iter_mut().find(|file| file.path == addition.path) else {
            files.push(addition.clone());
            continue;
        };
        let mut merged = read(&file.text).map_err(|why| format!("{}: {why}", file.path))?;
        merge(&mut merged, std::mem::take(members.entries_mut()), &addition.path)?;
        let comments = file.text.lines().take_while(|line| line.starts_with('#') || line.is_empty());
        let mut text: String = comments.map(|line| format!("{line}\n")).collect();
        write_members(&merged, 0, &mut text);
        file.text = text;
    }
    Ok(files)
}

/// Merges members into a value. `place` says where, for complaints.
fn merge(target: &mut Untyped, members: Vec<(Key, Untyped)>, place: &str) -> Result<(), String> {
    if !matches!(target, Untyped::Map(_)) {
        *target = Untyped::Map(Members::default());
    }
    let Untyped::Map(entries) = target else { return Ok(()) };
    let entries = entries.entries_mut();
    for (name, value) in members {
        let place = format!("{place}: {name}");
        let at = entries.iter().position(|(known, _)| *known == name);
        match (value, at) {
            (Untyped::Null, Some(at)) => drop(entries.remove(at)),
            (Untyped::Null, None) => {
                return Err(format!("{place} is to be removed, but the import has no such key"));
            }
            (Untyped::Map(mut members), Some(at)) => {
                merge(&mut entries[at].1, std::mem::take(members.entries_mut()), &place)?;
            }
            (value, Some(at)) => entries[at].1 = value,
            (value, None) => entries.push((name, value)),
        }
    }
    Ok(())
}

/// Writes the members of a mapping, one a line. Mappings without further ones inside stand on one line, apart from those at
/// the top of a file: its sections and their entries.
pub(super) fn write_members(value: &Untyped, indent: usize, text: &mut String) {
    for (name, value) in value.peek_entries() {
        let has_inner = value.peek_entries().iter().any(|(_, inner)| matches!(inner, Untyped::Map(_)))
            || (indent < 4 && !value.peek_entries().is_empty());
        text.push_str(&format!("{:indent$}{}:", "", key(name)));
        match value {
            Untyped::Map(_) if has_inner => {
                text.push('\n');
                write_members(value, indent + 2, text);
            }
            Untyped::List(items) if items.iter().any(|item| matches!(item, Untyped::Map(_))) => {
                text.push('\n');
                for item in items {
                    text.push_str(&format!("{:indent$}  - {}\n", "", flow(item)));
                }
            }
            _ => text.push_str(&format!(" {}\n", flow(value))),
        }
    }
}

/// A value on one line, in the flow style of YAML.
fn flow(value: &Untyped) -> String {
    match value {
        Untyped::Null => "null".to_owned(),
        Untyped::Bool(value) => value.to_string(),
        Untyped::Int(number) => number.to_string(),
        Untyped::Float(number) => format!("{number:?}"),
        Untyped::Str(text) => quote(text),
        Untyped::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Untyped::Map(_) => {
            let entries =
                value.peek_entries().iter().map(|(name, value)| format!("{}: {}", key(name), flow(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}
