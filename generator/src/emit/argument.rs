//! How a parameter gets into a call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::import::Imports;
use super::literal::json;
use crate::ir::{ListStyle, Literal, Param, ParamLocation, Presence, Scalar, TypeRef};

/// The method call that puts a parameter into a call. `value` makes the expression of what is sent from the argument's name.
pub(super) fn emit_part(
    imports: &Imports<'_>,
    param: &Param,
    value: &dyn Fn(&proc_macro2::Ident) -> TokenStream,
) -> TokenStream {
    let (location, field) = (param.location, &param.field);
    let wire = &field.wire;
    let ident = field.name.snake_ident();
    if let Presence::Constant(literal) = &field.presence {
        return emit_literal(param, literal);
    }
    let value = value(&ident);
    let style = || {
        let (ty, style) = (imports.codegen("ListStyle"), format_ident!("{}", format!("{:?}", param.style)));
        quote!(#ty::#style)
    };
    match (location, &field.ty) {
        (ParamLocation::Body, TypeRef::Scalar(Scalar::File)) => quote!(.file(#wire, #value)),
        (ParamLocation::Body, ty) if ty.is_files() => quote!(.files(#wire, #value)),
        (ParamLocation::Path, _) => quote!(.path(#wire, &#value)),
        (ParamLocation::Query, _) if param.style != ListStyle::Repeat => {
            let style = style();
            quote!(.query_as(#wire, #style, &#value))
        }
        (ParamLocation::Body, _) if param.style != ListStyle::Repeat => {
            let style = style();
            quote!(.body_as(#wire, #style, &#value))
        }
        (ParamLocation::Body, _) if param.is_whole_body => quote!(.whole(#wire, &#value)),
        (ParamLocation::Header, _) => quote!(.header(#wire, &#value)),
        (ParamLocation::Cookie, _) => quote!(.cookie(#wire, &#value)),
        (ParamLocation::Query, _) => quote!(.query(#wire, &#value)),
        (ParamLocation::Body, _) => quote!(.body(#wire, &#value)),
    }
}

/// The method call that puts the default of a parameter into a call, which a setter may replace later.
pub(super) fn emit_default(param: &Param) -> Option<TokenStream> {
    let default = param.field.default.as_ref().filter(|_| param.sends_default)?;
    Some(emit_literal(param, default))
}

fn emit_literal(param: &Param, literal: &Literal) -> TokenStream {
    let (wire, json) = (&param.field.wire, json(literal));
    match param.location {
        ParamLocation::Path => quote!(.path(#wire, &#json)),
        ParamLocation::Query => quote!(.query(#wire, &#json)),
        ParamLocation::Header => quote!(.header(#wire, &#json)),
        ParamLocation::Cookie => quote!(.cookie(#wire, &#json)),
        ParamLocation::Body => quote!(.body_json(#wire, #json)),
    }
}
