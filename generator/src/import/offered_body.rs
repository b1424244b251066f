//! The bodies that a document offers beside each other, in different media types.

use super::importer::Importer;
use super::operation::{BodyKind, FoundOperation};
use super::response::{is_json, name_of_media};
use crate::ir::StreamKind;
use crate::untyped::{Key, Untyped};

/// A body in one media type.
#[derive(Clone, Copy, Debug)]
pub(super) struct OfferedBody<'d> {
    pub(super) kind: BodyKind,
    pub(super) media_type: &'d str,
    pub(super) media: &'d Untyped,
}

/// The bodies of an operation for which there are endpoints.
#[derive(Debug)]
pub(super) struct Bodies<'d> {
    /// The one of the endpoint that is called like the operation.
    pub(super) first: OfferedBody<'d>,
    /// Those that say something else, each of which has an endpoint of its own.
    pub(super) others: Vec<OfferedBody<'d>>,
}

impl<'d> OfferedBody<'d> {
    fn schema(&self) -> Option<&'d Untyped> {
        self.media.get("schema")
    }
}

impl<'d> Importer<'d> {
    /// The bodies of an operation; `None` if it has none.
    pub(super) fn bodies(&self, found: &FoundOperation<'d>) -> Option<Bodies<'d>> {
        let body = self.resolve(found.operation.get("requestBody")?);
        let mut offered: Vec<_> = body.members("content").iter().map(|media| self.offered(media)).collect();
        let order = [BodyKind::Json, BodyKind::Multipart, BodyKind::Form, BodyKind::Text, BodyKind::Bytes];
        offered.sort_by_key(|body| order.iter().position(|kind| *kind == body.kind));
        // JSON has no place for the files of a form that says the same.
        let has_twin = |form: &OfferedBody<'d>| {
            form.kind == BodyKind::Multipart
                && offered.first().is_some_and(|first| first.schema() == form.schema())
                && self.has_files(form.media)
        };
        if let Some(form) = offered.iter().position(has_twin) {
            offered[..=form].rotate_right(1);
        }
        let first = *offered.first()?;
        let mut others: Vec<OfferedBody<'d>> = Vec::new();
        for body in offered.into_iter().skip(1) {
            // What is text or bytes in several media types is one call: the caller, or the file, says of which it is.
            let says_more = |known: &OfferedBody<'d>| {
                let is_open = matches!(body.kind, BodyKind::Text | BodyKind::Bytes);
                known.schema() != body.schema() && !(is_open && known.kind == body.kind)
            };
            let has_body = !matches!(found.method, "GET" | "HEAD" | "TRACE");
            let is_whole = StreamKind::of_media(body.media_type).is_none();
            if has_body && is_whole && says_more(&first) && others.iter().all(says_more) {
                others.push(body);
            }
        }
        Some(Bodies { first, others })
    }

    /// How a body in a media type is written: JSON, a form, text, and any other as bytes.
    fn offered(&self, (media_type, media): &'d (Key, Untyped)) -> OfferedBody<'d> {
        let kind = match name_of_media(media_type) {
            _ if self.is_bytes(media_type, media) => BodyKind::Bytes,
            _ if is_json(media_type) => BodyKind::Json,
            "multipart/form-data" => BodyKind::Multipart,
            "application/x-www-form-urlencoded" => BodyKind::Form,
            name if name.starts_with("text/") => BodyKind::Text,
            _ => BodyKind::Bytes,
        };
        OfferedBody { kind, media_type, media }
    }

    /// Whether a part of a form may be a file.
    fn has_files(&self, media: &'d Untyped) -> bool {
        let Some(schema) = media.get("schema") else { return false };
        self.flatten(schema).properties.iter().any(|(_, part)| self.part_kind(part).is_some())
    }
}
