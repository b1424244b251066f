//! `lib.rs`: the front page and the modules.

use quote::{format_ident, quote};

use super::feature::Features;
use super::module::Module;
use super::{docs, limits, root, runtime};
use crate::ir::{Api, LimitScope, LimitUse, ParamLocation, Shape, TypeId, TypeRef};

/// Types that the root itself exports.
const OWN_TYPES: [&str; 3] = ["Client", "ClientBuilder", "ErrorCode"];

pub(super) fn emit_lib(api: &Api) -> Module {
    let modules = root::modules(api).map(|(name, is_public)| {
        let (name, visible) = (format_ident!("{name}"), is_public.then(|| quote!(pub)));
        quote!(#visible mod #name;)
    });
    let mut items: Vec<_> = modules.collect();
    let features = Features::of(api);
    items.extend(api.resources.iter().map(|resource| {
        let (cfg, name) = (features.cfg_attribute(resource), resource.name.snake_ident());
        quote!(#cfg pub mod #name;)
    }));
    let (client, error_code) = (root::ident(api, "client"), root::ident(api, "error_code"));
    items.push(quote!(pub use self::#client::{Client, ClientBuilder};));
    items.push(quote!(pub use self::#error_code::ErrorCode;));
    // A resource without endpoints holds types that others share, so callers find them in the crate's root.
    let shared = api.resources.iter().filter(|resource| {
        // What the root itself defines hides a type of that name, which its resource still has.
        let is_seen = |id: &TypeId| !OWN_TYPES.contains(&api[*id].name.pascal());
        resource.only_holds_types(api) && resource.types.iter().any(is_seen)
    });
    items.extend(shared.map(|resource| {
        let (cfg, name) = (features.cfg_attribute(resource), resource.name.snake_ident());
        quote!(#cfg #[doc(inline)] pub use self::#name::*;)
    }));
    items.push(runtime::exports(api));
    let mut about = docs::inner(&front_page(api));
    // A caller hands a value over and need not know that a setter writes it down at once instead of keeping it. Taking a
    // reference for some types and the value for others would have to change whenever the spec does.
    about.push(quote!(
        #![allow(clippy::needless_pass_by_value, reason = "setters take values, whether they keep them or write them down at once")]
    ));
    if api.types.iter().any(|def| matches!(def.shape, Shape::Tagged(_))) {
        // Which objects are large changes with the spec, and callers match on them.
        about.push(quote!(
            #![allow(clippy::large_enum_variant, reason = "the objects of a union are held as they are")]
        ));
    }
    Module { path: format!("src/{}.rs", root::LIB), docs: about, items }
}

fn front_page(api: &Api) -> Vec<String> {
    let mut page = docs::prose(&api.docs);
    page.extend(docs::others(&api.docs));
    page.extend(example(api));
    page.push("# Resources".into());
    page.push(resource_table(api));
    page.push(
        "Each resource is a Cargo feature of the same name, all on by default, unless the client itself needs it. Types \
         that resources share come with those that need them."
            .into(),
    );
    page.extend(event_list(api));
    page.push("# Rate limits".into());
    page.extend(rate_limits(api));
    page
}

/// The limits in words: what holds where nothing else is said, and a table of what else is.
pub(super) fn rate_limits(api: &Api) -> Vec<String> {
    let usual = match &api.default_limits[..] {
        [] => "No limit is known where nothing else is said".to_owned(),
        uses => {
            // What counts otherwise says so itself.
            let counts_pairs = |used: &LimitUse| api[used.set].scope == LimitScope::CredentialAndEndpoint;
            let pairs =
                if uses.iter().all(counts_pairs) { " for each pair of token and endpoint" } else { "" };
            format!("{}{pairs}, where nothing else is said", limits::of(api, uses))
        }
    };
    let mut paragraphs = vec![format!(
        "{usual}. The client waits before it sends what the server would refuse, so a burst of calls takes longer but \
         does not fail."
    )];
    paragraphs.extend(limit_table(api));
    paragraphs
}

fn resource_table(api: &Api) -> String {
    let mut table = String::from("| client method | resource |\n|---|---|");
    for resource in api.resources.iter().filter(|resource| !resource.endpoints.is_empty()) {
        let method = format!("[`{}`](Client::{})", resource.accessor, resource.accessor);
        table.push_str(&format!("\n| {method} | {} |", cell(&resource.docs)));
    }
    table
}

/// What the service tells of by itself, if it does.
fn event_list(api: &Api) -> Vec<String> {
    if api.callbacks.is_empty() {
        return Vec::new();
    }
    let lines: Vec<String> = (api.callbacks.iter())
        .map(|callback| {
            let (name, module) = (callback.name.pascal(), &api[callback.resource].name);
            let about = callback.docs.split_inclusive(". ").next().unwrap_or_default();
            format!("- [`{name}`]({module}::{name}): {}", docs::text(about))
        })
        .collect();
    let about = "What the service sends by itself is received, checked and typed by the function `receiver` of these types.";
    vec!["# Events".to_owned(), about.to_owned(), format!("{}\n", lines.join("\n"))]
}

/// The endpoints with limits of their own, if there are any.
fn limit_table(api: &Api) -> Vec<String> {
    let mut table = String::from("| endpoint | limits |\n|---|---|");
    let own = || api.endpoints.iter().filter(|endpoint| endpoint.limits != api.default_limits);
    if own().next().is_none() {
        return Vec::new();
    }
    for endpoint in own() {
        let route = format!("`{} {}`", endpoint.method.as_str(), endpoint.path);
        table.push_str(&format!("\n| {route} | {} |", limits::of(api, &endpoint.limits)));
    }
    vec!["These endpoints have limits of their own:".to_owned(), table]
}

/// Text for a cell of a table, with `|` escaped.
fn cell(text: &str) -> String {
    docs::text(text).replace('|', "\\|")
}

/// A first call: the first paged endpoint that can be called with text alone.
fn example(api: &Api) -> Option<String> {
    let simple = |ty: &TypeRef| match ty {
        TypeRef::Def(id) => matches!(api[*id].shape, Shape::Id(crate::ir::IdRepr::Str)),
        TypeRef::Scalar(scalar) => matches!(scalar, crate::ir::Scalar::Str),
        _ => false,
    };
    let endpoint = api.endpoints.iter().find(|endpoint| {
        let required = endpoint.params.iter().filter(|param| param.is_argument());
        endpoint.paging.as_ref().is_some_and(|paging| paging.list.is_some())
            && required.clone().all(|param| param.location == ParamLocation::Path && simple(&param.field.ty))
            && required.count() > 0
    })?;
    let credential = api.credentials.first()?;
    let inputs: Vec<String> = credential.inputs.iter().map(|input| format!("\"{}\"", input.name)).collect();
    let arguments: Vec<String> = (endpoint.params.iter())
        .filter(|param| param.is_argument())
        .map(|param| format!("\"{}\"", param.field.name))
        .collect();
    let variable_setter: String = (api.variables.first().into_iter())
        .map(|variable| format!("\n    .{}(\"{}\")", variable.name, variable.name))
        .collect();
    let krate = api.crate_name.replace('-', "_");
    Some(format!(
        "```no_run\n# async fn example() -> {krate}::Result<()> {{\nlet client = {krate}::Client::builder()\n    \
         .{}({}){variable_setter}\n    .build()?;\n\nlet mut items = client.{}().{}({}).items();\nwhile let Some(item) = \
         items.try_next().await? {{\n    println!(\"{{item:?}}\");\n}}\n# Ok(())\n# }}\n```",
        credential.name,
        inputs.join(", "),
        api[endpoint.resource].accessor,
        endpoint.name,
        arguments.join(", "),
    ))
}
