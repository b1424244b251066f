//! What is defined and never used.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::Api;
use crate::spec::ApiSpec;

/// Warns of types, limits and pagination styles that nothing uses.
pub(super) fn check_unused(api: &Api, spec: &ApiSpec, out: &mut Diagnostics) {
    for def in api.types.iter().filter(|def| !def.reach.requests && !def.reach.answers) {
        let message = format!("nothing uses the type `{}`", def.name.pascal());
        out.push(Diagnostic::new(Code::TypeUnused, &def.origin, message));
    }
    for (index, set) in api.limit_sets.iter().enumerate() {
        let used = api.default_limits.index() == index
            || api.operations.iter().any(|operation| operation.limits.index() == index);
        if !used {
            let message = format!("nothing uses the rate limit set `{}`", set.name);
            out.push(Diagnostic::new(Code::LimitUnused, &set.origin, message));
        }
    }
    for (index, style) in spec.paginations.iter().enumerate() {
        let pagings = api.operations.iter().filter_map(|operation| operation.paging.as_ref());
        if !pagings.into_iter().any(|paging| paging.style.index() == index) {
            let message = format!("nothing uses the pagination style `{}`", style.name.value);
            out.push(Diagnostic::new(Code::PaginationUnused, &style.name.origin, message));
        }
    }
}
