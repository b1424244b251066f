//! Which groups are Cargo features, and which modules a feature compiles.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::defs;
use super::handle::group_id;
use crate::ir::{Api, Filter, Group, GroupId, Takes, TokenSource, TypeId};

/// The Cargo features of an API: the groups that nothing that is always there needs.
pub(super) struct Features<'a> {
    api: &'a Api,
    /// Groups that the crate cannot do without; a handful.
    always: Vec<&'a Group>,
}

impl<'a> Features<'a> {
    /// Those of an API.
    pub(super) fn of(api: &'a Api) -> Self {
        // Groups that yield tokens, those whose types the client itself shows, and what these need.
        let exchanges = api.credentials.iter().filter_map(|credential| match &credential.token {
            TokenSource::Exchange(exchange) => Some(api[exchange.operation].group),
            TokenSource::Fixed(_) => None,
        });
        let shown = api.variables.iter().flat_map(|variable| defs(&variable.ty)).map(|id| api[id].home);
        let always = needs(api, exchanges.chain(shown)).into_iter().map(|id| &api[id]).collect();
        Self { api, always }
    }

    /// Whether a group is one.
    pub(super) fn has(&self, group: &Group) -> bool {
        !self.always.iter().any(|always| always.name == group.name)
    }

    /// When what belongs to a group is compiled. `None` when it always is.
    pub(super) fn gate(&self, group: &Group) -> Option<TokenStream> {
        self.has(group).then(|| group.name.snake()).and_then(|feature| when_any(&[feature]))
    }

    /// The other features that a group's feature turns on: those whose modules its own leads to.
    pub(super) fn needed(&self, group: &Group) -> Vec<&'a Group> {
        let needed = needs(self.api, [group_id(self.api, group)]).into_iter().map(|id| &self.api[id]);
        needed.filter(|other| *other != group && self.has(other)).collect()
    }
}

/// The condition that one of some features is on; `None` without any.
pub(super) fn when_any(features: &[&str]) -> Option<TokenStream> {
    match features {
        [] => None,
        [feature] => Some(quote!(#[cfg(feature = #feature)])),
        features => Some(quote!(#[cfg(any(#(feature = #features),*))])),
    }
}

/// Some groups, and all others to whose modules theirs lead.
fn needs(api: &Api, groups: impl IntoIterator<Item = GroupId>) -> BTreeSet<GroupId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<GroupId> = groups.into_iter().collect();
    while let Some(group) = open.pop() {
        if found.insert(group) {
            open.extend(named_types(api, group).into_iter().map(|id| api[id].home));
        }
    }
    found
}

/// The types that the module of a group names, without those that only types of other groups lead to.
fn named_types(api: &Api, group: GroupId) -> Vec<TypeId> {
    let operations = api[group].operations.iter().flat_map(|&id| api[id].types());
    let parts = api[group].types.iter().flat_map(|&id| api[id].parts());
    let filters = api.filters.iter().filter(|filter| filter.home == group).flat_map(filter_types);
    operations.chain(parts).flat_map(defs).chain(filters).collect()
}

fn filter_types(filter: &Filter) -> Vec<TypeId> {
    let compared =
        filter.builders.iter().flat_map(|builder| &builder.operations).flat_map(|one| match &one.takes {
            Takes::Value(ty) | Takes::Single(ty) => defs(ty),
            Takes::Nothing | Takes::Group => Vec::new(),
        });
    [filter.group.ty, filter.condition.ty].into_iter().chain(filter.field_types).chain(compared).collect()
}
