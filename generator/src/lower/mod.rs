//! Stage 2: [`Document`] → [`Api`].
//!
//! Every mistake that a user can make is found here or before, all of them in one run. What holds after this stage:
//! every name is a Rust identifier and free where it is used; every reference leads somewhere; every bound, default
//! and template fits its type; so the stages after this one cannot fail.

mod auth;
mod constraint;
mod endless;
mod enumeration;
mod error_code;
mod field;
mod filter;
mod header;
mod limit;
mod literal;
mod lookup;
mod name;
mod operation;
mod paging;
mod place;
mod reach;
pub(crate) mod reserved;
mod route;
mod rule;
mod scope;
mod service;
mod shadow;
mod table;
mod taken;
mod template;
mod type_def;
mod type_ref;
mod unused;
mod value_form;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::Api;
use crate::spec::Document;
use scope::Scope;

/// Resolves and checks a document. The diagnostics beside the API are warnings.
pub(crate) fn lower_document(document: &Document) -> Result<(Api, Vec<Diagnostic>), Diagnostics> {
    let mut out = Diagnostics::default();
    let scope = Scope::collect(document, &mut out);
    let spec = &document.api;
    service::check_identity(spec, &mut out);

    let mut types = type_def::lower_types(&scope, &mut out);
    endless::check_endless(&types, &mut out);
    let paginations = paging::lower_paginations(spec, &mut out);
    let operations = operation::lower_operations(&scope, &types, &paginations, &mut out);
    route::check_routes(&operations, &mut out);
    let credentials = auth::lower_credentials(&scope, &types, &operations, &mut out);
    let variables = service::lower_variables(&scope, &types, &mut out);
    let filters = filter::lower_filters(&scope, &types, &mut out);
    reach::lower_reach(&mut types, &operations, &variables, &credentials, &filters);
    let groups = service::lower_groups(&scope, &mut out);

    let api = Api {
        name: spec.name.value.clone(),
        crate_name: spec.crate_name.value.clone(),
        version: spec.version.value.clone(),
        docs: spec.doc.value.clone(),
        sources: service::lower_sources(spec),
        hosts: service::lower_hosts(spec, &mut out),
        variables,
        headers: header::lower_headers(&scope, &mut out),
        limit_sets: limit::lower_limit_sets(spec, &mut out),
        default_limits: limit::lower_default_limits(&scope, &mut out),
        throttled: service::lower_refusal(&scope, spec.throttled.as_ref(), &mut out),
        duplicate: service::lower_refusal(&scope, spec.duplicate.as_ref(), &mut out),
        auth: auth::lower_auth(&scope, &mut out),
        credentials,
        envelopes: service::lower_envelopes(spec, &mut out),
        log_id_headers: header::lower_log_id_headers(spec, &mut out),
        paginations,
        errors: error_code::lower_errors(&scope, &mut out),
        taken: taken::lower_taken(&groups, &types, &operations),
        groups,
        operations,
        types,
        filters,
    };
    if out.has_errors() {
        unused::suggest_renamed(&api.types, &mut out);
    } else {
        shadow::check_shadowed(&api.operations, &api.types, &mut out);
        unused::check_unused(&api, spec, &mut out);
    }
    if out.has_errors() { Err(out) } else { Ok((api, out.into_sorted())) }
}
