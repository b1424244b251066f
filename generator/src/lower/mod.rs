//! Stage 2: [`Document`] → [`Api`].
//!
//! Every mistake that a user can make is found here or before, all of them in one run. What holds after this stage:
//! every name is a Rust identifier and free where it is used; every reference leads somewhere; every bound, default
//! and template fits its type; so the stages after this one cannot fail.

pub(crate) mod reserved;
mod name;
mod table;
mod scope;
mod context;
mod duration;
mod limit;
mod literal;
mod json_path;
mod type_ref;
mod value_kind;
mod json_kind;
mod publishing;
mod service;
mod template;
mod header;
mod response;
mod stream;
mod refusals;
mod exchange_check;
mod exchange;
mod auth;
mod constraint;
mod text_form;
mod example_rule;
mod example_reader;
mod example;
mod infinite_types;
mod circles;
mod enumeration;
mod error_code;
mod field;
mod lookup;
mod list_style;
mod spread;
mod filter;
mod route;
mod rule;
mod paging_place;
mod paging;
mod body;
mod form_part;
mod param;
mod endpoint;
mod upload;
mod link;
mod usage;
mod method;
mod shadow;
mod used_names;
mod free_members;
mod further_members;
mod value_form;
mod tagged_union;
mod type_def;
mod event_type;
mod event;
mod unused;
mod prose;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::Api;
use crate::parse::Document;
use scope::Scope;

pub(crate) use body::is_media_type;
pub(crate) use param::is_own_header;
pub(crate) use route::is_in_literal;

/// Resolves and checks a document. The diagnostics beside the API are warnings.
pub(crate) fn lower_document(document: &Document) -> Result<(Api, Vec<Diagnostic>), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let scope = Scope::collect(document, &mut diagnostics);
    let spec = &document.api;
    service::check_identity(spec, &mut diagnostics);
    publishing::check_publishing(&spec.publishing, &mut diagnostics);

    let mut types = type_def::lower_types(&scope, &mut diagnostics);
    infinite_types::check_infinite_types(&types, &mut diagnostics);
    let paginations = paging::lower_paginations(spec, &mut diagnostics);
    let default = &spec.rate_limits.default;
    let default_limits = limit::lower_limit_uses(default, &scope, "`rate_limits.default`", &mut diagnostics);
    let endpoints =
        endpoint::lower_endpoints(&scope, &types, &paginations, &default_limits, &mut diagnostics);
    route::check_routes(&endpoints, &mut diagnostics);
    let credentials = auth::lower_credentials(&scope, &types, &endpoints, &mut diagnostics);
    let variables = service::lower_variables(&scope, &types, &mut diagnostics);
    let filters = filter::lower_filters(&scope, &types, &mut diagnostics);
    let uploads = upload::lower_uploads(&scope, &endpoints, &types, &mut diagnostics);
    let links = link::lower_links(&scope, &types, &mut diagnostics);
    let callbacks = event::lower_callbacks(&scope, &types, &mut diagnostics);
    usage::lower_usage(
        &mut types,
        &endpoints,
        &variables,
        &credentials,
        &filters,
        links.as_ref(),
        &callbacks,
    );
    circles::lower_circles(&mut types);
    method::check_methods(&scope, &types, &mut diagnostics);
    let resources = service::lower_resources(&scope, &mut diagnostics);

    let publishing = &spec.publishing;
    let mut api = Api {
        files: Vec::new(),
        name: spec.name.value.clone(),
        crate_name: spec.crate_name.value.clone(),
        version: spec.version.value.clone(),
        languages: spec.languages.iter().map(|language| language.value.clone()).collect(),
        docs: spec.doc.value.clone(),
        license: publishing.license.as_ref().map(|text| text.value.clone()),
        repository: publishing.repository.as_ref().map(|text| text.value.clone()),
        keywords: publishing.keywords.iter().map(|text| text.value.clone()).collect(),
        sources: service::lower_sources(spec),
        hosts: service::lower_hosts(spec, &mut diagnostics),
        variables,
        headers: header::lower_headers(&scope, &mut diagnostics),
        limit_sets: limit::lower_limit_sets(spec, &mut diagnostics),
        default_limits,
        throttled: service::lower_refusal(&scope, spec.rate_limits.throttled.as_ref(), &mut diagnostics),
        duplicate: service::lower_refusal(&scope, spec.rate_limits.duplicate.as_ref(), &mut diagnostics),
        auth: auth::lower_auth(&scope, &mut diagnostics),
        credentials,
        envelopes: service::lower_envelopes(spec, &mut diagnostics),
        log_id_headers: header::lower_log_id_headers(spec, &mut diagnostics),
        paginations,
        errors: error_code::lower_errors(&scope, &mut diagnostics),
        used_names: used_names::lower_used_names(&resources, &types, &endpoints, &callbacks),
        resources,
        endpoints,
        types,
        filters,
        uploads,
        links,
        callbacks,
    };
    prose::settle_languages(&mut api, &spec.languages, &mut diagnostics);
    limit::note_neighbours(&mut api.limit_sets, &api.endpoints, &api.default_limits);
    if diagnostics.has_errors() {
        unused::suggest_renamed(&api.types, &mut diagnostics);
    } else {
        shadow::check_shadowed(&api.endpoints, &api.types, &mut diagnostics);
        unused::check_unused(&api, spec, &mut diagnostics);
    }
    if diagnostics.has_errors() { Err(diagnostics) } else { Ok((api, diagnostics.into_sorted())) }
}
