//! Bodies of requests: one parameter, or the parts of a form.

use super::super::note::NoteKind;
use super::super::reference::{escape, reference_of};
use super::converter::{Converter, PartKind};
use super::media::{Media, MediaTypes};
use super::param::text;
use crate::untyped::Untyped;

/// A parameter of a body, where an operation or its path names it.
#[derive(Clone, Debug)]
pub(super) struct BodyParam<'d> {
    /// As it is said there, perhaps by a reference.
    pub(super) said: &'d Untyped,
    /// The parameter itself.
    pub(super) param: &'d Untyped,
    pub(super) place: String,
}

impl<'d> Converter<'d> {
    /// A body that one parameter describes. `place` is where that was, `to` where the body is now.
    pub(super) fn request_body(
        &mut self,
        param: &'d Untyped,
        place: &str,
        to: &str,
        media: &Media<'d>,
    ) -> Untyped {
        let (schema, mut members) = self.body_schema(param);
        self.moves.made_of(place, to);
        let content = self.content(&media.consumes, "application/json", place, to, |_| {
            vec![("schema".to_owned(), schema.clone())]
        });
        members.push(("content".to_owned(), content));
        Untyped::from_members(members)
    }

    /// The body of an operation at `place`; `None` if it has none.
    pub(super) fn operation_body(
        &mut self,
        all: &[BodyParam<'d>],
        route: &str,
        place: &str,
        media: &Media<'d>,
    ) -> Option<Untyped> {
        let is_whole = |one: &&BodyParam<'d>| text(one.param, "in") == Some("body");
        let to = format!("{place}/requestBody");
        let Some(whole) = all.iter().find(is_whole) else {
            return (!all.is_empty()).then(|| self.form(all, route, &to, media));
        };
        for other in all.iter().filter(|other| other.place != whole.place) {
            let name = format!("{route} `{}`", text(other.param, "name").unwrap_or_default());
            self.note(NoteKind::LeftOut, "a parameter for a second body; left out", name, &other.place);
        }
        if reference_of(whole.said).is_some() {
            self.moves.made_of(&whole.place, &to);
            self.share(whole.said, PartKind::Parameter, route, place, media);
            return Some(whole.said.clone());
        }
        Some(self.request_body(whole.said, &whole.place, &to, media))
    }

    /// An operation uses a response or body that others use as well.
    pub(super) fn share(
        &mut self,
        said: &'d Untyped,
        kind: PartKind,
        route: &str,
        place: &str,
        media: &Media<'d>,
    ) {
        let Some(target) = reference_of(said) else { return };
        self.refer(said, kind, media);
        let known = self.shared_media.entry(target).or_insert_with(|| media.clone());
        let names = |types: &MediaTypes<'d>| types.all.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        let differs = match kind {
            PartKind::Parameter => names(&known.consumes) != names(&media.consumes),
            _ => names(&known.produces) != names(&media.produces) && self.has_schema(target),
        };
        if differs {
            let note = "a shared body that travels in other media types elsewhere; those of the first operation count";
            self.note(NoteKind::Changed, note, format!("{route} {target}"), place);
        }
    }

    fn has_schema(&self, target: &str) -> bool {
        self.at(target).is_some_and(|target| self.resolve(target).peek("schema").is_some())
    }

    /// A form of its parts.
    fn form(&mut self, parts: &[BodyParam<'d>], route: &str, to: &str, media: &Media<'d>) -> Untyped {
        const FORMS: [&str; 2] = ["multipart/form-data", "application/x-www-form-urlencoded"];
        let is_file = |part: &BodyParam<'d>| text(part.param, "type") == Some("file");
        let has_files = parts.iter().any(is_file);
        let name_of = |kind: &str| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let listed = media.consumes.all.iter().filter(|(kind, _)| FORMS.contains(&&*name_of(kind)));
        // A file cannot travel in a form without parts.
        let fits = |kind: &str| !has_files || name_of(kind) == FORMS[0];
        let all = listed.filter(|(kind, _)| fits(kind)).cloned().collect();
        let types = MediaTypes { all };
        let usual = if has_files { FORMS[0] } else { FORMS[1] };
        let is_multipart = match types.all.as_slice() {
            [] => has_files,
            // Of both, the one with parts is imported.
            all => all.iter().any(|(kind, _)| name_of(kind) == FORMS[0]),
        };
        let place = parts.first().map_or(to, |part| part.place.as_str()).to_owned();
        let (mut properties, mut encodings, mut required) = (Vec::new(), Vec::new(), Vec::new());
        let mut places: Vec<(String, &str)> = Vec::new();
        for part in parts {
            let name = text(part.param, "name").unwrap_or_default();
            let made = self.form_part(part.param, || format!("{route} `{name}`"), &part.place, is_multipart);
            let schema = if reference_of(part.said).is_some() {
                // A shared part is a schema of its own.
                self.refer(part.said, PartKind::Parameter, media);
                part.said.clone()
            } else {
                made.schema
            };
            properties.push((name.to_owned(), schema));
            encodings.extend(made.encoding.map(|encoding| (name.to_owned(), encoding)));
            if part.param.peek("required") == Some(&Untyped::Bool(true)) {
                required.push(name);
            }
            places.push((escape(name), &part.place));
        }
        let is_required = !required.is_empty();
        let mut schema = vec![
            ("type".to_owned(), "object".into()),
            ("properties".to_owned(), Untyped::from_members(properties)),
        ];
        if is_required {
            schema.push(("required".to_owned(), Untyped::list_of(required)));
        }
        let (schema, encodings) = (Untyped::from_members(schema), Untyped::from_members(encodings));
        let has_encodings = !encodings.peek_entries().is_empty();
        self.moves.made_of(&place, to);
        let content = self.content(&types, usual, &place, to, |_| {
            let mut members = vec![("schema".to_owned(), schema.clone())];
            if has_encodings {
                members.push(("encoding".to_owned(), encodings.clone()));
            }
            members
        });
        for (kind, _) in content.peek_entries() {
            let media = format!("{to}/content/{}", escape(kind));
            self.moves.made_of(&place, &format!("{media}/schema"));
            for (name, place) in &places {
                self.moves.made_of(place, &format!("{media}/schema/properties/{name}"));
                self.moves.made_of(place, &format!("{media}/encoding/{name}"));
            }
        }
        let mut members = vec![("content".to_owned(), content)];
        if is_required {
            members.push(("required".to_owned(), Untyped::Bool(true)));
        }
        Untyped::from_members(members)
    }
}
