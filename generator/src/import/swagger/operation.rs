//! Paths and operations.

use super::super::reference::{escape, reference_of};
use super::body::BodyParam;
use super::converter::{Converter, PartKind};
use super::media::Media;
use super::param::text;
use super::server::own_servers;
use crate::untyped::Untyped;

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// The parameters of an operation or a path.
#[derive(Debug, Default)]
struct Params<'d> {
    /// Those that are no part of a body.
    others: Vec<Untyped>,
    body: Vec<BodyParam<'d>>,
}

impl<'d> Converter<'d> {
    /// All paths of a document.
    pub(super) fn paths(&mut self, file: &str, document: &'d Untyped) -> Untyped {
        let media = Media::unsaid().within(document, &format!("{file}#"));
        let paths = document.peek("paths").map_or(&[][..], Untyped::peek_entries);
        let made = paths.iter().map(|(path, item)| {
            let place = format!("{file}#/paths/{}", escape(path));
            (path.to_string(), self.path_item(item, path, &place, document, &media))
        });
        Untyped::from_members(made.collect())
    }

    /// What a document says of a path. Operations stay where they are.
    pub(super) fn path_item(
        &mut self,
        item: &'d Untyped,
        path: &str,
        place: &str,
        document: &'d Untyped,
        media: &Media<'d>,
    ) -> Untyped {
        if !matches!(item, Untyped::Map(_)) {
            return item.clone();
        }
        self.refer(item, PartKind::PathItem, media);
        let shared = self.params(item, place, media);
        let made = item.peek_entries().iter().map(|(key, value)| {
            let value = match &**key {
                "parameters" => Untyped::List(shared.others.clone()),
                method if METHODS.contains(&method) && matches!(value, Untyped::Map(_)) => {
                    let route = format!("{} {path}", method.to_uppercase());
                    let place = format!("{place}/{method}");
                    self.operation(value, &route, &place, &shared.body, document, media)
                }
                _ => value.clone(),
            };
            (key.to_string(), value)
        });
        Untyped::from_members(made.collect())
    }

    /// An operation. `inherited` are the parameters that its path has for the body.
    fn operation(
        &mut self,
        operation: &'d Untyped,
        route: &str,
        place: &str,
        inherited: &[BodyParam<'d>],
        document: &'d Untyped,
        media: &Media<'d>,
    ) -> Untyped {
        let media = media.within(operation, place);
        let Params { others, mut body } = self.params(operation, place, &media);
        let is = |param: &BodyParam<'d>, location| text(param.param, "in") == Some(location);
        let name = |param: &BodyParam<'d>| text(param.param, "name");
        for param in inherited {
            let is_overridden =
                body.iter().any(|own| name(own) == name(param) || is(own, "body") || is(param, "body"));
            if !is_overridden {
                body.push(param.clone());
            }
        }
        let mut members: Vec<(String, Untyped)> = Vec::new();
        for (key, value) in operation.peek_entries() {
            let value = match &**key {
                "consumes" | "produces" | "schemes" => continue,
                "parameters" => Untyped::List(others.clone()),
                "responses" => self.responses(value, route, place, &media),
                _ => value.clone(),
            };
            members.push((key.to_string(), value));
        }
        let body = self.operation_body(&body, route, place, &media);
        members.extend(body.map(|body| ("requestBody".to_owned(), body)));
        let servers = own_servers(operation, document);
        if !servers.is_empty() {
            self.moves.made_of(&format!("{place}/schemes"), &format!("{place}/servers"));
            members.push(("servers".to_owned(), Untyped::List(servers)));
        }
        Untyped::from_members(members)
    }

    /// The parameters of an operation or a path at `place`.
    fn params(&mut self, level: &'d Untyped, place: &str, media: &Media<'d>) -> Params<'d> {
        let mut params = Params::default();
        let all = level.peek("parameters").map_or(&[][..], Untyped::items);
        for (index, said) in all.iter().enumerate() {
            let from = format!("{place}/parameters/{index}");
            let param = self.resolve(said);
            if matches!(text(param, "in"), Some("body" | "formData")) {
                params.body.push(BodyParam { said, param, place: from });
                continue;
            }
            let to = format!("{place}/parameters/{}", params.others.len());
            self.moves.moved(&from, &to);
            let made = if reference_of(said).is_some() {
                self.refer(said, PartKind::Parameter, media);
                said.clone()
            } else {
                self.parameter(said, &from, &to)
            };
            params.others.push(made);
        }
        params
    }

    /// The responses of an operation at `place`.
    fn responses(&mut self, responses: &'d Untyped, route: &str, place: &str, media: &Media<'d>) -> Untyped {
        if !matches!(responses, Untyped::Map(_)) {
            return responses.clone();
        }
        let made = responses.peek_entries().iter().map(|(status, response)| {
            let from = format!("{place}/responses/{}", escape(status));
            self.share(response, PartKind::Response, route, &from, media);
            let is_extension = status.starts_with("x-");
            let value =
                if is_extension { response.clone() } else { self.response(response, &from, &from, media) };
            (status.to_string(), value)
        });
        Untyped::from_members(made.collect())
    }
}
