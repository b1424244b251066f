//! Filters: builders of conditions on the fields of what callers search for.

use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Scalar, Spanned, Text};
use super::scalar_kind::{parse_list, parse_map, parse_prose, parse_scalar, parse_text};
use super::type_expr::{TypeExpr, parse_type_expr};
use crate::diagnostic::Diagnostics;
use crate::dialect;

/// A filter as it is written.
#[derive(Clone, Debug)]
pub(crate) struct FilterSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    pub(crate) group: GroupSpec,
    pub(crate) condition: ConditionSpec,
    /// The enum of the types that fields have, if callers may learn them at run time.
    pub(crate) field_types: Option<Text>,
    /// Operators that take no value.
    pub(crate) takes_nothing: Vec<Text>,
    /// Operators that take a group of conditions.
    pub(crate) takes_group: Vec<Text>,
    /// Names for several operators.
    pub(crate) sets: Vec<(Text, Vec<Text>)>,
    /// Kinds of fields.
    pub(crate) kinds: Vec<SubjectSpec>,
    /// Fields that are always called the same.
    pub(crate) keys: Vec<SubjectSpec>,
}

/// The object that joins conditions.
#[derive(Clone, Debug)]
pub(crate) struct GroupSpec {
    /// The name of its type. The other texts are names of members of that.
    pub(crate) ty: Text,
    pub(crate) conjunction: Text,
    /// The value of `conjunction` when all conditions must hold.
    pub(crate) all: Spanned<Scalar>,
    /// The value of `conjunction` when one condition must hold.
    pub(crate) any: Spanned<Scalar>,
    pub(crate) conditions: Text,
    pub(crate) groups: Text,
}

/// The object that is a condition.
#[derive(Clone, Debug)]
pub(crate) struct ConditionSpec {
    /// The name of its type. The other texts are names of members of that.
    pub(crate) ty: Text,
    pub(crate) key: Text,
    pub(crate) operator: Text,
    pub(crate) value: Text,
    pub(crate) quantifier: Option<Text>,
    pub(crate) inner: Option<Text>,
}

/// What a condition can be about: a kind of fields, or one field.
#[derive(Clone, Debug)]
pub(crate) struct SubjectSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    /// The key on the wire, if it is not the name.
    pub(crate) key: Option<Text>,
    /// The kind whose operators and value a field shares; without it, it has its own.
    pub(crate) kind: Option<Text>,
    pub(crate) operators: Vec<Text>,
    pub(crate) value: Option<TypeExpr>,
    /// The types of fields that are of this kind.
    pub(crate) types: Vec<Spanned<Scalar>>,
    /// Operators that take one item of the list that the value is.
    pub(crate) single: Vec<Text>,
    /// Operators that take the value although they are among those that take nothing.
    pub(crate) with_value: Vec<Text>,
}

/// Reads the filters of a resource.
pub(crate) fn parse_filters(node: &Node, diagnostics: &mut Diagnostics) -> Vec<FilterSpec> {
    parse_map("filters", node, diagnostics, parse_filter)
}

fn parse_filter(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<FilterSpec> {
    let reader = MappingReader::new(&dialect::FILTER, &name.origin, node, diagnostics)?;
    let group = reader.need("group").and_then(|node| parse_group(node, diagnostics));
    let condition = reader.need("condition").and_then(|node| parse_condition(node, diagnostics));
    Some(FilterSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        field_types: reader.get("field_types").and_then(|node| parse_text(node, diagnostics)),
        takes_nothing: parse_operators(&reader, "takes_nothing", diagnostics),
        takes_group: parse_operators(&reader, "takes_group", diagnostics),
        sets: reader.get("sets").map_or_else(Vec::new, |node| {
            parse_map("sets of operators", node, diagnostics, |name, node, diagnostics| {
                Some((name.clone(), parse_list("operators", node, diagnostics, parse_text)))
            })
        }),
        kinds: reader.get("kinds").map_or_else(Vec::new, |node| {
            parse_map("a kind", node, diagnostics, |name, node, diagnostics| {
                let reader = MappingReader::new(&dialect::FILTER_KIND, &name.origin, node, diagnostics)?;
                reader.need("operators")?;
                let types = reader
                    .get("types")
                    .map_or_else(Vec::new, |node| parse_list("field types", node, diagnostics, parse_scalar));
                Some(SubjectSpec { types, ..parse_subject(name, &reader, diagnostics) })
            })
        }),
        keys: reader.get("keys").map_or_else(Vec::new, |node| {
            parse_map("a key", node, diagnostics, |name, node, diagnostics| {
                let reader = MappingReader::new(&dialect::FILTER_KEY, &name.origin, node, diagnostics)?;
                let kind = reader.get("kind").and_then(|node| parse_text(node, diagnostics));
                if reader.get("kind").is_none() {
                    reader.need_here("operators", diagnostics)?;
                }
                let key = reader.get("key").and_then(|node| parse_text(node, diagnostics));
                Some(SubjectSpec { key, kind, ..parse_subject(name, &reader, diagnostics) })
            })
        }),
        group: group?,
        condition: condition?,
    })
}

fn parse_group(node: &Node, diagnostics: &mut Diagnostics) -> Option<GroupSpec> {
    let reader = MappingReader::new(&dialect::FILTER_GROUP, &node.origin, node, diagnostics)?;
    let mut text = |key: &str| reader.need(key).and_then(|node| parse_text(node, diagnostics));
    let [ty, conjunction, conditions, groups] =
        ["type", "conjunction", "conditions", "groups"].map(&mut text);
    let mut value = |key: &str| reader.need(key).and_then(|node| parse_scalar(node, diagnostics));
    let [all, any] = ["all", "any"].map(&mut value);
    Some(GroupSpec {
        ty: ty?,
        conjunction: conjunction?,
        all: all?,
        any: any?,
        conditions: conditions?,
        groups: groups?,
    })
}

fn parse_condition(node: &Node, diagnostics: &mut Diagnostics) -> Option<ConditionSpec> {
    let reader = MappingReader::new(&dialect::FILTER_CONDITION, &node.origin, node, diagnostics)?;
    let mut text = |key: &str| reader.need(key).and_then(|node| parse_text(node, diagnostics));
    let [ty, key, operator, value] = ["type", "key", "operator", "value"].map(&mut text);
    let quantifier = reader.get("quantifier").and_then(|node| parse_text(node, diagnostics));
    let inner = reader.get("inner").and_then(|node| parse_text(node, diagnostics));
    Some(ConditionSpec { ty: ty?, key: key?, operator: operator?, value: value?, quantifier, inner })
}

/// Reads what kinds of fields and fixed keys have in common.
fn parse_subject(name: &Text, reader: &MappingReader<'_>, diagnostics: &mut Diagnostics) -> SubjectSpec {
    SubjectSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        key: None,
        kind: None,
        operators: parse_operators(reader, "operators", diagnostics),
        value: reader.get("value").and_then(|node| parse_type_expr(node, diagnostics)),
        types: Vec::new(),
        single: parse_operators(reader, "single", diagnostics),
        with_value: parse_operators(reader, "with_value", diagnostics),
    }
}

/// Reads a list of operators, or of sets of operators.
fn parse_operators(reader: &MappingReader<'_>, key: &str, diagnostics: &mut Diagnostics) -> Vec<Text> {
    reader.get(key).map_or_else(Vec::new, |node| parse_list("operators", node, diagnostics, parse_text))
}
