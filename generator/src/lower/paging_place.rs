//! Where a response says what leads to the next page: within its data, such a place is a member that the data has.

use super::context::Context;
use super::json_path::lower_json_path;
use crate::diagnostic::{Diagnostics, closest, join_words};
use crate::ir::{EnvelopeId, Field, JsonPath, Pagination, Scalar, Shape, TypeDef, TypeRef};

/// What is wrong with a place: a message, and how to mend it.
pub(super) struct Misplaced {
    pub(super) message: String,
    pub(super) help: String,
}

/// The places in the data where the style looks for something that the data has not. A walk would end there after a page,
/// without an error.
pub(super) fn misplaced<'a>(
    style: &'a Pagination,
    envelopes: &[EnvelopeId],
    data: &'a TypeRef,
    context: &'a Context<'_>,
) -> impl Iterator<Item = Misplaced> {
    let within = data_path(envelopes, context);
    let places =
        style.told_at().filter_map(move |path| Some((path, path.strip_prefix(within.as_ref()?.as_slice())?)));
    places.filter_map(|(path, rest)| missing(data, rest, &path.join("."), context.types))
}

/// Where the data stands in the responses of an endpoint; `None` if that depends on the envelope.
fn data_path(envelopes: &[EnvelopeId], context: &Context<'_>) -> Option<JsonPath> {
    let [only] = envelopes else { return None };
    // The parsed and the lowered envelopes stand in the same order. What is wrong with a path is reported elsewhere.
    let envelope = context.scope.document.api.envelopes.value.get(only.index())?;
    let path = |text| lower_json_path(text, &mut Diagnostics::default());
    Some(envelope.data.as_ref().map_or_else(JsonPath::new, path))
}

/// What is missing on the way through a type; nothing where it may hold members that nobody knows.
fn missing(start: &TypeRef, path: &[String], place: &str, types: &[TypeDef]) -> Option<Misplaced> {
    let mut here = start;
    for name in path {
        here = match here.non_null() {
            TypeRef::Map { value, .. } => value,
            TypeRef::Scalar(Scalar::Any) => return None,
            TypeRef::Def(id) => {
                let def = &types[id.index()];
                let Shape::Struct { fields, free, variant } = &def.shape else { return None };
                match fields.iter().find(|field| field.wire == *name) {
                    Some(field) => &field.ty,
                    None if free.is_some() || variant.is_some() => return None,
                    None => return Some(unknown_member(def, fields, name, place)),
                }
            }
            _ => {
                let message = format!("it looks for `{place}` in a response where there is no object");
                let help = "correct the place in the style, or what the endpoint returns".to_owned();
                return Some(Misplaced { message, help });
            }
        };
    }
    None
}

fn unknown_member(def: &TypeDef, fields: &[Field], name: &str, place: &str) -> Misplaced {
    let wires = || fields.iter().map(|field| &*field.wire);
    let owner = def.name.pascal();
    let message =
        format!("it looks for `{place}` in the response, and the type `{owner}` has no member `{name}`");
    let help = match closest(name, wires()) {
        Some(near) => format!("the type has a `{near}`: give both the same name"),
        None => format!(
            "add `{name}?` to `{owner}`, which has {}, or correct the place in the style",
            join_words(wires())
        ),
    };
    Misplaced { message, help }
}
