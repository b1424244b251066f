//! `hosts.rs`: the known hosts.

use quote::quote;

use super::module::Module;
use super::{docs, root};
use crate::ir::Api;

pub(super) fn emit_hosts(api: &Api) -> Module {
    let items = (api.hosts.iter().enumerate()).map(|(index, host)| {
        let mut text = docs::text(&host.docs);
        if index == 0 {
            text.push_str(" The default.");
        }
        if api.endpoints.iter().any(|endpoint| endpoint.host == Some(index)) {
            text.push_str(" Some endpoints are called here whichever of the hosts the client has.");
        }
        let docs = docs::outer(&[vec![text], docs::others(&host.docs)].concat());
        let (name, url) = (host.name.shouty_ident(), &host.url);
        quote!(#docs pub const #name: &str = #url;)
    });
    let about = "Known hosts, for `ClientBuilder::base_url`. Any other URL will do as well.";
    Module { path: root::file(api, "hosts"), docs: docs::inner(&[about.into()]), items: items.collect() }
}
