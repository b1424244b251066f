//! `refusals` of an endpoint: types of the bodies of refusals, by their statuses.

use super::node::{Kind, Node, Spanned, spanned};
use super::scalar_kind::parse_map;
use super::type_expr::{TypeExpr, parse_type_expr};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::Statuses;

/// What some refusals hold, as it is written.
#[derive(Clone, Debug)]
pub(crate) struct RefusalBodySpec {
    pub(crate) statuses: Spanned<Statuses>,
    pub(crate) ty: TypeExpr,
}

/// Reads `refusals`.
pub(crate) fn parse_refusals(node: &Node, diagnostics: &mut Diagnostics) -> Vec<RefusalBodySpec> {
    if matches!(&node.kind, Kind::Map(entries) if entries.is_empty()) {
        let finding = Diagnostic::new(Code::ListEmpty, &node.origin, "no refusals are described");
        diagnostics.push(finding.help("remove the key, or write `{404: T}`"));
    }
    parse_map("statuses", node, diagnostics, |key, node, diagnostics| {
        let Some(statuses) = parse_statuses(&key.value) else {
            let message = format!("`{}` is no status of a refusal: they go from 300 to 599", key.value);
            let help = match key.value.to_lowercase().as_str() {
                lower if parse_statuses(lower).is_some() => format!("write `{lower}`"),
                lower if lower.starts_with('2') => "what a success brings stands under `returns`".to_owned(),
                _ => "write a status, `4xx` for those that begin with 4, or `default` for all".to_owned(),
            };
            diagnostics.push(Diagnostic::new(Code::ValueInvalid, &key.origin, message).help(help));
            return None;
        };
        let ty = parse_type_expr(node, diagnostics)?;
        Some(RefusalBodySpec { statuses: spanned(statuses, &key.origin), ty })
    })
}

/// Statuses in the one way in which they are written.
fn parse_statuses(text: &str) -> Option<Statuses> {
    Statuses::read(text).filter(|statuses| statuses.text() == text)
}
