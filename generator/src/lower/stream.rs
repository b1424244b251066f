//! Responses that are streams.

use super::context::Context;
use super::response::lower_body_type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{SourceLocation, Stream, StreamKind};
use crate::parse::{EndpointSpec, ReturnsSpec, StreamSpec};

/// The stream that an endpoint returns; `None` if what it returns cannot be one.
pub(super) fn lower_stream(
    endpoint: &EndpointSpec,
    spec: &StreamSpec,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Stream> {
    let Some(returns) = &endpoint.returns else {
        let message = "`stream` needs `returns`: the type of an item";
        let finding = Diagnostic::new(Code::KeyMissing, &spec.origin, message);
        diagnostics
            .push(finding.help("add `returns: T`, or `returns: any` if nothing is known of the items"));
        return None;
    };
    let item = check_item(returns, diagnostics)?;
    let kind = spec.kind.as_ref().map_or(StreamKind::Events, |kind| kind.value);
    let no_file = "an item is JSON; bytes in it are a `base64`";
    Some(Stream {
        item: lower_body_type(&item.ty, no_file, context, diagnostics),
        kind,
        end: spec.end.as_ref().map(|end| end.value.clone()),
        needs_end: spec.needs_end,
    })
}

/// The item, if it is one type that is always there.
fn check_item<'s>(
    returns: &'s ReturnsSpec,
    diagnostics: &mut Diagnostics,
) -> Option<&'s crate::parse::DataSpec> {
    let mut refuse = |code, place: &SourceLocation, message: &str, help: &str| {
        diagnostics.push(Diagnostic::new(code, place, message).help(help));
    };
    if let Some(empty) = returns.empty_statuses.first() {
        let message = "a stream may end without an item, so no status of it has no body";
        let help = "write `returns: T`, the type of an item; an empty response is a stream of no items";
        refuse(Code::KeyConflict, &empty.origin, message, help);
        return None;
    }
    let Some(item) = returns.only_data() else {
        let origin = returns.data.last().map(|data| &data.ty.origin);
        let message = "the items of a stream have one type, whatever the status";
        let help = "write `returns: T`, where `T` may be a `union`";
        origin.into_iter().for_each(|origin| refuse(Code::KeyConflict, origin, message, help));
        return None;
    };
    if item.is_bytes() {
        let message = "`bytes` are a file, which has no items";
        let help = "leave out `stream`: a file comes in piece by piece as well";
        refuse(Code::TypeMisplaced, &item.ty.origin, message, help);
        return None;
    }
    if item.optional {
        let message = "an item of a stream is there, or it is no item";
        refuse(Code::TypeMisplaced, &item.ty.origin, message, "leave out the `?`, or write `{nullable: T}`");
        return None;
    }
    Some(item)
}
