//! Filters: the functions that start a condition, and the operators that complete it.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::{render_type, spell_literal};
use crate::ir::{Api, ConditionStart, Field, Filter, Shape, Takes, TypeDef, TypeId, TypeRef};

/// Compares all filters by their resources and names.
pub(super) fn diff_filters(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let named = |api: &Api, filter: &Filter| format!("{}.{}", api[filter.resource].name, filter.name);
    let list = |api: &Api| -> Vec<(String, usize)> {
        api.filters.iter().enumerate().map(|(index, filter)| (named(api, filter), index)).collect()
    };
    let (was, is) = (list(old), list(new));
    for (before, after) in pair(&was, &is, |(name, _)| name.clone()) {
        let change = |filter: &Filter, name: &str, kind, message| {
            let (subject, origin) = (format!("filter `{name}`"), Some(filter.origin.clone()));
            Change { kind, subject, message, origin }
        };
        match (before, after) {
            (Some((name, index)), None) => {
                let filter = &old.filters[*index];
                changes.push(change(filter, name, ChangeKind::FilterRemoved, "it is gone".to_owned()));
            }
            (None, Some((name, index))) => {
                let filter = &new.filters[*index];
                changes.push(change(filter, name, ChangeKind::FilterAdded, "it is new".to_owned()));
            }
            (Some((name, before)), Some((_, after))) => {
                let (before, after) = (&old.filters[*before], &new.filters[*after]);
                let (was, is) = (parts(before, old), parts(after, new));
                for part in was.iter().filter(|part| !is.contains(part)) {
                    changes.push(change(
                        after,
                        name,
                        ChangeKind::FilterNarrowed,
                        format!("{part} is no more"),
                    ));
                }
                for part in is.iter().filter(|part| !was.contains(part)) {
                    changes.push(change(
                        after,
                        name,
                        ChangeKind::FilterWidened,
                        format!("{part} is there now"),
                    ));
                }
            }
            (None, None) => {}
        }
    }
}

/// Everything of a filter that callers can use, each in words, so that two filters can be compared.
fn parts(filter: &Filter, api: &Api) -> Vec<String> {
    let (group, condition) = (&api[filter.group.ty], &api[filter.condition.ty]);
    let mut parts = vec![
        format!("the group `{}`", group.name.pascal()),
        format!("the condition `{}`", condition.name.pascal()),
    ];
    let conjunctions = values(&fields(group)[filter.group.conjunction], api);
    for (name, index) in [("all", filter.group.all), ("any", filter.group.any)] {
        parts.extend(conjunctions.get(index).map(|value| format!("`{name}` as {value}")));
    }
    let quantifiers = filter.condition.quantifier.map(|index| values(&fields(condition)[index], api));
    parts.extend(quantifiers.into_iter().flatten().map(|name| format!("the quantifier {name}")));
    for start in &filter.starts {
        parts.extend(start_parts(start, filter, api));
    }
    if let Some(types) = filter.field_types {
        parts.push(format!("the table of operators by `{}`", api[types].name.pascal()));
        for builder in &filter.builders {
            let known = enum_values(types, api);
            let types = builder.types.iter().filter_map(|&index| known.get(index));
            parts.extend(types.map(|ty| format!("the type {ty} among the fields of `{}`", builder.name)));
        }
    }
    parts
}

/// The function that starts a condition, and each operator that can follow with the operand that it takes.
fn start_parts(start: &ConditionStart, filter: &Filter, api: &Api) -> Vec<String> {
    let key = match &start.key {
        Some(key) => format!("`{}()` for `{key}`", start.name),
        None => format!("`{}(key)`", start.name),
    };
    let operators = values(&fields(&api[filter.condition.ty])[filter.condition.operator], api);
    let takes = |takes: &Takes| match takes {
        Takes::Nothing => String::new(),
        Takes::Value(ty) => format!("`{}`", render_type(ty, api)),
        Takes::Single(ty) => format!("one `{}`", render_type(ty, api)),
        Takes::Group => "a group".to_owned(),
    };
    let builder = &filter.builders[start.builder];
    let comparisons = builder.comparisons.iter().filter_map(|one| {
        let operator = operators.get(one.operator)?;
        Some(format!("`{}` with {operator}({})", start.name, takes(&one.takes)))
    });
    std::iter::once(key).chain(comparisons).collect()
}

/// The fields of a struct; none of any other type.
fn fields(def: &TypeDef) -> &[Field] {
    if let Shape::Struct { fields, .. } = &def.shape { fields } else { &[] }
}

/// The values of the enum that a field holds, each as its name and the value on the wire.
fn values(field: &Field, api: &Api) -> Vec<String> {
    if let TypeRef::Def(id) = field.ty { enum_values(id, api) } else { Vec::new() }
}

fn enum_values(id: TypeId, api: &Api) -> Vec<String> {
    let Shape::Enum { values, .. } = &api[id].shape else { return Vec::new() };
    values.iter().map(|value| format!("`{}` {}", value.name, spell_literal(&value.value))).collect()
}
