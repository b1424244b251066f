//! The known forms of a type that is declared with `any`: the shape of its values depends on something that travels elsewhere.

use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Text, spanned};
use super::scalar_kind::{parse_map, parse_prose};
use super::type_expr::{TypeExpr, is_type_mapping, parse_type_expr};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;

/// A form as it is written.
#[derive(Clone, Debug)]
pub(crate) struct ValueFormSpec {
    /// The key without its question mark.
    pub(crate) name: Text,
    /// Whether the name ends with a question mark: `null` is a value of the form.
    pub(crate) nullable: bool,
    /// What is written; without it the form can only be read.
    pub(crate) write: Option<TypeExpr>,
    /// What is read, if it is something else.
    pub(crate) read: Option<TypeExpr>,
    pub(crate) doc: Option<ProseText>,
}

/// Reads the forms under `any`.
pub(crate) fn parse_value_forms(node: &Node, diagnostics: &mut Diagnostics) -> Vec<ValueFormSpec> {
    parse_map("forms", node, diagnostics, parse_value_form)
}

fn parse_value_form(key: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<ValueFormSpec> {
    let (name, nullable) = match key.value.strip_suffix('?') {
        Some(name) => (spanned(name.to_owned(), &key.origin), true),
        None => (key.clone(), false),
    };
    if !matches!(node.kind, Kind::Map(_)) || is_type_mapping(node) {
        let write = Some(parse_type_expr(node, diagnostics)?);
        return Some(ValueFormSpec { name, nullable, write, read: None, doc: None });
    }
    let reader = MappingReader::new(&dialect::VALUE_FORM, &key.origin, node, diagnostics)?;
    let ty = |key: &str, diagnostics: &mut Diagnostics| {
        reader.get(key).map(|node| parse_type_expr(node, diagnostics))
    };
    let (write, read) = (ty("type", diagnostics), ty("read", diagnostics));
    if write.is_none() && read.is_none() {
        let message = format!("the form `{}` has no type", name.value);
        let help = "give it a `type`, or a `read` type if it is never written";
        diagnostics.push(Diagnostic::new(Code::KeyMissing, &key.origin, message).help(help));
    }
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    Some(ValueFormSpec { name, nullable, write: write.flatten(), read: read.flatten(), doc })
}
