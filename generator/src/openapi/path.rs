//! Paths. Two templates that differ only in the names of their parameters are the same path to OpenAPI, which forbids
//! writing it twice: the first one's names hold for all.

use std::collections::BTreeMap;

use crate::ir::{Api, Endpoint, Segment};

/// The paths of an API as OpenAPI writes them.
pub(super) struct Paths {
    /// By the shape of the path: what its parameters are called.
    names: BTreeMap<String, Vec<String>>,
}

impl Paths {
    pub(super) fn new(api: &Api) -> Self {
        let mut names = BTreeMap::new();
        for endpoint in &api.endpoints {
            names.entry(shape(endpoint)).or_insert_with(|| params(endpoint).cloned().collect());
        }
        Self { names }
    }

    /// The path of an endpoint.
    pub(super) fn template(&self, endpoint: &Endpoint) -> String {
        let segments = endpoint.path.0.iter().map(|segment| match segment {
            Segment::Literal(text) => format!("/{text}"),
            Segment::Param(name) => format!("/{{{}}}", self.name(endpoint, name)),
        });
        segments.collect()
    }

    /// What a path parameter is called here.
    pub(super) fn name<'a>(&'a self, endpoint: &Endpoint, wire: &'a str) -> &'a str {
        let index = params(endpoint).position(|name| name == wire);
        let names = self.names.get(&shape(endpoint));
        index.and_then(|index| names?.get(index)).map_or(wire, String::as_str)
    }
}

/// The names of a path's parameters, in their order.
fn params(endpoint: &Endpoint) -> impl Iterator<Item = &String> {
    endpoint.path.0.iter().filter_map(|segment| match segment {
        Segment::Param(name) => Some(name),
        Segment::Literal(_) => None,
    })
}

/// The path without the names of its parameters.
fn shape(endpoint: &Endpoint) -> String {
    let segments = endpoint.path.0.iter().map(|segment| match segment {
        Segment::Literal(text) => format!("/{text}"),
        Segment::Param(_) => "/{}".to_owned(),
    });
    segments.collect()
}
