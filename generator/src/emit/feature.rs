//! Which groups are Cargo features, and which modules a feature compiles.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::handle::group_id;
use super::{defs, filter};
use crate::ir::{Api, Filter, Group, GroupId, Takes, TokenSource, TypeId};

/// Whether a group is a Cargo feature: nothing that is always there needs it.
pub(super) fn is_feature(api: &Api, group: &Group) -> bool {
    !always_there(api).contains(&group_id(api, group))
}

/// When what belongs to a group is compiled. `None` when it always is.
pub(super) fn gate(api: &Api, group: &Group) -> Option<TokenStream> {
    is_feature(api, group).then(|| group.name.snake()).and_then(|feature| when_any(&[feature]))
}

/// The condition that one of some features is on; `None` without any.
pub(super) fn when_any(features: &[&str]) -> Option<TokenStream> {
    match features {
        [] => None,
        [feature] => Some(quote!(#[cfg(feature = #feature)])),
        features => Some(quote!(#[cfg(any(#(feature = #features),*))])),
    }
}

/// The other features that a group's feature turns on: those whose modules its own leads to.
pub(super) fn needed_features<'a>(api: &'a Api, group: &Group) -> Vec<&'a Group> {
    let needed = needs(api, [group_id(api, group)]).into_iter().map(|id| &api[id]);
    needed.filter(|other| *other != group && is_feature(api, other)).collect()
}

/// Groups that the crate cannot do without: those that yield tokens, those whose types the client itself shows, and what
/// these need.
fn always_there(api: &Api) -> BTreeSet<GroupId> {
    let exchanges = api.credentials.iter().filter_map(|credential| match &credential.token {
        TokenSource::Exchange(exchange) => Some(api[exchange.operation].group),
        TokenSource::Fixed(_) => None,
    });
    let shown = api.variables.iter().flat_map(|variable| defs(&variable.ty)).map(|id| api[id].home);
    needs(api, exchanges.chain(shown))
}

/// Some groups, and all others to whose modules theirs lead.
fn needs(api: &Api, groups: impl IntoIterator<Item = GroupId>) -> BTreeSet<GroupId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<GroupId> = groups.into_iter().collect();
    while let Some(group) = open.pop() {
        if found.insert(group) {
            open.extend(named_types(api, &api[group]).into_iter().map(|id| api[id].home));
        }
    }
    found
}

/// The types that the module of a group names, without those that only types of other groups lead to.
fn named_types(api: &Api, group: &Group) -> Vec<TypeId> {
    let operations = group.operations.iter().flat_map(|&id| api[id].types());
    let parts = group.types.iter().flat_map(|&id| api[id].parts());
    let filters = filter::filters_of(api, group).flat_map(filter_types);
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
