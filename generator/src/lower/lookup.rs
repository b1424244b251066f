//! Conveniences over lists: look-ups of a type, and parameters that items are added to.

use super::name::{Namespace, lower_name};
use super::type_ref::render_type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{
    Append, Field, IdRepr, Lookup, ParamLocation, Presence, Scalar, Shape, TypeDef, TypeId, TypeRef,
};
use crate::parse::{FieldSpec, LookupSpec, Text, TypeSpec};

/// What to do about the name of a look-up that cannot be taken.
pub(super) const RENAME: &str = "give the look-up another name; it has none on the wire";

/// Lowers the look-ups of a type, once all types are known.
pub(super) fn lower_lookups(
    spec: &TypeSpec,
    def: &TypeDef,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<Lookup> {
    let Shape::Struct { fields, .. } = &def.shape else { return Vec::new() };
    spec.lookups.iter().filter_map(|lookup| lower_lookup(lookup, fields, types, diagnostics)).collect()
}

fn lower_lookup(
    spec: &LookupSpec,
    fields: &[Field],
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Lookup> {
    let name = lower_name(&spec.name, "a look-up", RENAME, diagnostics);
    if spec.doc.is_none() {
        let message = format!("the look-up `{}` has no `doc`", spec.name.value);
        diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.name.origin, message));
    }
    let list = find_member(&spec.list, fields, "the type", diagnostics)?;
    let (item, members) = struct_items(&fields[list].ty, &spec.list, types, diagnostics)?;
    let owner = format!("the type `{}`", types[item.index()].name.pascal());
    if spec.by.is_empty() {
        let message = format!("the look-up `{}` compares nothing", spec.name.value);
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &spec.name.origin, message));
    }
    let by: Vec<_> = spec.by.iter().map(|text| find_key(text, members, &owner, types, diagnostics)).collect();
    let value = match &spec.value {
        Some(text) => Some(find_member(text, members, &owner, diagnostics)?),
        None => None,
    };
    let docs =
        spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone());
    Some(Lookup { name, list, item, by: by.into_iter().collect::<Option<_>>()?, value, docs })
}

/// Lowers how items are added to a parameter.
pub(super) fn lower_append(
    spec: &FieldSpec,
    field: &Field,
    location: ParamLocation,
    names: &mut Namespace,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Append> {
    let written = spec.append.as_ref()?;
    let append = &written.value;
    if location != ParamLocation::Body {
        let message = "`append` belongs to a parameter in the `body`";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &written.origin, message));
    }
    let help = "give `append` another `name`";
    let name = lower_name(&append.name, "a setter", help, diagnostics);
    names.claim(&name, &append.name, help, diagnostics);
    let (item, members) = struct_items(&field.ty, &append.name, types, diagnostics)?;
    let owner = format!("the type `{}`", types[item.index()].name.pascal());
    let set: Vec<_> = append.set.iter().map(|text| find_member(text, members, &owner, diagnostics)).collect();
    let set: Vec<usize> = set.into_iter().collect::<Option<_>>()?;
    let missing = members
        .iter()
        .enumerate()
        .find(|(index, member)| member.presence == Presence::Required && !set.contains(index));
    if let Some((_, member)) = missing {
        let message = format!("`append` does not set `{}`, which {owner} must have", member.wire);
        diagnostics.push(
            Diagnostic::new(Code::KeyMissing, &append.name.origin, message)
                .note_at(&member.origin, "it is required here"),
        );
    }
    if let Some(variant) = types[item.index()].variant() {
        let message = format!("`append` sets members alone, and {owner} must have a variant");
        diagnostics.push(
            Diagnostic::new(Code::TypeMisplaced, &append.name.origin, message)
                .note_at(&variant.origin, "it is named here")
                .help("leave out `append`: callers give whole items"),
        );
    }
    if set.is_empty() {
        let message = "`append` sets nothing of the item that it adds";
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &append.name.origin, message));
    }
    let docs = append
        .doc
        .as_ref()
        .map_or_else(|| format!("Adds one to `{}`.", field.wire).into(), |doc| doc.value.clone());
    Some(Append { name, item, set, docs })
}

/// Complains about an `append` where there is no call to add to.
pub(super) fn refuse_append(spec: &FieldSpec, diagnostics: &mut Diagnostics) {
    if let Some(append) = &spec.append {
        let message = "`append` belongs to a parameter in the `body` of an endpoint";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &append.origin, message));
    }
}

/// A member that callers see; complains when there is none.
pub(super) fn find_member(
    text: &Text,
    fields: &[Field],
    owner: &str,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let visible = |field: &&Field| !matches!(field.presence, Presence::Constant(_));
    let found = fields.iter().position(|field| field.wire == text.value && visible(&field));
    if found.is_none() {
        let wires = || fields.iter().filter(visible).map(|field| &*field.wire);
        let help = match closest(&text.value, wires()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its members are {}", join_words(wires())),
        };
        let message = format!("{owner} has no member `{}`", text.value);
        diagnostics.push(Diagnostic::new(Code::MemberUnknown, &text.origin, message).help(help));
    }
    found
}

/// A member that can be compared with a text.
fn find_key(
    text: &Text,
    fields: &[Field],
    owner: &str,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let found = find_member(text, fields, owner, diagnostics)?;
    let ty = &fields[found].ty;
    let is_text = match ty {
        TypeRef::Scalar(Scalar::Str) => true,
        TypeRef::Def(id) => types[id.index()].shape == Shape::Id(IdRepr::Str),
        _ => false,
    };
    if !is_text {
        let message = format!("`{}` is `{}`, which is no key", text.value, render_type(ty, types));
        let help = "a key is a `string`, or an id over `string`";
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &text.origin, message).help(help));
        return None;
    }
    Some(found)
}

/// The struct that a list holds, and its members.
fn struct_items<'t>(
    list: &TypeRef,
    text: &Text,
    types: &'t [TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<(TypeId, &'t [Field])> {
    if let TypeRef::List(item) = list
        && let TypeRef::Def(id) = **item
        && let Shape::Struct { fields, .. } = &types[id.index()].shape
    {
        return Some((id, fields));
    }
    let message = format!("expected a list of objects, found `{}`", render_type(list, types));
    diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &text.origin, message));
    None
}
