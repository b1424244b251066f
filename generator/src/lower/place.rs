//! Places in JSON documents, such as `data.list`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, listed};
use crate::ir::{Location, Scalar, Shape, TypeDef, TypeRef};
use crate::spec::Text;

/// Splits a place into the names of members.
pub(super) fn lower_place(text: &Text, out: &mut Diagnostics) -> Location {
    let place: Location = text.value.split('.').map(str::to_owned).collect();
    if place.iter().any(|member| member.is_empty() || member.contains(char::is_whitespace)) {
        let message = format!("`{}` is not a place: it is made of member names joined by dots", text.value);
        out.push(Diagnostic::new(Code::ValueInvalid, &text.origin, message));
    }
    place
}

/// Follows the members of a place; complains where a type has no such member.
pub(super) fn check_place<'t>(
    start: &'t TypeRef,
    place: &[String],
    text: &Text,
    types: &'t [TypeDef],
    out: &mut Diagnostics,
) -> Option<&'t TypeRef> {
    let mut here = start;
    for member in place {
        here = match here {
            TypeRef::Map { value, .. } => value,
            TypeRef::Scalar(Scalar::Any) => return Some(here),
            TypeRef::Def(id) => {
                let def = &types[id.index()];
                let Shape::Struct(fields) = &def.shape else {
                    out.push(no_members(member, text, &format!("the type `{}`", def.name.pascal())));
                    return None;
                };
                let Some(field) = fields.iter().find(|field| field.wire == *member) else {
                    let wires = || fields.iter().map(|field| &*field.wire);
                    let help = match closest(member, wires()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("its members are {}", listed(wires())),
                    };
                    let message = format!("the type `{}` has no member `{member}`", def.name.pascal());
                    out.push(
                        Diagnostic::new(Code::MemberUnknown, &text.origin, message)
                            .note_at(&def.origin, format!("`{}` is defined here", def.name.pascal()))
                            .help(help),
                    );
                    return None;
                };
                &field.ty
            }
            TypeRef::List(_) => {
                out.push(no_members(member, text, "a list"));
                return None;
            }
            TypeRef::Scalar(_) | TypeRef::JsonText(_) => {
                out.push(no_members(member, text, "a value without members"));
                return None;
            }
        };
    }
    Some(here)
}

fn no_members(member: &str, text: &Text, what: &str) -> Diagnostic {
    let message = format!("`{}` looks for the member `{member}` of {what}, which is no object", text.value);
    Diagnostic::new(Code::MemberUnknown, &text.origin, message)
}
