//! `limits.rs`: the named sets of rate limits.

use quote::quote;

use super::import::Imports;
use super::module::Module;
use super::{docs, root};
use crate::ir::{Api, Limit, LimitSet, LimitSetId};

pub(super) fn emit_limits(api: &Api) -> Module {
    let imports = Imports::new(api);
    let sets: Vec<_> = (api.limit_sets.iter()).map(|set| emit_set(api, &imports, set)).collect();
    let mut items = imports.items();
    items.extend(sets);
    let about = "Rate limits. The server counts for each pair of token and endpoint; all limits of a set hold at once.";
    Module { path: root::file(api, "limits"), docs: docs::inner(&[about.into()]), items }
}

/// The constant of a limit set.
fn emit_set(api: &Api, imports: &Imports<'_>, set: &LimitSet) -> proc_macro2::TokenStream {
    let limit = imports.public_in("limiter", "Limit");
    let name = set.name.shouty_ident();
    let text = in_words(&set.limits);
    let note = if api[api.default_limits] == *set {
        format!("{text}: what holds for every endpoint that has no limits of its own.")
    } else {
        format!("{text}.")
    };
    let docs = docs::outer(&[note]);
    let limits = set.limits.iter().map(|one| {
        let requests = proc_macro2::Literal::u32_unsuffixed(one.requests);
        match one.window.as_secs() {
            1 => quote!(#limit::per_second(#requests)),
            60 => quote!(#limit::per_minute(#requests)),
            3600 => quote!(#limit::per_hour(#requests)),
            seconds => {
                let seconds = proc_macro2::Literal::u64_unsuffixed(seconds);
                quote!(#limit::new(#requests, std::time::Duration::from_secs(#seconds)))
            }
        }
    });
    quote!(#docs pub const #name: &[#limit] = &[#(#limits),*];)
}

/// A limit set as people read it: `15/s and 450/min`.
pub(super) fn in_words(limits: &[Limit]) -> String {
    let one = |limit: &Limit| {
        let unit = match limit.window.as_secs() {
            1 => "s".to_owned(),
            60 => "min".to_owned(),
            3600 => "h".to_owned(),
            seconds => format!("{seconds}s"),
        };
        format!("{}/{unit}", limit.requests)
    };
    let words: Vec<String> = limits.iter().map(one).collect();
    match &words[..] {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        words => words.concat(),
    }
}

/// The limits of a set by its id, as people read them.
pub(super) fn of(api: &Api, set: LimitSetId) -> String {
    in_words(&api[set].limits)
}
