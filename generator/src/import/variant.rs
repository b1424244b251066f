//! Operations that send bodies or give responses in several media types: each that says something of its own is an endpoint.

use super::faces::WORD;
use super::importer::Importer;
use super::operation::{FoundOperation, Variant};
use super::tag::TaggedOperations;

impl<'d> Importer<'d> {
    /// Adds the endpoints that operations have beside the first one, each behind it.
    pub(super) fn add_variants(&self, groups: &mut [TaggedOperations<'d>]) {
        for group in groups {
            let mut operations = Vec::new();
            for (name, found) in std::mem::take(&mut group.operations) {
                // Of an operation that responds with a stream as well, those are of its other endpoint.
                let is_second = found.is_stream && found.has_twin;
                let variants = if is_second { Vec::new() } else { self.variants(&found) };
                operations.push((name.clone(), found));
                for variant in variants {
                    let found = FoundOperation { variant, ..found };
                    let base = format!("{}_{}", name.snake(), found.word().unwrap_or_default());
                    operations.push((group.names.claim(&base, "endpoint").name, found));
                    if self.body_asks_for_stream(&found) {
                        let streaming = FoundOperation { is_stream: true, ..found };
                        let claimed = group.names.claim(&format!("{base}_{WORD}"), "endpoint");
                        operations.push((claimed.name, streaming));
                    }
                }
            }
            group.operations = operations;
        }
    }

    /// Whether a body in another media type can ask for the stream that the operation responds with as well.
    fn body_asks_for_stream(&self, found: &FoundOperation<'d>) -> bool {
        let Variant::Body(wanted) = found.variant else { return false };
        let others = self.bodies(found).map(|bodies| bodies.others).unwrap_or_default();
        let body = others.iter().find(|body| body.media_type == wanted);
        let schema = body.and_then(|body| body.media.get("schema")).map(|schema| self.flatten(schema));
        schema.is_some_and(|schema| {
            schema.properties.iter().any(|(wire, schema)| self.asks_for_stream(found, wire, schema).is_some())
        })
    }

    /// The endpoints that an operation has beside the first one.
    fn variants(&self, found: &FoundOperation<'d>) -> Vec<Variant<'d>> {
        let bodies = self.bodies(found).map(|bodies| bodies.others).unwrap_or_default();
        let bodies = bodies.into_iter().map(|body| Variant::Body(body.media_type));
        let mut variants: Vec<Variant<'d>> = bodies.collect();
        variants.extend(self.other_responses(found).into_iter().map(Variant::Response));
        variants
    }
}
