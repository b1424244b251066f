//! `returns` of an endpoint: `T`, `T?`, or types by their statuses.

use super::node::{Kind, Node, Scalar, Spanned};
use super::scalar_kind::parse_map;
use super::type_expr::{TypeExpr, is_type_mapping, parse_type_expr};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::SourceLocation;

/// What an endpoint returns, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ReturnsSpec {
    /// The type of the data; `None` when all statuses return nothing.
    pub(crate) ty: Option<TypeExpr>,
    /// Whether a success may come without data: `T?`.
    pub(crate) optional: bool,
    /// Statuses whose responses have no body: `204: nothing`.
    pub(crate) empty_statuses: Vec<Spanned<u16>>,
}

/// What a status returns.
enum StatusSpec {
    Nothing(Spanned<u16>),
    Data(Returned, SourceLocation),
}

/// A type, and whether its value may be missing.
struct Returned {
    ty: TypeExpr,
    optional: bool,
}

/// Reads `returns`.
pub(crate) fn parse_returns(node: &Node, diagnostics: &mut Diagnostics) -> Option<ReturnsSpec> {
    if matches!(&node.kind, Kind::Map(_)) && !is_type_mapping(node) {
        return parse_statuses(node, diagnostics);
    }
    let Returned { ty, optional } = parse_returned(node, diagnostics)?;
    Some(ReturnsSpec { ty: Some(ty), optional, empty_statuses: Vec::new() })
}

/// A type with an optional question mark.
fn parse_returned(node: &Node, diagnostics: &mut Diagnostics) -> Option<Returned> {
    let Kind::Scalar(Scalar::Str(name)) = &node.kind else {
        return Some(Returned { ty: parse_type_expr(node, diagnostics)?, optional: false });
    };
    let Some(name) = name.strip_suffix('?') else {
        return Some(Returned { ty: parse_type_expr(node, diagnostics)?, optional: false });
    };
    let node = Node { kind: Kind::Scalar(Scalar::Str(name.to_owned())), origin: node.origin.clone() };
    Some(Returned { ty: parse_type_expr(&node, diagnostics)?, optional: true })
}

/// Reads types by their statuses.
fn parse_statuses(node: &Node, diagnostics: &mut Diagnostics) -> Option<ReturnsSpec> {
    let statuses = parse_map("statuses", node, diagnostics, |status, node, diagnostics| {
        let Ok(number @ 200..=299) = status.value.parse::<u16>() else {
            let message = format!("`{}` is no status of a success: they go from 200 to 299", status.value);
            let help = "write `returns: {200: T, 204: nothing}`; error codes stand under `errors`";
            diagnostics.push(Diagnostic::new(Code::ValueInvalid, &status.origin, message).help(help));
            return None;
        };
        if matches!(&node.kind, Kind::Scalar(Scalar::Str(word)) if word == "nothing") {
            return Some(StatusSpec::Nothing(Spanned { value: number, origin: status.origin.clone() }));
        }
        Some(StatusSpec::Data(parse_returned(node, diagnostics)?, status.origin.clone()))
    });
    let mut returns = ReturnsSpec { ty: None, optional: false, empty_statuses: Vec::new() };
    for status in statuses {
        match status {
            StatusSpec::Nothing(status) => returns.empty_statuses.push(status),
            StatusSpec::Data(Returned { ty, optional }, origin) => {
                if let Some(first) = &returns.ty {
                    let message = "only one status of an endpoint has data";
                    diagnostics.push(
                        Diagnostic::new(Code::KeyConflict, &origin, message)
                            .note_at(&first.origin, "another one has data here")
                            .help(
                                "describe both with one type whose members are optional, or with a `union`",
                            ),
                    );
                    continue;
                }
                (returns.ty, returns.optional) = (Some(ty), optional);
            }
        }
    }
    // Where one status has data and another has none, callers get an option.
    returns.optional |= returns.ty.is_some() && !returns.empty_statuses.is_empty();
    Some(returns)
}
