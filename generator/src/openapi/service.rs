//! The document as a whole.

use indexmap::IndexMap;

use super::document::{Components, Document, Entries, ErrorCode, Info, PathItem, Server, Tag};
use super::path::Paths;
use super::translation::translations;
use super::{envelope, header, operation, security, types, webhook};
use crate::ir::{Api, Category, Endpoint, Retry};

/// What readers of the document must know before all else.
const CONVENTIONS: &str = "\
A call succeeded when its status is 2xx and its response shows what its schema requires. Objects may carry members that are \
not described, and in responses an optional member may be `null` as well as absent.\n\n\
`x-rate-limits` lists the limits that hold at once for an operation; `x-effect` says whether it reads, writes, or destroys, that is removes what cannot be had back; \
`x-title` is its title in the official documentation; `x-error-codes` holds the codes to expect, which the document's \
own `x-error-codes` explains; `x-extensible-enum` lists the known values of a type that may get more.";

/// What they must know as well where texts are in several languages.
const LANGUAGES: &str = "\n\nTexts are in the first language of `x-languages`; `x-translations` has them, beside the members that hold \
them, in the others.";

/// Describes the API.
pub(super) fn document<'a>(
    api: &'a Api,
    templates: &'a Paths,
    spec: Vec<(String, String)>,
    header: &'static str,
) -> Document<'a> {
    Document {
        openapi: "3.1.0",
        generated_by: header,
        info: info(api),
        servers: servers(api),
        security: security::usual(api),
        tags: tags(api),
        paths: paths(api, templates),
        webhooks: webhook::webhooks(api),
        components: components(api),
        error_codes: error_codes(api),
        spec: spec.into_iter().collect(),
    }
}

/// What the document says about itself.
fn info(api: &Api) -> Info {
    let languages = if api.languages.len() > 1 { LANGUAGES } else { "" };
    Info {
        title: api.name.clone(),
        version: api.version.clone(),
        description: format!("The API of {}.\n\n{CONVENTIONS}{languages}", api.name),
        languages: api.languages.clone(),
    }
}

/// The hosts; the first is the default.
fn servers(api: &Api) -> Vec<Server> {
    api.hosts.iter().map(|host| operation::server(api, host)).collect()
}

/// One tag for each resource with endpoints or events.
fn tags(api: &Api) -> Vec<Tag> {
    let used = api.resources.iter().filter(|resource| !resource.only_holds_types(api));
    used.map(|resource| Tag {
        name: resource.name.snake().to_owned(),
        description: resource.docs.trim().to_owned(),
        translations: translations(api, &[("description", Some(&resource.docs))]),
    })
    .collect()
}

/// The endpoints by path, and below each path by method.
fn paths<'a>(api: &'a Api, templates: &'a Paths) -> Entries<'a, PathItem> {
    Entries::new(move || {
        let mut paths: IndexMap<String, Vec<&Endpoint>> = IndexMap::new();
        for endpoint in &api.endpoints {
            paths.entry(templates.template(endpoint)).or_default().push(endpoint);
        }
        let item = move |endpoint: &Endpoint| {
            (endpoint.method.as_str().to_ascii_lowercase(), operation::operation(api, templates, endpoint))
        };
        paths.into_iter().map(move |(path, operations)| (path, operations.into_iter().map(item).collect()))
    })
}

/// What operations refer to by name.
fn components(api: &Api) -> Components<'_> {
    let schemas = move || {
        let named = api.types.iter().map(|def| (def.name.pascal().to_owned(), types::definition(api, def)));
        named.chain(envelope::schemas(api))
    };
    Components {
        schemas: Entries::new(schemas),
        responses: envelope::failures(api),
        parameters: header::components(api),
        headers: envelope::header_components(api),
        security_schemes: security::schemes(api),
    }
}

/// The documented error codes.
fn error_codes(api: &Api) -> Vec<ErrorCode> {
    let describe = |error: &crate::ir::ErrorCode| ErrorCode {
        code: error.code,
        name: error.name.snake().to_owned(),
        title: error.title.as_deref().filter(|title| !title.is_empty()).map(str::to_owned),
        status: error.status,
        category: category(error.category),
        retry: retry(error.retry),
        meaning: error.meaning.to_string(),
        advice: error.advice.to_string(),
        translations: translations(
            api,
            &[
                ("title", error.title.as_ref()),
                ("meaning", Some(&error.meaning)),
                ("advice", Some(&error.advice)),
            ],
        ),
    };
    api.errors.iter().map(describe).collect()
}

/// The word that the spec has for a category.
fn category(category: Category) -> &'static str {
    match category {
        Category::Auth => "auth",
        Category::Permission => "permission",
        Category::NotFound => "not_found",
        Category::Validation => "validation",
        Category::RateLimit => "rate_limit",
        Category::Idempotency => "idempotency",
        Category::Conflict => "conflict",
        Category::Quota => "quota",
        Category::Server => "server",
        Category::Unknown => "unknown",
    }
}

/// The word that the spec has for whether to retry.
fn retry(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::AfterRenewal => "after_renewal",
        Retry::AfterWait => "after_wait",
        Retry::Maybe => "maybe",
    }
}
