//! Which resources are Cargo features, and which other features each of them turns on.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Api, Filter, Resource, ResourceId, Takes, TokenSource, TypeId, TypeRef};

/// The Cargo features of an API: each resource is one, unless the crate cannot do without it.
pub(super) struct Features<'a> {
    api: &'a Api,
    /// Resources that the crate cannot do without; so few that a search looks at each.
    always: Vec<&'a Resource>,
}

impl<'a> Features<'a> {
    /// The features of an API.
    pub(super) fn of(api: &'a Api) -> Self {
        // Resources whose endpoints yield tokens, those whose types stand in variables or links, and what these need.
        let exchanges = api.credentials.iter().filter_map(|credential| match &credential.token {
            TokenSource::Exchange(exchange) => Some(api[exchange.endpoint].resource),
            TokenSource::Fixed(_) | TokenSource::None => None,
        });
        let in_variables =
            api.variables.iter().flat_map(|variable| variable.ty.named_types()).map(|id| api[id].resource);
        let page_params = api.links.iter().flat_map(|links| &links.pages).flat_map(|page| &page.params);
        let in_links = page_params.flat_map(|param| param.ty.named_types()).map(|id| api[id].resource);
        let always = needs(api, exchanges.chain(in_variables).chain(in_links))
            .into_iter()
            .map(|id| &api[id])
            .collect();
        Self { api, always }
    }

    /// Whether a resource is a feature.
    pub(super) fn has(&self, resource: &Resource) -> bool {
        !self.always.iter().any(|always| always.name == resource.name)
    }

    /// `#[cfg(feature = …)]`, for items that are compiled with a resource only; `None` for one that always is.
    pub(super) fn cfg_attribute(&self, resource: &Resource) -> Option<TokenStream> {
        let feature = resource.name.snake();
        self.has(resource).then(|| quote!(#[cfg(feature = #feature)]))
    }

    /// The other features that a resource's feature turns on: those of the resources whose types its module names. They
    /// turn on others in their turn, so what only they lead to is left to them: to list all of it for each resource
    /// would grow with the square of their number.
    pub(super) fn needed(&self, resource: &Resource) -> Vec<&'a Resource> {
        let named: BTreeSet<ResourceId> = leads_to(self.api, resource.id).collect();
        let others = named.into_iter().filter(|&id| id != resource.id).map(|id| &self.api[id]);
        others.filter(|other| self.has(other)).collect()
    }
}

/// Some resources, and all others to whose modules theirs lead.
fn needs(api: &Api, resources: impl IntoIterator<Item = ResourceId>) -> BTreeSet<ResourceId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<ResourceId> = resources.into_iter().collect();
    while let Some(resource) = open.pop() {
        if found.insert(resource) {
            open.extend(leads_to(api, resource));
        }
    }
    found
}

/// The resources to whose modules that of a resource leads by itself, perhaps with itself among them.
fn leads_to(api: &Api, resource: ResourceId) -> impl Iterator<Item = ResourceId> {
    let types = named_types(api, resource).into_iter().map(|id| api[id].resource);
    // Of filters over the same types, one holds the conversion that all of them use.
    types.chain(api.filters_of(resource).map(|filter| api.converting_filter(filter).resource))
}

/// The types that the module of a resource names, without those that only types of other resources lead to.
fn named_types(api: &Api, resource: ResourceId) -> Vec<TypeId> {
    let endpoints = api[resource].endpoints.iter().flat_map(|&id| api[id].types());
    let parts = api[resource].types.iter().flat_map(|&id| api[id].parts());
    let filters = api.filters.iter().filter(|filter| filter.resource == resource).flat_map(filter_types);
    let events = api
        .callbacks_of(resource)
        .flat_map(|callback| callback.payload_types().chain(callback.inputs.iter().map(|input| &input.ty)));
    endpoints.chain(parts).chain(events).flat_map(TypeRef::named_types).chain(filters).collect()
}

/// The types that a filter names: a module with which callers put the conditions of a search together.
fn filter_types(filter: &Filter) -> Vec<TypeId> {
    let compared = filter.builders.iter().flat_map(|builder| &builder.comparisons).flat_map(|comparison| {
        match &comparison.takes {
            // What is `Single` is a value, too; it travels as a list of one.
            Takes::Value(ty) | Takes::Single(ty) => ty.named_types(),
            Takes::Nothing | Takes::Group => Vec::new(),
        }
    });
    [filter.group.ty, filter.condition.ty].into_iter().chain(filter.field_types).chain(compared).collect()
}
