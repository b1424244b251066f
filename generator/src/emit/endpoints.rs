//! `endpoints.rs`: all endpoints and their limits as data.

use quote::quote;

use super::feature::Features;
use super::import::Imports;
use super::module::Module;
use super::{docs, root};
use crate::ir::Api;

pub(super) fn emit_endpoints(api: &Api) -> Module {
    let imports = Imports::new(api);
    let ty = imports.public_in("api", "Endpoint");
    let features = Features::of(api);
    let resources = api.resources.iter().filter(|resource| !resource.endpoints.is_empty());
    let tables = resources.flat_map(|resource| {
        let module = resource.name.snake_ident();
        let cfg = features.cfg_attribute(resource);
        resource.endpoints.iter().map(move |&id| {
            let name = api[id].name.shouty_ident();
            quote!(#cfg &crate::#module::endpoints::#name)
        })
    });
    let docs = docs::outer(&[
        "Every endpoint of the enabled features, in the order of their numbers, with path, effect and limits.".into(),
    ]);
    let table = quote!(#docs pub static ENDPOINTS: &[&#ty] = &[#(#tables),*];);
    let mut items = imports.items();
    items.push(table);
    let about = "The whole table of endpoints as data.";
    Module { path: root::file(api, "endpoints"), docs: docs::inner(&[about.into()]), items }
}
