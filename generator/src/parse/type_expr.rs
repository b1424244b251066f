//! Type expressions: `string`, `[WorkItem]`, `{map: T, key: K}`, `{json: T}`, `{nullable: T}`.

use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::ir::SourceLocation;

/// A type as it is written.
#[derive(Clone, Debug)]
pub(crate) struct TypeExpr {
    pub(crate) kind: TypeExprKind,
    pub(crate) origin: SourceLocation,
}

/// Types are the same wherever they are written.
impl PartialEq for TypeExpr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// The forms of a type expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TypeExprKind {
    /// A built-in or defined type.
    Name(String),
    /// `[T]`
    List(Box<TypeExpr>),
    /// `{map: T, key: K}`
    Map { value: Box<TypeExpr>, key: Option<Box<TypeExpr>> },
    /// `{json: T}`
    Json(Box<TypeExpr>),
    /// `{text: T}`
    Text(Box<TypeExpr>),
    /// `{nullable: T}`
    Nullable(Box<TypeExpr>),
}

/// Whether a mapping is a type expression rather than the long form of a field.
pub(crate) fn is_type_mapping(node: &Node) -> bool {
    ["map", "json", "text", "nullable"].iter().any(|key| node.get(key).is_some())
        && node.get("type").is_none()
}

/// Reads a type expression.
pub(crate) fn parse_type_expr(node: &Node, diagnostics: &mut Diagnostics) -> Option<TypeExpr> {
    let kind = match &node.kind {
        Kind::Scalar(Scalar::Str(name)) => check_name(name, node, diagnostics)?,
        Kind::List(items) => match items.as_slice() {
            [item] => TypeExprKind::List(Box::new(parse_type_expr(item, diagnostics)?)),
            _ => {
                let message = format!("a list type names one type, found {} items", items.len());
                let help =
                    "write `[T]` for a list of `T`; name a `union` under `types` for one of several types";
                diagnostics.push(Diagnostic::new(Code::TypeSyntax, &node.origin, message).help(help));
                return None;
            }
        },
        Kind::Map(_) => parse_mapping(node, diagnostics)?,
        Kind::Scalar(_) => {
            let message = format!("expected a type, found {}", node.describe());
            diagnostics.push(Diagnostic::new(Code::TypeSyntax, &node.origin, message).help(FORMS));
            return None;
        }
    };
    Some(TypeExpr { kind, origin: node.origin.clone() })
}

const FORMS: &str = "types are written `string`, `SomeType`, `[T]`, `{map: T}`, `{json: T}`, `{nullable: T}` or `{text: SomeId}`";

/// Takes the name of a type. Notations of other languages, such as `Vec<T>`, get advice of their own.
fn check_name(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<TypeExprKind> {
    if !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return Some(TypeExprKind::Name(name.to_owned()));
    }
    let inner = |open: &str, close: &str| name.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let help =
        if let Some(item) = inner("", "[]").or_else(|| inner("Vec<", ">")).or_else(|| inner("list<", ">")) {
            format!("write `[{item}]` for a list")
        } else if let Some(item) = inner("", "?").or_else(|| inner("Option<", ">")) {
            format!("write `{item}`, and put the `?` at the end of the field's name")
        } else {
            FORMS.to_owned()
        };
    let message = format!("`{}` is not a type expression", name.escape_debug());
    diagnostics.push(Diagnostic::new(Code::TypeSyntax, &node.origin, message).help(help));
    None
}

/// Reads a type that is written as a mapping.
fn parse_mapping(node: &Node, diagnostics: &mut Diagnostics) -> Option<TypeExprKind> {
    if node.get("json").is_some() {
        let reader = MappingReader::new(&dialect::JSON_TYPE, &node.origin, node, diagnostics)?;
        return Some(TypeExprKind::Json(Box::new(parse_type_expr(reader.need("json")?, diagnostics)?)));
    }
    if node.get("text").is_some() {
        let reader = MappingReader::new(&dialect::TEXT_TYPE, &node.origin, node, diagnostics)?;
        return Some(TypeExprKind::Text(Box::new(parse_type_expr(reader.need("text")?, diagnostics)?)));
    }
    if node.get("nullable").is_some() {
        let reader = MappingReader::new(&dialect::NULLABLE_TYPE, &node.origin, node, diagnostics)?;
        return Some(TypeExprKind::Nullable(Box::new(parse_type_expr(
            reader.need("nullable")?,
            diagnostics,
        )?)));
    }
    if node.get("map").is_none() {
        let message = "this mapping is not a type expression";
        diagnostics.push(Diagnostic::new(Code::TypeSyntax, &node.origin, message).help(FORMS));
        return None;
    }
    let reader = MappingReader::new(&dialect::MAP_TYPE, &node.origin, node, diagnostics)?;
    let key = reader.get("key").map(|key| parse_type_expr(key, diagnostics));
    let value = parse_type_expr(reader.need("map")?, diagnostics)?;
    let key = match key {
        None => None,
        Some(key) => Some(Box::new(key?)),
    };
    Some(TypeExprKind::Map { value: Box::new(value), key })
}
