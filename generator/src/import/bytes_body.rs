//! Bodies that are the bytes of a file.

use super::importer::Importer;
use super::operation::{BodyKind, EndpointParams};
use super::param::string_param;
use super::types::{JsonKind, TypeUse};
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// Whether a body of this media type is bytes: it says so, or its schema does.
    pub(super) fn is_bytes(&self, media_type: &str, media: &'d Untyped) -> bool {
        let schema = media.get("schema").map(|schema| self.flatten(schema));
        let is_binary = schema.is_some_and(|schema| schema.says("format", "binary"));
        is_octet_stream(media_type) || is_binary
    }

    /// Adds the file whose bytes are the body.
    pub(super) fn add_bytes(&mut self, body: &'d Untyped, media: &'d Untyped, params: &mut EndpointParams) {
        // What is not read of a document is noted. What the bytes mean is not worth a note: callers write them.
        media.count_as_read();
        // All parameters of an endpoint share the names in `params`, from which this one takes its own.
        let mut file = string_param("file", params);
        // JSON has no kind for bytes; the files of a form count as text, too.
        file.ty = TypeUse::scalar("file", JsonKind::Text);
        file.optional = !body.is("required");
        file.doc = self.description(body);
        params.body.push(file);
        params.body_kind = BodyKind::Bytes;
    }
}

/// Whether a media type, which may have parameters, is that of any bytes.
fn is_octet_stream(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default().trim();
    name.eq_ignore_ascii_case("application/octet-stream")
}
