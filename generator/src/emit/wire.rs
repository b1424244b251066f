//! `<resource>/wire.rs`: how the objects of a resource are read and written.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::endpoint::{bound_checks, rule_check};
use super::handle::group_id;
use super::import::Imports;
use super::literal::json;
use super::{Module, docs};
use crate::ir::{Api, Field, Group, Presence, Shape, TypeDef, TypeId};

/// Whether a group has objects at all.
pub(super) fn is_needed(api: &Api, group: &Group) -> bool {
    group.types.iter().any(|&id| matches!(api[id].shape, Shape::Struct(_)))
}

pub(super) fn emit_wire(api: &Api, group: &Group) -> Option<Module> {
    if !is_needed(api, group) {
        return None;
    }
    let imports = Imports::below_group(api, group_id(api, group));
    let own: Vec<_> = (group.types.iter())
        .filter_map(|&id| match &api[id].shape {
            Shape::Struct(fields) => Some(emit_record(api, &imports, id, fields)),
            Shape::Id(_) | Shape::Enum { .. } | Shape::Union(_) | Shape::Any(_) => None,
        })
        .collect();
    let mut items = imports.items();
    items.extend(own);
    let about = format!("How the objects of `{}` are read and written.", group.name);
    Some(Module { path: format!("src/{}/wire.rs", group.name), docs: docs::inner(&[about]), items })
}

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
    let required = part("required", required(def, fields).map(|name| quote!(#name)));
    let rules = part("rules", emit_checks(imports, def, fields));
    let constants = part("constants", constants.map(|(name, json)| quote!(#name = #json)));
    quote!(#record!(#name { #(#members),* } #required #rules #constants);)
}

/// A part of what `record!` is told; nothing when it is empty.
fn part(keyword: &str, items: impl IntoIterator<Item = TokenStream>) -> TokenStream {
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

/// The members that an answer must have.
fn required<'a>(def: &TypeDef, fields: &'a [Field]) -> impl Iterator<Item = &'a String> {
    let is_answer = def.reach.answers;
    (fields.iter())
        .filter(move |field| is_answer && field.presence == Presence::Required)
        .map(|field| &field.wire)
}

/// What is checked of a value that is to be sent.
fn emit_checks(imports: &Imports<'_>, def: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    if !def.reach.requests {
        return Vec::new();
    }
    let visible = fields.iter().filter(|field| !is_constant(field));
    let bounds = visible.flat_map(|field| bound_checks(&field.wire, &field.constraints));
    let rules = def.rules.iter().map(|rule| rule_check(rule, &|index| &fields[index].wire));
    let checks = bounds.chain(rules);
    checks
        .map(|check| {
            let ty = imports.codegen("Rule");
            quote!(#ty::#check)
        })
        .collect()
}
