//! A whole document.

use super::super::reference::escape;
use super::converter::{Converter, LoosePart, PartKind};
use super::media::Media;
use super::param::text;
use crate::untyped::Untyped;

/// Whether a file is Swagger 2.0.
pub(in super::super) fn is_swagger(file: &Untyped) -> bool {
    match file.peek("swagger") {
        Some(Untyped::Str(version)) => version.trim() == "2" || version.trim().starts_with("2."),
        // In YAML a version without quotes is a number.
        Some(version) => version.as_number() == Some(2.0),
        None => false,
    }
}

impl<'d> Converter<'d> {
    /// A document with its paths, which are converted already.
    pub(super) fn document(&mut self, file: &str, document: &'d Untyped, paths: Untyped) -> Untyped {
        let root = format!("{file}#");
        let media = Media::unsaid().within(document, &root);
        let servers = self.servers(file, document);
        let mut parts: Vec<(&str, Untyped)> = Vec::new();
        let section = |key: &str| document.peek(key).map_or(&[][..], Untyped::peek_entries);
        let to = format!("{root}/components");

        self.moves.moved(&format!("{root}/definitions"), &format!("{to}/schemas"));
        let schemas = section("definitions").iter();
        let schemas = schemas.map(|(name, schema)| (name.to_string(), self.schema(schema)));
        parts.push(("schemas", Untyped::from_members(schemas.collect())));

        for (kind, location) in [("requestBodies", "body"), ("formParts", "formData"), ("parameters", "")] {
            let mut made = Vec::new();
            for (name, param) in section("parameters") {
                let found =
                    text(self.resolve(param), "in").filter(|found| ["body", "formData"].contains(found));
                if found.unwrap_or_default() != location {
                    continue;
                }
                let place = format!("{root}/parameters/{}", escape(name));
                let to = format!("{to}/{kind}/{}", escape(name));
                self.moves.moved(&place, &to);
                self.refer(param, PartKind::Parameter, &media);
                let media = self.shared_media.get(&*place).unwrap_or(&media).clone();
                made.push((name.to_string(), self.shared_parameter(param, &place, &to, &media)));
            }
            parts.push((kind, Untyped::from_members(made)));
        }

        self.moves.moved(&format!("{root}/responses"), &format!("{to}/responses"));
        let mut responses = Vec::new();
        for (name, response) in section("responses") {
            let place = format!("{root}/responses/{}", escape(name));
            let to = format!("{to}/responses/{}", escape(name));
            self.refer(response, PartKind::Response, &media);
            let media = self.shared_media.get(&*place).unwrap_or(&media).clone();
            responses.push((name.to_string(), self.response(response, &place, &to, &media)));
        }
        parts.push(("responses", Untyped::from_members(responses)));

        self.moves.moved(&format!("{root}/securityDefinitions"), &format!("{to}/securitySchemes"));
        let schemes = section("securityDefinitions").iter();
        let schemes = schemes.map(|(name, scheme)| (name.to_string(), security_scheme(scheme)));
        parts.push(("securitySchemes", Untyped::from_members(schemes.collect())));

        parts.retain(|(_, part)| !part.peek_entries().is_empty());
        let mut members = vec![("openapi".to_owned(), Untyped::from("3.0.3"))];
        for (key, value) in document.peek_entries() {
            match &**key {
                "swagger"
                | "host"
                | "basePath"
                | "schemes"
                | "consumes"
                | "produces"
                | "definitions"
                | "parameters"
                | "responses"
                | "securityDefinitions" => {}
                "paths" => members.push((key.to_string(), paths.clone())),
                _ => members.push((key.to_string(), value.clone())),
            }
        }
        if !servers.is_empty() {
            members.push(("servers".to_owned(), Untyped::List(servers)));
        }
        if !parts.is_empty() {
            members.push(("components".to_owned(), Untyped::object(parts)));
        }
        Untyped::from_members(members)
    }

    /// The parts that have no place of their own in Swagger, with all to which they refer, by their places.
    pub(super) fn parts(&mut self) -> Vec<(String, Untyped)> {
        let mut made = Vec::new();
        while let Some(LoosePart { place, kind, media }) = self.pending.pop() {
            let Some(value) = self.at(place) else { continue };
            let part = match kind {
                PartKind::Schema => self.schema(value),
                PartKind::Response => self.response(value, place, place, &media),
                PartKind::Parameter => {
                    self.refer(value, PartKind::Parameter, &media);
                    self.shared_parameter(value, place, place, &media)
                }
                PartKind::PathItem => self.path_item(value, place, place, &Untyped::Null, &media),
            };
            made.push((place.to_owned(), part));
        }
        // What stands around another part holds it already, converted.
        made.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut outer: Vec<(String, Untyped)> = Vec::new();
        for (place, part) in made {
            let is_inside = |(known, _): &(String, Untyped)| {
                place.strip_prefix(known.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            if !outer.last().is_some_and(is_inside) {
                outer.push((place, part));
            }
        }
        outer
    }
}

/// How callers show who they are.
fn security_scheme(scheme: &Untyped) -> Untyped {
    let flow = match text(scheme, "flow") {
        Some("application") => Some("clientCredentials"),
        Some("accessCode") => Some("authorizationCode"),
        flow => flow,
    };
    let members = scheme.peek_entries().iter();
    match (text(scheme, "type"), flow) {
        (Some("basic"), _) => {
            let others = members.filter(|(key, _)| &**key != "type");
            let others = others.map(|(key, value)| (key.to_string(), value.clone()));
            let made =
                [("type", "http"), ("scheme", "basic")].map(|(key, word)| (key.to_owned(), word.into()));
            Untyped::from_members(made.into_iter().chain(others).collect())
        }
        (Some("oauth2"), Some(flow)) => {
            let is_of_flow = |key: &str| ["authorizationUrl", "tokenUrl", "scopes"].contains(&key);
            let (of_flow, others): (Vec<_>, Vec<_>) =
                members.filter(|(key, _)| &**key != "flow").partition(|(key, _)| is_of_flow(key));
            let owned = |all: Vec<&(crate::untyped::Key, Untyped)>| -> Vec<(String, Untyped)> {
                all.into_iter().map(|(key, value)| (key.to_string(), value.clone())).collect()
            };
            let flows = Untyped::object([(flow, Untyped::from_members(owned(of_flow)))]);
            let others = owned(others).into_iter().chain([("flows".to_owned(), flows)]);
            Untyped::from_members(others.collect())
        }
        _ => scheme.clone(),
    }
}
