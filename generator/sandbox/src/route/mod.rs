//! Routing: from a method and a path to an endpoint of the spec.

use std::collections::BTreeMap;

use paceline_generator::ir::{Api, EndpointId, Method, Segment, SegmentPart};
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
    /// To these endpoints, with the path's parameters by their wire names. They are several where a word that is not sent
    /// tells them apart in the spec.
    Found(Vec<(EndpointId, BTreeMap<String, String>)>),
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
        routes.sort_by_key(|route| route.segments.iter().map(openness).collect::<Vec<_>>());
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
        let (mut methods, mut found) = (Vec::new(), Vec::new());
        let mut shape: Option<Vec<u8>> = None;
        for (route, values) in matching {
            if route.method.as_str() == method {
                let own: Vec<u8> = route.segments.iter().map(openness).collect();
                // A route with more parameters is another one.
                if *shape.get_or_insert_with(|| own.clone()) == own {
                    found.push((route.endpoint, values));
                }
            }
            methods.push(route.method);
        }
        if !found.is_empty() {
            return Routed::Found(found);
        }
        methods.sort_unstable();
        methods.dedup();
        Routed::WrongMethod(methods)
    }
}

/// How much a segment leaves open: nothing, something beside its text, or all.
fn openness(segment: &Segment) -> u8 {
    match segment {
        Segment::Literal(_) => 0,
        Segment::Mixed(_) => 1,
        Segment::Param(_) => 2,
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
            Segment::Literal(text) if decoded(text) == *part => {}
            Segment::Mixed(pieces) => values.extend(capture_within(pieces, part)?),
            Segment::Param(name) if !part.is_empty() => {
                values.insert(name.clone(), part.clone());
            }
            _ => return None,
        }
    }
    Some(values)
}

/// The values of parameters with text around them. Each is as short as the rest allows.
fn capture_within(pieces: &[SegmentPart], part: &str) -> Option<Vec<(String, String)>> {
    match pieces {
        [] => part.is_empty().then(Vec::new),
        [SegmentPart::Text(text), rest @ ..] => {
            capture_within(rest, part.strip_prefix(decoded(text).as_str())?)
        }
        [SegmentPart::Param(name), rest @ ..] => {
            let ends =
                part.char_indices().map(|(at, _)| at).skip(1).chain([part.len()]).filter(|&end| end > 0);
            ends.into_iter().find_map(|end| {
                let mut values = capture_within(rest, &part[end..])?;
                values.push((name.clone(), part[..end].to_owned()));
                Some(values)
            })
        }
    }
}

/// Text of a template as it is compared: without percent encoding.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
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

    #[test]
    fn text_around_parameters_must_be_there_and_a_final_slash_too() {
        let text = |text: &str| SegmentPart::Text(text.to_owned());
        let param = |name: &str| SegmentPart::Param(name.to_owned());
        let pieces = vec![param("a"), text("-"), param("b"), text(".json")];
        let route = [Segment::Mixed(pieces), Segment::Literal(String::new())];
        let values = capture(&route, &parts("/x-y-z.json/")).unwrap();
        assert_eq!((&*values["a"], &*values["b"]), ("x", "y-z"));
        for wrong in ["/x-y.json", "/-y.json/", "/x-.json/", "/x.json/", "/x-y.jsonp/"] {
            assert_eq!(capture(&route, &parts(wrong)), None, "{wrong}");
        }
    }
}
