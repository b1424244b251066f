//! Definitions of types.

use super::enumeration::lower_values;
use super::example::lower_type_examples;
use super::field::{check_field, convert_literals, lower_field};
use super::form_part::refuse_part;
use super::free_members::lower_free;
use super::further_members::{check_variant, lower_variant};
use super::json_kind::json_kind;
use super::list_style::{StylePlace, check_style};
use super::lookup::{lower_lookups, refuse_append};
use super::name::{Case, Namespace, lower_name};
use super::param::refuse_send_default;
use super::reserved;
use super::rule::lower_type_rules;
use super::scope::Scope;
use super::tagged_union::{check_tagged_union, lower_tagged_union};
use super::type_ref::{check_parts, lower_type_ref, render_type, resolves};
use super::value_form::{check_value_forms, lower_value_forms};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Circles, Name, ResourceId, Shape, SourceLocation, TypeDef, TypeId, TypeRef, Usage};
use crate::parse::{TypeFormSpec, TypeSpec};

/// Lowers all types, in the order of their ids.
pub(super) fn lower_types(scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Vec<TypeDef> {
    let mut names = Namespace::new("type", Case::Pascal, reserved::TYPES);
    claim_emitted(scope, &mut names, diagnostics);
    let mut types: Vec<_> = scope
        .type_specs()
        .enumerate()
        .map(|(index, (resource, spec))| {
            lower_type(TypeId(index), resource, spec, scope, &mut names, diagnostics)
        })
        .collect();
    convert_all_literals(&mut types);
    for ((_, spec), def) in scope.type_specs().zip(&types) {
        check_type(spec, def, scope, &types, diagnostics);
    }
    let lookups: Vec<_> = scope
        .type_specs()
        .zip(&types)
        .map(|((_, spec), def)| lower_lookups(spec, def, &types, diagnostics))
        .collect();
    let rules: Vec<_> = scope
        .type_specs()
        .zip(&types)
        .map(|((_, spec), def)| lower_type_rules(spec, def, &types, diagnostics))
        .collect();
    for ((def, lookups), rules) in types.iter_mut().zip(lookups).zip(rules) {
        def.lookups = lookups;
        (def.rules, def.weak_rules) = (rules.strong, rules.weak);
    }
    lower_type_examples(scope.type_specs().map(|(_, spec)| spec), &mut types, diagnostics);
    types
}

/// Takes the names of the types that the client has for each endpoint, each upload and each resource. Where these collide
/// with one another, that is reported as a collision of endpoints, uploads or resources.
pub(super) fn claim_emitted(scope: &Scope<'_>, names: &mut Namespace, diagnostics: &mut Diagnostics) {
    let quiet = &mut Diagnostics::default();
    for resource in scope.resources.iter().filter(|resource| !resource.endpoints.is_empty()) {
        let accessor = resource.accessor.as_ref().unwrap_or(&resource.name);
        if let Ok(client) = Name::new(&accessor.value) {
            names.claim_as("client of the accessor", &client, accessor, "", quiet);
            let help = "add `accessor: another_name` to the resource";
            names.check_reserved("client of the accessor", &client, accessor, help, diagnostics);
        }
        for (what, text, suffix) in resource.emitted_types() {
            if let Ok(name) = Name::new(&format!("{}{suffix}", text.value)) {
                names.claim_as(what, &name, text, "", quiet);
            }
        }
    }
}

fn lower_type(
    id: TypeId,
    resource: ResourceId,
    spec: &TypeSpec,
    scope: &Scope<'_>,
    names: &mut Namespace,
    diagnostics: &mut Diagnostics,
) -> TypeDef {
    let help = "give the type another name; types have no names on the wire";
    let name = lower_name(&spec.name, "a type", help, diagnostics);
    if !spec.name.value.starts_with(|c: char| c.is_ascii_uppercase()) || name.pascal() != spec.name.value {
        let message = format!("`{}` is not the name of a type", spec.name.value.escape_debug());
        let help = format!("write `{}`", name.pascal());
        if Name::new(&spec.name.value).is_ok() {
            diagnostics.push(Diagnostic::new(Code::NameInvalid, &spec.name.origin, message).help(help));
        }
    }
    // The exact name twice is reported where names are collected.
    if scope.types.get(&spec.name.value) == Some(id) {
        names.claim(&name, &spec.name, help, diagnostics);
    }
    if spec.doc.is_none() {
        let message = format!("the type `{}` has no `doc`", spec.name.value);
        diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.name.origin, message));
    }
    let referrer = format!("the type `{}`", spec.name.value);
    TypeDef {
        resource,
        docs: spec
            .doc
            .as_ref()
            .map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone()),
        shape: lower_shape(spec, scope, diagnostics),
        example: None,
        rules: Vec::new(),
        weak_rules: Vec::new(),
        lookups: Vec::new(),
        usage: Usage::default(),
        circles: Circles::default(),
        sources: spec
            .sources
            .iter()
            .filter_map(|source| scope.sources.find(source, &referrer, diagnostics))
            .collect(),
        origin: spec.name.origin.clone(),
        name,
    }
}

