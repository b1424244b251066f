//! Paths. Two templates that differ only in the names of their parameters are the same path to OpenAPI, which forbids
//! writing it twice: the first one's names hold for all.

use std::collections::BTreeMap;

use crate::ir::{Api, Endpoint};

/// The paths of an API as OpenAPI writes them.
pub(super) struct Paths {
    /// By the shape of the path: what its parameters are called.
    names: BTreeMap<String, Vec<String>>,
}

impl Paths {
    pub(super) fn new(api: &Api) -> Self {
        let mut names = BTreeMap::new();
        for endpoint in &api.endpoints {
            let params = || endpoint.path.params().map(str::to_owned).collect();
            names.entry(endpoint.path.pattern()).or_insert_with(params);
        }
        Self { names }
    }

    /// The path of an endpoint.
    pub(super) fn template(&self, endpoint: &Endpoint) -> String {
        let path = endpoint.path.with_params(|name| format!("{{{}}}", self.name(endpoint, name)));
        let fragment = endpoint.fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        path + &fragment
    }

    /// What a path parameter is called here.
    pub(super) fn name<'a>(&'a self, endpoint: &Endpoint, wire: &'a str) -> &'a str {
        let index = endpoint.path.params().position(|name| name == wire);
        let names = self.names.get(&endpoint.path.pattern());
        index.and_then(|index| names?.get(index)).map_or(wire, String::as_str)
    }
}
