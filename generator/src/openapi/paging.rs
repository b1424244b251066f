//! What a pagination style says about the parameters that ask for a page.

use serde_json::Value;

use super::document::{Referable, ResponseHeader};
use super::schema::Schema;
use crate::ir::{Api, Endpoint, PaginationKind};

/// Gives the schema of a parameter the least number that asks for a page, where the spec names none: pages are counted
/// from the first one, items are skipped from none at all, and a page holds at least one.
pub(super) fn set_minimum(api: &Api, endpoint: &Endpoint, wire: &str, schema: &mut Schema) {
    if schema.minimum.is_none() {
        schema.minimum = lowest_number(api, endpoint, wire).map(Value::from);
    }
}

/// The least number that asks for a page; `None` if the parameter does not ask for one by a number.
fn lowest_number(api: &Api, endpoint: &Endpoint, wire: &str) -> Option<i64> {
    let style = &api[endpoint.paging.as_ref()?.style];
    // Only parameters themselves: a member inside one belongs to a type, and types are shared.
    let is_at = |path: &[String]| matches!(path, [name] if name == wire);
    match &style.kind {
        PaginationKind::Number { page, first } if is_at(page) => Some(*first),
        PaginationKind::Offset { offset } if is_at(offset) => Some(0),
        _ => style.size.as_deref().is_some_and(is_at).then_some(1),
    }
}

/// The response header that leads to the next page, if the endpoint is paged so.
pub(super) fn link_header(api: &Api, endpoint: &Endpoint) -> Option<(String, Referable<ResponseHeader>)> {
    if !matches!(api[endpoint.paging.as_ref()?.style].kind, PaginationKind::Link) {
        return None;
    }
    let description = "Links to other pages, as RFC 8288 has them; `rel=\"next\"` is the next page, and absent on the last one.";
    let header = ResponseHeader { description: description.into(), schema: Schema::of("string") };
    Some(("Link".to_owned(), Referable::Here(header)))
}
