//! Definitions of types.

use super::endpoint_spec::{RuleSpec, parse_rule};
use super::field_spec::{FieldSpec, parse_fields};
use super::lookup_spec::{LookupSpec, parse_lookups};
use super::mapping_reader::MappingReader;
use super::node::{Kind, Node, ProseText, Scalar, Spanned, Text, spanned};
use super::scalar_kind::{parse_list, parse_prose, parse_scalar, parse_text};
use super::tagged_union_spec::{TaggedUnionSpec, parse_tagged_union};
use super::type_expr::{TypeExpr, parse_type_expr};
use super::value_form_spec::{ValueFormSpec, parse_value_forms};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect;
use crate::ir::{EnumRepr, IdRepr};

/// A type as it is written.
#[derive(Clone, Debug)]
pub(crate) struct TypeSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    pub(crate) example: Option<Node>,
    pub(crate) sources: Vec<Text>,
    pub(crate) form: TypeFormSpec,
    /// What the members beside the fields hold.
    pub(crate) free: Option<TypeExpr>,
    /// The objects of which one has the further members.
    pub(crate) variant: Option<TypeExpr>,
    pub(crate) lookups: Vec<LookupSpec>,
    pub(crate) rules: Vec<RuleSpec>,
}

impl TypeSpec {
    /// The members of an object; none of other types.
    pub(crate) fn fields(&self) -> &[FieldSpec] {
        if let TypeFormSpec::Fields(fields) = &self.form { fields } else { &[] }
    }
}

/// What a type is made of.
#[derive(Clone, Debug)]
pub(crate) enum TypeFormSpec {
    Id(IdRepr),
    Fields(Vec<FieldSpec>),
    Enum { repr: EnumRepr, values: Spanned<Vec<ValueSpec>> },
    Union(Spanned<Vec<TypeExpr>>),
    Tagged(TaggedUnionSpec),
    Any(Spanned<Vec<ValueFormSpec>>),
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub(crate) struct ValueSpec {
    pub(crate) value: Spanned<Scalar>,
    /// Other spellings that mean the same.
    pub(crate) also: Vec<Spanned<Scalar>>,
    pub(crate) name: Option<Text>,
    pub(crate) doc: Option<ProseText>,
}

/// The keys of which a type has one.
const FORMS: [&str; 5] = ["id", "fields", "enum", "union", "any"];

/// Reads a type.
pub(crate) fn parse_type(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<TypeSpec> {
    let reader = MappingReader::new(&dialect::TYPE, &name.origin, node, diagnostics)?;
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    let sources = reader
        .get("sources")
        .map_or_else(Vec::new, |node| parse_list("sources", node, diagnostics, parse_text));
    let form = parse_form(name, &reader, diagnostics);
    let lookups = reader.get("lookups").map_or_else(Vec::new, |node| parse_lookups(node, diagnostics));
    let rules =
        reader.get("rules").map_or_else(Vec::new, |node| parse_list("rules", node, diagnostics, parse_rule));
    for key in ["lookups", "rules"] {
        if let (Some(key), None) = (reader.key(key), reader.get("fields")) {
            let message = format!("`{}` belong to a type with `fields`", key.value);
            diagnostics.push(Diagnostic::new(Code::KeyConflict, &key.origin, message));
        }
    }
    if let (Some(key), None) = (reader.key("free"), reader.get("fields")) {
        let message = "`free` belongs to a type with `fields`";
        let help = "an object that has free members alone is written `{map: T}` where it is used";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &key.origin, message).help(help));
    }
    if let (Some(key), None) = (reader.key("variant"), reader.get("fields")) {
        let message = "`variant` belongs to a type with `fields`";
        let help = "an object that has no members of its own is the union itself";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &key.origin, message).help(help));
    }
    let free = reader.get("free").and_then(|node| parse_type_expr(node, diagnostics));
    let variant = reader.get("variant").and_then(|node| parse_type_expr(node, diagnostics));
    let example = reader.get("example").cloned();
    Some(TypeSpec { name: name.clone(), doc, example, sources, form: form?, free, variant, lookups, rules })
}

