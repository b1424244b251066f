//! Objects that the members they have tell apart.

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
    /// The variant that an object is of, by the names of its members; `None` if it is of none. For unions without a tag.
    #[must_use]
    pub fn variant_with(&self, api: &Api, has: impl Fn(&str) -> bool) -> Option<&Variant> {
        let fits = |variant: &&Variant| {
            let (needed, others) = variant.members(api);
            let all = needed.iter().all(|name| has(name));
            let count = needed.iter().chain(&others).filter(|name| has(name)).count();
            (all && count > 0).then_some((count, needed.len()))
        };
        // Of those that fit alike, the first.
        self.variants.iter().rev().filter(|variant| fits(variant).is_some()).max_by_key(fits)
    }
}
