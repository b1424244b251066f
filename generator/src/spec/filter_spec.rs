//! Builders of conditions.

use super::node::{Node, Scalar, Spanned, Text};
use super::reader::Reader;
use super::shape::{parse_list, parse_map, parse_prose, parse_scalar, parse_text};
use super::type_expr::{TypeExpr, parse_type_expr};
use crate::diagnostic::Diagnostics;

/// A builder of conditions as it is written.
#[derive(Clone, Debug)]
pub(crate) struct FilterSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<Text>,
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
    pub(crate) ty: Text,
    pub(crate) conjunction: Text,
    pub(crate) all: Spanned<Scalar>,
    pub(crate) any: Spanned<Scalar>,
    pub(crate) conditions: Text,
    pub(crate) groups: Text,
}

/// The object that is a condition.
#[derive(Clone, Debug)]
pub(crate) struct ConditionSpec {
    pub(crate) ty: Text,
    pub(crate) key: Text,
    pub(crate) operator: Text,
    pub(crate) value: Text,
    pub(crate) quantifier: Option<Text>,
    pub(crate) inner: Option<Text>,
}

/// What conditions can be on.
#[derive(Clone, Debug)]
pub(crate) struct SubjectSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<Text>,
    /// The key on the wire, if it is not the name.
    pub(crate) key: Option<Text>,
    /// The kind that a key is of; otherwise it has operators of its own.
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

/// Reads the builders of a resource.
pub(crate) fn parse_filters(node: &Node, out: &mut Diagnostics) -> Vec<FilterSpec> {
    parse_map("filters", node, out, parse_filter)
}

fn parse_filter(name: &Text, node: &Node, out: &mut Diagnostics) -> Option<FilterSpec> {
    let keys =
        ["doc", "group", "condition", "field_types", "takes_nothing", "takes_group", "sets", "kinds", "keys"];
    let reader = Reader::new("a filter", &keys, &name.origin, node, out)?;
    let group = reader.need("group", out).and_then(|node| parse_group(node, out));
    let condition = reader.need("condition", out).and_then(|node| parse_condition(node, out));
    let subjects = |key: &str, what: &'static str, keys: &[&str], out: &mut Diagnostics| {
        reader.get(key).map_or_else(Vec::new, |node| {
            parse_map(what, node, out, |name, node, out| parse_subject(what, keys, name, node, out))
        })
    };
    Some(FilterSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, out)),
        field_types: reader.get("field_types").and_then(|node| parse_text(node, out)),
        takes_nothing: names(&reader, "takes_nothing", out),
        takes_group: names(&reader, "takes_group", out),
        sets: reader.get("sets").map_or_else(Vec::new, |node| {
            parse_map("sets of operators", node, out, |name, node, out| {
                Some((name.clone(), parse_list("operators", node, out, parse_text)))
            })
        }),
        kinds: subjects(
            "kinds",
            "a kind",
            &["doc", "operators", "value", "single", "with_value", "types"],
            out,
        ),
        keys: subjects(
            "keys",
            "a key",
            &["doc", "key", "kind", "operators", "value", "single", "with_value"],
            out,
        ),
        group: group?,
        condition: condition?,
    })
}

fn parse_group(node: &Node, out: &mut Diagnostics) -> Option<GroupSpec> {
    let keys = ["type", "conjunction", "all", "any", "conditions", "groups"];
    let reader = Reader::new("a filter's group", &keys, &node.origin, node, out)?;
    let mut text = |key: &str| reader.need(key, out).and_then(|node| parse_text(node, out));
    let [ty, conjunction, conditions, groups] =
        ["type", "conjunction", "conditions", "groups"].map(&mut text);
    let mut value = |key: &str| reader.need(key, out).and_then(|node| parse_scalar(node, out));
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

fn parse_condition(node: &Node, out: &mut Diagnostics) -> Option<ConditionSpec> {
    let keys = ["type", "key", "operator", "value", "quantifier", "inner"];
    let reader = Reader::new("a filter's condition", &keys, &node.origin, node, out)?;
    let mut text = |key: &str| reader.need(key, out).and_then(|node| parse_text(node, out));
    let [ty, key, operator, value] = ["type", "key", "operator", "value"].map(&mut text);
    let quantifier = reader.get("quantifier").and_then(|node| parse_text(node, out));
    let inner = reader.get("inner").and_then(|node| parse_text(node, out));
    Some(ConditionSpec { ty: ty?, key: key?, operator: operator?, value: value?, quantifier, inner })
}

fn parse_subject(
    what: &'static str,
    keys: &[&str],
    name: &Text,
    node: &Node,
    out: &mut Diagnostics,
) -> Option<SubjectSpec> {
    let reader = Reader::new(what, keys, &name.origin, node, out)?;
    reader.exclusive("kind", "operators", out);
    if reader.get("kind").is_none() {
        reader.need("operators", out)?;
    }
    Some(SubjectSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, out)),
        key: reader.get("key").and_then(|node| parse_text(node, out)),
        kind: reader.get("kind").and_then(|node| parse_text(node, out)),
        operators: names(&reader, "operators", out),
        value: reader.get("value").and_then(|node| parse_type_expr(node, out)),
        types: reader
            .get("types")
            .map_or_else(Vec::new, |node| parse_list("field types", node, out, parse_scalar)),
        single: names(&reader, "single", out),
        with_value: names(&reader, "with_value", out),
    })
}

fn names(reader: &Reader<'_>, key: &str, out: &mut Diagnostics) -> Vec<Text> {
    reader.get(key).map_or_else(Vec::new, |node| parse_list("operators", node, out, parse_text))
}