/// What a type is made of.
fn lower_shape(spec: &TypeSpec, scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Shape {
    match &spec.form {
        TypeFormSpec::Id(repr) => Shape::Id(*repr),
        TypeFormSpec::Fields(fields) => {
            let mut names = Namespace::new("member", Case::Snake, &[]);
            let fields: Vec<_> = fields
                .iter()
                .map(|field| lower_field(field, false, &mut names, scope, diagnostics))
                .collect();
            let free =
                spec.free.as_ref().and_then(|free| lower_free(free, spec, &fields, scope, diagnostics));
            let variant = (spec.variant.as_ref())
                .and_then(|variant| lower_variant(variant, spec, &fields, scope, diagnostics));
            Shape::Struct { fields, free, variant }
        }
        TypeFormSpec::Enum { repr, values } => {
            Shape::Enum { repr: *repr, values: lower_values(*repr, values, diagnostics) }
        }
        TypeFormSpec::Union(members) => {
            let refs = members
                .value
                .iter()
                .filter_map(|member| lower_type_ref(member, scope, diagnostics))
                .collect();
            if members.value.len() < 2 {
                let message = "a union has two members or more";
                diagnostics.push(Diagnostic::new(Code::ListEmpty, &members.origin, message));
            }
            Shape::Union(refs)
        }
        TypeFormSpec::Tagged(union) => Shape::Tagged(lower_tagged_union(union, scope, diagnostics)),
        TypeFormSpec::Any(forms) => Shape::Any(lower_value_forms(forms, scope, diagnostics)),
    }
}

/// Gives all constants the form of their types.
fn convert_all_literals(types: &mut [TypeDef]) {
    for index in 0..types.len() {
        let Shape::Struct { fields, .. } = &types[index].shape else { continue };
        let mut converted = fields.clone();
        converted.iter_mut().for_each(|field| convert_literals(field, types));
        if let Shape::Struct { fields, .. } = &mut types[index].shape {
            *fields = converted;
        }
    }
}

/// Checks what can only be checked once all types are known.
fn check_type(
    spec: &TypeSpec,
    def: &TypeDef,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    match (&spec.form, &def.shape) {
        (TypeFormSpec::Fields(specs), Shape::Struct { fields, free, variant }) => {
            if let Some(free) = free {
                check_parts(&free.ty, types, &free.origin, diagnostics);
            }
            if let Some(variant) = variant {
                check_variant(fields, variant, types, diagnostics);
            }
            for (spec, field) in specs.iter().zip(fields) {
                if field.ty.is_files() {
                    let message = "a `file` cannot be the member of a type";
                    let help = "it is a part of a `multipart` body by itself";
                    diagnostics
                        .push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
                }
                check_field(spec, field, scope, types, diagnostics);
                refuse_append(spec, diagnostics);
                check_style(StylePlace::None, spec, &field.ty, types, diagnostics);
                refuse_part(spec, diagnostics);
                refuse_send_default(spec, diagnostics);
            }
        }
        (TypeFormSpec::Union(specs), Shape::Union(members))
            if specs.value.iter().all(|spec| resolves(spec, scope)) =>
        {
            let origins: Vec<_> = specs.value.iter().map(|spec| &spec.origin).collect();
            check_union(members, &origins, types, diagnostics);
        }
        (TypeFormSpec::Tagged(spec), Shape::Tagged(union)) => {
            check_tagged_union(spec, union, types, diagnostics);
        }
        (TypeFormSpec::Any(specs), Shape::Any(forms)) => {
            check_value_forms(&specs.value, forms, types, diagnostics)
        }
        _ => {}
    }
}

/// Checks that the members of a union can be told apart by their JSON kinds.
fn check_union(
    members: &[TypeRef],
    origins: &[&SourceLocation],
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let mut seen: Vec<(&'static str, usize)> = Vec::new();
    for (index, member) in members.iter().enumerate() {
        check_parts(member, types, origins[index], diagnostics);
        let rendered = render_type(member, types);
        let Some(kind) = json_kind(member, types) else {
            let message = format!("`{rendered}` cannot be the member of a union");
            let help = "members are types of one JSON kind each: text, number, boolean, list or object";
            diagnostics.push(Diagnostic::new(Code::UnionAmbiguous, origins[index], message).help(help));
            continue;
        };
        if let Some((_, first)) = seen.iter().find(|(other, _)| *other == kind) {
            let other = render_type(&members[*first], types);
            let message = format!("`{other}` and `{rendered}` are both {kind} in JSON");
            diagnostics.push(
                Diagnostic::new(Code::UnionAmbiguous, origins[index], message)
                    .note_at(origins[*first], format!("`{other}` stands here"))
                    .help(if kind == "an object" {
                        "if a member tells them apart, write `union: {by: type, of: {tag: One, other_tag: Other}}`; if the members that they have do, leave out `by`"
                    } else {
                        "keep one of them, or use `any`"
                    }),
            );
            continue;
        }
        seen.push((kind, index));
    }
}
