//! `<resource>/codec.rs`: how the objects of a resource are read and written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::check::{bound_checks, rule_check};
use super::docs;
use super::import::Imports;
use super::literal::json;
use super::module::Module;
use crate::ir::{Api, Constraints, Field, Presence, Resource, Rule, Shape, TypeDef, TypeId};

/// Whether a resource has objects at all.
pub(super) fn is_needed(api: &Api, resource: &Resource) -> bool {
    resource.types.iter().any(|&id| matches!(api[id].shape, Shape::Struct { .. }))
}

pub(super) fn emit_codec(api: &Api, resource: &Resource) -> Option<Module> {
    if !is_needed(api, resource) {
        return None;
    }
    let imports = Imports::below_resource(api, resource.id);
    // Made first: `imports` lists what the records name.
    let records: Vec<_> = (resource.types.iter())
        .filter_map(|&id| match &api[id].shape {
            Shape::Struct { fields, .. } => Some(emit_record(api, &imports, id, fields)),
            Shape::Id(_) | Shape::Enum { .. } | Shape::Union(_) | Shape::Tagged(_) | Shape::Any(_) => None,
        })
        .collect();
    let mut items = imports.items();
    items.extend(records);
    let about = format!("How the objects of `{}` are read and written.", resource.name);
    Some(Module { path: format!("src/{}/codec.rs", resource.name), docs: docs::inner(&[about]), items })
}

/// The runtime's macro `record!`, which teaches one struct to be read and written.
fn emit_record(api: &Api, imports: &Imports<'_>, id: TypeId, fields: &[Field]) -> TokenStream {
    let def = &api[id];
    let (record, name) = (imports.codegen("record"), imports.def(id));
    let members = fields.iter().filter(|field| !is_constant(field)).map(|field| {
        let (wire, ident) = (&field.wire, field.name.snake_ident());
        if ident == wire.as_str() { quote!(#ident) } else { quote!(#ident: #wire) }
    });
    let constants = fields.iter().filter_map(|field| match &field.presence {
        Presence::Constant(literal) => Some((&field.wire, json(literal))),
        Presence::Required | Presence::Optional => None,
    });
    let free = def.free().map(|free| {
        let ident = free.name.snake_ident();
        quote!(free #ident)
    });
    let variant = def.variant().map(|variant| {
        let ident = variant.name.snake_ident();
        quote!(variant #ident)
    });
    let required = macro_group("required", required_in_responses(def, fields).map(|name| quote!(#name)));
    let rules =
        macro_group("rules", emit_rules(imports, def, fields, |field| &field.constraints, &def.rules));
    let weak_rules = macro_group(
        "weak_rules",
        emit_rules(imports, def, fields, |field| &field.weak_constraints, &def.weak_rules),
    );
    let constants = macro_group("constants", constants.map(|(wire, json)| quote!(#wire = #json)));
    quote!(#record!(#name { #(#members),* } #free #variant #required #rules #weak_rules #constants);)
}

/// A named group of `record!`, such as `required ["id"]`; nothing if it has no items.
fn macro_group(keyword: &str, items: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let items: Vec<_> = items.into_iter().collect();
    if items.is_empty() {
        return TokenStream::new();
    }
    let keyword = format_ident!("{keyword}");
    quote!(#keyword [#(#items),*])
}

fn is_constant(field: &Field) -> bool {
    matches!(field.presence, Presence::Constant(_))
}

/// The members that a response must have.
fn required_in_responses<'a>(def: &TypeDef, fields: &'a [Field]) -> impl Iterator<Item = &'a String> {
    let in_responses = def.usage.responses;
    (fields.iter())
        .filter(move |field| in_responses && field.presence == Presence::Required)
        .map(|field| &field.wire)
}

/// The rules that are looked at before a value is sent: the bounds of its members, and the rules of its type.
fn emit_rules(
    imports: &Imports<'_>,
    def: &TypeDef,
    fields: &[Field],
    bounds_of: fn(&Field) -> &Constraints,
    rules: &[Rule],
) -> Vec<TokenStream> {
    if !def.usage.requests {
        return Vec::new();
    }
    let visible = fields.iter().filter(|field| !is_constant(field));
    let bounds = visible.flat_map(|field| bound_checks(&field.wire, bounds_of(field)));
    let rules = rules.iter().map(|rule| rule_check(rule, &|index| &fields[index].wire));
    let checks = bounds.chain(rules);
    checks
        .map(|check| {
            let ty = imports.codegen("Rule");
            quote!(#ty::#check)
        })
        .collect()
}
