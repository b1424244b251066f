//! `<resource>/wire.rs`: how the objects of a resource are read and written.

use proc_macro2::TokenStream;
use quote::quote;

use super::endpoint::{bound_checks, rule_check};
use super::handle::group_id;
use super::import::Imports;
use super::literal::json;
use super::{Module, docs};
use crate::ir::{Api, Field, Group, Presence, Shape, TypeDef};

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
        .flatten()
        .collect();
    let mut items = imports.items();
    items.extend(own);
    let about = format!("How the objects of `{}` are read and written.", group.name);
    Some(Module { path: format!("src/{}/wire.rs", group.name), docs: docs::inner(&[about]), items })
}

fn emit_record(
    api: &Api,
    imports: &Imports<'_>,
    id: crate::ir::TypeId,
    fields: &[Field],
) -> [TokenStream; 2] {
    let def = &api[id];
    let [record_ty, decode, object] = ["Record", "Decode", "Object"].map(|name| imports.codegen(name));
    let record = imports.codegen("record");
    let name = imports.def(id);
    let required = emit_required(def, fields);
    let checks = emit_checks(imports, def, fields);
    let places =
        fields.iter().filter(|field| !matches!(field.presence, Presence::Constant(_))).map(|field| {
            let (wire, ident) = (&field.wire, field.name.snake_ident());
            quote!(#wire => &mut self.#ident)
        });
    let members = fields.iter().map(|field| emit_member(imports, field));
    // Without a member neither parameter would be used.
    let (place, object_name) =
        if fields.is_empty() { (quote!(_name), quote!(_object)) } else { (quote!(name), quote!(object)) };
    let body = if fields.is_empty() {
        quote!(None)
    } else {
        quote! {
            let place: &mut dyn #decode = match name {
                #(#places,)*
                _ => return None,
            };
            Some(place)
        }
    };
    [
        quote! {
            impl #record_ty for #name {
                #required
                #checks
                fn place(&mut self, #place: &str) -> Option<&mut dyn #decode> {
                    #body
                }

                fn members(&self, #object_name: &mut #object<'_>) {
                    #(#members)*
                }
            }
        },
        quote!(#record!(#name);),
    ]
}

fn emit_required(def: &TypeDef, fields: &[Field]) -> TokenStream {
    let names: Vec<&String> =
        fields.iter().filter(|field| field.presence == Presence::Required).map(|field| &field.wire).collect();
    if names.is_empty() || !def.reach.answers {
        return TokenStream::new();
    }
    quote! {
        fn required(&self) -> &'static [&'static str] {
            &[#(#names),*]
        }
    }
}

/// What is checked of a value that is to be sent.
fn emit_checks(imports: &Imports<'_>, def: &TypeDef, fields: &[Field]) -> TokenStream {
    let visible = fields.iter().filter(|field| !matches!(field.presence, Presence::Constant(_)));
    let bounds = visible.flat_map(|field| bound_checks(&field.wire, &field.constraints));
    let rules = def.rules.iter().map(|rule| rule_check(rule, &|index| &fields[index].wire));
    let checks: Vec<_> = bounds.chain(rules).collect();
    if checks.is_empty() || !def.reach.requests {
        return TokenStream::new();
    }
    let ty = imports.codegen("Check");
    quote! {
        fn checks(&self) -> &'static [#ty] {
            &[#(#ty::#checks),*]
        }
    }
}

fn emit_member(imports: &Imports<'_>, field: &Field) -> TokenStream {
    let wire = &field.wire;
    if let Presence::Constant(literal) = &field.presence {
        let raw = imports.codegen("Raw");
        let json = json(literal);
        return quote!(object.put(#wire, &#raw(#json)););
    }
    let ident = field.name.snake_ident();
    quote!(object.put(#wire, &self.#ident);)
}
