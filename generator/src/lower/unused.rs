//! What is defined and never used.

use super::type_ref::DEFINE;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, LimitUse, Shape, TypeDef, TypeId, TypeRef};
use crate::parse::ApiSpec;

/// Warns of types, limits, pagination styles and shared parameters that nothing uses.
pub(super) fn check_unused(api: &Api, spec: &ApiSpec, diagnostics: &mut Diagnostics) {
    for def in api.types.iter().filter(|def| !def.usage.requests && !def.usage.responses) {
        let message = format!("nothing uses the type `{}`", def.name.pascal());
        diagnostics.push(Diagnostic::new(Code::TypeUnused, &def.origin, message));
    }
    for (index, set) in api.limit_sets.iter().enumerate() {
        let counts = |uses: &[LimitUse]| uses.iter().any(|one| one.set.index() == index);
        let used =
            counts(&api.default_limits) || api.endpoints.iter().any(|endpoint| counts(&endpoint.limits));
        if !used {
            let message = format!("nothing uses the rate limit set `{}`", set.name);
            diagnostics.push(Diagnostic::new(Code::LimitUnused, &set.origin, message));
        }
    }
    for (index, style) in spec.paginations.iter().enumerate() {
        let pagings = api.endpoints.iter().filter_map(|endpoint| endpoint.paging.as_ref());
        if !pagings.into_iter().any(|paging| paging.style.index() == index) {
            let message = format!("nothing uses the pagination style `{}`", style.name.value);
            diagnostics.push(Diagnostic::new(Code::PaginationUnused, &style.name.origin, message));
        }
    }
    check_shared(api, spec, diagnostics);
}

/// Warns of shared parameters that no route and no address takes.
fn check_shared(api: &Api, spec: &ApiSpec, diagnostics: &mut Diagnostics) {
    let params = api.endpoints.iter().flat_map(|endpoint| &endpoint.params);
    let pages = || spec.links.iter().flat_map(|links| &links.pages.value);
    for shared in &spec.parameters {
        let name = &shared.wire.value;
        let in_route = params.clone().any(|param| param.field.origin == shared.wire.origin);
        let segment = format!(":{name}");
        let in_address = pages().any(|page| {
            page.address.value.split('/').any(|part| part == segment)
                && page.path.iter().all(|own| own.wire.value != *name)
        });
        if !in_route && !in_address {
            let message = format!("no route takes the shared parameter `{name}`");
            diagnostics.push(Diagnostic::new(Code::ParamUnused, &shared.wire.origin, message));
        }
    }
}

/// A type that nothing uses, beside a name that is not defined, was probably renamed.
pub(super) fn suggest_renamed(types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let orphans: Vec<usize> = (0..types.len())
        .filter(|index| !types[*index].usage.requests && !types[*index].usage.responses)
        .collect();
    // A type that only unused types refer to is unused because of these; what was renamed is at the root.
    let is_root = |index: &&usize| {
        let id = TypeId(**index);
        orphans.iter().all(|other| other == *index || !refers_to(&types[*other].shape, id))
    };
    let roots: Vec<_> = orphans.iter().filter(is_root).collect();
    let [only] = roots.as_slice() else { return };
    let renamed = types[**only].name.pascal();
    for finding in diagnostics.iter_mut() {
        if finding.code == Code::TypeUnknown && finding.help.as_deref() == Some(DEFINE) {
            finding.help =
                Some(format!("was it renamed to `{renamed}`, which nothing uses? if not, {DEFINE}"));
        }
    }
}

/// Whether a shape refers to a type.
fn refers_to(shape: &Shape, id: TypeId) -> bool {
    fn refers(ty: &TypeRef, id: TypeId) -> bool {
        match ty {
            TypeRef::Def(other) | TypeRef::TextId(other) => *other == id,
            TypeRef::List(inner) | TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => refers(inner, id),
            TypeRef::Map { key, value } => refers(key, id) || refers(value, id),
            TypeRef::Scalar(_) => false,
        }
    }
    match shape {
        Shape::Struct { fields, free, variant } => {
            let free = free.iter().map(|free| &free.ty);
            let others = free.chain(variant.iter().map(|variant| &variant.ty));
            fields.iter().map(|field| &field.ty).chain(others).any(|ty| refers(ty, id))
        }
        Shape::Union(members) => members.iter().any(|member| refers(member, id)),
        Shape::Tagged(union) => union.variants.iter().any(|variant| refers(&variant.ty, id)),
        Shape::Any(forms) => {
            forms.iter().flat_map(|form| form.write.iter().chain(&form.read)).any(|ty| refers(ty, id))
        }
        Shape::Id(_) | Shape::Enum { .. } => false,
    }
}
