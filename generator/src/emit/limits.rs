//! `limits.rs`: the named sets of rate limits.

use std::time::Duration;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::import::Imports;
use super::module::Module;
use super::{docs, root};
use crate::ir::{Api, Limit, LimitScope, LimitSet, LimitSetId, LimitTold, LimitUse};

pub(super) fn emit_limits(api: &Api) -> Module {
    let imports = Imports::new(api);
    let sets: Vec<_> =
        (0..api.limit_sets.len()).map(|index| emit_set(api, &imports, LimitSetId(index))).collect();
    let mut items = imports.items();
    items.extend(sets);
    let about = "Rate limits. The server counts for each pair of token and endpoint where nothing else is said; all limits of a set hold at once.";
    Module { path: root::file(api, "limits"), docs: docs::inner(&[about.into()]), items }
}

/// Whether a set is a constant of windows, which cost least: it is nothing else, and wherever it holds it is the first of
/// its kind and each request counts once.
fn is_constant(api: &Api, set: LimitSetId) -> bool {
    api[set].is_plain() && !api[set].beside_others
}

/// The constant of a set, or the bucket.
fn emit_set(api: &Api, imports: &Imports<'_>, id: LimitSetId) -> TokenStream {
    let set = &api[id];
    let name = set.name.shouty_ident();
    let limit = &imports.public_in("limiter", "Limit");
    let note = match &api.default_limits[..] {
        [only] if only.set == id => ": what holds for every endpoint that has no limits of its own.",
        _ => ".",
    };
    let mut text = set_in_words(set);
    text.replace_range(..1, &text[..1].to_uppercase());
    let mut text = vec![format!("{text}{note}")];
    text.extend(set.docs.iter().flat_map(|more| docs::prose(more).into_iter().chain(docs::others(more))));
    let docs = docs::outer(&text);
    let mut limits: Vec<_> = set.limits.iter().map(|one| emit_limit(imports, limit, one)).collect();
    if is_constant(api, id) {
        return quote!(#docs pub const #name: &[#limit] = &[#(#limits),*];);
    }
    limits.extend(set.gap.map(|gap| {
        let gap = emit_duration(imports, gap);
        quote!(#limit::gap(#gap))
    }));
    let bucket = imports.public_in("limiter", "Bucket");
    let scope = imports.public_in("limiter", "Scope");
    let wire = set.name.snake();
    let variant = match set.scope {
        LimitScope::CredentialAndEndpoint => quote!(CredentialAndEndpoint),
        LimitScope::Credential => quote!(Credential),
        LimitScope::Endpoint => quote!(Endpoint),
        LimitScope::All => quote!(All),
    };
    let concurrent = set.concurrent.map(|number| {
        let number = Literal::u32_unsuffixed(number);
        quote!(.concurrent(#number))
    });
    quote!(#docs pub static #name: #bucket = #bucket::new(#wire, #scope::#variant, &[#(#limits),*]) #concurrent;)
}

fn emit_limit(imports: &Imports<'_>, limit: &Ident, one: &Limit) -> TokenStream {
    let requests = Literal::u32_unsuffixed(one.requests);
    match (one.window.as_secs(), one.window.subsec_nanos()) {
        (1, 0) => quote!(#limit::per_second(#requests)),
        (60, 0) => quote!(#limit::per_minute(#requests)),
        (3600, 0) => quote!(#limit::per_hour(#requests)),
        _ => {
            let window = emit_duration(imports, one.window);
            quote!(#limit::new(#requests, #window))
        }
    }
}

fn emit_duration(imports: &Imports<'_>, duration: Duration) -> TokenStream {
    let ty = imports.from("std::time", "Duration");
    if duration.subsec_nanos() == 0 {
        let seconds = Literal::u64_unsuffixed(duration.as_secs());
        quote!(#ty::from_secs(#seconds))
    } else {
        let millis = Literal::u128_unsuffixed(duration.as_millis());
        quote!(#ty::from_millis(#millis))
    }
}

/// What the limiter has to know of an endpoint: its number and limits.
pub(super) fn emit_uses(api: &Api, imports: &Imports<'_>, index: usize, uses: &[LimitUse]) -> TokenStream {
    let ty = imports.codegen("EndpointLimits");
    let module = || imports.from("crate", "limits");
    let index = Literal::usize_unsuffixed(index);
    let name = |one: &LimitUse| -> Ident { api[one.set].name.shouty_ident() };
    let constant = uses.iter().find(|one| is_constant(api, one.set));
    let limits = constant.map_or_else(
        || quote!(&[]),
        |one| {
            let (module, name) = (module(), name(one));
            quote!(#module::#name)
        },
    );
    let buckets: Vec<_> = (uses.iter().filter(|one| !is_constant(api, one.set)))
        .map(|one| {
            let (ty, module, name) = (imports.codegen("BucketUse"), module(), name(one));
            let weight = (one.weight > 1).then(|| {
                let weight = Literal::u32_unsuffixed(one.weight);
                quote!(.weighing(#weight))
            });
            quote!(#ty::new(&#module::#name) #weight)
        })
        .collect();
    let counting = (!buckets.is_empty()).then(|| quote!(.counting_in(&[#(#buckets),*])));
    quote!(#ty::new(#index, #limits) #counting)
}

/// Where responses say something of buckets.
pub(super) fn emit_told(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let told = api.limit_sets.iter().filter(|set| set.told.is_some() || set.weight_header.is_some());
    let told: Vec<_> = told
        .map(|set| {
            let ty = imports.codegen("LimitHeaders");
            let left = || imports.codegen("LimitsLeft");
            let bucket = set.name.snake();
            let left = match &set.told {
                None => quote!(None),
                Some(LimitTold::Headers { remaining, reset }) => {
                    let (remaining, reset) = (remaining.to_lowercase(), reset.to_lowercase());
                    let ty = left();
                    quote!(Some(#ty::Headers { remaining: #remaining, reset: #reset }))
                }
                Some(LimitTold::Policy(policy)) => {
                    let ty = left();
                    quote!(Some(#ty::Policy(#policy)))
                }
            };
            let weight = match set.weight_header.as_ref().map(|name| name.to_lowercase()) {
                None => quote!(None),
                Some(name) => quote!(Some(#name)),
            };
            quote!(#ty { bucket: #bucket, left: #left, weight: #weight })
        })
        .collect();
    quote!(&[#(#told),*])
}

/// A set as people read it: `15/s and 450/min`, or `5000/h for each token, at most 100 at the same time`.
fn set_in_words(set: &LimitSet) -> String {
    let mut parts = Vec::new();
    if !set.limits.is_empty() {
        parts.push(in_words(&set.limits));
    }
    parts.extend(set.concurrent.map(|number| format!("at most {number} at the same time")));
    parts.extend(set.gap.map(|gap| format!("{gap:?} between two requests")));
    let what =
        if parts.is_empty() { "as much as responses say is left".to_owned() } else { parts.join(", ") };
    match set.scope {
        LimitScope::CredentialAndEndpoint => what,
        LimitScope::Credential => format!("{what} per token"),
        LimitScope::Endpoint => format!("{what} per endpoint, over all tokens"),
        LimitScope::All => format!("{what} over all calls"),
    }
}

/// Limits as people read them: `15/s and 450/min`.
fn in_words(limits: &[Limit]) -> String {
    let words: Vec<String> = limits.iter().map(Limit::to_string).collect();
    match &words[..] {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        words => words.concat(),
    }
}

/// What requests count in, as people read it.
pub(super) fn of(api: &Api, uses: &[LimitUse]) -> String {
    let one = |one: &LimitUse| {
        let set = &api[one.set];
        let weight = if one.weight > 1 { format!(", counted {} times", one.weight) } else { String::new() };
        if set.is_plain() {
            format!("{}{weight}", in_words(&set.limits))
        } else {
            format!("`{}` ({}{weight})", set.name.snake(), set_in_words(set))
        }
    };
    match uses {
        [] => "no known limit".to_owned(),
        uses => uses.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}
