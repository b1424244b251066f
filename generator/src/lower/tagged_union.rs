//! Unions of objects that one of their members tells apart, or the members that they have.

use std::collections::{BTreeMap, BTreeSet};

use super::json_kind::exclude_each_other;
use super::name::{Case, Namespace, lower_name};
use super::reserved;
use super::scope::Scope;
use super::type_ref::{check_parts, lower_type_ref, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Field, Presence, Shape, TaggedUnion, TypeDef, TypeRef, Variant};
use crate::parse::{TaggedUnionSpec, Text};

/// Lowers a tagged union. Variants whose types are unknown are reported and left out.
pub(super) fn lower_tagged_union(
    spec: &TaggedUnionSpec,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> TaggedUnion {
    let TaggedUnionSpec { by, variants } = spec;
    if variants.value.is_empty() {
        let message = "a tagged union has one variant or more";
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &variants.origin, message));
    }
    let mut names = Namespace::new("variant", Case::Pascal, reserved::VARIANTS);
    let variants = variants.value.iter().filter_map(|spec| {
        let text = spec.name.as_ref().unwrap_or(&spec.tag);
        let help = match spec.name {
            Some(_) => "choose another `name`; the value on the wire stays",
            None => "write `{type: T, name: another_name}`",
        };
        let name = lower_name(text, "a variant", help, diagnostics);
        names.claim(&name, text, help, diagnostics);
        let ty = lower_type_ref(&spec.ty, scope, diagnostics)?;
        let docs = spec.doc.as_ref().map(|doc| doc.value.clone());
        Some(Variant { name, tag: spec.tag.value.clone(), ty, docs, origin: spec.ty.origin.clone() })
    });
    TaggedUnion { by: by.as_ref().map(|by| by.value.clone()), variants: variants.collect() }
}

/// Checks what can only be checked once all types are known: that variants are objects, without the tag among their members,
/// or, where there is no tag, with members that tell them apart.
pub(super) fn check_tagged_union(
    spec: &TaggedUnionSpec,
    union: &TaggedUnion,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let mut told = BTreeMap::new();
    for variant in &union.variants {
        check_parts(&variant.ty, types, &variant.origin, diagnostics);
        let shape = match &variant.ty {
            TypeRef::Def(id) => Some(&types[id.index()].shape),
            _ => None,
        };
        match (shape, &spec.by) {
            (Some(Shape::Struct { .. } | Shape::Tagged(_)), Some(by)) => {
                check_tag(variant, by, types, diagnostics);
            }
            (Some(Shape::Struct { fields, .. }), None) => {
                check_told(variant, fields, &mut told, types, diagnostics);
            }
            (_, by) => {
                let rendered = render_type(&variant.ty, types);
                let message = format!("`{rendered}` cannot be a variant of a tagged union");
                let help = match by {
                    Some(_) => {
                        "a variant is a type with `fields`, or again a union of such; the union writes and reads the tag \
                         beside them"
                    }
                    None => "a variant is a type with `fields`",
                };
                diagnostics.push(Diagnostic::new(Code::UnionAmbiguous, &variant.origin, message).help(help));
            }
        }
    }
}

/// Checks that no object of a variant has the tag among its members.
fn check_tag(variant: &Variant, by: &Text, types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let (mut open, mut seen) = (vec![&variant.ty], BTreeSet::new());
    while let Some(ty) = open.pop() {
        let TypeRef::Def(id) = ty else { continue };
        if !seen.insert(id.index()) {
            continue;
        }
        let taken_at = match &types[id.index()].shape {
            Shape::Struct { fields, variant, .. } => {
                open.extend(variant.iter().map(|variant| &variant.ty));
                fields.iter().find(|field| field.wire == by.value).map(|field| &field.origin)
            }
            Shape::Tagged(union) => {
                open.extend(union.variants.iter().map(|variant| &variant.ty));
                (union.by.as_ref() == Some(&by.value)).then_some(&types[id.index()].origin)
            }
            _ => None,
        };
        if let Some(origin) = taken_at {
            let message = format!("`{}` is the tag of the union, and a member of its variant too", by.value);
            let finding = Diagnostic::new(Code::NameTaken, origin, message)
                .note_at(&by.origin, "the tag is named here")
                .help("take the member out: the union writes and reads it");
            diagnostics.push(finding);
        }
    }
}

/// The members of an object, and whether each may be absent.
type Members<'f> = BTreeSet<(&'f str, bool)>;

/// The variants with the same members.
type SameMembers<'f> = Vec<(&'f Variant, &'f [Field])>;

/// Checks that a variant without a tag has other members than each of those before it, or needs others, or that one of them
/// has another kind of values. `told` are those, by their members, so that a union of thousands takes no square time.
fn check_told<'f>(
    variant: &'f Variant,
    fields: &'f [Field],
    told: &mut BTreeMap<Members<'f>, SameMembers<'f>>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let members = fields.iter().map(|field| (&*field.wire, field.presence == Presence::Optional)).collect();
    let same = told.entry(members).or_default();
    let is_told = |others: &[Field]| {
        fields.iter().any(|field| {
            let other = others.iter().find(|other| other.wire == field.wire);
            other.is_some_and(|other| exclude_each_other(&field.ty, &other.ty, types))
        })
    };
    if let Some((other, _)) = same.iter().find(|(_, others)| !is_told(others)) {
        let message = format!(
            "`{}` and `{}` have the same members, so nothing tells them apart",
            other.tag, variant.tag
        );
        diagnostics.push(
            Diagnostic::new(Code::UnionAmbiguous, &variant.origin, message)
                .note_at(&other.origin, "the other one stands here")
                .help("if a member tells them apart, name it with `by`; else keep one of them, or use `any`"),
        );
        return;
    }
    same.push((variant, fields));
}
