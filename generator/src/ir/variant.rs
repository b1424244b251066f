//! Objects that the members they have tell apart.

use std::cmp::Reverse;

use super::api::Api;
use super::field::{Field, Presence};
use super::type_ref::TypeRef;
use super::types::{Shape, TaggedUnion, Variant};

impl Variant {
    /// The members of its object: those that are always there, and all others.
    #[must_use]
    pub fn members<'a>(&self, api: &'a Api) -> (Vec<&'a str>, Vec<&'a str>) {
        let fields = match &self.ty {
            TypeRef::Def(id) => match &api[*id].shape {
                Shape::Struct { fields, .. } => fields.as_slice(),
                _ => &[],
            },
            _ => &[],
        };
        let (needed, others): (Vec<&Field>, Vec<&Field>) =
            fields.iter().partition(|field| field.presence != Presence::Optional);
        let names = |fields: Vec<&'a Field>| fields.into_iter().map(|field| &*field.wire).collect();
        (names(needed), names(others))
    }
}

impl TaggedUnion {
    /// The variants that an object may be of, by the names of its members, in the order in which they are tried. For unions
    /// without a tag.
    #[must_use]
    pub fn variants_with(&self, api: &Api, has: impl Fn(&str) -> bool) -> Vec<&Variant> {
        let fits = |variant: &Variant| {
            let (needed, others) = variant.members(api);
            let all = needed.iter().all(|name| has(name));
            let count = needed.iter().chain(&others).filter(|name| has(name)).count();
            (all && count > 0).then_some((count, needed.len()))
        };
        let fitting = self.variants.iter().filter_map(|variant| Some((fits(variant)?, variant)));
        let mut fitting: Vec<_> = fitting.collect();
        // Those that fit alike stay in the order of the spec.
        fitting.sort_by_key(|(fit, _)| Reverse(*fit));
        fitting.into_iter().map(|(_, variant)| variant).collect()
    }
}
