//! `returns` of an endpoint: `T`, `T?`, or types by their statuses.

use super::node::{Kind, Node, Scalar, Spanned};
use super::scalar_kind::parse_map;
use super::type_expr::{TypeExpr, TypeExprKind, is_type_mapping, parse_type_expr};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// What an endpoint returns, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ReturnsSpec {
    /// The data; several only where the statuses decide which one comes.
    pub(crate) data: Vec<DataSpec>,
    /// Statuses whose responses have no body: `204: nothing`.
    pub(crate) empty_statuses: Vec<Spanned<u16>>,
}

/// Data that an endpoint returns.
#[derive(Clone, Debug)]
pub(crate) struct DataSpec {
    /// The statuses that bring it, if they are named.
    pub(crate) statuses: Vec<Spanned<u16>>,
    pub(crate) ty: TypeExpr,
    /// Whether it may be missing: `T?`.
    pub(crate) optional: bool,
}

impl ReturnsSpec {
    /// The data, if there is one type of it.
    pub(crate) fn only_data(&self) -> Option<&DataSpec> {
        self.data.first().filter(|_| !self.is_by_status())
    }

    /// Whether the status decides on the type of the data.
    pub(crate) fn is_by_status(&self) -> bool {
        self.data.len() > 1
    }
}

impl DataSpec {
    /// Whether it is the content of a file as it is.
    pub(crate) fn is_bytes(&self) -> bool {
        matches!(&self.ty.kind, TypeExprKind::Name(name) if name == "bytes") && !self.optional
    }
}

/// Reads `returns`.
pub(crate) fn parse_returns(node: &Node, diagnostics: &mut Diagnostics) -> Option<ReturnsSpec> {
    if matches!(&node.kind, Kind::Map(_)) && !is_type_mapping(node) {
        return Some(parse_statuses(node, diagnostics));
    }
    let data = parse_data(node, Vec::new(), diagnostics)?;
    Some(ReturnsSpec { data: vec![data], empty_statuses: Vec::new() })
}

/// A type with an optional question mark.
fn parse_data(node: &Node, statuses: Vec<Spanned<u16>>, diagnostics: &mut Diagnostics) -> Option<DataSpec> {
    let required = match &node.kind {
        Kind::Scalar(Scalar::Str(name)) => name.strip_suffix('?'),
        _ => None,
    };
    let Some(name) = required else {
        return Some(DataSpec { statuses, ty: parse_type_expr(node, diagnostics)?, optional: false });
    };
    let node = Node { kind: Kind::Scalar(Scalar::Str(name.to_owned())), origin: node.origin.clone() };
    Some(DataSpec { statuses, ty: parse_type_expr(&node, diagnostics)?, optional: true })
}

/// Reads types by their statuses. Statuses with the same type are one.
fn parse_statuses(node: &Node, diagnostics: &mut Diagnostics) -> ReturnsSpec {
    let mut empty_statuses = Vec::new();
    let all = parse_map("statuses", node, diagnostics, |status, node, diagnostics| {
        let Ok(number @ 200..=299) = status.value.parse::<u16>() else {
            let message = format!("`{}` is no status of a success: they go from 200 to 299", status.value);
            let help = "write `returns: {200: T, 204: nothing}`; error codes stand under `errors`";
            diagnostics.push(Diagnostic::new(Code::ValueInvalid, &status.origin, message).help(help));
            return None;
        };
        let status = Spanned { value: number, origin: status.origin.clone() };
        if matches!(&node.kind, Kind::Scalar(Scalar::Str(word)) if word == "nothing") {
            empty_statuses.push(status);
            return None;
        }
        parse_data(node, vec![status], diagnostics)
    });
    let mut data: Vec<DataSpec> = Vec::new();
    for one in all {
        match data.iter_mut().find(|known| known.ty == one.ty && known.optional == one.optional) {
            Some(known) => known.statuses.extend(one.statuses),
            None => data.push(one),
        }
    }
    if let ([only], false) = (data.as_mut_slice(), empty_statuses.is_empty()) {
        // Where one status has data and another has none, callers get an option.
        only.optional = true;
    }
    ReturnsSpec { data, empty_statuses }
}
