//! Routing: from a method and a path to an endpoint of the spec.

use std::collections::BTreeMap;

use paceline_generator::ir::{Api, EndpointId, Method, Segment};
use percent_encoding::percent_decode_str;

/// The routes of all endpoints, the most literal ones first.
#[derive(Debug)]
pub(crate) struct Router {
    routes: Vec<Route>,
}

/// The route of one endpoint.
#[derive(Debug)]
struct Route {
    method: Method,
    segments: Vec<Segment>,
    endpoint: EndpointId,
}

/// Where a request leads.
#[derive(Debug, PartialEq)]
pub(crate) enum Routed {
    /// To this endpoint, with the path's parameters by their wire names.
    Found(EndpointId, BTreeMap<String, String>),
    /// To a path that exists, but not with this method; these are its methods.
    WrongMethod(Vec<Method>),
    /// To no endpoint.
    Unknown,
}

impl Router {
    /// A router for all endpoints.
    pub(crate) fn new(api: &Api) -> Self {
        let ids = api.resources.iter().flat_map(|resource| &resource.endpoints);
        let routes =
            ids.map(|id| Route { method: api[*id].method, segments: api[*id].path.0.clone(), endpoint: *id });
        let mut routes: Vec<_> = routes.collect();
        // The route with a literal segment comes first, compared from the left: templates of the API do overlap, such as
        // `/:project_key/wbs_view_draft/publish` and `/work_item/wbs_view_draft/publish`.
        routes.sort_by_key(|route| {
            route.segments.iter().map(|segment| matches!(segment, Segment::Param(_))).collect::<Vec<_>>()
        });
        Self { routes }
    }

    /// Where a request leads. `path` is still percent-encoded.
    pub(crate) fn find(&self, method: &str, path: &str) -> Routed {
        // A path that does not begin with `/` has no parts and matches nothing.
        let parts: Option<Vec<String>> = path.strip_prefix('/').map(|path| {
            path.split('/').map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned()).collect()
        });
        let parts = parts.unwrap_or_default();
        let mut matching = self
            .routes
            .iter()
            .filter_map(|route| Some((route, capture(&route.segments, &parts)?)))
            .peekable();
        if matching.peek().is_none() {
            return Routed::Unknown;
        }
        let mut methods = Vec::new();
        for (route, values) in matching {
            if route.method.as_str() == method {
                return Routed::Found(route.endpoint, values);
            }
            methods.push(route.method);
        }
        methods.sort_unstable();
        methods.dedup();
        Routed::WrongMethod(methods)
    }
}

/// The parameters' values, if `parts` fit the template.
fn capture(segments: &[Segment], parts: &[String]) -> Option<BTreeMap<String, String>> {
    if segments.len() != parts.len() {
        return None;
    }
    let mut values = BTreeMap::new();
    for (segment, part) in segments.iter().zip(parts) {
        match segment {
            Segment::Literal(text) if text == part => {}
            Segment::Param(name) if !part.is_empty() => {
                values.insert(name.clone(), part.clone());
            }
            _ => return None,
        }
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Vec<Segment> {
        let segment = |part: &str| match part.strip_prefix(':') {
            Some(name) => Segment::Param(name.to_owned()),
            None => Segment::Literal(part.to_owned()),
        };
        text.split('/').skip(1).map(segment).collect()
    }

    fn parts(path: &str) -> Vec<String> {
        path.split('/').skip(1).map(str::to_owned).collect()
    }

    #[test]
    fn literals_must_be_equal_and_parameters_must_not_be_empty() {
        let create = template("/open_api/:project_key/work_item/create");
        let values = capture(&create, &parts("/open_api/space/work_item/create")).unwrap();
        assert_eq!(values["project_key"], "space");
        for wrong in
            ["/open_api//work_item/create", "/open_api/space/work_item", "/open_api/space/work_item/create/"]
        {
            assert_eq!(capture(&create, &parts(wrong)), None, "{wrong}");
        }
    }
}