/// Reads what a type is made of.
fn parse_form(
    name: &Text,
    reader: &MappingReader<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TypeFormSpec> {
    let Some(form) = FORMS.iter().find_map(|form| reader.key(form)) else {
        let message = format!("the type `{}` does not say what it is made of", name.value);
        let help = "give it `fields`, `id`, `enum`, `union` or `any`";
        diagnostics.push(Diagnostic::new(Code::KeyMissing, &name.origin, message).help(help));
        return None;
    };
    if let (Some(values), None) = (reader.key("values"), reader.get("enum")) {
        let help = "add `enum: string` or `enum: i64`";
        let finding = Diagnostic::new(Code::KeyConflict, &values.origin, "`values` belong to an `enum`");
        diagnostics.push(finding.help(help));
    }
    let node = reader.get(&form.value)?;
    match &*form.value {
        "id" => {
            let words = [("string", IdRepr::Str), ("i64", IdRepr::Int)];
            Some(TypeFormSpec::Id(reader.word("id", &words, diagnostics)?.value))
        }
        "fields" => Some(TypeFormSpec::Fields(parse_fields(form, node, diagnostics))),
        "enum" => {
            if let Kind::List(items) = &node.kind {
                diagnostics.push(plain_list_error(form, items));
                return None;
            }
            let words = [("string", EnumRepr::Str), ("i64", EnumRepr::Int)];
            let repr = reader.word("enum", &words, diagnostics);
            let node = reader.need_here("values", diagnostics)?;
            let values = spanned(parse_list("values", node, diagnostics, parse_value), &form.origin);
            Some(TypeFormSpec::Enum { repr: repr?.value, values })
        }
        "any" => Some(TypeFormSpec::Any(spanned(parse_value_forms(node, diagnostics), &form.origin))),
        _ if matches!(node.kind, Kind::Map(_)) => {
            Some(TypeFormSpec::Tagged(parse_tagged_union(form, node, diagnostics)?))
        }
        _ => {
            let members = parse_list("types", node, diagnostics, parse_type_expr);
            Some(TypeFormSpec::Union(spanned(members, &form.origin)))
        }
    }
}

/// The complaint about an enum that is a list of values, as other languages write it.
fn plain_list_error(form: &Text, items: &[Node]) -> Diagnostic {
    let is_number = |item: &Node| matches!(item.kind, Kind::Scalar(Scalar::Int(_)));
    let repr = if !items.is_empty() && items.iter().all(is_number) { "i64" } else { "string" };
    let first = items.first().map_or_else(
        || "open".to_owned(),
        |item| match &item.kind {
            Kind::Scalar(Scalar::Str(text)) => text.clone(),
            Kind::Scalar(Scalar::Int(number)) => number.to_string(),
            _ => "…".to_owned(),
        },
    );
    let help = format!(
        "write `enum: {repr}`, and below it `values:` with `- {{value: {first}, doc: \"…\"}}` for each"
    );
    Diagnostic::new(
        Code::ValueKind,
        &form.origin,
        "an enum says its kind here, and its values under `values`",
    )
    .help(help)
}

/// Reads a value of an enum.
fn parse_value(node: &Node, diagnostics: &mut Diagnostics) -> Option<ValueSpec> {
    let reader = MappingReader::new(&dialect::ENUM_VALUE, &node.origin, node, diagnostics)?;
    let value = reader.need("value").and_then(|node| parse_scalar(node, diagnostics));
    let name = reader.get("name").and_then(|node| parse_text(node, diagnostics));
    let doc = reader.get("doc").and_then(|node| parse_prose(node, diagnostics));
    let also = reader
        .get("also")
        .map_or_else(Vec::new, |node| parse_list("other spellings", node, diagnostics, parse_scalar));
    Some(ValueSpec { value: value?, also, name, doc })
}
