//! Responses.

use super::super::reference::{escape, reference_of};
use super::converter::Converter;
use super::media::{Media, MediaTypes};
use super::param::text;
use crate::untyped::Untyped;

impl<'d> Converter<'d> {
    /// A response. `place` is where it was, `to` where it is now.
    pub(super) fn response(
        &mut self,
        response: &'d Untyped,
        place: &str,
        to: &str,
        media: &Media<'d>,
    ) -> Untyped {
        if reference_of(response).is_some() || !matches!(response, Untyped::Map(_)) {
            return response.clone();
        }
        let mut members: Vec<(String, Untyped)> = Vec::new();
        let mut content = None;
        let examples = response.peek("examples").map_or(&[][..], Untyped::peek_entries);
        if let Some(schema) = response.peek("schema") {
            let is_file = text(self.resolve(schema), "type") == Some("file");
            let usual = if is_file { "application/octet-stream" } else { "application/json" };
            let made = self.schema(schema);
            let example = |name: &str| examples.iter().find(|(known, _)| **known == *name);
            content = Some(self.content(&media.produces, usual, place, to, |name| {
                let mut members = vec![("schema".to_owned(), made.clone())];
                members.extend(example(name).map(|(_, value)| ("example".to_owned(), value.clone())));
                members
            }));
        }
        for (key, value) in response.peek_entries() {
            let value = match &**key {
                "schema" if content.is_some() => continue,
                "headers" => {
                    let headers = value.peek_entries().iter();
                    Untyped::from_members(
                        headers
                            .map(|(name, header)| {
                                let from = format!("{place}/headers/{}", escape(name));
                                (name.to_string(), self.header(header, &from))
                            })
                            .collect(),
                    )
                }
                "examples" => {
                    // Those of other media types stay, and are told of.
                    let is_taken =
                        |name: &str| content.as_ref().is_some_and(|made| made.peek(name).is_some());
                    let left = examples.iter().filter(|(name, _)| !is_taken(name));
                    let left: Vec<(String, Untyped)> =
                        left.map(|(name, value)| (name.to_string(), value.clone())).collect();
                    if left.is_empty() {
                        continue;
                    }
                    Untyped::from_members(left)
                }
                _ => value.clone(),
            };
            members.push((key.to_string(), value));
        }
        for (name, _) in content.as_ref().map_or(&[][..], Untyped::peek_entries) {
            let name = escape(name);
            self.moves.made_of(&format!("{place}/examples/{name}"), &format!("{to}/content/{name}/example"));
        }
        members.extend(content.map(|content| ("content".to_owned(), content)));
        Untyped::from_members(members)
    }

    /// What stands under each media type of a list, or under the `usual` one if it has none. What has a schema had it at
    /// `place`; `to` is where the content is put.
    pub(super) fn content(
        &mut self,
        types: &MediaTypes<'d>,
        usual: &'static str,
        place: &str,
        to: &str,
        members: impl Fn(&str) -> Vec<(String, Untyped)>,
    ) -> Untyped {
        let usual = MediaTypes::only(usual);
        let types = if types.all.is_empty() { &usual } else { types };
        self.moves.made_of(place, &format!("{to}/content"));
        let made = types.all.iter().map(|(name, said)| {
            let to = format!("{to}/content/{}", escape(name));
            self.moves.made_of(if said.is_empty() { place } else { said }, &to);
            self.moves.moved(&format!("{place}/schema"), &format!("{to}/schema"));
            ((*name).to_owned(), Untyped::from_members(members(name)))
        });
        Untyped::from_members(made.collect())
    }
}
