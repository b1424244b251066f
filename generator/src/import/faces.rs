//! Operations that respond with a stream or with something else: two endpoints are made of one that does both.

use super::importer::Importer;
use crate::ir::StreamKind;
use crate::untyped::Untyped;

/// The word behind `#` in the route of the endpoint that streams, and behind its name.
pub(super) const WORD: &str = "stream";

/// What an operation responds with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Faces {
    pub(super) has_stream: bool,
    pub(super) has_other: bool,
}

impl<'d> Importer<'d> {
    /// What the successes of an operation may be.
    pub(super) fn faces(&self, method: &str, operation: &'d Untyped) -> Faces {
        let mut faces = Faces { has_stream: false, has_other: false };
        let responses = operation.peek("responses").map_or(&[][..], Untyped::peek_entries);
        // The response to `HEAD` has no body.
        for (_, response) in
            responses.iter().filter(|(status, _)| status.starts_with('2') && method != "HEAD")
        {
            let response = self.resolve(response);
            let content = response.peek("content").map_or(&[][..], Untyped::peek_entries);
            for (media_type, _) in content {
                match StreamKind::of_media(media_type) {
                    Some(_) => faces.has_stream = true,
                    None => faces.has_other = true,
                }
            }
        }
        faces
    }
}
