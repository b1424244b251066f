//! Paths in JSON documents, such as `data.list`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{JsonPath, Scalar, Shape, TypeDef, TypeRef};
use crate::parse::Text;

/// Splits a path into the names of its members. A dot that belongs to a name, as in those of OData, is written `\.`.
pub(super) fn lower_json_path(text: &Text, diagnostics: &mut Diagnostics) -> JsonPath {
    let mut path = vec![String::new()];
    let mut characters = text.value.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, path.last_mut()) {
            ('.', _) => path.push(String::new()),
            ('\\', Some(name)) => name.push(characters.next_if_eq(&'.').unwrap_or('\\')),
            (_, Some(name)) => name.push(character),
            (_, None) => {}
        }
    }
    if path.iter().any(|member| member.is_empty() || member.contains(char::is_whitespace)) {
        let message = format!("`{}` is not a path: it is made of member names joined by dots", text.value);
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &text.origin, message));
    }
    path
}

/// Follows a path through a type; reports a member that a type does not have.
pub(super) fn check_json_path<'t>(
    start: &'t TypeRef,
    path: &[String],
    text: &Text,
    types: &'t [TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<&'t TypeRef> {
    let mut here = start;
    for (index, member) in path.iter().enumerate() {
        here = match here {
            TypeRef::Nullable(inner) => {
                return check_json_path(inner, &path[index..], text, types, diagnostics);
            }
            TypeRef::Map { value, .. } => value,
            TypeRef::Scalar(Scalar::Any) => return Some(here),
            TypeRef::Def(id) => {
                let def = &types[id.index()];
                let Shape::Struct { fields, .. } = &def.shape else {
                    diagnostics.push(no_members(member, text, &format!("the type `{}`", def.name.pascal())));
                    return None;
                };
                let Some(field) = fields.iter().find(|field| field.wire == *member) else {
                    let wires = || fields.iter().map(|field| &*field.wire);
                    let help = match closest(member, wires()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("its members are {}", join_words(wires())),
                    };
                    let message = format!("the type `{}` has no member `{member}`", def.name.pascal());
                    diagnostics.push(
                        Diagnostic::new(Code::MemberUnknown, &text.origin, message)
                            .note_at(&def.origin, format!("`{}` is defined here", def.name.pascal()))
                            .help(help),
                    );
                    return None;
                };
                &field.ty
            }
            TypeRef::List(_) => {
                diagnostics.push(no_members(member, text, "a list"));
                return None;
            }
            TypeRef::Scalar(_) | TypeRef::JsonText(_) | TypeRef::TextId(_) => {
                diagnostics.push(no_members(member, text, "a value without members"));
                return None;
            }
        };
    }
    Some(here)
}

/// The complaint that a value on the way has no members.
fn no_members(member: &str, text: &Text, what: &str) -> Diagnostic {
    let message = format!("`{}` looks for the member `{member}` of {what}, which is no object", text.value);
    Diagnostic::new(Code::MemberUnknown, &text.origin, message)
}
